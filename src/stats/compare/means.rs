//! The difference of two means.

use super::{Comparison, Terms, needed};
use crate::stats::moments::Moments;
use crate::stats::student::{student_cdf, student_quantile};

/// Compares two means; second − first, in the unit of the numbers. None where a group is empty or the terms
/// are none; without an interval where a group has fewer than two numbers or neither has any spread.
///
/// The spreads may differ (Welch 1947, degrees of freedom by Satterthwaite), as R's `t.test`. The n that would
/// tell is (z + z′)²·(s₁² + s₂²) ÷ Δ² + z² ÷ 4, whose last term makes up for the t (Guenther 1981, Am. Stat.
/// 35:243–244).
///
/// ```
/// use throughline::stats::{Moments, Terms, Verdict, compare_means};
/// let group = |hours: [f64; 10]| hours.into_iter().collect::<Moments>();
/// let first = group([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]);
/// let second = group([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
/// let found = compare_means(&first, &second, &Terms::default()).unwrap();
/// assert!((found.p.unwrap() - 0.07939).abs() < 5e-6);
/// assert!(matches!(found.verdict, Verdict::CannotTell { needed: Some(_) }));
/// ```
#[must_use]
pub fn compare_means(first: &Moments, second: &Moments, terms: &Terms) -> Option<Comparison> {
    let (z, _) = terms.z()?;
    let difference = second.mean()? - first.mean()?;
    difference.is_finite().then_some(())?;
    let least = first.n().min(second.n()) as f64;
    let (one, other) = (variance(first), variance(second));
    let found = one.zip(other).and_then(|(one, other)| {
        let (a, b) = (one / first.n() as f64, other / second.n() as f64);
        let error = (a + b).sqrt();
        let freedom = (a + b).powi(2) / (a * a / (first.n() - 1) as f64 + b * b / (second.n() - 1) as f64);
        (error > 0.0 && freedom.is_finite()).then_some(())?;
        let half = error * student_quantile(0.5 + terms.level / 2.0, freedom)?;
        let p = 2.0 * student_cdf(-(difference / error).abs(), freedom);
        half.is_finite().then(|| ((difference - half, difference + half), p.min(1.0)))
    });
    let cases = one.zip(other).and_then(|(one, other)| needed(terms, one + other, difference));
    let cases = cases.map(|n| n + z * z / 4.0);
    Some(Comparison::new("welch", difference, found, (least, cases)))
}

fn variance(group: &Moments) -> Option<f64> {
    group.deviation().map(|deviation| deviation * deviation)
}
