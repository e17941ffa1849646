//! How a need stands: from its ratings over time to its gap.

use super::{Level, Unsure};
use crate::calendar::Date;
use crate::kpi::Figure;
use crate::plan::{Answer, Need, Rating, named};
use crate::stats::student_quantile;

named! {
    /// What a gap says.
    Verdict {
        /// It matters more than it is met: the whole interval lies above 0.
        Unmet = "unmet",
        /// It is met more than it matters: the whole interval lies below 0.
        Exceeded = "exceeded",
        /// 0 lies inside the interval.
        CannotTell = "cannot-tell",
        /// There is no interval.
        NoInterval = "no-interval",
        /// A side has no value.
        Unrated = "unrated",
    }
}

/// A rating on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The day.
    pub at: Date,
    /// The rating, on the common scale.
    pub level: Level,
    /// How many answered, where known.
    pub n: Option<u64>,
}

/// The gap on a day, from what was known by then.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// The day.
    pub at: Date,
    /// Importance less satisfaction.
    pub gap: Level,
}

/// How a need stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The last rating of its importance.
    pub importance: Option<Point>,
    /// The last rating of its satisfaction.
    pub satisfaction: Option<Point>,
    /// Importance less satisfaction.
    pub gap: Option<Level>,
    /// What that says.
    pub verdict: Verdict,
    /// The gap on each day that either was rated anew, oldest first.
    pub course: Vec<Gap>,
    /// The gap now less the one on the first of these days: above 0 it widened. A rating that is the same one on both days
    /// adds nothing to the interval.
    pub change: Option<Level>,
}

/// The typed values of a rating up to a day. The interval is Student's from n and the standard deviation, or the margin as
/// published.
#[must_use]
pub fn answered<K>(rating: &Rating<K>, answers: &[Answer], as_of: Date) -> Vec<Point> {
    let point = |answer: &Answer| {
        let around = |half: f64| (on(rating, answer.value - half), on(rating, answer.value + half));
        let level = Level::new(on(rating, answer.value), half_width(answer).map(around));
        Point { at: answer.at, level, n: answer.n }
    };
    answers.iter().take_while(|answer| answer.at <= as_of).map(point).collect()
}

fn half_width(answer: &Answer) -> Result<f64, Unsure> {
    if let Some(margin) = answer.margin {
        return Ok(margin);
    }
    let n = answer.n.filter(|n| *n > 1).ok_or(Unsure::NoN)? as f64;
    let deviation = answer.deviation.filter(|deviation| *deviation > 0.0).ok_or(Unsure::NoSpread)?;
    let t = student_quantile(0.975, n - 1.0).ok_or(Unsure::NoN)?;
    Ok(t * deviation / n.sqrt())
}

/// The values of a KPI as a rating, complete periods alone.
#[must_use]
pub fn figured<K>(rating: &Rating<K>, series: &[Figure]) -> Vec<Point> {
    let point = |figure: &Figure| {
        let bounds = figure.interval.as_ref().map(|each| (on(rating, each.low), on(rating, each.high)));
        let level = Level::new(on(rating, figure.known()?), bounds.ok_or(Unsure::NoInterval));
        Some(Point { at: figure.at, level, n: figure.n })
    };
    series.iter().filter(|figure| figure.complete).filter_map(point).collect()
}

/// A value on the common scale, not yet cut at its ends.
fn on<K>(rating: &Rating<K>, value: f64) -> f64 {
    (value - rating.zero) / (rating.one - rating.zero)
}

/// How a need stands by its ratings, each in order of time.
#[must_use]
pub fn standing(importance: &[Point], satisfaction: &[Point]) -> Standing {
    let mut days: Vec<Date> = importance.iter().chain(satisfaction).map(|point| point.at).collect();
    days.sort_unstable();
    days.dedup();
    let by = |points: &[Point], day: Date| points.iter().take_while(|point| point.at <= day).last().copied();
    let both = |day: &Date| Some((*day, by(importance, *day)?, by(satisfaction, *day)?));
    let known: Vec<(Date, Point, Point)> = days.iter().filter_map(both).collect();
    let gap = |(at, importance, satisfaction): &(Date, Point, Point)| Gap {
        at: *at,
        gap: importance.level.less(&satisfaction.level),
    };
    let course: Vec<Gap> = known.iter().map(gap).collect();
    let change = match (known.first(), known.last()) {
        (Some(first), Some(last)) if first.0 < last.0 => {
            Some(moved(&first.1, &last.1).less(&moved(&first.2, &last.2)))
        }
        _ => None,
    };
    let now = course.last().map(|last| last.gap);
    Standing {
        importance: importance.last().copied(),
        satisfaction: satisfaction.last().copied(),
        gap: now,
        verdict: verdict(now.as_ref()),
        course,
        change,
    }
}

/// A rating less an earlier one; exactly none where it is the same.
fn moved(first: &Point, last: &Point) -> Level {
    if first.at == last.at {
        Level { value: 0.0, bounds: Ok((0.0, 0.0)) }
    } else {
        last.level.less(&first.level)
    }
}

fn verdict(gap: Option<&Level>) -> Verdict {
    match gap {
        None => Verdict::Unrated,
        Some(gap) if gap.bounds.is_err() => Verdict::NoInterval,
        Some(gap) if gap.surely_above() => Verdict::Unmet,
        Some(gap) if gap.surely_below() => Verdict::Exceeded,
        Some(_) => Verdict::CannotTell,
    }
}

impl Standing {
    /// A gap that nobody may leave unserved: a fifth of the scale, and not by chance as far as that is known.
    #[must_use]
    pub fn is_large(&self) -> bool {
        const LARGE: f64 = 0.2;
        self.gap.is_some_and(|gap| gap.value >= LARGE && (gap.bounds.is_err() || gap.surely_above()))
    }

    /// Whether either side has no value; the need's own words say which.
    #[must_use]
    pub fn lacks(&self, need: &Need) -> bool {
        need.importance.is_none() || need.satisfaction.is_none() || self.gap.is_none()
    }
}
