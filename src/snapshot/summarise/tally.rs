//! The cells of a measure while its rows are counted.

use std::collections::BTreeMap;

use crate::calendar::Period;
use crate::data::{Count, Groups, Interner, Summed};
use crate::snapshot::{self, CellKey, Cells, Durations, Partial, Quantiles, Segment, Shape};
use crate::stats::Moments;

/// What the cells of a measure hold.
#[derive(Clone, Copy)]
pub(super) enum Kind<'a> {
    Counts,
    Answers,
    Durations {
        limited: bool,
    },
    /// Counts and sums by name; lengths of time beside, where each row is one case.
    Tally {
        counts: &'a [Count],
        timed: bool,
    },
    /// Customers who came and who left.
    Customers,
    /// Answers to several items.
    Items,
}

/// What the rows of one cell come to.
#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    pub n: u64,
    pub open: u64,
    pub numerator: f64,
    pub denominator: f64,
    pub within: u64,
    /// By the place of the count.
    pub numbers: Vec<f64>,
    /// Who left, by the period they had come in.
    pub ended: BTreeMap<u32, u64>,
    /// The answers to each item and their sums, of those who answered all.
    pub items: Vec<Moments>,
    pub answers: BTreeMap<i32, u64>,
    pub values: Vec<f64>,
}

/// Cells by period and group of rows; segments and the whole are added up at the end.
pub(super) struct Tally<'a> {
    groups: &'a Groups<'a>,
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
    /// The cell, and the value in it, up to which values are put in order.
    sorted: (usize, usize),
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
        Self { groups, cross, kept: kept.unwrap_or_else(begin), spare: Cell::default() }
    }

    /// Sets it aside.
    pub(super) fn keep(self) -> Kept {
        self.kept
    }

    /// The group of a row.
    pub(super) fn group(&self, row: usize) -> u32 {
        self.groups.of_row(row)
    }

    /// The cell of a period and a group, by their numbers.
    pub(super) fn at(&mut self, period: u32, group: u32) -> &mut Cell {
        let Kept { cells, keys, places, .. } = &mut self.kept;
        let next = cells.len();
        // Rows of no group stand behind the last one.
        let width = self.groups.len() + 1;
        let group = group.min(width as u32 - 1);
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
        cells.get_mut(place).unwrap_or(&mut self.spare)
    }

    /// Puts a little more of the values in order, and says whether there is more to do: run by run, so that one cell of
    /// all rows holds nobody up.
    pub(super) fn sort_some(&mut self) -> bool {
        let Kept { cells, sorted: (next, from), .. } = &mut self.kept;
        let mut room = Self::VALUES;
        while let Some(cell) = cells.get_mut(*next) {
            let to = cell.values.len().min(*from + room);
            if let Some(run) = cell.values.get_mut(*from..to) {
                crate::stats::sort(run);
            }
            room -= to - *from;
            if to < cell.values.len() {
                *from = to;
                return true;
            }
            // Of several runs one is made.
            if *from > 0 {
                crate::stats::sort(&mut cell.values);
            }
            (*next, *from) = (*next + 1, 0);
        }
        false
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
            room = room.saturating_sub(sum.values.len() + 64);
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

impl Cell {
    /// Counts for the count of that place.
    pub(super) fn count(&mut self, place: usize, number: f64) {
        if self.numbers.len() <= place {
            self.numbers.resize(place + 1, 0.0);
        }
        if let Some(sum) = self.numbers.get_mut(place) {
            *sum += number;
        }
    }

    fn sum<'c>(cells: impl Iterator<Item = &'c Self>) -> Self {
        let mut sum = Self::default();
        cells.for_each(|cell| sum.add(cell));
        sum
    }

    fn add(&mut self, other: &Self) {
        self.n += other.n;
        self.open += other.open;
        self.numerator += other.numerator;
        self.denominator += other.denominator;
        self.within += other.within;
        for (place, number) in other.numbers.iter().enumerate() {
            self.count(place, *number);
        }
        for (answer, count) in &other.answers {
            *self.answers.entry(*answer).or_default() += count;
        }
        self.values.extend_from_slice(&other.values);
        for (began, count) in &other.ended {
            *self.ended.entry(*began).or_default() += count;
        }
        self.items.resize(self.items.len().max(other.items.len()), Moments::default());
        self.items.iter_mut().zip(&other.items).for_each(|(item, more)| item.merge(more));
    }

    fn into_partial(self, kind: Kind<'_>, periods: &[Period]) -> Partial {
        let n = self.n;
        let mut open = self.open;
        let shape = match kind {
            Kind::Counts => Shape::Counts { numerator: self.numerator, denominator: self.denominator },
            Kind::Answers => Shape::Scale(self.answers),
            Kind::Durations { limited } => {
                Shape::Duration(durations(self.values, limited.then_some(self.within)))
            }
            Kind::Tally { counts, timed } => {
                let tally = named(self, counts, timed);
                open = UNDECIDED.iter().filter_map(|name| tally.counts.get(name)).sum::<f64>() as u64;
                Shape::Tally(Box::new(tally))
            }
            Kind::Customers => {
                let ended = self.ended.iter();
                let ended = ended.filter_map(|(began, count)| Some((*periods.get(*began as usize)?, *count)));
                Shape::Tally(Box::new(snapshot::Tally {
                    counts: [("new", self.denominator)].into(),
                    ended: Some(ended.collect()),
                    ..snapshot::Tally::default()
                }))
            }
            Kind::Items => {
                let (items, answers) = (self.items, self.answers);
                Shape::Tally(Box::new(snapshot::Tally { items, answers, ..snapshot::Tally::default() }))
            }
        };
        Partial { n, open, shape }
    }
}

/// Counts of what is not decided yet.
const UNDECIDED: [&str; 2] = ["undetermined", "overdue"];

fn durations(values: Vec<f64>, within: Option<u64>) -> Durations {
    let moments = values.iter().copied().collect();
    Durations { moments, within, quantiles: Quantiles::exact(values) }
}

/// The counts and sums by their names.
fn named(cell: Cell, counts: &[Count], timed: bool) -> snapshot::Tally {
    let mut tally = snapshot::Tally::default();
    for (place, count) in counts.iter().enumerate() {
        let group = match count.of {
            Summed::Count => &mut tally.counts,
            Summed::Time | Summed::Money => &mut tally.amounts,
        };
        group.insert(count.name, cell.numbers.get(place).copied().unwrap_or(0.0));
    }
    let given = |name| counts.iter().any(|count| count.name == name && count.sum.is_some());
    tally.level = given(snapshot::START) || given(snapshot::END);
    tally.durations = timed.then(|| durations(cell.values, None));
    tally
}
