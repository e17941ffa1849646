//! The difference of two shares.

use super::{Comparison, Terms};
use crate::stats::gamma::normal_two_sided;
use crate::stats::interval::{Bounds, wilson_at};

/// Compares two shares, each `(k, n)` with 0 ≤ k ≤ n; second − first, −1 to 1. None where a group has no case,
/// a count is no count, or the terms are none.
///
/// The interval is Newcombe's hybrid of two Wilson intervals (Newcombe 1998, Statist. Med. 17:873–890, method
/// 10), which stays inside −1..1 and has a width at 0 and at 100 %. The n that would tell is Fleiss's without
/// continuity correction (Fleiss, Levin, Paik 2003, section 4.2), as in R's `power.prop.test`.
///
/// ```
/// use throughline::stats::{Terms, Verdict, compare_shares};
/// let found = compare_shares((48.0, 80.0), (56.0, 70.0), &Terms::default()).unwrap();
/// let (low, high) = found.interval.unwrap();
/// assert!((low - 0.0524).abs() < 5e-5 && (high - 0.3339).abs() < 5e-5);
/// assert_eq!(found.verdict, Verdict::Higher);
/// ```
#[must_use]
pub fn compare_shares(first: (f64, f64), second: (f64, f64), terms: &Terms) -> Option<Comparison> {
    let (z, _) = terms.z()?;
    let (one, other) = (share(first)?, share(second)?);
    let difference = other - one;
    let found = hybrid(first, second, z)?;
    let needed = needed(terms, one, other);
    let least = first.1.min(second.1);
    Some(Comparison::new("newcombe", difference, Some((found, p(first, second)?)), (least, needed)))
}

/// A share of counts that can be counts.
fn share((k, n): (f64, f64)) -> Option<f64> {
    (n.is_finite() && n > 0.0 && (0.0..=n).contains(&k)).then(|| k / n)
}

/// Newcombe's interval at a z.
fn hybrid(first: (f64, f64), second: (f64, f64), z: f64) -> Option<Bounds> {
    let (one, other) = (share(first)?, share(second)?);
    let (low_one, high_one) = wilson_at(first.0, first.1, z)?;
    let (low_other, high_other) = wilson_at(second.0, second.1, z)?;
    let difference = other - one;
    let below = (other - low_other).hypot(high_one - one);
    let above = (high_other - other).hypot(one - low_one);
    Some(((difference - below).max(-1.0), (difference + above).min(1.0)))
}

/// The p at whose level the interval touches 0. It widens with z, and always reaches 0 in the end.
fn p(first: (f64, f64), second: (f64, f64)) -> Option<f64> {
    let covers = |z: f64| hybrid(first, second, z).is_none_or(|(low, high)| low <= 0.0 && high >= 0.0);
    if (share(first)? - share(second)?).abs() <= 0.0 {
        return Some(1.0);
    }
    let (mut low, mut high) = (0.0, 1.0);
    while !covers(high) && high < 1e9 {
        low = high;
        high *= 2.0;
    }
    for _ in 0..100 {
        let middle = 0.5 * (low + high);
        if covers(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    Some(normal_two_sided(0.5 * (low + high)))
}

fn needed(terms: &Terms, one: f64, other: f64) -> Option<f64> {
    let (level, power) = terms.z()?;
    let spread = |p: f64| p * (1.0 - p);
    let same = level * (2.0 * spread(0.5 * (one + other))).sqrt();
    let apart = power * (spread(one) + spread(other)).sqrt();
    let n = ((same + apart) / (other - one)).powi(2);
    n.is_finite().then_some(n)
}
