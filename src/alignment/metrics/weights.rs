//! Metrics of weights: how evenly they are spread, and whether effort follows importance.

use super::{Scope, effort};
use crate::alignment::graph::get;
use crate::alignment::{Cause, Metric};
use crate::error::Params;
use crate::plan::{NodeIx, NodeKind};
use crate::score::{Tree, ratio};

/// The most that weights may be alike, from so many contributors on.
const ALIKE: (f64, usize) = (0.98, 6);
/// The least they may be spread.
const LOPSIDED: f64 = 0.5;

/// AL-D: −Σ p ln p ÷ ln n over the contributors of the mission, none for fewer than two. Every node whose
/// weights say "everything is equally important", or that one thing is all, is a cause.
pub(super) fn dispersion(scope: &Scope<'_>) -> Metric {
    let tree = scope.tree;
    let mut causes = Vec::new();
    for node in scope.nodes.iter().copied() {
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
    Metric { id: "AL-D", value: evenness(tree, scope.top), ratio: None, causes }
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
pub(super) fn effort_against_importance(scope: &Scope<'_>, importance: &[Option<f64>]) -> Metric {
    let plan = scope.plan;
    let actions = scope.kinds(&[NodeKind::Action]);
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
