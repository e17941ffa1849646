//! The published schema and the decoder say the same of the shape of a plan: a second implementation (the
//! `jsonschema` crate) judges what a property test makes of a whole plan.
//!
//! The schema cannot say, and is not asked: references, cycles, ids that come twice, and rules between two
//! fields. Those are the exceptions; an issue of another kind must be a rejection by the schema, and a
//! rejection by the schema must be one by the decoder.
#![cfg(feature = "schema")]
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test that cannot go on fails")]

use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};
use throughline::format::plan::{decode, encode};
use throughline::format::schema;

/// Issues about more than one place, or about a rule no schema has a word for.
const BEYOND_SCHEMA: [&str; 29] = [
    "unknown-reference",
    "duplicate-id",
    "duplicate-date",
    "cycle",
    "not-a-parent",
    "serves-itself",
    "drives-itself",
    "share-above-one",
    "baseline-equals-target",
    "direction-contradicts-target",
    "unit-differs",
    "direction-required",
    "direction-contradicts-goal",
    "goal-equals-red-flag",
    "against-itself",
    "target-required",
    "units-differ",
    "override-empty",
    "listed-twice",
    "scale-without-width",
    "not-a-node",
    // What a formula may be, a pattern cannot say.
    "formula-unexpected",
    "formula-unknown-name",
    "formula-arguments",
    "formula-too-deep",
    "formula-name-not-given",
    "dates-reversed",
    // Of two fields where they are two: bounds in order, an interval's ends.
    "not-above",
    "out-of-range",
];

fn validator() -> Validator {
    jsonschema::draft202012::options()
        .should_validate_formats(true)
        .build(&schema::plan())
        .expect("a valid schema")
}

fn whole() -> Value {
    serde_json::from_str(include_str!("fixtures/plans/valid/whole.json")).unwrap()
}

fn functions() -> Value {
    serde_json::from_str(include_str!("fixtures/plans/valid/functions.json")).unwrap()
}

fn journey() -> Value {
    serde_json::from_str(include_str!("fixtures/plans/valid/journey.json")).unwrap()
}

/// So many cases, or as many as `PROPTEST_CASES` asks for.
fn at_least(cases: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: usual.cases.max(cases), ..usual }
}

/// Every place in a value, as pointers.
fn places(value: &Value, at: String, into: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(place, item)| places(item, format!("{at}/{place}"), into));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, item)| places(item, format!("{at}/{name}"), into))
        }
        _ => {}
    }
    into.push(at);
}

/// One change to a plan.
#[derive(Debug, Clone)]
enum Change {
    Replace(Value),
    Remove,
    Add(&'static str, Value),
    Rename(&'static str),
}

fn any_scalar() -> impl Strategy<Value = Value> {
    let numbers = [0.0, 1.0, -1.0, 0.5, 1.5, 2.0, 7.0, 100.0, 4_294_967_296.0, 1e-9];
    let texts = [
        "",
        " ",
        "x",
        "mission",
        "up",
        "linear",
        "even",
        "month",
        "all",
        "mean",
        "p90",
        "p0",
        "p00.0",
        "p5.25-nearest-rank",
        "p100",
        "2026-02-28",
        "2026-02-29",
        "2024-02-29",
        "2026-2-1",
        "20260201",
        "stale",
    ];
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        proptest::sample::select(numbers.to_vec()).prop_map(|number| json!(number)),
        (-3_i64..5).prop_map(Value::from),
        proptest::sample::select(texts.to_vec()).prop_map(Value::from),
    ]
}

fn any_value() -> impl Strategy<Value = Value> {
    any_scalar().prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            proptest::collection::vec((any_name(), inner), 0..3).prop_map(|fields| Value::Object(
                fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
            )),
        ]
    })
}

fn any_name() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec![
        "id",
        "title",
        "target",
        "value",
        "numerator",
        "denominator",
        "low",
        "high",
        "n",
        "at",
        "last",
        "function",
        "course",
        "points",
        "kpis",
        "serves",
        "audience",
        "tension",
        "weight",
        "share",
        "Title",
        "nonsense",
        "AL-V",
        "onTrack",
    ])
}

fn any_change() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => any_value().prop_map(Change::Replace),
        2 => Just(Change::Remove),
        2 => (any_name(), any_value()).prop_map(|(name, value)| Change::Add(name, value)),
        1 => any_name().prop_map(Change::Rename),
    ]
}

/// The whole plan, or the one of every score function, with a few changes.
fn changed() -> impl Strategy<Value = Value> {
    let one = (any::<proptest::sample::Index>(), any_change());
    (0..3_usize, proptest::collection::vec(one, 0..3)).prop_map(|(which, changes)| {
        let bases: [fn() -> Value; 3] = [whole, functions, journey];
        let mut plan = bases.get(which).unwrap()();
        for (place, change) in changes {
            let mut all = Vec::new();
            places(&plan, String::new(), &mut all);
            let place: &String = place.get(&all);
            apply(&mut plan, place, change);
        }
        plan
    })
}

fn apply(plan: &mut Value, place: &str, change: Change) {
    let (parent, last) = place.rsplit_once('/').unwrap_or(("", ""));
    match change {
        Change::Replace(value) => *plan.pointer_mut(place).unwrap() = value,
        Change::Add(name, value) => {
            if let Some(Value::Object(fields)) = plan.pointer_mut(place) {
                fields.insert(name.to_owned(), value);
            }
        }
        Change::Remove | Change::Rename(_) => match plan.pointer_mut(parent) {
            Some(Value::Object(fields)) => {
                let old = fields.remove(last);
                if let (Change::Rename(name), Some(value)) = (change, old) {
                    fields.insert(name.to_owned(), value);
                }
            }
            // The root itself stays: it has no place in a list.
            Some(Value::Array(items)) => drop(last.parse().ok().map(|place: usize| items.remove(place))),
            _ => {}
        },
    }
}

/// What the two say of one value, and whether that fits.
fn agree(validator: &Validator, value: &Value) -> Result<(), String> {
    let by_schema: Vec<String> =
        validator.iter_errors(value).map(|error| format!("{} at {}", error, error.instance_path())).collect();
    match decode(&value.to_string()) {
        Ok(_) if by_schema.is_empty() => Ok(()),
        Ok(_) => Err(format!("only the schema rejects: {by_schema:?}")),
        Err(error) => {
            let beyond = |code| BEYOND_SCHEMA.contains(&code);
            let structural = error.issues().iter().find(|issue| !beyond(issue.code));
            match structural {
                Some(issue) if by_schema.is_empty() => Err(format!("only the decoder rejects: {issue}")),
                _ => Ok(()),
            }
        }
    }
}

proptest! {
    #![proptest_config(at_least(1500))]
    #[test]
    fn schema_and_decoder_agree_on_changed_plans(value in changed()) {
        thread_local!(static VALIDATOR: Validator = validator());
        VALIDATOR.with(|validator| agree(validator, &value)).map_err(TestCaseError::fail)?;
    }
}

#[test]
fn schema_and_decoder_agree_on_the_fixtures() {
    let validator = validator();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/plans");
    for kind in ["valid", "invalid"] {
        for entry in std::fs::read_dir(format!("{folder}/{kind}")).unwrap() {
            let path = entry.unwrap().path();
            if !path.to_string_lossy().ends_with(".expected.json") {
                let value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
                agree(&validator, &value).unwrap_or_else(|told| panic!("{path:?}: {told}"));
            }
        }
    }
}

/// What is out of range in one field alone, the schema rejects as well, with two exceptions: the largest
/// number and the largest count of a plan.
#[test]
fn ranges_of_one_field_are_in_the_schema() {
    let validator = validator();
    let cases = [
        ("/settings/coverageNeeded", json!(1.2)),
        ("/settings/bands/onTrack", json!(-0.1)),
        ("/settings/indexWeights/AL-V", json!(-1)),
        ("/goals/0/serves/0/weight", json!(-1)),
        ("/strategies/0/serves/0/share", json!(1.1)),
        ("/goals/0/kpis/0/weight", json!(-0.5)),
        ("/goals/0/kpis/0/window/last", json!(0)),
        ("/goals/0/kpis/0/expected/points/0/progress", json!(2)),
        ("/goals/0/kpis/1/values/0/denominator", json!(0)),
        ("/goals/0/kpis/1/values/1/n", json!(0)),
        ("/actions/0/progress", json!(1.01)),
        ("/actions/0/effort", json!(-1)),
        ("/drives/0/lag", json!(-1)),
    ];
    for (place, value) in cases {
        let mut plan = whole();
        *plan.pointer_mut(place).unwrap() = value;
        assert!(!validator.is_valid(&plan), "{place}: the schema accepts it");
        assert!(decode(&plan.to_string()).is_err(), "{place}: the decoder accepts it");
    }
}

#[test]
fn what_is_written_fits_the_schema() {
    let plan = decode(&whole().to_string()).unwrap();
    let written: Value = serde_json::from_str(&encode(&plan)).unwrap();
    assert_eq!(
        validator().iter_errors(&written).map(|error| error.to_string()).collect::<Vec<_>>(),
        Vec::<String>::new()
    );
}

#[test]
fn the_published_schema_is_strict_and_its_own_kind() {
    let schema = schema::plan();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let mut all = Vec::new();
    places(&schema, String::new(), &mut all);
    for place in all {
        let here = schema.pointer(&place).unwrap();
        // A definition of an object lists what it may have and shuts the door.
        if here.get("type") == Some(&json!("object")) && here.get("properties").is_some() {
            assert_eq!(here.get("additionalProperties"), Some(&json!(false)), "{place}");
        }
        assert!(here.get("type") != Some(&json!("null")), "{place}: null is never a value");
    }
}

/// The comparison itself, on a schema and values that disagree.
#[test]
fn disagreement_is_seen() {
    let mut lax = schema::plan();
    lax["$defs"]["Goal"]["additionalProperties"] = json!(true);
    let lax = jsonschema::draft202012::options().build(&lax).unwrap();
    let mut plan = whole();
    plan["goals"][0]["colour"] = json!("red");
    assert!(agree(&lax, &plan).is_err());
    let mut strict = schema::plan();
    strict["required"] = json!(["version", "title", "mission", "goals"]);
    let strict = jsonschema::draft202012::options().build(&strict).unwrap();
    plan = json!({ "version": 1, "title": "S", "mission": { "id": "m", "title": "M" } });
    assert!(agree(&strict, &plan).is_err());
}
