//! Text and bytes to plan, rows, snapshot and back.

pub mod csv;
pub mod json;
pub mod plan;
