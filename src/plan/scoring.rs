//! How a value becomes a score, as a plan chooses it (domain section 2).

use super::formula::{Formula, Names};
use super::names::named;

/// How a value becomes a score from 0 to 1 (domain section 2).
#[derive(Debug, Clone, PartialEq, Default)]
pub enum ScoreFunction {
    /// Progress itself.
    #[default]
    Linear,
    /// The place between two bounds; the KPI's direction says which end is good.
    MinMax {
        /// The lower bound.
        low: f64,
        /// The upper bound, above `low`.
        high: f64,
    },
    /// 1 inside \[low, high\], linear to 0 at `low0` and `high0`.
    Range {
        /// 0 from here down.
        low0: f64,
        /// 1 from here up.
        low: f64,
        /// 1 up to here.
        high: f64,
        /// 0 from here up.
        high0: f64,
    },
    /// One of the less common ones.
    Other(Box<OtherScore>),
}

/// The score functions that few KPIs have.
#[derive(Debug, Clone, PartialEq)]
pub enum OtherScore {
    /// 1 at a goal, ½ at a red flag, linear through both.
    GoalRedFlag {
        /// Where the score is 1.
        goal: f64,
        /// Where it is ½; another than `goal`.
        red_flag: f64,
    },
    /// Ordered rules with a status and a score of their own; the first that holds counts.
    Thresholds {
        /// The rules, at least one.
        rules: Vec<ThresholdRule>,
        /// What holds where none of them does.
        otherwise: Verdict,
    },
    /// 1 where a number is reached, else 0; the KPI's direction says which side is good.
    Binary {
        /// The number.
        at: f64,
    },
    /// Each value of a short list has its score.
    Ordinal(Vec<OrdinalStep>),
    /// Linear between points, in order of value, at least two.
    Piecewise(Vec<ScorePoint>),
    /// A formula.
    Expression {
        /// The formula.
        formula: Formula,
        /// What it calls `low`.
        low: Option<f64>,
        /// What it calls `high`.
        high: Option<f64>,
    },
}

impl ScoreFunction {
    /// Whether it is computed from progress, and so from baseline and target.
    #[must_use]
    pub const fn needs_progress(&self) -> bool {
        matches!(self, Self::Linear)
    }

    /// Whether the KPI's direction says which end is good.
    #[must_use]
    pub fn needs_direction(&self) -> bool {
        match self {
            Self::MinMax { .. } => true,
            Self::Other(other) => matches!(**other, OtherScore::Binary { .. }),
            _ => false,
        }
    }

    /// The rules, where it is of thresholds.
    #[must_use]
    pub fn rules(&self) -> &[ThresholdRule] {
        match self {
            Self::Other(other) => other.rules(),
            _ => &[],
        }
    }
}

impl OtherScore {
    /// The rules, where it is of thresholds.
    #[must_use]
    pub fn rules(&self) -> &[ThresholdRule] {
        if let Self::Thresholds { rules, .. } = self { rules } else { &[] }
    }

    /// The name in JSON.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::GoalRedFlag { .. } => "goal-red-flag",
            Self::Thresholds { .. } => "thresholds",
            Self::Binary { .. } => "binary",
            Self::Ordinal(_) => "ordinal",
            Self::Piecewise(_) => "piecewise",
            Self::Expression { .. } => "expression",
        }
    }
}

named! {
    /// How a value is held against a number.
    Comparison {
        /// The value is the number or more.
        AtLeast = "at-least",
        /// The value is more.
        Above = "above",
        /// The value is the number or less.
        AtMost = "at-most",
        /// The value is less.
        Below = "below",
        /// The value is the number.
        Equal = "equal",
    }
}

named! {
    /// The status that a rule gives.
    StatedStatus {
        /// As it should be.
        OnTrack = "on-track",
        /// A caution.
        AtRisk = "at-risk",
        /// Not as it should be.
        OffTrack = "off-track",
    }
}

/// A rule of thresholds.
#[derive(Debug, Clone, PartialEq)]
pub struct ThresholdRule {
    /// How the value is compared.
    pub when: Comparison,
    /// With what.
    pub against: Against,
    /// What holds then.
    pub then: Verdict,
}

/// What a rule gives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Verdict {
    /// The status.
    pub status: StatedStatus,
    /// The score, 0 to 1.
    pub score: f64,
}

/// What a value is held against.
#[derive(Debug, Clone, PartialEq)]
pub enum Against {
    /// A number.
    Number(f64),
    /// The KPI's target, so many times.
    Target(f64),
    /// The value of another KPI, by its id, which the plan has.
    Kpi(String),
}

/// A value of a short list and its score.
#[derive(Debug, Clone, PartialEq)]
pub struct OrdinalStep {
    /// The value.
    pub value: f64,
    /// The word that stands for it; no other step has it.
    pub word: Option<String>,
    /// The score, 0 to 1.
    pub score: f64,
}

/// A value and its score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScorePoint {
    /// The value.
    pub value: f64,
    /// The score, 0 to 1.
    pub score: f64,
}

impl Comparison {
    /// Whether it holds of a value and a number.
    #[must_use]
    pub fn holds(self, value: f64, number: f64) -> bool {
        match self {
            Self::AtLeast => value >= number,
            Self::Above => value > number,
            Self::AtMost => value <= number,
            Self::Below => value < number,
            Self::Equal => value - number == 0.0,
        }
    }
}

impl Formula {
    /// Which of the names it asks for have no number, with their places.
    #[must_use]
    pub fn lacking(&self, names: &Names) -> Vec<(super::formula::Name, usize)> {
        self.names().into_iter().filter(|(name, _)| names.get(*name).is_none()).collect()
    }
}
