//! Days as numbers, and days as text.

use jiff::civil::Date;

/// Days since 1970-01-01, negative before it (the proleptic Gregorian calendar).
///
/// ```
/// use throughline::calendar::{Date, day_number};
/// assert_eq!(day_number(Date::constant(1970, 1, 2)), 1);
/// ```
#[must_use]
pub fn day_number(date: Date) -> i32 {
    // Counting years from March puts the leap day last, so that a month's offset needs no table.
    let month = i32::from(date.month());
    let year = i32::from(date.year()) - i32::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i32::from(date.day()) - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// The day with this number; none outside the years −9999 to 9999.
#[must_use]
pub fn date_from_day_number(number: i32) -> Option<Date> {
    let shifted = number.checked_add(719_468)?;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = (from_march + 2) % 12 + 1;
    let year = era * 400 + year_of_era + i32::from(month <= 2);
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Days from one day to another: 0 for the same day, negative backwards.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i32 {
    day_number(to) - day_number(from)
}

/// Reads a day written `YYYY-MM-DD`, and nothing else.
///
/// ```
/// use throughline::calendar::{Date, parse_date};
/// assert_eq!(parse_date("2026-10-31"), Some(Date::constant(2026, 10, 31)));
/// assert_eq!(parse_date("2026-02-30"), None);
/// assert_eq!(parse_date("31.10.2026"), None);
/// ```
#[must_use]
pub fn parse_date(text: &str) -> Option<Date> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
    let year = digits(&[y1, y2, y3, y4])?;
    let month = i8::try_from(digits(&[m1, m2])?).ok()?;
    let day = i8::try_from(digits(&[d1, d2])?).ok()?;
    Date::new(year, month, day).ok()
}

/// Up to four decimal digits as a number.
pub(super) fn digits(bytes: &[u8]) -> Option<i16> {
    bytes.iter().try_fold(0_i16, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + i16::from(byte - b'0')))
}
