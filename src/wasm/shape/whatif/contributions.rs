//! A score as a sum, on its way out.

use crate::board::{self, Board};
use crate::plan::NodeIx;
use crate::wasm::shape::shapes::shapes;
use crate::wasm::shape::{Bounds, InputKind, Status};

use super::Named;

shapes! {
    /// A node's score as the sum of what went into it.
    Contributions {
        /// The id of the node.
        subject: String,
        /// Its title in the plan's own words.
        title: String,
        /// How contributors make the score, as a code: `mean`, `min`, `max`, `worst`, `capped-sum`, `by-target`.
        roll_up: &'static str,
        /// The score, 0..1: what the points of `leaves` add up to, and those of `parts` with `rest`.
        #[serde(skip_serializing_if = "Option::is_none")]
        score: Option<f64>,
        /// The score with every unknown at 0 and at 1.
        bounds: Bounds,
        /// The node's own KPIs and its children.
        parts: Vec<ContributionPart>,
        /// The KPIs at and below it that reach it by weights, each once; and nodes whose score was set by hand, with what
        /// that adds to their parts.
        leaves: Vec<ContributionPart>,
        /// The score less the points of `parts`: 0 but where it was set by hand.
        rest: f64,
    }

    /// What one contributor gives to a score.
    ContributionPart {
        /// Its id.
        id: String,
        /// `kpi`, or the kind of node.
        kind: InputKind,
        /// Its title in the plan's own words.
        title: String,
        /// How it stands.
        status: Status,
        /// Its weight × share; for a leaf its share of the whole weight, 0..1.
        weight: f64,
        /// Its part in the score, 0..1: 0 where it is unknown.
        effective: f64,
        /// Its score; absent where it is unknown.
        #[serde(skip_serializing_if = "Option::is_none")]
        score: Option<f64>,
        /// effective × score: what it gives, 0..1.
        points: f64,
        /// Where its bar begins in a waterfall: what those before it give.
        start: f64,
        /// Where its bar ends.
        end: f64,
        /// What it would give at the least and at the most, were everything known; where scores are means these add up
        /// to the bounds of the node.
        bounds: Bounds,
        /// Whether it alone decides: the score where the least or the greatest does, the status where the worst does.
        decides: bool,
    }
}

impl Contributions {
    /// What the contributors of a node give.
    #[must_use]
    pub fn of(board: &Board, node: NodeIx) -> Self {
        let (from, score) = (board.contributions(node), board.scores().node(node));
        let of = board.plan().node(node);
        Self {
            subject: of.id.clone(),
            title: of.title.clone(),
            roll_up: from.roll_up.name(),
            score: score.score,
            bounds: Bounds { low: score.low, high: score.high },
            parts: parts(board, &from.parts),
            leaves: parts(board, &from.leaves),
            rest: from.rest,
        }
    }
}

fn parts(board: &Board, from: &[board::Contribution]) -> Vec<ContributionPart> {
    let mut sum = 0.0;
    let part = |each: &board::Contribution| {
        let start = sum;
        sum += each.points;
        let Named { id, kind, title, status } = Named::of(board, each.subject);
        ContributionPart {
            id,
            kind,
            title,
            status,
            weight: each.weight,
            effective: each.effective,
            score: each.score,
            points: each.points,
            start,
            end: sum,
            bounds: Bounds { low: each.low, high: each.high },
            decides: each.decides,
        }
    };
    from.iter().map(part).collect()
}
