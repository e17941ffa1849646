//! The strategy map (P2): bands of cards, links through the spans between them, the through line over all.

mod blocks;
mod place;
mod route;
mod spread;

use super::card::{Kit, card, chip};
use super::geometry::{Compact, Spot, Tie};
use super::lit::{LINE, Lit, lit};
use super::look::STEP_BACK;
use super::measure::{Face, Measure, one_line, wrap};
use super::paint::{Anchor, Frame, Go, Pen, Picture};
use super::scene::{Level, LinkKind, Scene};
use crate::stats::put_in_order;
pub use blocks::{Block, Blocks, blocks};
pub use place::{Measures, Placed, Places, Row, Stripe, place};
pub use route::{Route, routes};

/// The map with every box and way in its place; depends on the plan and the room, not on any value.
#[derive(Clone, Debug)]
pub struct Layout {
    /// What hangs beneath what.
    pub blocks: Blocks,
    /// Where it lies.
    pub places: Places,
    /// The ways of the links.
    pub routes: Vec<Route>,
    /// The measures it was set with.
    pub measures: Measures,
}

/// Lays the map out.
#[must_use]
pub fn layout(scene: &Scene, measure: &dyn Measure) -> Layout {
    let measures = Measures::of(scene.width, scene.items.len());
    let blocks = blocks(scene, measures.compact != Compact::Tiny);
    let places = place(scene, &blocks, &measures, measure);
    let routes = routes(scene, &blocks, &places);
    Layout { blocks, places, routes, measures }
}

/// The map as a picture.
#[must_use]
pub fn picture(scene: &Scene, layout: &Layout, measure: &dyn Measure) -> Picture {
    let mut pen = Pen::new(scene.width, layout.places.height, scene.ratio, scene.direction);
    let lit = lit(scene);
    let whole = Frame { x: 0.0, y: 0.0, w: scene.width, h: layout.places.height };
    pen.rect(whole, scene.palette.paper);
    pen.ink(if lit.is_some() { STEP_BACK } else { 1.0 });
    rules(&mut pen, scene, layout);
    links(&mut pen, scene, layout, lit.as_ref(), measure);
    labels(&mut pen, scene, layout, measure);
    cards(&mut pen, scene, layout, lit.as_ref(), measure);
    geometry(&mut pen, scene, layout);
    pen.picture
}

/// A hairline above each band.
fn rules(pen: &mut Pen, scene: &Scene, layout: &Layout) {
    let m = &layout.measures;
    for stripe in layout.places.stripes.iter().skip(1) {
        let y = (stripe.y - stripe.label - m.lane / 2.0).round();
        pen.rect(Frame { x: m.margin, y, w: scene.width - 2.0 * m.margin, h: 1.0 }, scene.palette.rule);
    }
}

/// Labels of the bands at the start side, in the gutter or above the band.
fn labels(pen: &mut Pen, scene: &Scene, layout: &Layout, measure: &dyn Measure) {
    let (m, palette) = (&layout.measures, &scene.palette);
    for stripe in &layout.places.stripes {
        let room = if m.gutter > 0.0 { m.gutter - 12.0 } else { scene.width - 2.0 * m.margin };
        let longest =
            |face: Face| stripe.title.split_whitespace().map(|w| measure.width(w, face)).fold(0.0, f64::max);
        let face = if longest(Face::caps(15)) > room { Face::caps(13) } else { Face::caps(15) };
        if m.gutter > 0.0 {
            for (line, text) in wrap(&stripe.title, face, room, 3, measure).iter().enumerate() {
                let base = stripe.y + 16.0 + 15.0 * line as f64;
                pen.text(text, face, palette.second, (m.margin, base), Anchor::Start);
            }
        } else {
            let (y, w) = (stripe.y - stripe.label, measure.width(&stripe.title, face) + 8.0);
            pen.panel(Frame { x: m.margin - 4.0, y: y - 6.0, w, h: 18.0 }, 1.0, palette.paper, true);
            pen.text(&stripe.title, face, palette.second, (m.margin, y + 8.0), Anchor::Start);
        }
    }
}

fn links(pen: &mut Pen, scene: &Scene, layout: &Layout, lit: Option<&Lit>, measure: &dyn Measure) {
    let palette = &scene.palette;
    for route in &layout.routes {
        let Some(link) = scene.links.get(route.link) else { continue };
        match link.kind {
            LinkKind::Serves => pen.line(&route.path, 1.5, palette.second.faded(0.6), (0.0, 0.0)),
            LinkKind::Supports => pen.line(&route.path, 1.0, palette.second, (1.5, 3.0)),
            LinkKind::Drives => pen.line(&route.path, 1.0, palette.second.faded(0.85), (5.0, 4.0)),
        }
        if let Some((to, from)) = route.arrow {
            arrow(pen, to, from, palette.second);
        }
    }
    breaks(pen, scene, layout, lit, measure);
    let Some(lit) = lit else { return };
    pen.ink(1.0);
    for route in &layout.routes {
        let width = lit.links.get(route.link).copied().unwrap_or_default();
        if width > 0.0 {
            pen.line(&route.path, width, palette.accent, (0.0, 0.0));
        }
    }
    pen.ink(STEP_BACK);
}

fn arrow(pen: &mut Pen, to: (f64, f64), from: (f64, f64), color: super::look::Color) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let long = (dx * dx + dy * dy).sqrt().max(1e-9);
    let (ux, uy) = (dx / long, dy / long);
    let back = (to.0 - ux * 8.0, to.1 - uy * 8.0);
    let path = [
        Go::Move(to),
        Go::Line((back.0 - uy * 4.0, back.1 + ux * 4.0)),
        Go::Line((back.0 + uy * 4.0, back.1 - ux * 4.0)),
        Go::Close,
    ];
    pen.fill(&path, color);
}

/// A node with nothing above it: a stub of line, a gap, and the word for it.
fn breaks(pen: &mut Pen, scene: &Scene, layout: &Layout, lit: Option<&Lit>, measure: &dyn Measure) {
    for item in 0..scene.items.len() {
        let Some(placed) = layout.blocks.of.get(item).and_then(|&b| layout.places.placed.get(b)) else {
            continue;
        };
        if !scene.breaks_at(item) || layout.measures.compact == Compact::Tiny {
            continue;
        }
        let bright = lit.is_some_and(|lit| lit.items.get(item) == Some(&true));
        let (word, y) = (&scene.words.no_path, placed.card.y);
        let end = scene.width - layout.measures.margin - 8.0;
        let x = placed.card.middle().min(end - measure.width(word, Face::plain(12))).max(placed.card.x + 8.0);
        let word = one_line(word, Face::plain(12), end - x, measure);
        let (width, color) = if bright { (LINE, scene.palette.accent) } else { (1.5, scene.palette.second) };
        pen.ink(if lit.is_none() || bright { 1.0 } else { STEP_BACK });
        pen.line(&[Go::Move((x, y)), Go::Line((x, y - 9.0))], width, color, (0.0, 0.0));
        pen.line(&[Go::Move((x, y - 17.0)), Go::Line((x, y - 22.0))], width, color, (0.0, 0.0));
        pen.text(&word, Face::plain(12), color, (x + 8.0, y - 9.0), Anchor::Start);
        pen.ink(if lit.is_some() { STEP_BACK } else { 1.0 });
    }
}

fn cards(pen: &mut Pen, scene: &Scene, layout: &Layout, lit: Option<&Lit>, measure: &dyn Measure) {
    let kit = Kit { palette: &scene.palette, measure, compact: layout.measures.compact };
    for (block, placed) in layout.blocks.blocks.iter().zip(&layout.places.placed) {
        let chips = block.chips.iter().map(|chip| chip.0).zip(&placed.chips);
        for (item, frame) in std::iter::once((block.head, &placed.card)).chain(chips) {
            let Some(node) = scene.items.get(item) else { continue };
            let bright = lit.is_some_and(|lit| lit.items.get(item) == Some(&true));
            pen.ink(if lit.is_none() || bright { 1.0 } else { STEP_BACK });
            if node.level == Some(Level::Action) {
                chip(pen, node, *frame, &kit)
            } else {
                card(pen, node, *frame, &kit)
            }
            if bright {
                pen.outline(frame.grown(2.0), 6.0, 2.0, scene.palette.accent);
            }
        }
    }
    pen.ink(1.0);
}

/// The boxes in reading order, rows top to bottom: a row of cards, then rows of chips beneath it.
fn geometry(pen: &mut Pen, scene: &Scene, layout: &Layout) {
    let mut spots: Vec<(usize, usize, Frame, usize)> = Vec::new();
    for (block, placed) in layout.blocks.blocks.iter().zip(&layout.places.placed) {
        spots.push((placed.row, 0, placed.card, block.head));
        for (depth, (chip, frame)) in block.chips.iter().zip(&placed.chips).enumerate() {
            spots.push((placed.row, depth + 1, *frame, chip.0));
        }
    }
    put_in_order(&mut spots, |a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.x.total_cmp(&b.2.x)));
    let (mut row, mut column) = (0, 0);
    let mut last = None;
    for (line, depth, frame, item) in spots {
        if last.is_some_and(|l| l != (line, depth)) {
            row += 1;
            column = 0;
        }
        last = Some((line, depth));
        let id = scene.id_of(item);
        let at = pen.on_screen(frame);
        let spot = Spot { id, x: at.x, y: at.y, width: at.w, height: at.h, row, column };
        pen.picture.geometry.nodes.push(spot);
        column += 1;
    }
    pen.picture.geometry.links = layout
        .routes
        .iter()
        .filter_map(|route| scene.links.get(route.link))
        .map(|link| Tie { from: scene.id_of(link.from), to: scene.id_of(link.to), kind: link.kind })
        .collect();
    pen.picture.geometry.compact = layout.measures.compact;
}
