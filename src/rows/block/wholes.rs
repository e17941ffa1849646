//! Short whole numbers, eight digits at a time.

/// Up to eight digits and nothing else. What lies behind them is looked at too.
#[inline(always)]
pub(super) fn whole(bytes: &[u8], from: usize, to: usize) -> Option<i64> {
    let word = u64::from_le_bytes(*bytes.get(from..)?.first_chunk()?);
    let free = 64 - 8 * u32::try_from(to - from).ok().filter(|length| (1..=8).contains(length))?;
    // The digits above, zeros in front of them below.
    let digits = (word ^ 0x3030_3030_3030_3030) << free;
    if (digits | digits.wrapping_add(0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080 != 0 {
        return None;
    }
    // Pairs, then fours, then all.
    let pairs = digits.wrapping_mul(10).wrapping_add(digits >> 8);
    let low = (pairs & 0x0000_00ff_0000_00ff).wrapping_mul(0x000f_4240_0000_0064);
    let high = ((pairs >> 16) & 0x0000_00ff_0000_00ff).wrapping_mul(0x0000_2710_0000_0001);
    Some((low.wrapping_add(high) >> 32) as i64)
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn digits_alone_are_a_number() {
        for text in ["0", "7", "10", "042", "12345678", "99999999", "1000"] {
            let line = format!("x{text},rest of the line");
            assert_eq!(whole(line.as_bytes(), 1, 1 + text.len()), text.parse().ok(), "{text}");
        }
        for text in ["", "-1", "1.5", "1a", "/1", ":", " 1", "123456789", "\u{661}", "1\u{ff}"] {
            let line = format!("x{text},rest of the line");
            assert_eq!(whole(line.as_bytes(), 1, 1 + text.len()), None, "{text}");
        }
        assert_eq!(whole(b"12", 0, 2), None);
    }
}
