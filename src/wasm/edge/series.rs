//! A KPI's values as columns: numbers cross in one piece each, a missing one is NaN.

use js_sys::{Float64Array, Reflect};
use serde::Serialize;
use wasm_bindgen::JsValue;

use super::out;
use crate::kpi::Figure;
use crate::score::iso;

/// What is no column of numbers.
#[derive(Serialize)]
struct Named<'a> {
    kpi: &'a str,
    at: Vec<String>,
}

/// `{ kpi, at: string[], value, low, high, n: Float64Array }`.
pub(super) fn columns(kpi: &str, figures: &[Figure]) -> Result<JsValue, JsValue> {
    let series = out::text(&Named { kpi, at: figures.iter().map(|figure| iso(figure.at)).collect() })?;
    let numbers = |name: &str, of: &dyn Fn(&Figure) -> Option<f64>| {
        let column: Vec<f64> = figures.iter().map(|figure| of(figure).unwrap_or(f64::NAN)).collect();
        Reflect::set(&series, &JsValue::from_str(name), &Float64Array::from(column.as_slice()))
    };
    numbers("value", &Figure::known)?;
    numbers("low", &|figure| figure.interval.as_ref().map(|interval| interval.low))?;
    numbers("high", &|figure| figure.interval.as_ref().map(|interval| interval.high))?;
    numbers("n", &|figure| figure.n.map(|n| n as f64))?;
    Ok(series)
}
