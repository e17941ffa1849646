//! How well everything serves the mission: metrics, findings (A1, A2, A4).

mod report;

pub use report::{Alignment, Cause, Finding, Metric, Severity};
