//! Rows of marks along a scale: bullets (a value beside its target), the tornado (what a number could become), the waterfall
//! (what a number is made of), status counts. One layout and one way of drawing; a gauge is bullets on half a circle.
//!
//! What is not known is hatched where it has a range, and a dashed edge where it has none; it never begins at zero.

mod axis;
mod draw;
mod gauge;
mod key;
mod layout;
mod part;

pub use axis::Axis;
pub use layout::{Form, Layout};

use super::measure::Measure;
use super::scene::Signal;
use super::sheet::{Drawn, Sheet};

/// What colours a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// What the picture is about.
    Accent,
    /// What stands against it.
    Quiet,
    /// Sums, and what is read against.
    Ink,
    /// A band, from the faintest on.
    Band(usize),
    /// A status.
    Status(Signal),
}

/// A mark in a row, at values of its scale.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// The ground of the whole row.
    Track,
    /// A bar from one value to another; `true`: as high as the row.
    Bar(f64, f64, Ink, bool),
    /// A hatched range: nobody knows where in it.
    Hatched(f64, f64),
    /// A dashed edge round the whole row, and the sign that nobody knows.
    Sealed,
    /// A stroke across the row, and how wide.
    Stroke(f64, Ink, f64),
    /// A thin line between two values, with ends.
    Whisker(f64, f64),
    /// An open circle.
    Ring(f64),
    /// An open diamond.
    Diamond(f64),
    /// The shape of a status.
    Shape(f64, Signal),
    /// A line down to the next row.
    Down(f64),
    /// A part of the row with its status, its word, and its shorter word.
    Part(f64, f64, Signal, String, String),
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The page's id.
    pub id: String,
    /// What it is about.
    pub label: String,
    /// A second line, quieter.
    pub note: String,
    /// What is written behind it: its value.
    pub text: String,
    /// The lowest and the highest value that has a place in it.
    pub scale: (f64, f64),
    /// What is written at both ends of its scale.
    pub ends: (String, String),
    /// Its marks, those below first.
    pub marks: Vec<Mark>,
    /// What a page may ask the place of, by name.
    pub at: Vec<(&'static str, f64)>,
    /// Parts of the row that can be pointed at: their ids, from and to. Without any it is the row itself.
    pub parts: Vec<(String, f64, f64)>,
}

/// Everything that a picture of rows shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    /// What it lies on.
    pub sheet: Sheet,
    /// The rows, from the top.
    pub rows: Vec<Row>,
    /// One scale below all rows.
    pub axis: Option<Axis>,
    /// A line through all rows, and what it says.
    pub line: Option<(f64, String)>,
    /// What marks mean.
    pub legend: Vec<(Mark, String)>,
    /// Half circles in place of rows.
    pub gauge: bool,
    /// The row, or the part of it, that is selected.
    pub select: Option<(usize, usize)>,
    /// The one under the pointer or the keyboard.
    pub hover: Option<(usize, usize)>,
}

impl Row {
    /// Where a value lies between both ends of the scale, 0 to 1 and never beyond.
    #[must_use]
    pub fn share(&self, value: f64) -> f64 {
        let share = (value - self.scale.0) / (self.scale.1 - self.scale.0);
        if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) }
    }
}

impl Bars {
    fn lit(&self, row: usize, part: usize) -> (bool, bool) {
        (self.select == Some((row, part)), self.hover == Some((row, part)))
    }
}

/// The picture, and where its parts lie.
#[must_use]
pub fn picture(bars: &Bars, measure: &dyn Measure) -> Drawn {
    if bars.gauge {
        return gauge::picture(bars, measure);
    }
    let layout = Layout::new(bars, measure);
    (draw::drawn(bars, &layout, measure), bars.sheet.on_screen(layout.laid(bars)))
}
