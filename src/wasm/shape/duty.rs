//! Who answers for what.

use super::shapes::shapes;
use crate::board::{self, Board};
use crate::plan::{KpiIx, NodeIx, OwnerIx, Plan, Subject};
use crate::score::{Scores, iso};
use crate::wasm::shape::Status;

shapes! {
    /// Who answers for what, and how that stands.
    Accountability {
        /// Every owner, in the order of the plan: never a ranking.
        owners: Vec<OwnerCard>,
        /// Every service standard.
        standards: Vec<ServiceStandard>,
        /// Trainings that are due again.
        refreshers: Vec<Refresher>,
        /// The ids of goals, strategies and actions that nobody alone answers for.
        unowned: Vec<String>,
    }

    /// What an owner answers for.
    OwnerCard {
        /// The owner's id.
        owner: String,
        /// The nodes the owner is accountable for.
        nodes: Vec<OwnedPart>,
        /// The KPIs to ask the owner for: those with this owner, and those without one of nodes that this owner alone answers for.
        kpis: Vec<OwnedPart>,
        /// How many of these have a value that counts.
        known: usize,
        /// That as a part of all, 0 to 1; absent without KPIs.
        #[serde(skip_serializing_if = "Option::is_none")]
        coverage: Option<f64>,
        /// How many have a value that is too old.
        stale: usize,
        /// How many are service standards.
        standards: usize,
        /// How many of those are missed.
        missed: usize,
    }

    /// A node or KPI of an owner.
    OwnedPart {
        /// Its id.
        id: String,
        /// How it stands.
        status: Status,
        /// The share of what is below a node that is known, 0 to 1; absent for a KPI.
        #[serde(skip_serializing_if = "Option::is_none")]
        coverage: Option<f64>,
        /// Days since the value of a KPI was true.
        #[serde(skip_serializing_if = "Option::is_none")]
        age: Option<i32>,
    }

    /// A service standard.
    ServiceStandard {
        /// The KPI's id.
        kpi: String,
        /// What is promised.
        standard: String,
        /// Who answers for it.
        #[serde(skip_serializing_if = "Option::is_none")]
        owner: Option<String>,
        /// `met`, `missed`, `cannot-tell` (its interval reaches over the target), `stale`, `no-data` or `no-target`.
        state: &'static str,
        /// The value.
        #[serde(skip_serializing_if = "Option::is_none")]
        value: Option<f64>,
        /// The target.
        #[serde(skip_serializing_if = "Option::is_none")]
        target: Option<f64>,
        /// How many complete periods in a row it has been missed, up to the last one.
        periods: usize,
        /// The last period in which it was met.
        #[serde(skip_serializing_if = "Option::is_none")]
        last_met: Option<String>,
        /// The KPIs that drive it, and what they did when it began to be missed.
        drivers: Vec<StandardDriver>,
        /// What the change since it was met is made of, by each dimension.
        mixes: Vec<StandardMix>,
        /// What can be done.
        advice: Vec<StandardAdvice>,
    }

    /// A KPI that drives a standard.
    StandardDriver {
        /// The KPI's id.
        kpi: String,
        /// What it did since the standard was last met: as a programme's outcome; `moved-against` is the wrong way.
        outcome: &'static str,
        /// Whether the numbers bear the link out: a state of evidence.
        #[serde(skip_serializing_if = "Option::is_none")]
        evidence: Option<&'static str>,
    }

    /// A change by the segments of a dimension.
    StandardMix {
        /// The dimension.
        by: String,
        /// By the segments' own figures, in the KPI's unit.
        rate: f64,
        /// By their shares of the cases.
        mix: f64,
        /// The segment that carries most of what got worse.
        #[serde(skip_serializing_if = "Option::is_none")]
        worst: Option<String>,
        /// How much it carries.
        #[serde(skip_serializing_if = "Option::is_none")]
        carries: Option<f64>,
    }

    /// Something to do about a missed standard.
    StandardAdvice {
        /// `act-on-driver`, `look-at-segment`, `catch-up`, `see-through`, `plan-action`, `refresh` or `ask-for-value`.
        code: &'static str,
        /// The id of the KPI or action.
        #[serde(skip_serializing_if = "Option::is_none")]
        id: Option<String>,
        /// The dimension.
        #[serde(skip_serializing_if = "Option::is_none")]
        by: Option<String>,
        /// The segment.
        #[serde(skip_serializing_if = "Option::is_none")]
        segment: Option<String>,
    }

    /// A training that is due again.
    Refresher {
        /// The id of the last training for the KPI.
        action: String,
        /// The KPI's id.
        kpi: String,
        /// Who answers for the KPI.
        #[serde(skip_serializing_if = "Option::is_none")]
        owner: Option<String>,
        /// `slipped-back` or `long-ago`.
        because: &'static str,
        /// The day that training ended.
        ended: String,
        /// Whole months since.
        months: u32,
    }
}

impl Accountability {
    /// That of a board.
    #[must_use]
    pub fn of(board: &Board, from: &board::Accountability) -> Self {
        let plan = board.plan();
        Self {
            owners: from.owners.iter().map(|each| card(plan, board.scores(), each)).collect(),
            standards: from.standards.iter().map(|each| standard(board, each)).collect(),
            refreshers: from.refreshers.iter().map(|each| refresher(plan, each)).collect(),
            unowned: from.unowned.iter().map(|node| plan.node(*node).id.clone()).collect(),
        }
    }
}

fn owner(plan: &Plan, owner: Option<OwnerIx>) -> Option<String> {
    owner.and_then(|owner| plan.owner(owner)).map(|owner| owner.id.clone())
}

fn card(plan: &Plan, scores: &Scores, from: &board::OwnerCard) -> OwnerCard {
    let node = |node: &NodeIx| {
        let score = scores.node(*node);
        let id = plan.node(*node).id.clone();
        OwnedPart { id, status: score.status.into(), coverage: Some(score.coverage), age: None }
    };
    let kpi = |kpi: &KpiIx| {
        let score = scores.kpi(*kpi);
        OwnedPart {
            id: plan.kpi(*kpi).id.clone(),
            status: score.status.into(),
            coverage: None,
            age: score.age,
        }
    };
    let all = from.kpis.len();
    OwnerCard {
        owner: owner(plan, Some(from.owner)).unwrap_or_default(),
        nodes: from.nodes.iter().map(node).collect(),
        kpis: from.kpis.iter().map(kpi).collect(),
        known: from.known,
        coverage: (all > 0).then(|| from.known as f64 / all as f64),
        stale: from.stale,
        standards: from.standards,
        missed: from.missed,
    }
}

fn standard(board: &Board, from: &board::Standard) -> ServiceStandard {
    let plan = board.plan();
    let kpi = plan.kpi(from.kpi);
    let driver = |driver: &board::Driver| StandardDriver {
        kpi: plan.kpi(driver.kpi).id.clone(),
        outcome: driver.outcome.name(),
        evidence: driver.evidence,
    };
    let mix = |mixed: &board::Mixed| {
        let (worst, carries) = mixed.worst.clone().unzip();
        StandardMix { by: mixed.by.clone(), rate: mixed.rate, mix: mixed.mix, worst, carries }
    };
    let advice = |advised: &board::Advised| {
        let (by, segment) = advised.segment.clone().unzip();
        let id = advised.subject.map(|subject: Subject| plan.id(subject).to_owned());
        StandardAdvice { code: advised.advice.name(), id, by, segment }
    };
    ServiceStandard {
        kpi: kpi.id.clone(),
        standard: kpi.standard.clone().unwrap_or_default(),
        owner: owner(plan, from.owner),
        state: from.state.name(),
        value: board.figure(from.kpi).known(),
        target: kpi.target,
        periods: from.periods,
        last_met: from.last_met.map(|period| period.label()),
        drivers: from.drivers.iter().map(driver).collect(),
        mixes: from.mixes.iter().map(mix).collect(),
        advice: from.advice.iter().map(advice).collect(),
    }
}

fn refresher(plan: &Plan, from: &board::Refresher) -> Refresher {
    Refresher {
        action: plan.node(from.action).id.clone(),
        kpi: plan.kpi(from.kpi).id.clone(),
        owner: owner(plan, from.owner),
        because: from.why.name(),
        ended: iso(from.ended),
        months: from.months,
    }
}
