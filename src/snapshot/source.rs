//! The partials of one source.

use super::MeasurePart;
use crate::calendar::{Calendar, Date, Granularity};
use crate::data::Dimension;

/// The days a source tells about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first day of an event that counted.
    pub first: Date,
    /// The last one.
    pub last: Date,
}

impl Span {
    /// Whether a day lies in both.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// The span from the earlier first to the later last day.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }
}

/// What one source gave: its partials, and what became of its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct SourcePart {
    /// The id.
    pub id: String,
    /// What it is called.
    pub name: Option<String>,
    /// SHA-256 of the bytes of the file it was read from last, in hexadecimal; of more than 1 MiB that of its parts.
    pub hash: Option<String>,
    /// Rows read.
    pub read: u64,
    /// Rows used.
    pub used: u64,
    /// Rows refused.
    pub refused: u64,
    /// The days it tells about; none without a dated row.
    pub span: Option<Span>,
    /// The length of its periods.
    pub period: Granularity,
    /// How weeks, quarters and years are cut.
    pub calendar: Calendar,
    /// The dimensions its segments belong to, by their places.
    pub dimensions: Vec<Dimension>,
    /// Whether it was read from a snapshot instead of from rows.
    pub written: bool,
    /// Its measures, in the mapping's order.
    pub measures: Vec<MeasurePart>,
}

impl SourcePart {
    /// The share of rows used, 0 to 1; none of no rows.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        (self.read > 0).then(|| self.used as f64 / self.read as f64)
    }
}
