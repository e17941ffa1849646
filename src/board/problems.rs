//! What looks well and may do harm: findings that need values over time, or the rows behind them (N15).
//!
//! They are looked for when asked for, not on every change: no first picture waits for them.
//!
//! | rule | severity | parameters | remedy |
//! | --- | --- | --- | --- |
//! | `guard-diverges` | warning | `kpi`, `guard`, `periods`, `since`, `at`, `change`, `guardChange`, `p`, `guardP` | `look-at-both` |
//! | `problem-metric-without-guard` | note | `kpi`, `family`, `families`, `candidates` | `name-guard` |
//! | `bunching` | warning | `kpi`, `limit`, `n`, `inside`, `outside`, `expected`, `p` | `look-at-cases` |

use std::collections::BTreeMap;

use super::Board;
use crate::alignment::{Finding, Severity, bunching, divergence, finding, guards_of};
use crate::calendar::{Date, Period};
use crate::plan::{FindingId, KpiIx, Subject};
use crate::score::iso;
use crate::snapshot::{MeasurePart, Partial, Quantiles, Shape};

/// No more than so many of the latest periods are compared: what was long ago is another story.
const LATEST: usize = 12;

impl Board {
    /// The findings of metrics that may do harm: a guard that gets worse, a guard that is missing, cases that pile up just
    /// within a limit; those switched off included.
    #[must_use]
    #[inline(never)]
    pub fn problems(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        for ix in self.plan().kpi_indices() {
            found.extend(match self.plan().kpi(ix).guard {
                Some(guard) => self.diverging(ix, guard),
                None => self.unguarded(ix),
            });
            found.extend(self.bunched(ix));
        }
        found
    }

    fn found(&self, ix: KpiIx, rule: FindingId, severity: Severity, remedy: &'static str) -> Finding {
        finding(self.plan(), rule, Subject::Kpi(ix), severity, remedy)
    }

    fn diverging(&self, ix: KpiIx, guard: KpiIx) -> Option<Finding> {
        let directions = self.plan().kpi(ix).direction.zip(self.plan().kpi(guard).direction)?;
        let (metric, beside) = (self.by_period(ix), self.by_period(guard));
        let common: Vec<Period> =
            metric.keys().filter(|period| beside.contains_key(period)).copied().collect();
        let common = common.get(common.len().saturating_sub(LATEST)..)?;
        let values = |of: &BTreeMap<Period, f64>| -> Vec<f64> {
            common.iter().filter_map(|period| of.get(period).copied()).collect()
        };
        let (one, other) = (values(&metric), values(&beside));
        let apart = divergence((&one, directions.0), (&other, directions.1))?;
        let mut found = self.found(ix, FindingId::GuardDiverges, Severity::Warning, "look-at-both");
        let params = &mut found.params;
        params.push("guard", self.plan().kpi(guard).id.as_str().into());
        params.push("periods", (apart.periods as f64).into());
        params.push("since", iso(common.first()?.first_day()).into());
        params.push("at", iso(common.last()?.last_day()).into());
        params.push("change", apart.change.into());
        params.push("guardChange", apart.guard_change.into());
        params.push("p", apart.p.into());
        params.push("guardP", apart.guard_p.into());
        Some(found)
    }

    /// The known values of periods that are over; of several in a period the last.
    fn by_period(&self, ix: KpiIx) -> BTreeMap<Period, f64> {
        let (cycle, as_of) = (self.plan().cycle(), self.as_of());
        let over = |at: Date| Period::containing(at, cycle).last_day() <= as_of;
        let known = self.series(ix).iter().filter(|figure| figure.complete && over(figure.at));
        known.filter_map(|figure| Some((Period::containing(figure.at, cycle), figure.known()?))).collect()
    }

    fn unguarded(&self, ix: KpiIx) -> Option<Finding> {
        let family = self.part_of_kpi(ix)?.family.name();
        let families = guards_of(family);
        if families.is_empty() {
            return None;
        }
        let rule = FindingId::ProblemMetricWithoutGuard;
        let mut found = self.found(ix, rule, Severity::Note, "name-guard");
        let guards = |other: &KpiIx| {
            *other != ix
                && self.part_of_kpi(*other).is_some_and(|part| families.contains(&part.family.name()))
        };
        let candidates = self.plan().kpi_indices().filter(guards);
        let candidates: Vec<String> = candidates.map(|other| self.plan().kpi(other).id.clone()).collect();
        found.params.push("family", family.into());
        let families: Vec<String> = families.iter().map(|family| (*family).to_owned()).collect();
        found.params.push("families", families.into());
        found.params.push("candidates", candidates.into());
        Some(found)
    }

    fn part_of_kpi(&self, ix: KpiIx) -> Option<&MeasurePart> {
        let reading = self.plan().kpi(ix).reading.as_ref()?;
        self.snapshot().get(&reading.source, &reading.measure)
    }

    /// Looks at the cases themselves: of a sketch nobody can tell on which side of a limit they lie.
    fn bunched(&self, ix: KpiIx) -> Option<Finding> {
        let part = self.part_of_kpi(ix)?;
        let limit = part.limit.filter(|limit| *limit > 0.0)?;
        let mut cases: Option<Partial> = None;
        for period in part.periods().filter(|period| period.last_day() < self.as_of()) {
            match (part.whole(period), &mut cases) {
                (Some(more), Some(cases)) => cases.merge(more),
                (more, none) => *none = more.cloned(),
            }
        }
        let Shape::Duration(durations) = cases?.shape else { return None };
        let Quantiles::Exact(values) = &durations.quantiles else { return None };
        let heap = bunching(&values.to_vec(), limit)?;
        let mut found = self.found(ix, FindingId::Bunching, Severity::Warning, "look-at-cases");
        let numbers = [
            ("limit", limit),
            ("n", heap.n as f64),
            ("inside", heap.inside as f64),
            ("outside", heap.outside as f64),
            ("expected", heap.expected),
            ("p", heap.p),
        ];
        numbers.into_iter().for_each(|(name, number)| found.params.push(name, number.into()));
        Some(found)
    }
}
