//! One error for the whole crate: a stable code and every issue with its pointer into the input.
//!
//! Rust says *what* is wrong (a code and parameters); the message layer says it in words.

mod params;
mod pointer;

pub use params::{Param, Params};
pub use pointer::Pointer;

use std::fmt;

/// Why something could not be done: a stable kebab-case code, and every issue that led to it.
///
/// ```
/// let error = throughline::format::plan::decode("{").unwrap_err();
/// assert_eq!(error.code(), "json-syntax");
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Error {
    code: &'static str,
    issues: Vec<Issue>,
}

impl Error {
    /// An error of `code` with its issues, which may be none.
    #[must_use]
    pub const fn new(code: &'static str, issues: Vec<Issue>) -> Self {
        Self { code, issues }
    }

    /// The stable code, such as `plan-invalid`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// Every issue found, in the order of the input as far as one pass allows.
    #[must_use]
    pub fn issues(&self) -> &[Issue] {
        &self.issues
    }

    /// The same issues under another code: an outer decoder names what it was reading.
    #[must_use]
    pub fn with_code(mut self, code: &'static str) -> Self {
        self.code = code;
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code)?;
        for issue in &self.issues {
            write!(out, "\n  {issue}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

/// One thing wrong with an input: what, where, and the parameters its sentence needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Issue {
    /// The stable code, such as `unknown-reference`.
    pub code: &'static str,
    /// Where in the input.
    pub at: Pointer,
    /// What the sentence needs beside the code.
    pub params: Params,
}

impl Issue {
    /// An issue without parameters; add them with [`Issue::with`].
    #[must_use]
    pub const fn new(code: &'static str, at: Pointer) -> Self {
        Self { code, at, params: Params::none() }
    }

    /// A number outside \[min, max\]: `out-of-range` with the bounds worth telling. One that stands for "as
    /// large as can be counted" is told only to a number beyond it.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn out_of_range(at: Pointer, number: f64, min: f64, max: f64) -> Self {
        let telling = |bound: f64, beyond: bool| beyond || bound.abs() < f64::from(u32::MAX);
        let mut issue = Self::new("out-of-range", at);
        if telling(min, number < min) {
            issue = issue.with("min", min);
        }
        if telling(max, number > max) {
            issue = issue.with("max", max);
        }
        issue
    }

    /// The same issue with one more parameter.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Param>) -> Self {
        self.params.push(name, value.into());
        self
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = if self.at.is_root() { "/" } else { self.at.as_str() };
        write!(out, "{} at {at}", self.code)?;
        if self.params.is_empty() { Ok(()) } else { write!(out, " ({})", self.params) }
    }
}
