//! Roll-ups, missing policies and overrides by node (domain section 3), plan in, board out.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use serde_json::{Value, json};
use throughline::board::{Board, Options};
use throughline::calendar::parse_date;
use throughline::error::Error;
use throughline::format;
use throughline::plan::{Plan, Subject};
use throughline::score::{KpiScore, NodeScore, Overridden, Status};

const DAY: &str = "2026-04-15";

fn read(json: &Value) -> Result<Plan, Error> {
    format::plan::decode(&json.to_string())
}

fn open_at(json: &Value, day: &str) -> Board {
    let plan = read(json).unwrap_or_else(|error| panic!("{error}"));
    Board::open(plan, Options { as_of: parse_date(day).unwrap() })
}

fn open(json: &Value) -> Board {
    open_at(json, DAY)
}

fn node(board: &Board, id: &str) -> NodeScore {
    match board.plan().find(id) {
        Some(Subject::Node(ix)) => *board.scores().node(ix),
        _ => panic!("no node {id}"),
    }
}

fn kpi(board: &Board, id: &str) -> KpiScore {
    match board.plan().find(id) {
        Some(Subject::Kpi(ix)) => *board.scores().kpi(ix),
        _ => panic!("no KPI {id}"),
    }
}

/// A KPI from 0 to 1 at a value; nothing where there is none.
fn at(id: &str, value: Option<f64>) -> Value {
    let values: Vec<Value> = value.iter().map(|value| json!({ "at": DAY, "value": value })).collect();
    json!({ "id": id, "title": id, "baseline": 0, "target": 1, "values": values })
}

/// A goal with its own fields and KPIs at these values.
fn goal(fields: &Value, values: &[Option<f64>]) -> Value {
    let kpis: Vec<Value> =
        values.iter().enumerate().map(|(place, value)| at(&format!("k{place}"), *value)).collect();
    let mut goal = json!({ "id": "g", "title": "G", "serves": [{ "to": "m" }], "kpis": kpis });
    goal.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    json!({ "version": 1, "title": "T", "mission": { "id": "m", "title": "M" }, "goals": [goal] })
}

fn near(found: Option<f64>, expected: f64) {
    let found = found.unwrap_or(f64::NAN);
    assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
}

#[test]
fn a_node_rolls_up_as_it_chose() {
    let by = |by: &str| {
        let board = open(&goal(&json!({ "rollUp": by }), &[Some(0.8), Some(0.1), Some(0.3)]));
        (node(&board, "g"), node(&board, "m"))
    };
    near(by("mean").0.score, 0.4);
    near(by("min").0.score, 0.1);
    near(by("max").0.score, 0.8);
    near(by("capped-sum").0.score, 1.0);
    near(by("worst").0.score, 0.4);
    near(by("min").1.score, 0.1);
    assert_eq!(by("worst").0.status, Status::OffTrack);
    assert_eq!(by("max").0.status, Status::AtRisk);
}

#[test]
fn a_sum_is_capped_and_its_bounds_are_too() {
    let board = open(&goal(&json!({ "rollUp": "capped-sum" }), &[Some(0.3), Some(0.4), None]));
    let found = node(&board, "g");
    near(found.score, 0.7);
    near(Some(found.low), 0.7);
    near(Some(found.high), 1.0);
    near(Some(found.coverage), 2.0 / 3.0);
}

#[test]
fn a_node_treats_what_is_missing_as_it_chose() {
    let by = |missing: &str| {
        let mut plan = goal(&json!({ "missing": missing }), &[Some(0.8), Some(0.5), None]);
        *plan
            .pointer_mut("/goals/0/kpis/0")
            .unwrap()
            .as_object_mut()
            .unwrap()
            .entry("weight")
            .or_insert(json!(2)) = json!(2);
        node(&open(&plan), "g")
    };
    near(by("ignore").score, 0.7);
    near(by("zero").score, 0.525);
    assert_eq!(by("propagate").score, None);
    assert_eq!(by("propagate").because.code(), "incomplete");
    for missing in ["ignore", "zero", "propagate"] {
        let found = by(missing);
        near(Some(found.coverage), 0.75);
        near(Some(found.low), 0.525);
        near(Some(found.high), 0.775);
    }
}

#[test]
fn the_plan_s_choice_holds_where_a_node_has_none() {
    let mut plan = goal(&json!({}), &[Some(0.8), Some(0.1)]);
    plan["settings"] = json!({ "rollUp": "min", "missing": "zero" });
    near(node(&open(&plan), "g").score, 0.1);
    plan["goals"][0]["rollUp"] = json!("max");
    near(node(&open(&plan), "g").score, 0.8);
}

fn regions() -> Value {
    let region = |id: &str, target: f64| {
        json!({ "id": id, "title": id, "serves": [{ "to": "m" }], "kpis": [{
            "id": format!("k-{id}"), "title": id, "unit": "EUR", "baseline": 0, "target": target,
            "values": [{ "at": DAY, "value": if id == "a" { target } else { 0.0 } }] }] })
    };
    json!({ "version": 1, "title": "T", "mission": { "id": "m", "title": "M", "rollUp": "by-target" },
        "goals": [region("a", 100_000.0), region("b", 20_000.0), region("c", 1_000.0)] })
}

#[test]
fn weights_follow_the_targets() {
    let board = open(&regions());
    near(node(&board, "m").score, 100.0 / 121.0);
    let parts = |id: &str| match board.plan().find(id) {
        Some(Subject::Node(ix)) => board.alignment().contribution[ix.index()].unwrap(),
        _ => panic!("no node {id}"),
    };
    for (id, part) in [("a", 0.8264), ("b", 0.1653), ("c", 0.0083)] {
        assert!((parts(id) - part).abs() < 5e-5, "{id}: {}", parts(id));
    }
    let own = json!({ "version": 1, "title": "T", "mission": { "id": "m", "title": "M", "rollUp": "by-target", "kpis": [
        { "id": "x", "title": "X", "baseline": 0, "target": 300, "values": [{ "at": DAY, "value": 300 }] },
        { "id": "y", "title": "Y", "baseline": 0, "target": -100, "values": [{ "at": DAY, "value": 0 }] }] } });
    near(node(&open(&own), "m").score, 0.75);
}

#[test]
fn by_target_needs_targets_of_one_unit_below() {
    let faults = |plan: &Value| {
        let error = read(plan).unwrap_err();
        error.issues().iter().map(|issue| (issue.code, issue.at.as_str().to_owned())).collect::<Vec<_>>()
    };
    let mut plan = regions();
    plan["goals"][1]["kpis"][0]["unit"] = json!("%");
    assert_eq!(faults(&plan), [("units-differ", "/mission".to_owned())]);
    let mut plan = regions();
    plan["goals"][2]["kpis"] = json!([]);
    assert_eq!(faults(&plan), [("target-required", "/goals/2".to_owned())]);
    let mut plan = regions();
    plan["goals"][0]["rollUp"] = json!("by-target");
    plan["goals"][0]["kpis"][0].as_object_mut().unwrap().remove("target");
    let found = faults(&plan);
    assert!(found.contains(&("target-required", "/goals/0/kpis/0/target".to_owned())), "{found:?}");
}

fn set(sets: &Value, expires: &str) -> Value {
    let mut by = json!({ "reason": "The export was wrong", "author": "Ana", "expires": expires });
    by.as_object_mut().unwrap().extend(sets.as_object().unwrap().clone());
    by
}

#[test]
fn an_override_of_a_kpi_counts_until_its_last_day() {
    let mut plan = goal(&json!({}), &[Some(0.2), Some(0.9)]);
    plan["goals"][0]["kpis"][0]["override"] = set(&json!({ "score": 0.8 }), DAY);
    let board = open(&plan);
    let found = kpi(&board, "k0");
    assert_eq!((found.status, found.because.code()), (Status::AtRisk, "overridden"));
    assert_eq!(found.overridden, Some(Overridden::Holds));
    near(found.progress, 0.2);
    near(node(&board, "g").score, 0.85);
    let later = open_at(&plan, "2026-04-16");
    let found = kpi(&later, "k0");
    assert_eq!((found.status, found.overridden), (Status::OffTrack, Some(Overridden::Expired)));
    near(node(&later, "g").score, 0.55);
}

#[test]
fn a_status_set_by_hand_colours_the_kpi_and_nothing_above() {
    let mut plan = goal(&json!({}), &[None]);
    plan["goals"][0]["kpis"][0]["override"] = set(&json!({ "status": "on-track" }), DAY);
    let board = open(&plan);
    assert_eq!(kpi(&board, "k0").status, Status::OnTrack);
    assert_eq!((node(&board, "g").status, node(&board, "g").coverage), (Status::NoData, 0.0));
}

#[test]
fn a_score_set_by_hand_stands_for_one_that_is_missing_or_stale() {
    let mut plan = goal(&json!({}), &[None]);
    plan["goals"][0]["kpis"][0]["override"] = set(&json!({ "score": 0.95 }), DAY);
    assert_eq!(node(&open(&plan), "g").status, Status::OnTrack);
    plan["goals"][0]["kpis"][0]["override"]["expires"] = json!("2026-04-14");
    assert_eq!(node(&open(&plan), "g").status, Status::NoData);
}

#[test]
fn an_override_of_a_node_reaches_its_parent_and_leaves_what_is_known() {
    let mut plan = goal(&json!({}), &[Some(0.2), None]);
    plan["goals"][0]["override"] = set(&json!({ "score": 0.9, "status": "at-risk" }), "2026-04-30");
    let board = open(&plan);
    let found = node(&board, "g");
    assert_eq!((found.status, found.because.code()), (Status::AtRisk, "overridden"));
    near(found.score, 0.9);
    near(Some(found.coverage), 0.5);
    near(node(&board, "m").score, 0.9);
    assert_eq!(node(&board, "m").status, Status::CannotTell, "half of it is unknown all the same");
    assert!(found.low <= 0.9 && found.high >= 0.9);
}

#[test]
fn an_override_sets_something_and_says_who_and_why() {
    let mut plan = goal(&json!({}), &[Some(0.2)]);
    plan["goals"][0]["override"] = json!({ "reason": "R", "author": "A", "expires": "2026-12-31" });
    plan["goals"][0]["kpis"][0]["override"] = json!({ "score": 2, "reason": "R", "expires": "soon" });
    let error = read(&plan).unwrap_err();
    let mut found: Vec<_> = error.issues().iter().map(|issue| (issue.code, issue.at.as_str())).collect();
    found.sort_unstable();
    assert_eq!(
        found,
        [
            ("missing-field", "/goals/0/kpis/0/override"),
            ("not-a-date", "/goals/0/kpis/0/override/expires"),
            ("override-empty", "/goals/0/override")
        ]
    );
}

/// Chance alone could put the one KPI on either side: the goal above it is not on track either.
#[test]
fn a_goal_whose_kpi_cannot_tell_is_not_on_track() {
    let mut plan = goal(&json!({}), &[Some(0.95), Some(0.95)]);
    let unsure = json!([{ "at": DAY, "value": 0.95, "low": 0.8, "high": 1.1, "n": 30 }]);
    plan["goals"][0]["kpis"][0]["values"] = unsure;
    let board = open(&plan);
    let found = node(&board, "g");
    assert_eq!(kpi(&board, "k0").status, Status::CannotTell);
    assert_eq!((found.status, found.because.code()), (Status::CannotTell, "too-little-decided"));
    assert_eq!((found.coverage, found.decided), (1.0, 0.5));
    assert_eq!(node(&board, "m").status, Status::CannotTell);
    // At risk and off track stand.
    plan["goals"][0]["kpis"][1]["values"][0]["value"] = json!(0.2);
    assert_eq!(node(&open(&plan), "g").status, Status::OffTrack);
    // A fifth of the weight may be undecided.
    plan["goals"][0]["kpis"][1]["values"][0]["value"] = json!(1);
    plan["goals"][0]["kpis"][1]["weight"] = json!(4);
    assert_eq!(node(&open(&plan), "g").status, Status::OnTrack);
}

/// A link of weight 0 aligns its child and carries no score; the shares of the other parents are not touched by it.
#[test]
fn a_supports_link_counts_for_alignment_and_not_for_scores() {
    let child = |serves: &Value| {
        json!({ "version": 1, "title": "T", "mission": { "id": "m", "title": "M" },
            "goals": [
                { "id": "g", "title": "G", "serves": [{ "to": "m" }], "kpis": [at("kg", Some(0.8))] },
                { "id": "h", "title": "H", "serves": [{ "to": "m", "weight": 0 }], "kpis": [at("kh", Some(0.1))] }],
            "strategies": [{ "id": "s", "title": "S", "serves": serves, "kpis": [at("ks", Some(0.4))] }] })
    };
    let board = open(&child(&json!([{ "to": "g" }, { "to": "h", "weight": 0 }])));
    near(node(&board, "g").score, 0.6);
    near(node(&board, "h").score, 0.1);
    near(node(&board, "m").score, 0.6);
    let Some(Subject::Node(h)) = board.plan().find("h") else { panic!() };
    assert!(board.reaches()[h.index()], "it has a path to the mission");
    assert_eq!(board.alignment().contribution[h.index()], None);
    let shared = open(&child(&json!([{ "to": "g" }, { "to": "h" }])));
    near(node(&shared, "g").score, (0.8 + 0.5 * 0.4) / 1.5);
}
