//! The natural limits at a point.

/// The centre and the two limits that hold at a point, in the unit of the values. They are as computed: the lower
/// limit of a share may lie below 0, and [`Limits::within`] cuts it for a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// The lower natural limit.
    pub low: f64,
    /// The mean of the baseline.
    pub centre: f64,
    /// The upper natural limit.
    pub high: f64,
}

impl Limits {
    /// Limits at the same distance from the centre; none beyond what a double can hold.
    pub(super) fn around(centre: f64, distance: f64) -> Option<Self> {
        let limits = Self { low: centre - distance, centre, high: centre + distance };
        (limits.low.is_finite() && limits.high.is_finite()).then_some(limits)
    }

    /// The same limits, none beyond the ends of a scale.
    ///
    /// ```
    /// let limits = throughline::signal::Limits { low: -0.1, centre: 0.2, high: 0.5 };
    /// assert_eq!(limits.within(0.0, 1.0).low, 0.0);
    /// ```
    #[must_use]
    pub const fn within(self, least: f64, most: f64) -> Self {
        Self { low: self.low.max(least), centre: self.centre, high: self.high.min(most) }
    }

    /// Whether a value lies beyond a limit; on it is inside.
    pub(super) fn outside(&self, value: f64) -> bool {
        value > self.high || value < self.low
    }

    /// Which side of the centre a value lies on: 1 above, −1 below, 0 on it.
    pub(super) fn side(&self, value: f64) -> i8 {
        i8::from(value > self.centre) - i8::from(value < self.centre)
    }

    /// The side whose limit is nearer to a value than the centre is; 0 where the centre is as near.
    pub(super) fn near(&self, value: f64) -> i8 {
        let nearer = |limit: f64| (value - self.centre).abs() > (limit - value).abs();
        let far = self.outside(value);
        match self.side(value) {
            1 if far || nearer(self.high) => 1,
            -1 if far || nearer(self.low) => -1,
            _ => 0,
        }
    }
}
