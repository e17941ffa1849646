//! What a number is made of, what moved it and what would, on its way out.

mod contributions;
mod moved;
mod outlook;
mod sensitivity;

pub use contributions::{ContributionPart, Contributions};
pub use moved::{MoveEffects, MovedPart, MovedScore, ScoreAt};
pub use outlook::{Outlook, ScenarioComparison, ScenarioRow, Shift, Stand};
pub use sensitivity::{LinkName, Sensitivity, Swing, SwingEnd, WeightFlip};

use super::{InputKind, KpiWord, Status};
use crate::board::Board;
use crate::plan::Subject;

/// What a reader knows a node or KPI by.
struct Named {
    id: String,
    kind: InputKind,
    title: String,
    status: Status,
}

impl Named {
    fn of(board: &Board, subject: Subject) -> Self {
        let plan = board.plan();
        let (kind, title, status) = match subject {
            Subject::Node(ix) => {
                let node = plan.node(ix);
                (InputKind::Node(node.kind.into()), &node.title, board.scores().node(ix).status)
            }
            Subject::Kpi(ix) => {
                (InputKind::Kpi(KpiWord::Kpi), &plan.kpi(ix).title, board.scores().kpi(ix).status)
            }
        };
        Self { id: plan.id(subject).to_owned(), kind, title: title.clone(), status: status.into() }
    }
}
