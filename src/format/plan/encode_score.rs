//! The score functions that few KPIs have, to the shape of their JSON.

use super::wire;
use crate::format::json::scalar::{Day, Fraction, Number, Text, Word};
use crate::plan::{Against, OrdinalStep, OtherScore, Override, ScorePoint, ThresholdRule};

#[inline(never)]
pub(super) fn other(score: &OtherScore) -> wire::ScoreFunction {
    match score {
        OtherScore::GoalRedFlag { goal, red_flag } => {
            wire::ScoreFunction::GoalRedFlag { goal: Number(*goal), red_flag: Number(*red_flag) }
        }
        OtherScore::Thresholds { rules, otherwise } => wire::ScoreFunction::Thresholds {
            rules: rules.iter().map(rule).collect(),
            otherwise: wire::Otherwise { status: Word(otherwise.status), score: Fraction(otherwise.score) },
        },
        OtherScore::Binary { at } => wire::ScoreFunction::Binary { at: Number(*at) },
        OtherScore::Ordinal(steps) => {
            wire::ScoreFunction::Ordinal { scores: steps.iter().map(step).collect() }
        }
        OtherScore::Piecewise(points) => {
            wire::ScoreFunction::Piecewise { points: points.iter().map(point).collect() }
        }
        OtherScore::Expression { formula, low, high } => wire::ScoreFunction::Expression {
            formula: formula.text().into(),
            low: low.map(Number),
            high: high.map(Number),
        },
    }
}

/// What somebody set by hand.
#[inline(never)]
pub(super) fn overruled(overruled: &Override) -> wire::Override {
    wire::Override {
        score: overruled.score.map(Fraction),
        status: overruled.status.map(Word),
        reason: Text::from(&overruled.reason),
        author: Text::from(&overruled.author),
        expires: Day(overruled.expires),
    }
}

fn rule(rule: &ThresholdRule) -> wire::ThresholdRule {
    wire::ThresholdRule {
        when: Word(rule.when),
        against: match &rule.against {
            Against::Number(number) => wire::Against::Number(Number(*number)),
            Against::Target(factor) => wire::Against::Target(Number(*factor)),
            Against::Kpi(id) => wire::Against::Kpi(Text::from(id)),
        },
        status: Word(rule.then.status),
        score: Fraction(rule.then.score),
    }
}

fn step(step: &OrdinalStep) -> wire::OrdinalStep {
    wire::OrdinalStep {
        value: Number(step.value),
        word: step.word.as_ref().map(Text::from),
        score: Fraction(step.score),
    }
}

fn point(point: &ScorePoint) -> wire::ScorePoint {
    wire::ScorePoint { value: Number(point.value), score: Fraction(point.score) }
}
