//! The cells of a measure while its rows are counted.

use std::ops::Range;

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
    /// How many cells have their values in order.
    sealed: usize,
    /// Which cells go into which sum, in the order of the sums; none before it is known.
    parts: Option<Vec<(Key, usize)>>,
    /// How many of the parts are added up, and the sums.
    added: usize,
    sums: Vec<(CellKey, Partial)>,
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

/// Which dimensions a segment is of: none for the whole.
type By = (Option<u8>, Option<u8>);

/// The period, the dimensions and the numbers of a segment.
type Key = (u32, By, [u32; 2]);

impl<'a> Tally<'a> {
    /// As many groups as this have a slot in every period.
    const DENSE: usize = 2048;

    /// As many values as this are put in order, or added up, in one go.
    const VALUES: usize = 1 << 16;

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

    /// The cell of a period and a group, by their numbers.
    #[inline(always)]
    pub(super) fn at(&mut self, period: u32, group: u32) -> &mut Cell {
        let group = group.min(self.width as u32 - 1);
        let place = match &self.kept.places {
            Places::Dense(slots) => slots.get(period as usize * self.width + group as usize).copied(),
            Places::Sparse(_) => None,
        };
        let place = match place {
            None | Some(0) => self.find(period, group),
            Some(place) => place as usize - 1,
        };
        self.kept.cells.get_mut(place).unwrap_or(&mut self.spare)
    }

    /// The place of a cell that may be new, or is not found at once.
    #[inline(never)]
    fn find(&mut self, period: u32, group: u32) -> usize {
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
        let parts = self.kept.parts.take().unwrap_or_else(|| self.parts());
        let mut room = Self::VALUES;
        while let Some(((period, by, numbers), _)) = parts.get(self.kept.added) {
            if room == 0 {
                self.kept.parts = Some(parts);
                return true;
            }
            let key = (*period, *by, *numbers);
            let rest = parts.get(self.kept.added..).unwrap_or_default();
            let count = rest.iter().take_while(|(each, _)| *each == key).count();
            let run = rest.iter().take(count);
            let sum = Cell::sum(run.filter_map(|(_, place)| self.kept.cells.get(*place)));
            room = room.saturating_sub(64 * (count + 1));
            self.kept.added += count.max(1);
            if let Some(when) = periods.get(*period as usize) {
                let key = (*when, self.segment(*by, *numbers));
                self.kept.sums.push((key, sum.into_partial(kind, periods)));
            }
        }
        self.kept.parts = Some(parts);
        false
    }

    /// The sums.
    pub(super) fn into_cells(self) -> Cells {
        Cells::of(self.kept.sums)
    }

    /// Which cells go into which sum.
    fn parts(&self) -> Vec<(Key, usize)> {
        let dimensions: Vec<u8> = (0..self.groups.dimensions() as u8).collect();
        let mut parts: Vec<(Key, usize)> = Vec::new();
        for (cell, (period, group)) in self.kept.keys.iter().enumerate() {
            let of = |dimension: u8| self.groups.segment(*group, dimension);
            parts.push(((*period, (None, None), [0, 0]), cell));
            for dimension in &dimensions {
                parts.extend(of(*dimension).map(|a| ((*period, (Some(*dimension), None), [a, 0]), cell)));
            }
            for (one, other) in self.cross {
                let pair = of(*one).zip(of(*other));
                parts.extend(pair.map(|(a, b)| ((*period, (Some(*one), Some(*other)), [a, b]), cell)));
            }
        }
        parts.sort_by_key(|(key, _)| *key);
        parts
    }

    fn segment(&self, (one, other): By, [a, b]: [u32; 2]) -> Segment {
        let value = |(dimension, number): (u8, u32)| (dimension, self.groups.name(dimension, number));
        Segment::of(
            [one.map(|one| (one, a)), other.map(|other| (other, b))]
                .into_iter()
                .flatten()
                .map(value)
                .collect(),
        )
    }
}
