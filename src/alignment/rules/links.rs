//! What the plan believes of cause and effect, where it contradicts itself.

use super::{Place, Rule, Sight, rule};
use crate::alignment::EvidenceState;
use crate::alignment::Severity::{Error, Note, Warning};
use crate::plan::{Direction, Drive, Effect, FindingId, Plan, Subject};
use crate::stats::FEWEST_PAIRS;

pub(super) const RULES: &[Rule] = &[
    rule(FindingId::DrivesContradict, Error, "keep-one-link", drives_contradict),
    rule(FindingId::Conflict, Warning, "settle-conflict", conflict),
    rule(FindingId::LinkUntestable, Note, "bring-more-values", link_untestable),
    rule(FindingId::UnwatchedTension, Note, "watch-tension", unwatched_tension),
    rule(FindingId::LinkContradicted, Warning, "look-at-link", link_contradicted),
    rule(FindingId::LinkUnmeasured, Note, "measure-both-ends", link_unmeasured),
];

/// The same cause is said to raise and to lower the same effect.
fn drives_contradict(sight: &Sight<'_>) -> Vec<Place> {
    let drives = sight.plan.drives();
    let mut pairs: Vec<_> = drives.iter().map(|drive| (drive.from, drive.to, drive.effect)).collect();
    pairs.sort_unstable();
    pairs.dedup();
    let twice = pairs.windows(2).filter_map(|two| match two {
        [one, other] if (one.0, one.1) == (other.0, other.1) => Some(one),
        _ => None,
    });
    twice.map(|(from, to, _)| linked(sight, *from, *to)).collect()
}

fn linked(sight: &Sight<'_>, from: Subject, to: Subject) -> Place {
    Place::of(from).with("from", sight.plan.id(from)).with("to", sight.plan.id(to))
}

/// When the cause gets better, the effect gets worse: what helps here is paid for there.
fn conflict(sight: &Sight<'_>) -> Vec<Place> {
    let drives = sight.plan.drives().iter();
    let harmful = drives.filter(|drive| helps(sight.plan, drive) == Some(false));
    harmful.map(|drive| linked(sight, drive.from, drive.to)).collect()
}

/// Whether a cause that gets better makes its effect better; none where a KPI does not say which way is better.
fn helps(plan: &Plan, drive: &Drive) -> Option<bool> {
    let up = |subject: Subject| match subject {
        Subject::Node(_) => Some(true),
        Subject::Kpi(kpi) => plan.kpi(kpi).direction.map(|direction| direction == Direction::Up),
    };
    let raises = drive.effect == Effect::Raises;
    Some(raises == (up(drive.from)? == up(drive.to)?))
}

/// A link is believed, both ends are measured, and there are too few changes in which both moved to tell anything.
fn link_untestable(sight: &Sight<'_>) -> Vec<Place> {
    let found = sight.plan.drives().iter().filter_map(|drive| {
        let found = (sight.evidence)(drive).filter(|found| found.pairs < FEWEST_PAIRS)?;
        let place = linked(sight, drive.from, drive.to).with("changes", found.pairs as f64);
        Some(place.with("least", FEWEST_PAIRS as f64))
    });
    found.collect()
}

/// The mission is said to pull against the company's, and no KPI has a guard that would tell when it does.
fn unwatched_tension(sight: &Sight<'_>) -> Vec<Place> {
    let mission = sight.plan.mission();
    let tense = sight.plan.node(mission).tension.is_some();
    let watched = sight.plan.kpis().iter().any(|kpi| kpi.guard.is_some());
    if tense && !watched { vec![Place::node(mission)] } else { Vec::new() }
}

/// The numbers say the opposite of what the plan believes (AL-CX).
fn link_contradicted(sight: &Sight<'_>) -> Vec<Place> {
    let found = sight.plan.drives().iter().filter_map(|drive| {
        let found = (sight.evidence)(drive)?;
        let best = found.best.filter(|_| found.state == EvidenceState::Contradicts)?;
        Some(linked(sight, drive.from, drive.to).with("lag", best.lag as f64).with("r", best.r))
    });
    found.collect()
}

/// An end without any KPI that has values: no number of periods will ever tell.
fn link_unmeasured(sight: &Sight<'_>) -> Vec<Place> {
    let drives = sight.plan.drives().iter().filter(|drive| (sight.evidence)(drive).is_none());
    drives.map(|drive| linked(sight, drive.from, drive.to)).collect()
}
