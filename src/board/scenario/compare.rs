//! Several scenarios side by side.

use super::Stand;
use crate::board::Board;
use crate::calendar::Date;
use crate::error::{Error, Issue};
use crate::plan::{Scenario, Subject};

/// Several scenarios beside the truth and beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The day of reading.
    pub as_of: Date,
    /// The scenarios, in the order given.
    pub scenarios: Vec<Scenario>,
    /// The mission, then every other node, then every KPI that moves in one of them at least.
    pub rows: Vec<Row>,
}

/// One node or KPI in all scenarios.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which.
    pub subject: Subject,
    /// As it is.
    pub actual: Stand,
    /// As it would be, a scenario each.
    pub supposed: Vec<Stand>,
}

impl Board {
    /// What each of several scenarios would make of everything that one of them moves.
    ///
    /// # Errors
    /// `scenario-invalid` with every issue of all of them, by their pointers into the list.
    #[inline(never)]
    pub fn compare_scenarios(&self, scenarios: &[Scenario]) -> Result<Compared, Error> {
        let mut issues: Vec<Issue> = Vec::new();
        let mut boards = Vec::with_capacity(scenarios.len());
        for scenario in scenarios {
            match self.supposing(&scenario.changes) {
                Ok(board) => boards.push(board),
                Err(error) => issues.extend_from_slice(error.issues()),
            }
        }
        if !issues.is_empty() {
            return Err(Error::new("scenario-invalid", issues));
        }
        let mission = Subject::Node(self.plan.mission());
        let nodes = self.plan.node_indices().map(Subject::Node).filter(|node| *node != mission);
        let kpis = self.plan.kpi_indices().map(Subject::Kpi);
        let row = |subject| Row {
            subject,
            actual: self.stand(subject),
            supposed: boards.iter().map(|board| board.stand(subject)).collect(),
        };
        let moves = |row: &Row| row.supposed.iter().any(|stand| *stand != row.actual);
        let others = nodes.chain(kpis).map(row).filter(moves);
        let rows = std::iter::once(row(mission)).chain(others).collect();
        Ok(Compared { as_of: self.as_of(), scenarios: scenarios.to_vec(), rows })
    }
}
