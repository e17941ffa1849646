//! Points that are more than a corner of the line.

use super::Spot;
use super::{EARLIER, Layout, Pen, Series, Trend, UNBROKEN, straight};
use crate::chart::look::Color;
use crate::chart::paint::Go;

/// The point nearest to a time, among those shown.
pub(in super::super) fn nearest(series: &Series, layout: &Layout, time: Option<f64>) -> Option<usize> {
    let (from, to) = layout.ticks.window;
    series.nearest(time?, series.within(from, to))
}

/// Hairlines through the point under the pointer.
pub(super) fn cross(pen: &mut Pen, trend: &Trend, series: &Series, layout: &Layout) {
    let lit = nearest(series, layout, trend.hover).and_then(|index| series.point(index));
    let Some((x, y)) = lit.map(|point| layout.spot(point)) else { return };
    let (plot, style) = (layout.plot, (1.0, trend.palette.second, EARLIER));
    straight(pen, (x, plot.y), (x, plot.bottom()), style);
    straight(pen, (plot.x, y), (plot.end(), y), style);
}

/// Intervals of values: bars with feet.
pub(super) fn spreads(pen: &mut Pen, trend: &Trend, layout: &Layout) {
    let style = (1.5, trend.palette.accent.faded(0.55), UNBROKEN);
    for spread in trend.spreads.iter().filter(|spread| layout.shows(spread.at)) {
        let ends = [spread.low, spread.high].map(|value| layout.spot((spread.at, value)));
        straight(pen, ends[0], ends[1], style);
        for (x, y) in ends {
            straight(pen, (x - 3.0, y), (x + 3.0, y), style);
        }
    }
}

/// Signals: hollow diamonds, larger than any dot.
pub(super) fn signals(pen: &mut Pen, trend: &Trend, series: &Series, layout: &Layout) {
    for shift in trend.signals.iter().filter(|shift| layout.shows(shift.at)) {
        let index = series.nearest(shift.at, series.within(shift.at, shift.at));
        if let Some(point) = index.and_then(|index| series.point(index)) {
            diamond(pen, trend, layout.spot(point), tone(trend, shift.better));
        }
    }
}

/// For the better, for the worse, or nobody says.
fn tone(trend: &Trend, better: Option<bool>) -> Color {
    match better {
        Some(true) => trend.palette.on_track,
        Some(false) => trend.palette.off_track,
        None => trend.palette.ink,
    }
}

pub(super) fn diamond(pen: &mut Pen, trend: &Trend, (x, y): Spot, color: Color) {
    let r = 6.5;
    let path =
        [Go::Move((x, y - r)), Go::Line((x + r, y)), Go::Line((x, y + r)), Go::Line((x - r, y)), Go::Close];
    pen.fill(&path, trend.palette.paper);
    pen.line(&path, 2.0, color, UNBROKEN);
}

/// What is selected is a large dot, what is pointed at a ring around its dot.
pub(super) fn lit(pen: &mut Pen, trend: &Trend, series: &Series, layout: &Layout) {
    let at = |time| nearest(series, layout, time).and_then(|index| series.point(index));
    let palette = &trend.palette;
    if let Some(point) = at(trend.select) {
        pen.disc(layout.spot(point), 6.5, palette.paper);
        pen.disc(layout.spot(point), 5.0, palette.accent);
    }
    if let Some(point) = at(trend.hover) {
        pen.disc(layout.spot(point), 7.5, palette.paper);
        pen.ring(layout.spot(point), 6.5, (2.0, palette.accent, UNBROKEN));
        pen.disc(layout.spot(point), 3.0, palette.accent);
    }
}
