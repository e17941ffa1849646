//! Cases to lengths of time, and to what was in time.

use super::days::Days;
use super::tally::Tally;
use crate::calendar::OpenTime;
use crate::data::{Cases, Hours, Mapping, MeasureKind, NO_TIME, SlaBasis, Table, Times};

/// The hours that lengths of time count.
pub(super) enum Counted {
    All,
    Open(OpenTime),
}

impl Counted {
    pub(super) fn of(mapping: &Mapping, kind: &MeasureKind) -> Self {
        match &mapping.hours {
            Some(schedule) if kind.hours() == Hours::Business => {
                Self::Open(OpenTime::of(schedule, &mapping.zone))
            }
            _ => Self::All,
        }
    }

    /// Milliseconds from one time to a later one.
    pub(super) fn between(&self, from: i64, to: i64) -> i64 {
        match self {
            Self::All => to - from,
            Self::Open(open) => open.between(from, to),
        }
    }

    /// The time when so many milliseconds have passed.
    pub(super) fn after(&self, from: i64, length: i64) -> i64 {
        match self {
            Self::All => from + length,
            Self::Open(open) => open.after(from, length).unwrap_or(NO_TIME),
        }
    }
}

/// Creation to an end, in the period of the end; what has not ended is open in the period of its creation.
pub(super) fn durations(
    table: &Table,
    cases: &Cases<'_>,
    ends: &Times<'_>,
    place: usize,
    (limit, counted): (Option<f64>, &Counted),
    days: &mut Days<'_>,
    tally: &mut Tally<'_>,
) {
    // A date of its own stands beside rows, which cases made of events are not.
    let own = if table.mapping().events.is_none() { table.own_dates(place) } else { None };
    for case in days.part(cases.n) {
        let (created, ended) = (cases.created.at(case), ends.at(case));
        if created == NO_TIME {
            continue;
        }
        let group = tally.group(cases.row(case));
        if ended == NO_TIME {
            days.place(created, |period| tally.at(period, group).open += 1);
            continue;
        }
        let seconds = counted.between(created, ended) as f64 / 1000.0;
        let dated = own.map_or(ended, |own| own.time(case));
        days.place(dated, |period| {
            let cell = tally.at(period, group);
            cell.n += 1;
            cell.within += u64::from(limit.is_some_and(|limit| seconds <= limit));
            cell.values.push(seconds);
        });
    }
}

/// Kept by the due time, of what the basis says.
pub(super) fn compliance(
    cases: &Cases<'_>,
    ends: &Times<'_>,
    basis: SlaBasis,
    (limit, counted): (Option<f64>, &Counted),
    days: &mut Days<'_>,
    tally: &mut Tally<'_>,
) {
    for case in days.part(cases.n) {
        let (created, resolved) = (cases.created.at(case), ends.at(case));
        let due = match limit {
            _ if !cases.due.is_absent() => cases.due.at(case),
            Some(limit) if created != NO_TIME => counted.after(created, (limit * 1000.0) as i64),
            _ => NO_TIME,
        };
        // While the service is closed no time passes: what is resolved then has taken no longer.
        let kept = || resolved <= due || counted.between(due, resolved) == 0;
        let dated = match basis {
            SlaBasis::Due => due,
            SlaBasis::Created => created,
            SlaBasis::Resolved => resolved,
        };
        if due == NO_TIME || dated == NO_TIME {
            continue;
        }
        let group = tally.group(cases.row(case));
        days.place(dated, |period| {
            let cell = tally.at(period, group);
            cell.n += 1;
            cell.denominator += 1.0;
            cell.numerator += f64::from(u8::from(resolved != NO_TIME && kept()));
            cell.open += u64::from(resolved == NO_TIME);
        });
    }
}
