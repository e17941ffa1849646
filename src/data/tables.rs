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
        let Batch { table, report } = batch;
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
        let (new, updated) = known.upsert(&batch.table);
        batch.report.new = new;
        batch.report.updated = updated + repeated;
        batch.report.cases = known.case_count();
        batch.report
    }

    /// Takes the rows of a source away.
    pub fn remove(&mut self, source: &str) {
        self.tables.retain(|table| table.mapping().source != source);
    }
}
