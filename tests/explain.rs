//! Explanations: every number down to what it was made of, from typed values and from rows.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use serde_json::{Value, json};
use throughline::board::{Arrival, Board, Explanation, Options};
use throughline::calendar::{Date, parse_date};
use throughline::format::{self, csv};
use throughline::wasm::{encode, shape};

fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn open(json: &Value, as_of: &str) -> Board {
    let plan = format::plan::decode(&json.to_string()).unwrap_or_else(|error| panic!("{error}"));
    Board::open(plan, Options { as_of: day(as_of) })
}

fn json_of(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// JavaScript has one kind of number.
fn as_in_javascript(value: &Value) -> Value {
    match value {
        Value::Number(number) => match number.as_f64().unwrap() {
            float if float.fract().abs() < f64::EPSILON => json!(float as i64),
            float => json!(float),
        },
        Value::Array(list) => list.iter().map(as_in_javascript).collect(),
        Value::Object(fields) => Value::Object(
            fields.iter().map(|(name, inner)| (name.clone(), as_in_javascript(inner))).collect(),
        ),
        other => other.clone(),
    }
}

/// An explanation as it crosses the edge.
fn explained(board: &Board, id: &str) -> Value {
    let found: Explanation = board.explain(id).unwrap();
    as_in_javascript(&serde_json::to_value(shape::Explanation::of(board, &found)).unwrap())
}

fn step<'v>(explanation: &'v Value, code: &str) -> &'v Value {
    let steps = explanation["steps"].as_array().unwrap();
    &steps.iter().find(|step| step["code"] == code).unwrap_or_else(|| panic!("no step {code}"))["params"]
}

fn shared() -> Value {
    let kpi = |id: &str, weight: f64, values: Value| json!({ "id": id, "title": id, "baseline": 0, "target": 1, "weight": weight, "values": values });
    let at = |value: f64| json!([{ "at": "2026-04-15", "value": value }]);
    json!({ "version": 1, "title": "T", "mission": { "id": "m", "title": "M" },
        "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }],
            "kpis": [kpi("a", 2.0, at(0.8)), kpi("b", 1.0, at(0.5)), kpi("c", 1.0, json!([]))] }],
        "strategies": [{ "id": "s", "title": "S", "serves": [{ "to": "g", "weight": 2 }, { "to": "m", "weight": 0 }],
            "kpis": [kpi("sk", 1.0, at(0.2))] }] })
}

#[test]
fn contributions_add_up_to_the_score() {
    let board = open(&shared(), "2026-04-15");
    for id in ["g", "m", "s"] {
        let explanation = explained(&board, id);
        let inputs = explanation["inputs"].as_array().unwrap();
        let sum: f64 = inputs.iter().filter_map(|input| input["contribution"].as_f64()).sum();
        let effective: f64 = inputs.iter().map(|input| input["effective"].as_f64().unwrap()).sum();
        assert!((sum - explanation["score"].as_f64().unwrap()).abs() < 1e-12, "{id}");
        assert!((effective - 1.0).abs() < 1e-12, "{id}");
    }
}

#[test]
fn there_are_no_parts_of_a_score_that_is_withheld() {
    let json = json!({ "version": 1, "title": "T", "settings": { "missing": "propagate" }, "mission": { "id": "m", "title": "M" },
        "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }], "kpis": [
            { "id": "a", "title": "A", "baseline": 0, "target": 1, "values": [{ "at": "2026-04-15", "value": 0.5 }] },
            { "id": "b", "title": "B", "baseline": 0, "target": 1 }] }] });
    let explanation = explained(&open(&json, "2026-04-15"), "g");
    assert!(explanation.get("score").is_none_or(Value::is_null), "{explanation}");
    let inputs = explanation["inputs"].as_array().unwrap();
    assert!(inputs.iter().all(|input| input.get("contribution").is_none()), "{explanation}");
}

#[test]
fn a_node_names_its_weights_shares_coverage_and_bounds() {
    let board = open(&shared(), "2026-04-15");
    let goal = explained(&board, "g");
    // 2·0.8 + 1·0.5 + 2·0.2 over 5 of 6.
    let near =
        |value: &Value, expected: f64| assert!((value.as_f64().unwrap() - expected).abs() < 1e-12, "{value}");
    near(&goal["score"], 0.5);
    near(&goal["coverage"], 5.0 / 6.0);
    near(&goal["bounds"]["low"], 2.5 / 6.0);
    near(&goal["bounds"]["high"], 3.5 / 6.0);
    assert_eq!((goal["formula"].as_str(), goal["definition"].as_str()), (Some("mean"), Some("roll-up")));
    let inputs = goal["inputs"].as_array().unwrap();
    let ids: Vec<_> = inputs.iter().map(|input| input["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["a", "b", "c", "s"]);
    near(&inputs[0]["effective"], 0.4);
    near(&inputs[0]["contribution"], 0.32);
    assert_eq!((inputs[2]["status"].as_str(), inputs[2].get("contribution")), (Some("no-data"), None));
    assert_eq!((inputs[3]["kind"].as_str(), inputs[3]["weight"].as_f64()), (Some("strategy"), Some(2.0)));
    // A link of weight 0 is shown, and has no part.
    let mission = explained(&board, "m");
    let supports = mission["inputs"].as_array().unwrap().iter().find(|input| input["id"] == "s").unwrap();
    assert_eq!(supports["effective"].as_f64(), Some(0.0));
    assert_eq!(step(&mission, "status")["because"], "pace-in-band");
}

#[test]
fn a_typed_kpi_is_explained_from_value_to_status() {
    let json = json!({ "version": 1, "title": "T", "mission": { "id": "m", "title": "M" },
        "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }], "kpis": [{ "id": "k", "title": "K", "unit": "h",
            "baseline": 60, "target": 20, "start": "2026-04-01", "due": "2026-04-30", "interval": "week",
            "values": [{ "at": "2026-04-08", "value": 55 }, { "at": "2026-04-15", "value": 45 }] }] }] });
    let explanation = explained(&open(&json, "2026-04-20"), "k");
    assert_eq!(explanation["value"], 45.0);
    assert_eq!(explanation["unit"], "h");
    assert_eq!(explanation["definition"], "typed");
    assert_eq!(explanation["at"], "2026-04-15");
    assert_eq!(explanation["rounding"]["code"], "display-only");
    assert_eq!(
        step(&explanation, "progress"),
        &json!({ "value": 45, "baseline": 60, "target": 20, "progress": 0.375 })
    );
    let expected = json!({ "course": "even", "start": "2026-04-01", "due": "2026-04-30", "at": "2026-04-15", "expected": 0.5 });
    assert_eq!(step(&explanation, "expected"), &expected);
    assert_eq!(step(&explanation, "pace")["pace"], 0.75);
    assert_eq!(step(&explanation, "freshness"), &json!({ "age": 5, "limit": 8.75 }));
    assert_eq!(explanation["recent"].as_array().unwrap().len(), 2);
}

#[test]
fn a_computed_kpi_ends_at_its_rows() {
    let json = json!({ "version": 1, "title": "T", "mission": { "id": "m", "title": "M" },
        "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }], "kpis": [{ "id": "sat", "title": "CSAT", "unit": "%",
            "baseline": 50, "target": 90, "measure": { "source": "survey", "measure": "csat", "variant": "top-2-box" } }] }] });
    let mut board = open(&json, "2026-04-20");
    assert_eq!(step(&explained(&board, "sat"), "missing")["reason"], "unknown-source");
    let mapping = json!({ "version": 1, "source": "survey", "name": "Survey", "columns": { "answered": "On" },
        "measures": [{ "id": "csat", "kpi": "csat", "column": "Rating", "scale": 5 }] });
    let mapping = format::mapping::decode(&mapping.to_string()).unwrap();
    // Five answers of March, 5 5 4 2 1: three of five in the two best boxes; one row that is none.
    let rows =
        "On,Rating\n2026-03-01,5\n2026-03-02,5\n2026-03-03,4\n2026-03-04,2\n2026-03-05,1\n2026-03-06,9\n";
    let batch = csv::read(&mapping, rows.as_bytes()).unwrap();
    let (report, change) = board.ingest(batch, Arrival::Join);
    assert_eq!((report.read, report.used, report.refused), (6, 5, 1));
    assert_eq!(change.kpis.len(), 1);
    let explanation = explained(&board, "sat");
    assert_eq!(explanation["value"], 60.0);
    assert_eq!(
        (explanation["definition"].as_str(), explanation["variant"].as_str()),
        (Some("csat"), Some("top-2-box"))
    );
    assert_eq!(explanation["n"], 5);
    assert_eq!(explanation["at"], "2026-03-31");
    let source = &explanation["source"];
    assert_eq!((source["id"].as_str(), source["name"].as_str()), (Some("survey"), Some("Survey")));
    assert_eq!((source["read"].as_u64(), source["used"].as_u64()), (Some(6), Some(5)));
    assert_eq!(source["hash"].as_str().map(str::len), Some(64));
    assert_eq!(step(&explanation, "rows")["used"], 5.0);
    assert_eq!(step(&explanation, "interval")["method"], "wilson");
    assert_eq!(step(&explanation, "status")["because"], "edge-inside-interval");
}

#[test]
fn every_shape_of_a_board_is_written() {
    let mut board = open(&shared(), "2026-04-15");
    let records = r#"{ "kpi": "c", "at": "2026-04-15", "value": 1 }"#;
    let change = board.record(&format::record::decode(records).unwrap()).unwrap();
    let change = json_of(&encode::change(&change));
    assert_eq!(change["kpis"][0]["before"], json!({ "status": "no-data" }));
    assert_eq!(change["kpis"][0]["after"], json!({ "status": "on-track", "score": 1, "value": 1 }));
    assert_eq!(change["findings"], json!({ "added": [], "removed": [] }));
    let scores = json_of(&encode::scores(&board));
    assert_eq!((scores["asOf"].as_str(), scores["mission"].as_str()), (Some("2026-04-15"), Some("m")));
    let nodes = scores["nodes"].as_array().unwrap();
    let strategy = nodes.iter().find(|node| node["id"] == "s").unwrap();
    let parents = json!([{ "id": "g", "weight": 2, "share": 1, "effective": 2.0 / 6.0 },
        { "id": "m", "weight": 0, "share": 0, "effective": 0 }]);
    assert_eq!(strategy["parents"], parents);
    assert_eq!((strategy["level"].as_u64(), strategy["kind"].as_str()), (Some(2), Some("strategy")));
    assert!(!scores.to_string().contains("null"), "what is absent is left out");
    let alignment = json_of(&encode::alignment(board.plan(), board.alignment()));
    assert_eq!(alignment["weights"]["AL-V"], 0.3);
    assert_eq!(alignment["metrics"][0]["id"], "AL-V");
    let findings = json_of(&encode::findings(&board));
    assert!(findings.as_array().unwrap().iter().any(|finding| finding["id"] == "no-interval"));
    assert!(!(alignment.to_string() + &findings.to_string()).contains("null"));
}

/// A stale value that stays in the score is shown in it and counts as unknown in the bounds: it is to be asked for too.
#[test]
fn a_stale_number_that_is_kept_is_chased_as_well() {
    for stale in ["leave", "keep"] {
        let mut json = shared();
        json["settings"] = json!({ "stale": stale });
        json["goals"][0]["kpis"][0]["interval"] = json!("week");
        let board = open(&json, "2026-06-15");
        let chase = json_of(&encode::chase(&board));
        let found: Vec<_> = chase
            .as_array()
            .unwrap()
            .iter()
            .map(|each| (each["kpi"].as_str(), each["status"].as_str()))
            .collect();
        assert_eq!(found.first(), Some(&(Some("a"), Some("stale"))), "{stale}: {found:?}");
    }
}

#[test]
fn the_chase_list_is_ranked_by_what_narrows_the_mission() {
    let mut json = shared();
    json["owners"] = json!([{ "id": "ana", "name": "Ana" }]);
    json["goals"][0]["owners"] = json!([{ "owner": "ana" }]);
    json["strategies"][0]["kpis"][0]["values"] = json!([]);
    let board = open(&json, "2026-04-15");
    let chase = json_of(&encode::chase(&board));
    // The strategy stands for 2 of the goal's 6, the KPI for 1 of 6; the goal is all of the mission.
    let ranked: Vec<_> = (chase.as_array().unwrap().iter())
        .map(|each| {
            (each["kpi"].as_str().unwrap(), each["narrows"].as_f64().unwrap(), each["owner"].as_str())
        })
        .collect();
    assert_eq!(ranked, [("sk", 2.0 / 6.0, None), ("c", 1.0 / 6.0, Some("ana"))]);
    // Knowing it narrows the bounds by as much.
    let width = |board: &Board| {
        let mission = board.scores().node(board.plan().mission());
        mission.high - mission.low
    };
    let mut known = board.clone();
    let record = r#"{ "kpi": "sk", "at": "2026-04-15", "value": 0.4 }"#;
    known.record(&format::record::decode(record).unwrap()).unwrap();
    assert!((width(&board) - width(&known) - 2.0 / 6.0).abs() < 1e-12);
}
