//! From CSS pixels in reading direction to device pixels on the screen: scaling, snapping and mirroring in one place.

use super::axis::Domain;
use super::picture::{Bar, Field, Picture, Shape, Spark};
use super::surface::{Align, Point, Run, Step, Stroke, circle, round_rect};
use crate::chart::look::{Color, Direction};
use crate::chart::measure::Face;

/// A rectangle in CSS pixels, x counted from the start side.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Frame {
    /// Start edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

impl Frame {
    /// End edge.
    #[must_use]
    pub fn end(self) -> f64 {
        self.x + self.w
    }

    /// Lower edge.
    #[must_use]
    pub fn bottom(self) -> f64 {
        self.y + self.h
    }

    /// The same frame, larger by `by` on every side.
    #[must_use]
    pub fn grown(self, by: f64) -> Self {
        Self { x: self.x - by, y: self.y - by, w: self.w + 2.0 * by, h: self.h + 2.0 * by }
    }

    /// Middle, across.
    #[must_use]
    pub fn middle(self) -> f64 {
        self.x + self.w / 2.0
    }
}

/// Which side of a text lies at its point, in reading direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Where reading starts.
    Start,
    /// The middle.
    Middle,
    /// Where reading ends.
    End,
}

/// A point in CSS pixels, x counted from the start side.
pub type Spot = (f64, f64);

/// One step of a path in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Go {
    /// Lift the pen and go there.
    Move(Spot),
    /// A straight line.
    Line(Spot),
    /// A cubic curve.
    Curve(Spot, Spot, Spot),
    /// Back to the beginning.
    Close,
}

/// A small line over time, in its own values.
pub struct Trend {
    /// The days.
    pub days: Domain,
    /// The values.
    pub values: Domain,
    /// The runs of known values.
    pub runs: Vec<Vec<(f64, f64)>>,
    /// A level to compare with.
    pub target: Option<f64>,
    /// Colour of the line.
    pub color: Color,
    /// Colour of the dot at its end.
    pub dot: Color,
}

/// Puts shapes into a picture.
pub struct Pen {
    /// The picture so far.
    pub picture: Picture,
    ratio: f64,
    mirrored: bool,
    ink: f64,
}

impl Pen {
    /// A pen for a picture of this size in CSS pixels.
    #[must_use]
    pub fn new(width: f64, height: f64, ratio: f64, direction: Direction) -> Self {
        let ratio = if ratio.is_finite() { ratio.clamp(0.25, 8.0) } else { 1.0 };
        let side = |css: f64| (css * ratio).round().clamp(1.0, 32_767.0) as u32;
        let mut picture = Picture { size: (side(width), side(height)), ..Picture::default() };
        (picture.geometry.width, picture.geometry.height) = (width, height);
        Self { picture, ratio, mirrored: direction == Direction::Rtl, ink: 1.0 }
    }

    /// From here on everything is drawn with this share of its ink.
    pub fn ink(&mut self, share: f64) {
        self.ink = share;
    }

    /// Whether the picture is mirrored.
    #[must_use]
    pub fn mirrored(&self) -> bool {
        self.mirrored
    }

    /// A length in device pixels, at least one.
    #[must_use]
    pub fn px(&self, css: f64) -> i32 {
        ((css * self.ratio).round() as i32).max(1)
    }

    /// A point in device pixels.
    #[must_use]
    pub fn at(&self, (x, y): Spot) -> Point {
        let x = (x * self.ratio).round() as i32;
        let x = if self.mirrored { self.picture.size.0 as i32 - x } else { x };
        (x, (y * self.ratio).round() as i32)
    }

    fn corners(&self, frame: Frame) -> (Point, Point) {
        let (a, b) = (self.at((frame.x, frame.y)), self.at((frame.end(), frame.bottom())));
        ((a.0.min(b.0), a.1), (a.0.max(b.0), b.1))
    }

    fn tone(&self, color: Color) -> Color {
        if self.ink < 1.0 { color.faded(self.ink) } else { color }
    }

    /// A filled rectangle on whole pixels.
    pub fn rect(&mut self, frame: Frame, color: Color) {
        let (from, to) = self.corners(frame);
        let to = (to.0.max(from.0 + 1), to.1.max(from.1 + 1));
        self.picture.shapes.push(Shape::Rect(from, to, self.tone(color)));
    }

    /// A filled rectangle with round corners; `solid` ignores the ink left (a ground that must cover).
    pub fn panel(&mut self, frame: Frame, radius: f64, color: Color, solid: bool) {
        let (from, to) = self.corners(frame);
        let color = if solid { color } else { self.tone(color) };
        let path = round_rect(from, to, self.px(radius)).to_vec();
        self.picture.shapes.push(Shape::Fill(path, color));
    }

    /// The outline of a rectangle with round corners, inside the frame.
    pub fn outline(&mut self, frame: Frame, radius: f64, width: f64, color: Color) {
        let (from, to) = self.corners(frame);
        let thick = self.px(width);
        let half = thick / 2;
        let path = round_rect(
            (from.0 + half, from.1 + half),
            (to.0 - thick + half, to.1 - thick + half),
            self.px(radius),
        );
        let stroke = Stroke { color: self.tone(color), width: thick as u32, dash: (0, 0) };
        self.picture.shapes.push(Shape::Stroke(path.to_vec(), stroke));
    }

    /// A filled circle.
    pub fn disc(&mut self, middle: Spot, radius: f64, color: Color) {
        let path = circle(self.at(middle), self.px(radius)).to_vec();
        self.picture.shapes.push(Shape::Fill(path, self.tone(color)));
    }

    /// The outline of a circle.
    pub fn ring(&mut self, middle: Spot, radius: f64, stroke: (f64, Color, (f64, f64))) {
        let path = circle(self.at(middle), self.px(radius)).to_vec();
        let stroke = self.style(stroke);
        self.picture.shapes.push(Shape::Stroke(path, stroke));
    }

    fn style(&self, (width, color, dash): (f64, Color, (f64, f64))) -> Stroke {
        let dash = if dash.0 > 0.0 { (self.px(dash.0) as u32, self.px(dash.1) as u32) } else { (0, 0) };
        Stroke { color: self.tone(color), width: self.px(width) as u32, dash }
    }

    fn steps(&self, path: &[Go]) -> Vec<Step> {
        let step = |go: &Go| match *go {
            Go::Move(to) => Step::Move(self.at(to)),
            Go::Line(to) => Step::Line(self.at(to)),
            Go::Curve(a, b, to) => Step::Curve(self.at(a), self.at(b), self.at(to)),
            Go::Close => Step::Close,
        };
        path.iter().map(step).collect()
    }

    /// A line along a path: width, colour, dash and gap (0: unbroken).
    pub fn line(&mut self, path: &[Go], width: f64, color: Color, dash: (f64, f64)) {
        let (steps, stroke) = (self.steps(path), self.style((width, color, dash)));
        self.picture.shapes.push(Shape::Stroke(steps, stroke));
    }

    /// A filled path.
    pub fn fill(&mut self, path: &[Go], color: Color) {
        let steps = self.steps(path);
        self.picture.shapes.push(Shape::Fill(steps, self.tone(color)));
    }

    /// A line of text on its base line. Nothing is put down for an empty one.
    pub fn text(&mut self, text: &str, face: Face, color: Color, at: Spot, anchor: Anchor) {
        if text.is_empty() {
            return;
        }
        let align = match (anchor, self.mirrored) {
            (Anchor::Middle, _) => Align::Center,
            (Anchor::Start, false) | (Anchor::End, true) => Align::Left,
            (Anchor::Start, true) | (Anchor::End, false) => Align::Right,
        };
        let size = self.px(f64::from(face.size)) as u32;
        let (text, color, at) = (text.to_owned(), self.tone(color), self.at(at));
        self.picture.shapes.push(Shape::Text(Run { text, face, size, color, at, align }));
    }

    /// A bar over a domain.
    pub fn bar(&mut self, frame: Frame, domain: Domain, fields: Vec<Field>) {
        let (from, to) = self.corners(frame);
        let fields = fields.into_iter().map(|f| Field { color: self.tone(f.color), ..f }).collect();
        self.picture.shapes.push(Shape::Bar(Bar { from, to, domain, mirrored: self.mirrored, fields }));
    }

    /// A small line over time; its target, if any, as a dashed level.
    pub fn spark(&mut self, frame: Frame, trend: Trend) {
        let (from, to) = self.corners(frame);
        let line = self.style((1.5, trend.color, (0.0, 0.0)));
        let target = trend.target.map(|level| (level, self.style((1.0, trend.color, (2.0, 3.0)))));
        let dot = (self.px(3.0), self.tone(trend.dot));
        let Trend { days, values, runs, .. } = trend;
        let spark = Spark { from, to, days, values, mirrored: self.mirrored, runs, line, target, dot };
        self.picture.shapes.push(Shape::Spark(Box::new(spark)));
    }

    /// Where a frame lies on the screen, CSS pixels from the left.
    #[must_use]
    pub fn on_screen(&self, frame: Frame) -> Frame {
        let x = if self.mirrored { self.picture.geometry.width - frame.end() } else { frame.x };
        Frame { x, ..frame }
    }
}
