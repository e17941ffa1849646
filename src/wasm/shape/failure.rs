//! An error on its way out.

use serde::Serialize;

use super::{Params, encode};
use crate::error::{Error, Issue};

/// Why something could not be done.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Failure {
    /// The stable code.
    pub code: &'static str,
    /// Every issue found.
    pub issues: Vec<Fault>,
}

/// One thing wrong with an input.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Fault {
    /// The stable code.
    pub code: &'static str,
    /// Where in the input, as a JSON pointer.
    pub path: String,
    /// What the sentence needs.
    pub params: Params,
}

impl From<&Error> for Failure {
    fn from(error: &Error) -> Self {
        Self { code: error.code(), issues: error.issues().iter().map(Fault::from).collect() }
    }
}

impl From<&Issue> for Fault {
    fn from(issue: &Issue) -> Self {
        Self { code: issue.code, path: issue.at.to_string(), params: encode::params(&issue.params) }
    }
}
