//! The chance that a group is above the standard.

use crate::plan::Direction;
use crate::stats::{Shrunk, incomplete_beta, normal_quantile, normal_two_sided};

/// The chance that the true share of a group of n cases is on the better side of a standard, by the Beta(α + k, β + n − k) its
/// shrunken figure is the mean of: α + β is n · (1 − w) ÷ w with w its own part. None where the groups do not differ (w = 0).
///
/// ```
/// use throughline::plan::Direction;
/// use throughline::recognition::chance_of_share;
/// use throughline::stats::Shrunk;
/// // 30 of 40 with a prior of 10: Beta(36, 14), where scipy's beta.sf(0.6, 36, 14) is 0.9647409677.
/// let found = Shrunk { value: 0.72, low: 0.0, high: 0.0, weight: 0.8 };
/// let chance = chance_of_share(&found, 40.0, 0.6, Direction::Up).unwrap();
/// assert!((chance - 0.964_740_967_7).abs() < 1e-9);
/// ```
#[must_use]
pub fn chance_of_share(found: &Shrunk, n: f64, standard: f64, better: Direction) -> Option<f64> {
    (found.weight > 0.0 && n > 0.0).then_some(())?;
    let all = n / found.weight;
    let (a, b) = (found.value * all, (1.0 - found.value) * all);
    // Each tail by itself: one less the other would lose its digits.
    (a > 0.0 && b > 0.0).then(|| match better {
        Direction::Up => incomplete_beta(b, a, 1.0 - standard),
        Direction::Down => incomplete_beta(a, b, standard),
    })
}

/// The chance that the true mean of a group is on the better side of a standard, by the normal distribution whose interval at
/// that level its shrunken figure has. None where the groups do not differ.
#[must_use]
pub fn chance_of_mean(found: &Shrunk, level: f64, standard: f64, better: Direction) -> Option<f64> {
    let z = normal_quantile(0.5 + level / 2.0)?;
    let deviation = (found.high - found.low) / (2.0 * z);
    (found.weight > 0.0 && deviation > 0.0).then_some(())?;
    let above = (found.value - standard) / deviation;
    let by = match better {
        Direction::Up => above,
        Direction::Down => -above,
    };
    let tail = 0.5 * normal_two_sided(by);
    Some(if by > 0.0 { 1.0 - tail } else { tail })
}
