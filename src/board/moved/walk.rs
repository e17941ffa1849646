//! From a node down to the KPIs that moved it.

use super::pair::{Placed, placed};
use super::split::Effects;
use super::{Moved, Part};
use crate::board::Board;
use crate::plan::{NodeIx, Subject};

/// What does not come of the parts, below this, is rounding.
const ROUNDING: f64 = 1e-12;

/// What arrives at a node from above.
#[derive(Clone, Copy, Default)]
struct Arriving {
    /// How much of a change of its score reaches the top.
    carry: f64,
    /// Effects on it as a whole, which its KPIs share by their parts.
    shared: Effects,
}

/// What moved a node between two boards of one plan.
pub(super) fn moved(before: &Board, after: &Board, node: NodeIx) -> Moved {
    let (was, is) = (*before.scores.node(node), *after.scores.node(node));
    let mut moved = Moved {
        node,
        from: before.as_of(),
        to: after.as_of(),
        before: was,
        after: is,
        parts: Vec::new(),
        leaves: Vec::new(),
    };
    if moved.difference().is_some() {
        Walk::new(before, after).down(&mut moved);
    }
    moved
}

struct Walk<'b> {
    before: &'b Board,
    after: &'b Board,
    nodes: Vec<Arriving>,
    kpis: Vec<Option<Effects>>,
    rests: Vec<Part>,
}

impl<'b> Walk<'b> {
    fn new(before: &'b Board, after: &'b Board) -> Self {
        let nodes = vec![Arriving::default(); before.plan.nodes().len()];
        Self { before, after, nodes, kpis: vec![None; before.plan.kpis().len()], rests: Vec::new() }
    }

    fn down(mut self, moved: &mut Moved) {
        if let Some(top) = self.nodes.get_mut(moved.node.index()) {
            top.carry = 1.0;
        }
        for node in self.before.tree.order().iter().rev() {
            let here = self.nodes.get(node.index()).copied().unwrap_or_default();
            if here.carry.abs() <= 0.0 && here.shared == Effects::default() {
                continue;
            }
            let placed = placed(self.before, self.after, *node);
            self.rest(*node, &here, &placed);
            for each in &placed {
                self.pass_on(each, &here);
            }
            if *node == moved.node {
                moved.parts = placed.iter().map(|each| self.part(each.subject, each.piece.effects)).collect();
            }
        }
        let touched = self.before.plan.kpi_indices().zip(&self.kpis);
        let leaves = touched.filter_map(|(kpi, effects)| Some(self.part(Subject::Kpi(kpi), (*effects)?)));
        moved.leaves = leaves.chain(self.rests.iter().copied()).collect();
        if let Some(rest) = self.rests.iter().find(|rest| rest.subject == Subject::Node(moved.node)) {
            moved.parts.push(*rest);
        }
    }

    /// What of a node's change its parts do not make up, and what they cannot share.
    fn rest(&mut self, node: NodeIx, here: &Arriving, placed: &[Placed]) {
        let mut effects = Effects::default();
        let scores = self.before.scores.node(node).score.zip(self.after.scores.node(node).score);
        if let Some((was, is)) = scores {
            let made: f64 = placed.iter().map(|each| each.piece.effects.total()).sum();
            let rest = is - was - made;
            effects.other = if rest.abs() > ROUNDING { here.carry * rest } else { 0.0 };
        }
        if placed.iter().all(|each| each.part <= 0.0) {
            add(&mut effects, &here.shared, 1.0);
        }
        if effects != Effects::default() {
            self.rests.push(self.part(Subject::Node(node), effects));
        }
    }

    /// Hands a contributor's effects on, to it or to what is below it.
    fn pass_on(&mut self, each: &Placed, here: &Arriving) {
        let mut effects = Effects::default();
        add(&mut effects, &each.piece.effects, here.carry);
        add(&mut effects, &here.shared, each.part);
        match each.subject {
            Subject::Kpi(kpi) => {
                if let Some(place) = self.kpis.get_mut(kpi.index()) {
                    add(place.get_or_insert_default(), &effects, 1.0);
                }
            }
            Subject::Node(node) => {
                let known = each.pair.0.score.is_some() && each.pair.1.score.is_some();
                let Some(child) = self.nodes.get_mut(node.index()) else { return };
                // A change of its score passes down as such; all else is shared out below.
                if known {
                    child.carry += here.carry * each.piece.carries;
                    effects.value -= here.carry * each.piece.effects.value;
                }
                add(&mut child.shared, &effects, 1.0);
            }
        }
    }

    fn part(&self, subject: Subject, effects: Effects) -> Part {
        let score = |board: &Board| board.standing_of(subject).0;
        Part { subject, before: score(self.before), after: score(self.after), effects }
    }
}

fn add(to: &mut Effects, from: &Effects, times: f64) {
    to.value += times * from.value;
    to.weight += times * from.weight;
    to.coverage += times * from.coverage;
    to.mix += times * from.mix;
    to.other += times * from.other;
}
