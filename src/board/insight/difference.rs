//! One figure less another, and whether that can be told from chance.

use crate::kpi::{Basis, Figure, Provenance};
use crate::plan::Variant;
use crate::stats::{
    Bounds, Comparison, Terms, Verdict, compare_means, compare_nets, compare_nets_wald, compare_shares,
    normal_quantile,
};

/// The later figure less the earlier one, in the unit of both.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// Later − earlier.
    pub difference: f64,
    /// Where the true difference lies, at 95 %.
    pub interval: Option<Bounds>,
    /// The two-sided p of "no difference", where the method has one.
    pub p: Option<f64>,
    /// What follows.
    pub verdict: Verdict,
    /// `newcombe`, `welch`, `adjusted-wald`, `wald`, or `mover` of the two intervals.
    pub method: &'static str,
}

impl Difference {
    /// Between two figures and what they stand on; none where one of them has no value.
    ///
    /// Shares, means and nets have methods of their own. Of all else the two intervals are put together (MOVER,
    /// Zou and Donner 2008, Statist. Med. 27:1693–1702): d − √((b − l_b)² + (u_a − a)²) to d + √((u_b − b)² + (a − l_a)²).
    /// The n that would tell is then what would make those intervals narrow enough, widths taken to go by 1 ÷ √n.
    #[must_use]
    pub fn between(before: (&Figure, &Basis), after: (&Figure, &Basis)) -> Option<Self> {
        let terms = Terms::default();
        let scaled = |found: Comparison, factor: f64| Self {
            difference: found.difference * factor,
            interval: found.interval.map(|(low, high)| (low * factor, high * factor)),
            p: found.p,
            verdict: found.verdict,
            method: found.method,
        };
        match (before.1, after.1) {
            (Basis::Share(k, n), Basis::Share(k2, n2)) => {
                compare_shares((*k, *n), (*k2, *n2), &terms).map(|found| scaled(found, 100.0))
            }
            (Basis::Net(a), Basis::Net(b)) => {
                // By the definition of the score that is asked for: plain, or with imagined answers.
                let plain = matches!(
                    after.0.provenance,
                    Provenance::Computed { variant: Variant::Form("net-wald"), .. }
                );
                let compare = if plain { compare_nets_wald } else { compare_nets };
                compare(a, b, &terms).map(|found| scaled(found, 100.0))
            }
            (Basis::Mean(a, unit), Basis::Mean(b, _)) => {
                compare_means(a, b, &terms).map(|found| scaled(found, 1.0 / unit))
            }
            _ => mover(before.0, after.0, &terms),
        }
    }
}

fn mover(before: &Figure, after: &Figure, terms: &Terms) -> Option<Difference> {
    let (a, b) = (before.known()?, after.known()?);
    let difference = b - a;
    let found = before.interval.as_ref().zip(after.interval.as_ref()).map(|(one, other)| {
        let down = (b - other.low).hypot(one.high - a);
        let up = (other.high - b).hypot(a - one.low);
        (difference - down, difference + up)
    });
    let verdict = match found {
        Some((low, _)) if low > 0.0 => Verdict::Higher,
        Some((_, high)) if high < 0.0 => Verdict::Lower,
        _ => Verdict::CannotTell {
            needed: found.and_then(|found| needed(found, difference, before, after, terms)),
        },
    };
    Some(Difference { difference, interval: found, p: None, verdict, method: "mover" })
}

fn needed(
    (low, high): Bounds,
    difference: f64,
    before: &Figure,
    after: &Figure,
    terms: &Terms,
) -> Option<u64> {
    let z = normal_quantile(0.5 + terms.level / 2.0)?;
    let more = 1.0 + normal_quantile(terms.power)? / z;
    let n = before.n?.min(after.n?) as f64;
    let cases = (n * (0.5 * (high - low) * more / difference).powi(2)).ceil();
    (cases.is_finite() && cases < 9e15).then_some(cases as u64)
}
