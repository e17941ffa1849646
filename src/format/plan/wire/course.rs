//! How a value becomes a score, and how it is expected to get there.

use serde::Serialize;

use crate::format::json::scalar::{Day, Fraction, Number};
use crate::format::wire::wire;

wire! {
    /// The progress expected at a day.
    Milestone {
        /// The day.
        date: Day,
        /// The progress, from 0 (the baseline) to 1 (the target).
        progress: Fraction,
    }
}

/// How a value becomes a score from 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "function", rename_all = "kebab-case", deny_unknown_fields)]
pub enum ScoreFunction {
    /// The progress from baseline to target.
    Linear {},
    /// The place between two bounds; `direction` says which end is good.
    MinMax {
        /// The lower bound.
        low: Number,
        /// The upper bound.
        high: Number,
    },
    /// 1 from `low` to `high`, linear to 0 at `low0` and `high0`.
    Range {
        /// 0 from here down.
        low0: Number,
        /// 1 from here up.
        low: Number,
        /// 1 up to here.
        high: Number,
        /// 0 from here up.
        high0: Number,
    },
}

/// How progress is expected to run from start to due.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "course", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Expected {
    /// Evenly, day by day.
    Even {},
    /// Linear between points.
    Milestones {
        /// The points, one a day at most.
        #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
        points: Vec<Milestone>,
    },
    /// Nothing new until each point.
    Steps {
        /// The points, one a day at most.
        #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
        points: Vec<Milestone>,
    },
}
