//! What a method makes of a series.

use crate::stats::{student_cdf, student_quantile};

/// How a forecast was made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Method {
    /// A straight line by least squares.
    Line {
        /// What it rises by each period.
        slope: f64,
    },
    /// Simple exponential smoothing: the next values are the level now.
    Level {
        /// The weight of the latest value.
        alpha: f64,
    },
    /// Holt's linear trend, which fades.
    DampedTrend {
        /// The weight of the latest value in the level.
        alpha: f64,
        /// The weight of the latest change in the trend.
        beta: f64,
        /// What is left of the trend a period later.
        phi: f64,
    },
    /// Holt–Winters with an additive season.
    HoltWinters {
        /// The weight of the latest value in the level.
        alpha: f64,
        /// The weight of the latest change in the trend.
        beta: f64,
        /// The weight of the latest value in its season.
        gamma: f64,
        /// The number of seasons.
        season: usize,
    },
}

/// One period ahead, or several.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// The value that is expected.
    pub mean: f64,
    /// The standard deviation of what will be around that, parameters taken as known but for the line's.
    pub deviation: f64,
}

/// A forecast.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook {
    /// How it was made.
    pub method: Method,
    /// The values that it was made from.
    pub n: usize,
    /// Degrees of freedom of the deviation: errors less fitted parameters.
    pub freedom: f64,
    /// The sum of the squared errors of forecasts one period ahead.
    pub squares: f64,
    /// The periods ahead, from the next one.
    pub steps: Vec<Step>,
}

impl Outlook {
    /// Between which values the truth will lie with a probability of `level`, so many periods ahead (1 = the next), by
    /// Student's t.
    #[must_use]
    pub fn interval(&self, ahead: usize, level: f64) -> Option<(f64, f64)> {
        let step = self.steps.get(ahead.checked_sub(1)?)?;
        let half = student_quantile(0.5 + level / 2.0, self.freedom)? * step.deviation;
        Some((step.mean - half, step.mean + half))
    }

    /// The chance that the value so many periods ahead is at least `target`, or at most where `less` is better. None
    /// from fewer than [`FEWEST_FOR_CHANCE`](super::FEWEST_FOR_CHANCE) values.
    #[must_use]
    pub fn chance(&self, ahead: usize, target: f64, less: bool) -> Option<f64> {
        let step = self.steps.get(ahead.checked_sub(1)?)?;
        (self.n >= super::FEWEST_FOR_CHANCE).then_some(())?;
        let above = if step.deviation > 0.0 {
            student_cdf((step.mean - target) / step.deviation, self.freedom)
        } else {
            // A series without any noise knows.
            let sure = if less { step.mean <= target } else { step.mean >= target };
            return Some(f64::from(u8::from(sure)));
        };
        Some(if less { 1.0 - above } else { above })
    }
}
