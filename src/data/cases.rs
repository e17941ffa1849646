//! The times of cases, from rows that are cases or from events that make them.

use std::ops::Range;

use super::table::Table;
use super::{EventPick, Events, NO_TIME, Packed};

/// The times of cases in milliseconds since 1970-01-01 UTC. A list that the mapping does not give is absent.
#[derive(Clone, Debug, Default)]
pub struct Cases<'a> {
    /// How many cases there are.
    pub n: usize,
    /// When each was created.
    pub created: Times<'a>,
    /// When it was first replied to.
    pub first_reply: Times<'a>,
    /// When it was resolved.
    pub resolved: Times<'a>,
    /// When it was resolved for the first time; where that is not told, when it was resolved.
    pub first_resolved: Times<'a>,
    /// When it is due.
    pub due: Times<'a>,
    /// The row of the first event of each, where rows are events.
    first_rows: Option<Vec<usize>>,
}

/// A time of each case.
#[derive(Clone, Debug, Default)]
pub enum Times<'a> {
    /// Nothing tells it.
    #[default]
    Absent,
    /// A column of rows that are cases.
    Column(&'a Packed),
    /// The first column where it tells the time, else the second.
    Either(&'a Packed, &'a Packed),
    /// Made from events.
    Made(Vec<i64>),
}

impl Times<'_> {
    /// The time of a case, `i64::MIN` where it has none.
    #[must_use]
    pub fn at(&self, case: usize) -> i64 {
        match self {
            Self::Absent => NO_TIME,
            Self::Column(times) => times.time(case),
            Self::Either(first, second) => match first.time(case) {
                NO_TIME => second.time(case),
                time => time,
            },
            Self::Made(times) => times.get(case).copied().unwrap_or(NO_TIME),
        }
    }

    /// The times of some cases, in the place of what the list held.
    pub(crate) fn some_into(&self, cases: Range<usize>, list: &mut Vec<i64>) {
        if let Self::Column(times) = self {
            return times.wholes_into(cases, list);
        }
        list.clear();
        list.extend(cases.map(|case| self.at(case)));
    }

    /// Whether nothing tells it.
    #[must_use]
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// The same, kept apart from the table; absent where it is a column of it.
    fn made(self) -> Times<'static> {
        match self {
            Self::Made(times) => Times::Made(times),
            _ => Times::Absent,
        }
    }
}

/// The first, the second and the last event of a case, and where the first stands.
#[derive(Clone, Copy)]
struct Course {
    first: i64,
    second: i64,
    last: i64,
    first_row: usize,
    kinds: ByKind,
}

/// The times of a case by the kinds of its events.
#[derive(Clone, Copy)]
struct ByKind {
    created: i64,
    first_reply: i64,
    first_resolved: i64,
    resolved: i64,
    reopened: i64,
}

impl<'a> Cases<'a> {
    /// The row that tells the segments of a case: its own, or that of its first event.
    #[must_use]
    pub fn row(&self, case: usize) -> usize {
        self.first_rows.as_ref().map_or(case, |rows| rows.get(case).copied().unwrap_or(usize::MAX))
    }

    /// The rows that tell the segments of cases, where these are the cases themselves.
    pub(crate) fn rows(&self, cases: Range<usize>) -> Option<Range<usize>> {
        self.first_rows.is_none().then_some(cases)
    }

    /// Those made from events, kept apart from the table.
    pub(crate) fn made(self) -> Cases<'static> {
        Cases {
            n: self.n,
            created: self.created.made(),
            first_reply: self.first_reply.made(),
            resolved: self.resolved.made(),
            first_resolved: self.first_resolved.made(),
            due: self.due.made(),
            first_rows: self.first_rows,
        }
    }

    pub(super) fn of(table: &'a Table) -> Self {
        match &table.mapping.events {
            Some(events) => Self::from_events(table, events),
            None => Self::from_rows(table),
        }
    }

    fn from_rows(table: &'a Table) -> Self {
        let times = |place| table.times(place).map_or(Times::Absent, Times::Column);
        let layout = &table.layout;
        let resolved = times(layout.resolved);
        let first_resolved = match (table.times(layout.first_resolved), table.times(layout.resolved)) {
            (Some(first), Some(resolved)) => Times::Either(first, resolved),
            (Some(first), None) => Times::Column(first),
            (None, _) => resolved.clone(),
        };
        Self {
            n: table.rows,
            created: times(layout.created),
            first_reply: times(layout.first_reply),
            resolved,
            first_resolved,
            due: times(layout.due),
            first_rows: None,
        }
    }

    /// A case is all events of one case id, in order of time; rows of the same time count as they come.
    /// Its segment and its due time are those of its first event.
    fn from_events(table: &'a Table, events: &Events) -> Self {
        let Some(((codes, cases), times)) = table.case_codes().zip(table.times(table.layout.event_time))
        else {
            return Self::default();
        };
        let mut courses = vec![Course::NONE; cases.len()];
        let kinds = table.layout.kinds.map(|place| table.passes(place));
        for row in 0..table.rows {
            if let Some(course) = courses.get_mut(codes.word(row) as usize) {
                course.add(times.time(row), row);
                let is = |kind: Option<&Packed>| kind.is_some_and(|passes| passes.answer(row) == 1);
                course.kinds.add(times.time(row), kinds.map(is));
            }
        }
        // An upserted event may have left its case without any.
        courses.retain(|course| course.first != NO_TIME);
        let made = |time: &dyn Fn(&Course) -> i64| Times::Made(courses.iter().map(time).collect());
        let pick = |which: EventPick| made(&|course| course.pick(which));
        let told = |kind: usize| table.layout.kinds.get(kind).is_some_and(Option::is_some);
        // What a kind of event marks stands before its place in the course.
        let by = |kind: usize, of: fn(&ByKind) -> i64, which: EventPick| match told(kind) {
            true => made(&|course| of(&course.kinds)),
            false => pick(which),
        };
        let of_first = |column: &Packed| made(&|course| column.time(course.first_row));
        Self {
            n: courses.len(),
            created: by(0, |kinds| kinds.created, events.created),
            first_reply: match events.first_reply {
                None if !told(1) => Times::default(),
                which => by(1, |kinds| kinds.first_reply, which.unwrap_or(EventPick::Second)),
            },
            resolved: by(2, ByKind::at_last, events.resolved),
            first_resolved: by(2, |kinds| kinds.first_resolved, events.resolved),
            due: table.times(table.layout.due).map(of_first).unwrap_or_default(),
            first_rows: Some(courses.iter().map(|course| course.first_row).collect()),
        }
    }
}

impl ByKind {
    const NONE: Self = Self {
        created: NO_TIME,
        first_reply: NO_TIME,
        first_resolved: NO_TIME,
        resolved: NO_TIME,
        reopened: NO_TIME,
    };

    fn add(&mut self, time: i64, [created, replied, resolved, reopened]: [bool; 4]) {
        let first = |one: &mut i64, is: bool| {
            if is && (*one == NO_TIME || time < *one) {
                *one = time;
            }
        };
        first(&mut self.created, created);
        first(&mut self.first_reply, replied);
        first(&mut self.first_resolved, resolved);
        // An absent time lies before all others.
        self.resolved = if resolved { self.resolved.max(time) } else { self.resolved };
        self.reopened = if reopened { self.reopened.max(time) } else { self.reopened };
    }

    /// The last resolution; none where the case was opened again since.
    const fn at_last(&self) -> i64 {
        if self.reopened > self.resolved { NO_TIME } else { self.resolved }
    }
}

impl Course {
    const NONE: Self =
        Self { first: NO_TIME, second: NO_TIME, last: NO_TIME, first_row: 0, kinds: ByKind::NONE };

    fn add(&mut self, time: i64, row: usize) {
        if self.first == NO_TIME {
            // The kinds of the event are added behind it.
            *self = Self { first: time, last: time, first_row: row, ..Self::NONE };
            return;
        }
        if time < self.first {
            self.second = self.first;
            self.first = time;
            self.first_row = row;
        } else if self.second == NO_TIME || time < self.second {
            self.second = time;
        }
        self.last = self.last.max(time);
    }

    const fn pick(&self, which: EventPick) -> i64 {
        match which {
            EventPick::First => self.first,
            EventPick::Second => self.second,
            EventPick::Last => self.last,
        }
    }
}
