//! Quantiles of sorted numbers.

/// The quantile `p` (0 to 1) by linear interpolation between order statistics (type 7 of Hyndman
/// and Fan 1996, the default of R, NumPy and spreadsheets' PERCENTILE.INC). `sorted` ascends.
///
/// ```
/// use throughline::stats::type_7;
/// let minutes = [2.0, 3.0, 5.0, 7.0, 8.0, 12.0, 15.0, 21.0, 40.0, 180.0];
/// assert_eq!(type_7(&minutes, 0.5), Some(10.0));
/// assert!((type_7(&minutes, 0.9).unwrap() - 54.0).abs() < 1e-12);
/// ```
#[must_use]
pub fn type_7(sorted: &[f64], p: f64) -> Option<f64> {
    type_7_by(sorted.len() as u64, p, |rank| sorted.get(rank as usize).copied())
}

/// The same of `n` numbers that are known by rank, counted from 0.
#[must_use]
pub fn type_7_by(n: u64, p: f64, order_statistic: impl Fn(u64) -> Option<f64>) -> Option<f64> {
    let (rank, part) = type_7_rank(n, p)?;
    let low = order_statistic(rank)?;
    Some(order_statistic(rank + 1).map_or(low, |high| between(low, high, part)))
}

/// The quantile `p` (0 to 1) as the least value with at least a share `p` of the values at or
/// below it (nearest rank). `sorted` ascends.
///
/// ```
/// use throughline::stats::nearest_rank;
/// let minutes = [2.0, 3.0, 5.0, 7.0, 8.0, 12.0, 15.0, 21.0, 40.0, 180.0];
/// assert_eq!(nearest_rank(&minutes, 0.9), Some(40.0));
/// ```
#[must_use]
pub fn nearest_rank(sorted: &[f64], p: f64) -> Option<f64> {
    nearest_rank_by(sorted.len() as u64, p, |rank| sorted.get(rank as usize).copied())
}

/// The same of `n` numbers that are known by rank, counted from 0.
#[must_use]
pub fn nearest_rank_by(n: u64, p: f64, order_statistic: impl Fn(u64) -> Option<f64>) -> Option<f64> {
    order_statistic(nearest_rank_index(n, p)?)
}

/// Puts numbers in ascending order. Runs that are in order already are taken as they are, so joining
/// sorted lists costs little. One sort for all, since each is kilobytes of code.
#[inline(never)]
pub fn sort(numbers: &mut [f64]) {
    numbers.sort_by(f64::total_cmp);
}

/// Where type 7 looks: the order statistic below (from 0) and how far towards the next.
fn type_7_rank(n: u64, p: f64) -> Option<(u64, f64)> {
    let last = n.checked_sub(1)? as f64;
    (0.0..=1.0).contains(&p).then_some(())?;
    let place = settle(last * p);
    Some((place.floor() as u64, place - place.floor()))
}

/// Where nearest rank looks: the order statistic, counted from 0.
fn nearest_rank_index(n: u64, p: f64) -> Option<u64> {
    (n > 0 && (0.0..=1.0).contains(&p)).then_some(())?;
    Some((settle(n as f64 * p).ceil() as u64).saturating_sub(1))
}

/// A point between two numbers.
fn between(low: f64, high: f64, part: f64) -> f64 {
    low + part * (high - low)
}

/// A place that rounding moved off a whole number by a hair is that number (0.07 · 100 is 7).
fn settle(place: f64) -> f64 {
    let whole = place.round();
    if (place - whole).abs() <= 4.0 * f64::EPSILON * whole.max(1.0) { whole } else { place }
}
