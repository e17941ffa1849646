//! An explanation made of the board that it is about.

use super::{Bounds, Explanation, Input, InputKind, KpiWord, Reason, Rounding, SourceNote, Step};
use crate::board::{self, Board};
use crate::kpi;
use crate::plan::{KpiIx, NodeIx, Subject};
use crate::score::{self, Because, iso};

impl Explanation {
    /// How a number came about.
    #[must_use]
    pub fn of(board: &Board, from: &board::Explanation) -> Self {
        let standing = match from.subject {
            Subject::Node(ix) => of_node(board, ix),
            Subject::Kpi(ix) => of_kpi(board, ix),
        };
        let steps = from.steps.iter();
        Self {
            subject: board.plan().id(from.subject).to_owned(),
            formula: from.formula,
            variant: from.variant.clone(),
            definition: from.definition.to_owned(),
            inputs: from.inputs.iter().map(|each| input(board, each)).collect(),
            source: from.source.as_ref().map(Into::into),
            as_of: iso(from.as_of),
            unrounded: standing.value,
            recent: from.recent.iter().map(Into::into).collect(),
            steps: steps.map(|step| Step { code: step.code, params: (&step.params).into() }).collect(),
            ..standing
        }
    }
}

fn blank(kind: &'static str, title: &str, status: score::Status, because: Reason) -> Explanation {
    Explanation {
        subject: String::new(),
        kind,
        title: title.to_owned(),
        status: status.into(),
        because,
        value: None,
        unit: None,
        score: None,
        pace: None,
        formula: "",
        variant: None,
        definition: String::new(),
        inputs: Vec::new(),
        coverage: None,
        bounds: None,
        n: None,
        interval: None,
        source: None,
        at: None,
        as_of: String::new(),
        rounding: Rounding { code: "display-only" },
        unrounded: None,
        recent: Vec::new(),
        steps: Vec::new(),
    }
}

fn of_node(board: &Board, ix: NodeIx) -> Explanation {
    let score = board.scores().node(ix);
    let because = Reason::of(score.because.code(), &score.because.params());
    Explanation {
        value: score.score,
        score: score.score,
        pace: score.pace,
        coverage: Some(score.coverage),
        bounds: Some(Bounds { low: score.low, high: score.high }),
        ..blank("node", &board.plan().node(ix).title, score.status, because)
    }
}

fn of_kpi(board: &Board, ix: KpiIx) -> Explanation {
    let (kpi, score, figure) = (board.plan().kpi(ix), board.scores().kpi(ix), board.figure(ix));
    Explanation {
        value: figure.known(),
        unit: kpi.unit.clone(),
        score: score.score,
        pace: score.pace,
        n: figure.n,
        interval: figure.interval.as_ref().map(Into::into),
        at: figure.known().map(|_| iso(figure.at)),
        ..blank("kpi", &kpi.title, score.status, because(score, figure))
    }
}

/// Why a KPI stands so; where there is no value, why there is none.
fn because(score: &score::KpiScore, figure: &kpi::Figure) -> Reason {
    match (&score.because, &figure.value) {
        (Because::NoValue, Err(missing)) => missing.into(),
        (because, _) => Reason::of(because.code(), &because.params()),
    }
}

fn input(board: &Board, from: &board::Input) -> Input {
    let plan = board.plan();
    let (kind, title, status, score, pace, coverage) = match from.subject {
        Subject::Node(ix) => {
            let (node, score) = (plan.node(ix), board.scores().node(ix));
            let kind = InputKind::Node(node.kind.into());
            (kind, &node.title, score.status, score.score, score.pace, score.coverage)
        }
        Subject::Kpi(ix) => {
            let (kpi, score) = (plan.kpi(ix), board.scores().kpi(ix));
            let known = if score.part.is_some() { 1.0 } else { 0.0 };
            let pace = score.part.map(|part| part.pace);
            (InputKind::Kpi(KpiWord::Kpi), &kpi.title, score.status, score.score, pace, known)
        }
    };
    Input {
        id: plan.id(from.subject).to_owned(),
        kind,
        title: title.clone(),
        weight: from.weight,
        share: from.share,
        effective: from.effective,
        score,
        pace,
        coverage,
        status: status.into(),
        contribution: from.contribution,
    }
}

impl From<&board::SourceNote> for SourceNote {
    fn from(from: &board::SourceNote) -> Self {
        Self {
            id: from.id.clone(),
            name: from.name.clone(),
            hash: from.hash.clone(),
            read: from.read,
            used: from.used,
            share: (from.read > 0).then(|| from.used as f64 / from.read as f64),
        }
    }
}
