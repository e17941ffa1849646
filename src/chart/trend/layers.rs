//! What a value is read against.

use crate::chart::scene::Signal;

/// A value with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// When.
    pub at: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// Values of one status.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zone {
    /// From this value up; none: from the lowest.
    pub low: Option<f64>,
    /// Up to this value; none: to the highest.
    pub high: Option<f64>,
    /// The status.
    pub signal: Signal,
}

/// The limits of a control chart while a process stays the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Phase {
    /// From when; none: from the beginning.
    pub from: Option<f64>,
    /// To when; none: to the end.
    pub to: Option<f64>,
    /// The centre.
    pub centre: f64,
    /// The lower limit.
    pub lower: Option<f64>,
    /// The upper limit.
    pub upper: Option<f64>,
}

/// A point that is a signal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shift {
    /// When.
    pub at: f64,
    /// Whether it is for the better, where that is known.
    pub better: Option<bool>,
}

/// A programme or an event.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Note {
    /// The page's id.
    pub id: String,
    /// What it is called; none: its number alone.
    pub label: String,
    /// When, or from when.
    pub from: f64,
    /// To when; none: a moment.
    pub to: Option<f64>,
}

/// What is expected at a time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ahead {
    /// When.
    pub at: f64,
    /// The mean.
    pub mean: f64,
    /// Intervals, the narrower one first.
    pub intervals: Vec<(f64, f64)>,
}
