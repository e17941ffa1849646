//! Where a decoder puts what it finds wrong.

use std::cell::RefCell;

use crate::error::{Error, Issue};

/// The issues found so far, shared by all readers of one input.
#[derive(Debug, Default)]
pub struct Issues(RefCell<Vec<Issue>>);

impl Issues {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&self, issue: Issue) {
        self.0.borrow_mut().push(issue);
    }

    /// How many there are; a number that stands still says that what lay between was sound.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.borrow().len()
    }

    /// All of them.
    #[must_use]
    pub fn into_vec(self) -> Vec<Issue> {
        self.0.into_inner()
    }

    /// Nothing where nothing was found.
    ///
    /// # Errors
    /// An error of `code` with every issue.
    pub fn finish(self, code: &'static str) -> Result<(), Error> {
        let issues = self.into_vec();
        if issues.is_empty() { Ok(()) } else { Err(Error::new(code, issues)) }
    }
}
