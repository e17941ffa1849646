//! A sum that does not depend on the order of its terms.

/// A running sum kept in two words, so that adding in any order or merging any split of the same
/// terms gives the same double (the error is near 1e-32 of the sum of magnitudes).
///
/// The two-word addition is Knuth's error-free transformation.
///
/// ```
/// use throughline::stats::Sum;
/// let mut sum = Sum::default();
/// for x in [1e16, 1.0, -1e16] {
///     sum.add(x);
/// }
/// assert_eq!(sum.value(), 1.0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sum {
    high: f64,
    low: f64,
}

/// `a + b` exactly, as the rounded sum and what rounding lost.
fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    let shift = sum - a;
    (sum, (a - (sum - shift)) + (b - shift))
}

/// A number as two halves of 26 bits, whose products are exact.
fn split(a: f64) -> (f64, f64) {
    let scaled = a * 134_217_729.0; // 2^27 + 1
    let high = scaled - (scaled - a);
    (high, a - high)
}

/// `a · b` exactly, as the rounded product and what rounding lost.
fn two_product(a: f64, b: f64) -> (f64, f64) {
    let product = a * b;
    let ((ah, al), (bh, bl)) = (split(a), split(b));
    (product, ((ah * bh - product) + ah * bl + al * bh) + al * bl)
}

impl Sum {
    /// The sum of one term.
    #[must_use]
    pub const fn of(x: f64) -> Self {
        Self { high: x, low: 0.0 }
    }

    /// The product of two numbers, unrounded.
    #[must_use]
    pub fn product(a: f64, b: f64) -> Self {
        let (high, low) = two_product(a, b);
        Self { high, low }
    }

    /// Adds one term.
    #[inline]
    pub fn add(&mut self, x: f64) {
        let (sum, lost) = two_sum(self.high, x);
        let low = self.low + lost;
        self.high = sum + low;
        self.low = low - (self.high - sum);
    }

    /// Adds another sum.
    #[inline]
    pub fn merge(&mut self, other: &Self) {
        let (sum, lost) = two_sum(self.high, other.high);
        let (lows, lost_low) = two_sum(self.low, other.low);
        let (sum, rest) = renormalise(sum, lost + lows);
        let (high, low) = renormalise(sum, rest + lost_low);
        *self = Self { high, low };
    }

    /// The sum divided by a number.
    #[must_use]
    pub fn over(&self, divisor: f64) -> Self {
        let first = self.high / divisor;
        let mut rest = *self;
        rest.merge(&Self::product(-first, divisor));
        let (high, low) = renormalise(first, rest.value() / divisor);
        Self { high, low }
    }

    /// The sum times a number.
    #[must_use]
    pub fn times(&self, factor: f64) -> Self {
        let (product, lost) = two_product(self.high, factor);
        let (high, low) = renormalise(product, lost + self.low * factor);
        Self { high, low }
    }

    /// The sum with its sign changed.
    #[must_use]
    pub const fn negated(&self) -> Self {
        Self { high: -self.high, low: -self.low }
    }

    /// The sum as one number.
    #[must_use]
    pub const fn value(&self) -> f64 {
        self.high + self.low
    }
}

/// Two words of falling size that add up to the same number.
fn renormalise(high: f64, low: f64) -> (f64, f64) {
    let sum = high + low;
    (sum, low - (sum - high))
}
