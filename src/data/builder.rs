//! Records to a table, each cell read once.

use super::interner::Interner;
use super::layout::{Layout, Reading, Spec, check, place_of};
use super::oddities::Oddities;
use super::packed::Packed;
use super::read::{self, NO_TIME};
use super::table::{Column, NO_ANSWER, NO_WORD, Table};
use super::{Batch, Condition, CountPart, IngestReport, Mapping, MeasureKind, Record, RowIssue, Scale};
use crate::error::{Error, Issue, Param, Params};
use crate::plan::nearest;

/// One cell as read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Cell {
    Time(i64),
    Number(f64),
    Answer(i32),
    Word(u32),
    Index,
}

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
        let parts = parted.filter_map(|(_, columns)| columns.value.zip(columns.part)).collect();
        let table =
            Table { mapping: mapping.clone(), layout, columns, ids: Interner::default(), rows: 0, stamp: 0 };
        let report = IngestReport { source: mapping.source.clone(), ..IngestReport::default() };
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
        })
    }

    /// The names of the columns the mapping needs.
    #[must_use]
    pub fn wanted(&self) -> Vec<&str> {
        self.table.layout.specs.iter().map(|spec| spec.name.as_str()).collect()
    }

    /// Finds the needed columns in the header.
    ///
    /// # Errors
    /// `mapping-invalid` with an issue `missing-column` for each that is not there, and the nearest that is.
    pub fn header(&mut self, record: Record<'_>) -> Result<(), Error> {
        let names: Vec<String> =
            record.fields().map(|field| String::from_utf8_lossy(field.trim_ascii()).into_owned()).collect();
        let mut issues = Vec::new();
        let mut fields = Vec::new();
        for spec in &self.table.layout.specs {
            let mut places = names.iter().enumerate().filter(|(_, name)| **name == spec.name.trim());
            match places.next() {
                Some((place, _)) => fields.push(place),
                None => issues.push(missing_column(spec, &names)),
            }
            if places.next().is_some() {
                let warning =
                    Issue::new("duplicate-column", spec.pointer.clone()).with("column", spec.name.as_str());
                self.report.warnings.push(warning);
            }
        }
        self.width = (names.len(), fields.iter().max().map_or(0, |last| last + 1));
        self.fields = fields;
        self.report.columns = names;
        if issues.is_empty() { Ok(()) } else { Err(Error::new("mapping-invalid", issues)) }
    }

    /// Reads a row: uses it, or refuses it and says why.
    pub fn row(&mut self, record: Record<'_>) {
        self.report.read += 1;
        let mut fine = match self.shape_of(&record) {
            None => self.read_cells(&record),
            Some((code, params)) => {
                self.note(&record, None, code, params);
                false
            }
        };
        fine = fine && self.agrees(&record);
        if !fine {
            self.report.refused += 1;
            return;
        }
        self.report.used += 1;
        self.short |= record.len() < self.width.0;
        self.oddities.see(&record, &self.cells);
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

    /// The table and what became of the rows. `hash` is the SHA-256 of the bytes they came from.
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

    /// Reads the needed cells into `cells`; notes each that cannot be read.
    fn read_cells(&mut self, record: &Record<'_>) -> bool {
        self.cells.clear();
        let mut fine = true;
        for place in 0..self.fields.len() {
            let cell = record.get(self.fields.get(place).copied().unwrap_or(usize::MAX)).unwrap_or_default();
            match self.read_cell(place, trimmed(cell)) {
                Ok(cell) => self.cells.push(cell),
                Err((code, params)) => {
                    let column = self.table.layout.specs.get(place).map(|spec| spec.name.clone());
                    self.note(record, column, code, params);
                    fine = false;
                }
            }
        }
        fine
    }

    fn read_cell(&mut self, place: usize, text: &[u8]) -> Result<Cell, Fault> {
        let Table { mapping, layout, columns, .. } = &mut self.table;
        let Some(spec) = layout.specs.get(place) else { return Ok(Cell::Index) };
        let absent = text.is_empty() || mapping.missing.iter().any(|word| word.as_bytes() == text);
        match &spec.reading {
            Reading::Time if absent && layout.event_time == Some(place) => {
                Err(("missing-time", Params::none()))
            }
            Reading::Time if absent => Ok(Cell::Time(NO_TIME)),
            Reading::Time => {
                read::time(text, &mapping.dates, &mapping.zone).map(Cell::Time).ok_or_else(|| {
                    let format = match &mapping.dates {
                        super::DateFormat::Iso => "YYYY-MM-DD",
                        super::DateFormat::Pattern(pattern) => pattern,
                    };
                    ("not-a-date", quoted(text).with("format", format))
                })
            }
            Reading::Count if absent => Ok(Cell::Number(f64::NAN)),
            Reading::Count => match read::number(text, mapping.decimal_comma) {
                Some(number) if number < 0.0 => Err(("negative-count", quoted(text))),
                Some(number) => Ok(Cell::Number(number)),
                None => Err(("not-a-number", quoted(text))),
            },
            Reading::Answer { .. } | Reading::Verdict { .. } if absent => Ok(Cell::Answer(NO_ANSWER)),
            Reading::Answer { least, scale } => answer(text, *least, scale, mapping.decimal_comma),
            Reading::Verdict { lost, kept } => verdict(text, lost, kept),
            Reading::Test(condition) => passes(text, absent, condition, mapping.decimal_comma),
            Reading::Length | Reading::Money if absent => Ok(Cell::Number(f64::NAN)),
            Reading::Length => match read::length(text, mapping.decimal_comma) {
                Some(seconds) if seconds < 0.0 => Err(("negative-time", quoted(text))),
                Some(seconds) => Ok(Cell::Number(seconds)),
                None => Err(("not-a-length", quoted(text))),
            },
            Reading::Money => read::number(text, mapping.decimal_comma)
                .map(Cell::Number)
                .ok_or_else(|| ("not-a-number", quoted(text))),
            Reading::Word if absent => Ok(Cell::Word(NO_WORD)),
            Reading::Identity if absent && layout.case == Some(place) => {
                Err(("missing-case", Params::none()))
            }
            Reading::Identity if absent => Err(("missing-id", Params::none())),
            Reading::Word | Reading::Identity => match columns.get_mut(place) {
                // A word that is known has been looked at.
                Some(Column::Words(_, words)) => match words.find(text) {
                    Some(code) => Ok(Cell::Word(code)),
                    None if std::str::from_utf8(text).is_ok() => Ok(Cell::Word(words.intern(text).0)),
                    None => Err(("not-utf-8", Params::none())),
                },
                Some(Column::Index) => Ok(Cell::Index),
                _ => Err(("not-utf-8", Params::none())),
            },
        }
    }

    /// Whether the cells of a row agree with one another; notes where they do not.
    fn agrees(&mut self, record: &Record<'_>) -> bool {
        let layout = &self.table.layout;
        let time = |place: Option<usize>| match place.and_then(|place| self.cells.get(place)) {
            Some(Cell::Time(time)) if *time != NO_TIME => Some(*time),
            _ => None,
        };
        let created = time(layout.created);
        let late = [layout.first_reply, layout.resolved, layout.first_resolved].into_iter().flatten();
        let early = late.filter(|end| time(Some(*end)).zip(created).is_some_and(|(end, start)| end < start));
        let mut faults: Vec<_> = early.map(|end| (end, "ends-before-start", Params::none())).collect();
        let number = |place: usize| match self.cells.get(place) {
            Some(Cell::Number(number)) => Some(*number),
            _ => None,
        };
        for (whole, part) in &self.parts {
            if let Some((whole, more)) = number(*whole).zip(number(*part))
                && more > whole
            {
                let params = Params::none().with("part", more).with("whole", whole);
                faults.push((*part, "part-above-whole", params));
            }
        }
        faults.extend(self.table.contradictions(&self.cells));
        let fine = faults.is_empty();
        for (place, code, params) in faults {
            let column = self.table.layout.specs.get(place).map(|spec| spec.name.clone());
            self.note(record, column, code, params);
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

/// A cell without blanks around it: most have none.
#[inline(always)]
fn trimmed(cell: &[u8]) -> &[u8] {
    match cell {
        [first, .., last] if *first > b' ' && *last > b' ' => cell,
        _ => cell.trim_ascii(),
    }
}

/// A refused row's text, cut where it is very long.
fn kept(raw: &[u8]) -> String {
    let short = raw.get(..RowIssue::LONGEST).map(|short| [short, "…".as_bytes()].concat());
    String::from_utf8_lossy(short.as_deref().unwrap_or(raw)).into_owned()
}

/// The column of cells a spec asks for.
fn column(layout: &Layout, place: usize, spec: &Spec) -> Column {
    match spec.reading {
        Reading::Time => Column::Times(Packed::of_times()),
        Reading::Count | Reading::Length | Reading::Money => Column::Numbers(Packed::default()),
        Reading::Answer { .. } | Reading::Verdict { .. } | Reading::Test(_) => {
            Column::Answers(Packed::default())
        }
        Reading::Identity if layout.case != Some(place) => Column::Index,
        Reading::Word | Reading::Identity => Column::Words(Packed::default(), Interner::default()),
    }
}

fn missing_column(spec: &Spec, names: &[String]) -> Issue {
    let issue = Issue::new("missing-column", spec.pointer.clone()).with("column", spec.name.as_str());
    let issue = match nearest(&spec.name, names.iter().map(String::as_str)) {
        Some(near) => issue.with("nearest", near),
        None => issue,
    };
    issue.with("columns", names.to_vec())
}

/// The parameters of a cell's text, cut where it is long.
fn quoted(text: &[u8]) -> Params {
    let text = String::from_utf8_lossy(text);
    let short: String = text.chars().take(80).collect();
    Params::none().with("value", short)
}

/// A point of a scale, by its number or its word.
fn answer(text: &[u8], least: i32, scale: &Scale, decimal_comma: bool) -> Result<Cell, Fault> {
    let by_word = || std::str::from_utf8(text).ok().and_then(|word| scale.words.get(word).copied());
    if let Some(point) = (!scale.words.is_empty()).then(by_word).flatten() {
        return Ok(Cell::Answer(point));
    }
    let Some(number) = read::number(text, decimal_comma) else {
        let allowed: Vec<String> = scale.words.keys().cloned().collect();
        return Err(match allowed.is_empty() {
            true => ("not-a-number", quoted(text)),
            false => ("unknown-word", quoted(text).with("allowed", allowed)),
        });
    };
    let whole = number.round();
    if (whole - number).abs() > 0.0 || whole < f64::from(least) || whole > f64::from(scale.top) {
        let range = quoted(text).with("min", f64::from(least)).with("max", f64::from(scale.top));
        return Err(("out-of-scale", range));
    }
    Ok(Cell::Answer(whole as i32))
}

/// Whether a cell is what it must be: 1 or 0.
fn passes(text: &[u8], absent: bool, condition: &Condition, decimal_comma: bool) -> Result<Cell, Fault> {
    let among = |words: &[String]| words.iter().any(|word| word.as_bytes() == text);
    let number = |holds: &dyn Fn(f64) -> bool| match read::length(text, decimal_comma) {
        _ if absent => Ok(false),
        Some(number) => Ok(holds(number)),
        None => Err(("not-a-number", quoted(text))),
    };
    let passes = match condition {
        Condition::Among(words) => !absent && among(words),
        Condition::NotAmong(words) => !absent && !among(words),
        Condition::AtLeast(limit) => number(&|number| number >= *limit)?,
        Condition::AtMost(limit) => number(&|number| number <= *limit)?,
        Condition::Above(limit) => number(&|number| number > *limit)?,
        Condition::Below(limit) => number(&|number| number < *limit)?,
        Condition::Filled => !absent,
        Condition::Empty => absent,
    };
    Ok(Cell::Answer(i32::from(passes)))
}

/// Kept or lost, by the words of the mapping.
fn verdict(text: &[u8], lost: &[String], kept: &[String]) -> Result<Cell, Fault> {
    let among = |words: &[String]| words.iter().any(|word| word.as_bytes() == text);
    if among(lost) {
        return Ok(Cell::Answer(0));
    }
    if kept.is_empty() || among(kept) {
        return Ok(Cell::Answer(1));
    }
    Err(("unknown-word", quoted(text).with("allowed", [lost, kept].concat())))
}
