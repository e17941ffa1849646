//! The scores of a board: one entry a node and one a KPI, by their positions in the plan.

use super::{Because, Freshness, Overridden, Status};
use crate::calendar::Date;
use crate::plan::{KpiIx, NodeIx};

/// What a KPI gives to the roll-up, both clamped to 0..1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// The score.
    pub score: f64,
    /// The pace, or the score where there is none.
    pub pace: f64,
}

/// How a KPI stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KpiScore {
    /// How it stands.
    pub status: Status,
    /// Why.
    pub because: Because,
    /// How it stood before it went stale.
    pub last: Option<Status>,
    /// Whether its value is still to be trusted for its age.
    pub freshness: Freshness,
    /// Days from the end of the value's period to the day of reading.
    pub age: Option<i32>,
    /// (v − b) ÷ (t − b), unclamped.
    pub progress: Option<f64>,
    /// The score by its function, clamped to 0..1.
    pub score: Option<f64>,
    /// Progress over expected progress, unclamped.
    pub pace: Option<f64>,
    /// The progress expected when the value was true, 0..1.
    pub expected: Option<f64>,
    /// What it gives to the roll-up; none where it is unknown.
    pub part: Option<Part>,
    /// Whether somebody set score or status by hand, and whether that holds.
    pub overridden: Option<Overridden>,
    /// The status that its numbers give, where somebody set another one alone: this one rolls up.
    pub beneath: Option<Status>,
}

impl KpiScore {
    /// What stands where there is no value, and until one is scored.
    pub const UNKNOWN: Self = Self {
        status: Status::NoData,
        because: Because::NoValue,
        last: None,
        freshness: Freshness::None,
        age: None,
        progress: None,
        score: None,
        pace: None,
        expected: None,
        part: None,
        overridden: None,
        beneath: None,
    };
}

/// How the distinct actions at and below a node go.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Execution {
    /// The mean over them by effort, 0..1; none where no progress is reported.
    pub score: Option<f64>,
    /// The share of the effort whose progress is reported, 0..1.
    pub coverage: f64,
    /// The effort of those that count.
    pub effort: f64,
    /// How many there are.
    pub actions: u32,
    /// How many of them are done.
    pub done: u32,
}

/// How a node stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NodeScore {
    /// How it stands.
    pub status: Status,
    /// Why.
    pub because: Because,
    /// The outcome, 0..1.
    pub score: Option<f64>,
    /// The mean of clamped paces, which the status is read from.
    pub pace: Option<f64>,
    /// The share of the weight below that is known, 0..1.
    pub coverage: f64,
    /// The share of the weight below whose status can be told, 0..1: known, and none of it "cannot tell".
    pub decided: f64,
    /// The score were every unknown at 0.
    pub low: f64,
    /// The score were every unknown at 1.
    pub high: f64,
    /// The score of leading KPIs alone.
    pub leading: Option<f64>,
    /// The score of lagging KPIs alone.
    pub lagging: Option<f64>,
    /// How the actions go; none where there are none.
    pub execution: Option<Execution>,
    /// Whether somebody set score or status by hand, and whether that holds.
    pub overridden: Option<Overridden>,
}

/// The scores of every node and KPI at one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    /// The day of reading.
    pub as_of: Date,
    /// By [`NodeIx`].
    pub nodes: Vec<NodeScore>,
    /// By [`KpiIx`].
    pub kpis: Vec<KpiScore>,
}

impl Scores {
    /// The score of a node of the scored plan.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "one entry for each handle the plan gave out")]
    pub fn node(&self, node: NodeIx) -> &NodeScore {
        &self.nodes[node.index()]
    }

    /// The score of a KPI of the scored plan.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "one entry for each handle the plan gave out")]
    pub fn kpi(&self, kpi: KpiIx) -> &KpiScore {
        &self.kpis[kpi.index()]
    }
}
