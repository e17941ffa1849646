//! One sort for all lists that are put in order now and then.

use std::cmp::Ordering;

/// The positions 0 to `count` in the order that `compare` puts them in; equals stay as they were.
///
/// Each sort by a closure of its own is compiled anew, thousands of bytes a time; this one is compiled once.
///
/// ```
/// use throughline::stats::order;
/// let words = ["c", "a", "b"];
/// assert_eq!(order(3, &|one, other| words[one].cmp(words[other])), [1, 2, 0]);
/// ```
#[must_use]
pub fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

/// Puts a list in order; equals stay as they were.
///
/// ```
/// let mut pairs = vec![(2, 'b'), (1, 'a'), (2, 'a')];
/// throughline::stats::put_in_order(&mut pairs, |one, other| one.0.cmp(&other.0));
/// assert_eq!(pairs, [(1, 'a'), (2, 'b'), (2, 'a')]);
/// ```
pub fn put_in_order<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let pair = |one: usize, other: usize| list.get(one).zip(list.get(other));
    let places =
        order(list.len(), &|one, other| pair(one, other).map_or(Ordering::Equal, |(a, b)| compare(a, b)));
    for (at, other) in swaps(places).into_iter().enumerate() {
        list.swap(at, other);
    }
}

/// What each place, from the first on, is to be swapped with, so that all come where they belong.
fn swaps(mut places: Vec<usize>) -> Vec<usize> {
    for at in 0..places.len() {
        let whence = |place: usize| places.get(place).copied().unwrap_or(place);
        let mut from = whence(at);
        // What began at a place that is behind by now was swapped away from there.
        while from < at {
            from = whence(from);
        }
        if let Some(place) = places.get_mut(at) {
            *place = from;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_list_comes_in_order_and_equals_stay(keys in prop::collection::vec(0..20_u8, 0..60)) {
            let mut list: Vec<(u8, usize)> = keys.into_iter().zip(0..).collect();
            let mut known = list.clone();
            put_in_order(&mut list, |one, other| one.0.cmp(&other.0));
            known.sort_by_key(|each| each.0);
            prop_assert_eq!(list, known);
        }
    }
}
