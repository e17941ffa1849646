//! A scenario in the shape of its JSON, for writing and for the schema.

use serde::Serialize;

use crate::format::json::scalar::{Fraction, Number, Positive, Text, Weight};
use crate::format::wire::wire;
use crate::plan::{self, StaffingFigure, Supposition};
use crate::staffing::Asked;

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

    /// Another staffing, by Erlang C, or Erlang A where callers have a patience; and the KPIs that it moves.
    StaffingChange {
        /// What would come in and who would be there.
        staffing: SupposedStaffing,
        /// The KPIs that it says something of: one at least.
        sets: StaffingKpis,
    }

    /// What comes in, and who is there; times are seconds.
    SupposedStaffing {
        /// Calls (or chats) in a period.
        calls: Weight,
        /// The length of that period.
        period: Positive,
        /// The mean handling time: talk, hold and wrap-up.
        handling_time: Positive,
        /// Agents on the roster.
        agents: u32,
        /// The time of the service level: 20 for "within 20 seconds".
        within: Weight,
        /// The mean patience of a caller: who waits longer hangs up. Without it all wait however long it takes.
        #[serde(skip_serializing_if = "Option::is_none")]
        patience: Option<Positive>,
        /// The share of paid time that is not spent on calls, as 0.3 for 30 %.
        #[serde(skip_serializing_if = "Option::is_none")]
        shrinkage: Option<Fraction>,
    }

    /// The ids of the KPIs that a staffing says something of. Shares are told as per cent to a KPI whose unit is `%`, else as
    /// 0 to 1; a wait in the KPI's unit of time.
    StaffingKpis {
        /// The share of callers answered in time.
        #[serde(skip_serializing_if = "Option::is_none")]
        service_level: Option<Text>,
        /// The mean wait of all callers.
        #[serde(skip_serializing_if = "Option::is_none")]
        wait: Option<Text>,
        /// The share of their time that agents are busy.
        #[serde(skip_serializing_if = "Option::is_none")]
        occupancy: Option<Text>,
        /// The share of callers who hang up; needs `patience`.
        #[serde(skip_serializing_if = "Option::is_none")]
        abandoned: Option<Text>,
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
    /// Of the staffing.
    Staffing(StaffingChange),
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
            Supposition::Staffing { asked, sets } => {
                Self::Staffing(StaffingChange { staffing: asked.into(), sets: sets.as_slice().into() })
            }
        }
    }
}

impl From<&Asked> for SupposedStaffing {
    fn from(from: &Asked) -> Self {
        Self {
            calls: Weight(from.demand.calls),
            period: Positive(from.demand.period),
            handling_time: Positive(from.demand.handling),
            agents: from.agents,
            within: Weight(from.within),
            patience: from.patience.map(Positive),
            shrinkage: (from.shrinkage > 0.0).then_some(Fraction(from.shrinkage)),
        }
    }
}

impl From<&[(StaffingFigure, String)]> for StaffingKpis {
    fn from(from: &[(StaffingFigure, String)]) -> Self {
        let of = |figure| from.iter().find(|(each, _)| *each == figure).map(|(_, kpi)| kpi.into());
        Self {
            service_level: of(StaffingFigure::ServiceLevel),
            wait: of(StaffingFigure::Wait),
            occupancy: of(StaffingFigure::Occupancy),
            abandoned: of(StaffingFigure::Abandoned),
        }
    }
}
