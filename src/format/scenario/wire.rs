//! A scenario in the shape of its JSON, for writing and for the schema.

use serde::Serialize;

use crate::format::json::scalar::{Fraction, Number, Text, Weight};
use crate::format::wire::wire;
use crate::plan::{self, Supposition};

wire! {
    /// A named list of changes to suppose: what if?
    Scenario {
        /// The version of this format: 1.
        version: u8,
        /// What it is called.
        name: Text,
        /// What it supposes, all at once.
        changes: Vec<ScenarioChange>,
    }

    /// Other numbers of a KPI; those left out stay as they are.
    KpiChange {
        /// The id of the KPI.
        kpi: Text,
        /// The value it would stand at, in its unit.
        #[serde(skip_serializing_if = "Option::is_none")]
        value: Option<Number>,
        /// Where it started.
        #[serde(skip_serializing_if = "Option::is_none")]
        baseline: Option<Number>,
        /// Where it should be.
        #[serde(skip_serializing_if = "Option::is_none")]
        target: Option<Number>,
        /// Its weight in its node.
        #[serde(skip_serializing_if = "Option::is_none")]
        weight: Option<Weight>,
    }

    /// Another weight or share of a "serves" link.
    LinkChange {
        /// Which link.
        link: LinkEnds,
        /// Its weight; 0 makes it a "supports" link.
        #[serde(skip_serializing_if = "Option::is_none")]
        weight: Option<Weight>,
        /// The share of the child that counts here.
        #[serde(skip_serializing_if = "Option::is_none")]
        share: Option<Fraction>,
    }

    /// The two ends of a "serves" link.
    LinkEnds {
        /// The id of the child, which serves.
        from: Text,
        /// The id of the parent, which is served.
        to: Text,
    }

    /// Another course of an action.
    ActionChange {
        /// The id of the action.
        node: Text,
        /// How much of it would be done.
        #[serde(skip_serializing_if = "Option::is_none")]
        progress: Option<Fraction>,
        /// What it would take.
        #[serde(skip_serializing_if = "Option::is_none")]
        effort: Option<Weight>,
    }
}

/// One change to suppose.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum ScenarioChange {
    /// Of a KPI.
    Kpi(KpiChange),
    /// Of a link.
    Link(LinkChange),
    /// Of an action.
    Action(ActionChange),
}

impl From<&plan::Scenario> for Scenario {
    fn from(from: &plan::Scenario) -> Self {
        let changes = from.changes.iter().map(|change| (&change.what).into()).collect();
        Self { version: 1, name: (&from.name).into(), changes }
    }
}

impl From<&Supposition> for ScenarioChange {
    fn from(from: &Supposition) -> Self {
        match from {
            Supposition::Kpi { kpi, value, baseline, target, weight } => Self::Kpi(KpiChange {
                kpi: kpi.into(),
                value: value.map(Number),
                baseline: baseline.map(Number),
                target: target.map(Number),
                weight: weight.map(Weight),
            }),
            Supposition::Link { from, to, weight, share } => Self::Link(LinkChange {
                link: LinkEnds { from: from.into(), to: to.into() },
                weight: weight.map(Weight),
                share: share.map(Fraction),
            }),
            Supposition::Node { node, progress, effort } => Self::Action(ActionChange {
                node: node.into(),
                progress: progress.map(Fraction),
                effort: effort.map(Weight),
            }),
        }
    }
}
