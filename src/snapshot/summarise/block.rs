//! Some rows at once on their way into cells.

use std::ops::Range;

use throughline_rows::counting;

use super::days::Days;
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
    places: Vec<u32>,
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

    /// Leaves out the rows that have no number, and their numbers.
    pub(super) fn compact(&mut self, numbers: &mut Vec<i64>) {
        counting::compact(numbers, &mut self.times, &mut self.groups);
    }

    /// Leaves out those of which this holds.
    pub(super) fn leave_out<T>(&mut self, of: &[T], without: impl Fn(&T) -> bool) {
        for (time, each) in self.times.iter_mut().zip(of) {
            if without(each) {
                *time = NO_TIME;
            }
        }
    }

    /// Puts them in the periods of their times, and gives the places of their cells.
    pub(super) fn place(&mut self, when: &When<'_>, days: &mut Days<'_>, tally: &mut Tally<'_>) -> &[u32] {
        when.place_all(&self.times, days, &mut self.periods);
        tally.find(&self.periods, &self.groups, &mut self.places);
        &self.places
    }

    /// Puts cases in the periods of their times, and gives the places of their cells.
    pub(super) fn place_cases(&mut self, days: &mut Days<'_>, tally: &mut Tally<'_>) -> &[u32] {
        days.place_all(&self.times, &mut self.periods);
        tally.find(&self.periods, &self.groups, &mut self.places);
        &self.places
    }
}
