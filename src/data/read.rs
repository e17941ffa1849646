//! The text of a cell to a number or a time.

use throughline_rows::{iso, pattern, small_integer};

use super::DateFormat;
use crate::calendar::Zone;
use crate::stats::decimal;

/// Reads a finite number, with a decimal point or a decimal comma.
pub(super) fn number(text: &[u8], decimal_comma: bool) -> Option<f64> {
    if let Some(number) = small_integer(text) {
        return Some(f64::from(number));
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
    let whole = parts.iter().try_fold(0.0, |sum, text| Some(60.0 * sum + f64::from(small_integer(text)?)))?;
    let below = parts.iter().skip(1).all(|text| small_integer(text).is_some_and(|number| number < 60));
    (inner && below).then_some(sign * (60.0 * whole + seconds))
}

/// Reads a date or a time as milliseconds since 1970-01-01 UTC.
pub(super) fn time(text: &[u8], format: &DateFormat, zone: &Zone) -> Option<i64> {
    let clock = match format {
        DateFormat::Iso => iso(text),
        DateFormat::Pattern(form) => pattern(form.as_bytes(), text),
    }?;
    Some(clock.offset.map_or_else(|| in_zone(clock.local, zone), |offset| clock.local - offset))
}

/// The wall clock of a zone, in milliseconds as if it were UTC, as milliseconds UTC.
fn in_zone(local: i64, zone: &Zone) -> i64 {
    if zone.transitions().is_empty() {
        return local - i64::from(zone.initial()) * 1000;
    }
    zone.to_utc_second(local.div_euclid(1000)) * 1000 + local.rem_euclid(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Option<i64> {
        time(text.as_bytes(), &DateFormat::Iso, &Zone::utc())
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
        assert_eq!(time(b"2026-07-01 12:00", &DateFormat::Iso, &zone), Some(1_782_900_000_000));
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
