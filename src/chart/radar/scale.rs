//! The scale of a radar: from the centre to the outermost ring.

/// More rings than these are a grey area.
pub const MOST_RINGS: usize = 12;

/// One scale for every axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// The value at the centre.
    pub low: f64,
    /// The value at the outermost ring; above `low`.
    pub high: f64,
    /// From one ring to the next; above 0.
    pub step: f64,
    /// What stands at the centre and at each ring, innermost first; the plain numbers where it is empty.
    pub marks: Vec<String>,
}

impl Scale {
    /// Where a value lies: 0 at the centre, 1 at the outermost ring, and never beyond either.
    ///
    /// ```
    /// use throughline::chart::radar::Scale;
    /// let maturity = Scale { low: 1.0, high: 5.0, step: 1.0, marks: Vec::new() };
    /// assert_eq!([1.0, 3.0, 5.0].map(|value| maturity.share(value)), [0.0, 0.5, 1.0]);
    /// ```
    #[must_use]
    pub fn share(&self, value: f64) -> f64 {
        let share = (value - self.low) / (self.high - self.low);
        if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) }
    }

    /// The values at the centre and at each ring; the last one is the high end, whether a whole step leads there or not.
    #[must_use]
    pub fn rings(&self) -> Vec<f64> {
        let steps = ((self.high - self.low) / self.step - 1e-9).ceil().clamp(1.0, MOST_RINGS as f64) as usize;
        let inner = (0..steps).map(|at| self.low + at as f64 * self.step);
        inner.chain([self.high]).collect()
    }

    /// What stands at a ring.
    pub(super) fn mark(&self, at: usize, value: f64) -> String {
        // Steps of a tenth add up to 0.30000000000000004.
        let plain = || ((value * 1e6).round() / 1e6).to_string();
        self.marks.get(at).cloned().unwrap_or_else(plain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(low: f64, high: f64, step: f64) -> Vec<String> {
        let scale = Scale { low, high, step, marks: Vec::new() };
        scale.rings().into_iter().enumerate().map(|(at, value)| scale.mark(at, value)).collect()
    }

    #[test]
    fn rings_end_at_the_high_end() {
        assert_eq!(marks(1.0, 5.0, 1.0), ["1", "2", "3", "4", "5"]);
        assert_eq!(marks(0.0, 1.0, 0.1).join(" "), "0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1");
        assert_eq!(marks(0.0, 10.0, 4.0), ["0", "4", "8", "10"]);
        assert_eq!(marks(-1.0, 1.0, 5.0), ["-1", "1"]);
    }
}
