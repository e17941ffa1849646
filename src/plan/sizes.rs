//! How much a node aims at, for roll-ups by target (domain section 3).

use super::{NodeIx, NodeKind, Plan};

/// What is at and below a node, by weighted links.
#[derive(Debug, Clone, PartialEq)]
pub struct Size {
    /// Whether a weighted KPI is there.
    pub measured: bool,
    /// Σ weight × |target| of its KPIs and Σ w·σ × size of its children.
    pub target: f64,
    /// Whether the KPIs with targets there are of more than one unit.
    pub mixed: bool,
    /// Their unit, where there are any.
    unit: Option<Option<String>>,
}

impl Size {
    fn of_unit(&mut self, unit: Option<String>) {
        match &self.unit {
            Some(here) => self.mixed |= *here != unit,
            None => self.unit = Some(unit),
        }
    }
}

/// The size of every node, by position.
#[must_use]
#[inline(never)]
pub fn sizes(plan: &Plan) -> Vec<Size> {
    let none = Size { measured: false, target: 0.0, mixed: false, unit: None };
    let mut sizes = vec![none; plan.nodes().len()];
    for node in plan.order() {
        let size = size(plan, *node, &sizes);
        if let Some(place) = sizes.get_mut(node.index()) {
            *place = size;
        }
    }
    sizes
}

fn size(plan: &Plan, node: NodeIx, below: &[Size]) -> Size {
    let mut size = Size { measured: false, target: 0.0, mixed: false, unit: None };
    for kpi in plan.kpis_of(node).iter().map(|ix| plan.kpi(*ix)).filter(|kpi| kpi.weight > 0.0) {
        size.measured = true;
        if let Some(target) = kpi.target {
            size.target += kpi.weight * target.abs();
            size.of_unit(kpi.unit.clone());
        }
    }
    for link in plan.children(node).iter().filter(|link| link.effective() > 0.0) {
        let Some(child) = below.get(link.child.index()) else { continue };
        size.measured |= child.measured;
        size.target += link.effective() * child.target;
        size.mixed |= child.mixed;
        if let Some(unit) = &child.unit {
            size.of_unit(unit.clone());
        }
    }
    size
}

impl Size {
    /// Whether a node of a kind goes into its parent's outcome: an action without a KPI does not.
    #[must_use]
    pub fn contributes(&self, kind: NodeKind) -> bool {
        self.measured || kind != NodeKind::Action
    }
}
