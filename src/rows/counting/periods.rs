//! Times to the numbers of their periods.

use super::NOWHERE;
use crate::NO_TIME;

/// A stretch of time, in milliseconds, that lies in one period; and what was seen of it.
#[derive(Clone, Copy, Debug)]
pub struct Stretch {
    /// The number of its period.
    pub period: u32,
    /// Its first millisecond.
    pub from: i64,
    /// The first behind it.
    pub to: i64,
    /// The least time that was seen.
    pub least: i64,
    /// The greatest one.
    pub most: i64,
}

impl Stretch {
    /// No time lies in it.
    pub const NONE: Self = Self { period: NOWHERE, from: 0, to: 0, least: i64::MAX, most: i64::MIN };

    /// Whether a time lies in it, which is then seen.
    pub fn see(&mut self, time: i64) -> bool {
        let inside = self.from <= time && time < self.to;
        if inside {
            self.least = self.least.min(time);
            self.most = self.most.max(time);
        }
        inside
    }

    /// Sees times as long as they lie in it, or are absent, and gives them the number of its period; and how many there
    /// were.
    #[inline(never)]
    pub fn see_all(&mut self, times: &[i64], numbers: &mut [u32]) -> usize {
        let (mut stretch, mut seen) = (*self, 0);
        for (time, number) in times.iter().zip(numbers) {
            *number = match *time {
                time if stretch.see(time) => stretch.period,
                NO_TIME => NOWHERE,
                _ => break,
            };
            seen += 1;
        }
        *self = stretch;
        seen
    }
}
