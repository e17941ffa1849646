//! The least of a function of a few weights, each between two ends.

/// A step shorter than this, of the way between the ends, is the last.
const FINEST: f64 = 1e-7;
/// How many points of each weight are looked at first.
const GRID: [f64; 5] = [0.02, 0.2, 0.45, 0.7, 0.95];
/// A bound that no series of weights comes near.
const MOST_STEPS: u32 = 5000;

/// Where a function is least, its arguments within 0 to 1: from the best points of a grid, by the pattern search of Hooke
/// and Jeeves (1961), which needs no derivative and stops at the ends.
pub(super) fn least<const N: usize>(function: &dyn Fn(&[f64; N]) -> f64) -> [f64; N] {
    let (first, second) = best_of_grid(function);
    let (one, other) = (descend(function, first), descend(function, second));
    if other.1 < one.1 { other.0 } else { one.0 }
}

type Place<const N: usize> = ([f64; N], f64);

fn best_of_grid<const N: usize>(function: &dyn Fn(&[f64; N]) -> f64) -> ([f64; N], [f64; N]) {
    let mut best: [Place<N>; 2] = [([0.5; N], f64::INFINITY); 2];
    for which in 0..GRID.len().pow(N as u32) {
        let mut rest = which;
        let mut at = [0.0; N];
        for weight in &mut at {
            *weight = GRID.get(rest % GRID.len()).copied().unwrap_or(0.5);
            rest /= GRID.len();
        }
        let found = function(&at);
        let [first, second] = &mut best;
        if found < first.1 {
            *second = *first;
            *first = (at, found);
        } else if found < second.1 {
            *second = (at, found);
        }
    }
    (best[0].0, best[1].0)
}

fn descend<const N: usize>(function: &dyn Fn(&[f64; N]) -> f64, from: [f64; N]) -> Place<N> {
    let mut here = (from, function(&from));
    let mut width = 0.1;
    for _ in 0..MOST_STEPS {
        if width < FINEST {
            break;
        }
        let near = explore(function, here, width);
        if near.1 < here.1 {
            here = follow(function, here, near, width);
        } else {
            width /= 2.0;
        }
    }
    here
}

/// On in the direction that was good, as long as it is.
fn follow<const N: usize>(
    function: &dyn Fn(&[f64; N]) -> f64,
    before: Place<N>,
    now: Place<N>,
    width: f64,
) -> Place<N> {
    let mut at = now.0;
    for ((next, now), before) in at.iter_mut().zip(now.0).zip(before.0) {
        *next = (2.0 * now - before).clamp(0.0, 1.0);
    }
    let far = explore(function, (at, function(&at)), width);
    if far.1 < now.1 { far } else { now }
}

/// The best of a step along each weight.
fn explore<const N: usize>(function: &dyn Fn(&[f64; N]) -> f64, from: Place<N>, width: f64) -> Place<N> {
    let mut here = from;
    for which in 0..N {
        for way in [width, -width] {
            let mut at = here.0;
            if let Some(weight) = at.get_mut(which) {
                *weight = (*weight + way).clamp(0.0, 1.0);
            }
            let found = function(&at);
            if found < here.1 {
                here = (at, found);
                break;
            }
        }
    }
    here
}
