//! Samples of the key, each drawn as what it stands for.

use super::super::key::{Entry, Sample, WIDE};
use super::{AIMED, EARLIER, EXPECTED, LIMIT, Layout, Pen, Trend, UNBROKEN, ground, marks, small, straight};
use crate::chart::paint::{Anchor, Frame};

/// The rows under the plot.
pub(super) fn key(pen: &mut Pen, trend: &Trend, layout: &Layout) {
    for entry in &layout.key {
        sample(pen, trend, entry);
        let at = (entry.x + WIDE + 6.0, entry.y + 4.0);
        small(pen, &entry.word, trend.palette.ink, at, Anchor::Start);
    }
}

fn sample(pen: &mut Pen, trend: &Trend, entry: &Entry) {
    let (palette, &Entry { x, y, .. }) = (&trend.palette, entry);
    let mut line = |style| straight(pen, (x, y), (x + WIDE, y), style);
    let middle = (x + WIDE / 2.0, y);
    match entry.sample {
        Sample::Value => {
            line((2.0, palette.accent, UNBROKEN));
            pen.disc(middle, 3.0, palette.accent);
        }
        Sample::Before => line((1.5, palette.second, EARLIER)),
        Sample::Target => line((1.5, palette.ink, AIMED)),
        Sample::Centre => line((1.0, palette.second, UNBROKEN)),
        Sample::Limits => line((1.0, palette.second, LIMIT)),
        Sample::Signal => marks::diamond(pen, trend, middle, palette.ink),
        Sample::Interval => interval(pen, trend, middle),
        Sample::Forecast => {
            pen.rect(Frame { x, y: y - 6.0, w: WIDE, h: 12.0 }, palette.accent.faded(0.16));
            straight(pen, (x, y), (x + WIDE, y), (2.0, palette.accent, EXPECTED));
        }
        Sample::Stale => {
            ground::hatched(pen, Frame { x, y: y - 6.0, w: WIDE, h: 12.0 }, palette.stale.faded(0.6));
        }
    }
}

fn interval(pen: &mut Pen, trend: &Trend, (x, y): (f64, f64)) {
    let style = (1.5, trend.palette.accent.faded(0.55), UNBROKEN);
    straight(pen, (x, y - 6.0), (x, y + 6.0), style);
    for y in [y - 6.0, y + 6.0] {
        straight(pen, (x - 3.0, y), (x + 3.0, y), style);
    }
}
