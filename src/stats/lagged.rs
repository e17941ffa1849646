//! Does one series follow another?

use super::autocorrelation::autocorrelation;
use super::moments::Moments;
use super::normal::normal_quantile;
use super::student::student_cdf;

/// The fewest pairs of changes that anything is told from.
pub const FEWEST_PAIRS: usize = 12;
/// The power at which a relation is called one that would be seen.
const POWER: f64 = 0.8;
/// A relation that takes more pairs than this will never be told.
const MOST_PAIRS: f64 = 10_000.0;

/// How the changes of one series go with those of another some periods later.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lagged {
    /// Periods from the one to the other.
    pub lag: usize,
    /// Pearson's correlation of the changes.
    pub r: f64,
    /// The pairs it is of.
    pub n: usize,
    /// What these are worth, as each series resembles itself (Bartlett 1935), never more than there are.
    pub effective: f64,
    /// The p of there being none.
    pub p: f64,
}

/// The correlation of the period-to-period changes of two series, those of `outcome` taken `lag` periods later. Levels that
/// both rise would go together whatever they are; changes do not (Granger and Newbold 1974). The number of pairs is reduced
/// by n ÷ (1 + 2Σ(1 − j/n)·ρ₁(j)·ρ₂(j)) over j up to n/4 (Bartlett 1935), and p is that of Student's t with two fewer. None
/// under [`FEWEST_PAIRS`] pairs, or where a series never changes.
///
/// ```
/// use throughline::stats::lagged;
/// let driver: Vec<_> = [3, 5, 4, 8, 6, 9, 7, 7, 9, 4, 6, 8, 5, 9, 7, 3].map(f64::from).map(Some).to_vec();
/// let mut outcome = vec![None];
/// outcome.extend(driver.iter().take(15).map(|value| value.map(|value| 2.0 * value)));
/// let found = lagged(&driver, &outcome, 1).unwrap();
/// assert!((found.r - 1.0).abs() < 1e-12 && found.n == 14);
/// ```
#[must_use]
pub fn lagged(driver: &[Option<f64>], outcome: &[Option<f64>], lag: usize) -> Option<Lagged> {
    let (driver, outcome) = (changes(driver), changes(outcome));
    let later = outcome.get(lag..)?;
    let pairs: Vec<(f64, f64)> =
        driver.iter().zip(later).filter_map(|(before, after)| Some(((*before)?, (*after)?))).collect();
    let n = pairs.len();
    (n >= FEWEST_PAIRS).then_some(())?;
    let r = correlation(&pairs)?;
    let effective = effective(&pairs);
    Some(Lagged { lag, r, n, effective, p: p_of(r, effective) })
}

/// Pearson's correlation; none under two pairs, where one side has no spread, or where a number is not finite.
///
/// ```
/// use throughline::stats::correlation;
/// assert!((correlation(&[(1.0, 2.0), (2.0, 4.0), (3.0, 6.0)]).unwrap() - 1.0).abs() < 1e-15);
/// ```
#[must_use]
pub fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    let side = |which: fn(&(f64, f64)) -> f64| {
        let moments: Moments = pairs.iter().map(which).collect();
        Some((moments.mean()?, moments.deviations()?))
    };
    let ((mean, squares), (other_mean, other_squares)) = (side(|pair| pair.0)?, side(|pair| pair.1)?);
    let products: f64 = pairs.iter().map(|(a, b)| (a - mean) * (b - other_mean)).sum();
    let r = products / (squares * other_squares).sqrt();
    (squares > 0.0 && other_squares > 0.0 && r.is_finite()).then(|| r.clamp(-1.0, 1.0))
}

/// The chance that one of `tries` independent tests gives a p this small (Šidák 1967).
///
/// ```
/// use throughline::stats::sidak;
/// assert!((sidak(0.05, 1) - 0.05).abs() < 1e-15);
/// assert!((sidak(0.01, 5) - 0.049_009_950_1).abs() < 1e-10);
/// ```
#[must_use]
pub fn sidak(p: f64, tries: usize) -> f64 {
    // 1 − (1 − p)^m, which keeps its digits where p is tiny.
    -(tries as f64 * (-p).ln_1p()).exp_m1()
}

/// How many pairs it takes to see a correlation of `r` in four cases of five at a level shared by `tries` tests, by Fisher's
/// z: ((z₁₋α⁄₂ + z₀.₈) ÷ artanh r)² + 3. None where it takes more than ten thousand.
///
/// ```
/// use throughline::stats::pairs_to_see;
/// // The textbook's: 29 or 30 pairs for r = 0.5 at 5 %.
/// assert_eq!(pairs_to_see(0.5, 1).map(f64::ceil), Some(30.0));
/// ```
#[must_use]
pub fn pairs_to_see(r: f64, tries: usize) -> Option<f64> {
    let pairs = (bar(tries)? / r.abs().min(1.0 - 1e-12).atanh()).powi(2) + 3.0;
    (pairs <= MOST_PAIRS).then_some(pairs)
}

/// The smallest correlation that so many pairs would show in four cases of five: the other way round.
///
/// ```
/// use throughline::stats::{pairs_to_see, seen_with};
/// assert!((seen_with(pairs_to_see(0.5, 3).unwrap(), 3).unwrap() - 0.5).abs() < 1e-12);
/// ```
#[must_use]
pub fn seen_with(pairs: f64, tries: usize) -> Option<f64> {
    (pairs > 3.0).then(|| bar(tries).map(|bar| (bar / (pairs - 3.0).sqrt()).tanh()))?
}

/// How far from 0 Fisher's z must lie, in standard errors.
fn bar(tries: usize) -> Option<f64> {
    let each = -((-0.05_f64).ln_1p() / tries.max(1) as f64).exp_m1();
    Some(normal_quantile(1.0 - each / 2.0)? + normal_quantile(POWER)?)
}

/// Each value less the one before.
fn changes(series: &[Option<f64>]) -> Vec<Option<f64>> {
    series.iter().zip(series.iter().skip(1)).map(|(before, after)| Some((*after)? - (*before)?)).collect()
}

fn effective(pairs: &[(f64, f64)]) -> f64 {
    let (one, other): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let n = pairs.len() as f64;
    let shared: f64 = (1..=pairs.len() / 4)
        .filter_map(|lag| {
            let both = autocorrelation(&one, lag)? * autocorrelation(&other, lag)?;
            Some((1.0 - lag as f64 / n) * both)
        })
        .sum();
    // Series that swing against themselves would be worth more than they are; that is not counted.
    if shared > 0.0 { n / (1.0 + 2.0 * shared) } else { n }
}

fn p_of(r: f64, effective: f64) -> f64 {
    let freedom = effective - 2.0;
    if freedom <= 0.0 {
        return 1.0;
    }
    if r.abs() >= 1.0 {
        return 0.0;
    }
    2.0 * student_cdf(-(r.abs() * (freedom / (1.0 - r * r)).sqrt()), freedom)
}
