//! A known pitfall found in a plan.

use serde::Serialize;

use super::{Params, Severity};
use crate::alignment;

/// A known pitfall found in the plan.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// The rule: `orphan`, `unmeasured-goal`, `no-owner`, `stale`, `no-interval`, `strategy-without-action`, `dates-outside-parent`;
    /// of `problems` also `guard-diverges`, `problem-metric-without-guard`, `bunching`; of `inspect` all that `rules` lists.
    pub id: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The node's id.
    pub node: String,
    /// What the sentence needs.
    pub params: Params,
    /// What to do, as a code.
    pub remedy: &'static str,
    /// There where the plan switches the finding off, with the reason it gives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub off: Option<Off>,
}

/// Why a finding is switched off.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Off {
    /// The reason in the plan's own words.
    pub reason: String,
}

impl From<&alignment::Finding> for Finding {
    fn from(finding: &alignment::Finding) -> Self {
        Self {
            id: finding.id,
            severity: finding.severity.into(),
            node: finding.node.clone(),
            params: (&finding.params).into(),
            remedy: finding.remedy,
            off: finding.off.clone().map(|reason| Off { reason }),
        }
    }
}
