//! What is written for the page is what the types say, and what the types say of a picture's options is what is read.
#![cfg(feature = "schema")]
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod support;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use support::plain;
use throughline::board::{Arrival, Board, Change, Options};
use throughline::chart::{Table, picture};
use throughline::format::schema::Shapes;
use throughline::format::{csv, mapping, plan, record};
use throughline::wasm::{encode, scene, shape};

/// Said in the types, and never by these boards.
const UNSEEN: [&str; 7] = [
    "Provenance.actor",
    "Provenance.segment",
    "Figure.missing",
    "Figure.open",
    "Figure.approximation",
    "KpiScore.approximation",
    "IngestReport.cases",
];

fn schema() -> Value {
    let mut all = Shapes::default()
        .with::<shape::Scores>()
        .with::<shape::Alignment>()
        .with::<shape::Finding>()
        .with::<shape::Explanation>()
        .with::<shape::ScoreChance>()
        .with::<shape::Change>()
        .with::<shape::IngestReport>()
        .with::<shape::Chase>()
        .with::<shape::Failure>()
        .with::<shape::geometry::DrawOptions>()
        .with::<shape::geometry::Geometry>()
        .finish();
    for definition in all["$defs"].as_object_mut().unwrap().values_mut() {
        if definition.get("properties").is_some() {
            definition["additionalProperties"] = json!(false);
        }
    }
    all
}

struct Judge {
    schema: Value,
    seen: BTreeSet<String>,
}

impl Judge {
    fn accepts(&self, name: &str, value: &Value) -> Result<(), String> {
        let mut schema = self.schema.clone();
        schema["$ref"] = json!(format!("#/$defs/{name}"));
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        let faults: Vec<_> =
            validator.iter_errors(value).map(|each| format!("{}: {each}", each.instance_path())).collect();
        if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
    }

    fn judge(&mut self, name: &str, text: &str) {
        let value: Value = serde_json::from_str(text).unwrap();
        self.accepts(name, &value).unwrap_or_else(|faults| panic!("{name}: {faults}"));
        let schema = json!({ "$ref": format!("#/$defs/{name}") });
        self.note(&schema, name, &value);
    }

    /// The same of a shape, which serde_json writes as the same values.
    fn judge_shape(&mut self, name: &str, shape: &impl serde::Serialize) {
        let text = encode::shape(shape);
        let (written, told) = (serde_json::from_str(&text).unwrap(), serde_json::to_value(shape).unwrap());
        assert_eq!(plain(&written), plain(&told));
        self.judge(name, &text);
    }

    /// Notes every field met, by its type.
    fn note(&mut self, schema: &Value, name: &str, value: &Value) {
        if let Some(name) = schema["$ref"].as_str().and_then(|at| at.rsplit('/').next()) {
            let definition = self.schema["$defs"][name].clone();
            return self.note(&definition, name, value);
        }
        for item in value.as_array().into_iter().flatten() {
            self.note(&schema["items"], name, item);
        }
        for (field, inner) in value.as_object().into_iter().flatten() {
            if let Some(schema) = schema["properties"].get(field) {
                self.seen.insert(format!("{name}.{field}"));
                self.note(&schema.clone(), name, inner);
            }
        }
    }
}

/// Every field of every type that is written.
fn declared(schema: &Value) -> BTreeSet<String> {
    let options = ["DrawOptions", "Palette", "Labels", "NodeLabel", "KpiLabel"];
    let shapes = schema["$defs"].as_object().unwrap().iter();
    let shapes = shapes.filter(|(name, _)| !options.contains(&name.as_str()));
    let fields = |(name, shape): (&String, &Value)| -> Vec<String> {
        let fields = shape["properties"].as_object().into_iter().flatten();
        fields.map(|(field, _)| format!("{name}.{field}")).collect()
    };
    shapes.flat_map(fields).collect()
}

fn board(file: &str, as_of: &str) -> Board {
    let plan = plan::decode(&std::fs::read_to_string(file).unwrap()).unwrap();
    Board::open(plan, Options { as_of: as_of.parse().unwrap() })
}

fn judge_board(judge: &mut Judge, board: &Board) {
    judge.judge("Scores", &encode::scores(board));
    judge.judge("Alignment", &encode::alignment(board.plan(), board.alignment()));
    for (name, list) in [("Finding", encode::findings(board)), ("Chase", encode::chase(board))] {
        for each in serde_json::from_str::<Vec<Value>>(&list).unwrap() {
            judge.judge(name, &each.to_string());
        }
    }
    let plan = board.plan();
    let nodes = plan.nodes().iter().map(|node| node.id.clone());
    let kpis = plan.kpi_indices().map(|kpi| plan.kpi(kpi).id.clone());
    for id in nodes.chain(kpis) {
        let explanation = shape::Explanation::of(board, &board.explain(&id).unwrap());
        judge.judge_shape("Explanation", &explanation);
    }
    for chance in board.chances() {
        judge.judge_shape("ScoreChance", &shape::ScoreChance::of(board, &chance));
    }
    let scene = scene::read(board, r#"{ "width": 900 }"#).unwrap();
    judge.judge("Geometry", &encode::geometry(&picture(&scene, &Table).geometry));
}

/// A plan with a KPI of every kind of origin, and a table that one of them reads.
fn ingested(judge: &mut Judge) -> Board {
    let json = json!({ "version": 1, "title": "T", "perspectives": [{ "id": "p", "title": "P" }],
        "owners": [{ "id": "ana", "name": "Ana" }],
        "mission": { "id": "m", "title": "M" },
        "settings": { "off": [{ "finding": "no-owner", "node": "g", "reason": "small" }] },
        "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }], "perspective": "p", "kpis": [
            { "id": "sat", "title": "CSAT", "unit": "%", "baseline": 50, "target": 90, "lead": "lagging", "interval": "week",
              "measure": { "source": "survey", "measure": "csat", "variant": "top-2-box" } },
            { "id": "k", "title": "K", "baseline": 0, "target": 1, "direction": "up", "lead": "leading",
              "start": "2026-01-01", "due": "2026-12-31", "owner": "ana",
              "values": [{ "at": "2026-01-15", "value": 0.2 }, { "at": "2026-02-15", "value": 0.5 }] },
            { "id": "old", "title": "Old", "baseline": 0, "target": 1, "interval": "week",
              "values": [{ "at": "2026-01-15", "value": 0.9 }] }] }],
        "strategies": [{ "id": "s", "title": "S", "serves": [{ "to": "g" }] }],
        "actions": [{ "id": "a", "title": "A", "serves": [{ "to": "s" }], "progress": 0.5 }] });
    let plan = plan::decode(&json.to_string()).unwrap_or_else(|error| panic!("{error}"));
    let mut board = Board::open(plan, Options { as_of: "2026-04-20".parse().unwrap() });
    let mapping = json!({ "version": 1, "source": "survey", "name": "Survey", "columns": { "answered": "On" },
        "measures": [{ "id": "csat", "kpi": "csat", "column": "Rating", "scale": 5 }] });
    let mapping = mapping::decode(&mapping.to_string()).unwrap();
    let march: String = (1..30).map(|day| format!("2026-03-{day:02},{}\n", 1 + day % 5)).collect();
    let rows = format!("On,Rating\n2026-02-01,5\n{march}2026-03-06,9\n2026-04-01,5\n");
    let (report, change) = board.ingest(csv::read(&mapping, rows.as_bytes()).unwrap(), Arrival::Join);
    for moved in [&change, &Change::default()] {
        let report = shape::IngestReport::of(&report, moved);
        judge.judge_shape("IngestReport", &report);
        // Both roads say the same of what moved; 1 and 1.0, or more digits than it takes, are one number to
        // JavaScript.
        let (told, written) = (serde_json::to_string(&report.change).unwrap(), encode::change(moved));
        let fields = |text: &str| -> String {
            let parts = text.split_inclusive([',', '{', '}', '[', ']', ':']);
            let number =
                |part: &str| Some((part.get(..part.len() - 1)?.parse::<f64>().ok()?, part.chars().last()?));
            parts
                .map(|part| number(part).map_or(part.to_owned(), |(number, end)| format!("{number}{end}")))
                .collect()
        };
        assert_eq!(fields(&told), fields(&written));
    }
    let records = r#"[{ "kpi": "k", "at": "2026-04-15", "value": 1, "low": 0.9, "high": 1.1, "n": 7 },
        { "action": "a", "at": "2026-04-15", "progress": 1 }]"#;
    let change = board.record(&record::decode(records).unwrap()).unwrap();
    judge.judge("Change", &encode::change(&change));
    board
}

#[test]
fn what_is_written_is_what_the_types_say() {
    let mut judge = Judge { schema: schema(), seen: BTreeSet::new() };
    for file in
        ["www/demo/plan.json", "tests/fixtures/chart_plan.json", "tests/fixtures/plans/valid/functions.json"]
    {
        let mut board = board(file, "2026-11-20");
        judge_board(&mut judge, &board);
        let other =
            plan::decode(&std::fs::read_to_string("tests/fixtures/chart_plan.json").unwrap()).unwrap();
        judge.judge("Change", &encode::change(&board.set_plan(other)));
    }
    let board = ingested(&mut judge);
    judge_board(&mut judge, &board);
    judge.judge("Change", &encode::change(&Change::default()));
    judge.judge("Failure", &encode::failure(&plan::decode(r#"{ "version": 1, "goals": 3 }"#).unwrap_err()));
    let declared = declared(&judge.schema);
    let missed: Vec<_> =
        declared.difference(&judge.seen).filter(|each| !UNSEEN.contains(&each.as_str())).collect();
    assert!(missed.is_empty(), "never written: {missed:?}");
}

fn places(value: &Value, at: String, into: &mut Vec<String>) {
    for (name, inner) in value.as_object().into_iter().flatten() {
        places(inner, format!("{at}/{name}"), into);
    }
    into.push(at);
}

/// A fault at any place is one to the types and to the reader alike; both take the same of a whole.
#[test]
fn options_are_read_as_the_types_say() {
    let judge = Judge { schema: schema(), seen: BTreeSet::new() };
    let board = board("tests/fixtures/chart_plan.json", "2026-11-20");
    let roles = judge.schema["$defs"]["Palette"]["properties"].as_object().unwrap();
    let palette: serde_json::Map<_, _> = roles.keys().map(|role| (role.clone(), json!("#123456"))).collect();
    let whole = json!({
        "view": "line", "width": 900, "ratio": 2, "direction": "rtl", "focus": "mission", "select": "mission",
        "hover": "mission", "font": "serif", "palette": palette,
        "labels": {
            "nodes": { "mission": { "title": "t", "number": "1", "unit": "%", "note": "n", "status": "s", "share": "1" } },
            "kpis": { "nobody's": { "title": "t", "value": "1", "target": "2", "status": "s", "note": "n" } },
            "bands": { "goal": "Goals" }, "words": { "no-path": "none" }
        }
    });
    judge.accepts("DrawOptions", &whole).unwrap();
    let scene = scene::read(&board, &whole.to_string()).unwrap();
    assert_eq!(scene.palette.no_data, throughline::chart::Color::hex(0x12_3456));
    let mut all = Vec::new();
    places(&whole, String::new(), &mut all);
    assert!(all.len() > 30);
    for at in all {
        for other in [json!(-3), json!("x"), json!([]), json!({}), json!(true)] {
            let mut changed = whole.clone();
            *changed.pointer_mut(&at).unwrap() = other.clone();
            let said = judge.accepts("DrawOptions", &changed);
            let read = scene::read(&board, &changed.to_string());
            // What is left out is the default to the reader; the types ask TypeScript for it.
            let lacks = other == json!({}) && read.is_ok();
            assert!(lacks || said.is_ok() == read.is_ok(), "{at} = {other}: {said:?}, {:?}", read.err());
        }
    }
}
