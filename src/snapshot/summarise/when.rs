//! The period a row belongs to.

use std::ops::Range;

use super::days::{Days, NOWHERE};
use crate::calendar::Date;
use crate::data::{NO_TIME, Packed, Table};

/// What puts rows in a period: a column of dates, or one day for all.
pub(super) enum When<'a> {
    Dates(&'a Packed),
    Never,
    At(Date, u32),
}

impl<'a> When<'a> {
    pub(super) fn of(table: &'a Table, place: usize, days: &mut Days<'_>) -> Self {
        let at = table.mapping().at;
        match (table.dates(place), at) {
            (Some(dates), _) => Self::Dates(dates),
            (None, Some(at)) => Self::At(at, days.period_of(at)),
            (None, None) => Self::Never,
        }
    }

    pub(super) fn place(&self, row: usize, days: &mut Days<'_>, then: impl FnOnce(u32)) {
        match self {
            Self::Dates(dates) => days.place(dates.time(row), then),
            Self::Never => {}
            Self::At(_, period) => then(*period),
        }
    }

    /// The times of some rows that put them in a period; any time where all are of one day.
    pub(super) fn times(&self, rows: Range<usize>, times: &mut Vec<i64>) {
        match self {
            Self::Dates(dates) => dates.wholes_into(rows, times),
            Self::Never | Self::At(..) => {
                times.clear();
                times.resize(rows.len(), if matches!(self, Self::Never) { NO_TIME } else { 0 });
            }
        }
    }

    /// The numbers of the periods that such times lie in.
    pub(super) fn place_all(&self, times: &[i64], days: &mut Days<'_>, numbers: &mut Vec<u32>) {
        let Self::At(_, period) = self else { return days.place_all(times, numbers) };
        numbers.clear();
        numbers.extend(times.iter().map(|time| if *time == NO_TIME { NOWHERE } else { *period }));
    }

    pub(super) const fn at(&self) -> Option<Date> {
        match self {
            Self::Dates(_) | Self::Never => None,
            Self::At(at, _) => Some(*at),
        }
    }
}
