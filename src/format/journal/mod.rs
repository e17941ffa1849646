//! The journal as JSON, version 1.

mod decode;
mod encode;
pub mod wire;

use crate::error::Error;
use crate::format::json::{self, Reader};
use crate::journal::{Entry, Journal};

pub(in crate::format) use decode::entries;

/// Reads a journal from JSON text.
///
/// # Errors
/// `json-syntax`, or `journal-invalid` with every issue.
///
/// ```
/// use throughline::format::journal;
/// let read = journal::decode(r#"{ "version": 1, "entries": [
///   { "kind": "check-in", "id": "7f", "actor": "jonas", "time": "2026-11-20T09:00:00+01:00", "about": "in-time",
///     "confidence": 0.6, "note": "Two of us are ill." }] }"#)?;
/// assert_eq!(read.entries()[0].time.to_string(), "2026-11-20T08:00:00Z");
/// let error = journal::decode(r#"{ "version": 1, "entries": [{ "kind": "check-in", "confidence": 60 }] }"#);
/// assert_eq!(error.unwrap_err().issues().len(), 5);
/// # Ok::<(), throughline::error::Error>(())
/// ```
pub fn decode(text: &str) -> Result<Journal, Error> {
    Journal::of(json::document(text, "journal-invalid", entries)?)
}

/// Reads a list of journals and puts them together.
///
/// # Errors
/// As [`decode`]; a pointer begins with the place in the list.
pub fn merge(text: &str) -> Result<Journal, Error> {
    let lists: Vec<Vec<Entry>> = json::document(text, "journal-invalid", |reader: &Reader| {
        Some(reader.list()?.iter().filter_map(entries).collect())
    })?;
    Journal::union(&lists)
}

/// Writes a journal as JSON text; reading it gives the same journal.
#[must_use]
pub fn encode(journal: &Journal) -> String {
    json::compact(&wire::Journal::from(journal))
}
