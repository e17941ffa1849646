//! Service KPIs by themselves: worked values, published tables, what is refused, properties, and that table, words
//! and documentation hold together.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::float_cmp,
    reason = "a test that cannot go on fails; whole numbers come out exact"
)]

#[path = "service/documented.rs"]
mod documented;
#[path = "service/expected.rs"]
mod expected;
#[path = "service/properties.rs"]
mod properties;
#[path = "service/refused.rs"]
mod refused;
#[path = "service/rows.rs"]
mod rows;
#[path = "service/typed.rs"]
mod typed;
#[path = "service/worked.rs"]
mod worked;

mod support;

use serde_json::{Value, json};
use throughline::error::Error;
use throughline::format::calculation;
use throughline::kpi::service::{self, Calculated};

fn ask(request: &Value) -> Result<Calculated, Error> {
    service::calculate(calculation::decode(&request.to_string())?)
}

fn found(request: &Value) -> Calculated {
    ask(request).unwrap_or_else(|error| panic!("{request}: {error}"))
}

/// A family and a variant, from counts.
fn counted(family: &str, variant: &str, counts: &Value) -> Calculated {
    found(&json!({ "family": family, "variant": variant, "counts": counts }))
}

fn value(found: &Calculated) -> f64 {
    *found.value.as_ref().unwrap()
}

fn notes(found: &Calculated) -> Vec<&'static str> {
    found.notes.iter().map(|note| note.code).collect()
}

/// Bounds of an interval and its method.
fn bounds(found: &Calculated) -> (f64, f64, &'static str) {
    let interval = found.interval.unwrap();
    assert_eq!(interval.level, Some(0.95));
    (interval.low, interval.high, interval.method)
}

/// Within half a unit of the last digit given.
fn near(found: f64, expected: f64, digits: i32) {
    let half = 0.5 * 10_f64.powi(-digits) + 1e-12;
    assert!((found - expected).abs() <= half, "{found} is not {expected}");
}
