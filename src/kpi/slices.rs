//! A measure by its segments, side by side.

use super::level::is_level;
use super::reading::{Cell, Part};
use super::{Asked, Basis, Estimate, Figure, Missing};
use crate::calendar::Period;
use crate::plan::Window;
use crate::snapshot::{Partial, Segment, Snapshot};

/// Which periods a value covers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Over {
    /// Complete periods up to the last one that the whole holds data of.
    Window(Window),
    /// One period.
    Period(Period),
}

/// One segment of a measure.
#[derive(Clone, Debug)]
pub struct Slice {
    /// The values of the segment, each behind the name of its dimension; nothing for what is asked of as a whole.
    pub segment: Vec<(String, String)>,
    /// Whether one of them is a person.
    pub person: bool,
    /// The value.
    pub figure: Figure,
    /// What it stands on.
    pub basis: Basis,
}

impl Asked<'_> {
    /// The value of the whole (or of the segment that is asked for), and behind it those of its segments by
    /// further dimensions, in order; segments of which the periods hold nothing are left out.
    ///
    /// # Errors
    /// Why there is nothing: an unknown source, measure or dimension, or a pair that is not kept.
    pub fn slices(&self, snapshot: &Snapshot, by: &[String], over: Over) -> Result<Vec<Slice>, Missing> {
        let mut part = self.find(snapshot)?;
        let periods = self.periods_of(&part, over);
        let mut slices = vec![self.slice(&part, &periods)];
        if by.is_empty() {
            return Ok(slices);
        }
        for segment in self.segments_by(&part, by)? {
            part.segment = segment;
            let empty = |period: &Period| matches!(part.cell(*period), Cell::Empty);
            if !periods.iter().all(empty) {
                slices.push(self.slice(&part, &periods));
            }
        }
        Ok(slices)
    }

    /// The last complete periods that hold data, oldest first.
    #[must_use]
    pub fn last_periods(&self, snapshot: &Snapshot, count: usize) -> Vec<Period> {
        let Ok(part) = self.find(snapshot) else { return Vec::new() };
        let holds = |period: &Period| {
            self.complete(&part.part, *period) && !matches!(part.cell(*period), Cell::Empty)
        };
        let mut last: Vec<Period> = part.part.periods().rev().filter(holds).take(count).collect();
        last.reverse();
        last
    }

    /// The value of every period that holds data, up to the last complete one, and what each stands on.
    #[must_use]
    pub fn points(&self, snapshot: &Snapshot) -> Vec<Slice> {
        let Ok(part) = self.find(snapshot) else { return Vec::new() };
        let holds = |period: &Period| {
            self.complete(&part.part, *period) && !matches!(part.cell(*period), Cell::Empty)
        };
        part.part.periods().filter(holds).map(|period| self.slice(&part, &[period])).collect()
    }

    fn periods_of(&self, part: &Part<'_>, over: Over) -> Vec<Period> {
        let window = match over {
            Over::Period(period) => return vec![period],
            Over::Window(window) => window,
        };
        let holds = |period: &Period| !matches!(part.cell(*period), Cell::Empty);
        let complete = |period: &Period| self.complete(&part.part, *period);
        let Some(last) = part.part.periods().rev().filter(complete).find(holds) else { return Vec::new() };
        let first = match window {
            Window::All => None,
            Window::Last(n) => (1..n).try_fold(last, |period, _| period.previous()),
        };
        let inside = |period: &Period| *period <= last && first.is_none_or(|first| *period >= first);
        part.part.periods().filter(inside).collect()
    }

    /// The segments of the dimensions asked for within the one at hand.
    fn segments_by(&self, part: &Part<'_>, by: &[String]) -> Result<Vec<Segment>, Missing> {
        let mut places: Vec<u8> = part.segment.dimensions().collect();
        for name in by {
            let place = part.source.dimensions.iter().position(|each| each.column == *name);
            let unknown = || Missing::new("unknown-dimension").with("dimension", name.as_str());
            places.push(place.ok_or_else(unknown)? as u8);
        }
        places.sort_unstable();
        places.dedup();
        let within = |segment: &&Segment| {
            segment.dimensions().eq(places.iter().copied())
                && part.segment.values().iter().all(|value| segment.values().contains(value))
        };
        let segments = part.part.segments();
        let listed = part.part.suppressed.iter().chain(&part.part.hidden).map(|(_, segment)| segment);
        let mut found: Vec<Segment> = segments.into_iter().chain(listed).filter(within).cloned().collect();
        found.sort();
        found.dedup();
        // What is withheld as a whole has no names.
        let all = found.len();
        found.retain(|segment| *segment != segment.every());
        if found.is_empty() && all > 0 {
            return Err(part.suppressed());
        }
        let kept = |segment: &Segment| segment.dimensions().eq(places.iter().copied());
        if places.len() > 1 && !part.part.cells.keys().any(|(_, segment)| kept(segment)) && found.is_empty() {
            return Err(Missing::new("not-crossed"));
        }
        Ok(found)
    }

    fn slice(&self, part: &Part<'_>, periods: &[Period]) -> Slice {
        let complete = periods.iter().all(|period| self.complete(&part.part, *period));
        let last = periods.last().copied();
        let at = part.part.at.or_else(|| last.map(Period::last_day)).unwrap_or(self.as_of);
        let period = last.filter(|_| periods.len() == 1);
        let figure = |estimate| Figure::new(estimate, at, period, complete, self.provenance());
        let variant = self.reading.variant;
        let partial = self.added(part, periods).and_then(|partial| self.joined(part, partial, periods));
        let (figure, basis) = match partial {
            Ok(partial) => {
                let figure = figure(self.estimate(&part.part, &partial, complete));
                let basis = Basis::of(&part.part, &partial, variant, self.unit, &figure);
                let basis = if figure.value.is_ok() { basis } else { Basis::Other };
                (figure, basis)
            }
            Err(why) => (figure(Estimate::missing(variant, why)), Basis::Other),
        };
        let of = |place: u8| part.source.dimensions.get(usize::from(place));
        let name = |(place, value): &(u8, String)| {
            (of(*place).map(|each| each.column.clone()).unwrap_or_default(), value.clone())
        };
        let asked: Vec<u8> = self.segment_of(part);
        let values = part.segment.values().iter().filter(|(place, _)| !asked.contains(place));
        Slice {
            segment: values.map(name).collect(),
            person: part.segment.dimensions().any(|place| of(place).is_some_and(|each| each.person)),
            figure,
            basis,
        }
    }

    /// The dimensions that the reading itself fixes.
    fn segment_of(&self, part: &Part<'_>) -> Vec<u8> {
        self.segment(part.source).map(|segment| segment.dimensions().collect()).unwrap_or_default()
    }

    /// The partials of several periods together.
    pub(super) fn added(&self, part: &Part<'_>, periods: &[Period]) -> Result<Partial, Missing> {
        if is_level(&part.part) {
            return self.since(part, periods);
        }
        let mut sum: Option<Partial> = None;
        for period in periods {
            match (part.cell(*period), &mut sum) {
                (Cell::Known(partial), Some(sum)) => sum.merge(partial),
                (Cell::Known(partial), None) => sum = Some(partial.clone()),
                (Cell::Hidden, _) => return Err(part.suppressed()),
                (Cell::Empty, _) => {}
            }
        }
        sum.ok_or(Missing::new("no-data"))
    }
}
