//! A request for lifetime value as JSON: purchases, customers summed up, or cohorts of contracts.

mod decode;
#[cfg(feature = "schema")]
pub mod wire;

use crate::error::Error;
use crate::format::json::{self, Issues, Reader};
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
    let value = json::parse(text)?;
    let issues = Issues::new();
    let asked = decode::asked(&Reader::root(&value, &issues));
    let issues = issues.into_vec();
    match asked {
        Some(asked) if issues.is_empty() => Ok(asked),
        _ => Err(Error::new("lifetime-invalid", issues)),
    }
}
