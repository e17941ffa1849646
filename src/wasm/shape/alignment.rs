//! How well the plan hangs together: metrics and index.

use super::Params;

/// The alignment of a plan: every metric with its causes, and the index with its weights.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Alignment {
    /// The weighted mean of the metrics that exist, 0..1; absent where none does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub index: Option<f64>,
    /// The weights as set, by metric.
    pub weights: Weights,
    /// The metrics the index was made of; the others have nothing to count and the rest is renormalised.
    pub used: Vec<&'static str>,
    /// Every metric.
    pub metrics: Vec<Metric>,
    /// What each node contributes to the mission, 0..1 (AL-P), largest first.
    pub contribution: Vec<Contribution>,
}

/// The weight of each metric of the index, by its id.
#[derive(schemars::JsonSchema)]
#[schemars(transparent, inline)]
pub struct Weights(
    #[schemars(with = "std::collections::BTreeMap<String, f64>")] pub Vec<(&'static str, f64)>,
);

/// One metric of alignment.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Metric {
    /// `AL-V`, `AL-VW`, `AL-C`, `AL-M`, `AL-LL`, `AL-OWN`, `AL-T`, `AL-D`, `AL-E`.
    pub id: &'static str,
    /// Its value; absent where there is nothing to count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// What counts towards it; absent for a metric that is no share.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numerator: Option<f64>,
    /// What is counted over; absent for a metric that is no share.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denominator: Option<f64>,
    /// What keeps it from 1.
    pub causes: Vec<Cause>,
}

/// One reason why a metric is below 1.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Cause {
    /// The stable code.
    pub code: &'static str,
    /// The node's id.
    pub node: String,
    /// What the sentence needs.
    pub params: Params,
}

/// What one node contributes to the mission.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Contribution {
    /// The node's id.
    pub node: String,
    /// Its part in the mission's score, 0..1.
    pub value: f64,
}
