//! The cells of a measure while its rows are counted.

use std::collections::BTreeSet;
use std::ops::Range;

use throughline_rows::counting::{self, Lengths, NOWHERE, Sums};

use super::cell::{Cell, Kind};
use crate::calendar::Period;
use crate::data::{Groups, Interner};
use crate::snapshot::{CellKey, Cells, Partial, Segment};

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

/// The period and the values of a segment, by their places in the order of all; none for the whole.
type Key = (u32, [Option<(u8, u32)>; 2]);

/// Numbers of periods and segments in the order of what they stand for, so that sums come in theirs.
#[derive(Debug, Default)]
struct Order {
    periods: Vec<u32>,
    /// Of each dimension.
    segments: Vec<Vec<u32>>,
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

    /// Adds a little more up, and says whether there is more to do: the whole, each segment and each pair of them, from
    /// their groups.
    pub(super) fn add_some(&mut self, periods: &[Period], kind: Kind<'_>) -> bool {
        if self.kept.parts.is_none() {
            self.kept.order = self.order(periods);
        }
        let parts = self.kept.parts.take().unwrap_or_else(|| self.parts());
        let mut room = Self::VALUES;
        while let Some((key, _)) = parts.get(self.kept.added) {
            if room == 0 {
                self.kept.parts = Some(parts);
                return true;
            }
            let rest = parts.get(self.kept.added..).unwrap_or_default();
            let count = rest.iter().take_while(|(each, _)| each == key).count();
            let run = rest.iter().take(count);
            let sum = Cell::sum(run.filter_map(|(_, place)| self.kept.cells.get(*place)));
            room = room.saturating_sub(64 * (count + 1));
            self.kept.added += count.max(1);
            let number = self.kept.order.periods.get(key.0 as usize);
            if let Some(when) = number.and_then(|number| periods.get(*number as usize)) {
                let key = (*when, self.segment(key.1));
                self.kept.partials.push((key, sum.into_partial(kind, periods)));
            }
        }
        self.kept.parts = Some(parts);
        false
    }

    /// The sums.
    pub(super) fn into_cells(self) -> Cells {
        Cells::of(self.kept.partials)
    }

    /// The numbers of all periods and segments that have cells, in order.
    fn order(&self, periods: &[Period]) -> Order {
        let mut numbers: Vec<u32> = (0..periods.len() as u32).collect();
        numbers.sort_by_key(|number| periods.get(*number as usize));
        let of = |dimension: u8| {
            let groups = self.kept.keys.iter().map(|(_, group)| *group);
            let found: BTreeSet<u32> =
                groups.filter_map(|group| self.groups.segment(group, dimension)).collect();
            let mut named: Vec<(String, u32)> =
                found.into_iter().map(|number| (self.groups.name(dimension, number), number)).collect();
            named.sort_unstable();
            named.into_iter().map(|(_, number)| number).collect()
        };
        Order { periods: numbers, segments: (0..self.groups.dimensions() as u8).map(of).collect() }
    }

    /// Which cells go into which sum.
    fn parts(&self) -> Vec<(Key, usize)> {
        let of_periods = places(&self.kept.order.periods);
        let of_segments: Vec<_> = self.kept.order.segments.iter().map(|numbers| places(numbers)).collect();
        let place = |places: &[u32], number: u32| places.get(number as usize).copied().unwrap_or(0);
        let mut parts: Vec<(Key, usize)> = Vec::new();
        for (cell, (period, group)) in self.kept.keys.iter().enumerate() {
            let period = place(&of_periods, *period);
            let of = |(dimension, places): (u8, &Vec<u32>)| {
                Some((dimension, place(places, self.groups.segment(*group, dimension)?)))
            };
            parts.push(((period, [None; 2]), cell));
            let values: Vec<_> = (0..).zip(&of_segments).map(of).collect();
            parts.extend(values.iter().flatten().map(|value| ((period, [Some(*value), None]), cell)));
            for (one, other) in self.cross {
                let value = |dimension: u8| values.get(usize::from(dimension)).copied().flatten();
                let (first, second) = (value(*one.min(other)), value(*one.max(other)));
                parts.extend(first.and(second).map(|_| ((period, [first, second]), cell)));
            }
        }
        parts.sort_by_key(|(key, _)| *key);
        parts
    }

    fn segment(&self, values: [Option<(u8, u32)>; 2]) -> Segment {
        let value = |(dimension, place): (u8, u32)| {
            let numbers = self.kept.order.segments.get(usize::from(dimension));
            let number = numbers.and_then(|numbers| numbers.get(place as usize)).copied();
            (dimension, self.groups.name(dimension, number.unwrap_or(u32::MAX)))
        };
        Segment::of(values.into_iter().flatten().map(value).collect())
    }
}

/// The place of each number among these.
fn places(numbers: &[u32]) -> Vec<u32> {
    let most = numbers.iter().max().map_or(0, |most| *most as usize + 1);
    let mut places = vec![0; most];
    for (place, number) in (0..).zip(numbers) {
        if let Some(slot) = places.get_mut(*number as usize) {
            *slot = place;
        }
    }
    places
}
