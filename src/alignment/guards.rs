//! Metrics that do harm when chased alone, and what to watch beside each (N15).

use crate::plan::Direction;
use crate::stats::{self, Trend, mann_kendall, mann_kendall_exact, sen_slope};

/// What is bought with each family when nothing else is looked at; the first guard is the first choice.
const GUARDS: [(&str, &[&str]); 11] = [
    ("aht", &["fcr", "csat", "reopen-rate"]),
    ("fcr", &["reopen-rate", "csat"]),
    ("sla-compliance", &["backlog", "csat"]),
    ("service-level", &["fcr", "csat"]),
    ("asa", &["fcr", "csat"]),
    ("first-reply-time", &["csat", "resolution-time"]),
    ("resolution-time", &["reopen-rate", "csat"]),
    ("self-service", &["contact-rate", "csat"]),
    ("deflection", &["contact-rate", "csat"]),
    ("containment", &["contact-rate", "csat"]),
    ("occupancy", &["enps", "favourability"]),
];

/// The families to watch beside a family; none where it does no harm alone.
#[must_use]
pub fn guards_of(family: &str) -> &'static [&'static str] {
    GUARDS.iter().find(|(metric, _)| *metric == family).map_or(&[], |(_, guards)| guards)
}

/// A metric that gets better while its guard gets worse.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Divergence {
    /// The periods that both have.
    pub periods: usize,
    /// How far the metric moved over them: Sen's slope times their number less one.
    pub change: f64,
    /// How far the guard moved.
    pub guard_change: f64,
    /// The two-sided p of "no trend" of the metric.
    pub p: f64,
    /// That of the guard.
    pub guard_p: f64,
}

/// Fewer periods than this say nothing.
pub const LEAST_PERIODS: usize = 6;

/// Whether a metric has become better while its guard has become worse over the same periods, both with a trend that
/// is hardly chance (p below 0.05 by Mann and Kendall); each series comes with the direction that is better.
#[must_use]
pub fn divergence(metric: (&[f64], Direction), guard: (&[f64], Direction)) -> Option<Divergence> {
    let periods = metric.0.len();
    if periods < LEAST_PERIODS || periods != guard.0.len() {
        return None;
    }
    let (moved, guard_moved) = (course(metric.0)?, course(guard.0)?);
    let diverges = better(&moved.0, metric.1)? && !better(&guard_moved.0, guard.1)?;
    diverges.then_some(Divergence {
        periods,
        change: moved.1,
        guard_change: guard_moved.1,
        p: moved.0.p,
        guard_p: guard_moved.0.p,
    })
}

/// The trend of a series and how far it led.
fn course(values: &[f64]) -> Option<(Trend, f64)> {
    let series: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
    // Ten values are enough for the normal approximation.
    let trend = if values.len() < 10 { mann_kendall_exact(&series) } else { mann_kendall(&series) };
    let slope = sen_slope(&series, LEVEL).ok()?.slope;
    Some((trend.ok()?, slope * (values.len() - 1) as f64))
}

const LEVEL: f64 = 0.95;

/// Whether a trend goes the better way; none without a trend.
fn better(trend: &Trend, direction: Direction) -> Option<bool> {
    let up = trend.direction(LEVEL)? == stats::Direction::Up;
    Some(up == (direction == Direction::Up))
}
