//! The graph with stand-ins for long edges, and the order being worked on.

use super::count::crossings_between;
use super::sift::{Ends, sifted};
use super::spread::spread;
use super::{Layered, get, set};
use crate::stats::put_in_order;

/// Rounds of sweeps that may pass without a gain.
const PATIENCE: usize = 3;
/// Sweeps from one beginning at most.
const SWEEPS: usize = 24;
/// Pairs of nodes that are held against each other at most.
const PAIRS: usize = 30_000_000;
/// So large a part of a layer is mixed up, to each side.
const PART: f64 = 0.15;

/// Where an order comes from before it is mended.
#[derive(Clone, Copy, Debug)]
pub(super) enum Beginning {
    Given,
    WalkDown,
    WalkUp,
    Spread,
}

impl Beginning {
    pub(super) const ALL: [Self; 4] = [Self::Given, Self::WalkDown, Self::WalkUp, Self::Spread];
}

pub(super) struct Work {
    pub(super) layers: Vec<Vec<usize>>,
    /// For each edge the stand-ins it passes through.
    pub(super) chains: Vec<Vec<usize>>,
    first: Vec<Vec<usize>>,
    up: Vec<Vec<usize>>,
    down: Vec<Vec<usize>>,
    place: Vec<usize>,
    /// The layers that may stand better since they or their neighbours changed.
    stale: Vec<bool>,
    random: u64,
    /// Pairs that may still be held against each other: thousands of nodes are to be placed within a second.
    left: usize,
}

impl Work {
    pub(super) fn new(graph: &Layered) -> Self {
        let depth = graph.layer.iter().max().map_or(0, |top| top + 1);
        let mut layers: Vec<Vec<usize>> = vec![Vec::new(); depth];
        for (node, &layer) in graph.layer.iter().enumerate() {
            if let Some(list) = layers.get_mut(layer) {
                list.push(node);
            }
        }
        let mut work = Self {
            up: vec![Vec::new(); graph.layer.len()],
            down: vec![Vec::new(); graph.layer.len()],
            first: Vec::new(),
            place: Vec::new(),
            chains: Vec::with_capacity(graph.edges.len()),
            stale: vec![true; layers.len()],
            layers,
            random: 0x9E37_79B9_7F4A_7C15,
            left: PAIRS,
        };
        for &(upper, lower) in &graph.edges {
            let (top, bottom) = (get(&graph.layer, upper), get(&graph.layer, lower));
            let known = upper < graph.layer.len() && lower < graph.layer.len();
            let chain =
                if known && top < bottom { work.chain(upper, lower, top, bottom) } else { Vec::new() };
            work.chains.push(chain);
        }
        work.first = work.layers.clone();
        work.place = vec![0; work.up.len()];
        work
    }

    fn chain(&mut self, upper: usize, lower: usize, top: usize, bottom: usize) -> Vec<usize> {
        let (mut above, mut chain) = (upper, Vec::new());
        for layer in top + 1..bottom {
            let stand_in = self.up.len();
            self.up.push(Vec::new());
            self.down.push(Vec::new());
            if let Some(list) = self.layers.get_mut(layer) {
                list.push(stand_in);
            }
            self.join(above, stand_in);
            chain.push(stand_in);
            above = stand_in;
        }
        self.join(above, lower);
        chain
    }

    fn join(&mut self, upper: usize, lower: usize) {
        if let (Some(down), Some(up)) = (self.down.get_mut(upper), self.up.get_mut(lower)) {
            down.push(lower);
            up.push(upper);
        }
    }

    /// Nodes and stand-ins.
    pub(super) fn size(&self) -> usize {
        self.up.len()
    }

    /// The crossings left from a beginning.
    pub(super) fn from(&mut self, beginning: Beginning) -> u64 {
        self.layers.clone_from(&self.first);
        match beginning {
            Beginning::Given => {}
            Beginning::WalkDown => self.by_walk(false),
            Beginning::WalkUp => self.by_walk(true),
            Beginning::Spread => {
                let line = spread(&self.up, &self.down);
                let at = |node: usize| line.get(node).copied().unwrap_or_default();
                for layer in &mut self.layers {
                    put_in_order(layer, |&a, &b| at(a).total_cmp(&at(b)));
                }
            }
        }
        self.index();
        let crossings = self.swept();
        self.stale.fill(true);
        crossings - self.settle()
    }

    fn by_walk(&mut self, upwards: bool) {
        let mut seen = vec![usize::MAX; self.up.len()];
        let mut clock = 0;
        // All roots, the first on top.
        let mut stack: Vec<usize> = Vec::with_capacity(self.up.len());
        for at in 0..self.layers.len() {
            let at = if upwards { at } else { self.layers.len() - 1 - at };
            stack.extend(self.layers.get(at).map_or(&[][..], Vec::as_slice).iter().rev());
        }
        while let Some(node) = stack.pop() {
            if get(&seen, node) != usize::MAX {
                continue;
            }
            set(&mut seen, node, clock);
            clock += 1;
            let next = if upwards { self.up.get(node) } else { self.down.get(node) };
            stack.extend(next.map_or(&[][..], Vec::as_slice).iter().rev());
        }
        for layer in &mut self.layers {
            put_in_order(layer, |&a, &b| get(&seen, a).cmp(&get(&seen, b)));
        }
    }

    /// The crossings left where a part of an order was mixed up and mended.
    pub(super) fn kicked(&mut self, order: &[Vec<usize>]) -> u64 {
        self.layers = order.to_vec();
        self.stale.fill(false);
        let (at, middle) = (self.below(self.layers.len()), self.below(1 << 10) as f64 / 1024.0);
        for at in at..=at + 1 {
            self.mix(at, middle);
        }
        self.index();
        self.crossings() - self.settle()
    }

    fn mix(&mut self, at: usize, middle: f64) {
        let mut layer = self.layers.get_mut(at).map(std::mem::take).unwrap_or_default();
        let wide = layer.len() as f64;
        let first = ((middle - PART) * wide).max(0.0) as usize;
        let last = (((middle + PART) * wide) as usize + 2).min(layer.len());
        for place in (first + 1..last).rev() {
            layer.swap(place, first + self.below(place - first + 1));
        }
        set(&mut self.layers, at, layer);
        self.changed(at);
        set(&mut self.stale, at, true);
    }

    fn below(&mut self, most: usize) -> usize {
        let random = &mut self.random;
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        ((*random >> 11) % (most as u64).max(1)) as usize
    }

    fn index(&mut self) {
        for layer in &self.layers {
            for (at, &node) in layer.iter().enumerate() {
                set(&mut self.place, node, at);
            }
        }
    }

    /// Sweeps as long as they gain; gives the crossings of the best order, in which it then stands.
    fn swept(&mut self) -> u64 {
        let mut best = (self.crossings(), self.layers.clone());
        let mut idle = 0;
        for round in 0..SWEEPS {
            if idle > PATIENCE || best.0 == 0 {
                break;
            }
            self.sweep(round % 2 == 0, round % 4 >= 2);
            let crossings = self.crossings();
            idle += 1;
            if crossings < best.0 {
                best = (crossings, self.layers.clone());
                idle = 0;
            }
        }
        self.layers = best.1;
        self.index();
        best.0
    }

    /// One sweep: each layer sorted by the middle of its neighbours in the layer before it.
    fn sweep(&mut self, downwards: bool, median: bool) {
        let depth = self.layers.len();
        for step in 1..depth {
            let at = if downwards { step } else { depth - 1 - step };
            let Some(layer) = self.layers.get_mut(at) else { continue };
            let mut keyed: Vec<(f64, usize)> = Vec::with_capacity(layer.len());
            for (now, &node) in layer.iter().enumerate() {
                let near = if downwards { self.up.get(node) } else { self.down.get(node) };
                let near = near.map_or(&[][..], Vec::as_slice);
                keyed.push((middle(near, &self.place, median).unwrap_or(now as f64), node));
            }
            put_in_order(&mut keyed, |a, b| a.0.total_cmp(&b.0));
            for (now, (slot, (_, node))) in layer.iter_mut().zip(&keyed).enumerate() {
                *slot = *node;
                set(&mut self.place, *node, now);
            }
        }
    }

    /// Sifts the layers down and up again as long as one gains; gives how many crossings fewer there are.
    fn settle(&mut self) -> u64 {
        let depth = self.layers.len();
        let mut gained = 0;
        while self.left > 0 && self.stale.contains(&true) {
            for at in (0..depth).chain((1..depth.saturating_sub(1)).rev()) {
                if self.stale.get_mut(at).is_some_and(std::mem::take) {
                    gained += self.sift(at);
                }
            }
        }
        gained
    }

    /// Moves every node of a layer to the place where its lines cross fewest others, as long as that gains.
    fn sift(&mut self, at: usize) -> u64 {
        let Some(nodes) = self.layers.get(at).cloned() else { return 0 };
        self.left = self.left.saturating_sub(nodes.len() * nodes.len());
        let [up, down] = [&self.up, &self.down].map(|side| Ends::of(&nodes, side, &self.place));
        let (row, gained) = sifted(&up, &down);
        if gained > 0 {
            let layer: Vec<usize> = row.iter().map(|&from| get(&nodes, from)).collect();
            for (now, &node) in layer.iter().enumerate() {
                set(&mut self.place, node, now);
            }
            set(&mut self.layers, at, layer);
            self.changed(at);
        }
        gained
    }

    /// The neighbours of a layer that changed may stand better.
    fn changed(&mut self, at: usize) {
        set(&mut self.stale, at + 1, true);
        if at > 0 {
            set(&mut self.stale, at - 1, true);
        }
    }

    fn crossings(&self) -> u64 {
        let pairs = self.layers.iter().zip(self.layers.iter().skip(1));
        pairs
            .map(|(upper, lower)| crossings_between(upper.iter().map(|&node| self.ends(node)), lower.len()))
            .sum()
    }

    /// The places of a node's neighbours below, ascending.
    fn ends(&self, node: usize) -> Vec<usize> {
        let near = self.down.get(node).map_or(&[][..], Vec::as_slice);
        let mut places: Vec<usize> = near.iter().map(|&n| get(&self.place, n)).collect();
        ascending(&mut places);
        places
    }
}

/// Sorts numbers; a handful, as a node's neighbours mostly are, by insertion.
fn ascending(list: &mut [usize]) {
    if list.len() > 24 {
        return put_in_order(list, usize::cmp);
    }
    for end in 1..list.len() {
        let mut at = end;
        while at > 0 && list.get(at - 1) > list.get(at) {
            list.swap(at - 1, at);
            at -= 1;
        }
    }
}

fn middle(near: &[usize], place: &[usize], median: bool) -> Option<f64> {
    if near.is_empty() {
        return None;
    }
    if !median {
        return Some(near.iter().map(|&n| get(place, n) as f64).sum::<f64>() / near.len() as f64);
    }
    let mut places: Vec<usize> = near.iter().map(|&n| get(place, n)).collect();
    ascending(&mut places);
    let half = places.len() / 2;
    let upper = get(&places, half) as f64;
    Some(if places.len() % 2 == 1 { upper } else { (upper + get(&places, half - 1) as f64) / 2.0 })
}
