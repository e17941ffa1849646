//! The cells of many lines to their columns.

use super::{Block, field};
use crate::{Column, Ids, Lines};

/// What became of lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// The first line that was left: it is odd, or there is none.
    pub to: usize,
    /// How many rows took the place of an earlier one.
    pub repeated: usize,
}

/// The row of an id that lies here.
#[inline(always)]
fn intern(bytes: &[u8], (from, to): (usize, usize), ids: &mut Ids) -> (u32, bool) {
    match bytes.get(from..to) {
        // Neither blanks around it nor quotes.
        Some([first, .., last]) if *first > b'"' && *last > b' ' => ids.intern_at(bytes, from, to),
        text => ids.intern(text.and_then(field).unwrap_or_default()),
    }
}

impl Block {
    /// Puts lines into their columns, from one on up to the next that is odd: behind the last row, or where rows have ids
    /// over the earlier one of the same id.
    #[inline(never)]
    pub fn append(
        &mut self,
        lines: &Lines<'_>,
        from: usize,
        columns: &mut [Column],
        ids: Option<(usize, &mut Ids)>,
    ) -> Taken {
        let rest = self.odd.get(from..).unwrap_or_default();
        let to = from + rest.iter().position(|odd| *odd).unwrap_or(rest.len());
        let (mut start, mut repeated) = (from, 0);
        if let Some((place, ids)) = ids {
            for line in from..to {
                let (row, new) = intern(lines.bytes(), lines.span(line, place).unwrap_or_default(), ids);
                if !new {
                    self.flush(start, line, columns);
                    self.put(line, row as usize, columns);
                    start = line + 1;
                    repeated += 1;
                }
            }
        }
        self.flush(start, to, columns);
        Taken { to, repeated }
    }

    /// Puts lines behind the last row.
    fn flush(&mut self, from: usize, to: usize, columns: &mut [Column]) {
        for (list, column) in self.columns.iter_mut().zip(columns).filter(|_| from < to) {
            if let (Some(cells), Some(packed)) = (list.get_mut(from..to), column.packed()) {
                packed.extend(cells);
            }
        }
    }

    /// Puts a line over an earlier row.
    fn put(&self, line: usize, row: usize, columns: &mut [Column]) {
        for (list, column) in self.columns.iter().zip(columns) {
            if let (Some(cell), Some(packed)) = (list.get(line), column.packed()) {
                packed.set_whole(row, *cell);
            }
        }
    }
}
