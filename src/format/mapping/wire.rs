//! The mapping as JSON has it, version 1: what [`encode`](super::encode) writes and the published schema says.
//!
//! The comments on these types are the descriptions of the schema and of the TypeScript types.

mod counts;
mod dimension;
mod family;
mod measure;
mod time;

pub use counts::{CountRule, RowTest, TallyCounts};
pub use dimension::{Dimension, DimensionColumn};
pub use family::{
    CountsFamily, CustomersFamily, DurationFamily, ItemsFamily, NpsFamily, RetentionFamily, ScaleFamily,
    SlaFamily, TallyFamily,
};
pub use measure::{
    CountsMeasure, CustomersMeasure, DurationMeasure, ItemsMeasure, MappingMeasure, NpsMeasure,
    RepeatContacts, RetentionMeasure, ScaleMeasure, SlaMeasure, TallyMeasure,
};
pub use time::{MappingZone, Opening, OpeningHours, UtcZone, ZoneOffsets};

use serde::{Serialize, Serializer};

use crate::calendar::Granularity;
use crate::data;
use crate::format::calendar::Calendar;
use crate::format::json::scalar::{Day, Text, Word};

/// The version of the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version;

impl Version {
    /// The one version there is.
    pub const SUPPORTED: u8 = 1;
}

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_u8(Self::SUPPORTED)
    }
}

/// How the rows of one table become measures.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Mapping {
    /// The version of this format.
    pub version: Version,
    /// The id of the source; KPIs read it by this name.
    pub source: Text,
    /// What the source is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// The periods its rows are counted in; `month` where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Word<Granularity>>,
    /// How weeks, quarters and years are cut; by ISO 8601 and from January where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calendar: Option<Calendar>,
    /// The zone that times without an offset are read in; UTC where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<MappingZone>,
    /// When the service is open, by the wall clock of the zone: for measures of business hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<OpeningHours>,
    /// What parts the fields; found out where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<Delimiter>,
    /// The decimal mark; a point where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimal: Option<DecimalMark>,
    /// `iso`, or a strptime pattern such as `%d/%m/%Y %H:%M`; `iso` where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dates: Option<Text>,
    /// The column of the row's identity. Without it a row is known by its place, and a new file replaces the old.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Text>,
    /// How events become cases, where several rows tell about one case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub events: Option<EventColumns>,
    /// The columns of a case's own times.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub columns: Option<TimeColumns>,
    /// The column that splits rows into segments, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dimension: Option<Text>,
    /// The columns that split rows into segments, each for itself, in place of `dimension`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dimensions: Vec<DimensionColumn>,
    /// Pairs of dimensions that also split rows together: `[["Channel", "Team"]]`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cross: Vec<(Text, Text)>,
    /// A group of fewer rows is not shown by itself, nor what it could be had from; 5 where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 5, max = 1000)))]
    pub minimum: Option<u32>,
    /// The day all rows are true at, for a table without dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Day>,
    /// What stands for an absent value beside an empty field, such as `NA`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
    /// What is measured.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<MappingMeasure>,
}

/// What parts the fields of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Delimiter {
    /// A comma.
    #[serde(rename = ",")]
    Comma,
    /// A semicolon.
    #[serde(rename = ";")]
    Semicolon,
    /// A tab.
    #[serde(rename = "\t")]
    Tab,
    /// A bar.
    #[serde(rename = "|")]
    Bar,
}

/// The decimal mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum DecimalMark {
    /// A point.
    #[serde(rename = ".")]
    Point,
    /// A comma.
    #[serde(rename = ",")]
    Comma,
}

/// How events become cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EventColumns {
    /// The column of the case's id.
    pub case: Text,
    /// The column of the event's time.
    pub time: Text,
    /// The event that creates a case; `first` where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created: Option<Word<data::EventPick>>,
    /// The event that answers it first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_reply: Option<Word<data::EventPick>>,
    /// The event that resolves it; `last` where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolved: Option<Word<data::EventPick>>,
    /// Which kinds of events mark a time, where a column tells the kinds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kinds: Option<EventKinds>,
}

/// Which kinds of events mark the times of a case; where a list is absent, the place of the event does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EventKinds {
    /// The column of the kind.
    pub column: Text,
    /// The first of these creates a case.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub created: Vec<String>,
    /// The first of these answers it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub first_reply: Vec<String>,
    /// The first or the last of these resolves it, as a measure's `resolved` says.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub resolved: Vec<String>,
    /// After one of these it is open, until it is resolved again.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reopened: Vec<String>,
}

/// The columns of a case's own times.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TimeColumns {
    /// When it was created.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created: Option<Text>,
    /// When it was first replied to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_reply: Option<Text>,
    /// When it was resolved; empty while it is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolved: Option<Text>,
    /// When it was resolved for the first time, where it may have been opened again. Where it is empty, `resolved` counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_resolved: Option<Text>,
    /// When it is due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Text>,
    /// When a question was answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered: Option<Text>,
}

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    impl JsonSchema for super::Version {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> Cow<'static, str> {
            "MappingVersion".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({ "const": Self::SUPPORTED })
        }
    }
}
