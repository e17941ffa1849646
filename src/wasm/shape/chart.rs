//! Pictures without a board: what the page asks for, and where their parts came to lie.

use std::collections::BTreeMap;

use super::shapes::shapes;
use crate::chart::sheet;

shapes! {
    /// Where a picture lies, in CSS pixels from the upper left corner of the canvas: for what a page lays over it.
    ChartGeometry {
        /// Width of the picture.
        width: f64,
        /// Height of the picture: it follows from the width and what is in it.
        height: f64,
        /// Device pixels a CSS pixel: the canvas is `width × ratio` by `height × ratio` of them. Less than asked for where a
        /// canvas could not be so high.
        ratio: f64,
        /// How it was laid out in this width: `table`, `tiles` or `list`, `wide` or `narrow`, `gauge`.
        form: &'static str,
        /// The boxes of the labels; none lies over another.
        labels: Vec<ChartSpot>,
        /// What can be pointed at, in the order given.
        spots: Vec<ChartSpot>,
    }

    /// A box of a picture.
    ChartSpot {
        /// The id of the row, or of what is shown in it; empty for the head of a column.
        id: String,
        /// The id of the column, or of a part of the row.
        #[serde(skip_serializing_if = "String::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        column: String,
        /// Left edge.
        x: f64,
        /// Upper edge.
        y: f64,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
        /// How far from the left edge of the picture its numbers lie, by name (`value`, `target`, `low`, `high`…). What is
        /// unknown has no place.
        at: BTreeMap<&'static str, f64>,
    }
}

impl From<&sheet::Place> for ChartSpot {
    fn from(place: &sheet::Place) -> Self {
        let sheet::Place { id, part, frame, at } = place;
        Self {
            id: id.clone(),
            column: part.clone(),
            x: frame.x,
            y: frame.y,
            width: frame.w,
            height: frame.h,
            at: at.iter().copied().collect(),
        }
    }
}

impl From<&sheet::Laid> for ChartGeometry {
    fn from(laid: &sheet::Laid) -> Self {
        let spots = |places: &[sheet::Place]| places.iter().map(ChartSpot::from).collect();
        Self {
            width: laid.width,
            height: laid.height,
            ratio: laid.ratio,
            form: laid.form,
            labels: spots(&laid.labels),
            spots: spots(&laid.spots),
        }
    }
}

/// What the page hands over; read in `wasm::scene`.
#[cfg(feature = "schema")]
mod request {
    use std::collections::BTreeMap;

    use crate::wasm::shape::request::requests;
    use crate::wasm::shape::word::Status;

    requests! {
        /// A heat map: the value of each segment as a colour, with what stands behind it.
        HeatMapRequest {
            /// The rows, from the top; 100 at most.
            #[schemars(length(max = 100))]
            rows: Vec<ChartHead>,
            /// The columns, from the start side; 60 at most.
            #[schemars(length(max = 60))]
            columns: Vec<ChartHead>,
            /// What is known where a row and a column meet, one a place. Where there is none, nothing is drawn.
            cells: Vec<HeatMapCell>,
            /// The values of the faintest and the strongest colour; left out: the lowest and the highest value.
            #[serde(skip_serializing_if = "Option::is_none")]
            scale: Option<HeatMapScale>,
            /// The words of the legend, by name: `low`, `high`, `suppressed`, `unknown`, and the statuses by theirs. What has
            /// no word, or is not to be seen, is left out.
            #[serde(skip_serializing_if = "Option::is_none")]
            words: Option<BTreeMap<String, String>>,
            /// The cell selected.
            #[serde(skip_serializing_if = "Option::is_none")]
            select: Option<ChartPlace>,
            /// The cell under the pointer or the keyboard.
            #[serde(skip_serializing_if = "Option::is_none")]
            hover: Option<ChartPlace>,
        }

        /// An alignment matrix: how much of each goal hangs on each strategy or action, and what data say of it.
        AlignmentMatrixRequest {
            /// Strategies or actions, from the top; 100 at most.
            #[schemars(length(max = 100))]
            rows: Vec<ChartHead>,
            /// Goals, from the start side; 60 at most.
            #[schemars(length(max = 60))]
            columns: Vec<ChartHead>,
            /// The links, one a place. Where there is none, nothing is drawn.
            cells: Vec<AlignmentMatrixCell>,
            /// The words of the legend, by name: `unknown`, and the evidence states by theirs.
            #[serde(skip_serializing_if = "Option::is_none")]
            words: Option<BTreeMap<String, String>>,
            /// The cell selected.
            #[serde(skip_serializing_if = "Option::is_none")]
            select: Option<ChartPlace>,
            /// The cell under the pointer or the keyboard.
            #[serde(skip_serializing_if = "Option::is_none")]
            hover: Option<ChartPlace>,
        }
    }

    requests! {
        /// Bullets: values beside their targets, each on its own scale; or the same on half circles.
        BulletsRequest {
            /// The bullets, from the top; 100 at most.
            #[schemars(length(max = 100))]
            bullets: Vec<Bullet>,
            /// `gauge` draws half circles: an angle is read less exactly than a length, and takes five times the room. Left out:
            /// `bullet`.
            #[serde(rename = "as", skip_serializing_if = "Option::is_none")]
            form: Option<BulletForm>,
            /// The words of the legend, by name: `value`, `target`, `baseline`, `benchmark`, `interval`, `unknown`.
            #[serde(skip_serializing_if = "Option::is_none")]
            words: Option<BTreeMap<String, String>>,
            /// The id of the bullet selected.
            #[serde(skip_serializing_if = "Option::is_none")]
            select: Option<String>,
            /// The id of the bullet under the pointer or the keyboard.
            #[serde(skip_serializing_if = "Option::is_none")]
            hover: Option<String>,
        }

        /// A tornado: how far each of several numbers could move one, either way.
        TornadoRequest {
            /// The numbers, the widest swing first; 100 at most.
            #[schemars(length(max = 100))]
            swings: Vec<TornadoSwing>,
            /// What the number moved is today: where the bars begin, and a line through all of them.
            #[serde(skip_serializing_if = "Option::is_none")]
            now: Option<f64>,
            /// What is written above that line.
            #[serde(skip_serializing_if = "Option::is_none")]
            now_text: Option<String>,
            /// One scale for all; left out: one that holds all ends.
            #[serde(skip_serializing_if = "Option::is_none")]
            scale: Option<ChartScale>,
            /// The words of the legend, by name: `worse`, `better`, `unknown`, and the statuses flipped to by theirs.
            #[serde(skip_serializing_if = "Option::is_none")]
            words: Option<BTreeMap<String, String>>,
            /// The id of the swing selected.
            #[serde(skip_serializing_if = "Option::is_none")]
            select: Option<String>,
            /// The id of the swing under the pointer or the keyboard.
            #[serde(skip_serializing_if = "Option::is_none")]
            hover: Option<String>,
        }

        /// A waterfall: what a number is made of, step by step, and what it comes to.
        WaterfallRequest {
            /// The steps, from the top; 100 at most.
            #[schemars(length(max = 100))]
            steps: Vec<WaterfallStep>,
            /// One scale for all; left out: one from 0 that holds all steps.
            #[serde(skip_serializing_if = "Option::is_none")]
            scale: Option<ChartScale>,
            /// The words of the legend, by name: `more`, `less`, `total`, `unknown`.
            #[serde(skip_serializing_if = "Option::is_none")]
            words: Option<BTreeMap<String, String>>,
            /// The id of the step selected.
            #[serde(skip_serializing_if = "Option::is_none")]
            select: Option<String>,
            /// The id of the step under the pointer or the keyboard.
            #[serde(skip_serializing_if = "Option::is_none")]
            hover: Option<String>,
        }

        /// Status counts: how many of each level stand how.
        StatusCountsRequest {
            /// The levels, from the top; 100 at most.
            #[schemars(length(max = 100))]
            levels: Vec<StatusLevel>,
            /// The words of the legend: the statuses by their names.
            #[serde(skip_serializing_if = "Option::is_none")]
            words: Option<BTreeMap<String, String>>,
            /// The part selected: a level and, as `column`, a status.
            #[serde(skip_serializing_if = "Option::is_none")]
            select: Option<ChartPlace>,
            /// The part under the pointer or the keyboard.
            #[serde(skip_serializing_if = "Option::is_none")]
            hover: Option<ChartPlace>,
        }
    }

    /// How bullets are drawn.
    #[derive(schemars::JsonSchema)]
    #[serde(rename_all = "kebab-case")]
    pub enum BulletForm {
        /// Along a line.
        Bullet,
        /// On half a circle.
        Gauge,
    }

    /// Declares the rows of a chart: what all have, and their own.
    macro_rules! rows {
        ($($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })+) => {$(
            $(#[$meta])*
            #[derive(schemars::JsonSchema)]
            #[serde(rename_all = "camelCase")]
            pub struct $name {
                /// Its id, one for each.
                pub id: String,
                /// What it is called, in the reader's language.
                pub label: String,
                /// A second, quieter line.
                #[serde(skip_serializing_if = "Option::is_none")]
                pub note: Option<String>,
                /// What is written behind it: its value, or that there is none.
                #[serde(skip_serializing_if = "Option::is_none")]
                pub text: Option<String>,
                $($(#[$field_meta])* pub $field: $type,)*
            }
        )+};
    }

    rows! {
        /// A value beside its target.
        Bullet {
            /// Its own scale.
            scale: BulletScale,
            /// Up to three values at which one band ends and the next begins, ascending: the first band is the darkest.
            #[serde(skip_serializing_if = "Option::is_none")]
            #[schemars(length(max = 3))]
            bands: Option<Vec<f64>>,
            /// Its value; absent where it is unknown, which is drawn as a dashed edge and never as the lowest.
            #[serde(skip_serializing_if = "Option::is_none")]
            value: Option<f64>,
            /// The lower end of its interval, with `high`.
            #[serde(skip_serializing_if = "Option::is_none")]
            low: Option<f64>,
            /// The upper end of its interval.
            #[serde(skip_serializing_if = "Option::is_none")]
            high: Option<f64>,
            /// Where it should be.
            #[serde(skip_serializing_if = "Option::is_none")]
            target: Option<f64>,
            /// Where it started.
            #[serde(skip_serializing_if = "Option::is_none")]
            baseline: Option<f64>,
            /// What others reach.
            #[serde(skip_serializing_if = "Option::is_none")]
            benchmark: Option<f64>,
            /// Its status: the colour of the bar.
            #[serde(skip_serializing_if = "Option::is_none")]
            status: Option<Status>,
        }

        /// How far one number could move another.
        TornadoSwing {
            /// The end at which the number moved is worse.
            #[serde(skip_serializing_if = "Option::is_none")]
            worse: Option<TornadoEnd>,
            /// The end at which it is better. Without either the swing is unknown.
            #[serde(skip_serializing_if = "Option::is_none")]
            better: Option<TornadoEnd>,
        }

        /// A step of a waterfall.
        WaterfallStep {
            /// Where its bar begins, with `to`.
            #[serde(skip_serializing_if = "Option::is_none")]
            from: Option<f64>,
            /// Where its bar ends; below `from` it takes away.
            #[serde(skip_serializing_if = "Option::is_none")]
            to: Option<f64>,
            /// The least that an unknown step leads to: with `high` a hatched range. Without anything it is a dashed edge.
            #[serde(skip_serializing_if = "Option::is_none")]
            low: Option<f64>,
            /// The most that it leads to.
            #[serde(skip_serializing_if = "Option::is_none")]
            high: Option<f64>,
            /// Whether it is a sum of those before it, rather than one more.
            #[serde(skip_serializing_if = "Option::is_none")]
            total: Option<bool>,
        }

        /// A level: how many of it stand how.
        StatusLevel {
            /// The counts, in the order in which they stand behind one another. What is 0 is left out of the picture.
            counts: Vec<StatusCount>,
        }
    }

    /// One end of a swing.
    #[derive(schemars::JsonSchema)]
    #[serde(rename_all = "camelCase")]
    pub struct TornadoEnd {
        /// The number moved there.
        pub at: f64,
        /// Its status there, where that is another than today's: marked.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub flips: Option<Status>,
    }

    /// How many have a status.
    #[derive(schemars::JsonSchema)]
    #[serde(rename_all = "camelCase")]
    pub struct StatusCount {
        /// The status, one for each.
        pub status: Status,
        /// How many have it.
        pub count: u32,
        /// What is written in its part of the bar where that finds room: count and word. Left out: the number.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub text: Option<String>,
        /// What is written where it does not; left out: the number.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub short: Option<String>,
    }

    /// A bullet's own scale.
    #[derive(schemars::JsonSchema)]
    #[serde(rename_all = "camelCase")]
    pub struct BulletScale {
        /// The lowest value that has a place.
        pub low: f64,
        /// The highest one; above `low`.
        pub high: f64,
        /// What is written at the lower end.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub low_text: Option<String>,
        /// What is written at the upper end.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub high_text: Option<String>,
    }

    /// One scale below all rows.
    #[derive(schemars::JsonSchema)]
    #[serde(rename_all = "camelCase")]
    pub struct ChartScale {
        /// The lowest value that has a place.
        pub low: f64,
        /// The highest one; above `low`.
        pub high: f64,
        /// What is written at which value, 24 at most; left out: plain numbers at round values.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schemars(length(max = 24))]
        pub marks: Option<Vec<ChartMark>>,
    }

    /// A mark of a scale.
    #[derive(schemars::JsonSchema)]
    #[serde(rename_all = "camelCase")]
    pub struct ChartMark {
        /// The value.
        pub at: f64,
        /// What is written there, in the reader's language.
        pub label: String,
    }

    /// A row or a column.
    #[derive(schemars::JsonSchema)]
    #[serde(rename_all = "camelCase")]
    pub struct ChartHead {
        /// Its id, one for each.
        pub id: String,
        /// What it is called, in the reader's language.
        pub label: String,
        /// A second, quieter line; of columns it is not shown.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub note: Option<String>,
    }

    /// Where a row and a column meet.
    #[derive(schemars::JsonSchema)]
    #[serde(rename_all = "camelCase")]
    pub struct ChartPlace {
        /// The id of the row.
        pub row: String,
        /// The id of the column.
        pub column: String,
    }

    /// The ends of the colours.
    #[derive(schemars::JsonSchema)]
    #[serde(rename_all = "camelCase")]
    pub struct HeatMapScale {
        /// The value of the faintest colour.
        pub low: f64,
        /// The value of the strongest colour; above `low`.
        pub high: f64,
    }

    /// A cell of a heat map.
    #[derive(schemars::JsonSchema)]
    #[serde(rename_all = "camelCase")]
    pub struct HeatMapCell {
        /// The id of its row.
        pub row: String,
        /// The id of its column.
        pub column: String,
        /// Its value; absent where it is unknown, which is drawn as a dashed edge and never as the lowest.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub value: Option<f64>,
        /// The lower end of its interval: with `high`, a line at the foot of the cell.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub low: Option<f64>,
        /// The upper end of its interval.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub high: Option<f64>,
        /// What is written: the value in the reader's language, or why there is none.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub text: Option<String>,
        /// A second line, such as the number of cases; shown where all of them find room.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub note: Option<String>,
        /// Whether it is held back, since too few cases stand behind it: hatched, and without a value.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub suppressed: Option<bool>,
        /// A status: its colour and shape take the place of the scale's colour.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub status: Option<Status>,
    }

    /// A cell of an alignment matrix.
    #[derive(schemars::JsonSchema)]
    #[serde(rename_all = "camelCase")]
    pub struct AlignmentMatrixCell {
        /// The id of its row.
        pub row: String,
        /// The id of its column.
        pub column: String,
        /// How much of the column hangs on the row, 0 to 1: the area of the disc. Absent where that is unknown.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schemars(range(min = 0, max = 1))]
        pub share: Option<f64>,
        /// What data say of the link: `consistent`, `contradicts`, `no-support` or `untestable`, as `board.evidence()`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub evidence: Option<String>,
        /// What is written below the disc.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub text: Option<String>,
        /// A second line; shown where all of them find room.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub note: Option<String>,
    }
}

#[cfg(feature = "schema")]
pub use request::{
    AlignmentMatrixCell, AlignmentMatrixRequest, Bullet, BulletForm, BulletScale, BulletsRequest, ChartHead,
    ChartMark, ChartPlace, ChartScale, HeatMapCell, HeatMapRequest, HeatMapScale, StatusCount,
    StatusCountsRequest, StatusLevel, TornadoEnd, TornadoRequest, TornadoSwing, WaterfallRequest,
    WaterfallStep,
};
