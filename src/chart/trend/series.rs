//! A series of points in time: as many as a million, in order, with gaps.

use super::peaks::Peaks;
use crate::error::{Error, Issue, Pointer};

/// So many issues are told of one series.
const TOLD: usize = 50;
/// Room for points to come, as a part of those there are.
const ROOM: usize = 8;

/// Points in order of time. A value that is NaN is absent: a gap, never zero.
#[derive(Clone, Debug, Default)]
pub struct Series {
    at: Vec<f64>,
    value: Vec<f64>,
    peaks: Peaks,
    /// How many values are known before each block of sixteen.
    known: Vec<u32>,
}

/// Where the parts of a point stand in the input, for issues.
pub type Place<'a> = &'a dyn Fn(usize, &'static str) -> Pointer;

impl Series {
    /// Adds points at the end; all of them or, where one cannot be, none.
    ///
    /// # Errors
    /// The issues of the first fifty that cannot be: `not-a-number` (a time that is none, an infinite value),
    /// `out-of-range` (a time outside `limits`), `time-backwards` (a time before the one in front of it), `counts-differ`.
    pub fn append(
        &mut self,
        at: &[f64],
        value: &[f64],
        limits: (f64, f64),
        place: Place<'_>,
    ) -> Result<(), Vec<Issue>> {
        let issues = faults(self.at.last().copied(), at, value, limits, place);
        if !issues.is_empty() {
            return Err(issues);
        }
        let from = self.at.len();
        self.room(at.len());
        self.at.extend_from_slice(at);
        self.value.extend_from_slice(value);
        self.peaks.extend(&self.value, from);
        self.count(from);
        Ok(())
    }

    /// Grows in steps, so that a point a second does not copy all the others each time.
    fn room(&mut self, more: usize) {
        if self.at.capacity() < self.at.len() + more {
            let room = more + (self.at.len() + more) / ROOM;
            self.at.reserve_exact(room);
            self.value.reserve_exact(room);
        }
    }

    fn count(&mut self, from: usize) {
        let block = from / Peaks::BLOCK;
        self.known.truncate(block + 1);
        if self.known.is_empty() {
            self.known.push(0);
        }
        let mut total = self.known.last().copied().unwrap_or_default();
        for part in self.value.get(block * Peaks::BLOCK..).unwrap_or_default().chunks_exact(Peaks::BLOCK) {
            total += part.iter().filter(|value| !value.is_nan()).count() as u32;
            self.known.push(total);
        }
    }

    /// The number of points, absent ones among them.
    #[must_use]
    pub fn len(&self) -> usize {
        self.at.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.at.is_empty()
    }

    /// The first and the last time.
    #[must_use]
    pub fn span(&self) -> Option<(f64, f64)> {
        Some((*self.at.first()?, *self.at.last()?))
    }

    /// A point that is known.
    #[must_use]
    pub fn point(&self, index: usize) -> Option<(f64, f64)> {
        let value = *self.value.get(index)?;
        if value.is_nan() { None } else { Some((*self.at.get(index)?, value)) }
    }

    /// The points from the time `from` to `to`, both included, as places: the first, and the one behind the last.
    #[must_use]
    pub fn within(&self, from: f64, to: f64) -> (usize, usize) {
        let first = self.at.partition_point(|at| *at < from);
        (first, self.upto(first, to))
    }

    /// The place behind the last point that is not later than `to`, no earlier than `first`.
    pub(super) fn upto(&self, first: usize, to: f64) -> usize {
        first + self.at.get(first..).map_or(0, |rest| rest.partition_point(|at| *at <= to))
    }

    /// The lowest and the highest point of a stretch.
    #[must_use]
    pub fn ends(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        self.peaks.of(&self.value, from, to)
    }

    /// The first point of a stretch that is known.
    #[must_use]
    pub fn first_known(&self, from: usize, to: usize) -> Option<usize> {
        let mut at = from;
        while at < to {
            if self.peaks.is_bare(at) {
                at += Peaks::BLOCK;
            } else if self.point(at).is_some() {
                return Some(at);
            } else {
                at += 1;
            }
        }
        None
    }

    /// The last point of a stretch that is known.
    #[must_use]
    pub fn last_known(&self, from: usize, to: usize) -> Option<usize> {
        let mut end = to.min(self.len());
        while end > from {
            if end.is_multiple_of(Peaks::BLOCK) && self.peaks.is_bare(end - Peaks::BLOCK) {
                end -= Peaks::BLOCK;
            } else if self.point(end - 1).is_some() {
                return Some(end - 1);
            } else {
                end -= 1;
            }
        }
        None
    }

    /// How many points of a stretch are known.
    #[must_use]
    pub fn known(&self, from: usize, to: usize) -> usize {
        self.known_before(to.min(self.len())).saturating_sub(self.known_before(from))
    }

    fn known_before(&self, end: usize) -> usize {
        let block = end / Peaks::BLOCK;
        let rest = self.value.get(block * Peaks::BLOCK..end).unwrap_or_default();
        let whole = self.known.get(block).copied().unwrap_or_default() as usize;
        whole + rest.iter().filter(|value| !value.is_nan()).count()
    }

    /// The known point nearest in time within a stretch; of two as near the earlier one.
    #[must_use]
    pub fn nearest(&self, time: f64, (from, to): (usize, usize)) -> Option<usize> {
        let split = self.at.partition_point(|at| *at < time).clamp(from, to);
        let far = |index: usize| self.point(index).map_or(f64::INFINITY, |(at, _)| (at - time).abs());
        let (before, after) = (self.last_known(from, split), self.first_known(split, to));
        match (before, after) {
            (Some(before), Some(after)) => Some(if far(after) < far(before) { after } else { before }),
            (one, other) => one.or(other),
        }
    }
}

/// What cannot be among points that are to come behind `last`.
fn faults(
    last: Option<f64>,
    at: &[f64],
    value: &[f64],
    (least, most): (f64, f64),
    place: Place<'_>,
) -> Vec<Issue> {
    let mut issues = Vec::new();
    if at.len() != value.len() {
        let (expected, found) = (at.len() as f64, value.len() as f64);
        issues.push(
            Issue::new("counts-differ", place(at.len(), "")).with("expected", expected).with("found", found),
        );
    }
    let mut before = last.unwrap_or(f64::NEG_INFINITY);
    for (index, (&at, &value)) in at.iter().zip(value).enumerate() {
        if issues.len() >= TOLD {
            break;
        }
        if !at.is_finite() {
            issues.push(Issue::new("not-a-number", place(index, "at")));
        } else if at < least || at > most {
            issues.push(Issue::out_of_range(place(index, "at"), at, least, most));
        } else if at < before {
            issues.push(Issue::new("time-backwards", place(index, "at")));
        } else {
            before = at;
        }
        if value.is_infinite() {
            issues.push(Issue::new("not-a-number", place(index, "value")));
        }
    }
    issues
}

/// The error of a series.
#[must_use]
pub fn refused(issues: Vec<Issue>) -> Error {
    Error::new("trend-invalid", issues)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(points: &[(f64, f64)]) -> Result<Series, Vec<String>> {
        let mut series = Series::default();
        let (at, value): (Vec<f64>, Vec<f64>) = points.iter().copied().unzip();
        let place = |index: usize, name: &'static str| Pointer::root().index(index).field(name);
        let added = series.append(&at, &value, (-1e6, 1e6), &place);
        let told = |issues: Vec<Issue>| {
            issues.iter().map(|issue| format!("{} {}", issue.code, issue.at.as_str())).collect()
        };
        added.map(|()| series).map_err(told)
    }

    #[test]
    fn what_cannot_be_is_told_and_nothing_of_it_is_kept() {
        let infinite =
            series(&[(1.0, f64::INFINITY), (f64::NAN, 1.0), (3.0, 1.0), (2.0, 1.0), (2e6, 1.0), (4.0, 1.0)]);
        let expected =
            ["not-a-number /0/value", "not-a-number /1/at", "time-backwards /3/at", "out-of-range /4/at"];
        assert_eq!(infinite.unwrap_err(), expected);
    }

    #[test]
    fn the_nearest_is_one_that_is_known() {
        let series = series(&[(0.0, 1.0), (10.0, f64::NAN), (20.0, 3.0), (20.0, 4.0)]).unwrap();
        let near = |time| series.nearest(time, (0, 4));
        assert_eq!([near(-5.0), near(10.0), near(11.0), near(99.0)], [Some(0), Some(0), Some(2), Some(3)]);
        assert_eq!((series.known(0, 4), series.known(1, 2), series.within(5.0, 20.0)), (3, 0, (1, 4)));
        assert_eq!((series.first_known(1, 4), series.last_known(0, 2)), (Some(2), Some(0)));
    }

    #[test]
    fn long_stretches_of_nothing_are_counted_right() {
        let mut points: Vec<(f64, f64)> = (0..100).map(|at| (f64::from(at), f64::NAN)).collect();
        points[3].1 = 1.0;
        points[90].1 = 2.0;
        let series = series(&points).unwrap();
        assert_eq!((series.first_known(4, 100), series.last_known(0, 90)), (Some(90), Some(3)));
        assert_eq!((series.known(0, 100), series.known(4, 90), series.known(3, 91)), (2, 0, 2));
    }
}
