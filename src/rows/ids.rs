//! Ids to rows.

use std::cmp::Ordering;

use crate::index::{Index, Texts, hash};

/// Bytes of a short id.
const WIDE: usize = 16;

/// The rows of a table by their ids.
///
/// Files mostly come in the order of their ids, up or down. As long as they do, a look at the last one tells that an id
/// is new, and there is no index at all. The first that breaks the order starts one; those before it are taken in a few
/// at a time, so that no row waits for all of them.
///
/// ```
/// let mut ids = throughline_rows::Ids::default();
/// let rows = [&b"T9"[..], b"T10", b"T11", b"T11", b"T7", b"T10"].map(|id| ids.intern(id));
/// assert_eq!(rows, [(0, true), (1, true), (2, true), (2, false), (3, true), (1, false)]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Ids {
    texts: Texts,
    index: Index,
    /// How many at the beginning are in order, and in which.
    sorted: usize,
    order: Option<Ordering>,
    /// How many of those the index knows.
    moved: usize,
    /// The last id and its length, as long as all are in order and it is known to be short.
    last: Option<(u32, u128)>,
}

impl Ids {
    /// How many ids the index takes in for each that comes.
    const STEP: usize = 8;

    /// The id of a row.
    #[must_use]
    #[inline]
    pub fn get(&self, row: u32) -> Option<&[u8]> {
        self.texts.get(row)
    }

    /// The row of an id, given now if it is new, and whether it is.
    #[inline(never)]
    pub fn intern(&mut self, id: &[u8]) -> (u32, bool) {
        self.last = None;
        let count = self.texts.len();
        if self.sorted == count {
            let last = (count as u32).wrapping_sub(1);
            let order = self.texts.get(last).map(|last| by_length(id, last));
            match order {
                Some(Ordering::Equal) => return (last, false),
                Some(order) if self.order.is_some_and(|first| first != order) => {}
                order => {
                    self.order = order;
                    self.sorted += 1;
                    self.texts.push(id);
                    return (count as u32, true);
                }
            }
        }
        self.take_in();
        if let Some(row) = self.search(id) {
            return (row, false);
        }
        let (row, new) = self.index.entry(&self.texts, id, hash(id));
        if new {
            self.texts.push(id);
        }
        (row, new)
    }

    /// The same for an id that lies in these bytes, quicker where it is short and follows the one before.
    #[inline(always)]
    pub(crate) fn intern_at(&mut self, bytes: &[u8], from: usize, to: usize) -> (u32, bool) {
        let window =
            bytes.get(from..).and_then(<[u8]>::first_chunk).filter(|_| from < to && to - from <= WIDE);
        let whole = |ids: &mut Self| ids.intern(bytes.get(from..to).unwrap_or_default());
        let Some(window) = window else { return whole(self) };
        let length = to - from;
        let key = (length as u32, u128::from_be_bytes(*window) >> (8 * (WIDE - length)));
        let order = self.last.map(|last| key.cmp(&last)).filter(|order| *order != Ordering::Equal);
        if order.is_some() && order == self.order && self.texts.push_short(window, length) {
            self.last = Some(key);
            self.sorted += 1;
            return (self.sorted as u32 - 1, true);
        }
        let found = whole(self);
        // Behind all others, and in order.
        self.last = Some(key).filter(|_| found.1 && self.sorted == self.texts.len());
        found
    }

    /// Takes a few more of those that came in order into the index.
    fn take_in(&mut self) {
        let end = self.sorted.min(self.moved + Self::STEP);
        for row in self.moved..end {
            let known = self.texts.get(row as u32).unwrap_or_default();
            self.index.insert(hash(known), row as u32);
        }
        self.moved = end;
    }

    /// The row of an id among those in order that the index does not know.
    fn search(&self, id: &[u8]) -> Option<u32> {
        let (mut low, mut high) = (self.moved, self.sorted);
        while low < high {
            let middle = low.midpoint(high);
            match by_length(id, self.texts.get(middle as u32)?) {
                Ordering::Equal => return Some(middle as u32),
                order if Some(order) == self.order => low = middle + 1,
                _ => high = middle,
            }
        }
        None
    }
}

/// The order of numbers, where texts are numbers, whether zeros stand in front or not.
fn by_length(one: &[u8], other: &[u8]) -> Ordering {
    one.len().cmp(&other.len()).then_with(|| one.cmp(other))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::*;
    use crate::Interner;

    /// Ids as files have them: mostly in order, up or down, with some that come again or late.
    fn ids() -> impl Strategy<Value = Vec<String>> {
        let late = prop::collection::vec((0..400_usize, 0..400_u32), 0..60);
        (0..400_u32, any::<bool>(), late).prop_map(|(count, down, late)| {
            let mut ids: Vec<u32> = (0..count).map(|id| if down { count - id } else { id * 3 }).collect();
            late.into_iter().for_each(|(place, id)| ids.insert(place.min(ids.len()), id));
            ids.into_iter().map(|id| format!("T{id}")).collect()
        })
    }

    proptest! {
        #[test]
        fn each_id_has_one_row(ids in ids()) {
            let (mut known, mut rows, mut words) = (HashMap::new(), Ids::default(), Interner::default());
            let mut lying = Ids::default();
            for (place, id) in ids.iter().enumerate() {
                // Most lie in a line, with other bytes behind them.
                let line = format!(",{id},and what follows it");
                let next = known.len() as u32;
                let row = *known.entry(id).or_insert(next);
                let found = match place % 7 {
                    5 => lying.intern(id.as_bytes()),
                    _ => lying.intern_at(line.as_bytes(), 1, 1 + id.len()),
                };
                prop_assert_eq!(found, (row, row == next));
                prop_assert_eq!(rows.intern(id.as_bytes()), (row, row == next));
                prop_assert_eq!(words.intern(id.as_bytes()), (row, row == next));
            }
            for (id, row) in known {
                prop_assert_eq!(rows.get(row), Some(id.as_bytes()));
                prop_assert_eq!(words.find(id.as_bytes()), Some(row));
            }
        }
    }

    #[test]
    fn more_than_a_block() {
        let mut rows = Ids::default();
        // Up to the middle in order, then backwards among those that are there and those that are not.
        let ids: Vec<String> = (0..40_000).map(|id| format!("T{}", id * 2)).collect();
        for (row, id) in ids.iter().enumerate() {
            assert_eq!(rows.intern(id.as_bytes()), (row as u32, true));
        }
        for late in (0..40_000_u32).rev() {
            assert_eq!(rows.intern(format!("T{}", late * 2).as_bytes()), (late, false));
            assert_eq!(
                rows.intern(format!("T{}", late * 2 + 1).as_bytes()),
                (40_000 + (39_999 - late), true)
            );
        }
        assert!(ids.iter().zip(0..).all(|(id, row)| rows.get(row) == Some(id.as_bytes())));
        assert_eq!((rows.get(79_999), rows.get(80_000)), (Some(&b"T1"[..]), None));
    }
}
