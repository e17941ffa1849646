//! Feedback loops, on their way out.

use crate::board::{self, Board};
use crate::wasm::shape::shapes::shapes;

shapes! {
    /// The feedback loops of a journal: heard, decided, told back.
    FeedbackLoops {
        /// All together.
        overall: LoopClosing,
        /// For each node with feedback about it or its KPIs, in the order of the plan.
        nodes: Vec<NodeClosing>,
        /// The loops that are not closed, the oldest first.
        waiting: Vec<FeedbackLoop>,
        /// Answers to feedback that the journal does not have: another journal may.
        unknown: Vec<UnknownAnswer>,
        /// The ids of feedback about what the plan does not have.
        strays: Vec<String>,
    }

    /// How well loops are closed.
    LoopClosing {
        /// How much was heard.
        heard: u32,
        /// Of it: nothing decided.
        open: u32,
        /// Of it: decided, and nobody told.
        decided: u32,
        /// Of it: closed.
        told: u32,
        /// Closed ÷ heard; absent where nothing was heard.
        #[serde(skip_serializing_if = "Option::is_none")]
        rate: Option<f64>,
        /// The median of the days from hearing to telling, of the closed ones.
        #[serde(skip_serializing_if = "Option::is_none")]
        median_days: Option<f64>,
    }

    /// How well the loops of a node are closed.
    NodeClosing {
        /// The id of the node.
        id: String,
        /// Its title in the plan's own words.
        title: String,
        /// How well they are closed.
        closing: LoopClosing,
    }

    /// One piece of feedback that waits.
    FeedbackLoop {
        /// The id of its entry.
        id: String,
        /// The id of the node or KPI it is about.
        about: String,
        /// Whom it comes from: `customer`, `employee`.
        from: &'static str,
        /// When it was heard, in UTC.
        heard: String,
        /// `open` where nothing is decided, `decided` where nobody was told since.
        state: &'static str,
        /// The ids of the decisions that answer it.
        decisions: Vec<String>,
        /// Whole days since it was heard.
        age: i32,
    }

    /// An answer to what the journal does not have.
    UnknownAnswer {
        /// The id of the entry.
        entry: String,
        /// What it says it answers.
        answers: String,
    }
}

impl FeedbackLoops {
    /// The loops found on a board.
    #[must_use]
    pub fn of(board: &Board, from: board::Loops) -> Self {
        let node = |(ix, closing): (_, board::Closing)| {
            let node = board.plan().node(ix);
            NodeClosing { id: node.id.clone(), title: node.title.clone(), closing: closing.into() }
        };
        Self {
            overall: from.overall.into(),
            nodes: from.nodes.into_iter().map(node).collect(),
            waiting: from.waiting.into_iter().map(Into::into).collect(),
            unknown: from
                .unknown
                .into_iter()
                .map(|(entry, answers)| UnknownAnswer { entry, answers })
                .collect(),
            strays: from.strays,
        }
    }
}

impl From<board::Closing> for LoopClosing {
    fn from(from: board::Closing) -> Self {
        let board::Closing { heard, open, decided, told, rate, median_days } = from;
        Self { heard, open, decided, told, rate, median_days }
    }
}

impl From<board::Loop> for FeedbackLoop {
    fn from(from: board::Loop) -> Self {
        Self {
            id: from.id,
            about: from.about,
            from: from.from.name(),
            heard: from.heard.to_string(),
            state: from.state.name(),
            decisions: from.decisions,
            age: from.age,
        }
    }
}
