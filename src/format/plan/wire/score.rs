//! How a value becomes a score.

use serde::Serialize;

use crate::format::json::scalar::{Day, Fraction, Number, Text, Word};
use crate::format::wire::wire;
use crate::plan;

/// How a value becomes a score from 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "function", rename_all = "kebab-case", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum ScoreFunction {
    /// The progress from baseline to target.
    Linear {},
    /// The place between two bounds; `direction` says which end is good.
    MinMax {
        /// The lower bound.
        low: Number,
        /// The upper bound.
        high: Number,
    },
    /// 1 from `low` to `high`, linear to 0 at `low0` and `high0`.
    Range {
        /// 0 from here down.
        low0: Number,
        /// 1 from here up.
        low: Number,
        /// 1 up to here.
        high: Number,
        /// 0 from here up.
        high0: Number,
    },
    /// 1 at the goal, ½ at the red flag, linear through both.
    GoalRedFlag {
        /// Where the score is 1.
        goal: Number,
        /// Where it is ½; lower than the goal where more is better, else higher.
        red_flag: Number,
    },
    /// Rules in order, each with a status and a score of its own; the first that holds counts.
    Thresholds {
        /// The rules.
        #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
        rules: Vec<ThresholdRule>,
        /// What holds where no rule does.
        otherwise: Otherwise,
    },
    /// 1 where a number is reached, else 0; `direction` says which side is good.
    Binary {
        /// The number.
        at: Number,
    },
    /// Each value of a short list has its score; any other value has none.
    Ordinal {
        /// The values and their scores.
        #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
        scores: Vec<OrdinalStep>,
    },
    /// Linear between points; before the first and behind the last as there.
    Piecewise {
        /// The points, by ascending value.
        #[cfg_attr(feature = "schema", schemars(length(min = 2)))]
        points: Vec<ScorePoint>,
    },
    /// A formula: numbers, `+ - * /`, comparisons, `min`, `max`, `clamp`, `if`, and the names `value`, `target`,
    /// `baseline`, `low`, `high`.
    Expression {
        /// The formula.
        #[cfg_attr(feature = "schema", schemars(length(max = 500)))]
        formula: Text,
        /// The number that the formula calls `low`.
        #[serde(skip_serializing_if = "Option::is_none")]
        low: Option<Number>,
        /// The number that the formula calls `high`.
        #[serde(skip_serializing_if = "Option::is_none")]
        high: Option<Number>,
    },
}

wire! {
    /// A score or status set by hand, for a while; at least one of the two.
    Override {
        /// The score that counts instead.
        #[serde(skip_serializing_if = "Option::is_none")]
        score: Option<Fraction>,
        /// The status shown instead; that of the score by the bands where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        status: Option<Word<plan::StatedStatus>>,
        /// Why.
        reason: Text,
        /// Who set it.
        author: Text,
        /// The last day it holds.
        expires: Day,
    }

    /// A rule of thresholds.
    ThresholdRule {
        /// How the value is compared.
        when: Word<plan::Comparison>,
        /// With what.
        against: Against,
        /// The status where the rule holds.
        status: Word<plan::StatedStatus>,
        /// The score where the rule holds.
        score: Fraction,
    }

    /// What holds where no rule of thresholds does.
    Otherwise {
        /// The status.
        status: Word<plan::StatedStatus>,
        /// The score.
        score: Fraction,
    }

    /// A value of a short list and its score.
    OrdinalStep {
        /// The value.
        value: Number,
        /// The word that stands for it.
        #[serde(skip_serializing_if = "Option::is_none")]
        word: Option<Text>,
        /// The score.
        score: Fraction,
    }

    /// A value and its score.
    ScorePoint {
        /// The value.
        value: Number,
        /// The score.
        score: Fraction,
    }
}

/// What a rule holds the value against.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Against {
    /// A number.
    Number(Number),
    /// The target of the KPI, so many times.
    Target(Number),
    /// The value of another KPI, by its id.
    Kpi(Text),
}
