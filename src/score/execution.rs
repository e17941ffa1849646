//! Execution: how the actions go (domain section 3).
//!
//! The mean over the distinct actions at and below a node, each once, by effort, of
//! progress ÷ expected progress at the day of reading, clamped to 0..1. Done is 1; what is not expected to
//! have moved and has not is left out; an undated action counts its bare progress; progress that nobody
//! reported is unknown, never 0.

use super::Execution;
use super::course::expected;
use super::progress::{ratio, unit};
use super::tree::Tree;
use crate::calendar::Date;
use crate::plan::{Expected, NodeIx};

/// What an action brings to the mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Going {
    /// So well, 0..1.
    Known(f64),
    /// Nobody reported.
    Unknown,
    /// Nothing is expected yet and nothing was done.
    LeftOut,
}

/// How one action goes.
///
/// ```
/// use throughline::score::{Going, going};
/// assert_eq!(going(Some(0.5), None, None, throughline::calendar::Date::constant(2026, 4, 15)), Going::Known(0.5));
/// ```
#[must_use]
pub fn going(progress: Option<f64>, start: Option<Date>, due: Option<Date>, as_of: Date) -> Going {
    let waits = expected_of_action(start, due, as_of) == Some(0.0);
    match progress {
        Some(progress) if progress >= 1.0 => Going::Known(1.0),
        None if waits => Going::LeftOut,
        None => Going::Unknown,
        Some(progress) if waits && progress <= 0.0 => Going::LeftOut,
        // Ahead of a start: more than was expected.
        Some(_) if waits => Going::Known(1.0),
        Some(progress) => {
            let expected = expected_of_action(start, due, as_of).unwrap_or(1.0);
            Going::Known(unit(ratio(progress, expected).unwrap_or(progress)))
        }
    }
}

/// The progress expected of an action: even from start to due; with one date alone, nothing before the
/// start and everything past the due date; none where that does not say.
#[must_use]
pub fn expected_of_action(start: Option<Date>, due: Option<Date>, as_of: Date) -> Option<f64> {
    match (start, due) {
        (Some(start), Some(due)) => Some(expected(&Expected::Even, start, due, as_of)),
        (Some(start), None) if as_of < start => Some(0.0),
        (None, Some(due)) if as_of >= due => Some(1.0),
        _ => None,
    }
}

/// Sums over actions, which add up in a fixed order.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Effort {
    done_effort: f64,
    known: f64,
    all: f64,
    actions: u32,
    done: u32,
}

impl Effort {
    /// One action.
    #[must_use]
    pub fn of(effort: f64, going: Going, done: bool) -> Self {
        let (done_effort, known, all) = match going {
            Going::Known(score) => (effort * score, effort, effort),
            Going::Unknown => (0.0, 0.0, effort),
            Going::LeftOut => (0.0, 0.0, 0.0),
        };
        Self { done_effort, known, all, actions: 1, done: u32::from(done) }
    }

    /// Adds others.
    pub fn add(&mut self, other: &Self) {
        self.done_effort += other.done_effort;
        self.known += other.known;
        self.all += other.all;
        self.actions += other.actions;
        self.done += other.done;
    }

    /// The mean; none where there are no actions.
    #[must_use]
    pub fn execution(&self) -> Option<Execution> {
        (self.actions > 0).then(|| Execution {
            score: ratio(self.done_effort, self.known).map(unit),
            coverage: ratio(self.known, self.all).map_or(0.0, unit),
            effort: self.all,
            actions: self.actions,
            done: self.done,
        })
    }
}

/// The sums of a node without what has several parents: its own and those of its only children.
pub fn gathered<'a>(tree: &Tree, node: NodeIx, own: &Effort, of: impl Fn(NodeIx) -> &'a Effort) -> Effort {
    let mut sum = *own;
    for child in tree.only_children(node) {
        sum.add(of(*child));
    }
    sum
}

/// The sums of a node with every shared node below it once.
pub fn distinct<'a>(
    tree: &Tree,
    node: NodeIx,
    gathered: &Effort,
    of: impl Fn(NodeIx) -> &'a Effort,
) -> Effort {
    let mut sum = *gathered;
    for shared in tree.shared(node) {
        sum.add(of(*shared));
    }
    sum
}
