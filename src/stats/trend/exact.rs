//! The test of Mann and Kendall for short series.

use super::kendall::{s, variance};
use super::{CannotTell, Trend, at_least, known};

/// The least number of values; under it no order of them is unlikely enough.
const LEAST: usize = 5;
/// The most values, all orders of which are counted.
const MOST: usize = 40;

/// The Mann–Kendall test by counting orders (Kendall 1975; Gilbert 1987, table A18): for series too short for the
/// normal approximation, from 5 values to 40. Where values are equal, S is nearer to 0 than the orders counted, so that p
/// is rather too large.
///
/// # Errors
///
/// [`CannotTell::TooFew`] under 5 values; [`CannotTell::NotANumber`] where a value is not finite or there are more than 40.
///
/// ```
/// use throughline::stats::mann_kendall_exact;
/// // Gilbert's table A18: of 6 values, S of 11 or more comes up with 0.028 on one side.
/// let series = [1.0, 2.0, 3.0, 5.0, 4.0, 6.0].map(Some);
/// let trend = mann_kendall_exact(&series).unwrap();
/// assert_eq!(trend.s, 13.0);
/// assert!((0.5 * trend.p - 0.0083).abs() < 5e-5);
/// ```
pub fn mann_kendall_exact(series: &[Option<f64>]) -> Result<Trend, CannotTell> {
    let values: Vec<f64> = known(series)?.into_iter().map(|(_, value)| value).collect();
    at_least(values.len(), LEAST)?;
    if values.len() > MOST {
        return Err(CannotTell::NotANumber);
    }
    let trend = Trend::new(values.len(), s(&values), variance(&values));
    Ok(Trend { p: two_sided(values.len(), trend.s.abs()), ..trend })
}

/// The share of all orders of n values whose S is at least as far from 0.
fn two_sided(n: usize, s: f64) -> f64 {
    let pairs = n * (n - 1) / 2;
    // The share of orders with so many pairs that fall, one value after the other put in its place.
    let mut falling = vec![1.0];
    for size in 2..=n {
        let mut next = vec![0.0; falling.len() + size - 1];
        for (at, share) in falling.iter().enumerate() {
            for place in next.iter_mut().skip(at).take(size) {
                *place += share / size as f64;
            }
        }
        falling = next;
    }
    let most = ((pairs as f64 - s) / 2.0).floor() as usize;
    let tail: f64 = falling.iter().take(most + 1).sum();
    (2.0 * tail).min(1.0)
}
