//! Rules on one KPI.

use std::cmp::Ordering;

use super::Check;
use crate::calendar::Date;
use crate::error::{Issue, Pointer};
use crate::plan::{
    Amount, Benchmark, Direction, DraftKpi, Expected, Kpi, KpiIx, Milestone, NodeIx, Reference,
    ScoreFunction, Typed, Window,
};
use crate::stats::put_in_order;

/// First and last day of the node a KPI belongs to.
type Span = (Option<Date>, Option<Date>);

impl Check<'_> {
    #[inline(never)]
    pub(super) fn kpi(&mut self, node: NodeIx, draft: DraftKpi, span: Span) -> Kpi {
        self.kpi_numbers(&draft);
        let direction = self.direction(&draft);
        if draft.sound {
            self.dates(draft.start.or(span.0), draft.due.or(span.1), &draft.at);
        }
        let owner = draft.owner.as_ref().and_then(|reference| self.owner_of(reference));
        let guard = draft.guard.as_ref().and_then(|reference| self.guard(reference, &draft.id));
        let overruled = draft.overruled.and_then(|(at, overruled)| self.overruled(overruled, &at));
        let expected = self.expected(draft.expected, &draft.at);
        let typed = self.typed(draft.typed);
        Kpi {
            id: draft.id,
            node,
            title: draft.title,
            description: draft.description,
            unit: draft.unit,
            direction,
            baseline: draft.baseline,
            target: draft.target,
            benchmark: draft.benchmark,
            start: draft.start,
            due: draft.due,
            weight: draft.weight,
            owner,
            guard,
            standard: draft.standard,
            interval: draft.interval,
            lead: draft.lead,
            score: draft.score,
            expected,
            overruled,
            bands: draft.bands,
            window: draft.window,
            aggregate: draft.aggregate,
            reading: draft.reading,
            typed,
            pointer: draft.at,
        }
    }

    /// The KPI to watch beside one: another than itself.
    #[inline(never)]
    fn guard(&mut self, reference: &Reference, id: &str) -> Option<KpiIx> {
        if reference.id == id {
            self.issues.push(Issue::new("guards-itself", reference.at.clone()));
            return None;
        }
        self.kpi_of(reference)
    }

    #[inline(never)]
    fn kpi_numbers(&mut self, draft: &DraftKpi) {
        let at = &draft.at;
        self.present(&draft.title, at, "title");
        for (number, field) in [(draft.baseline, "baseline"), (draft.target, "target")] {
            if let Some(number) = number {
                self.finite(number, at, field);
            }
        }
        self.weight(draft.weight, at, "weight");
        if let Some(benchmark) = &draft.benchmark {
            self.benchmark(benchmark, draft, &at.field("benchmark"));
        }
        if let Some(bands) = &draft.bands {
            self.bands(bands, &at.field("bands"));
        }
        if draft.window == Window::Last(0) {
            self.at_least(0.0, 1.0, &at.field("window"), "last");
        }
        self.score_function(&draft.score, &at.field("score"));
        if let ScoreFunction::Other(_) = draft.score {
            self.other_score(draft);
        }
    }

    /// A figure that nobody can look up, or of another unit, compares nothing.
    #[inline(never)]
    fn benchmark(&mut self, benchmark: &Benchmark, draft: &DraftKpi, at: &Pointer) {
        self.finite(benchmark.value, at, "value");
        self.present(&benchmark.source, at, "source");
        if let Some(unit) = benchmark.unit.as_ref().filter(|unit| draft.unit.as_ref() != Some(*unit)) {
            let issue = Issue::new("unit-differs", at.field("unit")).with("unit", unit.as_str());
            self.issues.push(issue.with("expected", draft.unit.as_deref().unwrap_or_default()));
        }
    }

    fn score_function(&mut self, score: &ScoreFunction, at: &Pointer) {
        let bounds: &[(f64, &str)] = match score {
            ScoreFunction::Linear | ScoreFunction::Other(_) => &[],
            ScoreFunction::MinMax { low, high } => &[(*low, "low"), (*high, "high")],
            ScoreFunction::Range { low0, low, high, high0 } => {
                &[(*low0, "low0"), (*low, "low"), (*high, "high"), (*high0, "high0")]
            }
        };
        for (bound, field) in bounds {
            self.finite(*bound, at, field);
        }
        // A range may be a step; min–max divides by its width.
        if let ScoreFunction::MinMax { low, high } = score {
            return self.above(*high, *low, at, "high");
        }
        for pair in bounds.windows(2) {
            if let [(lower, _), (upper, field)] = pair {
                self.at_least(*upper, *lower, at, field);
            }
        }
    }

    /// Which way is better: as given, else by the sign of target − baseline; and whether that can be so.
    #[inline(never)]
    fn direction(&mut self, draft: &DraftKpi) -> Option<Direction> {
        let needs_progress = draft.score.needs_progress();
        let towards = match (draft.baseline, draft.target) {
            (Some(baseline), Some(target)) => target.partial_cmp(&baseline),
            _ => None,
        };
        let natural = match towards {
            Some(Ordering::Greater) => Some(Direction::Up),
            Some(Ordering::Less) => Some(Direction::Down),
            _ => None,
        };
        let direction = draft.direction.or(natural);
        if !draft.sound {
            return direction;
        }
        let met_or_not = needs_progress && draft.target.is_some() && draft.baseline.is_none();
        if towards == Some(Ordering::Equal) && needs_progress {
            let value = draft.target.unwrap_or_default();
            self.report("baseline-equals-target", &draft.at, "target", &[("value", value)]);
        }
        if natural.is_some() && direction != natural {
            self.report("direction-contradicts-target", &draft.at, "direction", &[]);
        }
        if direction.is_none() && (met_or_not || draft.score.needs_direction()) {
            self.issue(Issue::new("direction-required", draft.at.clone()));
        }
        direction
    }

    #[inline(never)]
    fn expected(&mut self, expected: Expected, at: &Pointer) -> Expected {
        let place = at.field("expected").field("points");
        match expected {
            Expected::Even => Expected::Even,
            Expected::Milestones(points) => Expected::Milestones(self.points(points, &place)),
            Expected::Steps(points) => Expected::Steps(self.points(points, &place)),
        }
    }

    #[inline(never)]
    fn points(&mut self, mut points: Vec<Milestone>, at: &Pointer) -> Vec<Milestone> {
        if points.is_empty() {
            self.issue(Issue::new("empty-list", at.clone()));
        }
        for (position, point) in points.iter().enumerate() {
            self.within(point.progress, &at.index(position), "progress", 0.0, 1.0);
        }
        let dated =
            points.iter().enumerate().map(|(position, point)| (point.date, at.index(position).field("date")));
        self.one_a_day(dated.collect());
        put_in_order(&mut points, |one, other| one.date.cmp(&other.date));
        points
    }

    #[inline(never)]
    fn typed(&mut self, drafts: Vec<(Pointer, Typed)>) -> Vec<Typed> {
        for (at, typed) in &drafts {
            self.typed_value(typed, at);
        }
        self.one_a_day(drafts.iter().map(|(at, typed)| (typed.at, at.field("at"))).collect());
        let mut series: Vec<Typed> = drafts.into_iter().map(|(_, typed)| typed).collect();
        put_in_order(&mut series, |one, other| one.at.cmp(&other.at));
        series
    }

    #[inline(never)]
    fn typed_value(&mut self, typed: &Typed, at: &Pointer) {
        match typed.amount {
            Amount::Value(value) => self.finite(value, at, "value"),
            Amount::Counts { numerator, denominator } => {
                self.finite(numerator, at, "numerator");
                self.finite(denominator, at, "denominator");
                self.above(denominator, 0.0, at, "denominator");
            }
        }
        if typed.n == Some(0) {
            self.at_least(0.0, 1.0, at, "n");
        }
        if let Some((low, high)) = typed.interval {
            self.finite(low, at, "low");
            self.finite(high, at, "high");
            self.at_least(high, low, at, "high");
        }
    }

    /// A series has one point a day; else `duplicate-date`.
    pub(super) fn one_a_day(&mut self, mut days: Vec<(Date, Pointer)>) {
        put_in_order(&mut days, |one, other| one.0.cmp(&other.0));
        let mut first: Option<(Date, Pointer)> = None;
        for (day, at) in days {
            match &first {
                Some((before, place)) if *before == day => self.same_day(day, at, place),
                _ => first = Some((day, at)),
            }
        }
    }
    #[cold]
    #[inline(never)]
    fn same_day(&mut self, day: Date, at: Pointer, first: &Pointer) {
        let issue = Issue::new("duplicate-date", at);
        self.issue(issue.with("date", day.to_string()).with("first", first.as_str()));
    }
}
