//! What comes in.

/// Calls (or chats) that come in, and how long each takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Demand {
    /// Calls in a period.
    pub calls: f64,
    /// The length of that period, in seconds.
    pub period: f64,
    /// The mean handling time, in seconds: talk, hold and wrap-up.
    pub handling: f64,
}

impl Demand {
    /// The load A = λ·AHT in erlangs: how many agents are busy at a time if nobody ever waits. None where a number is
    /// not finite, where period or handling time is not above 0, or where calls are below 0.
    ///
    /// ```
    /// use throughline::staffing::Demand;
    /// assert_eq!(Demand { calls: 100.0, period: 1800.0, handling: 180.0 }.load(), Some(10.0));
    /// ```
    #[must_use]
    pub fn load(&self) -> Option<f64> {
        let sound = self.calls >= 0.0 && self.period > 0.0 && self.handling > 0.0;
        let load = self.calls * self.handling / self.period;
        (sound && load.is_finite()).then_some(load)
    }
}
