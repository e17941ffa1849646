//! The progress expected at a day (domain section 2).

use crate::calendar::{Date, days_between};
use crate::plan::{Expected, Milestone};

/// The progress expected at the end of a day, 0..1; days inclusive, so that the start's own day counts.
/// Before the start nothing is expected, past the due date everything.
///
/// ```
/// use throughline::{calendar::Date, plan::Expected, score::expected};
/// let (start, due) = (Date::constant(2026, 4, 1), Date::constant(2026, 4, 30));
/// assert_eq!(expected(&Expected::Even, start, due, Date::constant(2026, 4, 15)), 0.5);
/// ```
#[must_use]
pub fn expected(course: &Expected, start: Date, due: Date, at: Date) -> f64 {
    if at > due {
        return 1.0;
    }
    if at < start {
        return 0.0;
    }
    match course {
        Expected::Even => share_of_days(start, due, at),
        Expected::Milestones(points) => milestones(points, start, due, at),
        Expected::Steps(points) => steps(points, at),
    }
}

/// Days from start to `at`, both counted, over days from start to due, both counted.
fn share_of_days(start: Date, due: Date, at: Date) -> f64 {
    f64::from(days_between(start, at) + 1) / f64::from(days_between(start, due) + 1)
}

/// Linear between the points, from 0 on the eve of the start to 1 on the due date.
#[inline(never)]
fn milestones(points: &[Milestone], start: Date, due: Date, at: Date) -> f64 {
    let day = |date: Date| f64::from(days_between(start, date) + 1);
    let here = day(at);
    let mut before = (0.0, 0.0);
    for point in points {
        let after = (day(point.date), point.progress);
        if here <= after.0 {
            return between(before, after, here);
        }
        before = after;
    }
    between(before, (day(due), 1.0), here)
}

/// On the straight line between two points, both (day, progress).
fn between(before: (f64, f64), after: (f64, f64), here: f64) -> f64 {
    let span = after.0 - before.0;
    if span <= 0.0 {
        return after.1;
    }
    before.1 + (after.1 - before.1) * (here - before.0) / span
}

/// The progress of the last step taken by then; 0 before the first.
#[inline(never)]
fn steps(points: &[Milestone], at: Date) -> f64 {
    points.iter().take_while(|point| point.date <= at).last().map_or(0.0, |point| point.progress)
}
