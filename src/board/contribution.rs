//! A node's score as a sum: what each contributor gives, and what it could give (N17).
//!
//! Where scores are weighted means, a contributor gives effective × score, and these add up to the score;
//! below, the effective weights multiply along a path and add up over paths, so that the leaves add up to it
//! too. Where the least or the greatest decides, one contributor gives all.

use super::Board;
use super::beside::subject_of;
use super::settle::put;
use crate::plan::{Missing, NodeIx, RollUp, Subject};
use crate::score::{Contributor, Source, Status, badness};

/// A node's score, taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Contributions {
    /// The node.
    pub node: NodeIx,
    /// How contributors make its score.
    pub roll_up: RollUp,
    /// Its contributors.
    pub parts: Vec<Contribution>,
    /// The KPIs at and below it that reach it by weights, each once.
    pub leaves: Vec<Contribution>,
}

/// What one contributor gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// The KPI or child.
    pub subject: Subject,
    /// w·σ; for a leaf its share of the whole weight, 0 to 1.
    pub weight: f64,
    /// Its part in the score: its weight over that of all that count, 0 to 1; 0 where it is unknown.
    pub effective: f64,
    /// Its score; none where it is unknown.
    pub score: Option<f64>,
    /// What it gives: effective × score, 0 to 1.
    pub points: f64,
    /// What it would give at the least, were everything known.
    pub low: f64,
    /// What it would give at the most, were everything known.
    pub high: f64,
    /// Whether it alone decides: the score where the least or greatest does, the status where the worst does.
    pub decides: bool,
}

impl Board {
    /// What each contributor, and each KPI below, gives to a node's score.
    #[must_use]
    #[inline(never)]
    pub fn contributions(&self, node: NodeIx) -> Contributions {
        let roll_up = self.plan.settings().roll_up;
        Contributions { node, roll_up, parts: self.parts(node), leaves: self.leaves(node) }
    }

    /// The contributors of a node with what they give.
    pub(super) fn parts(&self, node: NodeIx) -> Vec<Contribution> {
        let contributors = self.tree.contributors(node);
        let effective = self.effective(node);
        let decides = self.decides(contributors);
        let total = self.tree.total(node);
        let all = contributors.iter().zip(effective).enumerate();
        all.map(|(place, (each, effective))| {
            let subject = subject_of(each);
            let (score, low, high) = self.standing_of(subject);
            let share = self.share_in_bounds(each.weight, total, decides == Some(place));
            Contribution {
                subject,
                weight: each.weight,
                effective,
                score,
                points: effective * score.unwrap_or(0.0),
                low: share * low,
                high: share * high,
                decides: decides == Some(place),
            }
        })
        .collect()
    }

    /// The part of each contributor in a node's score; they add up to 1 where there is a score.
    pub(super) fn effective(&self, node: NodeIx) -> Vec<f64> {
        let contributors = self.tree.contributors(node);
        let settings = self.plan.settings();
        let none = vec![0.0; contributors.len()];
        if self.scores.node(node).score.is_none() {
            return none;
        }
        if matches!(settings.roll_up, RollUp::Min | RollUp::Max) {
            let decides = self.decides(contributors);
            let all = 0..contributors.len();
            return all.map(|place| f64::from(u8::from(decides == Some(place)))).collect();
        }
        let counts = |each: &Contributor| settings.missing == Missing::Zero || self.given_by(each).is_some();
        let weight = |each: &Contributor| if counts(each) { each.weight } else { 0.0 };
        let total: f64 = contributors.iter().map(weight).sum();
        let known = |each: &Contributor| {
            if self.given_by(each).is_some() && total > 0.0 { each.weight / total } else { 0.0 }
        };
        contributors.iter().map(known).collect()
    }

    /// What a contributor gives to the roll-up.
    pub(super) fn given_by(&self, contributor: &Contributor) -> Option<f64> {
        match contributor.of {
            Source::Kpi(kpi, _) => self.scores.kpi(kpi).part.map(|part| part.score),
            Source::Node(node) => self.scores.node(node).score,
        }
    }

    /// The contributor that alone decides, where one does.
    fn decides(&self, contributors: &[Contributor]) -> Option<usize> {
        let zero = self.plan.settings().missing == Missing::Zero;
        let score = |each: &Contributor| self.given_by(each).or_else(|| zero.then_some(0.0));
        let known = contributors.iter().enumerate().filter_map(|(place, each)| Some((place, score(each)?)));
        let found = match self.plan.settings().roll_up {
            RollUp::Mean => None,
            RollUp::Min => known.reduce(|one, other| if other.1 < one.1 { other } else { one }),
            RollUp::Max => known.reduce(|one, other| if other.1 > one.1 { other } else { one }),
            RollUp::Worst => {
                known.reduce(|one, other| if self.worse(contributors, other.0, one.0) { other } else { one })
            }
        };
        found.map(|(place, _)| place)
    }

    fn worse(&self, contributors: &[Contributor], one: usize, other: usize) -> bool {
        let badness = |place: usize| {
            contributors.get(place).map(|each| match each.of {
                Source::Kpi(kpi, _) => badness(self.scores.kpi(kpi).status),
                Source::Node(node) => badness(self.scores.node(node).status),
            })
        };
        badness(one) > badness(other)
    }

    /// The share of a contributor in the bounds: in sums its own weight; else all or nothing.
    fn share_in_bounds(&self, weight: f64, total: f64, decides: bool) -> f64 {
        match self.plan.settings().roll_up {
            RollUp::Mean | RollUp::Worst if total > 0.0 => weight / total,
            RollUp::Mean | RollUp::Worst => 0.0,
            RollUp::Min | RollUp::Max => f64::from(u8::from(decides)),
        }
    }

    /// The score a subject gives, and its bounds.
    pub(super) fn standing_of(&self, subject: Subject) -> (Option<f64>, f64, f64) {
        match subject {
            Subject::Kpi(kpi) => {
                let kpi = self.scores.kpi(kpi);
                let score = kpi.part.map(|part| part.score);
                let sure = score.filter(|_| kpi.status != Status::Stale);
                (score, sure.unwrap_or(0.0), sure.unwrap_or(1.0))
            }
            Subject::Node(node) => {
                let node = self.scores.node(node);
                (node.score, node.low, node.high)
            }
        }
    }

    /// The KPIs that reach a node by weights, with their parts multiplied along the paths.
    fn leaves(&self, top: NodeIx) -> Vec<Contribution> {
        let mut effective = vec![0.0; self.plan.nodes().len()];
        let mut whole = vec![0.0; self.plan.nodes().len()];
        put(&mut effective, top.index(), 1.0);
        put(&mut whole, top.index(), 1.0);
        let mut leaves = Vec::new();
        for node in self.tree.order().iter().rev() {
            let at = |list: &[f64]| list.get(node.index()).copied().unwrap_or(0.0);
            let (part, share) = (at(&effective), at(&whole));
            if part <= 0.0 && share <= 0.0 {
                continue;
            }
            for (each, below) in self.tree.contributors(*node).iter().zip(self.parts(*node)) {
                let own = self.share_in_bounds(each.weight, self.tree.total(*node), below.decides);
                let (part, share) = (part * below.effective, share * own);
                match each.of {
                    Source::Kpi(..) => leaves.push(self.leaf(&below, part, share)),
                    Source::Node(child) => {
                        add(&mut effective, child, part);
                        add(&mut whole, child, share);
                    }
                }
            }
        }
        leaves
    }

    fn leaf(&self, of: &Contribution, effective: f64, weight: f64) -> Contribution {
        let (score, low, high) = self.standing_of(of.subject);
        Contribution {
            subject: of.subject,
            weight,
            effective,
            score,
            points: effective * score.unwrap_or(0.0),
            low: weight * low,
            high: weight * high,
            decides: of.decides && effective > 0.0,
        }
    }
}

fn add(list: &mut [f64], node: NodeIx, number: f64) {
    if let Some(each) = list.get_mut(node.index()) {
        *each += number;
    }
}
