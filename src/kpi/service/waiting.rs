//! Times of response and resolution, from the length of each.

use super::drawn::drawn;
use super::family::{list, maybe, option};
use super::found::between;
use super::handling::mean_of;
use super::{Asked, Family, Form, Found, Input, Kind, Source, Unit};
use crate::error::{Issue, Pointer};
use crate::kpi::Estimate;
use crate::plan::{QuantileMethod, Variant};
use crate::stats::{nearest_rank, order_statistic_ranks, sort, type_7};

const WAYS: &[&[Input]] = &[&[list("values", Kind::Durations), maybe("open")]];
const OPTIONS: &[Input] =
    &[option("unit", Kind::Unit), option("limit", Kind::Limit), option("interval", Kind::Interval)];
const FORMS: &[Form] = &[
    Form::new("mean", Unit::Time, Source::Practice),
    Form::new("median", Unit::Time, Source::HyndmanFan1996),
    Form::new("p90", Unit::Time, Source::HyndmanFan1996),
    Form::new("p90-nearest-rank", Unit::Time, Source::HyndmanFan1996),
    Form::new("share-within", Unit::Percent, Source::Practice),
];

/// Creation to first reply.
pub(super) const FIRST_REPLY: Family =
    Family { id: "first-reply-time", ways: WAYS, options: OPTIONS, forms: FORMS, run: time };

/// Creation to resolution.
pub(super) const RESOLUTION: Family =
    Family { id: "resolution-time", ways: WAYS, options: OPTIONS, forms: FORMS, run: time };

fn time(asked: &Asked) -> Option<Found> {
    let times = asked.durations.as_deref()?;
    asked.above_zero(times.len() as f64, Pointer::root().field("values"))?;
    let found = match asked.form.id {
        "mean" => mean_of(asked, times),
        "share-within" => within(asked, times),
        _ => quantile(asked, times),
    };
    // What has not happened yet has no length: it is counted beside, and is not in the value.
    Some(found?.left_out("open-left-out", asked.maybe("open")))
}

fn within(asked: &Asked, times: &[f64]) -> Option<Found> {
    let Some(limit) = asked.limit else {
        asked.report(Issue::new("missing-field", Pointer::root()).with("field", "limit"));
        return None;
    };
    let kept = times.iter().filter(|time| **time <= limit).count();
    Some(Found::share(kept as f64, times.len() as f64))
}

fn quantile(asked: &Asked, times: &[f64]) -> Option<Found> {
    let (p, method) = match Variant::from_name(&asked.variant)? {
        Variant::Quantile { p, method } => (p, method),
        _ => (0.5, QuantileMethod::Type7),
    };
    let mut sorted = times.to_vec();
    sort(&mut sorted);
    let of = |sorted: &[f64]| match method {
        QuantileMethod::Type7 => type_7(sorted, p),
        QuantileMethod::NearestRank => nearest_rank(sorted, p),
    };
    let value = of(&sorted);
    let n = Some(sorted.len() as f64);
    if asked.bootstrap {
        return Some(Found { n, interval: drawn(asked, &sorted, &of)?, ..Found::value(value?) });
    }
    let ranks = order_statistic_ranks(sorted.len() as u64, p, Estimate::LEVEL);
    let bounds = ranks.and_then(|(low, high)| Some((*sorted.get(low)?, *sorted.get(high)?)));
    Some(Found {
        n,
        interval: bounds.map(|(low, high)| between(low, high, "order-statistic")),
        ..Found::value(value?)
    })
}
