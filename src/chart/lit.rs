//! The through line: which nodes and links light up, and how wide the line is on each (the product's signature).

use super::scene::{Level, LinkKind, Scene};
use crate::stats::sort;

/// What is lit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lit {
    /// For each item whether it is lit.
    pub items: Vec<bool>,
    /// For each link the width of its line, CSS pixels; 0: not lit.
    pub links: Vec<f64>,
}

/// Width of the line of one node.
pub const LINE: f64 = 3.0;
/// Widest line of the mission's fan.
const FAN: f64 = 9.0;
/// How many links the fan shows.
const FEATHERS: usize = 14;

/// What lights up for the scene's lit item: every way up from it, or, for a mission, its strongest contributors.
/// Nothing where nothing is lit.
#[must_use]
pub fn lit(scene: &Scene) -> Option<Lit> {
    let item = scene.lit.filter(|&item| item < scene.items.len())?;
    let mut lit = Lit { items: vec![false; scene.items.len()], links: vec![0.0; scene.links.len()] };
    climb(scene, item, &mut lit);
    let level = scene.items.get(item).and_then(|item| item.level);
    if matches!(level, Some(Level::Mission | Level::Company)) {
        fan(scene, &mut lit);
    }
    Some(lit)
}

#[inline(never)]
fn climb(scene: &Scene, from: usize, lit: &mut Lit) {
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        match lit.items.get_mut(at) {
            Some(seen) if !*seen => *seen = true,
            _ => continue,
        }
        for (link, width) in scene.links.iter().zip(&mut lit.links) {
            if link.from == at && link.kind != LinkKind::Drives {
                *width = LINE;
                open.push(link.to);
            }
        }
    }
}

/// The part of the mission's score that comes through a link: its weight in the parent times the parent's own
/// contribution (AL-P).
fn flow(scene: &Scene, link: &super::scene::Link) -> f64 {
    let parent = scene.items.get(link.to);
    let above = match parent.and_then(|p| p.level) {
        Some(Level::Mission) => 1.0,
        _ => parent.and_then(|p| p.contribution).unwrap_or(0.0),
    };
    if link.kind == LinkKind::Serves { link.weight * above } else { 0.0 }
}

#[inline(never)]
fn fan(scene: &Scene, lit: &mut Lit) {
    let flows: Vec<f64> = scene.links.iter().map(|link| flow(scene, link)).collect();
    let mut sorted: Vec<f64> = flows.iter().copied().filter(|f| *f > 0.0).collect();
    sort(&mut sorted);
    sorted.reverse();
    let Some(&most) = sorted.first() else { return };
    let least = sorted.get(FEATHERS - 1).copied().unwrap_or(0.0).max(most * 0.04);
    for ((link, width), flow) in scene.links.iter().zip(&mut lit.links).zip(flows) {
        if flow >= least && flow > 0.0 {
            *width = (FAN * flow / most).clamp(1.5, FAN);
            for end in [link.from, link.to] {
                if let Some(item) = lit.items.get_mut(end) {
                    *item = true;
                }
            }
        }
    }
}
