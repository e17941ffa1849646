//! SVG, natively: plotters' own SVG backend, dressed with what it has no words for (curves, dashes, fonts, direction).
//!
//! A picture for SVG is laid out at four device pixels a CSS pixel, so that whole pixels are quarters.

use std::fmt::Write as _;

use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle, RGBAColor, TextStyle};
use plotters_svg::SVGBackend;

use super::draw::draw;
use super::picture::Picture;
use super::surface::{Align, Point, Run, Step, Stroke, Surface};
use crate::chart::look::Color;
use crate::chart::measure::Table;

/// Device pixels a CSS pixel of pictures made for SVG.
pub const SVG_RATIO: f64 = 4.0;
/// plotters-svg takes its size in points of its own.
const POINTS: f64 = 1.24;
/// How far below the top of the type plotters-svg puts the base line.
const TOP: f64 = 0.76;

/// A surface that writes SVG.
pub struct Svg {
    body: String,
    size: (u32, u32),
    font: String,
    mirrored: bool,
}

/// The picture as an SVG document. `picture` is expected at [`SVG_RATIO`]; `font` is the CSS family.
#[must_use]
pub fn to_svg(picture: &Picture, font: &str, mirrored: bool) -> String {
    let font = font.replace('"', "'").replace(['<', '>', '&'], "");
    let mut svg = Svg { body: String::new(), size: picture.size, font, mirrored };
    draw(picture, &mut svg, &Table);
    let (w, h) = (f64::from(picture.size.0), f64::from(picture.size.1));
    let direction = if mirrored { " direction=\"rtl\"" } else { "" };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {w} {h}\" \
         font-family=\"{}\" stroke-linejoin=\"round\"{direction}>\n{}</svg>\n",
        w / SVG_RATIO,
        h / SVG_RATIO,
        svg.font,
        svg.body
    )
}

impl Svg {
    /// What plotters-svg writes for one thing, without its document around it.
    fn through(&mut self, put: impl FnOnce(&mut SVGBackend<'_>)) -> String {
        let mut text = String::new();
        let mut backend = SVGBackend::with_string(&mut text, self.size);
        put(&mut backend);
        let _ = backend.present();
        drop(backend);
        let body = text.split_once('\n').map_or("", |(_, rest)| rest);
        body.strip_suffix("</svg>\n").unwrap_or(body).replace(" opacity=\"1\"", "")
    }
}

fn tone(color: Color) -> RGBAColor {
    // Two digits say as much as one byte of opacity does.
    let alpha = (f64::from(color.alpha) / 2.55).round() / 100.0;
    RGBAColor(color.rgb.0, color.rgb.1, color.rgb.2, alpha)
}

fn paint(role: &str, color: Color) -> String {
    let (r, g, b) = color.rgb;
    let opacity =
        if color.alpha == 255 { String::new() } else { format!(" {role}-opacity=\"{}\"", tone(color).3) };
    format!("{role}=\"#{r:02X}{g:02X}{b:02X}\"{opacity}")
}

impl Surface for Svg {
    fn size(&self) -> (u32, u32) {
        self.size
    }

    fn rect(&mut self, from: Point, to: Point, color: Color) {
        let part = self.through(|svg| drop(svg.draw_rect(from, to, &tone(color), true)));
        self.body.push_str(&part.replace(" stroke=\"none\"", ""));
    }

    fn fill(&mut self, path: &[Step], color: Color) {
        let _ = writeln!(self.body, "<path d=\"{}\" {}/>", data(path), paint("fill", color));
    }

    fn stroke(&mut self, path: &[Step], stroke: Stroke) {
        let dash = match stroke.dash {
            (0, _) => String::new(),
            (dash, gap) => format!(" stroke-dasharray=\"{dash} {gap}\""),
        };
        let (d, color, width) = (data(path), paint("stroke", stroke.color), stroke.width);
        let _ = writeln!(self.body, "<path d=\"{d}\" fill=\"none\" {color} stroke-width=\"{width}\"{dash}/>");
    }

    fn text(&mut self, run: &Run) {
        let h_pos = match (run.align, self.mirrored) {
            (Align::Center, _) => HPos::Center,
            (Align::Left, false) | (Align::Right, true) => HPos::Left,
            (Align::Right, false) | (Align::Left, true) => HPos::Right,
        };
        let weight = if run.face.bold { FontStyle::Bold } else { FontStyle::Normal };
        let size = f64::from(run.size);
        let font = FontDesc::new(FontFamily::Name("inherit"), size * POINTS, weight);
        let color = tone(run.color);
        let style = TextStyle::from(font).color(&color).pos(Pos::new(h_pos, VPos::Top));
        let top = run.at.1 - (size * TOP).round() as i32;
        let part = self.through(|svg| drop(svg.draw_text(&run.text, &style, (run.at.0, top))));
        let family =
            if run.face.caps { " font-variant=\"small-caps\" letter-spacing=\"0.04em\"" } else { "" };
        let part = part
            .replace(&format!("font-size=\"{}\"", size * POINTS / POINTS), &format!("font-size=\"{size}\""))
            .replace(" font-family=\"inherit\"", family)
            .replace("font-weight=\"bold\"", "font-weight=\"600\"")
            .replace(" text-anchor=\"start\"", "")
            .replace(">\n", ">")
            .replace("\n</text>", "</text>");
        self.body.push_str(&part);
        self.body.push('\n');
    }
}

/// The path in SVG's words.
fn data(path: &[Step]) -> String {
    let mut d = String::new();
    for step in path {
        let _ = match *step {
            Step::Move((x, y)) => write!(d, "M{x} {y}"),
            Step::Line((x, y)) => write!(d, "L{x} {y}"),
            Step::Curve(a, b, c) => write!(d, "C{} {} {} {} {} {}", a.0, a.1, b.0, b.1, c.0, c.1),
            Step::Close => write!(d, "Z"),
        };
    }
    d
}
