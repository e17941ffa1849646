//! Counts and sums by name.

use std::collections::BTreeMap;

use super::{Answers, Durations};
use crate::calendar::{Cycle, Period};
use crate::stats::Moments;

/// What there was at the start of a period.
pub const START: &str = "start";
/// What there was at its end.
pub const END: &str = "end";
/// Customers who bought in a period, where they are followed by their purchases.
pub const BUYERS: &str = "buyers";

/// Several counts and sums, by the names that a family's formula has for them. One that the mapping does not
/// give is not there; one that is given and did not happen is 0.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Tally {
    /// Counts.
    pub counts: BTreeMap<&'static str, f64>,
    /// Sums of time, in seconds, or of money.
    pub amounts: BTreeMap<&'static str, f64>,
    /// The lengths of time of single cases, where the rows are single cases.
    pub durations: Option<Durations>,
    /// Whether start and end are levels that a mapping gives, which are not added up over periods.
    pub level: bool,
    /// Of the customers who left, how many had come in each period; none where customers are not followed.
    pub ended: Option<BTreeMap<Period, u64>>,
    /// The answers to each item by those who answered all, and then their sums.
    pub items: Vec<Moments>,
    /// All answers to all items.
    pub answers: Answers,
}

impl Tally {
    /// Adds the counts and sums of another one of the same time.
    pub fn merge(&mut self, other: &Self) {
        add(&mut self.counts, &other.counts);
        add(&mut self.amounts, &other.amounts);
        match (&mut self.durations, &other.durations) {
            (Some(durations), Some(more)) => durations.merge(more),
            // Those of some cases alone are not those of all.
            (durations, _) => *durations = None,
        }
        if let (Some(ended), Some(more)) = (&mut self.ended, &other.ended) {
            for (began, count) in more {
                *ended.entry(*began).or_default() += count;
            }
        }
        self.items.resize(self.items.len().max(other.items.len()), Moments::default());
        self.items.iter_mut().zip(&other.items).for_each(|(item, more)| item.merge(more));
        self.answers.merge(&other.answers);
    }

    /// The same where customers came in longer periods.
    pub(super) fn lengthen(&mut self, cycle: Cycle) {
        let Some(ended) = &mut self.ended else { return };
        let mut longer = BTreeMap::new();
        for (began, count) in std::mem::take(ended) {
            *longer.entry(Period::containing(began.first_day(), cycle)).or_default() += count;
        }
        *ended = longer;
    }

    /// Makes ready for the merge with a later one: a start is not added to a start, nor an end to an end.
    pub(super) fn keep_ends(&mut self, later: &Self) {
        if !later.level {
            return;
        }
        if let (Some(start), Some(more)) = (self.counts.get_mut(START), later.counts.get(START)) {
            *start -= more;
        }
        if let Some(end) = self.counts.get_mut(END).filter(|_| later.counts.contains_key(END)) {
            *end = 0.0;
        }
    }

    /// The largest count, or how many left: how many units stand behind it; none where there are sums alone.
    #[must_use]
    pub fn size(&self) -> Option<u64> {
        let most = self.counts.values().copied().reduce(f64::max).map(|most| most.max(0.0) as u64);
        let left = self.ended.as_ref().map(|ended| ended.values().sum());
        most.max(left)
    }
}

fn add(ours: &mut BTreeMap<&'static str, f64>, theirs: &BTreeMap<&'static str, f64>) {
    for (name, number) in theirs {
        *ours.entry(name).or_default() += number;
    }
}
