//! SVG, natively: plotters' own SVG backend, with curves, dashes and text on base lines, for export and goldens.
//!
//! A picture for SVG is laid out at four device pixels a CSS pixel; whole pixels are then quarters, and curves smooth.

use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontFamily, FontStyle, RGBAColor, ShapeStyle, TextStyle};
use plotters_svg::SVGBackend;

use super::draw::draw;
use super::picture::Picture;
use super::surface::{Align, Point, Run, Step, Stroke, Surface};
use crate::chart::look::Color;
use crate::chart::measure::Table;

/// Device pixels a CSS pixel of pictures made for SVG.
const RATIO: u32 = 4;
/// plotters-svg takes its size in points of its own.
const POINTS: f64 = 1.24;
/// How far below the top of the type plotters-svg puts the base line.
const TOP: f64 = 0.76;

/// A surface that writes SVG.
pub struct Svg<'a> {
    inner: SVGBackend<'a>,
    size: (u32, u32),
    mirrored: bool,
}

impl<'a> Svg<'a> {
    fn new(text: &'a mut String, size: (u32, u32), mirrored: bool) -> Self {
        Self { inner: SVGBackend::with_string(text, size), size, mirrored }
    }
}

/// The picture as an SVG document. `picture` is expected at a ratio of 4; `font` is the CSS family.
#[must_use]
pub fn to_svg(picture: &Picture, font: &str, mirrored: bool) -> String {
    let mut text = String::new();
    let mut svg = Svg::new(&mut text, picture.size, mirrored);
    draw(picture, &mut svg, &Table);
    let _ = svg.inner.present();
    drop(svg);
    dress(&text, picture.size, font, mirrored)
}

/// Gives the document its size in CSS pixels and its fonts, which plotters-svg has no words for.
fn dress(text: &str, (width, height): (u32, u32), font: &str, mirrored: bool) -> String {
    let (w, h) = (f64::from(width) / f64::from(RATIO), f64::from(height) / f64::from(RATIO));
    let direction = if mirrored { " direction=\"rtl\"" } else { "" };
    let old = format!("<svg width=\"{width}\" height=\"{height}\"");
    let new = format!(
        "<svg width=\"{w}\" height=\"{h}\" stroke-linejoin=\"round\" stroke-linecap=\"butt\"{direction}"
    );
    let family = format!("font-family=\"{}\"", font.replace('"', "&apos;"));
    let caps = format!("{family} font-variant=\"small-caps\" letter-spacing=\"0.04em\"");
    let text = text.replacen(&old, &new, 1).replace("font-family=\"caps\"", &caps);
    let text =
        text.replace("font-family=\"text\"", &family).replace("font-weight=\"bold\"", "font-weight=\"600\"");
    text.replace(" opacity=\"1\"", "")
        .replace(">\n", ">\n")
        .replace("\n</text>", "</text>")
        .replace("opacity=\"0.34901960784313724\"", "opacity=\"0.35\"")
}

fn tone(color: Color) -> RGBAColor {
    RGBAColor(color.rgb.0, color.rgb.1, color.rgb.2, f64::from(color.alpha) / 255.0)
}

impl Surface for Svg<'_> {
    fn size(&self) -> (u32, u32) {
        self.size
    }

    fn rect(&mut self, from: Point, to: Point, color: Color) {
        let _ = self.inner.draw_rect(from, to, &tone(color), true);
    }

    fn fill(&mut self, path: &[Step], color: Color) {
        for line in flatten(path) {
            let points = line.iter().map(|p| (p.0.round() as i32, p.1.round() as i32));
            let _ = self.inner.fill_polygon(points, &tone(color));
        }
    }

    fn stroke(&mut self, path: &[Step], stroke: Stroke) {
        let style = ShapeStyle { color: tone(stroke.color), filled: false, stroke_width: stroke.width };
        for line in flatten(path) {
            for part in dashed(&line, stroke.dash) {
                let _ = self.inner.draw_path(part, &style);
            }
        }
    }

    fn text(&mut self, run: &Run) {
        let h_pos = match (run.align, self.mirrored) {
            (Align::Center, _) => HPos::Center,
            (Align::Left, false) | (Align::Right, true) => HPos::Left,
            (Align::Right, false) | (Align::Left, true) => HPos::Right,
        };
        let weight = if run.face.bold { FontStyle::Bold } else { FontStyle::Normal };
        let family = FontFamily::Name(if run.face.caps { "caps" } else { "text" });
        let size = f64::from(run.size);
        let font = plotters::style::FontDesc::new(family, size * POINTS, weight);
        let color = tone(run.color);
        let style = TextStyle::from(font).color(&color).pos(Pos::new(h_pos, VPos::Top));
        let top = run.at.1 - (size * TOP).round() as i32;
        let _ = self.inner.draw_text(&run.text, &style, (run.at.0, top));
    }
}

type Fine = (f64, f64);

/// The path as broken lines, curves taken in sixteen steps.
fn flatten(path: &[Step]) -> Vec<Vec<Fine>> {
    let fine = |p: Point| (f64::from(p.0), f64::from(p.1));
    let mut lines: Vec<Vec<Fine>> = Vec::new();
    for step in path {
        match *step {
            Step::Move(to) => lines.push(vec![fine(to)]),
            Step::Line(to) => lines.last_mut().into_iter().for_each(|line| line.push(fine(to))),
            Step::Curve(a, b, to) => {
                lines.last_mut().into_iter().for_each(|line| bend(line, fine(a), fine(b), fine(to)))
            }
            Step::Close => lines.last_mut().into_iter().for_each(|line| line.extend(line.first().copied())),
        }
    }
    lines
}

fn bend(line: &mut Vec<Fine>, a: Fine, b: Fine, to: Fine) {
    let Some(&from) = line.last() else { return };
    let reach = (to.0 - from.0).abs().max((to.1 - from.1).abs());
    let steps = if reach < 64.0 { 4 } else { 16 };
    line.extend((1..=steps).map(|at| {
        let t = f64::from(at) / f64::from(steps);
        let (u, weight) = (1.0 - t, |p: f64, q: f64, r: f64, s: f64, t: f64, u: f64| {
            u * u * u * p + 3.0 * u * u * t * q + 3.0 * u * t * t * r + t * t * t * s
        });
        (weight(from.0, a.0, b.0, to.0, t, u), weight(from.1, a.1, b.1, to.1, t, u))
    }));
}

/// The line cut into its dashes, on whole pixels.
fn dashed(line: &[Fine], (dash, gap): (u32, u32)) -> Vec<Vec<Point>> {
    let whole = |p: &Fine| (p.0.round() as i32, p.1.round() as i32);
    if dash == 0 {
        return vec![line.iter().map(whole).collect()];
    }
    let (mut parts, mut on, mut left) = (Vec::new(), true, f64::from(dash));
    let mut part: Vec<Point> = line.first().map(whole).into_iter().collect();
    for (mut from, to) in line.iter().copied().zip(line.iter().skip(1).copied()) {
        loop {
            let long = (to.0 - from.0).hypot(to.1 - from.1);
            if long <= left || long <= f64::EPSILON {
                left -= long;
                part.push(whole(&to));
                break;
            }
            from = (from.0 + (to.0 - from.0) * left / long, from.1 + (to.1 - from.1) * left / long);
            part.push(whole(&from));
            if on {
                parts.push(std::mem::take(&mut part));
            }
            part = vec![whole(&from)];
            on = !on;
            left = f64::from(if on { dash } else { gap.max(1) });
        }
    }
    if on && part.len() > 1 {
        parts.push(part);
    }
    parts
}
