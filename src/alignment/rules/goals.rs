//! Goals that are not SMART. What keeps one from being relevant or achievable is told at the link and at the KPI.

use super::{Place, Rule, Sight, rule};
use crate::alignment::Severity::{Note, Warning};
use crate::alignment::smart::{measured, specific, time_bound};
use crate::plan::{FindingId, NodeIx, NodeKind};

pub(super) const RULES: &[Rule] = &[
    rule(FindingId::GoalNotSpecific, Note, "say-what-exactly", not_specific),
    rule(FindingId::GoalNotMeasurable, Warning, "set-target", not_measurable),
    rule(FindingId::GoalNotTimeBound, Warning, "set-due-date", not_time_bound),
];

fn not_specific(sight: &Sight<'_>) -> Vec<Place> {
    let mut found = Vec::new();
    for goal in sight.of_kind(NodeKind::Goal) {
        let check = specific(sight, goal);
        if check.holds == Some(false) {
            let mut place = Place::node(goal).with("why", check.code);
            place.params.0.extend(check.params.0);
            found.push(place);
        }
    }
    found
}

/// It has KPIs, and none of them is held against anything. One without any is told so once.
fn not_measurable(sight: &Sight<'_>) -> Vec<Place> {
    let measured = measured(sight);
    let lacks = |goal: NodeIx| sight.graph.below(goal).kpi && measured.get(goal.index()) == Some(&false);
    sight.nodes_where(NodeKind::Goal, lacks)
}

fn not_time_bound(sight: &Sight<'_>) -> Vec<Place> {
    sight.nodes_where(NodeKind::Goal, |goal| time_bound(sight, goal).holds == Some(false))
}
