//! What a node gives to those it serves, and nothing else of it: what a change sums up again lies close together in memory.

use super::outcome::Brought;
use super::{Effort, NodeScore};
use crate::plan::Settings;

/// What is rolled up of a node.
#[derive(Clone, Copy, Debug)]
pub struct Given {
    /// The actions of the node without those shared, summed.
    pub effort: Effort,
    /// What its outcome brings.
    pub brought: Brought,
}

impl Given {
    /// That of a node that was scored.
    #[must_use]
    pub fn of(effort: Effort, score: &NodeScore, settings: &Settings) -> Self {
        Self { effort, brought: Brought::by_node(score, settings) }
    }
}
