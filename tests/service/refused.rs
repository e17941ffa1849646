//! What cannot be is refused, each with its place.

use super::*;

/// `code /place` of every issue.
fn issues(request: &Value) -> Vec<String> {
    let error = ask(request).err().unwrap_or_else(|| panic!("{request} is taken"));
    assert_eq!(error.code(), "calculation-invalid");
    error.issues().iter().map(|issue| format!("{} {}", issue.code, issue.at)).collect()
}

fn refused(request: &Value, expected: &[&str]) {
    assert_eq!(issues(request), expected, "{request}");
}

#[test]
fn what_is_no_request() {
    refused(&json!([]), &["wrong-type "]);
    refused(&json!({}), &["missing-field "]);
    refused(&json!({ "family": "npss" }), &["unknown-value /family"]);
    refused(&json!({ "family": "nps", "variant": "gross", "counts": {} }), &["unknown-value /variant"]);
    refused(&json!({ "family": "csat", "variant": "p90", "values": [5] }), &["unknown-value /variant"]);
    refused(&json!({ "family": "nps" }), &["missing-field "]);
    refused(&json!({ "family": "nps", "counts": 3 }), &["wrong-type /counts"]);
    let twice = json!({ "family": "nps", "values": [9], "answers": { "9": 1 } });
    refused(&twice, &["not-both /values"]);
    let unknown = json!({ "family": "backlog", "counts": { "start": 1, "created": 1, "resolved": 1, "reopened": 0, "open": 1 } });
    refused(&unknown, &["unknown-field /counts/open"]);
    assert_eq!(ask(&json!("{")).unwrap_err().code(), "calculation-invalid");
    assert_eq!(calculation::decode("{").unwrap_err().code(), "json-syntax");
}

#[test]
fn every_issue_is_told() {
    let request = json!({ "family": "nps", "size": 1, "counts": { "promoters": -1, "passives": 1.5, "detractors": "3" } });
    refused(
        &request,
        &[
            "out-of-range /counts/promoters",
            "wrong-type /counts/passives",
            "wrong-type /counts/detractors",
            "unknown-field /size",
        ],
    );
}

#[test]
fn nothing_to_divide_by() {
    refused(
        &json!({ "family": "nps", "counts": { "promoters": 0, "passives": 0, "detractors": 0 } }),
        &["not-above /counts"],
    );
    refused(&json!({ "family": "nps", "values": [] }), &["not-above /values"]);
    refused(&json!({ "family": "csat", "values": [] }), &["not-above /values"]);
    refused(&json!({ "family": "csat", "answers": { "5": 0 } }), &["not-above /answers"]);
    refused(&json!({ "family": "resolution-time", "values": [] }), &["not-above /values"]);
    refused(
        &json!({ "family": "counts", "counts": { "numerator": 0, "denominator": 0 } }),
        &["not-above /counts/denominator"],
    );
    refused(
        &json!({ "family": "occupancy", "amounts": { "handling": 0, "available": 0 } }),
        &["not-above /amounts"],
    );
    refused(
        &json!({ "family": "aht", "counts": { "handled": 0 }, "amounts": { "talk": 0, "hold": 0, "wrap": 0 } }),
        &["not-above /counts/handled"],
    );
    refused(
        &json!({ "family": "fcr", "counts": { "firstContact": 0, "contacts": 4, "undetermined": 4 } }),
        &["not-above /counts/contacts"],
    );
}

#[test]
fn parts_above_their_whole() {
    let cases = [
        (json!({ "family": "counts", "counts": { "numerator": 8, "denominator": 7 } }), "/counts/numerator"),
        (json!({ "family": "fcr", "counts": { "firstContact": 5, "contacts": 4 } }), "/counts/firstContact"),
        (json!({ "family": "retention", "counts": { "start": 200, "end": 231, "new": 30 } }), "/counts/end"),
        (json!({ "family": "retention", "counts": { "start": 200, "end": 20, "new": 30 } }), "/counts/new"),
        (json!({ "family": "churn", "counts": { "start": 2, "lost": 3 } }), "/counts/lost"),
        (
            json!({ "family": "backlog", "counts": { "start": 1, "created": 1, "resolved": 9, "reopened": 1 } }),
            "/counts/resolved",
        ),
        (
            json!({ "family": "sla-compliance", "counts": { "met": 91, "resolved": 90, "breachedOpen": 8 } }),
            "/counts/met",
        ),
        (
            json!({ "family": "service-level", "counts": { "answered": 5, "answeredWithin": 6, "abandoned": 1 } }),
            "/counts/answeredWithin",
        ),
        (
            json!({ "family": "abandonment", "variant": "without-short", "counts": { "offered": 9, "abandoned": 2, "short": 3 } }),
            "/counts/short",
        ),
        (
            json!({ "family": "complaints", "variant": "in-time", "counts": { "received": 9, "resolved": 5, "resolvedInTime": 5, "overdue": 5 } }),
            "/counts/overdue",
        ),
    ];
    for (request, place) in cases {
        refused(&request, &[&format!("part-above-whole {place}")]);
    }
    let churn = json!({ "family": "churn", "counts": { "start": 200, "end": 210, "new": 30, "lost": 21 } });
    refused(&churn, &["counts-differ /counts/lost"]);
}

#[test]
fn off_the_scale() {
    refused(
        &json!({ "family": "nps", "values": [9, 11, -1, 8.5] }),
        &["out-of-range /values/1", "out-of-range /values/2", "wrong-type /values/3"],
    );
    refused(
        &json!({ "family": "csat", "answers": { "6": 1, "5": 2, "05": 1, "good": 2 } }),
        &["unknown-field /answers/05", "out-of-range /answers/6", "unknown-field /answers/good"],
    );
    assert!(ask(&json!({ "family": "csat", "scale": 7, "answers": { "6": 1 } })).is_ok());
    refused(&json!({ "family": "csat", "scale": 2, "values": [1, 2] }), &["out-of-range /scale"]);
    refused(&json!({ "family": "resolution-time", "values": [4, -1] }), &["out-of-range /values/1"]);
    refused(&json!({ "family": "enps", "values": [9], "minimum": 2 }), &["out-of-range /minimum"]);
}

#[test]
fn what_a_variant_needs() {
    refused(
        &json!({ "family": "fcr", "variant": "net", "counts": { "firstContact": 1, "contacts": 4 } }),
        &["missing-field /counts"],
    );
    refused(
        &json!({ "family": "resolution-time", "variant": "share-within", "values": [4] }),
        &["missing-field "],
    );
    refused(&json!({ "family": "aht", "variant": "talk", "values": [4] }), &["missing-field "]);
    refused(
        &json!({ "family": "deflection", "counts": { "avoided": 1, "contacts": 4 } }),
        &["missing-field "],
    );
    let undefined =
        json!({ "family": "clv", "amounts": { "margin": 100, "retention": 1.1, "discount": 0.1 } });
    refused(&undefined, &["not-below /amounts/retention"]);
    refused(&json!({ "family": "cronbach-alpha", "items": [[1, 2], [1]] }), &["counts-differ /items/1"]);
    refused(&json!({ "family": "cronbach-alpha", "items": [[1], [2]] }), &["too-few /items/0"]);
    refused(&json!({ "family": "cronbach-alpha", "items": [[1, 2], [2, 1]] }), &["no-spread /items"]);
}

#[test]
fn drawing_again_needs_each_value_and_not_too_many() {
    let sums = json!({ "family": "asa", "interval": "bootstrap", "amounts": { "waiting": 9 }, "counts": { "answered": 3 } });
    refused(&sums, &["missing-field "]);
    let many = json!({ "family": "asa", "interval": "bootstrap", "values": vec![1; 5001] });
    refused(&many, &["too-many /values"]);
    let other = json!({ "family": "asa", "interval": "t", "values": [1, 2] });
    refused(&other, &["unknown-value /interval"]);
}
