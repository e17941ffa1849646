//! Bullets on half a circle: the lesser choice, for those who are used to it. An angle is read less exactly than a length, and
//! a gauge takes the room of five bullets.

use super::draw::color;
use super::layout::{LABEL, NOTE, SMALL};
use super::{Bars, Ink, Mark, Row, key};
use crate::chart::look::Palette;
use crate::chart::measure::{Face, Measure};
use crate::chart::paint::{Anchor, Frame, Go, Pen};
use crate::chart::radar::toward;
use crate::chart::sheet::{Block, Drawn, Laid, Legend, Place, ring};

/// A gauge is no narrower than this with the room around it, and no wider.
const LEAST: f64 = 180.0;
const MOST: f64 = 280.0;
/// Room around a gauge.
const PAD: f64 = 14.0;
/// How thick the arc is.
const THICK: f64 = 16.0;
/// Corners of half a circle.
const STEPS: usize = 48;
const UNBROKEN: (f64, f64) = (0.0, 0.0);

/// A gauge in its place: its arc's box, its middle and radius, label and second line.
struct Dial {
    frame: Frame,
    middle: (f64, f64),
    radius: f64,
    words: [(Block, Frame); 2],
}

/// The picture, and where its parts lie.
pub(super) fn picture(bars: &Bars, measure: &dyn Measure) -> Drawn {
    let palette = bars.sheet.palette;
    let (dials, y) = dials(bars, measure);
    let legend = Legend::new(&key::entries(bars), (y, bars.sheet.width), measure);
    let height = (y + legend.height + 2.0).ceil();
    let mut pen = bars.sheet.pen(height);
    for (at, (row, dial)) in bars.rows.iter().zip(&dials).enumerate() {
        put(&mut pen, &palette, row, dial);
        ring(&mut pen, dial.frame, bars.lit(at, 0), palette.ink);
    }
    legend.draw(&mut pen, palette.ink, |pen, sign, frame| super::draw::explain(pen, &palette, sign, frame));
    let laid = Laid {
        width: bars.sheet.width,
        height,
        ratio: bars.sheet.ratio_at(height),
        form: "gauge",
        labels: bars.rows.iter().zip(&dials).flat_map(|(row, dial)| labels(row, dial)).collect(),
        spots: bars.rows.iter().zip(&dials).map(|(row, dial)| spot(row, dial)).collect(),
    };
    (pen.picture, bars.sheet.on_screen(laid))
}

fn labels(row: &Row, dial: &Dial) -> Vec<Place> {
    let words = dial.words.iter().filter(|(block, _)| !block.lines.is_empty());
    words.map(|(_, frame)| Place { id: row.id.clone(), frame: *frame, ..Place::default() }).collect()
}

fn spot(row: &Row, dial: &Dial) -> Place {
    let at = row.at.iter().map(|(name, value)| (*name, at(dial, row.share(*value), dial.radius).0)).collect();
    Place { id: row.id.clone(), part: String::new(), frame: dial.frame, at }
}

/// Rows of gauges as many as find room beside one another.
fn dials(bars: &Bars, measure: &dyn Measure) -> (Vec<Dial>, f64) {
    let across = ((bars.sheet.width / LEAST).floor() as usize).clamp(1, bars.rows.len().max(1));
    let wide = (bars.sheet.width / across as f64).min(MOST);
    let radius = wide / 2.0 - PAD;
    let (mut dials, mut y) = (Vec::new(), 0.0);
    for line in bars.rows.chunks(across) {
        let mut bottom: f64 = y;
        for (at, row) in line.iter().enumerate() {
            let x = wide * at as f64;
            let frame = Frame { x: x + PAD, y: y + 4.0, w: 2.0 * radius, h: radius + 4.0 + SMALL };
            let mut top = frame.bottom() + 2.0;
            let words = [(&row.label, LABEL), (&row.note, NOTE)].map(|(text, face)| {
                let block = Block::new(text, face, 2.0 * radius, measure);
                let frame = Frame {
                    x: frame.middle() - block.width / 2.0,
                    y: top,
                    w: block.width,
                    h: block.height(),
                };
                top = frame.bottom();
                (block, frame)
            });
            bottom = bottom.max(top);
            dials.push(Dial { frame, middle: (frame.middle(), frame.y + radius), radius, words });
        }
        y = bottom + PAD;
    }
    (dials, if bars.rows.is_empty() { 0.0 } else { y - PAD })
}

/// A point of the arc: 0 at the start side, 1 at the end side.
fn at(dial: &Dial, share: f64, far: f64) -> (f64, f64) {
    let (x, y) = toward((share - 0.5) / 2.0);
    (dial.middle.0 + x * far, dial.middle.1 + y * far)
}

fn arc(dial: &Dial, (from, to): (f64, f64), far: f64) -> Vec<Go> {
    let steps = ((to - from).abs() * STEPS as f64).ceil().max(1.0);
    let point = |step: i32| at(dial, from + (to - from) * f64::from(step) / steps, far);
    (0..=steps as i32)
        .map(|step| if step == 0 { Go::Move(point(step)) } else { Go::Line(point(step)) })
        .collect()
}

fn put(pen: &mut Pen, palette: &Palette, row: &Row, dial: &Dial) {
    let far = dial.radius - THICK / 2.0;
    let known = !row.marks.iter().any(|each| matches!(each, Mark::Sealed));
    let ground = if known { color(palette, Ink::Band(0)) } else { palette.paper };
    pen.line(&arc(dial, (0.0, 1.0), far), THICK, ground, UNBROKEN);
    for each in &row.marks {
        stroke(pen, palette, (row, each), dial);
    }
    let text = if row.text.is_empty() && !known { "?" } else { &row.text };
    let ink = if known { palette.ink } else { palette.second };
    pen.text(text, Face::bold(18), ink, (dial.middle.0, dial.middle.1 - 6.0), Anchor::Middle);
    for (share, text, anchor) in [(0.0, &row.ends.0, Anchor::Start), (1.0, &row.ends.1, Anchor::End)] {
        let x = dial.frame.x + dial.frame.w * share;
        pen.text(text, NOTE, palette.second, (x, dial.middle.1 + SMALL), anchor);
    }
    for ((block, frame), color) in dial.words.iter().zip([palette.ink, palette.second]) {
        block.put(pen, Frame { x: dial.frame.x, w: dial.frame.w, ..*frame }, color, Anchor::Middle);
    }
}

fn stroke(pen: &mut Pen, palette: &Palette, (row, each): (&Row, &Mark), dial: &Dial) {
    let far = dial.radius - THICK / 2.0;
    let share = |value: f64| row.share(value);
    let mut across = |value: f64, color, wide| {
        let path = [
            Go::Move(at(dial, share(value), far - THICK / 2.0 - 3.0)),
            Go::Line(at(dial, share(value), far + THICK / 2.0 + 3.0)),
        ];
        pen.line(&path, wide, color, UNBROKEN);
    };
    match each {
        Mark::Bar(from, to, ink, full) => {
            let wide = if *full { THICK } else { THICK / 2.0 };
            pen.line(&arc(dial, (share(*from), share(*to)), far), wide, color(palette, *ink), UNBROKEN);
        }
        Mark::Stroke(value, ink, wide) => across(*value, color(palette, *ink), *wide),
        Mark::Whisker(from, to) => {
            pen.line(
                &arc(dial, (share(*from), share(*to)), far - THICK / 2.0 - 4.0),
                2.0,
                palette.ink,
                UNBROKEN,
            );
        }
        Mark::Ring(value) | Mark::Diamond(value) => {
            let spot = at(dial, share(*value), far);
            pen.disc(spot, 4.5, palette.paper);
            pen.ring(spot, 4.5, (1.5, palette.ink, UNBROKEN));
        }
        Mark::Sealed => {
            for far in [dial.radius - 1.0, dial.radius - THICK] {
                pen.line(&arc(dial, (0.0, 1.0), far), 1.0, palette.second, (3.0, 3.0));
            }
        }
        _ => {}
    }
}
