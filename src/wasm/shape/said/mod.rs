//! What a journal comes to, on its way out.

mod check_ins;
mod loops;
mod okr;
mod review;

pub use check_ins::CheckedIn;
pub use loops::{FeedbackLoop, FeedbackLoops, LoopClosing, NodeClosing, UnknownAnswer};
pub use okr::{CycleGrade, GradedKeyResult, GradedObjective};
pub use review::{PlanChange, ReviewReport, ReviewShift, ReviewSince};
