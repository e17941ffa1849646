//! Down from a number to what it was made of (N17).
//!
//! Steps are codes; their parameters carry every number that went in, unrounded.
//!
//! | step | parameters |
//! | --- | --- |
//! | `rows` | `source`, `name`, `read`, `used`, `share` where it is below 1 |
//! | `counted` | `n`, `open`, `variant`, `segment` |
//! | `business-hours`, `first-resolution` | |
//! | `typed` | `at` |
//! | `window` | `periods` (absent for all), `at`, `period` |
//! | `value` | `value`, `unit` |
//! | `approximated` | `error` |
//! | `interval` | `low`, `high`, `method`, `level` |
//! | `progress` | `value`, `baseline`, `target`, `progress` |
//! | `no-baseline` | `value`, `target` |
//! | `expected` | `course`, `start`, `due`, `at`, `expected` |
//! | `pace` | `progress`, `expected`, `pace` |
//! | `score` | `function`, `score`, and the function's bounds |
//! | `freshness` | `age`, `limit` |
//! | `missing` | `reason` |
//! | `contributors` | `count`, `known`, `weight` |
//! | `roll-up` | `by`, `score` |
//! | `pace-roll-up` | `pace` |
//! | `coverage` | `coverage`, `needed` |
//! | `bounds` | `low`, `high` |
//! | `execution` | `score`, `coverage`, `actions`, `done`, `effort` |
//! | `contribution` | `contribution` |
//! | `override`, `override-expired` | `reason`, `author`, `expires`, `score` and `status` where it sets them |
//! | `status` | `status`, `because`, and the parameters of the reason |

use super::{Board, Explanation, Input, SourceNote, Step};
use crate::calendar::Date;
use crate::data::{Hours, Resolved};
use crate::error::{Param, Params};
use crate::kpi::{self, Figure, Provenance};
use crate::plan::{
    Expected, Kpi, KpiIx, Missing, NodeIx, OtherScore, Override, RollUp, ScoreFunction, Subject, Window,
};
use crate::score::{Because, Contributor, Rolling, Source, Status, allowed_age, goal_red_flag, iso};

/// How many points of a KPI's series go with its explanation.
const RECENT: usize = 12;

/// Steps in the making.
#[derive(Default)]
struct Steps(Vec<Step>);

impl Steps {
    fn add(&mut self, code: &'static str) -> &mut Self {
        self.0.push(Step { code, params: Params::none() });
        self
    }

    fn with(&mut self, name: &'static str, value: impl Into<Param>) -> &mut Self {
        if let Some(step) = self.0.last_mut() {
            step.params.push(name, value.into());
        }
        self
    }

    fn maybe(&mut self, name: &'static str, value: Option<impl Into<Param>>) -> &mut Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    fn status(&mut self, status: Status, because: &Because) {
        self.add("status").with("status", status.code()).with("because", because.code());
        if let Some(step) = self.0.last_mut() {
            step.params.0.extend(because.params().0);
        }
    }
}

impl Board {
    pub(super) fn explain_subject(&self, subject: Subject) -> Explanation {
        match subject {
            Subject::Node(node) => self.explain_node(node),
            Subject::Kpi(kpi) => self.explain_kpi(kpi),
        }
    }

    fn explain_node(&self, ix: NodeIx) -> Explanation {
        let score = self.scores.node(ix);
        let (settings, rolling) = (self.plan.settings(), Rolling::of(&self.plan, ix));
        let inputs = self.inputs(ix);
        let mut steps = Steps::default();
        let known = inputs.iter().filter(|input| self.known(input.subject)).count();
        let weighed = self.tree.contributors(ix).len();
        steps.add("contributors").with("count", weighed as f64).with("known", known as f64);
        steps.with("weight", self.tree.total(ix));
        if let Some(value) = score.score {
            steps.add("roll-up").with("by", rolling.by.name()).with("score", value);
            steps.with("missing", rolling.missing.name());
        }
        if let Some(pace) = score.pace {
            steps.add("pace-roll-up").with("pace", pace);
        }
        if weighed > 0 {
            steps.add("coverage").with("coverage", score.coverage).with("needed", settings.coverage_needed);
            steps.add("bounds").with("low", score.low).with("high", score.high);
        }
        if let Some(execution) = &score.execution {
            steps.add("execution").maybe("score", execution.score).with("coverage", execution.coverage);
            steps.with("actions", execution.actions).with("done", execution.done);
            steps.with("effort", execution.effort);
        }
        if let Some(part) = self.alignment.contribution.get(ix.index()).copied().flatten() {
            steps.add("contribution").with("contribution", part);
        }
        if let Some(by) = &self.plan.node(ix).overruled {
            step_override(by, self.as_of(), &mut steps);
        }
        steps.status(score.status, &score.because);
        let formula = if weighed == 0 { "none" } else { rolling.by.name() };
        self.explanation(Subject::Node(ix), formula, "roll-up", inputs, steps)
    }

    fn explanation(
        &self,
        subject: Subject,
        formula: &'static str,
        definition: &'static str,
        inputs: Vec<Input>,
        steps: Steps,
    ) -> Explanation {
        Explanation {
            subject,
            formula,
            variant: None,
            definition,
            inputs,
            source: None,
            recent: Vec::new(),
            as_of: self.as_of(),
            steps: steps.0,
        }
    }

    /// The contributors of a node with their part in its score, and beside them what has no weight.
    fn inputs(&self, ix: NodeIx) -> Vec<Input> {
        let contributors = self.tree.contributors(ix);
        let rolling = Rolling::of(&self.plan, ix);
        let counts = |each: &&Contributor| self.known(subject(each.of)) || rolling.missing == Missing::Zero;
        let total: f64 = contributors.iter().filter(counts).map(|each| each.weight).sum();
        // Parts of a sum only where there is a sum.
        let mean = matches!(rolling.by, RollUp::Mean | RollUp::Worst | RollUp::ByTarget)
            && self.scores.node(ix).score.is_some();
        let input = |of: Subject, weight: f64, share: f64, here: Option<&Contributor>| {
            let part = here.filter(|_| self.known(of)).map_or(0.0, |each| each.weight);
            let effective = if total > 0.0 { part / total } else { 0.0 };
            let contribution = self.score_of(of).filter(|_| mean && part > 0.0);
            let contribution = contribution.map(|score| effective * score);
            Input { subject: of, weight, share, effective, contribution }
        };
        let of = |of: Source| contributors.iter().find(|each| each.of == of);
        let kpis = self.plan.kpis_of(ix).iter().map(|kpi| {
            let here = self.plan.kpi(*kpi);
            input(Subject::Kpi(*kpi), here.weight, 1.0, of(Source::Kpi(*kpi, here.lead)))
        });
        let children = self.plan.children(ix).iter().map(|link| {
            let here = of(Source::Node(link.child));
            input(Subject::Node(link.child), link.weight, link.share, here)
        });
        kpis.chain(children).collect()
    }

    fn known(&self, subject: Subject) -> bool {
        match subject {
            Subject::Kpi(kpi) => self.scores.kpi(kpi).part.is_some(),
            Subject::Node(node) => self.scores.node(node).score.is_some(),
        }
    }

    fn score_of(&self, subject: Subject) -> Option<f64> {
        match subject {
            Subject::Kpi(kpi) => self.scores.kpi(kpi).part.map(|part| part.score),
            Subject::Node(node) => self.scores.node(node).score,
        }
    }

    fn explain_kpi(&self, ix: KpiIx) -> Explanation {
        let (kpi, figure, score) = (self.plan.kpi(ix), self.figure(ix), self.scores.kpi(ix));
        let mut steps = Steps::default();
        let source = self.source_of(figure);
        self.step_origin(kpi, figure, source.as_ref(), &mut steps);
        step_value(kpi, figure, &mut steps);
        if matches!(figure.provenance, Provenance::Computed { .. }) && figure.value.is_ok() {
            self.step_notes(kpi, &mut steps);
        }
        self.step_score(ix, &mut steps);
        if let (Some(age), Some(interval)) = (score.age, kpi.interval) {
            steps.add("freshness").with("age", f64::from(age)).with("limit", allowed_age(interval));
        }
        if let Some(by) = &kpi.overruled {
            step_override(by, self.as_of(), &mut steps);
        }
        steps.status(score.status, &score.because);
        let series = self.series(ix);
        let recent = series.iter().skip(series.len().saturating_sub(RECENT)).cloned().collect();
        let definition = self.definition_of(figure);
        let variant = match &figure.provenance {
            Provenance::Computed { variant, .. } => Some(variant.name()),
            _ => None,
        };
        let explanation = self.explanation(Subject::Kpi(ix), formula(kpi), definition, Vec::new(), steps);
        Explanation { variant, source, recent, ..explanation }
    }

    /// What there is to know about a value that a formula gave.
    fn step_notes(&self, kpi: &Kpi, steps: &mut Steps) {
        for note in kpi::notes(kpi, &self.snapshot, self.plan.cycle(), self.as_of()) {
            steps.add("note").with("note", note.code);
            if let Some(step) = steps.0.last_mut() {
                step.params.0.extend(note.params.0);
            }
        }
    }

    fn definition_of(&self, figure: &Figure) -> &'static str {
        match &figure.provenance {
            Provenance::Typed => "typed",
            Provenance::Imported { .. } => "imported",
            Provenance::Computed { source, measure, .. } => {
                self.snapshot.get(source, measure).map_or("computed", |part| part.family.name())
            }
        }
    }

    fn source_of(&self, figure: &Figure) -> Option<SourceNote> {
        let Provenance::Computed { source, .. } = &figure.provenance else { return None };
        let part = self.snapshot.source(source)?;
        Some(SourceNote {
            id: part.id.clone(),
            name: part.name.clone(),
            hash: part.hash.clone(),
            read: part.read,
            used: part.used,
        })
    }

    /// From the rows, or from the keyboard, to the cases that count.
    fn step_origin(&self, kpi: &Kpi, figure: &Figure, source: Option<&SourceNote>, steps: &mut Steps) {
        if let Some(source) = source {
            steps.add("rows").with("source", source.id.as_str()).maybe("name", source.name.as_deref());
            steps.with("read", source.read as f64).with("used", source.used as f64);
            steps.maybe("share", shown_share(source.used, source.read));
        }
        match &figure.provenance {
            Provenance::Computed { variant, segment, .. } if figure.value.is_ok() => {
                steps
                    .add("counted")
                    .with("variant", variant.name())
                    .with("family", self.definition_of(figure));
                steps.maybe("n", figure.n.map(|n| n as f64)).maybe("open", figure.open.map(|n| n as f64));
                steps.maybe("segment", segment.as_deref());
                self.step_clock(&figure.provenance, steps);
            }
            Provenance::Typed if figure.value.is_ok() => {
                steps.add("typed").with("at", iso(figure.at)).maybe("n", figure.n.map(|n| n as f64));
            }
            _ => {}
        }
        match &figure.value {
            Ok(_) => {
                let periods = match kpi.window {
                    Window::All => None,
                    Window::Last(n) => Some(n),
                };
                steps.add("window").maybe("periods", periods).with("at", iso(figure.at));
                steps.maybe("period", figure.period.map(crate::calendar::Period::label));
            }
            Err(why) => {
                steps.add("missing").with("reason", why.code);
                if let Some(step) = steps.0.last_mut() {
                    step.params.0.extend(why.params.0.iter().cloned());
                }
            }
        }
    }

    /// Which hours and which resolution count, where it is not all hours and the last.
    fn step_clock(&self, provenance: &Provenance, steps: &mut Steps) {
        let Provenance::Computed { source, measure, .. } = provenance else { return };
        let Some(part) = self.snapshot.get(source, measure) else { return };
        if part.hours == Hours::Business {
            steps.add("business-hours");
        }
        if part.resolved == Resolved::First {
            steps.add("first-resolution");
        }
    }

    /// From the value to progress, pace and score.
    fn step_score(&self, ix: KpiIx, steps: &mut Steps) {
        let (kpi, score) = (self.plan.kpi(ix), self.scores.kpi(ix));
        let Some(value) = self.figure(ix).known().filter(|_| score.age.is_some()) else { return };
        match (kpi.baseline, kpi.target, score.progress) {
            (Some(baseline), Some(target), Some(progress)) => {
                steps.add("progress").with("value", value).with("baseline", baseline);
                steps.with("target", target).with("progress", progress);
            }
            (None, Some(target), _) => {
                steps.add("no-baseline").with("value", value).with("target", target);
            }
            _ => {}
        }
        if let Some(expected) = score.expected {
            let (start, due) = self.plan.dates_of(ix);
            steps.add("expected").with("course", course(&kpi.expected));
            steps.maybe("start", start.map(iso)).maybe("due", due.map(iso));
            steps.with("at", iso(self.figure(ix).at.min(self.as_of()))).with("expected", expected);
            if let (Some(progress), Some(pace)) = (score.progress, score.pace) {
                steps.add("pace").with("progress", progress).with("expected", expected).with("pace", pace);
            }
        }
        if let Some(score) = score.score {
            steps.add("score").with("function", formula(kpi)).with("score", score);
            with_bounds(kpi, self.figure(ix).known(), steps);
        }
    }
}

const fn subject(of: Source) -> Subject {
    match of {
        Source::Kpi(kpi, _) => Subject::Kpi(kpi),
        Source::Node(node) => Subject::Node(node),
    }
}

fn step_value(kpi: &Kpi, figure: &Figure, steps: &mut Steps) {
    let Some(value) = figure.known() else { return };
    steps.add("value").with("value", value).maybe("unit", kpi.unit.as_deref());
    if let Some(error) = figure.approximation {
        steps.add("approximated").with("error", error);
    }
    if let Some(interval) = &figure.interval {
        steps.add("interval").with("low", interval.low).with("high", interval.high);
        steps.with("method", interval.method).maybe("level", interval.level);
    }
}

fn with_bounds(kpi: &Kpi, value: Option<f64>, steps: &mut Steps) {
    match kpi.score {
        ScoreFunction::Linear => {}
        ScoreFunction::Other(ref other) => with_other(other, value, steps),
        ScoreFunction::MinMax { low, high } => {
            steps.with("low", low).with("high", high);
        }
        ScoreFunction::Range { low0, low, high, high0 } => {
            steps.with("low0", low0).with("low", low).with("high", high).with("high0", high0);
        }
    }
}

/// What somebody set by hand, whether it still holds or not.
#[inline(never)]
fn step_override(by: &Override, as_of: Date, steps: &mut Steps) {
    steps.add(if by.holds(as_of) { "override" } else { "override-expired" });
    steps.maybe("score", by.score).maybe("status", by.status.map(|status| status.name()));
    steps.with("reason", by.reason.as_str()).with("author", by.author.as_str());
    steps.with("expires", iso(by.expires));
}

/// What goes with the less common functions.
#[inline(never)]
fn with_other(score: &OtherScore, value: Option<f64>, steps: &mut Steps) {
    match score {
        OtherScore::GoalRedFlag { goal, red_flag } => {
            let shown = value.and_then(|value| goal_red_flag(value, *goal, *red_flag));
            steps.with("goal", *goal).with("redFlag", *red_flag).maybe("display", shown);
        }
        OtherScore::Binary { at } => {
            steps.with("at", *at);
        }
        OtherScore::Expression { formula, .. } => {
            steps.with("formula", formula.text());
        }
        OtherScore::Thresholds { .. } | OtherScore::Ordinal(_) | OtherScore::Piecewise(_) => {}
    }
}

/// The formula of a KPI's score.
fn formula(kpi: &Kpi) -> &'static str {
    match kpi.score {
        ScoreFunction::Linear if kpi.baseline.is_none() => "met",
        ScoreFunction::Linear => "linear",
        ScoreFunction::MinMax { .. } => "min-max",
        ScoreFunction::Range { .. } => "range",
        ScoreFunction::Other(ref other) => other.name(),
    }
}

const fn course(expected: &Expected) -> &'static str {
    match expected {
        Expected::Even => "even",
        Expected::Milestones(_) => "milestones",
        Expected::Steps(_) => "steps",
    }
}

/// The share of rows used where some were not, cut off behind its thousandths: rounded up, 99.96 % would read as all.
fn shown_share(used: u64, read: u64) -> Option<f64> {
    (used < read).then(|| (used as f64 * 1000.0 / read as f64).floor() / 1000.0)
}
