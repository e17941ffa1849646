//! Handles into a plan: dense numbers, handed out by the plan alone.

/// A node of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeIx(pub u32);

/// A KPI of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KpiIx(pub u32);

/// An owner named in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OwnerIx(pub u32);

/// A perspective: a band of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PerspectiveIx(pub u32);

impl NodeIx {
    /// The position in [`Plan::nodes`](super::Plan::nodes).
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl KpiIx {
    /// The position in [`Plan::kpis`](super::Plan::kpis).
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl OwnerIx {
    /// The position in [`Plan::owners`](super::Plan::owners).
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl PerspectiveIx {
    /// The position in [`Plan::perspectives`](super::Plan::perspectives).
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// What an id of the plan stands for: nodes and KPIs share one namespace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A mission, vision, goal, strategy or action.
    Node(NodeIx),
    /// A measured quantity.
    Kpi(KpiIx),
}
