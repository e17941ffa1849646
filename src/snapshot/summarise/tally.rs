//! The cells of a measure while its rows are counted.

use std::collections::BTreeMap;

use crate::calendar::Period;
use crate::data::{Interner, Mapping, Table};
use crate::snapshot::{CellKey, Durations, Partial, Quantiles, Segment, Shape};
use crate::stats::sort;

/// What the cells of a measure hold.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Counts,
    Answers,
    Durations { limited: bool },
}

/// What the rows of one cell come to.
#[derive(Clone, Default)]
pub(super) struct Cell {
    pub n: u64,
    pub open: u64,
    pub numerator: f64,
    pub denominator: f64,
    pub within: u64,
    pub answers: BTreeMap<i32, u64>,
    pub values: Vec<f64>,
}

/// Cells by period and segment; the whole is added up at the end.
pub(super) struct Tally {
    cells: Vec<Cell>,
    /// Period and segment of each cell.
    keys: Vec<(u32, u32)>,
    /// One more than the place of the cell of a period and a segment; 0 where there is none yet.
    slots: Vec<u32>,
    segments: Vec<Segment>,
    /// Where counts go that have no cell: nowhere, since every one has.
    spare: Cell,
}

impl Tally {
    pub(super) fn new(table: &Table) -> Self {
        let names = table.segments().filter(|names| names.len() <= Mapping::MOST_SEGMENTS);
        let segments = names.map(segments_of).unwrap_or_default();
        Self { cells: Vec::new(), keys: Vec::new(), slots: Vec::new(), segments, spare: Cell::default() }
    }

    /// The cell of a period and a segment, by their numbers.
    pub(super) fn at(&mut self, period: u32, segment: u32) -> &mut Cell {
        // Rows of no segment stand behind the last one.
        let width = self.segments.len() + 1;
        let segment = (segment as usize).min(width - 1);
        let slot = period as usize * width + segment;
        if slot >= self.slots.len() {
            self.slots.resize((period as usize + 1) * width, 0);
        }
        let place = match self.slots.get_mut(slot) {
            Some(0) | None => self.open(slot, (period, segment as u32)),
            Some(place) => *place as usize - 1,
        };
        self.cells.get_mut(place).unwrap_or(&mut self.spare)
    }

    fn open(&mut self, slot: usize, key: (u32, u32)) -> usize {
        self.cells.push(Cell::default());
        self.keys.push(key);
        if let Some(place) = self.slots.get_mut(slot) {
            *place = self.cells.len() as u32;
        }
        self.cells.len() - 1
    }

    /// The partials, those of the whole added up from all of its period.
    pub(super) fn into_cells(self, periods: &[Period], kind: Kind) -> BTreeMap<CellKey, Partial> {
        let mut wholes: BTreeMap<u32, Cell> = BTreeMap::new();
        let mut partials = BTreeMap::new();
        for (mut cell, (period, segment)) in self.cells.into_iter().zip(self.keys) {
            let Some(when) = periods.get(period as usize) else { continue };
            // Sorted once here, the whole is made of runs that only need merging.
            sort(&mut cell.values);
            match self.segments.get(segment as usize) {
                None => merge(&mut wholes, period, cell),
                Some(segment) => {
                    merge(&mut wholes, period, cell.clone());
                    partials.insert((*when, Some(segment.clone())), cell.into_partial(kind));
                }
            }
        }
        for (period, cell) in wholes {
            if let Some(when) = periods.get(period as usize) {
                partials.insert((*when, None), cell.into_partial(kind));
            }
        }
        partials
    }
}

fn segments_of(names: &Interner) -> Vec<Segment> {
    let name = |code| names.get(code).map(|name| Segment(String::from_utf8_lossy(name).into_owned()));
    (0..names.len() as u32).filter_map(name).collect()
}

fn merge(wholes: &mut BTreeMap<u32, Cell>, period: u32, cell: Cell) {
    match wholes.get_mut(&period) {
        Some(whole) => whole.merge(cell),
        None => {
            wholes.insert(period, cell);
        }
    }
}

impl Cell {
    fn merge(&mut self, other: Self) {
        self.n += other.n;
        self.open += other.open;
        self.numerator += other.numerator;
        self.denominator += other.denominator;
        self.within += other.within;
        for (answer, count) in other.answers {
            *self.answers.entry(answer).or_default() += count;
        }
        self.values.extend(other.values);
    }

    fn into_partial(self, kind: Kind) -> Partial {
        let shape = match kind {
            Kind::Counts => Shape::Counts { numerator: self.numerator, denominator: self.denominator },
            Kind::Answers => Shape::Scale(self.answers),
            Kind::Durations { limited } => Shape::Duration(Durations {
                moments: self.values.iter().copied().collect(),
                within: limited.then_some(self.within),
                quantiles: Quantiles::exact(self.values),
            }),
        };
        Partial { n: self.n, open: self.open, shape }
    }
}
