//! What the columns of a table mean.

use std::collections::BTreeMap;

use super::{Count, Repeats, Worth};
use crate::calendar::{Calendar, Cycle, Date, Granularity, Schedule, Zone};
use crate::error::Issue;
use crate::plan::named;

/// How the rows of one source become measures.
#[derive(Clone, Debug, PartialEq)]
pub struct Mapping {
    /// The id of the source.
    pub source: String,
    /// What the source is called.
    pub name: Option<String>,
    /// The length of the periods its rows are counted in.
    pub period: Granularity,
    /// How weeks, quarters and years are cut.
    pub calendar: Calendar,
    /// The zone that times without an offset are read in, and that days are cut in.
    pub zone: Zone,
    /// When the service is open, by the wall clock of the zone; none where nobody says.
    pub hours: Option<Schedule>,
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
    /// The columns that split rows into segments, each for itself.
    pub dimensions: Vec<Dimension>,
    /// The pairs of dimensions that also split rows together, by their places, the lower first.
    pub cross: Vec<(u8, u8)>,
    /// The least group of rows that is shown by itself.
    pub minimum: u32,
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

    /// The least [minimum](Mapping::minimum), and the one that holds where nothing is said.
    pub const LEAST_GROUP: u32 = 5;

    /// The highest one.
    pub const HIGHEST_GROUP: u32 = 1000;

    /// No table is split by more columns.
    pub const MOST_DIMENSIONS: usize = 16;

    /// A mapping of a source with no measures yet: months, UTC, ISO dates.
    #[must_use]
    pub fn new(source: impl Into<String>) -> Self {
        Self {
            source: source.into(),
            name: None,
            period: Granularity::Month,
            calendar: Calendar::USUAL,
            zone: Zone::utc(),
            hours: None,
            delimiter: None,
            decimal_comma: false,
            dates: DateFormat::Iso,
            id: None,
            events: None,
            columns: Columns::default(),
            dimensions: Vec::new(),
            cross: Vec::new(),
            minimum: Self::LEAST_GROUP,
            at: None,
            missing: Vec::new(),
            measures: Vec::new(),
        }
    }

    /// Its periods.
    #[must_use]
    pub const fn cycle(&self) -> Cycle {
        Cycle { granularity: self.period, calendar: self.calendar }
    }

    /// What it lacks for what it measures: a column of the times a measure needs, a date, a free id.
    #[must_use]
    pub fn lacks(&self) -> Vec<Issue> {
        super::layout::check(self)
    }
}

/// A column that splits rows into segments.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Dimension {
    /// The column.
    pub column: String,
    /// Whether its values are people: figures need more cases, are drawn towards the whole and rank nobody.
    pub person: bool,
    /// Whether people may be named in a written snapshot.
    pub publish: bool,
}

impl Dimension {
    /// A column of channels, teams or regions.
    #[must_use]
    pub fn plain(column: impl Into<String>) -> Self {
        Self { column: column.into(), person: false, publish: false }
    }

    /// Whether it is left out of a written snapshot.
    #[must_use]
    pub const fn withheld(&self) -> bool {
        self.person && !self.publish
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

named! {
    /// Which of a case's events marks a time.
    EventPick {
        /// The first event.
        First = "first",
        /// The second event; none where there is one only.
        Second = "second",
        /// The last event.
        Last = "last",
    }
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
    /// Which kinds of events mark a time, where a column tells the kinds.
    pub kinds: Option<EventKinds>,
}

/// Which kinds of events mark the times of a case; where a list is empty, the place of the event does.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct EventKinds {
    /// The column of the kind.
    pub column: String,
    /// The first of these creates it.
    pub created: Vec<String>,
    /// The first of these answers it.
    pub first_reply: Vec<String>,
    /// The first or the last of these resolves it, as a measure asks.
    pub resolved: Vec<String>,
    /// After one of these it is open, until it is resolved again.
    pub reopened: Vec<String>,
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
    /// When it was resolved for the first time, where it may have been opened again.
    pub first_resolved: Option<String>,
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

named! {
    /// The family of a measure.
    Family {
        /// Creation to resolution.
        Resolution = "resolution-time",
        /// Creation to first reply.
        FirstReply = "first-reply-time",
        /// Kept by the due time.
        Sla = "sla-compliance",
        /// Satisfaction on a scale.
        Csat = "csat",
        /// Would they recommend: 0 to 10.
        Nps = "nps",
        /// Agreement on a scale.
        Favourability = "favourability",
        /// Kept of all.
        Retention = "retention",
        /// A count of a count.
        Counts = "counts",
        /// Would employees recommend: 0 to 10.
        Enps = "enps",
        /// Made it easy: 1 to 7.
        Ces = "ces",
        /// How much effort: 1 to 5.
        Ces1 = "ces-1",
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
        /// What is left to do.
        Backlog = "backlog",
        /// What came back.
        Reopened = "reopen-rate",
        /// Complaints and what became of them.
        Complaints = "complaints",
        /// Customers after a complaint beside those without one.
        Recovery = "recovery",
        /// Lost of those at the start.
        Churn = "churn",
        /// What a customer is worth.
        Clv = "clv",
        /// What a customer has brought so far.
        ClvHistorical = "clv-historical",
        /// Contacts for each customer or order.
        ContactRate = "contact-rate",
        /// Solved without anybody.
        SelfService = "self-service",
        /// Contacts avoided, by estimate.
        Deflection = "deflection",
        /// Resolved by the bot alone.
        Containment = "containment",
        /// Whether items make one scale.
        Alpha = "cronbach-alpha",
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

named! {
    /// What SLA compliance is a share of: what was due in the period (open breaches included), created or resolved in it.
    SlaBasis {
        /// What was due in the period, open breaches included.
        Due = "due",
        /// What was created in the period.
        Created = "created",
        /// What was resolved in the period.
        Resolved = "resolved",
    }
}

named! {
    /// Which hours a length of time counts.
    Hours {
        /// All of them.
        Calendar = "calendar",
        /// Those in which the service is open.
        Business = "business",
    }
}

named! {
    /// Which resolution of a case that was opened again ends it.
    Resolved {
        /// The first one.
        First = "first",
        /// The last one.
        Last = "last",
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
        /// Which hours count.
        hours: Hours,
        /// Which resolution ends a case.
        resolved: Resolved,
    },
    /// Creation to first reply.
    FirstReply {
        /// Seconds.
        limit: Option<f64>,
        /// Which hours count.
        hours: Hours,
    },
    /// Resolved by the due time, or within a limit of the creation where no due time is mapped.
    Sla {
        /// The denominator.
        basis: SlaBasis,
        /// Seconds from creation to due, where there is no column for it.
        limit: Option<f64>,
        /// Which hours the limit counts.
        hours: Hours,
        /// Which resolution ends a case.
        resolved: Resolved,
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
    /// Answers on the one scale of a family: effort, or whether employees would recommend.
    Answers {
        /// The family.
        family: Family,
        /// The column of the answer.
        column: String,
        /// What words stand for.
        words: BTreeMap<String, i32>,
    },
    /// Several counts and sums, by the names that the family's formula has for them.
    Tally {
        /// The family.
        family: Family,
        /// The counts, each once.
        counts: Vec<Count>,
        /// What there was before the first row, for a backlog.
        opening: f64,
        /// How an estimate came about, for deflection.
        estimate: Option<String>,
        /// How first contacts are told by repeats, where no column tells.
        repeats: Option<Repeats>,
        /// For what customers are worth.
        worth: Option<Worth>,
    },
    /// Customers by when they came and when they left.
    Customers {
        /// Retention or churn.
        family: Family,
        /// The column of when they came.
        began: String,
        /// The column of when they left; empty while they are there.
        ended: String,
        /// How many there were before the first row.
        opening: f64,
    },
    /// Answers to several items of a survey.
    Items {
        /// Alpha or favourability.
        family: Family,
        /// The columns of the answers.
        columns: Vec<String>,
        /// Their scale.
        scale: Scale,
    },
}

impl MeasureKind {
    /// The column of the customer, where rows are purchases.
    #[must_use]
    pub fn buyer(&self) -> Option<&String> {
        match self {
            Self::Tally { worth: Some(worth), .. } => worth.customer.as_ref(),
            _ => None,
        }
    }

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
            Self::Answers { family, .. }
            | Self::Tally { family, .. }
            | Self::Customers { family, .. }
            | Self::Items { family, .. } => *family,
        }
    }

    /// The lowest and the highest answer of a family that has one scale.
    #[must_use]
    pub const fn ends(family: Family) -> (i32, i32) {
        match family {
            Family::Ces => (1, 7),
            Family::Ces1 => (1, 5),
            _ => (0, 10),
        }
    }

    /// Which hours it counts.
    #[must_use]
    pub const fn hours(&self) -> Hours {
        match self {
            Self::Resolution { hours, .. } | Self::FirstReply { hours, .. } | Self::Sla { hours, .. } => {
                *hours
            }
            _ => Hours::Calendar,
        }
    }

    /// Which resolution ends its cases.
    #[must_use]
    pub const fn resolved(&self) -> Resolved {
        match self {
            Self::Resolution { resolved, .. } | Self::Sla { resolved, .. } => *resolved,
            _ => Resolved::Last,
        }
    }
}
