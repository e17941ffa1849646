//! Pictures on the page's canvas: a surface over its 2-D context, in device pixels.
//!
//! Text is measured by the context itself; nothing is appended to the page (plotters' own measuring would be).

use std::cell::RefCell;
use std::hash::{Hash, Hasher};

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::CanvasRenderingContext2d;

use crate::chart::radar::{self, Radar, RadarGeometry};
use crate::chart::trend::{self, Labels, Series, Trend, TrendGeometry};
use crate::chart::{
    self, Align, Cache, Color, Face, Fnv, Geometry, Measure, Picture, Run, Scene, Step, Stroke, Surface,
};

thread_local! {
    /// Layouts of the pictures painted last, of whatever board.
    static LAYOUTS: RefCell<Cache> = RefCell::default();
    /// Widths measured last: a repaint then asks the context for none. A slot is overwritten by what falls on it.
    static WIDTHS: RefCell<Vec<(u64, f64)>> = const { RefCell::new(Vec::new()) };
}

/// Slots for widths, a power of two: a few maps' worth of texts in 32 KB.
const SLOTS: u64 = 2048;

/// The width remembered for a text, or the one `measure` gives.
fn remembered(key: u64, measure: impl FnOnce() -> f64) -> f64 {
    let at = (key % SLOTS) as usize;
    let known = WIDTHS.with_borrow(|widths| widths.get(at).copied());
    match known {
        Some((whose, width)) if whose == key => width,
        _ => {
            let width = measure();
            WIDTHS.with_borrow_mut(|widths| {
                widths.resize(SLOTS as usize, (0, 0.0));
                if let Some(slot) = widths.get_mut(at) {
                    *slot = (key, width);
                }
            });
            width
        }
    }
}

fn picture(scene: &Scene, measure: &dyn Measure) -> Picture {
    LAYOUTS.with(|layouts| match layouts.try_borrow_mut() {
        Ok(mut layouts) => layouts.picture(scene, measure),
        Err(_) => chart::picture(scene, measure),
    })
}

/// Where things would lie: for the overlay of buttons, before or without drawing.
#[must_use]
pub fn layout(context: &CanvasRenderingContext2d, scene: &Scene) -> Geometry {
    picture(scene, &Canvas::new(context, &scene.font)).geometry
}

/// Draws the picture; the canvas is expected to be `width × ratio` by `height × ratio` device pixels.
#[must_use]
pub fn draw(context: &CanvasRenderingContext2d, scene: &Scene) -> Geometry {
    let canvas = Canvas::new(context, &scene.font);
    let picture = picture(scene, &canvas);
    paint(&canvas, &picture);
    picture.geometry
}

/// Where a radar lies; drawn as well where that is asked for.
#[must_use]
pub fn radar(context: &CanvasRenderingContext2d, radar: &Radar, drawn: bool) -> RadarGeometry {
    let canvas = Canvas::new(context, &radar.font);
    let (picture, geometry) = radar::picture(radar, &canvas);
    if drawn {
        paint(&canvas, &picture);
    }
    geometry
}

/// Where a trend lies, and its picture: painted when the canvas has its size.
#[must_use]
pub fn trend(
    context: &CanvasRenderingContext2d,
    trend: &Trend,
    series: &Series,
    labels: &Labels,
) -> (Picture, TrendGeometry) {
    trend::picture(trend, series, labels, &Canvas::new(context, &trend.font))
}

/// Paints a picture made before.
pub fn painted(context: &CanvasRenderingContext2d, font: &str, picture: &Picture) {
    paint(&Canvas::new(context, font), picture);
}

fn paint(canvas: &Canvas, picture: &Picture) {
    let mut surface = Canvas { size: picture.size, ..Canvas::new(canvas.context, canvas.family) };
    surface.begin();
    chart::draw(picture, &mut surface, canvas);
    surface.end();
}

/// A 2-D context as a surface and a measure.
pub(super) struct Canvas<'a> {
    context: &'a CanvasRenderingContext2d,
    family: &'a str,
    size: (u32, u32),
    font: RefCell<String>,
    ink: Option<Color>,
    pen: Option<Color>,
    dash: (u32, u32),
    leftward: Option<bool>,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(context: &'a CanvasRenderingContext2d, family: &'a str) -> Self {
        let font = RefCell::default();
        Self { context, family, size: (0, 0), font, ink: None, pen: None, dash: (0, 0), leftward: None }
    }

    /// Paints a picture where that is asked for.
    pub(super) fn paint_if(&self, asked: bool, picture: &Picture) {
        if asked {
            paint(self, picture);
        }
    }

    fn begin(&self) {
        let context = self.context;
        context.save();
        let _ = context.reset_transform();
        context.clear_rect(0.0, 0.0, f64::from(self.size.0), f64::from(self.size.1));
        context.set_line_join("round");
        context.set_line_cap("butt");
        context.set_text_baseline("alphabetic");
    }

    fn end(&self) {
        self.context.restore();
    }

    /// Each text is a paragraph of its own, whichever way the page runs: a number and its unit keep their order.
    fn set_direction(&mut self, text: &str) {
        let leftward = chart::runs_left(text);
        if self.leftward != Some(leftward) {
            let way = if leftward { "rtl" } else { "ltr" };
            let _ = Reflect::set(self.context, &"direction".into(), &way.into());
            self.leftward = Some(leftward);
        }
    }

    /// Sets the font; the context is only asked when it changes, since it parses the text each time.
    fn set_font(&self, face: Face, size: u32) {
        let mut font = String::with_capacity(self.family.len() + 24);
        font.push_str(if face.caps { "small-caps " } else { "" });
        font.push_str(if face.bold { "600 " } else { "400 " });
        push_number(&mut font, size);
        font.push_str("px ");
        font.push_str(self.family);
        if *self.font.borrow() != font {
            self.context.set_font(&font);
            self.font.replace(font);
        }
    }

    fn set_ink(&mut self, color: Color) {
        if self.ink != Some(color) {
            self.context.set_fill_style_str(&css(color));
            self.ink = Some(color);
        }
    }

    fn set_pen(&mut self, stroke: Stroke) {
        if self.pen != Some(stroke.color) {
            self.context.set_stroke_style_str(&css(stroke.color));
            self.pen = Some(stroke.color);
        }
        self.context.set_line_width(f64::from(stroke.width));
        if self.dash != stroke.dash {
            let parts = Array::new();
            if stroke.dash.0 > 0 {
                parts.push(&JsValue::from(stroke.dash.0));
                parts.push(&JsValue::from(stroke.dash.1));
            }
            let _ = self.context.set_line_dash(&parts);
            self.dash = stroke.dash;
        }
    }

    /// Lays the path; lines of odd width run through the middle of pixels.
    fn trace(&self, path: &[Step], shift: f64) {
        let context = self.context;
        let at = |p: (i32, i32)| (f64::from(p.0) + shift, f64::from(p.1) + shift);
        context.begin_path();
        for step in path {
            match *step {
                Step::Move(to) => context.move_to(at(to).0, at(to).1),
                Step::Line(to) => context.line_to(at(to).0, at(to).1),
                Step::Curve(a, b, to) => {
                    let (a, b, to) = (at(a), at(b), at(to));
                    context.bezier_curve_to(a.0, a.1, b.0, b.1, to.0, to.1);
                }
                Step::Close => context.close_path(),
            }
        }
    }
}

impl Measure for Canvas<'_> {
    fn width(&self, text: &str, face: Face) -> f64 {
        let mut hasher = Fnv::default();
        (self.family, face, text).hash(&mut hasher);
        remembered(hasher.finish(), || {
            self.set_font(face, u32::from(face.size));
            self.context.measure_text(text).map_or(0.0, |metrics| metrics.width())
        })
    }
}

impl Surface for Canvas<'_> {
    fn size(&self) -> (u32, u32) {
        self.size
    }

    fn rect(&mut self, from: (i32, i32), to: (i32, i32), color: Color) {
        self.set_ink(color);
        let (x, y) = (f64::from(from.0), f64::from(from.1));
        self.context.fill_rect(x, y, f64::from(to.0 - from.0), f64::from(to.1 - from.1));
    }

    fn fill(&mut self, path: &[Step], color: Color) {
        self.set_ink(color);
        self.trace(path, 0.0);
        self.context.fill();
    }

    fn stroke(&mut self, path: &[Step], stroke: Stroke) {
        self.set_pen(stroke);
        self.trace(path, if stroke.width % 2 == 1 { 0.5 } else { 0.0 });
        self.context.stroke();
    }

    fn text(&mut self, run: &Run) {
        self.set_ink(run.color);
        self.set_direction(&run.text);
        self.set_font(run.face, run.size);
        self.context.set_text_align(match run.align {
            Align::Left => "left",
            Align::Center => "center",
            Align::Right => "right",
        });
        let _ = self.context.fill_text(&run.text, f64::from(run.at.0), f64::from(run.at.1));
    }
}

/// A colour as `#rrggbbaa`.
fn css(color: Color) -> String {
    let mut text = String::with_capacity(9);
    text.push('#');
    for channel in [color.rgb.0, color.rgb.1, color.rgb.2, color.alpha] {
        for digit in [channel >> 4, channel & 15] {
            text.extend(char::from_digit(u32::from(digit), 16));
        }
    }
    text
}

fn push_number(text: &mut String, number: u32) {
    if number >= 10 {
        push_number(text, number / 10);
    }
    text.extend(char::from_digit(number % 10, 10));
}
