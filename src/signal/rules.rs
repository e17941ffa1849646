//! The rules: when a point is a signal.

use super::chart::Point;

/// How many values in a row on one side of the centre are a signal.
pub const RUN: usize = 8;

/// Of how many values in a row …
const WINDOW: usize = 4;
/// … so many nearer the same limit than the centre are a signal.
const NEAR: usize = 3;

/// Why a point is a signal (Wheeler 1993, Understanding Variation).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// The value lies beyond a natural limit; on the limit is inside.
    Outside,
    /// The value is nearer a limit than the centre, and so are at least 3 of the 4 values that end with it, all
    /// on one side.
    NearLimit,
    /// The value ends 8 or more in a row on one side of the centre. A value on the centre belongs to no side and
    /// ends the run.
    Run,
    /// The step from the value before it is beyond the limit of moving ranges (XmR alone).
    Range,
}

impl Rule {
    /// The stable name of the rule.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Outside => "outside",
            Self::NearLimit => "near-limit",
            Self::Run => "run",
            Self::Range => "range",
        }
    }
}

/// A point that stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signal {
    /// Why.
    pub rule: Rule,
    /// Its place in the series, from 0: the point that completes the pattern.
    pub at: usize,
}

/// Adds the signals of one phase, whose first point has the place `start`.
pub(super) fn find(points: &[Point], range_limit: Option<f64>, start: usize, into: &mut Vec<Signal>) {
    let mut run = (0_i8, 0_usize);
    let mut near = [0_i8; WINDOW];
    for (at, point) in points.iter().enumerate() {
        let Some((value, limits)) = point.value.zip(point.limits) else { continue };
        let side = limits.side(value);
        run = (side, if side == run.0 && side != 0 { run.1 + 1 } else { usize::from(side != 0) });
        near.rotate_left(1);
        let here = limits.near(value);
        if let Some(last) = near.last_mut() {
            *last = here;
        }
        let beside = near.iter().filter(|side| **side == here).count();
        let kept = [
            (Rule::Outside, limits.outside(value)),
            (Rule::NearLimit, here != 0 && beside >= NEAR),
            (Rule::Run, run.1 >= RUN),
            (Rule::Range, point.range.zip(range_limit).is_some_and(|(range, limit)| range > limit)),
        ];
        let found = kept.into_iter().filter(|(_, holds)| *holds);
        into.extend(found.map(|(rule, _)| Signal { rule, at: start + at }));
    }
}
