//! Scenarios and what they would move, on their way out.

use super::Named;
use crate::board::{self, Board};
use crate::format::scenario::wire;
use crate::score::iso;
use crate::wasm::shape::shapes::shapes;
use crate::wasm::shape::{Bounds, InputKind, Status};

shapes! {
    /// What a scenario would move; the board itself stays as it is.
    Outlook {
        /// The scenario, as it can be kept and read again.
        scenario: wire::Scenario,
        /// The day the board is read at, as YYYY-MM-DD.
        as_of: String,
        /// The mission, whether it moves or not.
        mission: Shift,
        /// Every node that would move, the mission first.
        nodes: Vec<Shift>,
        /// Every KPI that would move.
        kpis: Vec<Shift>,
    }

    /// How something stands, and how it would.
    Shift {
        /// Its id.
        id: String,
        /// `kpi`, or the kind of node.
        kind: InputKind,
        /// Its title in the plan's own words.
        title: String,
        /// As it is.
        before: Stand,
        /// As it would be.
        after: Stand,
    }

    /// How something stands, or would.
    Stand {
        /// The status.
        status: Status,
        /// The score, 0..1.
        #[serde(skip_serializing_if = "Option::is_none")]
        score: Option<f64>,
        /// The pace, which the status is read from.
        #[serde(skip_serializing_if = "Option::is_none")]
        pace: Option<f64>,
        /// The value of a KPI, in its unit.
        #[serde(skip_serializing_if = "Option::is_none")]
        value: Option<f64>,
        /// The share of the weight that is known; of a KPI 0 or 1.
        coverage: f64,
        /// The score with every unknown at 0 and at 1.
        bounds: Bounds,
        /// How the actions at and below a node go, 0..1; absent where nothing is known of them.
        #[serde(skip_serializing_if = "Option::is_none")]
        execution: Option<f64>,
    }

    /// Several scenarios beside the truth and beside each other.
    ScenarioComparison {
        /// The day the board is read at, as YYYY-MM-DD.
        as_of: String,
        /// The scenarios, in the order given.
        scenarios: Vec<wire::Scenario>,
        /// The mission, then every other node, then every KPI that moves in one of them at least.
        rows: Vec<ScenarioRow>,
    }

    /// One node or KPI in all scenarios.
    ScenarioRow {
        /// Its id.
        id: String,
        /// `kpi`, or the kind of node.
        kind: InputKind,
        /// Its title in the plan's own words.
        title: String,
        /// As it is.
        actual: Stand,
        /// As it would be: one for each scenario, in their order.
        supposed: Vec<Stand>,
    }
}

impl Outlook {
    /// What a scenario would move on this board.
    #[must_use]
    pub fn of(board: &Board, from: &board::Outlook) -> Self {
        Self {
            scenario: (&from.scenario).into(),
            as_of: iso(from.as_of),
            mission: shift(board, &from.mission),
            nodes: from.nodes.iter().map(|each| shift(board, each)).collect(),
            kpis: from.kpis.iter().map(|each| shift(board, each)).collect(),
        }
    }
}

impl ScenarioComparison {
    /// Several scenarios on this board.
    #[must_use]
    pub fn of(board: &Board, from: &board::Compared) -> Self {
        let row = |row: &board::Row| {
            let Named { id, kind, title, .. } = Named::of(board, row.subject);
            let supposed = row.supposed.iter().map(|stand| (*stand).into()).collect();
            ScenarioRow { id, kind, title, actual: row.actual.into(), supposed }
        };
        Self {
            as_of: iso(from.as_of),
            scenarios: from.scenarios.iter().map(Into::into).collect(),
            rows: from.rows.iter().map(row).collect(),
        }
    }
}

fn shift(board: &Board, from: &board::Shift) -> Shift {
    let Named { id, kind, title, .. } = Named::of(board, from.subject);
    Shift { id, kind, title, before: from.before.into(), after: from.after.into() }
}

impl From<board::Stand> for Stand {
    fn from(from: board::Stand) -> Self {
        Self {
            status: from.status.into(),
            score: from.score,
            pace: from.pace,
            value: from.value,
            coverage: from.coverage,
            bounds: Bounds { low: from.low, high: from.high },
            execution: from.execution.and_then(|execution| execution.score),
        }
    }
}
