//! A KPI's values as columns: numbers cross in one piece each, a missing one is NaN.

use js_sys::{Array, Float64Array, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::kpi::Figure;
use crate::score::iso;

/// `{ kpi, at: string[], value, low, high, n: Float64Array }`.
pub(super) fn columns(kpi: &str, figures: &[Figure]) -> Result<JsValue, JsValue> {
    let numbers = |of: &dyn Fn(&Figure) -> Option<f64>| {
        let column: Vec<f64> = figures.iter().map(|figure| of(figure).unwrap_or(f64::NAN)).collect();
        JsValue::from(Float64Array::from(column.as_slice()))
    };
    let days: Array = figures.iter().map(|figure| JsValue::from(iso(figure.at))).collect();
    let interval = |figure: &Figure| figure.interval.as_ref().map(|interval| (interval.low, interval.high));
    let object = Object::new();
    for (name, column) in [
        ("kpi", JsValue::from(kpi)),
        ("at", days.into()),
        ("value", numbers(&Figure::known)),
        ("low", numbers(&|figure| interval(figure).map(|(low, _)| low))),
        ("high", numbers(&|figure| interval(figure).map(|(_, high)| high))),
        ("n", numbers(&|figure| figure.n.map(|n| n as f64))),
    ] {
        Reflect::set(&object, &JsValue::from(name), &column)?;
    }
    Ok(object.into())
}
