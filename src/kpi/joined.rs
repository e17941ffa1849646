//! Counts of a formula that another table tells: the customers of a contact rate, what was solved elsewhere.

use std::borrow::Cow;

use super::level::is_level;
use super::reading::{Cell, Part};
use super::{Asked, Missing, service};
use crate::calendar::Period;
use crate::data::Family;
use crate::plan::CountFrom;
use crate::snapshot::{END, MeasurePart, Partial, START, Segment, Shape, SourcePart};

/// One of them, and where it is told.
struct Other<'s> {
    from: &'s CountFrom,
    source: &'s SourcePart,
    part: Cow<'s, MeasurePart>,
}

impl Asked<'_> {
    /// The partial of some periods with what the others tell of the same periods and the same segment.
    ///
    /// # Errors
    /// Why one of them tells nothing: no such dimension there, a small group, a period without data.
    #[inline(never)]
    pub(super) fn joined(
        &self,
        part: &Part<'_>,
        mut partial: Partial,
        periods: &[Period],
    ) -> Result<Partial, Missing> {
        for from in &self.reading.counts {
            let (source, told) = self.measure(part.snapshot, &from.source, &from.measure)?;
            let other = &Other { from, source, part: told };
            let lacks = || Missing::new("not-counted").with("count", other.from.name.as_str());
            let name = name_of(part.part.family, &other.from.name).ok_or_else(lacks)?;
            let number = self.told(other, part, periods)?;
            let Shape::Tally(tally) = &mut partial.shape else { return Err(lacks()) };
            *tally.counts.entry(name).or_default() += number;
        }
        Ok(partial)
    }

    fn told(&self, other: &Other<'_>, at: &Part<'_>, periods: &[Period]) -> Result<f64, Missing> {
        let part = Part {
            source: other.source,
            part: Cow::Borrowed(&*other.part),
            segment: other.segment(at)?,
            snapshot: at.snapshot,
        };
        let empty = |period: &Period| matches!(part.cell(*period), Cell::Empty);
        let count = &other.from.count;
        if !is_level(&part.part) {
            // A period of which nothing is known there is not one in which nothing happened.
            if periods.iter().any(empty) {
                return Err(Missing::new("no-data"));
            }
            return counted(&self.added(&part, periods)?, count);
        }
        if !periods.iter().all(empty) {
            return counted(&self.added(&part, periods)?, count);
        }
        // Nobody came and nobody went: the level is that of the last period before.
        let before = |period: &Period| periods.first().is_some_and(|first| period < first);
        let Some(last) = part.part.periods().rev().find(before) else { return Err(Missing::new("no-data")) };
        match count.as_str() {
            START | END => counted(&self.added(&part, &[last])?, END),
            _ => Ok(0.0),
        }
    }
}

impl Other<'_> {
    /// The segment of a part, by the names of the dimensions here.
    fn segment(&self, part: &Part<'_>) -> Result<Segment, Missing> {
        let here = |(place, value): &(u8, String)| {
            let name = part.source.dimensions.get(usize::from(*place)).map(|each| each.column.as_str());
            let found = self.source.dimensions.iter().position(|each| Some(each.column.as_str()) == name);
            let unknown = || Missing::new("unknown-dimension").with("dimension", name.unwrap_or_default());
            Ok((found.ok_or_else(unknown)? as u8, value.clone()))
        };
        Ok(Segment::of(part.segment.values().iter().map(here).collect::<Result<_, _>>()?))
    }
}

/// A count of a partial.
fn counted(partial: &Partial, count: &str) -> Result<f64, Missing> {
    let lacks = || Missing::new("not-counted").with("count", count);
    match (&partial.shape, count) {
        (_, "n") => Ok(partial.n as f64),
        (Shape::Counts { numerator, .. }, "numerator") => Ok(*numerator),
        (Shape::Counts { denominator, .. }, "denominator") => Ok(*denominator),
        (Shape::Tally(tally), name) => tally.counts.get(name).copied().ok_or_else(lacks),
        _ => Err(lacks()),
    }
}

/// The name that the formula of a family has for a count.
fn name_of(family: Family, name: &str) -> Option<&'static str> {
    let inputs = service::family(family.name())?.ways.iter().flat_map(|way| way.iter());
    inputs.map(|input| input.name).find(|each| *each == name)
}
