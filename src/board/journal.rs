//! The journal: what was recorded since the plan was written, kept for replay (P15).

use std::collections::BTreeMap;

use crate::calendar::Date;
use crate::error::{Issue, Pointer};
use crate::plan::{Entry, Plan, Record, Subject};

/// What a record, at a place in its list, is about in a plan.
///
/// # Errors
/// `unknown-reference` where the plan does not know it; `not-a-kpi`, `not-an-action` where it is
/// something else.
pub(super) fn subject_of(record: &Record, plan: &Plan, place: usize) -> Result<Subject, Issue> {
    let of_action = matches!(record.entry, Entry::Progress(_) | Entry::RemoveProgress);
    let issue = |code| {
        let at = Pointer::root().index(place).field(if of_action { "action" } else { "kpi" });
        Issue::new(code, at).with("id", record.subject.as_str())
    };
    match plan.find(&record.subject) {
        Some(subject @ Subject::Kpi(_)) if !of_action => Ok(subject),
        Some(Subject::Node(node)) if of_action && plan.node(node).action.is_some() => Ok(Subject::Node(node)),
        Some(_) => Err(issue(if of_action { "not-an-action" } else { "not-a-kpi" })),
        None => Err(match plan.nearest_id(&record.subject) {
            Some(nearest) => issue("unknown-reference").with("nearest", nearest),
            None => issue("unknown-reference"),
        }),
    }
}

/// What was recorded, the latest of each subject and day: replaying it gives the same board, and a page
/// that is fed for days does not grow.
#[derive(Clone, Debug, Default)]
pub(super) struct Journal {
    known: BTreeMap<(Subject, Date), Record>,
    /// About what the plan of now does not know; another plan may.
    strays: Vec<Record>,
}

impl Journal {
    /// Keeps a record in the place of the one of its subject and day.
    pub(super) fn keep(&mut self, subject: Subject, record: &Record) {
        self.known.insert((subject, record.at), record.clone());
    }

    /// Keeps a record about what the plan does not know.
    pub(super) fn keep_stray(&mut self, record: Record) {
        self.strays.push(record);
    }

    /// All records, those the plan knows first.
    pub(super) fn records(&self) -> impl Iterator<Item = &Record> {
        self.known.values().chain(&self.strays)
    }

    /// All records, to be kept anew.
    pub(super) fn into_records(self) -> impl Iterator<Item = Record> {
        self.known.into_values().chain(self.strays)
    }
}
