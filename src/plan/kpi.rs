//! A KPI as planned: what is measured, from where to where, and how it becomes a score (P4).

use super::names::named;
use super::{Bands, KpiIx, NodeIx, Override, OwnerIx, ScoreFunction, Variant};
use crate::calendar::{Date, Granularity};
use crate::error::Pointer;
use crate::text::together;

named! {
    /// Which way is better.
    Direction {
        /// More is better.
        Up = "up",
        /// Less is better.
        Down = "down",
    }
}

named! {
    /// Whether a KPI moves before the outcome or is the outcome.
    Lead {
        /// Moves first.
        Leading = "leading",
        /// Moves with the outcome.
        Lagging = "lagging",
    }
}

named! {
    /// How several typed values make one.
    Aggregate {
        /// The latest.
        Last = "last",
        /// The sum.
        Sum = "sum",
        /// The mean of the values.
        Mean = "mean",
        /// The least.
        Min = "min",
        /// The greatest.
        Max = "max",
        /// How many there are.
        Count = "count",
        /// The sum of numerators over the sum of denominators.
        RatioOfSums = "ratio-of-sums",
    }
}

/// A measured quantity of a node.
#[derive(Debug, Clone, PartialEq)]
pub struct Kpi {
    /// Unique among nodes and KPIs.
    pub id: String,
    /// The node it belongs to.
    pub node: NodeIx,
    /// Its short text.
    pub title: String,
    /// Its long text.
    pub description: Option<String>,
    /// The unit values, baseline and target are in: `%`, `h`, `min`, `s`, `d`, `points` or any other.
    pub unit: Option<String>,
    /// Which way is better: as given, else by the sign of target − baseline.
    pub direction: Option<Direction>,
    /// Where it started, b.
    pub baseline: Option<f64>,
    /// Where it should be, t; 0 is a target like any other.
    pub target: Option<f64>,
    /// What others reach: a comparison, never a target.
    pub benchmark: Option<Benchmark>,
    /// The first day, where it differs from the node's.
    pub start: Option<Date>,
    /// The target date, where it differs from the node's.
    pub due: Option<Date>,
    /// The weight in its node, finite and not negative; 1 where the plan says nothing.
    pub weight: f64,
    /// Whom to ask for it.
    pub owner: Option<OwnerIx>,
    /// The KPI to watch beside it, since this one does harm when chased alone.
    pub guard: Option<KpiIx>,
    /// What is promised by reaching the target, in words, where it is a service standard.
    pub standard: Option<String>,
    /// How often a value is due; one without it never goes stale.
    pub interval: Option<Granularity>,
    /// Leading or lagging.
    pub lead: Option<Lead>,
    /// How its value becomes a score.
    pub score: ScoreFunction,
    /// How its progress is expected to run.
    pub expected: Expected,
    /// What somebody set by hand.
    pub overruled: Option<Box<Override>>,
    /// Bands of its own; else the plan's.
    pub bands: Option<Bands>,
    /// Which periods its value covers.
    pub window: Window,
    /// How several typed values make one.
    pub aggregate: Aggregate,
    /// Where in the data it is read.
    pub reading: Option<Reading>,
    /// Values typed into the plan: one a day at most, in order of time.
    pub typed: Vec<Typed>,
    /// Where the KPI stands in its JSON.
    pub pointer: Pointer,
}

/// What others reach (P14).
#[derive(Debug, Clone, PartialEq)]
pub struct Benchmark {
    /// The figure, in the KPI's unit.
    pub value: f64,
    /// Who published it.
    pub source: String,
    /// When.
    pub date: Date,
    /// The unit it was published in, where the plan says so: the KPI's own.
    pub unit: Option<String>,
}

/// How progress is expected to run from start to due.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Expected {
    /// Evenly, day by day.
    #[default]
    Even,
    /// Linear between these points, in order of time.
    Milestones(Vec<Milestone>),
    /// Nothing new until each of these, in order of time.
    Steps(Vec<Milestone>),
}

/// The progress expected at a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Milestone {
    /// The day.
    pub date: Date,
    /// The progress, 0 to 1.
    pub progress: f64,
}

/// Which periods a KPI's value covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// Everything there is.
    All,
    /// So many complete periods up to the day of reading; at least 1.
    Last(u32),
}

impl Default for Window {
    fn default() -> Self {
        Self::Last(1)
    }
}

/// Where in the data a KPI is read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The id of the source, as its mapping has it.
    pub source: String,
    /// The id of the measure in that source.
    pub measure: String,
    /// The named definition.
    pub variant: Variant,
    /// One segment: a value of a dimension or of two together, each behind the name of its dimension, which
    /// is empty for the source's first; nothing for all.
    pub segment: Vec<(String, String)>,
    /// Counts of the formula that another table tells.
    pub counts: Vec<CountFrom>,
}

/// A count of a formula that another measure tells: the customers of a contact rate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountFrom {
    /// The name that the formula has for it.
    pub name: String,
    /// The id of the other source.
    pub source: String,
    /// The id of the measure there.
    pub measure: String,
    /// Which count of that measure: one of its names, `numerator`, `denominator`, or `n`, all that it counts.
    pub count: String,
}

impl Reading {
    /// Whether a source tells something of it.
    pub fn reads(&self, of: &dyn Fn(&str) -> bool) -> bool {
        of(&self.source) || self.counts.iter().any(|each| of(&each.source))
    }

    /// The values of its segment as one text; none for all.
    #[must_use]
    pub fn segment_label(&self) -> Option<String> {
        let (first, others) = self.segment.split_first()?;
        Some(others.iter().fold(first.1.clone(), |label, (_, value)| together(&[&label, " × ", value])))
    }
}

/// A value typed into the plan.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Typed {
    /// The day it was true: the end of its period.
    pub at: Date,
    /// The value, or the counts it comes from.
    pub amount: Amount,
    /// How many answers or cases stand behind it; at least 1.
    pub n: Option<u64>,
    /// Its interval as (low, high), where the source gave one; low ≤ high.
    pub interval: Option<(f64, f64)>,
}

impl Typed {
    /// The value in the KPI's unit; counts give 100·numerator ÷ denominator.
    #[must_use]
    pub fn value(&self) -> f64 {
        match self.amount {
            Amount::Value(value) => value,
            Amount::Counts { numerator, denominator } => 100.0 * numerator / denominator,
        }
    }
}

/// A typed figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount {
    /// As it is; finite.
    Value(f64),
    /// As counts; both finite.
    Counts {
        /// Those that count.
        numerator: f64,
        /// All of them; above 0.
        denominator: f64,
    },
}
