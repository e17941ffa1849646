//! Points in time, as many as a million, with the extremes of any stretch of them: compiled for speed with the rows.

pub use throughline_rows::track::{Fault, Thinned, Track, Wrong, numbers, thinned};
