//! What all contributors of a node but one make together, and the factor on that one's weight which makes a whole of it.

/// What a contributor counts for: in a mean of what is known, and in the coverage.
pub(super) struct Counted {
    pub weight: f64,
    pub pace: Option<f64>,
    pub coverage: f64,
    /// Of which the status can be told.
    pub decided: f64,
}

/// Sums over the others.
#[derive(Clone, Copy, Default)]
pub(super) struct Others {
    /// Σ w·pace where the pace is known, and the Σ w of it.
    pace: f64,
    paced: f64,
    /// Σ w·coverage, Σ w of what can be told, Σ w.
    coverage: f64,
    decided: f64,
    weight: f64,
}

impl Others {
    /// For each of all: the others before it and those behind it, so that nothing is taken away from a sum again, which
    /// would lose digits.
    pub(super) fn of(all: &[Counted]) -> Vec<Self> {
        let mut behind = vec![Self::default(); all.len()];
        let mut sum = Self::default();
        for (place, each) in behind.iter_mut().zip(all).rev() {
            *place = sum;
            sum = sum.and(&Self::from(each));
        }
        let mut before = Self::default();
        for (place, each) in behind.iter_mut().zip(all) {
            *place = before.and(place);
            before = before.and(&Self::from(each));
        }
        behind
    }

    fn and(&self, other: &Self) -> Self {
        Self {
            pace: self.pace + other.pace,
            paced: self.paced + other.paced,
            coverage: self.coverage + other.coverage,
            decided: self.decided + other.decided,
            weight: self.weight + other.weight,
        }
    }

    /// The factor at which the mean pace of what is known is `needed`.
    pub(super) fn for_pace(&self, own: &Counted, needed: f64) -> Option<f64> {
        solved(self.pace, self.paced, own.weight, own.pace?, needed)
    }

    /// The factor at which so much is known.
    pub(super) fn for_coverage(&self, own: &Counted, needed: f64) -> Option<f64> {
        solved(self.coverage, self.weight, own.weight, own.coverage, needed)
    }

    /// The factor at which of so much the status can be told.
    pub(super) fn for_decided(&self, own: &Counted, needed: f64) -> Option<f64> {
        solved(self.decided, self.weight, own.weight, own.decided, needed)
    }

    /// The factor at which the sum of what is known is `needed`.
    pub(super) fn for_sum(&self, own: &Counted, needed: f64) -> Option<f64> {
        possible((needed - self.pace) / (own.weight * own.pace.unwrap_or(0.0)))
    }
}

impl From<&Counted> for Others {
    fn from(each: &Counted) -> Self {
        let weight = each.weight;
        Self {
            pace: each.pace.map_or(0.0, |pace| weight * pace),
            paced: each.pace.map_or(0.0, |_| weight),
            coverage: weight * each.coverage,
            decided: weight * each.decided,
            weight,
        }
    }
}

/// (sum + f·w·of) ÷ (all + f·w) = needed, for f.
fn solved(sum: f64, all: f64, weight: f64, of: f64, needed: f64) -> Option<f64> {
    possible((needed * all - sum) / (weight * (of - needed)))
}

fn possible(factor: f64) -> Option<f64> {
    (factor.is_finite() && factor >= 0.0).then_some(factor)
}
