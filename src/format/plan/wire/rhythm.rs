//! How often a plan is looked at.

use crate::calendar::Granularity;
use crate::format::json::scalar::{Day, Text, Word};
use crate::format::wire::wire;
use crate::plan;

wire! {
    /// A cycle of objectives, such as a quarter.
    OkrCycle {
        /// Unique among cycles.
        id: Text,
        /// As shown.
        title: Text,
        /// The first day.
        start: Day,
        /// The last day; grades are final after it.
        end: Day,
    }

    /// How often the plan is reviewed.
    Reviews {
        /// How long from one review to the next.
        every: Word<Granularity>,
        /// The day of the last review that no journal tells of, or the day to count from.
        #[serde(skip_serializing_if = "Option::is_none")]
        last: Option<Day>,
    }
}

impl From<&plan::OkrCycle> for OkrCycle {
    fn from(from: &plan::OkrCycle) -> Self {
        let plan::OkrCycle { id, title, start, end } = from;
        Self { id: id.into(), title: title.into(), start: Day(*start), end: Day(*end) }
    }
}

impl From<plan::Reviews> for Reviews {
    fn from(from: plan::Reviews) -> Self {
        Self { every: Word(from.every), last: from.last.map(Day) }
    }
}
