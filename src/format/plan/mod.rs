//! The plan as JSON, version 1, and its schema.

use serde_json::Value;

use crate::error::{Error, Issue};
use crate::format::json;
use crate::plan::Plan;

/// Reads a plan from JSON text.
///
/// # Errors
/// `json-syntax`, or `plan-invalid` with every issue.
pub fn decode(text: &str) -> Result<Plan, Error> {
    decode_value(&json::parse(text)?)
}

/// Reads a plan from JSON that is parsed already.
///
/// # Errors
/// `plan-invalid`, with every issue.
pub fn decode_value(value: &Value) -> Result<Plan, Error> {
    let _ = value;
    Err(Error::new("plan-invalid", Vec::<Issue>::new()))
}

/// Writes a plan as JSON text; reading it gives the same plan.
#[must_use]
pub fn encode(plan: &Plan) -> String {
    let _ = plan;
    String::new()
}
