//! Which number to ask for first.

use super::Status;

/// A number that is missing or stale, and whom to ask for it.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Chase {
    /// The KPI's id.
    pub kpi: String,
    /// The id of the node it measures.
    pub node: String,
    /// Its title in the plan's own words.
    pub title: String,
    /// `no-data`, `stale`, or `cannot-tell` where there is nothing to hold the value against.
    pub status: Status,
    /// Days since the end of the period of the value that is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<i32>,
    /// By how much knowing it narrows the mission's bounds, 0..1.
    pub narrows: f64,
    /// The owner's id: the KPI's, else who answers for its node.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
}
