//! Times as most files write them: `2026-10-31T17:45:30`, with `Z` behind it or nothing.

use crate::iso;

/// Reads times; most are of a day that was read before.
#[derive(Default)]
pub(super) struct Dates {
    text: (u64, u16),
    /// Its beginning, in milliseconds.
    day: i64,
}

impl Dates {
    const DAY: usize = 10;

    /// A time in milliseconds since 1970-01-01 UTC. `offset` is that of times that state none.
    #[inline(always)]
    pub(super) fn time(&mut self, text: &[u8], offset: Option<i64>) -> Option<i64> {
        let (head, rest) = text.split_first_chunk::<19>()?;
        let offset = match rest {
            [b'Z'] => 0,
            [] => offset?,
            _ => return None,
        };
        let [y1, y2, y3, y4, d1, m1, m2, d2, a, b, mark, clock @ ..] = *head;
        matches!(mark, b'T' | b' ').then_some(())?;
        let day = (u64::from_le_bytes([y1, y2, y3, y4, d1, m1, m2, d2]), u16::from_le_bytes([a, b]));
        if day != self.text {
            let read = iso(head.get(..Self::DAY)?)?.local;
            (self.text, self.day) = (day, read);
        }
        Some(self.day + i64::from(within(u64::from_le_bytes(clock))?) - offset)
    }
}

/// `HH:MM:SS` in milliseconds; none for a leap second, too.
#[inline(always)]
fn within(clock: u64) -> Option<i32> {
    // `00:00:00`: what is left are digits, and nothing where colons were.
    let digits = clock ^ 0x3030_3a30_303a_3030;
    // Digits are at most 9, and colons nothing.
    let beyond = digits.wrapping_add(0x7676_7f76_767f_7676);
    let pairs = digits.wrapping_mul(10).wrapping_add(digits >> 8);
    let two = |place: u32| (pairs >> (8 * place)) as i32 & 0xff;
    let (hour, minute, second) = (two(0), two(3), two(6));
    let fine = (digits | beyond) & 0x8080_8080_8080_8080 == 0 && hour < 24 && minute < 60 && second < 60;
    fine.then_some(((hour * 60 + minute) * 60 + second) * 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_what_the_long_way_reads() {
        let mut dates = Dates::default();
        for text in [
            "2026-10-31T17:45:30",
            "2026-10-31T23:59:59Z",
            "2026-10-31 00:00:00Z",
            "1969-02-28T10:09:08",
            "2024-02-29T10:09:08Z",
        ] {
            let long = iso(text.as_bytes()).map(|clock| clock.local - clock.offset.unwrap_or(3_600_000));
            assert_eq!(dates.time(text.as_bytes(), Some(3_600_000)), long, "{text}");
            assert!(long.is_some());
        }
        for text in [
            "2026-10-31",
            "2026-10-31T24:45:30",
            "2026-10-31T17:60:30",
            "2026-10-31T17:45:60",
            "2026-10-31T17.45:30",
            "2026-10-31T17:4a:30",
            "2026-10-31T17:45:\u{ff}",
            "2026-02-29T17:45:30",
            "2026-10-31T17:45:30z",
            "2026-10-31T17:45:30.5",
            "2026-10-31x17:45:30",
        ] {
            assert_eq!(dates.time(text.as_bytes(), Some(0)), None, "{text}");
        }
        assert_eq!(dates.time(b"2026-10-31T17:45:30", None), None);
    }
}
