//! Trainings that are due again (P11).

use super::Owned;
use crate::board::{Board, Programme, Stage};
use crate::calendar::{Date, days_between};
use crate::plan::{KpiIx, NodeIx, OwnerIx, named};
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
        let due = |kpi| self.refresher(kpi, &programmes, owned, months);
        self.plan.kpi_indices().filter_map(due).collect()
    }

    fn refresher(
        &self,
        kpi: KpiIx,
        programmes: &[Programme],
        owned: &Owned,
        months: u32,
    ) -> Option<Refresher> {
        let trainings = || programmes.iter().filter(|each| self.trains(each.action, kpi));
        let coming =
            |each: &Programme| matches!(each.stage, Stage::Planned | Stage::Running | Stage::Overdue);
        if trainings().any(coming) {
            return None;
        }
        let ended = trainings().filter_map(|each| Some((each, each.end?)));
        let (last, ended) = ended.max_by_key(|(_, end)| *end)?;
        let outcome = last.kpis.iter().find(|each| each.kpi == kpi).map(|each| each.test.outcome);
        let since = months_between(ended, self.as_of());
        let why = match outcome {
            Some(Outcome::SlippedBack) => Why::SlippedBack,
            _ if since >= months => Why::LongAgo,
            _ => return None,
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
