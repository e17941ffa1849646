//! What moved a score between two days, on its way out.

use super::Named;
use crate::board::{self, Board};
use crate::score::{self, iso};
use crate::wasm::shape::shapes::shapes;
use crate::wasm::shape::{Bounds, InputKind, Status};

shapes! {
    /// What moved a node's score between two days.
    MovedScore {
        /// The id of the node.
        subject: String,
        /// Its title in the plan's own words.
        title: String,
        /// How it stood on the first day.
        before: ScoreAt,
        /// How it stood on the other day.
        after: ScoreAt,
        /// The score after less that before; absent where there is none at either end.
        #[serde(skip_serializing_if = "Option::is_none")]
        difference: Option<f64>,
        /// The difference by why; all zero where there is none.
        effects: MoveEffects,
        /// What each contributor moved: these add up to the difference.
        parts: Vec<MovedPart>,
        /// What each KPI below moved: these add up to the difference as well. A node stands here where its score was set by
        /// hand, or where it counts though nothing below it is known.
        leaves: Vec<MovedPart>,
    }

    /// How a node stood on a day.
    ScoreAt {
        /// The day, as YYYY-MM-DD.
        at: String,
        /// The status.
        status: Status,
        /// The score, 0..1.
        #[serde(skip_serializing_if = "Option::is_none")]
        score: Option<f64>,
        /// The share of the weight that was known.
        coverage: f64,
        /// The score with every unknown at 0 and at 1.
        bounds: Bounds,
    }

    /// What one contributor moved.
    MovedPart {
        /// Its id.
        id: String,
        /// `kpi`, or the kind of node.
        kind: InputKind,
        /// Its title in the plan's own words.
        title: String,
        /// Its score on the first day; absent where it was unknown.
        #[serde(skip_serializing_if = "Option::is_none")]
        before: Option<f64>,
        /// Its score on the other day.
        #[serde(skip_serializing_if = "Option::is_none")]
        after: Option<f64>,
        /// By how much it moved the node's score, by why.
        effects: MoveEffects,
    }

    /// By how much something moved a score, by why; in points from −1 to 1.
    MoveEffects {
        /// Its own score moved.
        value: f64,
        /// Its own weight became another.
        weight: f64,
        /// It became known, or unknown.
        coverage: f64,
        /// The parts of others moved, and with them its own.
        mix: f64,
        /// Its score is not what its parts make of it.
        other: f64,
        /// All of them together.
        total: f64,
    }
}

impl MovedScore {
    /// What moved a node of this board.
    #[must_use]
    pub fn of(board: &Board, from: &board::Moved) -> Self {
        let node = board.plan().node(from.node);
        let mut effects = board::Effects::default();
        for each in from.parts.iter().map(|part| part.effects) {
            effects.value += each.value;
            effects.weight += each.weight;
            effects.coverage += each.coverage;
            effects.mix += each.mix;
            effects.other += each.other;
        }
        Self {
            subject: node.id.clone(),
            title: node.title.clone(),
            before: score_at(iso(from.from), &from.before),
            after: score_at(iso(from.to), &from.after),
            difference: from.difference(),
            effects: effects.into(),
            parts: from.parts.iter().map(|part| moved_part(board, part)).collect(),
            leaves: from.leaves.iter().map(|part| moved_part(board, part)).collect(),
        }
    }
}

fn score_at(at: String, score: &score::NodeScore) -> ScoreAt {
    let bounds = Bounds { low: score.low, high: score.high };
    ScoreAt { at, status: score.status.into(), score: score.score, coverage: score.coverage, bounds }
}

fn moved_part(board: &Board, part: &board::Part) -> MovedPart {
    let Named { id, kind, title, .. } = Named::of(board, part.subject);
    MovedPart { id, kind, title, before: part.before, after: part.after, effects: part.effects.into() }
}

impl From<board::Effects> for MoveEffects {
    fn from(from: board::Effects) -> Self {
        let board::Effects { value, weight, coverage, mix, other } = from;
        Self { value, weight, coverage, mix, other, total: from.total() }
    }
}
