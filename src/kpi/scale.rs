//! Answers on a scale: satisfaction, agreement, and whether they would recommend.

use super::share::share_as;
use super::{Estimate, Interval, Missing};
use crate::plan::Variant;
use crate::snapshot::Answers;
use crate::stats::{Moments, Net, mean_bounds};

/// Satisfaction on a scale whose best answer is `top`: the share of the two best answers (the
/// default), of the best one, or the mean.
///
/// ```
/// use throughline::{kpi::csat, plan::Variant};
/// let answers = [(5, 42), (4, 32), (3, 10), (2, 9), (1, 14)].into();
/// assert!((csat(&answers, 5, Variant::TopTwoBox).value.unwrap() - 69.16).abs() < 5e-3);
/// assert!((csat(&answers, 5, Variant::Mean).value.unwrap() - 3.7383).abs() < 5e-5);
/// ```
#[must_use]
pub fn csat(answers: &Answers, top: i32, variant: Variant) -> Estimate {
    match variant {
        Variant::TopTwoBox => at_least(answers, top - 1, variant),
        Variant::TopBox => at_least(answers, top, variant),
        Variant::Mean => mean(answers),
        other => not_offered(other, "csat", &["top-2-box", "top-box", "mean"]),
    }
}

/// Agreement on a scale whose best answer is `top`: the share of favourable answers, which are the
/// two best (3–4 of 4, 4–5 of 5, 6–7 of 7, 9–10 of 10), or the mean.
#[must_use]
pub fn favourability(answers: &Answers, top: i32, variant: Variant) -> Estimate {
    match variant {
        Variant::Favourable => at_least(answers, top - 1, variant),
        Variant::Mean => mean(answers),
        other => not_offered(other, "favourability", &["favourable", "mean"]),
    }
}

/// The Net Promoter Score in points, −100 to 100, with the adjusted Wald interval.
///
/// ```
/// let score = throughline::kpi::nps(45, 40, 15);
/// let interval = score.interval.unwrap();
/// assert_eq!(score.value, Ok(30.0));
/// assert!((0.5 * (interval.low + interval.high) - 29.13).abs() < 5e-3);
/// assert!((0.5 * (interval.high - interval.low) - 13.82).abs() < 5e-3);
/// ```
#[must_use]
pub fn nps(promoters: u64, passives: u64, detractors: u64) -> Estimate {
    net(promoters, passives, detractors, "adjusted-wald", |net| net.adjusted_wald(Estimate::LEVEL))
}

/// The Net Promoter Score with the plain Wald interval that is usually published; it claims certainty
/// where all answer alike.
#[must_use]
pub fn nps_wald(promoters: u64, passives: u64, detractors: u64) -> Estimate {
    net(promoters, passives, detractors, "wald", |net| net.wald(Estimate::LEVEL))
}

/// The Net Promoter Score of answers from 0 to 10: promoters 9–10, detractors 0–6.
#[must_use]
pub fn nps_of(answers: &Answers) -> Estimate {
    nps(answers.between(9, 10), answers.between(7, 8), answers.between(0, 6))
}

fn net(
    promoters: u64,
    passives: u64,
    detractors: u64,
    method: &'static str,
    bounds: impl Fn(&Net) -> Option<(f64, f64)>,
) -> Estimate {
    let net = Net { plus: promoters as f64, neither: passives as f64, minus: detractors as f64 };
    let variant = Variant::Net;
    if net.n() <= 0.0 {
        return Estimate::missing(variant, Missing::new("no-data"));
    }
    let level = Some(Estimate::LEVEL);
    let interval =
        bounds(&net).map(|(low, high)| Interval { low: points(low), high: points(high), level, method });
    // One division of whole numbers, so that 45 less 15 of 100 is 30 and nothing beside it.
    let value = Ok(100.0 * (net.plus - net.minus) / net.n());
    Estimate {
        value,
        variant,
        n: Some(promoters + passives + detractors),
        interval,
        open: None,
        approximation: None,
    }
}

/// A share in points; no score lies beyond the ends of the scale.
fn points(share: f64) -> f64 {
    (100.0 * share).clamp(-100.0, 100.0)
}

/// The share of the answers at or above a point.
fn at_least(answers: &Answers, point: i32, variant: Variant) -> Estimate {
    let all = answers.total();
    if all == 0 {
        return Estimate::missing(variant, Missing::new("no-data"));
    }
    let part = answers.between(point, i32::MAX);
    share_as(variant, part as f64, all as f64)
}

fn mean(answers: &Answers) -> Estimate {
    let mut moments = Moments::default();
    answers.iter().for_each(|(point, count)| moments.add_times(f64::from(point), count));
    mean_of(&moments, 1.0)
}

/// The mean of moments, in units of so many of theirs, with Student's interval.
pub(super) fn mean_of(moments: &Moments, unit: f64) -> Estimate {
    let level = Some(Estimate::LEVEL);
    let interval = mean_bounds(moments, Estimate::LEVEL).map(|(low, high)| Interval {
        low: low / unit,
        high: high / unit,
        level,
        method: "t",
    });
    Estimate {
        value: moments.mean().map(|mean| mean / unit).ok_or(Missing::new("no-data")),
        variant: Variant::Mean,
        n: Some(moments.n()),
        interval,
        open: None,
        approximation: None,
    }
}

pub(super) fn not_offered(variant: Variant, family: &str, allowed: &[&str]) -> Estimate {
    let allowed: Vec<String> = allowed.iter().map(|name| (*name).to_owned()).collect();
    let why = Missing::new("variant-not-offered").with("variant", variant.name()).with("family", family);
    Estimate::missing(variant, why.with("allowed", allowed))
}
