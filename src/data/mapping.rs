//! What the columns of a table mean.

use std::collections::BTreeMap;

use crate::calendar::{Date, Granularity, Zone};

/// How the rows of one source become measures.
#[derive(Clone, Debug, PartialEq)]
pub struct Mapping {
    /// The id of the source.
    pub source: String,
    /// What the source is called.
    pub name: Option<String>,
    /// The length of the periods its rows are counted in.
    pub period: Granularity,
    /// The zone that times without an offset are read in, and that days are cut in.
    pub zone: Zone,
    /// The delimiter; none to find it out.
    pub delimiter: Option<u8>,
    /// Whether numbers have a decimal comma.
    pub decimal_comma: bool,
    /// How dates are written.
    pub dates: DateFormat,
    /// The column of the row's identity; none where a new file replaces the old.
    pub id: Option<String>,
    /// How events become cases, where the table is an event log.
    pub events: Option<Events>,
    /// The columns of a case's own times.
    pub columns: Columns,
    /// The column that splits rows into segments.
    pub dimension: Option<String>,
    /// The day all rows are true at, for a table without dates.
    pub at: Option<Date>,
    /// What stands for an absent value, beside nothing at all: `NA`, `-`.
    pub missing: Vec<String>,
    /// What is measured.
    pub measures: Vec<Measure>,
}

impl Mapping {
    /// A dimension of more distinct values than this is left out: it is an identity, not a dimension.
    pub const MOST_SEGMENTS: usize = 1000;

    /// A mapping of a source with no measures yet: months, UTC, ISO dates.
    #[must_use]
    pub fn new(source: impl Into<String>) -> Self {
        Self {
            source: source.into(),
            name: None,
            period: Granularity::Month,
            zone: Zone::utc(),
            delimiter: None,
            decimal_comma: false,
            dates: DateFormat::Iso,
            id: None,
            events: None,
            columns: Columns::default(),
            dimension: None,
            at: None,
            missing: Vec::new(),
            measures: Vec::new(),
        }
    }
}

/// How dates and times are written.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum DateFormat {
    /// `YYYY-MM-DD`, with `T` or a space and `HH:MM`, seconds, parts of seconds, `Z` or an offset behind it or not.
    #[default]
    Iso,
    /// A strptime pattern: `%d/%m/%Y %H:%M`.
    Pattern(String),
}

/// Which of a case's events marks a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventPick {
    /// The first event.
    First,
    /// The second event; none where there is one only.
    Second,
    /// The last event.
    Last,
}

/// How the rows of an event log become cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Events {
    /// The column of the case's id.
    pub case: String,
    /// The column of the event's time.
    pub time: String,
    /// The event that creates a case: the first by default.
    pub created: EventPick,
    /// The event that answers it first, where one is said to.
    pub first_reply: Option<EventPick>,
    /// The event that resolves it: the last by default.
    pub resolved: EventPick,
}

/// The columns of a case's own times.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Columns {
    /// When it was created.
    pub created: Option<String>,
    /// When it was first replied to.
    pub first_reply: Option<String>,
    /// When it was resolved; empty while it is open.
    pub resolved: Option<String>,
    /// When it is due.
    pub due: Option<String>,
    /// When the question was answered, for surveys and retention.
    pub answered: Option<String>,
}

/// One thing measured in a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// The id, unique within the source.
    pub id: String,
    /// What is measured, and where.
    pub kind: MeasureKind,
    /// The column of the date that puts a row in a period, where it is not the family's own.
    pub date: Option<String>,
}

/// The family of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Creation to resolution.
    Resolution,
    /// Creation to first reply.
    FirstReply,
    /// Kept by the due time.
    Sla,
    /// Satisfaction on a scale.
    Csat,
    /// Would they recommend: 0 to 10.
    Nps,
    /// Agreement on a scale.
    Favourability,
    /// Kept of all.
    Retention,
    /// A count of a count.
    Counts,
}

impl Family {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Resolution,
        Self::FirstReply,
        Self::Sla,
        Self::Csat,
        Self::Nps,
        Self::Favourability,
        Self::Retention,
        Self::Counts,
    ];

    /// The name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Resolution => "resolution-time",
            Self::FirstReply => "first-reply-time",
            Self::Sla => "sla-compliance",
            Self::Csat => "csat",
            Self::Nps => "nps",
            Self::Favourability => "favourability",
            Self::Retention => "retention",
            Self::Counts => "counts",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|family| family.name() == name)
    }
}

/// A scale of answers from 1 (or 0) up, whose points may have words.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Scale {
    /// The best answer: 5 of 5.
    pub top: i32,
    /// What words stand for.
    pub words: BTreeMap<String, i32>,
}

/// What SLA compliance is a share of (domain section 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum SlaBasis {
    /// What was due in the period, open breaches included.
    #[default]
    Due,
    /// What was created in the period.
    Created,
    /// What was resolved in the period.
    Resolved,
}

impl SlaBasis {
    /// The name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Created => "created",
            Self::Resolved => "resolved",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Due, Self::Created, Self::Resolved].into_iter().find(|basis| basis.name() == name)
    }
}

/// The part of a count that is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountPart {
    /// The column of those that count.
    Numerator(String),
    /// The column of those that do not: breaches instead of kept.
    Complement(String),
}

/// What is measured, and in which columns.
#[derive(Clone, Debug, PartialEq)]
pub enum MeasureKind {
    /// Creation to resolution; a share within the limit in seconds, where one is given.
    Resolution {
        /// Seconds.
        limit: Option<f64>,
    },
    /// Creation to first reply.
    FirstReply {
        /// Seconds.
        limit: Option<f64>,
    },
    /// Resolved by the due time, or within a limit of the creation where no due time is mapped.
    Sla {
        /// The denominator.
        basis: SlaBasis,
        /// Seconds from creation to due, where there is no column for it.
        limit: Option<f64>,
    },
    /// Satisfaction.
    Csat {
        /// The column of the answer.
        column: String,
        /// Its scale.
        scale: Scale,
    },
    /// Would they recommend, 0 to 10.
    Nps {
        /// The column of the answer.
        column: String,
        /// What words stand for.
        words: BTreeMap<String, i32>,
    },
    /// Agreement.
    Favourability {
        /// The column of the answer.
        column: String,
        /// Its scale.
        scale: Scale,
    },
    /// Kept of all.
    Retention {
        /// The column that tells.
        column: String,
        /// What says that one was lost.
        lost: Vec<String>,
        /// What says that one was kept; empty where all else does.
        kept: Vec<String>,
    },
    /// A count of a count.
    Counts {
        /// The column of all.
        denominator: String,
        /// The column of the part.
        part: CountPart,
    },
}

impl MeasureKind {
    /// The family.
    #[must_use]
    pub const fn family(&self) -> Family {
        match self {
            Self::Resolution { .. } => Family::Resolution,
            Self::FirstReply { .. } => Family::FirstReply,
            Self::Sla { .. } => Family::Sla,
            Self::Csat { .. } => Family::Csat,
            Self::Nps { .. } => Family::Nps,
            Self::Favourability { .. } => Family::Favourability,
            Self::Retention { .. } => Family::Retention,
            Self::Counts { .. } => Family::Counts,
        }
    }
}
