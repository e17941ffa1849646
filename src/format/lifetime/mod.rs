//! A request for lifetime value as JSON: purchases, customers summed up, or cohorts of contracts.

mod decode;
#[cfg(feature = "schema")]
pub mod wire;

pub(super) use decode::of_model;

use crate::error::Error;
use crate::format::json;
use crate::kpi::lifetime::Asked;

/// Reads a request from JSON text.
///
/// # Errors
/// `json-syntax`, or `lifetime-invalid` with every issue.
///
/// ```
/// use throughline::format::lifetime;
/// let error = lifetime::decode(r#"{ "model": "sbg", "unit": "year", "cohorts": [[1000, 869, 870]] }"#).unwrap_err();
/// assert_eq!(error.issues()[0].at.as_str(), "/cohorts/0/2");
/// ```
pub fn decode(text: &str) -> Result<Asked, Error> {
    json::document(text, "lifetime-invalid", decode::asked)
}
