//! What rows of one period and segment amount to.

use super::{Answers, Quantiles, Tally};
use crate::calendar::Cycle;
use crate::stats::Moments;

/// What rows of one period and segment amount to, mergeable in any order.
#[derive(Clone, Debug, PartialEq)]
pub struct Partial {
    /// Rows counted.
    pub n: u64,
    /// Cases still open, counted beside.
    pub open: u64,
    /// The numbers, by the kind of measure.
    pub shape: Shape,
}

/// The numbers of a partial, by the kind of measure.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A part and its whole.
    Counts {
        /// Those that count.
        numerator: f64,
        /// All of them.
        denominator: f64,
    },
    /// Answers by the point of the scale.
    Scale(Answers),
    /// Lengths of time.
    Duration(Durations),
    /// Several counts and sums, by the names that the family's formula has for them.
    Tally(Box<Tally>),
}

/// Lengths of time, in seconds.
#[derive(Clone, Debug, PartialEq)]
pub struct Durations {
    /// Count, mean, spread.
    pub moments: Moments,
    /// How many are within the measure's limit, where it has one.
    pub within: Option<u64>,
    /// What quantiles are read from.
    pub quantiles: Quantiles,
}

impl Partial {
    /// Adds another partial of the same measure. Shapes of different kinds do not meet; where they
    /// did, the first would stand.
    pub fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.open += other.open;
        match (&mut self.shape, &other.shape) {
            (
                Shape::Counts { numerator, denominator },
                Shape::Counts { numerator: more, denominator: of },
            ) => {
                *numerator += more;
                *denominator += of;
            }
            (Shape::Scale(answers), Shape::Scale(more)) => answers.merge(more),
            (Shape::Duration(durations), Shape::Duration(more)) => durations.merge(more),
            (Shape::Tally(tally), Shape::Tally(more)) => tally.merge(more),
            _ => {}
        }
    }

    /// Adds the partial of a later period: what there was at the start stays that of the first, what there was at
    /// the end becomes that of the last.
    pub fn follow(&mut self, later: &Self) {
        if let (Shape::Tally(tally), Shape::Tally(more)) = (&mut self.shape, &later.shape) {
            tally.keep_ends(more);
        }
        self.merge(later);
    }

    /// The same where what it tells by periods tells by longer ones.
    #[must_use]
    pub(super) fn lengthened(&self, cycle: Cycle) -> Self {
        let mut partial = self.clone();
        if let Shape::Tally(tally) = &mut partial.shape {
            tally.lengthen(cycle);
        }
        partial
    }

    /// How many cases, answers or counted units stand behind it: what suppression looks at.
    #[must_use]
    pub fn size(&self) -> u64 {
        match &self.shape {
            Shape::Counts { denominator, .. } => denominator.max(0.0) as u64,
            Shape::Scale(_) | Shape::Duration(_) => self.n,
            Shape::Tally(tally) => tally.size().unwrap_or(self.n),
        }
    }
}

impl Durations {
    /// Adds the durations of another partial.
    pub fn merge(&mut self, other: &Self) {
        self.moments.merge(&other.moments);
        self.within = self.within.zip(other.within).map(|(a, b)| a + b);
        self.quantiles.merge(&other.quantiles);
    }
}
