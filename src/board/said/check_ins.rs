//! Check-ins: how sure people are, and whether they have said so in time (P8).

use std::collections::BTreeMap;

use crate::board::Board;
use crate::calendar::{Cycle, Date, Granularity, Period, days_between};
use crate::journal::{CheckIn, Entry, Journal, What};
use crate::plan::{NodeIx, NodeKind, Subject, named};
use crate::score::Status;

named! {
    /// Whether a check-in is in time.
    CheckInState {
        /// The last one is in time.
        Current = "current",
        /// The next one should have come.
        Overdue = "overdue",
        /// Nobody asks for one here: there is no interval, it has not begun, or it is done.
        NotDue = "not-due",
    }
}

/// What check-ins say of a node or KPI. Confidence is what people think; it is no score and goes into none.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedIn {
    /// The node or KPI.
    pub subject: Subject,
    /// How many check-ins there are.
    pub count: u32,
    /// The id of the last one.
    pub entry: Option<String>,
    /// The day of the last one.
    pub at: Option<Date>,
    /// How sure its owner is that the target will be reached, 0 to 1.
    pub confidence: Option<f64>,
    /// The confidence of the one before.
    pub previous: Option<f64>,
    /// How often one is due; of a KPI never: values have intervals of their own.
    pub every: Option<Granularity>,
    /// The last day on which the next one is in time.
    pub due: Option<Date>,
    /// Days since that day, where it is past.
    pub late: Option<i32>,
    /// Whether it is in time.
    pub state: CheckInState,
    /// What is to be shown of its health: `overdue`, whatever its score says, or its status.
    pub health: &'static str,
}

/// The check-ins on each id, in order of time.
pub(super) type Said<'j> = BTreeMap<&'j str, Vec<(&'j Entry, &'j CheckIn)>>;

impl Board {
    /// The check-ins up to the day of reading.
    pub(super) fn said<'j>(&self, journal: &'j Journal) -> Said<'j> {
        let mut said = Said::new();
        for entry in self.heard(journal) {
            if let (What::CheckIn(check_in), Some(about)) = (&entry.what, &entry.about) {
                said.entry(about).or_default().push((entry, check_in));
            }
        }
        said
    }

    /// What check-ins say of every node for which one is due, and of all else that somebody checked in on, in the order of
    /// the plan, nodes first.
    #[must_use]
    #[inline(never)]
    pub fn check_ins(&self, journal: &Journal) -> Vec<CheckedIn> {
        let said = self.said(journal);
        let nodes = self.plan().node_indices().map(Subject::Node);
        let all = nodes.chain(self.plan().kpi_indices().map(Subject::Kpi));
        let each = all.map(|subject| self.checked(subject, &said));
        each.filter(|each| each.count > 0 || each.every.is_some()).collect()
    }

    /// What check-ins say of one node or KPI.
    pub(super) fn checked(&self, subject: Subject, said: &Said<'_>) -> CheckedIn {
        let here = said.get(self.plan().id(subject)).map_or(&[][..], Vec::as_slice);
        let last = here.last();
        let before = here.len().checked_sub(2).and_then(|place| here.get(place));
        let at = last.map(|(entry, _)| entry.time.day());
        let status = self.status_of(subject);
        let every = self.asked_every(subject);
        let due = every.and_then(|every| self.due(subject, at, every));
        let over = self.is_over(subject, status);
        let late = due.filter(|due| *due < self.as_of() && !over).map(|due| days_between(due, self.as_of()));
        let state = match (late, due) {
            (Some(_), _) => CheckInState::Overdue,
            (None, Some(_)) if at.is_some() && !over => CheckInState::Current,
            _ => CheckInState::NotDue,
        };
        CheckedIn {
            subject,
            count: here.len() as u32,
            entry: last.map(|(entry, _)| entry.id.clone()),
            at,
            confidence: last.map(|(_, said)| said.confidence),
            previous: before.map(|(_, said)| said.confidence),
            every,
            due,
            late,
            state,
            health: if late.is_some() { CheckInState::Overdue.name() } else { status.code() },
        }
    }

    fn status_of(&self, subject: Subject) -> Status {
        match subject {
            Subject::Node(node) => self.scores().node(node).status,
            Subject::Kpi(kpi) => self.scores().kpi(kpi).status,
        }
    }

    /// How often a check-in is due: goals, strategies and actions as they say, else as the plan says; the mission only
    /// where it says so itself.
    fn asked_every(&self, subject: Subject) -> Option<Granularity> {
        let Subject::Node(node) = subject else { return None };
        let node = self.plan().node(node);
        let work = matches!(node.kind, NodeKind::Goal | NodeKind::Strategy | NodeKind::Action);
        node.check_ins.or_else(|| self.plan().rhythm().check_ins.filter(|_| work))
    }

    /// Where nobody ever checked in, the first is due in the period in which the node begins; one that does not say when
    /// that was has begun long since.
    fn due(&self, subject: Subject, last: Option<Date>, every: Granularity) -> Option<Date> {
        if let Some(last) = last {
            return self.next_due(last, every);
        }
        let cycle = Cycle { granularity: every, ..self.plan().cycle() };
        match self.begins(subject) {
            Some(start) => Some(Period::containing(start, cycle).last_day()),
            None => Period::containing(self.as_of(), cycle).previous().map(Period::last_day),
        }
    }

    fn begins(&self, subject: Subject) -> Option<Date> {
        let Subject::Node(node) = subject else { return None };
        let own = self.plan().node(node);
        own.start.or_else(|| self.cycle_of(node).map(|cycle| cycle.start))
    }

    /// What is done, or whose cycle is over, needs no more check-ins.
    fn is_over(&self, subject: Subject, status: Status) -> bool {
        let Subject::Node(node) = subject else { return true };
        let ended = |node: NodeIx| self.cycle_of(node).is_some_and(|cycle| cycle.end < self.as_of());
        status == Status::Done || ended(node)
    }
}
