//! The radar: how far a team is on each of several axes of one scale, such as a maturity assessment (P10, C2).
//!
//! What nobody answered is no point at all: a point at the centre would say "lowest", and be believed. The outline is
//! broken there, and nothing is filled between it and its neighbours.

mod around;
mod draw;
mod layout;
mod scale;

pub(super) use around::toward;
pub use layout::{Layout, layout};
pub use scale::{MOST_RINGS, Scale};

use super::look::{Direction, Palette};
use super::measure::Measure;
use super::paint::{Frame, Picture};

/// One axis: a label, and what is known about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spoke {
    /// The page's id.
    pub id: String,
    /// What the axis stands for, in the reader's language.
    pub label: String,
    /// The value on the scale; none where it is unknown.
    pub value: Option<f64>,
    /// The lowest and the highest answer, or an interval: a band along the spoke.
    pub band: Option<(f64, f64)>,
    /// An earlier value, or a target: drawn as a quiet second outline.
    pub before: Option<f64>,
}

/// Everything that a radar shows, in words and colours.
#[derive(Clone, Debug, PartialEq)]
pub struct Radar {
    /// Width available, CSS pixels.
    pub width: f64,
    /// Device pixels a CSS pixel.
    pub ratio: f64,
    /// Which way the language runs; right to left the axes go round counter-clockwise.
    pub direction: Direction,
    /// CSS font family.
    pub font: String,
    /// Colours by role.
    pub palette: Palette,
    /// The scale of every axis.
    pub scale: Scale,
    /// The axes, the first one straight up.
    pub spokes: Vec<Spoke>,
    /// The axis that is selected.
    pub select: Option<usize>,
    /// The axis under the pointer or the keyboard.
    pub hover: Option<usize>,
}

impl Radar {
    /// Whether an axis is selected or pointed at.
    fn is_lit(&self, at: usize) -> bool {
        [self.select, self.hover].contains(&Some(at))
    }
}

/// Where a radar came to lie, in CSS pixels from the upper left corner of the screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RadarGeometry {
    /// Width of the picture.
    pub width: f64,
    /// Height of the picture.
    pub height: f64,
    /// Device pixels a CSS pixel.
    pub ratio: f64,
    /// Whether numbers stand in place of the labels, which found no room.
    pub numbered: bool,
    /// The centre: the low end of the scale.
    pub middle: (f64, f64),
    /// From the centre to the high end of the scale.
    pub radius: f64,
    /// Each axis, in the order given.
    pub spokes: Vec<Placed>,
}

/// Where an axis lies.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placed {
    /// Its id.
    pub id: String,
    /// The box of its label.
    pub label: Frame,
    /// Its point; none where the value is unknown.
    pub point: Option<(f64, f64)>,
}

/// The picture of a radar, and where its parts lie.
#[must_use]
pub fn picture(radar: &Radar, measure: &dyn Measure) -> (Picture, RadarGeometry) {
    let layout = layout(radar, measure);
    (draw::drawn(radar, &layout), layout.on_screen(radar))
}
