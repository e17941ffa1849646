//! What each node contributes to the mission (AL-P).
//!
//! The product along a path of w·σ ÷ the parent's Σ w·σ (over all its contributors, KPIs with σ = 1
//! included), summed over paths. An action with no KPI at or below it is no outcome contributor, and no such
//! path leads to it: it is given its importance, the part it would have were every action measured. That is
//! taken along the whole path. Counting it beside the contributors of its own parents alone would give it, by
//! way of a goal, all of what the goal has of a mission that the action serves as well: more than there is.

use super::graph::{get, set};
use crate::plan::{Plan, Serves};
use crate::score::Tree;

/// The contribution of each node by position, by the importance of each; none where no weighted path leads
/// to the mission.
#[must_use]
pub fn contribution(plan: &Plan, tree: &Tree, importance: &[Option<f64>]) -> Vec<Option<f64>> {
    let mut all = spread(plan, |link| part(plan, tree, link).filter(|_| tree.carries(plan, link)));
    for (own, other) in all.iter_mut().zip(importance) {
        *own = own.or(*other);
    }
    all
}

/// The importance of each node: the contribution it would have if every child with a weight counted in its
/// parent's total, measured or not. This is what effort is held against (AL-E).
#[must_use]
pub fn importance(plan: &Plan, tree: &Tree) -> Vec<Option<f64>> {
    spread(plan, |link| over(tree.weight(link), tree.total(link.parent) + tree.unmeasured(link.parent)))
}

/// The part of one link in its parent: w·σ over the parent's total, 0..1. An unmeasured action is given the
/// part it would have were it measured as its siblings are, which takes nothing from theirs.
#[must_use]
pub fn part(plan: &Plan, tree: &Tree, link: &Serves) -> Option<f64> {
    let total = tree.total(link.parent);
    let beside = if tree.carries(plan, link) { 0.0 } else { tree.unmeasured(link.parent) };
    over(tree.weight(link), total + beside)
}

fn over(weight: f64, total: f64) -> Option<f64> {
    let part = weight / total;
    (weight > 0.0 && part.is_finite()).then_some(part)
}

/// From the mission down, parents before children.
fn spread(plan: &Plan, part: impl Fn(&Serves) -> Option<f64>) -> Vec<Option<f64>> {
    let mut all: Vec<Option<f64>> = vec![None; plan.nodes().len()];
    set(&mut all, plan.mission(), Some(1.0));
    for node in plan.order().iter().rev() {
        let Some(here) = get(&all, *node) else { continue };
        for link in plan.children(*node) {
            if let Some(part) = part(link) {
                let sum = get(&all, link.child).unwrap_or(0.0) + here * part;
                set(&mut all, link.child, Some(sum));
            }
        }
    }
    all
}
