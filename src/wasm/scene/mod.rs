//! A picture's scene: words and colours as the page resolved them, numbers and links from the board.

mod asked;
mod bars;
mod dress;
mod heat;
mod radar;
mod trend;

pub use bars::{bullets, counts, tornado, waterfall};
pub use heat::heat;
pub use radar::radar;
pub use trend::{AskedTrend, labels, limits, trend};

use crate::board::Board;
use crate::calendar::Date;
use crate::chart::{Band, Gauge, Item, Level, Link, LinkKind, Palette, Reading, Scene, Signal};
use crate::error::Error;
use crate::plan::{Kpi, KpiIx, Node, NodeIx, NodeKind, Plan, Subject};
use crate::score::{Because, NodeScore, Status};

/// The scene of a board, dressed by the JSON text of a `DrawOptions`.
///
/// # Errors
/// `options-invalid` with every issue.
pub fn read(board: &Board, options: &str) -> Result<Scene, Error> {
    let mut scene = bare(board);
    dress::dress(&mut scene, board.plan(), options)?;
    for (item, ix) in scene.items.iter_mut().zip(board.plan().node_indices()) {
        if silent(board, ix) {
            item.word.clear();
        }
    }
    Ok(scene)
}

/// What the board knows, under the plan's own titles.
fn bare(board: &Board) -> Scene {
    let plan = board.plan();
    Scene {
        font: "system-ui, sans-serif".to_owned(),
        palette: Palette::LIGHT,
        items: plan.node_indices().map(|node| item(board, node)).collect(),
        gauges: plan.kpi_indices().map(|kpi| gauge(board, kpi)).collect(),
        links: links(board),
        bands: bands(plan),
        ..Scene::default()
    }
}

fn item(board: &Board, ix: NodeIx) -> Item {
    let (node, score) = (board.plan().node(ix), board.scores().nodes.get(ix.index()));
    let scored = !matches!(node.kind, NodeKind::Vision | NodeKind::Action) && !silent(board, ix);
    Item {
        id: node.id.clone(),
        level: Some(level(node)),
        title: node.title.clone(),
        signal: score.map_or(Signal::NoData, |score| signal(score.status)),
        score: score.and_then(|score| score.score),
        bounds: score.filter(|_| scored).map(|score| (score.low, score.high)),
        execution: score.and_then(|score| score.execution).and_then(|execution| execution.score),
        contribution: board.alignment().contribution.get(ix.index()).copied().flatten(),
        perspective: node.perspective.map(crate::plan::PerspectiveIx::index),
        ..Item::default()
    }
}

/// The vision is never scored, and a company's mission only where the plan gives it something to be scored by: neither
/// is said to lack data.
fn silent(board: &Board, ix: NodeIx) -> bool {
    let bare = |score: &NodeScore| matches!(score.because, Because::NoContributors);
    match board.plan().node(ix).kind {
        NodeKind::Vision => true,
        NodeKind::CompanyMission => board.scores().nodes.get(ix.index()).is_some_and(bare),
        _ => false,
    }
}

fn gauge(board: &Board, ix: KpiIx) -> Gauge {
    let kpi = board.plan().kpi(ix);
    let known = |value: f64| value.is_finite().then_some(value);
    let series = board.series(ix).iter();
    Gauge {
        id: kpi.id.clone(),
        node: kpi.node.index(),
        title: kpi.title.clone(),
        signal: board.scores().kpis.get(ix.index()).map_or(Signal::NoData, |score| signal(score.status)),
        reading: reading(board, ix, kpi),
        series: series.map(|figure| (day(figure.at), figure.known().and_then(known))).collect(),
        ..Gauge::default()
    }
}

fn bands(plan: &Plan) -> Vec<Band> {
    plan.perspectives().iter().map(|p| Band { id: p.id.clone(), title: p.title.clone() }).collect()
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
        benchmark: finite(kpi.benchmark.as_ref().map(|benchmark| benchmark.value)),
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
