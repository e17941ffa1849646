//! What is asked of a plan's graph: who reaches the mission, what lies beneath, how deep.

use crate::plan::{Lead, NodeIx, NodeKind, Plan};

/// What lies beneath a node, itself not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Below {
    /// A strategy.
    pub strategy: bool,
    /// An action.
    pub action: bool,
    /// A KPI, at the node itself or beneath.
    pub kpi: bool,
    /// A leading KPI.
    pub leading: bool,
    /// A lagging KPI.
    pub lagging: bool,
}

/// The graph of a plan, by node.
#[derive(Clone, Debug, PartialEq)]
pub struct Graph {
    /// Whether a path of "serves" links leads to the mission; weight 0 leads as well.
    pub reaches: Vec<bool>,
    /// What lies beneath.
    pub below: Vec<Below>,
    /// The longest path from the mission; apart from it the node's usual place in the chain.
    pub levels: Vec<u32>,
}

impl Graph {
    /// Walks the graph of a plan.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let mut graph =
            Self { reaches: vec![false; plan.nodes().len()], below: below(plan), levels: Vec::new() };
        graph.descend(plan);
        graph
    }

    /// Parents before children: who reaches the mission, and how far down it stands.
    fn descend(&mut self, plan: &Plan) {
        let mut levels = vec![0_u32; plan.nodes().len()];
        for node in plan.order().iter().rev() {
            let parents = || plan.parents(*node).iter().map(|link| link.parent);
            let mission = *node == plan.mission();
            let reaches = mission || parents().any(|parent| get(&self.reaches, parent));
            let above = parents()
                .filter(|parent| !reaches || get(&self.reaches, *parent))
                .map(|parent| get(&levels, parent) + 1);
            let level = if mission { 0 } else { above.max().unwrap_or(usual_level(plan.node(*node).kind)) };
            set(&mut self.reaches, *node, reaches);
            set(&mut levels, *node, level);
        }
        self.levels = levels;
    }

    /// Whether a node reaches the mission.
    #[must_use]
    pub fn reaches(&self, node: NodeIx) -> bool {
        get(&self.reaches, node)
    }

    /// What lies beneath a node.
    #[must_use]
    pub fn below(&self, node: NodeIx) -> Below {
        get(&self.below, node)
    }
}

const fn usual_level(kind: NodeKind) -> u32 {
    match kind {
        NodeKind::CompanyMission | NodeKind::Mission | NodeKind::Vision => 0,
        NodeKind::Goal => 1,
        NodeKind::Strategy => 2,
        NodeKind::Action => 3,
    }
}

fn below(plan: &Plan) -> Vec<Below> {
    let mut all = vec![Below::default(); plan.nodes().len()];
    for node in plan.order() {
        let mut here = own(plan, *node);
        for link in plan.children(*node) {
            let (child, kind) = (get(&all, link.child), plan.node(link.child).kind);
            here.strategy |= child.strategy || kind == NodeKind::Strategy;
            here.action |= child.action || kind == NodeKind::Action;
            here.kpi |= child.kpi;
            here.leading |= child.leading;
            here.lagging |= child.lagging;
        }
        set(&mut all, *node, here);
    }
    all
}

fn own(plan: &Plan, node: NodeIx) -> Below {
    let leads = || plan.kpis_of(node).iter().map(|kpi| plan.kpi(*kpi).lead);
    Below {
        kpi: !plan.kpis_of(node).is_empty(),
        leading: leads().any(|lead| lead == Some(Lead::Leading)),
        lagging: leads().any(|lead| lead == Some(Lead::Lagging)),
        ..Below::default()
    }
}

pub(super) fn get<T: Copy + Default>(list: &[T], node: NodeIx) -> T {
    list.get(node.index()).copied().unwrap_or_default()
}

pub(super) fn set<T>(list: &mut [T], node: NodeIx, value: T) {
    if let Some(place) = list.get_mut(node.index()) {
        *place = value;
    }
}

/// The nodes alignment is about: all but missions and vision.
pub(super) fn aligned(plan: &Plan) -> impl Iterator<Item = NodeIx> + '_ {
    let about = |kind| matches!(kind, NodeKind::Goal | NodeKind::Strategy | NodeKind::Action);
    plan.node_indices().filter(move |node| about(plan.node(*node).kind))
}
