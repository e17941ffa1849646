//! What a formula finds, and the few ways there are to find it.

use crate::error::{Param, Params};
use crate::kpi::{Estimate, Interval, Missing, Note};
use crate::stats::{Moments, Net, mean_bounds, wilson};

/// What a formula finds.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The value, or why it is not told.
    pub value: Result<f64, Missing>,
    /// How many cases, answers or customers stand behind it.
    pub n: Option<f64>,
    /// What was divided, and by what.
    pub ratio: Option<(f64, f64)>,
    /// The interval, where one exists.
    pub interval: Option<Interval>,
    /// What there is to know about it.
    pub notes: Vec<Note>,
}

impl Found {
    /// A value with nothing beside it.
    pub(super) const fn value(value: f64) -> Self {
        Self { value: Ok(value), n: None, ratio: None, interval: None, notes: Vec::new() }
    }

    /// A quotient, times a factor; of what can repeat, so that no interval is known.
    pub(super) fn quotient(numerator: f64, denominator: f64, factor: f64) -> Self {
        // The product first: 90 of 100 is 90 %, and nothing beside it.
        Self { ratio: Some((numerator, denominator)), ..Self::value(factor * numerator / denominator) }
    }

    /// A share in percent of single cases, with Wilson's interval.
    pub(super) fn share(numerator: f64, denominator: f64) -> Self {
        let bounds = wilson(numerator, denominator, Estimate::LEVEL);
        Self {
            n: Some(denominator),
            interval: bounds.map(|(low, high)| between(100.0 * low, 100.0 * high, "wilson")),
            ..Self::quotient(numerator, denominator, 100.0)
        }
    }

    /// A mean with Student's interval, held to the ends of its scale.
    pub(super) fn mean(moments: &Moments, ends: (f64, f64)) -> Option<Self> {
        let n = moments.n() as f64;
        let bounds = mean_bounds(moments, Estimate::LEVEL);
        Some(Self {
            n: Some(n),
            ratio: Some((moments.sum(), n)),
            interval: bounds.map(|(low, high)| between(low.max(ends.0), high.min(ends.1), "t")),
            ..Self::value(moments.mean()?)
        })
    }

    /// A net share in points, with the adjusted Wald interval or the plain one.
    pub(super) fn net(net: &Net, plain: bool) -> Option<Self> {
        let (bounds, method) = if plain {
            (net.wald(Estimate::LEVEL)?, "wald")
        } else {
            (net.adjusted_wald(Estimate::LEVEL)?, "adjusted-wald")
        };
        let points = |share: f64| (100.0 * share).clamp(-100.0, 100.0);
        Some(Self {
            n: Some(net.n()),
            interval: Some(between(points(bounds.0), points(bounds.1), method)),
            ..Self::quotient(net.plus - net.minus, net.n(), 100.0)
        })
    }

    /// The same with a note.
    pub(super) fn noting<const N: usize>(
        mut self,
        code: &'static str,
        with: [(&'static str, Param); N],
    ) -> Self {
        self.notes.push(Note { code, params: Params(Vec::from(with)) });
        self
    }

    /// The same with a note where a count was left out.
    pub(super) fn left_out(self, code: &'static str, count: Option<f64>) -> Self {
        match count {
            Some(count) if count > 0.0 => self.noting(code, [("count", count.into())]),
            _ => self,
        }
    }

    /// Nothing of it, where the group is smaller than may be shown.
    pub(super) fn suppressed_under(self, minimum: u32) -> Self {
        if self.n.is_none_or(|n| n >= f64::from(minimum)) {
            return self;
        }
        let value = Err(Missing::new("suppressed").with("minimum", minimum));
        Self { value, ..Self::value(0.0) }
    }
}

/// An interval at the one level there is.
pub(super) const fn between(low: f64, high: f64, method: &'static str) -> Interval {
    Interval { low, high, level: Some(Estimate::LEVEL), method }
}
