//! The shifted beta-geometric: how many of a cohort renew, and the next time, and the next.
//!
//! At each renewal a customer leaves with a chance θ of their own, which stays; over customers θ is beta (α, β).
//! Retention of a cohort rises as those leave who were likely to. Fader, Hardie 2007; the discounted lifetimes are
//! from Fader, Hardie, "Customer-base valuation in a contractual setting", Marketing Science 29(1), 2010.

use super::fit::{Fit, fit};
use crate::kpi::Missing;
use crate::stats::Sloped;

/// A model with its parameters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sbg {
    /// The first of the chances of leaving.
    pub alpha: f64,
    /// The second of them.
    pub beta: f64,
}

const NAMES: [&str; 2] = ["alpha", "beta"];
/// So many periods are summed at most.
const PERIODS: u32 = 5_000_000;

impl From<[f64; 2]> for Sbg {
    fn from([alpha, beta]: [f64; 2]) -> Self {
        Self { alpha, beta }
    }
}

impl Sbg {
    /// Fits the model to those who left and those who stayed at the first renewal, the second, and so on.
    pub(super) fn fit(renewals: &[(f64, f64)]) -> Result<Fit, Missing> {
        let sum = |of: fn(&(f64, f64)) -> f64| renewals.iter().map(of).sum::<f64>();
        let (left, stayed) = (sum(|one| one.0), sum(|one| one.1));
        let odds = (stayed.max(0.5) / left.max(0.5)).clamp(1e-3, 1e3);
        let starts: Vec<Vec<f64>> =
            [0.5_f64, 1.0, 4.0].iter().map(|alpha| vec![alpha.ln(), (alpha * odds).ln()]).collect();
        let likelihood = |logs: &[f64]| Self::likelihood(logs, renewals);
        fit(NAMES, &likelihood, &starts, [1.0, 1.0], 0.0)
    }

    fn likelihood(logs: &[f64], renewals: &[(f64, f64)]) -> Sloped {
        let mut parts = logs.iter().map(|log| log.exp());
        let [alpha, beta] = [(); 2].map(|()| parts.next().unwrap_or(f64::NAN));
        let (mut value, mut by_alpha, mut by_beta) = (0.0, 0.0, 0.0);
        for ((left, stayed), before) in renewals.iter().zip(0_u32..) {
            let staying = beta + f64::from(before);
            let all = alpha + staying;
            value += left * (alpha.ln() - all.ln()) + stayed * (staying.ln() - all.ln());
            by_alpha += left / alpha - (left + stayed) / all;
            by_beta += stayed / staying - (left + stayed) / all;
        }
        (value, vec![by_alpha * alpha, by_beta * beta])
    }

    /// The share that renews for the `renewal`-th time, the first being 1, of those who could.
    #[must_use]
    pub fn retention(&self, renewal: u32) -> f64 {
        let staying = self.beta + f64::from(renewal) - 1.0;
        staying / (self.alpha + staying)
    }

    /// The share of a cohort that is left after each number of renewals, from none to `renewals`.
    #[must_use]
    pub fn survival(&self, renewals: u32) -> Vec<f64> {
        let mut share = 1.0;
        let mut all = vec![share];
        for renewal in 1..=renewals {
            share *= self.retention(renewal);
            all.push(share);
        }
        all
    }

    /// The periods that a customer who has renewed so many times will still pay for, just before the next renewal,
    /// each discounted at `rate` a period (DERL). None where the sum is infinite, or too long.
    #[must_use]
    pub fn residual(&self, renewals: u32, rate: f64) -> Option<f64> {
        let from = self.beta + f64::from(renewals);
        if rate <= 0.0 {
            // Σ S(k + j) ÷ S(k), which α ≤ 1 leaves without an end.
            return (self.alpha > 1.0).then(|| from / (self.alpha - 1.0));
        }
        let kept = 1.0 / (1.0 + rate);
        let (mut term, mut sum) = (1.0, 0.0);
        for step in 0..PERIODS {
            let staying = from + f64::from(step);
            // The first of them is due now.
            term *= staying / (self.alpha + staying) * if step == 0 { 1.0 } else { kept };
            sum += term;
            if term * kept / (1.0 - kept) < 1e-14 * sum {
                return Some(sum);
            }
        }
        None
    }

    /// The same of a new customer, the first period paid at once: Σ S(t) ÷ (1 + rate)^t.
    #[must_use]
    pub fn lifetime(&self, rate: f64) -> Option<f64> {
        Some(1.0 + self.residual(0, rate)? / (1.0 + rate.max(0.0)))
    }
}
