//! The seasonal test of Hirsch and Slack.

use super::{CannotTell, Trend, at_least, kendall, known};

/// The least number of values in every season.
const LEAST: usize = 3;

/// The Mann–Kendall test within seasons (Hirsch, Slack, Smith 1982): January is held against Januaries alone, so
/// that a season is no trend. S and its variance are summed over the seasons, which are taken to be independent
/// of one another (the later test of Hirsch and Slack 1984, which is not, asks for ten years). A season of one value compares nothing; each needs three, and all together ten.
///
/// `period` is the number of seasons: 12 for months.
///
/// # Errors
///
/// [`CannotTell::TooFew`] where a season has fewer than 3 values, or all fewer than 10;
/// [`CannotTell::NotANumber`] where a value is not finite or the period is under 2.
///
/// ```
/// use throughline::stats::{Direction, seasonal_kendall};
/// let quarters = [5.0, 9.0, 2.0, 7.0, 6.0, 10.0, 3.0, 8.0, 7.0, 11.0, 4.0, 9.0].map(Some);
/// let trend = seasonal_kendall(&quarters, 4).unwrap();
/// assert_eq!((trend.s, trend.direction(0.95)), (12.0, Some(Direction::Up)));
/// ```
pub fn seasonal_kendall(series: &[Option<f64>], period: usize) -> Result<Trend, CannotTell> {
    let seasons = seasons(series, period)?;
    let all = seasons.iter().map(Vec::len).sum();
    seasons.iter().map(Vec::len).min().map_or(Ok(()), |least| at_least(least, LEAST))?;
    at_least(all, kendall::LEAST)?;
    let total = |of: fn(&[f64]) -> f64| seasons.iter().map(|season| of(season)).sum();
    Ok(Trend::new(all, total(kendall::s), total(kendall::variance)))
}

/// The values of each season, in the order of time.
pub(in crate::stats) fn seasons(series: &[Option<f64>], period: usize) -> Result<Vec<Vec<f64>>, CannotTell> {
    if period < 2 {
        return Err(CannotTell::NotANumber);
    }
    let known = known(series)?;
    // A period longer than the series leaves seasons empty; one of them is enough to say so.
    let mut seasons = vec![Vec::new(); period.min(series.len() + 1)];
    for (at, value) in known {
        if let Some(season) = seasons.get_mut(at % period) {
            season.push(value);
        }
    }
    Ok(seasons)
}
