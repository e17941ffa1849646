//! The cells of an alignment matrix: a disc whose area is the share, and the mark of what speaks for the link.

use super::layout::{DISC, MARK, PAD};
use super::{Cell, Evidence, Grid};
use crate::chart::look::{Color, Palette};
use crate::chart::measure::Face;
use crate::chart::paint::{Anchor, Frame, Go, Pen};

/// Less than this is seen as this, so that a little is not taken for nothing.
const LEAST: f64 = 2.0;

/// The radius of a disc: its area is the share of the largest.
fn radius(share: f64, largest: f64) -> f64 {
    (largest * share.clamp(0.0, 1.0).sqrt()).max(LEAST)
}

/// Puts a disc into a cell, and says where the words below it begin.
pub(super) fn put(pen: &mut Pen, grid: &Grid, (cell, frame): (&Cell, Frame)) -> f64 {
    let palette = grid.sheet.palette;
    let middle = (frame.middle(), frame.y + PAD + DISC);
    match cell.value {
        Some(share) => {
            filled(pen, &palette, (middle, radius(grid.share(share), DISC)), cell.evidence);
            if let Some(proof) = cell.evidence {
                sign(pen, &palette, (proof, (middle.0 + DISC + MARK / 2.0 + 2.0, middle.1)));
            }
        }
        None if cell.suppressed => {}
        None => {
            pen.ring(middle, DISC - 1.0, (1.5, palette.second, (3.0, 3.0)));
            pen.text("?", Face::bold(13), palette.second, (middle.0, middle.1 + 4.5), Anchor::Middle);
        }
    }
    frame.y + PAD + 2.0 * DISC + 5.0
}

/// A disc by itself, as large as the tile lets it be.
pub(super) fn sole(pen: &mut Pen, grid: &Grid, (cell, frame): (&Cell, Frame)) {
    let Some(share) = cell.value else { return };
    let largest = (frame.w.min(frame.h) / 2.0 - 2.0).max(1.0);
    let middle = (frame.middle(), frame.y + frame.h / 2.0);
    filled(
        pen,
        &grid.sheet.palette,
        (middle, radius(grid.share(share), largest).min(largest)),
        cell.evidence,
    );
}

/// Full where data agree or nobody asked for them; an outline where they do not.
fn filled(pen: &mut Pen, palette: &Palette, (middle, radius): ((f64, f64), f64), proof: Option<Evidence>) {
    let color = ink(palette, proof);
    if matches!(proof, None | Some(Evidence::Consistent)) {
        pen.disc(middle, radius, color);
    } else {
        pen.disc(middle, radius, color.faded(0.22));
        pen.ring(middle, radius, (1.5, color, (0.0, 0.0)));
    }
}

fn ink(palette: &Palette, proof: Option<Evidence>) -> Color {
    match proof {
        Some(Evidence::Contradicts) => palette.off_track,
        _ => palette.accent,
    }
}

/// A mark of the legend.
pub(super) fn explain(pen: &mut Pen, palette: &Palette, (proof, at): (Evidence, (f64, f64))) {
    sign(pen, palette, (proof, at));
}

/// Agrees: a tick. Says the opposite: a cross. Says neither: a wave. Nobody knows: a question mark.
fn sign(pen: &mut Pen, palette: &Palette, (proof, (x, y)): (Evidence, (f64, f64))) {
    let color = if proof == Evidence::Unknown { palette.second } else { ink(palette, Some(proof)) };
    let mut line = |path: &[Go]| pen.line(path, 2.0, color, (0.0, 0.0));
    match proof {
        Evidence::Consistent => {
            line(&[Go::Move((x - 5.0, y)), Go::Line((x - 1.0, y + 4.0)), Go::Line((x + 5.0, y - 4.0))]);
        }
        Evidence::Contradicts => {
            line(&[Go::Move((x - 4.0, y - 4.0)), Go::Line((x + 4.0, y + 4.0))]);
            line(&[Go::Move((x - 4.0, y + 4.0)), Go::Line((x + 4.0, y - 4.0))]);
        }
        Evidence::NoSupport => {
            line(&[
                Go::Move((x - 5.0, y + 1.0)),
                Go::Curve((x - 2.0, y - 6.0), (x + 2.0, y + 8.0), (x + 5.0, y - 1.0)),
            ]);
        }
        Evidence::Unknown => pen.text("?", Face::bold(13), color, (x, y + 4.5), Anchor::Middle),
    }
}
