//! The journal: read and written again, every fault told, and merged whatever the order (P15).
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use proptest::prelude::*;
use serde_json::{Value, json};
use throughline::format::journal::{decode, encode, merge};
use throughline::journal::{Journal, Moment};

/// One entry of each kind, with every field that it may have.
fn whole() -> Value {
    json!({ "version": 1, "entries": [
        { "kind": "check-in", "id": "a", "actor": "jonas", "time": "2026-11-02T09:00:00Z", "about": "in-time",
            "confidence": 0.6, "note": "Two of us are ill.", "value": 4.25, "at": "2026-10-31" },
        { "kind": "check-in", "id": "b", "actor": "jonas", "time": "2026-11-02T09:00:00Z", "about": "route",
            "confidence": 1, "progress": 0.5 },
        { "kind": "feedback", "id": "c", "actor": "desk", "time": "2026-11-03T09:00:00.125Z", "about": "in-time",
            "text": "<b>Nobody</b> calls back", "from": "customer", "channel": "phone" },
        { "kind": "decision", "id": "d", "actor": "ana", "time": "2026-11-04T09:00:00Z", "about": "in-time",
            "text": "We call back within a day.", "answers": ["c"] },
        { "kind": "told", "id": "e", "actor": "ana", "time": "2026-11-05T09:00:00Z", "about": "in-time",
            "text": "We will call back.", "channel": "mail", "answers": ["c"] },
        { "kind": "override", "id": "f", "actor": "ana", "time": "2026-11-06T09:00:00Z", "about": "in-time",
            "score": 0.5, "status": "at-risk", "reason": "The count was wrong.", "until": "2026-12-31" },
        { "kind": "edit", "id": "g", "actor": "ana", "time": "2026-11-07T09:00:00Z", "about": "in-time",
            "plan": "aa", "result": "bb", "undoes": "f",
            "patch": [{ "op": "replace", "path": "/goals/0/title", "value": "New" },
                { "op": "add", "path": "/goals/0/kpis/-", "value": { "b": [1, 2.5, null, true], "a": {} } },
                { "op": "move", "path": "/a~1b", "from": "/c~0d" }],
            "inverse": [{ "op": "remove", "path": "/goals/0/kpis/1" }, { "op": "test", "path": "", "value": null }] },
        { "kind": "review", "id": "h", "actor": "ana", "time": "2026-11-08T09:00:00Z", "about": "mission",
            "note": "On the way.", "decisions": ["d"], "plan": "bb",
            "findings": [{ "finding": "no-owner", "about": "route" }],
            "stood": [{ "id": "in-time", "status": "at-risk", "score": 0.4 }, { "id": "route", "status": "no-data" }] },
    ] })
}

fn again(journal: &Journal) -> Value {
    serde_json::from_str(&encode(journal)).unwrap()
}

fn issues(document: &Value) -> Vec<(&'static str, String)> {
    let error = decode(&document.to_string()).unwrap_err();
    assert_eq!(error.code(), "journal-invalid");
    error.issues().iter().map(|issue| (issue.code, issue.at.as_str().to_owned())).collect()
}

#[test]
fn every_kind_is_read_and_written_again() {
    let read = decode(&whole().to_string()).unwrap();
    assert_eq!(again(&read), whole());
    assert_eq!(decode(&encode(&read)).unwrap(), read);
    let kinds: Vec<_> = read.entries().iter().map(|entry| entry.kind()).collect();
    assert_eq!(kinds, ["check-in", "check-in", "feedback", "decision", "told", "override", "edit", "review"]);
}

#[test]
fn every_fault_is_told_and_not_the_first_alone() {
    let found = issues(&json!({ "version": 1, "entries": [
        { "kind": "check-in", "id": "", "actor": "x", "time": "2026-11-02", "about": "n", "confidence": 60 },
        { "kind": "checkin" },
        { "kind": "edit", "id": "e", "actor": "x", "time": "2026-11-02T00:00:00Z", "plan": "a", "result": "b",
            "patch": [{ "op": "add", "path": "/__proto__/polluted", "value": 1 }, { "op": "add", "path": "goals" },
                { "op": "move", "path": "/a", "from": "/constructor/x" }],
            "inverse": [] },
        { "kind": "override", "id": "o", "actor": "x", "time": "2026-11-02T00:00:00Z", "about": "n",
            "reason": "r", "until": "soon", "confidence": 1 },
        { "kind": "told", "id": "t", "actor": "x", "time": "2026-11-02T00:00:00Z" },
        { "kind": "check-in", "id": "c", "actor": "x", "time": "2026-11-02T00:00:00Z", "about": "n", "confidence": 1,
            "value": 1, "progress": 1 },
    ] }));
    let expected = [
        ("empty-text", "/entries/0/id"),
        ("not-a-time", "/entries/0/time"),
        ("out-of-range", "/entries/0/confidence"),
        ("missing-field", "/entries/1"),
        ("missing-field", "/entries/1"),
        ("missing-field", "/entries/1"),
        ("unknown-value", "/entries/1/kind"),
        ("pointer-refused", "/entries/2/patch/0/path"),
        ("not-a-pointer", "/entries/2/patch/1/path"),
        ("missing-field", "/entries/2/patch/1"),
        ("pointer-refused", "/entries/2/patch/2/from"),
        ("missing-field", "/entries/3"),
        ("not-a-date", "/entries/3/until"),
        ("unknown-field", "/entries/3/confidence"),
        ("missing-field", "/entries/4"),
        ("not-both", "/entries/5/progress"),
    ];
    assert_eq!(found, expected.map(|(code, at)| (code, at.to_owned())));
}

#[test]
fn an_id_stands_for_one_thing() {
    let entry = |note: &str, time: &str| json!({ "kind": "check-in", "id": "a", "actor": "x", "time": time, "about": "n", "confidence": 1, "note": note });
    let (utc, here) = ("2026-11-02T08:00:00Z", "2026-11-02T09:00:00.000+01:00");
    let journal = |entries: &[Value]| json!({ "version": 1, "entries": entries });
    // The same instant in another zone is the same entry.
    assert_eq!(
        decode(&journal(&[entry("one", utc), entry("one", here)]).to_string()).unwrap().entries().len(),
        1
    );
    let found = issues(&journal(&[entry("one", utc), entry("one", utc), entry("two", utc)]));
    assert_eq!(found, [("entry-differs", "/entries/2".to_owned())]);
    let both = json!([journal(&[entry("one", utc)]), journal(&[entry("two", utc), entry("three", utc)])]);
    let error = merge(&both.to_string()).unwrap_err();
    let told: Vec<_> =
        error.issues().iter().map(|issue| (issue.at.as_str(), issue.params.to_string())).collect();
    let params = "id: a, first: /0/entries/0".to_owned();
    assert_eq!(told, [("/1/entries/0", params.clone()), ("/1/entries/1", params)]);
}

/// RFC 3339: the grammar of section 5.6 and the examples of 5.8.
#[test]
fn times_are_those_of_rfc_3339() {
    let instant = |text| Moment::parse(text).map(|moment| moment.to_string());
    let known = [
        ("1985-04-12T23:20:50.52Z", "1985-04-12T23:20:50.52Z"),
        ("1996-12-19T16:39:57-08:00", "1996-12-20T00:39:57Z"),
        ("1990-12-31T23:59:60Z", "1991-01-01T00:00:00Z"),
        ("1990-12-31T15:59:60-08:00", "1991-01-01T00:00:00Z"),
        ("1937-01-01T12:00:27.87+00:20", "1937-01-01T11:40:27.87Z"),
        ("2026-11-02t09:00:00z", "2026-11-02T09:00:00Z"),
        ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z"),
    ];
    for (text, utc) in known {
        assert_eq!(instant(text).as_deref(), Some(utc), "{text}");
    }
    let none = [
        "",
        "2026-11-02",
        "2026-11-02T09:00:00",
        "2026-11-02T24:00:00Z",
        "2026-11-02T09:60:00Z",
        "2026-11-02T09:00:61Z",
        "2026-02-30T09:00:00Z",
        "2026-11-02T09:00:00.Z",
        "2026-11-02T09:00:00+1:00",
        "2026-11-02T09:00:00+24:00",
        "2026-11-02T09:00:00Zz",
        "2026-11-02T+9:00:00Z",
        "0000-01-01T00:00:00+00:01",
        "2026-11-0²T09:00:00Z",
    ];
    for text in none {
        assert_eq!(instant(text), None, "{text}");
    }
}

/// Entries of few ids, with as few contents: some agree, some differ.
fn journals() -> impl Strategy<Value = Vec<Vec<(u8, bool)>>> {
    prop::collection::vec(prop::collection::vec((0..8_u8, prop::bool::weighted(0.05)), 0..6), 0..5)
}

fn text_of(entries: &[(u8, bool)]) -> Value {
    let entry = |(id, other): &(u8, bool)| {
        json!({ "kind": "feedback", "id": format!("{id}"), "actor": "x", "about": "n", "from": "customer",
            "time": format!("2026-11-{:02}T08:00:00Z", 9 - id % 4), "text": if *other { "other" } else { "one" } })
    };
    json!({ "version": 1, "entries": entries.iter().map(entry).collect::<Vec<_>>() })
}

fn all(list: &[Value]) -> Option<Journal> {
    merge(&Value::from(list.to_vec()).to_string()).ok()
}

fn two(one: &Option<Journal>, other: &Option<Journal>) -> Option<Journal> {
    Some([one.as_ref()?, other.as_ref()?].map(again)).and_then(|both| all(&both))
}

proptest! {
    #[test]
    fn merging_is_a_union(lists in journals(), turn in 0..5_usize) {
        let texts: Vec<Value> = lists.iter().map(|list| text_of(list)).collect();
        let whole = all(&texts);
        let contents: std::collections::BTreeSet<_> = lists.iter().flatten().collect();
        let ids: std::collections::BTreeSet<_> = contents.iter().map(|(id, _)| id).collect();
        // It is refused where an id has two contents, and only there; else nothing is lost and nothing made up.
        prop_assert_eq!(whole.is_some(), ids.len() == contents.len());
        if let Some(whole) = &whole {
            prop_assert_eq!(whole.entries().len(), ids.len());
        }
        // Commutative: in any other order the same; idempotent: each list twice changes nothing.
        let mut other = texts.clone();
        other.reverse();
        if !other.is_empty() {
            let turn = turn % other.len();
            other.rotate_left(turn);
        }
        prop_assert_eq!(&all(&other), &whole);
        other.extend(texts.iter().cloned());
        prop_assert_eq!(&all(&other), &whole);
        // Associative: from the left and from the right.
        let one: Vec<_> = texts.iter().map(|text| all(std::slice::from_ref(text))).collect();
        let nothing = Some(Journal::default());
        prop_assert_eq!(&one.iter().fold(nothing.clone(), |sum, next| two(&sum, next)), &whole);
        prop_assert_eq!(&one.iter().rev().fold(nothing, |sum, next| two(next, &sum)), &whole);
    }

    #[test]
    fn any_text_is_an_error_and_never_a_panic(text in "\\PC{0,60}", at in 0..7_usize) {
        let _ = Moment::parse(&text);
        let mut document = whole();
        document["entries"][at]["time"] = json!(text);
        document["entries"][at]["path"] = json!(text);
        let _ = decode(&document.to_string());
    }
}

#[cfg(feature = "schema")]
#[test]
fn the_schema_and_the_decoder_agree() {
    use throughline::format::schema;
    let judge = jsonschema::validator_for(&schema::journal()).unwrap();
    assert!(
        judge.is_valid(&whole()),
        "{:?}",
        judge.iter_errors(&whole()).next().map(|error| error.to_string())
    );
    let entries = whole()["entries"].as_array().unwrap().len();
    // What is about two fields, or about what a text means, no schema has a word for.
    let beyond = ["not-both", "not-a-pointer", "pointer-refused", "not-a-date"];
    for place in 0..entries {
        for name in whole()["entries"][place].as_object().unwrap().keys() {
            for other in [json!(null), json!(-3), json!("x"), json!(""), json!([]), json!({}), json!(true)] {
                let mut document = whole();
                document["entries"][place][name] = other;
                let found = decode(&document.to_string());
                let ours = found
                    .as_ref()
                    .err()
                    .is_none_or(|error| error.issues().iter().all(|issue| beyond.contains(&issue.code)));
                assert_eq!(judge.is_valid(&document), ours, "{place} {name} {document}\n{found:?}");
            }
        }
    }
}
