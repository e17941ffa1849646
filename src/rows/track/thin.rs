//! A million points on a thousand pixels: of each column the first, the lowest, the highest and the last.
//!
//! A line through these covers the same pixels as one through all points (Jugel et al., M4, VLDB 2014): no peak is lost.

use super::Track;

/// What is drawn of a series.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Thinned {
    /// Places of points in order of time; between two runs there is a gap.
    pub runs: Vec<Vec<usize>>,
    /// Whether points were left out.
    pub dense: bool,
}

/// What of the window `from..to` is drawn on so many columns; `gap`: points further apart than this are not joined. The
/// neighbours outside the window lie in it, so that the line runs to its edges.
#[must_use]
pub fn thinned(series: &Track, (from, to): (f64, f64), columns: usize, gap: Option<f64>) -> Thinned {
    let (first, end) = series.within(from, to);
    let mut runs = Runs { series, gap: gap.unwrap_or(f64::INFINITY), all: Vec::new() };
    let dense = end - first > columns.max(1) * 2;
    if let Some(before) = first.checked_sub(1) {
        runs.add(before);
    }
    if dense {
        let width = (to - from) / columns as f64;
        let mut at = first;
        for column in 1..=columns {
            let edge = if column == columns { to } else { from + width * column as f64 };
            let next = series.upto(at, edge).min(end);
            runs.column(at, next);
            at = next;
        }
    } else {
        (first..end).for_each(|index| runs.add(index));
    }
    runs.add(end);
    Thinned { runs: runs.all, dense }
}

struct Runs<'a> {
    series: &'a Track,
    gap: f64,
    all: Vec<Vec<usize>>,
}

impl Runs<'_> {
    /// A point behind those before it.
    fn add(&mut self, index: usize) {
        if self.series.point(index).is_some() {
            self.put(index);
        }
    }

    /// A column: its first point decides whether it is joined to what came before.
    fn column(&mut self, from: usize, to: usize) {
        let Some((first, last)) = self.series.first_known(from, to).zip(self.series.last_known(from, to))
        else {
            return;
        };
        self.put(first);
        let (low, high) = self.series.ends(from, to).unwrap_or((first, last));
        for inner in [low.min(high), low.max(high), last] {
            if let Some(run) = self.all.last_mut().filter(|run| run.last() != Some(&inner)) {
                run.push(inner);
            }
        }
    }

    /// Joins the run before it where nothing is missing between.
    fn put(&mut self, index: usize) {
        let time = |index: usize| self.series.point(index).map_or(f64::NAN, |point| point.0);
        let joined = |before: usize| before + 1 == index && time(index) - time(before) <= self.gap;
        match self.all.last_mut().filter(|run| run.last().is_some_and(|&before| joined(before))) {
            Some(run) => run.push(index),
            None => self.all.push(vec![index]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn series(values: &[f64]) -> Track {
        let mut series = Track::default();
        let at: Vec<f64> = (0..values.len()).map(|at| at as f64).collect();
        series.append(&at, values, (-1e9, 1e9)).unwrap();
        series
    }

    #[test]
    fn what_is_missing_breaks_the_line() {
        let nan = f64::NAN;
        let one = series(&[1.0, 2.0, nan, 4.0, nan, 6.0, 7.0]);
        assert_eq!(thinned(&one, (0.0, 6.0), 100, None).runs, [vec![0, 1], vec![3], vec![5, 6]]);
        // Cut to a window, the neighbours outside are there to draw towards.
        assert_eq!(thinned(&one, (0.5, 5.5), 100, None).runs, [vec![0, 1], vec![3], vec![5, 6]]);
        assert_eq!(thinned(&one, (3.5, 4.5), 100, None).runs, [vec![3], vec![5]]);
        assert_eq!(thinned(&one, (0.0, 6.0), 100, Some(0.5)).runs.len(), 5);
    }

    proptest! {
        #[test]
        fn the_lowest_and_the_highest_of_every_window_are_drawn(
            values in prop::collection::vec(prop_oneof![8 => -1e6..1e6f64, 1 => Just(f64::NAN)], 1..3000),
            ends in (0usize..3000, 0usize..3000),
            columns in 1usize..200,
        ) {
            let long = series(&values);
            let (from, to) = (ends.0.min(ends.1).min(values.len() - 1), ends.0.max(ends.1).min(values.len() - 1));
            let found = thinned(&long, (from as f64, to as f64), columns, None);
            let drawn: Vec<usize> = found.runs.concat();
            prop_assert!(drawn.windows(2).all(|pair| pair[0] < pair[1]), "in order, each once");
            prop_assert!(drawn.len() <= 4 * columns.max(1) + 2 || !found.dense);
            let known = || (from..=to).filter(|&at| !values[at].is_nan());
            let inside = || drawn.iter().copied().filter(|at| (from..=to).contains(at));
            let low = |all: &mut dyn Iterator<Item = usize>| all.map(|at| values[at]).fold(f64::INFINITY, f64::min);
            let high = |all: &mut dyn Iterator<Item = usize>| all.map(|at| values[at]).fold(f64::NEG_INFINITY, f64::max);
            prop_assert_eq!(low(&mut inside()).to_bits(), low(&mut known()).to_bits());
            prop_assert_eq!(high(&mut inside()).to_bits(), high(&mut known()).to_bits());
            // Neighbours within a run are joined over nothing that is missing, but for what one column hides.
            for pair in found.runs.iter().flat_map(|run| run.windows(2)) {
                let missing = (pair[0]..pair[1]).filter(|&at| values[at].is_nan()).count();
                prop_assert!(missing == 0 || found.dense);
            }
        }
    }
}
