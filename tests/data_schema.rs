//! The published schemas of mapping and snapshot, and their decoders, say the same of a shape: a second
//! implementation (the `jsonschema` crate) judges every single change to a whole document.
#![cfg(feature = "schema")]
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test that cannot go on fails")]

use serde_json::{Value, json};
use throughline::error::Error;
use throughline::format::{mapping, schema, snapshot};

/// Issues about more than one place, or about a rule no schema has a word for.
const BEYOND_SCHEMA: [&str; 12] = [
    "duplicate-id",
    "duplicate-cell",
    "dates-reversed",
    "counts-disagree",
    "part-above-whole",
    "not-a-period",
    "not-a-date-pattern",
    "not-both",
    "out-of-range",
    "not-a-number",
    "no-dimension",
    // What a family needs is told by its kind, in a cell and in the columns of the table.
    "missing-field",
];

fn places(value: &Value, at: String, into: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(i, item)| places(item, format!("{at}/{i}"), into));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, item)| places(item, format!("{at}/{name}"), into));
        }
        _ => {}
    }
    into.push(at);
}

/// A document with each of its values, in turn, taken out, renamed or made another kind of thing.
fn changed(whole: &Value) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    places(whole, String::new(), &mut all);
    let mut documents = Vec::new();
    for at in &all {
        for other in
            [json!(null), json!(-3), json!(0.5), json!("x"), json!(""), json!([]), json!({}), json!(true)]
        {
            let mut document = whole.clone();
            *document.pointer_mut(at).unwrap() = other.clone();
            documents.push((format!("{at} = {other}"), document));
        }
        let Some((parent, name)) = at.rsplit_once('/') else { continue };
        let mut document = whole.clone();
        if let Some(Value::Object(fields)) = document.pointer_mut(parent) {
            let taken = fields.remove(name).unwrap();
            documents.push((format!("without {at}"), document.clone()));
            if let Some(Value::Object(fields)) = document.pointer_mut(parent) {
                fields.insert(format!("{name}s"), taken);
            }
            documents.push((format!("{at} misspelt"), document));
        }
    }
    documents
}

fn agree(schema: &Value, whole: &Value, decode: impl Fn(&Value) -> Result<(), Error>) {
    let validator = jsonschema::draft202012::options()
        .should_validate_formats(true)
        .build(schema)
        .expect("a valid schema");
    assert!(validator.is_valid(whole) && decode(whole).is_ok(), "{:?}", decode(whole));
    let (mut refused, mut documents) = (0, 0);
    for (change, document) in changed(whole) {
        let valid = validator.is_valid(&document);
        let found = decode(&document);
        match &found {
            Ok(()) => assert!(valid, "{change}: only the schema refuses it"),
            Err(error) => {
                let beyond = error.issues().iter().all(|issue| BEYOND_SCHEMA.contains(&issue.code));
                assert!(!valid || beyond, "{change}: only the decoder refuses it: {error}");
            }
        }
        documents += 1;
        refused += u32::from(!valid);
    }
    // Most changes break a document; a check that refused none would check nothing.
    assert!(refused * 2 > documents, "{refused} of {documents}");
}

#[test]
fn mappings() {
    let whole = json!({ "version": 1, "source": "s", "name": "All", "period": "week", "delimiter": ";", "decimal": ",",
        "zone": { "offset": 3600, "transitions": [[1_774_746_000, 7200]] }, "dates": "%d.%m.%Y", "id": "Id",
        "events": { "case": "c", "time": "t", "created": "first", "firstReply": "second", "resolved": "last" },
        "columns": { "created": "c", "firstReply": "f", "resolved": "r", "due": "d", "answered": "a" },
        "dimension": "x", "minimum": 12, "at": "2026-10-31", "missing": ["NA"],
        "measures": [ { "id": "1", "kpi": "resolution-time", "limit": 60 }, { "id": "2", "kpi": "first-reply-time" },
            { "id": "3", "kpi": "sla-compliance", "denominator": "created" },
            { "id": "4", "kpi": "csat", "column": "r", "scale": 7, "words": { "Good": 7 } },
            { "id": "5", "kpi": "nps", "column": "n", "date": "d", "words": { "Never": 0 } },
            { "id": "6", "kpi": "favourability", "column": "f" },
            { "id": "7", "kpi": "retention", "column": "k", "lost": ["no"], "kept": ["yes"] },
            { "id": "9", "kpi": "ces", "column": "e", "words": { "Hard": 1 } },
            { "id": "10", "kpi": "fcr", "counts": { "firstContact": { "column": "s", "is": ["yes"] }, "contacts": {},
                "notResolvable": { "all": [{ "column": "r", "isNot": ["ours"] }, { "column": "w", "atLeast": 1, "below": 9 }] } } },
            { "id": "11", "kpi": "backlog", "opening": 4, "counts": { "reopened": { "column": "o", "filled": true, "date": "o" } } },
            { "id": "12", "kpi": "deflection", "estimate": "By a survey", "counts": { "avoided": { "sum": "v" }, "contacts": { "sum": "k" } } },
            { "id": "13", "kpi": "churn", "began": "b", "ended": "e", "opening": 3 },
            { "id": "14", "kpi": "fcr", "customer": "c", "topic": "t", "window": 7, "repeats": "leave-out" },
            { "id": "15", "kpi": "favourability", "columns": ["q", "p"], "scale": 4, "words": { "Low": 1 } },
            { "id": "8", "kpi": "counts", "denominator": "all", "complement": "bad" } ] });
    agree(&schema::mapping(), &whole, |document| mapping::decode(&document.to_string()).map(|_| ()));
}

#[test]
fn snapshots() {
    let whole = json!({ "version": 1, "sources": [{ "id": "s", "name": "All", "hash": "00", "read": 9, "used": 8, "refused": 1,
        "span": { "first": "2026-10-01", "last": "2026-10-31" }, "period": "month", "dimension": "Team", "minimum": 7,
        "measures": [
            { "id": "t", "kpi": "resolution-time", "limit": 60, "cells": [
                { "period": "2026-10", "n": 3, "open": 1, "durations": { "mean": 2.5, "deviations": 1, "within": 2, "zeros": 1, "buckets": [-4, 1, 5, 1] } } ],
              "suppressed": [{ "period": "2026-10", "segment": "a" }] },
            { "id": "c", "kpi": "csat", "scale": 5, "at": "2026-10-31", "cells": [{ "period": "2026-10", "segment": "b", "n": 7, "answers": { "5": 7 } }] },
            { "id": "q", "kpi": "aht", "rule": "talk = Talk", "cells": [{ "period": "2026-10", "n": 3, "counts": { "handled": 3 },
                "amounts": { "talk": 7.5 }, "durations": { "mean": 2.5, "deviations": 1, "zeros": 1, "buckets": [-4, 1, 5, 1] } }] },
            { "id": "v", "kpi": "retention", "rule": "b – e", "cells": [{ "period": "2026-10", "n": 3, "counts": { "new": 3 }, "level": true,
                "ended": { "2026-09": 2 } }] },
            { "id": "i", "kpi": "cronbach-alpha", "scale": 4, "rule": "q; p", "cells": [{ "period": "2026-10", "n": 3, "counts": {},
                "answers": { "4": 6 }, "items": [{ "n": 3, "mean": 4, "deviations": 0.5 }, { "n": 3, "mean": 2, "deviations": 0 }] }] },
            { "id": "b", "kpi": "deflection", "rule": "-", "opening": 3, "estimate": "By a survey",
              "cells": [{ "period": "2026-10", "n": 3, "counts": { "avoided": 3, "contacts": 4 } }] },
            { "id": "k", "kpi": "sla-compliance", "denominator": "due", "cells": [{ "period": "2026-10", "n": 7, "numerator": 3, "denominator": 7 }] } ] }] });
    agree(&schema::snapshot(), &whole, |document| snapshot::decode(&document.to_string()).map(|_| ()));
}
