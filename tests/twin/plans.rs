//! A thousand plans that hold by all rules, the same ones every time.

use serde_json::{Map, Value, json};
use throughline::format;

/// Chance that anybody can have again (SplitMix64).
pub struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len() as u64) as usize]
    }

    fn number(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * (self.below(99_991) as f64 / 99_991.0)
    }
}

/// The plans, from the first.
pub fn plans(count: u64) -> impl Iterator<Item = Value> {
    (0..count).map(|place| plan(&mut Dice(place * 7919 + 1)))
}

/// The last days of months, the latest first, from the day the plans are read on.
const ENDS: [&str; 14] = [
    "2026-06-30",
    "2026-05-31",
    "2026-04-30",
    "2026-03-31",
    "2026-02-28",
    "2026-01-31",
    "2025-12-31",
    "2025-11-30",
    "2025-10-31",
    "2025-09-30",
    "2025-08-31",
    "2025-07-31",
    "2025-06-30",
    "2025-05-31",
];

const ROLL_UPS: [&str; 5] = ["mean", "min", "max", "worst", "capped-sum"];
const POLICIES: [&str; 3] = ["ignore", "propagate", "zero"];

fn plan(dice: &mut Dice) -> Value {
    let mut kpis: Vec<String> = Vec::new();
    let mut mission = json!({ "id": "m", "title": "M" });
    node_fields(dice, &mut mission, &mut kpis, 40);
    let mut plan = json!({ "version": 1, "title": "T", "settings": settings(dice),
        "owners": [{ "id": "a", "name": "A" }, { "id": "b", "name": "B" }] });
    if dice.chance(20) {
        plan["companyMission"] = json!({ "id": "c", "title": "C" });
    }
    let mut above = vec!["m".to_owned()];
    for (list, least) in [("goals", 1), ("strategies", 0), ("actions", 0)] {
        let count = least + dice.below(4 - least);
        let mut written = Vec::new();
        for place in 0..count {
            let mut node = json!({ "id": format!("{list}{place}"), "title": "N" });
            let usual = if list == "actions" { 25 } else { 70 };
            node_fields(dice, &mut node, &mut kpis, usual);
            node["serves"] = serves(dice, &above);
            linked_fields(dice, &mut node, list == "actions");
            above.push(format!("{list}{place}"));
            written.push(node);
        }
        // A goal may serve a goal, an action an action; each serves what was written before it.
        plan[list] = Value::Array(written);
    }
    plan["mission"] = mission;
    by_target(dice, plan)
}

/// Lets some nodes roll up by target, where all below them have one.
fn by_target(dice: &mut Dice, plan: Value) -> Value {
    let mut other = plan.clone();
    for place in ["/mission", "/goals/0", "/strategies/0"] {
        if dice.chance(40)
            && let Some(node) = other.pointer_mut(place)
        {
            node["rollUp"] = json!("by-target");
        }
    }
    if format::plan::decode(&other.to_string()).is_ok() { other } else { plan }
}

fn settings(dice: &mut Dice) -> Value {
    let mut settings = json!({});
    if dice.chance(30) {
        settings["missing"] = json!(dice.pick(&POLICIES));
    }
    if dice.chance(25) {
        settings["stale"] = json!("keep");
    }
    if dice.chance(30) {
        settings["rollUp"] = json!(dice.pick(&ROLL_UPS));
    }
    if dice.chance(25) {
        settings["bands"] = json!({ "onTrack": 0.8, "atRisk": 0.55 });
    }
    if dice.chance(25) {
        settings["coverageNeeded"] = json!(dice.number(0.3, 0.9));
    }
    if dice.chance(20) {
        settings["indexWeights"] = json!({ "AL-V": dice.number(0.0, 1.0), "AL-T": 0 });
    }
    settings
}

/// What every scored node may have.
fn node_fields(dice: &mut Dice, node: &mut Value, kpis: &mut Vec<String>, measured: u64) {
    if dice.chance(50) {
        (node["start"], node["due"]) = dates(dice);
    }
    if dice.chance(15) {
        node["rollUp"] = json!(dice.pick(&ROLL_UPS));
    }
    if dice.chance(15) {
        node["missing"] = json!(dice.pick(&POLICIES));
    }
    if dice.chance(6) {
        node["override"] = set_by_hand(dice);
    }
    let mut own = Vec::new();
    if dice.chance(measured) {
        for _ in 0..=dice.below(3) {
            let id = format!("k{}", kpis.len());
            own.push(kpi(dice, &id, kpis));
            kpis.push(id);
        }
    }
    node["kpis"] = Value::Array(own);
}

fn dates(dice: &mut Dice) -> (Value, Value) {
    let start = *dice.pick(&["2025-01-01", "2025-09-10", "2026-01-01", "2026-06-15"]);
    let due = *dice.pick(&["2026-06-29", "2026-07-15", "2026-12-31", "2027-03-31"]);
    (json!(start), json!(due))
}

fn set_by_hand(dice: &mut Dice) -> Value {
    let expires = *dice.pick(&["2026-06-29", "2026-06-30", "2026-09-30"]);
    let mut by = json!({ "reason": "R", "author": "A", "expires": expires });
    let sets = dice.below(3);
    if sets != 1 {
        by["score"] = json!(dice.number(0.0, 1.0));
    }
    if sets != 0 {
        by["status"] = json!(dice.pick(&["on-track", "at-risk", "off-track"]));
    }
    by
}

fn linked_fields(dice: &mut Dice, node: &mut Value, action: bool) {
    let owners = (0..dice.below(3)).zip(["a", "b"]);
    let owners: Vec<Value> =
        owners.map(|(_, owner)| json!({ "owner": owner, "accountable": dice.chance(70) })).collect();
    node["owners"] = Value::Array(owners);
    if action {
        if dice.chance(80) {
            node["progress"] = json!(if dice.chance(25) { 1.0 } else { dice.number(0.0, 1.0) });
            if dice.chance(15) {
                node["progress"] = json!(0);
            }
        }
        if dice.chance(60) {
            node["effort"] = json!(dice.number(0.0, 20.0));
        }
        if dice.chance(10) {
            (node["start"], node["due"]) = (json!("2026-07-01"), json!("2026-12-31"));
        }
    }
}

/// Links to one, two or three of those above; some only support, some say their share.
fn serves(dice: &mut Dice, above: &[String]) -> Value {
    let mut links: Vec<Value> = Vec::new();
    let count = if dice.chance(6) { 0 } else { 1 + dice.below(3) };
    for _ in 0..count {
        let to = dice.pick(above).clone();
        if links.iter().any(|link| link["to"] == json!(to)) {
            continue;
        }
        let mut link = json!({ "to": to });
        match dice.below(10) {
            0..=1 => link["weight"] = json!(0),
            2..=4 => link["weight"] = json!(dice.number(0.2, 4.0)),
            _ => {}
        }
        links.push(link);
    }
    if dice.chance(20) {
        for link in &mut links {
            link["share"] = json!(dice.number(0.05, 0.3));
        }
    }
    Value::Array(links)
}

fn kpi(dice: &mut Dice, id: &str, others: &[String]) -> Value {
    let baseline = dice.number(0.0, 50.0);
    let up = dice.chance(60);
    let way = dice.number(20.0, 60.0);
    let target = if up { baseline + way } else { baseline - way };
    let mut kpi = json!({ "id": id, "title": "K" });
    let discrete = function(dice, &mut kpi, (baseline, target), others);
    if dice.chance(40) {
        kpi["weight"] = json!(if dice.chance(15) { 0.0 } else { dice.number(0.2, 4.0) });
    }
    if dice.chance(60) {
        kpi["interval"] = json!(dice.pick(&["month", "quarter", "year"]));
    }
    if dice.chance(35) {
        (kpi["start"], kpi["due"]) = dates(dice);
    }
    if dice.chance(10) {
        kpi["bands"] = json!({ "onTrack": 0.95, "atRisk": 0.5 });
    }
    if dice.chance(8) {
        kpi["override"] = set_by_hand(dice);
    }
    kpi["values"] = values(dice, (baseline, target), discrete);
    kpi
}

/// A score function and what it needs; whether its values are whole numbers.
fn function(dice: &mut Dice, kpi: &mut Value, (baseline, target): (f64, f64), others: &[String]) -> bool {
    let direction = if target > baseline { "up" } else { "down" };
    let (low, high) = (baseline.min(target), baseline.max(target));
    let middle = f64::midpoint(baseline, target);
    let mut fields: Map<String, Value> = Map::new();
    let mut with = |more: Value| fields.extend(more.as_object().unwrap().clone());
    let which = dice.below(14);
    match which {
        0..=3 => {
            with(json!({ "baseline": baseline, "target": target }));
            if dice.chance(30) {
                let course = *dice.pick(&["milestones", "steps"]);
                with(json!({ "expected": { "course": course, "points": [
                    { "date": "2026-06-20", "progress": dice.number(0.2, 0.5) },
                    { "date": "2026-06-25", "progress": dice.number(0.5, 0.9) } ] } }));
            }
        }
        4 => with(json!({ "target": target, "direction": direction })),
        5 => with(json!({ "baseline": baseline })),
        6 => with(
            json!({ "direction": direction, "score": { "function": "min-max", "low": low, "high": high } }),
        ),
        7 => with(
            json!({ "score": { "function": "range", "low0": low, "low": low + 5.0, "high": high - 5.0, "high0": high } }),
        ),
        8 => with(
            json!({ "target": target, "score": { "function": "goal-red-flag", "goal": target, "redFlag": middle } }),
        ),
        9 => with(json!({ "target": target, "score": thresholds(dice, direction, middle, others) })),
        10 => with(json!({ "direction": direction, "score": { "function": "binary", "at": middle } })),
        11 => with(json!({ "target": 3, "score": { "function": "ordinal", "scores": [
            { "value": 1, "score": 0 }, { "value": 2, "score": dice.number(0.3, 0.9) }, { "value": 3, "score": 1 }] } })),
        12 => with(json!({ "target": target, "score": { "function": "piecewise", "points": [
            { "value": low, "score": 0 }, { "value": middle, "score": 1 }, { "value": high, "score": dice.number(0.0, 1.0) }] } })),
        _ => {
            let formulas = [
                "clamp((value - baseline) / (target - baseline), low, high)",
                "if(value > target, 1, max(0, min(1, 1 - (target - value) / 40, 0.95)))",
                "0.5 + (value - target) * high / 100",
                "value / (low - low)",
            ];
            with(json!({ "baseline": baseline, "target": target, "score": { "function": "expression",
                "formula": dice.pick(&formulas), "low": 0, "high": dice.number(0.7, 1.0) } }));
        }
    }
    kpi.as_object_mut().unwrap().extend(fields);
    which == 11
}

fn thresholds(dice: &mut Dice, direction: &str, middle: f64, others: &[String]) -> Value {
    let reached = if direction == "up" { "at-least" } else { "at-most" };
    let past = if direction == "up" { "above" } else { "below" };
    let mut rules =
        vec![json!({ "when": reached, "against": { "target": 1 }, "status": "on-track", "score": 1 })];
    if !others.is_empty() && dice.chance(50) {
        rules.push(json!({ "when": past, "against": { "kpi": dice.pick(others) }, "status": "at-risk", "score": 0.8 }));
    }
    rules.push(json!({ "when": reached, "against": { "number": middle }, "status": "at-risk", "score": dice.number(0.4, 0.8) }));
    json!({ "function": "thresholds", "rules": rules, "otherwise": { "status": "off-track", "score": 0 } })
}

/// A value a month, some months missing, the last of them old in some; an interval around the last in some.
fn values(dice: &mut Dice, (baseline, target): (f64, f64), discrete: bool) -> Value {
    let last = if dice.chance(65) { 0 } else { dice.below(7) as usize };
    let count = if dice.chance(10) { 0 } else { 1 + dice.below(13) as usize };
    let (level, drift) = (dice.number(0.3, 1.2), dice.number(-0.05, 0.05));
    let noise = if dice.chance(50) { 0.03 } else { 0.3 };
    let mut values = Vec::new();
    for (place, end) in ENDS.iter().skip(last).take(count).enumerate() {
        let progress = level + drift * place as f64 + dice.number(-noise, noise);
        let value =
            if discrete { (1 + dice.below(4)) as f64 } else { baseline + (target - baseline) * progress };
        if place > 0 && dice.chance(12) {
            continue;
        }
        let mut written = json!({ "at": end, "value": value });
        if place == 0 && dice.chance(35) {
            let (below, above) = (dice.number(0.5, 12.0), dice.number(0.5, 12.0));
            (written["low"], written["high"], written["n"]) =
                (json!(value - below), json!(value + above), json!(50));
        }
        values.push(written);
    }
    Value::Array(values)
}
