//! A large tree: a change costs its path, not the tree.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use throughline::board::{Board, Options};
use throughline::calendar::Date;
use throughline::format;

const AS_OF: Date = Date::constant(2026, 4, 30);

/// 1 mission, 20 goals, 400 strategies, 8,000 actions with a KPI each.
fn tree() -> Value {
    let node = |id: String, to: String| json!({ "id": id, "title": "N", "serves": [{ "to": to }] });
    let goals: Vec<Value> = (0..20).map(|i| node(format!("g{i}"), "m".to_owned())).collect();
    let strategies: Vec<Value> = (0..400).map(|i| node(format!("s{i}"), format!("g{}", i % 20))).collect();
    let actions: Vec<Value> = (0..8000)
        .map(|i| {
            let mut action = node(format!("a{i}"), format!("s{}", i % 400));
            let kpi = json!({ "id": format!("k{i}"), "title": "K", "baseline": 0, "target": 100,
                "values": [{ "at": "2026-03-31", "value": i % 101 }] });
            action.as_object_mut().unwrap().insert("kpis".to_owned(), json!([kpi]));
            action
        })
        .collect();
    json!({ "version": 1, "title": "T", "mission": { "id": "m", "title": "M" },
        "goals": goals, "strategies": strategies, "actions": actions })
}

fn timed<T>(what: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let made = what();
    (made, start.elapsed())
}

#[test]
fn a_change_costs_its_path_and_not_the_tree() {
    let plan = format::plan::decode(&tree().to_string()).unwrap_or_else(|error| panic!("{error}"));
    let mut board = Board::open(plan, Options { as_of: AS_OF });
    let (_, whole) = timed(|| board.set_as_of(AS_OF));
    let values: Vec<Value> = (0..1000)
        .map(|i| json!({ "kpi": format!("k{}", i * 7 % 8000), "at": "2026-04-30", "value": i % 97 }))
        .collect();
    let records = format::record::decode(&json!(values).to_string()).unwrap();
    let mut single = board.clone();
    let (moved, parts) = timed(|| {
        records
            .iter()
            .map(|record| single.record(std::slice::from_ref(record)).unwrap().nodes.len())
            .sum::<usize>()
    });
    // Each path is an action, a strategy, a goal and the mission.
    assert!((1000..=4000).contains(&moved), "{moved}");
    // A thousand times the whole would be 1000; ten leaves room for a busy machine.
    assert!(parts < whole * 10, "1000 changes {parts:?}, the whole {whole:?}");
    let (_, together) = timed(|| board.record(&records).unwrap());
    assert!(together < whole * 3, "together {together:?}, the whole {whole:?}");
    assert_eq!(board.scores(), single.scores());
}
