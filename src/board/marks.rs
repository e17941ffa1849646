//! What waits to be scored again: KPIs in any order, nodes children first, each once.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::plan::{KpiIx, NodeIx};

/// Marks that are kept from call to call, so that a change allocates nothing for them.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    kpis: Vec<KpiIx>,
    kpi_marked: Vec<bool>,
    nodes: BinaryHeap<Reverse<(u32, NodeIx)>>,
    node_marked: Vec<bool>,
}

impl Marks {
    /// Marks for so many nodes and KPIs.
    #[must_use]
    pub fn new(nodes: usize, kpis: usize) -> Self {
        let (kpi_marked, node_marked) = (vec![false; kpis], vec![false; nodes]);
        Self { kpis: Vec::new(), kpi_marked, nodes: BinaryHeap::new(), node_marked }
    }

    /// Marks a KPI.
    pub fn kpi(&mut self, kpi: KpiIx) {
        if let Some(mark) = self.kpi_marked.get_mut(kpi.index())
            && !*mark
        {
            *mark = true;
            self.kpis.push(kpi);
        }
    }

    /// Whether a KPI is marked.
    pub fn is_kpi(&self, kpi: KpiIx) -> bool {
        self.kpi_marked.get(kpi.index()).copied().unwrap_or_default()
    }

    /// The next marked KPI.
    pub fn next_kpi(&mut self) -> Option<KpiIx> {
        let kpi = self.kpis.pop()?;
        if let Some(mark) = self.kpi_marked.get_mut(kpi.index()) {
            *mark = false;
        }
        Some(kpi)
    }

    /// Marks a node of a rank in the order of the roll-up.
    pub fn node(&mut self, rank: u32, node: NodeIx) {
        if let Some(mark) = self.node_marked.get_mut(node.index())
            && !*mark
        {
            *mark = true;
            self.nodes.push(Reverse((rank, node)));
        }
    }

    /// The marked node that comes first in the order.
    pub fn next_node(&mut self) -> Option<NodeIx> {
        let Reverse((_, node)) = self.nodes.pop()?;
        if let Some(mark) = self.node_marked.get_mut(node.index()) {
            *mark = false;
        }
        Some(node)
    }

    /// Forgets all marks.
    pub fn clear(&mut self) {
        while self.next_kpi().is_some() {}
        while self.next_node().is_some() {}
    }
}
