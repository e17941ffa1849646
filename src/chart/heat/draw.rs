//! A grid put down: heads, labels, cells, legend.

use super::entries::{STEP, Sign};
use super::layout::{Form, Layout, NOTE, PAD, TEXT, Word};
use super::{Cell, Grid, Kind, STEPS, disc};
use crate::chart::card::mark;
use crate::chart::look::Color;
use crate::chart::measure::{Face, Measure};
use crate::chart::paint::{Anchor, Frame, Go, Pen, Picture};
use crate::chart::sheet::{hatch, readable, ring, sealed};

/// How much of the accent each step of colour has over the paper.
const INKS: [f64; STEPS] = [0.08, 0.26, 0.48, 0.74, 1.0];

/// Draws it.
pub(super) fn drawn(grid: &Grid, layout: &Layout, measure: &dyn Measure) -> Picture {
    let (palette, mut pen) = (grid.sheet.palette, grid.sheet.pen(layout.height));
    for (_, head) in &layout.columns {
        words(&mut pen, head, palette.second);
    }
    for (label, note) in &layout.rows {
        words(&mut pen, label, palette.ink);
        words(&mut pen, note, palette.second);
    }
    for (column, _) in &layout.lines {
        words(&mut pen, column, palette.second);
    }
    for (cell, frame) in grid.cells.iter().zip(&layout.cells) {
        put(&mut pen, grid, layout, (cell, *frame), measure);
    }
    // Rings lie over the cells beside them.
    for (at, frame) in layout.cells.iter().enumerate() {
        ring(&mut pen, *frame, grid.lit(at), palette.ink);
    }
    layout.legend.draw(&mut pen, palette.ink, |pen, sign, frame| explain(pen, grid, *sign, frame));
    pen.picture
}

fn words(pen: &mut Pen, (block, frame): &Word, color: Color) {
    block.put(pen, *frame, color, Anchor::Start);
}

/// The ground of a step.
fn tint(grid: &Grid, step: usize) -> Color {
    let share = INKS.get(step).copied().unwrap_or(1.0);
    grid.sheet.palette.accent.faded(share).over(grid.sheet.palette.paper)
}

fn put(pen: &mut Pen, grid: &Grid, layout: &Layout, (cell, frame): (&Cell, Frame), measure: &dyn Measure) {
    let palette = grid.sheet.palette;
    let ground = match (grid.kind, cell.value, cell.signal) {
        (Kind::Matrix, _, _) => palette.paper,
        (_, None, None) => palette.paper,
        (_, _, Some(signal)) => signal.color(&palette).faded(0.16).over(palette.paper),
        (_, Some(value), None) => tint(grid, grid.step(value)),
    };
    pen.rect(frame, ground);
    if cell.suppressed {
        hatch(pen, frame, palette.rule);
    } else if cell.value.is_none() {
        sealed(pen, frame, palette.second);
    } else if grid.kind == Kind::Matrix {
        pen.outline(frame, 1.0, 1.0, palette.rule);
    }
    if layout.form == Form::Tiles {
        return small(pen, grid, (cell, frame));
    }
    let ink = readable(ground, [palette.ink, palette.paper]);
    let quiet = readable(ground, [palette.second, ink]);
    let below =
        if grid.kind == Kind::Matrix { disc::put(pen, grid, (cell, frame)) } else { frame.y + PAD - 1.0 };
    // One line where others have two stands between both.
    let below = if layout.notes && cell.note.is_empty() { below + 8.0 } else { below };
    let text = shown(cell);
    let middle = beside(pen, grid, (cell, frame, below), measure.width(text, TEXT));
    if cell.suppressed {
        // The hatching steps back behind the word.
        let wide = measure.width(text, TEXT).max(measure.width(&cell.note, NOTE)) + 8.0;
        let high = if layout.notes && !cell.note.is_empty() { 36.0 } else { 20.0 };
        pen.rect(Frame { x: frame.middle() - wide / 2.0, y: below - 1.0, w: wide, h: high }, palette.paper);
    }
    pen.text(
        text,
        TEXT,
        if cell.value.is_some() { ink } else { palette.second },
        (middle, below + 13.0),
        Anchor::Middle,
    );
    if layout.notes {
        pen.text(&cell.note, NOTE, quiet, (frame.middle(), below + 30.0), Anchor::Middle);
    }
    reach(pen, grid, (cell, frame), ink);
}

/// What is written in a cell: a dash where nothing was handed over.
fn shown(cell: &Cell) -> &str {
    if cell.text.is_empty() && cell.value.is_none() { "–" } else { &cell.text }
}

/// The shape of a status before the text; where the middle of the text then is.
fn beside(pen: &mut Pen, grid: &Grid, (cell, frame, below): (&Cell, Frame, f64), wide: f64) -> f64 {
    let Some(signal) = cell.signal else { return frame.middle() };
    let start = frame.middle() - (wide + 16.0) / 2.0;
    mark(pen, signal, (start + 5.0, below + 8.5), 10.0, &grid.sheet.palette);
    start + 16.0 + wide / 2.0
}

/// A tile has no room for words: the shape of its status, if that fits.
fn small(pen: &mut Pen, grid: &Grid, (cell, frame): (&Cell, Frame)) {
    if let Some(signal) = cell.signal.filter(|_| frame.w >= 12.0) {
        mark(pen, signal, (frame.middle(), frame.y + frame.h / 2.0), 8.0, &grid.sheet.palette);
    } else if grid.kind == Kind::Matrix {
        disc::sole(pen, grid, (cell, frame));
    }
}

/// The interval at the foot of a cell, over the scale: from side to side it would say nothing at all.
fn reach(pen: &mut Pen, grid: &Grid, (cell, frame): (&Cell, Frame), ink: Color) {
    let (Some((low, high)), Some(value)) = (cell.range, cell.value) else { return };
    let room = frame.w - 2.0 * PAD;
    let x = |of: f64| frame.x + PAD + room * grid.share(of);
    let y = frame.bottom() - 7.0;
    let line = |pen: &mut Pen, from, to, wide| {
        pen.line(&[Go::Move(from), Go::Line(to)], wide, ink, (0.0, 0.0));
    };
    line(pen, (frame.x + PAD, y), (frame.x + PAD + room, y), 0.5);
    line(pen, (x(low), y), (x(high).max(x(low) + 1.0), y), 3.0);
    line(pen, (x(value), y - 4.0), (x(value), y + 4.0), 1.5);
}

fn explain(pen: &mut Pen, grid: &Grid, sign: Sign, frame: Frame) {
    let palette = grid.sheet.palette;
    let middle = (frame.middle(), frame.y + frame.h / 2.0);
    match sign {
        Sign::Ramp => ramp(pen, grid, frame),
        Sign::Status(signal) => mark(pen, signal, middle, 10.0, &palette),
        Sign::Proof(proof) => disc::explain(pen, &palette, (proof, middle)),
        Sign::Suppressed => {
            hatch(pen, frame, palette.second);
            pen.outline(frame, 1.0, 1.0, palette.rule);
        }
        Sign::Unknown => sealed(pen, frame, palette.second),
    }
}

/// The lower end's word, and the steps behind it.
fn ramp(pen: &mut Pen, grid: &Grid, frame: Frame) {
    let from = frame.end() - STEP * STEPS as f64;
    pen.text(
        grid.word("low"),
        Face::plain(12),
        grid.sheet.palette.ink,
        (frame.x, frame.y + 11.0),
        Anchor::Start,
    );
    for step in 0..STEPS {
        let x = from + STEP * step as f64;
        pen.rect(Frame { x, y: frame.y, w: STEP - 1.0, h: frame.h }, tint(grid, step));
    }
}
