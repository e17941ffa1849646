//! How a number came about, down to its rows.

use crate::calendar::Date;
use crate::error::Params;
use crate::kpi::Figure;
use crate::plan::Subject;

/// How one number came about; scores and titles are those of the board's subject.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The node or KPI.
    pub subject: Subject,
    /// The formula of the score, as a code.
    pub formula: &'static str,
    /// The variant of the definition, as a code.
    pub variant: Option<String>,
    /// What is measured, as a code.
    pub definition: &'static str,
    /// What went into a node.
    pub inputs: Vec<Input>,
    /// Where the rows came from.
    pub source: Option<SourceNote>,
    /// The last points of a KPI's series.
    pub recent: Vec<Figure>,
    /// The day of reading.
    pub as_of: Date,
    /// The way from the rows to the status.
    pub steps: Vec<Step>,
}

/// One thing that went into a node's score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Input {
    /// What it is.
    pub subject: Subject,
    /// The weight of the KPI or the link.
    pub weight: f64,
    /// The share this parent gets; 1 for a KPI.
    pub share: f64,
    /// Weight × share over the total of what is known; 0 where it is unknown.
    pub effective: f64,
    /// Effective × score; these add up to the node's score where it is a mean.
    pub contribution: Option<f64>,
}

/// Where rows came from.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceNote {
    /// The source's id.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// The hash of its bytes.
    pub hash: Option<String>,
    /// Rows read.
    pub read: u64,
    /// Rows used.
    pub used: u64,
}

/// One step of the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The stable code.
    pub code: &'static str,
    /// What the sentence needs.
    pub params: Params,
}
