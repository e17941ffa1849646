//! What if: other numbers beside the truth, never in it (N17, N16).
//!
//! A scenario is scored on a second board that shares nothing that could be written to. Weights, shares,
//! baselines, targets and efforts are changed in its plan, progress is reported on the day of reading, and
//! then the values supposed take the place of the KPIs' figures. So a scenario without changes moves nothing,
//! and one that only changes the plan gives what a board opened on that plan would give.

mod apply;
mod compare;
mod staff;

pub use compare::{Compared, Row};

use super::Board;
use crate::calendar::Date;
use crate::error::Error;
use crate::plan::{Scenario, Subject};
use crate::score::{Execution, Status};

/// What a scenario would move.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// The scenario.
    pub scenario: Scenario,
    /// The day of reading.
    pub as_of: Date,
    /// The mission, whether it moved or not.
    pub mission: Shift,
    /// Every node that would move, the mission first.
    pub nodes: Vec<Shift>,
    /// Every KPI that would move.
    pub kpis: Vec<Shift>,
}

/// How something stands, and how it would.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shift {
    /// The node or KPI.
    pub subject: Subject,
    /// As it is.
    pub before: Stand,
    /// As it would be.
    pub after: Stand,
}

/// How something stands: scores, coverage and bounds from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stand {
    /// The status.
    pub status: Status,
    /// The score.
    pub score: Option<f64>,
    /// The pace, which the status is read from.
    pub pace: Option<f64>,
    /// The value of a KPI, in its unit.
    pub value: Option<f64>,
    /// The share of the weight that is known; of a KPI 0 or 1.
    pub coverage: f64,
    /// The score were everything unknown at 0.
    pub low: f64,
    /// The score were everything unknown at 1.
    pub high: f64,
    /// How the actions go.
    pub execution: Option<Execution>,
}

impl Board {
    /// What a scenario would move. The board itself is not touched.
    ///
    /// # Errors
    /// `scenario-invalid` with every issue and its pointer into the scenario.
    ///
    /// ```
    /// use throughline::board::{Board, Options};
    /// use throughline::format::{plan, scenario};
    /// let plan = plan::decode(r#"{ "version": 1, "title": "T", "mission": { "id": "m", "title": "M",
    ///   "kpis": [{ "id": "reply", "title": "Reply", "unit": "h", "baseline": 8, "target": 2,
    ///     "values": [{ "at": "2026-10-31", "value": 5 }] }] } }"#)?;
    /// let board = Board::open(plan, Options { as_of: throughline::calendar::Date::constant(2026, 11, 1) });
    /// let what = r#"{ "version": 1, "name": "Faster", "changes": [{ "kpi": "reply", "value": 2 }] }"#;
    /// let outlook = board.scenario(&scenario::decode(what)?)?;
    /// assert_eq!((outlook.mission.before.score, outlook.mission.after.score), (Some(0.5), Some(1.0)));
    /// # Ok::<(), throughline::error::Error>(())
    /// ```
    #[inline(never)]
    pub fn scenario(&self, scenario: &Scenario) -> Result<Outlook, Error> {
        let other = self.supposing(&scenario.changes)?;
        let shift = |subject| Shift { subject, before: self.stand(subject), after: other.stand(subject) };
        let moved = |shift: &Shift| shift.before != shift.after;
        let mission = Subject::Node(self.plan.mission());
        let nodes = self.plan.node_indices().map(Subject::Node).filter(|node| *node != mission);
        let kpis = self.plan.kpi_indices().map(Subject::Kpi);
        Ok(Outlook {
            scenario: scenario.clone(),
            as_of: self.as_of(),
            mission: shift(mission),
            nodes: std::iter::once(mission).chain(nodes).map(shift).filter(moved).collect(),
            kpis: kpis.map(shift).filter(moved).collect(),
        })
    }

    /// How something stands.
    pub(super) fn stand(&self, subject: Subject) -> Stand {
        let (score, low, high) = self.standing_of(subject);
        match subject {
            Subject::Kpi(ix) => {
                let kpi = self.scores.kpi(ix);
                Stand {
                    status: kpi.status,
                    score: kpi.score,
                    pace: kpi.pace,
                    value: self.figure(ix).known(),
                    coverage: f64::from(u8::from(score.is_some())),
                    low,
                    high,
                    execution: None,
                }
            }
            Subject::Node(ix) => {
                let node = self.scores.node(ix);
                let (status, pace, coverage) = (node.status, node.pace, node.coverage);
                Stand { status, score, pace, value: None, coverage, low, high, execution: node.execution }
            }
        }
    }
}
