//! Rules on the score functions that few KPIs have.

use super::Check;
use crate::error::{Issue, Pointer};
use crate::plan::{
    Against, Direction, DraftKpi, Formula, Names, OrdinalStep, OtherScore, Override, Reference,
    ScoreFunction, ScorePoint, ThresholdRule,
};

impl Check<'_> {
    /// The function of a KPI, its numbers, and what it needs of the KPI.
    #[cold]
    #[inline(never)]
    pub(super) fn other_score(&mut self, draft: &DraftKpi) {
        let ScoreFunction::Other(score) = &draft.score else { return };
        let at = draft.at.field("score");
        match &**score {
            OtherScore::GoalRedFlag { goal, red_flag } => self.goal_red_flag(draft, *goal, *red_flag, &at),
            OtherScore::Thresholds { rules, otherwise } => {
                for (place, rule) in rules.iter().enumerate() {
                    self.threshold(draft, rule, &at.field("rules").index(place));
                }
                self.not_empty(rules.len(), 1, &at.field("rules"));
                self.within(otherwise.score, &at.field("otherwise"), "score", 0.0, 1.0);
            }
            OtherScore::Binary { at: number } => self.finite(*number, &at, "at"),
            OtherScore::Ordinal(steps) => self.ordinal(steps, &at.field("scores")),
            OtherScore::Piecewise(points) => self.piecewise(points, &at.field("points")),
            OtherScore::Expression { formula, low, high } => {
                self.expression(draft, formula, (*low, *high), &at)
            }
        }
    }

    fn goal_red_flag(&mut self, draft: &DraftKpi, goal: f64, red_flag: f64, at: &Pointer) {
        self.finite(goal, at, "goal");
        self.finite(red_flag, at, "redFlag");
        let natural = if goal > red_flag { Direction::Up } else { Direction::Down };
        if goal - red_flag == 0.0 {
            self.issue(Issue::new("goal-equals-red-flag", at.field("redFlag")).with("value", goal));
        } else if draft.direction.is_some_and(|direction| direction != natural) {
            self.issue(Issue::new("direction-contradicts-goal", draft.at.field("direction")));
        }
    }

    fn threshold(&mut self, draft: &DraftKpi, rule: &ThresholdRule, at: &Pointer) {
        self.within(rule.then.score, at, "score", 0.0, 1.0);
        let against = at.field("against");
        match &rule.against {
            Against::Number(number) => self.finite(*number, &against, "number"),
            Against::Target(factor) => {
                self.finite(*factor, &against, "target");
                if draft.target.is_none() && draft.sound {
                    self.issue(Issue::new("target-required", against.field("target")));
                }
            }
            Against::Kpi(id) if *id == draft.id => {
                self.issue(Issue::new("against-itself", against.field("kpi")));
            }
            Against::Kpi(id) => {
                let _known = self.kpi_of(&Reference { id: id.clone(), at: against.field("kpi") });
            }
        }
    }

    fn ordinal(&mut self, steps: &[OrdinalStep], at: &Pointer) {
        self.not_empty(steps.len(), 1, at);
        for (place, step) in steps.iter().enumerate() {
            let here = at.index(place);
            self.finite(step.value, &here, "value");
            self.within(step.score, &here, "score", 0.0, 1.0);
            let before = steps.get(..place).unwrap_or_default();
            if before.iter().any(|each| each.value - step.value == 0.0) {
                self.issue(Issue::new("listed-twice", here.field("value")).with("value", step.value));
            }
            if let Some(word) = step.word.as_deref()
                && before.iter().any(|each| each.word.as_deref() == Some(word))
            {
                self.issue(Issue::new("listed-twice", here.field("word")).with("value", word));
            }
        }
    }

    fn piecewise(&mut self, points: &[ScorePoint], at: &Pointer) {
        self.not_empty(points.len(), 2, at);
        for (place, point) in points.iter().enumerate() {
            self.finite(point.value, &at.index(place), "value");
            self.within(point.score, &at.index(place), "score", 0.0, 1.0);
        }
        for (place, pair) in points.windows(2).enumerate() {
            if let [before, here] = pair {
                self.above(here.value, before.value, &at.index(place + 1), "value");
            }
        }
    }

    fn expression(
        &mut self,
        draft: &DraftKpi,
        formula: &Formula,
        (low, high): (Option<f64>, Option<f64>),
        at: &Pointer,
    ) {
        for (bound, field) in [(low, "low"), (high, "high")] {
            if let Some(bound) = bound {
                self.finite(bound, at, field);
            }
        }
        if !draft.sound {
            return;
        }
        let names = Names { value: Some(0.0), target: draft.target, baseline: draft.baseline, low, high };
        for (name, position) in formula.lacking(&names) {
            let issue = Issue::new("formula-name-not-given", at.field("formula")).with("name", name.name());
            self.issue(issue.with("position", position as f64));
        }
    }

    /// What is set by hand sets something.
    #[cold]
    #[inline(never)]
    pub(super) fn overruled(&mut self, overruled: Box<Override>, at: &Pointer) -> Option<Box<Override>> {
        if let Some(score) = overruled.score {
            self.within(score, at, "score", 0.0, 1.0);
        } else if overruled.status.is_none() {
            self.issue(Issue::new("override-empty", at.clone()));
        }
        Some(overruled)
    }

    /// A list needs so many items.
    fn not_empty(&mut self, found: usize, min: usize, at: &Pointer) {
        if found == 0 {
            self.issue(Issue::new("empty-list", at.clone()));
        } else if found < min {
            self.issue(Issue::new("too-few", at.clone()).with("min", min as f64).with("found", found as f64));
        }
    }
}
