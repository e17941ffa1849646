//! Recovery after a complaint: those whose complaint was resolved beside those who had none.

use super::family::count;
use super::found::between;
use super::{Asked, Family, Form, Found, Source, Unit};
use crate::kpi::{Estimate, Interval};
use crate::stats::wilson;

/// The difference of two shares, in points; above 0 is the recovery paradox.
pub(super) const RECOVERY: Family = Family {
    id: "recovery",
    ways: &[&[
        count("afterComplaint"),
        count("goodAfterComplaint"),
        count("withoutComplaint"),
        count("goodWithoutComplaint"),
    ]],
    options: &[],
    forms: &[
        Form::new("kept", Unit::Points, Source::McCollough1992),
        Form::new("satisfied", Unit::Points, Source::McCollough1992),
    ],
    run: recovery,
};

fn recovery(asked: &Asked) -> Option<Found> {
    let one = share(asked, "goodAfterComplaint", "afterComplaint");
    let other = share(asked, "goodWithoutComplaint", "withoutComplaint");
    let (one, other) = one.zip(other)?;
    let value = 100.0 * (one.0 / one.1 - other.0 / other.1);
    let interval = newcombe(one, other)?;
    let code = match (interval.low > 0.0, interval.high < 0.0) {
        (true, _) => "paradox-seen",
        (_, true) => "recovery-falls-short",
        _ => "paradox-not-seen",
    };
    Some(Found { n: Some(one.1 + other.1), interval: Some(interval), ..Found::value(value) }.noting(code, []))
}

fn share(asked: &Asked, part: &'static str, whole: &'static str) -> Option<(f64, f64)> {
    let whole = asked.whole(whole)?;
    Some((asked.part(part, whole)?, whole))
}

/// Newcombe's interval of a difference (1998, method 10): the Wilson intervals of both, put together.
fn newcombe(one: (f64, f64), other: (f64, f64)) -> Option<Interval> {
    let (p, q) = (one.0 / one.1, other.0 / other.1);
    let (low, high) = wilson(one.0, one.1, Estimate::LEVEL)?;
    let (low_other, high_other) = wilson(other.0, other.1, Estimate::LEVEL)?;
    let below = (p - low).hypot(high_other - q);
    let above = (high - p).hypot(q - low_other);
    let points = |share: f64| (100.0 * share).clamp(-100.0, 100.0);
    Some(between(points(p - q - below), points(p - q + above), "newcombe"))
}
