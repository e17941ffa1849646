//! Each KPI at its ends, all others as they are.

use crate::board::Board;
use crate::board::settle::put;
use crate::plan::{KpiIx, NodeIx, Subject};
use crate::score::{KpiScore, Part, Status};
use crate::stats::put_in_order;

/// What one KPI could make of a node's score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swing {
    /// The KPI.
    pub kpi: KpiIx,
    /// `interval`: the ends are those of its interval; `score`: they are the scores 0 and 1.
    pub by: &'static str,
    /// The end at which the node's score is lower.
    pub worse: SwingEnd,
    /// The end at which it is higher.
    pub better: SwingEnd,
}

/// One end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SwingEnd {
    /// The value of the KPI there, in its unit; none of a score.
    pub value: Option<f64>,
    /// The score of the KPI there.
    pub of_kpi: Option<f64>,
    /// The score of the node.
    pub score: Option<f64>,
    /// The status of the node.
    pub status: Status,
}

impl Swing {
    /// How far the node's score swings.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.better.score.unwrap_or(0.0) - self.worse.score.unwrap_or(0.0)
    }
}

impl Board {
    pub(super) fn tornado(&self, node: NodeIx) -> Vec<Swing> {
        let mut other = self.beside();
        let mut swings = Vec::new();
        for leaf in self.contributions(node).leaves {
            if let Subject::Kpi(kpi) = leaf.subject {
                swings.push(self.swing(&mut other, node, kpi));
            }
        }
        put_in_order(&mut swings, |one, two| two.width().total_cmp(&one.width()));
        swings
    }

    fn swing(&self, other: &mut Self, node: NodeIx, kpi: KpiIx) -> Swing {
        let figure = self.figure(kpi);
        let interval = figure.interval.filter(|_| figure.complete && self.scores.kpi(kpi).part.is_some());
        let (by, one, two) = match interval {
            Some(ends) => {
                let [one, two] = [ends.low, ends.high].map(|value| self.at_value(other, node, kpi, value));
                ("interval", one, two)
            }
            None => {
                let [one, two] = [0.0, 1.0].map(|score| self.at_score(other, node, kpi, score));
                ("score", one, two)
            }
        };
        let (worse, better) = if two.score < one.score { (two, one) } else { (one, two) };
        Swing { kpi, by, worse, better }
    }

    /// The node, were the KPI at a value; the board beside is left as it was.
    fn at_value(&self, other: &mut Self, node: NodeIx, kpi: KpiIx, value: f64) -> SwingEnd {
        other.suppose(kpi, self.figure_at(kpi, value));
        other.marks.kpi(kpi);
        other.settle();
        let of_kpi = other.scores.kpi(kpi).part.map(|part| part.score);
        let end = other.end(node, Some(value), of_kpi);
        other.supposed.clear();
        other.marks.kpi(kpi);
        other.settle();
        end
    }

    /// The node, were the KPI at a score and at that pace.
    fn at_score(&self, other: &mut Self, node: NodeIx, kpi: KpiIx, score: f64) -> SwingEnd {
        let own = *self.scores.kpi(kpi);
        let status = if score > 0.5 { Status::OnTrack } else { Status::OffTrack };
        let part = Some(Part { score, pace: score });
        other.hold(kpi, KpiScore { status, part, score: Some(score), ..own });
        let end = other.end(node, None, Some(score));
        other.hold(kpi, own);
        end
    }

    fn hold(&mut self, kpi: KpiIx, score: KpiScore) {
        put(&mut self.scores.kpis, kpi.index(), score);
        let node = self.plan.kpi(kpi).node;
        self.marks.node(self.tree.rank(node), node);
        self.settle();
    }

    fn end(&self, node: NodeIx, value: Option<f64>, of_kpi: Option<f64>) -> SwingEnd {
        let node = self.scores.node(node);
        SwingEnd { value, of_kpi, score: node.score, status: node.status }
    }
}
