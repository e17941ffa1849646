//! How numbers run against what was planned.

use super::{Place, Rule, Sight, rule, told};
use crate::alignment::Severity::{Note, Warning};
use crate::alignment::pace::required;
use crate::calendar::days_between;
use crate::plan::{FindingId, KpiIx};
use crate::score::{Status, iso, reaches};

pub(super) const RULES: &[Rule] = &[
    told(FindingId::Stale, Warning, "update-value"),
    rule(FindingId::NoData, Warning, "bring-data", no_data),
    rule(FindingId::FarBehind, Warning, "catch-up", far_behind),
    rule(FindingId::TargetMissed, Warning, "say-what-next", target_missed),
    rule(FindingId::UnreachableTarget, Warning, "change-means-or-target", unreachable_target),
    rule(FindingId::OverrideExpired, Warning, "renew-override", override_expired),
    rule(FindingId::BenchmarkOld, Note, "renew-benchmark", benchmark_old),
    rule(FindingId::BenchmarkAsTarget, Note, "set-own-target", benchmark_as_target),
];

/// So far behind, as a share of the way from baseline to target, and it is told.
const BEHIND: f64 = 0.25;
/// Two years.
const OLD: i32 = 730;

/// A KPI that has begun, and never had a value: what is decided on it is decided without.
fn no_data(sight: &Sight<'_>) -> Vec<Place> {
    sight.kpis_where(|kpi| {
        let begun = sight.plan.dates_of(kpi).0.is_none_or(|start| start <= sight.as_of());
        begun && (sight.figure)(kpi).known().is_none() && sight.known(kpi).is_empty()
    })
}

/// More than 25 points of the way behind what was expected when the value was true.
fn far_behind(sight: &Sight<'_>) -> Vec<Place> {
    let mut found = Vec::new();
    for kpi in sight.plan.kpi_indices() {
        let score = sight.scores.kpi(kpi);
        let Some((progress, expected)) = score.progress.zip(score.expected) else { continue };
        // Told apart: a stale value is a finding of its own, and so is a target that is missed.
        if expected - progress > BEHIND && score.status != Status::Stale && !is_over(sight, kpi) {
            found.push(Place::kpi(kpi).with("progress", progress).with("expected", expected));
        }
    }
    found
}

fn is_over(sight: &Sight<'_>, kpi: KpiIx) -> bool {
    sight.plan.dates_of(kpi).1.is_some_and(|due| due < sight.as_of())
}

/// Past the due date, the last value does not meet the target.
fn target_missed(sight: &Sight<'_>) -> Vec<Place> {
    let mut found = Vec::new();
    for ix in sight.plan.kpi_indices() {
        let figure = (sight.figure)(ix);
        let (Some(due), Some(value)) = (sight.plan.dates_of(ix).1, figure.known()) else { continue };
        if is_over(sight, ix) && is_met(sight, ix, value) == Some(false) {
            found.push(Place::kpi(ix).with("due", iso(due)).with("value", value));
        }
    }
    found
}

/// Whether a value meets the target; without one, whether it has the full score.
fn is_met(sight: &Sight<'_>, ix: KpiIx, value: f64) -> Option<bool> {
    let kpi = sight.plan.kpi(ix);
    match kpi.target.zip(kpi.direction) {
        Some((target, direction)) => Some(reaches(value, target, direction)),
        None => sight.scores.kpi(ix).score.map(|score| score >= 1.0),
    }
}

/// What must happen from here to the due date was never seen yet.
fn unreachable_target(sight: &Sight<'_>) -> Vec<Place> {
    let mut found = Vec::new();
    for kpi in sight.plan.kpi_indices() {
        let Some(rate) = required(sight.plan, kpi, &sight.known(kpi), sight.as_of()) else { continue };
        if rate.needed > rate.best {
            let mut place = Place::kpi(kpi).with("needed", rate.needed).with("best", rate.best);
            if let Some(times) = rate.times() {
                place = place.with("times", times);
            }
            found.push(place);
        }
    }
    found
}

/// What was set by hand does nothing any more, and still stands in the plan as if it did.
fn override_expired(sight: &Sight<'_>) -> Vec<Place> {
    let plan = sight.plan;
    let nodes = plan.node_indices().map(|ix| (Place::node(ix), plan.node(ix).overruled.as_ref()));
    let kpis = plan.kpi_indices().map(|ix| (Place::kpi(ix), plan.kpi(ix).overruled.as_ref()));
    let over = nodes.chain(kpis).filter_map(|(place, by)| {
        let by = by.filter(|by| !by.holds(sight.as_of()))?;
        Some(place.with("expires", iso(by.expires)).with("author", by.author.as_str()))
    });
    over.collect()
}

fn benchmark_old(sight: &Sight<'_>) -> Vec<Place> {
    let mut found = Vec::new();
    for kpi in sight.plan.kpi_indices() {
        let Some(benchmark) = &sight.plan.kpi(kpi).benchmark else { continue };
        if days_between(benchmark.date, sight.as_of()) > OLD {
            let place = Place::kpi(kpi).with("date", iso(benchmark.date));
            found.push(place.with("source", benchmark.source.as_str()));
        }
    }
    found
}

/// What others reach was taken over as what is wanted here, to the digit.
fn benchmark_as_target(sight: &Sight<'_>) -> Vec<Place> {
    sight.kpis_where(|ix| {
        let kpi = sight.plan.kpi(ix);
        kpi.benchmark
            .as_ref()
            .zip(kpi.target)
            .is_some_and(|(benchmark, target)| benchmark.value.total_cmp(&target).is_eq())
    })
}
