//! The tables of every source that is loaded as rows.

use super::{IngestReport, Table};

/// The rows of one file and what became of them, before they join what is loaded.
#[derive(Clone, Debug)]
pub struct Batch {
    /// The rows.
    pub table: Table,
    /// What became of them.
    pub report: IngestReport,
}

/// The tables of every source that is loaded as rows.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    tables: Vec<Table>,
    stamps: u64,
}

impl Tables {
    /// The table of a source.
    #[must_use]
    pub fn get(&self, source: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.mapping().source == source)
    }

    /// All tables, in the order their sources came.
    #[must_use]
    pub fn all(&self) -> &[Table] {
        &self.tables
    }

    /// Puts rows in the place of their source's: what a file that is read again does.
    pub fn replace(&mut self, batch: Batch) -> IngestReport {
        let Batch { mut table, report } = batch;
        table.stamp = self.stamp();
        match self.tables.iter_mut().find(|each| each.mapping().source == table.mapping().source) {
            Some(each) => *each = table,
            None => self.tables.push(table),
        }
        report
    }

    /// Joins rows to their source's by identity: a row of a known id takes the place of the earlier
    /// one. Where rows have no id, or the mapping now reads other columns, they replace the source's.
    pub fn upsert(&mut self, mut batch: Batch) -> IngestReport {
        let known = self.tables.iter_mut().find(|each| each.joins(&batch.table));
        let Some(known) = known else { return self.replace(batch) };
        let repeated = batch.report.updated;
        let (new, updated) = known.upsert(&batch.table, 0..usize::MAX);
        batch.report.new = new;
        batch.report.updated = updated + repeated;
        batch.report.cases = known.case_count();
        self.stamps += 1;
        known.stamp = self.stamps;
        batch.report
    }

    /// A number that no table has had.
    const fn stamp(&mut self) -> u64 {
        self.stamps += 1;
        self.stamps
    }

    /// Takes the rows of a source away.
    pub fn remove(&mut self, source: &str) {
        self.tables.retain(|table| table.mapping().source != source);
    }
}
