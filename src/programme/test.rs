//! The test itself: a pure function of the values before and after.

use super::{Outcome, Reason, Side};
use crate::plan::Direction;
use crate::signal::{Chart, Limits, Phases, RUN, Rule, Signal, carried, xmr};
use crate::stats::{Direction as Way, Moments, mann_kendall, mann_kendall_exact};

/// How many values after the end it takes before "no signal" is said: the length of a run.
pub const AFTER: usize = RUN;

/// From so many values since the last signal on it is asked whether the KPI went back.
const BACK: usize = 4;

/// What held before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Before {
    /// The values there are.
    pub n: usize,
    /// Their natural limits (XmR); none under [`Chart::LEAST`] values.
    pub limits: Option<Limits>,
    /// Whether none of them stood out by their own limits.
    pub steady: bool,
}

/// The values after.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// The values there are.
    pub n: usize,
    /// Their mean.
    pub mean: Option<f64>,
}

/// A signal among the values after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The place among the values after, periods without a value counted.
    pub at: usize,
    /// The rule.
    pub rule: Rule,
    /// The side it lies on.
    pub side: Side,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Tested {
    /// What the KPI did.
    pub outcome: Outcome,
    /// Why it cannot be told.
    pub reason: Option<Reason>,
    /// How many values more would tell, before (where no more can come: only older ones help) or after.
    pub more: Option<usize>,
    /// What held before.
    pub before: Before,
    /// What came after.
    pub after: Stretch,
    /// The signals after, in order.
    pub signals: Vec<Seen>,
}

/// Whether a KPI moved: the values of the periods before the start, those after the end, both with their gaps, and which
/// way is better.
///
/// The limits are those of XmR (domain section 5) over the values before; a value after is a signal where it lies outside
/// them, where 3 of the 4 values after that end with it are nearer the same limit than the centre, or where 8 of those
/// after in a row lie on one side of the centre. No pattern begins before the end, and steps (the range rule) have no side
/// and are left out. Signals on the better side alone are [`Outcome::Moved`], unless the values before rose that way by
/// themselves already (Mann and Kendall, p < 0.05), or four values and more since the last signal have a mean no better than
/// the centre before ([`Outcome::SlippedBack`]). Without a signal it takes [`AFTER`] values to say so.
///
/// ```
/// use throughline::plan::Direction;
/// use throughline::programme::{Outcome, test};
/// // The flow rates of NIST's handbook (6.3.2.2): 50.81, limits 45.8159 to 55.8041.
/// let before = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1].map(Some);
/// let found = |after: &[f64], way| test(&before, &after.iter().copied().map(Some).collect::<Vec<_>>(), Some(way)).outcome;
/// assert_eq!(found(&[56.0], Direction::Down), Outcome::MovedAgainst);
/// assert_eq!(found(&[55.0], Direction::Down), Outcome::CannotTell);
/// assert_eq!(found(&[45.0], Direction::Down), Outcome::Moved);
/// ```
#[must_use]
pub fn test(before: &[Option<f64>], after: &[Option<f64>], direction: Option<Direction>) -> Tested {
    let limits = xmr(before, &Phases::default());
    let chart = limits.as_ref();
    let held = Before {
        n: before.iter().flatten().count(),
        limits: chart.and_then(|chart| chart.phases.first()).and_then(|phase| phase.limits),
        steady: chart
            .is_some_and(|chart| chart.last_signal().is_none() && chart.points.len() >= Chart::LEAST),
    };
    let moments: Moments = after.iter().flatten().copied().collect();
    let came = Stretch { n: moments.n() as usize, mean: moments.mean() };
    let tested = |(outcome, reason, more), signals| Tested {
        outcome,
        reason,
        more,
        before: held,
        after: came,
        signals,
    };
    let Some(limits) = held.limits else {
        let more = Chart::LEAST.saturating_sub(held.n).max(1);
        return tested((Outcome::CannotTell, Some(Reason::FewBefore), Some(more)), Vec::new());
    };
    if came.n == 0 {
        return tested((Outcome::TooEarly, Some(Reason::NoPeriodAfter), Some(1)), Vec::new());
    }
    let Some(direction) = direction else {
        return tested((Outcome::CannotTell, Some(Reason::NoDirection), None), Vec::new());
    };
    let signals = sided(&carried(limits, after), after, limits, direction);
    let outcome = outcome(&signals, before, after, limits, direction);
    tested(outcome, signals)
}

/// The signals, each with its side.
fn sided(found: &[Signal], after: &[Option<f64>], limits: Limits, better: Direction) -> Vec<Seen> {
    let side = |signal: &Signal| {
        let value = after.get(signal.at).copied().flatten()?;
        let side = if is_better(value, limits.centre, better) { Side::Better } else { Side::Worse };
        Some(Seen { at: signal.at, rule: signal.rule, side })
    };
    found.iter().filter_map(side).collect()
}

fn is_better(value: f64, than: f64, better: Direction) -> bool {
    match better {
        Direction::Up => value > than,
        Direction::Down => value < than,
    }
}

type Said = (Outcome, Option<Reason>, Option<usize>);

fn outcome(
    signals: &[Seen],
    before: &[Option<f64>],
    after: &[Option<f64>],
    limits: Limits,
    better: Direction,
) -> Said {
    let on = |side| signals.iter().any(|signal| signal.side == side);
    match (on(Side::Better), on(Side::Worse)) {
        (false, false) => {
            let n = after.iter().flatten().count();
            if n >= AFTER {
                (Outcome::NoSignal, None, None)
            } else {
                (Outcome::CannotTell, Some(Reason::FewAfter), Some(AFTER - n))
            }
        }
        (true, _) if went_before(before, better) => (Outcome::CannotTell, Some(Reason::TrendBefore), None),
        (true, _) if went_back(signals, after, limits, better) => (Outcome::SlippedBack, None, None),
        (true, false) => (Outcome::Moved, None, None),
        (false, true) => (Outcome::MovedAgainst, None, None),
        (true, true) => (Outcome::Mixed, None, None),
    }
}

/// Whether the values went the hoped way before anything was done.
fn went_before(before: &[Option<f64>], better: Direction) -> bool {
    let way = mann_kendall(before)
        .or_else(|_| mann_kendall_exact(before))
        .ok()
        .and_then(|trend| trend.direction(0.95));
    matches!((way, better), (Some(Way::Up), Direction::Up) | (Some(Way::Down), Direction::Down))
}

/// Whether the values since the last signal on the better side are no better than those before the programme.
fn went_back(signals: &[Seen], after: &[Option<f64>], limits: Limits, better: Direction) -> bool {
    let last = signals.iter().rev().find(|signal| signal.side == Side::Better);
    let since = last.and_then(|signal| after.get(signal.at + 1..)).unwrap_or_default();
    let since: Moments = since.iter().flatten().copied().collect();
    since.n() as usize >= BACK && since.mean().is_some_and(|mean| !is_better(mean, limits.centre, better))
}
