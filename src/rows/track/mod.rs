//! A series of points in time: as many as a million, in order, with gaps (C2).

mod peaks;
mod thin;

use peaks::Peaks;
pub use thin::{Thinned, thinned};

/// So many issues are told of one series.
const TOLD: usize = 50;
/// Room for points to come, as a part of those there are.
const ROOM: usize = 8;

/// Points in order of time. A value that is NaN is absent: a gap, never zero.
#[derive(Clone, Debug, Default)]
pub struct Track {
    at: Vec<f64>,
    value: Vec<f64>,
    peaks: Peaks,
    /// How many values are known before each block of sixteen.
    known: Vec<u32>,
}

/// A point that cannot be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fault {
    /// Its place among those that were to come.
    pub index: usize,
    /// What is wrong with it.
    pub what: Wrong,
}

/// What is wrong with a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Wrong {
    /// There are so many times and so many values.
    Counts(usize, usize),
    /// Its time is no number.
    Time,
    /// Its time lies outside the limits.
    Range(f64),
    /// Its time is before the one in front of it.
    Backwards,
    /// Its value is infinite.
    Value,
}

impl Track {
    /// Adds points at the end; all of them or, where one cannot be, none.
    ///
    /// # Errors
    /// The first fifty faults.
    pub fn append(&mut self, at: &[f64], value: &[f64], limits: (f64, f64)) -> Result<(), Vec<Fault>> {
        let faults = faults(self.at.last().copied(), at, value, limits);
        if !faults.is_empty() {
            return Err(faults);
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

/// Numbers of eight bytes each, the least first; what is left over is none.
#[must_use]
pub fn numbers(bytes: &[u8]) -> Vec<f64> {
    let (numbers, _) = bytes.as_chunks::<8>();
    numbers.iter().map(|bytes| f64::from_le_bytes(*bytes)).collect()
}

/// Whether something cannot be among points that are to come behind `last`: one look at all of them, since nearly always
/// nothing is wrong.
fn faults(last: Option<f64>, at: &[f64], value: &[f64], limits: (f64, f64)) -> Vec<Fault> {
    let mut before = last.unwrap_or(f64::NEG_INFINITY);
    let mut wrong = at.len() != value.len();
    for &at in at {
        // What is no number is not within the limits either.
        wrong |= !(at >= before && at >= limits.0 && at <= limits.1);
        before = at;
    }
    for value in value {
        wrong |= value.is_infinite();
    }
    if wrong { told(last, at, value, limits) } else { Vec::new() }
}

#[cold]
fn told(last: Option<f64>, at: &[f64], value: &[f64], (least, most): (f64, f64)) -> Vec<Fault> {
    let mut faults = Vec::new();
    if at.len() != value.len() {
        faults.push(Fault { index: at.len(), what: Wrong::Counts(at.len(), value.len()) });
    }
    let mut before = last.unwrap_or(f64::NEG_INFINITY);
    for (index, (&at, &value)) in at.iter().zip(value).enumerate() {
        let what = match () {
            () if faults.len() >= TOLD => break,
            () if !at.is_finite() => Some(Wrong::Time),
            () if at < least || at > most => Some(Wrong::Range(at)),
            () if at < before => Some(Wrong::Backwards),
            () => None,
        };
        if what.is_none() {
            before = at;
        }
        let infinite = value.is_infinite().then_some(Wrong::Value);
        faults.extend([what, infinite].into_iter().flatten().map(|what| Fault { index, what }));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn track(points: &[(f64, f64)]) -> Result<Track, Vec<Fault>> {
        let mut track = Track::default();
        let (at, value): (Vec<f64>, Vec<f64>) = points.iter().copied().unzip();
        track.append(&at, &value, (-1e6, 1e6)).map(|()| track)
    }
    #[test]
    fn what_cannot_be_is_told_and_nothing_of_it_is_kept() {
        let infinite =
            track(&[(1.0, f64::INFINITY), (f64::NAN, 1.0), (3.0, 1.0), (2.0, 1.0), (2e6, 1.0), (4.0, 1.0)]);
        let fault = |index, what| Fault { index, what };
        let expected = [
            fault(0, Wrong::Value),
            fault(1, Wrong::Time),
            fault(3, Wrong::Backwards),
            fault(4, Wrong::Range(2e6)),
        ];
        assert_eq!(infinite.unwrap_err(), expected);
    }

    #[test]
    fn the_nearest_is_one_that_is_known() {
        let series = track(&[(0.0, 1.0), (10.0, f64::NAN), (20.0, 3.0), (20.0, 4.0)]).unwrap();
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
        let series = track(&points).unwrap();
        assert_eq!((series.first_known(4, 100), series.last_known(0, 90)), (Some(90), Some(3)));
        assert_eq!((series.known(0, 100), series.known(4, 90), series.known(3, 91)), (2, 0, 2));
    }
}
