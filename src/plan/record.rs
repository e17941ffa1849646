//! Records: what is typed in after the plan was written (P15).

use super::Amount;
use crate::calendar::Date;

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
