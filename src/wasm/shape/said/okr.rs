//! Objectives and key results, on their way out.

use super::CheckedIn;
use crate::board::{self, Board, GradeBand};
use crate::plan::{NodeIx, Subject};
use crate::score::{enough, iso};
use crate::wasm::shape::Bounds;
use crate::wasm::shape::shapes::shapes;

shapes! {
    /// A cycle and how its objectives do.
    CycleGrade {
        /// Its id.
        id: String,
        /// As shown.
        title: String,
        /// The first day.
        start: String,
        /// The last day.
        end: String,
        /// `upcoming`, `running`, or `final`: the grades are then those of its last day, whatever came later.
        state: &'static str,
        /// The share of its days that is over, 0..1.
        elapsed: f64,
        /// The mean of the grades of its objectives that are known, 0..1.
        #[serde(skip_serializing_if = "Option::is_none")]
        grade: Option<f64>,
        /// `red` below 0.4, `amber` below 0.7, `green` from there; absent where too little is known of its objectives.
        #[serde(skip_serializing_if = "Option::is_none")]
        band: Option<&'static str>,
        /// The mean of what is known of its objectives, 0..1.
        coverage: f64,
        /// Its objectives, in the order of the plan.
        objectives: Vec<GradedObjective>,
    }

    /// A goal of a cycle.
    GradedObjective {
        /// The id of the goal.
        id: String,
        /// Its title in the plan's own words.
        title: String,
        /// The weighted mean of the grades of its key results that are known, 0..1.
        #[serde(skip_serializing_if = "Option::is_none")]
        grade: Option<f64>,
        /// `red`, `amber`, `green`, by the unrounded grade; absent where less is known than the plan needs (`coverageNeeded`).
        #[serde(skip_serializing_if = "Option::is_none")]
        band: Option<&'static str>,
        /// The share of the weight of its key results that is known.
        coverage: f64,
        /// The grade with every unknown at 0 and at 1.
        bounds: Bounds,
        /// Its KPIs.
        key_results: Vec<GradedKeyResult>,
        /// The ids of the objectives it serves, the nearest on each way up.
        parents: Vec<String>,
        /// Whether a way leads to the mission.
        aligned: bool,
        /// What check-ins say of it.
        check_in: CheckedIn,
    }

    /// A KPI of an objective.
    GradedKeyResult {
        /// The id of the KPI.
        id: String,
        /// Its title in the plan's own words.
        title: String,
        /// Its weight in the objective.
        weight: f64,
        /// Its value, in its unit.
        #[serde(skip_serializing_if = "Option::is_none")]
        value: Option<f64>,
        /// How far it came from its baseline to its target, unclamped.
        #[serde(skip_serializing_if = "Option::is_none")]
        progress: Option<f64>,
        /// Its grade, 0..1; absent where its value is missing or stale.
        #[serde(skip_serializing_if = "Option::is_none")]
        grade: Option<f64>,
        /// `red`, `amber`, `green`.
        #[serde(skip_serializing_if = "Option::is_none")]
        band: Option<&'static str>,
        /// How sure its owner is, by the last check-in on it.
        #[serde(skip_serializing_if = "Option::is_none")]
        confidence: Option<f64>,
    }
}

fn band(grade: Option<f64>) -> Option<&'static str> {
    grade.map(|grade| GradeBand::of(grade).name())
}

/// The band of what is known well enough: an unknown part never makes the rest look better.
fn sure_band(board: &Board, grade: Option<f64>, coverage: f64) -> Option<&'static str> {
    band(grade.filter(|_| enough(coverage, board.plan().settings().coverage_needed)))
}

impl CycleGrade {
    /// A cycle of a board's plan.
    #[must_use]
    pub fn of(board: &Board, from: board::Graded) -> Self {
        Self {
            id: from.cycle.id,
            title: from.cycle.title,
            start: iso(from.cycle.start),
            end: iso(from.cycle.end),
            state: from.state.name(),
            elapsed: from.elapsed,
            grade: from.grade,
            band: sure_band(board, from.grade, from.coverage),
            coverage: from.coverage,
            objectives: from.objectives.into_iter().map(|each| GradedObjective::of(board, each)).collect(),
        }
    }
}

impl GradedObjective {
    fn of(board: &Board, from: board::Objective) -> Self {
        let node = |ix: NodeIx| board.plan().node(ix);
        Self {
            id: node(from.node).id.clone(),
            title: node(from.node).title.clone(),
            grade: from.grade,
            band: sure_band(board, from.grade, from.coverage),
            coverage: from.coverage,
            bounds: Bounds { low: from.bounds.0, high: from.bounds.1 },
            key_results: from.key_results.iter().map(|each| GradedKeyResult::of(board, each)).collect(),
            parents: from.parents.iter().map(|parent| node(*parent).id.clone()).collect(),
            aligned: from.aligned,
            check_in: CheckedIn::of(board, from.checked),
        }
    }
}

impl GradedKeyResult {
    fn of(board: &Board, from: &board::KeyResult) -> Self {
        let subject = Subject::Kpi(from.kpi);
        Self {
            id: board.plan().id(subject).to_owned(),
            title: board.plan().title_of(subject).to_owned(),
            weight: from.weight,
            value: from.value,
            progress: from.progress,
            grade: from.grade,
            band: band(from.grade),
            confidence: from.confidence,
        }
    }
}
