//! The trend: one value over time with all it is read against: target, limits, zones, programmes, what is expected (C2).
//!
//! What is missing is a gap in the line and never zero; what is expected is dashed and begins behind a line of its own; an
//! axis that does not begin at zero says so. A picture is made in two steps, since words are the page's: [`ticks`] says
//! which times and values are marked, [`picture`] takes what is to stand there.

mod draw;
mod geometry;
mod key;
mod layers;
mod layout;
mod notes;
mod numbers;
mod series;
mod shown;
mod times;

pub use geometry::{Drawn, Facts, NotePlace, TickPlace, TrendGeometry};
pub use layers::{Ahead, Note, Phase, Shift, Spread, Zone};
pub use numbers::{Base, Values};
pub use series::{Place, Series, append};
pub use shown::Ticks;
pub use times::{Times, Unit};

use super::look::{Direction, Palette};
use super::measure::Measure;
use super::paint::Picture;

/// Everything that a trend shows beside its points, in words and colours.
#[derive(Clone, Debug, Default)]
pub struct Trend {
    /// Width available, CSS pixels.
    pub width: f64,
    /// Height of the plot, CSS pixels; labels, numbers of notes and the key come to it.
    pub height: f64,
    /// Device pixels a CSS pixel.
    pub ratio: f64,
    /// Which way the language runs; right to left, time does as well.
    pub direction: Direction,
    /// CSS font family.
    pub font: String,
    /// Colours by role.
    pub palette: Palette,
    /// Units of time a day: 1 where times are days, 86,400,000 where they are milliseconds.
    pub per_day: f64,
    /// What the clock on the wall is ahead of the times given, in days.
    pub ahead: f64,
    /// The times shown; all where there is none.
    pub window: Option<(f64, f64)>,
    /// Whether the axis of values begins at zero.
    pub base: Base,
    /// Points further apart than this are not joined.
    pub gap: Option<f64>,
    /// Intervals of values.
    pub spreads: Vec<Spread>,
    /// An earlier course to compare with.
    pub before: Series,
    /// What is aimed at, in order of time.
    pub target: Vec<(f64, f64)>,
    /// Whether a target holds until the next one; else it is reached along a line.
    pub stepped: bool,
    /// Where which status holds.
    pub zones: Vec<Zone>,
    /// The limits of a control chart, phase by phase.
    pub limits: Vec<Phase>,
    /// Points that are signals.
    pub signals: Vec<Shift>,
    /// Programmes and events.
    pub notes: Vec<Note>,
    /// What is expected.
    pub forecast: Vec<Ahead>,
    /// From when to when the value was old.
    pub stale: Option<(f64, f64)>,
    /// What the key and an empty plot say.
    pub words: Words,
    /// The time under the pointer or the keyboard.
    pub hover: Option<f64>,
    /// The time selected.
    pub select: Option<f64>,
}

/// What the page calls the layers; a layer without a word is not in the key.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// The values.
    pub value: String,
    /// The earlier course.
    pub before: String,
    /// What is aimed at.
    pub target: String,
    /// The centre of the limits.
    pub centre: String,
    /// The limits.
    pub limits: String,
    /// The points that are signals.
    pub signal: String,
    /// The intervals of the values.
    pub interval: String,
    /// What is expected.
    pub forecast: String,
    /// Where the value was old.
    pub stale: String,
    /// What an empty plot says.
    pub empty: String,
}

/// What stands at the ticks, in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Labels {
    /// At each time: a line, and one below it or nothing.
    pub times: Vec<(String, String)>,
    /// At each value.
    pub values: Vec<String>,
}

/// Which times and values are marked.
#[must_use]
pub fn ticks(trend: &Trend, series: &Series) -> Ticks {
    Ticks::of(trend, series)
}

/// The picture of a trend, and where its parts lie.
#[must_use]
pub fn picture(
    trend: &Trend,
    series: &Series,
    labels: &Labels,
    measure: &dyn Measure,
) -> (Picture, TrendGeometry) {
    let ticks = ticks(trend, series);
    let layout = layout::layout(trend, series, ticks, labels, measure);
    let picture = draw::drawn(trend, series, &layout);
    let geometry = geometry::of(trend, series, &layout);
    (picture, geometry)
}
