//! Programmes: what is done, how far it is, and whether its KPIs moved afterwards (P6).

use std::collections::BTreeMap;

use super::Board;
use crate::calendar::{Date, Period};
use crate::plan::{ActionFacts, ActionKind, KpiIx, NodeIx, named};
use crate::programme::{self, Outcome, Reason, Tested};

named! {
    /// How far a programme is by its dates and its progress.
    Stage {
        /// It has no dates that would say.
        Undated = "undated",
        /// It has not begun.
        Planned = "planned",
        /// It is under way.
        Running = "running",
        /// Its last day is past, and it is said not to be done.
        Overdue = "overdue",
        /// Its last day is past, and nobody said how far it came.
        Over = "over",
        /// It is done.
        Done = "done",
    }
}

/// All programmes, and what they come to by kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Programmes {
    /// Every action, in the order of the plan.
    pub programmes: Vec<Programme>,
    /// By kind, in the order of the kinds; those without an action are left out.
    pub totals: Vec<ProgrammeTotal>,
}

/// An action, as a programme.
#[derive(Clone, Debug, PartialEq)]
pub struct Programme {
    /// The action.
    pub action: NodeIx,
    /// How far it is.
    pub stage: Stage,
    /// How much is done, 0 to 1, where somebody said.
    pub progress: Option<f64>,
    /// The day after which it counts as over: the day it was recorded as done, else its last day.
    pub end: Option<Date>,
    /// Each KPI that it should move, and each of its own.
    pub kpis: Vec<ProgrammeKpi>,
}

/// What a KPI did after a programme.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgrammeKpi {
    /// The KPI.
    pub kpi: KpiIx,
    /// The test; without values where it is too early for one.
    pub test: Tested,
    /// The periods after the end that were looked at.
    pub periods: Vec<Period>,
    /// Other programmes that should move the same KPI, at work in the same time or at an unknown one.
    pub confounders: Vec<NodeIx>,
    /// The KPI's guard, and what it did.
    pub guard: Option<Guarded>,
}

/// What the guard of a KPI did after the same programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guarded {
    /// The guard.
    pub kpi: KpiIx,
    /// What it did.
    pub outcome: Outcome,
}

/// The programmes of one kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProgrammeTotal {
    /// The kind.
    pub kind: ActionKind,
    /// How many there are.
    pub programmes: usize,
    /// How many of them are done.
    pub done: usize,
    /// Their effort together; an action that says none counts as 1.
    pub effort: f64,
    /// How many of them say no effort.
    pub unweighed: usize,
    /// How many KPIs they should move; one that two should move counts twice.
    pub kpis: usize,
    /// How many of those moved as hoped.
    pub moved: usize,
    /// How many moved the other way.
    pub against: usize,
}

/// The actions that should move each KPI.
type Movers = BTreeMap<KpiIx, Vec<NodeIx>>;

/// Where a programme stands in time: its days, or why nothing can be told.
struct Span {
    stage: Stage,
    days: Result<(Date, Date), Reason>,
}

impl Board {
    /// Every action as a programme: its stage, and of each KPI that it should move whether that did so after its end
    /// ([`programme::test`]). What moved need not have moved by it: other programmes on the same KPI are named.
    ///
    /// ```
    /// use throughline::board::{Board, Options};
    /// use throughline::programme::Reason;
    /// let plan = throughline::format::plan::decode(r#"{ "version": 1, "title": "Service",
    ///   "mission": { "id": "m", "title": "Help", "kpis": [
    ///     { "id": "fcr", "title": "Solved at once", "unit": "%", "baseline": 70, "target": 80 }] },
    ///   "actions": [{ "id": "course", "title": "A course", "kind": "training", "serves": [{ "to": "m" }],
    ///     "start": "2026-09-01", "due": "2026-12-31", "shouldMove": ["fcr"] }] }"#)?;
    /// let board = Board::open(plan, Options { as_of: throughline::calendar::Date::constant(2026, 11, 20) });
    /// let found = board.programmes();
    /// assert_eq!(found.programmes[0].kpis[0].test.reason, Some(Reason::Running));
    /// # Ok::<(), throughline::error::Error>(())
    /// ```
    #[must_use]
    pub fn programmes(&self) -> Programmes {
        let facts = |action: NodeIx| Some((action, self.plan.node(action).action.as_ref()?));
        let actions: Vec<_> = self.plan.node_indices().filter_map(facts).collect();
        // Who should move a KPI, in the order of the plan; asked anew of every action it would be all of them squared.
        let mut movers = Movers::new();
        for (action, facts) in &actions {
            for kpi in self.meant(*action, facts) {
                movers.entry(kpi).or_default().push(*action);
            }
        }
        let programmes: Vec<_> =
            actions.iter().map(|(action, facts)| self.programme(*action, facts, &movers)).collect();
        let total = |kind: &ActionKind| {
            let of_kind = actions.iter().zip(&programmes).filter(|((_, facts), _)| facts.kind == *kind);
            total(*kind, of_kind.map(|((_, facts), programme)| (*facts, programme)))
        };
        Programmes { totals: ActionKind::ALL.iter().filter_map(total).collect(), programmes }
    }

    fn programme(&self, action: NodeIx, facts: &ActionFacts, movers: &Movers) -> Programme {
        let span = self.span_of(action);
        let meant = self.meant(action, facts).into_iter();
        let kpis = meant.map(|kpi| {
            let others = movers.get(&kpi).map_or(&[][..], Vec::as_slice);
            self.effect_of((action, facts), &span, kpi, others)
        });
        Programme {
            action,
            stage: span.stage,
            progress: self.progress_of(action),
            end: span.days.ok().map(|(_, end)| end),
            kpis: kpis.collect(),
        }
    }

    /// The KPIs that an action should move, and its own.
    fn meant(&self, action: NodeIx, facts: &ActionFacts) -> Vec<KpiIx> {
        let mut meant = facts.should_move.clone();
        meant.extend(self.plan.kpis_of(action).iter().filter(|own| !facts.should_move.contains(own)));
        meant
    }

    fn span_of(&self, action: NodeIx) -> Span {
        let (node, as_of) = (self.plan.node(action), self.as_of());
        let begun = node.start.is_none_or(|start| start <= as_of);
        let past = node.due.is_some_and(|due| due < as_of);
        let over = |stage, end: Option<Date>| {
            let end = end.ok_or(Reason::NoEnd);
            Span { stage, days: node.start.ok_or(Reason::NoStart).and_then(|start| Ok((start, end?))) }
        };
        let not_yet = |stage, reason| Span { stage, days: Err(reason) };
        match self.progress_of(action) {
            Some(progress) if progress >= 1.0 => {
                let told = self.values.done_since(action, as_of);
                over(Stage::Done, told.or(node.due.map(|due| due.min(as_of))))
            }
            _ if !begun => not_yet(Stage::Planned, Reason::NotStarted),
            Some(_) if past => not_yet(Stage::Overdue, Reason::NotDone),
            None if past => over(Stage::Over, node.due),
            None if node.start.is_none() && node.due.is_none() => not_yet(Stage::Undated, Reason::NoStart),
            _ => not_yet(Stage::Running, Reason::Running),
        }
    }

    fn effect_of(
        &self,
        (action, facts): (NodeIx, &ActionFacts),
        span: &Span,
        kpi: KpiIx,
        movers: &[NodeIx],
    ) -> ProgrammeKpi {
        let (test, periods) = self.tested(kpi, span, facts.lag);
        let guard = self.plan.kpi(kpi).guard.map(|guard| {
            let outcome = self.tested(guard, span, facts.lag).0.outcome;
            Guarded { kpi: guard, outcome }
        });
        let until = periods.last().map_or(self.as_of(), |last| last.last_day());
        let confounders = self.beside_it(action, movers, until);
        ProgrammeKpi { kpi, test, periods, confounders, guard }
    }

    fn tested(&self, kpi: KpiIx, span: &Span, lag: u32) -> (Tested, Vec<Period>) {
        let (start, end) = match span.days {
            Ok(days) => days,
            Err(reason) => {
                let mut none = programme::test(&[], &[], None);
                none.outcome = match reason {
                    Reason::NoStart | Reason::NoEnd => Outcome::CannotTell,
                    _ => Outcome::TooEarly,
                };
                (none.reason, none.more) = (Some(reason), None);
                return (none, Vec::new());
            }
        };
        let course = self.course_of(kpi);
        let value = |(_, point): &(Period, Option<_>)| point.as_ref().and_then(known);
        let before: Vec<Option<f64>> =
            course.iter().filter(|(period, _)| period.last_day() < start).map(value).collect();
        let first = self.first_after(end, lag);
        let after: Vec<_> =
            course.iter().filter(|(period, _)| first.is_some_and(|first| *period >= first)).collect();
        let values: Vec<Option<f64>> = after.iter().map(|each| value(each)).collect();
        let test = programme::test(&before, &values, self.plan.kpi(kpi).direction);
        (test, after.into_iter().map(|(period, _)| *period).collect())
    }

    /// The first period that lies wholly behind a day, and so many periods later.
    fn first_after(&self, end: Date, lag: u32) -> Option<Period> {
        (0..=lag).try_fold(Period::containing(end, self.plan.cycle()), |period, _| period.next())
    }

    /// Other actions that should move the same KPI, unless they surely were at work at another time.
    fn beside_it(&self, action: NodeIx, movers: &[NodeIx], until: Date) -> Vec<NodeIx> {
        let start = self.plan.node(action).start;
        let same_time = |other: &NodeIx| {
            let node = self.plan.node(*other);
            let later = node.start.is_some_and(|first| first > until);
            let earlier = node.due.zip(start).is_some_and(|(due, start)| due < start);
            !later && !earlier
        };
        movers.iter().copied().filter(|other| *other != action && same_time(other)).collect()
    }
}

fn known((figure, _): &(crate::kpi::Figure, crate::kpi::Basis)) -> Option<f64> {
    figure.known()
}

fn total<'a>(
    kind: ActionKind,
    of_kind: impl Iterator<Item = (&'a ActionFacts, &'a Programme)>,
) -> Option<ProgrammeTotal> {
    let (mut programmes, mut done, mut effort, mut unweighed) = (0, 0, 0.0, 0);
    let (mut kpis, mut moved, mut against) = (0, 0, 0);
    for (facts, programme) in of_kind {
        let outcomes = || programme.kpis.iter().map(|each| each.test.outcome);
        programmes += 1;
        done += usize::from(programme.stage == Stage::Done);
        effort += facts.effort;
        unweighed += usize::from(!facts.weighed);
        kpis += programme.kpis.len();
        moved += outcomes().filter(|outcome| *outcome == Outcome::Moved).count();
        against += outcomes().filter(|outcome| *outcome == Outcome::MovedAgainst).count();
    }
    let total = ProgrammeTotal { kind, programmes, done, effort, unweighed, kpis, moved, against };
    (programmes > 0).then_some(total)
}
