//! Which gap is larger than which, as far as the intervals tell.

use super::Level;
use crate::stats::put_in_order;

/// The place of a gap among others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which of them, by its place in the list that was given.
    pub of: usize,
    /// The first place it may have: behind those that are surely larger.
    pub first: usize,
    /// The last place it may have: before those that are surely smaller.
    pub last: usize,
    /// Those it cannot be told apart from.
    pub tied: Vec<usize>,
}

/// Gaps from the largest down, each with the places that it may have. Two are told apart where the interval of their
/// difference (as of [`Level::less`]) leaves out 0, each pair by itself at 95 %; one without an interval never is. Of many
/// needs some pair is told apart by chance.
///
/// ```
/// use throughline::needs::{Level, places};
/// let gap = |value: f64, half: f64| Level { value, bounds: Ok((value - half, value + half)) };
/// let found = places(&[gap(0.1, 0.05), gap(0.4, 0.05), gap(0.36, 0.05)]);
/// assert_eq!(found.iter().map(|each| (each.of, each.first, each.last)).collect::<Vec<_>>(), [(1, 1, 2), (2, 1, 2), (0, 3, 3)]);
/// assert_eq!(found[0].tied, [2]);
/// ```
#[must_use]
pub fn places(gaps: &[Level]) -> Vec<Place> {
    let mut order: Vec<(usize, Level)> = gaps.iter().copied().enumerate().collect();
    put_in_order(&mut order, |one, other| other.1.value.total_cmp(&one.1.value));
    let place = |(of, gap): &(usize, Level)| {
        let others = order.iter().filter(|(other, _)| other != of);
        let (mut larger, mut smaller, mut tied) = (0, 0, Vec::new());
        for (other, its) in others {
            let difference = its.less(gap);
            if difference.surely_above() {
                larger += 1;
            } else if difference.surely_below() {
                smaller += 1;
            } else {
                tied.push(*other);
            }
        }
        Place { of: *of, first: 1 + larger, last: gaps.len() - smaller, tied }
    };
    order.iter().map(place).collect()
}
