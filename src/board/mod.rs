//! The live whole: plan, snapshot and journal, and all that is derived of them (C1).
//!
//! A change of data re-scores the KPIs it touches and, children first, the nodes above them as far as
//! anything moves; the result equals opening the board anew, bit for bit. Everything is kept flat, by the
//! positions of the plan.

mod beside;
mod chances;
mod change;
mod chase;
mod contribution;
mod duty;
mod explain;
mod explanation;
pub mod insight;
mod inspect;
mod intake;
mod journal;
mod live;
mod marks;
mod moved;
mod needs;
mod problems;
mod programmes;
mod receipt;
mod recognition;
mod said;
mod scenario;
mod sensitivity;
mod settle;
mod values;
mod variants;

pub use chances::Chance;
pub use change::{Change, Move, State};
pub use chase::Chase;
pub use contribution::{Contribution, Contributions};
pub use duty::{
    Accountability, Advice, Advised, Driver, Mixed, OwnerCard, Refresher, Standard, StandardState, Why,
};
pub use explanation::{Explanation, Input, SourceNote, Step};
pub use intake::Intake;
pub use live::{Arrival, Board, Options};
pub use moved::{Effects, Moved, Part};
pub use needs::{Needs, Quadrant, RankedNeed, SpotSummary};
pub use programmes::{Guarded, Programme, ProgrammeKpi, ProgrammeTotal, Programmes, Stage};
pub use receipt::Confirmed;
pub use recognition::{Recognised, Recognition};
pub use said::{
    CheckInState, CheckedIn, Closing, CycleState, GradeBand, Graded, KeyResult, Loop, LoopState, Loops,
    Objective, PlanChange, Review, ReviewShift, Since, plan_changes,
};
pub use scenario::{Compared, Outlook, Row, Shift, Stand};
pub use sensitivity::{Flip, LARGEST_FACTOR, Sensitivity, Swing, SwingEnd, Weight};
pub use variants::{Definition, Reckoning, Variants};

pub use crate::plan::{Entry, Record};
