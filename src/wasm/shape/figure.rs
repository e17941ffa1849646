//! One value of a KPI with what surrounds it.

use serde::Serialize;

use super::Reason;
use crate::kpi;
use crate::score::iso;

/// One value of a KPI: a point of its series.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// The day the value was true: the end of its period, as YYYY-MM-DD.
    pub at: String,
    /// The value in the KPI's unit, unrounded; absent with a `missing` reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Why there is no value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<Reason>,
    /// How many cases stand behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n: Option<u64>,
    /// How many cases are still open and not in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open: Option<u64>,
    /// Its interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<Interval>,
    /// Its period, as 2026-10 or 2026-W41.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// Whether that period had ended; an unfinished one is shown, never scored.
    pub complete: bool,
    /// Where it comes from.
    pub provenance: Provenance,
    /// The relative error of an approximated value, as 0.01 for ±1 %.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approximation: Option<f64>,
}

/// A confidence interval.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Interval {
    /// The lower end, in the value's unit.
    pub low: f64,
    /// The upper end, in the value's unit.
    pub high: f64,
    /// The confidence level, as 0.95; a typed interval claims none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<f64>,
    /// How it was computed, as a code: `wilson`, `t`, `adjusted-wald`, `wald`, `order-statistic`, `newcombe`, `typed`.
    pub method: &'static str,
}

/// Where a value comes from.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Provenance {
    /// `typed`, `computed`, `imported` or `none`.
    pub kind: &'static str,
    /// The source's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The measure's id within the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// The variant of the definition, as a code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// The segment, where the value is of one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub segment: Option<String>,
    /// Who typed it, where the host said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
}

impl From<&kpi::Figure> for Figure {
    fn from(figure: &kpi::Figure) -> Self {
        let missing = figure.value.as_ref().err();
        Self {
            at: iso(figure.at),
            value: figure.known(),
            missing: missing.map(|why| Reason::of(why.code, &why.params)),
            n: figure.n,
            open: figure.open,
            interval: figure.interval.as_ref().map(Into::into),
            period: figure.period.map(crate::calendar::Period::label),
            complete: figure.complete,
            provenance: Provenance::of(figure),
            approximation: figure.approximation,
        }
    }
}

impl From<&kpi::Interval> for Interval {
    fn from(from: &kpi::Interval) -> Self {
        let kpi::Interval { low, high, level, method } = *from;
        Self { low, high, level, method }
    }
}

impl Provenance {
    fn of(figure: &kpi::Figure) -> Self {
        let mut out = Self { kind: figure.provenance.code(), ..Self::default() };
        match &figure.provenance {
            kpi::Provenance::Typed if figure.value.is_err() => out.kind = "none",
            kpi::Provenance::Typed => {}
            kpi::Provenance::Computed { source, measure, variant, segment } => {
                out.source = Some(source.clone());
                out.measure = Some(measure.clone());
                out.variant = Some(variant.name());
                out.segment.clone_from(segment);
            }
            kpi::Provenance::Imported { source } => out.source = Some(source.clone()),
        }
        out
    }
}
