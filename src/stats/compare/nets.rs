//! The difference of two net shares, such as two Net Promoter Scores.

use super::{Comparison, Terms, needed};
use crate::stats::gamma::normal_two_sided;
use crate::stats::interval::Net;

/// Compares two net shares by their [adjusted](Net::adjusted) answers: second − first, −2 to 2 (an NPS in
/// points is 100 times that). None where a group has no answer or the terms are none.
///
/// z = Δ ÷ √(SE₁² + SE₂²), all three of the adjusted answers, whose errors are never 0; so one promoter against
/// one detractor is a comparison like any other, with a wide interval. The difference told is the plain one.
///
/// ```
/// use throughline::stats::{Net, Terms, Verdict, compare_nets};
/// let before = Net { plus: 180.0, neither: 160.0, minus: 60.0 };
/// let after = Net { plus: 200.0, neither: 150.0, minus: 50.0 };
/// let found = compare_nets(&before, &after, &Terms::default()).unwrap();
/// assert!((100.0 * found.difference - 7.5).abs() < 1e-12);
/// assert!(matches!(found.verdict, Verdict::CannotTell { needed: Some(_) }));
/// ```
#[must_use]
pub fn compare_nets(first: &Net, second: &Net, terms: &Terms) -> Option<Comparison> {
    let plain = (sound(second)?.share()?, sound(first)?.share()?);
    compare(
        "adjusted-wald",
        plain.0 - plain.1,
        (first, second),
        (&first.adjusted(), &second.adjusted()),
        terms,
    )
}

/// The same by the plain answers, as it is usually published: z = Δ ÷ √(SE₁² + SE₂²). Where all answer alike in
/// both groups the errors are 0; then there is neither an interval nor a p, and no verdict.
///
/// ```
/// use throughline::stats::{Net, Terms, compare_nets_wald};
/// let before = Net { plus: 180.0, neither: 160.0, minus: 60.0 };
/// let after = Net { plus: 200.0, neither: 150.0, minus: 50.0 };
/// let found = compare_nets_wald(&before, &after, &Terms::default()).unwrap();
/// assert!((found.p.unwrap() - 0.1326).abs() < 5e-4); // z = 1.504
/// ```
#[must_use]
pub fn compare_nets_wald(first: &Net, second: &Net, terms: &Terms) -> Option<Comparison> {
    let plain = (sound(second)?.share()?, sound(first)?.share()?);
    compare("wald", plain.0 - plain.1, (first, second), (first, second), terms)
}

fn compare(
    method: &'static str,
    difference: f64,
    plain: (&Net, &Net),
    (first, second): (&Net, &Net),
    terms: &Terms,
) -> Option<Comparison> {
    let (z, _) = terms.z()?;
    let (one, other) = (first.standard_error()?, second.standard_error()?);
    let (delta, error) = (second.share()? - first.share()?, one.hypot(other));
    let found = (error > 0.0).then(|| {
        let bounds = ((delta - z * error).max(-2.0), (delta + z * error).min(2.0));
        (bounds, normal_two_sided(delta / error))
    });
    let variances = one * one * first.n() + other * other * second.n();
    let least = plain.0.n().min(plain.1.n());
    Some(Comparison::new(method, difference, found, (least, needed(terms, variances, difference))))
}

/// Counts that can be counts.
fn sound(net: &Net) -> Option<&Net> {
    let counts = [net.plus, net.neither, net.minus];
    (net.n().is_finite() && counts.into_iter().all(|count| count >= 0.0)).then_some(net)
}
