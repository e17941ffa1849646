//! A KPI's values as columns: numbers cross in one piece each, a missing one is NaN.

use js_sys::Float64Array;
use serde::Serialize;

use crate::kpi::Figure;
use crate::score::iso;

/// `{ kpi, at: string[], value, low, high, n: Float64Array }`.
#[derive(Serialize)]
pub(super) struct Series<'a> {
    kpi: &'a str,
    at: Vec<String>,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    value: Float64Array,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    low: Float64Array,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    high: Float64Array,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    n: Float64Array,
}

impl<'a> Series<'a> {
    pub(super) fn of(kpi: &'a str, figures: &[Figure]) -> Self {
        let numbers = |of: &dyn Fn(&Figure) -> Option<f64>| {
            let column: Vec<f64> = figures.iter().map(|figure| of(figure).unwrap_or(f64::NAN)).collect();
            Float64Array::from(column.as_slice())
        };
        let interval =
            |figure: &Figure| figure.interval.as_ref().map(|interval| (interval.low, interval.high));
        Self {
            kpi,
            at: figures.iter().map(|figure| iso(figure.at)).collect(),
            value: numbers(&Figure::known),
            low: numbers(&|figure| interval(figure).map(|(low, _)| low)),
            high: numbers(&|figure| interval(figure).map(|(_, high)| high)),
            n: numbers(&|figure| figure.n.map(|n| n as f64)),
        }
    }
}
