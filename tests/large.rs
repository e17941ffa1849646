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

/// What a plan of many links and values costs grows with it, not with its square: read once for each of its nodes, or
/// values, any of these takes minutes.
#[test]
fn deep_chains_and_long_lists_cost_what_they_hold() {
    const DEEP: usize = 20_000;
    let chain: Vec<Value> = (0..DEEP)
        .map(|i| match i {
            0 => json!({ "id": "s0", "title": "N" }),
            _ => json!({ "id": format!("s{i}"), "title": "N", "serves": [{ "to": format!("s{}", i - 1) }] }),
        })
        .collect();
    let day = |i: usize| format!("{:04}-{:02}-{:02}", 1900 + i / 336, i / 28 % 12 + 1, i % 28 + 1);
    let values: Vec<Value> = (0..DEEP).map(|i| json!({ "at": day(i), "value": i % 97 })).collect();
    let kpis: Vec<Value> = (0..DEEP).map(|i| json!({ "id": format!("k{i}"), "title": "K" })).collect();
    let goal = json!({ "id": "g", "title": "G", "serves": [{ "to": "m" }], "kpis": kpis });
    let mission = json!({ "id": "m", "title": "M",
        "kpis": [{ "id": "k", "title": "K", "baseline": 0, "target": 100, "values": values }] });
    let plan =
        json!({ "version": 1, "title": "T", "mission": mission, "goals": [goal], "strategies": chain });
    let plan = format::plan::decode(&plan.to_string()).unwrap_or_else(|error| panic!("{error}"));
    let board = Board::open(plan, Options { as_of: AS_OF });
    let lost: Vec<_> = board.findings().iter().filter(|each| each.id == "orphan").collect();
    assert_eq!(lost.len(), DEEP);
    assert!(lost.iter().skip(1).all(|each| each.params.get("top") == Some(&"s0".into())));
    assert!(board.inspect().len() > DEEP);
    assert_eq!(board.chase().len(), DEEP);
    assert!(board.confirm(&board.receipt()).iter().all(|line| line.holds()));
}
