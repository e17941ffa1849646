//! The times of cases, from rows that are cases or from events that make them.

use std::borrow::Cow;

use super::read::NO_TIME;
use super::table::Table;
use super::{EventPick, Events};

/// The times of cases in milliseconds since 1970-01-01 UTC, `i64::MIN` where absent. A list that the mapping
/// does not give is empty.
#[derive(Clone, Debug, Default)]
pub struct Cases<'a> {
    /// How many cases there are.
    pub n: usize,
    /// When each was created.
    pub created: Cow<'a, [i64]>,
    /// When it was first replied to.
    pub first_reply: Cow<'a, [i64]>,
    /// When it was resolved.
    pub resolved: Cow<'a, [i64]>,
    /// When it was resolved for the first time; where that is not told, when it was resolved.
    pub first_resolved: Cow<'a, [i64]>,
    /// When it is due.
    pub due: Cow<'a, [i64]>,
    /// The row of the first event of each, where rows are events.
    first_rows: Option<Vec<usize>>,
}

/// The first, the second and the last event of a case, and where the first stands.
#[derive(Clone, Copy)]
struct Course {
    first: i64,
    second: i64,
    last: i64,
    first_row: usize,
}

impl<'a> Cases<'a> {
    /// The row that tells the segments of a case: its own, or that of its first event.
    #[must_use]
    pub fn row(&self, case: usize) -> usize {
        self.first_rows.as_ref().map_or(case, |rows| rows.get(case).copied().unwrap_or(usize::MAX))
    }

    /// The same, kept apart from the table.
    pub(crate) fn into_owned(self) -> Cases<'static> {
        let times = |times: Cow<'a, [i64]>| Cow::Owned(times.into_owned());
        Cases {
            n: self.n,
            created: times(self.created),
            first_reply: times(self.first_reply),
            resolved: times(self.resolved),
            first_resolved: times(self.first_resolved),
            due: times(self.due),
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
        let times = |place| Cow::Borrowed(table.times(place).unwrap_or_default());
        let layout = &table.layout;
        let resolved: Cow<'a, [i64]> = times(layout.resolved);
        let first_resolved = match table.times(layout.first_resolved) {
            Some(first) => Cow::Owned(earlier(first, &resolved)),
            None => resolved.clone(),
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
        let mut courses =
            vec![Course { first: NO_TIME, second: NO_TIME, last: NO_TIME, first_row: 0 }; cases.len()];
        for (row, (code, time)) in codes.iter().zip(times).enumerate() {
            if let Some(course) = courses.get_mut(*code as usize) {
                course.add(*time, row);
            }
        }
        // An upserted event may have left its case without any.
        courses.retain(|course| course.first != NO_TIME);
        let pick = |which: EventPick| courses.iter().map(|course| course.pick(which)).collect();
        let of_first = |column: &[i64]| {
            courses.iter().map(|course| column.get(course.first_row).copied().unwrap_or(NO_TIME)).collect()
        };
        Self {
            n: courses.len(),
            created: pick(events.created),
            first_reply: events.first_reply.map(pick).unwrap_or_default(),
            resolved: pick(events.resolved),
            first_resolved: pick(events.resolved),
            due: table.times(table.layout.due).map(of_first).unwrap_or_default(),
            first_rows: Some(courses.iter().map(|course| course.first_row).collect()),
        }
    }
}

/// The first resolution where it is told, else the one there is: what was resolved once names it once.
fn earlier(first: &[i64], resolved: &[i64]) -> Vec<i64> {
    let at = |(case, first): (usize, &i64)| match *first {
        NO_TIME => resolved.get(case).copied().unwrap_or(NO_TIME),
        first => first,
    };
    first.iter().enumerate().map(at).collect()
}

impl Course {
    fn add(&mut self, time: i64, row: usize) {
        if self.first == NO_TIME {
            *self = Self { first: time, second: NO_TIME, last: time, first_row: row };
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
