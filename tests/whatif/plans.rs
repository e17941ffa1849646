//! Plans to ask, chosen and at random.

use proptest::prelude::*;
use serde_json::{Value, json};
use throughline::board::{Board, Options};
use throughline::calendar::{Date, parse_date};
use throughline::format;
use throughline::plan::{KpiIx, NodeIx, Subject};

pub fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

pub fn open(json: &Value, as_of: &str) -> Board {
    let plan = format::plan::decode(&json.to_string()).unwrap_or_else(|error| panic!("{error}"));
    Board::open(plan, Options { as_of: day(as_of) })
}

pub fn node(board: &Board, id: &str) -> NodeIx {
    match board.plan().find(id) {
        Some(Subject::Node(node)) => node,
        _ => panic!("no node {id}"),
    }
}

pub fn kpi(board: &Board, id: &str) -> KpiIx {
    match board.plan().find(id) {
        Some(Subject::Kpi(kpi)) => kpi,
        _ => panic!("no KPI {id}"),
    }
}

pub fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
}

/// A KPI from 0 to 1 with these values of days.
pub fn measured(id: &str, weight: f64, values: &[(&str, f64)]) -> Value {
    let values: Vec<Value> = values.iter().map(|(at, value)| json!({ "at": at, "value": value })).collect();
    json!({ "id": id, "title": id, "baseline": 0, "target": 1, "weight": weight, "values": values })
}

/// A mission, two goals, a strategy that serves both, an action; the KPIs of each.
pub fn chain(kpis: [Vec<Value>; 4]) -> Value {
    let [first, second, shared, action] = kpis;
    json!({ "version": 1, "title": "T", "mission": { "id": "m", "title": "Help" },
        "goals": [
            { "id": "g", "title": "G", "serves": [{ "to": "m", "weight": 2 }], "kpis": first },
            { "id": "h", "title": "H", "serves": [{ "to": "m" }], "kpis": second }],
        "strategies": [{ "id": "s", "title": "S", "serves": [{ "to": "g" }, { "to": "h", "weight": 3 }],
            "kpis": shared }],
        "actions": [{ "id": "act", "title": "A", "serves": [{ "to": "s" }], "progress": 0.5, "kpis": action }] })
}

type AnyKpi = (f64, bool, usize, Vec<(u32, f64)>);
type AnyNode = (Vec<(usize, f64)>, Vec<AnyKpi>);

/// A random plan: goals, strategies and actions with several parents, weights, KPIs whose values come, move and go
/// stale between April and June.
pub fn any_plan() -> impl Strategy<Value = Value> {
    let weight = prop_oneof![1 => Just(0.0), 2 => Just(1.0), 4 => 0.1..5.0_f64];
    let values = prop::collection::vec((0..80_u32, 0.0..120.0_f64), 0..4);
    let kpi = (0.1..3.0_f64, any::<bool>(), 0..3_usize, values);
    let node = (prop::collection::vec((0..6_usize, weight), 1..3), prop::collection::vec(kpi, 0..3));
    let settings = (0..3_usize, 0..2_usize, 0..4_usize);
    (prop::collection::vec(node, 3..12), settings).prop_map(|(nodes, settings)| build(&nodes, settings))
}

/// The same, with a roll-up and a missing policy of its own for some nodes, and some set by hand until mid-May.
pub fn any_mixed() -> impl Strategy<Value = Value> {
    let own = (0..8_usize, 0..6_usize, prop::option::weighted(0.15, 0.0..=1.0_f64));
    (any_plan(), prop::collection::vec(own, 12)).prop_map(|(mut json, own)| {
        let rolls = ["mean", "min", "max", "worst", "capped-sum", "by-target"];
        let missing = ["ignore", "propagate", "zero"];
        let mut own = own.into_iter();
        for list in ["goals", "strategies", "actions"] {
            for node in json[list].as_array_mut().unwrap() {
                let (roll, miss, set) = own.next().unwrap();
                if let Some(name) = rolls.get(roll) {
                    node["rollUp"] = json!(name);
                }
                if let Some(name) = missing.get(miss) {
                    node["missing"] = json!(name);
                }
                if let Some(score) = set {
                    node["override"] = json!({ "score": score, "reason": "known better", "author": "ana",
                        "expires": "2026-05-15" });
                }
            }
        }
        // By target needs one at everything below: where there is none, it is by the weights.
        if format::plan::decode(&json.to_string()).is_err() {
            let text = json.to_string().replace("by-target", "worst");
            return serde_json::from_str(&text).unwrap();
        }
        json
    })
}

fn build(nodes: &[AnyNode], (missing, stale, roll_up): (usize, usize, usize)) -> Value {
    let mut lists: [Vec<Value>; 3] = Default::default();
    for (i, (links, kpis)) in nodes.iter().enumerate() {
        let kpis: Vec<Value> =
            kpis.iter().enumerate().map(|(k, kpi)| any_kpi(&format!("k{i}-{k}"), kpi)).collect();
        let targets: Vec<String> = match i % 3 {
            0 => vec!["m".to_owned()],
            1 => (0..nodes.len()).filter(|j| j % 3 == 0).map(|j| format!("n{j}")).collect(),
            _ => (0..nodes.len()).filter(|j| j % 3 < 2).map(|j| format!("n{j}")).collect(),
        };
        let mut serves: Vec<Value> = Vec::new();
        for (to, weight) in links {
            let to = &targets[to % targets.len()];
            if serves.iter().all(|link| link["to"] != json!(to)) {
                serves.push(json!({ "to": to, "weight": weight }));
            }
        }
        let mut node = json!({ "id": format!("n{i}"), "title": "N", "serves": serves, "kpis": kpis });
        if i % 3 == 2 {
            node["effort"] = json!(1 + i);
            node["progress"] = json!(0.25);
        }
        lists[i % 3].push(node);
    }
    let [goals, strategies, actions] = lists;
    let missing = ["ignore", "propagate", "zero"][missing];
    let stale = ["leave", "keep"][stale];
    let roll_up = ["mean", "min", "max", "worst"][roll_up];
    json!({ "version": 1, "title": "T", "mission": { "id": "m", "title": "M" },
        "settings": { "missing": missing, "stale": stale, "rollUp": roll_up },
        "goals": goals, "strategies": strategies, "actions": actions })
}

fn any_kpi(id: &str, (weight, dated, interval, values): &AnyKpi) -> Value {
    let mut days: Vec<u32> = values.iter().map(|(day, _)| *day).collect();
    days.sort_unstable();
    days.dedup();
    let values: Vec<Value> = (days.iter().zip(values))
        .map(|(day, (_, value))| json!({ "at": format!("2026-{:02}-{:02}", 4 + day / 30, 1 + day % 30), "value": value }))
        .collect();
    let interval = ["day", "week", "month"][*interval];
    let mut kpi = json!({ "id": id, "title": "K", "baseline": 0, "target": 100, "weight": weight,
        "interval": interval, "values": values });
    if *dated {
        kpi["start"] = json!("2026-01-01");
        kpi["due"] = json!("2026-12-31");
    }
    kpi
}

/// Every number of a board to the last bit.
pub fn bits(board: &Board) -> String {
    format!("{:?} {:?} {:?}", board.scores(), board.findings(), board.journal())
}
