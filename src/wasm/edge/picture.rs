//! Pictures that need no board: one export for all, since the words around an export are in what every page loads.

use crate::stats::track::numbers;
use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

use super::{chart, out, trend};
use crate::error::{Error, Issue, Pointer};
use crate::wasm::{canvas, scene, shape};

/// What is asked for, in the order of the numbers that the page has for it.
#[derive(Clone, Copy)]
pub(super) enum Asked {
    /// Where a radar lies, from the JSON text of a `RadarRequest`: a `RadarGeometry`.
    RadarLaid,
    /// The same, and it is drawn.
    RadarDrawn,
    /// A trend from the JSON text of a `TrendRequest`: its `TrendTicks`. It is kept until the next.
    Trend,
    /// Where that trend lies, from the JSON text of its labels: a `TrendLayout` and the points as columns.
    TrendLaid,
    /// That trend drawn.
    TrendDrawn,
    /// Which series comes next: its number and the units of time a day, as two numbers of eight bytes.
    Series,
    /// The times of its points to come.
    Times,
    /// Their values: they join the series.
    Values,
    /// A series put away, by its number.
    Away,
}

const ASKED: [Asked; 9] = [
    Asked::RadarLaid,
    Asked::RadarDrawn,
    Asked::Trend,
    Asked::TrendLaid,
    Asked::TrendDrawn,
    Asked::Series,
    Asked::Times,
    Asked::Values,
    Asked::Away,
];

/// From this number on the charts, each laid out by its even number and drawn as well by its odd one.
const CHARTS: u8 = 16;

/// Lays out or draws a picture that needs no board, or keeps what one is made of. `given` is the UTF-8 of a JSON text, or
/// numbers of eight bytes each.
///
/// # Errors
/// `json-syntax`; `radar-invalid`, `trend-invalid` or `chart-invalid` with every issue; `trend-lost` where a series is none that is here.
#[wasm_bindgen]
pub fn picture(context: &CanvasRenderingContext2d, given: &[u8], asked: u8) -> Result<JsValue, JsValue> {
    if let Some(at) = asked.checked_sub(CHARTS) {
        return chart::chart(context, text(given)?, (usize::from(at / 2), at % 2 == 1));
    }
    let Some(asked) = ASKED.get(usize::from(asked)) else { return Ok(JsValue::UNDEFINED) };
    match asked {
        Asked::RadarLaid => radar(context, given, false),
        Asked::RadarDrawn => radar(context, given, true),
        Asked::Trend => trend::opened(text(given)?),
        Asked::TrendLaid => trend::laid(context, text(given)?),
        Asked::TrendDrawn => trend::drawn(context),
        Asked::Series | Asked::Times | Asked::Values | Asked::Away => trend::series(*asked, numbers(given)),
    }
}

fn radar(context: &CanvasRenderingContext2d, given: &[u8], paint: bool) -> Result<JsValue, JsValue> {
    match scene::radar(text(given)?) {
        Ok(radar) => out::shape(&shape::RadarGeometry::from(&canvas::radar(context, &radar, paint))),
        Err(error) => Err(out::error(&error)),
    }
}

fn text(given: &[u8]) -> Result<&str, JsValue> {
    let broken = |_| Error::new("json-syntax", vec![Issue::new("json-syntax", Pointer::root())]);
    std::str::from_utf8(given).map_err(broken).map_err(|error| out::error(&error))
}
