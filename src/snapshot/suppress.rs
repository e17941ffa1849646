//! Which segments of a period must not be shown.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use super::{MeasurePart, Segment};
use crate::calendar::Period;

/// A group of fewer rows than this is not shown by itself.
pub const MINIMUM: u64 = 5;

impl MeasurePart {
    /// The segments of a period that must not be shown: those under the [minimum](MINIMUM), and then
    /// the next smallest ones until nothing under the minimum, and no single segment, is left as the
    /// difference between the whole and what is shown.
    #[must_use]
    pub fn hidden(&self, period: Period) -> BTreeSet<&Segment> {
        let mut sizes: BinaryHeap<Reverse<(u64, &Segment)>> = self
            .cells_of(period)
            .filter_map(|((_, segment), partial)| Some(Reverse((partial.size(), segment.as_ref()?))))
            .collect();
        let mut hidden = BTreeSet::new();
        let rest = self.rest(period);
        let mut difference = rest;
        while let Some(Reverse((size, segment))) = sizes.pop() {
            let groups = hidden.len() + usize::from(rest > 0);
            let small = !hidden.is_empty() || (1..MINIMUM).contains(&rest);
            let given_away = small && (groups < 2 || difference < MINIMUM);
            if size >= MINIMUM && !given_away {
                break;
            }
            hidden.insert(segment);
            difference += size;
        }
        hidden
    }

    /// The size of the rows of no segment: a group too, which is had by difference.
    fn rest(&self, period: Period) -> u64 {
        let segments = self.cells_of(period).filter(|((_, segment), _)| segment.is_some());
        let (n, size) = segments.fold((0, 0), |sum, (_, cell)| (sum.0 + cell.n, sum.1 + cell.size()));
        // By rows first: fractions of a count, cut off cell by cell, are no group.
        let whole = self.whole(period).filter(|whole| whole.n > n);
        whole.map_or(0, |whole| whole.size().saturating_sub(size))
    }
}
