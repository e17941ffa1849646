//! Fresh or stale (domain section 1).

use super::Freshness;
use crate::calendar::{Date, Granularity, days_between};

/// The days a value may age: its update interval and a grace of a quarter of it, at least one day.
///
/// ```
/// use throughline::{calendar::Granularity, score::allowed_age};
/// assert_eq!(allowed_age(Granularity::Week), 8.75);
/// assert_eq!(allowed_age(Granularity::Day), 2.0);
/// ```
#[must_use]
pub fn allowed_age(interval: Granularity) -> f64 {
    let days = f64::from(interval.usual_days());
    days + (days / 4.0).max(1.0)
}

/// The age in days of a value true at the end of day `at`, and whether it is stale.
#[must_use]
pub fn freshness(interval: Option<Granularity>, at: Date, as_of: Date) -> (i32, Freshness) {
    let age = days_between(at, as_of);
    let state = match interval {
        None => Freshness::NoInterval,
        Some(interval) if f64::from(age) > allowed_age(interval) => Freshness::Stale,
        Some(_) => Freshness::Fresh,
    };
    (age, state)
}
