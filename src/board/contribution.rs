//! A node's score as a sum: what each contributor gives, and what it could give (N17).
//!
//! Where scores are weighted means, a contributor gives effective × score, and these add up to the score;
//! below, the effective weights multiply along a path and add up over paths, so that the leaves add up to it
//! too. Where the least or the greatest decides, one contributor gives all. A capped sum gives weight × score, scaled
//! to 1 where it is above.

use super::Board;
use super::beside::subject_of;
use super::settle::put;
use crate::plan::{Missing, NodeIx, RollUp, Subject};
use crate::score::{Contributor, Rolling, Source, Status, badness};

/// What the parts do not give, below this, is rounding.
const ROUNDING: f64 = 1e-12;

/// A node's score, taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Contributions {
    /// The node.
    pub node: NodeIx,
    /// How contributors make its score.
    pub roll_up: RollUp,
    /// Its contributors.
    pub parts: Vec<Contribution>,
    /// The KPIs at and below it that reach it by weights, each once; and the nodes whose score was set by hand,
    /// with what that adds to their parts.
    pub leaves: Vec<Contribution>,
    /// The score less what the parts give: 0 but where it was set by hand.
    pub rest: f64,
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
        let parts = self.parts(node);
        let rest = self.rest(node, &parts);
        Contributions { node, roll_up: self.plan.roll_up(node), parts, leaves: self.leaves(node), rest }
    }

    /// What of a node's score its parts do not give.
    fn rest(&self, node: NodeIx, parts: &[Contribution]) -> f64 {
        let given: f64 = parts.iter().map(|each| each.points).sum();
        let rest = self.scores.node(node).score.map_or(0.0, |score| score - given);
        if rest.abs() > ROUNDING { rest } else { 0.0 }
    }

    /// The contributors of a node with what they give.
    pub(super) fn parts(&self, node: NodeIx) -> Vec<Contribution> {
        let contributors = self.tree.contributors(node);
        let effective = self.effective(node);
        let decides = self.decides(node);
        let all = contributors.iter().zip(effective).enumerate();
        all.map(|(place, (each, effective))| {
            let subject = subject_of(each);
            let (score, low, high) = self.standing_of(subject);
            let share = self.share_in_bounds(node, each.weight, decides == Some(place));
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

    /// The part of each contributor in a node's score; in a mean those that are known add up to 1.
    pub(super) fn effective(&self, node: NodeIx) -> Vec<f64> {
        let contributors = self.tree.contributors(node);
        let rolling = Rolling::of(&self.plan, node);
        if self.scores.node(node).score.is_none() {
            return vec![0.0; contributors.len()];
        }
        if matches!(rolling.by, RollUp::Min | RollUp::Max) {
            let decides = self.decides(node);
            let all = 0..contributors.len();
            return all.map(|place| f64::from(u8::from(decides == Some(place)))).collect();
        }
        let counts = |each: &Contributor| rolling.missing == Missing::Zero || self.given_by(each).is_some();
        let weight = |each: &Contributor| if counts(each) { each.weight } else { 0.0 };
        let over = if rolling.by == RollUp::CappedSum {
            // What is above the cap is taken from all alike.
            let sum = |each: &Contributor| each.weight * self.given_by(each).unwrap_or(0.0);
            contributors.iter().map(sum).sum::<f64>().max(1.0)
        } else {
            contributors.iter().map(weight).sum()
        };
        let known = |each: &Contributor| {
            if self.given_by(each).is_some() && over > 0.0 { each.weight / over } else { 0.0 }
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
    fn decides(&self, node: NodeIx) -> Option<usize> {
        let contributors = self.tree.contributors(node);
        let rolling = Rolling::of(&self.plan, node);
        let zero = rolling.missing == Missing::Zero;
        let score = |each: &Contributor| self.given_by(each).or_else(|| zero.then_some(0.0));
        let known = contributors.iter().enumerate().filter_map(|(place, each)| Some((place, score(each)?)));
        let found = match rolling.by {
            RollUp::Mean | RollUp::CappedSum | RollUp::ByTarget => None,
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

    /// The share of a contributor in the bounds: in means its part of all weights; else all or nothing.
    fn share_in_bounds(&self, node: NodeIx, weight: f64, decides: bool) -> f64 {
        let total = self.tree.total(node);
        match self.plan.roll_up(node) {
            RollUp::Mean | RollUp::Worst | RollUp::ByTarget if total > 0.0 => weight / total,
            RollUp::Mean | RollUp::Worst | RollUp::ByTarget => 0.0,
            RollUp::CappedSum => weight,
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
            let parts = self.parts(*node);
            let rest = self.rest(*node, &parts);
            if rest.abs() > 0.0 {
                leaves.push(self.set_by_hand(*node, part, rest));
            }
            for (each, below) in self.tree.contributors(*node).iter().zip(parts) {
                let own = self.share_in_bounds(*node, each.weight, below.decides);
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

    /// What a score set by hand adds to what its parts give; it has no bounds of its own.
    fn set_by_hand(&self, node: NodeIx, effective: f64, rest: f64) -> Contribution {
        let score = self.scores.node(node).score;
        let points = effective * rest;
        let subject = Subject::Node(node);
        Contribution { subject, weight: 0.0, effective, score, points, low: 0.0, high: 0.0, decides: false }
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
