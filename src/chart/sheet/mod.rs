//! What the pictures share that need no board: the sheet they lie on, words in their place, marks, where things came to lie.

mod cloth;
mod legend;
mod text;

pub(super) use cloth::{hatch, readable, sealed};
pub(super) use legend::{Entry, Legend};
pub(super) use text::{Block, longest};

use super::look::{Color, Direction, Palette};
use super::paint::{Frame, Pen, Picture};

/// No canvas is larger than this, device pixels a side.
const LARGEST: f64 = 32_767.0;

/// The ground of a picture, in words and colours.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Width available, CSS pixels.
    pub width: f64,
    /// Device pixels a CSS pixel.
    pub ratio: f64,
    /// Which way the language runs.
    pub direction: Direction,
    /// CSS font family.
    pub font: String,
    /// Colours by role.
    pub palette: Palette,
}

impl Sheet {
    /// Device pixels a CSS pixel for a picture of this height: as asked for, or as many as a canvas can hold.
    #[must_use]
    pub fn ratio_at(&self, height: f64) -> f64 {
        self.ratio.min(LARGEST / height.max(self.width).max(1.0))
    }

    /// A pen on paper of this height.
    pub(super) fn pen(&self, height: f64) -> Pen {
        let mut pen = Pen::new(self.width, height, self.ratio_at(height), self.direction);
        pen.rect(Frame { x: 0.0, y: 0.0, w: self.width, h: height }, self.palette.paper);
        pen
    }

    /// The same places as seen on the screen.
    pub(super) fn on_screen(&self, mut laid: Laid) -> Laid {
        if self.direction == Direction::Rtl {
            for place in laid.labels.iter_mut().chain(&mut laid.spots) {
                place.frame.x = self.width - place.frame.end();
                place.at.iter_mut().for_each(|(_, x)| *x = self.width - *x);
            }
        }
        laid
    }
}

impl Default for Sheet {
    fn default() -> Self {
        let font = "system-ui, sans-serif".to_owned();
        Self { width: 240.0, ratio: 1.0, direction: Direction::Ltr, font, palette: Palette::LIGHT }
    }
}

/// A box of a picture that a page can lay something over.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// The id of the row, or of what is shown in it.
    pub id: String,
    /// The id of the column, or of the part of a row; empty where there is none.
    pub part: String,
    /// The box, CSS pixels.
    pub frame: Frame,
    /// How far from the side its numbers lie, by name.
    pub at: Vec<(&'static str, f64)>,
}

/// Where a picture came to lie, CSS pixels.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Laid {
    /// Width of the picture.
    pub width: f64,
    /// Height of the picture.
    pub height: f64,
    /// Device pixels a CSS pixel.
    pub ratio: f64,
    /// Which way it was laid out in the width that there is.
    pub form: &'static str,
    /// The boxes of its labels, none over another.
    pub labels: Vec<Place>,
    /// What can be pointed at, in the order given.
    pub spots: Vec<Place>,
}

/// A picture and where its parts lie.
pub type Drawn = (Picture, Laid);

/// The ring around what is selected or pointed at.
pub(super) fn ring(pen: &mut Pen, frame: Frame, (select, hover): (bool, bool), color: Color) {
    if select || hover {
        pen.outline(frame.grown(1.0), 3.0, if select { 3.0 } else { 2.0 }, color);
    }
}
