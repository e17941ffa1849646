//! The status of a node, from what is rolled up below it (domain section 3).

use super::bands::banded;
use super::execution::Going;
use super::outcome::{Outcome, enough};
use super::{Because, Execution, NodeScore, Status};
use crate::plan::{NodeKind, RollUp, Settings};

/// What an action alone knows of itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OwnAction {
    /// Whether it is at progress 1.
    pub done: bool,
    /// How it goes.
    pub going: Going,
}

/// Puts a node's score together.
#[must_use]
pub fn node_score(
    kind: NodeKind,
    action: Option<OwnAction>,
    contributors: bool,
    outcome: &Outcome,
    execution: Option<Execution>,
    by: RollUp,
    settings: &Settings,
) -> NodeScore {
    let (status, because) = match action {
        Some(OwnAction { done: true, .. }) => (Status::Done, Because::ActionDone),
        // Without KPIs below there is no outcome; an action then stands as its work does.
        Some(own) if !contributors => course_status(own, execution, settings),
        _ if !contributors => empty_status(kind),
        _ => outcome_status(outcome, by, settings),
    };
    NodeScore {
        status,
        because,
        score: outcome.score,
        pace: outcome.pace,
        coverage: outcome.coverage,
        decided: outcome.decided,
        low: outcome.low,
        high: outcome.high,
        leading: outcome.leading,
        lagging: outcome.lagging,
        execution,
        overridden: None,
    }
}

const fn empty_status(kind: NodeKind) -> (Status, Because) {
    match kind {
        NodeKind::Goal | NodeKind::Strategy => (Status::NoData, Because::Unmeasured),
        _ => (Status::NoData, Because::NoContributors),
    }
}

fn course_status(own: OwnAction, execution: Option<Execution>, settings: &Settings) -> (Status, Because) {
    let score = execution.and_then(|execution| execution.score);
    match (own.going, score) {
        (Going::LeftOut, None) => (Status::NotStarted, Because::ActionNotStarted),
        (_, Some(score)) => {
            let (on_track, at_risk) = (settings.bands.on_track, settings.bands.at_risk);
            (banded(score, &settings.bands), Because::Course { score, on_track, at_risk })
        }
        (_, None) => (Status::NoData, Because::NotReported),
    }
}

fn outcome_status(outcome: &Outcome, by: RollUp, settings: &Settings) -> (Status, Because) {
    let Outcome { coverage, low, high, .. } = *outcome;
    if coverage <= 0.0 {
        let because = if outcome.stale { Because::AllStale } else { Because::NothingKnown };
        return (Status::NoData, because);
    }
    let Some(pace) = outcome.pace else { return (Status::CannotTell, Because::Incomplete { coverage }) };
    if outcome.not_started {
        return (Status::NotStarted, Because::NothingExpected);
    }
    let (status, because) = by_bands(pace, outcome.worst, by, settings);
    let needed = settings.coverage_needed;
    if status == Status::OnTrack && !enough(coverage, needed) {
        return (Status::CannotTell, Because::Coverage { coverage, needed, low, high });
    }
    let decided = outcome.decided;
    if status == Status::OnTrack && !enough(decided, needed) {
        return (Status::CannotTell, Because::Undecided { decided, needed });
    }
    (status, because)
}

/// By the bands over the pace; where the plan asks for it, as bad as the worst below.
fn by_bands(pace: f64, worst: Option<Status>, by: RollUp, settings: &Settings) -> (Status, Because) {
    if let (RollUp::Worst, Some(worst)) = (by, worst) {
        return (as_node(worst), Because::Worst);
    }
    let (on_track, at_risk) = (settings.bands.on_track, settings.bands.at_risk);
    (banded(pace, &settings.bands), Because::Pace { pace, on_track, at_risk })
}

/// A node is not met or done because its worst contributor is: it is on or off track.
const fn as_node(worst: Status) -> Status {
    match worst {
        Status::Met | Status::Done | Status::NotStarted => Status::OnTrack,
        Status::NotMet => Status::OffTrack,
        Status::Stale | Status::NoData => Status::CannotTell,
        other => other,
    }
}
