//! Text and bytes to plan, rows, snapshot and back. serde lives here and at the edge alone.

pub mod calculation;
pub mod calendar;
pub mod csv;
pub mod fingerprint;
pub mod journal;
pub mod json;
pub mod lifetime;
pub mod mapping;
pub mod plan;
pub mod question;
pub mod receipt;
pub mod record;
pub mod scenario;
#[cfg(feature = "schema")]
pub mod schema;
pub mod segment;
pub mod snapshot;
pub mod staffing;
mod wire;
