//! What can be read and yet may not be meant: times out of all bounds, rows that come twice.
//!
//! The warnings of a report:
//!
//! | code | meaning | parameters |
//! | --- | --- | --- |
//! | `repeated-ids` | rows of one file with the same id; the last of each counts | `count` |
//! | `identical-rows` | rows without an id that are the same in every column | `count`, `row` |
//! | `nothing-lost` | no row says any of the words for lost | `column`, `words` |
//! | `too-many-segments` | a dimension of more values than are split by | `limit` |
//! | `duplicate-column` | two columns of one name; the first is read | `column` |
//! | `before-1970` | times before 1970, which is what a spreadsheet makes of an empty cell | `column`, `count`, `row` |
//! | `after-2100` | times after 2100, which stand for "never" more often than for a day | `column`, `count`, `row` |
//! | `after-as-of` | events after the day the board is read on | `column`, `count` |
//! | `cut-off` | the file ends in the middle of a row | `row` |

use throughline_rows::{Cell, FAR, NO_TIME, hash};

use super::Record;
use super::layout::Layout;
use crate::error::Issue;

/// How many cells, and the row of the first.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    cells: u64,
    first: u64,
}

impl Count {
    fn add(&mut self, row: u64) {
        self.cells += 1;
        if self.cells == 1 {
            self.first = row;
        }
    }

    fn issue(self, code: &'static str, at: crate::error::Pointer) -> Option<Issue> {
        let issue = || Issue::new(code, at).with("count", self.cells as f64).with("row", self.first as f64);
        (self.cells > 0).then(issue)
    }
}

/// Counts, while rows are read, what a person should look at.
#[derive(Debug)]
pub(super) struct Oddities {
    /// Times before 1970 and after 2100, by the place of their column.
    times: Vec<(Count, Count)>,
    /// Rows seen, by two hashes of their text in one number; 0 is free. None where rows have ids, which tell better.
    seen: Option<Vec<u64>>,
    rows: usize,
    identical: Count,
}

impl Oddities {
    /// Of more rows than these the later ones are not held against one another: that would cost more than it tells.
    const COMPARED: usize = 1 << 19;

    pub(super) fn of(columns: usize, compared: bool) -> Self {
        Self {
            times: vec![(Count::default(), Count::default()); columns],
            seen: compared.then(Vec::new),
            rows: 0,
            identical: Count::default(),
        }
    }

    /// Looks at a row that is used; where it is `plain`, its times are in bounds.
    pub(super) fn see(&mut self, record: &Record<'_>, cells: &[Cell], plain: bool) {
        for (cell, (early, late)) in cells.iter().zip(&mut self.times).filter(|_| !plain) {
            match cell {
                Cell::Time(NO_TIME) => {}
                Cell::Time(time) if *time < 0 => early.add(record.row),
                Cell::Time(time) if *time >= FAR => late.add(record.row),
                _ => {}
            }
        }
        if self.compares() {
            self.compare(record.row, record.len(), record.raw());
        }
    }

    /// Whether rows are held against one another.
    pub(super) const fn compares(&self) -> bool {
        self.seen.is_some() && self.rows < Self::COMPARED
    }

    /// Holds a row of so many fields against those before it.
    #[inline(never)]
    pub(super) fn compare(&mut self, row: u64, fields: usize, raw: &[u8]) {
        let Some(seen) = self.seen.as_mut().filter(|_| self.rows < Self::COMPARED) else { return };
        // Tables of one or two columns repeat themselves by nature: counts of counts, single answers.
        if fields < 3 {
            return;
        }
        self.rows += 1;
        if self.rows * 2 > seen.len() {
            let size = (seen.len() * 2).max(64);
            let before = std::mem::replace(seen, vec![0; size]);
            before.into_iter().filter(|hash| *hash != 0).for_each(|hash| _ = put(seen, hash));
        }
        if !put(seen, hash(raw).max(1)) {
            self.rows -= 1;
            self.identical.add(row);
        }
    }

    /// A warning for each kind of oddity, and each column.
    pub(super) fn warnings(&self, layout: &Layout) -> Vec<Issue> {
        let mut warnings = Vec::new();
        for (spec, (early, late)) in layout.specs.iter().zip(&self.times) {
            let found = [
                early.issue("before-1970", spec.pointer.clone()),
                late.issue("after-2100", spec.pointer.clone()),
            ];
            warnings
                .extend(found.into_iter().flatten().map(|issue| issue.with("column", spec.name.as_str())));
        }
        warnings.extend(self.identical.issue("identical-rows", crate::error::Pointer::root()));
        warnings
    }
}

/// Puts a hash into an open-addressed table, and says whether it was not there.
fn put(table: &mut [u64], hash: u64) -> bool {
    let mask = table.len() - 1;
    let mut slot = hash as usize & mask;
    loop {
        match table.get_mut(slot) {
            Some(free @ 0) => {
                *free = hash;
                return true;
            }
            Some(same) if *same == hash => return false,
            Some(_) => slot = (slot + 1) & mask,
            None => return true,
        }
    }
}
