//! What two plans differ in, in terms that a reader has (P7).

mod beside;
mod journey;

use std::collections::BTreeMap;

use crate::calendar::Date;
use crate::error::Params;
use crate::plan::{Direction, Kpi, KpiIx, Node, NodeIx, Override, Plan, Serves, Subject};
use crate::score::iso;

/// One difference between two plans.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanChange {
    /// What changed, as a code: `target-eased`.
    pub code: &'static str,
    /// The id of the node or KPI; of what else a plan names (an owner, a cycle, a need) its own.
    pub id: String,
    /// Its title: that of the later plan, where it is there.
    pub title: String,
    /// What the sentence needs: mostly `from` and `to`; absent where there was none.
    pub params: Params,
}

/// What a plan came to differ in: what is gone, what came, what changed, in the order of the later plan; nodes, KPIs, then
/// what stands beside them. Ids tell what is the same; what became another kind of thing is gone and came.
#[must_use]
pub fn plan_changes(before: &Plan, after: &Plan) -> Vec<PlanChange> {
    let mut found = Vec::new();
    for subject in subjects(before) {
        if same_in(before, subject, after).is_none() {
            found.push(change(before, subject, "removed", Params::none()));
        }
    }
    for subject in subjects(after) {
        match (before.find(after.id(subject)), subject) {
            (Some(Subject::Node(was)), Subject::Node(is)) => nodes(before, was, after, is, &mut found),
            (Some(Subject::Kpi(was)), Subject::Kpi(is)) => kpis(before, was, after, is, &mut found),
            // What is another kind of thing is another thing.
            (Some(_), _) | (None, _) => found.push(change(after, subject, "added", Params::none())),
        }
    }
    beside::owners(before, after, &mut found);
    beside::cycles(before, after, &mut found);
    beside::drives(before, after, &mut found);
    journey::changes(before, after, &mut found);
    let mission = Subject::Node(after.mission());
    let rhythm = |plan: &Plan| (plan.rhythm().check_ins, plan.rhythm().reviews.map(|reviews| reviews.every));
    if rhythm(before) != rhythm(after) {
        found.push(change(after, mission, "rhythm-changed", Params::none()));
    }
    if before.settings() != after.settings() {
        found.push(change(after, mission, "settings-changed", Params::none()));
    }
    found
}

fn subjects(plan: &Plan) -> impl Iterator<Item = Subject> {
    plan.node_indices().map(Subject::Node).chain(plan.kpi_indices().map(Subject::Kpi))
}

/// What stands for a node or KPI in another plan: the same kind of thing of the same id.
fn same_in(plan: &Plan, subject: Subject, other: &Plan) -> Option<Subject> {
    let same = |found: &Subject| matches!(found, Subject::Node(_)) == matches!(subject, Subject::Node(_));
    other.find(plan.id(subject)).filter(same)
}

fn change(plan: &Plan, subject: Subject, code: &'static str, params: Params) -> PlanChange {
    let (id, title) = (plan.id(subject).to_owned(), plan.title_of(subject).to_owned());
    PlanChange { code, id, title, params }
}

/// The id of something and what it is called.
type Called<'p> = Option<(&'p str, &'p str)>;

/// Where the differences of one thing go.
struct Told<'a> {
    id: &'a str,
    title: &'a str,
    into: &'a mut Vec<PlanChange>,
}

impl Told<'_> {
    fn say(&mut self, code: &'static str, params: Params) {
        let (id, title) = (self.id.to_owned(), self.title.to_owned());
        self.into.push(PlanChange { code, id, title, params });
    }

    /// A difference that is told with both ends, where there is one.
    fn ends<T: PartialEq>(
        &mut self,
        code: &'static str,
        (was, is): (&T, &T),
        word: impl Fn(&T) -> Option<String>,
    ) {
        if was != is {
            let mut params = Params::none();
            for (name, end) in [("from", word(was)), ("to", word(is))] {
                if let Some(end) = end {
                    params.push(name, end.into());
                }
            }
            self.say(code, params);
        }
    }

    /// Another thing in the place of one: told by its name, and the same one where it has another name alone.
    fn named(&mut self, code: &'static str, (was, is): (Called<'_>, Called<'_>)) {
        if was.map(|(id, _)| id) != is.map(|(id, _)| id) {
            self.ends(code, (&was, &is), |end| end.map(|(_, name)| name.to_owned()));
        }
    }

    fn numbers(&mut self, code: &'static str, was: Option<f64>, is: Option<f64>, unit: Option<&str>) {
        if was == is {
            return;
        }
        let mut params = Params::none();
        for (name, end) in [("from", was), ("to", is)] {
            if let Some(end) = end {
                params.push(name, end.into());
            }
        }
        if let Some(unit) = unit {
            params.push("unit", unit.into());
        }
        self.say(code, params);
    }
}

fn nodes(before: &Plan, was_ix: NodeIx, after: &Plan, is_ix: NodeIx, found: &mut Vec<PlanChange>) {
    let (was, is) = (before.node(was_ix), after.node(is_ix));
    let mut told = Told { id: &is.id, title: &is.title, into: found };
    told.ends("retitled", (&was.title, &is.title), |title| Some(title.clone()));
    told.ends("described-anew", (&was.description, &is.description), |_| None);
    told.ends("start-moved", (&was.start, &is.start), |day| day.map(iso));
    due(&mut told, (was.due, is.due));
    for (code, accountable) in [("owner-changed", true), ("helpers-changed", false)] {
        let (was, is) = (owners(before, was, accountable), owners(after, is, accountable));
        if !was.keys().eq(is.keys()) {
            told.ends(code, (&was, &is), |owners| joined(owners.values().copied()));
        }
    }
    commitments(&mut told, (before, was), (after, is));
    links(&mut told, &parents(before, was_ix), &parents(after, is_ix));
    told.named("cycle-changed", (cycle(before, was), cycle(after, is)));
    told.ends("roll-up-changed", (&before.roll_up(was_ix), &after.roll_up(is_ix)), |by| {
        Some(by.name().to_owned())
    });
    overrides(&mut told, was.overruled.as_deref(), is.overruled.as_deref());
    if let (Some(was), Some(is)) = (&was.action, &is.action) {
        told.numbers("progress-changed", was.progress, is.progress, None);
        told.numbers("effort-changed", Some(was.effort), Some(is.effort), None);
    }
}

fn kpis(before: &Plan, was_ix: KpiIx, after: &Plan, is_ix: KpiIx, found: &mut Vec<PlanChange>) {
    let (was, is) = (before.kpi(was_ix), after.kpi(is_ix));
    let mut told = Told { id: &is.id, title: &is.title, into: found };
    told.ends("retitled", (&was.title, &is.title), |title| Some(title.clone()));
    told.ends("described-anew", (&was.description, &is.description), |_| None);
    target(&mut told, was, is);
    told.numbers("baseline-changed", was.baseline, is.baseline, is.unit.as_deref());
    told.numbers("weight-changed", Some(was.weight), Some(is.weight), None);
    told.ends("start-moved", (&was.start, &is.start), |day| day.map(iso));
    due(&mut told, (was.due, is.due));
    told.ends("interval-changed", (&was.interval, &is.interval), |every| {
        every.map(|every| every.name().into())
    });
    told.named("owner-changed", (owner_of(before, was), owner_of(after, is)));
    told.named("guard-changed", (guard_of(before, was), guard_of(after, is)));
    told.ends("standard-changed", (&was.standard, &is.standard), Clone::clone);
    let moved = |plan: &Plan, kpi: &Kpi| plan.node(kpi.node).id.clone();
    told.ends("moved", (&moved(before, was), &moved(after, is)), |id| Some(id.clone()));
    let defined = (&was.reading, &was.window, &was.aggregate, &was.unit);
    told.ends("definition-changed", (&defined, &(&is.reading, &is.window, &is.aggregate, &is.unit)), |_| {
        None
    });
    let scored = (&was.score, &was.bands, &was.expected, &was.direction);
    told.ends("scoring-changed", (&scored, &(&is.score, &is.bands, &is.expected, &is.direction)), |_| None);
    overrides(&mut told, was.overruled.as_deref(), is.overruled.as_deref());
    if was.typed != is.typed {
        told.say("values-changed", Params::none());
    }
}

/// A target is eased where it comes nearer to what is worse.
fn target(told: &mut Told<'_>, was: &Kpi, is: &Kpi) {
    let code = match (was.target, is.target) {
        (None, _) => "target-set",
        (_, None) => "target-dropped",
        (Some(before), Some(after)) => match is.direction.or(was.direction) {
            Some(Direction::Up) if after < before => "target-eased",
            Some(Direction::Down) if after > before => "target-eased",
            Some(_) => "target-raised",
            None => "target-changed",
        },
    };
    told.numbers(code, was.target, is.target, is.unit.as_deref());
}

fn due(told: &mut Told<'_>, (was, is): (Option<Date>, Option<Date>)) {
    let code = match (was, is) {
        (Some(was), Some(is)) if is > was => "due-later",
        (Some(_), Some(_)) => "due-earlier",
        (None, _) => "due-set",
        (Some(_), None) => "due-dropped",
    };
    told.ends(code, (&was, &is), |day| day.map(iso));
}

fn overrides(told: &mut Told<'_>, was: Option<&Override>, is: Option<&Override>) {
    if was == is {
        return;
    }
    match is {
        Some(set) => {
            let params =
                Params::none().with("author", set.author.as_str()).with("reason", set.reason.as_str());
            told.say("override-set", params.with("until", iso(set.expires)));
        }
        None => told.say("override-lifted", Params::none()),
    }
}

/// The names of those who own a node by their ids: those accountable for it, or the others.
fn owners<'p>(plan: &'p Plan, node: &Node, accountable: bool) -> BTreeMap<&'p str, &'p str> {
    let own = node.owners.iter().filter(|own| own.accountable == accountable);
    own.filter_map(|own| plan.owner(own.owner))
        .map(|owner| (owner.id.as_str(), owner.name.as_str()))
        .collect()
}

/// How far those stand by a node who own it before and after.
fn commitments(told: &mut Told<'_>, (before, was): (&Plan, &Node), (after, is): (&Plan, &Node)) {
    for own in &is.owners {
        let Some(owner) = after.owner(own.owner) else { continue };
        let same =
            |own: &&crate::plan::Ownership| before.owner(own.owner).is_some_and(|old| old.id == owner.id);
        let Some(old) = was.owners.iter().find(same).filter(|old| old.commitment != own.commitment) else {
            continue;
        };
        let mut params = Params::none().with("owner", owner.name.as_str());
        for (name, end) in [("from", old.commitment), ("to", own.commitment)] {
            if let Some(end) = end {
                params.push(name, end.name().into());
            }
        }
        told.say("commitment-changed", params);
    }
}

/// Other links by the ids they lead to, and other weights of those that are still there. A share is told where the links
/// are the same: what the plan does not say of it hangs on their number.
fn links(told: &mut Told<'_>, was: &Parents<'_>, is: &Parents<'_>) {
    let same = was.keys().eq(is.keys());
    if !same {
        let ids = |links: &Parents<'_>| joined(links.keys().copied());
        told.ends("links-changed", (&ids(was), &ids(is)), Clone::clone);
    }
    for (id, (title, link)) in is {
        let Some((_, old)) = was.get(id) else { continue };
        let numbers =
            [("link-weight-changed", old.weight, link.weight), ("link-share-changed", old.share, link.share)];
        for (code, from, to) in numbers.into_iter().take(if same { 2 } else { 1 }) {
            if from.total_cmp(&to).is_ne() {
                told.say(code, Params::none().with("parent", *title).with("from", from).with("to", to));
            }
        }
    }
}

/// What a node serves, by id: its title and the link.
type Parents<'p> = BTreeMap<&'p str, (&'p str, &'p Serves)>;

fn parents(plan: &Plan, node: NodeIx) -> Parents<'_> {
    let parent = |link: &Serves| plan.node(link.parent);
    plan.parents(node)
        .iter()
        .map(|link| (parent(link).id.as_str(), (parent(link).title.as_str(), link)))
        .collect()
}

fn joined<'n>(names: impl Iterator<Item = &'n str>) -> Option<String> {
    let names: Vec<&str> = names.collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn owner_of<'p>(plan: &'p Plan, kpi: &Kpi) -> Called<'p> {
    plan.owner(kpi.owner?).map(|owner| (owner.id.as_str(), owner.name.as_str()))
}

fn guard_of<'p>(plan: &'p Plan, kpi: &Kpi) -> Called<'p> {
    kpi.guard.map(|guard| plan.kpi(guard)).map(|guard| (guard.id.as_str(), guard.title.as_str()))
}

fn cycle<'p>(plan: &'p Plan, node: &Node) -> Called<'p> {
    plan.rhythm().cycles.get(node.cycle? as usize).map(|cycle| (cycle.id.as_str(), cycle.title.as_str()))
}
