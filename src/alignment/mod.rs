//! How well everything serves the mission: metrics, findings (A1, A2, A4).
//!
//! All but the finding `stale` follows from the plan alone, so it is computed once a plan.

mod bunching;
mod contribution;
mod evidence;
mod findings;
mod graph;
mod guards;
mod metrics;
mod pace;
mod report;
mod rules;
mod smart;

pub use bunching::{Bunching, bunching};
pub use contribution::{contribution, importance, part};
pub use evidence::{Evidence, EvidenceState, LAGS, SIGNIFICANCE, evidence};
pub use findings::{find, finding, stale};
pub use graph::{Below, Graph};
pub use guards::{Divergence, LEAST_PERIODS, divergence, guards_of};
pub use metrics::{align, align_below};
pub use pace::{Required, required};
pub use report::{Alignment, Cause, Finding, Metric, Severity};
pub use rules::{Look, Rule, Sight, THEMES, Theme, inspect};
pub use smart::{Check, Smart, SmartGoal, smart};
