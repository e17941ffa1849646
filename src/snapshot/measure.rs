//! The partials of one measure.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{BUYERS, CellKey, Cells, Partial, Segment, Shape};
use crate::calendar::{Cycle, Date, Period};
use crate::data::{Dimension, Family, Hours, Resolved, SlaBasis};

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
    /// What families that are counted by name have beside.
    pub told: Option<Box<Told>>,
    /// A group of fewer cases is not shown, people's aside: theirs must be larger.
    pub minimum: u64,
    /// The partials.
    pub cells: Cells,
    /// The segments that a written snapshot dropped, and from which periods; in order.
    pub suppressed: Vec<CellKey>,
    /// The segments that are here and must not be shown, and in which periods; in order.
    pub hidden: Vec<CellKey>,
}

/// What a measure says beside its numbers, for families that are counted by name.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Told {
    /// How each count comes from rows, in a word: two parts that count differently cannot be added.
    pub rule: String,
    /// What there was before the first period.
    pub opening: f64,
    /// How an estimate came about.
    pub estimate: Option<String>,
    /// The rate a period of the source by which money to come is worth less.
    pub discount: f64,
}

impl MeasurePart {
    /// The partial of the whole of a period.
    #[must_use]
    pub fn whole(&self, period: Period) -> Option<&Partial> {
        self.cells.get(&(period, Segment::WHOLE))
    }

    /// The periods that hold anything, in order.
    pub fn periods(&self) -> impl DoubleEndedIterator<Item = Period> + '_ {
        self.cells.keys().filter(|(_, segment)| segment.is_whole()).map(|(period, _)| *period)
    }

    /// The segments that any period holds, in order.
    #[must_use]
    pub fn segments(&self) -> BTreeSet<&Segment> {
        self.cells.keys().map(|(_, segment)| segment).filter(|segment| !segment.is_whole()).collect()
    }

    /// Whether a segment is left out of a period, or must not be shown there.
    #[must_use]
    pub fn hides(&self, key: &CellKey) -> bool {
        let listed = |list: &[CellKey], key: &CellKey| list.binary_search(key).is_ok();
        let lists = [&self.hidden, &self.suppressed];
        let any = !key.1.is_whole() && lists.iter().any(|list| !list.is_empty());
        any && lists.into_iter().any(|list| listed(list, key) || listed(list, &(key.0, key.1.every())))
    }

    /// Whether its cells count the customers of purchases: one who buys in two files is one, so they cannot be added.
    #[must_use]
    #[inline(never)]
    pub fn follows_buyers(&self) -> bool {
        let of = |partial: &Partial| matches!(&partial.shape, Shape::Tally(tally) if tally.counts.contains_key(BUYERS));
        self.told.is_some() && self.cells.iter().any(|(_, partial)| of(partial))
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
            && self.told == other.told
    }

    /// Adds the cells of another part that [agrees](MeasurePart::agrees_with). A segment that one of
    /// them has dropped from a period is dropped from the sum, which would lack those rows. The stricter
    /// minimum holds for all.
    pub fn merge(&mut self, other: &Self) {
        self.minimum = self.minimum.max(other.minimum);
        self.cells.add(&other.cells);
        self.suppress(other.suppressed.iter().cloned());
    }

    /// Drops segments from periods, and notes that they are dropped.
    pub(super) fn suppress(&mut self, keys: impl Iterator<Item = CellKey>) {
        self.suppressed.extend(keys);
        if self.suppressed.is_empty() {
            return;
        }
        self.suppressed.sort();
        self.suppressed.dedup();
        // Where every segment is withheld, a list of them would tell which there are.
        let every: Vec<CellKey> =
            self.suppressed.iter().filter(|key| key.1 == key.1.every()).cloned().collect();
        self.suppressed.retain(|key| {
            let all = (key.0, key.1.every());
            *key == all || every.binary_search(&all).is_err()
        });
        let listed = |key: &CellKey| self.suppressed.binary_search(key).is_ok();
        self.cells.retain(|key| key.1.is_whole() || !listed(key) && !listed(&(key.0, key.1.every())));
    }

    /// The same partials by longer periods, where whole periods of these make them up; else as they
    /// are. A segment that was dropped from one of the shorter periods is dropped.
    #[must_use]
    pub fn regrouped(&self, cycle: Cycle, dimensions: &[Dimension]) -> Cow<'_, Self> {
        let have = self.cells.keys().next().map(|(first, _)| first.cycle());
        let cycle = cycle.reduced();
        if !have.is_some_and(|have| have != cycle && have.nests(cycle)) || self.at.is_some() {
            return Cow::Borrowed(self);
        }
        let longer =
            |(short, segment): &CellKey| (Period::containing(short.first_day(), cycle), segment.clone());
        let cells =
            self.cells.iter().map(|(key, partial)| (longer(key), partial.lengthened(cycle))).collect();
        let mut part = Self { cells: Cells::of(cells), ..self.without_cells() };
        part.suppress(self.suppressed.iter().map(longer));
        if !self.hidden.is_empty() {
            part.hidden = self.hidden_of_longer(&part, cycle, dimensions);
        }
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
            told: self.told.clone(),
            minimum: self.minimum,
            cells: Cells::default(),
            suppressed: Vec::new(),
            hidden: Vec::new(),
        }
    }
}
