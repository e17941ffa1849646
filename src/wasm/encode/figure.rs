//! What surrounds the value of a KPI.

use super::Writer;
use crate::kpi::{Figure, Interval, Provenance};

pub(super) fn count(out: &mut Writer, name: &'static str, count: Option<u64>) {
    out.maybe(name, count.map(|count| count as f64));
}

pub(super) fn period(out: &mut Writer, figure: &Figure) {
    if let Some(period) = figure.period {
        out.text("period", &period.label());
    }
}

pub(super) fn interval(out: &mut Writer, interval: Option<&Interval>) {
    let Some(Interval { low, high, level, method }) = interval else { return };
    out.object_at("interval");
    out.number("low", *low);
    out.number("high", *high);
    out.maybe("level", *level);
    out.text("method", method);
    out.end_object();
}

pub(super) fn provenance(out: &mut Writer, figure: &Figure) {
    let none = figure.value.is_err() && matches!(figure.provenance, Provenance::Typed);
    out.object_at("provenance");
    out.text("kind", if none { "none" } else { figure.provenance.code() });
    match &figure.provenance {
        Provenance::Typed => {}
        Provenance::Computed { source, measure, variant, segment } => {
            out.text("source", source);
            out.text("measure", measure);
            out.text("variant", &variant.name());
            out.maybe_text("segment", segment.as_deref());
        }
        Provenance::Imported { source } => out.text("source", source),
    }
    out.end_object();
}
