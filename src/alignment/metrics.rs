//! The metrics of alignment and the index (domain section 7).

use super::contribution::{contribution, importance};
use super::graph::{Graph, aligned, get};
use super::{Alignment, Cause, Metric};
use crate::error::Params;
use crate::plan::{IndexMetric, NodeIx, NodeKind, Plan, Serves};
use crate::score::{Tree, ratio};

/// The alignment of a plan.
#[must_use]
pub fn align(plan: &Plan, tree: &Tree, graph: &Graph) -> Alignment {
    let importance = importance(plan, tree);
    let metrics = vec![
        vertical(plan, graph),
        vertical_by_effort(plan, graph),
        covered(plan, graph),
        measured(plan, graph),
        lead_and_lag(plan, graph),
        owned(plan),
        in_time(plan),
        dispersion(plan, tree),
        effort_against_importance(plan, &importance),
    ];
    let weights = plan.settings().index_weights;
    let (index, used) = index(&metrics, |metric| weights.of(metric));
    let contribution = contribution(plan, tree, &importance);
    Alignment { index, weights, used, metrics, contribution }
}

/// Σ weight × metric ÷ Σ weight over the metrics that exist and have a weight.
fn index(metrics: &[Metric], weight: impl Fn(IndexMetric) -> f64) -> (Option<f64>, Vec<&'static str>) {
    let (mut sum, mut total, mut used) = (0.0, 0.0, Vec::new());
    for metric in IndexMetric::ALL {
        let value = metrics.iter().find(|each| each.id == metric.name()).and_then(|each| each.value);
        let weight = weight(*metric);
        if let Some(value) = value.filter(|_| weight > 0.0) {
            sum += weight * value;
            total += weight;
            used.push(metric.name());
        }
    }
    (ratio(sum, total), used)
}

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

fn kinds<'a>(plan: &'a Plan, wanted: &'a [NodeKind]) -> impl Iterator<Item = NodeIx> + 'a {
    plan.node_indices().filter(move |node| wanted.contains(&plan.node(*node).kind))
}

/// AL-V: nodes with a path to the mission ÷ nodes.
fn vertical(plan: &Plan, graph: &Graph) -> Metric {
    let mut share = Share::new();
    for node in aligned(plan) {
        // A parent alone is not enough: its own path may be broken higher up.
        let code = if plan.parents(node).is_empty() { "no-parent" } else { "no-path-to-mission" };
        share.count(1.0, graph.reaches(node), node, code);
    }
    share.metric("AL-V")
}

/// AL-VW: the same over actions, by effort.
fn vertical_by_effort(plan: &Plan, graph: &Graph) -> Metric {
    let mut share = Share::new();
    for node in kinds(plan, &[NodeKind::Action]) {
        share.count(effort(plan, node), graph.reaches(node), node, "effort-without-path");
    }
    share.metric("AL-VW")
}

fn effort(plan: &Plan, node: NodeIx) -> f64 {
    plan.node(node).action.as_ref().map_or(0.0, |action| action.effort)
}

/// AL-C: goals with a strategy and an action beneath ÷ goals.
fn covered(plan: &Plan, graph: &Graph) -> Metric {
    let mut share = Share::new();
    for node in kinds(plan, &[NodeKind::Goal]) {
        let below = graph.below(node);
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
fn measured(plan: &Plan, graph: &Graph) -> Metric {
    let mut share = Share::new();
    for node in kinds(plan, &[NodeKind::Goal, NodeKind::Strategy]) {
        share.count(1.0, graph.below(node).kpi, node, "no-kpi-in-subtree");
    }
    share.metric("AL-M")
}

/// AL-LL: goals with at least one leading and one lagging KPI in their subtree ÷ goals.
fn lead_and_lag(plan: &Plan, graph: &Graph) -> Metric {
    let mut share = Share::new();
    for node in kinds(plan, &[NodeKind::Goal]) {
        let below = graph.below(node);
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
fn owned(plan: &Plan) -> Metric {
    let mut share = Share::new();
    for node in aligned(plan) {
        let accountable = accountable(plan, node);
        let code = if accountable == 0 { "no-accountable-owner" } else { "several-accountable-owners" };
        share.count(1.0, accountable == 1, node, code);
    }
    share.metric("AL-OWN")
}

/// How many answer for a node.
pub(super) fn accountable(plan: &Plan, node: NodeIx) -> usize {
    plan.node(node).owners.iter().filter(|owner| owner.accountable).count()
}

/// AL-T: "serves" links between dated nodes whose child's dates lie inside the parent's ÷ those links.
fn in_time(plan: &Plan) -> Metric {
    let mut share = Share::new();
    for node in aligned(plan) {
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
pub(super) fn outside(plan: &Plan, link: &Serves) -> Option<Option<&'static str>> {
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

/// The most that weights may be alike, from so many contributors on.
const ALIKE: (f64, usize) = (0.98, 6);
/// The least they may be spread.
const LOPSIDED: f64 = 0.5;

/// AL-D: −Σ p ln p ÷ ln n over the contributors of the mission, none for fewer than two. Every node whose
/// weights say "everything is equally important", or that one thing is all, is a cause.
fn dispersion(plan: &Plan, tree: &Tree) -> Metric {
    let mut causes = Vec::new();
    for node in plan.node_indices() {
        let count = tree.contributors(node).len();
        let Some(spread) = evenness(tree, node) else { continue };
        let code = match spread {
            spread if spread > ALIKE.0 && count >= ALIKE.1 => "everything-equally-important",
            spread if spread < LOPSIDED => "one-thing-is-all",
            _ => continue,
        };
        causes.push(Cause {
            code,
            node,
            params: Params::none().with("value", spread).with("count", count as f64),
        });
    }
    Metric { id: "AL-D", value: evenness(tree, plan.mission()), ratio: None, causes }
}

fn evenness(tree: &Tree, node: NodeIx) -> Option<f64> {
    let contributors = tree.contributors(node);
    if contributors.len() < 2 {
        return None;
    }
    let total = tree.total(node);
    let terms = contributors.iter().map(|each| each.weight / total).filter(|part| *part > 0.0);
    let entropy: f64 = terms.map(|part| -part * part.ln()).sum();
    ratio(entropy, (contributors.len() as f64).ln())
}

/// AL-E: ½ Σ |importance share − effort share| over the actions that serve the mission; 0 is a perfect
/// match. The causes are the actions off by most.
fn effort_against_importance(plan: &Plan, importance: &[Option<f64>]) -> Metric {
    let actions = kinds(plan, &[NodeKind::Action]);
    let parts: Vec<_> =
        actions.filter_map(|node| Some((node, get(importance, node)?, effort(plan, node)))).collect();
    let totals = parts.iter().fold((0.0, 0.0), |sum, part| (sum.0 + part.1, sum.1 + part.2));
    let shares = parts.iter().map(|part| (part.0, part.1 / totals.0, part.2 / totals.1));
    let shares: Vec<_> = if totals.0 > 0.0 && totals.1 > 0.0 { shares.collect() } else { Vec::new() };
    let value: f64 = shares.iter().map(|(_, important, effort)| (important - effort).abs() / 2.0).sum();
    let off = |share: &&(NodeIx, f64, f64)| (share.1 - share.2).abs() > OFF_BY;
    let causes = shares.iter().filter(off).map(|(node, important, effort)| Cause {
        code: if important > effort { "less-effort-than-importance" } else { "more-effort-than-importance" },
        node: *node,
        params: Params::none().with("importance", *important).with("effort", *effort),
    });
    let causes = causes.collect();
    Metric { id: "AL-E", value: (!shares.is_empty()).then_some(value), ratio: None, causes }
}

/// A difference of shares worth naming.
const OFF_BY: f64 = 0.05;
