//! Wall clock times, as text.

mod pattern;

use jiff::civil::Date;

pub use pattern::{read as pattern, works as pattern_works};

const DAY: i64 = 86_400_000;

/// A wall clock time, and the offset from UTC that was written with it; milliseconds both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Since 1970-01-01 00:00, as if the clock stood in UTC.
    pub local: i64,
    /// East of UTC.
    pub offset: Option<i64>,
}

/// `YYYY-MM-DD`, then nothing or `T` or a space and `HH:MM[:SS[.fff]]`, then nothing, `Z` or `±HH[[:]MM]`.
#[must_use]
pub fn iso(text: &[u8]) -> Option<Clock> {
    let (date, rest) = text.split_first_chunk::<10>()?;
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = date else { return None };
    let days = day(two(y1, y2)? * 100 + two(y3, y4)?, two(m1, m2)?, two(d1, d2)?)?;
    let Some((mark, clock)) = rest.split_first() else {
        return Some(Clock { local: days * DAY, offset: None });
    };
    matches!(mark, b'T' | b't' | b' ').then_some(())?;
    let (within, rest) = clock_time(clock)?;
    let local = days * DAY + i64::from(within);
    let offset = match rest.trim_ascii_start() {
        [] => None,
        [b'Z' | b'z'] => Some(0),
        offset => Some(offset_of(offset)?),
    };
    Some(Clock { local, offset })
}

/// The number of a day that exists.
// In 32 bits, here and below: dividing 64 takes much longer.
#[inline(always)]
pub(super) fn day(year: i32, month: i32, day: i32) -> Option<i64> {
    if !(1..=12).contains(&month) || day < 1 {
        return None;
    }
    // Days up to 28 exist in every month; only the others need the calendar.
    if day > 28 {
        Date::new(year as i16, month as i8, i8::try_from(day).ok()?).ok()?;
    }
    Some(civil(year, month, day).into())
}

/// Days since 1970-01-01 of a day from the year 0 on, counting years from March so that the leap day comes last.
#[inline(always)]
const fn civil(year: i32, month: i32, day: i32) -> i32 {
    // Four centuries later, so that nothing is below zero.
    let year = (year + 400 - (month <= 2) as i32) as u32;
    let (era, of_era) = (year / 400, year % 400);
    let of_year = (153 * ((month as u32 + 9) % 12) + 2) / 5 + day as u32 - 1;
    (era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year) as i32 - 146_097 - 719_468
}

/// `HH:MM[:SS[.fff…]]` in milliseconds, and what follows it.
#[inline(always)]
fn clock_time(text: &[u8]) -> Option<(i32, &[u8])> {
    let (&[h1, h2, b':', m1, m2], mut rest) = text.split_first_chunk::<5>()? else { return None };
    let (hour, minute) = (two(h1, h2)?, two(m1, m2)?);
    (hour < 24 && minute < 60).then_some(())?;
    let mut milliseconds = (hour * 60 + minute) * 60_000;
    if let [b':', s1, s2, after @ ..] = rest {
        let second = two(*s1, *s2)?;
        // A leap second is the last one of its minute.
        (second <= 60).then_some(())?;
        milliseconds += second.min(59) * 1000;
        rest = after;
        if let [b'.' | b',', digits @ ..] = rest {
            let count = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let (part, after) = digits.split_at_checked(count).filter(|_| count > 0)?;
            let places = part.iter().chain(b"000").take(3);
            milliseconds += places.fold(0, |sum, byte| sum * 10 + i32::from(byte - b'0'));
            rest = after;
        }
    }
    Some((milliseconds, rest))
}

/// `±HH`, `±HHMM` or `±HH:MM` in milliseconds.
pub(super) fn offset_of(text: &[u8]) -> Option<i64> {
    let (sign, rest) = text.split_first()?;
    let sign = match sign {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let (hours, minutes) = match rest {
        [h1, h2] => (two(*h1, *h2)?, 0),
        [h1, h2, m1, m2] | [h1, h2, b':', m1, m2] => (two(*h1, *h2)?, two(*m1, *m2)?),
        _ => return None,
    };
    (hours < 24 && minutes < 60).then_some(i64::from(sign * (hours * 60 + minutes) * 60_000))
}

/// Two digits.
#[inline(always)]
fn two(tens: u8, ones: u8) -> Option<i32> {
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    (tens < 10 && ones < 10).then(|| i32::from(tens) * 10 + i32::from(ones))
}

/// Up to so many digits, at least one, and what follows them.
pub(super) fn digits_up_to(text: &[u8], most: usize) -> Option<(i64, &[u8])> {
    let count = text.iter().take(most).take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, rest) = text.split_at_checked(count).filter(|_| count > 0)?;
    Some((digits.iter().fold(0, |sum, byte| sum * 10 + i64::from(byte - b'0')), rest))
}
