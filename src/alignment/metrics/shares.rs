//! Metrics that are shares: what counts over what is counted.

use super::{Scope, effort};
use crate::alignment::{Cause, Metric};
use crate::error::Params;
use crate::plan::{NodeIx, NodeKind, Plan, Serves};
use crate::score::ratio;

/// A share in the making: what counts over what is counted, and a cause for each that does not.
struct Share {
    numerator: f64,
    denominator: f64,
    causes: Vec<Cause>,
}

impl Share {
    const fn new() -> Self {
        Self { numerator: 0.0, denominator: 0.0, causes: Vec::new() }
    }

    fn count(&mut self, weight: f64, holds: bool, node: NodeIx, code: &'static str) {
        self.denominator += weight;
        if holds {
            self.numerator += weight;
        } else {
            self.causes.push(Cause { code, node, params: Params::none() });
        }
    }

    fn metric(self, id: &'static str) -> Metric {
        let value = ratio(self.numerator, self.denominator);
        Metric { id, value, ratio: Some((self.numerator, self.denominator)), causes: self.causes }
    }
}

/// AL-V: nodes with a path to the mission ÷ nodes.
pub(super) fn vertical(scope: &Scope<'_>) -> Metric {
    let &Scope { plan, graph, .. } = scope;
    let mut share = Share::new();
    for node in scope.aligned() {
        // A parent alone is not enough: its own path may be broken higher up.
        let code = if plan.parents(node).is_empty() { "no-parent" } else { "no-path-to-mission" };
        share.count(1.0, graph.reaches(node), node, code);
    }
    share.metric("AL-V")
}

/// AL-VW: the same over actions, by effort.
pub(super) fn vertical_by_effort(scope: &Scope<'_>) -> Metric {
    let mut share = Share::new();
    for node in scope.kinds(&[NodeKind::Action]) {
        share.count(effort(scope.plan, node), scope.graph.reaches(node), node, "effort-without-path");
    }
    share.metric("AL-VW")
}

/// AL-C: goals with a strategy and an action beneath ÷ goals.
pub(super) fn covered(scope: &Scope<'_>) -> Metric {
    let mut share = Share::new();
    for node in scope.kinds(&[NodeKind::Goal]) {
        let below = scope.graph.below(node);
        let code = match (below.strategy, below.action) {
            (false, false) => "no-strategy-and-action-beneath",
            (false, true) => "no-strategy-beneath",
            _ => "no-action-beneath",
        };
        share.count(1.0, below.strategy && below.action, node, code);
    }
    share.metric("AL-C")
}

/// AL-M: goals and strategies with a KPI in their subtree ÷ all goals and strategies.
pub(super) fn measured(scope: &Scope<'_>) -> Metric {
    let mut share = Share::new();
    for node in scope.kinds(&[NodeKind::Goal, NodeKind::Strategy]) {
        share.count(1.0, scope.graph.below(node).kpi, node, "no-kpi-in-subtree");
    }
    share.metric("AL-M")
}

/// AL-LL: goals with at least one leading and one lagging KPI in their subtree ÷ goals.
pub(super) fn lead_and_lag(scope: &Scope<'_>) -> Metric {
    let mut share = Share::new();
    for node in scope.kinds(&[NodeKind::Goal]) {
        let below = scope.graph.below(node);
        let code = match (below.leading, below.lagging) {
            (false, false) => "no-leading-and-lagging-kpi",
            (false, true) => "no-leading-kpi",
            _ => "no-lagging-kpi",
        };
        share.count(1.0, below.leading && below.lagging, node, code);
    }
    share.metric("AL-LL")
}

/// AL-OWN: nodes with exactly one accountable owner ÷ nodes.
pub(super) fn owned(scope: &Scope<'_>) -> Metric {
    let plan = scope.plan;
    let mut share = Share::new();
    for node in scope.aligned() {
        let accountable = accountable(plan, node);
        let code = if accountable == 0 { "no-accountable-owner" } else { "several-accountable-owners" };
        share.count(1.0, accountable == 1, node, code);
    }
    share.metric("AL-OWN")
}

/// How many answer for a node.
pub(in crate::alignment) fn accountable(plan: &Plan, node: NodeIx) -> usize {
    plan.node(node).owners.iter().filter(|owner| owner.accountable).count()
}

/// AL-T: "serves" links between dated nodes whose child's dates lie inside the parent's ÷ those links.
pub(super) fn in_time(scope: &Scope<'_>) -> Metric {
    let plan = scope.plan;
    let mut share = Share::new();
    for node in scope.aligned() {
        for link in plan.parents(node) {
            let Some(outside) = outside(plan, link) else { continue };
            share.count(1.0, outside.is_none(), node, outside.unwrap_or_default());
            if let (Some(_), Some(cause)) = (outside, share.causes.last_mut()) {
                cause.params.push("parent", plan.node(link.parent).id.as_str().into());
            }
        }
    }
    share.metric("AL-T")
}

/// Where a child's dates lie outside its parent's, and how; the outer none where there is nothing to
/// compare: one of them is undated, or a mission.
pub(in crate::alignment) fn outside(plan: &Plan, link: &Serves) -> Option<Option<&'static str>> {
    let (child, parent) = (plan.node(link.child), plan.node(link.parent));
    if matches!(parent.kind, NodeKind::Mission | NodeKind::CompanyMission | NodeKind::Vision) {
        return None;
    }
    // Of a child with one date alone, that day is both its first and its last.
    let early = child.start.or(child.due).zip(parent.start).map(|(child, parent)| child < parent);
    let late = child.due.or(child.start).zip(parent.due).map(|(child, parent)| child > parent);
    if early.is_none() && late.is_none() {
        return None;
    }
    Some(match (early.unwrap_or(false), late.unwrap_or(false)) {
        (false, false) => None,
        (true, false) => Some("starts-before-parent"),
        (false, true) => Some("ends-after-parent"),
        (true, true) => Some("starts-before-and-ends-after-parent"),
    })
}
