//! How sure scores are.

use super::shapes::shapes;
use crate::board::{self, Board};
use crate::plan::Subject;

shapes! {
    /// How sure the score of a node or KPI is, by the intervals of the KPIs that go into it.
    ScoreChance {
        /// The id of the node or KPI.
        id: String,
        /// `kpi` or `node`.
        kind: &'static str,
        /// The lower end of the score's 95 % interval, 0..1.
        low: f64,
        /// The upper end.
        high: f64,
        /// The chance that it is on track (of a KPI also: met or done), 0..1; absent where too little is known for that,
        /// where the value is stale, and where somebody set it by hand.
        #[serde(skip_serializing_if = "Option::is_none")]
        on_track: Option<f64>,
        /// How many KPIs with an interval go into it; all others are taken as they are.
        uncertain: u32,
    }
}

impl ScoreChance {
    /// A chance on a board.
    #[must_use]
    pub fn of(board: &Board, from: &board::Chance) -> Self {
        Self {
            id: board.plan().id(from.subject).to_owned(),
            kind: if matches!(from.subject, Subject::Kpi(_)) { "kpi" } else { "node" },
            low: from.low,
            high: from.high,
            on_track: from.on_track,
            uncertain: from.uncertain,
        }
    }
}
