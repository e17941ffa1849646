//! Confidence intervals.

use super::beta::incomplete_beta;
use super::moments::Moments;
use super::normal::normal_quantile;
use super::student::student_quantile;

/// The lower and the upper bound of an interval.
pub type Bounds = (f64, f64);

/// The z of a two-sided interval: 1.96 for a level of 0.95.
fn two_sided(level: f64) -> Option<f64> {
    normal_quantile(0.5 + level / 2.0)
}

/// Wilson's score interval for a share of `k` in `n`, both at least 0, as shares from 0 to 1
/// (Wilson 1927; Newcombe 1998, method 3). None where `n` is not above 0 or `k` is not within it.
///
/// ```
/// let (low, high) = throughline::stats::wilson(81.0, 263.0, 0.95).unwrap();
/// assert!((low - 0.2553).abs() < 5e-5 && (high - 0.3662).abs() < 5e-5);
/// ```
#[must_use]
pub fn wilson(k: f64, n: f64, level: f64) -> Option<Bounds> {
    wilson_at(k, n, two_sided(level)?)
}

/// The same at a z.
pub(super) fn wilson_at(k: f64, n: f64, z: f64) -> Option<Bounds> {
    (n > 0.0 && (0.0..=n).contains(&k)).then_some(())?;
    let z2 = z * z;
    let p = k / n;
    let centre = p + z2 / (2.0 * n);
    let half = (z2 * (p * (1.0 - p) / n + z2 / (4.0 * n * n))).sqrt();
    let whole = 1.0 + z2 / n;
    // At the ends the bound is the end, not the end and a rounding error.
    let low = if k > 0.0 { ((centre - half) / whole).clamp(0.0, p) } else { 0.0 };
    let high = if k < n { ((centre + half) / whole).clamp(p, 1.0) } else { 1.0 };
    Some((low, high))
}

/// Student's interval of a mean; none under two numbers.
#[must_use]
pub fn mean_bounds(moments: &Moments, level: f64) -> Option<Bounds> {
    let (mean, deviation) = (moments.mean()?, moments.deviation()?);
    let n = moments.n() as f64;
    let half = student_quantile(0.5 + level / 2.0, n - 1.0)? * deviation / n.sqrt();
    Some((mean - half, mean + half))
}

/// The ranks (from 0) of the two order statistics that enclose the quantile `p` of `n` numbers with
/// at least the level given, whatever their distribution (binomial; Conover 1999, section 3.2). None where the
/// sample is too small for that.
#[must_use]
pub fn order_statistic_ranks(n: u64, p: f64, level: f64) -> Option<(usize, usize)> {
    (n > 0 && p > 0.0 && p < 1.0).then_some(())?;
    let miss = (1.0 - level) / 2.0;
    // The quantile lies below the r-th order statistic with the chance that fewer than r are at or below it.
    let fewer_than =
        |r: u64| if r > n { 1.0 } else { 1.0 - incomplete_beta(r as f64, (n - r + 1) as f64, p) };
    let least = |bound: f64| first_rank(n, |r| fewer_than(r) > bound);
    let low = least(miss).checked_sub(1).filter(|r| *r > 0)?;
    let high = first_rank(n, |r| fewer_than(r) >= 1.0 - miss);
    (high <= n).then_some((low as usize - 1, high as usize - 1))
}

/// The first rank from 1 for which a rising condition holds, n + 1 where none does.
fn first_rank(n: u64, holds: impl Fn(u64) -> bool) -> u64 {
    let (mut low, mut high) = (1, n + 1);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

/// Answers of three kinds, for and against and neither, whose net share is asked for.
///
/// ```
/// let nps = throughline::stats::Net { plus: 45.0, neither: 40.0, minus: 15.0 };
/// assert_eq!(nps.share(), Some(0.3));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Net {
    /// How many answered for.
    pub plus: f64,
    /// How many answered neither way.
    pub neither: f64,
    /// How many answered against.
    pub minus: f64,
}

impl Net {
    /// All answers.
    #[must_use]
    pub fn n(&self) -> f64 {
        self.plus + self.neither + self.minus
    }

    /// The share for less the share against, −1 to 1.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        (self.n() > 0.0).then(|| (self.plus - self.minus) / self.n())
    }

    /// The standard error of the net share: the root of (p + d − (p − d)²) ÷ n.
    #[must_use]
    pub fn standard_error(&self) -> Option<f64> {
        let (net, n) = (self.share()?, self.n());
        Some((((self.plus + self.minus) / n - net * net).max(0.0) / n).sqrt())
    }

    /// The plain Wald interval, as usually published; its width is 0 where all answer alike.
    #[must_use]
    pub fn wald(&self, level: f64) -> Option<Bounds> {
        let (net, half) = (self.share()?, two_sided(level)? * self.standard_error()?);
        Some((net - half, net + half))
    }

    /// The answers with three more added: ¾ for, ¾ against, 1½ neither (Rocks 2016).
    #[must_use]
    pub fn adjusted(&self) -> Self {
        Self { plus: self.plus + 0.75, neither: self.neither + 1.5, minus: self.minus + 0.75 }
    }

    /// The adjusted Wald interval: the Wald interval of the [adjusted](Net::adjusted) answers.
    #[must_use]
    pub fn adjusted_wald(&self, level: f64) -> Option<Bounds> {
        self.share()?;
        self.adjusted().wald(level)
    }

    /// The z of the difference of two net shares: Δ ÷ √(SE₁² + SE₂²). None where both errors are 0.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Option<f64> {
        let delta = other.share()? - self.share()?;
        let error = self.standard_error()?.hypot(other.standard_error()?);
        (error > 0.0).then(|| delta / error)
    }
}
