//! What measures a node.

use super::{Bands, Expected, Override, Reading, ScoreFunction, TypedValue, ValueWindow};
use crate::calendar::Granularity;
use crate::format::json::scalar::{Day, Number, Text, Weight, Word};
use crate::format::wire::wire;
use crate::plan;

wire! {
    /// A measured quantity.
    Kpi {
        /// Unique among nodes and KPIs.
        id: Text,
        /// Its short text.
        title: Text,
        /// Its long text.
        #[serde(skip_serializing_if = "Option::is_none")]
        description: Option<Text>,
        /// The unit of value, baseline and target: `%`, `h`, `min`, `s`, `d`, `points` or any other.
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<Text>,
        /// Which way is better. Needed without a baseline; else it follows from baseline and target.
        #[serde(skip_serializing_if = "Option::is_none")]
        direction: Option<Word<plan::Direction>>,
        /// Where it started.
        #[serde(skip_serializing_if = "Option::is_none")]
        baseline: Option<Number>,
        /// Where it should be.
        #[serde(skip_serializing_if = "Option::is_none")]
        target: Option<Number>,
        /// What others reach: a comparison, never a target.
        #[serde(skip_serializing_if = "Option::is_none")]
        benchmark: Option<Benchmark>,
        /// The first day; the node's where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        start: Option<Day>,
        /// The target date; the node's where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        due: Option<Day>,
        /// The weight in its node; 1 where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        weight: Option<Weight>,
        /// The id of the owner to ask for it.
        #[serde(skip_serializing_if = "Option::is_none")]
        owner: Option<Text>,
        /// The id of the KPI to watch beside it, where this one does harm when chased alone.
        #[serde(skip_serializing_if = "Option::is_none")]
        guard: Option<Text>,
        /// What is promised by reaching the target, where it is a service standard: "answer within 20 s".
        #[serde(skip_serializing_if = "Option::is_none")]
        standard: Option<Text>,
        /// How often a value is due; one without it never goes stale.
        #[serde(skip_serializing_if = "Option::is_none")]
        interval: Option<Word<Granularity>>,
        /// Whether it moves before the outcome or with it.
        #[serde(skip_serializing_if = "Option::is_none")]
        lead: Option<Word<plan::Lead>>,
        /// How its value becomes a score; `linear` where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        score: Option<ScoreFunction>,
        /// How its progress is expected to run; `even` where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        expected: Option<Expected>,
        /// A score or status set by hand, for a while.
        #[serde(rename = "override", skip_serializing_if = "Option::is_none")]
        overruled: Option<Override>,
        /// Bands of its own; the plan's where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        bands: Option<Bands>,
        /// Which periods its value covers; the last complete one where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        window: Option<ValueWindow>,
        /// How several typed values make one; `last` where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        aggregate: Option<Word<plan::Aggregate>>,
        /// Where in the data it is read.
        #[serde(skip_serializing_if = "Option::is_none")]
        measure: Option<Reading>,
        /// Values typed in, one a day at most.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        values: Vec<TypedValue>,
    }

    /// What others reach.
    Benchmark {
        /// The figure, in the KPI's unit.
        value: Number,
        /// Who published it.
        source: Text,
        /// When.
        date: Day,
        /// The unit it was published in: one that is not the KPI's is refused.
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<Text>,
    }
}
