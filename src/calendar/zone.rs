//! A time zone as the host hands it in: its offsets over the span of the data.

use std::ops::Range;

use super::day::{date_from_day_number, day_number};
use super::{DateTime, Time};

const DAY: i64 = 86_400;

/// The offsets from UTC of one zone, in seconds east, and when they change.
///
/// ```
/// use throughline::calendar::{Date, Zone};
/// // Central Europe in 2026: summer time from 29 March 01:00 UTC to 25 October 01:00 UTC.
/// let zone = Zone::new(3600, vec![(1_774_746_000, 7200), (1_792_890_000, 3600)]);
/// let noon = Date::constant(2026, 7, 1).at(12, 0, 0, 0);
/// assert_eq!(zone.local(zone.to_utc(noon)), noon);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Zone {
    initial: i32,
    /// UTC second of the change and the offset from then on, in order of time.
    transitions: Vec<(i64, i32)>,
}

impl Zone {
    /// Coordinated universal time.
    #[must_use]
    pub const fn utc() -> Self {
        Self::fixed(0)
    }

    /// One offset at all times, in seconds east of UTC.
    #[must_use]
    pub const fn fixed(offset: i32) -> Self {
        Self { initial: offset, transitions: Vec::new() }
    }

    /// An offset to begin with, and the changes as (UTC second, new offset), in any order.
    #[must_use]
    pub fn new(initial: i32, mut transitions: Vec<(i64, i32)>) -> Self {
        transitions.sort_unstable();
        transitions.dedup_by_key(|(at, _)| *at);
        Self { initial, transitions }
    }

    /// The offset to begin with.
    #[must_use]
    pub const fn initial(&self) -> i32 {
        self.initial
    }

    /// The changes, in order of time.
    #[must_use]
    pub fn transitions(&self) -> &[(i64, i32)] {
        &self.transitions
    }

    /// The offset in force at a UTC second.
    #[must_use]
    pub fn offset(&self, utc: i64) -> i32 {
        let passed = self.transitions.partition_point(|(at, _)| *at <= utc);
        self.segment(passed)
    }

    /// The UTC seconds around one in which its offset is in force.
    #[must_use]
    pub fn unchanged(&self, utc: i64) -> Range<i64> {
        let passed = self.transitions.partition_point(|(at, _)| *at <= utc);
        let at = |place: Option<usize>| self.transitions.get(place?).map(|(at, _)| *at);
        at(passed.checked_sub(1)).unwrap_or(i64::MIN)..at(Some(passed)).unwrap_or(i64::MAX)
    }

    /// The wall clock of the zone at a UTC second; the ends of the calendar outside it.
    #[must_use]
    pub fn local(&self, utc: i64) -> DateTime {
        let seconds = utc.saturating_add(i64::from(self.offset(utc)));
        let within = seconds.rem_euclid(DAY) as i32;
        let (hour, minute, second) = (within / 3600, within / 60 % 60, within % 60);
        let time = Time::new(hour as i8, minute as i8, second as i8, 0).unwrap_or(Time::midnight());
        let outside = if utc < 0 { DateTime::MIN } else { DateTime::MAX };
        i32::try_from(seconds.div_euclid(DAY))
            .ok()
            .and_then(date_from_day_number)
            .map_or(outside, |date| DateTime::from_parts(date, time))
    }

    /// The UTC second of a wall clock time; parts of a second are dropped. An hour that comes twice is
    /// its first coming, an hour that is skipped is read with the offset before the change.
    #[must_use]
    pub fn to_utc(&self, local: DateTime) -> i64 {
        let clock =
            i64::from(local.hour()) * 3600 + i64::from(local.minute()) * 60 + i64::from(local.second());
        self.to_utc_second(i64::from(day_number(local.date())) * DAY + clock)
    }

    /// The UTC second of a wall clock time that is told in seconds since 1970-01-01 00:00 on that clock.
    #[must_use]
    pub(crate) fn to_utc_second(&self, seconds: i64) -> i64 {
        // No offset reaches two days, so what changed before then is settled.
        let mut passed = self.transitions.partition_point(|(at, _)| *at <= seconds - 2 * DAY);
        let mut utc = seconds - i64::from(self.segment(passed));
        while let Some(&(at, offset)) = self.transitions.get(passed) {
            let after = seconds - i64::from(offset);
            if utc < at || after < at {
                break;
            }
            utc = after;
            passed += 1;
        }
        utc
    }

    /// The offset in force after so many changes.
    fn segment(&self, passed: usize) -> i32 {
        passed
            .checked_sub(1)
            .and_then(|last| self.transitions.get(last))
            .map_or(self.initial, |(_, offset)| *offset)
    }
}
