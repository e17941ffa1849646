//! Figures of many small groups drawn towards what they have in common: what each tells beyond chance.
//!
//! The raw figures of small groups are the most extreme ones, by chance alone; a list by them names the lucky
//! and the unlucky. Empirical Bayes (Efron and Morris 1975) gives each group as much of its own figure as its
//! cases can carry.

use super::beta::incomplete_beta;
use super::interval::wilson;
use super::moments::Moments;
use super::normal::normal_quantile;

/// A group's figure after it was drawn towards the whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shrunk {
    /// The figure.
    pub value: f64,
    /// Where the true one lies, at the level asked for.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// How much of it is the group's own, 0 to 1.
    pub weight: f64,
}

/// Shares `(k, n)` by beta and binomial: each true share comes from one Beta(α, β), whose mean is Σk ÷ Σn and whose
/// ρ = 1 ÷ (α + β + 1) is that of the moments (Kleinman 1973, JASA 68:46–54, weights n):
/// ρ = (S − p̄q̄(m − 1)) ÷ (p̄q̄(N − Σn² ÷ N − (m − 1))), S = Σn(p − p̄)². A group's share is (k + α) ÷ (n + α + β),
/// its interval that of Beta(k + α, n − k + β). Where the groups differ by no more than chance all get the mean.
///
/// None under two groups, where a count is none, or where all or none of the cases count.
///
/// ```
/// let found = throughline::stats::shrink_shares(&[(45.0, 100.0), (55.0, 100.0), (9.0, 10.0)], 0.95).unwrap();
/// assert!(found[2].value < 0.9 && found[2].weight < found[0].weight);
/// ```
#[must_use]
pub fn shrink_shares(groups: &[(f64, f64)], level: f64) -> Option<Vec<Shrunk>> {
    let sound = |(k, n): &(f64, f64)| n.is_finite() && *n > 0.0 && (0.0..=*n).contains(k);
    (groups.len() > 1 && groups.iter().all(sound)).then_some(())?;
    let (k, n) = groups.iter().fold((0.0, 0.0), |sum, (k, n)| (sum.0 + k, sum.1 + n));
    let (mean, count) = (k / n, groups.len() as f64);
    let chance = mean * (1.0 - mean);
    (chance > 0.0).then_some(())?;
    let between: f64 = groups.iter().map(|(k, n)| n * (k / n - mean).powi(2)).sum();
    let squares: f64 = groups.iter().map(|(_, n)| n * n).sum();
    let rho = (between - chance * (count - 1.0)) / (chance * (n - squares / n - (count - 1.0)));
    let miss = 0.5 * (1.0 - level);
    if !(rho > 0.0 && rho.is_finite()) {
        let (low, high) = wilson(k, n, level)?;
        return Some(vec![Shrunk { value: mean, low, high, weight: 0.0 }; groups.len()]);
    }
    let prior = (1.0 - rho.min(1.0 - 1e-9)) / rho.min(1.0 - 1e-9);
    let one = |(k, n): &(f64, f64)| {
        let (a, b) = (k + prior * mean, n - k + prior * (1.0 - mean));
        let bound = |p| beta_quantile(p, a, b);
        Shrunk { value: a / (a + b), low: bound(miss), high: bound(1.0 - miss), weight: n / (n + prior) }
    };
    Some(groups.iter().map(one).collect())
}

/// The quantile of a Beta(a, b), by halving.
fn beta_quantile(p: f64, a: f64, b: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if incomplete_beta(a, b, middle) < p {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

/// Means by normal and normal: each true mean comes from one normal distribution, whose variance τ² is that of the
/// moments (DerSimonian and Laird 1986): τ² = max(0, (Q − (m − 1)) ÷ (Σw − Σw² ÷ Σw)), w = 1 ÷ se², Q = Σw(x − x̄)². The
/// spread within groups is pooled: se² = s² ÷ n. A group's mean is B·x + (1 − B)·μ with B = τ² ÷ (τ² + se²), its
/// variance B·se² + (1 − B)²·var(μ) (Morris 1983, JASA 78:47–55).
///
/// None under two groups, where one is empty, or where nothing differs within them.
#[must_use]
pub fn shrink_means(groups: &[Moments], level: f64) -> Option<Vec<Shrunk>> {
    (groups.len() > 1).then_some(())?;
    let means: Vec<f64> = groups.iter().map(Moments::mean).collect::<Option<_>>()?;
    let within: f64 = groups.iter().filter_map(Moments::deviations).sum();
    let cases: f64 = groups.iter().map(|group| group.n() as f64).sum();
    let spread = within / (cases - groups.len() as f64);
    (spread > 0.0 && spread.is_finite()).then_some(())?;
    let errors: Vec<f64> = groups.iter().map(|group| spread / group.n() as f64).collect();
    let weighed = |extra: f64| {
        let parts = means.iter().zip(&errors).map(|(mean, error)| (mean, 1.0 / (error + extra)));
        let (sum, all) = parts.fold((0.0, 0.0), |sum, (mean, w)| (sum.0 + mean * w, sum.1 + w));
        (sum / all, all)
    };
    let (fixed, all) = weighed(0.0);
    let q: f64 = means.iter().zip(&errors).map(|(mean, error)| (mean - fixed).powi(2) / error).sum();
    let squares: f64 = errors.iter().map(|error| error.powi(-2)).sum();
    let tau = ((q - (groups.len() as f64 - 1.0)) / (all - squares / all)).max(0.0);
    let (centre, all) = weighed(tau);
    let z = normal_quantile(0.5 + level / 2.0)?;
    let one = |(mean, error): (&f64, &f64)| {
        let own = tau / (tau + error);
        let half = z * (own * error + (1.0 - own).powi(2) / all).sqrt();
        let value = own * mean + (1.0 - own) * centre;
        Shrunk { value, low: value - half, high: value + half, weight: own }
    };
    Some(means.iter().zip(&errors).map(one).collect())
}
