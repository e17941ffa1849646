//! Cases to lengths of time, and to what was in time.

use std::ops::Range;

use throughline_rows::counting;

use super::block::Block;
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
    let (mut block, mut both, mut lengths) = (Block::default(), Both::default(), Vec::new());
    for some in days.blocks(cases.n) {
        both.of(cases, ends, some.clone());
        match own {
            Some(own) => own.wholes_into(some.clone(), &mut block.times),
            None => block.times.clone_from(&both.ended),
        }
        // What has not ended is open since it was created; what was not created is nowhere.
        for (time, (created, ended)) in block.times.iter_mut().zip(both.each()) {
            if created == NO_TIME || ended == NO_TIME {
                *time = created;
            }
        }
        match counted {
            Counted::All => counting::between(&both.created, &both.ended, &mut lengths),
            Counted::Open(_) => {
                let known = |(from, to)| from != NO_TIME && to != NO_TIME;
                let between =
                    |(from, to)| if known((from, to)) { counted.between(from, to) } else { NO_TIME };
                lengths.clear();
                lengths.extend(both.each().map(between));
            }
        }
        block.cases(some, cases, tally);
        let places = block.place_cases(days, tally);
        tally.lasted(places, &lengths, limit);
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
    let (mut block, mut both) = (Block::default(), Both::default());
    let mut dues = Vec::new();
    for some in days.blocks(cases.n) {
        both.of(cases, ends, some.clone());
        if cases.due.is_absent() {
            let after = |created: i64| match limit {
                Some(limit) if created != NO_TIME => counted.after(created, (limit * 1000.0) as i64),
                _ => NO_TIME,
            };
            dues.clear();
            dues.extend(both.created.iter().map(|created| after(*created)));
        } else {
            cases.due.some_into(some.clone(), &mut dues);
        }
        block.times.clone_from(match basis {
            SlaBasis::Due => &dues,
            SlaBasis::Created => &both.created,
            SlaBasis::Resolved => &both.ended,
        });
        block.leave_out(&dues, |due| *due == NO_TIME);
        if let Counted::Open(_) = counted {
            // While the service is closed no time passes: what is resolved then has taken no longer.
            for (end, due) in both.ended.iter_mut().zip(&dues) {
                let late = *end != NO_TIME && *due != NO_TIME && *end > *due;
                if late && counted.between(*due, *end) == 0 {
                    *end = *due;
                }
            }
        }
        block.cases(some, cases, tally);
        let places = block.place_cases(days, tally);
        tally.in_time(places, &both.ended, &dues);
    }
}

/// When some cases were created and when they ended.
#[derive(Default)]
struct Both {
    created: Vec<i64>,
    ended: Vec<i64>,
}

impl Both {
    fn of(&mut self, cases: &Cases<'_>, ends: &Times<'_>, some: Range<usize>) {
        cases.created.some_into(some.clone(), &mut self.created);
        ends.some_into(some, &mut self.ended);
    }

    fn each(&self) -> impl Iterator<Item = (i64, i64)> {
        self.created.iter().copied().zip(self.ended.iter().copied())
    }
}
