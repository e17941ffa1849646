//! The period a row belongs to.

use super::days::Days;
use crate::calendar::Date;
use crate::data::{Packed, Table};

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

    pub(super) const fn at(&self) -> Option<Date> {
        match self {
            Self::Dates(_) | Self::Never => None,
            Self::At(at, _) => Some(*at),
        }
    }
}
