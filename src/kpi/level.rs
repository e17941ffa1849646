//! Levels: what there is at a time, from all that came and went before it. A level of several periods is no sum of
//! theirs: it starts where the first of them starts and ends where the last one ends.

use std::collections::BTreeMap;

use super::reading::{Cell, Part};
use super::{Asked, Estimate, Figure, Missing};
use crate::calendar::Period;
use crate::data::Family;
use crate::snapshot::{END, MeasurePart, Partial, START, Shape};

/// Whether a family is read from a level at the start of its window.
pub(super) fn is_level(part: &MeasurePart) -> bool {
    match part.family {
        Family::Backlog | Family::Retention | Family::Churn => part.told.is_some(),
        Family::ClvHistorical => part.follows_buyers(),
        _ => false,
    }
}

impl Asked<'_> {
    #[inline(never)]
    pub(super) fn level_of_period(&self, part: &Part<'_>, period: Period) -> Option<Figure> {
        if matches!(part.cell(period), Cell::Empty) {
            return None;
        }
        let complete = self.complete(&part.part, period);
        let at = part.part.at.unwrap_or_else(|| period.last_day());
        let estimate = self.level(part, &[period], complete);
        Some(Figure::new(estimate, at, Some(period), complete, self.provenance()))
    }

    #[inline(never)]
    pub(super) fn level_over(
        &self,
        part: &Part<'_>,
        periods: &[Period],
        last: Period,
        single: bool,
    ) -> Figure {
        let at = part.part.at.unwrap_or_else(|| last.last_day());
        let estimate = self.level(part, periods, true);
        Figure::new(estimate, at, single.then_some(last), true, self.provenance())
    }

    fn level(&self, part: &Part<'_>, periods: &[Period], complete: bool) -> Estimate {
        self.estimate_joined(part, self.since(part, periods), periods, complete)
    }

    /// The partials of a window one after the other, on the level that all before them left.
    pub(super) fn since(&self, part: &Part<'_>, periods: &[Period]) -> Result<Partial, Missing> {
        let first = periods.first().copied().ok_or(Missing::new("no-data"))?;
        let mut level = part.part.told.as_ref().map_or(0.0, |told| told.opening);
        let mut window: Option<Partial> = None;
        // What customers have brought so far is all that they ever brought.
        let so_far = part.part.family == Family::ClvHistorical;
        for period in part.part.periods().filter(|period| Some(period) <= periods.last()) {
            let partial = match part.cell(period) {
                Cell::Known(partial) => partial,
                // What was left out before is in every level after.
                Cell::Hidden => return Err(part.suppressed()),
                Cell::Empty => continue,
            };
            match &mut window {
                _ if period < first && !so_far => level += flow(partial),
                None => window = Some(partial.clone()),
                Some(window) => window.follow(partial),
            }
        }
        let mut window = window.ok_or(Missing::new("no-data"))?;
        if let Shape::Tally(tally) = &mut window.shape {
            match tally.ended.take() {
                Some(ended) => stayed(&mut tally.counts, level, &ended, first),
                None if part.part.family == Family::Backlog => {
                    tally.counts.entry(START).or_insert(level);
                    tally.counts.entry("reopened").or_insert(0.0);
                }
                None => {}
            }
        }
        Ok(window)
    }
}

/// By how much a period changed the level.
fn flow(partial: &Partial) -> f64 {
    let Shape::Tally(tally) = &partial.shape else { return 0.0 };
    let count = |name| tally.counts.get(name).copied().unwrap_or(0.0);
    let left: u64 = tally.ended.iter().flat_map(BTreeMap::values).sum();
    count("created") + count("reopened") - count("resolved") + count("new") - left as f64
}

/// Who of the start and of the new ones is there at the end. One who came and left within the window is of neither.
fn stayed(
    counts: &mut BTreeMap<&'static str, f64>,
    start: f64,
    ended: &BTreeMap<Period, u64>,
    first: Period,
) {
    let left = |of_start: bool| {
        let those = ended.iter().filter(|(began, _)| (**began < first) == of_start);
        those.map(|(_, count)| *count as f64).sum::<f64>()
    };
    let new = counts.get("new").copied().unwrap_or(0.0) - left(false);
    let lost = left(true);
    counts.extend([(START, start), ("lost", lost), ("new", new), (END, start - lost + new)]);
}
