//! The scorecard: a row a KPI, grouped by node. Value, target, bullet, trend, status.

use super::card::mark;
use super::geometry::{Compact, Spot};
use super::look::Palette;
use super::measure::{Face, Measure, one_line, wrap};
use super::paint::{Anchor, Domain, Field, Frame, Pen, Picture, Shape, Trend};
use super::scene::{Gauge, Reading, Scene};
use crate::stats::put_in_order;

/// Where the columns lie: start and width.
struct Columns {
    title: (f64, f64),
    value: (f64, f64),
    target: (f64, f64),
    bullet: (f64, f64),
    trend: Option<(f64, f64)>,
    status: (f64, f64),
}

const MARGIN: f64 = 16.0;
const GAP: f64 = 20.0;
const ROW: f64 = 48.0;
const SMALL: f64 = 76.0;
const GROUP: f64 = 36.0;

impl Columns {
    fn of(width: f64) -> Self {
        let room = width - 2.0 * MARGIN;
        let trend = (width >= 860.0).then_some((room * 0.12).clamp(96.0, 160.0));
        let (value, target, status) = (92.0, 84.0, 124.0);
        let fixed = value + target + status + trend.map_or(0.0, |t| t + GAP) + 4.0 * GAP;
        let bullet = ((room - fixed) * 0.4).clamp(90.0, 220.0);
        let title = (room - fixed - bullet).max(80.0);
        let mut x = MARGIN;
        let mut take = |wide: f64| {
            let at = (x, wide);
            x += wide + GAP;
            at
        };
        let (title, value, target, bullet) = (take(title), take(value), take(target), take(bullet));
        let trend = trend.map(&mut take);
        Self { title, value, target, bullet, trend, status: take(status) }
    }
}

/// The scorecard as a picture.
#[must_use]
pub fn picture(scene: &Scene, measure: &dyn Measure) -> Picture {
    let small = scene.width < 600.0;
    let groups = groups(scene);
    let row = if small { SMALL } else { ROW };
    let head = if small || scene.words.columns.iter().all(String::is_empty) { 4.0 } else { 34.0 };
    let rows: usize = groups.iter().map(|(_, gauges)| gauges.len()).sum();
    let height = head + groups.len() as f64 * GROUP + rows as f64 * row + 12.0;
    let mut pen = Pen::new(scene.width, height, scene.ratio, scene.direction);
    pen.rect(Frame { x: 0.0, y: 0.0, w: scene.width, h: height }, scene.palette.paper);
    let columns = Columns::of(scene.width);
    if head > 10.0 {
        heads(&mut pen, scene, &columns, measure);
    }
    let (mut y, mut line) = (head, 0);
    for (node, gauges) in groups {
        group(&mut pen, scene, node, y, line, measure);
        (y, line) = (y + GROUP, line + 1);
        for gauge in gauges {
            let frame = Frame { x: MARGIN, y, w: scene.width - 2.0 * MARGIN, h: row };
            if scene.lit == Some(node) {
                pen.rect(Frame { x: MARGIN - 8.0, w: 3.0, ..frame }, scene.palette.accent);
            }
            if small {
                narrow(&mut pen, scene, gauge, frame, measure)
            } else {
                wide(&mut pen, scene, gauge, frame, &columns, measure)
            }
            spot(&mut pen, &gauge.id, frame, line);
            (y, line) = (y + row, line + 1);
            pen.rect(Frame { y: y - 1.0, h: 1.0, ..frame }, scene.palette.rule.faded(0.6));
        }
    }
    pen.picture.geometry.compact = if small { Compact::Narrow } else { Compact::Full };
    pen.picture
}

/// The gauges by node, nodes in the plan's order; nodes without any are left out.
fn groups(scene: &Scene) -> Vec<(usize, Vec<&Gauge>)> {
    let mut groups: Vec<(usize, Vec<&Gauge>)> = Vec::new();
    for gauge in &scene.gauges {
        match groups.iter_mut().find(|(node, _)| *node == gauge.node) {
            Some((_, list)) => list.push(gauge),
            None => groups.push((gauge.node, vec![gauge])),
        }
    }
    put_in_order(&mut groups, |one, other| one.0.cmp(&other.0));
    groups
}

fn spot(pen: &mut Pen, id: &str, frame: Frame, row: usize) {
    let at = pen.on_screen(frame);
    let spot = Spot { id: id.to_owned(), x: at.x, y: at.y, width: at.w, height: at.h, row, column: 0 };
    pen.picture.geometry.nodes.push(spot);
}

fn heads(pen: &mut Pen, scene: &Scene, columns: &Columns, measure: &dyn Measure) {
    let [kpi, value, target, progress, trend, status] = &scene.words.columns;
    let none = (0.0, 0.0);
    let start = [
        (kpi, columns.title),
        (progress, columns.bullet),
        (trend, columns.trend.unwrap_or(none)),
        (status, columns.status),
    ];
    let face = Face::plain(12);
    for (word, (x, wide)) in start.into_iter().filter(|(_, at)| at.1 > 0.0) {
        let word = one_line(word, face, wide, measure);
        pen.text(&word, face, scene.palette.second, (x, 22.0), Anchor::Start);
    }
    for (word, (x, wide)) in [(value, columns.value), (target, columns.target)] {
        let word = one_line(word, face, wide, measure);
        pen.text(&word, face, scene.palette.second, (x + wide, 22.0), Anchor::End);
    }
    pen.rect(Frame { x: MARGIN, y: 33.0, w: scene.width - 2.0 * MARGIN, h: 1.0 }, scene.palette.rule);
}

fn group(pen: &mut Pen, scene: &Scene, node: usize, y: f64, row: usize, measure: &dyn Measure) {
    let Some(item) = scene.items.get(node) else { return };
    let frame = Frame { x: MARGIN, y, w: scene.width - 2.0 * MARGIN, h: GROUP };
    mark(pen, item.signal, (MARGIN + 6.0, y + 22.0), 10.0, &scene.palette);
    let face = Face::bold(15);
    let number = item.amount();
    let end = measure.width(&number, face);
    let title = one_line(&item.title, face, frame.w - 36.0 - end, measure);
    pen.text(&title, face, scene.palette.ink, (MARGIN + 20.0, y + 27.0), Anchor::Start);
    pen.text(&number, face, scene.palette.ink, (frame.end(), y + 27.0), Anchor::End);
    pen.rect(Frame { y: y + GROUP - 1.0, h: 1.0, ..frame }, scene.palette.second.faded(0.7));
    spot(pen, &item.id, frame, row);
}

fn wide(pen: &mut Pen, scene: &Scene, gauge: &Gauge, frame: Frame, columns: &Columns, measure: &dyn Measure) {
    let palette = &scene.palette;
    let middle = frame.y + frame.h / 2.0;
    let x = columns.title.0 + 20.0;
    let lines = wrap(&gauge.title, Face::plain(13), columns.title.1 - 20.0, 2, measure);
    for (at, line) in lines.iter().enumerate() {
        let base = middle + 5.0 + 16.0 * (at as f64 - (lines.len() as f64 - 1.0) / 2.0);
        pen.text(line, Face::plain(13), palette.ink, (x, base), Anchor::Start);
    }
    value(
        pen,
        gauge,
        (columns.value.0 + columns.value.1, middle + 6.0),
        18,
        columns.value.1,
        palette,
        measure,
    );
    let target = one_line(&gauge.target, Face::plain(13), columns.target.1, measure);
    let at = (columns.target.0 + columns.target.1, middle + 5.0);
    pen.text(&target, Face::plain(13), palette.second, at, Anchor::End);
    bullet(pen, gauge, Frame { x: columns.bullet.0, y: middle - 8.0, w: columns.bullet.1, h: 16.0 }, palette);
    if let Some((x, w)) = columns.trend {
        trend(pen, gauge, Frame { x, y: middle - 15.0, w, h: 30.0 }, palette);
    }
    let (x, room) = columns.status;
    // An age that is cut off ("1,026…") would be another age.
    let note = in_two(&gauge.note, Face::plain(12), room - 18.0, measure);
    let (rise, step) = [(4.0, 0.0), (-4.0, 17.0)].get(note.len()).copied().unwrap_or((-11.0, 15.0));
    mark(pen, gauge.signal, (x + 6.0, middle + rise - 4.0), 11.0, palette);
    let word = one_line(&gauge.word, Face::plain(13), room - 18.0, measure);
    pen.text(&word, Face::plain(13), palette.ink, (x + 18.0, middle + rise), Anchor::Start);
    let mut base = middle + rise;
    for line in &note {
        base += step;
        pen.text(line, Face::plain(12), palette.second, (x + 18.0, base), Anchor::Start);
    }
}

/// In one line, or in two: parted behind a comma, else most evenly. "Oct 31, 752" over "days old" would be another day.
fn in_two(text: &str, face: Face, room: f64, measure: &dyn Measure) -> Vec<String> {
    let lines = wrap(text, face, room, 2, measure);
    if lines.len() < 2 {
        return lines;
    }
    let mut best = ((true, room), lines);
    for (at, _) in text.match_indices(' ') {
        let (one, other) = text.split_at(at);
        let longer = measure.width(one, face).max(measure.width(other.trim_start(), face));
        let how = (!one.ends_with([',', '،']), longer);
        if longer < room && how < best.0 {
            best = (how, vec![one.to_owned(), other.trim_start().to_owned()]);
        }
    }
    best.1
}

#[inline(never)]
fn narrow(pen: &mut Pen, scene: &Scene, gauge: &Gauge, frame: Frame, measure: &dyn Measure) {
    let (palette, x, end) = (&scene.palette, frame.x, frame.end());
    let number = measure.width(&gauge.value, Face::bold(15)).min(frame.w / 2.0);
    let title = one_line(&gauge.title, Face::plain(13), frame.w - number - 12.0, measure);
    pen.text(&title, Face::plain(13), palette.ink, (x, frame.y + 20.0), Anchor::Start);
    value(pen, gauge, (end, frame.y + 20.0), 15, frame.w / 2.0, palette, measure);
    mark(pen, gauge.signal, (x + 6.0, frame.y + 37.0), 10.0, palette);
    let face = Face::plain(12);
    pen.text(&gauge.word, face, palette.ink, (x + 16.0, frame.y + 41.0), Anchor::Start);
    let word = measure.width(&gauge.word, face) + 24.0;
    let target = one_line(&gauge.target, face, (frame.w - word).max(0.0), measure);
    pen.text(&target, face, palette.second, (end, frame.y + 41.0), Anchor::End);
    bullet(pen, gauge, Frame { x, y: frame.y + 51.0, w: frame.w, h: 14.0 }, palette);
}

fn value(
    pen: &mut Pen,
    gauge: &Gauge,
    at: (f64, f64),
    size: u8,
    room: f64,
    palette: &Palette,
    measure: &dyn Measure,
) {
    if gauge.value.is_empty() {
        return pen.text("–", Face::bold(size), palette.second, at, Anchor::End);
    }
    let face =
        if measure.width(&gauge.value, Face::bold(size)) <= room { Face::bold(size) } else { Face::bold(13) };
    let faint = gauge.signal == super::scene::Signal::Stale;
    pen.text(&gauge.value, face, if faint { palette.second } else { palette.ink }, at, Anchor::End);
}

/// The bullet: from the baseline (start side) to the target (a tick), the value as a bar in the status colour, its
/// interval as a thin line, what others reach as two short ticks. The end side is always the better one.
fn bullet(pen: &mut Pen, gauge: &Gauge, frame: Frame, palette: &Palette) {
    let Reading { value, baseline, target, interval, benchmark } = gauge.reading;
    let ends = interval.map(|(low, high)| [low, high]).into_iter().flatten();
    let marks = [value, baseline, target, benchmark];
    let domain = Domain::of(marks.into_iter().flatten().chain(ends)).padded(0.06);
    let turned = matches!((baseline, target), (Some(b), Some(t)) if t < b);
    let field = |from, to, top, bottom, color, least| Field { from, to, top, bottom, color, least };
    let (low, high) = (domain.low(), domain.high());
    let mut fields = vec![field(low, high, 0.46, 0.54, palette.rule, 1)];
    if let (Some(from), Some(to)) = (baseline, target) {
        fields.push(field(from.min(to), from.max(to), 0.25, 0.75, palette.rule, 1));
    }
    let color = gauge.signal.color(palette);
    match (baseline, value) {
        (Some(from), Some(to)) => {
            fields.push(field(from.min(to), from.max(to), 0.36, 0.64, color, pen.px(3.0)))
        }
        (None, Some(at)) => fields.push(field(at, at, 0.2, 0.8, color, pen.px(5.0))),
        _ => {}
    }
    if let Some((from, to)) = interval.filter(|_| value.is_some()) {
        fields.push(field(from, to, 0.47, 0.53, palette.ink, 1));
    }
    if let Some(at) = benchmark {
        // Broken, and quieter than the target: a comparison is no aim.
        fields.push(field(at, at, 0.0, 0.25, palette.second, pen.px(2.0)));
        fields.push(field(at, at, 0.75, 1.0, palette.second, pen.px(2.0)));
    }
    if let Some(at) = target {
        fields.push(field(at, at, 0.0, 1.0, palette.ink, pen.px(2.0)));
    }
    pen.bar(frame, domain, fields);
    if turned && let Some(Shape::Bar(bar)) = pen.picture.shapes.last_mut() {
        bar.mirrored = !bar.mirrored;
    }
}

/// The sparkline: known values joined, gaps left open, the last one a dot in its status colour, the target dashed.
#[inline(never)]
fn trend(pen: &mut Pen, gauge: &Gauge, frame: Frame, palette: &Palette) {
    let known = gauge.series.iter().filter_map(|&(day, value)| Some((day, value?)));
    let known: Vec<(f64, f64)> = known.filter(|(day, value)| day.is_finite() && value.is_finite()).collect();
    if known.len() < 2 {
        return;
    }
    let values = Domain::of(known.iter().map(|p| p.1).chain(gauge.reading.target)).padded(0.08);
    let days = Domain::of(gauge.series.iter().map(|p| p.0));
    let runs = gauge.series.split(|(_, value)| value.is_none()).filter(|run| !run.is_empty());
    let runs = runs.map(|run| run.iter().filter_map(|&(day, value)| Some((day, value?))).collect()).collect();
    let (color, dot, target) = (palette.second, gauge.signal.color(palette), gauge.reading.target);
    pen.spark(Frame { w: frame.w - 6.0, ..frame }, Trend { days, values, runs, target, color, dot });
}
