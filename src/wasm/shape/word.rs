//! The words every shape shares: status, freshness, severity, and a code with its parameters.

/// How a KPI or a node stands.
#[derive(schemars::JsonSchema)]
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

/// Whether a value is still to be trusted for its age.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Freshness {
    /// Within the update interval and its grace.
    Fresh,
    /// Older than that.
    Stale,
    /// The KPI names no update interval, so it never goes stale.
    NoInterval,
    /// There is no value.
    None,
}

/// What kind of node.
#[derive(schemars::JsonSchema)]
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

/// Which way a KPI should move.
#[derive(schemars::JsonSchema)]
#[schemars(rename = "KpiDirection")]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// Higher is better.
    Up,
    /// Lower is better.
    Down,
}

/// How much a finding matters.
#[derive(schemars::JsonSchema)]
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
#[derive(schemars::JsonSchema)]
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
#[derive(schemars::JsonSchema)]
#[schemars(transparent)]
pub struct Params(
    #[schemars(with = "std::collections::BTreeMap<String, Param>")] pub Vec<(&'static str, Param)>,
);

/// A code with its parameters: a sentence before words.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Reason {
    /// The stable code.
    pub code: &'static str,
    /// What the sentence needs.
    pub params: Params,
}
