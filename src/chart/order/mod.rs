//! Layered graphs: layers by longest path, and the order within them that crosses fewest lines.
//!
//! Several beginnings are tried: the order given, walks down and up, and the order in which the whole graph spreads along
//! one line (`spread`), which finds a shape where the graph has one. Each is swept by barycentre and median (Sugiyama,
//! Tagawa, Toda 1981) as long as that gains, then every layer is brought to the best order against its neighbours, node by
//! node (`sift`). Of the best a part is mixed up again and mended, and the better kept. No chance is in it: the numbers
//! that mix are the same each time.

mod count;
mod layers;
mod sift;
mod spread;
mod work;

pub use layers::longest_path;
use work::{Beginning, Work};

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

/// Orders the nodes of every layer so that few lines cross; of an order and its mirror image the one that is nearer to the
/// order given. `effort`: how often a part is mixed up and mended, in tens of times.
#[must_use]
pub fn order(graph: &Layered, effort: usize) -> Ordered {
    let mut work = Work::new(graph);
    let (beginnings, kicks) = match work.size() {
        0..=600 => (&Beginning::ALL[..], 10 * effort),
        601..=2500 => (&[Beginning::WalkUp, Beginning::Spread][..], 0),
        _ => (&[Beginning::Spread][..], 0),
    };
    let mut best: Option<(u64, Vec<Vec<usize>>)> = None;
    for beginning in beginnings {
        let crossings = work.from(*beginning);
        if best.as_ref().is_none_or(|(least, _)| crossings < *least) {
            best = Some((crossings, work.layers.clone()));
        }
        if crossings == 0 {
            break;
        }
    }
    let (mut crossings, mut layers) = best.unwrap_or_default();
    for _ in 0..kicks {
        if crossings == 0 {
            break;
        }
        let found = work.kicked(&layers);
        if found <= crossings {
            crossings = found;
            layers.clone_from(&work.layers);
        }
    }
    if mirrored(&layers) {
        layers.iter_mut().for_each(|layer| layer.reverse());
    }
    Ordered { layers, chains: work.chains, crossings }
}

/// Whether the nodes stand rather in the reverse of the order given: a plan that is read from its beginning is drawn so, and
/// one node more does not turn the picture round.
fn mirrored(layers: &[Vec<usize>]) -> bool {
    let turned = |pair: &[usize]| match pair {
        [first, second] => i64::from(first > second) - i64::from(first < second),
        _ => 0,
    };
    layers.iter().flat_map(|layer| layer.windows(2)).map(turned).sum::<i64>() > 0
}

fn set<T>(list: &mut [T], at: usize, value: T) {
    if let Some(slot) = list.get_mut(at) {
        *slot = value;
    }
}

fn get(list: &[usize], at: usize) -> usize {
    list.get(at).copied().unwrap_or_default()
}
