//! BG/NBD: how often customers buy, and after which purchase they leave for good.
//!
//! A customer buys at a rate λ and leaves after each purchase with a chance p; over customers λ is gamma (r, α) and p
//! beta (a, b). Fader, Hardie, Lee 2005.

use super::fit::{Fit, fit, rising};
use super::groups::Group;
use crate::kpi::Missing;
use crate::stats::{Sloped, legendre};

/// A model with its parameters; α is in the unit of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BgNbd {
    /// The shape of the rates of buying.
    pub r: f64,
    /// Their scale: the unit of time it is in is the model's.
    pub alpha: f64,
    /// The first of the chances of leaving.
    pub a: f64,
    /// The second of them.
    pub b: f64,
}

const NAMES: [&str; 4] = ["r", "alpha", "a", "b"];
/// So many terms are summed at most: a horizon of a thousand times the customer's age.
const TERMS: u32 = 50_000;
/// The points of the rule that discounts.
pub(super) const POINTS: u32 = 12;

impl From<[f64; 4]> for BgNbd {
    fn from([r, alpha, a, b]: [f64; 4]) -> Self {
        Self { r, alpha, a, b }
    }
}

impl BgNbd {
    /// Fits the model. Times are scaled to the oldest customer, so that their unit makes no difference.
    pub(super) fn fit(groups: &[Group]) -> Result<Fit, Missing> {
        let scale = groups.iter().fold(0.0_f64, |most, group| most.max(group.age));
        let scaled: Vec<Group> = groups
            .iter()
            .map(|group| Group { last: group.last / scale, age: group.age / scale, ..*group })
            .collect();
        let total =
            |of: &dyn Fn(&Group) -> f64| scaled.iter().map(|group| group.count * of(group)).sum::<f64>();
        let repeats = total(&|group| f64::from(group.repeats));
        let rate = repeats / total(&|group| group.age);
        let mut starts = Vec::new();
        for r in [0.25, 1.5] {
            for (a, b) in [(0.5, 2.0), (1.0, 6.0), (0.1, 1.0)] {
                starts.push([r, (r / rate).clamp(1e-4, 1e4), a, b].map(f64::ln).to_vec());
            }
        }
        let likelihood = |logs: &[f64]| Self::likelihood(logs, &scaled);
        fit(NAMES, &likelihood, &starts, [1.0, scale, 1.0, 1.0], -repeats * scale.ln())
    }

    /// The log-likelihood and its slope by the logarithm of each parameter.
    fn likelihood(logs: &[f64], groups: &[Group]) -> Sloped {
        let mut parts = logs.iter().map(|log| log.exp());
        let [r, alpha, a, b] = [(); 4].map(|()| parts.next().unwrap_or(f64::NAN));
        // In order of repeats, so the last has the most.
        let most = groups.last().map_or(0, |group| group.repeats);
        let [by_r, by_b, by_ab] = [r, b, a + b].map(|from| rising(from, most));
        let (mut value, mut slope) = (0.0, [0.0; 4]);
        for group in groups {
            let place = group.repeats as usize;
            let (Some(of_r), Some(of_b), Some(of_ab)) = (by_r.get(place), by_b.get(place), by_ab.get(place))
            else {
                continue;
            };
            let x = f64::from(group.repeats);
            let (whole, seen) = (alpha + group.age, alpha + group.last);
            let stayed = -(r + x) * whole.ln();
            // The two ways to the same record: still here, or gone after the last purchase seen.
            let left = if group.repeats > 0 {
                (a / (b + x - 1.0)).ln() - (r + x) * seen.ln()
            } else {
                f64::NEG_INFINITY
            };
            let top = stayed.max(left);
            let both = (stayed - top).exp() + (left - top).exp();
            let gone = (left - top).exp() / both;
            value += group.count * (of_r.0 + r * alpha.ln() + of_b.0 - of_ab.0 + top + both.ln());
            let gone_over = if group.repeats > 0 { gone / (b + x - 1.0) } else { 0.0 };
            let by = [
                of_r.1 + alpha.ln() - (1.0 - gone) * whole.ln() - gone * seen.ln(),
                r / alpha - (r + x) * ((1.0 - gone) / whole + gone / seen),
                gone / a - of_ab.1,
                of_b.1 - of_ab.1 - gone_over,
            ];
            for (sum, part) in slope.iter_mut().zip(by) {
                *sum += group.count * part;
            }
        }
        (value, slope.into_iter().zip([r, alpha, a, b]).map(|(slope, parameter)| slope * parameter).collect())
    }

    /// The chance that a customer is still one at the end of observation.
    #[must_use]
    pub fn alive(&self, repeats: u32, last: f64, age: f64) -> f64 {
        if repeats == 0 {
            // Without a repeat there was no purchase to leave after.
            return 1.0;
        }
        let x = f64::from(repeats);
        let gone = (self.r + x) * ((self.alpha + age) / (self.alpha + last)).ln();
        1.0 / (1.0 + self.a / (self.b + x - 1.0) * gone.exp())
    }

    /// The purchases to expect within `time` from a customer of that age who is still one; of a new customer
    /// (no repeats, age 0) E\[X(t)\]. None where the time is too long for the sum.
    ///
    /// The purchases that a customer who never left would make are negative binomial; of the first j of them each is
    /// made with a chance that falls with every purchase before. Summed so, all terms are positive: there is no
    /// cancelling and no gap at a = 1, as the form with the hypergeometric function has.
    #[must_use]
    pub fn purchases(&self, repeats: u32, age: f64, time: f64) -> Option<f64> {
        if time <= 0.0 {
            return Some(0.0);
        }
        let (shape, staying) = (self.r + f64::from(repeats), self.b + f64::from(repeats));
        let z = time / (self.alpha + age + time);
        let (mut weight, mut weights, mut bought) = (1.0, 1.0, 0.0);
        let (mut made, mut still) = (0.0, 1.0);
        for term in 1..=TERMS {
            let k = f64::from(term);
            weight *= z * (shape + k - 1.0) / k;
            made += still;
            still *= (staying + k - 1.0) / (self.a + staying + k - 1.0);
            weights += weight;
            bought += weight * made;
            if weight > 1e200 {
                (weight, weights, bought) = (weight * 1e-200, weights * 1e-200, bought * 1e-200);
            }
            let ratio = z * (shape + k) / (k + 1.0);
            let rest = 1.0 - ratio;
            if rest > 0.0 && weight * ratio / rest * (made + 1.0 / rest) < 1e-16 * bought {
                return Some(bought / weights);
            }
        }
        None
    }

    /// The same, each purchase discounted to now at `force` a unit of time, continuously.
    #[must_use]
    pub fn discounted(&self, repeats: u32, age: f64, time: f64, force: f64) -> Option<f64> {
        let all = self.purchases(repeats, age, time)?;
        self.discounted_by(&legendre(POINTS), repeats, age, time, force, all)
    }

    /// The same by a rule that is known, where what is bought in all is.
    pub(super) fn discounted_by(
        &self,
        rule: &[(f64, f64)],
        repeats: u32,
        age: f64,
        time: f64,
        force: f64,
        all: f64,
    ) -> Option<f64> {
        if force <= 0.0 || time <= 0.0 {
            return Some(all);
        }
        // By parts: what is bought up to each moment is smooth, and more so over the logarithm of the time.
        let scale = self.alpha + age;
        let length = (time / scale).ln_1p();
        let mut sum = 0.0;
        for (place, weight) in rule {
            let grown = (place * length).exp();
            let at = scale * (grown - 1.0);
            sum +=
                weight * length * scale * grown * (-force * at).exp() * self.purchases(repeats, age, at)?;
        }
        Some((-force * time).exp() * all + force * sum)
    }
}
