//! Times to periods.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::calendar::{Cycle, Date, Period, Zone, date_from_day_number};
use crate::data::NO_TIME;

/// Times to the numbers of their periods, each day looked up once in a while.
#[derive(Debug)]
pub(super) struct Days<'a> {
    cycle: Cycle,
    zone: Cow<'a, Zone>,
    /// The rows and cases that are counted now.
    part: Range<usize>,
    /// Day and number of its period, by the low bits of the day.
    cache: Vec<(i32, u32)>,
    /// The periods by their number.
    pub(super) periods: Vec<Period>,
    numbers: BTreeMap<Period, u32>,
    /// The first and the last day a row was placed by.
    pub(super) span: Option<(Date, Date)>,
}

impl<'a> Days<'a> {
    const CACHED: usize = 1024;

    pub(super) fn new(cycle: Cycle, zone: Cow<'a, Zone>) -> Self {
        let cache = vec![(i32::MIN, 0); Self::CACHED];
        Self { cycle, zone, part: 0..0, cache, periods: Vec::new(), numbers: BTreeMap::new(), span: None }
    }

    /// Goes on with these rows and cases.
    pub(super) fn go_on(&mut self, part: Range<usize>) {
        self.part = part;
    }

    /// Those of so many rows or cases that are counted now.
    pub(super) fn part(&self, count: usize) -> Range<usize> {
        self.part.start.min(count)..self.part.end.min(count)
    }

    /// Does something with the number of the period a time lies in, unless the time is absent or
    /// beyond the calendar.
    pub(super) fn place(&mut self, time: i64, then: impl FnOnce(u32)) {
        if time == NO_TIME {
            return;
        }
        let second = time.div_euclid(1000);
        let local = second + i64::from(self.zone.offset(second));
        let Ok(day) = i32::try_from(local.div_euclid(86_400)) else { return };
        let slot = day as usize & (Self::CACHED - 1);
        let period = match self.cache.get(slot) {
            Some((cached, period)) if *cached == day => *period,
            _ => {
                let Some(date) = date_from_day_number(day) else { return };
                let period = self.period_of(date);
                if let Some(entry) = self.cache.get_mut(slot) {
                    *entry = (day, period);
                }
                self.see(date);
                period
            }
        };
        then(period);
    }

    pub(super) fn period_of(&mut self, date: Date) -> u32 {
        let period = Period::containing(date, self.cycle);
        let (periods, next) = (&mut self.periods, self.numbers.len() as u32);
        *self.numbers.entry(period).or_insert_with(|| {
            periods.push(period);
            next
        })
    }

    fn see(&mut self, date: Date) {
        let (first, last) = self.span.unwrap_or((date, date));
        self.span = Some((first.min(date), last.max(date)));
    }
}
