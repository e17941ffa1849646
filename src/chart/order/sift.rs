//! The order of one layer between two that stay.
//!
//! Which of two nodes comes first says how many lines of theirs cross, whatever lies between them; so a layer's best order
//! is a linear ordering by these differences. It is looked for by moving one node after the other to its best place
//! (Matuszewski, Schönfeld, Molitor 1999) as long as that gains; the differences are counted once.

/// Layers wider than this stay as they are: the differences of all pairs would take too much memory.
const WIDEST: usize = 1500;
/// Walks over a layer at most; it seldom takes more than three.
const WALKS: usize = 8;

/// Where the lines of each node of a layer end, on one side.
pub(super) struct Ends {
    /// Behind the last end of each node.
    until: Vec<usize>,
    places: Vec<i32>,
}

impl Ends {
    pub(super) fn of(nodes: &[usize], side: &[Vec<usize>], place: &[usize]) -> Self {
        let mut ends = Self { until: Vec::with_capacity(nodes.len()), places: Vec::new() };
        for &node in nodes {
            let near = side.get(node).map_or(&[][..], Vec::as_slice);
            ends.places.extend(near.iter().filter_map(|&n| i32::try_from(*place.get(n)?).ok()));
            ends.until.push(ends.places.len());
        }
        ends
    }

    fn get(&self, at: usize) -> &[i32] {
        let from = at.checked_sub(1).and_then(|before| self.until.get(before)).copied().unwrap_or_default();
        let until = self.until.get(at).copied().unwrap_or_default();
        self.places.get(from..until).unwrap_or_default()
    }
}

/// The order of a layer's places, and how many crossings fewer it has.
pub(super) fn sifted(up: &Ends, down: &Ends) -> (Vec<usize>, u64) {
    let wide = up.until.len();
    let mut row: Vec<usize> = (0..wide).collect();
    if wide > WIDEST {
        return (row, 0);
    }
    let costs = costs(up, down);
    let mut gained = 0;
    for _ in 0..WALKS {
        let moves = costs.chunks_exact(wide.max(1)).enumerate();
        let gain: u64 = moves.map(|(moving, costs)| sift_one(moving, &mut row, costs)).sum();
        gained += gain;
        if gain == 0 {
            break;
        }
    }
    (row, gained)
}

/// For each two nodes, row by row, how many more crossings there are with the first before the second.
fn costs(up: &Ends, down: &Ends) -> Vec<i32> {
    let wide = up.until.len();
    let mut costs: Vec<i32> = Vec::with_capacity(wide * wide);
    for a in 0..wide {
        for b in 0..wide {
            let known = costs.get(b * wide + a).filter(|_| b < a).map(|cost| -cost);
            costs.push(known.unwrap_or_else(|| more(up.get(a), up.get(b)) + more(down.get(a), down.get(b))));
        }
    }
    costs
}

/// On one side; nodes have few lines, so that each is held against each.
fn more(a: &[i32], b: &[i32]) -> i32 {
    a.iter().flat_map(|x| b.iter().map(move |y| (x - y).signum())).sum()
}

fn sift_one(moving: usize, row: &mut [usize], costs: &[i32]) -> u64 {
    let Some(from) = row.iter().position(|&node| node == moving) else { return 0 };
    let cost = |node: &usize| costs.get(*node).copied().unwrap_or_default();
    let (mut best, mut to) = (0, from);
    let mut change = 0;
    for (at, node) in row.iter().enumerate().take(from).rev() {
        change += cost(node);
        if change < best {
            (best, to) = (change, at);
        }
    }
    change = 0;
    for (at, node) in row.iter().enumerate().skip(from + 1) {
        change -= cost(node);
        if change < best {
            (best, to) = (change, at);
        }
    }
    match row.get_mut(from.min(to)..=from.max(to)) {
        Some(passed) if to < from => passed.rotate_right(1),
        Some(passed) => passed.rotate_left(usize::from(to > from)),
        None => {}
    }
    best.unsigned_abs().into()
}
