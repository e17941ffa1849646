//! From blocks to boxes: how many columns, how wide, how high, and where. Depends on the plan and the room alone, never
//! on a number, so that the map stays put when only a value changes.

use super::blocks::{Block, Blocks};
use super::spread::spread;
use crate::chart::geometry::Compact;
use crate::chart::measure::{Face, Measure, wrap};
use crate::chart::order::{Ordered, order};
use crate::chart::paint::Frame;
use crate::chart::scene::{Level, Scene};

/// Measures of a way to set the map, CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measures {
    /// How much a card says.
    pub compact: Compact,
    /// Room around the picture.
    pub margin: f64,
    /// Width kept for the labels of bands at the start side; 0: above the band.
    pub gutter: f64,
    /// Room between columns: links pass here.
    pub gap: f64,
    /// Room between rows: links bend here.
    pub lane: f64,
    /// Least and greatest width of a card.
    pub card: (f64, f64),
    /// Height of a card.
    pub head: f64,
    /// Height of the company's mission and the vision.
    pub slim: f64,
    /// Height of an action's chip.
    pub chip: f64,
    /// Between chips.
    pub chip_gap: f64,
    /// How far chips stand in from the card above.
    pub indent: f64,
}

impl Measures {
    /// The way to set `items` nodes in `width`.
    #[must_use]
    pub fn of(width: f64, items: usize) -> Self {
        let roomy = width >= 960.0;
        let full = Self {
            compact: Compact::Full,
            margin: if roomy { 16.0 } else { 12.0 },
            gutter: if roomy { 104.0 } else { 0.0 },
            gap: 20.0,
            lane: 42.0,
            card: (152.0, 272.0),
            head: 140.0,
            slim: 64.0,
            chip: 64.0,
            chip_gap: 6.0,
            indent: 14.0,
        };
        if items > 120 {
            return Self {
                compact: Compact::Tiny,
                gap: 10.0,
                lane: 34.0,
                card: (36.0, 36.0),
                head: 24.0,
                slim: 24.0,
                chip: 24.0,
                ..full
            };
        }
        if width < 560.0 {
            return Self {
                compact: Compact::Narrow,
                gap: 16.0,
                lane: 36.0,
                card: (124.0, 220.0),
                head: 84.0,
                slim: 60.0,
                chip: 44.0,
                indent: 12.0,
                ..full
            };
        }
        full
    }
}

/// A block with its place.
#[derive(Clone, Debug, Default)]
pub struct Placed {
    /// The card.
    pub card: Frame,
    /// The chips beneath it, in the block's order.
    pub chips: Vec<Frame>,
    /// Its row on the map.
    pub row: usize,
    /// Its place in the row.
    pub column: usize,
}

impl Placed {
    /// Lower edge of the whole block.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.chips.last().map_or(self.card.bottom(), |chip| chip.bottom())
    }
}

/// A row of the map.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Upper edge.
    pub y: f64,
    /// Lower edge.
    pub bottom: f64,
    /// The blocks, from the start side.
    pub blocks: Vec<usize>,
    /// Where links can pass: the free spans between the blocks.
    pub gaps: Vec<(f64, f64)>,
}

/// A band with its place.
#[derive(Clone, Debug, Default)]
pub struct Stripe {
    /// Its label.
    pub title: String,
    /// Upper edge of its first row.
    pub y: f64,
    /// Lower edge of its last row.
    pub bottom: f64,
    /// Height kept above the first row for the label; 0 where it stands in the gutter.
    pub label: f64,
}

/// The map with every box in its place.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// A place for each block.
    pub placed: Vec<Placed>,
    /// Rows, top to bottom.
    pub rows: Vec<Row>,
    /// Bands, top to bottom.
    pub stripes: Vec<Stripe>,
    /// Start and end of the room for cards.
    pub room: (f64, f64),
    /// Height of the picture.
    pub height: f64,
}

/// Places every block.
#[must_use]
pub fn place(scene: &Scene, blocks: &Blocks, m: &Measures, measure: &dyn Measure) -> Places {
    let ordered = order(&blocks.graph, 4);
    let room = (m.margin + m.gutter, (scene.width - m.margin).max(m.margin + m.gutter + m.card.0));
    let mut places =
        Places { placed: vec![Placed::default(); blocks.blocks.len()], room, ..Places::default() };
    let folds = fold_all(scene, blocks, m, ordered, room);
    across(blocks, &folds, m, room, &mut places);
    Down { scene, blocks, m, measure }.all(&folds, &mut places);
    places
}

/// A layer cut into rows.
struct Fold {
    rows: Vec<Vec<usize>>,
    columns: usize,
    widths: f64,
}

fn fold_all(scene: &Scene, blocks: &Blocks, m: &Measures, ordered: Ordered, room: (f64, f64)) -> Vec<Fold> {
    let mut folds = Vec::with_capacity(ordered.layers.len());
    for mut layer in ordered.layers {
        layer.retain(|&node| node < blocks.blocks.len());
        folds.push(fold(scene, blocks, layer, m, room.1 - room.0));
    }
    folds
}

fn fold(scene: &Scene, blocks: &Blocks, layer: Vec<usize>, m: &Measures, wide: f64) -> Fold {
    let count = layer.len().max(1);
    let least = m.card.0;
    let fit = (((wide + m.gap) / (least + m.gap)).floor() as usize).clamp(1, count);
    let rows = count.div_ceil(fit);
    let columns = count.div_ceil(rows);
    let most = if m.compact == Compact::Tiny {
        least
    } else if layer.iter().any(|&at| blocks.blocks.get(at).is_some_and(|block| leads(scene, block.head))) {
        m.card.1 * 1.5
    } else {
        m.card.1
    };
    let widths = ((wide - m.gap * (columns as f64 - 1.0)) / columns as f64).min(most).floor();
    if rows == 1 {
        return Fold { rows: vec![layer], columns, widths };
    }
    let mut cut: Vec<Vec<usize>> = Vec::with_capacity(rows);
    for row in 0..rows {
        cut.push(layer.iter().copied().skip(row).step_by(rows).collect());
    }
    Fold { rows: cut, columns, widths }
}

/// Whether an item is a mission or the vision, which get more room.
fn leads(scene: &Scene, item: usize) -> bool {
    let level = scene.items.get(item).and_then(|item| item.level);
    matches!(level, Some(Level::Company | Level::Mission | Level::Vision))
}

/// Where everything lies across: folded layers on a grid, the others near what they are linked with.
fn across(blocks: &Blocks, folds: &[Fold], m: &Measures, room: (f64, f64), places: &mut Places) {
    for fold in folds {
        let used = fold.columns as f64 * (fold.widths + m.gap) - m.gap;
        let from = room.0 + ((room.1 - room.0 - used) / 2.0).max(0.0);
        for row in &fold.rows {
            for (column, &at) in row.iter().enumerate() {
                if let Some(placed) = places.placed.get_mut(at) {
                    placed.card.x = (from + column as f64 * (fold.widths + m.gap)).round();
                    placed.card.w = fold.widths;
                    placed.column = column;
                }
            }
        }
    }
    // Six times upwards and down again.
    for turn in 0..12 {
        for at in 0..folds.len() {
            let at = if turn % 2 == 0 { folds.len() - 1 - at } else { at };
            if let Some(Fold { rows, widths, .. }) = folds.get(at)
                && let [row] = rows.as_slice()
            {
                draw_near(blocks, row, *widths, m, room, places);
            }
        }
    }
}

fn draw_near(blocks: &Blocks, row: &[usize], wide: f64, m: &Measures, room: (f64, f64), places: &mut Places) {
    let middle = |at: usize| places.placed.get(at).map_or(0.0, |p| p.card.middle());
    let mut wants = Vec::with_capacity(row.len());
    for &at in row {
        let (mut sum, mut count) = (0.0, 0.0);
        for &(a, b) in &blocks.graph.edges {
            if a == at || b == at {
                sum += middle(if a == at { b } else { a });
                count += 1.0;
            }
        }
        wants.push(if count > 0.0 { sum / count } else { middle(at) });
    }
    for (x, &at) in spread(&wants, wide, m.gap, room).iter().zip(row) {
        if let Some(placed) = places.placed.get_mut(at) {
            placed.card.x = x.round();
        }
    }
}

/// Where everything lies downwards: rows, their heights, the chips, the gaps.
struct Down<'a> {
    scene: &'a Scene,
    blocks: &'a Blocks,
    m: &'a Measures,
    measure: &'a dyn Measure,
}

impl Down<'_> {
    fn all(&self, folds: &[Fold], places: &mut Places) {
        let m = self.m;
        let mut y = m.margin;
        let mut layer = 0;
        for (band, strip) in self.blocks.strips.iter().enumerate() {
            let layers = folds.get(layer..).unwrap_or_default();
            let label = self.label(layers.first().and_then(|fold| fold.rows.first()));
            y += label + if band > 0 { m.lane } else { 0.0 };
            let top = y;
            let mut first = true;
            for fold in layers.iter().take(strip.layers) {
                for row in &fold.rows {
                    y += if first { 0.0 } else { m.lane };
                    y = self.row(row, y, places);
                    first = false;
                }
            }
            layer += strip.layers;
            places.stripes.push(Stripe { title: strip.title.clone(), y: top, bottom: y, label });
        }
        places.height = (y + m.margin).round();
    }

    /// Room for a label above a band, and for the word of a broken line beneath it.
    fn label(&self, first: Option<&Vec<usize>>) -> f64 {
        if self.m.gutter > 0.0 {
            return 0.0;
        }
        for &at in first.into_iter().flatten() {
            if self.block(at).is_some_and(|block| self.scene.breaks_at(block.head)) {
                return 40.0;
            }
        }
        16.0
    }

    fn row(&self, row: &[usize], y: f64, places: &mut Places) -> f64 {
        let index = places.rows.len();
        let mut high = 0.0_f64;
        for &at in row {
            if let (Some(block), Some(placed)) = (self.block(at), places.placed.get(at)) {
                high = high.max(self.head(block, placed.card.w));
            }
        }
        let (mut bottom, mut from) = (y + high, places.room.0 - self.m.gap / 2.0);
        let mut gaps = Vec::with_capacity(row.len() + 1);
        for &at in row {
            let (Some(block), Some(placed)) = (self.block(at), places.placed.get_mut(at)) else { continue };
            let own = self.level(block.head);
            let low = matches!(own, Some(Level::Company | Level::Vision | Level::Action));
            placed.row = index;
            placed.card.y = y;
            placed.card.h = if low { self.head(block, placed.card.w) } else { high };
            self.hang(block, placed);
            gaps.push((from, placed.card.x));
            from = placed.card.end();
            bottom = bottom.max(placed.bottom());
        }
        gaps.push((from, places.room.1 + self.m.gap / 2.0));
        places.rows.push(Row { y, bottom, blocks: row.to_vec(), gaps });
        bottom
    }

    fn block(&self, at: usize) -> Option<&Block> {
        self.blocks.blocks.get(at)
    }

    fn level(&self, item: usize) -> Option<Level> {
        self.scene.items.get(item).and_then(|item| item.level)
    }

    /// Height of a card: less where its title needs one line only.
    fn head(&self, block: &Block, wide: f64) -> f64 {
        let m = self.m;
        match self.level(block.head) {
            Some(Level::Company | Level::Vision) => m.slim,
            Some(Level::Action) => self.chip(block.head, wide),
            _ if m.compact == Compact::Full => {
                m.head - if self.lines(block.head, wide - 24.0, Face::bold(15)) > 1 { 0.0 } else { 19.0 }
            }
            _ => m.head,
        }
    }

    fn chip(&self, item: usize, wide: f64) -> f64 {
        let one = self.m.compact == Compact::Full && self.lines(item, wide - 20.0, Face::plain(13)) < 2;
        self.m.chip - if one { 16.0 } else { 0.0 }
    }

    fn lines(&self, item: usize, room: f64, face: Face) -> usize {
        self.scene.items.get(item).map_or(1, |item| wrap(&item.title, face, room, 2, self.measure).len())
    }

    fn hang(&self, block: &Block, placed: &mut Placed) {
        let (m, card) = (self.m, placed.card);
        let mut y = card.bottom() + m.chip_gap;
        let mut chips = Vec::with_capacity(block.chips.len());
        for &(item, depth) in &block.chips {
            let indent = m.indent + 10.0 * depth.min(3) as f64;
            let frame =
                Frame { x: card.x + indent, y, w: card.w - indent, h: self.chip(item, card.w - indent) };
            y = frame.bottom() + m.chip_gap;
            chips.push(frame);
        }
        placed.chips = chips;
    }
}
