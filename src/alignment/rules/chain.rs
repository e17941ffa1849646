//! The chain from the company's mission to the work.

use super::{Place, Rule, Sight, rule, told};
use crate::alignment::Severity::{Error, Note, Warning};
use crate::plan::{FindingId, NodeIx, NodeKind};

pub(super) const RULES: &[Rule] = &[
    told(FindingId::Orphan, Error, "link-to-parent"),
    rule(FindingId::NoCompanyMission, Warning, "name-company-mission", no_company_mission),
    rule(FindingId::GoalWithoutStrategy, Warning, "add-strategy", goal_without_strategy),
    told(FindingId::StrategyWithoutAction, Warning, "add-action"),
    told(FindingId::DatesOutsideParent, Warning, "move-dates"),
    rule(FindingId::TooManyGoals, Note, "choose-goals", too_many_goals),
    rule(FindingId::EmptyPerspective, Note, "fill-perspective", empty_perspective),
];

/// More goals than this under one parent are a list, not a choice.
const MOST_GOALS: usize = 7;

fn no_company_mission(sight: &Sight<'_>) -> Vec<Place> {
    let above = sight.of_kind(NodeKind::CompanyMission).next();
    if above.is_some() { Vec::new() } else { vec![Place::node(sight.plan.mission())] }
}

fn goal_without_strategy(sight: &Sight<'_>) -> Vec<Place> {
    sight.nodes_where(NodeKind::Goal, |goal| !sight.graph.below(goal).strategy)
}

fn too_many_goals(sight: &Sight<'_>) -> Vec<Place> {
    let goals = |node: NodeIx| {
        let children = sight.plan.children(node).iter();
        children.filter(|link| sight.plan.node(link.child).kind == NodeKind::Goal).count()
    };
    let counted = sight.plan.node_indices().map(|node| (node, goals(node)));
    let many = counted.filter(|(_, goals)| *goals > MOST_GOALS);
    many.map(|(node, goals)| Place::node(node).with("count", goals as f64).with("most", MOST_GOALS as f64))
        .collect()
}

fn empty_perspective(sight: &Sight<'_>) -> Vec<Place> {
    let mut filled = vec![false; sight.plan.perspectives().len()];
    for node in sight.plan.nodes() {
        if let Some(place) = node.perspective.and_then(|perspective| filled.get_mut(perspective.index())) {
            *place = true;
        }
    }
    let bands = sight.plan.perspectives().iter().zip(filled);
    let empty = bands.filter(|(_, filled)| !filled);
    empty
        .map(|(band, _)| Place::node(sight.plan.mission()).with("perspective", band.title.as_str()))
        .collect()
}
