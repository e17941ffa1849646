//! Gamma–Gamma: what a purchase is worth, apart from how often there is one.
//!
//! A purchase of a customer is gamma (p, ν), over customers ν is gamma (q, v). Fader, Hardie, Lee 2005.

use super::fit::{Fit, fit};
use super::{Buyer, Spend};
use crate::kpi::Missing;
use crate::stats::{Sloped, digamma, ln_gamma, put_in_order};

/// A model with its parameters; v is in the unit of the amounts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GammaGamma {
    /// The shape of the purchases of one customer.
    pub p: f64,
    /// The shape over customers.
    pub q: f64,
    /// Their scale.
    pub v: f64,
}

const NAMES: [&str; 3] = ["p", "q", "v"];
/// Below so many customers with a worth nothing is fitted.
const LEAST: u32 = 10;

impl From<[f64; 3]> for GammaGamma {
    fn from([p, q, v]: [f64; 3]) -> Self {
        Self { p, q, v }
    }
}

impl GammaGamma {
    /// Fits the model to customers whose repeats have a worth.
    pub(super) fn fit(buyers: &[Buyer]) -> Result<Fit, Missing> {
        let mut spends: Vec<Spend> = buyers.iter().filter_map(|buyer| buyer.spend).collect();
        if spends.len() < LEAST as usize {
            return Err(Missing::new("too-few-values")
                .with("least", LEAST)
                .with("found", spends.len() as f64));
        }
        put_in_order(&mut spends, |one, other| one.n.cmp(&other.n).then(one.mean.total_cmp(&other.mean)));
        let count = spends.len() as f64;
        let scale = spends.iter().map(|spend| spend.mean).sum::<f64>() / count;
        for spend in &mut spends {
            spend.mean /= scale;
        }
        let mut starts = Vec::new();
        for p in [1.0, 6.0] {
            for q in [2.0_f64, 5.0] {
                starts.push([p, q, (q - 1.0) / p].map(f64::ln).to_vec());
            }
        }
        let likelihood = |logs: &[f64]| Self::likelihood(logs, &spends);
        fit(NAMES, &likelihood, &starts, [1.0, 1.0, scale], -count * scale.ln())
    }

    fn likelihood(logs: &[f64], spends: &[Spend]) -> Sloped {
        let mut parts = logs.iter().map(|log| log.exp());
        let [p, q, v] = [(); 3].map(|()| parts.next().unwrap_or(f64::NAN));
        let (log_q, slope_q) = (ln_gamma(q), digamma(q));
        let (mut value, mut slope) = (0.0, [0.0; 3]);
        // In order of n, so that what depends on it alone is found once for each.
        let mut known: Option<(u32, [f64; 4])> = None;
        for spend in spends {
            let n = f64::from(spend.n);
            let (both, own) = (p * n + q, p * n);
            let [log_both, log_own, slope_both, slope_own] = match known {
                Some((same, found)) if same == spend.n => found,
                _ => [ln_gamma(both), ln_gamma(own), digamma(both), digamma(own)],
            };
            known = Some((spend.n, [log_both, log_own, slope_both, slope_own]));
            let (total, pooled) = (n * spend.mean, n * spend.mean + v);
            value += log_both - log_own - log_q + q * v.ln() + own * total.ln()
                - spend.mean.ln()
                - both * pooled.ln();
            let by = [
                n * (slope_both - slope_own + total.ln() - pooled.ln()),
                slope_both - slope_q + v.ln() - pooled.ln(),
                q / v - both / pooled,
            ];
            for (sum, part) in slope.iter_mut().zip(by) {
                *sum += part;
            }
        }
        (value, slope.into_iter().zip([p, q, v]).map(|(slope, parameter)| slope * parameter).collect())
    }

    /// What a purchase is worth over all customers; none where q is 1 or less, since the mean is infinite then.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        (self.q > 1.0).then(|| self.p * self.v / (self.q - 1.0))
    }

    /// What a further purchase of one customer is worth, from what is known of theirs: the mean of all, drawn to
    /// their own the more repeats there are.
    #[must_use]
    pub fn expected(&self, spend: Option<Spend>) -> Option<f64> {
        let Some(spend) = spend else { return self.mean() };
        let n = f64::from(spend.n);
        let weight = self.p * n + self.q - 1.0;
        (weight > 0.0).then(|| self.p * (self.v + n * spend.mean) / weight)
    }
}
