//! A value and what is known about it.

use super::Missing;
use crate::plan::Variant;

/// The range a value may lie in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower bound, in the unit of the value.
    pub low: f64,
    /// The upper bound.
    pub high: f64,
    /// The confidence level, such as 0.95; what was typed claims none.
    pub level: Option<f64>,
    /// How it was found: `wilson`, `adjusted-wald`, `wald`, `t`, `order-statistic`, `feldt`, `newcombe`,
    /// `bootstrap` or `typed`.
    pub method: &'static str,
}

/// A value with its variant, the number of cases behind it and its interval.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// The value (percent for shares, points for NPS), or why there is none.
    pub value: Result<f64, Missing>,
    /// The definition it was computed by.
    pub variant: Variant,
    /// The cases, answers or units behind it.
    pub n: Option<u64>,
    /// Its interval, where one exists.
    pub interval: Option<Interval>,
    /// Cases still open, counted beside the value and not in it.
    pub open: Option<u64>,
    /// The relative error, where the value is read from a sketch.
    pub approximation: Option<f64>,
}

impl Estimate {
    /// The level of every interval computed here.
    pub const LEVEL: f64 = 0.95;

    /// No value, and why.
    #[must_use]
    pub const fn missing(variant: Variant, why: Missing) -> Self {
        Self { value: Err(why), variant, n: None, interval: None, open: None, approximation: None }
    }
}
