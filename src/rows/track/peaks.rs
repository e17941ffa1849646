//! The lowest and the highest of any stretch of a long series, without reading it through: a pyramid of blocks.
//!
//! Each block of a level knows where the lowest and the highest of its sixteen parts lie. A question reads two ends of
//! each level and nothing between; a value that joins at the end changes one block a level.

/// Parts of a block.
const WIDE: usize = 16;
/// Nothing known in there.
const NONE: u32 = u32::MAX;

/// Where the lowest and the highest value of a stretch lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Ends {
    low: u32,
    high: u32,
}

impl Ends {
    const EMPTY: Self = Self { low: NONE, high: NONE };
}

/// The lowest and the highest so far.
struct Best {
    ends: Ends,
    lowest: f64,
    highest: f64,
}

impl Best {
    const NOTHING: Self = Self { ends: Ends::EMPTY, lowest: f64::INFINITY, highest: f64::NEG_INFINITY };

    /// Values from a place on, in order; one that is no number is neither lower nor higher than any.
    fn read(&mut self, values: &[f64], from: usize) {
        for (at, &value) in values.iter().enumerate() {
            self.low((from + at) as u32, value);
            self.high((from + at) as u32, value);
        }
    }

    /// Of equals the earlier one.
    fn low(&mut self, at: u32, value: f64) {
        if value < self.lowest || (value <= self.lowest && at < self.ends.low) {
            (self.lowest, self.ends.low) = (value, at);
        }
    }

    fn high(&mut self, at: u32, value: f64) {
        if value > self.highest || (value >= self.highest && at < self.ends.high) {
            (self.highest, self.ends.high) = (value, at);
        }
    }

    /// What a block knows.
    fn join(&mut self, ends: Ends, values: &[f64]) {
        let value = |at: u32| values.get(at as usize).copied();
        if let (Some(low), Some(high)) = (value(ends.low), value(ends.high)) {
            self.low(ends.low, low);
            self.high(ends.high, high);
        }
    }
}

/// The pyramid over a series of values.
#[derive(Clone, Debug, Default)]
pub(super) struct Peaks {
    /// Blocks of values first, then blocks of those.
    levels: Vec<Vec<Ends>>,
}

impl Peaks {
    /// Takes in what was added to the values behind the first `from`.
    pub(super) fn extend(&mut self, values: &[f64], from: usize) {
        let (mut start, mut count, mut level) = (from / WIDE, values.len().div_ceil(WIDE), 0);
        while count > 0 {
            let blocks: Vec<Ends> = (start..count).map(|block| self.block(values, level, block)).collect();
            if self.levels.len() == level {
                self.levels.push(Vec::new());
            }
            if let Some(own) = self.levels.get_mut(level) {
                own.truncate(start);
                own.extend(blocks);
            }
            if count == 1 {
                break;
            }
            (start, count, level) = (start / WIDE, count.div_ceil(WIDE), level + 1);
        }
    }

    /// A block of a level, from what lies below it.
    fn block(&self, values: &[f64], level: usize, block: usize) -> Ends {
        let mut best = Best::NOTHING;
        self.read(&mut best, values, level, (block * WIDE, (block + 1) * WIDE));
        best.ends
    }

    /// Reads parts of a level: values, or the blocks of the level below.
    fn read(&self, best: &mut Best, values: &[f64], level: usize, (from, to): (usize, usize)) {
        let Some(below) = level.checked_sub(1) else {
            let to = to.min(values.len());
            return best.read(values.get(from..to).unwrap_or_default(), from);
        };
        let own = self.levels.get(below).map_or(&[][..], Vec::as_slice);
        for ends in own.get(from..to.min(own.len())).unwrap_or_default() {
            best.join(*ends, values);
        }
    }

    /// Where the lowest and the highest of the values from `from` up to before `to` lie; none where none is known.
    pub(super) fn of(&self, values: &[f64], from: usize, to: usize) -> Option<(usize, usize)> {
        let (mut from, mut to, mut level) = (from, to.min(values.len()), 0);
        let mut best = Best::NOTHING;
        while from < to {
            let (first, last) = (from.div_ceil(WIDE), to / WIDE);
            if first >= last {
                self.read(&mut best, values, level, (from, to));
                break;
            }
            self.read(&mut best, values, level, (from, first * WIDE));
            self.read(&mut best, values, level, (last * WIDE, to));
            (from, to, level) = (first, last, level + 1);
        }
        let Ends { low, high } = best.ends;
        (low != NONE).then_some((low as usize, high as usize))
    }

    /// Whether nothing is known in the block that begins at a value.
    pub(super) fn is_bare(&self, at: usize) -> bool {
        let block = at.is_multiple_of(WIDE).then(|| self.levels.first()?.get(at / WIDE)).flatten();
        block.is_some_and(|block| block.low == NONE)
    }

    /// Values of a block.
    pub(super) const BLOCK: usize = WIDE;
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn plain(values: &[f64], from: usize, to: usize) -> Option<(f64, f64)> {
        let known = || values[from..to].iter().copied().filter(|value| !value.is_nan());
        known().next()?;
        Some((known().fold(f64::INFINITY, f64::min), known().fold(f64::NEG_INFINITY, f64::max)))
    }

    proptest! {
        #[test]
        fn every_stretch_has_the_extremes_that_reading_it_through_finds(
            values in prop::collection::vec(prop_oneof![9 => -1e9..1e9f64, 1 => Just(f64::NAN)], 1..900),
            cuts in prop::collection::vec(0usize..900, 1..4),
            ends in (0usize..900, 0usize..900),
        ) {
            // However the values came: at once, or a few at a time.
            let mut peaks = Peaks::default();
            let mut sizes: Vec<usize> = cuts.iter().map(|cut| cut % values.len()).chain([0, values.len()]).collect();
            sizes.sort_unstable();
            for pair in sizes.windows(2) {
                peaks.extend(&values[..pair[1]], pair[0]);
            }
            let (from, to) = (ends.0.min(ends.1).min(values.len()), ends.0.max(ends.1).min(values.len()));
            let found = peaks.of(&values, from, to).map(|(low, high)| (values[low], values[high]));
            prop_assert_eq!(found, plain(&values, from, to));
        }
    }
}
