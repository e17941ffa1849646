//! Where the counts of a tally come from.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::format::json::scalar::{Number, Text};

/// Where each count comes from, by the name that the family's formula has for it.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct TallyCounts(pub BTreeMap<&'static str, CountRule>);

impl TallyCounts {
    /// Whether every count follows by itself.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Declares a shape with the conditions that a cell can have to fulfil, all that are said at once.
macro_rules! rule {
    ($($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Default, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)*
            /// One of these words.
            #[serde(skip_serializing_if = "Vec::is_empty")]
            #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
            pub is: Vec<String>,
            /// Something, but none of these words.
            #[serde(skip_serializing_if = "Vec::is_empty")]
            #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
            pub is_not: Vec<String>,
            /// A number, or a length of time in seconds or as `m:ss` or `h:mm:ss`, of at least this.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub at_least: Option<Number>,
            /// A number or a length of time of at most this.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub at_most: Option<Number>,
            /// A number or a length of time above this.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub above: Option<Number>,
            /// A number or a length of time below this.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub below: Option<Number>,
            /// Whether there must be something, or nothing.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub filled: Option<bool>,
        }
    )+};
}

rule! {
    /// Which rows count, and what of them: each as one, or the sum of a column. Without a condition every row counts.
    CountRule {
        /// The column that is looked at; what its cell must be stands beside.
        #[serde(skip_serializing_if = "Option::is_none")]
        column: Option<Text>,
        /// What the cells of several columns must be, all at once.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        all: Vec<RowTest>,
        /// The column that is summed: for tables whose rows are sums already, for times and for money.
        #[serde(skip_serializing_if = "Option::is_none")]
        sum: Option<Text>,
        /// The column of the time that puts it in a period, where it is not the measure's own.
        #[serde(skip_serializing_if = "Option::is_none")]
        date: Option<Text>,
    }

    /// What the cell of one column must be. An empty cell fulfils nothing but `filled: false`.
    RowTest {
        /// The column that is looked at.
        column: Text,
    }
}

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator};

    impl JsonSchema for super::TallyCounts {
        fn schema_name() -> Cow<'static, str> {
            "TallyCounts".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            let about = "Where each count comes from, by the name that the family's formula has for it.";
            crate::format::mapping::names::schema(about, &generator.subschema_for::<super::CountRule>())
        }
    }
}
