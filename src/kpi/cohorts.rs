//! Customers by the period they came in: how many of each are still there after so many periods (N7).

use std::collections::BTreeMap;

use super::{Estimate, share};
use crate::calendar::{Date, Period};
use crate::snapshot::{MeasurePart, Shape, Tally};

/// The customers who came in one period.
#[derive(Clone, Debug, PartialEq)]
pub struct Cohort {
    /// The period they came in.
    pub began: Period,
    /// How many they were.
    pub customers: u64,
    /// The share still there at the end of that period, of the next, and so on, up to the last one that is over.
    pub kept: Vec<Estimate>,
}

/// The cohorts of a measure of customers, oldest first; those that are too small to be shown are left out. None where
/// the measure does not follow customers.
#[must_use]
pub fn cohorts(part: &MeasurePart, as_of: Date) -> Vec<Cohort> {
    let tallies: BTreeMap<Period, &Tally> =
        part.periods().filter_map(|period| Some((period, tally(part, period)?))).collect();
    let began = tallies.iter().filter(|(period, _)| period.last_day() < as_of);
    let shown =
        began.filter(|(_, here)| here.counts.get("new").is_some_and(|all| *all >= part.minimum as f64));
    shown.filter_map(|(period, here)| cohort(&tallies, *period, here, as_of)).collect()
}

fn tally(part: &MeasurePart, period: Period) -> Option<&Tally> {
    match &part.whole(period)?.shape {
        Shape::Tally(tally) if tally.ended.is_some() => Some(tally.as_ref()),
        _ => None,
    }
}

fn cohort(tallies: &BTreeMap<Period, &Tally>, began: Period, here: &Tally, as_of: Date) -> Option<Cohort> {
    let all = here.counts.get("new").copied()?;
    let mut left = all;
    let mut kept = Vec::new();
    let mut each = Some(began);
    while let Some(period) = each.filter(|period| period.last_day() < as_of) {
        let ended = tallies.get(&period).and_then(|tally| tally.ended.as_ref()?.get(&began));
        left -= ended.copied().unwrap_or(0) as f64;
        kept.push(share(left, all));
        each = period.next();
    }
    Some(Cohort { began, customers: all as u64, kept })
}
