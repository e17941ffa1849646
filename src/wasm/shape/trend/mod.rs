//! A trend: what the page asks for, what stands at its axes, and where its parts came to lie.

use super::shapes::shapes;
use crate::chart::Frame;
use crate::chart::trend;

shapes! {
    /// Which times and values a trend marks: what the page writes there comes back as labels.
    TrendTicks {
        /// What begins at each time: `second`, `minute`, `hour`, `day`, `week`, `month`, `quarter` or `year`.
        unit: &'static str,
        /// The times, as days since 1970-01-01 by the clock on the wall; parts of a day are hours and minutes.
        times: Vec<f64>,
        /// The values.
        values: Vec<f64>,
        /// Digits behind the point that tell one value from the next.
        digits: u32,
    }

    /// Where a trend lies, in CSS pixels from the upper left corner of the canvas, and what it says.
    TrendLayout {
        /// Width of the picture.
        width: f64,
        /// Height of the picture: that of the plot, with labels, numbers of notes and the key.
        height: f64,
        /// Device pixels a CSS pixel: the canvas is `width × ratio` by `height × ratio` of them.
        ratio: f64,
        /// The plot.
        plot: TrendBox,
        /// The first time shown.
        from: f64,
        /// The last time shown.
        to: f64,
        /// The lower end of the axis of values.
        low: f64,
        /// The upper end of the axis of values.
        high: f64,
        /// Whether zero lies outside the axis of values; a zigzag says so in the picture.
        truncated: bool,
        /// The ticks of time: `place` counts from the left edge.
        time_ticks: Vec<TrendTick>,
        /// The ticks of values: `place` counts from the upper edge.
        value_ticks: Vec<TrendTick>,
        /// Whether there are more points than are drawn one by one: of each column of pixels the first, the lowest, the highest
        /// and the last.
        dense: bool,
        /// The notes shown, in the order given.
        notes: Vec<TrendNotePlace>,
        /// The point pointed at: the known one nearest to `hover`.
        #[serde(skip_serializing_if = "Option::is_none")]
        hover: Option<TrendPoint>,
        /// The point selected: the known one nearest to `select`.
        #[serde(skip_serializing_if = "Option::is_none")]
        select: Option<TrendPoint>,
        /// What the times shown say: for a text beside the picture.
        facts: TrendFacts,
    }

    /// A box of a trend.
    TrendBox {
        /// Left edge.
        x: f64,
        /// Upper edge.
        y: f64,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
    }

    /// A tick of an axis.
    TrendTick {
        /// The time or the value.
        at: f64,
        /// Where it lies.
        place: f64,
        /// Whether its label found room.
        labelled: bool,
    }

    /// A programme or an event in its place.
    TrendNotePlace {
        /// Its id.
        id: String,
        /// Its number in the picture: 1 for the first of the request.
        number: usize,
        /// Left edge of number and label.
        x: f64,
        /// Upper edge.
        y: f64,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
        /// Whether the label found room beside its number; list it beside the picture where not.
        labelled: bool,
    }

    /// A point of a trend.
    TrendPoint {
        /// Its place in the series.
        index: usize,
        /// Its time.
        at: f64,
        /// Its value.
        value: f64,
        /// From the left edge.
        x: f64,
        /// From the upper edge.
        y: f64,
    }

    /// What the times shown say, as numbers.
    TrendFacts {
        /// Values that are known.
        known: usize,
        /// Points without a value.
        missing: usize,
        /// The first known point.
        #[serde(skip_serializing_if = "Option::is_none")]
        first: Option<TrendPoint>,
        /// The last known point.
        #[serde(skip_serializing_if = "Option::is_none")]
        last: Option<TrendPoint>,
        /// The lowest point; of equals the earliest.
        #[serde(skip_serializing_if = "Option::is_none")]
        lowest: Option<TrendPoint>,
        /// The highest point; of equals the earliest.
        #[serde(skip_serializing_if = "Option::is_none")]
        highest: Option<TrendPoint>,
        /// `up`, `down` or `flat`: the last against the first, by a hundredth of the axis at least.
        direction: &'static str,
        /// Signals among them.
        signals: usize,
    }
}

impl From<&trend::Ticks> for TrendTicks {
    fn from(ticks: &trend::Ticks) -> Self {
        Self {
            unit: ticks.times.unit.name(),
            times: ticks.times.ticks.clone(),
            values: ticks.values.ticks.clone(),
            digits: ticks.values.digits,
        }
    }
}

impl From<&trend::TrendGeometry> for TrendLayout {
    fn from(of: &trend::TrendGeometry) -> Self {
        Self {
            width: of.width,
            height: of.height,
            ratio: of.ratio,
            plot: of.plot.into(),
            from: of.window.0,
            to: of.window.1,
            low: of.values.0,
            high: of.values.1,
            truncated: of.truncated,
            time_ticks: of.time_ticks.iter().map(TrendTick::from).collect(),
            value_ticks: of.value_ticks.iter().map(TrendTick::from).collect(),
            dense: of.dense,
            notes: of.notes.iter().map(TrendNotePlace::from).collect(),
            hover: of.hover.map(TrendPoint::from),
            select: of.select.map(TrendPoint::from),
            facts: (&of.facts).into(),
        }
    }
}

impl From<Frame> for TrendBox {
    fn from(Frame { x, y, w: width, h: height }: Frame) -> Self {
        Self { x, y, width, height }
    }
}

impl From<&trend::TickPlace> for TrendTick {
    fn from(&trend::TickPlace { at, place, labelled }: &trend::TickPlace) -> Self {
        Self { at, place, labelled }
    }
}

impl From<&trend::NotePlace> for TrendNotePlace {
    fn from(note: &trend::NotePlace) -> Self {
        let Frame { x, y, w: width, h: height } = note.frame;
        let (id, number, labelled) = (note.id.clone(), note.number, note.labelled);
        Self { id, number, x, y, width, height, labelled }
    }
}

impl From<trend::Drawn> for TrendPoint {
    fn from(trend::Drawn { index, at, value, x, y }: trend::Drawn) -> Self {
        Self { index, at, value, x, y }
    }
}

impl From<&trend::Facts> for TrendFacts {
    fn from(facts: &trend::Facts) -> Self {
        Self {
            known: facts.known,
            missing: facts.missing,
            first: facts.first.map(TrendPoint::from),
            last: facts.last.map(TrendPoint::from),
            lowest: facts.lowest.map(TrendPoint::from),
            highest: facts.highest.map(TrendPoint::from),
            direction: match facts.direction {
                1 => "up",
                -1 => "down",
                _ => "flat",
            },
            signals: facts.signals,
        }
    }
}

#[cfg(feature = "schema")]
mod request;

#[cfg(feature = "schema")]
pub use request::TrendRequest;
