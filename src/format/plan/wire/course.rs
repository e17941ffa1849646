//! How a value is expected to get to its target.

use serde::Serialize;

use crate::format::json::scalar::{Day, Fraction};
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
