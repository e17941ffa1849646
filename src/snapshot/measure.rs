//! The partials of one measure.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::Partial;
use crate::calendar::{Cycle, Date, Period};
use crate::data::{Family, Hours, Resolved, SlaBasis};

/// One value of the dimension.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Segment(pub String);

/// A period, and a segment or the whole.
pub type CellKey = (Period, Option<Segment>);

/// The partials of one measure by period, for the whole and for each segment.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasurePart {
    /// The id, unique within the source.
    pub id: String,
    /// What is measured.
    pub family: Family,
    /// The limit in seconds, for durations.
    pub limit: Option<f64>,
    /// The best answer, for scales.
    pub scale: Option<i32>,
    /// What SLA compliance is a share of.
    pub basis: Option<SlaBasis>,
    /// Which hours lengths of time count.
    pub hours: Hours,
    /// Which resolution ends a case.
    pub resolved: Resolved,
    /// The day all rows are true at, for a table without dates.
    pub at: Option<Date>,
    /// The partials; the whole stands under no segment.
    pub cells: BTreeMap<CellKey, Partial>,
    /// The segments that a written snapshot dropped, and from which periods.
    pub suppressed: BTreeSet<(Period, Segment)>,
}

impl MeasurePart {
    /// The cells of a period: the whole first, then its segments in order.
    pub fn cells_of(&self, period: Period) -> impl Iterator<Item = (&CellKey, &Partial)> {
        self.cells.range((period, None)..).take_while(move |((each, _), _)| *each == period)
    }

    /// The partial of the whole of a period.
    #[must_use]
    pub fn whole(&self, period: Period) -> Option<&Partial> {
        self.cells.get(&(period, None))
    }

    /// The periods that hold anything, in order.
    pub fn periods(&self) -> impl DoubleEndedIterator<Item = Period> + '_ {
        self.cells.keys().filter(|(_, segment)| segment.is_none()).map(|(period, _)| *period)
    }

    /// The segments that any period holds, in order.
    #[must_use]
    pub fn segments(&self) -> BTreeSet<&Segment> {
        self.cells.keys().filter_map(|(_, segment)| segment.as_ref()).collect()
    }

    /// Whether another part measures the same thing the same way, so that their cells can be added.
    #[must_use]
    pub fn agrees_with(&self, other: &Self) -> bool {
        let same = |a: Option<f64>, b: Option<f64>| a.map(f64::to_bits) == b.map(f64::to_bits);
        self.id == other.id
            && self.family == other.family
            && same(self.limit, other.limit)
            && self.scale == other.scale
            && self.basis == other.basis
            && self.hours == other.hours
            && self.resolved == other.resolved
            && self.at == other.at
    }

    /// Adds the cells of another part that [agrees](MeasurePart::agrees_with). A segment that one of
    /// them has dropped from a period is dropped from the sum, which would lack those rows.
    pub fn merge(&mut self, other: &Self) {
        self.suppressed.extend(other.suppressed.iter().cloned());
        for (key, partial) in &other.cells {
            match self.cells.get_mut(key) {
                Some(mine) => mine.merge(partial),
                None => {
                    self.cells.insert(key.clone(), partial.clone());
                }
            }
        }
        self.drop_suppressed();
    }

    pub(super) fn drop_suppressed(&mut self) {
        for (period, segment) in &self.suppressed {
            self.cells.remove(&(*period, Some(segment.clone())));
        }
    }

    /// The same partials by longer periods, where whole periods of these make them up; else as they
    /// are. A segment that was dropped from one of the shorter periods is dropped.
    #[must_use]
    pub fn regrouped(&self, cycle: Cycle) -> Cow<'_, Self> {
        let have = self.cells.keys().next().map(|(first, _)| first.cycle());
        let cycle = cycle.reduced();
        if !have.is_some_and(|have| have != cycle && have.nests(cycle)) || self.at.is_some() {
            return Cow::Borrowed(self);
        }
        let mut part = self.without_cells();
        let longer = |short: Period| Period::containing(short.first_day(), cycle);
        part.suppressed
            .extend(self.suppressed.iter().map(|(short, segment)| (longer(*short), segment.clone())));
        for ((short, segment), partial) in &self.cells {
            let key = (longer(*short), segment.clone());
            match part.cells.get_mut(&key) {
                Some(mine) => mine.merge(partial),
                None => {
                    part.cells.insert(key, partial.clone());
                }
            }
        }
        part.drop_suppressed();
        Cow::Owned(part)
    }

    fn without_cells(&self) -> Self {
        Self {
            id: self.id.clone(),
            family: self.family,
            limit: self.limit,
            scale: self.scale,
            basis: self.basis,
            hours: self.hours,
            resolved: self.resolved,
            at: self.at,
            cells: BTreeMap::new(),
            suppressed: BTreeSet::new(),
        }
    }
}
