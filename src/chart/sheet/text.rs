//! Words in their place: whole, in as many lines as they take.

use crate::chart::look::Color;
use crate::chart::measure::{Face, Measure, pieces};
use crate::chart::paint::{Anchor, Frame, Pen};

/// Lines of one type.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// The lines; none for an empty text.
    pub lines: Vec<String>,
    /// Their type.
    pub face: Face,
    /// The widest of them.
    pub width: f64,
}

impl Block {
    /// Breaks a text into lines no wider than `room`, between words; a word wider than that ends where the room does and
    /// goes on below, so that nothing of it is lost.
    pub fn new(text: &str, face: Face, room: f64, measure: &dyn Measure) -> Self {
        let mut lines = vec![String::new()];
        for piece in pieces(text) {
            add(&mut lines, piece, |line| measure.width(line.trim_end(), face) <= room);
        }
        let lines: Vec<String> =
            lines.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
        let width = lines.iter().map(|line| measure.width(line, face)).fold(0.0, f64::max);
        Self { lines, face, width }
    }

    /// From one line to the next.
    pub fn leading(&self) -> f64 {
        f64::from(self.face.size) + 4.0
    }

    /// Height of all lines.
    pub fn height(&self) -> f64 {
        self.lines.len() as f64 * self.leading()
    }

    /// Puts the lines down from the top of a frame.
    pub fn put(&self, pen: &mut Pen, frame: Frame, color: Color, anchor: Anchor) {
        let x = match anchor {
            Anchor::Start => frame.x,
            Anchor::Middle => frame.middle(),
            Anchor::End => frame.end(),
        };
        for (at, line) in self.lines.iter().enumerate() {
            let base = frame.y + self.leading() * (at as f64 + 1.0) - 5.0;
            pen.text(line, self.face, color, (x, base), anchor);
        }
    }
}

/// A piece behind what stands there if it fits, else on lines of its own.
fn add(lines: &mut Vec<String>, piece: &str, fits: impl Fn(&str) -> bool) {
    let Some(last) = lines.last_mut() else { return };
    let longer = format!("{last}{piece}");
    if fits(&longer) {
        *last = longer;
        return;
    }
    if !last.trim().is_empty() {
        lines.push(String::new());
    }
    for sign in piece.chars() {
        let Some(last) = lines.last_mut() else { return };
        let longer = format!("{last}{sign}");
        if last.is_empty() || fits(&longer) {
            *last = longer;
        } else {
            lines.push(sign.to_string());
        }
    }
}

/// Width of the longest word of a text: less room than this breaks it.
pub fn longest(text: &str, face: Face, measure: &dyn Measure) -> f64 {
    pieces(text).into_iter().map(|piece| measure.width(piece.trim_end(), face)).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Ten;

    impl Measure for Ten {
        fn width(&self, text: &str, _: Face) -> f64 {
            10.0 * text.chars().count() as f64
        }
    }

    #[test]
    fn nothing_is_lost() {
        let lines = |text: &str, room: f64| Block::new(text, Face::plain(13), room, &Ten).lines;
        assert_eq!(lines("Help while it still matters", 120.0), ["Help while", "it still", "matters"]);
        assert_eq!(
            lines("Eine Kundenzufriedenheit hier", 100.0),
            ["Eine", "Kundenzufr", "iedenheit", "hier"]
        );
        assert_eq!(lines("", 50.0), Vec::<String>::new());
        assert!((longest("Help while", Face::plain(13), &Ten) - 50.0).abs() < 1e-9);
    }
}
