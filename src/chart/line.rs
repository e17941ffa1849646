//! My line (U1): from one node up through strategy and goal to the mission, each with its number and my share of it.

use super::card::{Kit, mark};
use super::geometry::{Compact, Spot, Tie};
use super::lit::LINE;
use super::measure::{Face, Measure, one_line, wrap};
use super::paint::{Anchor, Frame, Go, Pen, Picture};
use super::scene::{Item, Level, Link, LinkKind, Scene};

const MARGIN: f64 = 12.0;
/// Narrowest card of the strip side by side.
const LEAST: f64 = 140.0;
/// From this width on a card of the strip says everything side by side.
const WIDE: f64 = 460.0;
/// Room for the word where the line breaks off.
const BREAK: f64 = 150.0;

/// The road from the scene's focus up: the strongest link at each step.
#[must_use]
pub fn road(scene: &Scene) -> Vec<usize> {
    let first = scene.focus.or(scene.lit).filter(|&item| item < scene.items.len());
    let mut road: Vec<usize> = first.into_iter().collect();
    while let Some(&at) = road.last() {
        let ups = scene.links.iter().filter(|l| l.from == at && l.kind != LinkKind::Drives);
        let best = ups.fold(None, |best: Option<&Link>, link| match best {
            Some(old) if (old.kind, -old.weight) <= (link.kind, -link.weight) => best,
            _ => Some(link),
        });
        match best.map(|link| link.to).filter(|to| *to < scene.items.len() && !road.contains(to)) {
            Some(next) => road.push(next),
            None => break,
        }
    }
    road
}

/// The strip as a picture: side by side where there is room, one above the other (the mission on top) where not.
#[must_use]
#[inline(never)]
pub fn picture(scene: &Scene, measure: &dyn Measure) -> Picture {
    let road = road(scene);
    let tail = if broken(scene, &road) { BREAK } else { 0.0 };
    let count = road.len().max(1) as f64;
    let joint = |gap: f64| (scene.width - 2.0 * MARGIN - tail - (count - 1.0) * gap) / count;
    let gap =
        [92.0, 28.0, 20.0].into_iter().find(|&gap| joint(gap) >= if gap > 60.0 { 150.0 } else { LEAST });
    match gap.filter(|_| scene.width >= 420.0) {
        Some(gap) => across(scene, &road, gap, joint(gap), measure),
        None => down(scene, &road, measure),
    }
}

fn start(scene: &Scene, height: f64) -> Pen {
    let mut pen = Pen::new(scene.width, height, scene.ratio, scene.direction);
    pen.rect(Frame { x: 0.0, y: 0.0, w: scene.width, h: height }, scene.palette.paper);
    pen
}

fn across(scene: &Scene, road: &[usize], gap: f64, room: f64, measure: &dyn Measure) -> Picture {
    let count = road.len().max(1) as f64;
    let loose = broken(scene, road);
    let wide = room.min(280.0).floor();
    let inside = gap < 60.0;
    let high = if inside { 132.0 } else { 116.0 };
    let mut pen = start(scene, high + 2.0 * MARGIN);
    let y = MARGIN + high / 2.0;
    for (at, &item) in road.iter().enumerate() {
        let x = MARGIN + at as f64 * (wide + gap);
        let frame = Frame { x, y: MARGIN, w: wide, h: high };
        let Some(node) = scene.items.get(item) else { continue };
        if at > 0 {
            pen.line(&[Go::Move((x - gap, y)), Go::Line((x, y))], LINE, scene.palette.accent, (0.0, 0.0));
            if !inside {
                for (line, text) in
                    wrap(&node.share, Face::plain(12), gap - 8.0, 2, measure).iter().rev().enumerate()
                {
                    let base = y - 8.0 - 15.0 * line as f64;
                    pen.text(
                        text,
                        Face::plain(12),
                        scene.palette.accent,
                        (x - gap / 2.0, base),
                        Anchor::Middle,
                    );
                }
            }
        }
        let share = if inside && at > 0 { node.share.as_str() } else { "" };
        panel(&mut pen, scene, node, frame, at == 0, share, measure);
        spot(&mut pen, &node.id, frame, (0, at));
    }
    if loose {
        let x = MARGIN + count * wide + (count - 1.0) * gap;
        let stub = [(0.0, 10.0), (20.0, 26.0)];
        for (from, to) in stub {
            pen.line(
                &[Go::Move((x + from, y)), Go::Line((x + to, y))],
                LINE,
                scene.palette.accent,
                (0.0, 0.0),
            );
        }
        let word =
            one_line(&scene.words.no_path, Face::plain(12), (scene.width - x - 40.0).max(0.0), measure);
        pen.text(&word, Face::plain(12), scene.palette.accent, (x + 32.0, y + 4.0), Anchor::Start);
    }
    finish(pen, scene, road, Compact::Full)
}

fn down(scene: &Scene, road: &[usize], measure: &dyn Measure) -> Picture {
    let loose = broken(scene, road);
    let wide = (scene.width - 2.0 * MARGIN).min(720.0);
    let (high, gap) = (if wide >= WIDE { 60.0 } else { 104.0 }, 34.0);
    let count = road.len() as f64;
    let top = MARGIN + if loose { 30.0 } else { 0.0 };
    let mut pen = start(scene, top + count * high + (count - 1.0).max(0.0) * gap + MARGIN);
    let x = MARGIN + 24.0;
    if loose {
        for (from, to) in [(0.0, 9.0), (17.0, 23.0)] {
            let path = [Go::Move((x, top - from)), Go::Line((x, top - to))];
            pen.line(&path, LINE, scene.palette.accent, (0.0, 0.0));
        }
        let at = (x + 12.0, top - 9.0);
        pen.text(&scene.words.no_path, Face::plain(12), scene.palette.accent, at, Anchor::Start);
    }
    for (row, &item) in road.iter().rev().enumerate() {
        let y = top + row as f64 * (high + gap);
        let frame = Frame { x: MARGIN, y, w: wide, h: high };
        let Some(node) = scene.items.get(item) else { continue };
        let last = row + 1 == road.len();
        if !last {
            let (from, to) = ((x, y + high), (x, y + high + gap));
            pen.line(&[Go::Move(from), Go::Line(to)], LINE, scene.palette.accent, (0.0, 0.0));
            let share = one_line(&node.share, Face::plain(12), wide - 40.0, measure);
            let at = (x + 12.0, y + high + gap / 2.0 + 4.0);
            pen.text(&share, Face::plain(12), scene.palette.accent, at, Anchor::Start);
        }
        panel(&mut pen, scene, node, frame, last, "", measure);
        spot(&mut pen, &node.id, frame, (row, 0));
    }
    finish(pen, scene, road, Compact::Narrow)
}

/// Whether the road ends before a mission.
fn broken(scene: &Scene, road: &[usize]) -> bool {
    let end = road.last().and_then(|&item| scene.items.get(item)).and_then(|item| item.level);
    !matches!(end, Some(Level::Mission | Level::Company | Level::Vision) | None)
}

fn panel(
    pen: &mut Pen,
    scene: &Scene,
    item: &Item,
    frame: Frame,
    own: bool,
    share: &str,
    measure: &dyn Measure,
) {
    let kit = Kit { palette: &scene.palette, measure, compact: Compact::Full };
    super::card::ground(pen, item, frame, &kit);
    if own {
        pen.outline(frame.grown(2.0), 6.0, 2.0, scene.palette.accent);
    }
    if frame.h < 80.0 {
        return flat(pen, scene, item, frame, &kit);
    }
    let (x, room) = (frame.x + 14.0, frame.w - 24.0);
    super::card::title(pen, item, (x, frame.y + 8.0), room, Face::bold(15), &kit);
    let base = frame.y + 72.0;
    let end = super::card::number(pen, item, (x, base), 24, &kit);
    let face = Face::plain(12);
    if !item.note.is_empty() && measure.width(&item.note, face) <= x + room - end - 8.0 {
        pen.text(&item.note, face, scene.palette.second, (x + room, base), Anchor::End);
    }
    if !item.word.is_empty() {
        mark(pen, item.signal, (x + 5.0, frame.y + 89.0), 10.0, &scene.palette);
        let word = one_line(&item.word, face, room - 15.0, measure);
        pen.text(&word, face, scene.palette.ink, (x + 15.0, frame.y + 93.0), Anchor::Start);
    }
    let share = one_line(share, face, room, measure);
    pen.text(&share, face, scene.palette.accent, (x, frame.y + 113.0), Anchor::Start);
}

/// Title, number, status and note side by side.
fn flat(pen: &mut Pen, scene: &Scene, item: &Item, frame: Frame, kit: &Kit<'_>) {
    let (x, room, middle) = (frame.x + 14.0, frame.w - 24.0, frame.y + frame.h / 2.0);
    let title = (room * 0.52).floor();
    let lines = wrap(&item.title, Face::bold(15), title, 2, kit.measure).len() as f64;
    super::card::title(pen, item, (x, middle - 9.5 * lines), title, Face::bold(15), kit);
    super::card::number(pen, item, (x + title + 16.0, middle + 8.0), 24, kit);
    let at = x + room * 0.76;
    let face = Face::plain(12);
    let rise = if item.note.is_empty() { 4.0 } else { -4.0 };
    if !item.word.is_empty() {
        mark(pen, item.signal, (at + 5.0, middle + rise - 4.0), 10.0, &scene.palette);
        let word = one_line(&item.word, face, x + room - at - 15.0, kit.measure);
        pen.text(&word, face, scene.palette.ink, (at + 15.0, middle + rise), Anchor::Start);
    }
    let note = one_line(&item.note, face, x + room - at - 15.0, kit.measure);
    pen.text(&note, face, scene.palette.second, (at + 15.0, middle + 14.0), Anchor::Start);
}

fn spot(pen: &mut Pen, id: &str, frame: Frame, (row, column): (usize, usize)) {
    let at = pen.on_screen(frame);
    let spot = Spot { id: id.to_owned(), x: at.x, y: at.y, width: at.w, height: at.h, row, column };
    pen.picture.geometry.nodes.push(spot);
}

fn finish(mut pen: Pen, scene: &Scene, road: &[usize], compact: Compact) -> Picture {
    let id = |item: usize| scene.id_of(item);
    let pairs = road.iter().zip(road.iter().skip(1));
    let ties = pairs.map(|(&from, &to)| Tie { from: id(from), to: id(to), kind: LinkKind::Serves });
    pen.picture.geometry.links = ties.collect();
    pen.picture.geometry.compact = compact;
    pen.picture
}
