//! A number on the common scale, and the difference of two.

use crate::plan::named;

named! {
    /// Why a level has no interval.
    Unsure {
        /// Nobody said how many answered, or one did.
        NoN = "no-n",
        /// Nobody said how far the answers spread, or they do not at all.
        NoSpread = "no-spread",
        /// The KPI's value has no interval.
        NoInterval = "no-interval",
    }
}

/// A level or a difference of two, with its 95 % interval or why there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// The level, 0 to 1; a difference, −1 to 1.
    pub value: f64,
    /// Lower and upper end.
    pub bounds: Result<(f64, f64), Unsure>,
}

impl Level {
    /// A level within 0 to 1, with its ends.
    #[must_use]
    pub fn new(value: f64, bounds: Result<(f64, f64), Unsure>) -> Self {
        let inside = |number: f64| number.clamp(0.0, 1.0);
        let bounds = bounds.map(|(one, other)| (inside(one.min(other)), inside(one.max(other))));
        Self { value: inside(value), bounds }
    }

    /// This less another, from their intervals alone: the distances of the ends are added as squares (MOVER; Zou and Donner
    /// 2008, Statistics in Medicine 27:1693–1702), which keeps an interval that is not symmetric. Both are taken for
    /// independent; answers of the same people usually rise and fall together, which makes the interval too wide rather
    /// than too narrow.
    ///
    /// ```
    /// use throughline::needs::Level;
    /// // Newcombe 1998 (Statistics in Medicine 17:873–890), table II, method 10: 56 of 70 less 48 of 80.
    /// let share = |k: f64, n| Level { value: k / n, bounds: Ok(throughline::stats::wilson(k, n, 0.95).unwrap()) };
    /// let found = share(56.0, 70.0).less(&share(48.0, 80.0));
    /// let (low, high) = found.bounds.unwrap();
    /// assert!((low - 0.0524).abs() < 5e-5 && (high - 0.3339).abs() < 5e-5);
    /// ```
    #[must_use]
    pub fn less(&self, other: &Self) -> Self {
        let value = self.value - other.value;
        let bounds = self.bounds.and_then(|(low, high)| {
            let (other_low, other_high) = other.bounds?;
            let below = (self.value - low).hypot(other_high - other.value);
            let above = (high - self.value).hypot(other.value - other_low);
            Ok((value - below, value + above))
        });
        Self { value, bounds }
    }

    /// Whether the whole interval lies above 0.
    #[must_use]
    pub fn surely_above(&self) -> bool {
        self.bounds.is_ok_and(|(low, _)| low > 0.0)
    }

    /// Whether it lies below 0.
    #[must_use]
    pub fn surely_below(&self) -> bool {
        self.bounds.is_ok_and(|(_, high)| high < 0.0)
    }
}
