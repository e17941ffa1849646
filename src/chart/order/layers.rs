//! Layers by longest path, and the edges that are turned round for it.

use super::set;

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
