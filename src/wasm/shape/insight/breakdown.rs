//! A measure by its segments.

use std::collections::BTreeMap;

use super::named;
use crate::board::insight;
use crate::wasm::shape::shapes::shapes;
use crate::wasm::shape::{Figure, Reason};

shapes! {
    /// A measure by its segments, beside the whole that they make.
    Breakdown {
        /// The KPI, where it is one's.
        #[serde(skip_serializing_if = "Option::is_none")]
        kpi: Option<String>,
        /// The source's id.
        source: String,
        /// The measure's id.
        measure: String,
        /// The variant of the definition, as a code.
        variant: String,
        /// The unit of the values.
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
        /// The dimensions it is split by.
        by: Vec<String>,
        /// The whole of each period first, and its segments behind it.
        rows: Vec<BreakdownRow>,
        /// The places of the segments among the rows, from the highest value down; null where an interval reaches the next,
        /// so that the data carry no order.
        order: Option<Vec<usize>>,
        /// Why there are no segments.
        #[serde(skip_serializing_if = "Option::is_none")]
        missing: Option<Reason>,
    }

    /// A segment in a period.
    BreakdownRow {
        /// The values of the segment by dimension; empty for the whole.
        segment: BTreeMap<String, String>,
        /// Its cases as a part of the whole's, 0 to 1.
        #[serde(skip_serializing_if = "Option::is_none")]
        share: Option<f64>,
        /// For a person: how much of the value is the person's own, 0 to 1; the rest is what all of them have in common.
        #[serde(skip_serializing_if = "Option::is_none")]
        own: Option<f64>,
        /// `above` or `below` where the whole interval lies on that side of the whole's value; else `cannot-tell`.
        #[serde(skip_serializing_if = "Option::is_none")]
        apart: Option<&'static str>,
        /// Its value, with n and interval; hidden ones with the reason.
        #[serde(flatten)]
        figure: Figure,
    }
}

impl From<&insight::Breakdown> for Breakdown {
    fn from(from: &insight::Breakdown) -> Self {
        let question = &from.question;
        let row = |row: &insight::Row| BreakdownRow {
            segment: named(&row.segment),
            share: row.share,
            own: row.own,
            apart: (!row.segment.is_empty()).then_some(match row.apart {
                1 => "above",
                -1 => "below",
                _ => "cannot-tell",
            }),
            figure: (&row.figure).into(),
        };
        Self {
            kpi: question.kpi.clone(),
            source: question.reading.source.clone(),
            measure: question.reading.measure.clone(),
            variant: question.reading.variant.name(),
            unit: question.unit.clone(),
            by: from.by.clone(),
            rows: from.rows.iter().map(row).collect(),
            order: from.order.clone(),
            missing: from.missing.as_ref().map(Into::into),
        }
    }
}
