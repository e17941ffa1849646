//! Some rows at once on their way into cells.

use std::ops::Range;

use super::days::{Days, NOWHERE};
use super::tally::Tally;
use super::when::When;
use crate::data::{Cases, NO_TIME};

/// Some rows or cases, column by column: when they are counted, and among which.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// The times that put them in a period.
    pub times: Vec<i64>,
    periods: Vec<u32>,
    groups: Vec<i64>,
}

impl Block {
    /// Takes the times and groups of rows.
    pub(super) fn rows(&mut self, rows: Range<usize>, when: &When<'_>, tally: &Tally<'_>) {
        when.times(rows.clone(), &mut self.times);
        tally.groups(rows, &mut self.groups);
    }

    /// Takes the groups of cases.
    pub(super) fn cases(&mut self, all: Range<usize>, cases: &Cases<'_>, tally: &Tally<'_>) {
        match cases.rows(all.clone()) {
            Some(rows) => tally.groups(rows, &mut self.groups),
            None => {
                self.groups.clear();
                self.groups.extend(all.map(|case| i64::from(tally.group(cases.row(case)))));
            }
        }
    }

    /// Leaves out those of which this holds.
    pub(super) fn leave_out<T>(&mut self, of: &[T], without: impl Fn(&T) -> bool) {
        for (time, each) in self.times.iter_mut().zip(of) {
            if without(each) {
                *time = NO_TIME;
            }
        }
    }

    /// Puts them in the periods of their times.
    pub(super) fn place(&mut self, when: &When<'_>, days: &mut Days<'_>) {
        when.place_all(&self.times, days, &mut self.periods);
    }

    /// Puts cases in the periods of their times.
    pub(super) fn place_cases(&mut self, days: &mut Days<'_>) {
        days.place_all(&self.times, &mut self.periods);
    }

    /// Period and group of each that lies in a period, with what is known of it.
    pub(super) fn counted<'b, T>(&'b self, of: &'b [T]) -> impl Iterator<Item = (u32, u32, &'b T)> {
        let placed = self.periods.iter().zip(&self.groups).zip(of);
        placed
            .filter(|((period, _), _)| **period != NOWHERE)
            .map(|((period, group), each)| (*period, u32::try_from(*group).unwrap_or(u32::MAX), each))
    }
}
