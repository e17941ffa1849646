//! Charts of shares: the p chart, and Laney's, which knows that large services vary by more than chance.

use super::chart::{Chart, Found, Point, chart};
use super::limits::Limits;
use super::phases::Phases;
use super::xmr::{SIGMA, ranges};
use crate::stats::{Moments, Sum};

/// The p chart of counts `(k, n)` by period: centre p̄ = Σk ÷ Σn, limits p̄ ± 3·√(p̄(1 − p̄) ÷ nᵢ), as shares
/// (Shewhart; NIST/SEMATECH e-Handbook 6.3.3.2).
///
/// It takes each case for a toss of the same coin. Where n is large hardly anything is, and nearly every period
/// becomes a signal; [`laney`] is for that. A period with n = 0 has no value. None where a count is no count.
///
/// ```
/// use throughline::signal::{Phases, p_chart};
/// let missed = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10].map(|k| (f64::from(k), 50.0));
/// let chart = p_chart(&missed, &Phases::default()).unwrap();
/// let limits = chart.points[0].limits.unwrap();
/// assert!((limits.centre - 0.21).abs() < 1e-12 && (limits.high - 0.3828).abs() < 5e-5);
/// ```
#[must_use]
pub fn p_chart(counts: &[(f64, f64)], phases: &Phases) -> Option<Chart> {
    of(counts, phases, None)
}

/// Laney's p′ chart: the limits of the [p chart](p_chart), times σ_z = mean(mR of zᵢ) ÷ 1.128, with zᵢ = (pᵢ − p̄) ÷
/// √(p̄(1 − p̄) ÷ nᵢ), so that the variation between periods counts beside chance (Laney 2002, Quality
/// Engineering 14:531–537). With equal n its limits are those of XmR.
///
/// A period with n = 0 has no value. None where a count is no count.
///
/// ```
/// use throughline::signal::{Phases, laney, p_chart};
/// let in_time = [9, 8, 7, 9, 8, 7, 8, 9, 7, 8].map(|k| (f64::from(k) * 10_000.0, 100_000.0));
/// assert!(!p_chart(&in_time, &Phases::default()).unwrap().signals.is_empty());
/// assert!(laney(&in_time, &Phases::default()).unwrap().signals.is_empty());
/// ```
#[must_use]
pub fn laney(counts: &[(f64, f64)], phases: &Phases) -> Option<Chart> {
    of(counts, phases, Some(SIGMA))
}

fn of(counts: &[(f64, f64)], phases: &Phases, divisor: Option<f64>) -> Option<Chart> {
    sound(counts).then(|| chart(counts, phases, |part, baseline| limit(part, baseline, divisor)))
}

fn sound(counts: &[(f64, f64)]) -> bool {
    counts.iter().all(|(k, n)| n.is_finite() && *n >= 0.0 && (0.0..=*n).contains(k))
}

fn share((k, n): (f64, f64)) -> Option<f64> {
    (n > 0.0).then(|| k / n)
}

/// The limits of a phase; with a divisor the moving ranges of z widen them.
fn limit(counts: &[(f64, f64)], baseline: usize, divisor: Option<f64>) -> Found {
    let setting: Vec<(f64, f64)> = counts.iter().copied().filter(|(_, n)| *n > 0.0).take(baseline).collect();
    let values: Vec<Option<f64>> = counts.iter().map(|count| share(*count)).collect();
    let none = |value: &Option<f64>| Point { value: *value, ..Point::default() };
    let n = setting.len();
    let centre = pooled(&setting).filter(|_| n >= Chart::LEAST);
    let Some(centre) = centre else {
        return Found {
            points: values.iter().map(none).collect(),
            n,
            limits: None,
            mean_range: None,
            range_limit: None,
        };
    };
    let sigma = |n: f64| (centre * (1.0 - centre) / n).sqrt();
    let mean_range = divisor.map(|_| mean_step(&setting, centre, sigma));
    let width = 3.0 * divisor.zip(mean_range).map_or(1.0, |(divisor, range)| range / divisor);
    let at = |n: f64| (n > 0.0).then(|| Limits::around(centre, width * sigma(n))).flatten();
    let points = values.iter().zip(counts).map(|(value, (_, n))| Point { limits: at(*n), ..none(value) });
    let mean_n = setting.iter().map(|(_, n)| n).sum::<f64>() / n as f64;
    Found { points: points.collect(), n, limits: at(mean_n), mean_range, range_limit: None }
}

/// Σk ÷ Σn.
fn pooled(counts: &[(f64, f64)]) -> Option<f64> {
    let (mut above, mut below) = (Sum::default(), Sum::default());
    for (k, n) in counts {
        above.add(*k);
        below.add(*n);
    }
    share((above.value(), below.value()))
}

/// The mean step between neighbouring standardised shares; 0 where all shares are 0 or all are 1.
fn mean_step(counts: &[(f64, f64)], centre: f64, sigma: impl Fn(f64) -> f64) -> f64 {
    let z = |(k, n): &(f64, f64)| {
        let z = (k / n - centre) / sigma(*n);
        Some(if z.is_finite() { z } else { 0.0 })
    };
    let standard: Vec<Option<f64>> = counts.iter().map(z).collect();
    ranges(&standard).into_iter().flatten().collect::<Moments>().mean().unwrap_or(0.0)
}
