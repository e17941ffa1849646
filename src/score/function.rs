//! From a value to a score: 0 to 1, 1 on target (domain section 2).

use super::other::other_score;
use super::progress::{progress, ratio, unit};
use crate::plan::{Direction, Kpi, ScoreFunction};

/// The score of a value before clamping, by the KPI's function; none where the plan does not say enough
/// (no target, no baseline, no direction). `against` are the values of the KPIs that rules hold it against, in the
/// order of the rules; empty for a KPI without such.
#[must_use]
pub fn raw_score(kpi: &Kpi, value: f64, against: &[Option<f64>]) -> Option<f64> {
    match kpi.score {
        ScoreFunction::Linear => progress(value, kpi.baseline?, kpi.target?),
        ScoreFunction::MinMax { low, high } => min_max(value, low, high, kpi.direction?),
        ScoreFunction::Range { low0, low, high, high0 } => Some(range(value, low0, low, high, high0)),
        ScoreFunction::Other(ref other) => other_score(other, kpi, value, against),
    }
}

/// (v − lo) ÷ (hi − lo), or (hi − v) ÷ (hi − lo) when lower is better; unclamped.
///
/// ```
/// use throughline::{plan::Direction, score::min_max};
/// assert_eq!(min_max(50.0, 0.0, 200.0, Direction::Up), Some(0.25));
/// assert_eq!(min_max(50.0, 0.0, 200.0, Direction::Down), Some(0.75));
/// ```
#[must_use]
pub fn min_max(value: f64, low: f64, high: f64, direction: Direction) -> Option<f64> {
    match direction {
        Direction::Up => progress(value, low, high),
        Direction::Down => progress(value, high, low),
    }
}

/// 1 inside \[lo, hi\], linear to 0 at lo0 and hi0, never below. Where an outer bound is its inner one,
/// the score falls at once.
///
/// ```
/// use throughline::score::range;
/// let score = |value| range(value, 70.0, 80.0, 85.0, 95.0);
/// assert_eq!([score(75.0), score(83.0), score(90.0), score(97.0)], [0.5, 1.0, 0.5, 0.0]);
/// ```
#[must_use]
pub fn range(value: f64, low0: f64, low: f64, high: f64, high0: f64) -> f64 {
    let slope = |outer: f64, inner: f64| unit(ratio(value - outer, inner - outer).unwrap_or(0.0));
    if value < low {
        slope(low0, low)
    } else if value > high {
        slope(high0, high)
    } else {
        1.0
    }
}

/// Whether the target is met: by the KPI's direction where it has a target, else by a score of 1.
#[must_use]
pub fn target_met(kpi: &Kpi, value: f64, against: &[Option<f64>]) -> Option<bool> {
    if let ScoreFunction::Range { low, high, .. } = kpi.score {
        return Some(low <= value && value <= high);
    }
    match (kpi.target, kpi.direction) {
        (Some(target), Some(direction)) => Some(reaches(value, target, direction)),
        _ => Some(raw_score(kpi, value, against)? >= 1.0),
    }
}

/// Whether a value is at least as good as the target.
#[must_use]
pub fn reaches(value: f64, target: f64, direction: Direction) -> bool {
    match direction {
        Direction::Up => value >= target,
        Direction::Down => value <= target,
    }
}
