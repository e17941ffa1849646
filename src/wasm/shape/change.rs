//! What a call moved.

use serde::Serialize;

use super::{Finding, Status};
use crate::board;

/// What moved since the call before; what stayed is not in it.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Findings {
    /// New ones.
    pub added: Vec<Finding>,
    /// Those that are gone.
    pub removed: Vec<Finding>,
}

/// The index before and after.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AlignmentMove {
    /// Before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<f64>,
    /// After.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<f64>,
}

impl From<&board::Change> for Change {
    fn from(change: &board::Change) -> Self {
        Self {
            nodes: change.nodes.iter().map(Into::into).collect(),
            kpis: change.kpis.iter().map(Into::into).collect(),
            findings: Findings {
                added: change.added.iter().map(Into::into).collect(),
                removed: change.removed.iter().map(Into::into).collect(),
            },
            alignment: change.alignment.map(|(before, after)| AlignmentMove { before, after }),
        }
    }
}

impl From<&board::Move> for Move {
    fn from(moved: &board::Move) -> Self {
        Self {
            id: moved.id.clone(),
            before: moved.before.map(Into::into),
            after: moved.after.map(Into::into),
        }
    }
}

impl From<board::State> for State {
    fn from(state: board::State) -> Self {
        Self { status: state.status.into(), score: state.score, value: state.value }
    }
}
