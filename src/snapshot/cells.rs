//! The partials of a measure, in order of period and segment.

use std::rc::Rc;

use super::{Partial, Segment};
use crate::calendar::Period;

/// A period, and a segment or the whole.
pub type CellKey = (Period, Segment);

/// The partials of a measure, one of each period and segment, in their order. Copies share them until one is changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cells(Rc<Vec<(CellKey, Partial)>>);

impl Cells {
    /// Of partials in any order; those of one period and segment are added up, as they come.
    #[must_use]
    pub fn of(mut cells: Vec<(CellKey, Partial)>) -> Self {
        cells.sort_by(|(a, _), (b, _)| a.cmp(b));
        cells.dedup_by(|(key, more), (kept, partial)| {
            let same = key == kept;
            if same {
                partial.follow(more);
            }
            same
        });
        Self(Rc::new(cells))
    }

    /// The partial of a period and a segment.
    #[must_use]
    pub fn get(&self, key: &CellKey) -> Option<&Partial> {
        let place = self.0.binary_search_by(|(each, _)| each.cmp(key)).ok()?;
        self.0.get(place).map(|(_, partial)| partial)
    }

    /// All of them.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&CellKey, &Partial)> {
        self.0.iter().map(|(key, partial)| (key, partial))
    }

    /// Their periods and segments.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &CellKey> {
        self.0.iter().map(|(key, _)| key)
    }

    /// All from a place on.
    #[must_use]
    pub(crate) fn from(&self, place: usize) -> &[(CellKey, Partial)] {
        self.0.get(place..).unwrap_or_default()
    }

    /// The cells of a period: the whole first.
    #[must_use]
    pub fn of_period(&self, period: Period) -> &[(CellKey, Partial)] {
        let first = self.0.partition_point(|((each, _), _)| *each < period);
        let cells = self.0.get(first..).unwrap_or_default();
        let end = cells.partition_point(|((each, _), _)| *each <= period);
        cells.get(..end).unwrap_or_default()
    }

    /// Adds the cells of another.
    pub(super) fn add(&mut self, other: &Self) {
        let mut cells = Rc::unwrap_or_clone(std::mem::take(&mut self.0));
        cells.extend_from_slice(&other.0);
        *self = Self::of(cells);
    }

    pub(super) fn retain(&mut self, keep: impl Fn(&CellKey) -> bool) {
        Rc::make_mut(&mut self.0).retain(|(key, _)| keep(key));
    }

    /// The cells, to be changed each.
    pub(super) fn partials(&mut self) -> impl Iterator<Item = &mut Partial> {
        Rc::make_mut(&mut self.0).iter_mut().map(|(_, partial)| partial)
    }
}
