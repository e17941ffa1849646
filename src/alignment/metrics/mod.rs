//! The metrics of alignment and the index (domain section 7).

mod shares;
mod weights;

pub(super) use shares::{accountable, outside};
use shares::{covered, in_time, lead_and_lag, measured, owned, vertical, vertical_by_effort};
use weights::{dispersion, effort_against_importance};

use super::contribution::{contribution, importance};
use super::graph::{Graph, get, set};
use super::{Alignment, Metric};
use crate::plan::{IndexMetric, NodeIx, NodeKind, Plan};
use crate::score::{Tree, ratio};

/// The alignment of a plan.
#[must_use]
pub fn align(plan: &Plan, tree: &Tree, graph: &Graph) -> Alignment {
    let nodes: Vec<NodeIx> = plan.node_indices().collect();
    measure(&Scope { plan, tree, graph, nodes: &nodes, top: plan.mission() })
}

/// The alignment of a node and all that is beneath it, each once: the same metrics over them alone. The spread of the
/// weights (AL-D) is that of the node's own contributors; contributions (AL-P) are those to the mission.
///
/// Of the mission it is the plan's without what does not lead there.
#[must_use]
#[inline(never)]
pub fn align_below(plan: &Plan, tree: &Tree, graph: &Graph, top: NodeIx) -> Alignment {
    let mut inside = vec![false; plan.nodes().len()];
    set(&mut inside, top, true);
    for node in plan.order().iter().rev() {
        if plan.parents(*node).iter().any(|link| get(&inside, link.parent)) {
            set(&mut inside, *node, true);
        }
    }
    let nodes: Vec<NodeIx> = plan.node_indices().filter(|node| get(&inside, *node)).collect();
    let mut found = measure(&Scope { plan, tree, graph, nodes: &nodes, top });
    for (part, inside) in found.contribution.iter_mut().zip(inside) {
        *part = part.filter(|_| inside);
    }
    found
}

/// What the metrics are taken over.
struct Scope<'a> {
    plan: &'a Plan,
    tree: &'a Tree,
    graph: &'a Graph,
    nodes: &'a [NodeIx],
    top: NodeIx,
}

impl<'a> Scope<'a> {
    fn kinds(&self, wanted: &'a [NodeKind]) -> impl Iterator<Item = NodeIx> + 'a {
        let plan = self.plan;
        self.nodes.iter().copied().filter(move |node| wanted.contains(&plan.node(*node).kind))
    }

    /// All but missions and vision.
    fn aligned(&self) -> impl Iterator<Item = NodeIx> + 'a {
        self.kinds(&[NodeKind::Goal, NodeKind::Strategy, NodeKind::Action])
    }
}

fn measure(scope: &Scope<'_>) -> Alignment {
    let &Scope { plan, tree, .. } = scope;
    let importance = importance(plan, tree);
    let metrics = vec![
        vertical(scope),
        vertical_by_effort(scope),
        covered(scope),
        measured(scope),
        lead_and_lag(scope),
        owned(scope),
        in_time(scope),
        dispersion(scope),
        effort_against_importance(scope, &importance),
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

/// The size of an action; 0 for what is none.
fn effort(plan: &Plan, node: NodeIx) -> f64 {
    plan.node(node).action.as_ref().map_or(0.0, |action| action.effort)
}
