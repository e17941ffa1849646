//! The plan as JSON, version 1, and its schema.
//!
//! Reading collects every issue: what cannot be read is left out of the [`Draft`](crate::plan::Draft), which
//! is then checked as a whole. Writing and the schema come from the types in [`wire`].

mod decode;
mod decode_journey;
mod decode_kpi;
mod decode_rhythm;
mod decode_score;
mod encode;
mod encode_journey;
mod encode_kpi;
mod encode_score;
pub mod wire;

pub(super) use decode_kpi::{counts_from, window};

use crate::error::Error;
use crate::format::json::{self, Issues, Reader};
use crate::plan::{self, Plan};

/// Reads a plan from JSON text.
///
/// # Errors
/// `json-syntax`, or `plan-invalid` with every issue.
///
/// ```
/// let error = throughline::format::plan::decode(
///     r#"{ "version": 1, "title": "Service", "mission": { "id": "m", "title": "Help" },
///          "goals": [{ "id": "g", "title": "Be quick", "serves": [{ "to": "misson" }] }] }"#,
/// ).unwrap_err();
/// assert_eq!(error.issues()[0].code, "unknown-reference");
/// assert_eq!(error.issues()[0].at.as_str(), "/goals/0/serves/0/to");
/// ```
pub fn decode(text: &str) -> Result<Plan, Error> {
    let value = json::parse(text)?;
    let issues = Issues::new();
    let draft = decode::plan(&Reader::root(&value, &issues));
    let mut issues = issues.into_vec();
    match draft.and_then(|draft| plan::build(draft, &mut issues)) {
        Some(plan) if issues.is_empty() => Ok(plan),
        _ => Err(Error::new("plan-invalid", issues)),
    }
}

/// Writes a plan as JSON text; reading it gives the same plan.
#[must_use]
pub fn encode(plan: &Plan) -> String {
    json::pretty(&to_wire(plan))
}

/// The same on one line: what is hashed.
#[must_use]
pub fn line(plan: &Plan) -> String {
    json::compact(&to_wire(plan))
}

/// The plan in the shape of its JSON.
#[must_use]
pub fn to_wire(plan: &Plan) -> wire::Plan {
    encode::plan(plan)
}
