//! The one decoder of JSON from outside: every issue, each with its pointer.
//!
//! Text becomes a [`Value`] ([`parse`]); a [`Reader`] stands on one value of it, an [`Object`] on one object.
//! Whatever cannot be read is reported to [`Issues`] and read as absent, so that one pass finds everything.
//! The decoder walks by the shape it expects, never by the depth of the input, so it cannot recurse without
//! bound.
//!
//! ```
//! use throughline::format::json::{self, Issues, Reader};
//! let value = json::parse(r#"{ "title": "Service", "wieght": 2 }"#)?;
//! let issues = Issues::new();
//! let mut object = Reader::root(&value, &issues).object().expect("an object");
//! assert_eq!(object.required_text("title"), "Service");
//! assert_eq!(object.number("weight"), None);
//! object.finish();
//! let error = issues.finish("plan-invalid").unwrap_err();
//! assert_eq!(error.to_string(), "plan-invalid\n  unknown-field at /wieght (field: wieght, nearest: weight)");
//! # Ok::<(), throughline::error::Error>(())
//! ```

mod issues;
mod object;
mod reader;
pub mod scalar;

pub use issues::Issues;
pub use object::Object;
pub use reader::Reader;
pub use serde_json::Value;

use crate::error::{Error, Issue, Pointer};

/// Reads text as JSON.
///
/// # Errors
/// `json-syntax`, with the line and column (both from 1) where it stops being JSON; so does nesting deeper
/// than 128.
pub fn parse(text: &str) -> Result<Value, Error> {
    // A byte order mark is common in files from Windows and means nothing.
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
        let at = |place: usize| place as f64;
        let issue = Issue::new("json-syntax", Pointer::root())
            .with("line", at(error.line()))
            .with("column", at(error.column()));
        Error::new("json-syntax", vec![issue])
    })
}
