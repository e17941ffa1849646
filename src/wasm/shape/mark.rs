//! The words that only scores say: freshness and direction.

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
