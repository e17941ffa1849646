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

    /// Of both stretches; of equals the earlier one.
    fn join(self, other: Self, values: &[f64]) -> Self {
        let value = |at: u32| values.get(at as usize).copied().unwrap_or(f64::NAN);
        let before = |one: u32, two: u32, first: bool| match (one, two) {
            (NONE, other) | (other, NONE) => other,
            _ if first || (value(one).total_cmp(&value(two)).is_eq() && one < two) => one,
            _ => two,
        };
        let (low, high) = (value(self.low) < value(other.low), value(self.high) > value(other.high));
        Self { low: before(self.low, other.low, low), high: before(self.high, other.high, high) }
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
        let parts = block * WIDE..(block + 1) * WIDE;
        parts.map(|part| self.part(values, level, part)).fold(Ends::EMPTY, |all, one| all.join(one, values))
    }

    /// What a level is made of: values, or the blocks of the level below.
    fn part(&self, values: &[f64], level: usize, at: usize) -> Ends {
        match level.checked_sub(1) {
            Some(below) => self.levels.get(below).and_then(|own| own.get(at)).copied().unwrap_or(Ends::EMPTY),
            None if values.get(at).is_some_and(|value| !value.is_nan()) => {
                Ends { low: at as u32, high: at as u32 }
            }
            None => Ends::EMPTY,
        }
    }

    /// Where the lowest and the highest of the values from `from` up to before `to` lie; none where none is known.
    pub(super) fn of(&self, values: &[f64], from: usize, to: usize) -> Option<(usize, usize)> {
        let (mut from, mut to, mut level, mut found) = (from, to.min(values.len()), 0, Ends::EMPTY);
        while from < to {
            let (first, last) = (from.div_ceil(WIDE), to / WIDE);
            let inner = if first < last { (first * WIDE, last * WIDE) } else { (to, to) };
            for at in (from..inner.0).chain(inner.1..to) {
                found = found.join(self.part(values, level, at), values);
            }
            (from, to, level) = if first < last { (first, last, level + 1) } else { (0, 0, level) };
        }
        (found.low != NONE).then_some((found.low as usize, found.high as usize))
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
