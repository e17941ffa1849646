//! What a node's score and status hang on: which KPI swings it most, and which weight would flip it (N17).

mod flip;
mod others;
mod tornado;

pub use flip::{Flip, Weight};
pub use tornado::{Swing, SwingEnd};

use super::Board;
use crate::error::Error;
use crate::plan::NodeIx;
use crate::score::NodeScore;

/// The weights of a node's subtree are tried from nothing up to so many times their size.
pub const LARGEST_FACTOR: f64 = 10.0;

/// What a node hangs on.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivity {
    /// The node.
    pub node: NodeIx,
    /// How it stands.
    pub score: NodeScore,
    /// What each KPI below could make of its score, the widest swing first.
    pub tornado: Vec<Swing>,
    /// The changes of a single weight that flip its status, the smallest first; none where no weight does
    /// from nothing to [`LARGEST_FACTOR`] times itself.
    pub flips: Vec<Flip>,
}

impl Board {
    /// What a node hangs on; the mission where none is named.
    ///
    /// # Errors
    /// `unknown-id`, with the nearest; `options-invalid` where the id is a KPI's.
    #[inline(never)]
    pub fn sensitivity(&self, id: Option<&str>) -> Result<Sensitivity, Error> {
        let node = id.map_or_else(|| Ok(self.plan.mission()), |id| self.node_called(id))?;
        Ok(Sensitivity {
            node,
            score: *self.scores.node(node),
            tornado: self.tornado(node),
            flips: self.flips(node),
        })
    }
}
