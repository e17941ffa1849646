//! One day, week, month, quarter or year of the calendar.

use super::day::{date_from_day_number, day_number, digits, parse_date};
use super::{Date, Granularity};

/// A period of the calendar, such as October 2026; periods of one granularity order by time.
///
/// ```
/// use throughline::calendar::{Date, Granularity, Period};
/// let week = Period::containing(Date::constant(2026, 10, 7), Granularity::Week);
/// assert_eq!(week.label(), "2026-W41");
/// assert_eq!(week.first_day(), Date::constant(2026, 10, 5));
/// assert_eq!(week.last_day(), Date::constant(2026, 10, 11));
/// assert_eq!(Period::parse("2026-W41"), Some(week));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    granularity: Granularity,
    start: Date,
}

impl Period {
    /// The period of this granularity that the day lies in.
    #[must_use]
    pub fn containing(day: Date, granularity: Granularity) -> Self {
        let start = match granularity {
            Granularity::Day => day,
            Granularity::Week => shift(day, -i32::from(day.weekday().to_monday_zero_offset())),
            Granularity::Month => day.first_of_month(),
            Granularity::Quarter => first_of(day.year(), (day.month() - 1) / 3 * 3 + 1, day),
            Granularity::Year => first_of(day.year(), 1, day),
        };
        Self { granularity, start }
    }

    /// How long it is.
    #[must_use]
    pub const fn granularity(self) -> Granularity {
        self.granularity
    }

    /// Its first day.
    #[must_use]
    pub const fn first_day(self) -> Date {
        self.start
    }

    /// Its last day: the day a value of this period is true at.
    #[must_use]
    pub fn last_day(self) -> Date {
        match self.granularity {
            Granularity::Day => self.start,
            Granularity::Week => shift(self.start, 6),
            Granularity::Month => self.start.last_of_month(),
            Granularity::Quarter => {
                first_of(self.start.year(), self.start.month() + 2, self.start).last_of_month()
            }
            Granularity::Year => first_of(self.start.year(), 12, self.start).last_of_month(),
        }
    }

    /// The number of its days.
    #[must_use]
    pub fn days(self) -> i32 {
        day_number(self.last_day()) - day_number(self.start) + 1
    }

    /// Whether the day lies in it.
    #[must_use]
    pub fn contains(self, day: Date) -> bool {
        self.start <= day && day <= self.last_day()
    }

    /// The one after it; none at the end of the calendar (year 9999).
    #[must_use]
    pub fn next(self) -> Option<Self> {
        let day = date_from_day_number(day_number(self.last_day()) + 1)?;
        Some(Self::containing(day, self.granularity))
    }

    /// The one before it; none at the start of the calendar.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        let day = date_from_day_number(day_number(self.start) - 1)?;
        Some(Self::containing(day, self.granularity))
    }

    /// Its name: `2026-10-05`, `2026-W41`, `2026-10`, `2026-Q4` or `2026`.
    #[must_use]
    pub fn label(self) -> String {
        let (year, month) = (self.start.year(), self.start.month());
        match self.granularity {
            Granularity::Day => format!("{year:04}-{month:02}-{:02}", self.start.day()),
            Granularity::Week => {
                let (year, week) = iso_week(self.start);
                format!("{year:04}-W{week:02}")
            }
            Granularity::Month => format!("{year:04}-{month:02}"),
            Granularity::Quarter => format!("{year:04}-Q{}", (month - 1) / 3 + 1),
            Granularity::Year => format!("{year:04}"),
        }
    }

    /// The period of that name; the form of the name tells the granularity.
    #[must_use]
    pub fn parse(label: &str) -> Option<Self> {
        match *label.as_bytes() {
            [_, _, _, _] => Self::from_month(label, 1, Granularity::Year),
            [_, _, _, _, b'-', b'Q', quarter @ b'1'..=b'4'] => {
                Self::from_month(label, (quarter - b'1').cast_signed() * 3 + 1, Granularity::Quarter)
            }
            [_, _, _, _, b'-', m1, m2] => {
                let month = i8::try_from(digits(&[m1, m2])?).ok()?;
                Self::from_month(label, month, Granularity::Month)
            }
            [_, _, _, _, b'-', b'W', w1, w2] => Self::from_week(label, digits(&[w1, w2])?),
            _ => Some(Self { granularity: Granularity::Day, start: parse_date(label)? }),
        }
    }

    fn from_month(label: &str, month: i8, granularity: Granularity) -> Option<Self> {
        let start = Date::new(digits(label.as_bytes().get(..4)?)?, month, 1).ok()?;
        Some(Self { granularity, start })
    }

    fn from_week(label: &str, week: i16) -> Option<Self> {
        let year = digits(label.as_bytes().get(..4)?)?;
        // The fourth of January always lies in week 1.
        let first = Self::containing(Date::new(year, 1, 4).ok()?, Granularity::Week);
        let start = date_from_day_number(day_number(first.start) + (i32::from(week) - 1) * 7)?;
        (iso_week(start) == (year, week)).then_some(Self { granularity: Granularity::Week, start })
    }
}

/// Year and number of the ISO week that begins on this Monday: its Thursday decides.
fn iso_week(monday: Date) -> (i16, i16) {
    let thursday = shift(monday, 3);
    (thursday.year(), (thursday.day_of_year() - 1) / 7 + 1)
}

/// The day so many days on, held inside the calendar.
fn shift(day: Date, days: i32) -> Date {
    date_from_day_number(day_number(day) + days).unwrap_or(if days < 0 { Date::MIN } else { Date::MAX })
}

/// The first of a month that is known to exist.
fn first_of(year: i16, month: i8, otherwise: Date) -> Date {
    Date::new(year, month, 1).unwrap_or(otherwise)
}
