//! What a journal comes to beside a plan and its numbers: loops, check-ins, objectives, the review (P5, P7, P8).
//!
//! The journal is handed in with each question and never kept: a first picture does without. Only entries up to the day of
//! reading count, so that a board that is read at an earlier day tells how it stood then.

mod changes;
mod check_ins;
mod cycles;
mod loops;
mod review;

pub use changes::{PlanChange, plan_changes};
pub use check_ins::{CheckInState, CheckedIn};
pub use cycles::{CycleState, GradeBand, Graded, KeyResult, Objective};
pub use loops::{Closing, Loop, LoopState, Loops};
pub use review::{Review, ReviewShift, Since};

use super::Board;
use crate::calendar::{Cycle, Date, Granularity, Period};
use crate::journal::{Entry, Journal};

impl Board {
    /// The entries up to the day of reading, in order of time.
    fn heard<'j>(&self, journal: &'j Journal) -> impl Iterator<Item = &'j Entry> + use<'j> {
        let as_of = self.as_of();
        journal.entries().iter().filter(move |entry| entry.time.day() <= as_of)
    }

    /// The last day on which the next of something is in time, where one is due each period and the last was on a day: one a
    /// period, so the end of the period after.
    fn next_due(&self, last: Date, every: Granularity) -> Option<Date> {
        let cycle = Cycle { granularity: every, ..self.plan().cycle() };
        Period::containing(last, cycle).next().map(Period::last_day)
    }
}
