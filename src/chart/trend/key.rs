//! The key: what each kind of line and mark stands for, under the plot.

use super::layout::FACE;
use super::{Series, Trend};
use crate::chart::measure::Measure;

/// What a sample shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sample {
    Value,
    Before,
    Target,
    Centre,
    Limits,
    Signal,
    Interval,
    Forecast,
    Stale,
}

/// A sample and its word in their place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub sample: Sample,
    pub word: String,
    /// Where the sample begins, CSS pixels from the start side.
    pub x: f64,
    /// The middle of its row.
    pub y: f64,
    row: usize,
}

/// Width of a sample.
pub(super) const WIDE: f64 = 24.0;
const ROW: f64 = 20.0;
const EDGE: f64 = 8.0;

/// The layers that are there and have a word. A plot of nothing but its values needs no key.
fn wanted<'a>(trend: &'a Trend, series: &Series) -> Vec<(Sample, &'a str)> {
    let Trend { words, .. } = trend;
    let inner = trend.limits.iter().any(|phase| phase.lower.is_some() || phase.upper.is_some());
    let all = [
        (Sample::Value, &words.value, !series.is_empty()),
        (Sample::Interval, &words.interval, !trend.spreads.is_empty()),
        (Sample::Before, &words.before, !trend.before.is_empty()),
        (Sample::Target, &words.target, !trend.target.is_empty()),
        (Sample::Centre, &words.centre, !trend.limits.is_empty()),
        (Sample::Limits, &words.limits, inner),
        (Sample::Signal, &words.signal, !trend.signals.is_empty()),
        (Sample::Forecast, &words.forecast, !trend.forecast.is_empty()),
        (Sample::Stale, &words.stale, trend.stale.is_some()),
    ];
    let there = all.into_iter().filter(|(_, word, there)| *there && !word.is_empty());
    let there: Vec<_> = there.map(|(sample, word, _)| (sample, word.as_str())).collect();
    if matches!(there[..], [(Sample::Value, _)]) { Vec::new() } else { there }
}

/// The key in rows from `top` down.
pub(super) fn placed(trend: &Trend, series: &Series, top: f64, measure: &dyn Measure) -> Vec<Entry> {
    let (mut x, mut row) = (EDGE, 0);
    let mut entries = Vec::new();
    for (sample, word) in wanted(trend, series) {
        let width = WIDE + 6.0 + measure.width(word, FACE).ceil();
        if x > EDGE && x + width > trend.width - EDGE {
            (x, row) = (EDGE, row + 1);
        }
        let y = top + ROW * (row as f64 + 0.5) + 2.0;
        entries.push(Entry { sample, word: word.to_owned(), x, y, row });
        x += width + 16.0;
    }
    entries
}

/// Its height.
pub(super) fn height(entries: &[Entry]) -> f64 {
    entries.last().map_or(0.0, |last| ROW * (last.row + 1) as f64 + 2.0)
}
