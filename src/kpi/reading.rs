//! Partials of a snapshot to the values of a KPI.

use std::borrow::Cow;

use super::counted::of_family;
use super::duration::of_durations;
use super::level::is_level;
use super::scale::{csat, favourability, not_offered, nps_of};
use super::share::share_as;
use super::{Estimate, Figure, Missing, Provenance, TimeUnit};
use crate::calendar::{Cycle, Date, Period};
use crate::data::Family;
use crate::plan::{Reading, Variant, Window};
use crate::snapshot::{MeasurePart, Partial, Segment, Shape, Snapshot, SourcePart};

/// A measure as a KPI reads it: which variant, which segment, in which unit, by which periods.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Source, measure, variant and segment.
    pub reading: &'a Reading,
    /// The unit of the KPI, which lengths of time are given in.
    pub unit: Option<&'a str>,
    /// The length of the periods; those of the data where they are longer, or do not add up to these.
    pub period: Cycle,
    /// The day of reading.
    pub as_of: Date,
}

/// Whether a part of the data of a KPI is there and may be shown.
pub(super) enum Cell<'p> {
    Known(&'p Partial),
    Hidden,
    Empty,
}

/// A measure by the periods asked for, and the segment of it.
pub(super) struct Part<'s> {
    pub(super) source: &'s SourcePart,
    pub(super) part: Cow<'s, MeasurePart>,
    pub(super) segment: Segment,
    /// Where other tables may tell something of it.
    pub(super) snapshot: &'s Snapshot,
}

impl Asked<'_> {
    /// The values by period, up to the one that the day of reading lies in, which is marked unfinished.
    #[must_use]
    pub fn series(&self, snapshot: &Snapshot) -> Vec<Figure> {
        let Ok(part) = self.find(snapshot) else { return Vec::new() };
        let begun = part.part.periods().filter(|period| period.first_day() <= self.as_of);
        begun.filter_map(|period| self.of_period(&part, period)).collect()
    }

    /// The value over a window of complete periods that ends with the last one that holds data.
    #[must_use]
    pub fn value(&self, snapshot: &Snapshot, window: Window) -> Figure {
        let part = match self.find(snapshot) {
            Ok(part) => part,
            Err(why) => return Figure::missing(why, self.as_of, self.provenance()),
        };
        let complete = |period: &Period| self.complete(&part.part, *period);
        let holds = |period: &Period| !matches!(part.cell(*period), Cell::Empty);
        let Some(last) = part.part.periods().rev().filter(complete).find(holds) else {
            return Figure::missing(self.why_nothing(&part), self.as_of, self.provenance());
        };
        let first = match window {
            Window::All => None,
            Window::Last(n) => (1..n).try_fold(last, |period, _| period.previous()),
        };
        let inside = part
            .part
            .periods()
            .filter(|period| *period <= last && first.is_none_or(|first| *period >= first));
        self.over(&part, inside, last, first == Some(last))
    }

    pub(super) fn find<'s>(&self, snapshot: &'s Snapshot) -> Result<Part<'s>, Missing> {
        let Reading { source, measure, .. } = self.reading;
        let (found, part) = self.measure(snapshot, source, measure)?;
        Ok(Part { source: found, part, segment: self.segment(found)?, snapshot })
    }

    /// A measure by the periods asked for.
    pub(super) fn measure<'s>(
        &self,
        snapshot: &'s Snapshot,
        source: &str,
        measure: &str,
    ) -> Result<(&'s SourcePart, Cow<'s, MeasurePart>), Missing> {
        let Some(found) = snapshot.source(source) else {
            return Err(Missing::new("unknown-source").with("source", source));
        };
        let unknown = || Missing::new("unknown-measure").with("source", source).with("measure", measure);
        let part = found.measures.iter().find(|part| part.id == *measure).ok_or_else(unknown)?;
        Ok((found, part.regrouped(self.period, &found.dimensions)))
    }

    /// The segment by the places of its dimensions.
    pub(super) fn segment(&self, source: &SourcePart) -> Result<Segment, Missing> {
        let mut values = Vec::with_capacity(self.reading.segment.len());
        for (name, value) in &self.reading.segment {
            let place = match name.as_str() {
                "" => Some(0),
                name => source.dimensions.iter().position(|each| each.column == name),
            };
            let Some(place) = place else {
                return Err(Missing::new("unknown-dimension").with("dimension", name.as_str()));
            };
            values.push((place as u8, value.clone()));
        }
        Ok(Segment::of(values))
    }

    /// Whether a period is over on the day of reading; rows that are all true at one day are, from that day on.
    pub(super) fn complete(&self, part: &MeasurePart, period: Period) -> bool {
        part.at.map_or_else(|| period.last_day() < self.as_of, |at| at <= self.as_of)
    }

    fn of_period(&self, part: &Part<'_>, period: Period) -> Option<Figure> {
        if is_level(&part.part) {
            return self.level_of_period(part, period);
        }
        let complete = self.complete(&part.part, period);
        let estimate = match part.cell(period) {
            Cell::Known(partial) if self.reading.counts.is_empty() => {
                self.estimate(&part.part, partial, complete)
            }
            Cell::Known(partial) => self.estimate_joined(part, Ok(partial.clone()), &[period], complete),
            Cell::Hidden => Estimate::missing(self.reading.variant, part.suppressed()),
            Cell::Empty => return None,
        };
        let at = part.part.at.unwrap_or_else(|| period.last_day());
        Some(Figure::new(estimate, at, Some(period), complete, self.provenance()))
    }

    /// The value of several periods together, from their partials added up.
    fn over(
        &self,
        part: &Part<'_>,
        periods: impl Iterator<Item = Period>,
        last: Period,
        single: bool,
    ) -> Figure {
        if is_level(&part.part) {
            return self.level_over(part, &periods.collect::<Vec<_>>(), last, single);
        }
        let mut sum: Option<Partial> = None;
        let mut hidden = false;
        if !self.reading.counts.is_empty() {
            return self.over_joined(part, &periods.collect::<Vec<_>>(), last, single);
        }
        for period in periods {
            match (part.cell(period), &mut sum) {
                (Cell::Known(partial), Some(sum)) => sum.merge(partial),
                (Cell::Known(partial), None) => sum = Some(partial.clone()),
                (Cell::Hidden, _) => hidden = true,
                (Cell::Empty, _) => {}
            }
        }
        let estimate = match sum {
            _ if hidden => Estimate::missing(self.reading.variant, part.suppressed()),
            Some(sum) => self.estimate(&part.part, &sum, true),
            None => Estimate::missing(self.reading.variant, Missing::new("no-data")),
        };
        let at = part.part.at.unwrap_or_else(|| last.last_day());
        Figure::new(estimate, at, single.then_some(last), true, self.provenance())
    }

    #[inline(never)]
    fn over_joined(&self, part: &Part<'_>, periods: &[Period], last: Period, single: bool) -> Figure {
        let estimate = self.estimate_joined(part, self.added(part, periods), periods, true);
        let at = part.part.at.unwrap_or_else(|| last.last_day());
        Figure::new(estimate, at, single.then_some(last), true, self.provenance())
    }

    /// The estimate of a partial with what other tables tell.
    #[inline(never)]
    pub(super) fn estimate_joined(
        &self,
        part: &Part<'_>,
        partial: Result<Partial, Missing>,
        periods: &[Period],
        complete: bool,
    ) -> Estimate {
        match partial.and_then(|partial| self.joined(part, partial, periods)) {
            Ok(partial) => self.estimate(&part.part, &partial, complete),
            Err(why) => Estimate::missing(self.reading.variant, why),
        }
    }

    pub(super) fn estimate(&self, part: &MeasurePart, partial: &Partial, complete: bool) -> Estimate {
        let unit = self.unit.and_then(TimeUnit::from_sign);
        let mut estimate = match (&partial.shape, self.reading.variant) {
            (Shape::Duration(_), variant) if unit.is_none() && variant != Variant::ShareWithin => {
                let why = Missing::new("unit-not-a-duration").with("unit", self.unit.unwrap_or_default());
                Estimate::missing(variant, why)
            }
            (Shape::Tally(_), variant) => of_family(part, partial, variant, self.unit, complete),
            (Shape::Scale(_), variant @ Variant::Form(_)) => {
                of_family(part, partial, variant, self.unit, complete)
            }
            (Shape::Scale(_), variant) if scored_by_table(part.family) => {
                of_family(part, partial, variant, self.unit, complete)
            }
            _ => estimate(part, partial, self.reading.variant, unit, complete),
        };
        estimate.open = Some(partial.open).filter(|open| *open > 0);
        estimate
    }

    #[inline(never)]
    fn why_nothing(&self, part: &Part<'_>) -> Missing {
        let crossed = |segment: &Segment| segment.dimensions().eq(part.segment.dimensions());
        if part.segment.values().len() > 1 && !part.part.cells.keys().any(|(_, segment)| crossed(segment)) {
            return Missing::new("not-crossed");
        }
        let known = |period: &Period| matches!(part.cell(*period), Cell::Known(_));
        match part.part.periods().find(|period| period.first_day() <= self.as_of && known(period)) {
            Some(period) => Missing::new("no-complete-period").with("period", period.label()),
            None => Missing::new("no-data"),
        }
    }

    pub(super) fn provenance(&self) -> Provenance {
        let Reading { source, measure, variant, .. } = self.reading;
        let (source, measure, variant) = (source.clone(), measure.clone(), *variant);
        let segment = self.reading.segment_label();
        Provenance::Computed { source, measure, variant, segment }
    }
}

impl Part<'_> {
    pub(super) fn cell(&self, period: Period) -> Cell<'_> {
        let key = (period, self.segment.clone());
        if self.part.hides(&key) {
            return Cell::Hidden;
        }
        self.part.cells.get(&key).map_or(Cell::Empty, Cell::Known)
    }

    pub(super) fn suppressed(&self) -> Missing {
        Missing::new("suppressed")
            .with("minimum", self.part.least(&self.segment, &self.source.dimensions) as f64)
    }
}

/// What a partial gives by a variant. In an unfinished period an open case that is due may still be
/// kept, so it is left out of compliance there.
fn estimate(
    part: &MeasurePart,
    partial: &Partial,
    variant: Variant,
    unit: Option<TimeUnit>,
    complete: bool,
) -> Estimate {
    match (&partial.shape, part.family) {
        (Shape::Duration(durations), _) => of_durations(durations, variant, unit),
        (Shape::Counts { numerator, denominator }, _) if variant == Variant::Share => {
            let open = if complete || part.family != Family::Sla { 0 } else { partial.open };
            share_as(variant, *numerator, denominator - open as f64)
        }
        (Shape::Counts { .. }, family) => not_offered(variant, family.name(), &["share"]),
        (Shape::Scale(answers), Family::Csat) => csat(answers, part.scale.unwrap_or(5), variant),
        (Shape::Scale(answers), Family::Nps) if variant == Variant::Net => nps_of(answers),
        (Shape::Scale(_), Family::Nps) => not_offered(variant, "nps", &["net"]),
        (Shape::Scale(answers), _) => favourability(answers, part.scale.unwrap_or(5), variant),
        // Read by the table of families before it comes here.
        (Shape::Tally(_), _) => Estimate::missing(variant, Missing::new("no-data")),
    }
}

/// Whether the answers of a family are read by its formula in the table of families.
const fn scored_by_table(family: Family) -> bool {
    !matches!(family, Family::Csat | Family::Nps | Family::Favourability)
}
