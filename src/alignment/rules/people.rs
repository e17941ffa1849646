//! Whether those who do the work are in the plan: heard, taught, thanked.

use super::{Place, Rule, Sight, rule};
use crate::alignment::Severity::{Note, Warning};
use crate::plan::{ActionKind, Audience, FindingId, NodeIx};

pub(super) const RULES: &[Rule] = &[
    rule(FindingId::NoInternalGoal, Warning, "add-internal-goal", no_internal_goal),
    rule(FindingId::NoEmployeeVoice, Note, "ask-employees", no_employee_voice),
    rule(FindingId::NoTraining, Note, "add-training", no_training),
    rule(FindingId::NoRecognition, Note, "add-recognition", no_recognition),
];

/// Families of measures that employees answer.
const VOICE: [&str; 2] = ["enps", "favourability"];

fn once(sight: &Sight<'_>, found: bool) -> Vec<Place> {
    if found { vec![Place::node(sight.plan.mission())] } else { Vec::new() }
}

fn is_internal(sight: &Sight<'_>, node: NodeIx) -> bool {
    sight.plan.node(node).audience == Some(Audience::Internal)
}

/// Every goal is for customers: nothing in the plan is for those who serve them.
fn no_internal_goal(sight: &Sight<'_>) -> Vec<Place> {
    let mut goals = sight.plan.node_indices().filter(|node| sight.plan.node(*node).audience.is_some());
    let (some, internal) = (goals.next(), sight.plan.node_indices().any(|node| is_internal(sight, node)));
    once(sight, some.is_some() && !internal)
}

/// No number says how employees see it: none beneath an internal goal, none that they answer.
fn no_employee_voice(sight: &Sight<'_>) -> Vec<Place> {
    let answered = |kpi| (sight.family)(kpi).is_some_and(|family| VOICE.contains(&family));
    let beneath = |node| is_internal(sight, node) && sight.graph.below(node).kpi;
    let heard = sight.plan.kpi_indices().any(answered) || sight.plan.node_indices().any(beneath);
    once(sight, !sight.plan.kpis().is_empty() && !heard)
}

fn no_training(sight: &Sight<'_>) -> Vec<Place> {
    once(sight, lacks_kind(sight, ActionKind::Training))
}

fn no_recognition(sight: &Sight<'_>) -> Vec<Place> {
    once(sight, lacks_kind(sight, ActionKind::Recognition))
}

/// There are actions, and none of this kind.
fn lacks_kind(sight: &Sight<'_>, kind: ActionKind) -> bool {
    let mut kinds = sight.plan.nodes().iter().filter_map(|node| node.action.as_ref()).map(|facts| facts.kind);
    let (mut any, mut found) = (false, false);
    kinds.by_ref().for_each(|each| {
        any = true;
        found |= each == kind;
    });
    any && !found
}
