//! Times to periods.

mod stretch;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::calendar::{Cycle, Date, Period, Zone, date_from_day_number};
use crate::data::NO_TIME;
use stretch::Steady;
pub(super) use throughline_rows::counting::NOWHERE;

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
    /// The first and the last day a row was placed by, but for what the stretches saw.
    span: Option<(Date, Date)>,
    /// One for each period, by its number: where the times of it lie.
    stretches: Vec<Steady>,
    /// The one that the last time lay in.
    last: Steady,
}

impl<'a> Days<'a> {
    const CACHED: usize = 1024;
    /// As many rows are looked at in one go: what is known of them stays near the processor.
    const BLOCK: usize = 1024;

    pub(super) fn new(cycle: Cycle, zone: Cow<'a, Zone>) -> Self {
        Self {
            cycle,
            zone,
            part: 0..0,
            cache: vec![(i32::MIN, 0); Self::CACHED],
            periods: Vec::new(),
            numbers: BTreeMap::new(),
            span: None,
            stretches: Vec::new(),
            last: Steady::NONE,
        }
    }

    /// Goes on with these rows and cases.
    pub(super) fn go_on(&mut self, part: Range<usize>) {
        self.part = part;
    }

    /// Those of so many rows or cases that are counted now.
    pub(super) fn part(&self, count: usize) -> Range<usize> {
        self.part.start.min(count)..self.part.end.min(count)
    }

    /// The same in blocks.
    pub(super) fn blocks(&self, count: usize) -> impl Iterator<Item = Range<usize>> + use<> {
        let Range { start, end } = self.part(count);
        (start..end).step_by(Self::BLOCK).map(move |first| first..end.min(first + Self::BLOCK))
    }

    /// Does something with the number of the period a time lies in, unless the time is absent or
    /// beyond the calendar.
    pub(super) fn place(&mut self, time: i64, then: impl FnOnce(u32)) {
        if let Some(period) = self.number_of(time) {
            then(period);
        }
    }

    /// The numbers of the periods that times lie in, in the place of what the list held; [`NOWHERE`] where they lie in
    /// none. Most times lie in the stretch of the one before.
    pub(super) fn place_all(&mut self, times: &[i64], numbers: &mut Vec<u32>) {
        numbers.clear();
        numbers.resize(times.len(), NOWHERE);
        let (mut times, mut numbers) = (times, numbers.as_mut_slice());
        loop {
            let seen = self.last.stretch.see_all(times, numbers);
            let rest = times.get(seen..).and_then(<[i64]>::split_first);
            let (Some((time, later)), Some((number, others))) =
                (rest, numbers.get_mut(seen..).and_then(<[u32]>::split_first_mut))
            else {
                return;
            };
            *number = self.change(*time);
            (times, numbers) = (later, others);
        }
    }

    /// Goes on in the stretch of another time, and gives the number of its period.
    #[inline(never)]
    fn change(&mut self, time: i64) -> u32 {
        let Some(number) = self.number_of(time) else { return NOWHERE };
        self.set_aside();
        let kept = self.stretches.get(number as usize).copied().unwrap_or(Steady::NONE);
        self.last = kept;
        if !self.last.stretch.see(time) {
            // The clocks of its zone were put forward or back within the period.
            self.tell(kept);
            let period = self.periods.get(number as usize);
            self.last = period.map_or(Steady::NONE, |period| Steady::of(*period, number, &self.zone, time));
        }
        number
    }

    /// Keeps the stretch of the last time with its period.
    fn set_aside(&mut self) {
        let period = self.last.stretch.period;
        if period == NOWHERE {
            return;
        }
        if self.stretches.len() <= period as usize {
            self.stretches.resize(period as usize + 1, Steady::NONE);
        }
        if let Some(kept) = self.stretches.get_mut(period as usize) {
            *kept = self.last;
        }
    }

    /// Notes the days that a stretch saw.
    fn tell(&mut self, stretch: Steady) {
        for day in stretch.days().into_iter().flatten() {
            date_from_day_number(day).into_iter().for_each(|date| self.see(date));
        }
    }

    /// The first and the last day a row was placed by.
    pub(super) fn span(&mut self) -> Option<(Date, Date)> {
        self.set_aside();
        self.last = Steady::NONE;
        std::mem::take(&mut self.stretches).into_iter().for_each(|stretch| self.tell(stretch));
        self.span
    }

    fn number_of(&mut self, time: i64) -> Option<u32> {
        if time == NO_TIME {
            return None;
        }
        let second = time.div_euclid(1000);
        let local = second + i64::from(self.zone.offset(second));
        let day = i32::try_from(local.div_euclid(86_400)).ok()?;
        let slot = day as usize & (Self::CACHED - 1);
        match self.cache.get(slot) {
            Some((cached, period)) if *cached == day => Some(*period),
            _ => {
                let date = date_from_day_number(day)?;
                let period = self.period_of(date);
                if let Some(entry) = self.cache.get_mut(slot) {
                    *entry = (day, period);
                }
                self.see(date);
                Some(period)
            }
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Granularity;
    use proptest::prelude::*;

    fn time() -> impl Strategy<Value = i64> {
        // The ends of what the calendar knows, no time at all, and three years in which the clocks change.
        prop_oneof![
            20 => 1_700_000_000_000..1_790_000_000_000_i64,
            4 => 1_774_700_000_000..1_774_800_000_000_i64,
            1 => prop::sample::select(vec![NO_TIME, i64::MAX, i64::MIN + 1, 253_402_300_799_999, -1]),
        ]
    }

    proptest! {
        #[test]
        fn many_times_are_placed_as_each(
            times in prop::collection::vec(time(), 1..80),
            granularity in prop::sample::select(Granularity::ALL.to_vec()),
            in_order in any::<bool>(),
        ) {
            let mut times = times;
            if in_order {
                times.sort_unstable();
            }
            // Central Europe, and a day that was put back over midnight.
            let changes = vec![(1_711_846_800, 7200), (1_729_990_800, 3600), (1_774_746_000, 7200), (1_780_005_600, -7200)];
            let zone = Zone::new(3600, changes);
            let mut one_by_one = Days::new(granularity.into(), Cow::Borrowed(&zone));
            let mut together = Days::new(granularity.into(), Cow::Borrowed(&zone));
            let mut numbers = Vec::new();
            for part in times.chunks(17) {
                together.place_all(part, &mut numbers);
                for (time, number) in part.iter().zip(&numbers) {
                    let mut known = None;
                    one_by_one.place(*time, |number| known = Some(number));
                    prop_assert_eq!(*number, known.unwrap_or(NOWHERE));
                }
            }
            prop_assert_eq!(&together.periods, &one_by_one.periods);
            prop_assert_eq!(together.span(), one_by_one.span());
        }
    }
}
