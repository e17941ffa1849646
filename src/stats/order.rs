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
pub fn put_in_order<T>(list: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let pair = |one: usize, other: usize| list.get(one).zip(list.get(other));
    let places =
        order(list.len(), &|one, other| pair(one, other).map_or(Ordering::Equal, |(a, b)| compare(a, b)));
    let mut taken: Vec<Option<T>> = std::mem::take(list).into_iter().map(Some).collect();
    list.extend(places.into_iter().filter_map(|place| taken.get_mut(place)?.take()));
}
