//! The types of what crosses the edge: what [`encode`](super::encode) writes and [`scene`](super::scene) reads.
//!
//! The schema and the TypeScript types with their documentation are generated from these; nothing shipped is made of
//! them. A test holds what is written and read to what stands here.

mod alignment;
mod change;
mod chase;
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
