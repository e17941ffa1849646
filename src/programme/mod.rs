//! Did a programme's KPIs move? Before against after by the rules of the process-behaviour chart (P6).
//!
//! The natural limits of the periods before the start are carried on over the periods after the end, and the rules of
//! [`signal`](crate::signal) tell which of those stand out. What moves after a programme need not have moved by it: there is
//! no state that says so, other programmes of the same time are named beside it, and the guard of the KPI is tested as well.

mod outcome;
mod test;

pub use outcome::{Outcome, Reason, Side};
pub use test::{AFTER, Before, Seen, Stretch, Tested, test};
