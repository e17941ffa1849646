//! What quantiles are read from.

use super::{Runs, Sketches};
use crate::stats::Sketch;

/// The values themselves, or a sketch of them.
#[derive(Clone, Debug, PartialEq)]
pub enum Quantiles {
    /// The values.
    Exact(Runs),
    /// A sketch, as a written snapshot holds it.
    Sketch(Sketch),
}

impl Quantiles {
    /// Of these values, in any order.
    #[must_use]
    pub fn exact(values: Vec<f64>) -> Self {
        Self::Exact(Runs::of(values))
    }

    /// How many values there are.
    #[must_use]
    pub fn n(&self) -> u64 {
        match self {
            Self::Exact(values) => values.n() as u64,
            Self::Sketch(sketch) => sketch.n(),
        }
    }

    /// The quantile `p` by type 7.
    #[must_use]
    pub fn type_7(&self, p: f64) -> Option<f64> {
        match self {
            Self::Exact(values) => values.type_7(p),
            Self::Sketch(sketch) => sketch.type_7(p),
        }
    }

    /// The quantile `p` by nearest rank.
    #[must_use]
    pub fn nearest_rank(&self, p: f64) -> Option<f64> {
        match self {
            Self::Exact(values) => values.nearest_rank(p),
            Self::Sketch(sketch) => sketch.nearest_rank(p),
        }
    }

    /// The value of a rank counted from 0.
    #[must_use]
    pub fn order_statistic(&self, rank: usize) -> Option<f64> {
        match self {
            Self::Exact(values) => values.order_statistic(rank),
            Self::Sketch(sketch) => sketch.order_statistic(rank as u64),
        }
    }

    /// The relative error of a quantile; none where it is exact.
    #[must_use]
    pub const fn error(&self) -> Option<f64> {
        match self {
            Self::Exact(_) => None,
            Self::Sketch(_) => Some(Sketch::ERROR),
        }
    }

    /// The same values as a sketch.
    #[must_use]
    pub fn to_sketch(&self) -> Sketch {
        match self {
            Self::Sketch(sketch) => sketch.clone(),
            Self::Exact(values) => values.to_sketch(),
        }
    }

    /// The same, where runs of values are met again and again.
    #[must_use]
    pub fn to_sketch_by(&self, known: &mut Sketches) -> Sketch {
        match self {
            Self::Sketch(sketch) => sketch.clone(),
            Self::Exact(values) => values.to_sketch_by(known),
        }
    }

    /// Adds all values of another; the result is exact where both are.
    pub fn merge(&mut self, other: &Self) {
        if let (Self::Exact(values), Self::Exact(more)) = (&mut *self, other) {
            values.merge(more);
            return;
        }
        let mut sketch = self.to_sketch();
        sketch.merge(&other.to_sketch());
        *self = Self::Sketch(sketch);
    }
}
