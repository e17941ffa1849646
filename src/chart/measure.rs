//! Text: how wide it is, and where it may be broken.

use crate::text::together;

/// A size and weight of the type scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Face {
    /// Height of the type, CSS pixels: one of 12, 13, 15, 18, 24, 34.
    pub size: u8,
    /// Weight 600 instead of 400.
    pub bold: bool,
    /// Small capitals, spaced: the labels of bands.
    pub caps: bool,
}

impl Face {
    /// Running text of `size`.
    #[must_use]
    pub const fn plain(size: u8) -> Self {
        Self { size, bold: false, caps: false }
    }

    /// Weight 600 of `size`.
    #[must_use]
    pub const fn bold(size: u8) -> Self {
        Self { size, bold: true, caps: false }
    }

    /// Small capitals of `size`.
    #[must_use]
    pub const fn caps(size: u8) -> Self {
        Self { size, bold: true, caps: true }
    }
}

/// Tells the width of a text before there is a picture: `measureText` in the page, a table of widths natively.
pub trait Measure {
    /// Width in CSS pixels.
    fn width(&self, text: &str, face: Face) -> f64;
}

/// Breaks `text` into at most `most` lines no wider than `room`. Words stay whole; what does not fit ends in an
/// ellipsis after its last whole word. A single word wider than the room is cut, since nothing else is left.
#[must_use]
pub fn wrap(text: &str, face: Face, room: f64, most: usize, measure: &dyn Measure) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut pieces = pieces(text).into_iter().peekable();
    while let Some(piece) = pieces.peek() {
        let longer = together(&[&line, piece]);
        if line.is_empty() || measure.width(longer.trim_end(), face) <= room {
            line = longer;
            pieces.next();
        } else if lines.len() + 1 < most {
            lines.push(line.trim_end().to_owned());
            line.clear();
        } else {
            break;
        }
    }
    let rest = pieces.peek().is_some();
    lines.push(line.trim_end().to_owned());
    for (index, line) in lines.iter_mut().enumerate() {
        let more = rest && index + 1 == most;
        if more || measure.width(line, face) > room {
            *line = shorten(line, face, room, measure);
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// The text with an ellipsis, cut after a whole word if one fits, inside the word if not.
fn shorten(text: &str, face: Face, room: f64, measure: &dyn Measure) -> String {
    let fits = |part: &str| measure.width(&together(&[part, "…"]), face) <= room;
    let mut words = text;
    loop {
        if fits(words) {
            return together(&[words, "…"]);
        }
        match words.rfind(char::is_whitespace) {
            Some(at) => words = words.get(..at).unwrap_or_default().trim_end(),
            None => break,
        }
    }
    let mut part = words.to_owned();
    while !part.is_empty() && !fits(&part) {
        part.pop();
    }
    together(&[&part, "…"])
}

/// One line of `text`, shortened if it must be; empty if there is no room for even a word.
#[must_use]
pub fn one_line(text: &str, face: Face, room: f64, measure: &dyn Measure) -> String {
    if measure.width(text, face) <= room { text.to_owned() } else { shorten(text, face, room, measure) }
}

/// The pieces between which a line may end: after white space, hyphens and slashes, around ideographs.
pub(super) fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for (at, c) in text.char_indices() {
        let after = at + c.len_utf8();
        let breaks = c.is_whitespace() || matches!(c, '-' | '/' | '\u{ad}') || is_ideograph(c);
        if breaks && let Some(piece) = text.get(from..after) {
            pieces.push(piece);
            from = after;
        }
    }
    if let Some(piece) = text.get(from..).filter(|piece| !piece.is_empty()) {
        pieces.push(piece);
    }
    pieces
}

/// Scripts written without spaces, where a line may end after any sign.
fn is_ideograph(c: char) -> bool {
    matches!(u32::from(c), 0x2E80..=0x9FFF | 0xF900..=0xFAFF | 0xFF00..=0xFF60 | 0x2_0000..=0x3_FFFF)
}

/// Whether a sign is a letter, near enough to tell a word from what stands between words: every sign of a script, and
/// neither digits of ASCII nor punctuation, symbols and emoji. The full tables would be a hundredth of a page's load.
pub(super) fn is_letter(c: char) -> bool {
    let symbols = matches!(u32::from(c), 0xD7 | 0xF7 | 0x660..=0x66D | 0x6F0..=0x6F9)
        || matches!(u32::from(c), 0x2000..=0x2BFF | 0x2E00..=0x2E7F | 0x3000..=0x3004 | 0x3008..=0x3020 | 0xFE00..=0xFE6F | 0xFF00..=0xFF20 | 0x1_F000..=0x1_FAFF);
    c.is_ascii_alphabetic() || c >= 'À' && !symbols
}

/// Whether a text runs from right to left: as its first letter or mark of direction does; without one, it does not.
///
/// ```
/// use throughline::chart::runs_left;
/// assert!(runs_left("6 שעות") && runs_left("٦٩\u{61c}٪"));
/// assert!(!runs_left("69 %") && !runs_left("6 hr") && !runs_left("\u{200e}69%"));
/// ```
#[must_use]
pub fn runs_left(text: &str) -> bool {
    let marks = |c| matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}');
    let first = text.chars().find(|&c| is_letter(c) || marks(c));
    first.is_some_and(|c| {
        matches!(u32::from(c), 0x0590..=0x08FF | 0x200F | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFC | 0x1_0800..=0x1_0FFF | 0x1_E800..=0x1_EFFF)
    })
}

/// Widths of a common sans-serif (hundredths of the type size), for pictures drawn without a page.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy, Debug, Default)]
pub struct Table;

#[cfg(not(target_arch = "wasm32"))]
impl Table {
    #[rustfmt::skip]
    const PLAIN: [u8; 95] = [26, 27, 41, 65, 58, 84, 74, 23, 30, 30, 56, 58, 27, 33, 27, 38, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 27, 27, 58, 58, 58, 44, 90, 64, 65, 64, 73, 56, 52, 73, 75, 34, 28, 62, 53, 91, 76, 79, 61, 79, 63, 55, 56, 74, 60, 93, 59, 57, 58, 33, 38, 33, 58, 45, 29, 57, 62, 48, 62, 57, 35, 62, 62, 26, 26, 54, 26, 94, 62, 61, 62, 62, 42, 48, 37, 62, 51, 79, 53, 51, 47, 38, 56, 38, 58];
    #[rustfmt::skip]
    const BOLD: [u8; 95] = [26, 29, 48, 65, 58, 91, 75, 27, 34, 34, 55, 58, 29, 33, 29, 42, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 29, 29, 58, 58, 58, 48, 90, 69, 68, 64, 74, 56, 55, 73, 77, 39, 34, 67, 57, 95, 82, 80, 63, 80, 66, 56, 58, 76, 65, 97, 67, 63, 58, 34, 42, 34, 58, 42, 37, 61, 64, 52, 64, 60, 39, 64, 66, 31, 31, 62, 31, 99, 66, 62, 64, 64, 46, 50, 44, 66, 57, 86, 58, 57, 49, 40, 56, 40, 58];

    fn of(c: char, bold: bool) -> f64 {
        let table = if bold { Self::BOLD } else { Self::PLAIN };
        let ascii = (u32::from(c)).checked_sub(32).and_then(|at| table.get(at as usize));
        match ascii {
            Some(&width) => f64::from(width),
            None if is_ideograph(c) => 100.0,
            None if c == '\u{ad}' => 0.0,
            None => 62.0,
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Measure for Table {
    fn width(&self, text: &str, face: Face) -> f64 {
        let em: f64 = text.chars().map(|c| Self::of(c, face.bold)).sum();
        let em = if face.caps { em * 0.9 + 4.0 * text.chars().count() as f64 } else { em };
        em * f64::from(face.size) / 100.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten pixels a letter.
    struct Ten;

    impl Measure for Ten {
        fn width(&self, text: &str, _: Face) -> f64 {
            10.0 * text.chars().count() as f64
        }
    }

    fn lines(text: &str, room: f64, most: usize) -> Vec<String> {
        wrap(text, Face::plain(13), room, most, &Ten)
    }

    #[test]
    fn words_stay_whole() {
        assert_eq!(lines("Help while it still matters", 120.0, 3), ["Help while", "it still", "matters"]);
        assert_eq!(lines("Help while it still matters", 120.0, 2), ["Help while", "it still…"]);
        assert_eq!(lines("half-hour shifts", 80.0, 3), ["half-", "hour", "shifts"]);
        assert_eq!(lines("", 80.0, 2), Vec::<String>::new());
    }

    #[test]
    fn a_word_wider_than_the_room_is_cut_as_a_last_resort() {
        assert_eq!(lines("Kundenzufriedenheit", 80.0, 2), ["Kundenz…"]);
    }

    #[test]
    fn signs_without_spaces_break_anywhere() {
        assert_eq!(lines("顧客満足度向上", 40.0, 2), ["顧客満足", "度向上"]);
    }

    #[test]
    fn letters_are_told_from_what_stands_between_words() {
        // By the standard library's tables, but for symbols that look like letters: ℃, Ⓐ, ａ and the like.
        let symbols =
            |c| matches!(u32::from(c), 0xAA..=0xBA | 0x2000..=0x2BFF | 0x2E00..=0x3020 | 0x1_F000..=0x1_FAFF);
        let missed: Vec<char> =
            ('À'..=char::MAX).filter(|&c| c.is_alphabetic() && !symbols(c) && !is_letter(c)).collect();
        assert_eq!(missed, []);
        for c in "0 9 - / . % – — … “ ” · × ÷ → ☂ 😀 、 。 ٦ ٪ ۹ ! （".chars() {
            assert!(!is_letter(c), "{c}");
        }
    }

    #[test]
    fn one_line_keeps_what_fits() {
        assert_eq!(one_line("on track", Face::plain(12), 80.0, &Ten), "on track");
        assert_eq!(one_line("on track today", Face::plain(12), 100.0, &Ten), "on track…");
    }
}
