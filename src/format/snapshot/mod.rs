//! The snapshot as JSON, version 1, and its schema (N20).
//!
//! What is written holds no row and no value of a single case: sketches stand for values, groups that
//! must not be shown are dropped. A few KB, so that a reader's page needs no rows.

mod decode;
mod encode;
mod pieces;
mod short;
pub mod wire;

use crate::error::Error;
use crate::format::json::{self, Issues, Reader};
use crate::snapshot::Snapshot;

pub use pieces::Pieces;

/// Reads a snapshot from JSON text.
///
/// # Errors
/// `json-syntax`, or `snapshot-invalid` with every issue.
pub fn decode(text: &str) -> Result<Snapshot, Error> {
    Ok(read(text)?.guarded())
}

/// Reads what [`keep`] wrote.
///
/// # Errors
/// As [`decode`].
pub fn restore(text: &str) -> Result<Snapshot, Error> {
    Ok(read(text)?.restored())
}

fn read(text: &str) -> Result<Snapshot, Error> {
    let value = json::parse(text)?;
    let issues = Issues::new();
    let snapshot = decode::snapshot(&Reader::root(&value, &issues));
    issues.finish("snapshot-invalid")?;
    // Only what is no object at all gives nothing, and that is an issue.
    Ok(snapshot.unwrap_or_default())
}

/// Writes a snapshot as JSON text, without values of single cases and without small groups.
#[must_use]
pub fn encode(snapshot: &Snapshot) -> String {
    Pieces::of(snapshot).collect()
}

/// Writes what a page keeps for itself: everything but values of single cases, people and small groups included.
#[must_use]
pub fn keep(snapshot: &Snapshot) -> Pieces {
    Pieces::kept(snapshot)
}
