//! A part of a row of counts: the tint and the shape of its status, and as much of its words as finds room.

use crate::chart::card::mark;
use crate::chart::look::Palette;
use crate::chart::measure::{Face, Measure};
use crate::chart::paint::{Anchor, Frame, Pen};
use crate::chart::scene::Signal;
use crate::chart::sheet::{hatch, readable};

const FACE: Face = Face::bold(12);
/// The shape of the status and the room beside it.
const SHAPE: f64 = 16.0;

/// Puts a part down.
pub(super) fn put(
    pen: &mut Pen,
    palette: &Palette,
    (signal, words): (Signal, [&String; 2]),
    frame: Frame,
    measure: &dyn Measure,
) {
    let color = signal.color(palette);
    let ground = color.faded(0.2).over(palette.paper);
    // Neighbours stay apart.
    let inner = Frame { w: (frame.w - 2.0).max(1.0), ..frame };
    pen.rect(inner, ground);
    if matches!(signal, Signal::NoData | Signal::Stale | Signal::NotStarted) {
        pen.rect(inner, palette.paper);
        hatch(pen, inner, palette.rule);
    }
    // The edge tells colours apart that are pale beside one another.
    pen.rect(Frame { y: inner.bottom() - 3.0, h: 3.0, ..inner }, color);
    let middle = frame.y + (frame.h - 3.0) / 2.0;
    let fits = words.into_iter().find(|word| measure.width(word, FACE) + SHAPE + 8.0 <= inner.w);
    let ink = readable(ground, [palette.ink, palette.paper]);
    match fits {
        Some(word) => {
            mark(pen, signal, (frame.x + 10.0, middle), 9.0, palette);
            pen.text(word, FACE, ink, (frame.x + 4.0 + SHAPE, middle + 4.0), Anchor::Start);
        }
        None if inner.w >= 13.0 => mark(pen, signal, (inner.middle(), middle), 9.0, palette),
        None => {}
    }
}
