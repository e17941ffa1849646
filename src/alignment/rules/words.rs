//! How titles are phrased: the what and the how in each other's place. Hints by word lists, so notes alone.

use std::collections::BTreeMap;

use super::lexicon::{begins_with, contains};
use super::{Place, Rule, Sight, rule};
use crate::alignment::Severity::Note;
use crate::alignment::graph::aligned;
use crate::plan::{FindingId, NodeIx, NodeKind};

pub(super) const RULES: &[Rule] = &[
    rule(FindingId::MissionLikeStrategy, Note, "say-how", mission_like_strategy),
    rule(FindingId::ActivityLikeGoal, Note, "say-outcome", activity_like_goal),
    rule(FindingId::SameTitle, Note, "tell-apart", same_title),
];

fn mission_like_strategy(sight: &Sight<'_>) -> Vec<Place> {
    told_by_word(sight, NodeKind::Strategy, |title| contains(title, |lexicon| lexicon.mission))
}

fn activity_like_goal(sight: &Sight<'_>) -> Vec<Place> {
    told_by_word(sight, NodeKind::Goal, |title| begins_with(title, |lexicon| lexicon.activity))
}

fn told_by_word(
    sight: &Sight<'_>,
    kind: NodeKind,
    telling: impl Fn(&str) -> Option<&'static str>,
) -> Vec<Place> {
    let nodes = sight.of_kind(kind);
    let told = nodes.filter_map(|node| Some((node, telling(&sight.plan.node(node).title)?)));
    told.map(|(node, word)| Place::node(node).with("word", word)).collect()
}

/// Two nodes of one title cannot be told apart in a list.
fn same_title(sight: &Sight<'_>) -> Vec<Place> {
    let mut seen: BTreeMap<String, NodeIx> = BTreeMap::new();
    let mut found = Vec::new();
    for node in aligned(sight.plan) {
        let title = sight.plan.node(node).title.trim().to_ascii_lowercase();
        if let Some(first) = seen.get(&title) {
            found.push(Place::node(node).with("other", sight.plan.node(*first).id.as_str()));
        } else {
            seen.insert(title, node);
        }
    }
    found
}
