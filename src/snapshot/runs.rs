//! Numbers in order, in runs that partials share.

use std::cmp::Ordering;
use std::rc::Rc;

use throughline_rows::counting::{sort, sorted};

use crate::stats::{Sketch, nearest_rank_by, type_7_by};

/// Numbers in ascending runs. A run lies in memory once, however many segments and wholes hold it.
#[derive(Clone, Debug, Default)]
pub struct Runs {
    n: usize,
    runs: Vec<Rc<[f64]>>,
}

impl Runs {
    /// A run of so many numbers stays as it is.
    const LONG: usize = 1 << 15;
    /// More short runs than these become longer ones: each is looked at for every quantile.
    const SHORT_ONES: usize = 128;

    /// Of these numbers, in any order.
    #[must_use]
    pub fn of(mut numbers: Vec<f64>) -> Self {
        sort(&mut numbers);
        let n = numbers.len();
        Self { n, runs: (n > 0).then(|| numbers.into()).into_iter().collect() }
    }

    /// Of these whole numbers, in any order.
    #[must_use]
    pub fn of_wholes(wholes: Vec<u32>) -> Self {
        let n = wholes.len();
        Self { n, runs: (n > 0).then(|| sorted(wholes)).into_iter().collect() }
    }

    /// How many numbers there are.
    #[must_use]
    pub const fn n(&self) -> usize {
        self.n
    }

    /// Adds all numbers of another.
    pub fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.runs.extend_from_slice(&other.runs);
        if self.runs.iter().filter(|run| run.len() < Self::LONG).count() > Self::SHORT_ONES {
            self.lengthen();
        }
    }

    /// Joins short runs until they are long.
    fn lengthen(&mut self) {
        let (mut long, short): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.runs).into_iter().partition(|run| run.len() >= Self::LONG);
        let mut numbers = Vec::new();
        for run in short {
            numbers.extend_from_slice(&run);
            if numbers.len() >= Self::LONG {
                long.extend(Self::of(std::mem::take(&mut numbers)).runs);
            }
        }
        long.extend(Self::of(numbers).runs);
        self.runs = long;
    }

    /// All of them, ascending.
    #[must_use]
    pub fn to_vec(&self) -> Vec<f64> {
        let mut numbers = self.runs.concat();
        sort(&mut numbers);
        numbers
    }

    /// The quantile `p` by type 7.
    #[must_use]
    pub fn type_7(&self, p: f64) -> Option<f64> {
        type_7_by(self.n as u64, p, |rank| self.order_statistic(rank as usize))
    }

    /// The quantile `p` by nearest rank.
    #[must_use]
    pub fn nearest_rank(&self, p: f64) -> Option<f64> {
        nearest_rank_by(self.n as u64, p, |rank| self.order_statistic(rank as usize))
    }

    /// The number of a rank counted from 0.
    #[must_use]
    pub fn order_statistic(&self, rank: usize) -> Option<f64> {
        match self.runs.as_slice() {
            [only] => only.get(rank).copied(),
            _ if rank >= self.n => None,
            _ => Some(Search::of(&self.runs).find(rank)),
        }
    }

    /// A sketch of them.
    #[must_use]
    pub fn to_sketch(&self) -> Sketch {
        Sketch::of_runs(self.runs.iter().map(|run| &**run))
    }

    /// The same, where runs are met again and again.
    #[must_use]
    pub fn to_sketch_by(&self, known: &mut Sketches) -> Sketch {
        if known.0.len() + self.runs.len() > Sketches::MOST {
            known.0.clear();
        }
        let places: Vec<usize> = self.runs.iter().map(|run| known.of(run)).collect();
        let sketches = places.iter().filter_map(|place| known.0.get(*place));
        Sketch::of_all(sketches.map(|(_, sketch)| sketch))
    }
}

/// The sketches of runs that were met of late: a run belongs to a segment, to a pair of them and to the whole.
#[derive(Debug, Default)]
pub struct Sketches(Vec<(Rc<[f64]>, Sketch)>);

impl Sketches {
    /// So many are looked through in no time.
    const MOST: usize = 192;

    /// Where the sketch of a run stands.
    fn of(&mut self, run: &Rc<[f64]>) -> usize {
        let known = self.0.iter().position(|(each, _)| Rc::ptr_eq(each, run));
        known.unwrap_or_else(|| {
            self.0.push((Rc::clone(run), Sketch::of_sorted(run)));
            self.0.len() - 1
        })
    }
}

/// The same numbers are the same, however they are cut.
impl PartialEq for Runs {
    fn eq(&self, other: &Self) -> bool {
        self.n == other.n && self.to_vec() == other.to_vec()
    }
}

/// Looks for a rank by halving the doubles between the least and the greatest number: at most 64 times, since doubles
/// in order are integers in order.
struct Search<'a> {
    /// What of each run is still between the two.
    rest: Vec<&'a [f64]>,
    low: u64,
    high: u64,
}

impl<'a> Search<'a> {
    fn of(runs: &'a [Rc<[f64]>]) -> Self {
        let rest: Vec<&[f64]> = runs.iter().map(|run| &**run).collect();
        let low = rest.iter().filter_map(|run| run.first()).map(|x| place_of(*x)).min();
        let high = rest.iter().filter_map(|run| run.last()).map(|x| place_of(*x)).max();
        Self { low: low.unwrap_or(0), high: high.unwrap_or(0), rest }
    }

    fn find(mut self, mut rank: usize) -> f64 {
        while self.low < self.high {
            let middle = self.low + (self.high - self.low) / 2;
            let bound = double_at(middle);
            let ends: Vec<usize> = self.rest.iter().map(|run| up_to(run, bound)).collect();
            let below: usize = ends.iter().sum();
            let lies_below = rank < below;
            for (run, end) in self.rest.iter_mut().zip(ends) {
                let (first, second) = run.split_at_checked(end).unwrap_or((run, &[]));
                *run = if lies_below { first } else { second };
            }
            if lies_below {
                self.high = middle;
            } else {
                rank -= below;
                self.low = middle + 1;
            }
        }
        double_at(self.low)
    }
}

/// How many numbers of a run are at or below a bound.
fn up_to(run: &[f64], bound: f64) -> usize {
    run.partition_point(|x| x.total_cmp(&bound) != Ordering::Greater)
}

/// The place of a double in the order of all doubles.
const fn place_of(x: f64) -> u64 {
    let bits = x.to_bits();
    if bits >> 63 == 0 { bits | 1 << 63 } else { !bits }
}

const fn double_at(place: u64) -> f64 {
    f64::from_bits(if place >> 63 == 1 { place & !(1 << 63) } else { !place })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn runs_answer_as_one_list(
            lists in prop::collection::vec(prop::collection::vec(-1e6..1e6_f64, 0..12), 1..400),
            p in 0.0..=1.0_f64,
        ) {
            let mut all = lists.concat();
            all.sort_by(f64::total_cmp);
            let mut runs = Runs::default();
            lists.iter().for_each(|list| runs.merge(&Runs::of(list.clone())));
            prop_assert_eq!(runs.n(), all.len());
            for (rank, x) in all.iter().enumerate().step_by(61) {
                prop_assert_eq!(runs.order_statistic(rank), Some(*x));
            }
            prop_assert_eq!(runs.order_statistic(all.len()), None);
            prop_assert_eq!(runs.type_7(p), crate::stats::type_7(&all, p));
            prop_assert_eq!(runs.nearest_rank(p), crate::stats::nearest_rank(&all, p));
            prop_assert_eq!(&runs.to_vec(), &all);
        }
    }

    #[test]
    fn equal_and_odd_numbers_are_found() {
        let mut runs = Runs::of(vec![3.0, 3.0, -0.0]);
        runs.merge(&Runs::of(vec![3.0, 0.0, f64::INFINITY]));
        let found: Vec<_> = (0..7).map(|rank| runs.order_statistic(rank).map(f64::to_bits)).collect();
        let bits = |x: f64| Some(x.to_bits());
        let expected = [bits(-0.0), bits(0.0), bits(3.0), bits(3.0), bits(3.0), bits(f64::INFINITY), None];
        assert_eq!(found, expected);
    }
}
