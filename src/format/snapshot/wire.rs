//! The snapshot as JSON has it, version 1: what [`encode`](super::encode) writes and the published schema says.
//!
//! The comments on these types are the descriptions of the schema and of the TypeScript types.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::calendar::Granularity;
use crate::data;
use crate::format::calendar::Calendar;
use crate::format::json::scalar::{Day, Number, Text, Weight, Word};
use crate::format::mapping::wire::{DimensionColumn, Version};
use crate::format::segment::SegmentName;
use crate::format::wire::wire;

/// What was dropped from a period: a segment, or every segment of these dimensions together.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum SnapshotGroup {
    /// A segment.
    Segment(SegmentName),
    /// Every segment of these dimensions together.
    Every(Vec<Text>),
}

wire! {
    /// The partials of every source: what KPIs are computed from, without a row.
    Snapshot {
        /// The version of this format.
        version: Version,
        /// The sources.
        sources: Vec<SnapshotSource>,
    }

    /// What one source gave.
    SnapshotSource {
        /// The id; KPIs read it by this name.
        id: Text,
        /// What it is called.
        #[serde(skip_serializing_if = "Option::is_none")]
        name: Option<Text>,
        /// SHA-256 of the file it was read from, in hexadecimal; of more than 1 MiB that of its parts, and how many they are.
        #[serde(skip_serializing_if = "Option::is_none")]
        hash: Option<Text>,
        /// Rows read.
        read: u64,
        /// Rows used.
        used: u64,
        /// Rows refused.
        refused: u64,
        /// The days it tells about.
        #[serde(skip_serializing_if = "Option::is_none")]
        span: Option<SnapshotSpan>,
        /// The length of its periods.
        period: Word<Granularity>,
        /// How weeks, quarters and years are cut; by ISO 8601 and from January where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        calendar: Option<Calendar>,
        /// The name of the dimension its segments belong to, where there is one.
        #[serde(skip_serializing_if = "Option::is_none")]
        dimension: Option<Text>,
        /// The dimensions its segments belong to, in place of `dimension`.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        dimensions: Vec<DimensionColumn>,
        /// A group of fewer cases is not shown by itself; 5 where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(range(min = 5, max = 1000)))]
        minimum: Option<u32>,
        /// Its measures.
        measures: Vec<SnapshotMeasure>,
    }

    /// The first and the last day a source tells about.
    SnapshotSpan {
        /// The first day.
        first: Day,
        /// The last day.
        last: Day,
    }

    /// The partials of one measure.
    SnapshotMeasure {
        /// The id; KPIs read it by this name.
        id: Text,
        /// What is measured.
        kpi: Word<data::Family>,
        /// The limit in seconds.
        #[serde(skip_serializing_if = "Option::is_none")]
        limit: Option<Weight>,
        /// The best answer.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(range(min = 2, max = 100)))]
        scale: Option<i32>,
        /// What SLA compliance is a share of.
        #[serde(skip_serializing_if = "Option::is_none")]
        denominator: Option<Word<data::SlaBasis>>,
        /// Which hours lengths of time count; `calendar` where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        hours: Option<Word<data::Hours>>,
        /// Which resolution ends a case; `last` where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        resolved: Option<Word<data::Resolved>>,
        /// The day all rows are true at, where they have no date.
        #[serde(skip_serializing_if = "Option::is_none")]
        at: Option<Day>,
        /// How each count comes from rows, for families that are counted by name.
        #[serde(skip_serializing_if = "Option::is_none")]
        rule: Option<Text>,
        /// What there was before the first period, for a backlog.
        #[serde(skip_serializing_if = "Option::is_none")]
        opening: Option<Weight>,
        /// How the estimate came about, for deflection.
        #[serde(skip_serializing_if = "Option::is_none")]
        estimate: Option<Text>,
        /// For `clv`: the rate a period by which what comes later is worth less.
        #[serde(skip_serializing_if = "Option::is_none")]
        discount: Option<Weight>,
        /// Small groups that were dropped, and those that would give them away.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        suppressed: Vec<SnapshotGap>,
        /// The partials by period; a cell without a segment is the whole of its period.
        cells: Vec<SnapshotCell>,
    }

    /// A segment that was dropped from a period.
    SnapshotGap {
        /// The period.
        period: String,
        /// The segment; or the names of dimensions, where every segment of theirs was dropped.
        segment: SnapshotGroup,
    }

    /// What the rows of one period and segment amount to: a part and a whole, answers by the point of
    /// the scale, or lengths of time.
    SnapshotCell {
        /// The period: `2026-10-05`, `2026-W41`, `2026-10`, `2026-Q4` or `2026`; by another calendar `2026-W41/2026-10-04`, `FY2025/26-Q3`
        /// or `FY2025/26`.
        period: String,
        /// The segment: a value of the one dimension, or values by dimension; none for the whole.
        #[serde(skip_serializing_if = "Option::is_none")]
        segment: Option<SegmentName>,
        /// Rows counted.
        n: u64,
        /// Cases still open, counted beside.
        #[serde(skip_serializing_if = "Option::is_none")]
        open: Option<u64>,
        /// Those that count.
        #[serde(skip_serializing_if = "Option::is_none")]
        numerator: Option<Number>,
        /// All of them.
        #[serde(skip_serializing_if = "Option::is_none")]
        denominator: Option<Weight>,
        /// How many gave each answer.
        #[serde(skip_serializing_if = "Option::is_none")]
        answers: Option<BTreeMap<String, u64>>,
        /// Counts by the names that the family's formula has for them.
        #[serde(skip_serializing_if = "Option::is_none")]
        counts: Option<NamedCounts>,
        /// Whether `start` and `end` are levels that are not added up over periods.
        #[serde(skip_serializing_if = "Option::is_none")]
        level: Option<bool>,
        /// Of the customers who left, how many had come in each period.
        #[serde(skip_serializing_if = "Option::is_none")]
        ended: Option<BTreeMap<String, u64>>,
        /// The answers to each item of a survey by those who answered all, and then their sums.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        items: Vec<SnapshotItem>,
        /// Sums of time, in seconds, or of money, by name.
        #[serde(skip_serializing_if = "Option::is_none")]
        amounts: Option<NamedSums>,
        /// Lengths of time.
        #[serde(skip_serializing_if = "Option::is_none")]
        durations: Option<SnapshotDurations>,
    }

    /// The answers to one item, or their sums over all items.
    SnapshotItem {
        /// How many answered.
        n: u64,
        /// Their mean.
        mean: Weight,
        /// The sum of squared deviations from the mean.
        deviations: Weight,
    }

    /// Lengths of time, in seconds.
    SnapshotDurations {
        /// Their mean; none of none.
        #[serde(skip_serializing_if = "Option::is_none")]
        mean: Option<Weight>,
        /// The sum of squared deviations from the mean.
        #[serde(skip_serializing_if = "Option::is_none")]
        deviations: Option<Weight>,
        /// How many are within the limit.
        #[serde(skip_serializing_if = "Option::is_none")]
        within: Option<u64>,
        /// How many are zero.
        #[serde(skip_serializing_if = "Option::is_none")]
        zeros: Option<u64>,
        /// A sketch of the others, each within 1 %: in turn the number of a bucket (the first as it is, the others as the
        /// distance from the one before) and how many lie in it. Bucket k holds values above r^(k−1) up to r^k, r = 1.01 ÷ 0.99.
        buckets: Vec<i64>,
    }
}

/// Counts by the names that formulas have for them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NamedCounts(pub BTreeMap<&'static str, Weight>);

/// Sums of time or money by the names that formulas have for them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NamedSums(pub BTreeMap<&'static str, Number>);

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator};

    use crate::format::json::scalar::{Number, Weight};
    use crate::format::mapping::names;

    impl JsonSchema for super::NamedCounts {
        fn schema_name() -> Cow<'static, str> {
            "NamedCounts".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            names::schema("Counts by name.", &generator.subschema_for::<Weight>())
        }
    }

    impl JsonSchema for super::NamedSums {
        fn schema_name() -> Cow<'static, str> {
            "NamedSums".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            names::schema(
                "Sums of time, in seconds, or of money, by name.",
                &generator.subschema_for::<Number>(),
            )
        }
    }
}
