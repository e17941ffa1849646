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
        // Rows of no segment are a group too, which is had by difference.
        let shown: u64 = sizes.iter().map(|Reverse((size, _))| size).sum();
        let rest = self.whole(period).map_or(0, |whole| whole.size().saturating_sub(shown));
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
}
