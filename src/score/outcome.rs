//! Outcome: what the KPIs say, rolled up (domain section 3).
//!
//! The score of a node is Σ wσ·score ÷ Σ wσ over the contributors that are known; pace by the same
//! weights; coverage Σ wσ·c ÷ Σ wσ over all; bounds the same mean with every unknown at 0 and at 1.
//! Sums run in one fixed order, so that a part recomputed equals the whole recomputed, bit for bit.

use std::borrow::Borrow;

use super::bands::{ROUNDING, banded};
use super::progress::unit;
use super::tree::{Contributor, Source};
use super::{KpiScore, NodeScore, Status};
use crate::plan::{Lead, Missing, NodeIx, Plan, RollUp, Settings};

/// How the contributors of one node are rolled up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rolling {
    /// How they make a score.
    pub by: RollUp,
    /// What a missing one does.
    pub missing: Missing,
}

impl Rolling {
    /// As a node of a plan chose, or the plan for it.
    #[must_use]
    pub fn of(plan: &Plan, node: NodeIx) -> Self {
        Self { by: plan.roll_up(node), missing: plan.missing(node) }
    }
}

/// The outcome of a node before its status.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// The score; none where nothing is known.
    pub score: Option<f64>,
    /// The pace beside it.
    pub pace: Option<f64>,
    /// The share of the weight that is known.
    pub coverage: f64,
    /// The share of the weight whose status can be told.
    pub decided: f64,
    /// The score were every unknown at 0.
    pub low: f64,
    /// The score were every unknown at 1.
    pub high: f64,
    /// The score of leading KPIs alone.
    pub leading: Option<f64>,
    /// The score of lagging KPIs alone.
    pub lagging: Option<f64>,
    /// The worst status among the contributors that are known.
    pub worst: Option<Status>,
    /// Whether all that is known has not started.
    pub not_started: bool,
    /// Whether something is unknown because it went stale.
    pub stale: bool,
}

/// What one contributor brings.
#[derive(Clone, Copy, Debug)]
pub struct Brought {
    known: Option<(f64, f64)>,
    coverage: f64,
    decided: f64,
    low: f64,
    high: f64,
    leading: Option<f64>,
    lagging: Option<f64>,
    status: Status,
    stale: bool,
}

impl Brought {
    fn by_kpi(kpi: &KpiScore, lead: Option<Lead>) -> Self {
        let status = kpi.beneath.unwrap_or(kpi.status);
        let known = kpi.part.map(|part| (part.score, part.pace));
        let score = known.map(|(score, _)| score);
        // A stale value may be kept in the score; known it is not, or old values would make a goal green.
        let sure = score.filter(|_| status != Status::Stale);
        Self {
            known,
            coverage: f64::from(u8::from(sure.is_some())),
            decided: f64::from(u8::from(sure.is_some() && status != Status::CannotTell)),
            low: sure.unwrap_or(0.0),
            high: sure.unwrap_or(1.0),
            leading: score.filter(|_| lead == Some(Lead::Leading)),
            lagging: score.filter(|_| lead == Some(Lead::Lagging)),
            status,
            stale: status == Status::Stale,
        }
    }

    /// What a child brings.
    #[must_use]
    pub fn by_node(node: &NodeScore, settings: &Settings) -> Self {
        // That the work is done says nothing of the outcome, which alone counts here.
        let outcome = node.pace.filter(|_| node.status == Status::Done);
        Self {
            known: node.score.zip(node.pace),
            coverage: node.coverage,
            decided: node.decided,
            low: node.low,
            high: node.high,
            leading: node.leading,
            lagging: node.lagging,
            status: outcome.map_or(node.status, |pace| banded(pace, &settings.bands)),
            stale: matches!(node.because, super::Because::AllStale),
        }
    }
}

/// A weighted mean in the making.
#[derive(Clone, Copy, Default)]
struct Mean {
    sum: f64,
    weight: f64,
}

impl Mean {
    fn add(&mut self, weight: f64, number: f64) {
        self.sum += weight * number;
        self.weight += weight;
    }

    fn get(self) -> Option<f64> {
        (self.weight > 0.0).then(|| unit(self.sum / self.weight))
    }
}

/// A weighted mean, or the least or greatest.
#[derive(Clone, Copy)]
struct Roll {
    mean: Mean,
    least: f64,
    greatest: f64,
}

impl Roll {
    const fn new() -> Self {
        Self { mean: Mean { sum: 0.0, weight: 0.0 }, least: f64::INFINITY, greatest: f64::NEG_INFINITY }
    }

    fn add(&mut self, weight: f64, number: f64) {
        self.mean.add(weight, number);
        // No number here is NaN, and `min` and `max` would ask each time: they are a call in wasm.
        if number < self.least {
            self.least = number;
        }
        if number > self.greatest {
            self.greatest = number;
        }
    }

    fn get(self, by: RollUp) -> Option<f64> {
        let mean = self.mean.get()?;
        Some(match by {
            RollUp::Mean | RollUp::Worst | RollUp::ByTarget => mean,
            RollUp::CappedSum => unit(self.mean.sum),
            RollUp::Min => self.least,
            RollUp::Max => self.greatest,
        })
    }
}

/// What is summed over the contributors of a node.
struct Sums {
    score: Roll,
    pace: Roll,
    low: Roll,
    high: Roll,
    coverage: Mean,
    decided: Mean,
    leading: Mean,
    lagging: Mean,
    unknown: bool,
    worst: Option<Status>,
    started: bool,
    stale: bool,
}

impl Sums {
    const fn new() -> Self {
        let (roll, mean) = (Roll::new(), Mean { sum: 0.0, weight: 0.0 });
        Self {
            score: roll,
            pace: roll,
            low: roll,
            high: roll,
            coverage: mean,
            decided: mean,
            leading: mean,
            lagging: mean,
            unknown: false,
            worst: None,
            started: false,
            stale: false,
        }
    }

    fn add(&mut self, weight: f64, brought: &Brought, missing: Missing) {
        self.coverage.add(weight, brought.coverage);
        self.decided.add(weight, brought.decided);
        self.low.add(weight, brought.low);
        self.high.add(weight, brought.high);
        if let Some(score) = brought.leading {
            self.leading.add(weight, score);
        }
        if let Some(score) = brought.lagging {
            self.lagging.add(weight, score);
        }
        self.stale |= brought.stale;
        match brought.known {
            Some((score, pace)) => self.add_known(weight, score, pace, brought.status),
            None => self.add_unknown(weight, missing),
        }
    }

    fn add_known(&mut self, weight: f64, score: f64, pace: f64, status: Status) {
        self.score.add(weight, score);
        self.pace.add(weight, pace);
        self.started |= status != Status::NotStarted;
        self.worst = Some(self.worst.map_or(status, |worst| worse(worst, status)));
    }

    fn add_unknown(&mut self, weight: f64, missing: Missing) {
        self.unknown = true;
        if missing == Missing::Zero {
            self.score.add(weight, 0.0);
            self.pace.add(weight, 0.0);
        }
    }

    fn finish(self, rolling: Rolling) -> Outcome {
        let coverage = self.coverage.get().unwrap_or(0.0);
        let withheld = self.worst.is_none() || (self.unknown && rolling.missing == Missing::Propagate);
        let given = |roll: Roll| roll.get(rolling.by).filter(|_| !withheld);
        let (score, pace) = (given(self.score), given(self.pace));
        let (low, high) = (self.low.get(rolling.by), self.high.get(rolling.by));
        let (low, high) = (low.unwrap_or(0.0), high.unwrap_or(1.0));
        Outcome {
            score,
            pace,
            coverage,
            decided: self.decided.get().unwrap_or(0.0),
            // The last bit of a quotient may put the score a hair outside.
            low: score.map_or(low, |score| low.min(score)),
            high: score.map_or(high, |score| high.max(score)),
            leading: self.leading.get(),
            lagging: self.lagging.get(),
            worst: self.worst,
            not_started: self.worst.is_some() && !self.started,
            stale: self.stale,
        }
    }
}

/// Rolls up the contributors of a node.
pub fn outcome<'a, B: Borrow<Brought>>(
    contributors: &[Contributor],
    kpi: impl Fn(crate::plan::KpiIx) -> &'a KpiScore,
    node: impl Fn(crate::plan::NodeIx) -> B,
    rolling: Rolling,
) -> Outcome {
    let mut sums = Sums::new();
    for each in contributors {
        match each.of {
            Source::Kpi(ix, lead) => {
                sums.add(each.weight, &Brought::by_kpi(kpi(ix), lead), rolling.missing);
            }
            Source::Node(ix) => sums.add(each.weight, node(ix).borrow(), rolling.missing),
        }
    }
    sums.finish(rolling)
}

/// The worse of two statuses.
const fn worse(one: Status, other: Status) -> Status {
    if badness(other) > badness(one) { other } else { one }
}

/// How bad a status is among contributors.
pub(crate) const fn badness(status: Status) -> u8 {
    match status {
        Status::OffTrack | Status::NotMet => 4,
        Status::AtRisk => 3,
        Status::CannotTell | Status::Stale | Status::NoData => 2,
        Status::OnTrack | Status::Met => 1,
        Status::NotStarted | Status::Done => 0,
    }
}

/// Whether enough is known to be on track.
pub(crate) fn enough(coverage: f64, needed: f64) -> bool {
    coverage + ROUNDING >= needed
}
