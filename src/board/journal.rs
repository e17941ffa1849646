//! The journal: what was recorded since the plan was written, kept for replay (P15).

use super::values::put;
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
    /// By node, as far as the last that was recorded about; in order of time.
    nodes: Vec<Vec<Kept>>,
    /// By KPI, the same.
    kpis: Vec<Vec<Kept>>,
    /// About what the plan of now does not know; another plan may.
    strays: Vec<Record>,
}

/// What of a record its subject does not say.
#[derive(Clone, Debug)]
struct Kept {
    at: Date,
    entry: Entry,
    actor: Option<String>,
}

impl Journal {
    /// Keeps a record in the place of the one of its subject and day.
    pub(super) fn keep(&mut self, subject: Subject, record: &Record) {
        let (lists, place) = match subject {
            Subject::Node(node) => (&mut self.nodes, node.index()),
            Subject::Kpi(kpi) => (&mut self.kpis, kpi.index()),
        };
        if lists.len() <= place {
            lists.resize_with(place + 1, Vec::new);
        }
        if let Some(list) = lists.get_mut(place) {
            let kept = Kept { at: record.at, entry: record.entry.clone(), actor: record.actor.clone() };
            put(list, kept, |each| each.at);
        }
    }

    /// Keeps a record about what the plan does not know.
    pub(super) fn keep_stray(&mut self, record: Record) {
        self.strays.push(record);
    }

    /// All records, those the plan knows first; the plan is the one they were kept on.
    pub(super) fn records(&self, plan: &Plan) -> Vec<Record> {
        let nodes = plan.node_indices().map(Subject::Node).zip(&self.nodes);
        let all = nodes.chain(plan.kpi_indices().map(Subject::Kpi).zip(&self.kpis));
        let mut records = Vec::new();
        for (subject, list) in all {
            records.extend(list.iter().map(|kept| Record {
                subject: plan.id(subject).to_owned(),
                at: kept.at,
                entry: kept.entry.clone(),
                actor: kept.actor.clone(),
            }));
        }
        records.extend(self.strays.iter().cloned());
        records
    }
}
