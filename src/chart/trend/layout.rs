//! Where the plot of a trend lies, and what its axes stand for.

use super::key::{self, Entry};
use super::notes::{self, Pinned};
use super::shown::Ticks;
use super::{Labels, Series, Trend};
use crate::chart::measure::{Face, Measure};
use crate::chart::paint::Frame;
use crate::stats::track::{Thinned, thinned};

/// From the edge of the picture to what stands in it.
const EDGE: f64 = 8.0;
/// Between the labels of values and the plot.
const GAP: f64 = 14.0;
/// Room at the end of the plot, and more where the marks of zones stand there.
const END: (f64, f64) = (14.0, 30.0);
/// Height of the labels of time: one line, two lines.
const FOOT: (f64, f64) = (24.0, 40.0);
/// The type of everything but the numbers of notes.
pub(super) const FACE: Face = Face::plain(12);

/// A label at an axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Mark {
    /// The time or the value.
    pub at: f64,
    /// Where on the axis, CSS pixels from the start side or from above.
    pub place: f64,
    /// What stands there; two lines at most.
    pub lines: Vec<String>,
    /// Where the words begin, CSS pixels from the start side.
    pub x: f64,
    /// Their width.
    pub width: f64,
}

/// Where everything lies, CSS pixels, x counted from the start side.
pub(super) struct Layout {
    pub height: f64,
    pub plot: Frame,
    pub ticks: Ticks,
    pub times: Vec<Mark>,
    pub values: Vec<Mark>,
    pub line: Thinned,
    pub before: Thinned,
    pub notes: Vec<Pinned>,
    pub key: Vec<Entry>,
}

/// Places a trend of the width asked for.
pub(super) fn layout(
    trend: &Trend,
    series: &Series,
    ticks: Ticks,
    labels: &Labels,
    measure: &dyn Measure,
) -> Layout {
    let widest = labels.values.iter().map(|text| measure.width(text, FACE)).fold(0.0, f64::max);
    let start = (EDGE + widest.ceil() + GAP).min(trend.width / 2.0);
    let end = if trend.zones.is_empty() { END.0 } else { END.1 };
    let across = (trend.width - start - end).max(40.0);
    let mut plot = Frame { x: start, y: 0.0, w: across, h: trend.height };
    let notes = notes::pinned(trend, ticks.window, plot, measure);
    plot.y = (notes::height(&notes) + 12.0).ceil();
    let values = value_marks(&ticks, labels, plot, measure);
    let times = time_marks(trend, &ticks, labels, plot, measure);
    let foot = if times.iter().any(|mark| mark.lines.len() > 1) { FOOT.1 } else { FOOT.0 };
    let key = key::placed(trend, series, plot.bottom() + foot, measure);
    let columns = (plot.w * trend.ratio).round().max(1.0) as usize;
    Layout {
        height: (plot.bottom() + foot + key::height(&key) + EDGE).ceil(),
        line: thinned(series, ticks.window, columns, trend.gap),
        before: thinned(&trend.before, ticks.window, columns, trend.gap),
        plot,
        ticks,
        times,
        values,
        notes,
        key,
    }
}

fn value_marks(ticks: &Ticks, labels: &Labels, plot: Frame, measure: &dyn Measure) -> Vec<Mark> {
    let words = labels.values.iter().map(String::as_str).chain(std::iter::repeat(""));
    let mark = |(&at, text): (&f64, &str)| {
        let width = measure.width(text, FACE);
        let place = plot.bottom() - plot.h * ticks.values.share(at);
        Mark { at, place, lines: vec![text.to_owned()], x: plot.x - GAP - width, width }
    };
    ticks.values.ticks.iter().zip(words).map(mark).collect()
}

/// Labels stand in the middle of their ticks, or as near as the picture's edge lets them; one that would cover the one
/// before it is left out, and its tick stays.
fn time_marks(
    trend: &Trend,
    ticks: &Ticks,
    labels: &Labels,
    plot: Frame,
    measure: &dyn Measure,
) -> Vec<Mark> {
    let (from, to) = ticks.window;
    let mut free = [0.0; 2];
    let mut marks = Vec::with_capacity(ticks.times.ticks.len());
    let none = (String::new(), String::new());
    for (index, wall) in ticks.times.ticks.iter().enumerate() {
        let at = ((wall - trend.ahead) * trend.per_day).clamp(from, to);
        let place = plot.x + plot.w * ((at - from) / (to - from));
        let (first, second) = labels.times.get(index).unwrap_or(&none);
        let width = measure.width(first, FACE).max(measure.width(second, FACE));
        let x = (place - width / 2.0).min(trend.width - 2.0 - width).max(2.0);
        let mut lines = Vec::new();
        if x >= free[0] && (second.is_empty() || x >= free[1]) {
            lines.push(first.clone());
            free[0] = x + width + 8.0;
            if !second.is_empty() {
                lines.push(second.clone());
                free[1] = x + width + 8.0;
            }
        }
        marks.push(Mark { at, place, lines, x, width });
    }
    marks
}

impl Layout {
    /// Where a time lies, from the start side.
    pub fn x(&self, at: f64) -> f64 {
        let (from, to) = self.ticks.window;
        self.plot.x + self.plot.w * ((at - from) / (to - from)).clamp(0.0, 1.0)
    }

    /// Where a value lies, from above.
    pub fn y(&self, value: f64) -> f64 {
        self.plot.bottom() - self.plot.h * self.ticks.values.share(value)
    }

    /// Where a point lies.
    pub fn spot(&self, (at, value): (f64, f64)) -> (f64, f64) {
        (self.x(at), self.y(value))
    }

    /// Whether a time is shown.
    pub fn shows(&self, at: f64) -> bool {
        let (from, to) = self.ticks.window;
        at >= from && at <= to
    }
}
