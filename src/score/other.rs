//! The score functions that few KPIs have (domain section 2).

use super::progress::ratio;
use super::{Because, Status};
use crate::plan::{
    Against, Kpi, Names, OrdinalStep, OtherScore, ScoreFunction, ScorePoint, ThresholdRule, Verdict,
};

/// Why a value has no score though there is one to be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unscored {
    /// The KPI that a rule holds it against has no value that counts.
    AgainstUnknown,
    /// The value is none of the list.
    NotListed,
    /// The formula has no value there.
    Undefined,
}

impl Unscored {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::AgainstUnknown => "against-unknown",
            Self::NotListed => "value-not-listed",
            Self::Undefined => "formula-undefined",
        }
    }
}

/// Goal and red flag on the scale that is shown: 0 at 2R − G, 10/3 at the red flag R, 20/3 at the goal G, 10 at 2G − R.
///
/// ```
/// use throughline::score::goal_red_flag;
/// assert_eq!(goal_red_flag(300.0, 700.0, 500.0), Some(0.0));
/// assert_eq!(goal_red_flag(700.0, 700.0, 500.0), Some(20.0 / 3.0));
/// assert_eq!(goal_red_flag(150.0, 120.0, 180.0), Some(5.0));
/// ```
#[must_use]
pub fn goal_red_flag(value: f64, goal: f64, red_flag: f64) -> Option<f64> {
    ratio(10.0 * (value - (2.0 * red_flag - goal)), 3.0 * (goal - red_flag))
}

/// The score before clamping; none where there is none.
#[inline(never)]
pub(super) fn other_score(score: &OtherScore, kpi: &Kpi, value: f64, against: &[Option<f64>]) -> Option<f64> {
    match score {
        // 0.15 of the scale shown, so that the goal is 1 and the red flag ½; without its roundings.
        OtherScore::GoalRedFlag { goal, red_flag } => {
            ratio(value - (2.0 * red_flag - goal), 2.0 * (goal - red_flag))
        }
        OtherScore::Thresholds { rules, otherwise } => {
            first(rules, *otherwise, value, kpi.target, against).map(|verdict| verdict.score)
        }
        OtherScore::Binary { at } => Some(f64::from(u8::from(super::reaches(value, *at, kpi.direction?)))),
        OtherScore::Ordinal(steps) => listed(steps, value).map(|step| step.score),
        OtherScore::Piecewise(points) => piecewise(points, value),
        OtherScore::Expression { formula, low, high } => {
            let (value, target, baseline) = (Some(value), kpi.target, kpi.baseline);
            formula.value(&Names { value, target, baseline, low: *low, high: *high })
        }
    }
}

/// The verdict of the first rule that holds; none where a rule before it has nothing to be held against.
fn first(
    rules: &[ThresholdRule],
    otherwise: Verdict,
    value: f64,
    target: Option<f64>,
    against: &[Option<f64>],
) -> Option<Verdict> {
    for (place, rule) in rules.iter().enumerate() {
        let number = match &rule.against {
            Against::Number(number) => *number,
            Against::Target(factor) => factor * target?,
            Against::Kpi(_) => against.get(place).copied().flatten()?,
        };
        if rule.when.holds(value, number) {
            return Some(rule.then);
        }
    }
    Some(otherwise)
}

fn listed(steps: &[OrdinalStep], value: f64) -> Option<&OrdinalStep> {
    steps.iter().find(|step| step.value - value == 0.0)
}

/// Linear between points; before the first and behind the last as there.
fn piecewise(points: &[ScorePoint], value: f64) -> Option<f64> {
    let mut before: Option<&ScorePoint> = None;
    for point in points {
        if value <= point.value {
            let Some(before) = before else { return Some(point.score) };
            let way = ratio(value - before.value, point.value - before.value)?;
            return Some(before.score + (point.score - before.score) * way);
        }
        before = Some(point);
    }
    before.map(|last| last.score)
}

/// The status that a rule gives by itself, of a KPI with thresholds.
#[inline(never)]
pub(super) fn ruled(
    score: &OtherScore,
    kpi: &Kpi,
    value: f64,
    against: &[Option<f64>],
) -> Option<(Status, Because)> {
    let OtherScore::Thresholds { rules, otherwise } = score else { return None };
    let verdict = first(rules, *otherwise, value, kpi.target, against)?;
    let status = Status::stated(verdict.status);
    Some((status, Because::Rule { value, score: verdict.score }))
}

/// Why a value has no score.
#[inline(never)]
pub(super) fn unscored(kpi: &Kpi) -> Because {
    let ScoreFunction::Other(other) = &kpi.score else { return Because::NoTarget };
    match **other {
        OtherScore::Thresholds { .. } => Because::Unscored(Unscored::AgainstUnknown),
        OtherScore::Ordinal(_) => Because::Unscored(Unscored::NotListed),
        OtherScore::Expression { .. } => Because::Unscored(Unscored::Undefined),
        _ => Because::NoTarget,
    }
}

/// In how many steps an interval is walked to find the ends of a formula over it.
const STEPS: u32 = 16;

/// The least and the greatest score over an interval: where a function may turn inside it, its turns count as well
/// (of a formula so many points, evenly spread).
#[inline(never)]
pub(super) fn ends(score: &OtherScore, kpi: &Kpi, (low, high): (f64, f64)) -> Option<(f64, f64)> {
    let inside: Vec<f64> = match score {
        OtherScore::Thresholds { .. } | OtherScore::Ordinal(_) => return None,
        OtherScore::GoalRedFlag { .. } | OtherScore::Binary { .. } => Vec::new(),
        OtherScore::Piecewise(points) => {
            points.iter().map(|point| point.value).filter(|value| low < *value && *value < high).collect()
        }
        OtherScore::Expression { .. } => {
            let step = |step: u32| low + (high - low) * f64::from(step) / f64::from(STEPS);
            (1..STEPS).map(step).collect()
        }
    };
    let mut ends: Option<(f64, f64)> = None;
    for value in [low, high].into_iter().chain(inside) {
        let here = other_score(score, kpi, value, &[])?;
        let (least, most) = ends.unwrap_or((here, here));
        ends = Some((least.min(here), most.max(here)));
    }
    ends
}
