//! The chase list: which missing or stale number to ask for first, and whom (U2).

use super::Board;
use crate::plan::{KpiIx, OwnerIx};
use crate::score::{Source, Status};
use crate::stats::put_in_order;

/// A number to ask for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chase {
    /// The KPI that is missing or stale.
    pub kpi: KpiIx,
    /// By how much knowing it narrows the mission's bounds, 0..1: its weight over its node's total times
    /// the node's contribution to the mission (exact where scores are means).
    pub narrows: f64,
    /// Whom to ask: the KPI's owner, else who answers for its node.
    pub owner: Option<OwnerIx>,
}

impl Board {
    /// What is missing or stale, the number that narrows the mission's bounds most first.
    #[must_use]
    pub fn chase(&self) -> Vec<Chase> {
        let unknown = self.plan.kpi_indices().filter(|kpi| {
            // A stale value may be kept in the score; the bounds do not know it all the same.
            let score = self.scores.kpi(*kpi);
            score.part.is_none() || score.status == Status::Stale
        });
        let mut list: Vec<Chase> = unknown
            .map(|kpi| Chase { kpi, narrows: self.narrows(kpi), owner: self.whom_to_ask(kpi) })
            .collect();
        put_in_order(&mut list, |one, other| other.narrows.total_cmp(&one.narrows));
        list
    }

    fn narrows(&self, ix: KpiIx) -> f64 {
        let kpi = self.plan.kpi(ix);
        let total = self.tree.total(kpi.node);
        let node = self.alignment.contribution.get(kpi.node.index()).copied().flatten();
        let contributors = self.tree.contributors(kpi.node);
        // KPIs stand first, in their order.
        let place = contributors.binary_search_by(|each| match each.of {
            Source::Kpi(own, _) => own.cmp(&ix),
            Source::Node(_) => std::cmp::Ordering::Greater,
        });
        let own = place.ok().and_then(|place| contributors.get(place));
        own.map_or(0.0, |own| own.weight / total * node.unwrap_or(0.0))
    }

    fn whom_to_ask(&self, ix: KpiIx) -> Option<OwnerIx> {
        let kpi = self.plan.kpi(ix);
        let accountable = || self.plan.node(kpi.node).owners.iter().find(|owner| owner.accountable);
        kpi.owner.or_else(|| accountable().map(|owner| owner.owner))
    }
}
