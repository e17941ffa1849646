//! Grid, ticks and their labels; the mark of an axis that does not begin at zero.

use super::{Layout, Pen, Trend, UNBROKEN, small, straight};
use crate::chart::paint::{Anchor, Go};

/// Hairlines at the values, ticks at the times.
pub(super) fn grid(pen: &mut Pen, trend: &Trend, layout: &Layout) {
    let (plot, palette) = (layout.plot, &trend.palette);
    let foot = plot.bottom();
    straight(pen, (plot.x, foot), (plot.end(), foot), (1.0, palette.second, UNBROKEN));
    for mark in &layout.values {
        if mark.place >= foot - 0.5 {
            continue;
        }
        let color = if mark.at.abs() <= 0.0 { palette.second } else { palette.rule };
        straight(pen, (plot.x, mark.place), (plot.end(), mark.place), (1.0, color, UNBROKEN));
    }
    for mark in &layout.times {
        let style = (1.0, palette.second, UNBROKEN);
        straight(pen, (mark.place, plot.bottom()), (mark.place, plot.bottom() + 5.0), style);
    }
    if layout.ticks.values.truncated {
        broken(pen, trend, layout);
    }
}

/// A zigzag at the foot of the axis: it does not begin at zero.
fn broken(pen: &mut Pen, trend: &Trend, layout: &Layout) {
    let (x, y) = (layout.plot.x - 8.0, layout.plot.bottom());
    let teeth = [(0.0, 1.0), (-2.5, -2.0), (2.5, -6.0), (-2.5, -10.0), (2.5, -14.0), (0.0, -17.0)];
    let path = super::joined(teeth.map(|(dx, dy)| (x + dx, y + dy)));
    pen.line(&path, 1.5, trend.palette.second, UNBROKEN);
}

/// What stands at the ticks.
pub(super) fn labels(pen: &mut Pen, trend: &Trend, layout: &Layout) {
    let second = trend.palette.second;
    for mark in &layout.values {
        let text = mark.lines.first().map_or("", String::as_str);
        small(pen, text, second, (mark.x + mark.width, mark.place + 4.0), Anchor::End);
    }
    for mark in &layout.times {
        for (row, text) in mark.lines.iter().enumerate() {
            let at = (mark.x + mark.width / 2.0, layout.plot.bottom() + 18.0 + 15.0 * row as f64);
            small(pen, text, second, at, Anchor::Middle);
        }
    }
}

/// The whole of the plot as a path, for what is filled.
pub(super) fn boxed(from: (f64, f64), to: (f64, f64)) -> [Go; 5] {
    [Go::Move(from), Go::Line((to.0, from.1)), Go::Line(to), Go::Line((from.0, to.1)), Go::Close]
}
