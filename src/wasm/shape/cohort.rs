//! Customers by the period they came in.

use serde::Serialize;

use super::Interval;
use crate::kpi;

/// The customers who came in one period, and how many of them stayed.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Cohort {
    /// The period they came in, as `2026-10`.
    pub began: String,
    /// How many they were.
    pub customers: u64,
    /// The share still there at the end of that period, of the next, and so on.
    pub kept: Vec<Kept>,
}

/// The share of a cohort that is still there.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Kept {
    /// In percent.
    pub share: f64,
    /// Its 95 % interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<Interval>,
}

impl From<&kpi::Cohort> for Cohort {
    fn from(found: &kpi::Cohort) -> Self {
        let kept = found.kept.iter().filter_map(|kept| {
            let share = kept.value.as_ref().ok().copied()?;
            Some(Kept { share, interval: kept.interval.as_ref().map(Interval::from) })
        });
        Self { began: found.began.label(), customers: found.customers, kept: kept.collect() }
    }
}
