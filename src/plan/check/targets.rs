//! Rules on nodes that roll up by target: everything below needs one, all of one unit.

use crate::error::Issue;
use crate::plan::{NodeIx, Plan, RollUp, sizes};

/// The faults of a plan some of whose nodes roll up by target.
#[cold]
#[inline(never)]
pub(super) fn by_target(plan: &Plan, issues: &mut Vec<Issue>) {
    let sizes = sizes(plan);
    let of = |node: NodeIx| sizes.get(node.index());
    for node in plan.node_indices().filter(|node| plan.roll_up(*node) == RollUp::ByTarget) {
        for kpi in plan.kpis_of(node).iter().map(|ix| plan.kpi(*ix)) {
            if kpi.weight > 0.0 && kpi.target.is_none_or(|target| target == 0.0) {
                issues.push(needed(kpi.pointer.field("target"), &kpi.id));
            }
        }
        for link in plan.children(node).iter().filter(|link| link.effective() > 0.0) {
            let child = plan.node(link.child);
            if of(link.child).is_some_and(|size| size.contributes(child.kind) && size.target <= 0.0) {
                issues.push(needed(child.pointer.clone(), &child.id));
            }
        }
        if of(node).is_some_and(|size| size.mixed) {
            let node = plan.node(node);
            issues.push(Issue::new("units-differ", node.pointer.clone()).with("id", node.id.as_str()));
        }
    }
}

fn needed(at: crate::error::Pointer, id: &str) -> Issue {
    Issue::new("target-required", at).with("id", id)
}
