//! What became of the rows of a file.

use crate::error::{Issue, Params};

/// A row, or one cell of it, that could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct RowIssue {
    /// The row as a spreadsheet numbers it: the header is row 1, blank lines count.
    pub row: u64,
    /// The line a text editor shows the row's start on; differs from `row` where a quoted field
    /// holds line breaks.
    pub line: u64,
    /// The name of the column, where one cell is at fault.
    pub column: Option<String>,
    /// The stable code.
    ///
    /// | code | meaning | parameters |
    /// | --- | --- | --- |
    /// | `not-a-number` | no number in a number's place | `value` |
    /// | `not-a-date` | no date, or not in the mapping's format | `value`, `format` |
    /// | `unknown-word` | neither number nor word of the scale, or neither lost nor kept | `value`, `allowed` |
    /// | `out-of-scale` | a number outside the scale | `value`, `min`, `max` |
    /// | `negative-count` | a count below zero | `value` |
    /// | `part-above-whole` | a numerator or complement above its denominator | `part`, `whole` |
    /// | `ends-before-start` | a reply or resolution before the creation | |
    /// | `not-a-length` | neither seconds nor `m:ss` nor `h:mm:ss` | `value` |
    /// | `negative-time` | a length of time below zero | `value` |
    /// | `answered-and-abandoned` | a contact that was answered and abandoned both | |
    /// | `resolved-and-not-resolvable` | resolved at first contact, and not resolvable there | |
    /// | `missing-id` | no id in a row of a table with ids | |
    /// | `missing-case` | an event of no case | |
    /// | `missing-time` | an event at no time | |
    /// | `too-few-fields`, `too-many-fields` | a row of another length than the header | `expected`, `found` |
    /// | `cut-off` | the file ends in the middle of the row | `expected`, `found` |
    /// | `not-utf-8` | bytes that are no text | |
    /// | `quote-not-closed` | a quote that is never closed | |
    pub code: &'static str,
    /// What its sentence needs.
    pub params: Params,
    /// The row as it stands in the file, at most [`RowIssue::LONGEST`] bytes of it. It never enters a snapshot.
    pub raw: String,
}

impl RowIssue {
    /// Of a longer row no more bytes than these are kept: a quote that is never closed makes one row of a whole file.
    pub const LONGEST: usize = 8192;
}

/// What became of the rows of one file: how many were read, used and refused, and why.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct IngestReport {
    /// The id of the source.
    pub source: String,
    /// Data rows in the file, blank lines left out.
    pub read: u64,
    /// Rows that were used.
    pub used: u64,
    /// Rows that were refused; `read` is `used` + `refused`.
    pub refused: u64,
    /// The share used, 0 to 1; none of no rows.
    pub share: Option<f64>,
    /// Used rows whose identity was not there before.
    pub new: u64,
    /// Used rows that took the place of an earlier row of the same identity.
    pub updated: u64,
    /// The cases the rows make, where the table is an event log.
    pub cases: Option<u64>,
    /// The delimiter, as found or as mapped.
    pub delimiter: Option<char>,
    /// The names of the columns in the file's order.
    pub columns: Vec<String>,
    /// What was refused: the first thousand; [`IngestReport::refused`] counts all.
    pub issues: Vec<RowIssue>,
    /// What was read but may not mean what it seems, each once.
    pub warnings: Vec<Issue>,
    /// SHA-256 of the bytes, in hexadecimal; of more than 1 MiB that of its parts, and how many they are.
    pub hash: String,
}

impl IngestReport {
    /// How many issues are listed.
    pub const LISTED: usize = 1000;
}
