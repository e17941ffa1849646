//! Partials to values: a file a family, named variants, with their uncertainty.
//!
//! [`Estimate`] is a value with what is known about it; [`Figure`] is an estimate at a time, with
//! where it came from.

mod estimate;
mod figure;
mod missing;

pub use estimate::{Estimate, Interval};
pub use figure::{Figure, Provenance};
pub use missing::Missing;
