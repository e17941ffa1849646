//! What reading a table came to.

use serde::Serialize;

use super::{Change, Params, Reason};
use crate::{board, data};

/// What reading a table came to: how many rows were used, and why the others were not.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// SHA-256 of the bytes, in hexadecimal; of more than 1 MiB that of its parts, and how many they are.
    pub hash: String,
    /// The table's columns.
    pub columns: Vec<String>,
    /// The first thousand rows that could not be read.
    pub issues: Vec<RowIssue>,
    /// What is worth knowing about the table as a whole.
    pub warnings: Vec<Reason>,
    /// What the rows moved.
    pub change: Change,
}

/// Why one row was not used.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// The row as it stands in the file, cut where it is very long. Raw rows stay in the report: no snapshot has them.
    pub raw: String,
}

impl IngestReport {
    /// What reading a table came to, and what its rows moved.
    #[must_use]
    pub fn of(report: &data::IngestReport, moved: &board::Change) -> Self {
        Self {
            source: report.source.clone(),
            read: report.read,
            used: report.used,
            refused: report.refused,
            share: report.share,
            new: report.new,
            updated: report.updated,
            cases: report.cases,
            delimiter: report.delimiter,
            hash: report.hash.clone(),
            columns: report.columns.clone(),
            issues: report.issues.iter().map(Into::into).collect(),
            warnings: report.warnings.iter().map(|each| Reason::of(each.code, &each.params)).collect(),
            change: moved.into(),
        }
    }
}

impl From<&data::RowIssue> for RowIssue {
    fn from(issue: &data::RowIssue) -> Self {
        Self {
            row: issue.row,
            line: issue.line,
            column: issue.column.clone(),
            code: issue.code,
            params: (&issue.params).into(),
            raw: issue.raw.clone(),
        }
    }
}
