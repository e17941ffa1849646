//! How well the plan hangs together: metrics, index, findings; and which number to ask for first.

use super::{Writer, written};
use crate::alignment::{Alignment, Finding, Metric};
use crate::board::Board;
use crate::plan::{IndexMetric, Plan};
use crate::stats::order;

/// The metrics of alignment with their causes, and the index with its weights.
#[must_use]
pub fn alignment(plan: &Plan, alignment: &Alignment) -> String {
    written(|out| {
        out.object();
        out.maybe("index", alignment.index);
        out.object_at("weights");
        for each in IndexMetric::ALL {
            out.number(each.name(), alignment.weights.of(*each));
        }
        out.end_object();
        out.texts("used", &alignment.used);
        out.list_at("metrics");
        for each in &alignment.metrics {
            metric(out, plan, each);
        }
        out.end_list();
        contribution(out, plan, alignment);
        out.end_object();
    })
}

fn metric(out: &mut Writer, plan: &Plan, metric: &Metric) {
    out.object();
    out.text("id", metric.id);
    out.maybe("value", metric.value);
    if let Some((numerator, denominator)) = metric.ratio {
        out.number("numerator", numerator);
        out.number("denominator", denominator);
    }
    out.list_at("causes");
    for cause in &metric.causes {
        out.object();
        out.text("code", cause.code);
        out.text("node", &plan.node(cause.node).id);
        out.params(&cause.params);
        out.end_object();
    }
    out.end_list();
    out.end_object();
}

/// Largest first.
fn contribution(out: &mut Writer, plan: &Plan, alignment: &Alignment) {
    let part = |place: usize| alignment.contribution.get(place).copied().flatten();
    let ranked = order(alignment.contribution.len(), &|one, other| {
        part(other).unwrap_or(-1.0).total_cmp(&part(one).unwrap_or(-1.0))
    });
    out.list_at("contribution");
    for place in ranked {
        if let (Some(node), Some(value)) = (plan.nodes().get(place), part(place)) {
            out.object();
            out.text("node", &node.id);
            out.number("value", value);
            out.end_object();
        }
    }
    out.end_list();
}

/// The findings, those switched off included.
#[must_use]
pub fn findings(board: &Board) -> String {
    written(|out| {
        out.list();
        for each in board.findings() {
            finding(out, each);
        }
        out.end_list();
    })
}

pub(super) fn finding(out: &mut Writer, finding: &Finding) {
    out.object();
    out.text("id", finding.id);
    out.text("severity", finding.severity.code());
    out.text("node", &finding.node);
    out.params(&finding.params);
    out.text("remedy", finding.remedy);
    if let Some(reason) = &finding.off {
        out.object_at("off");
        out.text("reason", reason);
        out.end_object();
    }
    out.end_object();
}

/// What is missing or stale, what narrows the mission's bounds most first.
#[must_use]
pub fn chase(board: &Board) -> String {
    let plan = board.plan();
    written(|out| {
        out.list();
        for each in board.chase() {
            let (kpi, score) = (plan.kpi(each.kpi), board.scores().kpi(each.kpi));
            out.object();
            out.text("kpi", &kpi.id);
            out.text("node", &plan.node(kpi.node).id);
            out.text("title", &kpi.title);
            out.text("status", score.status.code());
            out.maybe("age", score.age.map(f64::from));
            out.number("narrows", each.narrows);
            let owner = each.owner.and_then(|owner| plan.owner(owner));
            out.maybe_text("owner", owner.map(|owner| owner.id.as_str()));
            out.end_object();
        }
        out.end_list();
    })
}
