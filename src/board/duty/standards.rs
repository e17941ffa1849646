//! Service standards: which are missed, since when, what moved, and what can be done (P11).

use std::collections::{BTreeMap, BTreeSet};

use super::Owned;
use crate::board::Board;
use crate::calendar::Period;
use crate::kpi::{Basis, Figure, Missing};
use crate::plan::{Direction, Drive, Effect, Kpi, KpiIx, NodeIx, OwnerIx, Plan, Subject, named};
use crate::programme::{self, Outcome};
use crate::score::Freshness;

named! {
    /// How a service standard stands.
    StandardState {
        /// The value is at its target or better, as far as its interval tells.
        Met = "met",
        /// It is worse.
        Missed = "missed",
        /// Its interval reaches over the target.
        CannotTell = "cannot-tell",
        /// Its value is too old.
        Stale = "stale",
        /// It has no value.
        NoData = "no-data",
        /// The KPI has no target, or nobody said which way is better.
        NoTarget = "no-target",
    }
}

named! {
    /// What to do about a missed standard.
    Advice {
        /// A driver got worse when it began to be missed: act there.
        ActOnDriver = "act-on-driver",
        /// One segment carries most of it: look there.
        LookAtSegment = "look-at-segment",
        /// An action for it is late: catch up.
        CatchUp = "catch-up",
        /// An action for it is under way or planned: see it through.
        SeeThrough = "see-through",
        /// No action for it is open: plan one.
        PlanAction = "plan-action",
        /// A training for it is due again.
        Refresh = "refresh",
        /// Its number is missing or stale: ask for it.
        AskForValue = "ask-for-value",
    }
}

/// A service standard.
#[derive(Clone, Debug, PartialEq)]
pub struct Standard {
    /// The KPI.
    pub kpi: KpiIx,
    /// Who answers for it.
    pub owner: Option<OwnerIx>,
    /// How it stands.
    pub state: StandardState,
    /// How many complete periods in a row it has been missed, up to the last one.
    pub periods: usize,
    /// The last period in which it was met.
    pub last_met: Option<Period>,
    /// What drives it, and what that did when it began to be missed.
    pub drivers: Vec<Driver>,
    /// By each dimension, what the change since it was met is made of.
    pub mixes: Vec<Mixed>,
    /// What can be done.
    pub advice: Vec<Advised>,
}

/// A KPI that drives a standard.
#[derive(Clone, Debug, PartialEq)]
pub struct Driver {
    /// The KPI.
    pub kpi: KpiIx,
    /// What it did since the standard was last met, against all its periods till then: `moved-against` is the wrong way.
    pub outcome: Outcome,
    /// Whether the numbers bear the link out, as a code; none where they cannot be held together.
    pub evidence: Option<&'static str>,
}

/// A change split into what the segments did and how many cases each had.
#[derive(Clone, Debug, PartialEq)]
pub struct Mixed {
    /// The dimension.
    pub by: String,
    /// By the segments' own figures.
    pub rate: f64,
    /// By their shares of the cases.
    pub mix: f64,
    /// The segment that carries most of what got worse, and how much.
    pub worst: Option<(String, f64)>,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advised {
    /// What.
    pub advice: Advice,
    /// The action or KPI.
    pub subject: Option<Subject>,
    /// The dimension and the segment.
    pub segment: Option<(String, String)>,
}

impl Board {
    /// How every KPI stands that is a service standard (`standard` in the plan).
    #[must_use]
    pub(in crate::board) fn standards(&self, owned: &Owned) -> Vec<Standard> {
        let marked = self.plan.kpi_indices().filter(|kpi| self.plan.kpi(*kpi).standard.is_some());
        let beside = Beside::of(&self.plan);
        marked.map(|kpi| self.standard(kpi, owned, &beside)).collect()
    }

    fn standard(&self, ix: KpiIx, owned: &Owned, beside: &Beside<'_>) -> Standard {
        let state = self.standard_state(ix);
        let mut found = Standard {
            kpi: ix,
            owner: owned.of_kpi(ix),
            state,
            periods: 0,
            last_met: None,
            drivers: Vec::new(),
            mixes: Vec::new(),
            advice: Vec::new(),
        };
        let advised = |advice| Advised { advice, subject: Some(Subject::Kpi(ix)), segment: None };
        match state {
            StandardState::Stale | StandardState::NoData => found.advice.push(advised(Advice::AskForValue)),
            StandardState::Missed => self.why(&mut found, beside),
            StandardState::Met | StandardState::CannotTell | StandardState::NoTarget => {}
        }
        found
    }

    fn standard_state(&self, ix: KpiIx) -> StandardState {
        let (kpi, figure) = (self.plan.kpi(ix), self.figure(ix));
        let Some((target, better)) = kpi.target.zip(kpi.direction) else { return StandardState::NoTarget };
        match state_of(figure, target, better) {
            StandardState::NoData => StandardState::NoData,
            _ if self.scores.kpi(ix).freshness == Freshness::Stale => StandardState::Stale,
            state => state,
        }
    }

    /// Since when, and what moved.
    fn why(&self, found: &mut Standard, beside: &Beside<'_>) {
        let kpi = self.plan.kpi(found.kpi);
        let course = self.course_of(found.kpi);
        let met =
            course.iter().rposition(|(_, point)| point.as_ref().is_some_and(|point| was_met(kpi, point)));
        found.last_met = met.and_then(|at| course.get(at)).map(|(period, _)| *period);
        let since = course.get(met.map_or(0, |at| at + 1)..).unwrap_or_default();
        // A period of which nothing is known, or that may have been met, is none that was missed.
        let missed = |(figure, _): &(Figure, Basis)| {
            let target = kpi.target.zip(kpi.direction);
            target.is_some_and(|(target, better)| state_of(figure, target, better) == StandardState::Missed)
        };
        found.periods = since.iter().filter(|(_, point)| point.as_ref().is_some_and(missed)).count();
        if let Some(last_met) = found.last_met {
            found.drivers = self.drivers(found.kpi, last_met, beside);
            if let Some((last, _)) = course.last() {
                found.mixes = self.mixes(kpi, last_met, *last);
            }
        }
        found.advice = self.advice(found, beside);
    }

    fn drivers(&self, kpi: KpiIx, last_met: Period, beside: &Beside<'_>) -> Vec<Driver> {
        let ends = [Subject::Kpi(kpi), Subject::Node(self.plan.kpi(kpi).node)];
        let into = ends.iter().filter_map(|end| beside.drives.get(end)).flatten();
        let mut into: Vec<(usize, &Drive)> = into.copied().collect();
        into.sort_by_key(|(place, _)| *place);
        into.into_iter().filter_map(|(_, link)| self.driver(link, last_met)).collect()
    }

    fn driver(&self, link: &Drive, last_met: Period) -> Option<Driver> {
        let (kpi, turned) = self.speaker(link.from)?;
        // Of a node more is better, of a KPI what its direction says.
        let more_is_better = match link.to {
            Subject::Node(_) => true,
            Subject::Kpi(outcome) => self.plan.kpi(outcome).direction? == Direction::Up,
        };
        let up = ((link.effect == Effect::Raises) == more_is_better) == (turned > 0.0);
        let course = self.course_of(kpi);
        let value =
            |(_, point): &(Period, Option<(Figure, Basis)>)| point.as_ref().and_then(|point| point.0.known());
        let at = course.partition_point(|(period, _)| *period <= last_met);
        let (before, after) = course.split_at_checked(at)?;
        let side = |part: &[(Period, Option<(Figure, Basis)>)]| part.iter().map(value).collect::<Vec<_>>();
        let better = if up { Direction::Up } else { Direction::Down };
        let outcome = programme::test(&side(before), &side(after), Some(better)).outcome;
        let evidence = self.evidence_of(link).found.map(|found| found.state.name());
        Some(Driver { kpi, outcome, evidence })
    }

    fn mixes(&self, kpi: &Kpi, from: Period, to: Period) -> Vec<Mixed> {
        let Ok(question) = self.question(&kpi.id) else { return Vec::new() };
        let whole = self.compare(question.clone(), (Some(from), Some(to)), Vec::new());
        let split = |by: String| -> Result<Mixed, Missing> {
            let split = self.compare(question.clone(), (Some(from), Some(to)), vec![by.clone()]).split?;
            let worse = |change: f64| if kpi.direction == Some(Direction::Down) { change } else { -change };
            let parts = split
                .parts
                .iter()
                .filter_map(|part| Some((part.segment.first()?.1.clone(), worse(part.rate + part.mix))));
            let worst =
                parts.filter(|(_, worse)| *worse > 0.0).max_by(|one, other| one.1.total_cmp(&other.1));
            Ok(Mixed { by, rate: split.rate, mix: split.mix, worst })
        };
        whole.dimensions.into_iter().filter_map(|by| split(by).ok()).collect()
    }

    fn advice(&self, found: &Standard, beside: &Beside<'_>) -> Vec<Advised> {
        let about = |advice, subject| Advised { advice, subject: Some(subject), segment: None };
        let against = found.drivers.iter().filter(|driver| driver.outcome == Outcome::MovedAgainst);
        let mut list: Vec<Advised> =
            against.map(|driver| about(Advice::ActOnDriver, Subject::Kpi(driver.kpi))).collect();
        for mixed in &found.mixes {
            let whole: f64 = (mixed.rate + mixed.mix).abs();
            let carries = mixed.worst.as_ref().filter(|(_, worse)| *worse > 0.5 * whole);
            list.extend(carries.map(|(segment, _)| Advised {
                advice: Advice::LookAtSegment,
                subject: None,
                segment: Some((mixed.by.clone(), segment.clone())),
            }));
        }
        let open: Vec<NodeIx> = self.open_actions(found.kpi, beside);
        let late = |action: &NodeIx| self.plan.node(*action).due.is_some_and(|due| due < self.as_of());
        list.extend(open.iter().map(|action| {
            about(if late(action) { Advice::CatchUp } else { Advice::SeeThrough }, Subject::Node(*action))
        }));
        if open.is_empty() {
            list.push(about(Advice::PlanAction, Subject::Kpi(found.kpi)));
        }
        list
    }

    /// Actions that should move a KPI, or are beneath its node, and are not done; in the order of the plan.
    fn open_actions(&self, kpi: KpiIx, beside: &Beside<'_>) -> Vec<NodeIx> {
        let node = self.plan.kpi(kpi).node;
        let (mut linked, mut next) = (BTreeSet::from([node]), vec![node]);
        while let Some(node) = next.pop() {
            let children = self.plan.children(node).iter().map(|link| link.child);
            next.extend(children.filter(|child| linked.insert(*child)));
        }
        linked.extend(beside.movers.get(&kpi).into_iter().flatten());
        let open = |action: &NodeIx| {
            self.plan.node(*action).action.is_some()
                && self.progress_of(*action).is_none_or(|progress| progress < 1.0)
        };
        linked.into_iter().filter(open).collect()
    }
}

/// What lies beside the hierarchy, by what it is asked for: walked anew for each standard it would be all of them squared.
struct Beside<'p> {
    /// The links into each node and KPI, with their places in the plan.
    drives: BTreeMap<Subject, Vec<(usize, &'p Drive)>>,
    /// The actions that should move each KPI.
    movers: BTreeMap<KpiIx, Vec<NodeIx>>,
}

impl<'p> Beside<'p> {
    fn of(plan: &'p Plan) -> Self {
        let mut beside = Self { drives: BTreeMap::new(), movers: BTreeMap::new() };
        for (place, link) in plan.drives().iter().enumerate() {
            beside.drives.entry(link.to).or_default().push((place, link));
        }
        for (ix, node) in plan.node_indices().zip(plan.nodes()) {
            for kpi in node.action.iter().flat_map(|facts| &facts.should_move) {
                beside.movers.entry(*kpi).or_default().push(ix);
            }
        }
        beside
    }
}

/// How a figure stands to its target: met or missed where its whole interval is.
fn state_of(figure: &Figure, target: f64, better: Direction) -> StandardState {
    let Some(value) = figure.known() else { return StandardState::NoData };
    let (low, high) = figure.interval.as_ref().map_or((value, value), |each| (each.low, each.high));
    match (is_met(low, target, better), is_met(high, target, better)) {
        (true, true) => StandardState::Met,
        (false, false) => StandardState::Missed,
        _ => StandardState::CannotTell,
    }
}

fn is_met(value: f64, target: f64, better: Direction) -> bool {
    match better {
        Direction::Up => value >= target,
        Direction::Down => value <= target,
    }
}

fn was_met(kpi: &Kpi, (figure, _): &(Figure, Basis)) -> bool {
    let target = kpi.target.zip(kpi.direction);
    target.zip(figure.known()).is_some_and(|((target, better), value)| is_met(value, target, better))
}
