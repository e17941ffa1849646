//! What the page hands over for a trend; read in `wasm::scene`.

use crate::wasm::shape::request::requests;

requests! {
    /// One value over time, with what it is read against.
    TrendRequest {
        /// Height of the plot, CSS pixels; left out: by the width, 160 to 320. Labels, numbers of notes and the key come to it.
        #[schemars(range(min = 80, max = 2000))]
        #[serde(skip_serializing_if = "Option::is_none")]
        height: Option<f64>,
        /// What a number of time counts since 1970-01-01; left out: `days`.
        #[serde(skip_serializing_if = "Option::is_none")]
        time: Option<TrendClock>,
        /// Minutes that the reader's clock is ahead of UTC, for times in milliseconds; left out: 0.
        #[schemars(range(min = -1440, max = 1440))]
        #[serde(skip_serializing_if = "Option::is_none")]
        offset: Option<f64>,
        /// The points in order of time, 20,000 at most; more come as columns, from `trendData`.
        #[schemars(length(max = 20000))]
        #[serde(skip_serializing_if = "Option::is_none")]
        points: Option<Vec<TrendValue>>,
        /// Points further apart than this are not joined, in the unit of time; left out: a line is broken where a value is
        /// missing and nowhere else.
        #[serde(skip_serializing_if = "Option::is_none")]
        gap: Option<f64>,
        /// The times shown; left out: all.
        #[serde(skip_serializing_if = "Option::is_none")]
        window: Option<TrendStretch>,
        /// Whether the axis of values begins at zero: `zero` for counts and shares, `data` never for its own sake; left out:
        /// `near`, where zero is no further from the values than they are from one another, or there is one value alone.
        #[serde(skip_serializing_if = "Option::is_none")]
        base: Option<TrendBase>,
        /// An earlier course to compare with, at the times that it is to stand at.
        #[serde(skip_serializing_if = "Option::is_none")]
        before: Option<Vec<TrendValue>>,
        /// What is aimed at; a single one holds throughout.
        #[serde(skip_serializing_if = "Option::is_none")]
        target: Option<Vec<TrendAim>>,
        /// `steps`: a target holds until the next, the last one on to the end; `line`: it is reached along a straight line.
        /// Left out: `steps`.
        #[serde(skip_serializing_if = "Option::is_none")]
        target_shape: Option<TrendAimShape>,
        /// Where which status holds.
        #[serde(skip_serializing_if = "Option::is_none")]
        zones: Option<Vec<TrendZone>>,
        /// The limits of a control chart, phase by phase.
        #[serde(skip_serializing_if = "Option::is_none")]
        limits: Option<Vec<TrendPhase>>,
        /// The points that are signals.
        #[serde(skip_serializing_if = "Option::is_none")]
        signals: Option<Vec<TrendSignal>>,
        /// Programmes and events, 40 at most, numbered in this order.
        #[schemars(length(max = 40))]
        #[serde(skip_serializing_if = "Option::is_none")]
        notes: Option<Vec<TrendNote>>,
        /// What is expected, in order of time.
        #[serde(skip_serializing_if = "Option::is_none")]
        forecast: Option<Vec<TrendAhead>>,
        /// From when to when no newer value came: hatched.
        #[serde(skip_serializing_if = "Option::is_none")]
        stale: Option<TrendStretch>,
        /// What the key calls the layers, and what an empty plot says; a layer without a word is not in the key.
        #[serde(skip_serializing_if = "Option::is_none")]
        words: Option<TrendWords>,
        /// The time under the pointer or the keyboard: the known point nearest to it is lit.
        #[serde(skip_serializing_if = "Option::is_none")]
        hover: Option<TrendTime>,
        /// The time selected.
        #[serde(skip_serializing_if = "Option::is_none")]
        select: Option<TrendTime>,
    }
}

/// A time: days or milliseconds since 1970-01-01, as `time` says, or a day as `YYYY-MM-DD`.
#[derive(schemars::JsonSchema)]
#[serde(untagged)]
pub enum TrendTime {
    /// A number.
    Number(f64),
    /// A day.
    Day(String),
}

/// What a number of time counts.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum TrendClock {
    /// Days on the calendar.
    Days,
    /// Milliseconds of UTC, as `Date.now()` gives them.
    Milliseconds,
}

/// Whether an axis begins at zero.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum TrendBase {
    /// Where zero is near.
    Near,
    /// Always.
    Zero,
    /// Never for its own sake.
    Data,
}

/// How one target leads to the next.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum TrendAimShape {
    /// It holds until the next.
    Steps,
    /// Along a straight line.
    Line,
}

/// A point.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TrendValue {
    /// When.
    pub at: TrendTime,
    /// Its value; absent where it is not known, which is a gap in the line and never zero.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// The lower end of its interval: with `high`, a bar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// The upper end of its interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
}

/// From one time to a later one.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TrendStretch {
    /// The earlier time.
    pub from: TrendTime,
    /// The later time.
    pub to: TrendTime,
}

/// What is aimed at.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TrendAim {
    /// From when on, or by when.
    pub at: TrendTime,
    /// The value.
    pub value: f64,
}

/// Values of one status.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TrendZone {
    /// The status.
    pub status: TrendStatus,
    /// From this value up; left out: from the lowest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<f64>,
    /// Up to this value; left out: to the highest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<f64>,
}

/// The status of a zone.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TrendStatus {
    /// On track.
    OnTrack,
    /// At risk.
    AtRisk,
    /// Off track.
    OffTrack,
}

/// The limits of a control chart while a process stays the same.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TrendPhase {
    /// From when; left out: from the beginning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<TrendTime>,
    /// To when; left out: to the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<TrendTime>,
    /// The centre.
    pub centre: f64,
    /// The lower limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lower: Option<f64>,
    /// The upper limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upper: Option<f64>,
}

/// A point that is a signal: a hollow diamond.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TrendSignal {
    /// The time of the point.
    pub at: TrendTime,
    /// Whether it is for the better; left out where that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub better: Option<bool>,
}

/// A programme (with `to`) or an event.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TrendNote {
    /// Its id.
    pub id: String,
    /// What it is called; written beside its number where there is room for all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// When, or from when.
    pub from: TrendTime,
    /// To when; left out: a moment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<TrendTime>,
}

/// What is expected at a time.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TrendAhead {
    /// When.
    pub at: TrendTime,
    /// The mean.
    pub mean: f64,
    /// One interval or two, the narrower one first.
    #[schemars(length(max = 2))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intervals: Option<Vec<TrendInterval>>,
}

/// An interval.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TrendInterval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// What the layers are called, in the reader's language.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TrendWords {
    /// The values.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The earlier course.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// What is aimed at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// The centre of the limits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub centre: Option<String>,
    /// The limits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limits: Option<String>,
    /// The signals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signal: Option<String>,
    /// The intervals of the values.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<String>,
    /// What is expected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub forecast: Option<String>,
    /// Where no newer value came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stale: Option<String>,
    /// What an empty plot says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub empty: Option<String>,
}
