//! Rows to groups: one number for what a row is in every dimension.

use std::ops::Range;

use super::table::Table;
use super::{Interner, Mapping, NO_WORD, Packed};

/// The group of each row: rows that are the same in every dimension are of one group.
#[derive(Debug)]
pub struct Groups<'a> {
    codes: Codes<'a>,
    /// The number of the segment in each dimension, group after group; none where there is one
    /// dimension, whose segments are the groups.
    segments: Option<Vec<u32>>,
    /// The names of the segments of each dimension; none of a dimension that is left out.
    names: Vec<Option<&'a Interner>>,
}

/// The group of each row.
#[derive(Debug)]
enum Codes<'a> {
    None,
    Column(&'a Packed),
    Made(Packed),
}

/// What of the groups of several dimensions takes long to make: a group for each row, and what each group is of.
pub(crate) type KeptGroups = (Packed, Option<Vec<u32>>);

impl<'a> Groups<'a> {
    /// What takes long to make, kept apart from the table; none where nothing does.
    pub(crate) fn kept(self) -> Option<KeptGroups> {
        match self.codes {
            Codes::Made(codes) => Some((codes, self.segments)),
            Codes::None | Codes::Column(_) => None,
        }
    }

    pub(super) fn of(table: &'a Table, kept: Option<KeptGroups>) -> Self {
        let columns = columns_of(table);
        let names = columns.iter().map(|column| column.map(|(_, names)| names)).collect();
        let (codes, segments) = match columns.as_slice() {
            [] | [None] => (Codes::None, None),
            [Some((codes, _))] => (Codes::Column(codes), None),
            _ => match kept {
                Some((codes, segments)) => (Codes::Made(codes), segments),
                None => {
                    let mut grouping = Grouping::default();
                    grouping.go_on(table, table.rows);
                    let (codes, segments) = grouping.kept();
                    (Codes::Made(codes), segments)
                }
            },
        };
        Self { codes, segments, names }
    }

    /// How many groups there are, but for the rows of none.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.segments {
            None => self.names.first().copied().flatten().map_or(0, Interner::len),
            Some(segments) => segments.len() / self.names.len().max(1),
        }
    }

    /// How many dimensions there are.
    #[must_use]
    pub const fn dimensions(&self) -> usize {
        self.names.len()
    }

    /// Whether rows are not split at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The group of a row; `u32::MAX` where it is of none.
    #[must_use]
    pub fn of_row(&self, row: usize) -> u32 {
        match &self.codes {
            Codes::None => NO_WORD,
            Codes::Column(codes) => codes.word(row),
            Codes::Made(codes) => codes.word(row),
        }
    }

    /// The groups of some rows, in the place of what the list held; `i64::MIN` where one is of none.
    pub fn of_rows(&self, rows: Range<usize>, list: &mut Vec<i64>) {
        match &self.codes {
            Codes::None => Packed::NOTHING.wholes_into(rows, list),
            Codes::Column(codes) => codes.wholes_into(rows, list),
            Codes::Made(codes) => codes.wholes_into(rows, list),
        }
    }

    /// The number of a group's segment in a dimension; none where its rows have none.
    #[must_use]
    pub fn segment(&self, group: u32, dimension: u8) -> Option<u32> {
        let code = match &self.segments {
            None => Some(group).filter(|code| (*code as usize) < self.len()),
            Some(segments) => {
                segments.get(group as usize * self.names.len() + usize::from(dimension)).copied()
            }
        };
        code.filter(|code| *code != NO_WORD)
    }

    /// The name of a segment.
    #[must_use]
    pub fn name(&self, dimension: u8, segment: u32) -> String {
        let names = self.names.get(usize::from(dimension)).copied().flatten();
        let name = names.and_then(|names| names.get(segment)).unwrap_or_default();
        String::from_utf8_lossy(name).into_owned()
    }
}

/// The columns of the dimensions that rows are split by; none for one that is left out.
fn columns_of(table: &Table) -> Vec<Option<(&Packed, &Interner)>> {
    let column = |place| {
        let (codes, names) = table.dimension(place)?;
        (names.len() <= Mapping::MOST_SEGMENTS).then_some((codes, names))
    };
    (0..table.layout.dimensions.len()).map(column).collect()
}

/// One number for each combination of segments that occurs, and the combinations by number, found row by row.
#[derive(Debug, Default)]
pub(crate) struct Grouping {
    known: Interner,
    /// One more than the number of a combination, by its place among all there could be; 0 where it did not occur yet.
    /// None where there could be too many.
    places: Option<Vec<u32>>,
    codes: Packed,
    segments: Vec<u32>,
}

impl Grouping {
    /// Combinations beyond so many are looked for, not looked up.
    const DENSE: usize = 1 << 16;

    /// Looks at so many rows more, and says whether there are others.
    pub(crate) fn go_on(&mut self, table: &Table, rows: usize) -> bool {
        let columns = columns_of(table);
        // Behind the words of a column stands what has none.
        let widths: Vec<usize> =
            columns.iter().map(|column| column.map_or(1, |(_, names)| names.len() + 1)).collect();
        let all = widths.iter().try_fold(1_usize, |all, width| all.checked_mul(*width));
        let all = all.filter(|all| *all <= Self::DENSE);
        if self.codes.is_empty() {
            self.places = all.map(|all| vec![0; all]);
        }
        let (mut combination, mut wholes) = (Vec::new(), Vec::new());
        let (start, end) = (self.codes.len(), table.rows.min(self.codes.len() + rows));
        let mut keys = vec![0; end - start];
        if self.places.is_some() {
            for (column, width) in columns.iter().zip(&widths) {
                column.map_or(Packed::NOTHING, |(codes, _)| codes).wholes_into(start..end, &mut wholes);
                let none = *width as i64 - 1;
                for (key, code) in keys.iter_mut().zip(&wholes) {
                    *key = *key * width + if *code < 0 { none } else { (*code).min(none) } as usize;
                }
            }
        }
        wholes.clear();
        for (row, key) in (start..end).zip(keys) {
            let known = self.places.as_ref().and_then(|places| places.get(key)).copied().unwrap_or(0);
            if known > 0 {
                wholes.push(i64::from(known) - 1);
                continue;
            }
            combination.clear();
            combination
                .extend(columns.iter().map(|column| column.map_or(NO_WORD, |(codes, _)| codes.word(row))));
            let code = self.code_of(&combination);
            wholes.push(code.into());
            if let Some(place) = self.places.as_mut().and_then(|places| places.get_mut(key)) {
                *place = code + 1;
            }
        }
        self.codes.extend(&wholes);
        end < table.rows
    }

    /// The number of a combination, which may be new.
    fn code_of(&mut self, combination: &[u32]) -> u32 {
        let key: Vec<u8> = combination.iter().flat_map(|code| code.to_le_bytes()).collect();
        let (code, new) = self.known.intern(&key);
        if new {
            self.segments.extend_from_slice(combination);
        }
        code
    }

    /// What was found.
    pub(crate) fn kept(self) -> KeptGroups {
        (self.codes, Some(self.segments))
    }
}
