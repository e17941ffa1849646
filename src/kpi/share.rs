//! Shares: retention, SLA compliance, counts.

use super::{Estimate, Interval, Missing};
use crate::data::SlaBasis;
use crate::plan::Variant;
use crate::stats::wilson;

/// A share in percent, 100·numerator ÷ denominator, with Wilson's interval.
///
/// ```
/// let kept = throughline::kpi::share(5174.0, 7043.0);
/// let interval = kept.interval.unwrap();
/// assert!((kept.value.unwrap() - 73.463).abs() < 5e-4);
/// assert!((interval.low - 72.419).abs() < 5e-4 && (interval.high - 74.481).abs() < 5e-4);
/// ```
#[must_use]
pub fn share(numerator: f64, denominator: f64) -> Estimate {
    share_as(Variant::Share, numerator, denominator)
}

/// A share under the name of a variant.
pub(super) fn share_as(variant: Variant, numerator: f64, denominator: f64) -> Estimate {
    let wrong = |code| {
        let why = Missing::new(code).with("numerator", numerator).with("denominator", denominator);
        Estimate::missing(variant, why)
    };
    if !(numerator.is_finite() && denominator.is_finite() && numerator >= 0.0 && denominator >= 0.0) {
        return wrong("not-a-count");
    }
    if denominator <= 0.0 {
        return Estimate::missing(variant, Missing::new("zero-denominator"));
    }
    if numerator > denominator {
        return wrong("numerator-above-denominator");
    }
    let interval = wilson(numerator, denominator, Estimate::LEVEL).map(|(low, high)| Interval {
        low: 100.0 * low,
        high: 100.0 * high,
        level: Some(Estimate::LEVEL),
        method: "wilson",
    });
    Estimate {
        value: Ok(100.0 * numerator / denominator),
        variant,
        n: Some(denominator as u64),
        interval,
        open: None,
        approximation: None,
    }
}

/// Customers kept, in percent of those at the start: 100·(end − new) ÷ start. More kept than there
/// were is an error in the data, and has no value.
///
/// ```
/// assert_eq!(throughline::kpi::retention(200.0, 210.0, 30.0).value, Ok(90.0));
/// ```
#[must_use]
pub fn retention(start: f64, end: f64, new: f64) -> Estimate {
    share(end - new, start)
}

/// SLA compliance in percent, from the counts of a period.
///
/// `met` were resolved in time, `resolved` in all; `created` came in; `breached` are open past their due
/// time. Due (the default) is met ÷ (met + breached, open breaches included).
///
/// ```
/// use throughline::{data::SlaBasis, kpi::sla};
/// let due = sla(SlaBasis::Due, 78.0, 90.0, 100.0, 8.0);
/// assert!((due.value.unwrap() - 79.59).abs() < 5e-3);
/// ```
#[must_use]
pub fn sla(basis: SlaBasis, met: f64, resolved: f64, created: f64, breached: f64) -> Estimate {
    let whole = match basis {
        SlaBasis::Due => resolved + breached,
        SlaBasis::Created => created,
        SlaBasis::Resolved => resolved,
    };
    share(met, whole)
}
