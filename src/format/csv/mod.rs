//! Delimited text to records, and records to a table (N20).
//!
//! UTF-8 with or without a byte order mark; comma, semicolon or tab; quotes around line breaks; any
//! line ending (RFC 4180 and what spreadsheets make of it). Bytes are fed in windows of any size:
//!
//! ```
//! use throughline::data::{Mapping, Measure, MeasureKind, Scale};
//! use throughline::format::csv::Ingest;
//!
//! let mut mapping = Mapping::new("survey");
//! mapping.at = throughline::calendar::parse_date("2026-10-31");
//! mapping.measures.push(Measure {
//!     id: "csat".into(),
//!     kind: MeasureKind::Csat { column: "Rating".into(), scale: Scale { top: 5, ..Scale::default() } },
//!     date: None,
//! });
//! let mut ingest = Ingest::new(&mapping)?;
//! for window in ["Name;Rat", "ing\n\"Ana; B.\";5\n", "Ben;4"] {
//!     ingest.feed(window.as_bytes())?;
//! }
//! let batch = ingest.finish()?;
//! assert_eq!((batch.report.read, batch.report.used), (2, 2));
//! # Ok::<(), throughline::error::Error>(())
//! ```

mod delimiter;
mod ingest;

pub use delimiter::detect_delimiter;
pub use ingest::{Ingest, read};
pub use throughline_rows::Records;
