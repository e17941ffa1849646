//! A trend put down, from the ground up: zones, grid, what is old, notes, limits, what was before, what is aimed at, what is
//! expected, the values, signals, what is pointed at, the key.

mod axes;
mod ground;
mod key;
mod lines;
mod marks;

use super::layout::{FACE, Layout};
use super::{Series, Trend};
use crate::chart::look::Color;
use crate::chart::paint::{Anchor, Frame, Go, Pen, Picture};

pub(super) use marks::nearest;

/// A point, CSS pixels, x counted from the start side.
type Spot = (f64, f64);

/// Width, colour, dash and gap of a line.
type Style = (f64, Color, (f64, f64));

const UNBROKEN: (f64, f64) = (0.0, 0.0);
/// What is expected.
const EXPECTED: (f64, f64) = (5.0, 4.0);
/// What is aimed at.
const AIMED: (f64, f64) = (9.0, 4.0);
/// Limits.
const LIMIT: (f64, f64) = (3.0, 3.0);
/// What was before.
const EARLIER: (f64, f64) = (1.5, 2.5);

/// Draws it.
pub(super) fn drawn(trend: &Trend, series: &Series, layout: &Layout) -> Picture {
    let mut pen = Pen::new(trend.width, layout.height, trend.ratio, trend.direction);
    pen.rect(Frame { x: 0.0, y: 0.0, w: trend.width, h: layout.height }, trend.palette.paper);
    ground::zones(&mut pen, trend, layout);
    axes::grid(&mut pen, trend, layout);
    ground::stale(&mut pen, trend, layout);
    ground::notes(&mut pen, trend, layout);
    lines::limits(&mut pen, trend, layout);
    lines::before(&mut pen, trend, layout);
    lines::target(&mut pen, trend, layout);
    lines::forecast(&mut pen, trend, layout);
    marks::cross(&mut pen, trend, series, layout);
    marks::spreads(&mut pen, trend, layout);
    lines::values(&mut pen, trend, series, layout);
    marks::signals(&mut pen, trend, series, layout);
    marks::lit(&mut pen, trend, series, layout);
    ground::pins(&mut pen, trend, layout);
    axes::labels(&mut pen, trend, layout);
    key::key(&mut pen, trend, layout);
    if series.known(0, series.len()) == 0 {
        empty(&mut pen, trend, layout);
    }
    pen.picture
}

/// Says that there is nothing to see, where nothing else is drawn.
fn empty(pen: &mut Pen, trend: &Trend, layout: &Layout) {
    let at = (layout.plot.middle(), layout.plot.y + layout.plot.h / 2.0 + 4.0);
    let face = crate::chart::measure::Face::plain(13);
    pen.text(&trend.words.empty, face, trend.palette.second, at, Anchor::Middle);
}

/// A straight line.
fn straight(pen: &mut Pen, from: Spot, to: Spot, (width, color, dash): Style) {
    pen.line(&[Go::Move(from), Go::Line(to)], width, color, dash);
}

/// A line through all of them.
fn joined(spots: impl IntoIterator<Item = Spot>) -> Vec<Go> {
    let go = |(at, spot): (usize, Spot)| if at == 0 { Go::Move(spot) } else { Go::Line(spot) };
    spots.into_iter().enumerate().map(go).collect()
}

/// A text of the axes and the key.
fn small(pen: &mut Pen, text: &str, color: Color, at: Spot, anchor: Anchor) {
    pen.text(text, FACE, color, at, anchor);
}
