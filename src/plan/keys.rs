//! Looking up ids: what each begins with stands in one piece of memory, so that a search in a large plan reads the ids
//! themselves at its end alone.

use std::cmp::Ordering;

/// What ids begin with, in the order of the ids; as large as the part of an id that tells it apart in most plans.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Keys(Vec<u64>);

impl Keys {
    /// Those of ids that are in order.
    pub(super) fn of<'a>(ids: impl Iterator<Item = &'a str>) -> Self {
        Self(ids.map(key).collect())
    }

    /// The place of an id; `at` gives the id of a place.
    #[inline(never)]
    pub(super) fn find<'a>(&self, id: &str, at: &dyn Fn(usize) -> Option<&'a str>) -> Option<usize> {
        let (key, mut low, mut high) = (key(id), 0, self.0.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            match self.0.get(middle)?.cmp(&key).then_with(|| at(middle).cmp(&Some(id))) {
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
                Ordering::Equal => return Some(middle),
            }
        }
        None
    }
}

/// The first 8 bytes as a number of the same order.
fn key(id: &str) -> u64 {
    let mut first = [0; 8];
    first.iter_mut().zip(id.bytes()).for_each(|(place, byte)| *place = byte);
    u64::from_be_bytes(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Short ids of few letters, so that many begin alike or are the same but for what ends them.
        #[test]
        fn what_is_found_is_what_a_walk_over_all_finds(
            mut ids in prop::collection::vec("[ab\u{0}é]{0,3}(01234567)?[ab]{0,2}", 0..40),
            asked in "[ab\u{0}é]{0,3}(01234567)?[ab]{0,2}",
        ) {
            ids.sort();
            ids.dedup();
            let keys = Keys::of(ids.iter().map(String::as_str));
            let find = |id: &str| keys.find(id, &|place| ids.get(place).map(String::as_str));
            prop_assert_eq!(find(&asked), ids.iter().position(|id| *id == asked));
            for (place, id) in ids.iter().enumerate() {
                prop_assert_eq!(find(id), Some(place));
            }
        }
    }
}
