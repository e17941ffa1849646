//! A small summary of many numbers that still answers quantiles.

use throughline_rows::counting::{Buckets, add_counts};

use super::quantile::{nearest_rank_by, type_7_by};

/// A mergeable quantile sketch over numbers from zero up, with a bounded relative error.
///
/// Numbers fall into buckets whose bounds grow by a constant ratio, and a bucket answers with the
/// point whose relative distance to both its bounds is the same (Masson, Rim, Lee 2019, "DDSketch").
/// Merging adds counts, so the order and the split of the numbers do not matter at all.
///
/// ```
/// use throughline::stats::Sketch;
/// let mut sketch = Sketch::default();
/// (1..=1000).for_each(|x| sketch.add(f64::from(x)));
/// let median = sketch.type_7(0.5).unwrap();
/// assert!((median - 500.5).abs() <= Sketch::ERROR * 500.5);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch {
    zeros: u64,
    /// By key; a list in order is little code, and a new bucket is rare beside one that counts on.
    buckets: Vec<(i32, u64)>,
}

impl Sketch {
    /// The greatest relative error of a quantile.
    pub const ERROR: f64 = 0.01;
    /// Numbers below this count as zero.
    pub const LEAST: f64 = 1e-6;
    const RATIO: f64 = (1.0 + Self::ERROR) / (1.0 - Self::ERROR);

    /// A sketch from its parts, as a file keeps them: the count of zeros, and counts by bucket.
    #[must_use]
    pub fn from_parts(zeros: u64, buckets: impl IntoIterator<Item = (i32, u64)>) -> Self {
        let mut sketch = Self { zeros, buckets: Vec::new() };
        for (key, count) in buckets {
            sketch.count(key, count);
        }
        sketch
    }

    /// A sketch of numbers that ascend.
    #[must_use]
    pub fn of_sorted(sorted: &[f64]) -> Self {
        Self::of_runs(std::iter::once(sorted))
    }

    /// A sketch of numbers in ascending runs. A logarithm costs more than all else here: it is asked only for numbers
    /// next to the bound of a bucket, the others are found by walking from bound to bound.
    #[must_use]
    pub fn of_runs<'r>(runs: impl Iterator<Item = &'r [f64]> + Clone) -> Self {
        let mut sketch = Self::default();
        let runs = runs.map(|run| run.split_at_checked(run.partition_point(|x| *x < Self::LEAST)));
        let runs = runs.map(Option::unwrap_or_default);
        let (mut least, mut most) = (f64::INFINITY, 0.0_f64);
        for (zeros, rest) in runs.clone() {
            sketch.zeros += zeros.len() as u64;
            least = rest.first().copied().unwrap_or(least).min(least);
            most = rest.last().copied().unwrap_or(most).max(most);
        }
        let mut buckets = Self::between(Self::key(least), Self::key(most));
        let mut others = Vec::new();
        for (_, rest) in runs {
            buckets.fill(rest, &mut others);
        }
        sketch.buckets.extend(buckets.filled());
        others.into_iter().for_each(|x| sketch.add(x));
        sketch
    }

    /// All numbers of many sketches.
    #[must_use]
    pub fn of_all<'s>(sketches: impl Iterator<Item = &'s Self> + Clone) -> Self {
        /// A list of so many counts is shorter than looking for each.
        const MOST: i64 = 1 << 14;
        let mut sum = Self { zeros: sketches.clone().map(|sketch| sketch.zeros).sum(), buckets: Vec::new() };
        let ends = |sketch: &Self| Some((sketch.buckets.first()?.0, sketch.buckets.last()?.0));
        let ends = sketches.clone().filter_map(ends).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
        let Some((low, high)) = ends else { return sum };
        let count = i64::from(high) - i64::from(low) + 1;
        if count > MOST {
            sketches.for_each(|sketch| sketch.buckets.iter().for_each(|(key, n)| sum.count(*key, *n)));
            return sum;
        }
        let mut counts = vec![0; count as usize];
        sketches.for_each(|sketch| add_counts(&mut counts, low, &sketch.buckets));
        sum.buckets.extend((low..).zip(counts).filter(|(_, count)| *count > 0));
        sum
    }

    /// The buckets from one to another, and one more on both sides; none where these are too many.
    fn between(low: i32, high: i32) -> Buckets {
        /// More than any lengths of time fill.
        const MOST: i64 = 4096;
        let count = i64::from(high) - i64::from(low) + 1;
        if !(1..=MOST).contains(&count) {
            return Buckets::default();
        }
        Buckets::new(low - 1, count as usize + 2, Self::RATIO.powi(low - 1), Self::RATIO)
    }

    /// Adds one number; one below zero counts as zero.
    pub fn add(&mut self, x: f64) {
        if x < Self::LEAST {
            self.zeros += 1;
        } else {
            self.count(Self::key(x), 1);
        }
    }

    /// Adds all numbers of another sketch.
    pub fn merge(&mut self, other: &Self) {
        self.zeros += other.zeros;
        for (key, count) in &other.buckets {
            self.count(*key, *count);
        }
    }

    fn count(&mut self, key: i32, count: u64) {
        if count == 0 {
            return;
        }
        let place = self.buckets.partition_point(|bucket| bucket.0 < key);
        match self.buckets.get_mut(place) {
            Some(bucket) if bucket.0 == key => bucket.1 += count,
            _ => self.buckets.insert(place, (key, count)),
        }
    }

    /// How many numbers were added.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.buckets.iter().map(|bucket| bucket.1).sum::<u64>() + self.zeros
    }

    /// How many of them count as zero.
    #[must_use]
    pub const fn zeros(&self) -> u64 {
        self.zeros
    }

    /// The counts by bucket, from the least.
    pub fn buckets(&self) -> impl Iterator<Item = (i32, u64)> + '_ {
        self.buckets.iter().copied()
    }

    /// The quantile `p`, interpolated as [`type_7`](super::type_7) does between the two order
    /// statistics as the sketch knows them, hence within [`Sketch::ERROR`] of it.
    #[must_use]
    pub fn type_7(&self, p: f64) -> Option<f64> {
        type_7_by(self.n(), p, |rank| self.order_statistic(rank))
    }

    /// The quantile `p` by [`nearest_rank`](super::nearest_rank), within [`Sketch::ERROR`] of it.
    #[must_use]
    pub fn nearest_rank(&self, p: f64) -> Option<f64> {
        nearest_rank_by(self.n(), p, |rank| self.order_statistic(rank))
    }

    /// The order statistic of a rank counted from 0, within [`Sketch::ERROR`] of it.
    #[must_use]
    pub fn order_statistic(&self, rank: u64) -> Option<f64> {
        let mut seen = self.zeros;
        if rank < seen {
            return Some(0.0);
        }
        for (key, count) in &self.buckets {
            seen += count;
            if rank < seen {
                return Some(Self::centre(*key));
            }
        }
        None
    }

    fn key(x: f64) -> i32 {
        (x.ln() / Self::RATIO.ln()).ceil() as i32
    }

    fn centre(key: i32) -> f64 {
        2.0 * Self::RATIO.powi(key) / (Self::RATIO + 1.0)
    }
}
