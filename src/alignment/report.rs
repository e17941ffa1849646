//! What the alignment of a plan comes to.

use crate::error::Params;
use crate::plan::{IndexWeights, NodeIx};

/// The alignment of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Alignment {
    /// The weighted mean of the index metrics that exist; none where none does.
    pub index: Option<f64>,
    /// The weights as set.
    pub weights: IndexWeights,
    /// The metrics the index is made of.
    pub used: Vec<&'static str>,
    /// Every metric.
    pub metrics: Vec<Metric>,
    /// What each node contributes to the mission (AL-P), by [`NodeIx`]; none without a weighted path.
    pub contribution: Vec<Option<f64>>,
}

/// One metric.
#[derive(Clone, Debug, PartialEq)]
pub struct Metric {
    /// Its id, such as `AL-V`.
    pub id: &'static str,
    /// Its value; none where there is nothing to count.
    pub value: Option<f64>,
    /// What counts, over what is counted; none for a metric that is no share.
    pub ratio: Option<(f64, f64)>,
    /// What keeps it from 1.
    pub causes: Vec<Cause>,
}

/// One reason why a metric is below 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Cause {
    /// The stable code.
    pub code: &'static str,
    /// Where.
    pub node: NodeIx,
    /// What the sentence needs.
    pub params: Params,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The plan does not hold together.
    Error,
    /// Something is missing that the reader will miss.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A known pitfall found in the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule.
    pub id: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The id of the node: findings outlive the plan they were found in.
    pub node: String,
    /// What the sentence needs.
    pub params: Params,
    /// What to do, as a code.
    pub remedy: &'static str,
    /// The reason the plan gives for switching it off.
    pub off: Option<String>,
}
