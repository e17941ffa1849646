//! Where the value of a KPI comes from: rows, or what was typed in.

use serde::{Serialize, Serializer};

use crate::format::json::scalar::{Count, Day, Number, Positive, Text};
use crate::format::segment::SegmentName;
use crate::format::wire::wire;

wire! {
    /// Where in the data a KPI is read.
    Reading {
        /// The id of the source.
        source: Text,
        /// The id of the measure in the source.
        measure: Text,
        /// The named definition, such as `median` or `p90`.
        variant: VariantName,
        /// One segment: a value of the source's first dimension, or values by dimension; all where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        segment: Option<SegmentName>,
        /// Counts of the formula that another table tells, by the name that the formula has for them: the `customers` of a
        /// contact rate. What the measure itself counts by that name is added to; several tables may tell of one.
        #[serde(skip_serializing_if = "CountsFrom::is_empty")]
        #[cfg_attr(feature = "schema", schemars(with = "std::collections::BTreeMap<String, CountSources>"))]
        counts: CountsFrom,
    }

    /// A count that another measure tells.
    CountFrom {
        /// The id of the other source.
        source: Text,
        /// The id of the measure there.
        measure: Text,
        /// Which count of that measure: one of its names, `numerator`, `denominator`, or `n`, all that it counts.
        count: Text,
    }

    /// A value as it is.
    #[cfg_attr(feature = "schema", schemars(extend("dependentRequired" = {"low": ["high"], "high": ["low"]})))]
    PlainValue {
        /// The day it was true: the end of its period.
        at: Day,
        /// The value, in the KPI's unit.
        value: Number,
        /// How many answers or cases stand behind it.
        #[serde(skip_serializing_if = "Option::is_none")]
        n: Option<Count>,
        /// The lower end of its interval.
        #[serde(skip_serializing_if = "Option::is_none")]
        low: Option<Number>,
        /// The upper end of its interval.
        #[serde(skip_serializing_if = "Option::is_none")]
        high: Option<Number>,
    }

    /// A value as counts: 100 · numerator ÷ denominator.
    #[cfg_attr(feature = "schema", schemars(extend("dependentRequired" = {"low": ["high"], "high": ["low"]})))]
    CountedValue {
        /// The day it was true: the end of its period.
        at: Day,
        /// Those that count.
        numerator: Number,
        /// All of them.
        denominator: Positive,
        /// How many answers or cases stand behind it.
        #[serde(skip_serializing_if = "Option::is_none")]
        n: Option<Count>,
        /// The lower end of its interval.
        #[serde(skip_serializing_if = "Option::is_none")]
        low: Option<Number>,
        /// The upper end of its interval.
        #[serde(skip_serializing_if = "Option::is_none")]
        high: Option<Number>,
    }
}

/// Counts that other measures tell, by name.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CountsFrom(pub Vec<(String, CountSources)>);

impl CountsFrom {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for CountsFrom {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, from)| (name, from)))
    }
}

/// Where a count is told: by one measure, or by several that are added up.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum CountSources {
    /// One measure.
    One(CountFrom),
    /// Several, such as the contacts of tickets, calls and chats; none of them twice.
    #[cfg_attr(feature = "schema", schemars(extend("minItems" = 1, "uniqueItems" = true)))]
    Several(Vec<CountFrom>),
}

/// A value typed in, as it is or as counts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum TypedValue {
    /// As it is.
    Plain(PlainValue),
    /// As counts.
    Counted(CountedValue),
}

/// Which periods a KPI's value covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ValueWindow {
    /// Everything there is.
    All,
    /// So many complete periods.
    Last(#[cfg_attr(feature = "schema", schemars(range(min = 1)))] u32),
}

/// The name of a variant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VariantName(pub String);

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::VariantName;
    use crate::plan::Variant;

    impl JsonSchema for VariantName {
        fn schema_name() -> Cow<'static, str> {
            "Variant".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "description": "A named definition; any percentile is written like p90, p99.5 or p90-nearest-rank.",
                "anyOf": [
                    { "type": "string", "enum": Variant::NAMES },
                    { "type": "string",
                      "pattern": r"^p(?!0{1,2}(\.0{1,3})?(-|$))[0-9]{1,2}(\.[0-9]{1,3})?(-nearest-rank)?$" }
                ]
            })
        }
    }
}
