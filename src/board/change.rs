//! What a call moved.

use crate::alignment::Finding;
use crate::score::Status;

/// What moved since the call before; what stayed is not in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    /// Nodes where anything shown moved.
    pub nodes: Vec<Move>,
    /// KPIs where anything shown moved.
    pub kpis: Vec<Move>,
    /// Findings that came.
    pub added: Vec<Finding>,
    /// Findings that went.
    pub removed: Vec<Finding>,
    /// The index before and after, where it moved.
    pub alignment: Option<(Option<f64>, Option<f64>)>,
}

impl Change {
    /// Whether nothing moved.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.nodes.is_empty()
            && self.kpis.is_empty()
            && self.added.is_empty()
            && self.removed.is_empty()
            && self.alignment.is_none()
    }
}

/// One node or KPI that moved.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// Its id.
    pub id: String,
    /// How it stood; none where it is new.
    pub before: Option<State>,
    /// How it stands; none where it is gone.
    pub after: Option<State>,
}

/// How something stood.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct State {
    /// The status.
    pub status: Status,
    /// The score.
    pub score: Option<f64>,
    /// The value, for a KPI.
    pub value: Option<f64>,
}
