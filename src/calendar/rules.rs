//! Whose year and whose weeks: what periods follow beside the calendar of all.

use super::Granularity;

/// The day a week begins on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum WeekStart {
    /// Monday, as in ISO 8601.
    #[default]
    Monday,
    /// Sunday.
    Sunday,
    /// Saturday.
    Saturday,
}

/// Which week of a year is its first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum WeekOne {
    /// The first with four days of the year: ISO 8601.
    #[default]
    FourDays,
    /// The one with the first of January: the United States.
    JanuaryFirst,
}

/// How weeks, quarters and years are cut; by default weeks are those of ISO 8601 and years begin in January.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Calendar {
    /// The month a year begins with, 1 to 12; its quarters follow.
    pub year_start: i8,
    /// The day a week begins on.
    pub week_start: WeekStart,
    /// Which week of a year is its first.
    pub week_one: WeekOne,
}

impl Calendar {
    /// Years from January, weeks by ISO 8601.
    pub const USUAL: Self =
        Self { year_start: 1, week_start: WeekStart::Monday, week_one: WeekOne::FourDays };

    /// Those of its rules that periods of this length follow, so that equal periods are equal.
    #[must_use]
    pub(super) const fn of(self, granularity: Granularity) -> Self {
        match granularity {
            Granularity::Day | Granularity::Month => Self::USUAL,
            Granularity::Week => Self { year_start: 1, ..self },
            Granularity::Quarter | Granularity::Year => Self { year_start: self.year_start, ..Self::USUAL },
        }
    }

    /// How many days its weeks begin before a Monday.
    pub(super) const fn days_before_monday(self) -> i32 {
        match self.week_start {
            WeekStart::Monday => 0,
            WeekStart::Sunday => 1,
            WeekStart::Saturday => 2,
        }
    }
}

impl Default for Calendar {
    fn default() -> Self {
        Self::USUAL
    }
}

/// Periods of one length by one calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cycle {
    /// How long they are.
    pub granularity: Granularity,
    /// How they are cut.
    pub calendar: Calendar,
}

impl From<Granularity> for Cycle {
    fn from(granularity: Granularity) -> Self {
        Self { granularity, calendar: Calendar::USUAL }
    }
}

impl Cycle {
    /// The same without rules that its periods have no use for.
    #[must_use]
    pub const fn reduced(self) -> Self {
        Self { calendar: self.calendar.of(self.granularity), ..self }
    }

    /// Whether whole periods of this cycle make up those of another.
    ///
    /// ```
    /// use throughline::calendar::{Calendar, Cycle, Granularity};
    /// let by = |granularity, year_start| Cycle { granularity, calendar: Calendar { year_start, ..Calendar::USUAL } };
    /// assert!(by(Granularity::Quarter, 1).nests(by(Granularity::Year, 4)));
    /// assert!(!by(Granularity::Quarter, 1).nests(by(Granularity::Year, 5)));
    /// ```
    #[must_use]
    pub fn nests(self, long: Self) -> bool {
        let quarters = (self.calendar.year_start - long.calendar.year_start) % 3 == 0;
        match self.granularity {
            Granularity::Day => long.granularity > Granularity::Day,
            Granularity::Month => long.granularity > Granularity::Month,
            Granularity::Quarter => long.granularity >= Granularity::Quarter && quarters,
            Granularity::Week | Granularity::Year => false,
        }
    }
}
