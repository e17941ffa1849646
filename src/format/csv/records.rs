//! Bytes in windows to records.
//!
//! A splitter of its own: it hands over each row as it stands in the file beside its fields, so that a refused row can
//! be kept aside word for word, and copies nothing that stands there plainly. It is held to the cases of other readers.

use crate::data::{ANEW, Record, Span};

/// A byte order mark.
pub(super) const MARK: &[u8] = b"\xef\xbb\xbf";

/// Where in a row the reading stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
enum State {
    /// Before a field's first byte.
    #[default]
    Start,
    /// In a field that did not begin with a quote, or behind its closing quote.
    Plain,
    /// Within quotes.
    Quoted,
    /// Behind a quote within quotes, which closes the field or is the first of two.
    Closing,
}

/// Reads records out of bytes that come in windows of any size.
///
/// Quotes as in RFC 4180: a field that begins with one goes to the next single one; what follows it up to the delimiter
/// is kept; a quote further on in a plain field stands for itself. Any line ending; blank lines are no rows.
///
/// ```
/// use throughline::format::csv::Records;
/// let mut records = Records::new(b',');
/// let mut seen = Vec::new();
/// let mut note = |record: throughline::data::Record<'_>| seen.push((record.row, record.line, record.len()));
/// records.feed(b"a,\"b\nb\"\r", &mut note);
/// records.feed(b"\n\nc", &mut note);
/// records.finish(&mut note);
/// assert_eq!(seen, [(1, 1, 2), (3, 4, 1)]);
/// ```
pub struct Records {
    delimiter: u8,
    /// What ends a run of plain bytes.
    special: [bool; 256],
    /// The beginning of a row whose end has not come yet, and where in it the reading stands.
    carry: Vec<u8>,
    state: State,
    spans: Vec<Span>,
    anew: Vec<u8>,
    /// Whether a field of the row at hand holds line breaks.
    has_breaks: bool,
    /// The row at hand, and the line that it or the next one begins on.
    row: u64,
    line: u64,
    /// Whether the last byte was a carriage return, whose line feed may still come.
    after_return: bool,
    /// How much of a byte order mark has come; beyond its length once text has.
    mark: usize,
}

impl Records {
    /// A reader of records whose fields are parted by this delimiter.
    #[must_use]
    pub fn new(delimiter: u8) -> Self {
        let mut special = [false; 256];
        for byte in [delimiter, b'\n', b'\r'] {
            if let Some(mark) = special.get_mut(usize::from(byte)) {
                *mark = true;
            }
        }
        Self {
            delimiter,
            special,
            carry: Vec::new(),
            state: State::Start,
            spans: Vec::new(),
            anew: Vec::new(),
            has_breaks: false,
            row: 0,
            line: 1,
            after_return: false,
            mark: 0,
        }
    }

    /// Counts a row that was taken off the front of the text.
    pub(super) fn skip_row(&mut self) {
        self.row += 1;
        self.line += 1;
    }

    /// Reads a window and hands over each record that ends in it.
    pub fn feed(&mut self, window: &[u8], each: &mut impl FnMut(Record<'_>)) {
        let mut rest = self.skip_mark(window);
        if !self.carry.is_empty() {
            rest = self.go_on(rest, each);
        }
        loop {
            rest = self.skip_blank(rest);
            if rest.is_empty() {
                return;
            }
            let end = self.split(rest);
            let Some((raw, after)) = end.and_then(|end| rest.split_at_checked(end)) else { break };
            self.hand_over(raw, false, each);
            rest = self.skip_break(after);
        }
        self.carry.extend_from_slice(rest);
    }

    /// Says that nothing more comes, and hands over the record that no line break ended.
    pub fn finish(&mut self, each: &mut impl FnMut(Record<'_>)) {
        if let Some(part) = MARK.get(..self.mark).filter(|part| part.len() < MARK.len()) {
            self.carry.extend_from_slice(part);
        }
        if self.carry.is_empty() {
            return;
        }
        let raw = std::mem::take(&mut self.carry);
        let end = self.split(&raw).unwrap_or(raw.len());
        self.hand_over(raw.get(..end).unwrap_or_default(), true, each);
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
                self.carry.extend_from_slice(MARK.get(..had).unwrap_or_default());
                self.state = if had > 0 { State::Plain } else { State::Start };
            }
        }
        window
    }

    /// Takes blank lines off, counting them.
    fn skip_blank<'w>(&mut self, mut rest: &'w [u8]) -> &'w [u8] {
        while let Some((first, after)) = rest.split_first() {
            match first {
                b'\n' if self.after_return => self.after_return = false,
                b'\n' | b'\r' => {
                    self.row += 1;
                    self.line += 1;
                    self.after_return = *first == b'\r';
                }
                _ => {
                    self.after_return = false;
                    break;
                }
            }
            rest = after;
        }
        rest
    }

    /// Takes the line break off that ends a row.
    fn skip_break<'w>(&mut self, rest: &'w [u8]) -> &'w [u8] {
        self.line += 1;
        match rest {
            [b'\r', b'\n', after @ ..] | [b'\n', after @ ..] => after,
            [b'\r', after @ ..] => {
                self.after_return = after.is_empty();
                after
            }
            _ => rest,
        }
    }

    /// Looks for the end of the row that earlier windows began; hands it over where it has come.
    fn go_on<'w>(&mut self, window: &'w [u8], each: &mut impl FnMut(Record<'_>)) -> &'w [u8] {
        for (place, byte) in window.iter().enumerate() {
            let quoted = matches!(self.state, State::Quoted);
            if !quoted && matches!(byte, b'\n' | b'\r') {
                let (head, rest) = window.split_at_checked(place).unwrap_or((window, &[]));
                let mut raw = std::mem::take(&mut self.carry);
                raw.extend_from_slice(head);
                self.split(&raw);
                self.hand_over(&raw, false, each);
                raw.clear();
                self.carry = raw;
                return self.skip_break(rest);
            }
            self.state = self.next(*byte);
        }
        self.carry.extend_from_slice(window);
        &[]
    }

    const fn next(&self, byte: u8) -> State {
        match (self.state, byte) {
            (State::Start | State::Closing, b'"') => State::Quoted,
            (State::Quoted, b'"') => State::Closing,
            (State::Quoted, _) => State::Quoted,
            (_, byte) if byte == self.delimiter => State::Start,
            _ => State::Plain,
        }
    }

    /// Finds the fields of the row at the front of a text, and where it ends; none where its line break is not there.
    fn split(&mut self, text: &[u8]) -> Option<usize> {
        self.spans.clear();
        self.anew.clear();
        self.has_breaks = false;
        let mut start = 0;
        loop {
            let rest = text.get(start..).unwrap_or_default();
            let (length, span) = if rest.first() == Some(&b'"') {
                self.quoted(text, start)
            } else {
                let special = &self.special;
                let is_special = |byte: &u8| special.get(usize::from(*byte)).copied().unwrap_or_default();
                let length = rest.iter().position(is_special).unwrap_or(rest.len());
                self.state = if length == 0 { State::Start } else { State::Plain };
                (length, (start as u32, (start + length) as u32))
            };
            self.spans.push(span);
            let end = start + length;
            match text.get(end) {
                None => return None,
                Some(byte) if *byte == self.delimiter => start = end + 1,
                Some(_) => return Some(end),
            }
        }
    }

    /// A field that begins with a quote: how long it is as it stands, and where its text lies.
    fn quoted(&mut self, text: &[u8], start: usize) -> (usize, Span) {
        let rest = text.get(start + 1..).unwrap_or_default();
        let close = rest.iter().position(|byte| *byte == b'"');
        let ends = |byte: Option<&u8>| {
            byte.is_none_or(|byte| *byte == self.delimiter || matches!(byte, b'\n' | b'\r'))
        };
        if let Some(close) = close.filter(|close| ends(rest.get(close + 1))) {
            self.state = State::Closing;
            self.has_breaks |= rest.iter().take(close).any(|byte| matches!(byte, b'\n' | b'\r'));
            return (close + 2, ((start + 1) as u32, (start + 1 + close) as u32));
        }
        self.written_anew(text, start)
    }

    /// The same where its text does not stand there plainly: quotes are doubled, go on behind the closing one, or never
    /// close.
    #[inline(never)]
    fn written_anew(&mut self, text: &[u8], start: usize) -> (usize, Span) {
        let from = self.anew.len();
        self.state = State::Start;
        self.has_breaks = true;
        let mut length = 0;
        for byte in text.get(start..).unwrap_or_default() {
            let within = self.state == State::Quoted;
            if !within && self.special.get(usize::from(*byte)).copied().unwrap_or_default() {
                break;
            }
            let next = self.next(*byte);
            // The quotes that open and close, and the first of two, are no text.
            if !(matches!(next, State::Closing) || self.state == State::Start) {
                self.anew.push(*byte);
            }
            self.state = next;
            length += 1;
        }
        (length, (from as u32 | ANEW, self.anew.len() as u32 | ANEW))
    }

    fn hand_over(&mut self, raw: &[u8], last: bool, each: &mut impl FnMut(Record<'_>)) {
        self.row += 1;
        let mut record = Record::new(raw, &self.anew, &self.spans, (self.row, self.line));
        record.last = last;
        record.unclosed = last && self.state == State::Quoted;
        each(record);
        self.state = State::Start;
        if self.has_breaks {
            self.line += breaks_in(raw);
        }
    }
}

/// How many line breaks a row has within its quotes.
#[inline(never)]
fn breaks_in(raw: &[u8]) -> u64 {
    let mut before = 0;
    let mut breaks = 0;
    for byte in raw {
        breaks += u64::from(*byte == b'\r' || *byte == b'\n' && before != b'\r');
        before = *byte;
    }
    breaks
}
