//! Which segments of a period must not be shown.
//!
//! Nothing under the minimum ([`MeasurePart::minimum`]) is shown, and nothing by which it could be had: within a dimension
//! the next smallest segments go with it until no single group, and none under the minimum, is the
//! difference to the whole; within a pair of dimensions the cells of a hidden segment go, each row and
//! column is completed in the same way, and then further cells until none that is too small is
//! determined by all the others together (`table`). A pair for which that cannot be had is withheld.

mod line;
mod table;

use super::{CellKey, MeasurePart, Segment, SourcePart};
use crate::calendar::{Cycle, Period};
use crate::data::{Dimension, Mapping};
use line::{Part, complete};
use table::{Cell, Table};

/// A group of fewer rows than this is never shown by itself; a mapping may ask for more.
pub const MINIMUM: u64 = Mapping::LEAST_GROUP as u64;

/// A person of fewer cases than this is not shown.
pub const MINIMUM_OF_A_PERSON: u64 = 20;

/// How large a group must be.
#[derive(Clone, Copy)]
struct Rules<'a> {
    minimum: u64,
    dimensions: &'a [Dimension],
}

impl Rules<'_> {
    /// The least group of a segment that may be shown.
    fn least(self, segment: &Segment) -> u64 {
        let person = |place: u8| self.dimensions.get(usize::from(place)).is_some_and(|each| each.person);
        let of_people = segment.dimensions().any(person);
        if of_people { self.minimum.max(MINIMUM_OF_A_PERSON) } else { self.minimum }
    }
}

impl SourcePart {
    /// Finds what must not be shown of each measure. Measures of the same rows hide the same segments:
    /// what one shows would tell of the other.
    pub(super) fn protect(&mut self) {
        let groups: Vec<Vec<Group>> = self.measures.iter().map(MeasurePart::groups).collect();
        let alike = |a: &[Group], b: &[Group]| a.iter().map(Group::rows).eq(b.iter().map(Group::rows));
        let hidden: Vec<Vec<CellKey>> = groups
            .iter()
            .zip(&self.measures)
            .map(|(each, part)| {
                let mut least = each.clone();
                for other in groups.iter().filter(|other| alike(each, other)) {
                    for (one, other) in least.iter_mut().zip(other) {
                        one.size = one.size.min(other.size);
                    }
                }
                find_hidden(&least, part.rules(&self.dimensions), &part.suppressed, &[])
            })
            .collect();
        for (measure, hidden) in self.measures.iter_mut().zip(hidden) {
            measure.hidden = hidden;
        }
    }

    /// Drops what must not be shown from partials that somebody else has written.
    pub(super) fn guard(&mut self) {
        if self.measures.iter().any(|measure| measure.careless(&self.dimensions)) {
            self.protect();
            self.measures.iter_mut().for_each(MeasurePart::drop_hidden);
        }
    }
}

/// The rows of one cell.
#[derive(Clone, Debug)]
struct Group<'a> {
    key: &'a CellKey,
    n: u64,
    size: u64,
    /// Whether it is counted by name: the largest of several counts, which does not add up.
    named: bool,
}

/// The size of what is left of a whole, by rows and by size. Of counts by name the rows tell, since the largest of the
/// sums is no sum of the largest.
fn size_left(rows: u64, size: u64, named: bool) -> u64 {
    if named { size.max(rows) } else { size }
}

impl Group<'_> {
    const fn rows(&self) -> (&CellKey, u64) {
        (self.key, self.n)
    }

    const fn segment(&self) -> &Segment {
        &self.key.1
    }
}

impl MeasurePart {
    /// The least group that may be shown of a segment.
    #[must_use]
    pub fn least(&self, segment: &Segment, dimensions: &[Dimension]) -> u64 {
        self.rules(dimensions).least(segment)
    }

    const fn rules<'a>(&self, dimensions: &'a [Dimension]) -> Rules<'a> {
        Rules { minimum: self.minimum, dimensions }
    }

    fn groups(&self) -> Vec<Group<'_>> {
        let group = |(key, partial): (_, &super::Partial)| Group {
            key,
            n: partial.n,
            size: partial.size(),
            named: matches!(partial.shape, super::Shape::Tally(_)),
        };
        self.cells.iter().map(group).collect()
    }

    /// Whether a group that is too small is among the segments, or is what they leave of a whole.
    fn careless(&self, dimensions: &[Dimension]) -> bool {
        let rules = self.rules(dimensions);
        let named = self.cells.iter().any(|(_, partial)| matches!(partial.shape, super::Shape::Tally(_)));
        let mut pairs = false;
        let mut rests = vec![(0, 0); dimensions.len()];
        let small = |rests: &[(u64, u64)]| {
            rests.iter().zip(0..).any(|((n, size), place)| {
                *n > 0 && (1..rules.least(&Segment::one(place, ""))).contains(&size_left(*n, *size, named))
            })
        };
        for ((_, segment), partial) in self.cells.iter() {
            match segment.values() {
                [] => {
                    if small(&rests) {
                        return true;
                    }
                    rests.fill((partial.n, partial.size()));
                }
                [(place, _)] => {
                    if let Some((n, size)) = rests.get_mut(usize::from(*place)) {
                        *n = n.saturating_sub(partial.n);
                        *size = size.saturating_sub(partial.size());
                    }
                }
                _ => pairs = true,
            }
            if !segment.is_whole() && partial.size() < rules.least(segment) {
                return true;
            }
        }
        small(&rests) || pairs && !find_hidden(&self.groups(), rules, &self.suppressed, &[]).is_empty()
    }

    pub(super) fn drop_hidden(&mut self) {
        let hidden = std::mem::take(&mut self.hidden);
        self.suppress(hidden.into_iter());
    }

    /// What must not be shown of longer periods: what is too small there, and what would give a
    /// shorter period away that is hidden.
    #[cold]
    #[inline(never)]
    pub(super) fn hidden_of_longer(
        &self,
        longer: &Self,
        cycle: Cycle,
        dimensions: &[Dimension],
    ) -> Vec<CellKey> {
        let rules = self.rules(dimensions);
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
            let every = key.1 == key.1.every();
            (every || run.len() < 2 || sum < rules.least(&key.1)).then(|| key.clone())
        });
        find_hidden(&longer.groups(), rules, &longer.suppressed, &forced.collect::<Vec<_>>())
    }
}

/// The segments that must not be shown, those forced included; in order.
#[inline(never)]
fn find_hidden(
    groups: &[Group<'_>],
    rules: Rules<'_>,
    suppressed: &[CellKey],
    forced: &[CellKey],
) -> Vec<CellKey> {
    let mut hidden = Vec::new();
    for of_period in groups.chunk_by(|a, b| a.key.0 == b.key.0) {
        let Some(period) = of_period.first().map(|group| group.key.0) else { continue };
        let gaps = suppressed.iter().any(|(each, _)| *each == period);
        let mut found = Hidden { period, groups: of_period, rules, forced, keys: Vec::new() };
        (0..rules.dimensions.len() as u8).for_each(|place| found.dimension(place));
        found.keys.sort();
        found.pairs().into_iter().for_each(|pair| found.pair(pair, gaps));
        hidden.extend(found.keys);
    }
    hidden.sort();
    hidden
}

/// The value of a segment in the first or second of its dimensions.
fn value<'a>(group: &Group<'a>, at: usize) -> Option<&'a str> {
    group.key.1.values().get(at).map(|(_, value)| value.as_str())
}

/// What must not be shown of one period.
struct Hidden<'a> {
    period: Period,
    groups: &'a [Group<'a>],
    rules: Rules<'a>,
    forced: &'a [CellKey],
    keys: Vec<CellKey>,
}

impl<'a> Hidden<'a> {
    /// Hides what one dimension must not show.
    fn dimension(&mut self, place: u8) {
        let groups: Vec<&Group<'_>> = self.of(&[place]).collect();
        let forced = |group: &Group<'_>| self.forced.binary_search(group.key).is_ok();
        let part = |group: &&Group<'_>| Part { size: group.size, hidden: forced(group) };
        let parts: Vec<Part> = groups.iter().map(part).collect();
        let least = self.rules.least(&Segment::one(place, ""));
        let (_, rest) = self.left(&[], &groups);
        let places = complete(&parts, rest, least);
        self.keys
            .extend(places.into_iter().filter_map(|place| groups.get(place).map(|group| group.key.clone())));
    }

    /// The groups of these dimensions.
    fn of<'s>(&'s self, dimensions: &'s [u8]) -> impl Iterator<Item = &'a Group<'a>> + 's {
        self.groups.iter().filter(|group| group.segment().dimensions().eq(dimensions.iter().copied()))
    }

    /// The pairs of dimensions that are kept together.
    fn pairs(&self) -> Vec<[u8; 2]> {
        let pair = |group: &Group<'_>| match group.segment().values() {
            [(one, _), (other, _)] => Some([*one, *other]),
            _ => None,
        };
        let mut pairs: Vec<[u8; 2]> = self.groups.iter().filter_map(pair).collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// The rows and the size of what these groups leave of a segment.
    fn left(&self, of: &[(u8, String)], groups: &[&Group<'_>]) -> (u64, u64) {
        let Some(sum) = self.groups.iter().find(|group| group.segment().values() == of) else {
            return (0, 0);
        };
        let (n, size) = groups.iter().fold((0, 0), |all, group| (all.0 + group.n, all.1 + group.size));
        // By rows first: fractions of a count, cut off cell by cell, are no group.
        let rows = sum.n.saturating_sub(n);
        if rows > 0 { (rows, size_left(rows, sum.size.saturating_sub(size), sum.named)) } else { (0, 0) }
    }

    /// Hides what a pair of dimensions must not show. Where segments of the period are gone already, a
    /// group that is too small takes the whole pair with it, since nobody can say what is left of what.
    fn pair(&mut self, pair: [u8; 2], gaps: bool) {
        let every = Segment::of(pair.map(|place| (place, String::new())).to_vec());
        let least = self.rules.least(&every);
        let withheld = self.forced.binary_search(&(self.period, every.clone())).is_ok();
        let small = || self.of(&pair).any(|group| group.size < least) || self.leaves_few(pair, least);
        let fine = if gaps { !small() } else { !withheld && self.table(pair, least) };
        if !fine {
            self.keys.push((self.period, every));
        }
    }

    /// Whether what the cells of a pair leave of a segment is too small.
    fn leaves_few(&self, pair: [u8; 2], least: u64) -> bool {
        let cells: Vec<&Group<'_>> = self.of(&pair).collect();
        let few = |(n, size): (u64, u64)| n > 0 && size < least;
        (pair.iter().zip(0..))
            .any(|(place, at)| self.of(&[*place]).any(|group| few(self.left_of(group, at, &cells))))
    }

    /// What the cells of a pair leave of a segment of its first or second dimension.
    fn left_of(&self, group: &Group<'_>, at: usize, cells: &[&Group<'_>]) -> (u64, u64) {
        let inside: Vec<&Group<'_>> =
            cells.iter().filter(|cell| value(cell, at) == value(group, 0)).copied().collect();
        self.left(group.segment().values(), &inside)
    }

    /// Hides what a table must not show; false where it must be withheld.
    fn table(&mut self, pair: [u8; 2], least: u64) -> bool {
        let [rows, columns] = pair.map(|place| self.of(&[place]).collect::<Vec<_>>());
        // Behind the segments of each stands what has none.
        let (width, height) = (columns.len() + 1, rows.len() + 1);
        let groups: Vec<&Group<'_>> = self.of(&pair).collect();
        let mut table = Table { rows: height, minimum: least, ..Table::default() };
        let find = |among: &[&Group<'_>], name| among.iter().position(|group| value(group, 0) == name);
        let mut left: Vec<(u64, u64)> = Vec::with_capacity(width + height);
        for (at, among) in [(0, &rows), (1, &columns)] {
            left.extend(among.iter().map(|group| self.left_of(group, at, &groups)));
            left.push(self.left(&[], among));
        }
        for group in &groups {
            let (Some(row), Some(column)) = (find(&rows, value(group, 0)), find(&columns, value(group, 1)))
            else {
                return false;
            };
            let hidden = self.forced.binary_search(group.key).is_ok();
            table.cells.push(Cell { row, column: height + column, size: group.size, hidden, rest: false });
        }
        let rest = |row, column, size| Cell { row, column: height + column, size, hidden: true, rest: true };
        let at = |node: usize| left.get(node).copied().unwrap_or_default();
        let of_rows = (0..rows.len()).map(|row| rest(row, columns.len(), at(row).1));
        let of_columns = (0..columns.len()).map(|column| rest(rows.len(), column, at(height + column).1));
        let of_neither: u64 = (0..columns.len()).map(|column| at(height + column).1).sum();
        let corner = at(rows.len()).1.saturating_sub(of_neither);
        let rests = of_rows.chain(of_columns).chain([rest(rows.len(), columns.len(), corner)]);
        table.cells.extend(rests.filter(|cell| cell.size > 0));
        let gone = |group: &&Group<'_>| self.keys.binary_search(group.key).is_ok() && group.size > 0;
        table.margins.extend(rows.iter().map(gone));
        table.margins.push(at(rows.len()).1 > 0);
        table.margins.extend(columns.iter().map(gone));
        table.margins.push(at(height + columns.len()).1 > 0);
        if !table.protect() {
            return false;
        }
        let hidden = groups.iter().zip(&table.cells).filter(|(_, cell)| cell.hidden);
        let hidden: Vec<CellKey> = hidden.map(|(group, _)| group.key.clone()).collect();
        self.keys.extend(hidden);
        true
    }
}
