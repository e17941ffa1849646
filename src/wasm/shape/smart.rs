//! Goals by the five checks of SMART, and the rules of findings, on their way out.

use super::shapes::shapes;
use super::{Params, Severity};
use crate::alignment;
use crate::plan::Plan;

shapes! {
    /// The goals of a plan by the five checks of SMART (AL-S).
    Smart {
        /// The checks that hold ÷ those that can be told, 0..1; absent where none can be told.
        #[serde(skip_serializing_if = "Option::is_none")]
        value: Option<f64>,
        /// How many checks hold.
        holding: u32,
        /// How many can be told.
        told: u32,
        /// Goal by goal, in the order of the plan.
        goals: Vec<SmartGoal>,
    }

    /// The five checks of one goal.
    SmartGoal {
        /// The goal's id.
        node: String,
        /// Specific, measurable, achievable, relevant, time-bound.
        checks: Vec<SmartCheck>,
    }

    /// How one check of a goal came out.
    SmartCheck {
        /// `specific`, `measurable`, `achievable`, `relevant` or `time-bound`.
        id: &'static str,
        /// Whether it holds; absent where it cannot be told yet.
        #[serde(skip_serializing_if = "Option::is_none")]
        holds: Option<bool>,
        /// Why, as a code (`smart-why.…` in the messages).
        code: &'static str,
        /// What the sentence needs.
        params: Params,
        /// What to change, as a code (`remedy.…`); absent where it holds or cannot be told.
        #[serde(skip_serializing_if = "Option::is_none")]
        remedy: Option<&'static str>,
    }

    /// A rule by which a pitfall is found.
    FindingRule {
        /// Its stable id.
        id: &'static str,
        /// How much what it finds matters.
        severity: Severity,
        /// What to do, as a code.
        remedy: &'static str,
        /// Where it is documented, with a plan that fails and one that passes: a path in the repository.
        docs: String,
    }
}

impl Smart {
    /// On its way out.
    #[must_use]
    pub fn of(plan: &Plan, smart: &alignment::Smart) -> Self {
        let check = |check: &alignment::Check| SmartCheck {
            id: check.id,
            holds: check.holds,
            code: check.code,
            params: (&check.params).into(),
            remedy: check.remedy,
        };
        let goal = |goal: &alignment::SmartGoal| SmartGoal {
            node: plan.node(goal.node).id.clone(),
            checks: goal.checks.iter().map(check).collect(),
        };
        Self {
            value: smart.value,
            holding: smart.holding,
            told: smart.told,
            goals: smart.goals.iter().map(goal).collect(),
        }
    }
}

impl FindingRule {
    /// Every rule, theme by theme.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let of = |theme: &'static alignment::Theme| {
            theme.rules.iter().map(|rule| Self {
                id: rule.id.name(),
                severity: rule.severity.into(),
                remedy: rule.remedy,
                docs: format!("docs/findings/{}.md#{}", theme.page, rule.id.name()),
            })
        };
        alignment::THEMES.iter().flat_map(of).collect()
    }
}
