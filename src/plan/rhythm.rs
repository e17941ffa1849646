//! How often a plan is looked at: cycles, check-ins, reviews (P7, P8).

use super::Reference;
use crate::calendar::{Date, Granularity};
use crate::error::Pointer;

/// A cycle of objectives, such as a quarter; both days are in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OkrCycle {
    /// Its id, unique among cycles.
    pub id: String,
    /// As shown.
    pub title: String,
    /// The first day.
    pub start: Date,
    /// The last day: grades are final after it.
    pub end: Date,
}

/// How often the whole plan is reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reviews {
    /// How long from one review to the next.
    pub every: Granularity,
    /// The day of the last one that no journal tells of, or the day from which to count.
    pub last: Option<Date>,
}

/// What a plan says of its rhythm.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rhythm {
    /// The cycles of its objectives, as written.
    pub cycles: Vec<OkrCycle>,
    /// How often a check-in is due, where a node says nothing else.
    pub check_ins: Option<Granularity>,
    /// How often the plan is reviewed.
    pub reviews: Option<Reviews>,
}

/// What a plan says of its rhythm, as written: where each cycle stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DraftRhythm {
    /// The rhythm.
    pub rhythm: Rhythm,
    /// Where the cycles stand, one each.
    pub at: Vec<Pointer>,
}

/// What a node says of its rhythm.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DraftNodeRhythm {
    /// The cycle of a goal.
    pub cycle: Option<Reference>,
    /// How often a check-in is due.
    pub check_ins: Option<Granularity>,
}
