//! A colour set by hand changes nothing but that colour; and what has many ways up is gone up once (N17, A1).
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use serde_json::{Value, json};
use throughline::alignment::Finding;
use throughline::board::{Board, Options};
use throughline::format::{plan, record};
use throughline::plan::Subject;
use throughline::score::{NodeScore, Status};

fn open(json: &Value) -> Board {
    Board::open(plan::decode(&json.to_string()).unwrap(), Options { as_of: "2026-11-20".parse().unwrap() })
}

fn goal(board: &Board, id: &str) -> NodeScore {
    match board.plan().find(id) {
        Some(Subject::Node(ix)) => *board.scores().node(ix),
        _ => panic!("no node {id}"),
    }
}

fn plan_of(kpi: &Value) -> Value {
    json!({
        "version": 1, "title": "Example", "period": "month", "settings": { "stale": "keep" },
        "mission": { "id": "mission", "title": "Help" },
        "goals": [{ "id": "goal", "title": "Goal", "serves": [{ "to": "mission" }], "kpis": [kpi] }],
    })
}

/// An old value that the plan keeps in the score is still not known, whatever colour somebody gives it.
#[test]
fn a_colour_makes_nothing_fresh() {
    let mut kpi = json!({
        "id": "old", "title": "Old", "baseline": 0, "target": 1, "interval": "month",
        "values": [{ "at": "2025-01-31", "value": 1 }],
    });
    let plain = open(&plan_of(&kpi));
    kpi["override"] =
        json!({ "status": "on-track", "reason": "We know", "author": "Ana", "expires": "2026-12-31" });
    let coloured = open(&plan_of(&kpi));
    let of = goal(&plain, "goal");
    assert!(of.coverage.abs() <= 0.0 && of.status != Status::OnTrack, "{of:?}");
    assert_eq!(goal(&coloured, "goal"), of);
    // And somebody is still to be asked for a younger one.
    let stale = |board: &Board| -> Vec<Finding> {
        board.findings().iter().filter(|finding| finding.id == "stale").cloned().collect()
    };
    assert_eq!(stale(&plain).len(), 1);
    assert_eq!(stale(&coloured), stale(&plain));
}

/// A value that cannot be told is none that decides, whatever colour somebody gives it.
#[test]
fn a_colour_decides_nothing() {
    let mut kpi = json!({
        "id": "unsure", "title": "Unsure", "baseline": 0, "target": 1,
        "values": [{ "at": "2026-10-31", "value": 0.95, "n": 30, "low": 0.6, "high": 1.2 }],
    });
    let plain = goal(&open(&plan_of(&kpi)), "goal");
    kpi["override"] =
        json!({ "status": "on-track", "reason": "We know", "author": "Ana", "expires": "2026-12-31" });
    let coloured = goal(&open(&plan_of(&kpi)), "goal");
    assert_eq!(plain.status, Status::CannotTell);
    assert_eq!(coloured, plain);
}

/// Forty storeys of two strategies that each serve both above: a million million ways up, and forty steps.
#[test]
fn what_has_many_ways_up_is_gone_up_once() {
    let above = |storey: u32| match storey {
        0 => vec![json!({ "to": "mission" })],
        _ => vec![json!({ "to": format!("a{}", storey - 1) }), json!({ "to": format!("b{}", storey - 1) })],
    };
    let strategies: Vec<Value> = (0..40)
        .flat_map(|storey| ["a", "b"].map(|side| (side, storey)))
        .map(|(side, storey)| json!({ "id": format!("{side}{storey}"), "title": "S", "serves": above(storey) }))
        .collect();
    let plan = json!({
        "version": 1, "title": "Example", "mission": { "id": "mission", "title": "Help" },
        "strategies": strategies, "actions": [{ "id": "act", "title": "Act", "serves": above(40) }],
    });
    let mut board = open(&plan);
    let records = record::decode(r#"[{ "action": "act", "at": "2026-11-19", "progress": 0.5 }]"#).unwrap();
    let change = board.record(&records).unwrap();
    assert_eq!(change.nodes.len(), 82);
}
