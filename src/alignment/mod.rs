//! How well everything serves the mission: metrics, findings (A1, A2, A4).
//!
//! All but the finding `stale` follows from the plan alone, so it is computed once a plan.

mod contribution;
mod findings;
mod graph;
mod metrics;
mod report;

pub use contribution::{contribution, importance, part};
pub use findings::{find, stale};
pub use graph::{Below, Graph};
pub use metrics::align;
pub use report::{Alignment, Cause, Finding, Metric, Severity};
