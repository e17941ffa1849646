//! The smallest change of one weight that flips a status.
//!
//! With every other weight as it is, the pace of a node is (A + f·w·p) ÷ (B + f·w) in the factor f on the weight
//! w of one contributor at pace p, with A = Σ w·pace and B = Σ w over the others that count; its coverage is
//! the same with what is known of each. Nodes above are linear in it. So the factor at which the pace meets
//! the edge of a band, or the coverage what is needed, is one quotient. Each is tried by scoring the board
//! with that weight, and only what then has another status is told.

use super::LARGEST_FACTOR;
use super::others::{Counted, Others};
use crate::board::Board;
use crate::plan::{KpiIx, Missing, NodeIx, RollUp, Serves};
use crate::score::{Contributor, KpiScore, Source, Status};
use crate::stats::put_in_order;

/// How many flips are told.
const TOLD: usize = 10;
/// How many weights are tried at most, the smallest changes first.
const TRIED: usize = 200;
/// A status flips at an edge or just behind it.
const BEHIND: f64 = 1e-7;

/// A weight of the plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Weight {
    /// Of a KPI in its node.
    Kpi(KpiIx),
    /// Of a "serves" link.
    Link(Serves),
}

/// A change of one weight that flips the status.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flip {
    /// Which weight.
    pub of: Weight,
    /// As it is.
    pub from: f64,
    /// Where the status flips, there or just behind.
    pub to: f64,
    /// to ÷ from.
    pub factor: f64,
    /// The status there.
    pub status: Status,
}

/// How much of a node arrives at one above it whose status matters.
#[derive(Clone, Copy)]
struct Reach {
    of: NodeIx,
    pace: f64,
    coverage: f64,
}

impl Reach {
    /// All of a node arrives at itself.
    const fn whole(of: NodeIx) -> Self {
        Self { of, pace: 1.0, coverage: 1.0 }
    }

    const fn arrives(&self) -> bool {
        self.pace > 0.0 || self.coverage > 0.0
    }
}

/// By several ways it arrives as often.
fn arriving(below: &mut Vec<Reach>, more: Reach) {
    match below.iter_mut().find(|each| each.of == more.of) {
        Some(each) => {
            each.pace += more.pace;
            each.coverage += more.coverage;
        }
        None => below.push(more),
    }
}

impl Board {
    pub(super) fn flips(&self, node: NodeIx) -> Vec<Flip> {
        let mut tries = self.candidates(node);
        put_in_order(&mut tries, |one, two| (one.1 - 1.0).abs().total_cmp(&(two.1 - 1.0).abs()));
        let mut other = self.beside();
        let mut flips: Vec<Flip> = Vec::new();
        for (of, factor) in tries.into_iter().take(TRIED) {
            if flips.len() == TOLD {
                break;
            }
            let known = flips.iter().any(|flip| flip.of == of && (flip.factor < 1.0) == (factor < 1.0));
            if let Some(flip) = (!known).then(|| self.tried(&mut other, node, of, factor)).flatten() {
                flips.push(flip);
            }
        }
        flips
    }

    /// Factors at which the status of a node may flip, a weight each. Where the worst status below is that of a node, each
    /// of those below has edges of its own.
    fn candidates(&self, top: NodeIx) -> Vec<(Weight, f64)> {
        let mut reach = vec![Vec::new(); self.plan.nodes().len()];
        if let Some(top_reach) = reach.get_mut(top.index()) {
            top_reach.push(Reach::whole(top));
        }
        let mut found = Vec::new();
        for node in self.tree.order().iter().rev() {
            let here = reach.get_mut(node.index()).map(std::mem::take).unwrap_or_default();
            if !here.iter().any(Reach::arrives) {
                continue;
            }
            self.candidates_at(*node, &here, &mut found);
            self.hand_down(*node, &here, &mut reach);
        }
        found
    }

    fn candidates_at(&self, node: NodeIx, here: &[Reach], found: &mut Vec<(Weight, f64)>) {
        let contributors = self.tree.contributors(node);
        let counted: Vec<Counted> = contributors.iter().map(|each| self.counted(node, each)).collect();
        let others = Others::of(&counted);
        for (each, (own, others)) in contributors.iter().zip(counted.iter().zip(&others)) {
            let Some(weight) = self.weight_of(node, each) else { continue };
            let edges = here.iter().filter(|each| each.arrives());
            let factors = edges.flat_map(|reach| self.factors(reach, node, own, others));
            let within = |factor: &f64| (0.0..=LARGEST_FACTOR).contains(factor);
            // Nothing at all is a change as well.
            let factors = std::iter::once(0.0).chain(factors.filter(within));
            found.extend(factors.map(|factor| (weight, factor)));
        }
    }

    fn hand_down(&self, node: NodeIx, here: &[Reach], reach: &mut [Vec<Reach>]) {
        let (total, by) = (self.tree.total(node), self.plan.roll_up(node));
        for (each, part) in self.tree.contributors(node).iter().zip(self.effective(node)) {
            let Source::Node(child) = each.of else { continue };
            let Some(below) = reach.get_mut(child.index()) else { continue };
            for Reach { of, pace, coverage } in here.iter().copied() {
                arriving(below, Reach { of, pace: pace * part, coverage: coverage * each.weight / total });
            }
            if by == RollUp::Worst && below.iter().all(|each| each.of != child) {
                below.push(Reach::whole(child));
            }
        }
    }

    /// The factors on one weight at which the pace of a node above meets an edge, and its coverage what is needed.
    fn factors(&self, reach: &Reach, node: NodeIx, own: &Counted, others: &Others) -> Vec<f64> {
        let settings = self.plan.settings();
        let (above, at) = (self.scores.node(reach.of), self.scores.node(node));
        let mut factors = Vec::new();
        let by = self.plan.roll_up(node);
        if let (Some(pace), Some(is)) = (above.pace, at.pace) {
            for edge in [settings.bands.on_track, settings.bands.at_risk] {
                let needed = is + (edge - pace) / reach.pace;
                match by {
                    RollUp::Mean | RollUp::ByTarget => {
                        factors.extend(others.for_pace(own, needed));
                    }
                    RollUp::CappedSum => factors.extend(others.for_sum(own, needed)),
                    RollUp::Min | RollUp::Max | RollUp::Worst => {}
                }
            }
        }
        let needed = |is: f64, at: f64| at + (settings.coverage_needed - is) / reach.coverage;
        let (known, told) = (needed(above.coverage, at.coverage), needed(above.decided, at.decided));
        factors.extend(others.for_coverage(own, known));
        factors.extend(others.for_decided(own, told));
        factors
    }

    fn counted(&self, node: NodeIx, contributor: &Contributor) -> Counted {
        let (pace, coverage, decided) = match contributor.of {
            Source::Kpi(kpi, _) => {
                let kpi: &KpiScore = self.scores.kpi(kpi);
                let sure = kpi.part.is_some() && kpi.status != Status::Stale;
                let told = sure && kpi.status != Status::CannotTell;
                let pace = kpi.part.map(|part| part.pace);
                (pace, f64::from(u8::from(sure)), f64::from(u8::from(told)))
            }
            Source::Node(node) => {
                let node = self.scores.node(node);
                (node.pace, node.coverage, node.decided)
            }
        };
        let zero = (self.plan.missing(node) == Missing::Zero).then_some(0.0);
        Counted { weight: contributor.weight, pace: pace.or(zero), coverage, decided }
    }

    fn weight_of(&self, node: NodeIx, contributor: &Contributor) -> Option<Weight> {
        match contributor.of {
            Source::Kpi(kpi, _) => Some(Weight::Kpi(kpi)),
            Source::Node(child) => {
                let link = self.plan.parents(child).iter().find(|link| link.parent == node)?;
                Some(Weight::Link(*link))
            }
        }
    }

    /// Scores the board beside with another weight, at the edge and just behind it; it is left as it was.
    fn tried(&self, other: &mut Self, top: NodeIx, of: Weight, factor: f64) -> Option<Flip> {
        let was = self.scores.node(top).status;
        let from = match of {
            Weight::Kpi(kpi) => self.plan.kpi(kpi).weight,
            Weight::Link(link) => link.weight,
        };
        let behind = if factor < 1.0 { factor * (1.0 - BEHIND) } else { factor * (1.0 + BEHIND) };
        // Nothing lies behind nothing.
        let factors = if factor > 0.0 { &[factor, behind][..] } else { &[factor][..] };
        let flipped = factors.iter().find_map(|each| {
            other
                .weighed(of, from * each)
                .then(|| other.scores.node(top).status)
                .filter(|status| *status != was)
        });
        other.weighed(of, from);
        flipped.map(|status| Flip { of, from, to: from * factor, factor, status })
    }

    /// Scores with another weight; says whether the plan takes it.
    fn weighed(&mut self, of: Weight, weight: f64) -> bool {
        let node = match of {
            Weight::Kpi(kpi) => {
                self.plan.set_weight(kpi, weight);
                self.plan.kpi(kpi).node
            }
            Weight::Link(link) => {
                if self.plan.set_link(&link, weight, link.share).is_err() {
                    return false;
                }
                link.parent
            }
        };
        self.tree.reweigh(&self.plan, node);
        self.marks.node(self.tree.rank(node), node);
        // Where it is a contributor no more, one above may be none either.
        self.mark_ancestors(node);
        self.settle();
        true
    }
}
