//! The axis of time: ticks at the beginnings of seconds to years, whichever leave room for their labels.

use crate::calendar::{Date, date_from_day_number, day_number};

/// What begins at a tick.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week, which begins on Monday.
    Week,
    /// A month.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A year.
    Year,
}

impl Unit {
    /// Its word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// Days, or the mean of them.
    const fn days(self) -> f64 {
        match self {
            Self::Second => 1.0 / 86_400.0,
            Self::Minute => 1.0 / 1_440.0,
            Self::Hour => 1.0 / 24.0,
            Self::Day => 1.0,
            Self::Week => 7.0,
            Self::Month => 30.436_875,
            Self::Quarter => 91.310_625,
            Self::Year => 365.2425,
        }
    }
}

/// From the finest to the coarsest: the unit, and how many of it.
const STEPS: [(Unit, u16); 27] = [
    (Unit::Second, 1),
    (Unit::Second, 5),
    (Unit::Second, 15),
    (Unit::Second, 30),
    (Unit::Minute, 1),
    (Unit::Minute, 5),
    (Unit::Minute, 15),
    (Unit::Minute, 30),
    (Unit::Hour, 1),
    (Unit::Hour, 3),
    (Unit::Hour, 6),
    (Unit::Hour, 12),
    (Unit::Day, 1),
    (Unit::Day, 2),
    (Unit::Week, 1),
    (Unit::Week, 2),
    (Unit::Month, 1),
    (Unit::Quarter, 1),
    (Unit::Quarter, 2),
    (Unit::Year, 1),
    (Unit::Year, 2),
    (Unit::Year, 5),
    (Unit::Year, 10),
    (Unit::Year, 50),
    (Unit::Year, 100),
    (Unit::Year, 500),
    (Unit::Year, 1000),
];

/// Times as days since 1970-01-01, by the clock on the wall.
#[derive(Clone, Debug, PartialEq)]
pub struct Times {
    /// What begins at each tick.
    pub unit: Unit,
    /// The ticks, the earliest first.
    pub ticks: Vec<f64>,
}

impl Times {
    /// At most `most` ticks between two times, but for one more where they begin and end on one; none finer than `finest`.
    ///
    /// ```
    /// use throughline::chart::trend::{Times, Unit};
    /// // From 1 January to 31 December 2026, with room for five labels: the quarters.
    /// let year = Times::of(20_454.0, 20_818.0, 5, Unit::Day);
    /// assert_eq!((year.unit, year.ticks), (Unit::Quarter, vec![20_454.0, 20_544.0, 20_635.0, 20_727.0]));
    /// ```
    #[must_use]
    pub fn of(from: f64, to: f64, most: usize, finest: Unit) -> Self {
        let room = most.max(1) as f64;
        let fits = |step: &&(Unit, u16)| {
            step.0 >= finest && (to - from) / (step.0.days() * f64::from(step.1)) <= room
        };
        let &(unit, every) = STEPS.iter().find(fits).unwrap_or(&(Unit::Year, 1000));
        let ticks = match unit {
            Unit::Month => months(from, to, i32::from(every)),
            Unit::Quarter => months(from, to, 3 * i32::from(every)),
            Unit::Year => months(from, to, 12 * i32::from(every)),
            // 1970-01-01 was a Thursday.
            Unit::Week => even(from, to, 7.0 * f64::from(every), -3.0),
            _ => even(from, to, unit.days() * f64::from(every), 0.0),
        };
        Self { unit, ticks }
    }
}

/// More are never drawn.
const MOST: usize = 400;

/// Every so many days, counted from a day on which one begins.
fn even(from: f64, to: f64, step: f64, begin: f64) -> Vec<f64> {
    let hair = 1e-9;
    let first = ((from - begin) / step - hair).ceil();
    let ticks = (0..MOST).map(|at| begin + (first + at as f64) * step);
    ticks.take_while(|tick| *tick <= to + step * hair).collect()
}

/// The first days of every so many months.
fn months(from: f64, to: f64, every: i32) -> Vec<f64> {
    let Some(start) = date_from_day_number(from.floor() as i32) else { return Vec::new() };
    let month = i32::from(start.year()) * 12 + i32::from(start.month()) - 1;
    let first = month.div_euclid(every) * every;
    let starts = (0..MOST as i32).map_while(|at| first_day(first + at * every));
    starts.skip_while(|day| *day < from).take_while(|day| *day <= to).collect()
}

/// The first day of a month, counted from that of the year 0.
fn first_day(month: i32) -> Option<f64> {
    let year = i16::try_from(month.div_euclid(12)).ok()?;
    let of_year = i8::try_from(month.rem_euclid(12) + 1).ok()?;
    Some(f64::from(day_number(Date::new(year, of_year, 1).ok()?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// By `date -d` of a Unix system: the days of these dates since 1970.
    const JAN_2024: f64 = 19_723.0;

    #[test]
    fn ticks_begin_what_they_name() {
        // A leap year with room for twelve: its months.
        let year = Times::of(JAN_2024, JAN_2024 + 365.0, 12, Unit::Second);
        let lengths: Vec<f64> = year.ticks.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert_eq!(year.unit, Unit::Month);
        assert_eq!(lengths, [31.0, 29.0, 31.0, 30.0, 31.0, 30.0, 31.0, 31.0, 30.0, 31.0, 30.0]);
        // Monday, 1 January 2024.
        let weeks = Times::of(JAN_2024 - 3.0, JAN_2024 + 20.0, 4, Unit::Second);
        assert_eq!((weeks.unit, weeks.ticks), (Unit::Week, vec![JAN_2024, JAN_2024 + 7.0, JAN_2024 + 14.0]));
        let years = Times::of(0.0, JAN_2024, 6, Unit::Second);
        assert_eq!((years.unit, years.ticks[..2].to_vec()), (Unit::Year, vec![0.0, 3_652.0]));
        let hours = Times::of(JAN_2024 + 0.3, JAN_2024 + 0.8, 5, Unit::Second);
        assert_eq!(hours.unit, Unit::Hour);
        assert_eq!(hours.ticks, [0.375, 0.5, 0.625, 0.75].map(|part| JAN_2024 + part));
    }

    proptest! {
        #[test]
        fn any_span_has_few_ticks_inside_it(from in -700_000.0..2_900_000.0f64, span in 0.0..30_000.0f64, most in 1usize..20) {
            let times = Times::of(from, from + span, most, Unit::Second);
            prop_assert!(times.ticks.len() <= most + 3, "{times:?}");
            prop_assert!(times.ticks.iter().all(|tick| *tick >= from - 1e-3 && *tick <= from + span + 1e-3));
            prop_assert!(times.ticks.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }
}
