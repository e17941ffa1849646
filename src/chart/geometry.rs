//! Where things came to lie, in CSS pixels: for the overlay of HTML buttons, for hit testing, for the keyboard.

use super::scene::LinkKind;

/// How much a card says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Compact {
    /// Title, number, change, bounds, execution.
    #[default]
    Full,
    /// Title, number, shape.
    Narrow,
    /// Shape and two letters; the title on focus.
    Tiny,
}

/// A box of the picture that can be pointed at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spot {
    /// The plan's id.
    pub id: String,
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Row of the picture, top first, for arrows up and down.
    pub row: usize,
    /// Place in the row in reading direction, for arrows left and right.
    pub column: usize,
}

/// A link as drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tie {
    /// Child or cause.
    pub from: String,
    /// Parent or effect.
    pub to: String,
    /// What it means.
    pub kind: LinkKind,
}

/// Sizes and boxes of a picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Geometry {
    /// Width of the picture.
    pub width: f64,
    /// Height of the picture.
    pub height: f64,
    /// Every box, in reading order.
    pub nodes: Vec<Spot>,
    /// Every link drawn.
    pub links: Vec<Tie>,
    /// How much the cards say.
    pub compact: Compact,
}
