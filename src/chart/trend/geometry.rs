//! Where a trend came to lie, and what it says, as plain data: for what a page lays over it, and for its words.

use super::draw::nearest;
use super::layout::{Layout, Mark};
use super::{Series, Trend};
use crate::chart::look::Direction;
use crate::chart::paint::Frame;

/// A label at an axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TickPlace {
    /// The time or the value.
    pub at: f64,
    /// Where on the axis: from the left edge, or from the upper one.
    pub place: f64,
    /// Whether a label stands there.
    pub labelled: bool,
}

/// Where a note lies.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NotePlace {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: usize,
    /// The box of number and label.
    pub frame: Frame,
    /// Whether the label found room beside the number.
    pub labelled: bool,
}

/// A point that is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Drawn {
    /// Its place in the series.
    pub index: usize,
    /// Its time.
    pub at: f64,
    /// Its value.
    pub value: f64,
    /// Where it lies, from the left edge.
    pub x: f64,
    /// From the upper edge.
    pub y: f64,
}

/// What the window says, as numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Values that are known.
    pub known: usize,
    /// Points without a value.
    pub missing: usize,
    /// The first known point.
    pub first: Option<Drawn>,
    /// The last known point.
    pub last: Option<Drawn>,
    /// The lowest.
    pub lowest: Option<Drawn>,
    /// The highest.
    pub highest: Option<Drawn>,
    /// −1, 0 or 1: whether the last is below or above the first, by a hundredth of the axis at least.
    pub direction: i8,
    /// Signals.
    pub signals: usize,
}

/// Where everything lies, in CSS pixels from the upper left corner of the screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TrendGeometry {
    /// Width of the picture.
    pub width: f64,
    /// Height of the picture.
    pub height: f64,
    /// Device pixels a CSS pixel.
    pub ratio: f64,
    /// The plot.
    pub plot: Frame,
    /// The times shown.
    pub window: (f64, f64),
    /// The ends of the axis of values.
    pub values: (f64, f64),
    /// Whether that axis does not begin at zero.
    pub truncated: bool,
    /// The ticks of time.
    pub time_ticks: Vec<TickPlace>,
    /// The ticks of values.
    pub value_ticks: Vec<TickPlace>,
    /// The points drawn.
    pub points: Vec<Drawn>,
    /// Whether points lie between these that are not drawn one by one.
    pub dense: bool,
    /// The notes shown, in the order given.
    pub notes: Vec<NotePlace>,
    /// The point pointed at.
    pub hover: Option<Drawn>,
    /// The point selected.
    pub select: Option<Drawn>,
    /// What the window says.
    pub facts: Facts,
}

/// A layout as seen on the screen.
pub(super) fn of(trend: &Trend, series: &Series, layout: &Layout) -> TrendGeometry {
    let seen = Seen { trend, series, layout };
    let indices = layout.line.runs.iter().flatten();
    TrendGeometry {
        width: trend.width,
        height: layout.height,
        ratio: trend.ratio,
        plot: seen.frame(layout.plot),
        window: layout.ticks.window,
        values: (layout.ticks.values.low, layout.ticks.values.high),
        truncated: layout.ticks.values.truncated,
        time_ticks: layout.times.iter().map(|mark| tick(mark, seen.flip(mark.place, 0.0))).collect(),
        value_ticks: layout.values.iter().map(|mark| tick(mark, mark.place)).collect(),
        points: indices
            .filter_map(|&index| seen.drawn(index))
            .filter(|point| layout.shows(point.at))
            .collect(),
        dense: layout.line.dense,
        notes: seen.notes(),
        hover: nearest(series, layout, trend.hover).and_then(|index| seen.drawn(index)),
        select: nearest(series, layout, trend.select).and_then(|index| seen.drawn(index)),
        facts: seen.facts(),
    }
}

fn tick(mark: &Mark, place: f64) -> TickPlace {
    TickPlace { at: mark.at, place, labelled: mark.lines.iter().any(|line| !line.is_empty()) }
}

struct Seen<'a> {
    trend: &'a Trend,
    series: &'a Series,
    layout: &'a Layout,
}

impl Seen<'_> {
    fn flip(&self, x: f64, w: f64) -> f64 {
        if self.trend.direction == Direction::Rtl { self.trend.width - x - w } else { x }
    }

    fn frame(&self, frame: Frame) -> Frame {
        Frame { x: self.flip(frame.x, frame.w), ..frame }
    }

    fn drawn(&self, index: usize) -> Option<Drawn> {
        let (at, value) = self.series.point(index)?;
        let (x, y) = self.layout.spot((at, value));
        Some(Drawn { index, at, value, x: self.flip(x, 0.0), y })
    }

    fn notes(&self) -> Vec<NotePlace> {
        let place = |pin: &super::notes::Pinned| NotePlace {
            id: self.trend.notes.get(pin.index).map(|note| note.id.clone()).unwrap_or_default(),
            number: pin.index + 1,
            frame: self.frame(pin.frame(self.layout.plot.y)),
            labelled: !pin.label.is_empty(),
        };
        let mut notes: Vec<NotePlace> = self.layout.notes.iter().map(place).collect();
        notes.sort_by_key(|note| note.number);
        notes
    }

    fn facts(&self) -> Facts {
        let (window, axis) = (self.layout.ticks.window, &self.layout.ticks.values);
        let (from, to) = self.series.within(window.0, window.1);
        let at = |index: Option<usize>| index.and_then(|index| self.drawn(index));
        let (first, last) = (at(self.series.first_known(from, to)), at(self.series.last_known(from, to)));
        let ends = self.series.ends(from, to);
        let change = first.zip(last).map_or(0.0, |(first, last)| last.value - first.value);
        let least = (axis.high - axis.low) * 0.01;
        let known = self.series.known(from, to);
        let shown = |shift: &&super::Shift| self.layout.shows(shift.at);
        Facts {
            known,
            missing: (to - from).saturating_sub(known),
            first,
            last,
            lowest: at(ends.map(|ends| ends.0)),
            highest: at(ends.map(|ends| ends.1)),
            direction: if change.abs() < least { 0 } else { change.signum() as i8 },
            signals: self.trend.signals.iter().filter(shown).count(),
        }
    }
}
