//! A scale below all rows.

/// One scale: its ends, and what stands where.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// The lowest and the highest value.
    pub scale: (f64, f64),
    /// What is written at which value; plain numbers at round values where it is empty.
    pub marks: Vec<(f64, String)>,
}

/// No more marks of our own than these.
const MOST: f64 = 6.0;

impl Axis {
    /// What stands where.
    #[must_use]
    pub fn written(&self) -> Vec<(f64, String)> {
        if !self.marks.is_empty() {
            return self.marks.clone();
        }
        let plain = |value: f64| ((value * 1e6).round() / 1e6).to_string();
        self.round().into_iter().map(|value| (value, plain(value))).collect()
    }

    /// Values 1, 2 or 5 times a power of ten apart: by multiplication alone, since logarithms take tables along.
    fn round(&self) -> Vec<f64> {
        let (low, high) = self.scale;
        let rough = (high - low) / MOST;
        if !(rough > 0.0 && rough.is_finite()) {
            return Vec::new();
        }
        let mut power = 1.0;
        while power > rough {
            power /= 10.0;
        }
        while power * 10.0 <= rough {
            power *= 10.0;
        }
        let step = [1.0, 2.0, 5.0]
            .into_iter()
            .map(|of| of * power)
            .find(|step| *step >= rough)
            .unwrap_or(power * 10.0);
        let first = (low / step - 1e-9).ceil();
        let count = ((high / step + 1e-9).floor() - first).clamp(-1.0, MOST + 1.0) as i32;
        (0..=count).map(|at| (first + f64::from(at)) * step).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_at_round_values() {
        let marks = |low, high| {
            let axis = Axis { scale: (low, high), marks: Vec::new() };
            axis.written().into_iter().map(|(_, text)| text).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(marks(0.0, 1.0), "0 0.2 0.4 0.6 0.8 1");
        assert_eq!(marks(0.0, 100.0), "0 20 40 60 80 100");
        assert_eq!(marks(-3.0, 3.0), "-3 -2 -1 0 1 2 3");
        assert_eq!(marks(0.31, 0.63), "0.4 0.5 0.6");
        assert_eq!(marks(2.0, 2.0), "");
    }
}
