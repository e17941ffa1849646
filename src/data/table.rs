//! The rows of one source, in columns.

use std::ops::Range;

use throughline_rows::{Cell, Column, Ids, NO_WORD};

use super::groups::KeptGroups;
use super::layout::{CountColumns, Layout, MeasureColumns, Reading};
use super::{Cases, Groups, Interner, Mapping, Packed};
use crate::calendar::Date;
use crate::error::Issue;

/// The columns of one count.
#[derive(Clone, Debug)]
pub struct Counted<'a> {
    /// For each test whether a row passes it: 1 or 0.
    tests: Vec<&'a Packed>,
    sum: Option<&'a Packed>,
    /// The times of its own that put rows in a period.
    pub dates: Option<&'a Packed>,
}

impl Counted<'_> {
    /// What a row counts for; nothing where it does not count, or what is summed is absent.
    #[must_use]
    pub fn of(&self, row: usize) -> Option<f64> {
        let passes = self.tests.iter().all(|test| test.answer(row) == 1);
        let number = self.sum.map_or(1.0, |sum| sum.number(row));
        (passes && !number.is_nan()).then_some(number)
    }
}

/// The rows of one source, in columns, each row once.
#[derive(Clone, Debug)]
pub struct Table {
    pub(super) mapping: Mapping,
    pub(super) layout: Layout,
    pub(super) columns: Vec<Column>,
    /// Row numbers by identity, where the rows have one.
    pub(super) ids: Ids,
    pub(super) rows: usize,
    /// Which of a board's tables it is: each that takes a place gets a number of its own.
    pub(super) stamp: u64,
}

impl Table {
    /// What its columns mean.
    #[must_use]
    pub const fn mapping(&self) -> &Mapping {
        &self.mapping
    }

    /// Which of a board's tables it is.
    pub(crate) const fn stamp(&self) -> u64 {
        self.stamp
    }

    /// How many rows it holds.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// The id of a row, where rows have one.
    #[must_use]
    pub fn identity(&self, row: usize) -> Option<&[u8]> {
        self.ids.get(row as u32)
    }

    /// Puts a row's cells at a row, behind the last or over an earlier one.
    pub(super) fn put(&mut self, row: usize, cells: &[Cell]) {
        throughline_rows::put(&mut self.columns, row, cells);
        self.rows = self.rows.max(row + 1);
    }

    /// Whether rows of another table can join these by identity: the same columns, read the same way.
    /// Zone and formats do not matter, since times are kept in UTC and numbers as numbers.
    pub(crate) fn joins(&self, newer: &Self) -> bool {
        self.mapping.source == newer.mapping.source
            && newer.layout.id.is_some()
            && self.layout == newer.layout
    }

    /// How many cases the rows make, where they are events.
    pub(crate) fn case_count(&self) -> Option<u64> {
        self.mapping.events.as_ref().map(|_| self.cases().n as u64)
    }

    /// A warning for each column in which no row was lost, since a misspelt word looks like that too.
    pub(super) fn nothing_lost(&self) -> Vec<Issue> {
        let mut warnings = Vec::new();
        for (spec, column) in self.layout.specs.iter().zip(&self.columns) {
            if let (Reading::Verdict { lost, .. }, Column::Answers(verdicts)) = (&spec.reading, column)
                && (0..self.rows).any(|row| verdicts.answer(row) == 1)
                && !(0..self.rows).any(|row| verdicts.answer(row) == 0)
            {
                let issue = Issue::new("nothing-lost", spec.pointer.clone());
                warnings.push(issue.with("column", spec.name.as_str()).with("words", lost.clone()));
            }
        }
        warnings
    }

    /// A warning for each column of events that holds times after a day: what has not happened yet was not measured.
    /// Due times may lie ahead.
    pub(crate) fn after(&self, day: Date) -> Vec<Issue> {
        let layout = &self.layout;
        let events =
            [layout.event_time, layout.created, layout.first_reply, layout.resolved, layout.answered];
        let mut warnings = Vec::new();
        let Ok(next) = day.tomorrow() else { return warnings };
        let end = self.mapping.zone.to_utc(next.at(0, 0, 0, 0)).saturating_mul(1000);
        for place in events.into_iter().flatten() {
            let times = self.times(Some(place)).unwrap_or(Packed::NOTHING);
            let count = times.at_or_after(end);
            if let Some(spec) = layout.specs.get(place).filter(|_| count > 0) {
                let issue = Issue::new("after-as-of", spec.pointer.clone()).with("count", count as f64);
                warnings.push(issue.with("column", spec.name.as_str()));
            }
        }
        warnings
    }

    /// Takes over rows of a newer table of the same mapping: a row of a known identity takes the place of the earlier
    /// one. Gives how many rows were new and how many took a place.
    pub(crate) fn upsert(&mut self, newer: &Self, rows: Range<usize>) -> (u64, u64) {
        if rows.start == 0 {
            self.mapping = newer.mapping.clone();
        }
        let (mut new, mut updated) = (0, 0);
        let mut cells = Vec::with_capacity(newer.columns.len());
        for row in rows.start..rows.end.min(newer.rows) {
            let Some(id) = newer.ids.get(row as u32) else { continue };
            let (place, is_new) = self.ids.intern(id);
            *(if is_new { &mut new } else { &mut updated }) += 1;
            cells.clear();
            for (theirs, ours) in newer.columns.iter().zip(&mut self.columns) {
                cells.push(translate(theirs, ours, row));
            }
            self.put(place as usize, &cells);
        }
        (new, updated)
    }

    /// The times of the cases that the rows are or make.
    #[must_use]
    pub fn cases(&self) -> Cases<'_> {
        Cases::of(self)
    }

    /// The group of each row, by all dimensions together.
    #[must_use]
    pub(crate) fn groups(&self, kept: Option<KeptGroups>) -> Groups<'_> {
        Groups::of(self, kept)
    }

    /// The number of the segment of each row in a dimension, and the names of the segments by number.
    pub(super) fn dimension(&self, place: usize) -> Option<(&Packed, &Interner)> {
        match self.columns.get(*self.layout.dimensions.get(place)?)? {
            Column::Words(codes, words) => Some((codes, words)),
            _ => None,
        }
    }

    fn measure(&self, measure: usize) -> MeasureColumns {
        self.layout.measures.get(measure).copied().unwrap_or_default()
    }

    /// The answers of a measure: a point of its scale, or 1 kept and 0 lost.
    #[must_use]
    pub fn answers(&self, measure: usize) -> &Packed {
        match self.measure(measure).value.and_then(|place| self.columns.get(place)) {
            Some(Column::Answers(answers)) => answers,
            _ => Packed::NOTHING,
        }
    }

    /// The whole and the part of a measure of counts.
    #[must_use]
    pub fn counts(&self, measure: usize) -> (&Packed, &Packed) {
        let columns = self.measure(measure);
        (self.numbers(columns.value), self.numbers(columns.part))
    }

    /// The times that put the rows of a measure in a period; none where all are true at one day.
    #[must_use]
    pub fn dates(&self, measure: usize) -> Option<&Packed> {
        self.times(self.layout.date_of(self.measure(measure)))
    }

    /// The answers of each row to the items of a measure, item by item.
    #[must_use]
    pub fn items(&self, measure: usize) -> Vec<&Packed> {
        self.tallied(measure).into_iter().filter_map(|item| item.tests.first().copied()).collect()
    }

    /// The numbers of the words that a measure compares rows by: customers, and topics where it has a column of them.
    #[must_use]
    pub fn compared(&self, measure: usize) -> (&Packed, Option<&Packed>) {
        let words = |place: usize| match self.columns.get(place) {
            Some(Column::Words(codes, _)) => Some(codes),
            _ => None,
        };
        let columns = self.measure(measure);
        (columns.value.and_then(words).unwrap_or(Packed::NOTHING), columns.part.and_then(words))
    }

    /// When the customers of a measure came and when they left.
    #[must_use]
    pub fn stays(&self, measure: usize) -> (&Packed, &Packed) {
        let columns = self.measure(measure);
        (
            self.times(columns.value).unwrap_or(Packed::NOTHING),
            self.times(columns.part).unwrap_or(Packed::NOTHING),
        )
    }

    /// The counts of a measure that has them by name, in its order.
    #[must_use]
    pub fn tallied(&self, measure: usize) -> Vec<Counted<'_>> {
        let columns = self.layout.counts.get(measure).map(Vec::as_slice).unwrap_or_default();
        columns.iter().map(|columns| self.counted(columns)).collect()
    }

    /// For each row whether it passes a test: 1 or 0.
    pub(super) fn passes(&self, place: Option<usize>) -> Option<&Packed> {
        match self.columns.get(place?)? {
            Column::Answers(answers) => Some(answers),
            _ => None,
        }
    }

    fn counted(&self, columns: &CountColumns) -> Counted<'_> {
        let tests = columns.tests.iter().filter_map(|place| match self.columns.get(*place)? {
            Column::Answers(answers) => Some(answers),
            _ => None,
        });
        Counted {
            tests: tests.collect(),
            sum: columns.sum.map(|place| self.numbers(Some(place))),
            dates: self.times(columns.date),
        }
    }

    /// The column a measure names for its date, none where it names none.
    #[must_use]
    pub fn own_dates(&self, measure: usize) -> Option<&Packed> {
        self.times(self.measure(measure).date)
    }

    fn numbers(&self, place: Option<usize>) -> &Packed {
        match place.and_then(|place| self.columns.get(place)) {
            Some(Column::Numbers(numbers)) => numbers,
            _ => Packed::NOTHING,
        }
    }

    pub(super) fn times(&self, place: Option<usize>) -> Option<&Packed> {
        match self.columns.get(place?)? {
            Column::Times(times) => Some(times),
            _ => None,
        }
    }

    pub(super) fn case_codes(&self) -> Option<(&Packed, &Interner)> {
        match self.columns.get(self.layout.case?)? {
            Column::Words(codes, words) => Some((codes, words)),
            _ => None,
        }
    }
}

/// A cell of one table as a cell of another, whose words have other numbers.
fn translate(theirs: &Column, ours: &mut Column, row: usize) -> Cell {
    match (theirs, ours) {
        (Column::Times(times), _) => Cell::Time(times.time(row)),
        (Column::Numbers(numbers), _) => Cell::Number(numbers.number(row)),
        (Column::Answers(answers), _) => Cell::Answer(answers.answer(row)),
        (Column::Words(codes, words), Column::Words(_, known)) => {
            let word = words.get(codes.word(row));
            Cell::Word(word.map_or(NO_WORD, |word| known.intern(word).0))
        }
        _ => Cell::Index,
    }
}
