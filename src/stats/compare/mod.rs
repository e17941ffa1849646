//! Two groups held against each other: the difference, how sure it is, and the verdict.
//!
//! A verdict falls where the whole interval lies on one side of 0, and only there. The p beside it is that of
//! the same method at the level where an end of the interval touches 0, so that "p below 1 − level" and "0
//! outside the interval" are one statement. Under [`LEAST_CASES`] cases a side there is no verdict at all.

mod means;
mod nets;
mod shares;

pub use means::compare_means;
pub use nets::{compare_nets, compare_nets_wald};
pub use shares::compare_shares;

use super::interval::Bounds;
use super::normal::normal_quantile;

/// The least number of cases a side that a verdict is given for; a smaller group would tell of its members
/// rather than of the service.
pub const LEAST_CASES: f64 = 5.0;

/// On what terms two groups are compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// The confidence level of the interval, strictly between 0 and 1.
    pub level: f64,
    /// The chance, strictly between 0 and 1, with which the n that would tell is to find a difference as large
    /// as the one seen.
    pub power: f64,
}

impl Default for Terms {
    /// A level of 0.95 and a power of 0.8.
    fn default() -> Self {
        Self { level: 0.95, power: 0.8 }
    }
}

impl Terms {
    /// The z of the level (two sides) and of the power; none where either is not strictly between 0 and 1.
    fn z(&self) -> Option<(f64, f64)> {
        (self.level > 0.0).then_some(())?;
        Some((normal_quantile(0.5 + self.level / 2.0)?, normal_quantile(self.power)?))
    }
}

/// Whether the second group is higher than the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The whole interval lies above 0.
    Higher,
    /// The whole interval lies below 0.
    Lower,
    /// 0 is inside the interval, or there is none.
    CannotTell {
        /// The cases in each of two equal groups with which a true difference as large as the one seen would be
        /// told with the power asked for. None where the groups do not differ, or their spread is not known.
        needed: Option<u64>,
    },
}

/// The second group less the first, in the unit of what is compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// Second − first, as the plain numbers say.
    pub difference: f64,
    /// Where the true difference lies, at the level asked for; none where the data do not say.
    pub interval: Option<Bounds>,
    /// The two-sided p of "no difference"; none where there is no interval.
    pub p: Option<f64>,
    /// What follows.
    pub verdict: Verdict,
    /// How it was found: `newcombe`, `welch`, `adjusted-wald` or `wald`.
    pub method: &'static str,
}

impl Comparison {
    fn new(
        method: &'static str,
        difference: f64,
        found: Option<(Bounds, f64)>,
        (least, needed): (f64, Option<f64>),
    ) -> Self {
        let interval = found.map(|(bounds, _)| bounds);
        let verdict = match interval {
            Some((low, _)) if low > 0.0 && least >= LEAST_CASES => Verdict::Higher,
            Some((_, high)) if high < 0.0 && least >= LEAST_CASES => Verdict::Lower,
            _ => Verdict::CannotTell { needed: needed.and_then(whole) },
        };
        Self { difference, interval, p: found.map(|(_, p)| p), verdict, method }
    }
}

/// A number of cases, rounded up; none beyond what can be counted.
fn whole(cases: f64) -> Option<u64> {
    // A hair above a whole number is rounding, not one more case.
    let cases = (cases * (1.0 - 1e-12)).ceil().max(LEAST_CASES);
    (cases < 9e15).then_some(cases as u64)
}

/// The n of each group for a difference of means: (z + z′)²·(σ₁² + σ₂²) ÷ Δ².
fn needed(terms: &Terms, variances: f64, difference: f64) -> Option<f64> {
    let (level, power) = terms.z()?;
    let n = (level + power).powi(2) * variances / (difference * difference);
    (n.is_finite() && variances > 0.0).then_some(n)
}
