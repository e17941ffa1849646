//! Intervals carried up the tree (domain section 3): against normal curves worked out by hand.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use serde_json::{Value, json};
use throughline::board::{Board, Chance, Options};
use throughline::calendar::parse_date;
use throughline::format;
use throughline::score::Status;

const DAY: &str = "2026-04-15";

/// A KPI from 0 to 1 at a value, ± a half-width.
fn kpi(id: &str, value: f64, half: Option<f64>) -> Value {
    let mut at = json!({ "at": DAY, "value": value, "n": 100 });
    if let Some(half) = half {
        let ends = json!({ "low": value - half, "high": value + half });
        at.as_object_mut().unwrap().extend(ends.as_object().unwrap().clone());
    }
    json!({ "id": id, "title": id, "baseline": 0, "target": 1, "values": [at] })
}

fn goal(fields: &Value, kpis: &[Value]) -> Value {
    let mut goal = json!({ "id": "g", "title": "G", "serves": [{ "to": "m" }], "kpis": kpis });
    goal.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    json!({ "version": 1, "title": "T", "mission": { "id": "m", "title": "M" }, "goals": [goal] })
}

fn open(plan: &Value) -> Board {
    let plan = format::plan::decode(&plan.to_string()).unwrap_or_else(|error| panic!("{error}"));
    Board::open(plan, Options { as_of: parse_date(DAY).unwrap() })
}

fn chance(board: &Board, id: &str) -> Option<Chance> {
    board.chances().into_iter().find(|each| board.plan().id(each.subject) == id)
}

fn near(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() < within, "{found} is not {expected}");
}

#[test]
fn of_one_kpi_it_is_the_normal_curve_of_its_interval() {
    // σ = 0.1 ÷ 1.96; (0.9 − 0.85) ÷ σ = 0.98; Φ(−0.98) = 0.16354.
    let board = open(&goal(&json!({}), &[kpi("k", 0.85, Some(0.1))]));
    for id in ["k", "g", "m"] {
        let found = chance(&board, id).unwrap();
        near(found.on_track.unwrap(), 0.163_54, 0.001);
        near(found.low, 0.75, 0.001);
        near(found.high, 0.95, 0.001);
        assert_eq!(found.uncertain, 1);
    }
}

#[test]
fn independent_kpis_make_each_other_surer() {
    // The mean of two has σ ÷ √2: half-width 0.0707, and Φ(−0.98·√2) = 0.08288.
    let board = open(&goal(&json!({}), &[kpi("a", 0.85, Some(0.1)), kpi("b", 0.85, Some(0.1))]));
    let found = chance(&board, "g").unwrap();
    near(found.on_track.unwrap(), 0.082_88, 0.012);
    near(found.low, 0.85 - 0.1 / 2_f64.sqrt(), 0.006);
    near(found.high, 0.85 + 0.1 / 2_f64.sqrt(), 0.006);
    assert_eq!(found.uncertain, 2);
}

#[test]
fn weights_carry_the_interval() {
    let mut heavy = kpi("a", 0.8, Some(0.1));
    heavy["weight"] = json!(3);
    let board = open(&goal(&json!({}), &[heavy, kpi("b", 0.8, None)]));
    let found = chance(&board, "g").unwrap();
    near(found.low, 0.8 - 0.075, 0.001);
    near(found.high, 0.8 + 0.075, 0.001);
}

#[test]
fn a_kpi_on_two_paths_is_one_number() {
    let mut plan = goal(&json!({}), &[]);
    let serves = json!([{ "to": "g" }]);
    plan["strategies"] = json!([
        { "id": "s", "title": "S", "serves": serves }, { "id": "t", "title": "T", "serves": serves },
        { "id": "shared", "title": "X", "serves": [{ "to": "s" }, { "to": "t" }], "kpis": [kpi("k", 0.85, Some(0.1))] } ]);
    let found = chance(&open(&plan), "g").unwrap();
    near(found.low, 0.75, 0.001);
    near(found.high, 0.95, 0.001);
    near(found.on_track.unwrap(), 0.163_54, 0.001);
    assert_eq!(found.uncertain, 1);
}

#[test]
fn other_roll_ups_need_no_straight_line() {
    // The lesser of two independent ones is on track where both are: the square.
    let both = |by: &str| {
        let kpis = [kpi("a", 0.9, Some(0.1)), kpi("b", 0.9, Some(0.1))];
        chance(&open(&goal(&json!({ "rollUp": by }), &kpis)), "g").unwrap().on_track.unwrap()
    };
    near(both("min"), 0.25, 0.02);
    near(both("max"), 0.75, 0.02);
    near(both("mean"), 0.5, 0.02);
}

#[test]
fn what_is_exact_or_too_little_known_has_no_chance() {
    let board = open(&goal(&json!({}), &[kpi("k", 0.95, None)]));
    assert!(board.chances().is_empty());
    let mut missing = kpi("b", 0.0, None);
    missing["values"] = json!([]);
    let board = open(&goal(&json!({}), &[kpi("a", 0.95, Some(0.1)), missing]));
    let found = chance(&board, "g").unwrap();
    assert_eq!(found.on_track, None);
    assert!(found.low < found.high);
    let by = json!({ "score": 0.5, "reason": "R", "author": "A", "expires": "2026-12-31" });
    let board = open(&goal(&json!({ "override": by }), &[kpi("a", 0.95, Some(0.1))]));
    assert_eq!(chance(&board, "g").unwrap().on_track, None);
}

#[test]
fn it_is_the_same_every_time_and_changes_nothing() {
    let board = open(&goal(&json!({}), &[kpi("a", 0.95, Some(0.1)), kpi("b", 0.7, Some(0.2))]));
    let before = board.scores().clone();
    assert_eq!(board.chances(), board.chances());
    assert_eq!(*board.scores(), before);
    let plan = board.plan().find("g").unwrap();
    let throughline::plan::Subject::Node(goal) = plan else { panic!() };
    assert_eq!(board.scores().node(goal).status, Status::AtRisk);
}
