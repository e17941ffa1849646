//! Cases that end just within a limit, more than any smooth course of things would have (N15).

use crate::stats::normal_two_sided;

/// Cases on both sides of a limit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bunching {
    /// Cases in the four bands together.
    pub n: u64,
    /// Cases in the band that ends with the limit.
    pub inside: u64,
    /// Cases in the band that begins behind it.
    pub outside: u64,
    /// How many of these two bands a smooth course would have inside.
    pub expected: f64,
    /// The one-sided p of so many inside, were there nothing at the limit.
    pub p: f64,
}

/// The width of a band, as a share of the limit.
const WIDTH: f64 = 0.1;
/// Fewer cases than this in a band say nothing.
const LEAST: usize = 10;
/// Fewer different lengths in a band are lengths of whole hours or days, which pile up by themselves.
const LEAST_DIFFERENT: usize = 5;
/// From here down it is hardly chance.
const LEVEL: f64 = 0.01;

/// Looks for a heap just within a limit among lengths of time in ascending order.
///
/// Four bands of a tenth of the limit are counted: two up to it and two behind. Where nothing happens at the limit,
/// the logarithm of their counts c₁…c₄ runs smoothly, so that its third difference is about 0 (exactly so for any
/// density whose logarithm is a parabola, such as the normal's or the exponential's):
/// **T = ln(c₂ ÷ c₃) − ⅓ · ln(c₁ ÷ c₄)**, with the variance 1 ÷ c₂ + 1 ÷ c₃ + (1 ÷ c₁ + 1 ÷ c₄) ÷ 9 by the delta method of independent
/// Poisson counts. It is the idea of McCrary's test of a density ("Manipulation of the running variable in the
/// regression discontinuity design", 2008), with bands in place of local regressions.
#[must_use]
pub fn bunching(ascending: &[f64], limit: f64) -> Option<Bunching> {
    let edge = |step: f64| ascending.partition_point(|value| *value <= limit * (1.0 + step * WIDTH));
    let edges = [edge(-2.0), edge(-1.0), edge(0.0), edge(1.0), edge(2.0)];
    let mut counts = [0.0; 4];
    for (count, pair) in counts.iter_mut().zip(edges.windows(2)) {
        let &[from, to] = pair else { return None };
        let band = ascending.get(from..to)?;
        if band.len() < LEAST || different(band) < LEAST_DIFFERENT {
            return None;
        }
        *count = band.len() as f64;
    }
    let [far, inside, outside, beyond] = counts;
    let smooth = (far / beyond).ln() / 3.0;
    let excess = (inside / outside).ln() - smooth;
    let error = (1.0 / inside + 1.0 / outside + (1.0 / far + 1.0 / beyond) / 9.0).sqrt();
    let p = 0.5 * normal_two_sided(excess / error);
    let ratio = smooth.exp();
    let found = Bunching {
        n: counts.iter().sum::<f64>() as u64,
        inside: inside as u64,
        outside: outside as u64,
        expected: (inside + outside) * ratio / (1.0 + ratio),
        p,
    };
    (excess > 0.0 && p < LEVEL).then_some(found)
}

/// How many different values there are, as far as it matters.
fn different(ascending: &[f64]) -> usize {
    ascending.chunk_by(|one, next| one >= next).take(LEAST_DIFFERENT).count()
}
