//! The mapping of a table as JSON, version 1, and its schema (N20).
//!
//! ```
//! let mapping = throughline::format::mapping::decode(
//!     r#"{ "version": 1, "source": "tickets", "id": "Ticket",
//!          "columns": { "created": "Created", "resolved": "Resolved" },
//!          "measures": [{ "id": "resolution", "kpi": "resolution-time", "limit": 86400 }] }"#,
//! )?;
//! assert_eq!(mapping.source, "tickets");
//! # Ok::<(), throughline::error::Error>(())
//! ```

mod decode;
mod decode_dimension;
mod decode_measure;
mod decode_tally;
mod encode;
mod encode_tally;
pub(in crate::format) mod names;
pub mod wire;

pub(super) use decode_dimension::dimensions;
pub(super) use encode::{alone, listed};

use crate::data::Mapping;
use crate::error::Error;
use crate::format::json::{self, Issues, Reader};

/// Reads a mapping from JSON text.
///
/// # Errors
/// `json-syntax`, or `mapping-invalid` with every issue.
pub fn decode(text: &str) -> Result<Mapping, Error> {
    let value = json::parse(text)?;
    let issues = Issues::new();
    let mapping = decode::mapping(&Reader::root(&value, &issues));
    // What the fields lack together is only told where each could be read.
    if let (Some(mapping), 0) = (&mapping, issues.count()) {
        mapping.lacks().into_iter().for_each(|issue| issues.push(issue));
    }
    let issues = issues.into_vec();
    match mapping {
        Some(mapping) if issues.is_empty() => Ok(mapping),
        _ => Err(Error::new("mapping-invalid", issues)),
    }
}

/// Writes a mapping as JSON text; reading it gives the same mapping.
#[must_use]
pub fn encode(mapping: &Mapping) -> String {
    json::pretty(&to_wire(mapping))
}

/// The mapping in the shape of its JSON.
#[must_use]
pub fn to_wire(mapping: &Mapping) -> wire::Mapping {
    encode::mapping(mapping)
}
