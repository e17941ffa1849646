//! Lengths of time: resolution and first reply.

use super::scale::{mean_of, not_offered};
use super::share::share_as;
use super::{Estimate, Interval, Missing};
use crate::plan::{QuantileMethod, Variant};
use crate::snapshot::{Durations, Quantiles};
use crate::stats::{Moments, order_statistic_ranks};

/// A unit of time, for values that are lengths of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeUnit {
    /// `s`
    Seconds,
    /// `min`
    Minutes,
    /// `h`
    Hours,
    /// `d`
    Days,
}

impl TimeUnit {
    /// The signs of all of them.
    pub const SIGNS: [&'static str; 4] = ["s", "min", "h", "d"];

    /// The unit of that sign: `s`, `min`, `h` or `d`.
    #[must_use]
    pub fn from_sign(sign: &str) -> Option<Self> {
        Some(match sign {
            "s" => Self::Seconds,
            "min" => Self::Minutes,
            "h" => Self::Hours,
            "d" => Self::Days,
            _ => return None,
        })
    }

    /// Its sign.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Seconds => "s",
            Self::Minutes => "min",
            Self::Hours => "h",
            Self::Days => "d",
        }
    }

    /// Its length.
    #[must_use]
    pub const fn seconds(self) -> f64 {
        match self {
            Self::Seconds => 1.0,
            Self::Minutes => 60.0,
            Self::Hours => 3600.0,
            Self::Days => 86_400.0,
        }
    }
}

/// A length of time read from many, given in seconds in any order: mean, median, percentile, or the
/// share within a limit in seconds; `unit` is that of the value.
///
/// ```
/// use throughline::{kpi::{TimeUnit, durations}, plan::Variant};
/// let minutes = [2.0, 3.0, 5.0, 7.0, 8.0, 12.0, 15.0, 21.0, 40.0, 180.0];
/// let seconds: Vec<f64> = minutes.iter().map(|m| m * 60.0).collect();
/// let value = |name: &str| durations(&seconds, None, Variant::from_name(name).unwrap(), TimeUnit::Minutes).value.unwrap();
/// assert!((value("mean") - 29.3).abs() < 1e-12);
/// assert!((value("median") - 10.0).abs() < 1e-12);
/// assert!((value("p90") - 54.0).abs() < 1e-12);
/// assert!((value("p90-nearest-rank") - 40.0).abs() < 1e-12);
/// ```
#[must_use]
pub fn durations(seconds: &[f64], limit: Option<f64>, variant: Variant, unit: TimeUnit) -> Estimate {
    let values: Vec<f64> = seconds.iter().copied().filter(|x| x.is_finite() && *x >= 0.0).collect();
    let moments: Moments = values.iter().copied().collect();
    let within = limit.map(|limit| values.iter().filter(|x| **x <= limit).count() as u64);
    of_durations(&Durations { moments, within, quantiles: Quantiles::exact(values) }, variant, Some(unit))
}

/// What a partial of durations gives; a unit is needed where the value is a length of time.
pub(super) fn of_durations(part: &Durations, variant: Variant, unit: Option<TimeUnit>) -> Estimate {
    if part.moments.n() == 0 {
        return Estimate::missing(variant, Missing::new("no-data"));
    }
    let per = unit.map_or(1.0, TimeUnit::seconds);
    match variant {
        Variant::Mean => mean_of(&part.moments, per),
        Variant::Median => quantile(part, 0.5, QuantileMethod::Type7, variant, per),
        Variant::Quantile { p, method } => quantile(part, p, method, variant, per),
        Variant::ShareWithin => match part.within {
            Some(within) => share_as(variant, within as f64, part.moments.n() as f64),
            None => Estimate::missing(variant, Missing::new("limit-required")),
        },
        other => not_offered(other, "duration", &["mean", "median", "p90", "share-within"]),
    }
}

fn quantile(part: &Durations, p: f64, method: QuantileMethod, variant: Variant, per: f64) -> Estimate {
    let value = match method {
        QuantileMethod::Type7 => part.quantiles.type_7(p),
        QuantileMethod::NearestRank => part.quantiles.nearest_rank(p),
    };
    Estimate {
        value: value.map(|value| value / per).ok_or(Missing::new("no-data")),
        variant,
        n: Some(part.moments.n()),
        interval: bounds(&part.quantiles, p, per),
        open: None,
        approximation: part.quantiles.error(),
    }
}

/// The order statistics that enclose a quantile; those of a sketch are moved apart by its error.
fn bounds(quantiles: &Quantiles, p: f64, per: f64) -> Option<Interval> {
    let (low, high) = order_statistic_ranks(quantiles.n(), p, Estimate::LEVEL)?;
    let error = quantiles.error().unwrap_or(0.0);
    let low = quantiles.order_statistic(low)? / (1.0 + error) / per;
    let high = quantiles.order_statistic(high)? / (1.0 - error) / per;
    Some(Interval { low, high, level: Some(Estimate::LEVEL), method: "order-statistic" })
}
