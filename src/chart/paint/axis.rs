//! Axes of our own: plotters' ticks hang on an infinite span and panic on NaN or on spans under 1e-8 of the value.

use std::ops::Range;

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged};

/// A span of values that can be drawn: both ends finite, far enough apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Domain {
    low: f64,
    high: f64,
}

impl Domain {
    /// 0 to 1.
    pub const UNIT: Self = Self { low: 0.0, high: 1.0 };

    /// The span of the finite ones among `values`; where they are one value, or none, a span around it. Never wider
    /// than half of what a number can hold, so that a difference stays finite.
    #[must_use]
    pub fn of(values: impl IntoIterator<Item = f64>) -> Self {
        let limit = f64::MAX / 4.0;
        let finite = values.into_iter().filter(|v| v.is_finite()).map(|v| v.clamp(-limit, limit));
        let (low, high) = finite.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(v), h.max(v)));
        if low > high { Self::UNIT } else { Self::around(low, high) }
    }

    fn around(low: f64, high: f64) -> Self {
        let least = low.abs().max(high.abs()).max(1e-12) * 1e-6;
        if high - low >= least {
            return Self { low, high };
        }
        let middle = low / 2.0 + high / 2.0;
        Self { low: middle - least, high: middle + least }
    }

    /// The same span with `share` of itself added at both ends.
    #[must_use]
    pub fn padded(self, share: f64) -> Self {
        let more = (self.high - self.low) * share.clamp(0.0, 1.0);
        Self { low: self.low - more, high: self.high + more }
    }

    /// Lowest value.
    #[must_use]
    pub fn low(self) -> f64 {
        self.low
    }

    /// Highest value.
    #[must_use]
    pub fn high(self) -> f64 {
        self.high
    }

    /// Where `value` lies, 0 to 1; what lies outside, or is no number, goes to the nearer end or the low one.
    #[must_use]
    pub fn share(self, value: f64) -> f64 {
        let share = (value - self.low) / (self.high - self.low);
        if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) }
    }

    /// At most `most` round values inside the span: 1, 2 or 5 times a power of ten apart.
    #[must_use]
    pub fn ticks(self, most: usize) -> Vec<f64> {
        let span = self.high - self.low;
        let rough = span / most.clamp(1, 100) as f64;
        let power = 10f64.powf(rough.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|m| m * power).find(|s| *s >= rough);
        let Some(step) = step.filter(|s| s.is_finite() && *s > 0.0) else { return Vec::new() };
        let first = (self.low / step).ceil();
        let count = ((self.high / step).floor() - first).clamp(-1.0, 100.0);
        (0..=count as i64).filter(|_| count >= 0.0).map(|at| (first + at as f64) * step).collect()
    }
}

/// A [`Domain`] as plotters wants its axes.
#[derive(Clone, Copy, Debug)]
pub struct Axis(pub Domain);

impl Ranged for Axis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        let (from, to) = (f64::from(limit.0), f64::from(limit.1));
        (from + (to - from) * self.0.share(*value)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        self.0.ticks(hint.max_num_points())
    }

    fn range(&self) -> Range<f64> {
        self.0.low..self.0.high
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_ordinary_kpi_far_from_zero_has_ticks() {
        assert_eq!(Domain::of([0.0, 10.0]).ticks(5), [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]);
        let narrow = Domain::of([1e9, 1_000_000_001.0]);
        assert!(narrow.high() > narrow.low() && narrow.ticks(4).len() <= 5);
    }

    proptest! {
        #[test]
        fn any_values_give_a_span_that_can_be_drawn(values in prop::collection::vec(any::<f64>(), 0..5), most in 0usize..50) {
            let domain = Domain::of(values).padded(0.1);
            prop_assert!(domain.low().is_finite() && domain.high().is_finite() && domain.high() > domain.low());
            prop_assert!((domain.high() - domain.low()).is_finite());
            let ticks = domain.ticks(most);
            prop_assert!(ticks.len() <= 101 && ticks.iter().all(|t| t.is_finite()));
            let at = Axis(domain).map(&f64::NAN, (0, 100));
            prop_assert!((0..=100).contains(&at));
        }
    }
}
