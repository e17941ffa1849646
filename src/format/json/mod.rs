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
mod parse;
mod reader;
pub mod scalar;
mod value;
mod write;

pub use issues::Issues;
pub use object::Object;
pub use reader::Reader;
pub use value::{Fields, Value};
pub(super) use write::{compact, compact_into, pretty};

use crate::error::{Error, Issue, Pointer};

/// Reads text as JSON.
///
/// # Errors
/// `json-syntax`, with the line and column (both from 1) where it stops being JSON; so does nesting deeper
/// than 127.
pub fn parse(text: &str) -> Result<Value, Error> {
    // A byte order mark is common in files from Windows and means nothing.
    let text = text.trim_start_matches('\u{feff}');
    parse::value(text).map_err(|at| syntax(text, at))
}

/// Reads a whole document; what cannot be read has told why.
///
/// # Errors
/// `json-syntax`, or an error of `code` with every issue.
pub(crate) fn document<T>(
    text: &str,
    code: &'static str,
    read: impl FnOnce(&Reader) -> Option<T>,
) -> Result<T, Error> {
    let value = parse(text)?;
    let issues = Issues::new();
    let read = read(&Reader::root(&value, &issues));
    issues.finish(code)?;
    read.ok_or_else(|| Error::new(code, Vec::new()))
}

/// The error of a text that is no JSON from this byte on, or that ends too soon.
#[cold]
#[inline(never)]
fn syntax(text: &str, at: usize) -> Error {
    // Up to and with the wrong byte; the rest of a character begins with none of its own.
    let read = text.as_bytes().get(..=at).unwrap_or(text.as_bytes());
    let mut lines = read.split(|byte| *byte == b'\n');
    let last = lines.next_back().unwrap_or_default();
    let column = last.iter().filter(|byte| (**byte as i8) >= -64).count();
    let issue = Issue::new("json-syntax", Pointer::root())
        .with("line", (lines.count() + 1) as f64)
        .with("column", column as f64);
    Error::new("json-syntax", vec![issue])
}
