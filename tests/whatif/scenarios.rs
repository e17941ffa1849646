//! What if: beside the truth, never in it.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::plans::{any_mixed, bits, chain, kpi, measured, near, open};
use throughline::board::{Board, Outlook, Shift};
use throughline::error::Error;
use throughline::format::scenario;
use throughline::plan::Scenario;
use throughline::score::Status;

fn read(changes: &Value) -> Scenario {
    let text = json!({ "version": 1, "name": "Test", "changes": changes }).to_string();
    scenario::decode(&text).unwrap_or_else(|error| panic!("{error}"))
}

fn suppose(board: &Board, changes: &Value) -> Result<Outlook, Error> {
    board.scenario(&read(changes))
}

fn two() -> Board {
    let known = |value| vec![("2026-04-15", value)];
    let json = chain([
        vec![measured("gk", 1.0, &known(0.9))],
        vec![measured("hk", 1.0, &known(0.3))],
        vec![measured("sk", 1.0, &known(0.6))],
        vec![],
    ]);
    open(&json, "2026-04-15")
}

fn of<'o>(board: &Board, list: &'o [Shift], id: &str) -> &'o Shift {
    list.iter()
        .find(|each| board.plan().id(each.subject) == id)
        .unwrap_or_else(|| panic!("{id} did not move"))
}

#[test]
fn a_value_moves_what_depends_on_it_and_the_mission_comes_first() {
    let board = two();
    let outlook = suppose(&board, &json!([{ "kpi": "hk", "value": 1 }])).unwrap();
    let moved: Vec<&str> = outlook.nodes.iter().map(|each| board.plan().id(each.subject)).collect();
    assert_eq!(moved, ["m", "h"]);
    let goal = of(&board, &outlook.nodes, "h");
    near(goal.before.score.unwrap(), (0.3 + 1.5 * 0.6) / 2.5);
    near(goal.after.score.unwrap(), (1.0 + 1.5 * 0.6) / 2.5);
    assert_eq!((goal.before.status, goal.after.status), (Status::OffTrack, Status::AtRisk));
    let one = of(&board, &outlook.kpis, "hk");
    assert_eq!((one.before.value, one.after.value), (Some(0.3), Some(1.0)));
    assert_eq!(outlook.mission.after.score, outlook.nodes[0].after.score);
}

/// Ten months around a half: a supposed 0.95 would be a signal, and it would stand by that; a supposed 0.52 would be noise.
#[test]
fn a_supposed_value_is_judged_by_the_series_as_a_true_one_would_be() {
    let months: Vec<(String, f64)> = (1..=10)
        .map(|month| (format!("2026-{month:02}-28"), if month % 2 == 0 { 0.51 } else { 0.49 }))
        .collect();
    let months: Vec<(&str, f64)> = months.iter().map(|(at, value)| (at.as_str(), *value)).collect();
    let board = open(&chain([vec![measured("long", 1.0, &months)], vec![], vec![], vec![]]), "2026-11-05");
    let before = board.scores().kpi(kpi(&board, "long")).status;
    assert_ne!(before, Status::OnTrack);
    let found = suppose(&board, &json!([{ "kpi": "long", "value": 0.95 }])).unwrap();
    let moved = of(&board, &found.kpis, "long");
    assert_eq!((moved.before.status, moved.after.status), (before, Status::OnTrack));
    let found = suppose(&board, &json!([{ "kpi": "long", "value": 0.52 }])).unwrap();
    assert_eq!(of(&board, &found.kpis, "long").after.status, before);
}

#[test]
fn each_kind_of_change_does_what_the_plan_would() {
    let board = two();
    for (changes, id, expected) in [
        (json!([{ "kpi": "hk", "target": 0.5 }]), "h", (0.6 + 1.5 * 0.6) / 2.5),
        (json!([{ "kpi": "hk", "baseline": -1 }]), "h", (0.65 + 1.5 * 0.6) / 2.5),
        (json!([{ "kpi": "hk", "weight": 0 }]), "h", 0.6),
        (json!([{ "link": { "from": "s", "to": "h" }, "weight": 1 }]), "h", (0.3 + 0.5 * 0.6) / 1.5),
        (json!([{ "link": { "from": "s", "to": "h" }, "share": 0.1 }]), "h", (0.3 + 0.3 * 0.6) / 1.3),
        (json!([{ "link": { "from": "s", "to": "h" }, "weight": 0 }]), "h", 0.3),
        // Of two about the same number the later holds.
        (json!([{ "kpi": "hk", "value": 0 }, { "kpi": "hk", "value": 0.5 }]), "h", (0.5 + 1.5 * 0.6) / 2.5),
        // First the share that is free, then the one that takes it.
        (
            json!([{ "link": { "from": "s", "to": "g" }, "share": 0 }, { "link": { "from": "s", "to": "h" }, "share": 1 }]),
            "h",
            (0.3 + 3.0 * 0.6) / 4.0,
        ),
    ] {
        let outlook = suppose(&board, &changes).unwrap_or_else(|error| panic!("{changes}: {error}"));
        near(of(&board, &outlook.nodes, id).after.score.unwrap(), expected);
    }
    let outlook = suppose(&board, &json!([{ "node": "act", "progress": 1, "effort": 4 }])).unwrap();
    let action = of(&board, &outlook.nodes, "act");
    assert_eq!((action.after.status, action.after.execution.unwrap().effort), (Status::Done, 4.0));
    assert!(outlook.kpis.is_empty());
    // What is not known becomes known.
    let json = chain([vec![measured("gk", 1.0, &[])], vec![], vec![], vec![]]);
    let board = open(&json, "2026-04-15");
    let outlook = suppose(&board, &json!([{ "kpi": "gk", "value": 0.95 }])).unwrap();
    assert_eq!((outlook.mission.before.score, outlook.mission.after.score), (None, Some(0.95)));
}

#[test]
fn a_rule_against_another_kpi_sees_what_is_supposed_of_that() {
    let mut held = measured("held", 1.0, &[("2026-04-15", 0.5)]);
    held["score"] = json!({ "function": "thresholds",
        "rules": [{ "when": "at-least", "against": { "kpi": "other" }, "status": "on-track", "score": 1 }],
        "otherwise": { "status": "off-track", "score": 0 } });
    let json = chain([vec![held, measured("other", 0.0, &[("2026-04-15", 0.4)])], vec![], vec![], vec![]]);
    let board = open(&json, "2026-04-15");
    let outlook = suppose(&board, &json!([{ "kpi": "other", "value": 0.6 }])).unwrap();
    assert_eq!(of(&board, &outlook.kpis, "held").after.score, Some(0.0));
}

#[test]
fn every_fault_is_named_with_its_place() {
    let board = two();
    let changes = json!([
        { "kpi": "gkk", "value": 1 },
        { "kpi": "g", "value": 1 },
        { "kpi": "gk", "target": 0 },
        { "kpi": "gk", "target": -1 },
        { "link": { "from": "s", "to": "m" }, "weight": 1 },
        { "link": { "from": "ss", "to": "gk" }, "weight": 1 },
        { "link": { "from": "s", "to": "g" }, "share": 0.9 },
        { "node": "g", "progress": 1 },
    ]);
    let error = suppose(&board, &changes).unwrap_err();
    assert_eq!(error.code(), "scenario-invalid");
    let found: Vec<(&str, &str)> =
        error.issues().iter().map(|issue| (issue.at.as_str(), issue.code)).collect();
    assert_eq!(
        found,
        [
            ("/changes/0/kpi", "unknown-reference"),
            ("/changes/1/kpi", "not-a-kpi"),
            ("/changes/2/target", "baseline-equals-target"),
            ("/changes/3/target", "direction-contradicts-target"),
            ("/changes/4/link", "no-such-link"),
            ("/changes/5/link/from", "unknown-reference"),
            ("/changes/5/link/to", "not-a-node"),
            ("/changes/6/share", "share-above-one"),
            ("/changes/7/node", "not-an-action"),
        ]
    );
    assert_eq!(error.issues()[0].params.get("nearest"), Some(&"gk".into()));
}

#[test]
fn what_cannot_be_read_is_named_with_its_place() {
    let text = json!({ "version": 1, "changes": [{ "kpi": "gk" }, { "kpi": "gk", "value": "x" },
        { "node": "a", "progress": 2 }, { "link": { "from": "s" }, "weight": -1, "wieght": 1 }] });
    let error = scenario::decode(&text.to_string()).unwrap_err();
    let found: Vec<(&str, &str)> =
        error.issues().iter().map(|issue| (issue.at.as_str(), issue.code)).collect();
    assert_eq!(
        found,
        [
            ("", "missing-field"),
            ("/changes/0", "missing-field"),
            ("/changes/1/value", "wrong-type"),
            ("/changes/2/progress", "out-of-range"),
            ("/changes/3/link", "missing-field"),
            ("/changes/3/weight", "out-of-range"),
            ("/changes/3/wieght", "unknown-field"),
        ]
    );
    let error = scenario::decode(r#"{ "version": 2, "name": "x", "wat": 1 }"#).unwrap_err();
    assert_eq!((error.issues().len(), error.issues()[0].code), (1, "version-unsupported"));
}

#[test]
fn a_scenario_is_written_as_it_is_read() {
    let changes = json!([{ "kpi": "k", "value": 1.5, "target": -3, "baseline": 0, "weight": 2 },
        { "link": { "from": "s", "to": "g" }, "weight": 0.25, "share": 1 }, { "node": "a", "progress": 0, "effort": 7 }]);
    let first = read(&changes);
    let text = scenario::encode(&first);
    assert_eq!(scenario::decode(&text).unwrap(), first);
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value, json!({ "version": 1, "name": "Test", "changes": changes }));
}

#[test]
fn several_stand_side_by_side() {
    let board = two();
    let list = [
        read(&json!([{ "kpi": "hk", "value": 1 }])),
        read(&json!([{ "kpi": "gk", "value": 0 }])),
        read(&json!([])),
    ];
    let compared = board.compare_scenarios(&list).unwrap();
    let ids: Vec<&str> = compared.rows.iter().map(|row| board.plan().id(row.subject)).collect();
    assert_eq!(ids, ["m", "g", "h", "gk", "hk"]);
    for row in &compared.rows {
        assert_eq!(row.supposed.len(), 3);
        assert_eq!(row.supposed[2], row.actual);
    }
    for (place, scenario) in list.iter().enumerate() {
        let outlook = board.scenario(scenario).unwrap();
        assert_eq!(compared.rows[0].supposed[place], outlook.mission.after);
    }
    let bad = scenario::decode_all(
        r#"[{ "version": 1, "name": "a", "changes": [] },
        { "version": 1, "name": "b", "changes": [{ "kpi": "no", "value": 1 }] }]"#,
    )
    .unwrap();
    let error = board.compare_scenarios(&bad).unwrap_err();
    assert_eq!(error.issues()[0].at.as_str(), "/1/changes/0/kpi");
}

/// A change at random: of which kind, of the how-manieth, to what.
fn any_change() -> impl Strategy<Value = (u8, prop::sample::Index, f64)> {
    (0..5_u8, any::<prop::sample::Index>(), 0.05..3.0_f64)
}

/// The same change to the scenario and to the JSON of the plan.
fn change(
    board: &Board,
    json: &mut Value,
    (kind, index, number): &(u8, prop::sample::Index, f64),
) -> Option<Value> {
    let plan = board.plan();
    if *kind < 3 {
        if plan.kpis().is_empty() {
            return None;
        }
        let id = plan.kpis()[index.index(plan.kpis().len())].id.clone();
        let field = ["value", "target", "weight"][usize::from(*kind)];
        let number = if field == "target" { number * 50.0 } else { *number };
        if field == "value" {
            let number = number * 40.0;
            return Some(json!({ "kpi": id, "value": number }));
        }
        for list in ["goals", "strategies", "actions"] {
            for node in json[list].as_array_mut().unwrap() {
                for kpi in
                    node["kpis"].as_array_mut().unwrap().iter_mut().filter(|kpi| kpi["id"] == json!(id))
                {
                    kpi[field] = json!(number);
                }
            }
        }
        return Some(json!({ "kpi": id, field: number }));
    }
    let links: Vec<_> = plan.serves().iter().filter(|link| link.weight > 0.0).collect();
    let link = links.get(index.index(links.len().max(1)))?;
    let (from, to) = (plan.node(link.child).id.clone(), plan.node(link.parent).id.clone());
    for list in ["goals", "strategies", "actions"] {
        for node in json[list].as_array_mut().unwrap().iter_mut().filter(|node| node["id"] == json!(from)) {
            for link in
                node["serves"].as_array_mut().unwrap().iter_mut().filter(|link| link["to"] == json!(to))
            {
                link["weight"] = json!(number);
            }
        }
    }
    Some(json!({ "link": { "from": from, "to": to }, "weight": number }))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    /// The board is the same to the last bit; what only changes the plan gives what that plan gives.
    #[test]
    fn the_truth_is_never_touched(json in any_mixed(), changes in prop::collection::vec(any_change(), 0..6)) {
        let board = open(&json, "2026-05-10");
        let before = bits(&board);
        let mut altered = json;
        let wanted: Vec<Value> = changes.iter().filter_map(|each| change(&board, &mut altered, each)).collect();
        let outlook = suppose(&board, &json!(wanted)).unwrap();
        prop_assert_eq!(&bits(&board), &before);
        let valued: Vec<&Value> = wanted.iter().filter(|each| each.get("value").is_some()).collect();
        if valued.is_empty() {
            let anew = open(&altered, "2026-05-10");
            let mission = anew.scores().node(anew.plan().mission());
            prop_assert_eq!(outlook.mission.after.score, mission.score);
            for shift in &outlook.nodes {
                let throughline::plan::Subject::Node(ix) = shift.subject else { panic!("a node") };
                let node = anew.scores().node(ix);
                prop_assert_eq!((shift.after.score, shift.after.status, shift.after.coverage), (node.score, node.status, node.coverage));
                prop_assert_eq!((shift.after.low, shift.after.high), (node.low, node.high));
            }
        }
        for each in valued {
            let id = each["kpi"].as_str().unwrap();
            let last = wanted.iter().rev().find(|other| other["kpi"] == each["kpi"] && other.get("value").is_some()).unwrap();
            let moved = outlook.kpis.iter().find(|shift| board.plan().id(shift.subject) == id);
            let value = moved.map_or_else(|| board.figure(kpi(&board, id)).known(), |shift| shift.after.value);
            prop_assert_eq!(value, last["value"].as_f64());
        }
        // Nothing supposed, nothing moved.
        let nothing = suppose(&board, &json!([])).unwrap();
        prop_assert!(nothing.nodes.is_empty() && nothing.kpis.is_empty());
    }
}
