//! What reading a table came to.

use super::{Change, Params, Reason};

/// What reading a table came to: how many rows were used, and why the others were not.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct IngestReport {
    /// The source's id.
    pub source: String,
    /// Rows read.
    pub read: u64,
    /// Rows used.
    pub used: u64,
    /// Rows that could not be read.
    pub refused: u64,
    /// used ÷ read, 0..1; absent where nothing was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
    /// Rows seen for the first time.
    pub new: u64,
    /// Rows that replaced one of the same identity.
    pub updated: u64,
    /// The cases the rows make, for an event log.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cases: Option<u64>,
    /// The delimiter: `,`, `;` or a tab.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<char>,
    /// SHA-256 of the bytes, in hexadecimal.
    pub hash: String,
    /// The table's columns.
    pub columns: Vec<String>,
    /// The first hundred rows that could not be read.
    pub issues: Vec<RowIssue>,
    /// What is worth knowing about the table as a whole.
    pub warnings: Vec<Reason>,
    /// What the rows moved.
    pub change: Change,
}

/// Why one row was not used.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RowIssue {
    /// The row as a spreadsheet numbers it: the header is row 1.
    pub row: u64,
    /// The line a text editor shows the row's start on.
    pub line: u64,
    /// The column's name, where it is one column's fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The stable code.
    pub code: &'static str,
    /// What the sentence needs.
    pub params: Params,
}
