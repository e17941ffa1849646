//! Raw rows in columns, upserted by id (N20).
//!
//! A [`Mapping`] says what the columns of a table mean. No file formats here: `format::csv` feeds
//! records in, and the `snapshot` layer takes partials out.

mod builder;
mod cases;
mod contradict;
mod count;
mod groups;
mod layout;
mod mapping;
mod oddities;
mod read;
mod report;
mod table;
mod tables;

pub use builder::Builder;
pub use cases::{Cases, Times};
pub use count::{Condition, Count, Repeats, Summed, Test, Worth};
pub use groups::Groups;
pub(crate) use groups::{Grouping, KeptGroups};
pub use mapping::{
    Columns, CountPart, DateFormat, Dimension, EventKinds, EventPick, Events, Family, Hours, Mapping,
    Measure, MeasureKind, Resolved, Scale, SlaBasis,
};
pub use report::{IngestReport, RowIssue};
pub use table::{Counted, Table};
pub use tables::{Batch, Tables};
pub use throughline_rows::{Interner, Packed, Record};
pub(crate) use throughline_rows::{NO_ANSWER, NO_TIME, NO_WORD};
