//! Records to a table, each cell read once.

mod agree;
mod cell;
mod header;
mod lines;

use cell::read_cell;
use header::column;
use throughline_rows::{Block, Cell, Ids, Quick, trimmed};

use super::layout::{Layout, check, place_of};
use super::oddities::Oddities;
use super::{Batch, CountPart, IngestReport, Mapping, MeasureKind, Record, RowIssue, Table};
use crate::error::{Error, Issue, Param, Params};

/// Builds a table from records: first the header, then the rows.
#[derive(Debug)]
pub struct Builder {
    table: Table,
    /// The field each needed column is in.
    fields: Vec<usize>,
    /// How many fields the header has, and how many a row must have at least.
    width: (usize, usize),
    report: IngestReport,
    cells: Vec<Cell>,
    repeated: u64,
    /// Whether a row before this one was shorter than the header and yet good.
    short: bool,
    oddities: Oddities,
    /// The columns of a whole and of a part of it, which cannot be more.
    parts: Vec<(usize, usize)>,
    /// The look that reads what is ordinary.
    quick: Quick,
    /// Whether more of a row can disagree than a quick look sees.
    compared: bool,
    /// Lines that are read together.
    block: Block,
    /// From which row on lines are read together.
    together: u64,
}

/// What is wrong with a cell.
type Fault = (&'static str, Params);

impl Builder {
    /// A table of this mapping, still empty; an error where the mapping lacks something.
    ///
    /// # Errors
    /// `mapping-invalid` with every issue.
    pub fn new(mapping: &Mapping) -> Result<Self, Error> {
        let issues = check(mapping);
        if !issues.is_empty() {
            return Err(Error::new("mapping-invalid", issues));
        }
        let layout = Layout::of(mapping);
        let columns =
            layout.specs.iter().enumerate().map(|(place, spec)| column(&layout, place, spec)).collect();
        let oddities = Oddities::of(layout.specs.len(), layout.id.is_none());
        let parted = mapping.measures.iter().zip(&layout.measures).filter(|(measure, _)| {
            matches!(
                measure.kind,
                MeasureKind::Counts { part: CountPart::Numerator(_) | CountPart::Complement(_), .. }
            )
        });
        let parts: Vec<_> = parted.filter_map(|(_, columns)| columns.value.zip(columns.part)).collect();
        let table =
            Table { mapping: mapping.clone(), layout, columns, ids: Ids::default(), rows: 0, stamp: 0 };
        let report = IngestReport { source: mapping.source.clone(), ..IngestReport::default() };
        let compared = table.can_contradict();
        Ok(Self {
            table,
            fields: Vec::new(),
            width: (0, 0),
            report,
            cells: Vec::new(),
            repeated: 0,
            short: false,
            oddities,
            parts,
            quick: Quick::default(),
            compared,
            block: Block::default(),
            together: 0,
        })
    }

    /// Reads a row: uses it, or refuses it and says why.
    pub fn row(&mut self, record: Record<'_>) {
        self.report.read += 1;
        let mut fine = match self.shape_of(&record) {
            None => self.quick.read(&record, &self.table.columns, &mut self.cells) || self.read_rest(&record),
            Some((code, params)) => {
                self.note(&record, None, code, params);
                false
            }
        };
        let plain = self.quick.is_plain(&self.cells);
        fine = fine && ((plain && !self.compared) || self.agrees(&record));
        if !fine {
            self.report.refused += 1;
            return;
        }
        self.report.used += 1;
        self.short |= record.len() < self.width.0;
        self.oddities.see(&record, &self.cells, plain);
        let row = match self.table.layout.id.and_then(|place| self.fields.get(place)) {
            None => self.table.rows,
            Some(field) => {
                let (row, new) = self.table.ids.intern(record.get(*field).unwrap_or_default().trim_ascii());
                self.repeated += u64::from(!new);
                row as usize
            }
        };
        self.table.put(row, &self.cells);
    }

    /// How many rows were read so far.
    #[must_use]
    pub const fn read(&self) -> u64 {
        self.report.read
    }

    /// The table and what became of the rows. `hash` is that of the bytes they came from.
    #[must_use]
    pub fn finish(mut self, hash: String, delimiter: Option<char>) -> Batch {
        let report = &mut self.report;
        report.share = (report.read > 0).then(|| report.used as f64 / report.read as f64);
        report.hash = hash;
        report.delimiter = delimiter;
        report.new = self.table.rows as u64;
        report.updated = self.repeated;
        report.cases = self.table.case_count();
        let at = crate::error::Pointer::root();
        if self.repeated > 0 {
            report
                .warnings
                .push(Issue::new("repeated-ids", at.field("id")).with("count", self.repeated as f64));
        }
        report.warnings.extend(self.table.nothing_lost());
        report.warnings.extend(self.oddities.warnings(&self.table.layout));
        let mapping = &self.table.mapping;
        for (place, dimension) in mapping.dimensions.iter().enumerate() {
            if self.table.dimension(place).is_some_and(|(_, names)| names.len() > Mapping::MOST_SEGMENTS) {
                let warning = Issue::new("too-many-segments", place_of(mapping, place));
                let warning = warning.with("column", dimension.column.as_str());
                report.warnings.push(warning.with("limit", Mapping::MOST_SEGMENTS as f64));
            }
        }
        Batch { table: self.table, report: self.report }
    }

    /// What is wrong with the row as a whole.
    fn shape_of(&self, record: &Record<'_>) -> Option<Fault> {
        if record.unclosed {
            return Some(("quote-not-closed", Params::none()));
        }
        let (width, least) = self.width;
        let cut = record.last && record.len() < if self.short { least } else { width };
        let code = if cut {
            "cut-off"
        } else if record.len() < least {
            "too-few-fields"
        } else if record.len() > width
            && record.fields().skip(width).any(|field| !field.trim_ascii().is_empty())
        {
            "too-many-fields"
        } else {
            return None;
        };
        let found = Param::Number(record.len() as f64);
        Some((code, Params::none().with("expected", width as f64).with("found", found)))
    }

    /// Reads the cells that a quick look left; notes each that cannot be read.
    fn read_rest(&mut self, record: &Record<'_>) -> bool {
        let mut fine = true;
        for place in 0..self.cells.len() {
            if self.cells.get(place) != Some(&Cell::Unread) {
                continue;
            }
            let cell = record.get(self.fields.get(place).copied().unwrap_or(usize::MAX)).unwrap_or_default();
            match read_cell(&mut self.table, place, trimmed(cell)) {
                Ok(cell) => self.cells.iter_mut().skip(place).take(1).for_each(|unread| *unread = cell),
                Err((code, params)) => {
                    let column = self.table.layout.specs.get(place).map(|spec| spec.name.clone());
                    self.note(record, column, code, params);
                    fine = false;
                }
            }
        }
        fine
    }

    fn note(&mut self, record: &Record<'_>, column: Option<String>, code: &'static str, params: Params) {
        if self.report.issues.len() < IngestReport::LISTED {
            let (row, line, raw) = (record.row, record.line, kept(record.raw()));
            self.report.issues.push(RowIssue { row, line, column, code, params, raw });
        }
        if matches!(code, "cut-off" | "quote-not-closed") {
            let warning = Issue::new("cut-off", crate::error::Pointer::root());
            self.report.warnings.push(warning.with("row", record.row as f64));
        }
    }
}

/// A refused row's text, cut where it is very long.
fn kept(raw: &[u8]) -> String {
    let short = raw.get(..RowIssue::LONGEST).map(|short| [short, "…".as_bytes()].concat());
    String::from_utf8_lossy(short.as_deref().unwrap_or(raw)).into_owned()
}
