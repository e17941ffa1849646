//! Bytes in windows to records.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use memchr::{memchr_iter, memchr3};

use crate::lines::Places;
use crate::{Lines, Record};

/// A byte order mark.
pub const MARK: &[u8] = b"\xef\xbb\xbf";

/// Who is given records.
pub trait Taker {
    /// Takes a record.
    fn record(&mut self, record: Record<'_>);

    /// How many fields lines must have to be taken many at once; none where each is to come by itself.
    fn width(&self) -> Option<usize> {
        None
    }

    /// Takes lines, from one on. Gives the first that is to come as a record; those behind it come again after that.
    fn lines(&mut self, _lines: &Lines<'_>, from: usize) -> usize {
        from
    }
}

/// Who is given each record by itself.
struct Each<'f>(&'f mut dyn FnMut(Record<'_>));

impl Taker for Each<'_> {
    fn record(&mut self, record: Record<'_>) {
        (self.0)(record);
    }
}

/// Reads records out of bytes that come in windows of any size: csv-core finds the fields; here each row is kept as it
/// stands in the file beside them, numbered as spreadsheets and as editors do. A line without any quote needs no
/// parser: its fields are what lies between the delimiters, and that takes far less time.
///
/// ```
/// use throughline_rows::{Record, Records};
/// let mut records = Records::new(b',');
/// let mut seen = Vec::new();
/// let mut note = |record: Record<'_>| seen.push((record.row, record.line, record.len()));
/// records.feed(b"a,\"b\nb\"\r", &mut note);
/// records.feed(b"\n\nc", &mut note);
/// records.finish(&mut note);
/// assert_eq!(seen, [(1, 1, 2), (3, 4, 1)]);
/// ```
pub struct Records {
    delimiter: u8,
    core: Reader,
    bytes: Vec<u8>,
    ends: Vec<usize>,
    /// Where the fields of a line without quotes end.
    places: Vec<usize>,
    /// Where those of many lines do.
    found: Places,
    /// How much of the two buffers the record at hand fills.
    filled: (usize, usize),
    /// What of the record at hand came in earlier windows, as it stands there.
    carry: Vec<u8>,
    row: u64,
    line: u64,
    /// Lines that were taken off before csv-core saw them.
    peeled: u64,
    /// Whether the last record ended with a carriage return, whose line feed may still come.
    after_return: bool,
    within: bool,
    /// How much of a byte order mark has come; beyond its length once text has.
    mark: usize,
}

impl Records {
    /// A reader of records whose fields are parted by this delimiter.
    #[must_use]
    pub fn new(delimiter: u8) -> Self {
        let mut core = ReaderBuilder::new().delimiter(delimiter).build();
        // It takes a byte order mark off what it is given first, which may be a line far down. With no room it takes
        // nothing, and what comes next is no longer the first.
        core.read_record(b"\n", &mut [], &mut []);
        Self {
            delimiter,
            core,
            bytes: vec![0; 4096],
            ends: vec![0; 64],
            places: Vec::new(),
            found: Places::default(),
            filled: (0, 0),
            carry: Vec::new(),
            row: 0,
            line: 1,
            peeled: 0,
            after_return: false,
            within: false,
            mark: 0,
        }
    }

    /// Counts a row that was taken off the front of the text.
    pub fn skip_row(&mut self) {
        self.row += 1;
        self.peeled += 1;
    }

    /// Reads a window and hands over each record that ends in it.
    pub fn feed(&mut self, window: &[u8], each: &mut dyn FnMut(Record<'_>)) {
        self.feed_into(window, &mut Each(each));
    }

    /// Reads a window and hands over the records that end in it, many at once where that can be.
    #[inline(never)]
    pub fn feed_into(&mut self, window: &[u8], each: &mut dyn Taker) {
        let mut rest = self.skip_mark(window);
        while !rest.is_empty() {
            if !self.within {
                rest = self.begin(rest);
                if let Some(after) = self.many(rest, each) {
                    rest = after;
                    continue;
                }
                if let Some(after) = self.plain(rest, each) {
                    rest = after;
                    continue;
                }
                if rest.is_empty() {
                    return;
                }
            }
            rest = self.advance(rest, each);
        }
    }

    /// Says that nothing more comes, and hands over the record that no line break ended.
    pub fn finish(&mut self, each: &mut dyn FnMut(Record<'_>)) {
        self.finish_into(&mut Each(each));
    }

    /// As [`Records::finish`].
    pub fn finish_into(&mut self, each: &mut dyn Taker) {
        // A part of a byte order mark, and nothing behind it, was text.
        if let Some(part) = MARK.get(..self.mark).filter(|part| part.len() < MARK.len()) {
            self.mark = usize::MAX;
            self.feed_into(part, each);
        }
        while self.within {
            self.advance(&[], each);
        }
    }

    /// A byte order mark in front is no text; it may come a byte at a time.
    fn skip_mark<'w>(&mut self, mut window: &'w [u8]) -> &'w [u8] {
        while let (Some(expected), Some((first, rest))) = (MARK.get(self.mark), window.split_first()) {
            if first == expected {
                self.mark += 1;
                window = rest;
            } else {
                // A part of a mark is no mark: it was text.
                let had = std::mem::replace(&mut self.mark, usize::MAX);
                self.feed(MARK.get(..had).unwrap_or_default(), &mut |_| {});
            }
        }
        window
    }

    /// Takes blank lines off, counting them, and opens the next record.
    fn begin<'w>(&mut self, mut rest: &'w [u8]) -> &'w [u8] {
        while let Some((first, after)) = rest.split_first() {
            match first {
                b'\n' if self.after_return => {
                    self.peeled += 1;
                    self.after_return = false;
                }
                b'\n' => {
                    self.row += 1;
                    self.peeled += 1;
                }
                b'\r' => {
                    self.row += 1;
                    self.after_return = true;
                }
                _ => break,
            }
            rest = after;
        }
        if !rest.is_empty() {
            self.within = true;
            self.after_return = false;
            self.row += 1;
            self.line = self.core.line() + self.peeled;
        }
        rest
    }

    /// Hands over the lines that begin here, if they can be taken many at once, and gives what follows them.
    fn many<'w>(&mut self, rest: &'w [u8], each: &mut dyn Taker) -> Option<&'w [u8]> {
        let width = each.width().filter(|_| !matches!(self.delimiter, b'"' | b'\n' | b'\r'))?;
        let mut found = std::mem::take(&mut self.found);
        let used = found.find(rest, self.delimiter, width);
        let (row, line) = (self.row, self.line);
        let lines = Lines::new(rest, width, &found, row);
        let mut next = 0;
        while next < lines.len() {
            let to = each.lines(&lines, next);
            self.peeled += (to - next) as u64;
            if let Some(whole) = lines.whole(to) {
                self.within = true;
                (self.row, self.line) = (row + to as u64, line + to as u64);
                self.single(whole, each);
            }
            next = to + 1;
        }
        let taken = lines.len();
        self.found = found;
        if taken == 0 {
            return None;
        }
        self.row = row + taken as u64 - 1;
        self.within = false;
        self.after_return = false;
        rest.get(used..)
    }

    /// Hands over the record that a line is, with its line break.
    fn single(&mut self, whole: &[u8], each: &mut dyn Taker) {
        let mut rest = whole;
        if let Some(after) = self.plain(rest, each) {
            rest = after;
        }
        while self.within && !rest.is_empty() {
            rest = self.advance(rest, each);
        }
        if self.after_return && rest == b"\n" {
            self.peeled += 1;
        }
    }

    /// Hands over the record that begins here if it is a line without quotes, and gives what follows it.
    fn plain<'w>(&mut self, rest: &'w [u8], each: &mut dyn Taker) -> Option<&'w [u8]> {
        let (raw, after) = rest.split_at_checked(memchr3(b'"', b'\n', b'\r', rest)?)?;
        let (end, after) = after.split_first().filter(|(end, _)| **end != b'"')?;
        self.places.clear();
        self.places.extend(memchr_iter(self.delimiter, raw));
        self.places.push(raw.len());
        each.record(Record::apart(raw, &self.places, (self.row, self.line)));
        self.within = false;
        self.after_return = *end == b'\r';
        self.peeled += u64::from(!self.after_return);
        Some(after)
    }

    /// Lets csv-core read on, and hands over the record if it ends.
    fn advance<'w>(&mut self, input: &'w [u8], each: &mut dyn Taker) -> &'w [u8] {
        let (bytes, ends) = self.filled;
        let (Some(out), Some(out_ends)) = (self.bytes.get_mut(bytes..), self.ends.get_mut(ends..)) else {
            return &[];
        };
        let (result, read, written, ended) = self.core.read_record(input, out, out_ends);
        self.filled = (bytes + written, ends + ended);
        let (used, rest) = input.split_at_checked(read).unwrap_or((input, &[]));
        match result {
            ReadRecordResult::Record => {
                self.after_return = used.last() == Some(&b'\r');
                self.hand_over(used, each);
                return rest;
            }
            ReadRecordResult::End => self.within = false,
            ReadRecordResult::OutputFull => self.bytes.resize(self.bytes.len() * 2, 0),
            ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
            ReadRecordResult::InputEmpty => {}
        }
        self.carry.extend_from_slice(used);
        rest
    }

    /// Hands over the record that ends with these bytes; with none, the file ended in it.
    fn hand_over(&mut self, used: &[u8], each: &mut dyn Taker) {
        let row = used.strip_suffix(b"\n").or_else(|| used.strip_suffix(b"\r")).unwrap_or(used);
        if !self.carry.is_empty() {
            self.carry.extend_from_slice(row);
        }
        let raw = if self.carry.is_empty() { row } else { &self.carry };
        let (bytes, ends) = self.filled;
        if let (Some(bytes), Some(ends)) = (self.bytes.get(..bytes), self.ends.get(..ends)) {
            let mut record = Record::new(raw, bytes, ends, (self.row, self.line));
            record.last = used.is_empty();
            record.unclosed = record.last && is_open(raw, self.delimiter);
            each.record(record);
        }
        self.carry.clear();
        self.filled = (0, 0);
        self.within = false;
    }
}

/// Whether a row ends within a quote: csv-core closes what the file leaves open and does not say so.
fn is_open(raw: &[u8], delimiter: u8) -> bool {
    let (mut within, mut starts) = (false, true);
    let mut bytes = raw.iter().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            // Two quotes within quotes are one that is text; a single one ends them.
            b'"' if within && bytes.next_if_eq(&&b'"').is_none() => within = false,
            b'"' if starts => within = true,
            _ => {}
        }
        starts = !within && *byte == delimiter;
    }
    within
}
