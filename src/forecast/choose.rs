//! Which method a series gets.

use super::damped::damped_trend;
use super::holt_winters::holt_winters;
use super::level::simple;
use super::line::line;
use super::outlook::Outlook;
use crate::stats::{CannotTell, mann_kendall, mann_kendall_exact, season as season_of};

/// The fewest values that anything is forecast from.
pub const FEWEST: usize = 4;
/// The fewest values that a chance is told from.
pub const FEWEST_FOR_CHANCE: usize = 8;
/// The probability of the intervals.
pub const LEVEL: f64 = 0.95;
/// A trend and a season show where the p of there being none is below 1 minus this.
pub const TREND_AND_SEASON: f64 = 0.95;

/// Forecasts a series by the method that it shows, `ahead` periods on; `season` is the number of periods in a year, where
/// they make up one.
///
/// # Errors
/// [`CannotTell::TooFew`] under [`FEWEST`] values; [`CannotTell::NotANumber`] where one is not finite.
///
/// ```
/// use throughline::forecast::{Method, forecast};
/// let rising: Vec<_> = (0..12).map(|at| Some(70.0 + f64::from(at) + if at % 3 == 0 { 0.4 } else { 0.0 })).collect();
/// assert!(matches!(forecast(&rising, Some(12), 3).unwrap().method, Method::DampedTrend { .. }));
/// assert!(matches!(forecast(&rising[..5], Some(12), 3).unwrap().method, Method::Line { .. }));
/// assert!(forecast(&rising[..3], None, 3).is_err());
/// ```
pub fn forecast(series: &[Option<f64>], season: Option<usize>, ahead: usize) -> Result<Outlook, CannotTell> {
    let have = series.iter().flatten().count();
    if have < FEWEST {
        return Err(CannotTell::TooFew { have, need: FEWEST });
    }
    if !series.iter().flatten().all(|value| value.is_finite()) {
        return Err(CannotTell::NotANumber);
    }
    if have < FEWEST_FOR_CHANCE {
        return line(series, ahead).ok_or(CannotTell::NotANumber);
    }
    let shows = |year: &usize| season_of(series, *year).is_ok_and(|found| found.shows(TREND_AND_SEASON));
    let seasonal = season.filter(shows).and_then(|year| holt_winters(series, year, ahead));
    if let Some(found) = seasonal {
        return Ok(found);
    }
    // Under ten values the normal approximation of the test is not near enough.
    let test = if have < 10 { mann_kendall_exact(series) } else { mann_kendall(series) };
    let trends = test.is_ok_and(|found| found.p < 1.0 - TREND_AND_SEASON);
    let trend = if trends { damped_trend(series, ahead) } else { None };
    trend.or_else(|| simple(series, ahead)).ok_or(CannotTell::NotANumber)
}
