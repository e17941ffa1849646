//! From the roster to the phones and back.

/// The most agents that are reckoned with.
pub const MOST_AGENTS: u32 = 100_000;

/// Of `roster` agents those on duty at a time, when a share `shrinkage` (leave, breaks, training) of paid time is not
/// spent on it: whole agents, rounded down, since half an agent answers no call.
///
/// ```
/// use throughline::staffing::on_duty;
/// assert_eq!(on_duty(20, 0.3), 14);
/// ```
#[must_use]
pub fn on_duty(roster: u32, shrinkage: f64) -> u32 {
    // 20 × (1 − 0.3) is a hair under 14.
    let exact = f64::from(roster) * (1.0 - shrinkage.clamp(0.0, 1.0));
    (exact + 1e-9).floor() as u32
}

/// The least roster that has `duty` agents on duty; none where nobody ever is.
///
/// ```
/// use throughline::staffing::{on_duty, on_roster};
/// assert_eq!(on_roster(14, 0.3), Some(20));
/// assert_eq!(on_roster(14, 1.0), None);
/// ```
#[must_use]
pub fn on_roster(duty: u32, shrinkage: f64) -> Option<u32> {
    let there = 1.0 - shrinkage;
    (there > 0.0).then(|| (f64::from(duty) / there - 1e-9).ceil() as u32)
}
