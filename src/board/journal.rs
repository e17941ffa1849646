//! Records: what is typed in after the plan was written, kept for replay (P15).

use crate::calendar::Date;
use crate::error::{Issue, Pointer};
use crate::plan::{Amount, Plan, Subject};

/// One thing recorded. Records upsert by KPI (or action) and day.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The id of the KPI or action.
    pub subject: String,
    /// The day it was true: for a value the end of its period.
    pub at: Date,
    /// What was recorded.
    pub entry: Entry,
    /// Who recorded it, where the host said.
    pub actor: Option<String>,
}

/// What was recorded.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// A value of a KPI.
    Value {
        /// The value, or the counts it comes from.
        amount: Amount,
        /// How many cases stand behind it.
        n: Option<u64>,
        /// Its interval as (low, high).
        interval: Option<(f64, f64)>,
    },
    /// How much of an action is done, 0 to 1.
    Progress(f64),
    /// The KPI's value of that day is taken away.
    RemoveValue,
    /// The action's progress of that day is taken away.
    RemoveProgress,
}

impl Record {
    /// Whether the plan knows what is recorded about.
    ///
    /// # Errors
    /// `unknown-reference` where it does not, `not-an-action` where progress is of something else.
    pub(super) fn check(&self, plan: &Plan, at: &Pointer) -> Result<(), Issue> {
        let of_action = matches!(self.entry, Entry::Progress(_) | Entry::RemoveProgress);
        let at = at.field(if of_action { "action" } else { "kpi" });
        match plan.find(&self.subject) {
            Some(Subject::Kpi(_)) if !of_action => Ok(()),
            Some(Subject::Node(node)) if of_action && plan.node(node).action.is_some() => Ok(()),
            Some(_) if of_action => Err(Issue::new("not-an-action", at).with("id", self.subject.as_str())),
            Some(_) => Err(Issue::new("not-a-kpi", at).with("id", self.subject.as_str())),
            None => {
                let issue = Issue::new("unknown-reference", at).with("id", self.subject.as_str());
                Err(match plan.nearest_id(&self.subject) {
                    Some(nearest) => issue.with("nearest", nearest),
                    None => issue,
                })
            }
        }
    }
}
