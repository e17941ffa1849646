//! One day, week, month, quarter or year of the calendar.

use super::day::{date_from_day_number, day_number, digits, parse_date};
use super::{Calendar, Cycle, Date, Granularity, WeekOne};
use crate::text::padded;

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
    /// The rules that it follows; those it has no use for are the usual ones.
    calendar: Calendar,
}

impl Period {
    /// The period of this granularity, or of this length by this calendar, that the day lies in.
    #[must_use]
    pub fn containing(day: Date, cycle: impl Into<Cycle>) -> Self {
        Self::within(day, cycle.into())
    }

    fn within(day: Date, cycle: Cycle) -> Self {
        let Cycle { granularity, calendar } = cycle;
        let calendar = calendar.of(granularity);
        // Months since the year of this calendar began.
        let month = (day.month() - calendar.year_start).rem_euclid(12);
        let start = match granularity {
            Granularity::Day => day,
            Granularity::Week => {
                let monday = i32::from(day.weekday().to_monday_zero_offset());
                shift(day, -((monday + calendar.days_before_monday()) % 7))
            }
            Granularity::Month => day.first_of_month(),
            Granularity::Quarter => month_from(day, -(month % 3)),
            Granularity::Year => month_from(day, -month),
        };
        Self { granularity, start, calendar }
    }

    /// Its length and its calendar.
    #[must_use]
    pub const fn cycle(self) -> Cycle {
        Cycle { granularity: self.granularity, calendar: self.calendar }
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
            Granularity::Quarter => month_from(self.start, 2).last_of_month(),
            Granularity::Year => month_from(self.start, 11).last_of_month(),
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
        Some(Self::within(day, self.cycle()))
    }

    /// The one before it; none at the start of the calendar.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        let day = date_from_day_number(day_number(self.start) - 1)?;
        Some(Self::within(day, self.cycle()))
    }

    /// Its name: `2026-10-05`, `2026-W41`, `2026-10`, `2026-Q4` or `2026`. A year that begins in another month than
    /// January names both years it lies in, `FY2025/26` and `FY2025/26-Q3`; a week that is none of ISO 8601 names its
    /// first day, `2026-W41/2026-10-04`.
    #[must_use]
    pub fn label(self) -> String {
        if self.calendar != Calendar::USUAL {
            return self.own_label();
        }
        let (year, month) = (self.start.year(), self.start.month());
        let (year, kind, number) = match self.granularity {
            Granularity::Day | Granularity::Month => (year, "-", month.into()),
            Granularity::Week => {
                let (year, week) = iso_week(self.start);
                (year, "-W", week)
            }
            Granularity::Quarter => (year, "-Q", i16::from((month - 1) / 3 + 1)),
            Granularity::Year => (year, "", 0),
        };
        let mut label = String::new();
        padded(&mut label, year.into(), 4);
        label.push_str(kind);
        if !kind.is_empty() {
            padded(&mut label, number.into(), if kind == "-Q" { 1 } else { 2 });
        }
        if self.granularity == Granularity::Day {
            label.push('-');
            padded(&mut label, self.start.day().into(), 2);
        }
        label
    }

    /// The name by a calendar that is not the usual one.
    #[cold]
    #[inline(never)]
    fn own_label(self) -> String {
        if self.granularity == Granularity::Week {
            let (year, week) = self.week();
            let first = Self::within(self.start, Granularity::Day.into()).label();
            return format!("{year:04}-W{week:02}/{first}");
        }
        let begun =
            Self::within(self.start, Cycle { granularity: Granularity::Year, calendar: self.calendar });
        let year = begun.start.year();
        let fiscal = format!("FY{year:04}/{:02}", (year + 1).rem_euclid(100));
        if self.granularity == Granularity::Year {
            return fiscal;
        }
        let months = (self.start.month() - self.calendar.year_start).rem_euclid(12);
        format!("{fiscal}-Q{}", months / 3 + 1)
    }

    /// Year and number of a week by its calendar: the year of the day that must lie in it.
    fn week(self) -> (i16, i16) {
        let deciding = match self.calendar.week_one {
            WeekOne::FourDays => 3,
            WeekOne::JanuaryFirst => 6,
        };
        let day = shift(self.start, deciding);
        (day.year(), (day.day_of_year() - 1) / 7 + 1)
    }

    /// The period that a calendar calls so; the form of the name tells the granularity.
    ///
    /// ```
    /// use throughline::calendar::{Calendar, Period};
    /// let april = Calendar { year_start: 4, ..Calendar::USUAL };
    /// let quarter = Period::parse_in("FY2025/26-Q4", april).unwrap();
    /// assert_eq!(quarter.first_day().to_string(), "2026-01-01");
    /// assert_eq!(quarter.label(), "FY2025/26-Q4");
    /// // That would be the first quarter of another calendar.
    /// assert_eq!(Period::parse_in("2026-Q1", april), None);
    /// ```
    #[must_use]
    pub fn parse_in(label: &str, calendar: Calendar) -> Option<Self> {
        if calendar == Calendar::USUAL { Self::parse(label) } else { Self::parse_own(label, calendar) }
    }

    #[cold]
    #[inline(never)]
    fn parse_own(label: &str, calendar: Calendar) -> Option<Self> {
        let by = |granularity| Cycle { granularity, calendar };
        let period = if let Some((_, first)) = label.split_once("/").filter(|_| !label.starts_with("FY")) {
            Self::within(parse_date(first)?, by(Granularity::Week))
        } else if let Some(fiscal) = label.strip_prefix("FY") {
            let start = Date::new(digits(fiscal.as_bytes().get(..4)?)?, calendar.year_start, 1).ok()?;
            match fiscal.get(7..)?.as_bytes() {
                [] => Self::within(start, by(Granularity::Year)),
                [b'-', b'Q', quarter @ b'1'..=b'4'] => {
                    let months = (quarter - b'1').cast_signed() * 3;
                    Self::within(month_from(start, months), by(Granularity::Quarter))
                }
                _ => return None,
            }
        } else {
            let usual = Self::parse(label)?;
            Self::within(usual.start, by(usual.granularity))
        };
        // What only looks like a name of this calendar does not lead back to itself.
        (period.label() == label).then_some(period)
    }

    /// The period of that name in the usual calendar; the form of the name tells the granularity.
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
            _ => Some(Self::within(parse_date(label)?, Granularity::Day.into())),
        }
    }

    fn from_month(label: &str, month: i8, granularity: Granularity) -> Option<Self> {
        let start = Date::new(digits(label.as_bytes().get(..4)?)?, month, 1).ok()?;
        Some(Self { granularity, start, calendar: Calendar::USUAL })
    }

    fn from_week(label: &str, week: i16) -> Option<Self> {
        let year = digits(label.as_bytes().get(..4)?)?;
        // The fourth of January always lies in week 1.
        let first = Self::containing(Date::new(year, 1, 4).ok()?, Granularity::Week);
        let start = date_from_day_number(day_number(first.start) + (i32::from(week) - 1) * 7)?;
        (iso_week(start) == (year, week)).then_some(Self { start, ..first })
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

/// The first of the month so many months on, up to a year; the day itself beyond the calendar's ends.
fn month_from(day: Date, months: i8) -> Date {
    let month = day.month() - 1 + months;
    let year = day.year() + i16::from(month.div_euclid(12));
    Date::new(year, month.rem_euclid(12) + 1, 1).unwrap_or(day)
}
