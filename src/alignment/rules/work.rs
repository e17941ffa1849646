//! Work and those who answer for it.

use std::collections::BTreeMap;

use super::{Place, Rule, Sight, rule, told};
use crate::alignment::Severity::{Note, Warning};
use crate::alignment::graph::aligned;
use crate::alignment::metrics::accountable;
use crate::plan::{ActionFacts, Commitment, FindingId, KpiIx, NodeIx, NodeKind, OwnerIx};
use crate::score::{expected_of_action, iso};

pub(super) const RULES: &[Rule] = &[
    told(FindingId::NoOwner, Warning, "name-accountable-owner"),
    rule(FindingId::SeveralOwners, Warning, "choose-one-owner", several_owners),
    rule(FindingId::CommitmentMissing, Note, "ask-for-commitment", commitment_missing),
    rule(FindingId::OwnerSilent, Warning, "ask-owner", owner_silent),
    rule(FindingId::ActionWithoutDates, Note, "set-dates", action_without_dates),
    rule(FindingId::ActionWithoutEffort, Note, "set-effort", action_without_effort),
    rule(FindingId::ActionWithoutProgress, Note, "report-progress", action_without_progress),
    rule(FindingId::ActionMovesNothing, Note, "name-moved-kpi", action_moves_nothing),
    rule(FindingId::ActionBehind, Warning, "catch-up", action_behind),
    rule(FindingId::ActionPastDue, Warning, "finish-or-stop", action_past_due),
];

/// So far behind its dates, and it is told.
const BEHIND: f64 = 0.25;
/// Update intervals without a word.
const SILENT_INTERVALS: f64 = 2.0;

fn several_owners(sight: &Sight<'_>) -> Vec<Place> {
    let counted = aligned(sight.plan).map(|node| (node, accountable(sight.plan, node)));
    let several = counted.filter(|(_, count)| *count > 1);
    several.map(|(node, count)| Place::node(node).with("count", count as f64)).collect()
}

/// Someone outside the team is accountable, and has not said yes.
fn commitment_missing(sight: &Sight<'_>) -> Vec<Place> {
    let mut found = Vec::new();
    for node in aligned(sight.plan).filter(|node| !is_done(sight, *node)) {
        for own in sight.plan.node(node).owners.iter().filter(|own| own.accountable) {
            let owner = sight.plan.owner(own.owner).filter(|owner| owner.outside);
            let open = matches!(own.commitment, None | Some(Commitment::Asked));
            if let Some(owner) = owner.filter(|_| open) {
                let said = own.commitment.map_or("none", Commitment::name);
                found.push(Place::node(node).with("owner", owner.id.as_str()).with("commitment", said));
            }
        }
    }
    found
}

/// An owner none of whose numbers has come for two of its intervals.
fn owner_silent(sight: &Sight<'_>) -> Vec<Place> {
    let mut by_owner: BTreeMap<OwnerIx, Vec<KpiIx>> = BTreeMap::new();
    for kpi in sight.plan.kpi_indices().filter(|kpi| is_due(sight, *kpi)) {
        if let Some(owner) = owner_of(sight, kpi) {
            by_owner.entry(owner).or_default().push(kpi);
        }
    }
    let mut found = Vec::new();
    for (owner, kpis) in by_owner {
        if let (true, Some(first)) = (kpis.iter().all(|kpi| is_silent(sight, *kpi)), kpis.first()) {
            let id = sight.plan.owner(owner).map_or("", |owner| owner.id.as_str());
            found.push(Place::kpi(*first).with("owner", id).with("count", kpis.len() as f64));
        }
    }
    found
}

/// Whether values of a KPI are waited for.
fn is_due(sight: &Sight<'_>, kpi: KpiIx) -> bool {
    let begun = sight.plan.dates_of(kpi).0.is_none_or(|start| start <= sight.as_of());
    begun && sight.plan.kpi(kpi).interval.is_some()
}

/// Whom to ask for a KPI: its owner, else whoever alone answers for its node.
fn owner_of(sight: &Sight<'_>, ix: KpiIx) -> Option<OwnerIx> {
    let kpi = sight.plan.kpi(ix);
    let mut accountable = sight.plan.node(kpi.node).owners.iter().filter(|own| own.accountable);
    let only = (accountable.next(), accountable.next());
    kpi.owner.or(match only {
        (Some(own), None) => Some(own.owner),
        _ => None,
    })
}

fn is_silent(sight: &Sight<'_>, kpi: KpiIx) -> bool {
    let Some(interval) = sight.plan.kpi(kpi).interval else { return false };
    let limit = SILENT_INTERVALS * f64::from(interval.usual_days());
    sight.scores.kpi(kpi).age.is_none_or(|age| f64::from(age) > limit)
}

fn actions(sight: &Sight<'_>, holds: impl Fn(NodeIx, &ActionFacts) -> bool) -> Vec<Place> {
    sight.nodes_where(NodeKind::Action, |node| {
        let facts = sight.plan.node(node).action.as_ref();
        facts.is_some_and(|facts| !is_done(sight, node) && holds(node, facts))
    })
}

fn is_done(sight: &Sight<'_>, node: NodeIx) -> bool {
    (sight.progress)(node).is_some_and(|progress| progress >= 1.0)
}

fn action_without_dates(sight: &Sight<'_>) -> Vec<Place> {
    actions(sight, |node, _| {
        let node = sight.plan.node(node);
        node.start.is_none() || node.due.is_none()
    })
}

/// Some actions of the plan say what they cost, and this one does not: it then counts as 1.
fn action_without_effort(sight: &Sight<'_>) -> Vec<Place> {
    let said = sight.plan.nodes().iter().filter_map(|node| node.action.as_ref()).any(|facts| facts.weighed);
    if said { actions(sight, |_, facts| !facts.weighed) } else { Vec::new() }
}

fn action_without_progress(sight: &Sight<'_>) -> Vec<Place> {
    actions(sight, |node, _| {
        let begun = sight.plan.node(node).start.is_some_and(|start| start <= sight.as_of());
        begun && (sight.progress)(node).is_none()
    })
}

fn action_moves_nothing(sight: &Sight<'_>) -> Vec<Place> {
    actions(sight, |node, facts| facts.should_move.is_empty() && sight.plan.kpis_of(node).is_empty())
}

/// More than 25 points behind what its dates expect. One past its due date is told so.
fn action_behind(sight: &Sight<'_>) -> Vec<Place> {
    let mut found = Vec::new();
    for ix in sight.of_kind(NodeKind::Action) {
        let node = sight.plan.node(ix);
        let over = node.due.is_some_and(|due| due < sight.as_of());
        let expected = expected_of_action(node.start, node.due, sight.as_of());
        let Some((progress, expected)) = (sight.progress)(ix).zip(expected) else { continue };
        if expected - progress > BEHIND && !over {
            found.push(Place::node(ix).with("progress", progress).with("expected", expected));
        }
    }
    found
}

fn action_past_due(sight: &Sight<'_>) -> Vec<Place> {
    let mut late = actions(sight, |node, _| sight.plan.node(node).due.is_some_and(|due| due < sight.as_of()));
    for place in &mut late {
        let crate::plan::Subject::Node(node) = place.at else { continue };
        if let Some(due) = sight.plan.node(node).due {
            place.params.push("due", iso(due).into());
        }
        place.params.push("progress", (sight.progress)(node).unwrap_or(0.0).into());
        place.params.push("told", (if (sight.progress)(node).is_some() { "true" } else { "false" }).into());
    }
    late
}
