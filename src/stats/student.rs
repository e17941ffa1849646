//! Student's t distribution.

use super::beta::incomplete_beta;
use super::normal::normal_quantile;

/// The probability that a t variable with `freedom` degrees of freedom is at most `t`.
#[must_use]
pub fn student_cdf(t: f64, freedom: f64) -> f64 {
    let tail = 0.5 * incomplete_beta(freedom / 2.0, 0.5, freedom / (freedom + t * t));
    if t > 0.0 { 1.0 - tail } else { tail }
}

/// The quantile of Student's t distribution with `freedom` > 0 degrees of freedom.
///
/// ```
/// assert!((throughline::stats::student_quantile(0.975, 9.0).unwrap() - 2.262157162740992).abs() < 1e-9);
/// ```
#[must_use]
#[inline(never)]
pub fn student_quantile(p: f64, freedom: f64) -> Option<f64> {
    (p > 0.0 && p < 1.0 && freedom > 0.0).then_some(())?;
    if p < 0.5 {
        return student_quantile(1.0 - p, freedom).map(|t| -t);
    }
    // The tail below -t keeps its digits where 1 − tail would lose them.
    let tail = |t: f64| student_cdf(-t, freedom);
    let (mut low, mut high) = (0.0, normal_quantile(p)?.max(1.0));
    while tail(high) > 1.0 - p && high < 1e300 {
        low = high;
        high *= 2.0;
    }
    for _ in 0..200 {
        let middle = 0.5 * (low + high);
        if tail(middle) > 1.0 - p {
            low = middle;
        } else {
            high = middle;
        }
        if high - low <= 2.0 * f64::EPSILON * high {
            break;
        }
    }
    Some(0.5 * (low + high))
}
