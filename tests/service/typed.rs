//! The types say what is read and what is written.
#![cfg(feature = "schema")]

use throughline::format::schema::Shapes;
use throughline::wasm::shape;

use super::*;

fn schema(name: &str) -> jsonschema::Validator {
    let mut schema =
        Shapes::default().with::<shape::CalculatedKpi>().with::<calculation::wire::Calculation>().finish();
    if let Some(written) = schema.pointer_mut("/$defs/CalculatedKpi") {
        written["additionalProperties"] = json!(false);
    }
    schema["$ref"] = json!(format!("#/$defs/{name}"));
    jsonschema::draft202012::options().should_validate_formats(true).build(&schema).unwrap()
}

fn requests() -> Vec<Value> {
    vec![
        json!({ "family": "nps", "counts": { "promoters": 45, "passives": 40, "detractors": 15 } }),
        json!({ "family": "enps", "values": [9, 10], "minimum": 7 }),
        json!({ "family": "csat", "variant": "mean", "scale": 5, "answers": { "5": 2, "1": 1 } }),
        json!({ "family": "aht", "variant": "talk", "unit": "min", "counts": { "handled": 3 },
            "amounts": { "talk": 1.5, "hold": 0, "wrap": 1 } }),
        json!({ "family": "resolution-time", "variant": "p99.5-nearest-rank", "values": [3, 4.5], "limit": 4,
            "counts": { "open": 2 } }),
        json!({ "family": "deflection", "counts": { "avoided": 1, "contacts": 2 }, "estimate": "asked" }),
        json!({ "family": "clv-predictive", "purchases": [{ "customer": "a", "date": "2026-03-01", "amount": 3.5 }],
            "asOf": "2026-03-31", "unit": "month", "horizon": 2.5, "margin": 0.5 }),
        json!({ "family": "clv-predictive", "variant": "bg-nbd", "unit": "week", "discount": 0.1,
            "customers": [{ "customer": "a", "repeats": 2, "last": 3, "age": 9.5, "value": 20 }] }),
        json!({ "family": "clv-predictive", "variant": "sbg", "cohorts": [[9, 8, 7], [5, 5]], "unit": "year",
            "horizon": 5, "margin": 120 }),
        json!({ "family": "cronbach-alpha", "items": [[1, 2], [2, 3], [4, 4], [1, 1], [5, 5]] }),
    ]
}

#[test]
fn what_is_written_is_what_the_types_say() {
    let written = schema("CalculatedKpi");
    for request in requests() {
        let value: Value = serde_json::to_value(shape::CalculatedKpi::from(&found(&request))).unwrap();
        let faults: Vec<String> = written.iter_errors(&value).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{value}: {faults:?}");
    }
}

/// Every value of a request, and the request without it.
fn places(value: &Value, at: &str, into: &mut Vec<String>) {
    into.push(at.to_owned());
    for (name, inner) in value.as_object().into_iter().flatten() {
        places(inner, &format!("{at}/{name}"), into);
    }
}

/// A fault at any place is one to the types and to the decoder alike; both take the same of a whole.
#[test]
fn what_is_read_is_what_the_types_say() {
    let typed = schema("Calculation");
    for whole in requests() {
        assert!(typed.is_valid(&whole), "{whole}");
        let mut all = Vec::new();
        places(&whole, "", &mut all);
        for at in all {
            for other in [json!(-3), json!(2.5), json!("x"), json!(true), json!(["x"])] {
                let mut changed = whole.clone();
                *changed.pointer_mut(&at).unwrap() = other;
                let read = calculation::decode(&changed.to_string());
                assert_eq!(typed.is_valid(&changed), read.is_ok(), "{changed}: {:?}", read.err());
            }
        }
    }
}
