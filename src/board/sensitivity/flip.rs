//! The smallest change of one weight that flips a status.
//!
//! With every other weight as it is, the pace of a node is (A + f·w·p) ÷ (B + f·w) in the factor f on the weight
//! w of one contributor at pace p, with A = Σ w·pace and B = Σ w over the others that count; its coverage is
//! the same with what is known of each. Nodes above are linear in it. So the factor at which the pace meets
//! the edge of a band, or the coverage what is needed, is one quotient. Each is tried by scoring the board
//! with that weight, and only what then has another status is told.

use super::LARGEST_FACTOR;
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

/// What a contributor counts for: in a mean of what is known, and in the coverage.
struct Counted {
    weight: f64,
    pace: Option<f64>,
    coverage: f64,
    /// Of which the status can be told.
    decided: f64,
}

/// How much of a node arrives above.
#[derive(Clone, Copy, Default)]
struct Reach {
    pace: f64,
    coverage: f64,
}

impl Board {
    pub(super) fn flips(&self, node: NodeIx) -> Vec<Flip> {
        let mut tries = self.candidates(node);
        put_in_order(&mut tries, |one, two| (one.1 - 1.0).abs().total_cmp(&(two.1 - 1.0).abs()));
        let mut flips: Vec<Flip> = Vec::new();
        for (of, factor) in tries.into_iter().take(TRIED) {
            if flips.len() == TOLD {
                break;
            }
            let known = flips.iter().any(|flip| flip.of == of && (flip.factor < 1.0) == (factor < 1.0));
            if let Some(flip) = (!known).then(|| self.tried(node, of, factor)).flatten() {
                flips.push(flip);
            }
        }
        flips
    }

    /// Factors at which the status of a node may flip, a weight each.
    fn candidates(&self, top: NodeIx) -> Vec<(Weight, f64)> {
        let mut reach = vec![Reach::default(); self.plan.nodes().len()];
        if let Some(top) = reach.get_mut(top.index()) {
            *top = Reach { pace: 1.0, coverage: 1.0 };
        }
        let mut found = Vec::new();
        for node in self.tree.order().iter().rev() {
            let here = reach.get(node.index()).copied().unwrap_or_default();
            if here.pace <= 0.0 && here.coverage <= 0.0 {
                continue;
            }
            let contributors = self.tree.contributors(*node);
            let counted: Vec<Counted> = contributors.iter().map(|each| self.counted(*node, each)).collect();
            let total = self.tree.total(*node);
            for (place, (each, part)) in contributors.iter().zip(self.effective(*node)).enumerate() {
                if let Some(weight) = self.weight_of(*node, each) {
                    let factors = self.factors(top, *node, here, &counted, place);
                    let within = |factor: &f64| (0.0..=LARGEST_FACTOR).contains(factor);
                    found.extend(factors.into_iter().filter(within).map(|factor| (weight, factor)));
                }
                if let Source::Node(child) = each.of
                    && let Some(below) = reach.get_mut(child.index())
                {
                    below.pace += here.pace * part;
                    below.coverage += here.coverage * each.weight / total;
                }
            }
        }
        found
    }

    /// The factors on one weight at which the pace of the top meets an edge, its coverage what is needed, and
    /// nothing at all.
    fn factors(&self, top: NodeIx, node: NodeIx, here: Reach, all: &[Counted], place: usize) -> Vec<f64> {
        let settings = self.plan.settings();
        let (above, own) = (self.scores.node(top), self.scores.node(node));
        let mut factors = vec![0.0];
        let by = self.plan.roll_up(node);
        if let (Some(pace), Some(is)) = (above.pace, own.pace) {
            for edge in [settings.bands.on_track, settings.bands.at_risk] {
                let needed = is + (edge - pace) / here.pace;
                match by {
                    RollUp::Mean | RollUp::ByTarget => {
                        factors.extend(solved(all, place, needed, |each| each.pace));
                    }
                    RollUp::CappedSum => factors.extend(summed(all, place, needed)),
                    RollUp::Min | RollUp::Max | RollUp::Worst => {}
                }
            }
        }
        let needed = |is: f64, own: f64| own + (settings.coverage_needed - is) / here.coverage;
        let (known, told) = (needed(above.coverage, own.coverage), needed(above.decided, own.decided));
        factors.extend(solved(all, place, known, |each| Some(each.coverage)));
        factors.extend(solved(all, place, told, |each| Some(each.decided)));
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

    /// Scores the board with another weight, at the edge and just behind it.
    fn tried(&self, top: NodeIx, of: Weight, factor: f64) -> Option<Flip> {
        let was = self.scores.node(top).status;
        let from = match of {
            Weight::Kpi(kpi) => self.plan.kpi(kpi).weight,
            Weight::Link(link) => link.weight,
        };
        let behind = if factor < 1.0 { factor * (1.0 - BEHIND) } else { factor * (1.0 + BEHIND) };
        [factor, behind].into_iter().find_map(|each| {
            let mut other = self.beside();
            match of {
                Weight::Kpi(kpi) => other.plan.set_weight(kpi, from * each),
                Weight::Link(link) => other.plan.set_link(&link, from * each, link.share).ok()?,
            }
            other.laid_out_again();
            let status = other.scores.node(top).status;
            (status != was).then_some(Flip { of, from, to: from * factor, factor, status })
        })
    }
}

/// The factor on the weight at `place` at which the mean of what counts is `needed`.
fn solved(all: &[Counted], place: usize, needed: f64, of: impl Fn(&Counted) -> Option<f64>) -> Option<f64> {
    let here = all.get(place)?;
    let (mut sum, mut weight) = (0.0, 0.0);
    for (_, each) in all.iter().enumerate().filter(|(other, _)| *other != place) {
        if let Some(number) = of(each) {
            sum += each.weight * number;
            weight += each.weight;
        }
    }
    let factor = (needed * weight - sum) / (here.weight * (of(here)? - needed));
    (factor.is_finite() && factor >= 0.0).then_some(factor)
}

/// The factor on the weight at `place` at which a sum is `needed`.
fn summed(all: &[Counted], place: usize, needed: f64) -> Option<f64> {
    let part = |each: &Counted| each.weight * each.pace.unwrap_or(0.0);
    let others = all.iter().enumerate().filter(|(other, _)| *other != place);
    let sum: f64 = others.map(|(_, each)| part(each)).sum();
    let factor = (needed - sum) / part(all.get(place)?);
    (factor.is_finite() && factor >= 0.0).then_some(factor)
}
