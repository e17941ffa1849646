//! The axis of values: whole steps of 1, 2 or 5 times a power of ten, whatever the span.

/// Whether an axis begins at zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Base {
    /// Where zero is no further from the values than they are from one another, or where they are all one value.
    #[default]
    Near,
    /// Always: counts and shares, whose length is read against nothing.
    Zero,
    /// Never for its own sake.
    Data,
}

/// An axis of values: from a whole step to a whole step.
#[derive(Clone, Debug, PartialEq)]
pub struct Values {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// From one step to the next.
    pub step: f64,
    /// Digits behind the point that tell one step from the next.
    pub digits: u32,
    /// Every step, the lowest first.
    pub ticks: Vec<f64>,
    /// Whether zero lies outside.
    pub truncated: bool,
}

/// Values further out are drawn here, so that a difference of two stays a number.
const LARGEST: f64 = 1e300;

impl Values {
    /// An axis for everything between `ends`, in about `most` steps; without ends from 0 to 1.
    ///
    /// ```
    /// use throughline::chart::trend::{Base, Values};
    /// let axis = Values::of(Some((1e9, 1_000_000_001.0)), Base::Near, 5);
    /// assert_eq!((axis.low, axis.high, axis.step, axis.digits), (1e9, 1_000_000_001.0, 0.2, 1));
    /// ```
    #[must_use]
    pub fn of(ends: Option<(f64, f64)>, base: Base, most: usize) -> Self {
        let (low, high) = spread(ends, base);
        let step = Step::of((high - low) / most.clamp(1, 100) as f64);
        // A hair under a whole step is that step.
        let hair = 1e-9;
        let (from, to) = ((step.parts(low) + hair).floor(), (step.parts(high) - hair).ceil());
        let count = (to - from).clamp(1.0, 200.0) as usize;
        let ticks: Vec<f64> = (0..=count).map(|at| step.value(from + at as f64)).collect();
        let (low, high) = (step.value(from), step.value(from + count as f64));
        let digits = step.power.min(0).unsigned_abs();
        Self { low, high, step: step.value(1.0), digits, ticks, truncated: low > 0.0 || high < 0.0 }
    }

    /// Where a value lies: 0 at the lower end, 1 at the upper, and never beyond either.
    #[must_use]
    pub fn share(&self, value: f64) -> f64 {
        let share = (value - self.low) / (self.high - self.low);
        if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) }
    }
}

/// Ends that are apart, zero among them where the rule says so.
fn spread(ends: Option<(f64, f64)>, base: Base) -> (f64, f64) {
    let Some((low, high)) = ends else { return (0.0, 1.0) };
    let (low, high) = (low.clamp(-LARGEST, LARGEST), high.clamp(-LARGEST, LARGEST));
    let (mut low, mut high) = (low.min(high), high.max(low));
    let (span, far) = (high - low, if low > 0.0 { low } else { -high });
    let zero = match base {
        Base::Zero => true,
        Base::Near => span <= 0.0 || far <= span,
        Base::Data => false,
    };
    if zero {
        (low, high) = (low.min(0.0), high.max(0.0));
    }
    let least = low.abs().max(high.abs()) * 1e-12;
    match () {
        // All zero: upwards, since most of what is counted cannot be less.
        () if high <= 0.0 && low >= 0.0 => (0.0, 1.0),
        () if high - low > least => (low, high),
        () => (low - low.abs() * 0.05, high + high.abs() * 0.05),
    }
}

/// 1, 2 or 5 times a power of ten, kept apart: 3 × 0.1 is then 0.3, not 0.30000000000000004.
struct Step {
    mantissa: f64,
    power: i32,
}

impl Step {
    /// The least that is `rough` or more.
    fn of(rough: f64) -> Self {
        let mut power = 0;
        while power < 308 && ten(power + 1) <= rough {
            power += 1;
        }
        while power > -300 && power <= 0 && rough * ten(-power) < 1.0 {
            power -= 1;
        }
        let next = Self { mantissa: 1.0, power: power + 1 };
        // A hair over a step is that step.
        let enough = |step: &Self| step.value(1.0) >= rough * (1.0 - 1e-9);
        [1.0, 2.0, 5.0].map(|mantissa| Self { mantissa, power }).into_iter().find(enough).unwrap_or(next)
    }

    /// So many steps as a value.
    fn value(&self, steps: f64) -> f64 {
        let count = steps * self.mantissa;
        if self.power < 0 { count / ten(-self.power) } else { count * ten(self.power) }
    }

    /// A value in steps.
    fn parts(&self, value: f64) -> f64 {
        if self.power < 0 {
            value * ten(-self.power) / self.mantissa
        } else {
            value / ten(self.power) / self.mantissa
        }
    }
}

/// A power of ten, without the library's own, which brings tables of numbers into whatever loads it.
fn ten(power: i32) -> f64 {
    (0..power).fold(1.0, |product, _| product * 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ticks(low: f64, high: f64, base: Base) -> Vec<f64> {
        Values::of(Some((low, high)), base, 5).ticks
    }

    #[test]
    fn steps_are_what_a_hand_would_write() {
        assert_eq!(ticks(0.0, 0.9, Base::Near), [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        assert_eq!(ticks(0.61, 0.69, Base::Near), [0.6, 0.62, 0.64, 0.66, 0.68, 0.7]);
        assert_eq!(ticks(61.0, 69.0, Base::Near), [60.0, 62.0, 64.0, 66.0, 68.0, 70.0]);
        assert_eq!(ticks(0.1, 0.3, Base::Data), [0.1, 0.15, 0.2, 0.25, 0.3]);
        assert_eq!(ticks(-3.0, 8.0, Base::Near), [-5.0, 0.0, 5.0, 10.0]);
        assert_eq!(ticks(1e15, 9e15, Base::Near), [0.0, 2e15, 4e15, 6e15, 8e15, 1e16]);
    }

    #[test]
    fn zero_is_there_where_the_rule_says_so() {
        // 40 is 20 from 60 and 40 from zero: zero is further off than the values are apart.
        assert!(Values::of(Some((40.0, 60.0)), Base::Near, 5).truncated);
        assert_eq!(Values::of(Some((20.0, 60.0)), Base::Near, 5).low.to_bits(), 0f64.to_bits());
        assert_eq!(Values::of(Some((40.0, 60.0)), Base::Zero, 5).low.to_bits(), 0f64.to_bits());
        assert_eq!(Values::of(Some((20.0, 60.0)), Base::Data, 4).low.to_bits(), 20f64.to_bits());
        assert!(!Values::of(Some((-60.0, -40.0)), Base::Zero, 5).truncated);
        // One value alone: nothing would say how far it is from anything.
        assert_eq!(ticks(4.2, 4.2, Base::Near), [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]);
        assert_eq!(ticks(0.0, 0.0, Base::Data), [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        assert_eq!(Values::of(None, Base::Near, 5).ticks.len(), 6);
    }

    proptest! {
        #[test]
        fn any_ends_give_few_steps_that_hold_them(
            low in any::<f64>().prop_filter("a number", |v| v.is_finite() && v.abs() < 1e300),
            more in prop_oneof![Just(0.0), 0.0..1e3f64, 0.0..1e300f64], most in 2usize..12,
        ) {
            for base in [Base::Near, Base::Zero, Base::Data] {
                let high = (low + more).min(1e300);
                let axis = Values::of(Some((low, high)), base, most);
                prop_assert!(axis.low.is_finite() && axis.high.is_finite() && axis.high > axis.low, "{axis:?}");
                let room = (axis.high - axis.low) * 1e-6;
                prop_assert!(axis.low <= low + room && axis.high >= high - room, "{axis:?} {low} {high}");
                prop_assert!(axis.ticks.len() >= 2 && axis.ticks.len() <= most + 3, "{axis:?}");
                prop_assert!(axis.ticks.windows(2).all(|pair| pair[0] < pair[1]), "{axis:?}");
                prop_assert!(base != Base::Zero || !axis.truncated);
            }
        }
    }
}
