//! What moved a score between two days (N17).
//!
//! A score that is a weighted mean is S = Σ eᵢ·sᵢ, with eᵢ the effective weights, which add up to 1. Between
//! two ends its difference is, without a rest,
//!
//! > ΔS = Σ ēᵢ·Δsᵢ + Σ (s̄ᵢ − S̄)·Δeᵢ
//!
//! with bars for the mean of the two ends. This is the Shapley value of the two factors (each change made
//! first in one order and last in the other, and the mean of both taken), known of price and quantity as
//! Bennet's indicator (T. L. Bennet 1920, "The theory of measurement of changes in cost of living", Journal of
//! the Royal Statistical Society 83, 455–462; Shapley 1953). The first sum is **value**. The second splits by
//! why the part eᵢ moved: its own **weight** became another, it became known or unknown (**coverage**), or
//! only others did (**mix**); weights and knowledge, changed in one order and in the other, again give two
//! differences each, of which the mean is taken.
//!
//! Where the least or the greatest decides, values move on a straight line from one end to the other, and a
//! contributor gets its change times the share of the way on which it decides (Aumann–Shapley); who is known
//! is changed before and after, and the mean is taken.
//!
//! An effect on a child passes down to what moved the child, so that the KPIs' effects add up to the whole.

mod pair;
mod split;
mod walk;

pub use split::Effects;

use super::Board;
use crate::calendar::Date;
use crate::error::{Error, Issue, Pointer};
use crate::plan::{NodeIx, Subject};
use crate::score::NodeScore;

/// What moved a node's score between two days.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// The node.
    pub node: NodeIx,
    /// The earlier or first day.
    pub from: Date,
    /// The other day.
    pub to: Date,
    /// How it stood on the first day.
    pub before: NodeScore,
    /// How it stood on the other day.
    pub after: NodeScore,
    /// What each contributor moved; empty where there is no score at either end.
    pub parts: Vec<Part>,
    /// What each KPI below moved, in the order of the plan; a node, where its score was not its parts'
    /// or where it counts though nothing below it is known.
    pub leaves: Vec<Part>,
}

/// What one contributor, or one KPI below, moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// The KPI or node.
    pub subject: Subject,
    /// Its score at the first end; none where it was unknown.
    pub before: Option<f64>,
    /// Its score at the other end.
    pub after: Option<f64>,
    /// By how much it moved the score, by why.
    pub effects: Effects,
}

impl Moved {
    /// The difference of the score; none where there is none at either end.
    #[must_use]
    pub fn difference(&self) -> Option<f64> {
        Some(self.after.score? - self.before.score?)
    }
}

impl Board {
    /// What moved a node's score between two days. The board itself stays at its own day.
    ///
    /// # Errors
    /// `unknown-id`, with the nearest; `options-invalid` where the id is a KPI's.
    #[inline(never)]
    pub fn moved(&self, id: &str, from: Date, to: Date) -> Result<Moved, Error> {
        let node = self.node_called(id)?;
        let (before, after) = (self.beside_at(from), self.beside_at(to));
        Ok(walk::moved(&before, &after, node))
    }

    /// What moved a node's score from another board of the same plan to this one.
    pub(super) fn moved_from(&self, before: &Self, node: NodeIx) -> Moved {
        walk::moved(before, self, node)
    }

    /// The node of an id.
    ///
    /// # Errors
    /// `unknown-id`, with the nearest; `options-invalid` where the id is a KPI's.
    pub fn node_called(&self, id: &str) -> Result<NodeIx, Error> {
        match self.plan.find(id) {
            Some(Subject::Node(node)) => Ok(node),
            Some(Subject::Kpi(_)) => {
                let issue = Issue::new("not-a-node", Pointer::root().field("id")).with("id", id);
                Err(Error::new("options-invalid", vec![issue]))
            }
            None => {
                let issue = super::live::unknown(id, self.plan.nearest_id(id));
                Err(Error::new("unknown-id", vec![issue]))
            }
        }
    }
}
