//! From nodes to blocks: a card with the actions that hang beneath it, each block in a layer of a band.

use crate::chart::order::{Layered, longest_path};
use crate::chart::scene::{Level, LinkKind, Scene};

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
    let keys: Vec<usize> = (0..count).map(|item| band_key(scene, item)).collect();
    let home: Vec<Option<usize>> =
        (0..count).map(|item| if hang { home(scene, item) } else { None }).collect();
    let mut of = vec![usize::MAX; count];
    let mut all: Vec<Block> = Vec::new();
    for item in (0..count).filter(|&item| home.get(item).copied().flatten().is_none()) {
        let mut block = Block { head: item, ..Block::default() };
        gather(item, 0, &home, &mut block.chips);
        for node in block.chips.iter().map(|chip| chip.0).chain([item]) {
            if let Some(slot) = of.get_mut(node) {
                *slot = all.len();
            }
        }
        all.push(block);
    }
    let (strips, edges) = assign(scene, &keys, &mut all, &of);
    let graph = Layered { layer: all.iter().map(|block| block.layer).collect(), edges };
    Blocks { blocks: all, of, home, strips, graph }
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

/// Where a band stands, top to bottom: a perspective before the first level that has nodes in one.
fn band_key(scene: &Scene, item: usize) -> usize {
    let rank = |level: Level| match level {
        Level::Company => 0,
        Level::Vision | Level::Mission => 1,
        Level::Goal => 2,
        Level::Strategy => 3,
        Level::Action => 4,
    };
    let perspective = |at: &crate::chart::scene::Item| at.perspective.filter(|&p| p < scene.bands.len());
    let own = scene.items.get(item).and_then(perspective);
    let with = scene.items.iter().filter(|i| perspective(i).is_some());
    let first = with.filter_map(|i| i.level.map(rank)).min().unwrap_or(9);
    let level = rank(level(scene, item));
    match own {
        Some(at) => first.max(1) * PLACES + at,
        None => level * PLACES + PLACES / 2,
    }
}

/// The card an action hangs beneath: its strongest parent among goals, strategies and actions. It stands in that
/// card's band, whatever its own perspective: what is done lies with what it is done for.
fn home(scene: &Scene, item: usize) -> Option<usize> {
    if level(scene, item) != Level::Action {
        return None;
    }
    let parents = scene.links.iter().filter(|l| l.from == item && l.kind == LinkKind::Serves);
    let fit = parents.filter(|l| level(scene, l.to) >= Level::Goal && l.to != item);
    fit.fold(None, |best: Option<(f64, usize)>, l| match best {
        Some((weight, _)) if weight >= l.weight => best,
        _ => Some((l.weight, l.to)),
    })
    .map(|(_, to)| to)
}

/// Gives every block its layer: bands from top to bottom, inside a band by longest path of its own serves links.
fn assign(
    scene: &Scene,
    keys: &[usize],
    all: &mut [Block],
    of: &[usize],
) -> (Vec<Strip>, Vec<(usize, usize)>) {
    let key = |block: &Block| keys.get(block.head).copied().unwrap_or_default();
    let mut bands: Vec<usize> = all.iter().map(key).collect();
    bands.sort_unstable();
    bands.dedup();
    let block_of = |item: usize| of.get(item).copied().filter(|b| *b != usize::MAX);
    let ends = scene.links.iter().filter_map(|l| Some((block_of(l.to)?, block_of(l.from)?)));
    let pairs: Vec<(usize, usize)> = ends.filter(|(to, from)| to != from).collect();
    let band_of: Vec<usize> = all.iter().map(key).collect();
    let heads = |at: usize, item: usize| all.get(at).is_some_and(|block| block.head == item);
    let inner: Vec<(usize, usize)> = scene
        .links
        .iter()
        .filter(|l| l.kind == LinkKind::Serves)
        .filter_map(|l| Some((block_of(l.to)?, block_of(l.from)?, l)))
        .filter(|(to, from, l)| {
            heads(*to, l.to) && heads(*from, l.from) && band_of.get(*to) == band_of.get(*from)
        })
        .map(|(to, from, _)| (to, from))
        .collect();
    let (depth, _) = longest_path(all.len(), &inner);
    let mut strips = Vec::new();
    let mut top = 0;
    for &band in &bands {
        let mut deepest = 0;
        for (block, depth) in
            all.iter_mut().zip(&depth).zip(&band_of).filter(|(_, at)| **at == band).map(|(b, _)| b)
        {
            block.layer = top + depth;
            deepest = deepest.max(*depth);
        }
        strips.push(Strip { title: title(scene, band), layers: deepest + 1 });
        top += deepest + 1;
    }
    let layer = |block: usize| all.get(block).map(|b| b.layer);
    let mut edges: Vec<(usize, usize)> = pairs
        .iter()
        .filter_map(|&(to, from)| match layer(to)?.cmp(&layer(from)?) {
            std::cmp::Ordering::Less => Some((to, from)),
            std::cmp::Ordering::Greater => Some((from, to)),
            std::cmp::Ordering::Equal => None,
        })
        .collect();
    edges.sort_unstable();
    edges.dedup();
    (strips, edges)
}

fn title(scene: &Scene, key: usize) -> String {
    let (rank, rest) = (key / PLACES, key % PLACES);
    if rest < PLACES / 2 {
        return scene.bands.get(rest).map(|band| band.title.clone()).unwrap_or_default();
    }
    let at = [0, 1, 3, 4, 5].get(rank).copied().unwrap_or(5);
    scene.words.levels.get(at).cloned().unwrap_or_default()
}
