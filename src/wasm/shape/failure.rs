//! An error on its way out.

use super::Params;

/// Why something could not be done.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Failure {
    /// The stable code.
    pub code: &'static str,
    /// Every issue found.
    pub issues: Vec<Fault>,
}

/// One thing wrong with an input.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Fault {
    /// The stable code.
    pub code: &'static str,
    /// Where in the input, as a JSON pointer.
    pub path: String,
    /// What the sentence needs.
    pub params: Params,
}
