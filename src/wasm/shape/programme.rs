//! What programmes did.

use super::shapes::shapes;
use crate::board::{self, Board};
use crate::plan::{ActionFacts, NodeIx};
use crate::score::iso;

shapes! {
    /// All programmes, and what they come to by kind.
    Programmes {
        /// Every action, in the order of the plan.
        programmes: Vec<Programme>,
        /// By kind; kinds without an action are left out.
        totals: Vec<ProgrammeTotal>,
    }

    /// An action as a programme: how far it is, and what its KPIs did afterwards.
    Programme {
        /// The id of the action.
        id: String,
        /// The kind of work.
        kind: &'static str,
        /// `undated`, `planned`, `running`, `overdue`, `over` (nobody said how far it came) or `done`.
        stage: &'static str,
        /// The first day.
        #[serde(skip_serializing_if = "Option::is_none")]
        start: Option<String>,
        /// The last day, as planned.
        #[serde(skip_serializing_if = "Option::is_none")]
        due: Option<String>,
        /// The day after which it counts as over: when it was recorded as done, else its last day; absent before.
        #[serde(skip_serializing_if = "Option::is_none")]
        end: Option<String>,
        /// Its effort, where the plan says one.
        #[serde(skip_serializing_if = "Option::is_none")]
        effort: Option<f64>,
        /// How much is done, 0 to 1, where somebody said.
        #[serde(skip_serializing_if = "Option::is_none")]
        progress: Option<f64>,
        /// Periods from its end until its KPIs are expected to show it.
        lag: u32,
        /// Each KPI that it should move, and each of its own.
        kpis: Vec<ProgrammeKpi>,
    }

    /// What a KPI did after a programme. Nothing here says why.
    ProgrammeKpi {
        /// The KPI's id.
        kpi: String,
        /// The hoped way: `up` or `down`.
        #[serde(skip_serializing_if = "Option::is_none")]
        hoped: Option<&'static str>,
        /// `too-early`, `cannot-tell`, `no-signal`, `moved`, `moved-against`, `mixed` or `slipped-back`.
        outcome: &'static str,
        /// Why it is too early or cannot be told: `no-start`, `no-end`, `not-started`, `running`, `not-done`,
        /// `no-period-after`, `few-before`, `few-after`, `trend-before` or `no-direction`.
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: Option<&'static str>,
        /// How many values more would tell: before it for `few-before` (older ones), else after it.
        #[serde(skip_serializing_if = "Option::is_none")]
        more: Option<usize>,
        /// The values before its start, which set the limits.
        before: ProgrammeBefore,
        /// The values after its end.
        after: ProgrammeAfter,
        /// Which of those stand out by the limits before.
        signals: Vec<ProgrammeSignal>,
        /// Other programmes that should move the same KPI, at work in the same time or at an unknown one.
        confounders: Vec<String>,
        /// The KPI's guard, and what that did.
        #[serde(skip_serializing_if = "Option::is_none")]
        guard: Option<ProgrammeGuard>,
    }

    /// The values before a programme.
    ProgrammeBefore {
        /// How many there are.
        n: usize,
        /// Their mean; absent, as the limits are, with fewer than eight.
        #[serde(skip_serializing_if = "Option::is_none")]
        centre: Option<f64>,
        /// The lower natural limit.
        #[serde(skip_serializing_if = "Option::is_none")]
        low: Option<f64>,
        /// The upper natural limit.
        #[serde(skip_serializing_if = "Option::is_none")]
        high: Option<f64>,
        /// Whether none of them stood out by their own limits: what is not steady moves by itself.
        steady: bool,
    }

    /// The values after a programme.
    ProgrammeAfter {
        /// How many there are.
        n: usize,
        /// Their mean.
        #[serde(skip_serializing_if = "Option::is_none")]
        mean: Option<f64>,
        /// The first period looked at.
        #[serde(skip_serializing_if = "Option::is_none")]
        from: Option<String>,
        /// The last one.
        #[serde(skip_serializing_if = "Option::is_none")]
        to: Option<String>,
    }

    /// A value after a programme that stands out.
    ProgrammeSignal {
        /// The period.
        period: String,
        /// `outside`, `near-limit` or `run`.
        rule: &'static str,
        /// `better` or `worse` than the centre before.
        side: &'static str,
    }

    /// What the guard of a KPI did after the same programme.
    ProgrammeGuard {
        /// The guard's id.
        kpi: String,
        /// As that of the KPI; `moved-against` says that it got worse.
        outcome: &'static str,
    }

    /// The programmes of a kind.
    ProgrammeTotal {
        /// The kind of work.
        kind: &'static str,
        /// How many there are.
        programmes: usize,
        /// How many of them are done.
        done: usize,
        /// Their effort together; one that says none counts as 1.
        effort: f64,
        /// How many of them say no effort.
        unweighed: usize,
        /// How many KPIs they should move; one that two should move counts twice.
        kpis: usize,
        /// How many of those moved as hoped.
        moved: usize,
        /// How many moved the other way.
        against: usize,
    }
}

impl Programmes {
    /// Those of a board.
    #[must_use]
    pub fn of(board: &Board, from: &board::Programmes) -> Self {
        let programme = |each: &board::Programme| {
            board.plan().node(each.action).action.as_ref().map(|facts| programme(board, each, facts))
        };
        Self {
            programmes: from.programmes.iter().filter_map(programme).collect(),
            totals: from.totals.iter().map(total).collect(),
        }
    }
}

fn programme(board: &Board, from: &board::Programme, facts: &ActionFacts) -> Programme {
    let node = board.plan().node(from.action);
    Programme {
        id: node.id.clone(),
        kind: facts.kind.name(),
        stage: from.stage.name(),
        start: node.start.map(iso),
        due: node.due.map(iso),
        end: from.end.map(iso),
        effort: facts.weighed.then_some(facts.effort),
        progress: from.progress,
        lag: facts.lag,
        kpis: from.kpis.iter().map(|each| kpi(board, each)).collect(),
    }
}

fn kpi(board: &Board, from: &board::ProgrammeKpi) -> ProgrammeKpi {
    let (plan, test) = (board.plan(), &from.test);
    let limits = test.before.limits;
    let period = |at: usize| from.periods.get(at).map(|period| period.label());
    let signal = |signal: &crate::programme::Seen| {
        let (rule, side) = (signal.rule.name(), signal.side.name());
        Some(ProgrammeSignal { period: period(signal.at)?, rule, side })
    };
    let id = |node: &NodeIx| plan.node(*node).id.clone();
    let guard = |guard: board::Guarded| ProgrammeGuard {
        kpi: plan.kpi(guard.kpi).id.clone(),
        outcome: guard.outcome.name(),
    };
    ProgrammeKpi {
        kpi: plan.kpi(from.kpi).id.clone(),
        hoped: plan.kpi(from.kpi).direction.map(crate::plan::Direction::name),
        outcome: test.outcome.name(),
        reason: test.reason.map(crate::programme::Reason::name),
        more: test.more,
        before: ProgrammeBefore {
            n: test.before.n,
            centre: limits.map(|limits| limits.centre),
            low: limits.map(|limits| limits.low),
            high: limits.map(|limits| limits.high),
            steady: test.before.steady,
        },
        after: ProgrammeAfter {
            n: test.after.n,
            mean: test.after.mean,
            from: period(0),
            to: from.periods.len().checked_sub(1).and_then(period),
        },
        signals: test.signals.iter().filter_map(signal).collect(),
        confounders: from.confounders.iter().map(id).collect(),
        guard: from.guard.map(guard),
    }
}

const fn total(from: &board::ProgrammeTotal) -> ProgrammeTotal {
    let board::ProgrammeTotal { kind, programmes, done, effort, unweighed, kpis, moved, against } = *from;
    ProgrammeTotal { kind: kind.name(), programmes, done, effort, unweighed, kpis, moved, against }
}
