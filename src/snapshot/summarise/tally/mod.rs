//! The cells of a measure while its rows are counted.

mod sums;

use std::ops::Range;

use throughline_rows::counting::{self, Lengths, NOWHERE, Sums};

use sums::{Key, Order};

use super::cell::Cell;
use crate::data::{Groups, Interner};
use crate::snapshot::{CellKey, Cells, Partial};

/// Cells by period and group of rows; segments and the whole are added up at the end.
pub(super) struct Tally<'a> {
    groups: &'a Groups<'a>,
    /// How many groups there are, and the rows of none, which stand behind the last one.
    width: usize,
    cross: &'a [(u8, u8)],
    kept: Kept,
    /// Where counts go that have no cell: nowhere, since every one has.
    spare: Cell,
}

/// What is counted so far, kept while others have their turn.
#[derive(Debug, Default)]
pub(super) struct Kept {
    cells: Vec<Cell>,
    /// Period and group of each cell.
    keys: Vec<(u32, u32)>,
    places: Places,
    /// What blocks of rows added to the cells and what they left there, by place, until all rows are counted.
    sums: Vec<Sums>,
    lengths: Vec<Lengths>,
    /// How often each answer was given, in each cell as many as there are `points`.
    answers: Vec<u64>,
    points: usize,
    /// How many cells have their values in order.
    sealed: usize,
    /// Which cells go into which sum, in the order of the sums; none before it is known.
    parts: Option<Vec<(Key, usize)>>,
    order: Order,
    /// How many of the parts are added up, and what they came to.
    added: usize,
    partials: Vec<(CellKey, Partial)>,
}

/// Which cell is that of a period and a group.
#[derive(Debug)]
enum Places {
    /// One more than the place of the cell; 0 where there is none yet.
    Dense(Vec<u32>),
    /// By the bytes of both, where most groups are not in most periods.
    Sparse(Interner),
}

impl Default for Places {
    fn default() -> Self {
        Self::Dense(Vec::new())
    }
}

impl<'a> Tally<'a> {
    /// As many groups as this have a slot in every period.
    const DENSE: usize = 2048;

    /// As many values as this are put in order, or added up, in one go.
    const VALUES: usize = 1 << 15;

    /// Goes on with what was kept, or begins.
    pub(super) fn new(groups: &'a Groups<'a>, cross: &'a [(u8, u8)], kept: Option<Kept>) -> Self {
        let begin = || {
            let dense = groups.len() <= Self::DENSE;
            let places = if dense { Places::default() } else { Places::Sparse(Interner::default()) };
            Kept { places, ..Kept::default() }
        };
        Self {
            groups,
            width: groups.len() + 1,
            cross,
            kept: kept.unwrap_or_else(begin),
            spare: Cell::default(),
        }
    }

    /// Sets it aside.
    pub(super) fn keep(self) -> Kept {
        self.kept
    }

    /// The group of a row.
    pub(super) fn group(&self, row: usize) -> u32 {
        self.groups.of_row(row)
    }

    /// The groups of some rows, in the place of what the list held.
    pub(super) fn groups(&self, rows: Range<usize>, list: &mut Vec<i64>) {
        self.groups.of_rows(rows, list);
    }

    /// The places of the cells of some rows; [`NOWHERE`] of those that lie in no period.
    pub(super) fn find(&mut self, periods: &[u32], groups: &[i64], places: &mut Vec<u32>) {
        let width = self.width as u32;
        if let Kept { places: Places::Dense(slots), keys, .. } = &mut self.kept {
            counting::find((periods, groups), width, slots, keys, places);
        } else {
            places.clear();
            for (period, group) in periods.iter().zip(groups) {
                let group = u32::try_from(*group).unwrap_or(u32::MAX).min(width - 1);
                let place = if *period == NOWHERE { NOWHERE } else { self.place(*period, group) as u32 };
                places.push(place);
            }
        }
        let cells = self.kept.keys.len();
        self.kept.cells.resize_with(cells, Cell::default);
        self.kept.sums.resize(cells, Sums::default());
    }

    /// Adds wholes and parts, or what is left of the wholes, to the cells at these places.
    pub(super) fn add(&mut self, places: &[u32], numbers: (&[f64], &[f64]), left: bool) {
        counting::add(places, numbers, left, &mut self.kept.sums);
    }

    /// Counts answers up to `top`.
    pub(super) fn answers(&mut self, places: &[u32], given: &[i64], top: i32) {
        let Kept { cells, sums, answers, points, .. } = &mut self.kept;
        *points = usize::try_from(top).unwrap_or(0) + 1;
        answers.resize(cells.len() * *points, 0);
        for (place, answer) in counting::answers((places, given), *points, (sums, answers)) {
            if let Some(cell) = cells.get_mut(place as usize) {
                cell.answer(answer as i32, 1);
            }
        }
    }

    /// Counts lengths of time in milliseconds; what has none is open.
    pub(super) fn lasted(&mut self, places: &[u32], times: &[i64], limit: Option<f64>) {
        let Kept { sums, lengths, .. } = &mut self.kept;
        lengths.resize_with(sums.len(), Lengths::default);
        // No length is within a limit that is none.
        counting::lasted((places, times), limit.unwrap_or(f64::NAN), (sums, lengths));
    }

    /// Counts what ended by the time it was due.
    pub(super) fn in_time(&mut self, places: &[u32], ends: &[i64], dues: &[i64]) {
        counting::kept(places, (ends, dues), &mut self.kept.sums);
    }

    /// Hands over to the cells what blocks of rows left.
    fn settle(&mut self) {
        let Kept { cells, sums, lengths, answers, points, .. } = &mut self.kept;
        for (cell, sums) in cells.iter_mut().zip(sums.drain(..)) {
            cell.n += sums.n;
            cell.open += sums.open;
            cell.within += sums.within;
            cell.numerator += sums.numerator;
            cell.denominator += sums.denominator;
        }
        cells.iter_mut().zip(lengths.drain(..)).for_each(|(cell, lengths)| cell.values = lengths);
        for (cell, counts) in cells.iter_mut().zip(answers.chunks_exact((*points).max(1))) {
            let given = counts.iter().zip(0..).filter(|(count, _)| **count > 0);
            given.for_each(|(count, answer)| cell.answer(answer, *count));
        }
        answers.clear();
    }

    /// The cell of a period and a group, by their numbers.
    pub(super) fn at(&mut self, period: u32, group: u32) -> &mut Cell {
        let place = self.place(period, group.min(self.width as u32 - 1));
        self.kept.cells.get_mut(place).unwrap_or(&mut self.spare)
    }

    /// The place of a cell, which may be new.
    fn place(&mut self, period: u32, group: u32) -> usize {
        let Kept { cells, keys, places, .. } = &mut self.kept;
        let next = cells.len();
        let width = self.width;
        let place = match places {
            Places::Dense(slots) => {
                let slot = period as usize * width + group as usize;
                if slot >= slots.len() {
                    slots.resize((period as usize + 1) * width, 0);
                }
                match slots.get_mut(slot) {
                    Some(place @ 0) => {
                        *place = next as u32 + 1;
                        next
                    }
                    place => place.map_or(next, |place| *place as usize - 1),
                }
            }
            Places::Sparse(known) => {
                let mut key = [0; 8];
                let (first, second) = key.split_at_mut(4);
                first.copy_from_slice(&period.to_le_bytes());
                second.copy_from_slice(&group.to_le_bytes());
                known.intern(&key).0 as usize
            }
        };
        if place == next {
            cells.push(Cell::default());
            keys.push((period, group));
        }
        place
    }

    /// Puts a little more of the values in order, and says whether there is more to do.
    pub(super) fn sort_some(&mut self) -> bool {
        self.settle();
        let Kept { cells, sealed, .. } = &mut self.kept;
        let mut room = Self::VALUES;
        while let Some(cell) = cells.get_mut(*sealed).filter(|_| room > 0) {
            let before = cell.values.len();
            let left = cell.seal(room);
            room = room.saturating_sub(before - left + 16);
            *sealed += usize::from(left == 0);
        }
        room == 0
    }

    /// The sums.
    pub(super) fn into_cells(self) -> Cells {
        Cells::of(self.kept.partials)
    }
}
