//! Trainings that are due again (P11).

use std::collections::BTreeMap;

use super::Owned;
use crate::board::{Board, Programme, Stage};
use crate::calendar::{Date, days_between};
use crate::plan::{ActionKind, KpiIx, NodeIx, OwnerIx, named};
use crate::programme::Outcome;

named! {
    /// Why a training is due again.
    Why {
        /// Its KPI moved as hoped afterwards, and slipped back.
        SlippedBack = "slipped-back",
        /// No training for its KPI has ended for so many months, and none is planned or under way.
        LongAgo = "long-ago",
    }
}

/// A training that is due again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Refresher {
    /// The last training for the KPI.
    pub action: NodeIx,
    /// The KPI.
    pub kpi: KpiIx,
    /// Who answers for the KPI.
    pub owner: Option<OwnerIx>,
    /// Why.
    pub why: Why,
    /// The day that training ended.
    pub ended: Date,
    /// Whole months since.
    pub months: u32,
}

impl Board {
    /// For each KPI the last training that ended, where it is due again; none where another is planned or under way.
    pub(super) fn refreshers(&self, owned: &Owned, months: u32) -> Vec<Refresher> {
        let programmes = self.programmes().programmes;
        let mut trainings: BTreeMap<KpiIx, Vec<&Programme>> = BTreeMap::new();
        for each in programmes.iter().filter(|each| self.is_training(each.action)) {
            for trained in &each.kpis {
                trainings.entry(trained.kpi).or_default().push(each);
            }
        }
        let due = |(kpi, all): (&KpiIx, &Vec<&Programme>)| self.refresher(*kpi, all, owned, months);
        trainings.iter().filter_map(due).collect()
    }

    fn is_training(&self, action: NodeIx) -> bool {
        self.plan.node(action).action.as_ref().is_some_and(|facts| facts.kind == ActionKind::Training)
    }

    fn refresher(
        &self,
        kpi: KpiIx,
        trainings: &[&Programme],
        owned: &Owned,
        months: u32,
    ) -> Option<Refresher> {
        let coming =
            |each: &Programme| matches!(each.stage, Stage::Planned | Stage::Running | Stage::Overdue);
        if trainings.iter().copied().any(coming) {
            return None;
        }
        let slipped = |each: &Programme| {
            let tests = each.kpis.iter().find(|each| each.kpi == kpi).map(|each| each.test.outcome);
            tests == Some(Outcome::SlippedBack)
        };
        // Of those that ended on one day the one counts after which the KPI slipped back, then the first in the plan.
        let ended = trainings.iter().rev().filter_map(|each| Some((each.end?, slipped(each), *each)));
        let (ended, slipped, last) = ended.max_by_key(|(end, slipped, _)| (*end, *slipped))?;
        let since = months_between(ended, self.as_of());
        let why = match slipped {
            true => Why::SlippedBack,
            false if since >= months => Why::LongAgo,
            false => return None,
        };
        Some(Refresher { action: last.action, kpi, owner: owned.of_kpi(kpi), why, ended, months: since })
    }
}

/// Whole months from a day to a later one.
fn months_between(from: Date, to: Date) -> u32 {
    if days_between(from, to) <= 0 {
        return 0;
    }
    let months = i32::from(to.year() - from.year()) * 12 + i32::from(to.month()) - i32::from(from.month());
    u32::try_from(months - i32::from(to.day() < from.day())).unwrap_or(0)
}
