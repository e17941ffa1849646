//! Objectives and key results: goals of a cycle and their KPIs, graded 0 to 1 (P8).

use std::collections::BTreeSet;

use super::CheckedIn;
use super::check_ins::Said;
use crate::board::Board;
use crate::calendar::days_between;
use crate::journal::Journal;
use crate::plan::{KpiIx, NodeIx, NodeKind, OkrCycle, Subject, named};
use crate::score::{KpiScore, Status};

named! {
    /// The colour of a grade. Each begins where the one before ends: no grade falls between.
    GradeBand {
        /// Below 0.4.
        Red = "red",
        /// From 0.4, below 0.7.
        Amber = "amber",
        /// From 0.7: an ambitious objective is done well.
        Green = "green",
    }
}

impl GradeBand {
    /// The band of a grade, unrounded.
    ///
    /// ```
    /// use throughline::board::GradeBand;
    /// let of = |grade| GradeBand::of(grade).name();
    /// assert_eq!([0.0, 0.3999, 0.4, 0.65, 0.6999, 0.7, 1.0].map(of),
    ///     ["red", "red", "amber", "amber", "amber", "green", "green"]);
    /// ```
    #[must_use]
    pub fn of(grade: f64) -> Self {
        if grade >= 0.7 {
            Self::Green
        } else if grade >= 0.4 {
            Self::Amber
        } else {
            Self::Red
        }
    }
}

named! {
    /// Where a cycle stands.
    CycleState {
        /// It has not begun.
        Upcoming = "upcoming",
        /// It is under way.
        Running = "running",
        /// It is over: its grades are those of its last day, whatever came later.
        Final = "final",
    }
}

/// A cycle and how its objectives do.
#[derive(Clone, Debug, PartialEq)]
pub struct Graded {
    /// The cycle.
    pub cycle: OkrCycle,
    /// Where it stands.
    pub state: CycleState,
    /// The share of its days that is over, the day of reading included.
    pub elapsed: f64,
    /// The mean of the grades of its objectives; none where none is known.
    pub grade: Option<f64>,
    /// The mean of what is known of its objectives, 0 to 1; 0 without any.
    pub coverage: f64,
    /// Its objectives, in the order of the plan.
    pub objectives: Vec<Objective>,
}

/// A goal of a cycle.
#[derive(Clone, Debug, PartialEq)]
pub struct Objective {
    /// The goal.
    pub node: NodeIx,
    /// The weighted mean of the grades of its key results that are known; none where none is.
    pub grade: Option<f64>,
    /// The share of the weight of its key results that is known, 0 to 1.
    pub coverage: f64,
    /// The grade were every unknown key result at 0, and at 1.
    pub bounds: (f64, f64),
    /// Its KPIs.
    pub key_results: Vec<KeyResult>,
    /// The objectives it serves, the nearest on each way up; none where it serves none.
    pub parents: Vec<NodeIx>,
    /// Whether its way leads to the mission.
    pub aligned: bool,
    /// What check-ins say of it.
    pub checked: CheckedIn,
}

/// A KPI of an objective.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyResult {
    /// The KPI.
    pub kpi: KpiIx,
    /// Its weight in the objective.
    pub weight: f64,
    /// Its value on that day.
    pub value: Option<f64>,
    /// How far it came from its baseline to its target, unclamped.
    pub progress: Option<f64>,
    /// Progress held within 0 and 1, or the score where it has no baseline; none where its value is missing or stale.
    pub grade: Option<f64>,
    /// How sure its owner is, by the last check-in on it.
    pub confidence: Option<f64>,
}

impl Board {
    /// The cycle of a goal.
    pub(super) fn cycle_of(&self, node: NodeIx) -> Option<&OkrCycle> {
        self.plan().rhythm().cycles.get(self.plan().node(node).cycle? as usize)
    }

    /// Every cycle of the plan with its objectives.
    #[must_use]
    #[inline(never)]
    pub fn okr(&self, journal: &Journal) -> Vec<Graded> {
        let said = self.said(journal);
        let cycles = self.plan().rhythm().cycles.iter().enumerate();
        cycles.map(|(place, cycle)| self.graded(place as u32, cycle, &said)).collect()
    }

    fn graded(&self, place: u32, cycle: &OkrCycle, said: &Said<'_>) -> Graded {
        let as_of = self.as_of();
        let state = if as_of < cycle.start {
            CycleState::Upcoming
        } else if as_of <= cycle.end {
            CycleState::Running
        } else {
            CycleState::Final
        };
        // Grades of a cycle that is over stay as they were on its last day.
        let then = (state == CycleState::Final).then(|| self.beside_at(cycle.end));
        let board = then.as_ref().unwrap_or(self);
        let goals = self.plan().node_indices().filter(|node| self.plan().node(*node).cycle == Some(place));
        let objectives: Vec<_> = goals.map(|node| self.objective(board, node, said)).collect();
        let known: Vec<f64> = objectives.iter().filter_map(|each| each.grade).collect();
        let covered: f64 = objectives.iter().map(|each| each.coverage).sum();
        let length = f64::from(days_between(cycle.start, cycle.end) + 1);
        let gone = f64::from(days_between(cycle.start, as_of.min(cycle.end)) + 1);
        Graded {
            cycle: cycle.clone(),
            state,
            elapsed: (gone / length).clamp(0.0, 1.0),
            grade: (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64),
            coverage: covered / objectives.len().max(1) as f64,
            objectives,
        }
    }

    fn objective(&self, board: &Self, node: NodeIx, said: &Said<'_>) -> Objective {
        let confidence = |kpi| self.checked(Subject::Kpi(kpi), said).confidence;
        let key_results: Vec<KeyResult> = self
            .plan()
            .kpis_of(node)
            .iter()
            .map(|kpi| {
                let score = board.scores().kpi(*kpi);
                KeyResult {
                    kpi: *kpi,
                    weight: self.plan().kpi(*kpi).weight,
                    value: board.figure(*kpi).known(),
                    progress: score.progress,
                    grade: grade_of(score),
                    confidence: confidence(*kpi),
                }
            })
            .collect();
        let total: f64 = key_results.iter().map(|each| each.weight).sum();
        let known = || key_results.iter().filter_map(|each| Some((each.weight, each.grade?)));
        let weight: f64 = known().map(|(weight, _)| weight).sum();
        let points: f64 = known().map(|(weight, grade)| weight * grade).sum();
        let missing = if total > 0.0 { (total - weight) / total } else { 1.0 };
        let low = if total > 0.0 { points / total } else { 0.0 };
        Objective {
            node,
            grade: (weight > 0.0).then(|| points / weight),
            coverage: 1.0 - missing,
            bounds: (low, (low + missing).min(1.0)),
            key_results,
            parents: self.objectives_above(node),
            aligned: self.graph.reaches(node),
            checked: self.checked(Subject::Node(node), said),
        }
    }

    /// The nearest objectives on each way up, in the order of the plan.
    fn objectives_above(&self, node: NodeIx) -> Vec<NodeIx> {
        let (mut above, mut seen) = (Vec::new(), BTreeSet::from([node]));
        let mut next = vec![node];
        while let Some(child) = next.pop() {
            for link in self.plan().parents(child) {
                let parent = link.parent;
                if !seen.insert(parent) {
                    continue;
                }
                let of = self.plan().node(parent);
                if of.kind == NodeKind::Goal && of.cycle.is_some() {
                    above.push(parent);
                } else {
                    next.push(parent);
                }
            }
        }
        above.sort_unstable();
        above
    }
}

/// A grade is how far a key result came. What is not known has none: never 0.
fn grade_of(score: &KpiScore) -> Option<f64> {
    if score.status == Status::Stale || score.part.is_none() {
        return None;
    }
    score.progress.or(score.score).map(|grade| grade.clamp(0.0, 1.0))
}
