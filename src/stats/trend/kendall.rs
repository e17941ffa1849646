//! The test of Mann and Kendall.

use super::{CannotTell, Trend, at_least, known};
use crate::stats::quantile::sort;

/// The least number of values: from here on S is near enough to normal (Kendall 1975; Gilbert 1987, section
/// 16.4.2).
pub(super) const LEAST: usize = 10;

/// The Mann–Kendall test for a trend that only rises or only falls (Mann 1945, Kendall 1975), ties counted in the
/// variance, with correction for continuity; from 10 values on. Adding the same to all values, or multiplying
/// them by a positive number, changes nothing.
///
/// # Errors
///
/// [`CannotTell::TooFew`] under 10 values; [`CannotTell::NotANumber`] where a value is not finite.
///
/// ```
/// use throughline::stats::{CannotTell, Direction, mann_kendall};
/// let rising: Vec<Option<f64>> = (0..12).map(|month| Some(f64::from(month))).collect();
/// let trend = mann_kendall(&rising).unwrap();
/// assert_eq!((trend.s, trend.direction(0.95)), (66.0, Some(Direction::Up)));
/// assert_eq!(mann_kendall(&rising[..9]), Err(CannotTell::TooFew { have: 9, need: 10 }));
/// ```
pub fn mann_kendall(series: &[Option<f64>]) -> Result<Trend, CannotTell> {
    let values: Vec<f64> = known(series)?.into_iter().map(|(_, value)| value).collect();
    at_least(values.len(), LEAST)?;
    Ok(Trend::new(values.len(), s(&values), variance(&values)))
}

/// Pairs that rise less pairs that fall.
pub(super) fn s(values: &[f64]) -> f64 {
    let mut sum = 0_i64;
    for (at, early) in values.iter().enumerate() {
        for late in values.iter().skip(at + 1) {
            sum += i64::from(late > early) - i64::from(late < early);
        }
    }
    sum as f64
}

/// \[n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5)\] ÷ 18, t the sizes of groups of equal values.
pub(super) fn variance(values: &[f64]) -> f64 {
    let term = |n: usize| {
        let n = n as f64;
        n * (n - 1.0) * (2.0 * n + 5.0)
    };
    let mut sorted = values.to_vec();
    sort(&mut sorted);
    // −0 and 0 are equal values, in whatever order they are sorted.
    let ties: f64 = sorted.chunk_by(|a, b| a >= b).map(|tied| term(tied.len())).sum();
    (term(values.len()) - ties) / 18.0
}
