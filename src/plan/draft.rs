//! A plan as written down, before it is checked: references are ids, everything knows where it stands.

use super::{
    ActionKind, Aggregate, Audience, Bands, Benchmark, Commitment, Direction, DraftJourney, DraftNodeRhythm,
    DraftRhythm, Effect, Expected, FindingId, IndexWeights, Lead, Missing, Override, Reading, RollUp,
    ScoreFunction, Settings, Stale, Typed, Window,
};
use crate::calendar::{Calendar, Date, Granularity};
use crate::error::Pointer;

/// A plan before it is checked. The kind of a node follows from the list it stands in.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Its title.
    pub title: String,
    /// The period its KPIs are read by.
    pub period: Granularity,
    /// How weeks, quarters and years are cut.
    pub calendar: Calendar,
    /// What it chose.
    pub settings: DraftSettings,
    /// All owners.
    pub owners: Vec<DraftOwner>,
    /// The bands of the map, top first.
    pub perspectives: Vec<DraftPerspective>,
    /// The mission of the company.
    pub company_mission: Option<DraftNode>,
    /// The mission of the service; a plan cannot be without.
    pub mission: Option<DraftNode>,
    /// Where the service wants to be.
    pub vision: Option<DraftNode>,
    /// Outcomes to reach.
    pub goals: Vec<DraftNode>,
    /// Plans of attack.
    pub strategies: Vec<DraftNode>,
    /// What is done.
    pub actions: Vec<DraftNode>,
    /// Causes and effects.
    pub drives: Vec<DraftDrive>,
    /// The customers' journey and needs.
    pub journey: Option<Box<DraftJourney>>,
    /// Cycles, check-ins, reviews.
    pub rhythm: DraftRhythm,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            title: String::new(),
            period: Granularity::Month,
            calendar: Calendar::USUAL,
            settings: DraftSettings::default(),
            owners: Vec::new(),
            perspectives: Vec::new(),
            company_mission: None,
            mission: None,
            vision: None,
            goals: Vec::new(),
            strategies: Vec::new(),
            actions: Vec::new(),
            drives: Vec::new(),
            journey: None,
            rhythm: DraftRhythm::default(),
        }
    }
}

/// An id that should be known, and where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The id.
    pub id: String,
    /// Where it was written.
    pub at: Pointer,
}

/// Settings before the findings switched off are resolved.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftSettings {
    /// Where the settings stand.
    pub at: Pointer,
    /// Where the colours change.
    pub bands: Bands,
    /// The coverage a node needs to be on track.
    pub coverage_needed: f64,
    /// What a missing contributor does.
    pub missing: Missing,
    /// What a stale value does.
    pub stale: Stale,
    /// How contributors make a score.
    pub roll_up: RollUp,
    /// The weights of the alignment index.
    pub index_weights: IndexWeights,
    /// Findings switched off.
    pub off: Vec<DraftOff>,
}

impl Default for DraftSettings {
    fn default() -> Self {
        let Settings { bands, coverage_needed, missing, stale, roll_up, index_weights, .. } =
            Settings::default();
        let at = Pointer::root().field("settings");
        Self { at, bands, coverage_needed, missing, stale, roll_up, index_weights, off: Vec::new() }
    }
}

/// A finding switched off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftOff {
    /// Which rule.
    pub finding: FindingId,
    /// The node or KPI; none for everywhere.
    pub node: Option<Reference>,
    /// Why.
    pub reason: String,
}

/// An owner as written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DraftOwner {
    /// Where it stands.
    pub at: Pointer,
    /// Its id.
    pub id: String,
    /// As shown.
    pub name: String,
    /// The owner's team.
    pub team: Option<String>,
    /// Whether the owner is outside the service team.
    pub outside: bool,
}

/// A perspective as written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DraftPerspective {
    /// Where it stands.
    pub at: Pointer,
    /// Its id.
    pub id: String,
    /// As shown.
    pub title: String,
}

/// A node as written.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DraftNode {
    /// Where it stands.
    pub at: Pointer,
    /// Its id.
    pub id: String,
    /// Its short text.
    pub title: String,
    /// Its long text.
    pub description: Option<String>,
    /// Whom a goal is for.
    pub audience: Option<Audience>,
    /// Its band of the map.
    pub perspective: Option<Reference>,
    /// Who owns it.
    pub owners: Vec<DraftOwnership>,
    /// The first day.
    pub start: Option<Date>,
    /// The last day.
    pub due: Option<Date>,
    /// Whom it serves.
    pub serves: Vec<DraftServes>,
    /// Its KPIs.
    pub kpis: Vec<DraftKpi>,
    /// The kind of work, of an action.
    pub kind: Option<ActionKind>,
    /// The size of an action.
    pub effort: Option<f64>,
    /// How much of an action is done.
    pub progress: Option<f64>,
    /// The KPIs an action should move.
    pub should_move: Vec<Reference>,
    /// Periods from the end of an action until they show it.
    pub lag: u32,
    /// How the mission pulls against the company's.
    pub tension: Option<String>,
    /// How its contributors make its score.
    pub roll_up: Option<RollUp>,
    /// What a missing contributor does to its score.
    pub missing: Option<Missing>,
    /// What somebody set by hand, and where that stands.
    pub overruled: Option<(Pointer, Box<Override>)>,
    /// Its cycle, and how often it is checked.
    pub rhythm: DraftNodeRhythm,
}

/// An owner's share in a node as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftOwnership {
    /// Who.
    pub owner: Reference,
    /// Whether this owner answers for the node.
    pub accountable: bool,
    /// How far an owner outside the team stands by it.
    pub commitment: Option<Commitment>,
}

/// A "serves" link as written.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftServes {
    /// Where it stands.
    pub at: Pointer,
    /// The node served.
    pub to: Reference,
    /// The weight; 1 where nothing was said.
    pub weight: f64,
    /// The share of the child that counts here.
    pub share: Option<f64>,
    /// A remark.
    pub note: Option<String>,
}

/// A "drives" link as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftDrive {
    /// The cause.
    pub from: Reference,
    /// The effect.
    pub to: Reference,
    /// The sign.
    pub effect: Effect,
    /// Periods from cause to effect.
    pub lag: Option<u32>,
    /// Why one believes it.
    pub note: Option<String>,
}

/// A KPI as written. Its fields are those of [`Kpi`](super::Kpi).
#[derive(Debug, Clone, PartialEq)]
pub struct DraftKpi {
    /// Where it stands.
    pub at: Pointer,
    /// Whether every field could be read; rules between fields are left out where one could not.
    pub sound: bool,
    /// Its id.
    pub id: String,
    /// Its short text.
    pub title: String,
    /// Its long text.
    pub description: Option<String>,
    /// The unit.
    pub unit: Option<String>,
    /// Which way is better.
    pub direction: Option<Direction>,
    /// Where it started.
    pub baseline: Option<f64>,
    /// Where it should be.
    pub target: Option<f64>,
    /// What others reach.
    pub benchmark: Option<Benchmark>,
    /// The first day.
    pub start: Option<Date>,
    /// The target date.
    pub due: Option<Date>,
    /// The weight in its node; 1 where nothing was said.
    pub weight: f64,
    /// Whom to ask for it.
    pub owner: Option<Reference>,
    /// The KPI to watch beside it.
    pub guard: Option<Reference>,
    /// What is promised by reaching the target.
    pub standard: Option<String>,
    /// How often a value is due.
    pub interval: Option<Granularity>,
    /// Leading or lagging.
    pub lead: Option<Lead>,
    /// How its value becomes a score.
    pub score: ScoreFunction,
    /// How its progress is expected to run.
    pub expected: Expected,
    /// What somebody set by hand, and where that stands.
    pub overruled: Option<(Pointer, Box<Override>)>,
    /// Bands of its own.
    pub bands: Option<Bands>,
    /// Which periods its value covers.
    pub window: Window,
    /// How several typed values make one.
    pub aggregate: Aggregate,
    /// Where in the data it is read.
    pub reading: Option<Reading>,
    /// Typed values, each with where it stands, in any order.
    pub typed: Vec<(Pointer, Typed)>,
}

impl Default for DraftKpi {
    fn default() -> Self {
        Self {
            at: Pointer::root(),
            sound: true,
            id: String::new(),
            title: String::new(),
            description: None,
            unit: None,
            direction: None,
            baseline: None,
            target: None,
            benchmark: None,
            start: None,
            due: None,
            weight: 1.0,
            owner: None,
            guard: None,
            standard: None,
            interval: None,
            lead: None,
            score: ScoreFunction::default(),
            expected: Expected::default(),
            overruled: None,
            bands: None,
            window: Window::default(),
            aggregate: Aggregate::Last,
            reading: None,
            typed: Vec::new(),
        }
    }
}
