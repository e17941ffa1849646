//! The XmR chart of single values and their moving ranges.

use super::chart::{Chart, Found, Point, chart};
use super::limits::Limits;
use super::phases::Phases;
use super::rules::{self, Signal};
use crate::stats::Moments;

/// What the mean moving range of two is divided by to give a standard deviation (d₂ of n = 2).
pub const SIGMA: f64 = 1.128;

/// What the mean moving range is multiplied by to give its upper limit (D₄ of n = 2).
pub const RANGE_LIMIT: f64 = 3.268;

/// The XmR chart: centre = mean, limits = mean ± 3·mean(mR) ÷ 1.128, range limit 3.268·mean(mR), mR the step from
/// one known value to the next of the same phase (Shewhart; NIST/SEMATECH e-Handbook 6.3.2.2; Wheeler 1993).
///
/// A phase has limits from [`Chart::LEAST`] values on. Where all values that set them are equal, the centre and both
/// limits are that value. None where a value is not finite.
///
/// ```
/// use throughline::signal::{Phases, xmr};
/// let flow = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1].map(Some);
/// let chart = xmr(&flow, &Phases::default()).unwrap();
/// let limits = chart.phases[0].limits.unwrap();
/// assert!((limits.centre - 50.81).abs() < 1e-12);
/// assert!((limits.low - 45.8159).abs() < 5e-5 && (limits.high - 55.8041).abs() < 5e-5);
/// assert!(chart.signals.is_empty());
/// ```
#[must_use]
pub fn xmr(series: &[Option<f64>], phases: &Phases) -> Option<Chart> {
    series.iter().flatten().all(|value| value.is_finite()).then(|| chart(series, phases, limit))
}

/// The signals of a series that is one phase, those that [`xmr`] finds: a first picture needs no chart of them. None where a
/// value is not finite.
///
/// ```
/// use throughline::signal::{Phases, Rule, xmr, xmr_signals};
/// let series = [5.0, 6.0, 5.0, 6.0, 5.0, 6.0, 5.0, 6.0, 5.0, 15.0].map(Some);
/// let signals = xmr_signals(&series).unwrap();
/// assert!(signals.iter().any(|signal| signal.rule == Rule::Outside && signal.at == 9));
/// assert_eq!(signals, xmr(&series, &Phases::default()).unwrap().signals);
/// ```
#[must_use]
pub fn xmr_signals(series: &[Option<f64>]) -> Option<Vec<Signal>> {
    series.iter().flatten().all(|value| value.is_finite()).then_some(())?;
    let found = limit(series, usize::MAX);
    let mut signals = Vec::new();
    rules::find(&found.points, found.range_limit, 0, &mut signals);
    Some(signals)
}

/// The signals of values by limits that were set elsewhere: those of an earlier stretch, carried on. No pattern begins before
/// the first of them, and steps are not looked at.
///
/// ```
/// use throughline::signal::{Limits, Rule, carried};
/// let limits = Limits { low: 4.0, centre: 5.0, high: 6.0 };
/// let signals = carried(limits, &[5.2, 6.5, 5.1].map(Some));
/// assert_eq!(signals.iter().map(|signal| (signal.rule, signal.at)).collect::<Vec<_>>(), [(Rule::Outside, 1)]);
/// ```
#[must_use]
pub fn carried(limits: Limits, values: &[Option<f64>]) -> Vec<Signal> {
    let point = |value: &Option<f64>| Point { value: *value, limits: Some(limits), range: None };
    let points: Vec<Point> = values.iter().map(point).collect();
    let mut signals = Vec::new();
    rules::find(&points, None, 0, &mut signals);
    signals
}

fn limit(series: &[Option<f64>], baseline: usize) -> Found {
    let ranges = ranges(series);
    let known = series.iter().zip(&ranges).filter_map(|(value, range)| Some(((*value)?, *range)));
    let (mut values, mut steps) = (Moments::default(), Moments::default());
    for (value, range) in known.take(baseline) {
        values.add(value);
        range.into_iter().for_each(|range| steps.add(range));
    }
    let n = values.n() as usize;
    let mean_range = steps.mean().filter(|range| n >= Chart::LEAST && range.is_finite());
    let limits = values.mean().zip(mean_range).and_then(|(mean, range)| limits(series, mean, range));
    let points = series.iter().zip(ranges).map(|(value, range)| Point { value: *value, limits, range });
    Found {
        points: points.collect(),
        n,
        limits,
        mean_range,
        range_limit: mean_range.map(|range| RANGE_LIMIT * range).filter(|limit| limit.is_finite()),
    }
}

fn limits(series: &[Option<f64>], mean: f64, mean_range: f64) -> Option<Limits> {
    if mean_range > 0.0 {
        return Limits::around(mean, 3.0 * mean_range / SIGMA);
    }
    // All that set the limits is one value; a mean that rounding moved off it would make each a signal.
    Limits::around(series.iter().flatten().next().copied().unwrap_or(mean), 0.0)
}

/// The step to each value from the known one before it.
pub(super) fn ranges(series: &[Option<f64>]) -> Vec<Option<f64>> {
    let mut before = None;
    let step = |value: &Option<f64>| {
        let range = value.zip(before).map(|(here, before): (f64, f64)| (here - before).abs());
        let range = range.filter(|range| range.is_finite());
        before = value.or(before);
        range
    };
    series.iter().map(step).collect()
}
