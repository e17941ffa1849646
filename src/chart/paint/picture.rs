//! A picture with every decision taken: what is drawn where, in which colour, in which order.

use super::axis::Domain;
use super::surface::{Point, Run, Step, Stroke};
use crate::chart::geometry::Geometry;
use crate::chart::look::Color;

/// A bar over a domain, in data coordinates: bounds bars, execution bars, bullets.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Upper left corner, device pixels.
    pub from: Point,
    /// Lower right corner, device pixels.
    pub to: Point,
    /// What the width stands for.
    pub domain: Domain,
    /// Right to left.
    pub mirrored: bool,
    /// Fields from one value to another, each between two heights (0 top, 1 bottom), painted in order.
    pub fields: Vec<Field>,
}

/// A field of a bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field {
    /// From this value
    pub from: f64,
    /// to this value,
    pub to: f64,
    /// this far below the top, 0 to 1,
    pub top: f64,
    /// down to here, 0 to 1,
    pub bottom: f64,
    /// in this colour,
    pub color: Color,
    /// at least this many device pixels wide: a tick is a field without width.
    pub least: i32,
}

/// A small line over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Spark {
    /// Upper left corner, device pixels.
    pub from: Point,
    /// Lower right corner, device pixels.
    pub to: Point,
    /// The days.
    pub days: Domain,
    /// The values.
    pub values: Domain,
    /// Right to left.
    pub mirrored: bool,
    /// The runs of known values.
    pub runs: Vec<Vec<(f64, f64)>>,
    /// The line.
    pub line: Stroke,
    /// A level to compare with.
    pub target: Option<(f64, Stroke)>,
    /// The dot at the end: its radius and colour.
    pub dot: (i32, Color),
}

/// One thing drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A rectangle on whole pixels.
    Rect(Point, Point, Color),
    /// A filled path.
    Fill(Vec<Step>, Color),
    /// A drawn path.
    Stroke(Vec<Step>, Stroke),
    /// A line of text.
    Text(Run),
    /// A bar.
    Bar(Bar),
    /// A small line over time.
    Spark(Box<Spark>),
}

/// Everything drawn, in order, with the boxes that can be pointed at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// Width and height, device pixels.
    pub size: (u32, u32),
    /// What is drawn, from the ground up.
    pub shapes: Vec<Shape>,
    /// Where things lie, CSS pixels.
    pub geometry: Geometry,
}
