//! A calculated KPI on its way out.

use serde::Serialize;

use super::{Cohort, IngestReport, Interval, Reason};
use crate::kpi::OfTable;
use crate::kpi::service::Calculated;

/// A KPI calculated from counts and values, in codes; the message layer has the words.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CalculatedKpi {
    /// The family's id.
    pub family: &'static str,
    /// The variant of its definition.
    pub variant: String,
    /// The value, unrounded; absent with a `missing` reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Why the value is not told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<Reason>,
    /// The unit of value and interval: `%`, `points`, `rating`, `s`, `min`, `h`, `d`, `cases`, `money`, `coefficient`.
    pub unit: &'static str,
    /// How many answers, cases or customers stand behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n: Option<f64>,
    /// What was divided, where something was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numerator: Option<f64>,
    /// By what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denominator: Option<f64>,
    /// Its 95 % interval, where one exists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<Interval>,
    /// The code of the definition, as `nps.net`.
    pub definition: String,
    /// Where the definition comes from, as the key of a citation.
    pub source: &'static str,
    /// What there is to know about it.
    pub notes: Vec<Reason>,
}

impl From<&Calculated> for CalculatedKpi {
    fn from(found: &Calculated) -> Self {
        Self {
            family: found.family,
            variant: found.variant.clone(),
            value: found.value.as_ref().ok().copied(),
            missing: found.value.as_ref().err().map(Into::into),
            unit: found.unit,
            n: found.n,
            numerator: found.ratio.map(|(numerator, _)| numerator),
            denominator: found.ratio.map(|(_, denominator)| denominator),
            interval: found.interval.as_ref().map(Into::into),
            definition: found.definition.clone(),
            source: found.source,
            notes: found.notes.iter().map(|note| Reason::of(note.code, &note.params)).collect(),
        }
    }
}

/// A KPI calculated from rows: what became of them stands beside it.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CalculatedRows {
    /// The KPI.
    pub kpi: CalculatedKpi,
    /// What became of the rows.
    pub report: IngestReport,
    /// Customers who come and go, by the period they came in; none of other rows.
    pub cohorts: Vec<Cohort>,
}

impl CalculatedRows {
    /// In codes.
    #[must_use]
    pub fn of(found: &OfTable, report: IngestReport) -> Self {
        Self { kpi: (&found.kpi).into(), report, cohorts: found.cohorts.iter().map(Into::into).collect() }
    }
}
