//! The reader of JSON against serde_json's, and numbers that come back as they were.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use proptest::prelude::*;
use throughline::calendar::Date;
use throughline::format::json::{self, Value};
use throughline::format::record;
use throughline::plan::{Amount, Entry, Record};

/// The same value; serde_json reads numbers to within one unit in the last place.
fn same(ours: &Value, theirs: &serde_json::Value) -> bool {
    match (ours, theirs) {
        (Value::Null, serde_json::Value::Null) => true,
        (Value::Bool(one), serde_json::Value::Bool(other)) => one == other,
        (Value::Number(one), serde_json::Value::Number(other)) => {
            let other = other.as_f64().unwrap();
            (one - other).abs() <= one.abs() * f64::EPSILON + f64::MIN_POSITIVE
        }
        (Value::String(one), serde_json::Value::String(other)) => one == other,
        (Value::Array(one), serde_json::Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), serde_json::Value::Object(other)) => {
            one.iter().count() == other.len()
                && one.iter().all(|(name, value)| other.get(name).is_some_and(|other| same(value, other)))
                && other.keys().all(|name| one.get(name).is_some())
        }
        _ => false,
    }
}

fn agree(text: &str) {
    match (json::parse(text), serde_json::from_str::<serde_json::Value>(text)) {
        (Ok(ours), Ok(theirs)) => assert!(same(&ours, &theirs), "{text}: {ours:?} {theirs:?}"),
        (Err(_), Err(_)) => {}
        (ours, theirs) => panic!("{text}: {ours:?} {theirs:?}"),
    }
}

#[test]
fn what_json_is_and_is_not() {
    for text in [
        " null ",
        "true",
        "false",
        "nul",
        "truex",
        "[]",
        "[ ]",
        "{}",
        "{ }",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1,\"b\":[{}, null]}",
        "[[]",
        "]",
        "}",
        "[}",
        "{\"b\":1,\"a\":2,\"b\":3,\"a\":4,\"b\":5}",
        "\"",
        "\"\\\"",
        "\"a\nb\"",
        "\"\u{7f}\u{2028}\"",
        "\"\\x\"",
        "\"\\u00e4\\n\\t\\r\\b\\f\\/\\\\\\\"\"",
        "\"\\u12\"",
        "\"\\u+123\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\ude00\"",
        "\"\\ud83d\\u0041\"",
        "\"\\ud83dx\"",
        "\"\\uDBFF\\uDFFF\"",
        "\"\\u0000\"",
        "\"\u{0}\"",
        "\u{feff}1 \u{feff}",
        "\u{a0}1",
        "/* */1",
        "'a'",
        "-0",
        "-",
        "+1",
        "01",
        "-01",
        "1.",
        ".5",
        "1.e5",
        "1e",
        "1e+",
        "1E-5",
        "0.0",
        "0e0",
        "00",
        "1e999",
        "-1e999",
        "1e-999",
        "18446744073709551616",
        "-9223372036854775809",
        "0x10",
        "NaN",
        "Infinity",
        "1_0",
        "12a",
        "",
        " ",
        "1 1",
    ] {
        agree(text);
    }
    for depth in [1, 126, 127, 128, 129] {
        agree(&format!("{}{}", "[".repeat(depth), "]".repeat(depth)));
        agree(&format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth)));
    }
}

#[test]
fn where_it_stops_being_json() {
    for (text, line, column) in
        [("[1,\n \"ä\", x]", 2, 7), ("[1,\r\n  tru]", 2, 6), ("{\"a\": 1", 1, 7), ("\"äö\u{1}\"", 1, 4)]
    {
        let error = json::parse(text).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("json-syntax\n  json-syntax at / (line: {line}, column: {column})"),
            "{text}"
        );
    }
}

fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        "\\PC{0,8}|[\"\\\\\u{0}-\u{20}]{0,4}".prop_map(Into::into),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            proptest::collection::btree_map("[a-c\"ä]{0,2}", inner, 0..6)
                .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]
    #[test]
    fn any_value(value in any_json()) {
        agree(&value.to_string());
        agree(&format!("{value:#}"));
    }

    #[test]
    fn any_value_broken(value in any_json(), at: prop::sample::Index, with in "[\\[\\]{}\",:0-9.eE+a\\\\ -]?") {
        let text = value.to_string();
        let places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
        let (head, tail) = text.split_at(*at.get(&places));
        let rest: String = tail.chars().skip(1).collect();
        agree(&format!("{head}{with}{rest}"));
        agree(&format!("{head}{with}{tail}"));
    }

    #[test]
    fn any_text(text in "[\\[\\]{}\",:0-9.eE+a\\\\ truefalsn-]{0,20}") {
        agree(&text);
    }

    #[test]
    fn a_number_written_and_read_is_the_same_bit_for_bit(bits: u64) {
        let number = f64::from_bits(bits);
        prop_assume!(number.abs() <= 1e150);
        let entry = Entry::Value { amount: Amount::Value(number), n: None, interval: None };
        let written = Record { subject: "k".to_owned(), at: Date::constant(2026, 11, 20), entry, actor: None };
        let read = record::decode(&record::encode(&[written])).unwrap();
        let Entry::Value { amount: Amount::Value(again), .. } = read[0].entry else { panic!("another entry") };
        prop_assert_eq!(again.to_bits(), (number + 0.0).to_bits());
    }
}
