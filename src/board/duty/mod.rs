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

impl OwnerCard {
    const fn of(owner: OwnerIx) -> Self {
        Self { owner, nodes: Vec::new(), kpis: Vec::new(), known: 0, stale: 0, standards: 0, missed: 0 }
    }
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
            // They are in the order of the KPIs, one each at most.
            let due = refreshers.binary_search_by_key(&standard.kpi, |each| each.kpi).ok();
            let due = due.and_then(|place| refreshers.get(place));
            let subject = |each: &Refresher| Some(crate::plan::Subject::Node(each.action));
            standard.advice.extend(due.map(|each| Advised {
                advice: Advice::Refresh,
                subject: subject(each),
                segment: None,
            }));
        }
        let owners = self.cards(&owned, &standards);
        Accountability { owners, unowned: self.unowned(), standards, refreshers }
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

    /// A card for each owner, in one walk over all that is owned.
    fn cards(&self, owned: &Owned, standards: &[Standard]) -> Vec<OwnerCard> {
        let owners = (0..self.plan.owners().len() as u32).map(OwnerIx);
        let mut cards: Vec<OwnerCard> = owners.map(OwnerCard::of).collect();
        for (ix, node) in self.plan.node_indices().zip(self.plan.nodes()) {
            for own in node.owners.iter().filter(|own| own.accountable) {
                let card = cards.get_mut(own.owner.index());
                // Once, however often he is named.
                if let Some(card) = card.filter(|card| card.nodes.last() != Some(&ix)) {
                    card.nodes.push(ix);
                }
            }
        }
        for kpi in self.plan.kpi_indices() {
            let Some(card) = owned.of_kpi(kpi).and_then(|owner| cards.get_mut(owner.index())) else {
                continue;
            };
            let score = self.scores.kpi(kpi);
            card.kpis.push(kpi);
            card.known += usize::from(score.part.is_some());
            card.stale += usize::from(score.freshness == Freshness::Stale);
        }
        for standard in standards {
            let Some(card) = standard.owner.and_then(|owner| cards.get_mut(owner.index())) else { continue };
            card.standards += 1;
            card.missed += usize::from(standard.state == StandardState::Missed);
        }
        cards
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
