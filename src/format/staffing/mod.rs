//! A question about staffing as JSON: what comes in, who is there, what should be reached.

mod decode;
#[cfg(feature = "schema")]
pub mod wire;

pub use decode::asked;

use crate::error::Error;
use crate::format::json;
use crate::staffing::Asked;

/// Reads a question from JSON text.
///
/// # Errors
/// `json-syntax`, or `staffing-invalid` with every issue.
///
/// ```
/// use throughline::format::staffing;
/// let error = staffing::decode(r#"{ "calls": 100, "period": 0, "handlingTime": 180, "agents": 14 }"#).unwrap_err();
/// let issues: Vec<_> = error.issues().iter().map(|issue| (issue.code, issue.at.as_str())).collect();
/// assert_eq!(issues, [("not-above", "/period"), ("missing-field", "")]);
/// ```
pub fn decode(text: &str) -> Result<Asked, Error> {
    json::document(text, "staffing-invalid", asked)
}
