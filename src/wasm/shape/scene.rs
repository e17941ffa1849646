//! A picture's scene: words and colours as the page resolved them, numbers and links from the board.

use super::geometry::{Direction, DrawOptions, KpiLabel, NodeLabel, View};
use crate::board::Board;
use crate::calendar::Date;
use crate::chart::{Band, Gauge, Item, Level, Link, LinkKind, Reading, Scene, Signal, Words};
use crate::plan::{Kpi, KpiIx, Node, NodeIx, NodeKind, Plan, Subject};
use crate::score::{Because, Status};

impl DrawOptions {
    /// The scene of these options over a board.
    #[must_use]
    pub fn scene(&self, board: &Board) -> Scene {
        let plan = board.plan();
        let find = |id: &Option<String>| id.as_deref().and_then(|id| node_of(plan, id));
        let focus = find(&self.focus);
        Scene {
            view: match self.view {
                View::Map => crate::chart::View::Map,
                View::Scorecard => crate::chart::View::Scorecard,
                View::Line => crate::chart::View::Line,
            },
            width: if self.width.is_finite() { self.width.clamp(160.0, 8000.0) } else { 800.0 },
            ratio: self.ratio.filter(|r| r.is_finite()).map_or(1.0, |r| r.clamp(0.25, 8.0)),
            direction: match self.direction {
                Direction::Ltr => crate::chart::Direction::Ltr,
                Direction::Rtl => crate::chart::Direction::Rtl,
            },
            font: self.font.clone().unwrap_or_else(|| "system-ui, sans-serif".to_owned()),
            palette: self.palette.resolve(),
            items: plan.node_indices().map(|node| self.item(board, node)).collect(),
            gauges: plan.kpi_indices().map(|kpi| self.gauge(board, kpi)).collect(),
            links: links(board),
            bands: self.bands(plan),
            words: self.words(),
            lit: find(&self.hover).or_else(|| find(&self.select)).or(focus),
            focus,
        }
    }

    fn item(&self, board: &Board, ix: NodeIx) -> Item {
        let (node, score) = (board.plan().node(ix), board.scores().nodes.get(ix.index()));
        let none = NodeLabel::default();
        let label = self.labels.nodes.get(&node.id).unwrap_or(&none);
        let text = |of: &Option<String>| of.clone().unwrap_or_default();
        let scored = !matches!(node.kind, NodeKind::Vision | NodeKind::Action);
        // The vision is never scored, and a company's mission only where the plan gives it something to be scored by:
        // neither is said to lack data.
        let bare = score.is_some_and(|score| matches!(score.because, Because::NoContributors));
        let silent = node.kind == NodeKind::Vision || (node.kind == NodeKind::CompanyMission && bare);
        Item {
            id: node.id.clone(),
            level: Some(level(node)),
            title: if label.title.is_empty() { node.title.clone() } else { label.title.clone() },
            number: text(&label.number),
            unit: text(&label.unit),
            note: text(&label.note),
            word: if silent { String::new() } else { label.status.clone() },
            share: text(&label.share),
            signal: score.map_or(Signal::NoData, |score| signal(score.status)),
            score: score.and_then(|score| score.score),
            bounds: score.filter(|_| scored && !silent).map(|score| (score.low, score.high)),
            execution: score.and_then(|score| score.execution).and_then(|execution| execution.score),
            contribution: board.alignment().contribution.get(ix.index()).copied().flatten(),
            perspective: node.perspective.map(crate::plan::PerspectiveIx::index),
        }
    }

    fn gauge(&self, board: &Board, ix: KpiIx) -> Gauge {
        let kpi = board.plan().kpi(ix);
        let none = KpiLabel::default();
        let label = self.labels.kpis.get(&kpi.id).unwrap_or(&none);
        Gauge {
            id: kpi.id.clone(),
            node: kpi.node.index(),
            title: if label.title.is_empty() { kpi.title.clone() } else { label.title.clone() },
            value: label.value.clone(),
            target: label.target.clone(),
            note: label.note.clone(),
            word: label.status.clone(),
            signal: board.scores().kpis.get(ix.index()).map_or(Signal::NoData, |score| signal(score.status)),
            reading: reading(board, ix, kpi),
            series: board
                .series(ix)
                .iter()
                .map(|figure| (day(figure.at), figure.value.as_ref().ok().copied().filter(|v| v.is_finite())))
                .collect(),
        }
    }

    fn bands(&self, plan: &Plan) -> Vec<Band> {
        let title = |p: &crate::plan::Perspective| self.labels.bands.get(&p.id).unwrap_or(&p.title).clone();
        plan.perspectives().iter().map(|p| Band { id: p.id.clone(), title: title(p) }).collect()
    }

    fn words(&self) -> Words {
        let band = |key: &str| self.labels.bands.get(key).cloned().unwrap_or_default();
        let word = |key: &str| self.labels.words.get(key).cloned().unwrap_or_default();
        Words {
            levels: ["company-mission", "mission", "vision", "goal", "strategy", "action"].map(band),
            no_path: word("no-path"),
            columns: [
                "column-kpi",
                "column-value",
                "column-target",
                "column-progress",
                "column-trend",
                "column-status",
            ]
            .map(word),
        }
    }
}

fn node_of(plan: &Plan, id: &str) -> Option<usize> {
    match plan.find(id)? {
        Subject::Node(node) => Some(node.index()),
        Subject::Kpi(kpi) => Some(plan.kpi(kpi).node.index()),
    }
}

/// Days since 1970, for the axis of time.
fn day(date: Date) -> f64 {
    let (y, m, d) = (i64::from(date.year()), i64::from(date.month()), i64::from(date.day()));
    let (y, m) = if m > 2 { (y, m - 3) } else { (y - 1, m + 9) };
    let days = 365 * y + y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400) + (153 * m + 2) / 5 + d;
    (days - 719_469) as f64
}

fn reading(board: &Board, ix: KpiIx, kpi: &Kpi) -> Reading {
    let known = board.scores().kpis.get(ix.index()).is_some();
    let figure = known.then(|| board.figure(ix));
    let finite = |value: Option<f64>| value.filter(|v| v.is_finite());
    Reading {
        value: finite(figure.and_then(|figure| figure.value.as_ref().ok().copied())),
        baseline: finite(kpi.baseline),
        target: finite(kpi.target),
        interval: figure
            .and_then(|figure| figure.interval.as_ref())
            .map(|interval| (interval.low, interval.high))
            .filter(|(low, high)| low.is_finite() && high.is_finite()),
    }
}

/// Serves and supports links with their weight in the parent, then drives links between different nodes, once each.
fn links(board: &Board) -> Vec<Link> {
    let plan = board.plan();
    let scored = !board.scores().nodes.is_empty();
    let mut links: Vec<Link> = plan
        .serves()
        .iter()
        .map(|link| Link {
            from: link.child.index(),
            to: link.parent.index(),
            kind: if link.supports() { LinkKind::Supports } else { LinkKind::Serves },
            weight: if scored { board.part_of(link) } else { link.effective() },
        })
        .collect();
    let node = |subject: Subject| match subject {
        Subject::Node(node) => node.index(),
        Subject::Kpi(kpi) => plan.kpi(kpi).node.index(),
    };
    for drive in plan.drives() {
        let (from, to) = (node(drive.from), node(drive.to));
        let known = links.iter().any(|l| l.kind == LinkKind::Drives && (l.from, l.to) == (from, to));
        if from != to && !known {
            links.push(Link { from, to, kind: LinkKind::Drives, weight: 0.0 });
        }
    }
    links
}

fn level(node: &Node) -> Level {
    match node.kind {
        NodeKind::CompanyMission => Level::Company,
        NodeKind::Mission => Level::Mission,
        NodeKind::Vision => Level::Vision,
        NodeKind::Goal => Level::Goal,
        NodeKind::Strategy => Level::Strategy,
        NodeKind::Action => Level::Action,
    }
}

fn signal(status: Status) -> Signal {
    match status {
        Status::OnTrack => Signal::OnTrack,
        Status::AtRisk => Signal::AtRisk,
        Status::OffTrack => Signal::OffTrack,
        Status::CannotTell => Signal::CannotTell,
        Status::Stale => Signal::Stale,
        Status::NoData => Signal::NoData,
        Status::NotStarted => Signal::NotStarted,
        Status::Done => Signal::Done,
        Status::Met => Signal::Met,
        Status::NotMet => Signal::NotMet,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_1970() {
        let at = |y, m, d| day(Date::new(y, m, d).unwrap());
        assert!((at(1970, 1, 1) - 0.0).abs() < 1e-9);
        assert!((at(2000, 3, 1) - 11_017.0).abs() < 1e-9);
        assert!((at(2026, 10, 31) - 20_757.0).abs() < 1e-9);
    }
}
