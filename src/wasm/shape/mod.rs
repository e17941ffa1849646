//! What crosses the edge outwards, as plain serialisable shapes.
//!
//! The TypeScript types and their documentation are generated from these. Names are camelCase; what is
//! absent is left out, never `null`; statuses and codes are words that the message layer makes sentences of.

mod alignment;
mod change;
mod chase;
pub mod encode;
mod explanation;
mod failure;
mod figure;
pub mod geometry;
mod report;
mod scores;
mod word;

pub use alignment::{Alignment, Cause, Contribution, Finding, Metric, Off, Weights};
pub use change::{AlignmentMove, Change, Findings, Move, State};
pub use chase::Chase;
pub use explanation::{Bounds, Explanation, Input, InputKind, KpiWord, Rounding, SourceNote, Step};
pub use failure::{Failure, Fault};
pub use figure::{Figure, Interval, Provenance, Revision};
pub use report::{IngestReport, RowIssue};
pub use scores::{Execution, KpiScore, NodeScore, Parent, Scores};
pub use word::{Direction, Freshness, Kind, Param, Params, Reason, Severity, Status};
