//! The contributors of a node at two ends, side by side.

use super::split::{End, Pair, Piece, extreme, mean, sum};
use crate::board::Board;
use crate::board::beside::subject_of;
use crate::plan::{Missing, NodeIx, RollUp, Subject};
use crate::score::{Contributor, Rolling};

/// A contributor at both ends and what it did.
pub(super) struct Placed {
    pub(super) subject: Subject,
    pub(super) pair: Pair,
    pub(super) piece: Piece,
    /// Its part in the node, by the ends at which there is one.
    pub(super) part: f64,
}

/// What each contributor of a node did between two boards of one plan.
pub(super) fn placed(before: &Board, after: &Board, node: NodeIx) -> Vec<Placed> {
    let [first, last] = [before, after].map(|board| ends(board, node));
    let mut subjects: Vec<Subject> = first.iter().map(|(subject, ..)| *subject).collect();
    subjects.extend(last.iter().map(|each| each.0).filter(|each| !first.iter().any(|(one, ..)| one == each)));
    let at = |list: &[(Subject, End, f64)], subject: Subject| {
        let found = list.iter().find(|(each, ..)| *each == subject);
        found.map_or((End { weight: 0.0, score: None }, 0.0), |(_, end, part)| (*end, *part))
    };
    let both: Vec<_> = subjects.iter().map(|each| (at(&first, *each), at(&last, *each))).collect();
    let pairs: Vec<Pair> = both.iter().map(|(one, other)| (one.0, other.0)).collect();
    let all = subjects.into_iter().zip(both).zip(pieces(before, node, &pairs));
    let placed = all.map(|((subject, (one, other)), piece)| Placed {
        subject,
        pair: (one.0, other.0),
        piece,
        part: one.1 + other.1,
    });
    let mut placed: Vec<Placed> = placed.collect();
    let total: f64 = placed.iter().map(|each| each.part).sum();
    for each in &mut placed {
        each.part = if total > 0.0 { each.part / total } else { 0.0 };
    }
    placed
}

fn pieces(board: &Board, node: NodeIx, pairs: &[Pair]) -> Vec<Piece> {
    let Rolling { by, missing } = Rolling::of(&board.plan, node);
    let zero = missing == Missing::Zero;
    match by {
        RollUp::Mean | RollUp::Worst | RollUp::ByTarget => mean(pairs, zero),
        RollUp::CappedSum => sum(pairs),
        RollUp::Min => extreme(pairs, false, zero),
        RollUp::Max => extreme(pairs, true, zero),
    }
}

/// The contributors of a node at one end, with their parts in its score.
fn ends(board: &Board, node: NodeIx) -> Vec<(Subject, End, f64)> {
    let contributors = board.tree.contributors(node).iter().zip(board.effective(node));
    let end = |(each, part): (&Contributor, f64)| {
        (subject_of(each), End { weight: each.weight, score: board.given_by(each) }, part)
    };
    contributors.map(end).collect()
}
