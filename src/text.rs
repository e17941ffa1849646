//! Text put together piece by piece. What a first picture needs is said so: `format!` would bring the whole machinery of
//! the standard library with it, which is more than all of this.

/// The pieces, one behind the other.
///
/// ```
/// assert_eq!(throughline::text::together(&["72", "\u{202f}", "%"]), "72\u{202f}%");
/// ```
#[must_use]
#[inline(never)]
pub fn together(pieces: &[&str]) -> String {
    let mut text = String::new();
    pieces.iter().for_each(|piece| text.push_str(piece));
    text
}

/// Writes a whole number with at least so many signs, filled with zeros behind its sign.
///
/// ```
/// let mut text = String::from("2026-W");
/// throughline::text::padded(&mut text, 7, 2);
/// assert_eq!(text, "2026-W07");
/// ```
#[inline(never)]
pub fn padded(text: &mut String, number: i32, wide: usize) {
    /// As many signs as such a number can have.
    const MOST: usize = 11;
    let mut signs = [b'0'; MOST];
    let (mut left, mut used) = (number.unsigned_abs(), 0);
    let mut put = |sign, used: &mut usize| {
        if let Some(place) = signs.get_mut(MOST - 1 - *used) {
            *place = sign;
            *used += 1;
        }
    };
    while left > 0 || used == 0 {
        put(b'0' + (left % 10) as u8, &mut used);
        left /= 10;
    }
    if number < 0 {
        used = used.max(wide.saturating_sub(1));
        put(b'-', &mut used);
    }
    let from = MOST - used.max(wide).min(MOST);
    text.extend(signs.iter().skip(from).map(|sign| char::from(*sign)));
}

#[cfg(test)]
mod tests {
    use super::padded;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_are_padded_as_the_standard_library_does(number in any::<i32>(), wide in 0..12_usize) {
            for number in [number, number % 100, number % 10_000, 0, i32::MIN, i32::MAX] {
                let mut text = String::new();
                padded(&mut text, number, wide);
                prop_assert_eq!(text, format!("{number:0wide$}"));
            }
        }
    }
}
