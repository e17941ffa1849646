//! From nodes to blocks: a card with the actions that hang beneath it, each block in a layer of a band.

use crate::chart::order::{Layered, longest_path};
use crate::chart::scene::{Item, Level, LinkKind, Scene};
use crate::stats::put_in_order;

/// A card and what hangs beneath it.
#[derive(Clone, Debug, Default)]
pub struct Block {
    /// The item of the card.
    pub head: usize,
    /// The actions beneath it: item and depth.
    pub chips: Vec<(usize, usize)>,
    /// Its layer.
    pub layer: usize,
}

/// A band of the map.
#[derive(Clone, Debug, Default)]
pub struct Strip {
    /// Its label.
    pub title: String,
    /// How many layers it has.
    pub layers: usize,
}

/// The map before it has a size.
#[derive(Clone, Debug, Default)]
pub struct Blocks {
    /// Every block.
    pub blocks: Vec<Block>,
    /// For each item its block.
    pub of: Vec<usize>,
    /// For each item what it hangs beneath.
    pub home: Vec<Option<usize>>,
    /// Bands, top to bottom.
    pub strips: Vec<Strip>,
    /// The blocks as a layered graph.
    pub graph: Layered,
}

/// Sorts the scene's items into blocks, layers and bands. Without `hang` every item is a block of its own.
#[must_use]
pub fn blocks(scene: &Scene, hang: bool) -> Blocks {
    let count = scene.items.len();
    let home = if hang { homes(scene) } else { vec![None; count] };
    let mut of = vec![usize::MAX; count];
    let mut all: Vec<Block> = Vec::new();
    for item in 0..count {
        if home.get(item).copied().flatten().is_some() {
            continue;
        }
        let mut block = Block { head: item, ..Block::default() };
        gather(item, 0, &home, &mut block.chips);
        put(&mut of, item, all.len());
        for chip in &block.chips {
            put(&mut of, chip.0, all.len());
        }
        all.push(block);
    }
    let (strips, edges) = assign(scene, &mut all, &of);
    let graph = Layered { layer: all.iter().map(|block| block.layer).collect(), edges };
    Blocks { blocks: all, of, home, strips, graph }
}

fn put(list: &mut [usize], at: usize, value: usize) {
    if let Some(slot) = list.get_mut(at) {
        *slot = value;
    }
}

/// The actions beneath `item`, each followed by its own; a cycle among them (refused by the plan) ends at depth 8.
fn gather(item: usize, depth: usize, home: &[Option<usize>], chips: &mut Vec<(usize, usize)>) {
    if depth > 8 {
        return;
    }
    for (child, _) in home.iter().enumerate().filter(|(_, parent)| **parent == Some(item)) {
        chips.push((child, depth));
        gather(child, depth + 1, home, chips);
    }
}

fn level(scene: &Scene, item: usize) -> Level {
    scene.items.get(item).and_then(|item| item.level).unwrap_or(Level::Action)
}

/// Bands that fit between one level and the next.
const PLACES: usize = 10_000;

const fn rank(level: Level) -> usize {
    match level {
        Level::Company => 0,
        Level::Vision | Level::Mission => 1,
        Level::Goal => 2,
        Level::Strategy => 3,
        Level::Action => 4,
    }
}

/// For each item where its band stands, top to bottom: a perspective before the first level that has nodes in one.
fn band_keys(scene: &Scene) -> Vec<usize> {
    let perspective = |at: &Item| at.perspective.filter(|&p| p < scene.bands.len());
    let mut first = 9;
    for item in &scene.items {
        if let (Some(_), Some(level)) = (perspective(item), item.level) {
            first = first.min(rank(level));
        }
    }
    let key = |item: &Item| match perspective(item) {
        Some(at) => first.max(1) * PLACES + at,
        None => rank(item.level.unwrap_or(Level::Action)) * PLACES + PLACES / 2,
    };
    scene.items.iter().map(key).collect()
}

/// For each item the card it hangs beneath: an action's strongest parent among goals, strategies and actions. It
/// stands in that card's band, whatever its own perspective: what is done lies with what it is done for.
fn homes(scene: &Scene) -> Vec<Option<usize>> {
    let mut homes = vec![None; scene.items.len()];
    let mut weights = vec![f64::NEG_INFINITY; scene.items.len()];
    for link in &scene.links {
        let fits = link.kind == LinkKind::Serves
            && level(scene, link.from) == Level::Action
            && level(scene, link.to) >= Level::Goal
            && link.to != link.from;
        if let (true, Some(home), Some(weight)) = (fits, homes.get_mut(link.from), weights.get_mut(link.from))
            && (home.is_none() || link.weight > *weight)
        {
            (*home, *weight) = (Some(link.to), link.weight);
        }
    }
    homes
}

/// Gives every block its layer: bands from top to bottom, inside a band by longest path of its own serves links.
fn assign(scene: &Scene, all: &mut [Block], of: &[usize]) -> (Vec<Strip>, Vec<(usize, usize)>) {
    let keys = band_keys(scene);
    let own: Vec<usize> = all.iter().map(|block| keys.get(block.head).copied().unwrap_or_default()).collect();
    let depth = depths(scene, all, of, &own);
    let mut bands = own.clone();
    put_in_order(&mut bands, Ord::cmp);
    bands.dedup();
    let mut strips = Vec::with_capacity(bands.len());
    let mut top = 0;
    for band in bands {
        let mut deepest = 0;
        for ((block, depth), at) in all.iter_mut().zip(&depth).zip(&own) {
            if *at == band {
                block.layer = top + depth;
                deepest = deepest.max(*depth);
            }
        }
        strips.push(Strip { title: title(scene, band), layers: deepest + 1 });
        top += deepest + 1;
    }
    (strips, edges(scene, all, of))
}

/// How deep each block lies in its own band.
fn depths(scene: &Scene, all: &[Block], of: &[usize], own: &[usize]) -> Vec<usize> {
    let mut inner = Vec::new();
    for link in &scene.links {
        let (Some(&to), Some(&from)) = (of.get(link.to), of.get(link.from)) else { continue };
        let heads = |at: usize, item: usize| all.get(at).is_some_and(|block| block.head == item);
        let both = heads(to, link.to) && heads(from, link.from);
        if both && link.kind == LinkKind::Serves && own.get(to) == own.get(from) {
            inner.push((to, from));
        }
    }
    longest_path(all.len(), &inner).0
}

/// The links between blocks of different layers, upper one first, each once.
fn edges(scene: &Scene, all: &[Block], of: &[usize]) -> Vec<(usize, usize)> {
    let mut edges = Vec::new();
    for link in &scene.links {
        let (Some(&to), Some(&from)) = (of.get(link.to), of.get(link.from)) else { continue };
        let (Some(end), Some(begin)) = (all.get(to), all.get(from)) else { continue };
        if end.layer < begin.layer {
            edges.push((to, from));
        } else if end.layer > begin.layer {
            edges.push((from, to));
        }
    }
    put_in_order(&mut edges, Ord::cmp);
    edges.dedup();
    edges
}

fn title(scene: &Scene, key: usize) -> String {
    let (rank, rest) = (key / PLACES, key % PLACES);
    if rest < PLACES / 2 {
        return scene.bands.get(rest).map(|band| band.title.clone()).unwrap_or_default();
    }
    let at = [0, 1, 3, 4, 5].get(rank).copied().unwrap_or(5);
    scene.words.levels.get(at).cloned().unwrap_or_default()
}
