//! What changed beside nodes and KPIs: owners, cycles, and what drives what.

use std::collections::BTreeMap;

use super::{PlanChange, Told, change, same_in};
use crate::error::Params;
use crate::plan::{Drive, OkrCycle, Owner, Plan, Subject};
use crate::score::iso;

/// Two lists of named things: what is gone, what came, and of each that stayed what differs.
pub(super) fn lists<T>(
    (before, after): (&[T], &[T]),
    (gone, came): (&'static str, &'static str),
    named: for<'t> fn(&'t T) -> (&'t str, &'t str),
    found: &mut Vec<PlanChange>,
    differ: impl Fn(&mut Told<'_>, &T, &T),
) {
    let [was, is] =
        [before, after].map(|list| list.iter().map(|each| (named(each).0, each)).collect::<BTreeMap<_, _>>());
    for each in before.iter().filter(|each| !is.contains_key(named(each).0)) {
        let (id, title) = named(each);
        Told { id, title, into: found }.say(gone, Params::none());
    }
    for each in after {
        let (id, title) = named(each);
        let mut told = Told { id, title, into: found };
        match was.get(id) {
            None => told.say(came, Params::none()),
            Some(old) => {
                told.ends("retitled", (&named(old).1, &title), |title| Some((*title).to_owned()));
                differ(&mut told, old, each);
            }
        }
    }
}

pub(super) fn owners(before: &Plan, after: &Plan, found: &mut Vec<PlanChange>) {
    let lists_of = (before.owners(), after.owners());
    lists(
        lists_of,
        ("owner-removed", "owner-added"),
        |owner: &Owner| (&owner.id, &owner.name),
        found,
        |told, was, is| {
            told.ends("team-changed", (&was.team, &is.team), Clone::clone);
            if was.outside != is.outside {
                told.say(if is.outside { "now-outside" } else { "now-inside" }, Params::none());
            }
        },
    );
}

pub(super) fn cycles(before: &Plan, after: &Plan, found: &mut Vec<PlanChange>) {
    let lists_of = (&*before.rhythm().cycles, &*after.rhythm().cycles);
    lists(
        lists_of,
        ("cycle-removed", "cycle-added"),
        |cycle: &OkrCycle| (&cycle.id, &cycle.title),
        found,
        |told, was, is| {
            told.ends("start-moved", (&was.start, &is.start), |day| Some(iso(*day)));
            told.ends("end-moved", (&was.end, &is.end), |day| Some(iso(*day)));
        },
    );
}

/// What drives what, by both ids; each is told of its cause. Where an end is gone or new, that says it.
pub(super) fn drives(before: &Plan, after: &Plan, found: &mut Vec<PlanChange>) {
    let (was, is) = (by_ends(before), by_ends(after));
    for link in before.drives() {
        let ends = (same_in(before, link.from, after), same_in(before, link.to, after));
        if let ((Some(from), Some(to)), false) = (ends, is.contains_key(&key(before, link))) {
            let params = Params::none().with("from", after.title_of(to));
            found.push(change(after, from, "drive-removed", params));
        }
    }
    for ((from, to), said) in &is {
        let Some((cause, effect)) = after.find(from).zip(after.find(to)) else { continue };
        let known = |subject: Subject| same_in(after, subject, before).is_some();
        let code = match was.get(&(*from, *to)) {
            Some(old) if old == said => continue,
            Some(_) => "drive-changed",
            None if known(cause) && known(effect) => "drive-added",
            None => continue,
        };
        found.push(change(after, cause, code, Params::none().with("to", after.title_of(effect))));
    }
}

/// What is said of a link: which way it works, after how long, and why.
type Said<'p> = Vec<(&'static str, Option<u32>, Option<&'p str>)>;

fn key<'p>(plan: &'p Plan, link: &Drive) -> (&'p str, &'p str) {
    (plan.id(link.from), plan.id(link.to))
}

fn by_ends(plan: &Plan) -> BTreeMap<(&str, &str), Said<'_>> {
    let mut found: BTreeMap<_, Said<'_>> = BTreeMap::new();
    for link in plan.drives() {
        let said = (link.effect.name(), link.lag, link.note.as_deref());
        found.entry(key(plan, link)).or_default().push(said);
    }
    found
}
