//! What two plans differ in, in terms that a reader has (P7).

use crate::error::Params;
use crate::plan::{Direction, Kpi, KpiIx, Node, NodeIx, Plan, Subject};
use crate::score::iso;

/// One difference between two plans.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanChange {
    /// What changed, as a code: `target-eased`.
    pub code: &'static str,
    /// The id of the node or KPI.
    pub id: String,
    /// Its title: that of the later plan, where it is there.
    pub title: String,
    /// What the sentence needs: mostly `from` and `to`; absent where there was none.
    pub params: Params,
}

/// What a plan came to differ in: what is gone, what came, what changed, in the order of the later plan. Ids tell what is the
/// same.
#[must_use]
pub fn plan_changes(before: &Plan, after: &Plan) -> Vec<PlanChange> {
    let mut found = Vec::new();
    for subject in subjects(before) {
        if after.find(before.id(subject)).is_none() {
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
    if before.settings() != after.settings() {
        let mission = Subject::Node(after.mission());
        found.push(change(after, mission, "settings-changed", Params::none()));
    }
    found
}

fn subjects(plan: &Plan) -> impl Iterator<Item = Subject> {
    plan.node_indices().map(Subject::Node).chain(plan.kpi_indices().map(Subject::Kpi))
}

fn change(plan: &Plan, subject: Subject, code: &'static str, params: Params) -> PlanChange {
    let (id, title) = (plan.id(subject).to_owned(), plan.title_of(subject).to_owned());
    PlanChange { code, id, title, params }
}

/// Where the differences of one node or KPI go.
struct Told<'a> {
    plan: &'a Plan,
    subject: Subject,
    into: &'a mut Vec<PlanChange>,
}

impl Told<'_> {
    fn say(&mut self, code: &'static str, params: Params) {
        self.into.push(change(self.plan, self.subject, code, params));
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
    let mut told = Told { plan: after, subject: Subject::Node(is_ix), into: found };
    told.ends("retitled", (&was.title, &is.title), |title| Some(title.clone()));
    told.ends("described-anew", (&was.description, &is.description), |_| None);
    told.ends("start-moved", (&was.start, &is.start), |day| day.map(iso));
    due(&mut told, (was.due, is.due));
    told.ends("owner-changed", (&owners(before, was), &owners(after, is)), |names| {
        (!names.is_empty()).then(|| names.join(", "))
    });
    told.ends("links-changed", (&parents(before, was_ix), &parents(after, is_ix)), |links| {
        (!links.is_empty()).then(|| links.iter().map(|(id, ..)| id.as_str()).collect::<Vec<_>>().join(", "))
    });
    told.ends("cycle-changed", (&cycle(before, was), &cycle(after, is)), Clone::clone);
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
    let mut told = Told { plan: after, subject: Subject::Kpi(is_ix), into: found };
    told.ends("retitled", (&was.title, &is.title), |title| Some(title.clone()));
    target(&mut told, was, is);
    told.numbers("baseline-changed", was.baseline, is.baseline, is.unit.as_deref());
    told.numbers("weight-changed", Some(was.weight), Some(is.weight), None);
    told.ends("start-moved", (&was.start, &is.start), |day| day.map(iso));
    due(&mut told, (was.due, is.due));
    told.ends("interval-changed", (&was.interval, &is.interval), |every| {
        every.map(|every| every.name().into())
    });
    let owner = |plan: &Plan, kpi: &Kpi| {
        kpi.owner.and_then(|owner| plan.owner(owner)).map(|owner| owner.name.clone())
    };
    told.ends("owner-changed", (&owner(before, was), &owner(after, is)), Clone::clone);
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

fn due(told: &mut Told<'_>, (was, is): (Option<crate::calendar::Date>, Option<crate::calendar::Date>)) {
    let code = match (was, is) {
        (Some(was), Some(is)) if is > was => "due-later",
        (Some(_), Some(_)) => "due-earlier",
        (None, _) => "due-set",
        (Some(_), None) => "due-dropped",
    };
    told.ends(code, (&was, &is), |day| day.map(iso));
}

fn overrides(told: &mut Told<'_>, was: Option<&crate::plan::Override>, is: Option<&crate::plan::Override>) {
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

fn owners(plan: &Plan, node: &Node) -> Vec<String> {
    let accountable = node.owners.iter().filter(|own| own.accountable);
    accountable.filter_map(|own| plan.owner(own.owner)).map(|owner| owner.name.clone()).collect()
}

fn parents(plan: &Plan, node: NodeIx) -> Vec<(String, u64, u64)> {
    let link = |link: &crate::plan::Serves| {
        (plan.node(link.parent).id.clone(), link.weight.to_bits(), link.share.to_bits())
    };
    let mut links: Vec<_> = plan.parents(node).iter().map(link).collect();
    links.sort_unstable();
    links
}

fn cycle(plan: &Plan, node: &Node) -> Option<String> {
    plan.rhythm().cycles.get(node.cycle? as usize).map(|cycle| cycle.title.clone())
}
