//! Trend of a series by rank: does it rise or fall, and how fast.
//!
//! No shape and no distribution is assumed, only that what is left beside the trend does not hang together from
//! one period to the next; where it does, p is too small. Periods without a value are left out where they are,
//! never taken for 0.

mod exact;
mod kendall;
mod seasonal;
mod sen;

pub use exact::mann_kendall_exact;
pub use kendall::mann_kendall;
pub use seasonal::seasonal_kendall;
pub(super) use seasonal::seasons;
pub use sen::{Slope, sen_slope};

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotTell {
    /// Fewer values than the question needs: in all, or in the season that has fewest.
    TooFew {
        /// The values there are.
        have: usize,
        /// The values it takes.
        need: usize,
    },
    /// A number is not finite, or a parameter is out of its range.
    NotANumber,
}

/// Which way a series goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Later values are higher.
    Up,
    /// Later values are lower.
    Down,
}

/// What a test for trend found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trend {
    /// The values tested.
    pub n: usize,
    /// Pairs that rise less pairs that fall.
    pub s: f64,
    /// The variance of S where there is no trend, ties counted.
    pub variance: f64,
    /// S, one step nearer to 0 (the correction for continuity), in standard deviations; 0 where all values are
    /// equal.
    pub z: f64,
    /// The two-sided p of "no trend".
    pub p: f64,
}

impl Trend {
    /// Which way it goes, where p is below 1 − level; none where no trend shows (which is not proof of none).
    #[must_use]
    pub fn direction(&self, level: f64) -> Option<Direction> {
        (self.p < 1.0 - level).then_some(if self.s > 0.0 { Direction::Up } else { Direction::Down })
    }

    fn new(n: usize, s: f64, variance: f64) -> Self {
        let z = if variance > 0.0 { (s.abs() - 1.0).max(0.0).copysign(s) / variance.sqrt() } else { 0.0 };
        Self { n, s, variance, z, p: crate::stats::normal_two_sided(z) }
    }
}

/// The values there are with their places; refused where one is not finite.
fn known(series: &[Option<f64>]) -> Result<Vec<(usize, f64)>, CannotTell> {
    let known: Vec<(usize, f64)> =
        series.iter().enumerate().filter_map(|(at, value)| Some((at, (*value)?))).collect();
    if known.iter().all(|(_, value)| value.is_finite()) { Ok(known) } else { Err(CannotTell::NotANumber) }
}

/// Refuses fewer than it takes.
const fn at_least(have: usize, need: usize) -> Result<(), CannotTell> {
    if have < need { Err(CannotTell::TooFew { have, need }) } else { Ok(()) }
}
