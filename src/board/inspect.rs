//! A closer look at the plan: every rule, those that no first picture waits for included (A2).

use super::Board;
use super::live::unknown;
use crate::alignment::{self, Alignment, Finding, Severity, Sight, Smart};
use crate::error::Error;
use crate::plan::{KpiIx, Subject};

impl Board {
    /// Every finding there is, the gravest first: those of [`Board::findings`], those of [`Board::problems`], and those of
    /// the rules that look closer; those switched off included.
    ///
    /// ```
    /// use throughline::board::{Board, Options};
    /// let plan = throughline::format::plan::decode(
    ///     r#"{ "version": 1, "title": "T", "mission": { "id": "m", "title": "Solve it the first time" } }"#)?;
    /// let board = Board::open(plan, Options { as_of: throughline::calendar::Date::constant(2026, 11, 20) });
    /// assert_eq!(board.inspect().iter().map(|each| each.id).collect::<Vec<_>>(), ["no-company-mission"]);
    /// # Ok::<(), throughline::error::Error>(())
    /// ```
    #[must_use]
    #[inline(never)]
    pub fn inspect(&self) -> Vec<Finding> {
        let mut found = self.findings().to_vec();
        found.extend(self.seen(alignment::inspect));
        found.extend(self.problems());
        found.sort_by_key(|each| match each.severity {
            Severity::Error => 0,
            Severity::Warning => 1,
            Severity::Note => 2,
        });
        found
    }

    /// The goals by the five checks of SMART (AL-S, P3).
    #[must_use]
    #[inline(never)]
    pub fn smart(&self) -> Smart {
        self.seen(alignment::smart)
    }

    /// The alignment of a node and all that is beneath it (A1).
    ///
    /// # Errors
    /// `unknown-id`, with the nearest, where the id is no node's.
    pub fn alignment_of(&self, id: &str) -> Result<Alignment, Error> {
        match self.plan.find(id) {
            Some(Subject::Node(node)) => {
                Ok(alignment::align_below(&self.plan, &self.tree, &self.graph, node))
            }
            Some(Subject::Kpi(_)) => Err(Error::new("unknown-id", vec![unknown(id, None)])),
            None => Err(Error::new("unknown-id", vec![unknown(id, self.plan.nearest_id(id))])),
        }
    }

    /// What looks at all there is.
    fn seen<T>(&self, look: impl FnOnce(&Sight<'_>) -> T) -> T {
        look(&Sight {
            plan: &self.plan,
            tree: &self.tree,
            graph: &self.graph,
            alignment: &self.alignment,
            scores: &self.scores,
            figure: &|kpi| self.figure(kpi),
            series: &|kpi| self.series(kpi),
            progress: &|node| self.progress_of(node),
            family: &|kpi| self.family_of(kpi),
            evidence: &|link| self.evidence_of(link).found,
            standing: &|need| self.need_standing(need),
        })
    }

    /// The family of the measure that a KPI is read from, where its source is loaded.
    fn family_of(&self, kpi: KpiIx) -> Option<&'static str> {
        let reading = self.plan.kpi(kpi).reading.as_ref()?;
        Some(self.snapshot.get(&reading.source, &reading.measure)?.family.name())
    }
}
