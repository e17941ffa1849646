//! Where a decoder puts what it finds wrong.

use std::cell::RefCell;

use crate::error::{Error, Issue, Pointer};

/// The issues found so far, shared by all readers of one input.
#[derive(Debug, Default)]
pub struct Issues {
    found: RefCell<Vec<Issue>>,
    steps: RefCell<Vec<Step>>,
}

/// Where a reader stands: cheap to hand on, a [`Pointer`] only where one is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place(u32);

impl Place {
    /// The whole input.
    pub(super) const ROOT: Self = Self(0);
}

/// The way from one place to the next.
#[derive(Debug)]
struct Step {
    from: Place,
    to: Name,
}

/// A field or an item.
#[derive(Debug)]
pub(super) enum Name {
    Field(&'static str),
    /// A field whose name only the input knows.
    Written(String),
    Item(usize),
}

impl Issues {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&self, issue: Issue) {
        self.found.borrow_mut().push(issue);
    }

    /// How many there are; a number that stands still says that what lay between was sound.
    #[must_use]
    pub fn count(&self) -> usize {
        self.found.borrow().len()
    }

    #[inline(never)]
    pub(super) fn place(&self, from: Place, to: Name) -> Place {
        let mut steps = self.steps.borrow_mut();
        steps.push(Step { from, to });
        // The root has no step of its own, so that the first one leads to place 1.
        Place(steps.len() as u32)
    }

    /// The pointer to a place.
    #[inline(never)]
    pub(super) fn pointer(&self, place: Place) -> Pointer {
        let steps = self.steps.borrow();
        let mut way = Vec::new();
        let mut at = place;
        while let Some(step) = (at.0 as usize).checked_sub(1).and_then(|last| steps.get(last)) {
            way.push(&step.to);
            at = step.from;
        }
        way.iter().rev().fold(Pointer::root(), |pointer, name| match name {
            Name::Field(name) => pointer.field(name),
            Name::Written(name) => pointer.field(name),
            Name::Item(position) => pointer.index(*position),
        })
    }

    /// All of them.
    #[must_use]
    pub fn into_vec(self) -> Vec<Issue> {
        self.found.into_inner()
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
