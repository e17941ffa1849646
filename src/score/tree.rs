//! What of a plan the roll-up needs, laid out flat once a plan: contributors with their effective weights,
//! and the actions below each node, each once (domain section 3).

use super::lists::Lists;
use crate::plan::{KpiIx, Lead, NodeIx, NodeKind, Plan, RollUp, Serves, sizes};

/// One contributor of a node: w·σ and what it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contributor {
    /// The weight of the KPI, or w·σ of the link; above 0.
    pub weight: f64,
    /// The KPI or child.
    pub of: Source,
}

/// Where a contributor's score comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Source {
    /// A KPI of the node itself.
    Kpi(KpiIx, Option<Lead>),
    /// A child.
    Node(NodeIx),
}

/// The roll-up's view of a plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tree {
    contributors: Lists<Contributor>,
    /// Σ w·σ of a node's contributors.
    totals: Vec<f64>,
    /// Σ w·σ of the children that are no contributors, for want of a KPI.
    unmeasured: Vec<f64>,
    /// Whether a weighted KPI lies at or below, by weighted links.
    measured: Vec<bool>,
    /// How much each node aims at, and whether it rolls up by that; empty where no node does.
    sizes: Vec<(f64, bool)>,
    /// Children with no other parent: their actions add up without counting twice.
    only_children: Lists<NodeIx>,
    /// The nodes below with several parents, each once: their actions are added beside.
    shared: Lists<NodeIx>,
    /// The place of a node in the order, children first.
    ranks: Vec<u32>,
    order: Vec<NodeIx>,
}

impl Tree {
    /// Lays a plan out.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let mut tree = Self { order: plan.order().to_vec(), ..Self::default() };
        tree.ranks = vec![0; plan.nodes().len()];
        for (rank, node) in tree.order.iter().enumerate() {
            if let Some(place) = tree.ranks.get_mut(node.index()) {
                *place = rank as u32;
            }
        }
        tree.weigh(plan);
        tree.lay_actions(plan);
        tree
    }

    /// Lays out what hangs on the weights.
    fn weigh(&mut self, plan: &Plan) {
        self.measured = measured(plan);
        if plan.by_target() {
            self.sizes = by_target(plan);
        }
        (self.contributors, self.totals, self.unmeasured) = Default::default();
        for node in plan.node_indices() {
            let begin = self.contributors.items.len();
            let mut items = std::mem::take(&mut self.contributors.items);
            self.list(plan, node, &mut items);
            self.totals.push(items.get(begin..).unwrap_or_default().iter().map(|each| each.weight).sum());
            self.contributors.items = items;
            self.contributors.close();
            self.unmeasured.push(self.silent(plan, node));
        }
    }

    /// Lays out again what hangs on the weights of a node's contributors, after one of them became another.
    /// Its score, and those above, are to be made again.
    #[inline(never)]
    pub fn reweigh(&mut self, plan: &Plan, node: NodeIx) {
        let mut own = Vec::new();
        self.list(plan, node, &mut own);
        // Where the node came to be measured, or is so no more, nodes above may have other contributors too.
        if plan.by_target() || is_measured(plan, node, &self.measured) != self.is_measured(node) {
            return self.weigh(plan);
        }
        let (total, silent) = (own.iter().map(|each| each.weight).sum(), self.silent(plan, node));
        if let Some(total_of) = self.totals.get_mut(node.index()) {
            *total_of = total;
        }
        if let Some(silent_of) = self.unmeasured.get_mut(node.index()) {
            *silent_of = silent;
        }
        self.contributors.put(node, own);
    }

    /// Adds the contributors of a node to a list, its KPIs first.
    fn list(&self, plan: &Plan, node: NodeIx, items: &mut Vec<Contributor>) {
        let kpis = plan.kpis_of(node).iter().map(|ix| (*ix, plan.kpi(*ix)));
        let kpis = kpis.filter(|(_, kpi)| kpi.weight > 0.0);
        let aims = self.aims(node);
        items.extend(kpis.map(|(ix, kpi)| {
            let weight = if aims { kpi.weight * kpi.target.unwrap_or(0.0).abs() } else { kpi.weight };
            Contributor { weight, of: Source::Kpi(ix, kpi.lead) }
        }));
        let links = plan.children(node).iter().filter(|link| self.carries(plan, link));
        items.extend(
            links.map(|link| Contributor { weight: self.weight(link), of: Source::Node(link.child) }),
        );
    }

    /// Σ w·σ over the children that are no contributors.
    fn silent(&self, plan: &Plan, node: NodeIx) -> f64 {
        let others = plan.children(node).iter().filter(|link| !self.carries(plan, link));
        others.map(|link| self.weight(link)).sum()
    }

    /// Whether a link carries a score: it has a weight, and its child is an outcome contributor. An action
    /// with no KPI in its subtree is none; a goal or strategy with none is one, unknown.
    #[must_use]
    pub fn carries(&self, plan: &Plan, link: &Serves) -> bool {
        let action = plan.node(link.child).kind == NodeKind::Action;
        link.effective() > 0.0 && (!action || self.is_measured(link.child))
    }

    /// Whether a node rolls up by target.
    fn aims(&self, node: NodeIx) -> bool {
        self.sizes.get(node.index()).is_some_and(|(_, aims)| *aims)
    }

    /// The weight of a link in its parent: w·σ, times what the child aims at where the parent rolls up by target.
    #[must_use]
    pub fn weight(&self, link: &Serves) -> f64 {
        if !self.aims(link.parent) {
            return link.effective();
        }
        self.sizes.get(link.child.index()).map_or(0.0, |(size, _)| link.effective() * size)
    }

    fn lay_actions(&mut self, plan: &Plan) {
        let mut shared: Vec<Vec<NodeIx>> = vec![Vec::new(); plan.nodes().len()];
        // For which node each was seen last, so that it is taken once.
        let mut seen: Vec<Option<NodeIx>> = vec![None; plan.nodes().len()];
        for node in plan.order() {
            let mut below = Vec::new();
            for link in plan.children(*node) {
                if plan.parents(link.child).len() > 1 {
                    below.push(link.child);
                }
                below.extend_from_slice(shared.get(link.child.index()).map_or(&[][..], Vec::as_slice));
            }
            below.retain(|each: &NodeIx| {
                let last = seen.get_mut(each.index());
                last.is_some_and(|last| last.replace(*node) != Some(*node))
            });
            if let Some(place) = shared.get_mut(node.index()) {
                *place = below;
            }
        }
        for (node, shared) in plan.node_indices().zip(shared) {
            let children = plan.children(node).iter().map(|link| link.child);
            self.only_children.items.extend(children.filter(|child| plan.parents(*child).len() == 1));
            self.only_children.close();
            self.shared.items.extend(shared);
            self.shared.close();
        }
    }

    /// The contributors of a node, its KPIs first.
    #[must_use]
    pub fn contributors(&self, node: NodeIx) -> &[Contributor] {
        self.contributors.of(node)
    }

    /// Σ w·σ over a node's contributors; 0 without.
    #[must_use]
    pub fn total(&self, node: NodeIx) -> f64 {
        self.totals.get(node.index()).copied().unwrap_or_default()
    }

    /// Σ w·σ over the children of a node that are no contributors, for want of a KPI.
    #[must_use]
    pub fn unmeasured(&self, node: NodeIx) -> f64 {
        self.unmeasured.get(node.index()).copied().unwrap_or_default()
    }

    /// Whether a weighted KPI lies at or below the node, by weighted links.
    #[must_use]
    pub fn is_measured(&self, node: NodeIx) -> bool {
        self.measured.get(node.index()).copied().unwrap_or_default()
    }

    /// The children of no other parent.
    #[must_use]
    pub fn only_children(&self, node: NodeIx) -> &[NodeIx] {
        self.only_children.of(node)
    }

    /// The nodes with several parents below a node, each once.
    #[must_use]
    pub fn shared(&self, node: NodeIx) -> &[NodeIx] {
        self.shared.of(node)
    }

    /// The place of a node in [`Tree::order`].
    #[must_use]
    pub fn rank(&self, node: NodeIx) -> u32 {
        self.ranks.get(node.index()).copied().unwrap_or_default()
    }

    /// Every node, children before their parents.
    #[must_use]
    pub fn order(&self) -> &[NodeIx] {
        &self.order
    }
}

/// How much each node aims at, and whether it rolls up by that.
#[inline(never)]
fn by_target(plan: &Plan) -> Vec<(f64, bool)> {
    let sizes = sizes(plan).into_iter().zip(plan.node_indices());
    sizes.map(|(size, node)| (size.target, plan.roll_up(node) == RollUp::ByTarget)).collect()
}

/// Whether each node has a weighted KPI at or below it, by weighted links.
fn measured(plan: &Plan) -> Vec<bool> {
    let mut measured = vec![false; plan.nodes().len()];
    for node in plan.order() {
        let found = is_measured(plan, *node, &measured);
        if let Some(place) = measured.get_mut(node.index()) {
            *place = found;
        }
    }
    measured
}

/// Whether one has, given that of its children.
fn is_measured(plan: &Plan, node: NodeIx, measured: &[bool]) -> bool {
    let own = plan.kpis_of(node).iter().any(|kpi| plan.kpi(*kpi).weight > 0.0);
    let mut below = plan.children(node).iter().filter(|link| link.effective() > 0.0);
    own || below.any(|link| measured.get(link.child.index()) == Some(&true))
}
