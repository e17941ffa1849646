//! A node's card and chip, and the shapes of status.

use super::geometry::Compact;
use super::look::{Color, Palette};
use super::measure::{Face, Measure, is_letter, one_line, runs_left, wrap};
use super::paint::{Anchor, Domain, Field, Frame, Go, Pen};
use super::scene::{Item, Signal};
use crate::text::together;

/// What cards are drawn with.
pub struct Kit<'a> {
    /// Colours.
    pub palette: &'a Palette,
    /// Widths of texts.
    pub measure: &'a dyn Measure,
    /// How much a card says.
    pub compact: Compact,
}

/// Round corners of cards.
const CORNER: f64 = 4.0;
/// Width of the status edge.
const EDGE: f64 = 4.0;

impl Signal {
    /// The colour of the status.
    #[must_use]
    pub fn color(self, palette: &Palette) -> Color {
        match self {
            Signal::OnTrack | Signal::Done | Signal::Met => palette.on_track,
            Signal::AtRisk => palette.at_risk,
            Signal::OffTrack | Signal::NotMet => palette.off_track,
            Signal::CannotTell => palette.cannot_tell,
            Signal::Stale => palette.stale,
            Signal::NoData | Signal::NotStarted => palette.no_data,
        }
    }
}

/// The shape of a status, `size` high, around `middle`.
pub fn mark(pen: &mut Pen, signal: Signal, (x, y): (f64, f64), size: f64, palette: &Palette) {
    let (r, color) = (size / 2.0, signal.color(palette));
    match signal {
        Signal::OnTrack => pen.disc((x, y), r, color),
        Signal::Done | Signal::Met => {
            pen.disc((x, y), r, color);
            let tick = [
                Go::Move((x - r * 0.5, y)),
                Go::Line((x - r * 0.1, y + r * 0.4)),
                Go::Line((x + r * 0.5, y - r * 0.4)),
            ];
            pen.line(&tick, 1.5, palette.raised, (0.0, 0.0));
        }
        Signal::AtRisk => pen.fill(
            &[
                Go::Move((x, y - r)),
                Go::Line((x + r * 1.1, y + r * 0.9)),
                Go::Line((x - r * 1.1, y + r * 0.9)),
                Go::Close,
            ],
            color,
        ),
        Signal::OffTrack | Signal::NotMet => {
            let d = r * 1.15;
            let path = [
                Go::Move((x, y - d)),
                Go::Line((x + d, y)),
                Go::Line((x, y + d)),
                Go::Line((x - d, y)),
                Go::Close,
            ];
            pen.fill(&path, color);
        }
        Signal::CannotTell => {
            pen.ring((x, y), r - 0.5, (1.5, color, (0.0, 0.0)));
            question(pen, (x, y), r, color);
        }
        Signal::Stale => pen.ring((x, y), r - 0.5, (1.5, color, (2.0, 2.0))),
        Signal::NotStarted => pen.ring((x, y), r - 0.5, (1.5, color, (0.0, 0.0))),
        Signal::NoData => pen.rect(Frame { x: x - r, y: y - 1.0, w: size, h: 2.0 }, color),
    }
}

/// A question mark as a stroke and a dot: legible at ten pixels, whatever the font.
fn question(pen: &mut Pen, (x, y): (f64, f64), r: f64, color: Color) {
    let (w, top) = (r * 0.34, y - r * 0.48);
    let hook = [
        Go::Move((x - w, top + w * 0.7)),
        Go::Curve((x - w, top - w * 0.5), (x + w, top - w * 0.5), (x + w, top + w * 0.7)),
        Go::Curve((x + w, top + w * 1.4), (x, top + w * 1.3), (x, y + r * 0.18)),
    ];
    pen.line(&hook, 1.25, color, (0.0, 0.0));
    pen.disc((x, y + r * 0.5), (r * 0.13).max(0.6), color);
}

/// A card: ground, edge, title, number, status, bounds, execution.
pub fn card(pen: &mut Pen, item: &Item, frame: Frame, kit: &Kit<'_>) {
    ground(pen, item, frame, kit);
    match kit.compact {
        Compact::Full if frame.h < 100.0 => slim(pen, item, frame, kit),
        Compact::Full => full(pen, item, frame, kit),
        Compact::Narrow => narrow(pen, item, frame, kit),
        Compact::Tiny => tiny(pen, item, frame, kit),
    }
}

pub(super) fn ground(pen: &mut Pen, item: &Item, frame: Frame, kit: &Kit<'_>) {
    let palette = kit.palette;
    pen.panel(frame, CORNER, palette.paper, true);
    pen.panel(frame, CORNER, palette.raised, false);
    pen.outline(frame, CORNER, 1.0, palette.rule);
    if item.word.is_empty() {
        pen.rect(Frame { w: EDGE, ..frame }, palette.rule);
    } else {
        edge(pen, item.signal, frame, palette);
    }
}

/// The status edge at the start side; broken for a stale status, since its colour is the last one known.
fn edge(pen: &mut Pen, signal: Signal, frame: Frame, palette: &Palette) {
    let color = signal.color(palette);
    let x = frame.x + EDGE / 2.0;
    match signal {
        Signal::Stale | Signal::NoData | Signal::NotStarted => {
            let path = [Go::Move((x, frame.y + 3.0)), Go::Line((x, frame.bottom() - 3.0))];
            pen.line(&path, EDGE, color, (4.0, 4.0));
        }
        _ => {
            let (x0, x1, y0, y1) = (frame.x, frame.x + EDGE, frame.y, frame.bottom());
            let path = [
                Go::Move((x1, y0)),
                Go::Line((x1, y1)),
                Go::Curve((x0 + 1.8, y1), (x0, y1 - 1.8), (x0, y1 - CORNER)),
                Go::Line((x0, y0 + CORNER)),
                Go::Curve((x0, y0 + 1.8), (x0 + 1.8, y0), (x1, y0)),
                Go::Close,
            ];
            pen.fill(&path, color);
        }
    }
}

/// The room for text inside a card.
fn inside(frame: Frame) -> (f64, f64) {
    (frame.x + EDGE + 10.0, frame.w - EDGE - 20.0)
}

/// The face itself, or 13 px where a word, or the whole in two lines, needs less to stay uncut.
fn title_face(title: &str, face: Face, room: f64, measure: &dyn Measure) -> Face {
    let wide = title.split_whitespace().any(|word| measure.width(word, face) > room);
    let long = wide || wrap(title, face, room, 3, measure).len() > 2;
    if long && face.size > 13 { Face { size: 13, ..face } } else { face }
}

pub(super) fn title(
    pen: &mut Pen,
    item: &Item,
    (x, y): (f64, f64),
    room: f64,
    face: Face,
    kit: &Kit<'_>,
) -> usize {
    let face = title_face(&item.title, face, room, kit.measure);
    let lines = wrap(&item.title, face, room, 2, kit.measure);
    let leading = f64::from(face.size) + 4.0;
    for (at, line) in lines.iter().enumerate() {
        let base = y + leading * (at as f64 + 1.0) - 5.0;
        pen.text(line, face, kit.palette.ink, (x, base), Anchor::Start);
    }
    lines.len()
}

/// The number with its unit set smaller; answers how far it reaches.
pub(super) fn number(pen: &mut Pen, item: &Item, (x, base): (f64, f64), size: u8, kit: &Kit<'_>) -> f64 {
    let (face, palette) = (Face::bold(size), kit.palette);
    if item.number.is_empty() {
        pen.text("–", face, palette.second, (x, base), Anchor::Start);
        return x + f64::from(size);
    }
    let faint = matches!(item.signal, Signal::Stale | Signal::NoData);
    let color = if faint { palette.second } else { palette.ink };
    let unit = Face::plain(if size > 15 { 13 } else { 12 });
    let wide = (kit.measure.width(&item.number, face), kit.measure.width(&item.unit, unit));
    // Digits keep their order on a mirrored page, and so does what is written after them, unless it is written in a
    // script that runs the other way.
    let turned = pen.mirrored() && !runs_left(&together(&[&item.number, &item.unit]));
    let (first, second) = if turned { (x + wide.1 + 3.0, x) } else { (x, x + wide.0 + 3.0) };
    pen.text(&item.number, face, color, (first, base), Anchor::Start);
    pen.text(&item.unit, unit, palette.second, (second, base), Anchor::Start);
    x + wide.0 + 3.0 + wide.1
}

/// Shape and word of the status, then the note as far as it fits.
fn status(pen: &mut Pen, item: &Item, (x, base): (f64, f64), room: f64, note: &str, kit: &Kit<'_>) {
    let (face, palette) = (Face::plain(12), kit.palette);
    mark(pen, item.signal, (x + 5.0, base - 4.0), 10.0, palette);
    let start = x + 15.0;
    let word = one_line(&item.word, face, room - 15.0, kit.measure);
    pen.text(&word, face, palette.ink, (start, base), Anchor::Start);
    let end = start + kit.measure.width(&word, face);
    let left = room - (end - x) - 10.0;
    if left >= 28.0 && kit.measure.width(note, face) <= left {
        pen.text(note, face, palette.second, (x + room, base), Anchor::End);
    }
}

fn full(pen: &mut Pen, item: &Item, frame: Frame, kit: &Kit<'_>) {
    let (x, room) = inside(frame);
    title(pen, item, (x, frame.y + 9.0), room, Face::bold(15), kit);
    let base = frame.bottom() - 66.0;
    let end = number(pen, item, (x, base), 24, kit);
    let face = Face::plain(12);
    let left = x + room - end - 8.0;
    let beside = !item.note.is_empty() && kit.measure.width(&item.note, face) <= left;
    if beside {
        pen.text(&item.note, face, kit.palette.second, (x + room, base), Anchor::End);
    }
    status(pen, item, (x, frame.bottom() - 44.0), room, if beside { "" } else { &item.note }, kit);
    bounds(pen, item, Frame { x, y: frame.bottom() - 32.0, w: room, h: 10.0 }, kit);
    execution(pen, item, Frame { x, y: frame.bottom() - 15.0, w: room, h: 3.0 }, kit);
}

/// The bounds bar: the track from 0 to 1, worst to best as a band, the score as a tick.
pub fn bounds(pen: &mut Pen, item: &Item, frame: Frame, kit: &Kit<'_>) {
    let palette = kit.palette;
    let field = |from: f64, to: f64, top: f64, bottom: f64, color: Color, least: i32| Field {
        from,
        to,
        top,
        bottom,
        color,
        least,
    };
    let mut fields = vec![field(0.0, 1.0, 0.4, 0.6, palette.rule, 1)];
    if let Some((low, high)) = item.bounds.filter(|(low, high)| high - low > 0.004) {
        // An outline, not a field: a long band means that little is known, and must not read as much.
        let hair = 1.0 / frame.w.max(1.0);
        fields.push(field(low, high, 0.2, 0.3, palette.second, 1));
        fields.push(field(low, high, 0.7, 0.8, palette.second, 1));
        fields.push(field(low, (low + hair).min(high), 0.3, 0.7, palette.second, 1));
        fields.push(field((high - hair).max(low), high, 0.3, 0.7, palette.second, 1));
    }
    if let Some(score) = item.score {
        fields.push(field(score, score, 0.0, 1.0, palette.ink, pen.px(3.0)));
    }
    pen.bar(frame, Domain::UNIT, fields);
}

/// The execution bar: how far the actions below have come; nothing where there are none.
pub fn execution(pen: &mut Pen, item: &Item, frame: Frame, kit: &Kit<'_>) {
    if let Some(done) = item.execution {
        let field = |from, to, color, least| Field { from, to, top: 0.0, bottom: 1.0, color, least };
        let mut fields = vec![field(0.0, 1.0, kit.palette.rule, 1)];
        if done > 0.0 {
            fields.push(field(0.0, done, kit.palette.second, 1));
        }
        pen.bar(frame, Domain::UNIT, fields);
    }
}

/// The company's mission and the vision: title, status and number in little height.
fn slim(pen: &mut Pen, item: &Item, frame: Frame, kit: &Kit<'_>) {
    let (x, room) = inside(frame);
    let says = !item.number.is_empty() || !item.word.is_empty();
    let numbers = if item.number.is_empty() {
        0.0
    } else {
        kit.measure.width(&item.number, Face::bold(18)) + 6.0 + kit.measure.width(&item.unit, Face::plain(13))
    };
    let end = if says {
        numbers.max(16.0 + kit.measure.width(&item.word, Face::plain(12))).ceil() + 12.0
    } else {
        0.0
    };
    let end = end.min(room / 2.0);
    let lines = wrap(&item.title, Face::bold(15), room - end, 2, kit.measure).len();
    let top = frame.y + (frame.h - 19.0 * lines as f64) / 2.0;
    title(pen, item, (x, top), room - end, Face::bold(15), kit);
    if says {
        let at = x + room - end + 12.0;
        let base = frame.y + frame.h / 2.0;
        if item.number.is_empty() {
            status(pen, item, (at, base + 4.0), end - 12.0, "", kit);
        } else {
            number(pen, item, (at, base - 2.0), 18, kit);
            status(pen, item, (at, base + 18.0), end - 12.0, "", kit);
        }
    }
}

/// Title, number, shape.
#[inline(never)]
fn narrow(pen: &mut Pen, item: &Item, frame: Frame, kit: &Kit<'_>) {
    let (x, room) = (frame.x + EDGE + 8.0, frame.w - EDGE - 16.0);
    title(pen, item, (x, frame.y + 7.0), room, Face::bold(13), kit);
    if item.word.is_empty() {
        return;
    }
    if frame.h >= 70.0 {
        number(pen, item, (x, frame.bottom() - 12.0), 18, kit);
        mark(pen, item.signal, (frame.end() - 14.0, frame.bottom() - 18.0), 12.0, kit.palette);
    } else {
        mark(pen, item.signal, (x + 5.0, frame.bottom() - 11.0), 10.0, kit.palette);
        let word = one_line(&item.word, Face::plain(12), room - 16.0, kit.measure);
        pen.text(&word, Face::plain(12), kit.palette.ink, (x + 15.0, frame.bottom() - 7.0), Anchor::Start);
    }
}

/// Shape and two letters.
#[inline(never)]
fn tiny(pen: &mut Pen, item: &Item, frame: Frame, kit: &Kit<'_>) {
    mark(pen, item.signal, (frame.x + EDGE + 6.0, frame.y + frame.h / 2.0), 8.0, kit.palette);
    let letters: String =
        item.title.chars().filter(|c| c.is_ascii_digit() || is_letter(*c)).take(2).collect();
    let at = (frame.x + EDGE + 12.0, frame.y + frame.h / 2.0 + 4.5);
    pen.text(&letters, Face::plain(12), kit.palette.ink, at, Anchor::Start);
}

/// An action's chip: title, shape, word, number, progress along its lower edge.
pub fn chip(pen: &mut Pen, item: &Item, frame: Frame, kit: &Kit<'_>) {
    if kit.compact == Compact::Tiny {
        return card(pen, item, frame, kit);
    }
    ground(pen, item, frame, kit);
    let (x, room) = (frame.x + EDGE + 8.0, frame.w - EDGE - 16.0);
    if kit.compact == Compact::Narrow {
        let lines = wrap(&item.title, Face::plain(12), room - 14.0, 2, kit.measure);
        for (at, line) in lines.iter().enumerate() {
            let base = frame.y + 17.0 + 15.0 * at as f64 + if lines.len() == 1 { 8.0 } else { 0.0 };
            pen.text(line, Face::plain(12), kit.palette.ink, (x, base), Anchor::Start);
        }
        mark(pen, item.signal, (frame.end() - 12.0, frame.y + frame.h / 2.0), 10.0, kit.palette);
    } else {
        for (at, line) in wrap(&item.title, Face::plain(13), room, 2, kit.measure).iter().enumerate() {
            pen.text(
                line,
                Face::plain(13),
                kit.palette.ink,
                (x, frame.y + 18.0 + 16.0 * at as f64),
                Anchor::Start,
            );
        }
        let number = item.amount();
        status(pen, item, (x, frame.bottom() - 12.0), room, &number, kit);
    }
    execution(
        pen,
        item,
        Frame { x: frame.x + EDGE, y: frame.bottom() - 4.0, w: frame.w - EDGE - 1.0, h: 3.0 },
        kit,
    );
}
