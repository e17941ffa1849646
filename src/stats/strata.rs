//! Draws from the normal curve that are spread evenly over it.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;

use super::normal::normal_quantile;

/// So many standard normal numbers, one from the middle of each of as many slices of equal chance, in an order drawn by
/// `stream`: two streams are as good as independent of each other, and each of them has the curve's mean and spread
/// nearly exactly (Latin hypercube sampling: McKay, Beckman, Conover 1979, Technometrics 21:239–245).
///
/// ```
/// use throughline::stats::normal_strata;
/// let draws = normal_strata(1000, 1);
/// let below = draws.iter().filter(|z| **z < 1.0).count();
/// assert_eq!(below, 841);
/// assert_eq!(draws, normal_strata(1000, 1));
/// ```
#[must_use]
pub fn normal_strata(count: u32, stream: u64) -> Vec<f64> {
    const SEED: u64 = 0x7468_726f_7567_686c;
    let mut chance = Pcg32::new(SEED, stream);
    let middle = |slice: u32| (f64::from(slice) + 0.5) / f64::from(count);
    let mut draws: Vec<f64> = (0..count).filter_map(|slice| normal_quantile(middle(slice))).collect();
    for last in (1..draws.len()).rev() {
        // The place is off by less than one in four million from even.
        let place = (u64::from(chance.next_u32()) * (last as u64 + 1)) >> 32;
        draws.swap(last, place as usize);
    }
    draws
}
