//! What lies behind the lines: zones of status, the time in which the value was old, programmes and events.

use super::axes::boxed;
use super::{LIMIT, Layout, Pen, Trend, UNBROKEN, small, straight};
use crate::chart::card::mark;
use crate::chart::measure::Face;
use crate::chart::paint::{Anchor, Frame};

/// A zone lower than this has no room for its mark.
const LEAST: f64 = 14.0;

/// Bands of status, each with its mark at the end: colour alone says nothing to some.
pub(super) fn zones(pen: &mut Pen, trend: &Trend, layout: &Layout) {
    let (plot, axis) = (layout.plot, &layout.ticks.values);
    for zone in &trend.zones {
        let (low, high) = (zone.low.unwrap_or(axis.low), zone.high.unwrap_or(axis.high));
        let (top, bottom) = (layout.y(high), layout.y(low));
        if bottom - top < 1.0 {
            continue;
        }
        let color = zone.signal.color(&trend.palette);
        pen.rect(Frame { x: plot.x, y: top, w: plot.w, h: bottom - top }, color.faded(0.11));
        for edge in [zone.low, zone.high].into_iter().flatten() {
            if edge > axis.low && edge < axis.high {
                let y = layout.y(edge);
                straight(pen, (plot.x, y), (plot.end(), y), (1.0, color.faded(0.45), UNBROKEN));
            }
        }
        if bottom - top >= LEAST {
            mark(pen, zone.signal, (plot.end() + 14.0, (top + bottom) / 2.0), 10.0, &trend.palette);
        }
    }
}

/// Hatched: what was shown then had been true before.
pub(super) fn stale(pen: &mut Pen, trend: &Trend, layout: &Layout) {
    let Some((from, to)) = trend.stale.filter(|(from, to)| layout.shows(*from) || layout.shows(*to)) else {
        return;
    };
    let (plot, color) = (layout.plot, trend.palette.stale);
    let (x0, x1) = (layout.x(from), layout.x(to));
    hatched(pen, Frame { x: x0, y: plot.y, w: x1 - x0, h: plot.h }, color.faded(0.32));
    straight(pen, (x0, plot.y), (x0, plot.bottom()), (1.0, color, LIMIT));
}

/// Lines aslant that end at the frame's edges.
pub(super) fn hatched(pen: &mut Pen, frame: Frame, color: crate::chart::look::Color) {
    const APART: f64 = 7.0;
    let count = ((frame.w + frame.h) / APART).floor().clamp(0.0, 2000.0) as usize;
    for at in 1..=count {
        let along = at as f64 * APART;
        // From the start edge, or the lower one, up to the upper edge, or the end one.
        let from = if along <= frame.h { (0.0, along) } else { (along - frame.h, frame.h) };
        let to = if along <= frame.w { (along, 0.0) } else { (frame.w, along - frame.w) };
        let on = |(x, y): (f64, f64)| (frame.x + x, frame.y + y);
        straight(pen, on(from), on(to), (1.0, color, UNBROKEN));
    }
}

/// Programmes as stretches, events as lines.
pub(super) fn notes(pen: &mut Pen, trend: &Trend, layout: &Layout) {
    let (plot, color) = (layout.plot, trend.palette.second);
    for pin in &layout.notes {
        if pin.to - pin.from >= 1.0 {
            pen.fill(&boxed((pin.from, plot.y), (pin.to, plot.bottom())), color.faded(0.09));
            straight(pen, (pin.to, plot.y), (pin.to, plot.bottom()), (1.0, color.faded(0.4), LIMIT));
        }
        let top = pin.frame(plot.y).bottom();
        straight(pen, (pin.from, top), (pin.from, plot.bottom()), (1.0, color, LIMIT));
    }
}

/// The numbers over the plot.
pub(super) fn pins(pen: &mut Pen, trend: &Trend, layout: &Layout) {
    let palette = &trend.palette;
    for pin in &layout.notes {
        let frame = pin.frame(layout.plot.y);
        let (r, y) = (super::super::notes::SIDE / 2.0, frame.y + frame.h / 2.0);
        let middle = (frame.x + r, y);
        pen.disc(middle, r, palette.raised);
        pen.ring(middle, r - 0.5, (1.0, palette.second, UNBROKEN));
        let number = (pin.index + 1).to_string();
        pen.text(&number, Face::bold(12), palette.ink, (middle.0, y + 4.0), Anchor::Middle);
        small(pen, &pin.label, palette.ink, (frame.x + 2.0 * r + 4.0, y + 4.0), Anchor::Start);
    }
}
