//! A staffing that moves what the queue is measured by (N16). Expected numbers are those published with the CRAN
//! package ErlangC: 100 calls in half an hour of three minutes each, 14 agents, 20 seconds.

use serde_json::{Value, json};

use super::plans::{chain, kpi, open};
use throughline::board::Board;
use throughline::format::scenario;

fn board() -> Board {
    let of = |id: &str, unit: &str, baseline: f64, target: f64, value: f64| {
        json!({ "id": id, "title": id, "unit": unit, "baseline": baseline, "target": target,
            "values": [{ "at": "2026-04-15", "value": value }] })
    };
    let kpis = vec![
        of("level", "%", 50.0, 90.0, 60.0),
        of("wait", "min", 2.0, 0.0, 1.0),
        of("busy", "share", 0.9, 0.7, 0.8),
        of("lost", "%", 10.0, 0.0, 5.0),
    ];
    open(&chain([kpis, vec![], vec![], vec![]]), "2026-04-15")
}

fn scenario_of(staffing: &Value, sets: &Value) -> String {
    json!({ "version": 1, "name": "More", "changes": [{ "staffing": staffing, "sets": sets }] }).to_string()
}

fn asked(agents: u32) -> Value {
    json!({ "calls": 100, "period": 1800, "handlingTime": 180, "agents": agents, "within": 20 })
}

fn value(board: &Board, text: &str, id: &str) -> f64 {
    let outlook = board.scenario(&scenario::decode(text).unwrap()).unwrap();
    let ix = throughline::plan::Subject::Kpi(kpi(board, id));
    outlook.kpis.iter().find(|each| each.subject == ix).unwrap().after.value.unwrap()
}

#[test]
fn agents_move_the_service_level_and_every_score_above() {
    let board = board();
    let text =
        scenario_of(&asked(14), &json!({ "serviceLevel": "level", "wait": "wait", "occupancy": "busy" }));
    assert!((value(&board, &text, "level") - 88.835).abs() < 5e-4);
    assert!((value(&board, &text, "wait") - 7.835_937_01 / 60.0).abs() < 1e-9);
    assert!((value(&board, &text, "busy") - 10.0 / 14.0).abs() < 1e-12);
    let outlook = board.scenario(&scenario::decode(&text).unwrap()).unwrap();
    assert!(outlook.mission.after.score > outlook.mission.before.score);
    // It can be kept and read again.
    let read = scenario::decode(&text).unwrap();
    assert_eq!(scenario::decode(&scenario::encode(&read)).unwrap(), read);
    assert_eq!(
        serde_json::from_str::<Value>(&scenario::encode(&read)).unwrap(),
        serde_json::from_str::<Value>(&text).unwrap()
    );
}

#[test]
fn callers_with_a_patience_hang_up() {
    let board = board();
    let staffing = json!({ "calls": 2880, "period": 3600, "handlingTime": 60, "agents": 50, "within": 20, "patience": 120 });
    let text = scenario_of(&staffing, &json!({ "abandoned": "lost", "wait": "wait" }));
    assert!((value(&board, &text, "lost") - 3.091).abs() < 5e-4);
    assert!((value(&board, &text, "wait") - 3.709 / 60.0).abs() < 1e-5);
}

#[test]
fn what_has_no_number_is_refused_with_its_place() {
    let board = board();
    let faults = |staffing: &Value, sets: &Value| -> Vec<(String, String)> {
        let error =
            scenario::decode(&scenario_of(staffing, sets)).and_then(|read| board.scenario(&read).map(|_| ()));
        let error = error.unwrap_err();
        assert_eq!(error.code(), "scenario-invalid");
        error.issues().iter().map(|issue| (issue.at.as_str().to_owned(), issue.code.to_owned())).collect()
    };
    let one = |at: &str, code: &str| vec![(at.to_owned(), code.to_owned())];
    assert_eq!(faults(&asked(10), &json!({ "wait": "wait" })), one("/changes/0/staffing", "unstable"));
    assert_eq!(
        faults(&asked(14), &json!({ "abandoned": "lost" })),
        one("/changes/0/sets/abandoned", "patience-required")
    );
    assert_eq!(
        faults(&asked(14), &json!({ "wait": "level" })),
        one("/changes/0/sets/wait", "unit-of-time-required")
    );
    assert_eq!(
        faults(&asked(14), &json!({ "wait": "wiat" })),
        one("/changes/0/sets/wait", "unknown-reference")
    );
    assert_eq!(faults(&asked(14), &json!({})), one("/changes/0/sets", "missing-field"));
    assert_eq!(
        faults(
            &json!({ "calls": 100, "period": 0, "handlingTime": 180, "agents": 14 }),
            &json!({ "asa": "wait" })
        ),
        [
            ("/changes/0/staffing/period".to_owned(), "not-above".to_owned()),
            ("/changes/0/staffing".to_owned(), "missing-field".to_owned()),
            ("/changes/0/sets".to_owned(), "missing-field".to_owned()),
            ("/changes/0/sets/asa".to_owned(), "unknown-field".to_owned()),
        ]
    );
}
