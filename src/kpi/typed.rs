//! Values typed into the plan or recorded later.

use super::{Estimate, Figure, Interval, Missing, Provenance, share};
use crate::calendar::{Cycle, Date, Period};
use crate::plan::{Aggregate, Amount, Typed, Variant, Window};

/// The typed values up to the end of the period that the day of reading lies in, each marked complete
/// where it was true by that day.
#[must_use]
pub fn typed_series(typed: &[Typed], period: Cycle, as_of: Date) -> Vec<Figure> {
    let last = Period::containing(as_of, period).last_day();
    typed.iter().filter(|value| value.at <= last).map(|value| figure(value, period, as_of)).collect()
}

/// The value of typed ones over a window, by the KPI's aggregate. The last of them stands by itself; what
/// adds several up ends with the last period that is over, since a month half told is no month.
#[must_use]
pub fn typed_value(
    typed: &[Typed],
    window: Window,
    aggregate: Aggregate,
    period: Cycle,
    as_of: Date,
) -> Figure {
    let known: Vec<&Typed> = typed.iter().filter(|value| value.at <= as_of).collect();
    let Some(latest) = known.last() else {
        return Figure::missing(Missing::new("no-values"), as_of, Provenance::Typed);
    };
    if aggregate == Aggregate::Last {
        return figure(latest, period, as_of);
    }
    let over_by_now = |value: &&&Typed| Period::containing(value.at, period).last_day() <= as_of;
    let ended = known.iter().rev().find(over_by_now);
    let (latest, complete) = (ended.unwrap_or(latest), ended.is_some());
    let from = match window {
        Window::All => None,
        Window::Last(n) => {
            (1..n).try_fold(Period::containing(latest.at, period), |period, _| period.previous())
        }
    };
    let since = |value: &&&Typed| from.is_none_or(|from| value.at >= from.first_day());
    let inside: Vec<&Typed> =
        known.iter().filter(|value| value.at <= latest.at).filter(since).copied().collect();
    if inside.len() == 1 && aggregate != Aggregate::Count {
        return Figure { complete, ..figure(latest, period, as_of) };
    }
    Figure::new(over(&inside, aggregate), latest.at, None, complete, Provenance::Typed)
}

fn figure(typed: &Typed, period: Cycle, as_of: Date) -> Figure {
    let period = Period::containing(typed.at, period);
    Figure::new(estimate(typed), typed.at, Some(period), typed.at <= as_of, Provenance::Typed)
}

/// A typed value as an estimate: counts bring their n and Wilson's interval with them.
fn estimate(typed: &Typed) -> Estimate {
    let mut estimate = match typed.amount {
        Amount::Value(value) => value_of(value),
        Amount::Counts { numerator, denominator } => {
            let mut counted = share(numerator, denominator);
            // A ratio above one, or below zero, is a value too, only without an interval.
            if counted.value.is_err() {
                counted = value_of(typed.value());
            }
            counted
        }
    };
    estimate.n = typed.n.or(estimate.n);
    if let Some((low, high)) = typed.interval {
        estimate.interval = Some(Interval { low, high, level: None, method: "typed" });
    }
    estimate
}

fn value_of(value: f64) -> Estimate {
    let variant = Variant::Share;
    let value = if value.is_finite() { Ok(value) } else { Err(Missing::new("zero-denominator")) };
    Estimate { value, variant, n: None, interval: None, open: None, approximation: None }
}

/// Several typed values as one.
fn over(typed: &[&Typed], aggregate: Aggregate) -> Estimate {
    let values = || typed.iter().map(|value| value.value());
    let sum: f64 = values().sum();
    let value = match aggregate {
        Aggregate::Sum => sum,
        Aggregate::Mean => sum / typed.len() as f64,
        Aggregate::Min => values().fold(f64::INFINITY, f64::min),
        Aggregate::Max => values().fold(f64::NEG_INFINITY, f64::max),
        Aggregate::Count => typed.len() as f64,
        Aggregate::RatioOfSums => return ratio_of_sums(typed),
        Aggregate::Last => values().next_back().unwrap_or(f64::NAN),
    };
    let n = typed.iter().map(|value| value.n).sum();
    Estimate { n, ..value_of(value) }
}

fn ratio_of_sums(typed: &[&Typed]) -> Estimate {
    let mut counts = typed.iter().map(|value| match value.amount {
        Amount::Counts { numerator, denominator } => Some((numerator, denominator)),
        Amount::Value(_) => None,
    });
    let sums = counts.try_fold((0.0, 0.0), |(a, b), pair| pair.map(|(c, d)| (a + c, b + d)));
    let Some((numerator, denominator)) = sums else {
        return Estimate::missing(Variant::Share, Missing::new("not-counts"));
    };
    let counted = share(numerator, denominator);
    if counted.value.is_ok() { counted } else { value_of(100.0 * numerator / denominator) }
}
