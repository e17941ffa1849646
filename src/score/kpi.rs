//! One KPI: from its value to score, pace and status (domain section 2).

use super::bands::banded;
use super::course::expected;
use super::freshness::{allowed_age, freshness};
use super::function::{raw_score, reaches, target_met};
use super::gate::gate;
use super::other::{ends, ruled, unscored};
use super::overruled::over_kpi;
use super::progress::{progress, ratio, unit};
use super::steady::{By, Steady, steady};
use super::{Because, Freshness, KpiScore, Part, Status};
use crate::calendar::Date;
use crate::kpi::Figure;
use crate::plan::{Bands, Kpi, KpiIx, Plan, ScoreFunction, Settings, Stale};

/// What surrounds a KPI: the day of reading, its own or its node's dates, the plan's choices.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The day of reading.
    pub as_of: Date,
    /// The first day.
    pub start: Option<Date>,
    /// The last day.
    pub due: Option<Date>,
    /// The plan's choices.
    pub settings: &'a Settings,
    /// The values of the KPIs that its rules hold it against, in the order of the rules.
    pub against: &'a [Option<f64>],
    /// Its values by period up to the day of reading, oldest first; fewer than 8 decide nothing.
    pub series: &'a [Figure],
}

/// Scores a KPI of a plan by the figure of its window and its series; `against` as in [`raw_score`].
#[must_use]
pub fn score_kpi(
    plan: &Plan,
    kpi: KpiIx,
    figure: &Figure,
    against: &[Option<f64>],
    series: &[Figure],
    as_of: Date,
) -> KpiScore {
    let ((start, due), settings) = (plan.dates_of(kpi), plan.settings());
    score_figure(plan.kpi(kpi), figure, &Setting { as_of, start, due, settings, against, series })
}

/// Scores a KPI by a figure.
#[must_use]
pub fn score_figure(kpi: &Kpi, figure: &Figure, setting: &Setting) -> KpiScore {
    let mut score = score_value(kpi, figure, setting);
    if let Some(by) = &kpi.overruled {
        let bands = kpi.bands.as_ref().unwrap_or(&setting.settings.bands);
        over_kpi(&mut score, by, bands, setting.as_of);
    }
    score
}

/// The score as the numbers say it.
fn score_value(kpi: &Kpi, figure: &Figure, setting: &Setting) -> KpiScore {
    // An unfinished period is shown, never scored.
    let Some(value) = figure.known().filter(|_| figure.complete) else { return KpiScore::UNKNOWN };
    let at = figure.at.min(setting.as_of);
    let (age, freshness) = freshness(kpi.interval, at, setting.as_of);
    let course = Course::of(kpi, value, at, setting);
    let (status, because) = judge(kpi, figure, value, at, &course, setting);
    let stale = freshness == Freshness::Stale;
    let limit = kpi.interval.map_or(f64::INFINITY, allowed_age);
    let leaves = stale && setting.settings.stale == Stale::Leave;
    KpiScore {
        status: if stale { Status::Stale } else { status },
        because: if stale { Because::Stale { age, limit } } else { because },
        last: stale.then_some(status),
        freshness,
        age: Some(age),
        progress: course.progress,
        score: course.score,
        pace: course.pace,
        expected: course.expected,
        part: if leaves { None } else { course.part() },
        overridden: None,
        beneath: None,
    }
}

/// Where a value stands on its way.
#[derive(Clone, Copy, Debug)]
struct Course {
    progress: Option<f64>,
    /// The score before clamping.
    raw: Option<f64>,
    score: Option<f64>,
    expected: Option<f64>,
    pace: Option<f64>,
}

impl Course {
    fn of(kpi: &Kpi, value: f64, at: Date, setting: &Setting) -> Self {
        let progress = match (kpi.baseline, kpi.target) {
            (Some(baseline), Some(target)) => progress(value, baseline, target),
            _ => None,
        };
        let raw = raw_score(kpi, value, setting.against).or_else(|| met_score(kpi, value));
        let score = raw.map(unit);
        let expected = match (setting.start, setting.due) {
            (Some(start), Some(due)) if has_pace(kpi) => Some(expected(&kpi.expected, start, due, at)),
            _ => None,
        };
        let pace = expected.zip(progress).and_then(|(expected, progress)| ratio(progress, expected));
        Self { progress, raw, score, expected, pace }
    }

    /// What the KPI gives to the roll-up. Where nothing is expected yet, it is on plan unless it fell
    /// behind its baseline.
    fn part(&self) -> Option<Part> {
        let score = self.score?;
        let pace = match (self.pace, self.expected, self.progress) {
            (Some(pace), _, _) => unit(pace),
            (None, Some(_), Some(progress)) => f64::from(u8::from(progress >= 0.0)),
            _ => score,
        };
        Some(Part { score, pace })
    }
}

/// Pace is for linear KPIs with a baseline and a target.
const fn has_pace(kpi: &Kpi) -> bool {
    kpi.score.needs_progress() && kpi.baseline.is_some() && kpi.target.is_some()
}

/// 1 or 0: a linear KPI without a baseline is met or not met.
fn met_score(kpi: &Kpi, value: f64) -> Option<f64> {
    let met = met(kpi, value)?;
    Some(f64::from(u8::from(met)))
}

fn met(kpi: &Kpi, value: f64) -> Option<bool> {
    let applies = kpi.score.needs_progress() && kpi.baseline.is_none();
    applies.then_some(())?;
    Some(reaches(value, kpi.target?, kpi.direction?))
}

/// The status of a value that is there, as if it were fresh: first match wins.
fn judge(
    kpi: &Kpi,
    figure: &Figure,
    value: f64,
    at: Date,
    course: &Course,
    setting: &Setting,
) -> (Status, Because) {
    if let Some(start) = setting.start.filter(|start| at < *start) {
        return (Status::NotStarted, Because::NotStarted { start });
    }
    let due = setting.due.filter(|due| *due <= setting.as_of);
    if let Some(due) = due.filter(|_| target_met(kpi, value, setting.against) == Some(true)) {
        return (Status::Done, Because::Done { due });
    }
    let Some(score) = course.score else { return (Status::CannotTell, unscored(kpi)) };
    if let ScoreFunction::Other(other) = &kpi.score
        && let Some(ruled) = ruled(other, kpi, value, setting.against)
    {
        return ruled;
    }
    if let (Some(_), Some(target)) = (met(kpi, value), kpi.target) {
        return judge_target(kpi, figure, value, target, setting);
    }
    judge_bands(kpi, figure, course, score, setting)
}

#[inline(never)]
fn judge_target(kpi: &Kpi, figure: &Figure, value: f64, target: f64, setting: &Setting) -> (Status, Because) {
    let met = |value: f64| kpi.direction.is_some_and(|direction| reaches(value, target, direction));
    let status = |met: bool| if met { Status::Met } else { Status::NotMet };
    if let Some(steady) = steady(kpi, figure, setting, By::Target) {
        return (status(met(steady.value)), stands(&steady, target));
    }
    let spread = figure.interval.map(|interval| (interval.low, interval.high));
    if let Some(found) = spread.and_then(|spread| undecided(value, spread, figure.n, &[target])) {
        return found;
    }
    let met = met(value);
    (status(met), Because::Target { value, target, met })
}

fn judge_bands(
    kpi: &Kpi,
    figure: &Figure,
    course: &Course,
    score: f64,
    setting: &Setting,
) -> (Status, Because) {
    let bands = kpi.bands.as_ref().unwrap_or(&setting.settings.bands);
    let Bands { on_track, at_risk } = *bands;
    let edges = [on_track, at_risk];
    if let (Some(0.0), Some(progress)) = (course.expected, course.progress) {
        let behind = if progress < 0.0 { Status::OffTrack } else { Status::OnTrack };
        return (behind, Because::NothingExpected);
    }
    let by = if course.pace.is_some() { By::Pace } else { By::Score };
    if let Some(steady) = steady(kpi, figure, setting, by) {
        return (banded(steady.here, bands), stands(&steady, on_track));
    }
    let here = course.pace.or(course.raw).unwrap_or(score);
    let over = if course.pace.is_some() { course.expected.unwrap_or(1.0) } else { 1.0 };
    let spread = spread(kpi, figure, over);
    if let Some(found) = spread.and_then(|spread| undecided(here, spread, figure.n, &edges)) {
        return found;
    }
    let because = match course.pace {
        Some(pace) => Because::Pace { pace, on_track, at_risk },
        None => Because::Score { score, on_track, at_risk },
    };
    (banded(here, bands), because)
}

/// Why it stands by its series.
#[inline(never)]
fn stands(steady: &Steady, edge: f64) -> Because {
    let Steady { rule, points, since, here, .. } = *steady;
    match rule {
        Some(rule) => Because::Signal { rule, here, edge },
        None => Because::Steady { points, since, here, edge },
    }
}

fn undecided(here: f64, spread: (f64, f64), n: Option<u64>, edges: &[f64]) -> Option<(Status, Because)> {
    let found = gate(here, spread, n, edges)?;
    let (low, high) = spread;
    let because = Because::Interval { low, high, edge: found.edge, needed: found.needed };
    Some((Status::CannotTell, because))
}

/// The figure's interval as scores (or paces, over what is expected), lower end first.
fn spread(kpi: &Kpi, figure: &Figure, expected: f64) -> Option<(f64, f64)> {
    let interval = figure.interval?;
    if let ScoreFunction::Other(other) = &kpi.score {
        return ends(other, kpi, (interval.low, interval.high));
    }
    let raw_score = |kpi, value| raw_score(kpi, value, &[]);
    let ends = (raw_score(kpi, interval.low)? / expected, raw_score(kpi, interval.high)? / expected);
    let high = if spans_plateau(kpi, interval.low, interval.high) { 1.0 } else { ends.0.max(ends.1) };
    Some((ends.0.min(ends.1), high))
}

/// A range's interval may reach over its plateau while both ends lie outside.
fn spans_plateau(kpi: &Kpi, from: f64, to: f64) -> bool {
    matches!(kpi.score, ScoreFunction::Range { low, high, .. } if from <= high && to >= low)
}
