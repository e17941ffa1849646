//! The partials of one measure.

use std::collections::{BTreeMap, BTreeSet};

use super::Partial;
use crate::calendar::{Date, Period};
use crate::data::{Family, SlaBasis};

/// One value of the dimension.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Segment(pub String);

/// A period, and a segment or the whole.
pub type CellKey = (Period, Option<Segment>);

/// The partials of one measure by period, for the whole and for each segment.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasurePart {
    /// The id, unique within the source.
    pub id: String,
    /// What is measured.
    pub family: Family,
    /// The limit in seconds, for durations.
    pub limit: Option<f64>,
    /// The best answer, for scales.
    pub scale: Option<i32>,
    /// What SLA compliance is a share of.
    pub basis: Option<SlaBasis>,
    /// The day all rows are true at, for a table without dates.
    pub at: Option<Date>,
    /// The partials; the whole stands under no segment.
    pub cells: BTreeMap<CellKey, Partial>,
    /// The periods in which a written snapshot dropped segments.
    pub suppressed: BTreeSet<Period>,
}
