//! Partials to values: a file a family, named variants, with their uncertainty.
//!
//! [`Estimate`] is a value with what is known about it; [`Figure`] is an estimate at a time, with
//! where it came from.

mod alone;
mod basis;
mod cohorts;
mod counted;
mod duration;
mod estimate;
mod figure;
mod headline;
mod joined;
mod level;
pub mod lifetime;
mod missing;
mod note;
mod notes;
mod reading;
mod scale;
pub mod service;
mod share;
mod slices;
mod typed;

pub use crate::snapshot::Answers;
pub use alone::{OfTable, TableQuestion, of_table};
pub use basis::Basis;
pub use cohorts::{Cohort, cohorts};
pub use duration::{TimeUnit, durations};
pub use estimate::{Estimate, Interval};
pub use figure::{Figure, Provenance};
pub use headline::{notes, series, value};
pub use missing::Missing;
pub use note::Note;
pub use reading::Asked;
pub use scale::{csat, favourability, nps, nps_of, nps_wald};
pub use share::{retention, share, sla};
pub use slices::{Over, Slice};
pub use typed::{typed_series, typed_value};
