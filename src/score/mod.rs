//! Progress, score, pace and status; the two channels up the tree (N17).
//!
//! Progress is always (v − b) ÷ (t − b). Score is 0 to 1 with 1 on target, and alone rolls up. Pace is
//! progress over the progress expected when the value was true, and gives the colour. **Outcome** is what
//! the KPIs say, **execution** how the actions go; they are never mixed.

mod state;
mod status;

pub use state::{Execution, KpiScore, NodeScore, Part, Scores};
pub use status::{Because, Freshness, Status};

use crate::calendar::{Date, Granularity, Period};

/// A day as YYYY-MM-DD.
#[must_use]
pub fn iso(day: Date) -> String {
    Period::containing(day, Granularity::Day).label()
}
