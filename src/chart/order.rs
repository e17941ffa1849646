//! Layered graphs: layers by longest path, and the order within them that crosses fewest lines.
//!
//! Sweeps by barycentre and median from several deterministic beginnings, each polished by moving every node to its
//! best place in its layer (sifting); the best order seen is kept. Crossings are counted with a Fenwick tree.

use crate::stats::put_in_order;

/// A graph whose nodes have layers, 0 on top; an edge goes from an upper to a lower layer.
#[derive(Clone, Debug, Default)]
pub struct Layered {
    /// Layer of each node.
    pub layer: Vec<usize>,
    /// Edges, upper node first; those within one layer, or upwards, are left out of the order.
    pub edges: Vec<(usize, usize)>,
}

/// The order found.
#[derive(Clone, Debug, Default)]
pub struct Ordered {
    /// The nodes of each layer, in order; numbers beyond the graph's nodes stand for edges passing through.
    pub layers: Vec<Vec<usize>>,
    /// For each edge the stand-ins it passes through, from the top.
    pub chains: Vec<Vec<usize>>,
    /// Crossings left.
    pub crossings: u64,
}

/// Layers by longest path from the top; an edge that would close a cycle is turned round (and reported as such).
#[must_use]
pub fn longest_path(nodes: usize, edges: &[(usize, usize)]) -> (Vec<usize>, Vec<(usize, usize)>) {
    let acyclic = break_cycles(nodes, edges);
    let mut waiting = vec![0usize; nodes];
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); nodes];
    for &(a, b) in &acyclic {
        if let (Some(list), Some(count)) = (below.get_mut(a), waiting.get_mut(b)) {
            list.push(b);
            *count += 1;
        }
    }
    let mut layer = vec![0usize; nodes];
    let mut ready: Vec<usize> = (0..nodes).filter(|&n| waiting.get(n) == Some(&0)).collect();
    while let Some(node) = ready.pop() {
        let next = layer.get(node).map_or(0, |l| l + 1);
        for &child in below.get(node).map_or(&[][..], Vec::as_slice) {
            if let (Some(at), Some(count)) = (layer.get_mut(child), waiting.get_mut(child)) {
                *at = (*at).max(next);
                *count -= 1;
                if *count == 0 {
                    ready.push(child);
                }
            }
        }
    }
    (layer, acyclic)
}

/// The edges with those turned round that lead back into the path being walked; loops are dropped.
fn break_cycles(nodes: usize, edges: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut out: Vec<Vec<usize>> = vec![Vec::new(); nodes];
    let mut enters = vec![false; nodes];
    for &(a, b) in edges {
        if a != b
            && b < nodes
            && let Some(list) = out.get_mut(a)
        {
            list.push(b);
            if let Some(flag) = enters.get_mut(b) {
                *flag = true;
            }
        }
    }
    let mut state = vec![0u8; nodes];
    let mut kept = Vec::with_capacity(edges.len());
    let sources = (0..nodes).filter(|&n| enters.get(n) == Some(&false));
    for root in sources.chain(0..nodes) {
        walk(root, &out, &mut state, &mut kept);
    }
    kept
}

fn walk(root: usize, out: &[Vec<usize>], state: &mut [u8], kept: &mut Vec<(usize, usize)>) {
    let mut path = vec![(root, 0usize)];
    if state.get(root) != Some(&0) {
        return;
    }
    set(state, root, 1);
    while let Some((node, at)) = path.last_mut() {
        let (node, next) = (*node, out.get(*node).and_then(|list| list.get(*at)).copied());
        *at += 1;
        match next {
            Some(child) => match state.get(child) {
                Some(1) => kept.push((child, node)),
                Some(0) => {
                    kept.push((node, child));
                    set(state, child, 1);
                    path.push((child, 0));
                }
                _ => kept.push((node, child)),
            },
            None => {
                set(state, node, 2);
                path.pop();
            }
        }
    }
}

fn set<T>(list: &mut [T], at: usize, value: T) {
    if let Some(slot) = list.get_mut(at) {
        *slot = value;
    }
}

fn get(list: &[usize], at: usize) -> usize {
    list.get(at).copied().unwrap_or_default()
}

/// Orders the nodes of every layer so that few lines cross. `effort` 0 to 3: how many beginnings are tried.
#[must_use]
pub fn order(graph: &Layered, effort: usize) -> Ordered {
    let mut work = Work::new(graph);
    let size = work.up.len();
    let (starts, rounds) = match size {
        0..=150 => (4 + 8 * effort, 24),
        151..=600 => (2 + effort, 12),
        601..=3000 => (1, 8),
        _ => (1, 4),
    };
    let mut best: Option<(u64, Vec<Vec<usize>>)> = None;
    for start in 0..starts {
        work.begin(start);
        work.improve(rounds, size <= 3000, &mut best);
        if matches!(best, Some((0, _))) {
            break;
        }
    }
    let (crossings, layers) = best.unwrap_or_default();
    Ordered { layers, chains: work.chains, crossings }
}

/// The graph with stand-ins for long edges, and the order being worked on.
struct Work {
    layers: Vec<Vec<usize>>,
    first: Vec<Vec<usize>>,
    up: Vec<Vec<usize>>,
    down: Vec<Vec<usize>>,
    place: Vec<usize>,
    chains: Vec<Vec<usize>>,
    random: u64,
}

impl Work {
    fn new(graph: &Layered) -> Self {
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
            layers,
            random: 0x9E37_79B9_7F4A_7C15,
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

    /// Beginnings: as given; from a walk down; from a walk up; then shuffled.
    fn begin(&mut self, start: usize) {
        self.layers.clone_from(&self.first);
        match start {
            0 => {}
            1 => self.by_walk(false),
            2 => self.by_walk(true),
            _ => self.shuffle(),
        }
        self.index();
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

    fn shuffle(&mut self) {
        let mut random = self.random;
        for layer in &mut self.layers {
            for at in (1..layer.len()).rev() {
                random ^= random << 13;
                random ^= random >> 7;
                random ^= random << 17;
                layer.swap(at, (random % (at as u64 + 1)) as usize);
            }
        }
        self.random = random;
    }

    fn index(&mut self) {
        for layer in &self.layers {
            for (at, &node) in layer.iter().enumerate() {
                set(&mut self.place, node, at);
            }
        }
    }

    fn improve(&mut self, rounds: usize, sift: bool, best: &mut Option<(u64, Vec<Vec<usize>>)>) {
        let mut idle = 0;
        for round in 0..rounds {
            self.sweep(round % 2 == 0, round % 4 >= 2);
            if sift {
                self.sift_all();
            }
            let crossings = self.crossings();
            if best.as_ref().is_none_or(|(least, _)| crossings < *least) {
                *best = Some((crossings, self.layers.clone()));
                idle = 0;
            } else {
                idle += 1;
            }
            if crossings == 0 || idle > 6 {
                break;
            }
        }
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

    fn sift_all(&mut self) {
        for _ in 0..4 {
            let mut gained = false;
            for at in 0..self.layers.len() {
                gained |= self.sift_layer(at);
            }
            if !gained {
                break;
            }
        }
    }

    /// Moves every node of a layer to the place where its lines cross fewest others.
    fn sift_layer(&mut self, at: usize) -> bool {
        let nodes = self.layers.get(at).cloned().unwrap_or_default();
        let up: Vec<Vec<usize>> = nodes.iter().map(|&n| self.places(&self.up, n)).collect();
        let down: Vec<Vec<usize>> = nodes.iter().map(|&n| self.places(&self.down, n)).collect();
        let mut row: Vec<usize> = (0..nodes.len()).collect();
        let mut gained = false;
        let far = nodes.len().min(400);
        for moving in 0..nodes.len() {
            gained |= sift_one(moving, &mut row, &up, &down, far);
        }
        if gained && let Some(layer) = self.layers.get_mut(at) {
            for (now, (slot, &from)) in layer.iter_mut().zip(&row).enumerate() {
                *slot = get(&nodes, from);
                set(&mut self.place, *slot, now);
            }
        }
        gained
    }

    fn places(&self, side: &[Vec<usize>], node: usize) -> Vec<usize> {
        let near = side.get(node).map_or(&[][..], Vec::as_slice);
        let mut places: Vec<usize> = near.iter().map(|&n| get(&self.place, n)).collect();
        ascending(&mut places);
        places
    }

    fn crossings(&self) -> u64 {
        let pairs = self.layers.iter().zip(self.layers.iter().skip(1));
        pairs.map(|(upper, lower)| self.between(upper, lower.len())).sum()
    }

    /// Crossings between a layer and the next: inversions, counted with a Fenwick tree.
    fn between(&self, upper: &[usize], wide: usize) -> u64 {
        let mut tree = vec![0u64; wide + 1];
        let (mut seen, mut total) = (0u64, 0u64);
        for &node in upper {
            let ends = self.places(&self.down, node);
            for &end in &ends {
                total += seen - sum(&tree, end + 1);
            }
            for &end in &ends {
                add(&mut tree, end + 1);
                seen += 1;
            }
        }
        total
    }
}

fn sum(tree: &[u64], mut at: usize) -> u64 {
    let mut total = 0;
    while at > 0 {
        total += tree.get(at).copied().unwrap_or_default();
        at &= at - 1;
    }
    total
}

fn add(tree: &mut [u64], mut at: usize) {
    while let Some(slot) = tree.get_mut(at) {
        *slot += 1;
        at += at & at.wrapping_neg();
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

/// How many more crossings there are with `a` before `b` than the other way round, on one side.
fn more(a: &[usize], b: &[usize]) -> i64 {
    let (mut before, mut after) = (0i64, 0i64);
    let mut low = 0;
    for &x in a {
        while b.get(low).is_some_and(|&y| y < x) {
            low += 1;
        }
        before += low as i64;
    }
    let mut low = 0;
    for &y in b {
        while a.get(low).is_some_and(|&x| x < y) {
            low += 1;
        }
        after += low as i64;
    }
    before - after
}

fn sift_one(moving: usize, row: &mut Vec<usize>, up: &[Vec<usize>], down: &[Vec<usize>], far: usize) -> bool {
    let Some(from) = row.iter().position(|&n| n == moving) else { return false };
    let cost = |a: usize, b: usize| -> i64 {
        let side = |list: &[Vec<usize>]| match (list.get(a), list.get(b)) {
            (Some(a), Some(b)) => more(a, b),
            _ => 0,
        };
        side(up) + side(down)
    };
    let (mut best, mut to, mut change) = (0i64, from, 0i64);
    for at in (from.saturating_sub(far)..from).rev() {
        change += cost(moving, get(row, at));
        if change < best {
            (best, to) = (change, at);
        }
    }
    change = 0;
    for at in from + 1..row.len().min(from + far + 1) {
        change -= cost(moving, get(row, at));
        if change < best {
            (best, to) = (change, at);
        }
    }
    if to != from {
        let node = row.remove(from);
        row.insert(to, node);
    }
    to != from
}
