//! Scores of every node and KPI at one day.

use super::figure::{count, interval, period, provenance};
use super::{Writer, written};
use crate::board::Board;
use crate::kpi::Figure;
use crate::plan::{KpiIx, Node, NodeIx, Override, Plan};
use crate::score::{Because, Execution, KpiScore, Overridden, iso};

/// Every score of a board.
#[must_use]
pub fn scores(board: &Board) -> String {
    let plan = board.plan();
    written(|out| {
        out.object();
        out.text("asOf", &iso(board.as_of()));
        out.text("mission", &plan.node(plan.mission()).id);
        out.list_at("nodes");
        for node in plan.node_indices() {
            node_score(out, board, node);
        }
        out.end_list();
        out.list_at("kpis");
        for kpi in plan.kpi_indices() {
            kpi_score(out, board, kpi);
        }
        out.end_list();
        out.end_object();
    })
}

fn node_score(out: &mut Writer, board: &Board, ix: NodeIx) {
    let (plan, node, score) = (board.plan(), board.plan().node(ix), board.scores().node(ix));
    out.object();
    out.text("id", &node.id);
    out.text("kind", node.kind.name());
    out.text("title", &node.title);
    out.text("status", score.status.code());
    out.reason_at("because", score.because.code(), &score.because.params());
    out.maybe("score", score.score);
    out.maybe("pace", score.pace);
    out.maybe("progress", board.progress_of(ix));
    out.number("coverage", score.coverage);
    out.number("low", score.low);
    out.number("high", score.high);
    out.maybe("leading", score.leading);
    out.maybe("lagging", score.lagging);
    if let Some(score) = &score.execution {
        execution(out, score);
    }
    if let Some(by) = &node.overruled {
        overruled(out, by, score.overridden);
    }
    let perspective = node.perspective.and_then(|ix| plan.perspective(ix));
    out.maybe_text("perspective", perspective.map(|each| each.id.as_str()));
    owners(out, plan, node);
    parents(out, board, ix);
    out.maybe("contribution", board.alignment().contribution.get(ix.index()).copied().flatten());
    out.count("level", u64::from(board.levels().get(ix.index()).copied().unwrap_or_default()));
    out.end_object();
}

/// The ids of the owners, the accountable first.
fn owners(out: &mut Writer, plan: &Plan, node: &Node) {
    out.list_at("owners");
    for accountable in [true, false] {
        for each in node.owners.iter().filter(|each| each.accountable == accountable) {
            if let Some(owner) = plan.owner(each.owner) {
                out.value(&owner.id);
            }
        }
    }
    out.end_list();
}

fn parents(out: &mut Writer, board: &Board, ix: NodeIx) {
    out.list_at("parents");
    for link in board.plan().parents(ix) {
        out.object();
        out.text("id", &board.plan().node(link.parent).id);
        out.number("weight", link.weight);
        out.number("share", link.share);
        out.number("effective", board.part_of(link));
        out.end_object();
    }
    out.end_list();
}

fn execution(out: &mut Writer, execution: &Execution) {
    let Execution { score, coverage, effort, actions, done } = *execution;
    out.object_at("execution");
    out.maybe("score", score);
    out.number("coverage", coverage);
    out.number("effort", effort);
    out.count("actions", u64::from(actions));
    out.count("done", u64::from(done));
    out.end_object();
}

fn kpi_score(out: &mut Writer, board: &Board, ix: KpiIx) {
    let (plan, kpi, score) = (board.plan(), board.plan().kpi(ix), board.scores().kpi(ix));
    let figure = board.figure(ix);
    out.object();
    out.text("id", &kpi.id);
    out.text("node", &plan.node(kpi.node).id);
    out.text("title", &kpi.title);
    out.maybe_text("unit", kpi.unit.as_deref());
    out.maybe_text("direction", kpi.direction.map(|direction| direction.name()));
    out.text("status", score.status.code());
    kpi_reason(out, score, figure);
    out.maybe_text("last", score.last.map(|status| status.code()));
    out.maybe("value", figure.known());
    count(out, "n", figure.n);
    interval(out, figure.interval.as_ref());
    if figure.value.is_ok() {
        out.text("at", &iso(figure.at));
    }
    period(out, figure);
    if figure.value.is_ok() {
        out.flag("complete", figure.complete);
    }
    out.maybe("age", score.age.map(f64::from));
    out.text("freshness", score.freshness.code());
    out.maybe("baseline", kpi.baseline);
    out.maybe("target", kpi.target);
    out.maybe("progress", score.progress);
    out.maybe("score", score.score);
    out.maybe("pace", score.pace);
    out.maybe("expected", score.expected);
    if let Some(by) = &kpi.overruled {
        overruled(out, by, score.overridden);
    }
    revision(out, board, ix);
    provenance(out, figure);
    out.maybe("approximation", figure.approximation);
    out.end_object();
}

/// What somebody set by hand, and whether it holds on the day of reading.
#[cold]
#[inline(never)]
fn overruled(out: &mut Writer, by: &Override, state: Option<Overridden>) {
    out.object_at("override");
    out.flag("holds", state == Some(Overridden::Holds));
    out.maybe("score", by.score);
    out.maybe_text("status", by.status.map(|status| status.name()));
    out.text("reason", &by.reason);
    out.text("author", &by.author);
    out.text("expires", &iso(by.expires));
    out.end_object();
}

/// Why a KPI stands so; where there is no value, why there is none.
pub(super) fn kpi_reason(out: &mut Writer, score: &KpiScore, figure: &Figure) {
    match (&score.because, &figure.value) {
        (Because::NoValue, Err(missing)) => out.reason_at("because", missing.code, &missing.params),
        (because, _) => out.reason_at("because", because.code(), &because.params()),
    }
}

/// The move from the value before the one that is shown.
fn revision(out: &mut Writer, board: &Board, kpi: KpiIx) {
    let Some(before) = board.previous(kpi) else { return };
    let (Some(from), Some(to)) = (before.known(), board.figure(kpi).known()) else { return };
    out.object_at("change");
    out.number("from", from);
    out.number("to", to);
    out.number("delta", to - from);
    out.text("since", &iso(before.at));
    out.end_object();
}
