//! A stretch of time that lies in one period.

use super::NOWHERE;
use crate::calendar::{Period, Zone, day_number};

const DAY: i64 = 86_400;

/// A stretch of time within one period, in which the clocks of the zone are not put forward or back; and what was seen
/// of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    /// The number of its period.
    pub(super) period: u32,
    offset: i32,
    /// Its first millisecond and the first behind it.
    from: i64,
    to: i64,
    /// The least and the greatest time that was seen.
    least: i64,
    most: i64,
}

impl Stretch {
    /// No time lies in it.
    pub(super) const NONE: Self =
        Self { period: NOWHERE, offset: 0, from: 0, to: 0, least: i64::MAX, most: i64::MIN };

    /// The stretch of a time that lies in this period.
    pub(super) fn of(period: Period, number: u32, zone: &Zone, time: i64) -> Self {
        let second = time.div_euclid(1000);
        let offset = zone.offset(second);
        let unchanged = zone.unchanged(second);
        let midnight = |day: i64| day * DAY - i64::from(offset);
        let from = midnight(day_number(period.first_day()).into()).max(unchanged.start);
        let to = midnight(i64::from(day_number(period.last_day())) + 1).min(unchanged.end);
        let (from, to) = (from.saturating_mul(1000), to.saturating_mul(1000));
        Self { period: number, offset, from, to, least: time, most: time }
    }

    /// Whether a time lies in it, which is then seen.
    #[inline(always)]
    pub(super) fn see(&mut self, time: i64) -> bool {
        let inside = self.from <= time && time < self.to;
        if inside {
            self.least = self.least.min(time);
            self.most = self.most.max(time);
        }
        inside
    }

    /// The first and the last day that was seen, by the clocks of the zone.
    pub(super) fn days(self) -> [Option<i32>; 2] {
        let day = |time: i64| {
            let local = time.div_euclid(1000) + i64::from(self.offset);
            i32::try_from(local.div_euclid(DAY)).ok().filter(|_| self.least <= self.most)
        };
        [day(self.least), day(self.most)]
    }
}
