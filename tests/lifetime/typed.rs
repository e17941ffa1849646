//! The published types say what is read and what is written.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use throughline::format::lifetime::{decode, wire};
use throughline::format::schema::Shapes;
use throughline::kpi::lifetime::{Lifetime, lifetime};
use throughline::wasm::{encode, shape};

fn accepts(name: &str, value: &Value) -> bool {
    let mut schema = Shapes::default()
        .with::<shape::BuyersLifetime>()
        .with::<shape::ContractsLifetime>()
        .with::<wire::LifetimeRequest>()
        .finish();
    for definition in schema["$defs"].as_object_mut().unwrap().values_mut() {
        if definition.get("properties").is_some() {
            definition["additionalProperties"] = json!(false);
        }
    }
    schema["$ref"] = json!(format!("#/$defs/{name}"));
    jsonschema::draft202012::new(&schema).unwrap().is_valid(value)
}

fn written(request: &Value) -> (&'static str, Value) {
    let found = lifetime(decode(&request.to_string()).unwrap());
    let name = match found {
        Lifetime::Buyers(_) => "BuyersLifetime",
        Lifetime::Contracts(_) => "ContractsLifetime",
    };
    (name, serde_json::from_str(&encode::lifetime(&found)).unwrap())
}

/// The names of all fields within a value.
fn fields(value: &Value, into: &mut BTreeSet<String>) {
    for (name, inner) in value.as_object().into_iter().flatten() {
        into.insert(name.clone());
        fields(inner, into);
    }
    value.as_array().into_iter().flatten().for_each(|item| fields(item, into));
}

/// The names of all fields that the types have.
fn declared() -> BTreeSet<String> {
    let shapes =
        Shapes::default().with::<shape::BuyersLifetime>().with::<shape::ContractsLifetime>().finish();
    let types = shapes["$defs"].as_object().unwrap().values();
    types.filter_map(|each| each["properties"].as_object()).flat_map(|each| each.keys().cloned()).collect()
}

#[test]
fn what_is_written_is_what_the_types_say() {
    let customers: Vec<Value> = (0..40)
        .map(|one| {
            let repeats = one % 4;
            let last = if repeats > 0 { 3.0 + f64::from(one) / 2.0 } else { 0.0 };
            // The more purchases, the closer their mean: without that Gamma–Gamma has nothing to fit.
            let worth = 30.0 * (f64::from(one % 5 - 2) / f64::from(repeats.max(1)).sqrt()).exp();
            json!({ "customer": one.to_string(), "repeats": repeats, "last": last, "age": 40.5, "value": worth })
        })
        .collect();
    let sold = |day: u32| json!({ "customer": "a", "date": format!("2026-01-{day:02}"), "amount": day });
    let mut seen = BTreeSet::new();
    for request in [
        json!({ "model": "bg-nbd", "unit": "week", "customers": customers, "horizon": 10.5, "discount": 0.1, "margin": 0.2 }),
        json!({ "model": "bg-nbd", "unit": "day", "asOf": "2026-01-31", "purchases": [sold(1), sold(9)] }),
        json!({ "model": "sbg", "unit": "quarter", "cohorts": [[100, 80, 70], [50, 45]], "horizon": 4, "discount": 0.1, "margin": 9.5 }),
        json!({ "model": "sbg", "unit": "year", "cohorts": [[10, 8]] }),
    ] {
        assert!(accepts("LifetimeRequest", &request), "{request}");
        let (name, value) = written(&request);
        assert!(accepts(name, &value), "{name}: {value:#}");
        fields(&value, &mut seen);
    }
    let missed: Vec<_> = declared().difference(&seen).cloned().collect();
    assert!(missed.is_empty(), "never written: {missed:?}");
}

#[test]
fn what_the_types_refuse_is_refused() {
    for request in [
        json!({ "model": "bg-nbd", "unit": "week" }),
        json!({ "model": "sbg", "unit": "fortnight", "cohorts": [[10, 8]] }),
        json!({ "model": "sbg", "unit": "year", "cohorts": [[10, -8]] }),
        json!({ "model": "sbg", "unit": "year", "cohorts": [[10, 8]], "purchases": [] }),
        json!({ "model": "bg-nbd", "unit": "day", "asOf": "2026-01-31", "purchases": [{ "customer": "a" }] }),
        json!({ "model": "bg-nbd", "unit": "day", "asOf": "2026-01-31", "purchases": [] }),
    ] {
        assert!(!accepts("LifetimeRequest", &request), "{request}");
        assert_eq!(decode(&request.to_string()).unwrap_err().code(), "lifetime-invalid", "{request}");
    }
}
