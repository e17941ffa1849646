//! A radar put down, from the ground up: rings, spokes, what was before, what is, what is not known, labels.

use super::around::{Spot, out, runs, way};
use super::layout::{Label, Layout};
use super::{Radar, Spoke};
use crate::chart::look::Color;
use crate::chart::measure::Face;
use crate::chart::paint::{Anchor, Frame, Go, Pen, Picture};

const UNBROKEN: (f64, f64) = (0.0, 0.0);
/// From a spoke to the numbers of the rings.
const ASIDE: f64 = 10.0;
/// The radius of the ring in which the question mark of an unknown axis stands.
const ASKED: f64 = 8.0;

/// Draws it.
pub(super) fn drawn(radar: &Radar, layout: &Layout) -> Picture {
    let mut pen = Pen::new(radar.width, layout.height, radar.ratio, radar.direction);
    pen.rect(Frame { x: 0.0, y: 0.0, w: radar.width, h: layout.height }, radar.palette.paper);
    web(&mut pen, radar, layout);
    marks(&mut pen, radar, layout);
    for (at, spoke) in radar.spokes.iter().enumerate() {
        band(&mut pen, radar, layout, (at, spoke));
    }
    outline(&mut pen, &spots(radar, layout, |spoke| spoke.before), (1.5, radar.palette.second, (4.0, 4.0)));
    let known = spots(radar, layout, |spoke| spoke.value);
    fill(&mut pen, layout.middle, &known, radar.palette.accent.faded(0.1));
    outline(&mut pen, &known, (2.5, radar.palette.accent, UNBROKEN));
    for (at, point) in known.into_iter().enumerate() {
        match point {
            Some(point) => dot(&mut pen, radar, at, point),
            None => unknown(&mut pen, radar, layout, at),
        }
    }
    for (at, (spoke, label)) in radar.spokes.iter().zip(&layout.labels).enumerate() {
        words(&mut pen, layout, label, ink(radar, at, spoke));
    }
    pen.picture
}

/// Where each axis has this value.
fn spots(radar: &Radar, layout: &Layout, of: fn(&Spoke) -> Option<f64>) -> Vec<Option<Spot>> {
    let spokes = radar.spokes.iter().enumerate();
    spokes.map(|(at, spoke)| Some(layout.point(radar, at, of(spoke)?))).collect()
}

/// Rings and spokes. Rings are straight from spoke to spoke, as the outline is: a level all round lies on its ring.
fn web(pen: &mut Pen, radar: &Radar, layout: &Layout) {
    let (of, rule) = (radar.spokes.len(), radar.palette.rule);
    for value in radar.scale.rings().into_iter().skip(1) {
        let corners: Vec<Spot> = (0..of).map(|at| layout.point(radar, at, value)).collect();
        let mut path = joined(&corners);
        path.push(Go::Close);
        pen.line(&path, 1.0, rule, UNBROKEN);
    }
    for at in 0..of {
        let lit = radar.is_lit(at);
        let (width, color) = if lit { (2.0, radar.palette.accent) } else { (1.0, rule) };
        let end = out(layout.middle, way(at, of), layout.radius);
        pen.line(&[Go::Move(layout.middle), Go::Line(end)], width, color, UNBROKEN);
    }
}

fn joined(spots: &[Spot]) -> Vec<Go> {
    let go = |(at, &spot): (usize, &Spot)| if at == 0 { Go::Move(spot) } else { Go::Line(spot) };
    spots.iter().enumerate().map(go).collect()
}

/// What the rings stand for, along the first spoke, on the side where the outline runs over fewer of them; where the
/// rings are close, only some are named, and always the outermost.
fn marks(pen: &mut Pen, radar: &Radar, layout: &Layout) {
    let rings = radar.scale.rings();
    let last = rings.len().saturating_sub(1);
    let between = layout.radius / last.max(1) as f64;
    let every = (14.0 / between).ceil().max(1.0) as usize;
    let (side, anchor) = free_side(radar, layout, &rings);
    let aside = |(x, y): Spot| (x + side * ASIDE, y - 2.0);
    for (at, &value) in
        rings.iter().enumerate().filter(|(at, _)| *at > 0 && (last - at).is_multiple_of(every))
    {
        mark(pen, radar, (at, value), aside(layout.point(radar, 0, value)), anchor);
    }
    // The centre is named as well: it need not be zero. Where a point lies on it, its mark stands beside.
    let lowest = (0, radar.scale.low);
    let (x, y) = layout.middle;
    if is_covered(radar, layout) {
        mark(pen, radar, lowest, aside(layout.middle), anchor);
    } else {
        pen.disc(layout.middle, 8.0, radar.palette.paper);
        mark(pen, radar, lowest, (x, y + 4.0), Anchor::Middle);
    }
}

fn mark(pen: &mut Pen, radar: &Radar, (ring, value): (usize, f64), at: Spot, anchor: Anchor) {
    pen.text(&radar.scale.mark(ring, value), Face::plain(12), radar.palette.second, at, anchor);
}

/// Whether a point lies so near the centre that it would cover what is written there.
fn is_covered(radar: &Radar, layout: &Layout) -> bool {
    let mut known = radar.spokes.iter().filter_map(|spoke| spoke.value);
    known.any(|value| layout.radius * radar.scale.share(value) < 9.0)
}

/// The side of the first spoke where the outline crosses fewer numbers.
fn free_side(radar: &Radar, layout: &Layout, rings: &[f64]) -> (f64, Anchor) {
    let [start, end] =
        [radar.spokes.len().saturating_sub(1), 1].map(|next| crossed(radar, layout, rings, next));
    if start <= end { (-1.0, Anchor::End) } else { (1.0, Anchor::Start) }
}

/// How many numbers the outline runs over between the first spoke and the one beside it.
fn crossed(radar: &Radar, layout: &Layout, rings: &[f64], next: usize) -> usize {
    let value = |at: usize| radar.spokes.get(at).and_then(|spoke| spoke.value);
    let (Some(here), Some(there)) = (value(0), value(next)) else { return 0 };
    let (from, to) = (layout.point(radar, 0, here), layout.point(radar, next, there));
    let along = ((ASIDE + 4.0) / (to.0 - from.0).abs().max(1.0)).min(1.0);
    let y = from.1 + (to.1 - from.1) * along;
    let under = |ring: &&f64| {
        let base = layout.point(radar, 0, **ring).1;
        y > base - 14.0 && y < base
    };
    rings.iter().skip(1).filter(under).count()
}

/// From the lowest to the highest answer, along the spoke.
fn band(pen: &mut Pen, radar: &Radar, layout: &Layout, (at, spoke): (usize, &Spoke)) {
    let Some((low, high)) = spoke.band else { return };
    let [from, to] = [low, high].map(|value| layout.point(radar, at, value));
    let color = if spoke.value.is_some() { radar.palette.accent } else { radar.palette.second };
    pen.line(&[Go::Move(from), Go::Line(to)], 7.0, color.faded(0.3), UNBROKEN);
}

/// The outline: joins neighbours that are both known, and nothing else.
fn outline(pen: &mut Pen, spots: &[Option<Spot>], (width, color, dash): (f64, Color, (f64, f64))) {
    for run in runs(spots).iter().filter(|run| run.len() > 1) {
        let mut path = joined(run);
        if spots.iter().all(Option::is_some) {
            // Its last corner is mitred like the others.
            path.pop();
            path.push(Go::Close);
        }
        pen.line(&path, width, color, dash);
    }
}

/// The ground between the centre and what is known.
fn fill(pen: &mut Pen, middle: Spot, spots: &[Option<Spot>], color: Color) {
    for run in runs(spots).iter().filter(|run| run.len() > 1) {
        let mut path = joined(run);
        if spots.iter().any(Option::is_none) {
            path.push(Go::Line(middle));
        }
        path.push(Go::Close);
        pen.fill(&path, color);
    }
}

fn dot(pen: &mut Pen, radar: &Radar, at: usize, point: Spot) {
    pen.disc(point, if radar.is_lit(at) { 6.5 } else { 4.0 }, radar.palette.accent);
}

/// A ring with a question mark at the outer end: nobody knows, which is not the lowest.
fn unknown(pen: &mut Pen, radar: &Radar, layout: &Layout, at: usize) {
    let lit = radar.is_lit(at);
    let color = if lit { radar.palette.accent } else { radar.palette.second };
    let (x, y) = out(layout.middle, way(at, radar.spokes.len()), layout.radius);
    pen.disc((x, y), ASKED, radar.palette.paper);
    pen.ring((x, y), ASKED, (if lit { 2.5 } else { 1.5 }, color, UNBROKEN));
    pen.text("?", Face::bold(12), color, (x, y + 4.0), Anchor::Middle);
}

/// The colour of a label.
fn ink(radar: &Radar, at: usize, spoke: &Spoke) -> Color {
    match (radar.is_lit(at), spoke.value) {
        (true, _) => radar.palette.accent,
        (_, Some(_)) => radar.palette.ink,
        (_, None) => radar.palette.second,
    }
}

fn words(pen: &mut Pen, layout: &Layout, label: &Label, color: Color) {
    let frame = label.frame;
    let x = match label.anchor {
        Anchor::Start => frame.x + 4.0,
        Anchor::Middle => frame.middle(),
        Anchor::End => frame.end() - 4.0,
    };
    let above = (frame.h - label.lines.len() as f64 * layout.leading) / 2.0;
    for (at, line) in label.lines.iter().enumerate() {
        let base = frame.y + above + layout.leading * (at as f64 + 1.0) - 4.0;
        pen.text(line, layout.face, color, (x, base), label.anchor);
    }
}
