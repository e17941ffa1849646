//! How far a coefficient of reliability may be off.

use super::beta::incomplete_beta;

/// The bounds of Cronbach's alpha, found of so many people and items, by the F distribution of (1 − α) ÷ (1 − found)
/// with n − 1 and (n − 1)(k − 1) degrees of freedom (Feldt 1965). None of fewer than two of either.
///
/// ```
/// // Evans's function in R, as the MRC Cognition and Brain Sciences Unit prints it: 0.913 of 873 people and 20 items.
/// let (low, high) = throughline::stats::alpha_bounds(0.913, 873, 20, 0.95).unwrap();
/// assert!((low - 0.904_402_4).abs() < 5e-8 && (high - 0.921_158_8).abs() < 5e-8);
/// ```
#[must_use]
pub fn alpha_bounds(found: f64, people: u64, items: usize, level: f64) -> Option<(f64, f64)> {
    (people > 1 && items > 1 && found.is_finite()).then_some(())?;
    let people = (people - 1) as f64;
    let freedom = (people, people * (items as f64 - 1.0));
    let bound = |p: f64| Some(1.0 - (1.0 - found) * f_quantile(p, freedom)?);
    Some((bound(0.5 + level / 2.0)?, bound(0.5 - level / 2.0)?))
}

/// The quantile of the F distribution, by halving that of the beta distribution it is made of.
fn f_quantile(p: f64, (above, below): (f64, f64)) -> Option<f64> {
    (p > 0.0 && p < 1.0).then_some(())?;
    let (mut low, mut high) = (0.0, 1.0);
    while high - low > f64::EPSILON * high {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            break;
        }
        if incomplete_beta(above / 2.0, below / 2.0, middle) < p { low = middle } else { high = middle }
    }
    let share = 0.5 * (low + high);
    Some(below * share / (above * (1.0 - share)))
}
