//! A decimal number to the nearest double, without tables.
//!
//! The standard library's reader carries ten kilobytes of powers of five to be quick with any number. Here
//! what people write (up to 15 digits, a small exponent) takes one exact operation; all else is worked out in
//! whole numbers of any size, which is slower and as exact.

/// 10 to this power and no higher is a double without rounding.
const EXACT_POWER: u32 = 22;
/// A whole number of so many digits is a double without rounding.
const EXACT_DIGITS: usize = 15;
/// No midpoint between two doubles has more digits than 768: what follows only says that there is more.
const DIGITS: usize = 800;
/// The most powers of ten that fit one step of a long division.
const STEP: i64 = 9;

/// Reads `[+-]digits[.digits][e[+-]digits]` with `mark` for the point, rounded to the nearest double, halves to
/// even; what is too large is infinite. Digits may be missing on one side of the mark. None for any other text.
///
/// ```
/// use throughline::stats::decimal;
/// assert_eq!(decimal(b"-12,5", b','), Some(-12.5));
/// assert_eq!(decimal(b"9007199254740993", b'.'), Some(9_007_199_254_740_992.0));
/// assert_eq!(decimal(b"1.5e", b'.'), None);
/// ```
#[must_use]
pub fn decimal(text: &[u8], mark: u8) -> Option<f64> {
    let (negative, text) = sign(text);
    let end = text.iter().position(|byte| !byte.is_ascii_digit() && *byte != mark).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end)?;
    let exponent = match rest {
        [] => 0,
        [b'e' | b'E', rest @ ..] => exponent(rest)?,
        _ => return None,
    };
    let place = digits.iter().position(|byte| *byte == mark);
    let (whole, fraction) = digits.split_at_checked(place.unwrap_or(digits.len()))?;
    let fraction = fraction.split_first().map_or(fraction, |(_, behind)| behind);
    if fraction.contains(&mark) || whole.len() + fraction.len() == 0 {
        return None;
    }
    let magnitude =
        short(whole, fraction, exponent).unwrap_or_else(|| Decimal::new(whole, fraction, exponent).nearest());
    Some(if negative { -magnitude } else { magnitude })
}

fn sign(text: &[u8]) -> (bool, &[u8]) {
    match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
    }
}

fn exponent(text: &[u8]) -> Option<i64> {
    // Far beyond any number of digits a text can have, and far from overflowing.
    const FARTHEST: i64 = 1 << 60;
    let (negative, digits) = sign(text);
    let mut sum = 0_i64;
    for byte in digits {
        byte.is_ascii_digit().then_some(())?;
        sum = (sum * 10 + i64::from(byte - b'0')).min(FARTHEST / 10);
    }
    (!digits.is_empty()).then_some(if negative { -sum } else { sum })
}

/// Few digits and a power of ten, both exact: one operation rounds once.
fn short(whole: &[u8], fraction: &[u8], exponent: i64) -> Option<f64> {
    let exponent = exponent - fraction.len() as i64;
    let power = u32::try_from(exponent.unsigned_abs()).ok().filter(|power| *power <= EXACT_POWER)?;
    (whole.len() + fraction.len() <= EXACT_DIGITS).then_some(())?;
    let digits = whole.iter().chain(fraction).fold(0, |sum, byte| sum * 10 + u64::from(byte - b'0')) as f64;
    let power = (0..power).fold(1.0, |power, _| power * 10.0);
    Some(if exponent < 0 { digits / power } else { digits * power })
}

/// `digits` · 10^`exponent`, and a little more where `more` says so.
struct Decimal {
    /// Without leading zeros.
    digits: Vec<u8>,
    exponent: i64,
    more: bool,
}

impl Decimal {
    fn new(whole: &[u8], fraction: &[u8], exponent: i64) -> Self {
        let (mut kept, mut dropped, mut more) = (Vec::new(), 0, false);
        for part in [whole, fraction] {
            for digit in part.iter().map(|byte| byte - b'0') {
                if kept.len() == DIGITS {
                    dropped += 1;
                    more |= digit > 0;
                } else if digit > 0 || !kept.is_empty() {
                    kept.push(digit);
                }
            }
        }
        Self { digits: kept, exponent: exponent - fraction.len() as i64 + dropped, more }
    }

    fn nearest(&self) -> f64 {
        // The value is below 10 to this power, and at least a tenth of it.
        let power = self.exponent + self.digits.len() as i64;
        if self.digits.is_empty() || power < -330 {
            return 0.0;
        }
        if power > 310 {
            return f64::INFINITY;
        }
        self.long()
    }

    /// As a whole number · 2^−`shift`, its lowest bits cut off.
    fn long(&self) -> f64 {
        let mut whole = Whole::default();
        self.digits.iter().for_each(|digit| whole.times_plus(10, u32::from(*digit)));
        let (mut shift, mut more) = (0, self.more);
        let mut left = self.exponent.abs();
        if self.exponent < 0 {
            // Four bits for each power of ten, and 64 that stay.
            let limbs = left as usize / 8 + 3;
            shift = limbs as i64 * 32;
            whole.shift(limbs);
        }
        while left > 0 {
            let step = 10_u32.pow(left.min(STEP) as u32);
            left -= STEP;
            if self.exponent < 0 {
                more |= whole.divide(step) > 0;
            } else {
                whole.times_plus(step, 0);
            }
        }
        let (top, bits, rest) = whole.top();
        round(top, bits - shift, more || rest)
    }
}

/// A whole number of any size: limbs of 32 bits, the lowest first, the highest not zero.
#[derive(Default)]
struct Whole(Vec<u32>);

impl Whole {
    fn times_plus(&mut self, factor: u32, plus: u32) {
        let mut carry = u64::from(plus);
        for limb in &mut self.0 {
            carry += u64::from(*limb) * u64::from(factor);
            *limb = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    fn shift(&mut self, limbs: usize) {
        let mut shifted = vec![0; limbs];
        shifted.append(&mut self.0);
        self.0 = shifted;
    }

    /// Divides, and gives the remainder.
    fn divide(&mut self, divisor: u32) -> u64 {
        let mut rest = 0_u64;
        for limb in self.0.iter_mut().rev() {
            let all = (rest << 32) | u64::from(*limb);
            *limb = (all / u64::from(divisor)) as u32;
            rest = all % u64::from(divisor);
        }
        if self.0.last() == Some(&0) {
            self.0.pop();
        }
        rest
    }

    /// The highest 64 bits with the first of them set, how many bits there are, whether one below is set.
    fn top(&self) -> (u64, i64, bool) {
        let mut limbs = self.0.iter().rev();
        let mut next = || u128::from(limbs.next().copied().unwrap_or_default());
        let high = (next() << 64) | (next() << 32) | next();
        let spare = high.leading_zeros();
        let high = high << spare;
        let rest = high as u64 > 0 || limbs.any(|limb| *limb > 0);
        // Three limbs are 96 bits of 128, so 32 of the zeros are no bits of the first limb.
        ((high >> 64) as u64, self.0.len() as i64 * 32 + 32 - i64::from(spare), rest)
    }
}

/// The double nearest to a number of `bits` bits before the point, of which `top` are the first 64.
fn round(top: u64, bits: i64, more: bool) -> f64 {
    const LEAST: i64 = -1021;
    if bits > 1024 {
        return f64::INFINITY;
    }
    // 53 bits stay; of a number below the least normal one, fewer.
    let drop = 11 + (LEAST - bits).clamp(0, 100);
    let (top, half) = (u128::from(top), 1_u128 << (drop - 1));
    let (kept, rest) = (top >> drop, top & (2 * half - 1));
    let up = rest > half || (rest == half && (more || kept & 1 == 1));
    let kept = kept as u64 + u64::from(up);
    // The first bit kept is not written: it counts one up in the exponent, and so does a carry.
    let exponent = (bits - LEAST).max(0) as u64;
    f64::from_bits((exponent << 52) + kept)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn same(text: &str) {
        let expected: Option<f64> =
            text.parse().ok().filter(|_| !text.bytes().any(|byte| matches!(byte, b'i' | b'I' | b'n' | b'N')));
        let found = decimal(text.as_bytes(), b'.');
        assert_eq!(found.map(f64::to_bits), expected.map(f64::to_bits), "{text}");
    }

    #[test]
    fn hard_cases() {
        for text in [
            "0",
            "-0",
            "0.0e5",
            "+5",
            "5.",
            ".5",
            "-.5e1",
            "9007199254740993",
            "9007199254740992.5",
            "9007199254740993.0000000000000000000000000000000000000001",
            "2.2250738585072011e-308",
            "2.2250738585072012e-308",
            "2.2250738585072014e-308",
            "5e-324",
            "4.9e-324",
            "2.4703282292062328e-324",
            "2.4703282292062327e-324",
            "2.470328229206232720882843964341106861825e-324",
            "1e-400",
            "1e-326",
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "1.7976931348623159e308",
            "1e308",
            "1e309",
            "1e310",
            "1e99999999999999999999",
            "1e-99999999999999999999",
            "0e99999999999999999999",
            "0.30000000000000004",
            "0.1",
            "0.2",
            "123456789012345678",
            "8.5e22",
            "1e22",
            "1e23",
            "6.02214076e23",
            "179769313486231580793e289",
            "6929495644600919.5",
            "3.518437208883201171875e13",
            "62.5364939768271845828",
            "0.000000000000000000000000000000000000000000000000000000000000000000000000000000001e81",
        ] {
            same(text);
            same(&format!("-{text}"));
        }
        // Half of the least number, told apart only far behind the digits that are kept.
        let half = format!("{:.1100}", f64::from_bits(1));
        same(&half);
        let midpoint = "1.00000000000000011102230246251565404236316680908203125";
        for tail in ["", &"0".repeat(1000), &format!("{}1", "0".repeat(1000))] {
            same(&format!("{midpoint}{tail}"));
        }
        same(&format!("{}e-900", "9".repeat(1200)));
        same(&format!("0.{}1e900", "0".repeat(899)));
    }

    #[test]
    fn no_numbers() {
        for text in [
            "", "+", "-", ".", "e5", ".e5", "1e", "1e+", "1.2.3", "1,5", "--1", "+-1", "1e5.0", "0x1", " 1",
            "inf", "NaN", "1_0",
        ] {
            same(text);
            assert_eq!(decimal(text.as_bytes(), b'.'), None, "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, ..ProptestConfig::default() })]
        #[test]
        fn any_double_comes_back(bits: u64) {
            let number = f64::from_bits(bits);
            prop_assume!(number.is_finite());
            for text in [format!("{number}"), format!("{number:e}"), format!("{number:.17e}"), format!("{number:.15e}")] {
                same(&text);
            }
        }

        #[test]
        fn midpoints(bits: u64, tail in "[0-9]{0,3}") {
            // Exactly between two doubles below 2^60, written out, and a little beside.
            let number = f64::from_bits((bits >> 12) | (0x3ff + (bits & 59)) << 52);
            let next = f64::from_bits(number.to_bits() + 1);
            let (low, high) = (format!("{number:.80}"), format!("{next:.80}"));
            for text in [low, high] {
                same(&format!("{text}{tail}"));
            }
            let whole = (1_u128 << 63 | u128::from(bits)) << 10;
            for off in [0, 1] {
                same(&format!("{}{tail}", (whole & !0x1f_ffff | 0x10_0000) + off));
                same(&format!("{}", (whole & !0x1f_ffff | 0x10_0000) - off));
            }
        }

        #[test]
        fn any_text(text in "[+-]?[0-9]{0,25}[.]?[0-9]{0,40}([eE][+-]?[0-9]{1,3})?") {
            same(&text);
        }
    }
}
