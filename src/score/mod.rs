//! Progress, score, pace and status; the two channels up the tree (N17).
//!
//! Progress is always (v − b) ÷ (t − b). Score is 0 to 1 with 1 on target, and alone rolls up. Pace is
//! progress over the progress expected when the value was true, and gives the colour. **Outcome** is what
//! the KPIs say, **execution** how the actions go; they are never mixed.

mod bands;
mod course;
mod execution;
mod freshness;
mod function;
mod gate;
mod given;
mod kpi;
mod lists;
mod node;
mod other;
mod outcome;
mod overruled;
mod progress;
mod state;
mod status;
mod steady;
mod tree;

pub use bands::banded;
pub use course::expected;
pub use execution::{Effort, Going, distinct, expected_of_action, gathered, going};
pub use freshness::{allowed_age, freshness};
pub use function::{min_max, range, raw_score, reaches, target_met};
pub use gate::{Gate, gate};
pub use given::Given;
pub use kpi::{Setting, score_figure, score_kpi};
pub use node::{OwnAction, node_score};
pub use other::{Unscored, goal_red_flag};
pub use outcome::{Brought, Outcome, Rolling, outcome};
pub(crate) use outcome::{badness, enough};
pub use overruled::{Overridden, over_node};
pub use progress::progress;
pub(crate) use progress::ratio;
pub use state::{Execution, KpiScore, NodeScore, Part, Scores};
pub use status::{Because, Freshness, Status};
pub use tree::{Contributor, Source, Tree};

use crate::calendar::{Date, Granularity, Period};

/// A day as YYYY-MM-DD.
#[must_use]
pub fn iso(day: Date) -> String {
    Period::containing(day, Granularity::Day).label()
}
