//! What a node hangs on, on its way out.

use super::Named;
use crate::board::{self, Board, Weight};
use crate::plan::Subject;
use crate::wasm::shape::Status;
use crate::wasm::shape::shapes::shapes;

shapes! {
    /// What a node's score and status hang on.
    Sensitivity {
        /// The id of the node.
        subject: String,
        /// Its title in the plan's own words.
        title: String,
        /// How it stands.
        status: Status,
        /// Its score, 0..1.
        #[serde(skip_serializing_if = "Option::is_none")]
        score: Option<f64>,
        /// What each KPI below could make of the score, the widest swing first.
        tornado: Vec<Swing>,
        /// The changes of one weight that flip the status, the smallest first, ten at most; empty where no weight between
        /// 0 and `largest_factor` times itself does.
        flips: Vec<WeightFlip>,
        /// Up to how many times their size weights were tried.
        largest_factor: f64,
    }

    /// What one KPI could make of a node's score.
    Swing {
        /// The KPI's id.
        kpi: String,
        /// Its title in the plan's own words.
        title: String,
        /// `interval`: the ends are those of its interval; `score`: they are the scores 0 and 1.
        by: &'static str,
        /// The end at which the node's score is lower.
        worse: SwingEnd,
        /// The end at which it is higher.
        better: SwingEnd,
    }

    /// One end of a swing.
    SwingEnd {
        /// The value of the KPI there, in its unit; absent where the end is a score.
        #[serde(skip_serializing_if = "Option::is_none")]
        value: Option<f64>,
        /// The score of the KPI there.
        #[serde(skip_serializing_if = "Option::is_none")]
        kpi_score: Option<f64>,
        /// The score of the node.
        #[serde(skip_serializing_if = "Option::is_none")]
        score: Option<f64>,
        /// The status of the node.
        status: Status,
    }

    /// A change of one weight that flips the status.
    WeightFlip {
        /// The KPI whose weight it is; absent for a link.
        #[serde(skip_serializing_if = "Option::is_none")]
        kpi: Option<String>,
        /// The link whose weight it is; absent for a KPI.
        #[serde(skip_serializing_if = "Option::is_none")]
        link: Option<LinkName>,
        /// The title of the KPI, or of the child.
        title: String,
        /// The weight as it is.
        from: f64,
        /// Where the status flips, there or just behind.
        to: f64,
        /// to ÷ from.
        factor: f64,
        /// The status there.
        status: Status,
    }

    /// A "serves" link by its ends.
    LinkName {
        /// The id of the child.
        from: String,
        /// The id of the parent.
        to: String,
    }
}

impl Sensitivity {
    /// What a node of this board hangs on.
    #[must_use]
    pub fn of(board: &Board, from: &board::Sensitivity) -> Self {
        let node = board.plan().node(from.node);
        Self {
            subject: node.id.clone(),
            title: node.title.clone(),
            status: from.score.status.into(),
            score: from.score.score,
            tornado: from.tornado.iter().map(|each| swing(board, each)).collect(),
            flips: from.flips.iter().map(|each| flip(board, each)).collect(),
            largest_factor: board::LARGEST_FACTOR,
        }
    }
}

fn swing(board: &Board, from: &board::Swing) -> Swing {
    let Named { id, title, .. } = Named::of(board, Subject::Kpi(from.kpi));
    let end = |end: &board::SwingEnd| SwingEnd {
        value: end.value,
        kpi_score: end.of_kpi,
        score: end.score,
        status: end.status.into(),
    };
    Swing { kpi: id, title, by: from.by, worse: end(&from.worse), better: end(&from.better) }
}

fn flip(board: &Board, from: &board::Flip) -> WeightFlip {
    let plan = board.plan();
    let (kpi, link, title) = match from.of {
        Weight::Kpi(ix) => (Some(plan.kpi(ix).id.clone()), None, &plan.kpi(ix).title),
        Weight::Link(link) => {
            let (child, parent) = (plan.node(link.child), plan.node(link.parent));
            (None, Some(LinkName { from: child.id.clone(), to: parent.id.clone() }), &child.title)
        }
    };
    WeightFlip {
        kpi,
        link,
        title: title.clone(),
        from: from.from,
        to: from.to,
        factor: from.factor,
        status: from.status.into(),
    }
}
