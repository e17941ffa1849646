//! The definitions of a KPI side by side.

use serde::Serialize;

use super::figure::Interval;
use super::{Reason, Status};
use crate::board::{self, Board};
use crate::data::{Hours, Resolved};

/// Every definition of a KPI's measure on the same data.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Variants {
    /// The KPI's id.
    pub kpi: String,
    /// The definitions, the KPI's own first; empty where the KPI is not read from data.
    pub variants: Vec<VariantValue>,
    /// The least value of the comparable definitions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<f64>,
    /// The greatest one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub greatest: Option<f64>,
    /// Whether the status hangs on the definition; absent where fewer than two can be compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub depends_on_definition: Option<bool>,
}

/// One definition and what it gives.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct VariantValue {
    /// The variant, as a code.
    pub variant: String,
    /// What SLA compliance is a share of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denominator: Option<&'static str>,
    /// `business` where only open hours count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<&'static str>,
    /// `first` where a case ends with its first resolution.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolved: Option<&'static str>,
    /// Whether it is the KPI's own.
    pub current: bool,
    /// Whether it measures the same quantity, so that target and bands hold for it.
    pub comparable: bool,
    /// The unit of the value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The value, unrounded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Why there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<Reason>,
    /// How many cases stand behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n: Option<u64>,
    /// Its interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<Interval>,
    /// The relative error, where it is read from a sketch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approximation: Option<f64>,
    /// How the KPI would stand by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
}

impl Variants {
    /// The definitions of a KPI of a board.
    #[must_use]
    pub fn of(board: &Board, from: &board::Variants) -> Self {
        Self {
            kpi: board.plan().kpi(from.kpi).id.clone(),
            variants: from.list.iter().map(Into::into).collect(),
            least: from.spread.map(|(least, _)| least),
            greatest: from.spread.map(|(_, greatest)| greatest),
            depends_on_definition: from.depends,
        }
    }
}

impl From<&board::Reckoning> for VariantValue {
    fn from(from: &board::Reckoning) -> Self {
        let (definition, figure) = (&from.definition, &from.figure);
        Self {
            variant: definition.variant.name(),
            denominator: definition.basis.map(crate::data::SlaBasis::name),
            hours: Some(definition.hours).filter(|hours| *hours != Hours::Calendar).map(Hours::name),
            resolved: Some(definition.resolved).filter(|which| *which != Resolved::Last).map(Resolved::name),
            current: from.current,
            comparable: from.comparable,
            unit: from.unit.clone(),
            value: figure.known(),
            missing: figure.value.as_ref().err().map(|why| Reason::of(why.code, &why.params)),
            n: figure.n,
            interval: figure.interval.as_ref().map(Into::into),
            approximation: figure.approximation,
            status: from.status.map(Into::into),
        }
    }
}
