//! What a call moved.

use super::alignment::finding;
use super::{Writer, written};
use crate::alignment::Finding;
use crate::board::{Change, Move, State};

/// What a call moved; what stayed is not in it.
#[must_use]
pub fn change(change: &Change) -> String {
    written(|out| {
        out.object();
        moved(out, "nodes", &change.nodes);
        moved(out, "kpis", &change.kpis);
        out.object_at("findings");
        findings(out, "added", &change.added);
        findings(out, "removed", &change.removed);
        out.end_object();
        if let Some((before, after)) = change.alignment {
            out.object_at("alignment");
            out.maybe("before", before);
            out.maybe("after", after);
            out.end_object();
        }
        out.end_object();
    })
}

fn moved(out: &mut Writer, name: &'static str, moves: &[Move]) {
    out.list_at(name);
    for each in moves {
        out.object();
        out.text("id", &each.id);
        state(out, "before", each.before);
        state(out, "after", each.after);
        out.end_object();
    }
    out.end_list();
}

fn state(out: &mut Writer, name: &'static str, state: Option<State>) {
    let Some(state) = state else { return };
    out.object_at(name);
    out.text("status", state.status.code());
    out.maybe("score", state.score);
    out.maybe("value", state.value);
    out.end_object();
}

fn findings(out: &mut Writer, name: &'static str, findings: &[Finding]) {
    out.list_at(name);
    for each in findings {
        finding(out, each);
    }
    out.end_list();
}
