//! The mapping as JSON has it, version 1: what [`encode`](super::encode) writes and the published schema says.
//!
//! The comments on these types are the descriptions of the schema and of the TypeScript types.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::calendar::Granularity;
use crate::data;
use crate::format::calendar::Calendar;
use crate::format::json::scalar::{Day, Text, Weight, Word};

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

/// A dimension: its column, or its column and what its values are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum DimensionColumn {
    /// A column of channels, teams or regions.
    Column(Text),
    /// A column whose values may be people.
    Described(Dimension),
}

/// A column that splits rows into segments, and what its values are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    /// The column.
    pub column: Text,
    /// Whether its values are people: their figures need 20 cases, are drawn towards the whole and rank nobody
    /// who cannot be told apart.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub person: bool,
    /// Whether people may be named in a written snapshot; they are not unless this says so.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub publish: bool,
}

impl From<&data::Dimension> for DimensionColumn {
    fn from(dimension: &data::Dimension) -> Self {
        let column = Text::from(&dimension.column);
        match dimension.person {
            false => Self::Column(column),
            true => Self::Described(Dimension { column, person: true, publish: dimension.publish }),
        }
    }
}

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

/// One thing measured: what it is, and in which columns.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum MappingMeasure {
    /// Creation to resolution, or to first reply.
    Duration(DurationMeasure),
    /// Kept by the due time, or within a limit of the creation.
    Sla(SlaMeasure),
    /// Satisfaction or agreement.
    Scale(ScaleMeasure),
    /// Would they recommend, 0 to 10.
    Nps(NpsMeasure),
    /// Kept of all.
    Retention(RetentionMeasure),
    /// A count of a count.
    Counts(CountsMeasure),
}

/// Declares the words of `kpi` that share their other fields.
macro_rules! families {
    ($($(#[$meta:meta])* $name:ident { $($(#[$word_meta:meta])* $word:ident = $text:literal,)+ })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(inline))]
        pub enum $name {
            $($(#[$word_meta])* #[serde(rename = $text)] $word,)+
        }
    )+};
}

families! {
    /// Lengths of time.
    DurationFamily {
        /// Creation to resolution.
        Resolution = "resolution-time",
        /// Creation to first reply.
        FirstReply = "first-reply-time",
    }
    /// Kept by the due time.
    SlaFamily {
        /// Kept by the due time.
        Sla = "sla-compliance",
    }
    /// Answers on a scale.
    ScaleFamily {
        /// Satisfaction.
        Csat = "csat",
        /// Agreement.
        Favourability = "favourability",
    }
    /// Would they recommend.
    NpsFamily {
        /// Would they recommend.
        Nps = "nps",
    }
    /// Kept of all.
    RetentionFamily {
        /// Kept of all.
        Retention = "retention",
    }
    /// A count of a count.
    CountsFamily {
        /// A count of a count.
        Counts = "counts",
    }
}

/// Declares the fields of a family, after the id, kind and date that all measures have.
macro_rules! measure {
    ($($(#[$meta:meta])* $name:ident: $family:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// The id; KPIs read it by this name.
            pub id: Text,
            /// What is measured.
            pub kpi: $family,
            /// The column of the date that puts a row in a period, where it is not the family's own.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub date: Option<Text>,
            $($(#[$field_meta])* pub $field: $type,)*
        }
    )+};
}

measure! {
    /// A length of time.
    DurationMeasure: DurationFamily {
        /// The limit of `share-within`, in seconds.
        #[serde(skip_serializing_if = "Option::is_none")]
        limit: Option<Weight>,
        /// Which hours count; `calendar` where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        hours: Option<Word<data::Hours>>,
        /// For `resolution-time`: which resolution ends a case; `last` where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        resolved: Option<Word<data::Resolved>>,
    }

    /// Kept by the due time.
    SlaMeasure: SlaFamily {
        /// What it is a share of; `due` where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        denominator: Option<Word<data::SlaBasis>>,
        /// Seconds from creation to due, where there is no column for it.
        #[serde(skip_serializing_if = "Option::is_none")]
        limit: Option<Weight>,
        /// Which hours the limit counts; `calendar` where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        hours: Option<Word<data::Hours>>,
        /// Which resolution ends a case; `last` where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        resolved: Option<Word<data::Resolved>>,
    }

    /// An answer on a scale.
    ScaleMeasure: ScaleFamily {
        /// The column of the answer.
        column: Text,
        /// The best answer; 5 where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(range(min = 2, max = 100)))]
        scale: Option<i32>,
        /// What words stand for.
        #[serde(skip_serializing_if = "BTreeMap::is_empty")]
        words: BTreeMap<String, i32>,
    }

    /// An answer from 0 to 10.
    NpsMeasure: NpsFamily {
        /// The column of the answer.
        column: Text,
        /// What words stand for.
        #[serde(skip_serializing_if = "BTreeMap::is_empty")]
        words: BTreeMap<String, i32>,
    }

    /// Kept or lost.
    RetentionMeasure: RetentionFamily {
        /// The column that tells.
        column: Text,
        /// What says that one was lost.
        lost: Vec<String>,
        /// What says that one was kept; all else where absent.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        kept: Vec<String>,
    }

    /// A part of a whole.
    CountsMeasure: CountsFamily {
        /// The column of all.
        denominator: Text,
        /// The column of those that count.
        #[serde(skip_serializing_if = "Option::is_none")]
        numerator: Option<Text>,
        /// The column of those that do not, instead.
        #[serde(skip_serializing_if = "Option::is_none")]
        complement: Option<Text>,
    }
}

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
