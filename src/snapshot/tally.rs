//! Counts and sums by name.

use std::collections::BTreeMap;

use super::Durations;

/// What there was at the start of a period.
pub const START: &str = "start";
/// What there was at its end.
pub const END: &str = "end";

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
    }

    /// Makes ready for the merge with a later one: a start is not added to a start, nor an end to an end.
    pub(super) fn keep_ends(&mut self, later: &Self) {
        if let (Some(start), Some(more)) = (self.counts.get_mut(START), later.counts.get(START)) {
            *start -= more;
        }
        if let Some(end) = self.counts.get_mut(END).filter(|_| later.counts.contains_key(END)) {
            *end = 0.0;
        }
    }

    /// The largest count: how many units stand behind it; none where there are sums alone.
    #[must_use]
    pub fn size(&self) -> Option<u64> {
        self.counts.values().copied().reduce(f64::max).map(|most| most.max(0.0) as u64)
    }
}

fn add(ours: &mut BTreeMap<&'static str, f64>, theirs: &BTreeMap<&'static str, f64>) {
    for (name, number) in theirs {
        *ours.entry(name).or_default() += number;
    }
}
