//! From the board's own types to the shapes: no decisions, only names.

use super as shape;
use crate::alignment;
use crate::board::{self, Board};
use crate::data;
use crate::error;
use crate::kpi;
use crate::plan::{self, KpiIx, NodeIx, NodeKind, Plan, Subject};
use crate::score::{self, iso};
use crate::stats::order;

/// Every score of a board.
#[must_use]
pub fn scores(board: &Board) -> shape::Scores {
    let plan = board.plan();
    shape::Scores {
        as_of: iso(board.as_of()),
        mission: plan.node(plan.mission()).id.clone(),
        nodes: plan.node_indices().map(|node| node_score(board, node)).collect(),
        kpis: plan.kpi_indices().map(|kpi| kpi_score(board, kpi)).collect(),
    }
}

/// One node of a board.
#[must_use]
pub fn node_score(board: &Board, ix: NodeIx) -> shape::NodeScore {
    let (plan, node, score) = (board.plan(), board.plan().node(ix), board.scores().node(ix));
    shape::NodeScore {
        id: node.id.clone(),
        kind: kind(node.kind),
        title: node.title.clone(),
        status: score.status.into(),
        because: reason(&score.because),
        score: score.score,
        pace: score.pace,
        progress: board.progress_of(ix),
        coverage: score.coverage,
        low: score.low,
        high: score.high,
        leading: score.leading,
        lagging: score.lagging,
        execution: score.execution.as_ref().map(execution),
        perspective: node.perspective.and_then(|ix| plan.perspective(ix)).map(|each| each.id.clone()),
        owners: owners(plan, node),
        parents: plan.parents(ix).iter().map(|link| parent(board, link)).collect(),
        contribution: board.alignment().contribution.get(ix.index()).copied().flatten(),
        level: board.levels().get(ix.index()).copied().unwrap_or_default(),
    }
}

/// The ids of the owners, the accountable first.
fn owners(plan: &Plan, node: &plan::Node) -> Vec<String> {
    let of = |accountable: bool| {
        let owners = node.owners.iter().filter(move |each| each.accountable == accountable);
        owners.filter_map(|each| plan.owner(each.owner)).map(|owner| owner.id.clone())
    };
    of(true).chain(of(false)).collect()
}

fn parent(board: &Board, link: &plan::Serves) -> shape::Parent {
    shape::Parent {
        id: board.plan().node(link.parent).id.clone(),
        weight: link.weight,
        share: link.share,
        effective: board.part_of(link),
    }
}

fn execution(execution: &score::Execution) -> shape::Execution {
    let score::Execution { score, coverage, effort, actions, done } = *execution;
    shape::Execution { score, coverage, effort, actions, done }
}

/// One KPI of a board.
#[must_use]
pub fn kpi_score(board: &Board, ix: KpiIx) -> shape::KpiScore {
    let (plan, kpi, score) = (board.plan(), board.plan().kpi(ix), board.scores().kpi(ix));
    let figure = board.figure(ix);
    shape::KpiScore {
        id: kpi.id.clone(),
        node: plan.node(kpi.node).id.clone(),
        title: kpi.title.clone(),
        unit: kpi.unit.clone(),
        direction: kpi.direction.map(direction),
        status: score.status.into(),
        because: kpi_reason(score, figure),
        last: score.last.map(Into::into),
        value: figure.known(),
        n: figure.n,
        interval: figure.interval.as_ref().map(interval),
        at: figure.known().map(|_| iso(figure.at)),
        period: figure.period.map(crate::calendar::Period::label),
        complete: figure.known().map(|_| figure.complete),
        age: score.age,
        freshness: score.freshness.into(),
        baseline: kpi.baseline,
        target: kpi.target,
        progress: score.progress,
        score: score.score,
        pace: score.pace,
        expected: score.expected,
        change: revision(board, ix),
        provenance: provenance(figure),
        approximation: figure.approximation,
    }
}

/// Why a KPI stands so; where there is no value, why there is none.
fn kpi_reason(score: &score::KpiScore, figure: &kpi::Figure) -> shape::Reason {
    match (&score.because, &figure.value) {
        (score::Because::NoValue, Err(missing)) => {
            shape::Reason { code: missing.code, params: params(&missing.params) }
        }
        (because, _) => reason(because),
    }
}

/// The move from the value before the one that is shown.
fn revision(board: &Board, kpi: KpiIx) -> Option<shape::Revision> {
    let before = board.previous(kpi)?;
    let (from, to) = (before.known()?, board.figure(kpi).known()?);
    Some(shape::Revision { from, to, delta: to - from, since: iso(before.at) })
}

fn reason(because: &score::Because) -> shape::Reason {
    shape::Reason { code: because.code(), params: params(&because.params()) }
}

/// Parameters as they cross the edge.
#[must_use]
pub fn params(params: &error::Params) -> shape::Params {
    let value = |value: &error::Param| match value {
        error::Param::Text(text) => shape::Param::Text(text.clone()),
        error::Param::Number(number) => shape::Param::Number(*number),
        error::Param::List(list) => shape::Param::List(list.clone()),
    };
    shape::Params(params.iter().map(|(name, each)| (name, value(each))).collect())
}

fn interval(interval: &kpi::Interval) -> shape::Interval {
    let kpi::Interval { low, high, level, method } = *interval;
    shape::Interval { low, high, level, method }
}

fn provenance(figure: &kpi::Figure) -> shape::Provenance {
    let kind = figure.provenance.code();
    let mut out = shape::Provenance { kind, ..shape::Provenance::default() };
    match &figure.provenance {
        kpi::Provenance::Typed if figure.value.is_err() => out.kind = "none",
        kpi::Provenance::Typed => {}
        kpi::Provenance::Computed { source, measure, variant, segment } => {
            out.source = Some(source.clone());
            out.measure = Some(measure.clone());
            out.variant = Some(variant.name());
            out.segment = segment.clone();
        }
        kpi::Provenance::Imported { source } => out.source = Some(source.clone()),
    }
    out
}

/// A KPI's values as they cross the edge.
#[must_use]
pub fn series(figures: &[kpi::Figure]) -> Vec<shape::Figure> {
    figures.iter().map(figure).collect()
}

fn figure(figure: &kpi::Figure) -> shape::Figure {
    let missing = figure.value.as_ref().err();
    shape::Figure {
        at: iso(figure.at),
        value: figure.known(),
        missing: missing.map(|why| shape::Reason { code: why.code, params: params(&why.params) }),
        n: figure.n,
        open: figure.open,
        interval: figure.interval.as_ref().map(interval),
        period: figure.period.map(crate::calendar::Period::label),
        complete: figure.complete,
        provenance: provenance(figure),
        approximation: figure.approximation,
    }
}

/// The alignment of a board.
#[must_use]
pub fn alignment(board: &Board) -> shape::Alignment {
    let (plan, alignment) = (board.plan(), board.alignment());
    let weights = plan::IndexMetric::ALL.iter();
    let weights = weights.map(|each| (each.name(), alignment.weights.of(*each)));
    shape::Alignment {
        index: alignment.index,
        weights: shape::Weights(weights.collect()),
        used: alignment.used.clone(),
        metrics: alignment.metrics.iter().map(|each| metric(plan, each)).collect(),
        contribution: contribution(plan, alignment),
    }
}

fn metric(plan: &Plan, metric: &alignment::Metric) -> shape::Metric {
    let cause = |each: &alignment::Cause| shape::Cause {
        code: each.code,
        node: plan.node(each.node).id.clone(),
        params: params(&each.params),
    };
    shape::Metric {
        id: metric.id,
        value: metric.value,
        numerator: metric.ratio.map(|(numerator, _)| numerator),
        denominator: metric.ratio.map(|(_, denominator)| denominator),
        causes: metric.causes.iter().map(cause).collect(),
    }
}

fn contribution(plan: &Plan, alignment: &alignment::Alignment) -> Vec<shape::Contribution> {
    let part = |place: usize| alignment.contribution.get(place).copied().flatten();
    let ranked = order(alignment.contribution.len(), &|one, other| {
        part(other).unwrap_or(-1.0).total_cmp(&part(one).unwrap_or(-1.0))
    });
    let known = ranked.into_iter().filter_map(|place| Some((plan.nodes().get(place)?, part(place)?)));
    known.map(|(node, value)| shape::Contribution { node: node.id.clone(), value }).collect()
}

/// The findings of a board.
#[must_use]
pub fn findings(board: &Board) -> Vec<shape::Finding> {
    board.findings().iter().map(finding).collect()
}

fn finding(finding: &alignment::Finding) -> shape::Finding {
    shape::Finding {
        id: finding.id,
        severity: match finding.severity {
            alignment::Severity::Error => shape::Severity::Error,
            alignment::Severity::Warning => shape::Severity::Warning,
            alignment::Severity::Note => shape::Severity::Note,
        },
        node: finding.node.clone(),
        params: params(&finding.params),
        remedy: finding.remedy,
        off: finding.off.clone().map(|reason| shape::Off { reason }),
    }
}

/// What is missing or stale, what narrows the mission's bounds most first.
#[must_use]
pub fn chase(board: &Board) -> Vec<shape::Chase> {
    let plan = board.plan();
    let one = |each: &board::Chase| {
        let (kpi, score) = (plan.kpi(each.kpi), board.scores().kpi(each.kpi));
        shape::Chase {
            kpi: kpi.id.clone(),
            node: plan.node(kpi.node).id.clone(),
            title: kpi.title.clone(),
            status: score.status.into(),
            age: score.age,
            narrows: each.narrows,
            owner: each.owner.and_then(|owner| plan.owner(owner)).map(|owner| owner.id.clone()),
        }
    };
    board.chase().iter().map(one).collect()
}

/// What a call moved.
#[must_use]
pub fn change(change: &board::Change) -> shape::Change {
    shape::Change {
        nodes: change.nodes.iter().map(moved).collect(),
        kpis: change.kpis.iter().map(moved).collect(),
        findings: shape::Findings {
            added: change.added.iter().map(finding).collect(),
            removed: change.removed.iter().map(finding).collect(),
        },
        alignment: change.alignment.map(|(before, after)| shape::AlignmentMove { before, after }),
    }
}

fn moved(each: &board::Move) -> shape::Move {
    let state = |state: board::State| shape::State {
        status: state.status.into(),
        score: state.score,
        value: state.value,
    };
    shape::Move { id: each.id.clone(), before: each.before.map(state), after: each.after.map(state) }
}

/// What reading a table came to, and what its rows moved.
#[must_use]
pub fn report(report: &data::IngestReport, moved: &board::Change) -> shape::IngestReport {
    let warning = |each: &error::Issue| shape::Reason { code: each.code, params: params(&each.params) };
    shape::IngestReport {
        source: report.source.clone(),
        read: report.read,
        used: report.used,
        refused: report.refused,
        share: report.share,
        new: report.new,
        updated: report.updated,
        cases: report.cases,
        delimiter: report.delimiter,
        hash: report.hash.clone(),
        columns: report.columns.clone(),
        issues: report.issues.iter().map(row_issue).collect(),
        warnings: report.warnings.iter().map(warning).collect(),
        change: change(moved),
    }
}

fn row_issue(issue: &data::RowIssue) -> shape::RowIssue {
    shape::RowIssue {
        row: issue.row,
        line: issue.line,
        column: issue.column.clone(),
        code: issue.code,
        params: params(&issue.params),
    }
}

/// How a number came about.
#[must_use]
pub fn explanation(board: &Board, from: &board::Explanation) -> shape::Explanation {
    let plan = board.plan();
    let step = |step: &board::Step| shape::Step { code: step.code, params: params(&step.params) };
    let mut out = match from.subject {
        Subject::Node(ix) => of_node(board, ix),
        Subject::Kpi(ix) => of_kpi(board, ix),
    };
    plan.id(from.subject).clone_into(&mut out.subject);
    out.formula = from.formula;
    out.variant.clone_from(&from.variant);
    from.definition.clone_into(&mut out.definition);
    out.inputs = from.inputs.iter().map(|each| input(board, each)).collect();
    out.source = from.source.as_ref().map(source);
    out.as_of = iso(from.as_of);
    out.unrounded = out.value;
    out.recent = series(&from.recent);
    out.steps = from.steps.iter().map(step).collect();
    out
}

fn blank(kind: &'static str, status: score::Status, because: shape::Reason) -> shape::Explanation {
    shape::Explanation {
        subject: String::new(),
        kind,
        title: String::new(),
        status: status.into(),
        because,
        value: None,
        unit: None,
        score: None,
        pace: None,
        formula: "",
        variant: None,
        definition: String::new(),
        inputs: Vec::new(),
        coverage: None,
        bounds: None,
        n: None,
        interval: None,
        source: None,
        at: None,
        as_of: String::new(),
        rounding: shape::Rounding { code: "display-only" },
        unrounded: None,
        recent: Vec::new(),
        steps: Vec::new(),
    }
}

fn of_node(board: &Board, ix: NodeIx) -> shape::Explanation {
    let score = board.scores().node(ix);
    shape::Explanation {
        title: board.plan().node(ix).title.clone(),
        value: score.score,
        score: score.score,
        pace: score.pace,
        coverage: Some(score.coverage),
        bounds: Some(shape::Bounds { low: score.low, high: score.high }),
        ..blank("node", score.status, reason(&score.because))
    }
}

fn of_kpi(board: &Board, ix: KpiIx) -> shape::Explanation {
    let (kpi, score, figure) = (board.plan().kpi(ix), board.scores().kpi(ix), board.figure(ix));
    shape::Explanation {
        title: kpi.title.clone(),
        value: figure.known(),
        unit: kpi.unit.clone(),
        score: score.score,
        pace: score.pace,
        n: figure.n,
        interval: figure.interval.as_ref().map(interval),
        at: figure.known().map(|_| iso(figure.at)),
        ..blank("kpi", score.status, kpi_reason(score, figure))
    }
}

fn input(board: &Board, from: &board::Input) -> shape::Input {
    let plan = board.plan();
    let (word, title, status, score, pace, coverage) = match from.subject {
        Subject::Node(ix) => {
            let (node, score) = (plan.node(ix), board.scores().node(ix));
            let word = shape::InputKind::Node(kind(node.kind));
            (word, &node.title, score.status, score.score, score.pace, score.coverage)
        }
        Subject::Kpi(ix) => {
            let (kpi, score) = (plan.kpi(ix), board.scores().kpi(ix));
            let known = if score.part.is_some() { 1.0 } else { 0.0 };
            let pace = score.part.map(|part| part.pace);
            (shape::InputKind::Kpi(shape::KpiWord::Kpi), &kpi.title, score.status, score.score, pace, known)
        }
    };
    shape::Input {
        id: plan.id(from.subject).to_owned(),
        kind: word,
        title: title.clone(),
        weight: from.weight,
        share: from.share,
        effective: from.effective,
        score,
        pace,
        coverage,
        status: status.into(),
        contribution: from.contribution,
    }
}

fn source(from: &board::SourceNote) -> shape::SourceNote {
    shape::SourceNote {
        id: from.id.clone(),
        name: from.name.clone(),
        hash: from.hash.clone(),
        read: from.read,
        used: from.used,
        share: (from.read > 0).then(|| from.used as f64 / from.read as f64),
    }
}

const fn kind(kind: NodeKind) -> shape::Kind {
    match kind {
        NodeKind::CompanyMission => shape::Kind::CompanyMission,
        NodeKind::Mission => shape::Kind::Mission,
        NodeKind::Vision => shape::Kind::Vision,
        NodeKind::Goal => shape::Kind::Goal,
        NodeKind::Strategy => shape::Kind::Strategy,
        NodeKind::Action => shape::Kind::Action,
    }
}

const fn direction(direction: plan::Direction) -> shape::Direction {
    match direction {
        plan::Direction::Up => shape::Direction::Up,
        plan::Direction::Down => shape::Direction::Down,
    }
}

impl From<score::Status> for shape::Status {
    fn from(status: score::Status) -> Self {
        match status {
            score::Status::OnTrack => Self::OnTrack,
            score::Status::AtRisk => Self::AtRisk,
            score::Status::OffTrack => Self::OffTrack,
            score::Status::CannotTell => Self::CannotTell,
            score::Status::Stale => Self::Stale,
            score::Status::NoData => Self::NoData,
            score::Status::NotStarted => Self::NotStarted,
            score::Status::Done => Self::Done,
            score::Status::Met => Self::Met,
            score::Status::NotMet => Self::NotMet,
        }
    }
}

impl From<score::Freshness> for shape::Freshness {
    fn from(freshness: score::Freshness) -> Self {
        match freshness {
            score::Freshness::Fresh => Self::Fresh,
            score::Freshness::Stale => Self::Stale,
            score::Freshness::NoInterval => Self::NoInterval,
            score::Freshness::None => Self::None,
        }
    }
}
