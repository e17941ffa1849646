//! What the marks of a picture mean, in as many lines as there is need of, under it.

use super::Block;
use crate::chart::measure::{Face, Measure};
use crate::chart::paint::{Anchor, Frame, Pen};

/// Side of a mark.
const SIDE: f64 = 14.0;
const GAP: f64 = 6.0;
/// From one entry to the next.
const APART: f64 = 18.0;

/// A mark and its word.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<T> {
    /// What is marked.
    pub of: T,
    /// How wide the mark is.
    pub wide: f64,
    /// The word.
    pub text: String,
}

impl<T> Entry<T> {
    /// A square mark.
    pub fn new(of: T, text: &str) -> Self {
        Self { of, wide: SIDE, text: text.to_owned() }
    }
}

/// Entries in their place.
#[derive(Clone, Debug, PartialEq)]
pub struct Legend<T> {
    /// Each: what is marked, the box of the mark, the word and its box.
    pub entries: Vec<(T, Frame, Block, Frame)>,
    /// Height of all lines with the room above them; 0 without entries.
    pub height: f64,
}

impl<T: Clone> Legend<T> {
    /// Places the entries that have a word from `top` down.
    pub fn new(entries: &[Entry<T>], (top, width): (f64, f64), measure: &dyn Measure) -> Self {
        let mut made = Self { entries: Vec::new(), height: 0.0 };
        let (mut x, mut y, mut line) = (0.0, top + 12.0, 0.0f64);
        for Entry { of, wide, text } in entries.iter().filter(|entry| !entry.text.is_empty()) {
            let word = Block::new(text, Face::plain(12), width - wide - GAP, measure);
            let whole = wide + GAP + word.width;
            if x > 0.0 && x + whole > width {
                (x, y, line) = (0.0, y + line + 4.0, 0.0);
            }
            let high = word.height().max(SIDE);
            let mark = Frame { x, y: y + (word.leading() - SIDE) / 2.0, w: *wide, h: SIDE };
            let frame = Frame { x: x + wide + GAP, y, w: word.width, h: high };
            made.entries.push((of.clone(), mark, word, frame));
            (x, line) = (x + whole + APART, line.max(high));
            made.height = y + line - top;
        }
        made
    }

    /// Puts the words down; the marks are put down by `mark`.
    pub fn draw(&self, pen: &mut Pen, color: crate::chart::Color, mark: impl Fn(&mut Pen, &T, Frame)) {
        for (of, frame, word, room) in &self.entries {
            mark(pen, of, *frame);
            word.put(pen, *room, color, Anchor::Start);
        }
    }
}
