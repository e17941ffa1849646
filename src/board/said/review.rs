//! The review: when it is due, and what changed since the last one (P7).

use std::collections::{BTreeMap, BTreeSet};

use super::changes::{PlanChange, plan_changes};
use crate::alignment::{Finding, Severity, finding};
use crate::board::{Board, Moved};
use crate::calendar::{Date, days_between};
use crate::error::Param;
use crate::journal::{Entry, Journal, Judged, Raised, Stood, What};
use crate::plan::{FindingId, NodeIx, NodeKind, Plan, Reviews, Subject};
use crate::score::iso;

/// When the plan is reviewed, and what changed since it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// How often; none where the plan does not say.
    pub reviews: Option<Reviews>,
    /// The day of the last one, by the journal or the plan.
    pub last: Option<Date>,
    /// The last day on which the next one is in time.
    pub next: Option<Date>,
    /// Days since that day, where it is past.
    pub late: Option<i32>,
    /// What changed since the last one of the journal; none where it has none.
    pub since: Option<Since>,
    /// Pitfalls that only the journal tells: `review-overdue`, and `target-eased` where the plan of the last review was given.
    pub findings: Vec<Finding>,
    /// The findings that are open now: what an entry about a review of today has to keep.
    pub open: Vec<Raised>,
    /// How everything stands now, for the same.
    pub stood: Vec<Stood>,
}

/// What changed since a review.
#[derive(Clone, Debug, PartialEq)]
pub struct Since {
    /// The id of the entry of that review.
    pub review: String,
    /// Its day.
    pub at: Date,
    /// The ids of the decisions since, in order of time.
    pub decisions: Vec<String>,
    /// How many edits of the plan there were since.
    pub edits: u32,
    /// What stands otherwise than it did, where the review kept how it stood.
    pub shifts: Vec<ReviewShift>,
    /// Of the mission and each goal whose score moved: what moved it, by today's plan on both days.
    pub moved: Vec<Moved>,
    /// The findings that are new; none where the review did not keep those of its day.
    pub opened: Option<Vec<Finding>>,
    /// The findings that are gone.
    pub closed: Option<Vec<Raised>>,
    /// What the plan came to differ in; none where the plan of that day was not given.
    pub changes: Option<Vec<PlanChange>>,
}

/// What stands otherwise than at the review.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewShift {
    /// Its id.
    pub id: String,
    /// Its title; the id, where the plan does not have it any more.
    pub title: String,
    /// How it stood; none where it was not there.
    pub before: Option<Stood>,
    /// How it stands; none where it is gone.
    pub after: Option<Stood>,
}

/// A score moves by as much to be told: half of what a reader sees of a percentage.
const TOLD: f64 = 0.005;

impl Board {
    /// When the next review is due and what changed since the last; `before` is the plan of that day, where it is known.
    #[must_use]
    #[inline(never)]
    pub fn review(&self, journal: &Journal, before: Option<&Plan>) -> Review {
        let entries: Vec<&Entry> = self.heard(journal).collect();
        let reviews = self.plan().rhythm().reviews;
        let last = entries.iter().rev().find_map(|entry| match &entry.what {
            What::Review(judged) => Some((*entry, judged)),
            _ => None,
        });
        let told = reviews.and_then(|reviews| reviews.last).filter(|day| *day <= self.as_of());
        let day = last.map(|(entry, _)| entry.time.day()).max(told);
        let next = reviews.zip(day).and_then(|(reviews, day)| self.next_due(day, reviews.every));
        let findings: Vec<Finding> = self.inspect().into_iter().filter(|each| each.off.is_none()).collect();
        let mut open: Vec<Raised> = findings.iter().map(raised).collect();
        open.sort();
        open.dedup();
        let stood = self.stood();
        let since =
            last.map(|(entry, judged)| self.since(entry, judged, &entries, &findings, &stood, before));
        let late = next.filter(|next| *next < self.as_of()).map(|next| days_between(next, self.as_of()));
        let mut told: Vec<Finding> =
            next.zip(late).map(|(next, late)| self.review_overdue(next, late)).into_iter().collect();
        let changes = since.as_ref().and_then(|since| since.changes.as_deref()).unwrap_or_default();
        told.extend(changes.iter().filter_map(|change| self.target_eased(change)));
        Review { reviews, last: day, next, late, since, findings: told, open, stood }
    }

    fn review_overdue(&self, next: Date, late: i32) -> Finding {
        let at = Subject::Node(self.plan().mission());
        let mut found = finding(self.plan(), FindingId::ReviewOverdue, at, Severity::Warning, "hold-review");
        found.params = found.params.with("due", iso(next)).with("late", f64::from(late));
        found
    }

    fn target_eased(&self, change: &PlanChange) -> Option<Finding> {
        let at = self.plan().find(&change.id).filter(|_| change.code == "target-eased")?;
        let mut found = finding(self.plan(), FindingId::TargetEased, at, Severity::Warning, "say-why-eased");
        found.params.0.extend(change.params.0.iter().cloned());
        Some(found)
    }

    fn since(
        &self,
        entry: &Entry,
        judged: &Judged,
        entries: &[&Entry],
        findings: &[Finding],
        stood: &[Stood],
        before: Option<&Plan>,
    ) -> Since {
        // Entries are in order of time: what stands behind it came later, or was written down in the review itself.
        let later = || entries.iter().skip_while(|each| each.id != entry.id).skip(1);
        let in_review: BTreeSet<&str> = judged.decisions.iter().map(String::as_str).collect();
        let taken_then = |each: &&&Entry| !in_review.contains(each.id.as_str());
        let decisions =
            later().filter(|each| each.kind() == "decision").filter(taken_then).map(|each| each.id.clone());
        let known = judged.findings.as_ref().map(|list| list.iter().cloned().collect::<BTreeSet<_>>());
        let now: BTreeSet<Raised> = findings.iter().map(raised).collect();
        let at = entry.time.day();
        Since {
            review: entry.id.clone(),
            at,
            decisions: decisions.collect(),
            edits: later().filter(|each| each.kind() == "edit").count() as u32,
            shifts: judged.stood.as_deref().map(|then| self.shifts(then, stood)).unwrap_or_default(),
            moved: self.moved_since_review(at),
            opened: known.as_ref().map(|known| {
                findings.iter().filter(|each| !known.contains(&raised(each))).cloned().collect()
            }),
            closed: known.map(|known| known.difference(&now).cloned().collect()),
            changes: before.map(|before| plan_changes(before, self.plan())),
        }
    }

    /// The mission and the goals whose score is another than on that day.
    fn moved_since_review(&self, at: Date) -> Vec<Moved> {
        let of_kind =
            |node: &NodeIx| matches!(self.plan().node(*node).kind, NodeKind::Mission | NodeKind::Goal);
        let nodes = self.plan().node_indices().filter(of_kind);
        let before = self.beside_at(at);
        let moved =
            |node: &NodeIx| differs(before.scores().node(*node).score, self.scores().node(*node).score);
        nodes.filter(moved).map(|node| self.moved_from(&before, node)).collect()
    }

    /// How every node and KPI stands.
    fn stood(&self) -> Vec<Stood> {
        let nodes = self.plan().node_indices().map(Subject::Node);
        let all = nodes.chain(self.plan().kpi_indices().map(Subject::Kpi));
        all.map(|subject| {
            let (status, score) = match subject {
                Subject::Node(node) => {
                    let node = self.scores().node(node);
                    (node.status, node.score)
                }
                Subject::Kpi(kpi) => {
                    let kpi = self.scores().kpi(kpi);
                    (kpi.status, kpi.part.map(|part| part.score))
                }
            };
            Stood { id: self.plan().id(subject).to_owned(), status: status.code().to_owned(), score }
        })
        .collect()
    }

    fn shifts(&self, then: &[Stood], now: &[Stood]) -> Vec<ReviewShift> {
        let found = |id: &str| self.plan().find(id).map(|subject| self.plan().title_of(subject).to_owned());
        let title = |id: &str| found(id).unwrap_or_else(|| id.to_owned());
        let [was, is] = [then, now].map(by_id);
        let gone = then.iter().filter(|each| !is.contains_key(each.id.as_str()));
        let all = now.iter().chain(gone);
        all.map(|each| ReviewShift {
            id: each.id.clone(),
            title: title(&each.id),
            before: was.get(each.id.as_str()).map(|stood| (*stood).clone()),
            after: is.get(each.id.as_str()).map(|stood| (*stood).clone()),
        })
        .filter(|shift| match (&shift.before, &shift.after) {
            (Some(before), Some(after)) => {
                before.status != after.status || differs(before.score, after.score)
            }
            _ => true,
        })
        .collect()
    }
}

fn by_id(list: &[Stood]) -> BTreeMap<&str, &Stood> {
    list.iter().map(|each| (each.id.as_str(), each)).collect()
}

fn differs(before: Option<f64>, after: Option<f64>) -> bool {
    match (before, after) {
        (Some(before), Some(after)) => (before - after).abs() >= TOLD,
        (before, after) => before.is_some() != after.is_some(),
    }
}

/// A finding by what makes it the same one later: its rule, and what it is about.
fn raised(finding: &Finding) -> Raised {
    let kpi = match finding.params.get("kpi") {
        Some(Param::Text(kpi)) => Some(kpi.clone()),
        _ => None,
    };
    Raised { finding: finding.id.to_owned(), about: kpi.unwrap_or_else(|| finding.node.clone()) }
}
