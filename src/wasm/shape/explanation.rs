//! How a number came about, down to its rows.

use serde::Serialize;

use super::{Figure, Interval, Kind, Params, Reason, Status};

/// How one number came about.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// The id of the node or KPI.
    pub subject: String,
    /// `node` or `kpi`.
    pub kind: &'static str,
    /// Its title in the plan's own words.
    pub title: String,
    /// How it stands.
    pub status: Status,
    /// Why.
    pub because: Reason,
    /// The number explained: a node's score, a KPI's value, unrounded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// The unit of `value`; absent for a score.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The score, 0..1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// The pace: for a KPI unclamped, for a node the mean of clamped paces.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pace: Option<f64>,
    /// The formula of the score, as a code: `linear`, `min-max`, `range`, `goal-red-flag`, `thresholds`, `binary`, `ordinal`, `piecewise`,
    /// `expression`, `met`; of a node `mean`, `min`, `max`, `worst`, `capped-sum`, `by-target`, `none`.
    pub formula: &'static str,
    /// The variant of the KPI's definition, as a code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// What is measured, as a code: the family of a computed KPI, `typed`, or `roll-up` for a node.
    pub definition: String,
    /// What went in, for a node.
    pub inputs: Vec<Input>,
    /// The share of the weight that is known, for a node.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coverage: Option<f64>,
    /// The score with every unknown at 0 and at 1, for a node.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bounds: Option<Bounds>,
    /// How many cases stand behind the value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n: Option<u64>,
    /// The value's interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<Interval>,
    /// Where the rows came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceNote>,
    /// The day the value was true, as YYYY-MM-DD.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// The day the board is read at, as YYYY-MM-DD.
    pub as_of: String,
    /// How the shown number is rounded.
    pub rounding: Rounding,
    /// The value as computed, before display rounding; the same as `value`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unrounded: Option<f64>,
    /// The last points of the series, for a KPI.
    pub recent: Vec<Figure>,
    /// The way from the rows to the status, step by step.
    pub steps: Vec<Step>,
}

/// One thing that went into a node's score.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Input {
    /// Its id.
    pub id: String,
    /// `kpi`, or the kind of node.
    pub kind: InputKind,
    /// Its title in the plan's own words.
    pub title: String,
    /// The weight of the KPI or the link.
    pub weight: f64,
    /// The share this parent gets; 1 for a KPI.
    pub share: f64,
    /// Weight × share over the total of what is known: its part in the score, 0..1; 0 where it is unknown.
    pub effective: f64,
    /// Its score.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// The pace it gives, clamped to 0..1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pace: Option<f64>,
    /// The share of it that is known.
    pub coverage: f64,
    /// How it stands.
    pub status: Status,
    /// effective × score: these add up to the node's score where it is a mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contribution: Option<f64>,
}

/// A KPI, or a kind of node.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum InputKind {
    /// A node.
    Node(Kind),
    /// A KPI, written `kpi`.
    Kpi(KpiWord),
}

/// The word `kpi`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum KpiWord {
    /// `kpi`.
    Kpi,
}

/// The score with every unknown at 0 and at 1.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Bounds {
    /// Every unknown at 0.
    pub low: f64,
    /// Every unknown at 1.
    pub high: f64,
}

/// Where the rows came from.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SourceNote {
    /// The source's id.
    pub id: String,
    /// Its name, as a reader knows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// SHA-256 of its bytes, in hexadecimal; of more than 1 MiB that of its parts, and how many they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hash: Option<String>,
    /// Rows read.
    pub read: u64,
    /// Rows used.
    pub used: u64,
    /// used ÷ read, 0..1; absent where nothing was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
}

/// How the shown number is rounded: on display only.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Rounding {
    /// `display-only`: statuses are decided on unrounded values.
    pub code: &'static str,
}

/// One step of the way.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// The stable code.
    pub code: &'static str,
    /// What the sentence needs.
    pub params: Params,
}
