//! One value of a KPI with what surrounds it.

use super::Reason;
use super::shapes::shapes;
use crate::kpi;
use crate::score::iso;

shapes! {
    /// One value of a KPI: a point of its series.
    Figure {
        /// The day the value was true: the end of its period, as YYYY-MM-DD.
        at: String,
        /// The value, or why there is none.
        #[serde(flatten)]
        measured: Measured,
        /// How many cases are still open and not in it.
        #[serde(skip_serializing_if = "Option::is_none")]
        open: Option<u64>,
        /// Its period, as 2026-10 or 2026-W41.
        #[serde(skip_serializing_if = "Option::is_none")]
        period: Option<String>,
        /// Whether that period had ended; an unfinished one is shown, never scored.
        complete: bool,
        /// Where it comes from.
        provenance: Provenance,
    }

    /// A value with how sure it is, or why there is none.
    Measured {
        /// The value in its unit, unrounded; absent with a `missing` reason.
        #[serde(skip_serializing_if = "Option::is_none")]
        value: Option<f64>,
        /// Why there is no value.
        #[serde(skip_serializing_if = "Option::is_none")]
        missing: Option<Reason>,
        /// How many cases stand behind it.
        #[serde(skip_serializing_if = "Option::is_none")]
        n: Option<u64>,
        /// Its interval.
        #[serde(skip_serializing_if = "Option::is_none")]
        interval: Option<Interval>,
        /// The relative error of an approximated value, as 0.01 for ±1 %.
        #[serde(skip_serializing_if = "Option::is_none")]
        approximation: Option<f64>,
    }

    /// A confidence interval.
    Interval {
        /// The lower end, in the value's unit.
        low: f64,
        /// The upper end, in the value's unit.
        high: f64,
        /// The confidence level, as 0.95; a typed interval claims none.
        #[serde(skip_serializing_if = "Option::is_none")]
        level: Option<f64>,
        /// How it was computed, as a code: `wilson`, `t`, `adjusted-wald`, `wald`, `order-statistic`, `feldt`, `newcombe`,
        /// `bootstrap`, `typed`.
        method: &'static str,
    }

    /// Where a value comes from.
    #[derive(Default)]
    Provenance {
        /// `typed`, `computed`, `imported` or `none`.
        kind: &'static str,
        /// The source's id.
        #[serde(skip_serializing_if = "Option::is_none")]
        source: Option<String>,
        /// The measure's id within the source.
        #[serde(skip_serializing_if = "Option::is_none")]
        measure: Option<String>,
        /// The variant of the definition, as a code.
        #[serde(skip_serializing_if = "Option::is_none")]
        variant: Option<String>,
        /// The segment, where the value is of one.
        #[serde(skip_serializing_if = "Option::is_none")]
        segment: Option<String>,
        /// Who typed it, where the host said.
        #[serde(skip_serializing_if = "Option::is_none")]
        actor: Option<String>,
    }
}

impl From<&kpi::Figure> for Figure {
    fn from(figure: &kpi::Figure) -> Self {
        Self {
            at: iso(figure.at),
            measured: figure.into(),
            open: figure.open,
            period: figure.period.map(crate::calendar::Period::label),
            complete: figure.complete,
            provenance: Provenance::of(figure),
        }
    }
}

impl From<&kpi::Figure> for Measured {
    fn from(figure: &kpi::Figure) -> Self {
        Self {
            value: figure.known(),
            missing: figure.value.as_ref().err().map(Into::into),
            n: figure.n,
            interval: figure.interval.as_ref().map(Into::into),
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
