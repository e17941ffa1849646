//! How long a period is.

/// The length of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Granularity {
    /// One calendar day.
    Day,
    /// A week, Monday to Sunday unless the calendar says otherwise.
    Week,
    /// A calendar month.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A year, from January unless the calendar says otherwise.
    Year,
}

impl Granularity {
    /// All of them, shortest first.
    pub const ALL: [Self; 5] = [Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Year];
    const DAYS_OF_YEAR: f64 = 365.25;

    /// The name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// The granularity of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|each| each.name() == name)
    }

    /// A usual length in days, for update intervals and ages: 1, 7, 30, 91, 365.
    #[must_use]
    pub const fn usual_days(self) -> i32 {
        match self {
            Self::Day => 1,
            Self::Week => 7,
            Self::Month => 30,
            Self::Quarter => 91,
            Self::Year => 365,
        }
    }

    /// Its mean length in days, where a year has 365.25.
    #[must_use]
    pub const fn days(self) -> f64 {
        match self {
            Self::Day => 1.0,
            Self::Week => 7.0,
            Self::Month => Self::DAYS_OF_YEAR / 12.0,
            Self::Quarter => Self::DAYS_OF_YEAR / 4.0,
            Self::Year => Self::DAYS_OF_YEAR,
        }
    }

    /// Its mean length in years.
    #[must_use]
    pub const fn years(self) -> f64 {
        self.days() / Self::DAYS_OF_YEAR
    }
}
