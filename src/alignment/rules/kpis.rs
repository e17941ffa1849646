//! What is measured, and whether a KPI says all that it takes to read it.

use super::{Place, Rule, Sight, rule, told};
use crate::alignment::Severity::{Note, Warning};
use crate::alignment::metrics::accountable;
use crate::plan::{FindingId, KpiIx, NodeIx, NodeKind};

pub(super) const RULES: &[Rule] = &[
    told(FindingId::UnmeasuredGoal, Warning, "attach-kpi"),
    rule(FindingId::UnmeasuredStrategy, Warning, "attach-kpi", unmeasured_strategy),
    rule(FindingId::GoalWithoutLeadingKpi, Note, "attach-leading-kpi", goal_without_leading),
    rule(FindingId::GoalWithoutLaggingKpi, Note, "attach-lagging-kpi", goal_without_lagging),
    rule(FindingId::TooManyKpis, Note, "choose-kpis", too_many_kpis),
    rule(FindingId::KpiWithoutTarget, Warning, "set-target", without_target),
    rule(FindingId::KpiWithoutBaseline, Note, "set-baseline", without_baseline),
    rule(FindingId::KpiWithoutDirection, Note, "set-direction", without_direction),
    rule(FindingId::KpiWithoutUnit, Note, "set-unit", without_unit),
    rule(FindingId::KpiWithoutDefinition, Note, "define-kpi", without_definition),
    rule(FindingId::KpiWithoutOwner, Note, "name-kpi-owner", without_owner),
    told(FindingId::NoInterval, Note, "set-interval"),
];

/// More KPIs than this at one node leave nobody knowing which of them matters.
const MOST_KPIS: usize = 5;

fn unmeasured_strategy(sight: &Sight<'_>) -> Vec<Place> {
    sight.nodes_where(NodeKind::Strategy, |node| !sight.graph.below(node).kpi)
}

/// A goal with KPIs of which none moves first. One without any KPI is told so once.
fn goal_without_leading(sight: &Sight<'_>) -> Vec<Place> {
    let lacks = |node: NodeIx| sight.graph.below(node).kpi && !sight.graph.below(node).leading;
    sight.nodes_where(NodeKind::Goal, lacks)
}

fn goal_without_lagging(sight: &Sight<'_>) -> Vec<Place> {
    let lacks = |node: NodeIx| sight.graph.below(node).kpi && !sight.graph.below(node).lagging;
    sight.nodes_where(NodeKind::Goal, lacks)
}

fn too_many_kpis(sight: &Sight<'_>) -> Vec<Place> {
    let counted = sight.plan.node_indices().map(|node| (node, sight.plan.kpis_of(node).len()));
    let many = counted.filter(|(_, count)| *count > MOST_KPIS);
    many.map(|(node, count)| Place::node(node).with("count", count as f64).with("most", MOST_KPIS as f64))
        .collect()
}

/// Whether a KPI is held against a target at all; a range has its bounds.
fn wants_target(sight: &Sight<'_>, kpi: KpiIx) -> bool {
    sight.plan.kpi(kpi).score.needs_progress()
}

fn without_target(sight: &Sight<'_>) -> Vec<Place> {
    sight.kpis_where(|kpi| wants_target(sight, kpi) && sight.plan.kpi(kpi).target.is_none())
}

fn without_baseline(sight: &Sight<'_>) -> Vec<Place> {
    sight.kpis_where(|ix| {
        let kpi = sight.plan.kpi(ix);
        wants_target(sight, ix) && kpi.target.is_some() && kpi.baseline.is_none()
    })
}

fn without_direction(sight: &Sight<'_>) -> Vec<Place> {
    sight.kpis_where(|kpi| wants_target(sight, kpi) && sight.plan.kpi(kpi).direction.is_none())
}

fn without_unit(sight: &Sight<'_>) -> Vec<Place> {
    sight.kpis_where(|kpi| sight.plan.kpi(kpi).unit.is_none())
}

/// It is read from no measure, and nobody says in words where it comes from.
fn without_definition(sight: &Sight<'_>) -> Vec<Place> {
    sight.kpis_where(|ix| {
        let kpi = sight.plan.kpi(ix);
        kpi.reading.is_none() && kpi.description.is_none()
    })
}

fn without_owner(sight: &Sight<'_>) -> Vec<Place> {
    sight.kpis_where(|ix| {
        let kpi = sight.plan.kpi(ix);
        kpi.owner.is_none() && accountable(sight.plan, kpi.node) == 0
    })
}
