//! Whether a receipt holds.

use serde::Serialize;

use super::Param;
use crate::board;

/// What of a receipt a board confirms.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Confirmation {
    /// Whether every line holds.
    pub confirmed: bool,
    /// What was compared, line by line.
    pub lines: Vec<ConfirmedLine>,
}

/// One thing that a receipt says.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ConfirmedLine {
    /// `receipt`, `calculation`, `as-of`, `plan`, `records`, `source`, `definition` or `value`.
    pub what: &'static str,
    /// The id of the source or KPI.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Whether it holds.
    pub holds: bool,
    /// `same`; `close`: within the error of a sketch; `other-file`: the same data from another file; `differs`;
    /// `missing`: not on the board; `extra`: not in the receipt.
    pub verdict: &'static str,
    /// What the receipt says, where that differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<Param>,
    /// What the board says, where that differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<Param>,
}

impl Confirmation {
    /// Of the lines that a board gave.
    #[must_use]
    pub fn of(lines: &[board::Confirmed]) -> Self {
        Self {
            confirmed: lines.iter().all(board::Confirmed::holds),
            lines: lines.iter().map(Into::into).collect(),
        }
    }
}

impl From<&board::Confirmed> for ConfirmedLine {
    fn from(from: &board::Confirmed) -> Self {
        Self {
            what: from.what,
            id: from.id.clone(),
            holds: from.holds(),
            verdict: from.verdict,
            expected: from.expected.as_ref().map(Into::into),
            found: from.found.as_ref().map(Into::into),
        }
    }
}
