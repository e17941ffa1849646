//! Where the times of a period lie.

use throughline_rows::counting::Stretch;

use crate::calendar::{Period, Zone, day_number};

const DAY: i64 = 86_400;

/// A stretch of time within one period, in which the clocks of the zone are not put forward or back.
#[derive(Clone, Copy, Debug)]
pub(super) struct Steady {
    pub(super) stretch: Stretch,
    offset: i32,
}

impl Steady {
    /// No time lies in it.
    pub(super) const NONE: Self = Self { stretch: Stretch::NONE, offset: 0 };

    /// The stretch of a time that lies in this period.
    pub(super) fn of(period: Period, number: u32, zone: &Zone, time: i64) -> Self {
        let second = time.div_euclid(1000);
        let offset = zone.offset(second);
        let unchanged = zone.unchanged(second);
        let midnight = |day: i64| day * DAY - i64::from(offset);
        let from = midnight(day_number(period.first_day()).into()).max(unchanged.start);
        let to = midnight(i64::from(day_number(period.last_day())) + 1).min(unchanged.end);
        let (from, to) = (from.saturating_mul(1000), to.saturating_mul(1000));
        Self { stretch: Stretch { period: number, from, to, least: time, most: time }, offset }
    }

    /// The first and the last day that was seen, by the clocks of the zone.
    pub(super) fn days(self) -> [Option<i32>; 2] {
        let Stretch { least, most, .. } = self.stretch;
        let day = |time: i64| {
            let local = time.div_euclid(1000) + i64::from(self.offset);
            i32::try_from(local.div_euclid(DAY)).ok().filter(|_| least <= most)
        };
        [day(least), day(most)]
    }
}
