//! Needs and the journey (P13): intervals against scipy, ranks, change over time, and what must always hold.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

mod support;

use proptest::prelude::*;
use serde_json::{Value, json};
use support::day;
use throughline::board::{Board, Options, Quadrant};
use throughline::format;
use throughline::needs::{Level, Unsure, Verdict, places};
use throughline::wasm::shape;

fn open(parts: &Value) -> Board {
    let mut plan = json!({ "version": 1, "title": "T", "mission": { "id": "m", "title": "M" } });
    plan.as_object_mut().unwrap().extend(parts.as_object().unwrap().clone());
    let plan = format::plan::decode(&plan.to_string()).unwrap_or_else(|error| panic!("{error}"));
    Board::open(plan, Options { as_of: day("2026-11-20") })
}

fn typed(values: &Value) -> Value {
    json!({ "zero": 1, "one": 5, "values": values })
}

fn once(value: f64, n: u32, sd: f64) -> Value {
    typed(&json!([{ "at": "2026-09-30", "value": value, "n": n, "sd": sd }]))
}

fn need(id: &str, importance: &Value, satisfaction: &Value) -> Value {
    json!({ "id": id, "title": id, "importance": importance, "satisfaction": satisfaction })
}

fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
}

#[test]
fn a_gap_has_the_interval_of_both_surveys() {
    let board = open(&json!({ "needs": [need("a", &once(4.6, 210, 0.7), &once(3.8, 150, 1.1))] }));
    let found = &board.needs().needs[0];
    let gap = found.standing.gap.unwrap();
    near(gap.value, 0.2);
    let (low, high) = gap.bounds.unwrap();
    // Half-widths by scipy: t.ppf(.975, n − 1)·sd ÷ √n ÷ 4 of each side, added as squares.
    near(low, 0.2 - 0.050_352_167_771_770_43);
    near(high, 0.2 + 0.050_352_167_771_770_43);
    assert_eq!(found.standing.verdict, Verdict::Unmet);
    near(found.standing.importance.unwrap().level.bounds.unwrap().0, 0.9 - 0.023_806_668_739_154_612);
}

#[test]
fn without_n_or_spread_there_is_no_interval_and_it_says_so() {
    let unsure = |value: &Value| {
        let board = open(&json!({ "needs": [need("a", &typed(&json!([value])), &once(3.8, 150, 1.1))] }));
        let standing = board.needs().needs[0].standing.clone();
        (standing.gap.unwrap().bounds.unwrap_err(), standing.verdict)
    };
    let none = |why| (why, Verdict::NoInterval);
    assert_eq!(unsure(&json!({ "at": "2026-09-30", "value": 4.6 })), none(Unsure::NoN));
    assert_eq!(unsure(&json!({ "at": "2026-09-30", "value": 4.6, "n": 1, "sd": 1 })), none(Unsure::NoN));
    assert_eq!(unsure(&json!({ "at": "2026-09-30", "value": 4.6, "n": 80 })), none(Unsure::NoSpread));
    assert_eq!(unsure(&json!({ "at": "2026-09-30", "value": 5, "n": 80, "sd": 0 })), none(Unsure::NoSpread));
    let known = json!([{ "at": "2026-09-30", "value": 4.6, "margin": 0.1 }]);
    let board = open(&json!({ "needs": [need("a", &typed(&known), &once(3.8, 150, 1.1))] }));
    near(board.needs().needs[0].standing.importance.unwrap().level.bounds.unwrap().1, 0.925);
}

#[test]
fn gaps_that_cannot_be_told_apart_share_their_places() {
    let board = open(&json!({ "needs": [
        need("met", &once(3.0, 400, 0.8), &once(3.9, 400, 0.8)),
        need("large", &once(4.6, 400, 0.8), &once(3.0, 400, 0.8)),
        need("as-large", &once(4.5, 400, 0.8), &once(3.0, 400, 0.8)),
        need("who-knows", &typed(&json!([{ "at": "2026-09-30", "value": 3 }])), &once(3.0, 400, 0.8)),
        json!({ "id": "unrated", "title": "U" }),
    ] }));
    let sent = serde_json::to_value(shape::Needs::of(&board, &board.needs())).unwrap();
    let told: Vec<(&str, &Value, &Value)> = sent["needs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| (each["id"].as_str().unwrap(), &each["first"], &each["last"]))
        .collect();
    let (one, two, three, four) = (&json!(1), &json!(2), &json!(3), &json!(4));
    assert_eq!(
        told,
        [
            ("large", one, three),
            ("as-large", one, three),
            ("who-knows", one, four),
            ("met", three, four),
            ("unrated", &Value::Null, &Value::Null)
        ],
        "{two}"
    );
    assert_eq!(sent["needs"][0]["tied"], json!(["as-large", "who-knows"]));
    assert_eq!(sent["needs"][4]["verdict"], "unrated");
}

/// What was rated once stands on both days: only what was asked again moves, and only its uncertainty counts.
#[test]
fn a_change_counts_each_survey_once() {
    let satisfaction = typed(&json!([
        { "at": "2026-03-31", "value": 3.2, "n": 120, "sd": 0.9 },
        { "at": "2026-09-30", "value": 3.8, "n": 150, "sd": 1.1 },
        { "at": "2027-03-31", "value": 5, "n": 150, "sd": 1.1 },
    ]));
    let importance = typed(&json!([{ "at": "2026-01-31", "value": 4.6, "n": 210, "sd": 0.7 }]));
    let board = open(&json!({ "needs": [need("a", &importance, &satisfaction)] }));
    let standing = &board.needs().needs[0].standing;
    assert_eq!(
        standing.course.iter().map(|each| each.at).collect::<Vec<_>>(),
        [day("2026-03-31"), day("2026-09-30")]
    );
    let change = standing.change.unwrap();
    near(change.value, -0.15);
    near(change.bounds.unwrap().1, -0.15 + 0.060_188_611_324_526_194);
}

#[test]
fn a_kpi_is_a_rating_where_less_may_be_better() {
    let mission = json!({ "id": "m", "title": "M", "kpis": [{ "id": "wait", "title": "Wait", "unit": "s", "baseline": 300, "target": 20,
        "values": [{ "at": "2026-10-31", "value": 160, "low": 146, "high": 188 }] }] });
    let rating = json!({ "kpi": "wait", "zero": 300, "one": 20 });
    let board = open(&json!({ "mission": mission, "needs": [need("a", &once(4.6, 210, 0.7), &rating)] }));
    let found = board.needs().needs[0].standing.satisfaction.unwrap();
    near(found.level.value, 0.5);
    let (low, high) = found.level.bounds.unwrap();
    near(low, 0.4);
    near(high, 0.55);
}

#[test]
fn the_matrix_has_its_lines_at_the_means() {
    let board = open(&json!({ "needs": [
        need("a", &once(5.0, 400, 0.5), &once(2.0, 400, 0.5)),
        need("b", &once(3.0, 400, 0.5), &once(4.0, 400, 0.5)),
    ] }));
    let found = board.needs();
    near(found.lines.unwrap().0, 0.75);
    near(found.lines.unwrap().1, 0.5);
    let parts: Vec<_> = found.needs.iter().map(|each| each.quadrant.unwrap()).collect();
    assert_eq!(parts, [(Quadrant::Improve, true), (Quadrant::Overdone, true)]);
}

#[test]
fn moments_of_truth_come_first_and_open_pains_are_counted() {
    let board = open(&json!({
        "strategies": [{ "id": "calls", "title": "Calls", "serves": [{ "to": "m" }] }],
        "actions": [{ "id": "callback", "title": "Callback", "serves": [{ "to": "calls" }] }],
        "journey": [
            { "id": "ask", "title": "Ask", "touchpoints": [
                { "id": "chat", "title": "Chat", "pains": [{ "id": "bot", "title": "Bot", "servedBy": ["m"] }] },
                { "id": "call", "title": "Call", "momentOfTruth": true,
                  "pains": [{ "id": "queue", "title": "Queue", "servedBy": ["calls"] }, { "id": "menu", "title": "Menu" }] }] },
            { "id": "after", "title": "After" }],
        "needs": [
            { "id": "a", "title": "A", "at": "chat", "importance": once(4.6, 210, 0.7), "satisfaction": once(3.8, 150, 1.1) },
            { "id": "b", "title": "B", "at": "ask" }],
    }));
    let sent = serde_json::to_value(shape::CustomerJourney::of(&board, &board.journey())).unwrap();
    assert_eq!(sent["first"], json!(["call", "chat"]));
    let ask = &sent["stages"][0];
    assert_eq!((&ask["stage"]["needs"], &ask["stage"]["unmet"]), (&json!(["a", "b"]), &json!(1)));
    // The mission has the callback beneath, and so has the strategy; the menu nobody looks after.
    assert_eq!((&ask["stage"]["pains"], &ask["stage"]["openPains"]), (&json!(3), &json!(1)));
    assert_eq!(ask["touchpoints"][1]["pains"][0]["addressed"], true);
    assert_eq!(ask["touchpoints"][1]["pains"][1]["addressed"], false);
    assert_eq!(sent["stages"][1]["stage"]["id"], "after");
}

#[test]
fn what_cannot_be_is_refused_with_its_place() {
    let refused = |parts: &Value| -> Vec<(String, String)> {
        let mut plan = json!({ "version": 1, "title": "T", "mission": { "id": "m", "title": "M" } });
        plan.as_object_mut().unwrap().extend(parts.as_object().unwrap().clone());
        let error = format::plan::decode(&plan.to_string()).unwrap_err();
        error.issues().iter().map(|issue| (issue.code.to_owned(), issue.at.as_str().to_owned())).collect()
    };
    let issue = |code: &str, at: &str| vec![(code.to_owned(), at.to_owned())];
    let with =
        |importance: Value| json!({ "needs": [{ "id": "a", "title": "A", "importance": importance }] });
    assert_eq!(
        refused(&with(json!({ "zero": 1, "one": 1, "values": [] }))),
        issue("scale-without-width", "/needs/0/importance/one")
    );
    assert_eq!(
        refused(&with(once(7.0, 10, 1.0))),
        issue("out-of-range", "/needs/0/importance/values/0/value")
    );
    assert_eq!(refused(&with(json!({ "kpi": "x" }))), issue("unknown-reference", "/needs/0/importance/kpi"));
    let both = typed(&json!([{ "at": "2026-09-30", "value": 4, "sd": 1, "margin": 1 }]));
    assert_eq!(refused(&with(both)), issue("not-both", "/needs/0/importance/values/0"));
    let twice = typed(&json!([{ "at": "2026-09-30", "value": 4 }, { "at": "2026-09-30", "value": 4 }]));
    assert_eq!(refused(&with(twice)), issue("duplicate-date", "/needs/0/importance/values/1/at"));
    assert_eq!(
        refused(&json!({ "needs": [{ "id": "a", "title": "A", "at": "call" }] })),
        issue("unknown-reference", "/needs/0/at")
    );
    assert_eq!(
        refused(
            &json!({ "journey": [{ "id": "a", "title": "A", "touchpoints": [{ "id": "a", "title": "A" }] }] })
        ),
        issue("duplicate-id", "/journey/0/touchpoints/0/id")
    );
}

#[test]
fn every_code_has_words() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("www/element/messages/en-rest.json");
    let words: serde_json::Map<String, Value> =
        serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let codes = Verdict::NAMES.iter().map(|name| format!("need.{name}"));
    let codes = codes.chain(Unsure::NAMES.iter().map(|name| format!("need.because.{name}")));
    let codes = codes.chain(Quadrant::NAMES.iter().map(|name| format!("need.quadrant.{name}")));
    let silent: Vec<_> = codes.filter(|code| !words.contains_key(code)).collect();
    assert!(silent.is_empty(), "without words: {silent:?}");
}

fn level() -> impl Strategy<Value = Level> {
    (-1.0..1.0, proptest::option::of((0.0..0.5, 0.0..0.5))).prop_map(|(value, half): (f64, _)| Level {
        value,
        bounds: half
            .map_or(Err(Unsure::NoN), |(below, above): (f64, f64)| Ok((value - below, value + above))),
    })
}

proptest! {
    /// The places of gaps are those of their pairs, and every gap lies between its first and last place.
    #[test]
    fn places_hold_together(gaps in prop::collection::vec(level(), 0..12)) {
        let found = places(&gaps);
        prop_assert_eq!(found.len(), gaps.len());
        for (at, place) in found.iter().enumerate() {
            prop_assert!(place.first <= at + 1 && at < place.last);
            prop_assert_eq!(place.last - place.first, place.tied.len());
            for other in &place.tied {
                let back = found.iter().find(|each| each.of == *other).unwrap();
                prop_assert!(back.tied.contains(&place.of));
            }
        }
        prop_assert!(found.windows(2).all(|pair| gaps[pair[0].of].value >= gaps[pair[1].of].value));
    }

    /// A difference turned round is its own, and is never surer than either side.
    #[test]
    fn a_difference_is_no_surer_than_its_sides(one in level(), other in level()) {
        let (there, back) = (one.less(&other), other.less(&one));
        prop_assert!((there.value + back.value).abs() < 1e-12);
        match (one.bounds, other.bounds, there.bounds, back.bounds) {
            (Ok(a), Ok(b), Ok(c), Ok(d)) => {
                prop_assert!((c.0 + d.1).abs() < 1e-12 && (c.1 + d.0).abs() < 1e-12);
                prop_assert!(c.1 - c.0 >= (a.1 - a.0).max(b.1 - b.0) - 1e-12);
            }
            (_, _, found, _) => prop_assert!(found.is_err()),
        }
    }
}
