//! How much a series resembles itself a few steps on.

use super::moments::Moments;
use super::sum::Sum;

/// The autocorrelation of a series at a lag ≥ 1: Σ(xᵢ − x̄)(xᵢ₊ₖ − x̄) ÷ Σ(xᵢ − x̄)², −1 to 1 (Box and Jenkins
/// 1976; NIST StRD's definition). None where the series is not longer than the lag, has no spread, or holds a
/// number that is not finite.
///
/// ```
/// let found = throughline::stats::autocorrelation(&[10000001.0, 10000003.0, 10000002.0], 1);
/// assert_eq!(found, Some(-0.5));
/// ```
#[must_use]
pub fn autocorrelation(series: &[f64], lag: usize) -> Option<f64> {
    (lag > 0 && lag < series.len() && series.iter().all(|x| x.is_finite())).then_some(())?;
    let deviations = deviations(series)?;
    let mut whole = Sum::default();
    deviations.iter().for_each(|d| whole.merge(&Sum::product(*d, *d)));
    let mut lagged = Sum::default();
    deviations.iter().zip(deviations.iter().skip(lag)).for_each(|(a, b)| lagged.merge(&Sum::product(*a, *b)));
    let found = lagged.value() / whole.value();
    (whole.value() > 0.0 && found.is_finite()).then_some(found)
}

/// Each number less the mean, which is kept in two words: a mean far above the spread would lose the digits that
/// count.
fn deviations(series: &[f64]) -> Option<Vec<f64>> {
    let mean = series.iter().copied().collect::<Moments>().mean_sum()?;
    let apart = |x: &f64| {
        let mut difference = mean.negated();
        difference.add(*x);
        difference.value()
    };
    Some(series.iter().map(apart).collect())
}
