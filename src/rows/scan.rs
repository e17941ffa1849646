//! The fields of a line without quotes, eight bytes at a time.

/// The same byte in all eight.
const fn all(byte: u8) -> u64 {
    byte as u64 * 0x0101_0101_0101_0101
}

const HIGH: u64 = all(0x80);

/// Puts where the fields of the line at the beginning of a text end, and gives where the line does; none where the text
/// ends before it, or a quote comes first.
pub(crate) fn line(delimiter: u8, text: &[u8], ends: &mut Vec<usize>) -> Option<usize> {
    ends.clear();
    let (words, rest) = text.as_chunks::<8>();
    for (place, word) in words.iter().enumerate() {
        let mut found = candidates(delimiter, u64::from_le_bytes(*word));
        while found != 0 {
            let at = place * 8 + found.trailing_zeros() as usize / 8;
            match *text.get(at)? {
                b'\n' | b'\r' => return Some(ended(ends, at)),
                b'"' => return None,
                byte if byte == delimiter => ends.push(at),
                _ => {}
            }
            found &= found - 1;
        }
    }
    for (at, byte) in (words.len() * 8..).zip(rest) {
        match byte {
            b'\n' | b'\r' => return Some(ended(ends, at)),
            b'"' => return None,
            byte if *byte == delimiter => ends.push(at),
            _ => {}
        }
    }
    None
}

fn ended(ends: &mut Vec<usize>, at: usize) -> usize {
    ends.push(at);
    at
}

/// The highest bit of each byte that is the delimiter, or not above a quote as line breaks are.
#[inline(always)]
const fn candidates(delimiter: u8, word: u64) -> u64 {
    let differs = word ^ all(delimiter);
    // Each byte by itself: with the highest bit set, none borrows from the next.
    let same = !(((differs & !HIGH) + !HIGH) | differs) & HIGH;
    let low = !((word | HIGH) - all(b'"' + 1)) & !word & HIGH;
    same | low
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Byte by byte it is the same.
        #[test]
        fn every_byte_is_seen(
            text in prop::collection::vec(prop_oneof![3 => any::<u8>(), 2 => prop::sample::select(&b",;\t a0-\x7f\x80\xff!#"[..]), 1 => prop::sample::select(&b"\n\r\""[..])], 0..70),
            delimiter in prop::sample::select(&b",;\t|"[..]),
        ) {
            let stop = text.iter().position(|byte| b"\n\r\"".contains(byte));
            let expected = stop.filter(|stop| text.get(*stop) != Some(&b'"'));
            let mut ends = Vec::new();
            prop_assert_eq!(line(delimiter, &text, &mut ends), expected);
            if let Some(end) = expected {
                let parted = text.iter().take(end).enumerate().filter(|(_, byte)| **byte == delimiter);
                prop_assert_eq!(ends, parted.map(|(at, _)| at).chain([end]).collect::<Vec<_>>());
            }
        }
    }
}
