//! Rows on their way into a board, in steps.
//!
//! A page that takes in a million rows at once stands still for as long. So the rows are joined to their source's and
//! counted beside the board, a little at a time, and the board changes once, at the end; whoever gives up in between
//! has changed nothing.

use super::{Arrival, Board, Change};
use crate::data::{Batch, IngestReport, Table};
use crate::error::{Issue, Pointer};
use crate::snapshot::{SourcePart, Summary, summarise};

/// Rows on their way into a board: what is done of joining and counting them.
#[derive(Debug)]
pub struct Intake {
    batch: Batch,
    arrival: Arrival,
    joining: Option<Joining>,
    summary: Summary,
    counted: bool,
    steps: u32,
}

/// Rows that join earlier ones of their source, in a copy.
#[derive(Debug)]
struct Joining {
    table: Table,
    /// The stamp of what was copied.
    stamp: u64,
    next: usize,
    new: u64,
    updated: u64,
}

impl Joining {
    /// Rows a step: few enough for a slow machine.
    const ROWS: usize = 1 << 14;

    fn step(&mut self, newer: &Table) -> bool {
        let (new, updated) = self.table.upsert(newer, self.next..self.next + Self::ROWS);
        self.next += Self::ROWS;
        self.new += new;
        self.updated += updated;
        self.next < newer.rows()
    }
}

impl Intake {
    /// Does a little more, and says whether there is more to do.
    pub fn step(&mut self) -> bool {
        self.steps += 1;
        if let Some(joining) = &mut self.joining
            && joining.next < self.batch.table.rows()
        {
            return joining.step(&self.batch.table) || !self.counted;
        }
        let table = self.joining.as_ref().map_or(&self.batch.table, |joining| &joining.table);
        self.counted = !self.summary.step(table);
        !self.counted
    }

    /// How many steps were done.
    #[must_use]
    pub const fn steps(&self) -> u32 {
        self.steps
    }

    /// The rows and the partials that they came to.
    fn done(self) -> (Batch, SourcePart) {
        let Self { mut batch, joining, summary, .. } = self;
        if let Some(Joining { table, new, updated, .. }) = joining {
            batch.report.new = new;
            batch.report.updated += updated;
            batch.report.cases = table.case_count();
            batch.table = table;
        }
        let part = summary.finish(&batch.table, &batch.report);
        (batch, part)
    }
}

impl Board {
    /// Starts to take in the rows of a file; nothing changes before [`Board::adopt`].
    #[must_use]
    pub fn begin(&self, mut batch: Batch, arrival: Arrival) -> Intake {
        batch.report.warnings.extend(batch.table.after(self.scores.as_of));
        batch.report.warnings.extend(self.give_way(&batch.table, arrival));
        let joining = self.joined_by(&batch.table, arrival).map(|known| Joining {
            table: known.clone(),
            stamp: known.stamp(),
            next: 0,
            new: 0,
            updated: 0,
        });
        let counted = batch.table.mapping().measures.is_empty();
        Intake { batch, arrival, joining, summary: Summary::default(), counted, steps: 0 }
    }

    /// Takes in the rows that were started with; what is left to do of them is done now.
    pub fn adopt(&mut self, mut intake: Intake) -> (IngestReport, Change) {
        let stands = self.joined_by(&intake.batch.table, intake.arrival).map(Table::stamp);
        if intake.joining.as_ref().map(|joining| joining.stamp) != stands {
            // The source was changed in the meantime: the rows join what stands there now.
            return self.take(intake.batch, intake.arrival);
        }
        while intake.step() {}
        let (batch, part) = intake.done();
        let report = self.tables.replace(batch);
        (report, self.replace(part))
    }

    /// Takes in the rows of a file; what is loaded of the same source as a snapshot gives way to them.
    pub fn ingest(&mut self, mut batch: Batch, arrival: Arrival) -> (IngestReport, Change) {
        batch.report.warnings.extend(batch.table.after(self.scores.as_of));
        batch.report.warnings.extend(self.give_way(&batch.table, arrival));
        self.take(batch, arrival)
    }

    fn take(&mut self, batch: Batch, arrival: Arrival) -> (IngestReport, Change) {
        let source = batch.table.mapping().source.clone();
        let report = match arrival {
            Arrival::Join => self.tables.upsert(batch),
            Arrival::Replace => self.tables.replace(batch),
        };
        let part = self.tables.get(&source).map(|table| summarise(table, &report));
        let change = part.map(|part| self.replace(part)).unwrap_or_default();
        (report, change)
    }

    /// Rows that should join what is here join nothing where that came without rows: it gives way to them.
    fn give_way(&self, newer: &Table, arrival: Arrival) -> Option<Issue> {
        let source = newer.mapping().source.as_str();
        let bare = self.tables.get(source).is_none() && self.snapshot.source(source).is_some();
        let told = bare && arrival == Arrival::Join && newer.mapping().id.is_some();
        told.then(|| Issue::new("rows-stand-alone", Pointer::root()).with("source", source))
    }

    /// The table that rows would join.
    fn joined_by(&self, newer: &Table, arrival: Arrival) -> Option<&Table> {
        let known = self.tables.get(&newer.mapping().source)?;
        (arrival == Arrival::Join && known.joins(newer)).then_some(known)
    }

    fn replace(&mut self, part: SourcePart) -> Change {
        let source = part.id.clone();
        self.snapshot.replace(part);
        self.reread(&|reading| reading == source)
    }
}
