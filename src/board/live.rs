//! The board itself.

use super::{Change, Explanation, Record};
use crate::alignment::{Alignment, Finding};
use crate::calendar::Date;
use crate::data::{IngestReport, Mapping};
use crate::error::Error;
use crate::kpi::Figure;
use crate::plan::{KpiIx, Plan};
use crate::score::Scores;
use crate::snapshot::Snapshot;

/// How a board is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The day of reading.
    pub as_of: Date,
}

/// A plan with its data, scored and kept so.
#[derive(Clone, Debug)]
pub struct Board {
    plan: Plan,
    scores: Scores,
    alignment: Alignment,
    findings: Vec<Finding>,
    snapshot: Snapshot,
    figures: Vec<Figure>,
}

impl Board {
    /// Opens a board on a plan.
    #[must_use]
    pub fn open(plan: Plan, options: Options) -> Self {
        let alignment = Alignment {
            index: None,
            weights: plan.settings().index_weights,
            used: Vec::new(),
            metrics: Vec::new(),
            contribution: Vec::new(),
        };
        let scores = Scores { as_of: options.as_of, nodes: Vec::new(), kpis: Vec::new() };
        Self {
            plan,
            scores,
            alignment,
            findings: Vec::new(),
            snapshot: Snapshot::default(),
            figures: Vec::new(),
        }
    }

    /// Reads a whole table of one source; its rows take the place of what was loaded for that source.
    ///
    /// # Errors
    /// Where the table cannot be read at all.
    pub fn ingest(&mut self, mapping: &Mapping, bytes: &[u8]) -> Result<(IngestReport, Change), Error> {
        let _ = (mapping, bytes);
        Ok((IngestReport::default(), Change::default()))
    }

    /// Takes over the sources of a snapshot.
    ///
    /// # Errors
    /// `snapshot-invalid` where sources and spans overlap.
    pub fn load(&mut self, snapshot: Snapshot) -> Result<Change, Error> {
        self.snapshot = snapshot;
        Ok(Change::default())
    }

    /// Records values and progress: all of them, or none where one cannot be.
    ///
    /// # Errors
    /// `record-invalid` with every issue, such as an unknown id.
    pub fn record(&mut self, records: &[Record]) -> Result<Change, Error> {
        let _ = records;
        Ok(Change::default())
    }

    /// Reads the board at another day: values age.
    pub fn set_as_of(&mut self, as_of: Date) -> Change {
        self.scores.as_of = as_of;
        Change::default()
    }

    /// Takes another plan; data stay where ids match.
    pub fn set_plan(&mut self, plan: Plan) -> Change {
        self.plan = plan;
        Change::default()
    }

    /// The plan.
    #[must_use]
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The day of reading.
    #[must_use]
    pub const fn as_of(&self) -> Date {
        self.scores.as_of
    }

    /// The scores.
    #[must_use]
    pub const fn scores(&self) -> &Scores {
        &self.scores
    }

    /// The alignment.
    #[must_use]
    pub const fn alignment(&self) -> &Alignment {
        &self.alignment
    }

    /// The findings, those switched off included.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The figure a KPI is scored by, or why there is none.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "one entry for each handle the plan gave out")]
    pub fn figure(&self, kpi: KpiIx) -> &Figure {
        &self.figures[kpi.index()]
    }

    /// The known value before the one a KPI is scored by, and that one.
    #[must_use]
    pub fn revision(&self, kpi: KpiIx) -> Option<(&Figure, &Figure)> {
        let _ = kpi;
        None
    }

    /// The part of a child in its parent: w·σ over the parent's total, 0..1.
    #[must_use]
    pub fn part_of(&self, link: &crate::plan::Serves) -> f64 {
        let _ = link;
        0.0
    }

    /// A KPI's values by period up to the day of reading.
    #[must_use]
    pub fn series(&self, kpi: KpiIx) -> &[Figure] {
        let _ = kpi;
        &[]
    }

    /// How the number of a node or KPI came about.
    ///
    /// # Errors
    /// `unknown-id`, with the nearest.
    pub fn explain(&self, id: &str) -> Result<Explanation, Error> {
        let _ = id;
        Err(Error::new("unknown-id", Vec::new()))
    }

    /// The partials of every source that is loaded.
    #[must_use]
    pub const fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// What was recorded, in order.
    #[must_use]
    pub fn journal(&self) -> &[Record] {
        &[]
    }

    /// The longest path from the mission down to each node, by position.
    #[must_use]
    pub fn levels(&self) -> &[u32] {
        &[]
    }
}
