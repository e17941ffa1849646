//! Crossings of lines between two layers.

/// Crossings between a layer and the next, by the places where the lines of each upper node end: inversions, counted with
/// a Fenwick tree.
pub(super) fn crossings_between(upper: impl Iterator<Item = Vec<usize>>, wide: usize) -> u64 {
    let mut tree = vec![0u64; wide + 1];
    let (mut seen, mut total) = (0u64, 0u64);
    for ends in upper {
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
