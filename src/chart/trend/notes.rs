//! Numbers of programmes and events over the plot: each where it begins, none over another.

use super::Trend;
use super::layout::FACE;
use crate::chart::measure::Measure;
use crate::chart::paint::Frame;

/// Side of a number's disc.
pub(super) const SIDE: f64 = 18.0;
/// From one row of numbers to the next.
const ROW: f64 = 22.0;
/// Between two numbers, and between a number and its label.
const APART: f64 = 4.0;

/// A note in its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pinned {
    /// Its place in the list: its number less one.
    pub index: usize,
    /// Where it begins and ends in the plot, CSS pixels from the start side.
    pub from: f64,
    pub to: f64,
    /// The row of its number, the lowest first.
    pub row: usize,
    /// Where the number begins.
    pub x: f64,
    /// The label behind it; empty where it finds no room.
    pub label: String,
    /// Width of number and label.
    pub width: f64,
}

impl Pinned {
    /// The box of number and label in a plot that begins at `top`.
    pub fn frame(&self, top: f64) -> Frame {
        let y = top - 6.0 - SIDE - ROW * self.row as f64;
        Frame { x: self.x, y, w: self.width, h: SIDE }
    }
}

/// The notes that the window shows, in order of time.
pub(super) fn pinned(
    trend: &Trend,
    (from, to): (f64, f64),
    plot: Frame,
    measure: &dyn Measure,
) -> Vec<Pinned> {
    let x = |at: f64| plot.x + plot.w * ((at - from) / (to - from)).clamp(0.0, 1.0);
    let shown = |(index, note): (usize, &super::Note)| {
        let end = note.to.unwrap_or(note.from);
        (end >= from && note.from <= to).then(|| (index, x(note.from), x(end)))
    };
    let mut all: Vec<(usize, f64, f64)> = trend.notes.iter().enumerate().filter_map(shown).collect();
    all.sort_by(|one, other| one.1.total_cmp(&other.1).then(one.0.cmp(&other.0)));
    let mut rows: Vec<f64> = Vec::new();
    let mut pins = Vec::with_capacity(all.len());
    for (place, &(index, from, to)) in all.iter().enumerate() {
        let x = (from - SIDE / 2.0).min(plot.end() - SIDE / 2.0);
        let row = rows.iter().position(|end| *end + APART <= x).unwrap_or(rows.len());
        let next = all.get(place + 1).map_or(trend.width - 2.0, |next| next.1 - SIDE / 2.0);
        let label = trend.notes.get(index).map_or("", |note| note.label.as_str());
        let width = SIDE + APART + measure.width(label, FACE).ceil();
        let (label, width) = if !label.is_empty() && x + width + APART <= next {
            (label.to_owned(), width)
        } else {
            (String::new(), SIDE)
        };
        match rows.get_mut(row) {
            Some(end) => *end = x + width,
            None => rows.push(x + width),
        }
        pins.push(Pinned { index, from, to, row, x, label, width });
    }
    pins
}

/// Room above the plot.
pub(super) fn height(pins: &[Pinned]) -> f64 {
    pins.iter().map(|pin| ROW * (pin.row + 1) as f64).fold(0.0, f64::max)
}
