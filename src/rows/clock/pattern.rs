//! Dates read by a strptime pattern.
//!
//! A small reader of its own: a general one would weigh more than all the rest of reading rows.

use super::{Clock, DAY, day, digits_up_to, offset_of};

const MONTHS: [&[u8]; 12] = [
    b"january",
    b"february",
    b"march",
    b"april",
    b"may",
    b"june",
    b"july",
    b"august",
    b"september",
    b"october",
    b"november",
    b"december",
];

#[derive(Default)]
struct Fields {
    year: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
    hour: i64,
    minute: i64,
    second: i64,
    millisecond: i64,
    /// Whether a half of the day was read, and which: `Some(true)` is the afternoon.
    afternoon: Option<bool>,
    offset: Option<i64>,
}

/// Reads all of a text by a pattern.
#[must_use]
pub fn read(pattern: &[u8], text: &[u8]) -> Option<Clock> {
    let mut fields = Fields::default();
    let rest = fields.read(pattern, text)?;
    rest.is_empty().then_some(())?;
    fields.clock()
}

/// Whether a pattern is understood and gives a day.
#[must_use]
pub fn works(pattern: &[u8]) -> bool {
    // Directives that read a year, a month and a day; those that read other things; and what stands for itself.
    let mut found = [false; 3];
    let mut rest = pattern;
    while let Some((mark, after)) = rest.split_first() {
        rest = after;
        if *mark != b'%' {
            continue;
        }
        let Some((directive, after)) = after.split_first() else { return false };
        rest = after;
        match directive {
            b'Y' | b'y' => found[0] = true,
            b'm' | b'b' | b'B' | b'h' => found[1] = true,
            b'd' | b'e' => found[2] = true,
            b'F' | b'D' => found = [true; 3],
            b'H' | b'I' | b'M' | b'S' | b'f' | b'p' | b'z' | b'T' | b'R' | b'%' => {}
            _ => return false,
        }
    }
    found == [true; 3]
}

impl Fields {
    /// Reads a text as far as the pattern goes; gives what is left of the text.
    fn read<'t>(&mut self, mut pattern: &[u8], mut text: &'t [u8]) -> Option<&'t [u8]> {
        while let Some((mark, after)) = pattern.split_first() {
            pattern = after;
            if *mark == b'%' {
                let (directive, after) = after.split_first()?;
                pattern = after;
                text = self.directive(*directive, text)?;
            } else if mark.is_ascii_whitespace() {
                // White space stands for any, or none.
                text = text.trim_ascii_start();
            } else {
                text = text.strip_prefix(&[*mark])?;
            }
        }
        Some(text)
    }

    fn directive<'t>(&mut self, directive: u8, text: &'t [u8]) -> Option<&'t [u8]> {
        let number = |most: usize, into: &mut i64| {
            let (value, rest) = digits_up_to(text, most)?;
            *into = value;
            Some(rest)
        };
        match directive {
            // All four digits: the year 26 is not meant by 26.
            b'Y' => number(4, self.year.insert(0)).filter(|rest| rest.len() + 4 == text.len()),
            b'y' => {
                let year = self.year.insert(0);
                let rest = number(2, year)?;
                // As POSIX has it: 69 to 99 are of the last century.
                *year += if *year < 69 { 2000 } else { 1900 };
                Some(rest)
            }
            b'm' => number(2, self.month.insert(0)),
            b'd' | b'e' => number(2, self.day.insert(0)),
            b'H' | b'I' => number(2, &mut self.hour),
            b'M' => number(2, &mut self.minute),
            b'S' => number(2, &mut self.second),
            b'f' => self.fraction(text),
            b'b' | b'B' | b'h' => self.month_name(text),
            b'p' => self.half(text),
            b'z' => self.zone(text),
            b'F' => self.read(b"%Y-%m-%d", text),
            b'D' => self.read(b"%m/%d/%y", text),
            b'T' => self.read(b"%H:%M:%S", text),
            b'R' => self.read(b"%H:%M", text),
            b'%' => text.strip_prefix(b"%"),
            _ => None,
        }
    }

    /// Parts of a second, as many digits as there are.
    fn fraction<'t>(&mut self, text: &'t [u8]) -> Option<&'t [u8]> {
        let count = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (part, rest) = text.split_at_checked(count).filter(|_| count > 0)?;
        let places = part.iter().chain(b"000").take(3);
        self.millisecond = places.fold(0, |sum, byte| sum * 10 + i64::from(byte - b'0'));
        Some(rest)
    }

    /// The English name of a month, or its first three letters.
    fn month_name<'t>(&mut self, text: &'t [u8]) -> Option<&'t [u8]> {
        let starts = |name: &[u8]| text.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name));
        let (month, name) = MONTHS.iter().zip(1..).find_map(|(name, month)| {
            let short = name.get(..3)?;
            starts(short).then(|| (month, if starts(name) { *name } else { short }))
        })?;
        self.month = Some(month);
        text.get(name.len()..)
    }

    fn half<'t>(&mut self, text: &'t [u8]) -> Option<&'t [u8]> {
        let (letter, rest) = text.split_first()?;
        self.afternoon = Some(match letter.to_ascii_lowercase() {
            b'a' => false,
            b'p' => true,
            _ => return None,
        });
        rest.split_first().filter(|(letter, _)| letter.eq_ignore_ascii_case(&b'm')).map(|(_, rest)| rest)
    }

    fn zone<'t>(&mut self, text: &'t [u8]) -> Option<&'t [u8]> {
        if let Some(rest) = text.strip_prefix(b"Z") {
            self.offset = Some(0);
            return Some(rest);
        }
        let end = text.iter().take_while(|byte| byte.is_ascii_digit() || b"+-:".contains(byte)).count();
        let (offset, rest) = text.split_at_checked(end)?;
        self.offset = Some(offset_of(offset)?);
        Some(rest)
    }

    fn clock(&self) -> Option<Clock> {
        let days = day(self.year? as i32, self.month? as i32, self.day? as i32)?;
        let hour = match self.afternoon {
            None => self.hour,
            Some(_) if !(1..=12).contains(&self.hour) => return None,
            Some(afternoon) => self.hour % 12 + if afternoon { 12 } else { 0 },
        };
        (hour < 24 && self.minute < 60 && self.second <= 60).then_some(())?;
        let within = ((hour * 60 + self.minute) * 60 + self.second.min(59)) * 1000 + self.millisecond;
        Some(Clock { local: days * DAY + within, offset: self.offset })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(pattern: &str, text: &str) -> Option<i64> {
        read(pattern.as_bytes(), text.as_bytes()).map(|clock| clock.local / 1000)
    }

    #[test]
    fn dates_of_many_countries() {
        // Seconds by GNU date.
        let evening = Some(1_793_468_730);
        for (pattern, text) in [
            ("%d/%m/%Y %H:%M:%S", "31/10/2026 17:45:30"),
            ("%d.%m.%y %H:%M:%S", "31.10.26 17:45:30"),
            ("%m/%d/%Y %I:%M:%S %p", "10/31/2026 5:45:30 PM"),
            ("%d %b %Y, %T", "31 Oct 2026, 17:45:30"),
            ("%B %e, %Y %T", "october 31, 2026 17:45:30"),
            ("%FT%T.%f", "2026-10-31T17:45:30.000123"),
            ("%Y%m%d%H%M%S", "20261031174530"),
        ] {
            assert_eq!(local(pattern, text), evening, "{text}");
        }
        assert_eq!(local("%d/%m/%Y", "29/12/2020"), Some(1_609_200_000));
        assert_eq!(local("%m/%d/%Y %I %p", "12/29/2020 12 am"), Some(1_609_200_000));
        assert_eq!(read(b"%F %R %z", b"2026-10-31 17:45 +02:00").and_then(|c| c.offset), Some(7_200_000));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for (pattern, text) in [
            ("%d/%m/%Y", "12/29/2020"),
            ("%d/%m/%Y", "29/02/2023"),
            ("%d/%m/%Y", "29/12/2020 10:00"),
            ("%d/%m/%Y", "29-12-2020"),
            ("%d.%m.%Y", "29.12.20"),
            ("%d/%m/%Y", ""),
            ("%d/%m/%Y %H:%M", "29/12/2020 24:00"),
            ("%d/%m/%Y %I %p", "29/12/2020 13 pm"),
            ("%d %b %Y", "29 Dez 2020"),
        ] {
            assert_eq!(local(pattern, text), None, "{text}");
        }
        assert!(works(b"%d.%m.%Y %H:%M") && works(b"%F") && works(b"%d %B %y"));
        assert!(["%H:%M", "%d.%Q", "%d.%m", "", "%"].iter().all(|pattern| !works(pattern.as_bytes())));
    }
}
