//! What counts for how much: weights, effort, and what is counted twice or not at all.

use std::collections::BTreeMap;

use super::{Place, Rule, Sight, rule};
use crate::alignment::Cause;
use crate::alignment::Severity::{Note, Warning};
use crate::error::Param;
use crate::plan::{FindingId, KpiIx, NodeKind};

pub(super) const RULES: &[Rule] = &[
    rule(FindingId::EqualWeights, Note, "weigh", equal_weights),
    rule(FindingId::LopsidedWeights, Note, "weigh-again", lopsided_weights),
    rule(FindingId::CountsForNothing, Note, "give-weight", counts_for_nothing),
    rule(FindingId::DoubleCount, Warning, "count-once", double_count),
    rule(FindingId::BorrowedKpi, Note, "own-kpi", borrowed_kpi),
    rule(FindingId::EffortAgainstImportance, Note, "move-effort", effort_against_importance),
];

/// Shares of effort and of importance further apart than this are worth a finding.
const APART: f64 = 0.1;

/// The causes of a metric, by their code.
fn causes<'a>(sight: &'a Sight<'_>, metric: &str, code: &'a str) -> impl Iterator<Item = &'a Cause> {
    let metric = sight.alignment.metrics.iter().find(|each| each.id == metric);
    metric.into_iter().flat_map(|metric| &metric.causes).filter(move |cause| cause.code == code)
}

fn placed(cause: &Cause) -> Place {
    let mut place = Place::node(cause.node);
    place.params.clone_from(&cause.params);
    place
}

fn equal_weights(sight: &Sight<'_>) -> Vec<Place> {
    causes(sight, "AL-D", "everything-equally-important").map(placed).collect()
}

fn lopsided_weights(sight: &Sight<'_>) -> Vec<Place> {
    causes(sight, "AL-D", "one-thing-is-all").map(placed).collect()
}

/// It reaches the mission, and by links of weight 0 alone.
fn counts_for_nothing(sight: &Sight<'_>) -> Vec<Place> {
    let nodes = crate::alignment::graph::aligned(sight.plan);
    let idle = nodes.filter(|node| sight.graph.reaches(*node) && sight.contribution(*node).is_none());
    idle.map(Place::node).collect()
}

/// Two KPIs that read the same number, both of which count.
fn double_count(sight: &Sight<'_>) -> Vec<Place> {
    let mut groups: BTreeMap<_, Vec<KpiIx>> = BTreeMap::new();
    let mut found = Vec::new();
    for ix in sight.plan.kpi_indices() {
        let kpi = sight.plan.kpi(ix);
        let (Some(reading), true) = (&kpi.reading, counts(sight, ix)) else { continue };
        let group = groups.entry((&reading.source, &reading.measure, &reading.segment)).or_default();
        let same = |other: &&KpiIx| sight.plan.kpi(**other).reading.as_ref() == Some(reading);
        match group.iter().find(same) {
            Some(other) => {
                let other = sight.plan.kpi(*other).id.as_str();
                found.push(Place::kpi(ix).with("other", other));
            }
            None => group.push(ix),
        }
    }
    found
}

fn counts(sight: &Sight<'_>, ix: KpiIx) -> bool {
    let kpi = sight.plan.kpi(ix);
    let mission = kpi.node == sight.plan.mission();
    kpi.weight > 0.0 && (mission || sight.contribution(kpi.node).is_some())
}

/// The only KPI of a strategy stands at work that serves another as well: it cannot tell which of them works.
fn borrowed_kpi(sight: &Sight<'_>) -> Vec<Place> {
    let (only, mut found) = (only_kpis(sight), Vec::new());
    for strategy in sight.of_kind(NodeKind::Strategy) {
        let Some(Only::One(kpi)) = only.get(strategy.index()).copied() else { continue };
        let kpi = sight.plan.kpi(kpi);
        if kpi.node != strategy && sight.plan.parents(kpi.node).len() > 1 {
            let other = sight.plan.parents(kpi.node).iter().find(|link| link.parent != strategy);
            let other = other.map_or("", |link| sight.plan.node(link.parent).id.as_str());
            found.push(Place::node(strategy).with("only", kpi.id.as_str()).with("other", other));
        }
    }
    found
}

/// The KPIs at and below a node, as far as it matters here.
#[derive(Clone, Copy, PartialEq)]
enum Only {
    Nothing,
    One(KpiIx),
    Several,
}

impl Only {
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Nothing, some) | (some, Self::Nothing) => some,
            // By several paths it is one all the same.
            (one, another) if one == another => one,
            _ => Self::Several,
        }
    }
}

/// The KPIs at and below each node, children before their parents.
fn only_kpis(sight: &Sight<'_>) -> Vec<Only> {
    let mut all = vec![Only::Nothing; sight.plan.nodes().len()];
    for node in sight.plan.order() {
        let own = sight.plan.kpis_of(*node).iter().map(|kpi| Only::One(*kpi));
        let children = sight.plan.children(*node).iter();
        let below = children.filter_map(|link| all.get(link.child.index()).copied());
        let only = own.chain(below).fold(Only::Nothing, Only::and);
        if let Some(place) = all.get_mut(node.index()) {
            *place = only;
        }
    }
    all
}

/// The actions whose effort is furthest above what they are worth to the mission.
fn effort_against_importance(sight: &Sight<'_>) -> Vec<Place> {
    let number = |cause: &Cause, name| match cause.params.get(name) {
        Some(Param::Number(number)) => *number,
        _ => 0.0,
    };
    let much = causes(sight, "AL-E", "more-effort-than-importance");
    much.filter(|cause| number(cause, "effort") - number(cause, "importance") > APART).map(placed).collect()
}
