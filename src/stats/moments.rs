//! Count, mean and variance of a stream, mergeable.

use throughline_rows::counting;

use super::sum::Sum;

/// Count, mean and standard deviation of the numbers added.
///
/// Sums and sums of squares are kept in two words each ([`Sum`]), so that any split of the same
/// numbers merges to the same mean, and the variance survives a mean far larger than the spread.
///
/// ```
/// use throughline::stats::Moments;
/// let minutes: Moments = [2.0, 3.0, 5.0, 7.0, 8.0, 12.0, 15.0, 21.0, 40.0, 180.0].into_iter().collect();
/// assert_eq!(minutes.mean(), Some(29.3));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moments {
    n: u64,
    sum: Sum,
    squares: Sum,
}

impl Moments {
    /// Rebuilds moments from what a file keeps of them: the count, the mean, the sum of squared
    /// deviations from the mean. `None` where they cannot be that.
    #[must_use]
    pub fn from_parts(n: u64, mean: f64, deviations: f64) -> Option<Self> {
        if n == 0 {
            return Some(Self::default());
        }
        let count = n as f64;
        let mut squares = Sum::product(mean, mean).times(count);
        squares.add(deviations);
        let moments = Self { n, sum: Sum::product(mean, count), squares };
        (deviations >= 0.0 && moments.squares.value().is_finite()).then_some(moments)
    }

    /// Of whole numbers, as [`Moments::add`] has it.
    #[must_use]
    pub fn of_wholes(numbers: &[u32]) -> Self {
        match counting::sums(numbers) {
            Some((sum, squares)) => {
                Self { n: numbers.len() as u64, sum: Sum::of(sum), squares: Sum::of(squares) }
            }
            None => numbers.iter().copied().map(f64::from).collect(),
        }
    }

    /// Adds one number.
    #[inline]
    pub fn add(&mut self, x: f64) {
        self.n += 1;
        self.sum.add(x);
        self.squares.merge(&Sum::product(x, x));
    }

    /// Adds one number so many times.
    pub fn add_times(&mut self, x: f64, times: u64) {
        if times == 0 {
            return;
        }
        self.n += times;
        self.sum.merge(&Sum::product(x, times as f64));
        self.squares.merge(&Sum::product(x, x).times(times as f64));
    }

    /// Adds all numbers of another stream.
    pub fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.sum.merge(&other.sum);
        self.squares.merge(&other.squares);
    }

    /// How many numbers were added.
    #[must_use]
    pub const fn n(&self) -> u64 {
        self.n
    }

    /// Their sum.
    #[must_use]
    pub const fn sum(&self) -> f64 {
        self.sum.value()
    }

    /// Their arithmetic mean; none of none.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        (self.n > 0).then(|| self.sum.over(self.n as f64).value())
    }

    /// Their mean, unrounded.
    pub(super) fn mean_sum(&self) -> Option<Sum> {
        (self.n > 0).then(|| self.sum.over(self.n as f64))
    }

    /// The sum of squared deviations from the mean; none of none.
    #[must_use]
    pub fn deviations(&self) -> Option<f64> {
        (self.n > 0).then_some(())?;
        let mean = self.sum.over(self.n as f64);
        let mut rest = self.squares;
        rest.merge(&times(&self.sum, &mean).negated());
        Some(rest.value().max(0.0))
    }

    /// The standard deviation of a sample (divisor n − 1); none under two numbers.
    #[must_use]
    pub fn deviation(&self) -> Option<f64> {
        (self.n > 1).then_some(())?;
        self.deviations().map(|d| (d / (self.n - 1) as f64).sqrt())
    }
}

/// The product of two sums, unrounded but for its last few bits.
fn times(a: &Sum, b: &Sum) -> Sum {
    let high = b.value();
    let mut rest = *b;
    rest.add(-high);
    let mut product = a.times(high);
    product.merge(&a.times(rest.value()));
    product
}

impl FromIterator<f64> for Moments {
    fn from_iter<I: IntoIterator<Item = f64>>(numbers: I) -> Self {
        let mut moments = Self::default();
        numbers.into_iter().for_each(|x| moments.add(x));
        moments
    }
}
