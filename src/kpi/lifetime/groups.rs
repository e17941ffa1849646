//! Customers who look alike to a model, counted: a likelihood is summed over them, in an order of its own.

use super::Buyer;
use crate::stats::put_in_order;

/// So many customers with the same repeats and times.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Group {
    pub repeats: u32,
    pub last: f64,
    pub age: f64,
    pub count: f64,
}

/// The groups, so ordered that the order of the customers makes no difference to any sum.
pub(super) fn groups(buyers: &[Buyer]) -> Vec<Group> {
    let one = |buyer: &Buyer| Group { repeats: buyer.repeats, last: buyer.last, age: buyer.age, count: 1.0 };
    let mut all: Vec<Group> = buyers.iter().map(one).collect();
    put_in_order(&mut all, |one, other| {
        let times = || one.age.total_cmp(&other.age).then(one.last.total_cmp(&other.last));
        one.repeats.cmp(&other.repeats).then_with(times)
    });
    all.dedup_by(|next, kept| {
        let same = next.repeats == kept.repeats
            && next.age.total_cmp(&kept.age).is_eq()
            && next.last.total_cmp(&kept.last).is_eq();
        if same {
            kept.count += 1.0;
        }
        same
    });
    all
}
