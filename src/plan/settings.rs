//! What a plan may choose: bands, roll-up, weights of the index, findings switched off.

use super::Subject;
use super::names::named;

named! {
    /// What a missing contributor does to its parent's score.
    Missing {
        /// Left out, the others renormalised.
        Ignore = "ignore",
        /// The parent has no score.
        Propagate = "propagate",
        /// Counts as 0.
        Zero = "zero",
    }
}

named! {
    /// What a stale value does.
    Stale {
        /// Leaves the score.
        Leave = "leave",
        /// Stays in it, marked.
        Keep = "keep",
    }
}

named! {
    /// How contributors make a score.
    RollUp {
        /// The weighted mean.
        Mean = "mean",
        /// The least score.
        Min = "min",
        /// The greatest score.
        Max = "max",
        /// The weighted mean, with the worst status.
        Worst = "worst",
        /// The sum of weight × score, 1 at most.
        CappedSum = "capped-sum",
        /// The mean, each by what it aims at: a KPI by its target, a child by the targets below it.
        ByTarget = "by-target",
    }
}

named! {
    /// The metrics of the alignment index (domain section 7).
    IndexMetric {
        /// Nodes with a path to the mission.
        Vertical = "AL-V",
        /// Goals with a strategy and an action beneath.
        CoverageBelow = "AL-C",
        /// Goals and strategies with a KPI in their subtree.
        Measured = "AL-M",
        /// Nodes with exactly one accountable owner.
        Owned = "AL-OWN",
        /// Links whose child's dates lie inside the parent's.
        InTime = "AL-T",
    }
}

named! {
    /// A rule that looks for a known pitfall.
    FindingId {
        /// A node without a path to the mission.
        Orphan = "orphan",
        /// A goal without a KPI in its subtree.
        UnmeasuredGoal = "unmeasured-goal",
        /// A node nobody answers for.
        NoOwner = "no-owner",
        /// A value older than its update interval allows.
        Stale = "stale",
        /// A KPI that names no update interval, so that nothing tells when its value is old.
        NoInterval = "no-interval",
        /// A strategy without an action.
        StrategyWithoutAction = "strategy-without-action",
        /// A child that begins before or ends after its parent.
        DatesOutsideParent = "dates-outside-parent",
        /// A KPI that gets better while its guard gets worse.
        GuardDiverges = "guard-diverges",
        /// A KPI that does harm when chased alone, and has no guard.
        ProblemMetricWithoutGuard = "problem-metric-without-guard",
        /// Cases that pile up just within a limit.
        Bunching = "bunching",
    }
}

/// Where the colours change, on a pace or score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bands {
    /// On track from here up.
    pub on_track: f64,
    /// At risk from here up, off track below; at most `on_track`.
    pub at_risk: f64,
}

impl Default for Bands {
    fn default() -> Self {
        Self { on_track: 0.9, at_risk: 0.7 }
    }
}

/// The weights of the alignment index; finite, not negative.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IndexWeights {
    /// AL-V.
    pub vertical: f64,
    /// AL-C.
    pub coverage_below: f64,
    /// AL-M.
    pub measured: f64,
    /// AL-OWN.
    pub owned: f64,
    /// AL-T.
    pub in_time: f64,
}

impl Default for IndexWeights {
    fn default() -> Self {
        Self { vertical: 0.30, coverage_below: 0.20, measured: 0.25, owned: 0.15, in_time: 0.10 }
    }
}

impl IndexWeights {
    /// The weight of a metric.
    #[must_use]
    pub const fn of(&self, metric: IndexMetric) -> f64 {
        match metric {
            IndexMetric::Vertical => self.vertical,
            IndexMetric::CoverageBelow => self.coverage_below,
            IndexMetric::Measured => self.measured,
            IndexMetric::Owned => self.owned,
            IndexMetric::InTime => self.in_time,
        }
    }

    /// Sets the weight of a metric.
    pub const fn set(&mut self, metric: IndexMetric, weight: f64) {
        match metric {
            IndexMetric::Vertical => self.vertical = weight,
            IndexMetric::CoverageBelow => self.coverage_below = weight,
            IndexMetric::Measured => self.measured = weight,
            IndexMetric::Owned => self.owned = weight,
            IndexMetric::InTime => self.in_time = weight,
        }
    }
}

/// A finding switched off, for one node or KPI or for all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Off {
    /// Which rule.
    pub finding: FindingId,
    /// Where; none for everywhere.
    pub subject: Option<Subject>,
    /// Why, in words of the one who switched it off.
    pub reason: String,
}

/// What a plan may choose.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Where the colours change.
    pub bands: Bands,
    /// The coverage a node needs to be on track, 0 to 1.
    pub coverage_needed: f64,
    /// What a missing contributor does.
    pub missing: Missing,
    /// What a stale value does.
    pub stale: Stale,
    /// How contributors make a score.
    pub roll_up: RollUp,
    /// The weights of the alignment index.
    pub index_weights: IndexWeights,
    /// Findings switched off.
    pub off: Vec<Off>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            bands: Bands::default(),
            coverage_needed: 0.8,
            missing: Missing::Ignore,
            stale: Stale::Leave,
            roll_up: RollUp::Mean,
            index_weights: IndexWeights::default(),
            off: Vec::new(),
        }
    }
}
