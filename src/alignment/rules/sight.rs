//! What a rule may look at.

use crate::alignment::{Alignment, Evidence, Graph};
use crate::calendar::Date;
use crate::kpi::Figure;
use crate::needs::Standing;
use crate::plan::{Drive, KpiIx, Need, NodeIx, NodeKind, Plan};
use crate::score::{Scores, Tree};

/// A plan with all that is derived of it, as a rule sees it.
#[expect(missing_debug_implementations, reason = "functions have nothing to show")]
#[derive(Clone, Copy)]
pub struct Sight<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its roll-up, laid out.
    pub tree: &'a Tree,
    /// Its graph.
    pub graph: &'a Graph,
    /// Its metrics.
    pub alignment: &'a Alignment,
    /// How everything stands.
    pub scores: &'a Scores,
    /// The figure a KPI is scored by.
    pub figure: &'a dyn Fn(KpiIx) -> &'a Figure,
    /// A KPI's values by period, oldest first.
    pub series: &'a dyn Fn(KpiIx) -> &'a [Figure],
    /// How much of an action is done, where somebody said.
    pub progress: &'a dyn Fn(NodeIx) -> Option<f64>,
    /// The family of the measure a KPI is read from.
    pub family: &'a dyn Fn(KpiIx) -> Option<&'static str>,
    /// What the numbers say of a link from cause to effect; none where an end has no KPI with values.
    pub evidence: &'a dyn Fn(&Drive) -> Option<Evidence>,
    /// How a need of customers stands.
    pub standing: &'a dyn Fn(&Need) -> Standing,
}

impl<'a> Sight<'a> {
    /// The day of reading.
    pub(in crate::alignment) const fn as_of(&self) -> Date {
        self.scores.as_of
    }

    /// The nodes of a kind, in the order of the plan.
    pub(in crate::alignment) fn of_kind(&self, kind: NodeKind) -> impl Iterator<Item = NodeIx> + use<'a> {
        let plan = self.plan;
        plan.node_indices().filter(move |node| plan.node(*node).kind == kind)
    }

    /// The KPIs for which something holds, in the order of the plan.
    pub(in crate::alignment) fn kpis_where(&self, holds: impl Fn(KpiIx) -> bool) -> Vec<super::Place> {
        self.plan.kpi_indices().filter(|kpi| holds(*kpi)).map(super::Place::kpi).collect()
    }

    /// The nodes of a kind for which something holds.
    pub(in crate::alignment) fn nodes_where(
        &self,
        kind: NodeKind,
        holds: impl Fn(NodeIx) -> bool,
    ) -> Vec<super::Place> {
        self.of_kind(kind).filter(|node| holds(*node)).map(super::Place::node).collect()
    }

    /// For each node, whether something holds for it or for a node beneath it.
    pub(in crate::alignment) fn at_or_below(&self, holds: impl Fn(NodeIx) -> bool) -> Vec<bool> {
        let mut all = vec![false; self.plan.nodes().len()];
        for node in self.plan.order() {
            let below = |child: NodeIx| all.get(child.index()) == Some(&true);
            let found = holds(*node) || self.plan.children(*node).iter().any(|link| below(link.child));
            if let Some(place) = all.get_mut(node.index()) {
                *place = found;
            }
        }
        all
    }

    /// The known values of periods that are over, oldest first, each with its day.
    pub(in crate::alignment) fn known(&self, kpi: KpiIx) -> Vec<(Date, f64)> {
        let complete = (self.series)(kpi).iter().filter(|figure| figure.complete);
        complete.filter_map(|figure| Some((figure.at, figure.known()?))).collect()
    }

    /// What a node contributes to the mission; none without a weighted path.
    pub(in crate::alignment) fn contribution(&self, node: NodeIx) -> Option<f64> {
        self.alignment.contribution.get(node.index()).copied().flatten()
    }
}
