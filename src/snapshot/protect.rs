//! Which segments of a period must not be shown.

use super::{CellKey, MeasurePart, Segment, SourcePart};
use crate::calendar::{Cycle, Period};
use crate::data::Dimension;

/// A group of fewer rows than this is not shown by itself.
pub const MINIMUM: u64 = 5;

/// A person of fewer cases than this is not shown.
pub const MINIMUM_OF_A_PERSON: u64 = 20;

/// The least group of a segment that may be shown.
fn minimum(segment: &Segment, dimensions: &[Dimension]) -> u64 {
    let person = |place: u8| dimensions.get(usize::from(place)).is_some_and(|each| each.person);
    if segment.dimensions().any(person) { MINIMUM_OF_A_PERSON } else { MINIMUM }
}

impl SourcePart {
    /// The least group that may be shown of a segment.
    #[must_use]
    pub fn minimum(&self, segment: &Segment) -> u64 {
        minimum(segment, &self.dimensions)
    }

    /// Finds what must not be shown of each measure.
    pub(super) fn protect(&mut self) {
        for measure in &mut self.measures {
            measure.hidden = measure.find_hidden(&self.dimensions, &[]);
        }
    }

    /// Drops what must not be shown from partials that somebody else has written.
    #[must_use]
    pub fn guarded(mut self) -> Self {
        if self.measures.iter().any(|measure| measure.careless(&self.dimensions)) {
            self.protect();
            self.measures.iter_mut().for_each(MeasurePart::drop_hidden);
        }
        self
    }
}

impl MeasurePart {
    /// Whether a group that is too small is among the segments, or is what they leave of a whole.
    fn careless(&self, dimensions: &[Dimension]) -> bool {
        self.cells.iter().any(|((period, segment), partial)| {
            if segment.is_whole() {
                return (0..dimensions.len() as u8).any(|place| {
                    let least = minimum(&Segment::one(place, ""), dimensions);
                    (1..least).contains(&self.rest(*period, place))
                });
            }
            partial.size() < minimum(segment, dimensions)
        })
    }

    pub(super) fn drop_hidden(&mut self) {
        let hidden = std::mem::take(&mut self.hidden);
        self.suppress(hidden.into_iter());
    }

    /// What must not be shown of longer periods: what is too small there, and what would give a
    /// shorter period away that is hidden.
    #[cold]
    pub(super) fn hidden_of_longer(
        &self,
        longer: &Self,
        cycle: Cycle,
        dimensions: &[Dimension],
    ) -> Vec<CellKey> {
        let mut of_longer: Vec<(CellKey, u64)> = self
            .hidden
            .iter()
            .map(|key| {
                let size = self.cells.get(key).map_or(0, super::Partial::size);
                ((Period::containing(key.0.first_day(), cycle), key.1.clone()), size)
            })
            .collect();
        of_longer.sort();
        let forced = of_longer.chunk_by(|(a, _), (b, _)| a == b).filter_map(|run| {
            let (key, _) = run.first()?;
            let sum: u64 = run.iter().map(|(_, size)| size).sum();
            (run.len() < 2 || sum < minimum(&key.1, dimensions)).then(|| key.clone())
        });
        longer.find_hidden(dimensions, &forced.collect::<Vec<_>>())
    }

    /// The segments that must not be shown, those forced included.
    fn find_hidden(&self, dimensions: &[Dimension], forced: &[CellKey]) -> Vec<CellKey> {
        let mut hidden = Vec::new();
        for period in self.periods() {
            for place in 0..dimensions.len() as u8 {
                let cells: Vec<(&CellKey, u64)> = self.single(period, place).collect();
                let sizes: Vec<(u64, bool)> =
                    cells.iter().map(|(key, size)| (*size, forced.contains(key))).collect();
                let least = minimum(&Segment::one(place, ""), dimensions);
                let places = complete(&sizes, self.rest(period, place), least);
                hidden.extend(places.into_iter().filter_map(|i| cells.get(i).map(|(key, _)| (*key).clone())));
            }
        }
        hidden.sort();
        hidden
    }

    /// The segments of a dimension in a period, with their sizes.
    fn single(&self, period: Period, dimension: u8) -> impl Iterator<Item = (&CellKey, u64)> {
        let of = move |segment: &Segment| segment.dimensions().eq([dimension]);
        let cells = self.cells.of_period(period).iter().filter(move |((_, segment), _)| of(segment));
        cells.map(|(key, partial)| (key, partial.size()))
    }

    /// The size of the rows of no segment of a dimension: a group too, which is had by difference.
    fn rest(&self, period: Period, dimension: u8) -> u64 {
        let of = |segment: &Segment| segment.dimensions().eq([dimension]);
        let cells = self.cells.of_period(period).iter().filter(|((_, segment), _)| of(segment));
        let (n, size) = cells.fold((0, 0), |sum, (_, cell)| (sum.0 + cell.n, sum.1 + cell.size()));
        // By rows first: fractions of a count, cut off cell by cell, are no group.
        let whole = self.whole(period).filter(|whole| whole.n > n);
        whole.map_or(0, |whole| whole.size().saturating_sub(size))
    }
}

/// The places of the parts of a known sum that must not be shown: those forced, those under the minimum,
/// and then the next smallest ones until nothing under the minimum, and no single group, is left as the
/// difference between the sum and what is shown. `rest` is the size of what is never shown.
fn complete(sizes: &[(u64, bool)], rest: u64, minimum: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    let at = |place: &usize| sizes.get(*place).map_or((true, 0), |(size, forced)| (!forced, *size));
    order.sort_by_key(at);
    let mut hidden = Vec::new();
    let mut difference = rest;
    for place in order {
        let (free, size) = at(&place);
        let groups = hidden.len() + usize::from(rest > 0);
        let small = !hidden.is_empty() || (1..minimum).contains(&rest);
        let given_away = small && (groups < 2 || difference < minimum);
        if free && size >= minimum && !given_away {
            break;
        }
        hidden.push(place);
        difference += size;
    }
    hidden
}
