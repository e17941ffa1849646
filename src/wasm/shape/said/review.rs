//! The review, on its way out.

use crate::board::{self, Board};
use crate::format::journal::wire::{RaisedFinding, StoodAt};
use crate::score::iso;
use crate::wasm::shape::shapes::shapes;
use crate::wasm::shape::{Finding, MovedScore, Params};

shapes! {
    /// When the plan is reviewed, and what changed since it was.
    ReviewReport {
        /// How often, as the plan says: `day`, `week`, `month`, `quarter`, `year`.
        #[serde(skip_serializing_if = "Option::is_none")]
        every: Option<&'static str>,
        /// The day of the last one, by the journal or the plan, as YYYY-MM-DD.
        #[serde(skip_serializing_if = "Option::is_none")]
        last: Option<String>,
        /// The last day on which the next one is in time.
        #[serde(skip_serializing_if = "Option::is_none")]
        next: Option<String>,
        /// Days since that day, where it is past.
        #[serde(skip_serializing_if = "Option::is_none")]
        late: Option<i32>,
        /// What changed since the last review of the journal; absent where it has none.
        #[serde(skip_serializing_if = "Option::is_none")]
        since: Option<ReviewSince>,
        /// Pitfalls that only a journal tells: `review-overdue`, `target-eased`.
        findings: Vec<Finding>,
        /// The findings that are open now: for the entry about a review of today.
        open: Vec<RaisedFinding>,
        /// How everything stands now, for the same.
        stood: Vec<StoodAt>,
    }

    /// What changed since a review.
    ReviewSince {
        /// The id of the entry of that review.
        review: String,
        /// Its day.
        at: String,
        /// The ids of the decisions since.
        decisions: Vec<String>,
        /// How many edits of the plan there were since.
        edits: u32,
        /// What stands otherwise than it did then.
        shifts: Vec<ReviewShift>,
        /// What moved the mission's score and each goal's, reading both days by the plan of today: a shift that is not among
        /// them came of the plan.
        moved: Vec<MovedScore>,
        /// The findings that are new; absent where the review did not keep those of its day.
        #[serde(skip_serializing_if = "Option::is_none")]
        opened: Option<Vec<Finding>>,
        /// The findings that are gone.
        #[serde(skip_serializing_if = "Option::is_none")]
        closed: Option<Vec<RaisedFinding>>,
        /// What the plan came to differ in; absent where the plan of that day was not given.
        #[serde(skip_serializing_if = "Option::is_none")]
        changes: Option<Vec<PlanChange>>,
    }

    /// What stands otherwise than at the review.
    ReviewShift {
        /// The id of a node or KPI.
        id: String,
        /// Its title in the plan's own words.
        title: String,
        /// How it stood; absent where it was not there.
        #[serde(skip_serializing_if = "Option::is_none")]
        before: Option<StoodAt>,
        /// How it stands; absent where it is gone.
        #[serde(skip_serializing_if = "Option::is_none")]
        after: Option<StoodAt>,
    }

    /// One difference between two plans.
    PlanChange {
        /// What changed, as a code: `target-eased`.
        code: &'static str,
        /// The id of the node or KPI; of what else a plan names (an owner, a cycle, a need) its own.
        id: String,
        /// Its title in the plan's own words.
        title: String,
        /// What the sentence needs: mostly `from` and `to`.
        params: Params,
    }
}

impl ReviewReport {
    /// The review of a board.
    #[must_use]
    pub fn of(board: &Board, from: &board::Review) -> Self {
        Self {
            every: from.reviews.map(|reviews| reviews.every.name()),
            last: from.last.map(iso),
            next: from.next.map(iso),
            late: from.late,
            since: from.since.as_ref().map(|since| ReviewSince::of(board, since)),
            findings: from.findings.iter().map(Into::into).collect(),
            open: from.open.iter().map(Into::into).collect(),
            stood: from.stood.iter().map(Into::into).collect(),
        }
    }
}

impl ReviewSince {
    fn of(board: &Board, from: &board::Since) -> Self {
        let shift = |each: &board::ReviewShift| ReviewShift {
            id: each.id.clone(),
            title: each.title.clone(),
            before: each.before.as_ref().map(Into::into),
            after: each.after.as_ref().map(Into::into),
        };
        Self {
            review: from.review.clone(),
            at: iso(from.at),
            decisions: from.decisions.clone(),
            edits: from.edits,
            shifts: from.shifts.iter().map(shift).collect(),
            moved: from.moved.iter().map(|each| MovedScore::of(board, each)).collect(),
            opened: from.opened.as_ref().map(|list| list.iter().map(Into::into).collect()),
            closed: from.closed.as_ref().map(|list| list.iter().map(Into::into).collect()),
            changes: from.changes.as_ref().map(|list| list.iter().map(Into::into).collect()),
        }
    }
}

impl From<&board::PlanChange> for PlanChange {
    fn from(from: &board::PlanChange) -> Self {
        Self {
            code: from.code,
            id: from.id.clone(),
            title: from.title.clone(),
            params: (&from.params).into(),
        }
    }
}
