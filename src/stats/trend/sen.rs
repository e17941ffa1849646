//! Sen's slope.

use super::{CannotTell, at_least, kendall, known};
use crate::stats::interval::Bounds;
use crate::stats::normal::normal_quantile;
use crate::stats::quantile::{sort, type_7};

/// How fast a series rises, per period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slope {
    /// The median slope, in the unit of the values per period.
    pub slope: f64,
    /// Its interval, where the series is long enough for one.
    pub interval: Option<Bounds>,
}

/// The most values taken: all pairs are held at once.
const MOST: usize = 3_000;

/// Sen's slope: the median of the slopes between all pairs of values (Theil 1950, Sen 1968), by periods, so that
/// a gap counts as the time it is. Up to 29 % of the values may be wild without moving it far. The interval is by ranks (Gilbert 1987,
/// section 16.5), from 10 values on; a slope alone from 4.
///
/// # Errors
///
/// [`CannotTell::TooFew`] under 4 values; [`CannotTell::NotANumber`] where a value is not finite, the level is not
/// strictly between 0 and 1, or there are more than 3,000 values.
///
/// ```
/// use throughline::stats::sen_slope;
/// let series = [1.0, 3.0, 5.0, 70.0, 9.0].map(Some);
/// assert_eq!(sen_slope(&series, 0.95).unwrap().slope, 2.0);
/// ```
pub fn sen_slope(series: &[Option<f64>], level: f64) -> Result<Slope, CannotTell> {
    let known = known(series)?;
    at_least(known.len(), 4)?;
    let z = normal_quantile(0.5 + 0.5 * level).filter(|_| level > 0.0 && known.len() <= MOST);
    let z = z.ok_or(CannotTell::NotANumber)?;
    let mut slopes = slopes(&known);
    sort(&mut slopes);
    let slope = type_7(&slopes, 0.5).filter(|slope| slope.is_finite()).ok_or(CannotTell::NotANumber)?;
    let values: Vec<f64> = known.iter().map(|(_, value)| *value).collect();
    let half = z * kendall::variance(&values).sqrt();
    let interval = (values.len() >= kendall::LEAST).then(|| by_rank(&slopes, half)).flatten();
    Ok(Slope { slope, interval })
}

/// The slopes between all pairs.
pub(super) fn slopes(known: &[(usize, f64)]) -> Vec<f64> {
    let mut slopes = Vec::with_capacity(known.len() * known.len().saturating_sub(1) / 2);
    for (at, (from, early)) in known.iter().enumerate() {
        let later = known.iter().skip(at + 1);
        slopes.extend(later.map(|(to, late)| (late - early) / (to - from) as f64));
    }
    slopes
}

/// The slopes ranked (N − C) ÷ 2 and (N + C) ÷ 2 + 1, counted from 1; between two by linear interpolation.
fn by_rank(sorted: &[f64], half: f64) -> Option<Bounds> {
    let n = sorted.len() as f64;
    let at = |rank: f64| {
        let place = (rank - 1.0).clamp(0.0, n - 1.0);
        let low = sorted.get(place.floor() as usize)?;
        let high = sorted.get(place.ceil() as usize)?;
        Some(low + (place - place.floor()) * (high - low))
    };
    let (low, high) = (at(0.5 * (n - half))?, at(0.5 * (n + half) + 1.0)?);
    (low.is_finite() && high.is_finite()).then_some((low, high))
}
