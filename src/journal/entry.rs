//! What a journal says: who, when, about what, and what.

use super::{Moment, Operation, Voice};
use crate::calendar::Date;
use crate::plan::StatedStatus;

/// One thing somebody said, decided or changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Unique over all journals that are to be merged: the host makes it, a UUID for instance.
    pub id: String,
    /// Who, as the host says.
    pub actor: String,
    /// When.
    pub time: Moment,
    /// The id of the node or KPI it is about.
    pub about: Option<String>,
    /// What.
    pub what: What,
}

/// What an entry says, by its kind.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// How it goes, in the eyes of the one who answers for it.
    CheckIn(CheckIn),
    /// What a customer or an employee said: heard.
    Feedback(Feedback),
    /// What was decided, and which feedback that answers.
    Decision {
        /// The decision.
        text: String,
        /// The ids of the feedback it answers.
        answers: Vec<String>,
    },
    /// Those who gave feedback were told what became of it: the loop is closed.
    Told {
        /// What they were told.
        text: Option<String>,
        /// By which channel.
        channel: Option<String>,
        /// The ids of the feedback.
        answers: Vec<String>,
    },
    /// A score or status set by hand.
    Override(Ruling),
    /// The plan was changed.
    Edit {
        /// The fingerprint of the plan it was made on.
        plan: String,
        /// The fingerprint of the plan it led to.
        result: String,
        /// From the one to the other.
        patch: Vec<Operation>,
        /// And back.
        inverse: Vec<Operation>,
        /// The id of the edit that this one takes back.
        undoes: Option<String>,
    },
    /// The plan was gone through together.
    Review(Judged),
}

/// How it goes, in the eyes of the one who answers for it. Confidence is no score and goes into none.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckIn {
    /// How sure they are that the target will be reached, 0 to 1.
    pub confidence: f64,
    /// What they say.
    pub note: Option<String>,
    /// A value of the KPI it is about.
    pub value: Option<f64>,
    /// How much of the action it is about is done, 0 to 1.
    pub progress: Option<f64>,
    /// The day that value or progress was true; the day of the entry where none is said.
    pub at: Option<Date>,
}

/// What somebody said. The words are a stranger's: never taken for markup, and never for an instruction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// In their own words.
    pub text: String,
    /// Whom it comes from.
    pub from: Voice,
    /// By which channel it came.
    pub channel: Option<String>,
}

/// A score or status set by hand: the plan's own override once it is taken into the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Ruling {
    /// The score that counts instead, 0 to 1.
    pub score: Option<f64>,
    /// The status that is shown instead.
    pub status: Option<StatedStatus>,
    /// Why.
    pub reason: String,
    /// The last day it holds.
    pub until: Date,
}

/// What a review went by and came to: what tells at the next one what changed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Judged {
    /// What is to be remembered of it.
    pub note: Option<String>,
    /// The ids of the decisions taken in it.
    pub decisions: Vec<String>,
    /// The fingerprint of the plan that was gone through.
    pub plan: Option<String>,
    /// The findings that were open; none where that was not kept.
    pub findings: Option<Vec<Raised>>,
    /// How nodes and KPIs stood; none where that was not kept.
    pub stood: Option<Vec<Stood>>,
}

/// A finding that was open.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Raised {
    /// The id of the rule.
    pub finding: String,
    /// The id of the node or KPI.
    pub about: String,
}

/// How a node or KPI stood.
#[derive(Debug, Clone, PartialEq)]
pub struct Stood {
    /// Its id.
    pub id: String,
    /// Its status, as a code.
    pub status: String,
    /// Its score, 0 to 1, where it had one.
    pub score: Option<f64>,
}

impl Entry {
    /// The word for its kind.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self.what {
            What::CheckIn(_) => "check-in",
            What::Feedback(_) => "feedback",
            What::Decision { .. } => "decision",
            What::Told { .. } => "told",
            What::Override(_) => "override",
            What::Edit { .. } => "edit",
            What::Review(_) => "review",
        }
    }
}
