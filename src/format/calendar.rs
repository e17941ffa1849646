//! How periods are cut, as plan, mapping and snapshot say it alike.

use serde::Serialize;

use crate::calendar::{self, WeekOne, WeekStart};
use crate::format::json::Reader;
use crate::format::json::scalar::Word;

/// How weeks, quarters and years are cut, where not by ISO 8601 and from January.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Calendar {
    /// The month a year begins with, 1 to 12, with its quarters; 1 where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 12)))]
    pub fiscal_year_start: Option<i8>,
    /// The day a week begins on; `monday` where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub week_start: Option<Word<WeekStart>>,
    /// Which week of a year is its first; `four-days` (ISO 8601) where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub week_one: Option<Word<WeekOne>>,
}

/// Reads a calendar.
#[inline(never)]
pub(super) fn decode(reader: &Reader) -> Option<calendar::Calendar> {
    let mut object = reader.object()?;
    let start = object.field("fiscalYearStart").and_then(|field| field.whole_in(1, 12));
    let calendar = calendar::Calendar {
        year_start: start.and_then(|month| i8::try_from(month).ok()).unwrap_or(1),
        week_start: object.word("weekStart").unwrap_or_default(),
        week_one: object.word("weekOne").unwrap_or_default(),
    };
    object.finish();
    Some(calendar)
}

/// The calendar in the shape of its JSON, where it is not the usual one.
pub(super) fn encode(calendar: calendar::Calendar) -> Option<Calendar> {
    let usual = calendar::Calendar::USUAL;
    (calendar != usual).then(|| Calendar {
        fiscal_year_start: Some(calendar.year_start).filter(|month| *month != usual.year_start),
        week_start: Some(calendar.week_start).filter(|day| *day != usual.week_start).map(Word),
        week_one: Some(calendar.week_one).filter(|rule| *rule != usual.week_one).map(Word),
    })
}
