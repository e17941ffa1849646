//! Rows put down: grid, marks, words, legend.

use super::layout::{Form, Laned, Layout, Word, x_of};
use super::{Bars, Ink, Mark, Row, part};
use crate::chart::card::mark;
use crate::chart::look::{Color, Palette};
use crate::chart::measure::{Face, Measure};
use crate::chart::paint::{Anchor, Frame, Go, Pen, Picture};
use crate::chart::sheet::{hatch, ring, sealed};

const UNBROKEN: (f64, f64) = (0.0, 0.0);
/// How much ink the bands have, from the faintest on.
const BANDS: [f64; 4] = [0.07, 0.15, 0.24, 0.34];

/// Draws it.
pub(super) fn drawn(bars: &Bars, layout: &Layout, measure: &dyn Measure) -> Picture {
    let (palette, mut pen) = (bars.sheet.palette, bars.sheet.pen(layout.height));
    for (x, word) in &layout.axis {
        through(&mut pen, layout, *x, (1.0, palette.rule));
        words(&mut pen, word, palette.second);
    }
    for (at, (row, lane)) in bars.rows.iter().zip(&layout.rows).enumerate() {
        words(&mut pen, &lane.label, palette.ink);
        words(&mut pen, &lane.note, palette.second);
        // Its end stands firm, however wide the page's type turns out.
        let (text, frame) = &lane.text;
        text.put(&mut pen, *frame, palette.ink, Anchor::End);
        lane.ends.iter().for_each(|word| words(&mut pen, word, palette.second));
        let next = layout.rows.get(at + 1).map(|next| next.plot.y);
        // It would run through the label of the next row.
        let below = if layout.form == Form::Wide { next } else { next.map(|_| lane.plot.bottom() + 4.0) };
        for each in &row.marks {
            put(&mut pen, &palette, (row, each), (lane.plot, below), measure);
        }
    }
    if let Some((x, word)) = &layout.line {
        through(&mut pen, layout, *x, (1.5, palette.ink));
        words(&mut pen, word, palette.ink);
    }
    for (at, (row, lane)) in bars.rows.iter().zip(&layout.rows).enumerate() {
        rings(&mut pen, bars, (at, row, lane));
    }
    layout.legend.draw(&mut pen, palette.ink, |pen, sign, frame| explain(pen, &palette, sign, frame));
    pen.picture
}

/// A line through all rows; where labels stand above their marks, through the marks alone.
fn through(pen: &mut Pen, layout: &Layout, x: f64, (wide, color): (f64, Color)) {
    let mut line = |from: f64, to: f64| {
        pen.line(&[Go::Move((x, from)), Go::Line((x, to))], wide, color, UNBROKEN);
    };
    if layout.form == Form::Wide {
        let (top, bottom) = layout.reach;
        return line(top - 3.0, bottom + 3.0);
    }
    layout.rows.iter().for_each(|lane| line(lane.plot.y - 1.0, lane.plot.bottom() + 1.0));
}

fn words(pen: &mut Pen, (block, frame): &Word, color: Color) {
    block.put(pen, *frame, color, Anchor::Start);
}

fn rings(pen: &mut Pen, bars: &Bars, (at, row, lane): (usize, &Row, &Laned)) {
    let color = bars.sheet.palette.ink;
    for (index, (_, from, to)) in row.parts.iter().enumerate() {
        let (x, end) = (x_of(row, lane.plot, *from), x_of(row, lane.plot, *to));
        ring(pen, Frame { x, w: end - x, ..lane.plot }, bars.lit(at, index), color);
    }
    if row.parts.is_empty() {
        ring(pen, lane.plot.grown(1.0), bars.lit(at, 0), color);
    }
}

/// The colour of an ink.
pub(super) fn color(palette: &Palette, ink: Ink) -> Color {
    match ink {
        Ink::Accent => palette.accent,
        Ink::Quiet => palette.second,
        Ink::Ink => palette.ink,
        Ink::Band(at) => palette.ink.faded(BANDS.get(at).copied().unwrap_or(0.34)).over(palette.paper),
        Ink::Status(signal) => signal.color(palette),
    }
}

fn put(
    pen: &mut Pen,
    palette: &Palette,
    (row, each): (&Row, &Mark),
    (plot, below): (Frame, Option<f64>),
    measure: &dyn Measure,
) {
    let x = |value: f64| x_of(row, plot, value);
    let middle = plot.y + plot.h / 2.0;
    // What is there at all is seen, however little it is.
    let span = |from: f64, to: f64| (x(from).min(x(to)), (x(to) - x(from)).abs().max(1.5));
    match each {
        Mark::Track => pen.rect(Frame { y: middle - 0.5, h: 1.0, ..plot }, palette.rule),
        Mark::Bar(from, to, ink, full) => {
            let (x, w) = span(*from, *to);
            let inset = if *full { 0.0 } else { plot.h / 2.0 - 5.0 };
            pen.rect(Frame { x, y: plot.y + inset, w, h: plot.h - 2.0 * inset }, color(palette, *ink));
        }
        Mark::Hatched(from, to) => {
            let (x, w) = span(*from, *to);
            let frame = Frame { x, y: plot.y + 4.0, w: w.max(4.0), h: plot.h - 8.0 };
            hatch(pen, frame, palette.second);
            sealed(pen, frame, palette.second);
        }
        Mark::Sealed => unknown(pen, plot, palette.second),
        Mark::Stroke(value, ink, wide) => {
            let frame = Frame { x: x(*value) - wide / 2.0, y: plot.y, w: *wide, h: plot.h };
            pen.rect(frame, color(palette, *ink));
        }
        Mark::Whisker(from, to) => whisker(pen, palette, (x(*from), x(*to), middle)),
        Mark::Ring(value) => {
            pen.disc((x(*value), middle), 4.5, palette.paper);
            pen.ring((x(*value), middle), 4.5, (1.5, palette.ink, UNBROKEN));
        }
        Mark::Diamond(value) => diamond(pen, palette, (x(*value), middle)),
        Mark::Shape(value, signal) => {
            pen.disc((x(*value), middle), 8.5, palette.paper);
            mark(pen, *signal, (x(*value), middle), 12.0, palette);
        }
        Mark::Down(value) => {
            let Some(to) = below else { return };
            let path = [Go::Move((x(*value), plot.bottom() - 2.0)), Go::Line((x(*value), to + 2.0))];
            pen.line(&path, 1.0, palette.second, (2.0, 2.0));
        }
        Mark::Part(from, to, signal, long, short) => {
            let (x, w) = span(*from, *to);
            part::put(pen, palette, (*signal, [long, short]), Frame { x, w, ..plot }, measure);
        }
    }
}

/// A dashed edge and a question mark: there is no value, not even a low one.
fn unknown(pen: &mut Pen, plot: Frame, color: Color) {
    sealed(pen, Frame { y: plot.y + 3.0, h: plot.h - 6.0, ..plot }, color);
    pen.text("?", Face::bold(13), color, (plot.x + 12.0, plot.y + plot.h / 2.0 + 4.5), Anchor::Middle);
}

/// A line with ends, on a ground that keeps it apart from the bar.
fn whisker(pen: &mut Pen, palette: &Palette, (from, to, y): (f64, f64, f64)) {
    for (wide, color) in [(5.0, palette.paper), (2.0, palette.ink)] {
        pen.line(&[Go::Move((from, y)), Go::Line((to.max(from + 1.0), y))], wide, color, UNBROKEN);
    }
    for x in [from, to] {
        pen.line(&[Go::Move((x, y - 4.0)), Go::Line((x, y + 4.0))], 2.0, palette.ink, UNBROKEN);
    }
}

fn diamond(pen: &mut Pen, palette: &Palette, (x, y): (f64, f64)) {
    let path = [(x, y - 6.0), (x + 6.0, y), (x, y + 6.0), (x - 6.0, y)];
    let path: Vec<Go> =
        path.into_iter().enumerate().map(|(at, p)| if at == 0 { Go::Move(p) } else { Go::Line(p) }).collect();
    let closed: Vec<Go> = path.into_iter().chain([Go::Close]).collect();
    pen.fill(&closed, palette.paper);
    pen.line(&closed, 1.5, palette.ink, UNBROKEN);
}

/// A mark of the legend: the same mark, in a row of its own.
pub(super) fn explain(pen: &mut Pen, palette: &Palette, sign: &Mark, frame: Frame) {
    let row = Row { scale: (0.0, 1.0), ..Row::default() };
    let sample = match sign {
        Mark::Bar(_, _, ink, full) => Mark::Bar(0.0, 1.0, *ink, *full),
        Mark::Sealed => return sealed(pen, frame, palette.second),
        Mark::Hatched(..) => Mark::Hatched(0.0, 1.0),
        Mark::Stroke(_, ink, wide) => Mark::Stroke(0.5, *ink, *wide),
        Mark::Whisker(..) => Mark::Whisker(0.0, 1.0),
        Mark::Ring(_) => Mark::Ring(0.5),
        Mark::Diamond(_) => Mark::Diamond(0.5),
        Mark::Shape(_, signal) | Mark::Part(_, _, signal, ..) => Mark::Shape(0.5, *signal),
        Mark::Down(_) | Mark::Track => Mark::Track,
    };
    let plot = if matches!(sample, Mark::Hatched(..)) { frame.grown(2.0) } else { frame };
    let plot = Frame { x: frame.x, w: frame.w, ..plot };
    put(pen, palette, (&row, &sample), (plot, None), &Wordless);
}

/// No words stand in a legend's mark.
struct Wordless;

impl Measure for Wordless {
    fn width(&self, _: &str, _: Face) -> f64 {
        f64::INFINITY
    }
}
