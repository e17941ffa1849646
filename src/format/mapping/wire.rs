//! The mapping as JSON has it, version 1: what [`encode`](super::encode) writes and the published schema says.
//!
//! The comments on these types are the descriptions of the schema and of the TypeScript types.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::calendar::Granularity;
use crate::data;
use crate::format::calendar::Calendar;
use crate::format::json::scalar::{Day, Number, Text, Weight, Word};

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
    /// Would they recommend, or how easy it was made.
    Nps(NpsMeasure),
    /// Kept of all.
    Retention(RetentionMeasure),
    /// A count of a count.
    Counts(CountsMeasure),
    /// Several counts and sums, by the names that the family's formula has for them.
    Tally(TallyMeasure),
    /// Customers by when they came and when they left.
    Customers(CustomersMeasure),
    /// Answers to several items of a survey.
    Items(ItemsMeasure),
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
    /// Answers on a scale that the family names.
    NpsFamily {
        /// Would they recommend, 0 to 10.
        Nps = "nps",
        /// Would employees recommend, 0 to 10.
        Enps = "enps",
        /// Made it easy, 1 to 7, high is good.
        Ces = "ces",
        /// How much effort, 1 to 5, low is good.
        Ces1 = "ces-1",
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
    /// Customers who stay or leave.
    CustomersFamily {
        /// Kept of those at the start.
        Retention = "retention",
        /// Lost of those at the start.
        Churn = "churn",
    }
    /// Several items of a survey.
    ItemsFamily {
        /// Agreement over all items.
        Favourability = "favourability",
        /// Whether the items make one scale.
        Alpha = "cronbach-alpha",
    }
    /// Counted by name.
    TallyFamily {
        /// Would they recommend, already counted.
        Nps = "nps",
        /// Would employees recommend, already counted.
        Enps = "enps",
        /// Resolved at first contact.
        Fcr = "fcr",
        /// Talk, hold and wrap-up time.
        Aht = "aht",
        /// Answered in time.
        ServiceLevel = "service-level",
        /// Waiting of the answered.
        Asa = "asa",
        /// Callers who hang up.
        Abandonment = "abandonment",
        /// Work, of the time on duty.
        Occupancy = "occupancy",
        /// Kept by the due time, already counted.
        Sla = "sla-compliance",
        /// What is left to do.
        Backlog = "backlog",
        /// What came back.
        Reopened = "reopen-rate",
        /// Complaints and what became of them.
        Complaints = "complaints",
        /// Customers after a complaint beside those without one.
        Recovery = "recovery",
        /// Kept of those at the start, already counted.
        Retention = "retention",
        /// Lost of those at the start, already counted.
        Churn = "churn",
        /// Contacts for each customer or order.
        ContactRate = "contact-rate",
        /// Solved without anybody.
        SelfService = "self-service",
        /// Contacts avoided, by estimate.
        Deflection = "deflection",
        /// Resolved by the bot alone.
        Containment = "containment",
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

    /// An answer on the scale of its family: 0 to 10, 1 to 7 or 1 to 5.
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

measure! {
    /// Several counts and sums.
    TallyMeasure: TallyFamily {
        /// Where each count comes from, by the name that the family has for it in docs/kpis.md.
        #[serde(skip_serializing_if = "TallyCounts::is_empty")]
        counts: TallyCounts,
        /// What there was before the first row, for a backlog; 0 where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        opening: Option<Weight>,
        /// How the estimate came about, for deflection.
        #[serde(skip_serializing_if = "Option::is_none")]
        estimate: Option<Text>,
        /// The column of the customer, for first contacts told by whether the same customer came again.
        #[serde(skip_serializing_if = "Option::is_none")]
        customer: Option<Text>,
        /// The column of what a contact was about; one about something else is no repeat.
        #[serde(skip_serializing_if = "Option::is_none")]
        topic: Option<Text>,
        /// How many days later a contact still is a repeat: 7, 14, 30.
        #[serde(skip_serializing_if = "Option::is_none")]
        window: Option<Weight>,
        /// Whether contacts that are repeats themselves are counted too (`count`, where absent) or left out.
        #[serde(skip_serializing_if = "Option::is_none")]
        repeats: Option<RepeatContacts>,
    }

    /// Customers by when they came and when they left.
    CustomersMeasure: CustomersFamily {
        /// The column of when they came.
        began: Text,
        /// The column of when they left; empty while they are there.
        ended: Text,
        /// How many there were before the first row; 0 where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        opening: Option<Weight>,
    }

    /// Answers to several items of a survey, on one scale.
    ItemsMeasure: ItemsFamily {
        /// The columns of the answers, two or more.
        #[cfg_attr(feature = "schema", schemars(length(min = 2)))]
        columns: Vec<Text>,
        /// The best answer; 5 where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(range(min = 2, max = 100)))]
        scale: Option<i32>,
        /// What words stand for.
        #[serde(skip_serializing_if = "BTreeMap::is_empty")]
        words: BTreeMap<String, i32>,
    }
}

/// What becomes of contacts that are repeats themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RepeatContacts {
    /// They are contacts like any other, judged by what follows them.
    Count,
    /// They are left out: first contacts alone are judged.
    LeaveOut,
}

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

    impl JsonSchema for super::TallyCounts {
        fn schema_name() -> Cow<'static, str> {
            "TallyCounts".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            let about = "Where each count comes from, by the name that the family's formula has for it.";
            super::super::names::schema(about, &generator.subschema_for::<super::CountRule>())
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
