//! The text of a cell to a number or a time.

use super::{DateFormat, pattern};
use crate::calendar::{Date, Zone, day_number};
use crate::stats::decimal;

/// A time that is not there.
pub(crate) const NO_TIME: i64 = i64::MIN;

pub(super) const DAY: i64 = 86_400_000;

/// Reads a finite number, with a decimal point or a decimal comma.
pub(super) fn number(text: &[u8], decimal_comma: bool) -> Option<f64> {
    if let Some(number) = small_integer(text) {
        return Some(number);
    }
    let mark = if decimal_comma { b',' } else { b'.' };
    decimal(text, mark).filter(|number| number.is_finite())
}

/// Reads a length of time in seconds: a number, `m:ss` or `h:mm:ss`, with parts of seconds or not, and a sign.
pub(super) fn length(text: &[u8], decimal_comma: bool) -> Option<f64> {
    let (sign, digits) = text.strip_prefix(b"-").map_or((1.0, text), |rest| (-1.0, rest));
    if sign < 0.0 && matches!(digits.first(), Some(b'-' | b'+')) {
        return None;
    }
    let mut parts: Vec<&[u8]> = digits.split(|byte| *byte == b':').collect();
    let seconds = number(parts.pop()?, decimal_comma)?;
    if parts.is_empty() {
        return Some(sign * seconds);
    }
    // Behind a colon there are two digits below 60; the first part may be longer.
    let two = |text: &[u8]| text.get(2).is_none_or(|byte| !byte.is_ascii_digit()) && text.len() >= 2;
    let last = digits.rsplit(|byte| *byte == b':').next()?;
    let plain = |text: &&[u8]| (1..=6).contains(&text.len()) && text.iter().all(u8::is_ascii_digit);
    if parts.len() > 2 || !two(last) || !(0.0..60.0).contains(&seconds) || !parts.iter().all(plain) {
        return None;
    }
    let inner = parts.iter().skip(1).all(|text| text.len() == 2);
    let whole = parts.iter().try_fold(0.0, |sum, text| Some(60.0 * sum + small_integer(text)?))?;
    let below = parts.iter().skip(1).all(|text| small_integer(text).is_some_and(|number| number < 60.0));
    (inner && below).then_some(sign * (60.0 * whole + seconds))
}

/// Up to nine digits and nothing else: most counts and answers.
#[inline(always)]
fn small_integer(text: &[u8]) -> Option<f64> {
    (!text.is_empty() && text.len() <= 9).then_some(())?;
    let digits = text.iter().try_fold(0_u32, |sum, byte| {
        let digit = byte.wrapping_sub(b'0');
        (digit < 10).then(|| sum * 10 + u32::from(digit))
    });
    digits.map(f64::from)
}

/// Reads a date or a time as milliseconds since 1970-01-01 UTC.
pub(super) fn time(text: &[u8], format: &DateFormat, zone: &Zone) -> Option<i64> {
    match format {
        DateFormat::Iso => iso(text, zone),
        DateFormat::Pattern(pattern) => by_pattern(text, pattern, zone),
    }
}

/// `YYYY-MM-DD`, then nothing or `T` or a space and `HH:MM[:SS[.fff]]`, then nothing, `Z` or `±HH[[:]MM]`.
fn iso(text: &[u8], zone: &Zone) -> Option<i64> {
    let (date, rest) = text.split_first_chunk::<10>()?;
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = date else { return None };
    let year = two(y1, y2)? * 100 + two(y3, y4)?;
    let days = day(year as i16, two(m1, m2)? as i8, two(d1, d2)? as i8)?;
    let Some((mark, clock)) = rest.split_first() else { return Some(in_zone(days * DAY, zone)) };
    matches!(mark, b'T' | b't' | b' ').then_some(())?;
    let (within, rest) = clock_time(clock)?;
    let local = days * DAY + within;
    match rest.trim_ascii_start() {
        [] => Some(in_zone(local, zone)),
        [b'Z' | b'z'] => Some(local),
        offset => Some(local - offset_of(offset)?),
    }
}

/// The number of a day that exists.
#[inline(always)]
pub(super) fn day(year: i16, month: i8, day: i8) -> Option<i64> {
    // Days up to 28 exist in every month; only the others need the calendar.
    if !(1..=12).contains(&month) || day < 1 {
        return None;
    }
    if day <= 28 {
        return Some(civil(i64::from(year), i64::from(month), i64::from(day)));
    }
    Some(i64::from(day_number(Date::new(year, month, day).ok()?)))
}

/// Days since 1970-01-01, counting years from March so that the leap day comes last.
#[inline(always)]
fn civil(year: i64, month: i64, day: i64) -> i64 {
    let year = year - i64::from(month <= 2);
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// `HH:MM[:SS[.fff…]]` in milliseconds, and what follows it.
fn clock_time(text: &[u8]) -> Option<(i64, &[u8])> {
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
            milliseconds += places.fold(0, |sum, byte| sum * 10 + i64::from(byte - b'0'));
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
    (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes) * 60_000)
}

/// Two digits.
#[inline(always)]
fn two(tens: u8, ones: u8) -> Option<i64> {
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    (tens < 10 && ones < 10).then(|| i64::from(tens) * 10 + i64::from(ones))
}

/// The wall clock of a zone, in milliseconds as if it were UTC, as milliseconds UTC.
fn in_zone(local: i64, zone: &Zone) -> i64 {
    if zone.transitions().is_empty() {
        return local - i64::from(zone.initial()) * 1000;
    }
    let clock = Zone::utc().local(local.div_euclid(1000));
    zone.to_utc(clock) * 1000 + local.rem_euclid(1000)
}

/// Up to so many digits, at least one, and what follows them.
pub(super) fn digits_up_to(text: &[u8], most: usize) -> Option<(i64, &[u8])> {
    let count = text.iter().take(most).take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, rest) = text.split_at_checked(count).filter(|_| count > 0)?;
    Some((digits.iter().fold(0, |sum, byte| sum * 10 + i64::from(byte - b'0')), rest))
}

fn by_pattern(text: &[u8], pattern: &str, zone: &Zone) -> Option<i64> {
    let clock = pattern::read(pattern.as_bytes(), text)?;
    Some(clock.offset.map_or_else(|| in_zone(clock.local, zone), |offset| clock.local - offset))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Option<i64> {
        iso(text.as_bytes(), &Zone::utc())
    }

    #[test]
    fn iso_times() {
        // Seconds by GNU date.
        assert_eq!(at("2012-04-03 16:55:38"), Some(1_333_472_138_000));
        assert_eq!(at("2012-04-03T16:55:38.25Z"), Some(1_333_472_138_250));
        assert_eq!(at("2012-04-03T16:55:38+02:00"), Some(1_333_464_938_000));
        assert_eq!(at("2012-04-03T16:55-0330"), Some(1_333_484_700_000));
        assert_eq!(at("2024-02-29"), Some(1_709_164_800_000));
        for wrong in
            ["2023-02-29", "2023-13-01", "2023-1-01", "2023-01-01 24:00", "2023-01-01x", "03/04/2012", ""]
        {
            assert_eq!(at(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn zones_and_patterns() {
        let zone = Zone::new(3600, vec![(1_774_746_000, 7200), (1_792_890_000, 3600)]);
        assert_eq!(iso(b"2026-07-01 12:00", &zone), Some(1_782_900_000_000));
        let format = DateFormat::Pattern("%d/%m/%Y".into());
        assert_eq!(time(b"29/12/2020", &format, &Zone::utc()), Some(1_609_200_000_000));
        assert_eq!(time(b"12/29/2020", &format, &Zone::utc()), None);
    }

    #[test]
    fn lengths() {
        for (text, seconds) in [("90", 90.0), ("1:30", 90.0), ("0:01:30", 90.0), ("10:00:00", 36_000.0)] {
            assert_eq!(length(text.as_bytes(), false), Some(seconds), "{text}");
        }
        assert_eq!(length(b"-1:30", false), Some(-90.0));
        assert_eq!(length(b"1:30,5", true), Some(90.5));
        for wrong in
            ["", ":30", "1:", "1:60", "1:5", "1:60:00", "1:2:03", "1:02:03:04", "--1", "1:-3", "a:30"]
        {
            assert_eq!(length(wrong.as_bytes(), false), None, "{wrong}");
        }
    }

    #[test]
    fn numbers() {
        assert_eq!(number(b"12.5", false), Some(12.5));
        assert_eq!(number(b"-12,5", true), Some(-12.5));
        assert_eq!(number(b"1e3", false), Some(1000.0));
        for wrong in ["", "inf", "NaN", "1,5", "1 000", "0x1", "1e999"] {
            assert_eq!(number(wrong.as_bytes(), false), None, "{wrong}");
        }
    }
}
