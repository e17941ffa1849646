//! The regularised incomplete gamma function, behind the tails of the normal and the χ² distribution.

use super::beta::ln_gamma;

/// The chance that a standard normal variable lies further from 0 than `z`, on either side.
///
/// ```
/// let p = throughline::stats::normal_two_sided(1.959963984540054);
/// assert!((p - 0.05).abs() < 1e-14);
/// ```
#[must_use]
pub fn normal_two_sided(z: f64) -> f64 {
    upper_gamma(0.5, 0.5 * z * z)
}

/// The chance that a standard normal variable lies below `z`.
pub(super) fn normal_below(z: f64) -> f64 {
    let tail = 0.5 * normal_two_sided(z);
    if z > 0.0 { 1.0 - tail } else { tail }
}

/// The chance that a χ² variable with `freedom` > 0 degrees of freedom exceeds `x`.
///
/// ```
/// let p = throughline::stats::chi_square_tail(19.675137572682496, 11.0);
/// assert!((p - 0.05).abs() < 1e-13);
/// ```
#[must_use]
pub fn chi_square_tail(x: f64, freedom: f64) -> f64 {
    upper_gamma(0.5 * freedom, 0.5 * x)
}

/// Q(a, x) for a > 0: the series below a + 1, the continued fraction (modified Lentz) above.
fn upper_gamma(a: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 1.0;
    }
    // The square of a very large z is infinite, and ∞ − ∞ would be no number.
    if x.is_infinite() {
        return 0.0;
    }
    let front = (a * x.ln() - x - ln_gamma(a)).exp();
    if x < a + 1.0 { (1.0 - front * series(a, x)).clamp(0.0, 1.0) } else { front * fraction(a, x) }
}

fn series(a: f64, x: f64) -> f64 {
    let (mut term, mut sum) = (1.0 / a, 1.0 / a);
    for step in 1..=10_000_u32 {
        term *= x / (a + f64::from(step));
        sum += term;
        if term < sum * 1e-17 {
            break;
        }
    }
    sum
}

fn fraction(a: f64, x: f64) -> f64 {
    let mut b = x + 1.0 - a;
    let mut c = 1e300;
    let mut d = 1.0 / b;
    let mut value = d;
    for step in 1..=10_000_u32 {
        let i = f64::from(step);
        let above = i * (a - i);
        b += 2.0;
        d = 1.0 / (above * d + b);
        c = b + above / c;
        let change = c * d;
        value *= change;
        if (change - 1.0).abs() < 1e-16 {
            break;
        }
    }
    value
}

/// The derivative of the logarithm of the gamma function for x > 0: carried up to 10, then its asymptotic series.
///
/// ```
/// let euler = throughline::stats::digamma(1.0);
/// assert!((euler + 0.577_215_664_901_532_9).abs() < 1e-14);
/// ```
#[must_use]
pub fn digamma(x: f64) -> f64 {
    let (mut x, mut carried) = (x, 0.0);
    while x < 10.0 && x > 0.0 {
        carried -= 1.0 / x;
        x += 1.0;
    }
    let inverse = 1.0 / (x * x);
    // Written out, so that its numbers stand in code, which comes with the rest, and not in the core's data.
    let tail = 1.0 / 240.0 - inverse * (1.0 / 132.0 - inverse * (691.0 / 32_760.0 - inverse / 12.0));
    let series = inverse * (1.0 / 12.0 - inverse * (1.0 / 120.0 - inverse * (1.0 / 252.0 - inverse * tail)));
    carried + x.ln() - 0.5 / x - series
}
