//! How a number came about, down to its rows.

use super::figure::{figure, interval};
use super::scores::kpi_reason;
use super::{Writer, written};
use crate::board::{self, Board, Input, SourceNote};
use crate::plan::{KpiIx, NodeIx, Subject};
use crate::score::iso;

/// How a number came about.
#[must_use]
pub fn explanation(board: &Board, from: &board::Explanation) -> String {
    written(|out| {
        out.object();
        out.text("subject", board.plan().id(from.subject));
        match from.subject {
            Subject::Node(ix) => of_node(out, board, ix),
            Subject::Kpi(ix) => of_kpi(out, board, ix),
        }
        out.text("formula", from.formula);
        out.maybe_text("variant", from.variant.as_deref());
        out.text("definition", from.definition);
        inputs(out, board, from);
        if let Some(note) = &from.source {
            source(out, note);
        }
        out.text("asOf", &iso(from.as_of));
        out.object_at("rounding");
        out.text("code", "display-only");
        out.end_object();
        way(out, from);
        out.end_object();
    })
}

fn of_node(out: &mut Writer, board: &Board, ix: NodeIx) {
    let score = board.scores().node(ix);
    out.text("kind", "node");
    out.text("title", &board.plan().node(ix).title);
    out.text("status", score.status.code());
    out.reason_at("because", score.because.code(), &score.because.params());
    out.maybe("value", score.score);
    out.maybe("unrounded", score.score);
    out.maybe("score", score.score);
    out.maybe("pace", score.pace);
    out.number("coverage", score.coverage);
    out.object_at("bounds");
    out.number("low", score.low);
    out.number("high", score.high);
    out.end_object();
}

fn of_kpi(out: &mut Writer, board: &Board, ix: KpiIx) {
    let (kpi, score, figure) = (board.plan().kpi(ix), board.scores().kpi(ix), board.figure(ix));
    out.text("kind", "kpi");
    out.text("title", &kpi.title);
    out.text("status", score.status.code());
    kpi_reason(out, score, figure);
    out.maybe("value", figure.known());
    out.maybe("unrounded", figure.known());
    out.maybe_text("unit", kpi.unit.as_deref());
    out.maybe("score", score.score);
    out.maybe("pace", score.pace);
    super::figure::count(out, "n", figure.n);
    interval(out, figure);
    if figure.value.is_ok() {
        out.text("at", &iso(figure.at));
    }
}

fn inputs(out: &mut Writer, board: &Board, from: &board::Explanation) {
    out.list_at("inputs");
    for each in &from.inputs {
        input(out, board, each);
    }
    out.end_list();
}

fn input(out: &mut Writer, board: &Board, from: &Input) {
    let plan = board.plan();
    let (kind, title, status, score, pace, coverage) = match from.subject {
        Subject::Node(ix) => {
            let (node, score) = (plan.node(ix), board.scores().node(ix));
            (node.kind.name(), &node.title, score.status, score.score, score.pace, score.coverage)
        }
        Subject::Kpi(ix) => {
            let (kpi, score) = (plan.kpi(ix), board.scores().kpi(ix));
            let known = if score.part.is_some() { 1.0 } else { 0.0 };
            let pace = score.part.map(|part| part.pace);
            ("kpi", &kpi.title, score.status, score.score, pace, known)
        }
    };
    out.object();
    out.text("id", plan.id(from.subject));
    out.text("kind", kind);
    out.text("title", title);
    out.number("weight", from.weight);
    out.number("share", from.share);
    out.number("effective", from.effective);
    out.maybe("score", score);
    out.maybe("pace", pace);
    out.number("coverage", coverage);
    out.text("status", status.code());
    out.maybe("contribution", from.contribution);
    out.end_object();
}

fn source(out: &mut Writer, from: &SourceNote) {
    out.object_at("source");
    out.text("id", &from.id);
    out.maybe_text("name", from.name.as_deref());
    out.maybe_text("hash", from.hash.as_deref());
    out.count("read", from.read);
    out.count("used", from.used);
    out.maybe("share", (from.read > 0).then(|| from.used as f64 / from.read as f64));
    out.end_object();
}

/// The last values, and the steps from the rows to the status.
fn way(out: &mut Writer, from: &board::Explanation) {
    out.list_at("recent");
    for each in &from.recent {
        figure(out, each);
    }
    out.end_list();
    out.list_at("steps");
    for step in &from.steps {
        out.reason(step.code, &step.params);
    }
    out.end_list();
}
