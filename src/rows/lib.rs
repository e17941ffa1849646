//! What every row of a table passes through: bytes to fields, fields to cells, cells to columns (N20); and every point of
//! a long series: what is drawn of a million (C2).
//!
//! A crate of its own, since only whole packages can be compiled for speed where the rest is compiled for size. It
//! knows neither mappings nor measures: what a column means stands in `throughline::data`.

mod block;
mod clock;
mod column;
pub mod counting;
mod ids;
mod index;
mod interner;
mod lines;
mod packed;
mod quick;
mod record;
mod records;
pub mod track;

pub use block::{Block, Taken};
pub use clock::{Clock, iso, pattern, pattern_works};
pub use column::{Cell, Column, put};
pub use ids::Ids;
pub use index::hash;
pub use interner::Interner;
pub use lines::Lines;
pub use packed::Packed;
pub use quick::{Form, Quick, small_integer, trimmed};
pub use record::Record;
pub use records::{MARK, Records, Taker};

/// A time that is not there.
pub const NO_TIME: i64 = i64::MIN;
/// An answer that is not there.
pub const NO_ANSWER: i32 = i32::MIN;
/// A word that is not there.
pub const NO_WORD: u32 = u32::MAX;
/// 2100-01-01 in milliseconds: later times stand for "never" more often than for a day.
pub const FAR: i64 = 4_102_444_800_000;
