//! SMART, goal by goal (AL-S, P3): specific, measurable, achievable, relevant, time-bound, each with its reason and what
//! to change.

use super::pace::required;
use super::rules::Sight;
use super::rules::lexicon::contains;
use crate::error::Params;
use crate::plan::{KpiIx, NodeIx, NodeKind};
use crate::score::{iso, ratio};

/// How one check of a goal came out.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// `specific`, `measurable`, `achievable`, `relevant` or `time-bound`.
    pub id: &'static str,
    /// Whether it holds; none where it cannot be told yet.
    pub holds: Option<bool>,
    /// Why, as a code.
    pub code: &'static str,
    /// What the sentence needs.
    pub params: Params,
    /// What to change, as a code; none where it holds or cannot be told.
    pub remedy: Option<&'static str>,
}

/// The five checks of one goal.
#[derive(Clone, Debug, PartialEq)]
pub struct SmartGoal {
    /// The goal.
    pub node: NodeIx,
    /// Its checks, in the order of the word.
    pub checks: [Check; 5],
}

/// The goals of a plan by the five checks.
#[derive(Clone, Debug, PartialEq)]
pub struct Smart {
    /// The checks that hold ÷ those that can be told, over all goals; none where none can.
    pub value: Option<f64>,
    /// How many hold.
    pub holding: u32,
    /// How many can be told.
    pub told: u32,
    /// Goal by goal.
    pub goals: Vec<SmartGoal>,
}

/// Checks every goal.
#[must_use]
#[inline(never)]
pub fn smart(sight: &Sight<'_>) -> Smart {
    let measured = measured(sight);
    let goals: Vec<_> = sight.of_kind(NodeKind::Goal).map(|goal| checked(sight, goal, &measured)).collect();
    let told = || goals.iter().flat_map(|goal| &goal.checks).filter_map(|check| check.holds);
    let (holding, all) = (told().filter(|holds| *holds).count(), told().count());
    Smart { value: ratio(holding as f64, all as f64), holding: holding as u32, told: all as u32, goals }
}

/// For each node, whether a KPI that is held against something lies at or below it.
pub(super) fn measured(sight: &Sight<'_>) -> Vec<bool> {
    sight.at_or_below(|node| sight.plan.kpis_of(node).iter().any(|kpi| is_held(sight, *kpi)))
}

fn is_held(sight: &Sight<'_>, kpi: KpiIx) -> bool {
    let kpi = sight.plan.kpi(kpi);
    kpi.target.is_some() || !kpi.score.needs_progress()
}

fn checked(sight: &Sight<'_>, goal: NodeIx, measured: &[bool]) -> SmartGoal {
    let checks = [
        specific(sight, goal),
        measurable(sight, goal, measured),
        achievable(sight, goal),
        relevant(sight, goal),
        time_bound(sight, goal),
    ];
    SmartGoal { node: goal, checks }
}

fn holds(id: &'static str, code: &'static str) -> Check {
    Check { id, holds: Some(true), code, params: Params::none(), remedy: None }
}

fn fails(id: &'static str, code: &'static str, remedy: &'static str) -> Check {
    Check { id, holds: Some(false), code, params: Params::none(), remedy: Some(remedy) }
}

impl Check {
    fn with(mut self, name: &'static str, value: impl Into<crate::error::Param>) -> Self {
        self.params.push(name, value.into());
        self
    }
}

/// Says what is meant: in a KPI of its own with a target, or in a description; and no word that promises more of
/// something without saying of what, unless such a KPI says it.
pub(super) fn specific(sight: &Sight<'_>, goal: NodeIx) -> Check {
    let node = sight.plan.node(goal);
    if sight.plan.kpis_of(goal).iter().any(|kpi| is_held(sight, *kpi)) {
        return holds("specific", "own-kpi-says");
    }
    if let Some(word) = contains(&node.title, |lexicon| lexicon.vague) {
        return fails("specific", "vague-word", "say-what-exactly").with("word", word);
    }
    match &node.description {
        Some(_) => holds("specific", "description-says"),
        None => fails("specific", "title-alone", "say-what-exactly"),
    }
}

/// A KPI at or beneath it is held against a target or a range.
fn measurable(sight: &Sight<'_>, goal: NodeIx, measured: &[bool]) -> Check {
    match (sight.graph.below(goal).kpi, measured.get(goal.index())) {
        (true, Some(true)) => holds("measurable", "target-beneath"),
        (true, _) => fails("measurable", "no-target-beneath", "set-target"),
        _ => fails("measurable", "no-kpi-beneath", "attach-kpi"),
    }
}

/// What its own KPIs need from here to the due date was seen before; past values have to show it.
fn achievable(sight: &Sight<'_>, goal: NodeIx) -> Check {
    let kpis = sight.plan.kpis_of(goal).iter();
    let rates =
        kpis.filter_map(|kpi| Some((*kpi, required(sight.plan, *kpi, &sight.known(*kpi), sight.as_of())?)));
    let hardest = rates.reduce(|one, other| {
        let beyond = |rate: &super::Required| rate.needed - rate.best;
        if beyond(&other.1) > beyond(&one.1) { other } else { one }
    });
    let Some((kpi, rate)) = hardest else {
        let (id, code) = ("achievable", "no-rate-yet");
        return Check { id, holds: None, code, params: Params::none(), remedy: None };
    };
    let check = if rate.needed > rate.best {
        fails("achievable", "rate-never-seen", "change-means-or-target")
    } else {
        holds("achievable", "rate-was-seen")
    };
    let check = check.with("kpi", sight.plan.kpi(kpi).id.as_str()).with("needed", rate.needed);
    let check = check.with("best", rate.best);
    match rate.times() {
        Some(times) => check.with("times", times),
        None => check,
    }
}

/// A path leads to the mission, and one with a weight.
fn relevant(sight: &Sight<'_>, goal: NodeIx) -> Check {
    match (sight.graph.reaches(goal), sight.contribution(goal)) {
        (false, _) => fails("relevant", "no-path", "link-to-parent"),
        (true, None) => fails("relevant", "no-weight", "give-weight"),
        (true, Some(part)) => holds("relevant", "counts").with("contribution", part),
    }
}

/// It has a due date, or each of its own KPIs has.
pub(super) fn time_bound(sight: &Sight<'_>, goal: NodeIx) -> Check {
    let kpis = sight.plan.kpis_of(goal);
    let latest = kpis.iter().map(|kpi| sight.plan.dates_of(*kpi).1).collect::<Option<Vec<_>>>();
    let due = sight.plan.node(goal).due.or(latest.and_then(|days| days.into_iter().max()));
    match due {
        Some(due) => holds("time-bound", "due").with("due", iso(due)),
        None => fails("time-bound", "no-due-date", "set-due-date"),
    }
}
