//! The words every shape shares: status, kind, severity, and a code with its parameters.

use serde::{Serialize, Serializer};

use crate::alignment;
use crate::error;
use crate::kpi::Missing;
use crate::plan::NodeKind;
use crate::score;

/// How a KPI or a node stands.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// At or above the on-track band.
    OnTrack,
    /// Between the at-risk and the on-track band.
    AtRisk,
    /// Below the at-risk band.
    OffTrack,
    /// Known too little to say: a band edge lies inside the interval, or coverage is too low.
    CannotTell,
    /// Older than its update interval and grace.
    Stale,
    /// No value at all.
    NoData,
    /// Its value was true before it starts.
    NotStarted,
    /// Due and met, or an action at progress 1.
    Done,
    /// No baseline, and the target is met.
    Met,
    /// No baseline, and the target is not met.
    NotMet,
}

/// What kind of node.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The mission of the company, above the service mission.
    CompanyMission,
    /// The service mission.
    Mission,
    /// The vision.
    Vision,
    /// An outcome to reach.
    Goal,
    /// The plan of attack for a goal.
    Strategy,
    /// What is done.
    Action,
}

/// How much a finding matters.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The plan does not hold together.
    Error,
    /// Something is missing that the reader will miss.
    Warning,
    /// Worth knowing.
    Note,
}

/// One parameter of a code.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Param {
    /// A word, an id, a date.
    Text(String),
    /// A finite number, unrounded.
    Number(f64),
    /// Several words or ids.
    List(Vec<String>),
}

/// The parameters of a code, by name.
#[derive(Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transparent))]
pub struct Params(
    #[cfg_attr(feature = "schema", schemars(with = "std::collections::BTreeMap<String, Param>"))]
    pub  Vec<(&'static str, Param)>,
);

/// A code with its parameters: a sentence before words.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Reason {
    /// The stable code.
    pub code: &'static str,
    /// What the sentence needs.
    pub params: Params,
}

impl From<score::Status> for Status {
    fn from(from: score::Status) -> Self {
        match from {
            score::Status::OnTrack => Self::OnTrack,
            score::Status::AtRisk => Self::AtRisk,
            score::Status::OffTrack => Self::OffTrack,
            score::Status::CannotTell => Self::CannotTell,
            score::Status::Stale => Self::Stale,
            score::Status::NoData => Self::NoData,
            score::Status::NotStarted => Self::NotStarted,
            score::Status::Done => Self::Done,
            score::Status::Met => Self::Met,
            score::Status::NotMet => Self::NotMet,
        }
    }
}

impl From<NodeKind> for Kind {
    fn from(from: NodeKind) -> Self {
        match from {
            NodeKind::CompanyMission => Self::CompanyMission,
            NodeKind::Mission => Self::Mission,
            NodeKind::Vision => Self::Vision,
            NodeKind::Goal => Self::Goal,
            NodeKind::Strategy => Self::Strategy,
            NodeKind::Action => Self::Action,
        }
    }
}

impl From<alignment::Severity> for Severity {
    fn from(from: alignment::Severity) -> Self {
        match from {
            alignment::Severity::Error => Self::Error,
            alignment::Severity::Warning => Self::Warning,
            alignment::Severity::Note => Self::Note,
        }
    }
}

impl Serialize for Params {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl From<&error::Param> for Param {
    fn from(value: &error::Param) -> Self {
        match value {
            error::Param::Text(text) => Self::Text(text.clone()),
            error::Param::Number(number) => Self::Number(*number),
            error::Param::List(list) => Self::List(list.clone()),
        }
    }
}

impl From<&error::Params> for Params {
    fn from(params: &error::Params) -> Self {
        Self(params.iter().map(|(name, each)| (name, each.into())).collect())
    }
}

impl From<&Missing> for Reason {
    fn from(why: &Missing) -> Self {
        Self::of(why.code, &why.params)
    }
}

impl Reason {
    /// A code with its parameters.
    pub(super) fn of(code: &'static str, params: &error::Params) -> Self {
        Self { code, params: params.into() }
    }
}
