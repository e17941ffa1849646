//! Raw rows in columns, upserted by id (N20).
//!
//! A [`Mapping`] says what the columns of a table mean. No file formats here: `format::csv` feeds
//! records in, and the `snapshot` layer takes partials out.

mod mapping;
mod report;

pub use mapping::{
    Columns, CountPart, DateFormat, EventPick, Events, Family, Mapping, Measure, MeasureKind, Scale, SlaBasis,
};
pub use report::{IngestReport, RowIssue};
