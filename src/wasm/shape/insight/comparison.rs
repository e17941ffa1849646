//! A measure in two periods.

use std::collections::BTreeMap;

use super::{named, way};
use crate::board::insight;
use crate::stats::Verdict;
use crate::wasm::shape::shapes::shapes;
use crate::wasm::shape::{Figure, Reason};

shapes! {
    /// A measure in two periods, and what the change is made of.
    PeriodComparison {
        /// The KPI, where it is one's.
        #[serde(skip_serializing_if = "Option::is_none")]
        kpi: Option<String>,
        /// The unit of the values.
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
        /// The dimensions it can be split by; those of people are left out.
        dimensions: Vec<String>,
        /// The whole.
        total: ComparedSegment,
        /// Each segment.
        segments: Vec<ComparedSegment>,
        /// The change by rate and mix.
        #[serde(skip_serializing_if = "Option::is_none")]
        split: Option<ChangeSplit>,
        /// Why it cannot be split.
        #[serde(skip_serializing_if = "Option::is_none")]
        missing: Option<Reason>,
    }

    /// A segment in two periods.
    ComparedSegment {
        /// The values of the segment by dimension; empty for the whole.
        segment: BTreeMap<String, String>,
        /// The earlier value.
        #[serde(skip_serializing_if = "Option::is_none")]
        before: Option<Figure>,
        /// The later value.
        #[serde(skip_serializing_if = "Option::is_none")]
        after: Option<Figure>,
        /// The later one less the earlier one.
        #[serde(skip_serializing_if = "Option::is_none")]
        difference: Option<FigureDifference>,
    }

    /// The difference of two figures, in their unit.
    FigureDifference {
        /// Later − earlier.
        value: f64,
        /// Where the true difference lies, at 95 %: the lower end.
        #[serde(skip_serializing_if = "Option::is_none")]
        low: Option<f64>,
        /// The upper end.
        #[serde(skip_serializing_if = "Option::is_none")]
        high: Option<f64>,
        /// The two-sided p of no difference.
        #[serde(skip_serializing_if = "Option::is_none")]
        p: Option<f64>,
        /// `higher`, `lower` or `cannot-tell`.
        verdict: &'static str,
        /// With `cannot-tell`: the cases in each period with which a true difference as large as this one would be told.
        #[serde(skip_serializing_if = "Option::is_none")]
        needed: Option<u64>,
        /// How it was found: `newcombe`, `welch`, `adjusted-wald` or `mover`.
        method: &'static str,
    }

    /// What a change is made of, in the unit of the values; rate + mix is the change.
    ChangeSplit {
        /// By the segments' own figures having changed.
        rate: f64,
        /// By their shares of the cases having changed.
        mix: f64,
        /// Each segment's part; an empty segment stands for all cases of none, or of one that is not shown.
        parts: Vec<ChangePart>,
        /// Simpson's paradox: `up` or `down`, the way of every segment with cases in both periods, where the whole goes the other way.
        #[serde(skip_serializing_if = "Option::is_none")]
        paradox: Option<&'static str>,
    }

    /// A segment's part in a change.
    ChangePart {
        /// The values of the segment by dimension.
        segment: BTreeMap<String, String>,
        /// By its own figure.
        rate: f64,
        /// By its share of the cases.
        mix: f64,
    }
}

impl From<&insight::Change> for PeriodComparison {
    fn from(from: &insight::Change) -> Self {
        Self {
            kpi: from.question.kpi.clone(),
            unit: from.question.unit.clone(),
            dimensions: from.dimensions.clone(),
            total: (&from.total).into(),
            segments: from.segments.iter().map(Into::into).collect(),
            split: from.split.as_ref().ok().map(Into::into),
            missing: from.split.as_ref().err().map(Into::into),
        }
    }
}

impl From<&insight::Versus> for ComparedSegment {
    fn from(from: &insight::Versus) -> Self {
        Self {
            segment: named(&from.segment),
            before: from.before.as_ref().map(Into::into),
            after: from.after.as_ref().map(Into::into),
            difference: from.difference.as_ref().map(Into::into),
        }
    }
}

impl From<&insight::Difference> for FigureDifference {
    fn from(from: &insight::Difference) -> Self {
        let (verdict, needed) = match from.verdict {
            Verdict::Higher => ("higher", None),
            Verdict::Lower => ("lower", None),
            Verdict::CannotTell { needed } => ("cannot-tell", needed),
        };
        let (low, high) = from.interval.unzip();
        Self { value: from.difference, low, high, p: from.p, verdict, needed, method: from.method }
    }
}

impl From<&insight::Split> for ChangeSplit {
    fn from(from: &insight::Split) -> Self {
        let part = |part: &insight::SplitPart| ChangePart {
            segment: named(&part.segment),
            rate: part.rate,
            mix: part.mix,
        };
        let parts = from.parts.iter().map(part).collect();
        Self { rate: from.rate, mix: from.mix, parts, paradox: from.paradox.map(way) }
    }
}
