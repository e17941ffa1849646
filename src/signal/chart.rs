//! What a chart is made of.

use super::limits::Limits;
use super::phases::Phases;
use super::rules::{self, Signal};

/// A series with its limits and signals.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Every place of the series, in its order.
    pub points: Vec<Point>,
    /// The phases, in order.
    pub phases: Vec<Phase>,
    /// What stands out, by place and then by rule.
    pub signals: Vec<Signal>,
}

/// One place of the series.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Its value; none where there was nothing to count.
    pub value: Option<f64>,
    /// The limits there; none in a phase with too few values.
    pub limits: Option<Limits>,
    /// The step from the value before it in the same phase, without its sign (XmR alone).
    pub range: Option<f64>,
}

/// A stretch of the series with limits of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Phase {
    /// The places of the phase.
    pub places: std::ops::Range<usize>,
    /// How many values set the limits.
    pub n: usize,
    /// Its limits; for shares those at its mean denominator. None where it has fewer than
    /// [`Chart::LEAST`] values to set them.
    pub limits: Option<Limits>,
    /// The mean of the moving ranges (XmR), of those of the standardised shares (Laney); none for a p chart.
    pub mean_range: Option<f64>,
    /// The limit of a moving range (XmR alone).
    pub range_limit: Option<f64>,
}

impl Chart {
    /// The least number of values that set limits. With fewer they move too much with every further one: there
    /// are neither limits nor signals, and "cannot tell" is the answer.
    pub const LEAST: usize = 8;

    /// The place of the last signal.
    #[must_use]
    pub fn last_signal(&self) -> Option<usize> {
        self.signals.last().map(|signal| signal.at)
    }

    /// Whether a place is a signal by any rule.
    #[must_use]
    pub fn is_signal(&self, at: usize) -> bool {
        self.signals.iter().any(|signal| signal.at == at)
    }
}

/// The limits of one phase, at each of its places.
pub(super) struct Found {
    pub points: Vec<Point>,
    pub n: usize,
    pub limits: Option<Limits>,
    pub mean_range: Option<f64>,
    pub range_limit: Option<f64>,
}

/// Joins what `limit` finds for each phase: the part of the series, and how many values may set its limits.
pub(super) fn chart<T>(series: &[T], phases: &Phases, limit: impl Fn(&[T], usize) -> Found) -> Chart {
    let mut chart =
        Chart { points: Vec::with_capacity(series.len()), phases: Vec::new(), signals: Vec::new() };
    for places in phases.ranges(series.len()) {
        let part = series.get(places.clone()).unwrap_or(&[]);
        let found = limit(part, phases.baseline.unwrap_or(usize::MAX));
        rules::find(&found.points, found.range_limit, places.start, &mut chart.signals);
        chart.points.extend(found.points);
        let Found { n, limits, mean_range, range_limit, .. } = found;
        chart.phases.push(Phase { places, n, limits, mean_range, range_limit });
    }
    chart
}
