//! Draws a [`Picture`] with plotters: its drawing areas, coordinates, elements and series, on one backend.

use plotters::coord::Shift;
use plotters::element::{Circle, Drawable, PointCollection, Rectangle};
use plotters::prelude::{Cartesian2d, DrawingArea, IntoDrawingArea, LineSeries};
use plotters::style::{Color as _, RGBAColor, ShapeStyle};
use plotters_backend::{BackendCoord, DrawingErrorKind};
use std::convert::Infallible;

use super::axis::Axis;
use super::ink::Ink;
use super::picture::{Bar, Field, Picture, Shape, Spark};
use super::surface::{Run, Step, Stroke, Surface};
use crate::chart::look::Color;
use crate::chart::measure::Measure;

type Root<'a> = DrawingArea<Ink<'a>, Shift>;

/// Draws every shape of `picture` on `surface`, in order. Takes no decision.
pub fn draw(picture: &Picture, surface: &mut dyn Surface, measure: &dyn Measure) {
    let root = Ink::new(surface, measure).into_drawing_area();
    for shape in &picture.shapes {
        // The surfaces cannot fail and nobody else holds the backend, so there is no error to report.
        let _ = one(&root, shape);
    }
}

type Done = Result<(), plotters::drawing::DrawingAreaErrorKind<Infallible>>;

fn one(root: &Root<'_>, shape: &Shape) -> Done {
    match shape {
        Shape::Rect(from, to, color) => root.draw(&Rectangle::new([*from, *to], filled(*color))),
        Shape::Fill(path, color) => root.draw(&Curve::Fill(path, *color)),
        Shape::Stroke(path, stroke) => root.draw(&Curve::Stroke(path, *stroke)),
        Shape::Text(run) => root.draw(&Words(run)),
        Shape::Bar(bar) => bar_of(root, bar),
        Shape::Spark(spark) => spark_of(root, spark),
    }
}

fn tone(color: Color) -> RGBAColor {
    RGBAColor(color.rgb.0, color.rgb.1, color.rgb.2, f64::from(color.alpha) / 255.0)
}

fn filled(color: Color) -> ShapeStyle {
    tone(color).filled()
}

/// The part of the picture between two corners, with axes of its own.
fn inside<'a>(
    root: &Root<'a>,
    (x0, y0): BackendCoord,
    (x1, y1): BackendCoord,
    (x, y): (Axis, Axis),
    mirrored: bool,
) -> DrawingArea<Ink<'a>, Cartesian2d<Axis, Axis>> {
    let across = if mirrored { x1..x0 } else { x0..x1 };
    let area = root.clone().shrink((x0, y0), (x1 - x0, y1 - y0));
    area.apply_coord_spec(Cartesian2d::new(x, y, (across, y1..y0)))
}

fn bar_of(root: &Root<'_>, bar: &Bar) -> Done {
    let axes = (Axis(bar.domain), Axis(super::axis::Domain::UNIT));
    let area = inside(root, bar.from, bar.to, axes, bar.mirrored);
    for field in &bar.fields {
        area.draw(&Slab(field, [(field.from, 1.0 - field.top), (field.to, 1.0 - field.bottom)]))?;
    }
    Ok(())
}

#[inline(never)]
fn spark_of(root: &Root<'_>, spark: &Spark) -> Done {
    let area = inside(root, spark.from, spark.to, (Axis(spark.days), Axis(spark.values)), spark.mirrored);
    if let Some((level, stroke)) = spark.target {
        let [from, to] = [spark.days.low(), spark.days.high()].map(|day| area.map_coordinate(&(day, level)));
        root.draw(&Curve::Stroke(&[Step::Move(from), Step::Line(to)], stroke))?;
    }
    let style = ShapeStyle { color: tone(spark.line.color), filled: false, stroke_width: spark.line.width };
    for run in &spark.runs {
        for element in LineSeries::new(run.iter().copied(), style) {
            area.draw(&element)?;
        }
    }
    if let Some(end) = spark.runs.last().and_then(|run| run.last()) {
        area.draw(&Circle::new(*end, spark.dot.0, filled(spark.dot.1)))?;
    }
    Ok(())
}

/// A path with curves and dashes, which plotters' own elements do not have; its points are device pixels.
enum Curve<'a> {
    Fill(&'a [Step], Color),
    Stroke(&'a [Step], Stroke),
}

/// A line of text on its base line, which plotters' own element does not know.
struct Words<'a>(&'a Run);

/// A field of a bar: a rectangle in data coordinates that never gets thinner than its least width.
struct Slab<'a>(&'a Field, [(f64, f64); 2]);

impl<'a> PointCollection<'a, BackendCoord> for &'a Curve<'_> {
    type Point = BackendCoord;
    type IntoIter = [BackendCoord; 0];

    fn point_iter(self) -> Self::IntoIter {
        []
    }
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Words<'_> {
    type Point = BackendCoord;
    type IntoIter = [BackendCoord; 0];

    fn point_iter(self) -> Self::IntoIter {
        []
    }
}

impl<'a> PointCollection<'a, (f64, f64)> for &'a Slab<'_> {
    type Point = (f64, f64);
    type IntoIter = [(f64, f64); 2];

    fn point_iter(self) -> Self::IntoIter {
        self.1
    }
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl Drawable<Ink<'_>> for Curve<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(&self, _: I, ink: &mut Ink<'_>, _: (u32, u32)) -> Drawn {
        match self {
            Curve::Fill(path, color) => ink.surface().fill(path, *color),
            Curve::Stroke(path, stroke) => ink.surface().stroke(path, *stroke),
        }
        Ok(())
    }
}

impl Drawable<Ink<'_>> for Words<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(&self, _: I, ink: &mut Ink<'_>, _: (u32, u32)) -> Drawn {
        ink.surface().text(self.0);
        Ok(())
    }
}

impl Drawable<Ink<'_>> for Slab<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(&self, mut at: I, ink: &mut Ink<'_>, _: (u32, u32)) -> Drawn {
        let (Some(a), Some(b)) = (at.next(), at.next()) else { return Ok(()) };
        let (mut left, mut right) = (a.0.min(b.0), a.0.max(b.0));
        let short = self.0.least - (right - left);
        if short > 0 {
            left -= short / 2;
            right += short - short / 2;
        }
        ink.surface().rect((left, a.1.min(b.1)), (right, a.1.max(b.1)), self.0.color);
        Ok(())
    }
}
