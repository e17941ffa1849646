//! What a place to draw on must be able to do: three strokes of the brush, in whole device pixels.

use crate::chart::look::Color;
use crate::chart::measure::Face;

/// A point in device pixels.
pub type Point = (i32, i32);

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Lift the pen and go there.
    Move(Point),
    /// A straight line.
    Line(Point),
    /// A cubic curve: two control points and the end.
    Curve(Point, Point, Point),
    /// Back to where the pen came down.
    Close,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// Its colour.
    pub color: Color,
    /// Its width, device pixels.
    pub width: u32,
    /// Dash and gap, device pixels; (0, 0): unbroken.
    pub dash: (u32, u32),
}

/// Which side of a text lies at its point, as seen on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// The left end.
    Left,
    /// The middle.
    Center,
    /// The right end.
    Right,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Size and weight, CSS pixels.
    pub face: Face,
    /// Height of the type, device pixels.
    pub size: u32,
    /// Its colour.
    pub color: Color,
    /// A point on the base line.
    pub at: Point,
    /// Which side of the text lies there.
    pub align: Align,
}

/// A place to draw on.
pub trait Surface {
    /// Width and height in device pixels.
    fn size(&self) -> (u32, u32);
    /// Fills a rectangle whose edges lie on whole pixels.
    fn rect(&mut self, from: Point, to: Point, color: Color);
    /// Fills what a path encloses.
    fn fill(&mut self, path: &[Step], color: Color);
    /// Draws along a path.
    fn stroke(&mut self, path: &[Step], stroke: Stroke);
    /// Writes a line of text.
    fn text(&mut self, run: &Run);
}

/// A circle as four curves.
#[must_use]
pub fn circle((x, y): Point, radius: i32) -> [Step; 6] {
    let k = (f64::from(radius) * 0.552_284_75).round() as i32;
    let r = radius;
    [
        Step::Move((x + r, y)),
        Step::Curve((x + r, y + k), (x + k, y + r), (x, y + r)),
        Step::Curve((x - k, y + r), (x - r, y + k), (x - r, y)),
        Step::Curve((x - r, y - k), (x - k, y - r), (x, y - r)),
        Step::Curve((x + k, y - r), (x + r, y - k), (x + r, y)),
        Step::Close,
    ]
}

/// A rectangle with round corners.
#[must_use]
pub fn round_rect((x0, y0): Point, (x1, y1): Point, radius: i32) -> [Step; 10] {
    let r = radius.min((x1 - x0) / 2).min((y1 - y0) / 2).max(0);
    let k = r - (f64::from(r) * 0.552_284_75).round() as i32;
    [
        Step::Move((x0 + r, y0)),
        Step::Line((x1 - r, y0)),
        Step::Curve((x1 - k, y0), (x1, y0 + k), (x1, y0 + r)),
        Step::Line((x1, y1 - r)),
        Step::Curve((x1, y1 - k), (x1 - k, y1), (x1 - r, y1)),
        Step::Line((x0 + r, y1)),
        Step::Curve((x0 + k, y1), (x0, y1 - k), (x0, y1 - r)),
        Step::Line((x0, y0 + r)),
        Step::Curve((x0, y0 + k), (x0 + k, y0), (x0 + r, y0)),
        Step::Close,
    ]
}
