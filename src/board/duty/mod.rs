//! Who answers for what, and how that stands (P11).

mod refreshers;
mod standards;

pub use refreshers::{Refresher, Why};
pub use standards::{Advice, Advised, Driver, Mixed, Standard, StandardState};

use super::Board;
use crate::plan::{KpiIx, NodeIx, OwnerIx};
use crate::score::Freshness;

/// Who answers for what.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Accountability {
    /// Every owner, in the order of the plan.
    pub owners: Vec<OwnerCard>,
    /// Every service standard.
    pub standards: Vec<Standard>,
    /// Trainings that are due again.
    pub refreshers: Vec<Refresher>,
    /// Goals, strategies and actions that nobody alone answers for.
    pub unowned: Vec<NodeIx>,
}

/// What an owner answers for.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnerCard {
    /// The owner.
    pub owner: OwnerIx,
    /// The nodes he alone or with others is accountable for.
    pub nodes: Vec<NodeIx>,
    /// The KPIs he is to be asked for: his own, and those without an owner of nodes he alone answers for.
    pub kpis: Vec<KpiIx>,
    /// How many of these have a value that counts.
    pub known: usize,
    /// How many have a value that is too old.
    pub stale: usize,
    /// How many of his KPIs are service standards.
    pub standards: usize,
    /// How many of those are missed.
    pub missed: usize,
}

/// Who answers for each KPI.
pub(in crate::board) struct Owned(Vec<Option<OwnerIx>>);

impl Owned {
    pub(in crate::board) fn of_kpi(&self, kpi: KpiIx) -> Option<OwnerIx> {
        self.0.get(kpi.index()).copied().flatten()
    }
}

impl Board {
    /// Who answers for what and how it stands: each owner's nodes and KPIs, service standards with what moved where they are
    /// missed, and trainings that are due again after so many months without one.
    ///
    /// ```
    /// use throughline::board::{Board, Options, StandardState};
    /// let plan = throughline::format::plan::decode(r#"{ "version": 1, "title": "Service",
    ///   "owners": [{ "id": "ana", "name": "Ana" }],
    ///   "mission": { "id": "m", "title": "Help", "kpis": [{ "id": "wait", "title": "Wait", "unit": "s", "owner": "ana",
    ///     "direction": "down", "target": 20, "standard": "Answer within 20 s",
    ///     "values": [{ "at": "2026-10-31", "value": 34 }] }] } }"#)?;
    /// let board = Board::open(plan, Options { as_of: throughline::calendar::Date::constant(2026, 11, 20) });
    /// let found = board.accountability(12);
    /// assert_eq!(found.standards[0].state, StandardState::Missed);
    /// assert_eq!((found.owners[0].standards, found.owners[0].missed), (1, 1));
    /// # Ok::<(), throughline::error::Error>(())
    /// ```
    #[must_use]
    pub fn accountability(&self, months: u32) -> Accountability {
        let owned = Owned(self.plan.kpi_indices().map(|kpi| self.answers_for(kpi)).collect());
        let mut standards = self.standards(&owned);
        let refreshers = self.refreshers(&owned, months);
        for standard in standards.iter_mut().filter(|each| each.state == StandardState::Missed) {
            let due = refreshers.iter().filter(|each| each.kpi == standard.kpi);
            let subject = |each: &Refresher| Some(crate::plan::Subject::Node(each.action));
            standard.advice.extend(due.map(|each| Advised {
                advice: Advice::Refresh,
                subject: subject(each),
                segment: None,
            }));
        }
        let owners =
            (0..self.plan.owners().len()).map(|at| self.card(OwnerIx(at as u32), &owned, &standards));
        Accountability { owners: owners.collect(), unowned: self.unowned(), standards, refreshers }
    }

    /// A KPI's owner, else whoever alone is accountable for its node.
    fn answers_for(&self, ix: KpiIx) -> Option<OwnerIx> {
        let kpi = self.plan.kpi(ix);
        let mut accountable = self.plan.node(kpi.node).owners.iter().filter(|own| own.accountable);
        let only = (accountable.next(), accountable.next());
        kpi.owner.or(match only {
            (Some(own), None) => Some(own.owner),
            _ => None,
        })
    }

    fn card(&self, owner: OwnerIx, owned: &Owned, standards: &[Standard]) -> OwnerCard {
        let kpis: Vec<KpiIx> =
            self.plan.kpi_indices().filter(|kpi| owned.of_kpi(*kpi) == Some(owner)).collect();
        let accountable = |node: &NodeIx| {
            self.plan.node(*node).owners.iter().any(|own| own.owner == owner && own.accountable)
        };
        let count = |holds: &dyn Fn(KpiIx) -> bool| kpis.iter().filter(|kpi| holds(**kpi)).count();
        let own = standards.iter().filter(|standard| standard.owner == Some(owner));
        OwnerCard {
            owner,
            nodes: self.plan.node_indices().filter(accountable).collect(),
            known: count(&|kpi| self.scores.kpi(kpi).part.is_some()),
            stale: count(&|kpi| self.scores.kpi(kpi).freshness == Freshness::Stale),
            standards: own.clone().count(),
            missed: own.filter(|standard| standard.state == StandardState::Missed).count(),
            kpis,
        }
    }

    /// Missions and visions belong to all; of everything else one alone is to answer.
    fn unowned(&self) -> Vec<NodeIx> {
        use crate::plan::NodeKind::{Action, Goal, Strategy};
        let alone = |node: &NodeIx| {
            let node = self.plan.node(*node);
            let accountable = node.owners.iter().filter(|own| own.accountable).count();
            matches!(node.kind, Goal | Strategy | Action) && accountable != 1
        };
        self.plan.node_indices().filter(alone).collect()
    }
}
