//! A delimited file to the rows of a source.

use throughline_rows::{Lines, MARK, Records, Taker};

use super::delimiter::detect_delimiter;
use crate::data::{Batch, Builder, Mapping, Record};
use crate::error::{Error, Issue, Pointer};
use crate::format::fingerprint::Fingerprint;

/// How much is looked at to find the delimiter.
const BEGINNING: usize = 1 << 16;

/// Reads a delimited file, fed in windows, into the rows of a source.
pub struct Ingest {
    /// None where another hashes the file.
    hash: Option<Fingerprint>,
    delimiter: Option<u8>,
    /// What was fed before the delimiter was known.
    beginning: Vec<u8>,
    records: Option<Records>,
    sink: Sink,
}

/// Where records go: the first is the header.
struct Sink {
    builder: Builder,
    headed: bool,
    failure: Option<Error>,
}

impl Taker for Sink {
    fn record(&mut self, record: Record<'_>) {
        if self.failure.is_some() {
            return;
        }
        if self.headed {
            self.builder.row(record);
        } else {
            self.headed = true;
            // Names in another encoding would be told as columns that are missing.
            let foreign = record.fields().any(|name| std::str::from_utf8(name).is_err());
            self.failure = if foreign {
                Some(unreadable(Issue::new("not-utf-8", Pointer::root())))
            } else {
                self.builder.header(record).err()
            };
        }
    }

    fn width(&self) -> Option<usize> {
        self.builder.width().filter(|_| self.headed && self.failure.is_none())
    }

    fn lines(&mut self, lines: &Lines<'_>, from: usize) -> usize {
        self.builder.lines(lines, from)
    }
}

impl Sink {
    fn check(&mut self) -> Result<(), Error> {
        self.failure.clone().map_or(Ok(()), Err)
    }
}

impl Ingest {
    /// A reader of a file of this mapping.
    ///
    /// # Errors
    /// `mapping-invalid` where the mapping lacks something.
    pub fn new(mapping: &Mapping) -> Result<Self, Error> {
        Ok(Self {
            hash: Some(Fingerprint::default()),
            delimiter: mapping.delimiter,
            beginning: Vec::new(),
            records: None,
            sink: Sink { builder: Builder::new(mapping)?, headed: false, failure: None },
        })
    }

    /// Reads a window of bytes, of any size.
    ///
    /// # Errors
    /// `mapping-invalid` where the header lacks a mapped column; `csv-unreadable` where the bytes are
    /// no delimited text in UTF-8.
    pub fn feed(&mut self, window: &[u8]) -> Result<(), Error> {
        if let Some(hash) = &mut self.hash {
            hash.update(window);
        }
        if let Some(records) = &mut self.records {
            records.feed_into(window, &mut self.sink);
            return self.sink.check();
        }
        self.beginning.extend_from_slice(window);
        if self.beginning.len() < BEGINNING { Ok(()) } else { self.begin(false) }
    }

    /// Leaves the hash of the file to another, who writes it into the report.
    pub fn leave_hash(&mut self) {
        self.hash = None;
    }

    /// How many rows were read so far.
    #[must_use]
    pub const fn read(&self) -> u64 {
        self.sink.builder.read()
    }

    /// Says that nothing more comes; gives the rows and what became of them.
    ///
    /// # Errors
    /// As [`Ingest::feed`].
    pub fn finish(mut self) -> Result<Batch, Error> {
        if self.records.is_none() {
            self.begin(true)?;
        }
        if let Some(records) = &mut self.records {
            records.finish_into(&mut self.sink);
        }
        self.sink.check()?;
        if !self.sink.headed {
            return Err(unreadable(Issue::new("empty-file", Pointer::root())));
        }
        let hash = self.hash.map(Fingerprint::finish).unwrap_or_default();
        Ok(self.sink.builder.finish(hash, self.delimiter.map(char::from)))
    }

    /// Settles the delimiter and reads what has come so far.
    fn begin(&mut self, whole: bool) -> Result<(), Error> {
        let beginning = std::mem::take(&mut self.beginning);
        refuse_other_kinds(&beginning)?;
        let (said, text) = said_delimiter(&beginning);
        let wanted = self.sink.builder.wanted();
        let delimiter = self.delimiter.or(said).unwrap_or_else(|| detect_delimiter(text, &wanted, whole));
        self.delimiter = Some(delimiter);
        let mut records = Records::new(delimiter);
        if said.is_some() {
            records.skip_row();
        }
        records.feed_into(text, &mut self.sink);
        self.records = Some(records);
        self.sink.check()
    }
}

/// Reads a whole delimited file.
///
/// # Errors
/// As [`Ingest::new`] and [`Ingest::feed`].
pub fn read(mapping: &Mapping, bytes: &[u8]) -> Result<Batch, Error> {
    let mut ingest = Ingest::new(mapping)?;
    ingest.feed(bytes)?;
    ingest.finish()
}

fn unreadable(issue: Issue) -> Error {
    Error::new("csv-unreadable", vec![issue])
}

/// Spreadsheets are often saved as something else than UTF-8 text; say so instead of reading noise.
fn refuse_other_kinds(beginning: &[u8]) -> Result<(), Error> {
    let (code, found) = match beginning {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => ("not-utf-8", "UTF-16"),
        [b'P', b'K', 3, 4, ..] => ("not-delimited-text", "xlsx"),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => ("not-delimited-text", "xls"),
        _ if beginning.contains(&0) => ("not-delimited-text", "binary"),
        // What a server shows instead of a file that it will not give.
        _ if begins(beginning, &[b"<!doctype", b"<html", b"<?xml"]) => ("not-delimited-text", "html"),
        _ if begins(beginning, &[b"{", b"[{"]) => ("not-delimited-text", "json"),
        _ => return Ok(()),
    };
    Err(unreadable(Issue::new(code, Pointer::root()).with("found", found)))
}

/// Whether a text begins with one of these, whatever its capitals.
fn begins(text: &[u8], with: &[&[u8]]) -> bool {
    let text = text.strip_prefix(MARK).unwrap_or(text).trim_ascii_start();
    with.iter().any(|word| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)))
}

/// A first line `sep=;`, as spreadsheets write it, names the delimiter and is no row.
fn said_delimiter(beginning: &[u8]) -> (Option<u8>, &[u8]) {
    let text = beginning.strip_prefix(MARK).unwrap_or(beginning);
    let said = text.strip_prefix(b"sep=").and_then(|rest| match rest {
        [delimiter, b'\r', b'\n', rest @ ..] | [delimiter, b'\n', rest @ ..] => Some((*delimiter, rest)),
        _ => None,
    });
    said.map_or((None, beginning), |(delimiter, rest)| (Some(delimiter), rest))
}
