//! Zones and opening hours.

use serde::Serialize;

use crate::format::json::scalar::Day;

/// A time zone: UTC, or its offsets over the span of the data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum MappingZone {
    /// UTC.
    Utc(UtcZone),
    /// Offsets.
    Offsets(ZoneOffsets),
}

/// Coordinated universal time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum UtcZone {
    /// UTC.
    #[serde(rename = "UTC")]
    Utc,
}

/// The offsets of a zone, in seconds east of UTC.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ZoneOffsets {
    /// The offset to begin with.
    pub offset: i32,
    /// The changes: UTC second, and the offset from then on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub transitions: Vec<(i64, i32)>,
}

/// When the service is open in a week. Each opening is written `"09:00-17:00"`; one that ends no later than it begins
/// ends on the day after; `24:00` is midnight. A day that is not named is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OpeningHours {
    /// The openings of Monday.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mon: Vec<Opening>,
    /// The openings of Tuesday.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tue: Vec<Opening>,
    /// The openings of Wednesday.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub wed: Vec<Opening>,
    /// The openings of Thursday.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub thu: Vec<Opening>,
    /// The openings of Friday.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fri: Vec<Opening>,
    /// The openings of Saturday.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sat: Vec<Opening>,
    /// The openings of Sunday.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sun: Vec<Opening>,
    /// Days that are closed from midnight to midnight.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<Day>,
}

/// An opening of a day, such as `09:00-17:00`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Opening(pub String);

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    impl JsonSchema for super::Opening {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> Cow<'static, str> {
            "Opening".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "type": "string",
                "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$",
            })
        }
    }
}
