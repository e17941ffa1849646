//! Rows against columns: the heat map of segments (a colour a value) and the alignment matrix (how much of a goal hangs on
//! a strategy as the size of a disc, what speaks for it as its mark). One layout, two kinds of cells.
//!
//! What is not known has no colour of the scale and no size: a dashed edge. What was held back, because too few cases stand
//! behind it, is hatched. Where there is no cell there is nothing.

mod disc;
mod draw;
mod entries;
mod layout;
mod list;

pub use entries::{PROOFS, STATUSES};
pub use layout::{Form, Layout};

use super::measure::Measure;
use super::scene::Signal;
use super::sheet::{Drawn, Sheet};

/// What the cells show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// A value as a colour.
    #[default]
    Heat,
    /// A share as the size of a disc.
    Matrix,
}

/// A row or a column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Head {
    /// The page's id.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// A second line, quieter.
    pub note: String,
}

/// What data say of a link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Evidence {
    /// Nobody has looked, or there is nothing to look at.
    #[default]
    Unknown,
    /// What was looked at says neither.
    NoSupport,
    /// What was looked at agrees.
    Consistent,
    /// What was looked at says the opposite.
    Contradicts,
}

/// What stands where a row and a column meet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// Index of the row.
    pub row: usize,
    /// Index of the column.
    pub column: usize,
    /// The value, or the share; none where it is unknown or held back.
    pub value: Option<f64>,
    /// The interval of the value.
    pub range: Option<(f64, f64)>,
    /// What is written.
    pub text: String,
    /// A second line, such as the number of cases.
    pub note: String,
    /// Held back: too few cases.
    pub suppressed: bool,
    /// A status, where colours are those of statuses.
    pub signal: Option<Signal>,
    /// What speaks for it, in a matrix.
    pub evidence: Option<Evidence>,
}

/// Everything that a picture of rows and columns shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// What it lies on.
    pub sheet: Sheet,
    /// What the cells show.
    pub kind: Kind,
    /// The rows, from the top.
    pub rows: Vec<Head>,
    /// The columns, from the start side.
    pub columns: Vec<Head>,
    /// The cells that there are; at most one a place.
    pub cells: Vec<Cell>,
    /// The values of the faintest and the strongest colour.
    pub scale: (f64, f64),
    /// What the legend says, by name.
    pub words: Vec<(&'static str, String)>,
    /// Index of the cell that is selected.
    pub select: Option<usize>,
    /// Index of the cell under the pointer or the keyboard.
    pub hover: Option<usize>,
}

/// Steps of colour: as many as can be told apart beside one another.
pub const STEPS: usize = 5;

impl Grid {
    /// Where a value lies between both ends of the scale, 0 to 1.
    #[must_use]
    pub fn share(&self, value: f64) -> f64 {
        let share = (value - self.scale.0) / (self.scale.1 - self.scale.0);
        if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) }
    }

    /// The step of colour of a value: five of the same width, the upper end in the last.
    #[must_use]
    pub fn step(&self, value: f64) -> usize {
        ((self.share(value) * STEPS as f64) as usize).min(STEPS - 1)
    }

    /// The word of the legend for something; empty where there is none.
    fn word(&self, name: &str) -> &str {
        self.words.iter().find(|(each, _)| *each == name).map_or("", |(_, word)| word)
    }

    fn lit(&self, at: usize) -> (bool, bool) {
        (self.select == Some(at), self.hover == Some(at))
    }
}

/// The picture, and where its parts lie.
#[must_use]
pub fn picture(grid: &Grid, measure: &dyn Measure) -> Drawn {
    let layout = Layout::new(grid, measure);
    (draw::drawn(grid, &layout, measure), grid.sheet.on_screen(layout.laid(grid)))
}
