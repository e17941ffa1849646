//! A calculation as JSON: which KPI, by which variant, from which counts and values.
//!
//! What a family takes stands in the table of [`service`](crate::kpi::service); the decoder and the schema both go by
//! it, so that a new family needs nothing here.

mod decode;
mod rows;
#[cfg(feature = "schema")]
pub mod wire;

use crate::error::Error;
use crate::format::json;
use crate::kpi::TableQuestion;
use crate::kpi::service::Asked;

/// Reads a calculation from JSON text.
///
/// # Errors
/// `json-syntax`, or `calculation-invalid` with every issue.
///
/// ```
/// use throughline::{format::calculation, kpi::service};
/// let asked = calculation::decode(r#"{ "family": "nps", "counts": { "promoters": 45, "passives": 40, "detractors": 15 } }"#)?;
/// assert_eq!(service::calculate(asked)?.value, Ok(30.0));
/// let error = calculation::decode(r#"{ "family": "nps", "counts": { "promoters": -1, "passives": 4 } }"#).unwrap_err();
/// assert_eq!(error.issues()[0].at.as_str(), "/counts/promoters");
/// assert_eq!(error.issues()[1].code, "missing-field");
/// # Ok::<(), throughline::error::Error>(())
/// ```
pub fn decode(text: &str) -> Result<Asked, Error> {
    json::document(text, "calculation-invalid", decode::asked)
}

/// Reads what is asked of rows from JSON text: which measure of their mapping, by which variant.
///
/// # Errors
/// As [`decode`].
pub fn decode_rows(text: &str) -> Result<TableQuestion, Error> {
    json::document(text, "calculation-invalid", rows::question)
}
