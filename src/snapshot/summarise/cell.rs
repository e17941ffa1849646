//! What the rows of one period and group come to while they are counted.

use std::collections::BTreeMap;

use throughline_rows::counting::{Lengths, Taken};

use crate::calendar::Period;
use crate::data::{Count, Summed};
use crate::snapshot::{self, Durations, Partial, Quantiles, Runs, Shape};
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
    /// How often each answer from 0 up was given.
    points: Vec<u64>,
    /// How often any other was.
    others: Vec<(i32, u64)>,
    /// Lengths of time that are not put in order yet.
    pub values: Lengths,
    sealed: Option<(Moments, Runs)>,
}

impl Cell {
    /// The greatest answer that has a place of its own.
    const TOP: i32 = 100;

    /// Counts for the count of that place.
    pub(super) fn count(&mut self, place: usize, number: f64) {
        if self.numbers.len() <= place {
            self.numbers.resize(place + 1, 0.0);
        }
        if let Some(sum) = self.numbers.get_mut(place) {
            *sum += number;
        }
    }

    /// Counts an answer so many times.
    pub(super) fn answer(&mut self, answer: i32, times: u64) {
        match self.points.get_mut(answer as usize) {
            Some(count) => *count += times,
            None => self.rare(answer, times),
        }
    }

    /// Counts the first answer that is as good, or one that is on no usual scale.
    #[inline(never)]
    fn rare(&mut self, answer: i32, times: u64) {
        if (0..=Self::TOP).contains(&answer) {
            self.points.resize(answer as usize + 1, 0);
            return self.answer(answer, times);
        }
        match self.others.iter_mut().find(|(point, _)| *point == answer) {
            Some((_, count)) => *count += times,
            None => self.others.push((answer, times)),
        }
    }

    /// The answers that were given, and how often each was.
    fn answers(&self) -> impl Iterator<Item = (i32, u64)> {
        let points = self.points.iter().zip(0..).filter(|(count, _)| **count > 0);
        points.map(|(count, point)| (point, *count)).chain(self.others.iter().copied())
    }

    /// Puts some of the values in order, once and for every sum that they go into. Gives how many are left.
    pub(super) fn seal(&mut self, most: usize) -> usize {
        if self.values.is_empty() {
            return 0;
        }
        let (moments, runs) = self.sealed.get_or_insert_default();
        match self.values.take(most) {
            Taken::Wholes(some) => {
                moments.merge(&Moments::of_wholes(&some));
                runs.merge(&Runs::of_wholes(some));
            }
            Taken::Others(some) => {
                moments.merge(&some.iter().copied().collect());
                runs.merge(&Runs::of(some));
            }
        }
        self.values.len()
    }

    pub(super) fn sum<'c>(cells: impl Iterator<Item = &'c Self>) -> Self {
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
        for (answer, count) in other.answers() {
            self.answer(answer, count);
        }
        if let Some((moments, runs)) = &other.sealed {
            let (sum, all) = self.sealed.get_or_insert_default();
            sum.merge(moments);
            all.merge(runs);
        }
        for (began, count) in &other.ended {
            *self.ended.entry(*began).or_default() += count;
        }
        self.items.resize(self.items.len().max(other.items.len()), Moments::default());
        self.items.iter_mut().zip(&other.items).for_each(|(item, more)| item.merge(more));
    }

    pub(super) fn into_partial(self, kind: Kind<'_>, periods: &[Period]) -> Partial {
        let n = self.n;
        let mut open = self.open;
        let shape = match kind {
            Kind::Counts => Shape::Counts { numerator: self.numerator, denominator: self.denominator },
            Kind::Answers => Shape::Scale(self.answers().collect()),
            Kind::Durations { limited } => {
                Shape::Duration(durations(self.sealed, limited.then_some(self.within)))
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
                let (answers, items) = (self.answers().collect(), self.items);
                Shape::Tally(Box::new(snapshot::Tally { items, answers, ..snapshot::Tally::default() }))
            }
        };
        Partial { n, open, shape }
    }
}

/// Counts of what is not decided yet.
const UNDECIDED: [&str; 2] = ["undetermined", "overdue"];

fn durations(sealed: Option<(Moments, Runs)>, within: Option<u64>) -> Durations {
    let (moments, runs) = sealed.unwrap_or_default();
    Durations { moments, within, quantiles: Quantiles::Exact(runs) }
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
    tally.durations = timed.then(|| durations(cell.sealed, None));
    tally
}
