//! The board itself: what is put in, and what is read off.

use std::cell::OnceCell;

use super::journal::{Journal, subject_of};
use super::marks::Marks;
use super::values::Values;
use super::{Change, Explanation};
use crate::alignment::{self, Alignment, Finding, Graph};
use crate::calendar::Date;
use crate::data::Tables;
use crate::error::{Error, Issue, Pointer};
use crate::kpi::{self, Figure};
use crate::plan::{KpiIx, NodeIx, Plan, Record, Serves, nearest};
use crate::score::{Given, Scores, Tree};
use crate::snapshot::Snapshot;

/// How a board is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The day of reading.
    pub as_of: Date,
}

/// How rows or partials meet those of the same source that are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Arrival {
    /// Rows join by identity; a snapshot joins where the spans do not overlap.
    #[default]
    Join,
    /// They take the place of what was there: what a file that is read again does.
    Replace,
}

/// A plan with its data, scored and kept so.
#[derive(Clone, Debug)]
pub struct Board {
    pub(super) plan: Plan,
    pub(super) tree: Tree,
    pub(super) graph: Graph,
    pub(super) tables: Tables,
    pub(super) snapshot: Snapshot,
    pub(super) journal: Journal,
    pub(super) values: Values,
    /// The figure each KPI is scored by.
    pub(super) figures: Vec<Figure>,
    /// The series of each KPI, once somebody asked for it.
    pub(super) series: Vec<OnceCell<Vec<Figure>>>,
    /// What each node gives to those above it.
    pub(super) given: Vec<Given>,
    pub(super) scores: Scores,
    pub(super) alignment: Alignment,
    /// Those of the plan first, then the stale KPIs in their order.
    pub(super) findings: Vec<Finding>,
    /// The KPIs whose finding `stale` stands at the end of the findings.
    pub(super) stale: Vec<KpiIx>,
    pub(super) marks: Marks,
    /// KPIs and those whose rules hold them against these.
    pub(super) held: Vec<(KpiIx, KpiIx)>,
    /// Figures that take the place of those of the data; none but on a board beside.
    pub(super) supposed: Vec<(KpiIx, Figure)>,
}

impl Board {
    /// Opens a board on a plan.
    #[must_use]
    pub fn open(plan: Plan, options: Options) -> Self {
        let (tree, graph) = (Tree::of(&plan), Graph::of(&plan));
        let mut board = Self {
            alignment: alignment::align(&plan, &tree, &graph),
            findings: alignment::find(&plan, &graph),
            values: Values::of(&plan),
            marks: Marks::new(plan.nodes().len(), plan.kpis().len()),
            scores: Scores { as_of: options.as_of, nodes: Vec::new(), kpis: Vec::new() },
            tables: Tables::default(),
            snapshot: Snapshot::default(),
            journal: Journal::default(),
            figures: Vec::new(),
            series: Vec::new(),
            given: Vec::new(),
            stale: Vec::new(),
            held: super::settle::held(&plan),
            supposed: Vec::new(),
            plan,
            tree,
            graph,
        };
        board.rescore();
        board
    }

    /// Takes in the sources of a snapshot. One whose rows are loaded is passed over: rows know more.
    ///
    /// # Errors
    /// `snapshot-invalid` where a source is there already with an overlapping span, and does not replace it.
    pub fn load(&mut self, snapshot: Snapshot, arrival: Arrival) -> Result<Change, Error> {
        let mut arriving = snapshot;
        for table in self.tables.all() {
            arriving.remove(&table.mapping().source);
        }
        let ids: Vec<String> = arriving.sources().iter().map(|source| source.id.clone()).collect();
        match arrival {
            Arrival::Join => self.snapshot.merge(arriving)?,
            Arrival::Replace => {
                arriving.sources().iter().for_each(|source| self.snapshot.replace(source.clone()));
            }
        }
        Ok(self.reread(&|id| ids.iter().any(|known| known == id)))
    }

    /// Takes a source out again, its rows and its partials; what was recorded or typed by itself stays.
    ///
    /// # Errors
    /// `unknown-id`, with the nearest, where no such source is loaded.
    pub fn remove(&mut self, source: &str) -> Result<Change, Error> {
        if self.snapshot.remove(source).is_none() {
            let loaded = self.snapshot.sources().iter().map(|each| each.id.as_str());
            let nearest = nearest(source, loaded);
            return Err(Error::new("unknown-id", vec![unknown(source, nearest)]));
        }
        self.tables.remove(source);
        Ok(self.reread(&|reading| reading == source))
    }

    /// Records values and progress: all of them, or none where one cannot be.
    ///
    /// # Errors
    /// `record-invalid` with every issue, such as an unknown id.
    pub fn record(&mut self, records: &[Record]) -> Result<Change, Error> {
        let mut issues = Vec::new();
        let mut subjects = Vec::with_capacity(records.len());
        for (place, record) in records.iter().enumerate() {
            match subject_of(record, &self.plan, place) {
                Ok(subject) => subjects.push(subject),
                Err(issue) => issues.push(issue),
            }
        }
        if !issues.is_empty() {
            return Err(Error::new("record-invalid", issues));
        }
        for (subject, record) in subjects.into_iter().zip(records) {
            self.apply(subject, record);
        }
        Ok(self.settle())
    }

    /// Reads the board at another day: values age, periods end.
    pub fn set_as_of(&mut self, as_of: Date) -> Change {
        let before = self.standing();
        self.scores.as_of = as_of;
        self.rescore();
        self.moved_since(&before)
    }

    /// Takes another plan; data stay where ids match.
    pub fn set_plan(&mut self, plan: Plan) -> Change {
        let before = self.standing();
        let next = Self::open(plan, Options { as_of: self.scores.as_of });
        let old = std::mem::replace(self, next);
        self.tables = old.tables;
        self.snapshot = old.snapshot;
        self.replay(old.journal.records(&old.plan));
        self.rescore();
        self.moved_since(&before.of_plan(old.plan))
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

    /// A KPI's values by period up to the day of reading, oldest first.
    #[must_use]
    pub fn series(&self, kpi: KpiIx) -> &[Figure] {
        let (typed, period) = (self.values.typed(kpi), self.plan.cycle());
        let read = || kpi::series(self.plan.kpi(kpi), typed, &self.snapshot, period, self.as_of());
        self.series.get(kpi.index()).map_or(&[], |kept| kept.get_or_init(read))
    }

    /// The known value before the one a KPI is scored by.
    #[must_use]
    pub fn previous(&self, kpi: KpiIx) -> Option<&Figure> {
        let now = self.figure(kpi);
        now.known()?;
        let mut before = self.series(kpi).iter().rev();
        before.find(|figure| figure.at < now.at && figure.known().is_some())
    }

    /// How much of an action is done, as last reported up to the day of reading, 0 to 1.
    #[must_use]
    pub fn progress_of(&self, action: NodeIx) -> Option<f64> {
        self.values.progress(&self.plan, action, self.as_of())
    }

    /// The part of a child in its parent: w·σ over the parent's total, 0..1.
    #[must_use]
    pub fn part_of(&self, link: &Serves) -> f64 {
        alignment::part(&self.plan, &self.tree, link).unwrap_or(0.0)
    }

    /// How the number of a node or KPI came about.
    ///
    /// # Errors
    /// `unknown-id`, with the nearest.
    pub fn explain(&self, id: &str) -> Result<Explanation, Error> {
        match self.plan.find(id) {
            Some(subject) => Ok(self.explain_subject(subject)),
            None => {
                let issue = unknown(id, self.plan.nearest_id(id));
                Err(Error::new("unknown-id", vec![issue]))
            }
        }
    }

    /// The partials of every source that is loaded.
    #[must_use]
    pub const fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// The rows of every source that is loaded as rows.
    #[must_use]
    pub const fn tables(&self) -> &Tables {
        &self.tables
    }

    /// What was recorded, the latest of each subject and day; replaying it gives the same board.
    #[must_use]
    pub fn journal(&self) -> Vec<Record> {
        self.journal.records(&self.plan)
    }

    /// The longest path from the mission down to each node, by position.
    #[must_use]
    pub fn levels(&self) -> &[u32] {
        &self.graph.levels
    }

    /// Whether a path of "serves" links leads from each node to the mission, by position.
    #[must_use]
    pub fn reaches(&self) -> &[bool] {
        &self.graph.reaches
    }
}

pub(super) fn unknown(id: &str, nearest: Option<&str>) -> Issue {
    let issue = Issue::new("unknown-reference", Pointer::root()).with("id", id);
    match nearest {
        Some(nearest) => issue.with("nearest", nearest),
        None => issue,
    }
}
