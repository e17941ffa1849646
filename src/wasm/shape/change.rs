//! What a call moved.

use super::{Finding, Status};

/// What moved since the call before; what stayed is not in it.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// Nodes whose status, score or anything shown beside it moved.
    pub nodes: Vec<Move>,
    /// KPIs whose status, score or value moved.
    pub kpis: Vec<Move>,
    /// Findings that came and went.
    pub findings: Findings,
    /// The index before and after, where it moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alignment: Option<AlignmentMove>,
}

/// One node or KPI that moved.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Move {
    /// Its id.
    pub id: String,
    /// How it stood; absent where it is new.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<State>,
    /// How it stands; absent where it is gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<State>,
}

/// How something stood.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct State {
    /// The status.
    pub status: Status,
    /// The score, 0..1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// The value, for a KPI.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
}

/// Findings that came and went.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Findings {
    /// New ones.
    pub added: Vec<Finding>,
    /// Those that are gone.
    pub removed: Vec<Finding>,
}

/// The index before and after.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct AlignmentMove {
    /// Before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<f64>,
    /// After.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<f64>,
}
