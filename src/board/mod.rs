//! The live whole: plan, snapshot and journal, and all that is derived of them (C1).

mod change;
mod explanation;
mod journal;
mod live;

pub use change::{Change, Move, State};
pub use explanation::{Explanation, Input, SourceNote, Step};
pub use journal::{Entry, Record};
pub use live::{Board, Options};
