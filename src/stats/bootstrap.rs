//! Intervals for statistics that have no formula of their own: the bootstrap.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;

use super::gamma::normal_below;
use super::interval::Bounds;
use super::normal::normal_quantile;
use super::quantile::{sort, type_7};

/// How to draw again: so many samples, from a seed, for an interval at a level.
///
/// The generator is PCG-XSH-RR 64/32 (O'Neill 2014; the crate `rand_pcg`, whose sequences do not change), a place
/// is drawn from it without bias (Lemire 2019): the same data, in the same order, and the same seed give the same
/// interval on every machine. The numbers are put in order first, so the order of the rows plays no part.
///
/// ```
/// use throughline::stats::{Bootstrap, type_7};
/// let minutes = [2.0, 3.0, 5.0, 7.0, 8.0, 12.0, 15.0, 21.0, 40.0, 180.0];
/// let median = |sorted: &[f64]| type_7(sorted, 0.5);
/// let (low, high) = Bootstrap::default().bca(&minutes, median).unwrap();
/// assert!(low < 10.0 && 10.0 < high);
/// assert_eq!(Bootstrap::default().bca(&minutes, median), Some((low, high)));
/// assert_eq!(Bootstrap::default().bca(&[7.0; 20], median), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bootstrap {
    /// How many samples are drawn, 100 to 100,000; Efron and Tibshirani (1993, section 14.3) ask for 2,000.
    pub resamples: u32,
    /// Where the generator starts.
    pub seed: u64,
    /// The confidence level, strictly between 0 and 1.
    pub level: f64,
}

impl Default for Bootstrap {
    /// 2,000 samples, a level of 0.95.
    fn default() -> Self {
        Self { resamples: 2_000, seed: 0x7468_726f_7567_686c, level: 0.95 }
    }
}

impl Bootstrap {
    /// The least n there is an interval for; below it samples drawn again tell too little of the one at hand.
    pub const LEAST: usize = 8;

    /// The percentile interval (Efron and Tibshirani 1993, section 13.3).
    ///
    /// `statistic` is given numbers in ascending order. None under [`Bootstrap::LEAST`] numbers, where they are
    /// not finite or all alike (which would claim certainty), where the statistic has no value for some sample,
    /// or where a parameter is out of its range.
    pub fn percentile(&self, numbers: &[f64], statistic: impl Fn(&[f64]) -> Option<f64>) -> Option<Bounds> {
        let sorted = self.sound(numbers)?;
        let drawn = self.draw(&sorted, &statistic)?;
        let miss = 0.5 * (1.0 - self.level);
        Some((type_7(&drawn, miss)?, type_7(&drawn, 1.0 - miss)?))
    }

    /// The bias-corrected and accelerated interval BCₐ (Efron and Tibshirani 1993, section 14.3), which mends the
    /// percentile interval of a skewed statistic; the acceleration is the jackknife's.
    ///
    /// None where [`Bootstrap::percentile`] has none, and where all samples lie on one side of the statistic.
    pub fn bca(&self, numbers: &[f64], statistic: impl Fn(&[f64]) -> Option<f64>) -> Option<Bounds> {
        let sorted = self.sound(numbers)?;
        let here = statistic(&sorted)?;
        let drawn = self.draw(&sorted, &statistic)?;
        let below = drawn.partition_point(|value| *value < here);
        let at_most = drawn.partition_point(|value| *value <= here);
        // A sample that meets the statistic is half below it: a median meets itself often.
        let bias = normal_quantile(0.5 * (below + at_most) as f64 / drawn.len() as f64)?;
        let acceleration = acceleration(&sorted, &statistic)?;
        let place = |z: f64| {
            let moved = bias + z;
            normal_below(bias + moved / (1.0 - acceleration * moved))
        };
        let z = normal_quantile(0.5 + 0.5 * self.level)?;
        Some((type_7(&drawn, place(-z))?, type_7(&drawn, place(z))?))
    }

    /// The numbers in order, where there is something to draw from.
    fn sound(&self, numbers: &[f64]) -> Option<Vec<f64>> {
        let in_range = (100..=100_000).contains(&self.resamples) && self.level > 0.0 && self.level < 1.0;
        let enough = numbers.len() >= Self::LEAST && u32::try_from(numbers.len()).is_ok();
        (in_range && enough && numbers.iter().all(|x| x.is_finite())).then_some(())?;
        let mut sorted = numbers.to_vec();
        sort(&mut sorted);
        (sorted.first()? < sorted.last()?).then_some(sorted)
    }

    /// The statistic of every sample drawn, in ascending order.
    fn draw(&self, sorted: &[f64], statistic: &impl Fn(&[f64]) -> Option<f64>) -> Option<Vec<f64>> {
        let mut generator = Pcg32::new(self.seed, STREAM);
        let mut times = vec![0_u32; sorted.len()];
        let mut sample = Vec::with_capacity(sorted.len());
        let mut drawn = Vec::with_capacity(self.resamples as usize);
        for _ in 0..self.resamples {
            times.fill(0);
            for _ in sorted {
                if let Some(count) = times.get_mut(below(&mut generator, sorted.len() as u32)) {
                    *count += 1;
                }
            }
            sample.clear();
            let each = sorted.iter().zip(&times);
            sample.extend(each.flat_map(|(x, count)| std::iter::repeat_n(*x, *count as usize)));
            drawn.push(statistic(&sample).filter(|value| value.is_finite())?);
        }
        sort(&mut drawn);
        Some(drawn)
    }
}

/// The stream of the generator, that of its authors' examples.
const STREAM: u64 = 54;

/// A whole number from 0 to below `count`, each with the same chance.
fn below(generator: &mut Pcg32, count: u32) -> usize {
    let reject = count.wrapping_neg() % count.max(1);
    loop {
        let product = u64::from(generator.next_u32()) * u64::from(count);
        if product as u32 >= reject {
            return (product >> 32) as usize;
        }
    }
}

/// Σd³ ÷ 6(Σd²)^1.5 over d, the jackknife's mean less its values; 0 where no number moves the statistic.
fn acceleration(sorted: &[f64], statistic: &impl Fn(&[f64]) -> Option<f64>) -> Option<f64> {
    let without = |left_out: usize| {
        let rest: Vec<f64> =
            sorted.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, x)| *x).collect();
        statistic(&rest).filter(|value| value.is_finite())
    };
    let values: Vec<f64> = (0..sorted.len()).map(without).collect::<Option<_>>()?;
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let power = |n: i32| values.iter().map(|value| (mean - value).powi(n)).sum::<f64>();
    let spread = power(2).powf(1.5);
    Some(if spread > 0.0 { power(3) / (6.0 * spread) } else { 0.0 })
}
