//! An instant, as RFC 3339 writes it.

use crate::calendar::{Date, date_from_day_number, day_number, parse_date};

const DAY: i64 = 86_400;

/// An instant. However it was written, it is the same instant, and is written again in UTC.
///
/// ```
/// use throughline::journal::Moment;
/// // RFC 3339, section 5.8: these two are the same instant.
/// let pacific = Moment::parse("1996-12-19T16:39:57-08:00").unwrap();
/// assert_eq!(Some(pacific), Moment::parse("1996-12-20T00:39:57Z"));
/// assert_eq!(pacific.to_string(), "1996-12-20T00:39:57Z");
/// assert_eq!(Moment::parse("2026-11-22"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// Seconds since 1970-01-01T00:00:00Z.
    seconds: i64,
    nanos: u32,
}

impl Moment {
    /// Reads an instant with its offset; none where the text is not one. A second 60 is the first of the next minute.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (day, rest) = text.split_at_checked(10)?;
        let day = i64::from(day_number(parse_date(day)?));
        let rest = rest.strip_prefix(['T', 't'])?;
        let (clock, rest) = rest.split_at_checked(8)?;
        let clock = of_clock(clock)?;
        let (nanos, offset) = match rest.strip_prefix('.') {
            Some(rest) => fraction(rest)?,
            None => (0, rest),
        };
        let seconds = day * DAY + clock - seconds_of_offset(offset)?;
        let moment = Self { seconds, nanos };
        // An offset may lead out of the years there are.
        moment.date()?;
        Some(moment)
    }

    /// The day it falls on, in UTC.
    #[must_use]
    pub fn day(self) -> Date {
        self.date().unwrap_or(Date::MIN)
    }

    /// Days and their parts from an earlier instant to this one.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> f64 {
        let seconds = (self.seconds - earlier.seconds) as f64;
        (seconds + (f64::from(self.nanos) - f64::from(earlier.nanos)) * 1e-9) / DAY as f64
    }

    fn date(self) -> Option<Date> {
        let date = date_from_day_number(i32::try_from(self.seconds.div_euclid(DAY)).ok()?)?;
        (date.year() >= 0).then_some(date)
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let clock = self.seconds.rem_euclid(DAY);
        write!(out, "{}T{:02}:{:02}:{:02}", self.day(), clock / 3600, clock / 60 % 60, clock % 60)?;
        if self.nanos > 0 {
            write!(out, ".{}", format!("{:09}", self.nanos).trim_end_matches('0'))?;
        }
        out.write_str("Z")
    }
}

fn two(text: &str, most: i64) -> Option<i64> {
    let plain = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok().filter(|_| plain)?;
    (number <= most).then_some(number)
}

/// Seconds into the day of `HH:MM:SS`.
fn of_clock(text: &str) -> Option<i64> {
    let mut parts = text.split(':');
    let (hour, minute, second) = (two(parts.next()?, 23)?, two(parts.next()?, 59)?, two(parts.next()?, 60)?);
    parts.next().is_none().then_some(hour * 3600 + minute * 60 + second)
}

/// Nanoseconds, and what stands behind them; further digits are dropped.
fn fraction(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|letter: char| !letter.is_ascii_digit())?;
    let (digits, rest) = text.split_at_checked(end)?;
    let kept = digits.get(..digits.len().min(9)).filter(|kept| !kept.is_empty())?;
    format!("{kept:0<9}").parse().ok().map(|nanos| (nanos, rest))
}

fn seconds_of_offset(text: &str) -> Option<i64> {
    if matches!(text, "Z" | "z") {
        return Some(0);
    }
    let sign = match text.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let (hours, minutes) = text.get(1..)?.split_once(':')?;
    Some(sign * (two(hours, 23)? * 3600 + two(minutes, 59)? * 60))
}
