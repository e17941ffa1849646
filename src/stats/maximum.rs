//! The maximum of a smooth function of a few variables, by Newton's steps with a damping that holds them back.

use super::symmetric::Symmetric;

/// A function with its gradient at a point.
pub type Sloped = (f64, Vec<f64>);

/// What was found, and how far it can be trusted.
#[derive(Debug, Clone, PartialEq)]
pub struct Maximum {
    /// The point.
    pub at: Vec<f64>,
    /// The function there.
    pub value: f64,
    /// How it ended.
    pub ended: Ended,
    /// The inverse of the negative of the second derivatives there: of a log-likelihood the covariance of the point.
    /// None where it does not exist.
    pub covariance: Option<Symmetric>,
}

/// How a search ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// At a maximum: a further step would move less than 1e-5 of a standard error.
    There,
    /// A variable ran into the end of its range, where the function hardly changes any more.
    AtEdge,
    /// Neither, after as many steps as were allowed.
    Lost,
}

/// How far from 0 a variable may go. For logarithms of parameters: from one part in 160,000 to 160,000.
pub const EDGE: f64 = 12.0;
const STEPS: u32 = 200;
/// Half the width of the difference that second derivatives are taken from.
const WIDTH: f64 = 1e-4;

/// The maximum that the best of `starts` leads to. The two that begin highest are followed to their end.
///
/// ```
/// use throughline::stats::{Ended, maximum};
/// let hill = |at: &[f64]| match at { &[x, y] => {
///     (-(x - 1.0).powi(2) - 4.0 * (y + 2.0).powi(4), vec![-2.0 * (x - 1.0), -16.0 * (y + 2.0).powi(3)])
/// }, _ => (f64::NAN, vec![]) };
/// let found = maximum(&hill, &[vec![0.0, 0.0], vec![3.0, -3.0]]).unwrap();
/// assert!((found.at[0] - 1.0).abs() < 1e-6 && (found.at[1] + 2.0).abs() < 0.1);
/// ```
#[must_use]
pub fn maximum(function: &dyn Fn(&[f64]) -> Sloped, starts: &[Vec<f64>]) -> Option<Maximum> {
    let mut ranked: Vec<(f64, &Vec<f64>)> =
        starts.iter().map(|at| (function(at).0, at)).filter(|(value, _)| value.is_finite()).collect();
    super::put_in_order(&mut ranked, |one, other| other.0.total_cmp(&one.0));
    let ends = ranked.into_iter().take(2).map(|(_, start)| climb(function, start));
    // One that got there is worth more than one that got lost a little higher.
    ends.reduce(|one, other| {
        let better = rank(other.ended) < rank(one.ended)
            || (rank(other.ended) == rank(one.ended) && other.value > one.value);
        if better { other } else { one }
    })
}

const fn rank(ended: Ended) -> u8 {
    if matches!(ended, Ended::Lost) { 1 } else { 0 }
}

fn climb(function: &dyn Fn(&[f64]) -> Sloped, start: &[f64]) -> Maximum {
    let mut at = start.to_vec();
    let (mut value, mut slope) = function(&at);
    let mut damping = 1e-3;
    let mut ended = Ended::Lost;
    for _ in 0..STEPS {
        let bend = curvature(function, &at);
        if let Some(last) = last_step(&bend, &slope) {
            // Its gain is lost in rounding, so the value cannot be asked whether to take it.
            for (variable, step) in at.iter_mut().zip(last) {
                *variable += step;
            }
            value = function(&at).0;
            ended = Ended::There;
            break;
        }
        let Some((next, found)) = step(function, &at, value, &slope, &bend, &mut damping) else { break };
        at = next;
        (value, slope) = found;
    }
    // What lies at the end of its range was stopped there, whatever the slope says.
    if at.iter().any(|variable| variable.abs() >= EDGE) {
        ended = Ended::AtEdge;
    }
    let covariance = curvature(function, &at).inverse();
    if covariance.is_none() && ended == Ended::There {
        ended = Ended::Lost;
    }
    Maximum { at, value, ended, covariance }
}

/// The full step from here, where it is under 1e-5 of a standard error.
fn last_step(bend: &Symmetric, slope: &[f64]) -> Option<Vec<f64>> {
    let inverse = bend.inverse()?;
    inverse.square(slope).filter(|gain| *gain < 1e-10)?;
    Some(inverse.times(slope))
}

/// The next point, higher than this one; none where no step leads up.
fn step(
    function: &dyn Fn(&[f64]) -> Sloped,
    at: &[f64],
    value: f64,
    slope: &[f64],
    bend: &Symmetric,
    damping: &mut f64,
) -> Option<(Vec<f64>, Sloped)> {
    while *damping < 1e12 {
        let direction = bend.damped(*damping).inverse().map(|inverse| inverse.times(slope));
        if let Some(direction) = direction {
            // A step of more than 2 leaves what the second derivatives know of.
            let longest = direction.iter().fold(0.0_f64, |longest, part| longest.max(part.abs()));
            let scale = if longest > 2.0 { 2.0 / longest } else { 1.0 };
            let held = |(place, part): (&f64, &f64)| (place + scale * part).clamp(-EDGE, EDGE);
            let next: Vec<f64> = at.iter().zip(&direction).map(held).collect();
            let found = function(&next);
            if found.0 > value {
                *damping = (*damping * 0.2).max(1e-12);
                return Some((next, found));
            }
        }
        *damping *= 8.0;
    }
    None
}

/// The negative of the second derivatives, from differences of the gradient.
fn curvature(function: &dyn Fn(&[f64]) -> Sloped, at: &[f64]) -> Symmetric {
    let moved = |which: usize, by: f64| {
        let shift = |(place, each): (usize, &f64)| if place == which { each + by } else { *each };
        function(&at.iter().enumerate().map(shift).collect::<Vec<f64>>()).1
    };
    Symmetric::new((0..at.len()).map(|which| {
        let (after, before) = (moved(which, WIDTH), moved(which, -WIDTH));
        after.iter().zip(&before).map(|(after, before)| (before - after) / (2.0 * WIDTH)).collect()
    }))
}
