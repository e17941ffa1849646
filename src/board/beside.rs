//! A second board beside the first: what would be asked of another day, or of other numbers, is asked of it,
//! so that the first is never touched.

use super::Board;
use super::settle::put;
use crate::alignment::{self, Graph};
use crate::calendar::Date;
use crate::data::Tables;
use crate::kpi::{Figure, Provenance};
use crate::plan::{KpiIx, Subject};
use crate::score::{Contributor, Source, Status, Tree};

impl Board {
    /// The same board again, without the rows: scores come from the partials alone, which both share.
    #[inline(never)]
    pub(super) fn beside(&self) -> Self {
        Self {
            plan: self.plan.clone(),
            tree: self.tree.clone(),
            graph: self.graph.clone(),
            tables: Tables::default(),
            snapshot: self.snapshot.clone(),
            journal: self.journal.clone(),
            values: self.values.clone(),
            figures: self.figures.clone(),
            series: self.series.clone(),
            given: self.given.clone(),
            scores: self.scores.clone(),
            alignment: self.alignment.clone(),
            findings: self.findings.clone(),
            stale: self.stale.clone(),
            marks: self.marks.clone(),
            held: self.held.clone(),
            supposed: self.supposed.clone(),
        }
    }

    /// The same board read at another day.
    #[inline(never)]
    pub(super) fn beside_at(&self, day: Date) -> Self {
        let mut other = self.beside();
        if day != self.as_of() {
            other.scores.as_of = day;
            other.rescore();
        }
        other
    }

    /// Lays the tree out again and scores everything, after numbers of the plan became others.
    /// Figures stay, but for those that are supposed.
    #[inline(never)]
    pub(super) fn laid_out_again(&mut self) {
        (self.tree, self.graph) = (Tree::of(&self.plan), Graph::of(&self.plan));
        self.alignment = alignment::align(&self.plan, &self.tree, &self.graph);
        for (ix, figure) in &self.supposed {
            put(&mut self.figures, ix.index(), figure.clone());
        }
        for ix in self.plan.kpi_indices() {
            let score = self.scored_by(ix, self.figure(ix));
            put(&mut self.scores.kpis, ix.index(), score);
        }
        self.rescore_nodes();
    }

    /// Supposes another figure of a KPI; nothing is scored by it yet.
    pub(super) fn suppose(&mut self, ix: KpiIx, figure: Figure) {
        self.supposed.retain(|(kpi, _)| *kpi != ix);
        self.supposed.push((ix, figure));
    }

    /// The figure a KPI would have at this value. It is exact, so it has no interval; it is true on the day
    /// that the KPI's own is, or on the day of reading where that is missing, unfinished or stale.
    pub(super) fn figure_at(&self, ix: KpiIx, value: f64) -> Figure {
        let own = self.figure(ix);
        let young = own.known().is_some() && own.complete && self.scores.kpi(ix).status != Status::Stale;
        let (at, period) = if young { (own.at, own.period) } else { (self.as_of(), None) };
        Figure {
            value: Ok(value),
            n: None,
            interval: None,
            at,
            period,
            complete: true,
            open: None,
            approximation: None,
            provenance: Provenance::Typed,
        }
    }
}

/// What a contributor is.
pub(super) const fn subject_of(contributor: &Contributor) -> Subject {
    match contributor.of {
        Source::Kpi(kpi, _) => Subject::Kpi(kpi),
        Source::Node(node) => Subject::Node(node),
    }
}
