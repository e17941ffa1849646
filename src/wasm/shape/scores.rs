//! Scores of every node and KPI at one day.

use super::{Direction, Freshness, Interval, Kind, Provenance, Reason, Status};

/// The scores of a board.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Scores {
    /// The day the board is read at, as YYYY-MM-DD.
    pub as_of: String,
    /// The id of the service mission.
    pub mission: String,
    /// Every node, in the order of the plan.
    pub nodes: Vec<NodeScore>,
    /// Every KPI, in the order of the plan.
    pub kpis: Vec<KpiScore>,
}

/// How a node stands: what its KPIs say (outcome) and how its actions go (execution), never mixed.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct NodeScore {
    /// The node's id.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Its title in the plan's own words.
    pub title: String,
    /// How it stands, by its rolled-up pace.
    pub status: Status,
    /// Why it stands so.
    pub because: Reason,
    /// The outcome, 0..1 with 1 = on target; absent where nothing is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// The outcome against the plan's course, 0..1, which the status is read from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pace: Option<f64>,
    /// How much of an action is done, as last reported, 0..1; absent for other nodes and where nobody reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<f64>,
    /// The share of the weight below that is known, 0..1.
    pub coverage: f64,
    /// The score were every unknown at 0.
    pub low: f64,
    /// The score were every unknown at 1.
    pub high: f64,
    /// The score of the leading KPIs alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leading: Option<f64>,
    /// The score of the lagging KPIs alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lagging: Option<f64>,
    /// How the distinct actions at and below the node go; absent where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub execution: Option<Execution>,
    /// What somebody set by hand.
    #[serde(rename = "override", skip_serializing_if = "Option::is_none")]
    pub overruled: Option<StandingOverride>,
    /// The perspective's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub perspective: Option<String>,
    /// The ids of its owners, the accountable first.
    pub owners: Vec<String>,
    /// What it serves.
    pub parents: Vec<Parent>,
    /// Its contribution to the mission, 0..1 (AL-P); absent where no weighted path leads there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contribution: Option<f64>,
    /// The longest path down from the mission: 0 for the mission, 1 right below; above the mission and apart from it 0.
    pub level: u32,
}

/// How the actions at and below a node go.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Execution {
    /// Mean over the distinct actions by effort, 0..1; absent where no progress is reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// The share of the effort whose progress is reported, 0..1.
    pub coverage: f64,
    /// The effort of the actions that count.
    pub effort: f64,
    /// How many distinct actions there are at and below the node.
    pub actions: u32,
    /// How many of them are done.
    pub done: u32,
}

/// A score or status set by hand. While it holds, the score or status beside it is this one: its provenance is
/// "overridden", whatever that of the value.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct StandingOverride {
    /// Whether it holds on the day the board is read at; after its last day it does nothing.
    pub holds: bool,
    /// The score that counts instead, 0..1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// The status shown instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Why.
    pub reason: String,
    /// Who set it.
    pub author: String,
    /// The last day it holds, as YYYY-MM-DD.
    pub expires: String,
}

/// One link upwards.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Parent {
    /// The parent's id.
    pub id: String,
    /// The weight of the link; 0 supports only.
    pub weight: f64,
    /// The share of the child that this parent gets.
    pub share: f64,
    /// Weight × share over the parent's total: this node's part in the parent, 0..1.
    pub effective: f64,
}

/// How a KPI stands.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct KpiScore {
    /// The KPI's id.
    pub id: String,
    /// The id of the node it measures.
    pub node: String,
    /// Its title in the plan's own words.
    pub title: String,
    /// Its unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Which way is better, stated or by the sign of target less baseline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// How it stands.
    pub status: Status,
    /// Why it stands so.
    pub because: Reason,
    /// The status before it went stale: the colour of the outline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<Status>,
    /// The value in the KPI's unit, unrounded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// How many cases stand behind the value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n: Option<u64>,
    /// The value's interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<Interval>,
    /// The day the value was true: the end of its period, as YYYY-MM-DD.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// The value's period, as 2026-10 or 2026-W41.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// Whether that period had ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub complete: Option<bool>,
    /// Days from the end of the value's period to the day the board is read at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<i32>,
    /// Whether the value is still to be trusted for its age.
    pub freshness: Freshness,
    /// The baseline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<f64>,
    /// The target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<f64>,
    /// (value − baseline) ÷ (target − baseline), unclamped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<f64>,
    /// The score by the KPI's function, clamped to 0..1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// Progress ÷ the progress expected when the value was true, unclamped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pace: Option<f64>,
    /// The progress expected when the value was true, 0..1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<f64>,
    /// What somebody set by hand.
    #[serde(rename = "override", skip_serializing_if = "Option::is_none")]
    pub overruled: Option<StandingOverride>,
    /// The move from the value before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<super::Revision>,
    /// Where the value comes from.
    pub provenance: Provenance,
    /// The relative error of an approximated value, as 0.01 for ±1 %.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approximation: Option<f64>,
}

/// The move from the value before.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Revision {
    /// The value before.
    pub from: f64,
    /// The value now.
    pub to: f64,
    /// `to` less `from`.
    pub delta: f64,
    /// The day the value before was true, as YYYY-MM-DD.
    pub since: String,
}
