//! Check-ins, on their way out.

use crate::board::{self, Board};
use crate::score::iso;
use crate::wasm::shape::shapes::shapes;

shapes! {
    /// What check-ins say of a node or KPI. Confidence is what people think: no score, and in none.
    CheckedIn {
        /// Its id.
        id: String,
        /// Its title in the plan's own words.
        title: String,
        /// How many check-ins there are.
        count: u32,
        /// The id of the last one.
        #[serde(skip_serializing_if = "Option::is_none")]
        entry: Option<String>,
        /// The day of the last one, as YYYY-MM-DD.
        #[serde(skip_serializing_if = "Option::is_none")]
        at: Option<String>,
        /// How sure its owner is that the target will be reached, 0..1.
        #[serde(skip_serializing_if = "Option::is_none")]
        confidence: Option<f64>,
        /// The confidence of the one before.
        #[serde(skip_serializing_if = "Option::is_none")]
        previous: Option<f64>,
        /// How often one is due: `day`, `week`, `month`, `quarter`, `year`.
        #[serde(skip_serializing_if = "Option::is_none")]
        every: Option<&'static str>,
        /// The last day on which the next one is in time.
        #[serde(skip_serializing_if = "Option::is_none")]
        due: Option<String>,
        /// Days since that day, where it is past.
        #[serde(skip_serializing_if = "Option::is_none")]
        late: Option<i32>,
        /// `current`, `overdue`, `not-due`.
        state: &'static str,
        /// What is to be shown of its health: `overdue` whatever its score says, else its status.
        health: &'static str,
    }
}

impl CheckedIn {
    /// What was found on a board.
    #[must_use]
    pub fn of(board: &Board, from: board::CheckedIn) -> Self {
        Self {
            id: board.plan().id(from.subject).to_owned(),
            title: board.plan().title_of(from.subject).to_owned(),
            count: from.count,
            entry: from.entry,
            at: from.at.map(iso),
            confidence: from.confidence,
            previous: from.previous,
            every: from.every.map(|every| every.name()),
            due: from.due.map(iso),
            late: from.late,
            state: from.state.name(),
            health: from.health,
        }
    }
}
