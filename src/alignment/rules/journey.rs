//! What customers need, and where it hurts.

use super::{Place, Rule, Sight, rule};
use crate::alignment::Severity::{Note, Warning};
use crate::plan::{FindingId, Need, NodeKind, Touchpoint};

pub(super) const RULES: &[Rule] = &[
    rule(FindingId::NeedUnserved, Warning, "serve-need", need_unserved),
    rule(FindingId::NeedUnrated, Note, "rate-need", need_unrated),
    rule(FindingId::PainUnaddressed, Warning, "act-on-pain", pain_unaddressed),
    rule(FindingId::MomentUnmeasured, Note, "measure-moment", moment_unmeasured),
];

/// Findings of needs stand at the mission, since a need is no node.
fn at_mission(sight: &Sight<'_>, id: &str, title: &str) -> Place {
    Place::node(sight.plan.mission()).with("about", id).with("called", title)
}

fn needs<'a>(sight: &Sight<'a>) -> &'a [Need] {
    sight.plan.journey().map(|journey| &journey.needs[..]).unwrap_or_default()
}

fn touchpoints<'a>(sight: &Sight<'a>) -> impl Iterator<Item = &'a Touchpoint> {
    sight.plan.journey().into_iter().flat_map(|journey| &journey.stages).flat_map(|stage| &stage.touchpoints)
}

/// A large gap, and no goal, strategy or action is named for it.
fn need_unserved(sight: &Sight<'_>) -> Vec<Place> {
    let mut found = Vec::new();
    for need in needs(sight).iter().filter(|need| need.served_by.is_empty()) {
        let standing = (sight.standing)(need);
        if let Some(gap) = standing.gap.filter(|_| standing.is_large()) {
            found.push(at_mission(sight, &need.id, &need.title).with("gap", gap.value));
        }
    }
    found
}

fn need_unrated(sight: &Sight<'_>) -> Vec<Place> {
    let unrated = needs(sight).iter().filter(|need| (sight.standing)(need).lacks(need));
    unrated.map(|need| at_mission(sight, &need.id, &need.title)).collect()
}

/// No action is named for it, by itself or beneath what is.
fn pain_unaddressed(sight: &Sight<'_>) -> Vec<Place> {
    let acts = sight.at_or_below(|node| sight.plan.node(node).kind == NodeKind::Action);
    let mut found = Vec::new();
    for touchpoint in touchpoints(sight) {
        let open = touchpoint
            .pains
            .iter()
            .filter(|pain| !pain.served_by.iter().any(|node| acts.get(node.index()) == Some(&true)));
        let at = touchpoint.title.as_str();
        found.extend(open.map(|pain| at_mission(sight, &pain.id, &pain.title).with("touchpoint", at)));
    }
    found
}

fn moment_unmeasured(sight: &Sight<'_>) -> Vec<Place> {
    let blind = touchpoints(sight).filter(|each| each.moment && each.kpis.is_empty());
    blind.map(|each| at_mission(sight, &each.id, &each.title)).collect()
}
