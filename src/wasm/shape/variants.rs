//! The definitions of a KPI side by side.

use super::Status;
use super::figure::Measured;
use super::shapes::shapes;
use crate::board::{self, Board};
use crate::data::{Hours, Resolved, SlaBasis};

shapes! {
    /// Every definition of a KPI's measure on the same data.
    Variants {
        /// The KPI's id.
        kpi: String,
        /// The definitions, the KPI's own first; empty where the KPI is not read from data.
        variants: Vec<VariantValue>,
        /// The least value of the comparable definitions.
        #[serde(skip_serializing_if = "Option::is_none")]
        least: Option<f64>,
        /// The greatest one.
        #[serde(skip_serializing_if = "Option::is_none")]
        greatest: Option<f64>,
        /// Whether the status hangs on the definition; absent where fewer than two can be compared.
        #[serde(skip_serializing_if = "Option::is_none")]
        depends_on_definition: Option<bool>,
    }

    /// One definition and what it gives.
    VariantValue {
        /// The variant, as a code.
        variant: String,
        /// What SLA compliance is a share of.
        #[serde(skip_serializing_if = "Option::is_none")]
        denominator: Option<&'static str>,
        /// `business` where only open hours count.
        #[serde(skip_serializing_if = "Option::is_none")]
        hours: Option<&'static str>,
        /// `first` where a case ends with its first resolution.
        #[serde(skip_serializing_if = "Option::is_none")]
        resolved: Option<&'static str>,
        /// Whether it is the KPI's own.
        current: bool,
        /// Whether it measures the same quantity, so that target and bands hold for it.
        comparable: bool,
        /// The unit of the value.
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
        /// The value, or why there is none.
        #[serde(flatten)]
        measured: Measured,
        /// How the KPI would stand by it.
        #[serde(skip_serializing_if = "Option::is_none")]
        status: Option<Status>,
    }
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
        let definition = &from.definition;
        Self {
            variant: definition.variant.name(),
            denominator: definition.basis.map(SlaBasis::name),
            hours: Some(definition.hours).filter(|hours| *hours != Hours::Calendar).map(Hours::name),
            resolved: Some(definition.resolved).filter(|which| *which != Resolved::Last).map(Resolved::name),
            current: from.current,
            comparable: from.comparable,
            unit: from.unit.clone(),
            measured: (&from.figure).into(),
            status: from.status.map(Into::into),
        }
    }
}
