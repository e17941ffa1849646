//! The live board: what a record, an age or another plan moves, and that the part equals the whole.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use proptest::prelude::*;
use serde_json::{Value, json};
use throughline::board::{Arrival, Board, Change, Move, Options, Record};
use throughline::calendar::{Date, date_from_day_number, day_number, parse_date};
use throughline::data::Batch;
use throughline::format;
use throughline::plan::{Plan, Subject};
use throughline::score::{NodeScore, Status};

fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn plan(json: &Value) -> Plan {
    format::plan::decode(&json.to_string()).unwrap_or_else(|error| panic!("{error}"))
}

fn records(json: &Value) -> Vec<Record> {
    format::record::decode(&json.to_string()).unwrap_or_else(|error| panic!("{error}"))
}

fn small() -> Value {
    let kpi = |id: &str, value: f64| {
        json!({ "id": id, "title": id, "baseline": 0, "target": 100, "interval": "month",
            "values": [{ "at": "2026-03-31", "value": value }] })
    };
    json!({ "version": 1, "title": "T", "mission": { "id": "m", "title": "M" },
        "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }], "kpis": [kpi("gk", 80.0)] },
                  { "id": "h", "title": "H", "serves": [{ "to": "m" }], "kpis": [kpi("hk", 95.0)] }],
        "actions": [{ "id": "a", "title": "A", "serves": [{ "to": "g" }], "progress": 0.2 }] })
}

fn open() -> Board {
    Board::open(plan(&small()), Options { as_of: day("2026-04-30") })
}

fn ids(moves: &[Move]) -> Vec<&str> {
    moves.iter().map(|each| each.id.as_str()).collect()
}

fn node<'b>(board: &'b Board, id: &str) -> &'b NodeScore {
    match board.plan().find(id) {
        Some(Subject::Node(ix)) => board.scores().node(ix),
        _ => panic!("no node {id}"),
    }
}

#[test]
fn a_record_moves_what_depends_on_it_and_says_so() {
    let mut board = open();
    let change = board.record(&records(&json!({ "kpi": "gk", "at": "2026-04-30", "value": 60 }))).unwrap();
    assert_eq!(ids(&change.kpis), ["gk"]);
    assert_eq!(ids(&change.nodes), ["g", "m"]);
    let (before, after) = (change.nodes[0].before.unwrap(), change.nodes[0].after.unwrap());
    assert_eq!((before.status, before.score), (Status::AtRisk, Some(0.8)));
    assert_eq!((after.status, after.score), (Status::OffTrack, Some(0.6)));
    let values = (change.kpis[0].before.unwrap().value, change.kpis[0].after.unwrap().value);
    assert_eq!(values, (Some(80.0), Some(60.0)));
}

#[test]
fn records_upsert_by_day_and_can_be_taken_away() {
    let mut board = open();
    let before = board.scores().clone();
    let at = "2026-04-30";
    board
        .record(&records(
            &json!([{ "kpi": "gk", "at": at, "value": 60 }, { "kpi": "gk", "at": at, "value": 70 }]),
        ))
        .unwrap();
    assert_eq!(node(&board, "g").score, Some(0.7));
    let Some(Subject::Kpi(gk)) = board.plan().find("gk") else { panic!("no KPI") };
    assert_eq!(board.series(gk).len(), 2);
    assert_eq!(board.previous(gk).unwrap().known(), Some(80.0));
    board.record(&records(&json!({ "kpi": "gk", "at": at, "remove": true }))).unwrap();
    assert_eq!(board.scores(), &before);
    assert_eq!(board.journal().len(), 1, "the latest of a KPI and day is enough to replay");
}

#[test]
fn the_same_value_again_moves_nothing() {
    let mut board = open();
    let change = board.record(&records(&json!({ "kpi": "gk", "at": "2026-03-31", "value": 80 }))).unwrap();
    assert_eq!(change, Change::default());
}

#[test]
fn progress_moves_execution_and_never_the_outcome() {
    let mut board = open();
    let change =
        board.record(&records(&json!({ "action": "a", "at": "2026-04-15", "progress": 1 }))).unwrap();
    assert!(change.kpis.is_empty());
    assert_eq!(ids(&change.nodes), ["a", "g", "m"]);
    assert_eq!(node(&board, "a").status, Status::Done);
    assert_eq!(node(&board, "g").execution.unwrap().score, Some(1.0));
    assert_eq!(node(&board, "g").score, Some(0.8));
    board.record(&records(&json!({ "action": "a", "at": "2026-04-15", "remove": true }))).unwrap();
    assert_eq!(node(&board, "g").execution.unwrap().score, Some(0.2));
}

#[test]
fn one_bad_record_refuses_all_and_names_each() {
    let mut board = open();
    let before = board.scores().clone();
    let list = json!([{ "kpi": "gk", "at": "2026-04-30", "value": 1 }, { "kpi": "hkk", "at": "2026-04-30", "value": 1 },
        { "action": "g", "at": "2026-04-30", "progress": 1 }]);
    let error = board.record(&records(&list)).unwrap_err();
    assert_eq!(error.code(), "record-invalid");
    let issues: Vec<_> = error.issues().iter().map(|issue| (issue.code, issue.at.as_str())).collect();
    assert_eq!(issues, [("unknown-reference", "/1/kpi"), ("not-an-action", "/2/action")]);
    assert_eq!((board.scores(), board.journal().len()), (&before, 0));
}

#[test]
fn records_are_decoded_with_every_issue() {
    let list = json!([{ "kpi": "k", "at": "2026-02-30", "value": 1 }, { "kpi": "k", "at": "2026-02-01" },
        { "kpi": "k", "at": "2026-02-01", "numerator": 1, "denominator": 0 },
        { "kpi": "k", "at": "2026-02-01", "value": 1, "low": 2, "high": 1 },
        { "action": "a", "at": "2026-02-01", "progress": 1.5 }, { "kpi": "k", "at": "2026-02-01", "vlaue": 1 }]);
    let error = format::record::decode(&list.to_string()).unwrap_err();
    let issues: Vec<_> = error.issues().iter().map(|issue| (issue.code, issue.at.as_str())).collect();
    let expected = [
        ("not-a-date", "/0/at"),
        ("missing-field", "/1"),
        ("out-of-range", "/2/denominator"),
        ("out-of-range", "/3/high"),
        ("out-of-range", "/4/progress"),
        ("missing-field", "/5"),
        ("unknown-field", "/5/vlaue"),
    ];
    assert_eq!(issues, expected);
}

#[test]
fn recorded_numbers_are_bounded_as_those_of_a_plan_are() {
    let list = json!([{ "kpi": "k", "at": "2026-02-01", "value": 1e151 }, { "kpi": "k", "at": "2026-02-02", "value": -1e150 },
        { "kpi": "k", "at": "2026-02-03", "numerator": -1e200, "denominator": 1e300 },
        { "kpi": "k", "at": "2026-02-04", "value": 1, "low": -1e151, "high": 1e151 }]);
    let error = format::record::decode(&list.to_string()).unwrap_err();
    let issues: Vec<_> = error.issues().iter().map(|issue| (issue.code, issue.at.as_str())).collect();
    let places = ["/0/value", "/2/numerator", "/2/denominator", "/3/low", "/3/high"];
    assert_eq!(issues, places.map(|place| ("out-of-range", place)));
}

#[test]
fn records_are_written_as_they_are_read() {
    let list = json!([{ "kpi": "k", "at": "2026-02-01", "value": 1.5, "n": 7, "low": 1, "high": 2, "actor": "ana" },
        { "kpi": "k", "at": "2026-02-02", "numerator": 1, "denominator": 4 },
        { "action": "a", "at": "2026-02-01", "progress": 0.5 }, { "kpi": "k", "at": "2026-02-01", "remove": true },
        { "action": "a", "at": "2026-02-01", "remove": true }]);
    let written: Value = serde_json::from_str(&format::record::encode(&records(&list))).unwrap();
    assert_eq!(written, list);
}

#[test]
fn a_page_left_open_ages() {
    let mut board = open();
    // March's value may age a month and a quarter: 37.5 days.
    assert!(board.set_as_of(day("2026-05-07")).is_empty());
    let change = board.set_as_of(day("2026-05-08"));
    assert_eq!(ids(&change.kpis), ["gk", "hk"]);
    assert_eq!(change.added.len(), 2);
    assert!(change.added.iter().all(|finding| finding.id == "stale"));
    assert_eq!(node(&board, "m").status, Status::NoData);
    assert_eq!(node(&board, "m").because.code(), "all-stale");
    let change = board.record(&records(&json!({ "kpi": "hk", "at": "2026-04-30", "value": 90 }))).unwrap();
    assert_eq!((change.added.len(), change.removed.len()), (0, 1));
    assert_eq!(board.findings().iter().filter(|finding| finding.id == "stale").count(), 1);
}

#[test]
fn another_plan_keeps_what_was_recorded_where_ids_match() {
    let mut board = open();
    board
        .record(&records(&json!([{ "kpi": "gk", "at": "2026-04-30", "value": 60 },
        { "kpi": "hk", "at": "2026-04-30", "value": 50 }])))
        .unwrap();
    let mut json = small();
    json["goals"][1] = json!({ "id": "n", "title": "New", "serves": [] });
    let change = board.set_plan(plan(&json));
    assert_eq!(node(&board, "g").score, Some(0.6));
    let gone: Vec<_> =
        change.nodes.iter().filter(|each| each.after.is_none()).map(|each| each.id.as_str()).collect();
    let new: Vec<_> =
        change.nodes.iter().filter(|each| each.before.is_none()).map(|each| each.id.as_str()).collect();
    assert_eq!((gone, new), (vec!["h"], vec!["n"]));
    assert!(change.added.iter().any(|finding| finding.id == "orphan" && finding.node == "n"));
    assert!(change.alignment.is_some());
    // The id is back, and so is what was recorded for it.
    board.set_plan(plan(&small()));
    assert_eq!(node(&board, "h").score, Some(0.5));
}

#[test]
fn an_unknown_id_cannot_be_explained_and_the_nearest_is_named() {
    let error = open().explain("gkk").unwrap_err();
    assert_eq!(error.code(), "unknown-id");
    assert!(error.to_string().contains("nearest: gk"));
}

/// A plan whose one KPI is read from the survey.
fn surveyed() -> Value {
    json!({ "version": 1, "title": "T", "mission": { "id": "m", "title": "M" },
        "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }], "kpis": [{ "id": "k", "title": "K",
            "baseline": 0, "target": 100, "unit": "%",
            "measure": { "source": "survey", "measure": "csat", "variant": "top-2-box" } }] }] })
}

#[test]
fn a_snapshot_scores_as_its_rows_do() {
    let open = || Board::open(plan(&surveyed()), Options { as_of: day("2026-05-10") });
    let (mut rows, mut reader) = (open(), open());
    rows.ingest(survey(&[(0, 5), (1, 4), (2, 3), (3, 2)]), Arrival::Join);
    let written = rows.snapshot().to_written();
    let change = reader.load(written.clone(), Arrival::Join).unwrap();
    assert_eq!(
        (ids(&change.kpis), ids(&change.nodes)),
        (vec!["k"], vec!["m", "g"].into_iter().rev().collect())
    );
    assert_eq!(node(&reader, "g").score, Some(0.5));
    assert_eq!(rows.scores(), reader.scores());
    // The same days again are refused, and nothing moved; as a new state of the file they replace.
    let error = reader.load(written.clone(), Arrival::Join).unwrap_err();
    assert_eq!((error.code(), error.issues()[0].code), ("snapshot-invalid", "overlapping-snapshots"));
    assert!(reader.load(written.clone(), Arrival::Replace).unwrap().is_empty());
    // Rows know more than their snapshot.
    rows.ingest(survey(&[(0, 5)]), Arrival::Replace);
    assert!(rows.load(written, Arrival::Replace).unwrap().is_empty());
    assert_eq!(node(&rows, "g").score, Some(1.0));
    // And they take the place of it.
    reader.ingest(survey(&[(0, 1)]), Arrival::Join);
    assert_eq!(node(&reader, "g").score, Some(0.0));
}

#[test]
fn a_source_that_is_taken_out_leaves_no_number_and_may_come_back() {
    let mut json = surveyed();
    json["goals"][0]["kpis"][0]["values"] = json!([{ "at": "2026-03-31", "value": 70 }]);
    let mut board = Board::open(plan(&json), Options { as_of: day("2026-05-10") });
    let typed = board.scores().clone();
    board.ingest(survey(&[(0, 5), (1, 4), (2, 3), (3, 2)]), Arrival::Join);
    let (computed, written) = (board.scores().clone(), board.snapshot().to_written());
    let error = board.remove("surveys").unwrap_err();
    assert_eq!((error.code(), board.scores()), ("unknown-id", &computed));
    assert!(error.to_string().contains("nearest: survey"));
    let change = board.remove("survey").unwrap();
    assert_eq!((ids(&change.kpis), ids(&change.nodes)), (vec!["k"], vec!["g", "m"]));
    assert_eq!((board.scores(), board.snapshot().sources().len()), (&typed, 0));
    assert_eq!(board.remove("survey").unwrap_err().issues()[0].params.to_string(), "id: survey");
    // No rows are left that would stand before a snapshot, or that new rows would join.
    board.load(written, Arrival::Join).unwrap();
    assert_eq!(board.scores(), &computed);
    board.remove("survey").unwrap();
    board.ingest(survey(&[(0, 5)]), Arrival::Join);
    assert_eq!(node(&board, "g").score, Some(1.0));
}

#[test]
fn an_unfinished_month_is_shown_and_not_scored() {
    let mut board = Board::open(plan(&surveyed()), Options { as_of: day("2026-05-10") });
    // April (15 days on): all good. May: all bad, so far.
    board.ingest(survey(&[(0, 5), (1, 5), (20, 1), (21, 1)]), Arrival::Join);
    let Some(Subject::Kpi(k)) = board.plan().find("k") else { panic!("no KPI") };
    let series: Vec<_> = board.series(k).iter().map(|figure| (figure.known(), figure.complete)).collect();
    assert_eq!(series, [(Some(100.0), true), (Some(0.0), false)]);
    assert_eq!(node(&board, "g").score, Some(1.0));
    // The month ends while the page is open.
    board.set_as_of(day("2026-06-01"));
    assert_eq!(node(&board, "g").score, Some(0.0));
}

/// A random plan: two levels of goals, strategies and actions with several parents, weights, shares, KPIs.
fn any_plan() -> impl Strategy<Value = Value> {
    let weight = prop_oneof![Just(0.0), Just(1.0), 0.1..5.0_f64];
    let kpi = (0.1..3.0_f64, any::<bool>(), 0..3_u8, prop::option::of(0.0..120.0_f64));
    let node = (
        prop::collection::vec((0..6_usize, weight), 0..3),
        prop::collection::vec(kpi, 0..3),
        prop::option::of(0.0..=1.0_f64),
    );
    let settings = (0..3_usize, 0..2_usize, 0..4_usize);
    (prop::collection::vec(node, 3..14), settings).prop_map(|(nodes, settings)| build(&nodes, settings))
}

type AnyKpi = (f64, bool, u8, Option<f64>);
type AnyNode = (Vec<(usize, f64)>, Vec<AnyKpi>, Option<f64>);

fn build(nodes: &[AnyNode], (missing, stale, roll_up): (usize, usize, usize)) -> Value {
    let (mut goals, mut strategies, mut actions) = (Vec::new(), Vec::new(), Vec::new());
    for (i, (links, kpis, progress)) in nodes.iter().enumerate() {
        let kpis: Vec<Value> = (kpis.iter().enumerate())
            .map(|(k, (weight, dated, lead, value))| {
                let interval = ["day", "week", "month"][usize::from(*lead)];
                let mut kpi = json!({ "id": format!("k{i}-{k}"), "title": "K", "baseline": 0, "target": 100,
                    "weight": weight, "interval": interval });
                if *dated {
                    kpi["start"] = json!("2026-01-01");
                    kpi["due"] = json!("2026-12-31");
                }
                if k == 1 {
                    kpi["measure"] = json!({ "source": "survey", "measure": "csat", "variant": "top-2-box" });
                }
                kpi["lead"] = json!(if *lead == 0 { "leading" } else { "lagging" });
                kpi["values"] =
                    value.iter().map(|value| json!({ "at": "2026-04-30", "value": value })).collect();
                kpi
            })
            .collect();
        let list: &mut Vec<Value> =
            [&mut goals, &mut strategies, &mut actions].into_iter().nth(i % 3).unwrap();
        // A node serves nodes of an earlier kind, so that there is no cycle.
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
            if let Some(progress) = progress {
                node["progress"] = json!(progress);
            }
        }
        list.push(node);
    }
    let missing = ["ignore", "propagate", "zero"][missing];
    let stale = ["leave", "keep"][stale];
    let roll_up = ["mean", "min", "max", "worst"][roll_up];
    json!({ "version": 1, "title": "T", "mission": { "id": "m", "title": "M" },
        "companyMission": { "id": "c", "title": "C" },
        "settings": { "missing": missing, "stale": stale, "rollUp": roll_up },
        "goals": goals, "strategies": strategies, "actions": actions })
}

/// What is done to a board: a value, a removal, a progress, another day.
#[derive(Clone, Debug)]
enum Step {
    Value(usize, i32, f64),
    Remove(usize, i32),
    Progress(usize, i32, f64),
    AsOf(i32),
    /// Answers of a survey as (day, rating): they replace those before.
    Rows(Vec<(i32, u8)>),
    /// The survey is taken out again.
    Without,
}

/// The rows of a survey as a batch.
fn survey(rows: &[(i32, u8)]) -> Batch {
    let mapping = json!({ "version": 1, "source": "survey", "columns": { "answered": "On" },
        "measures": [{ "id": "csat", "kpi": "csat", "column": "Rating", "scale": 5 }] });
    let mapping = format::mapping::decode(&mapping.to_string()).unwrap();
    let lines: String = rows.iter().map(|(at, rating)| format!("{},{rating}\n", date(*at))).collect();
    format::csv::read(&mapping, format!("On,Rating\n{lines}").as_bytes()).unwrap()
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (any::<prop::sample::Index>(), 0..60_i32, -20.0..150.0_f64).prop_map(|(k, d, v)| Step::Value(k.index(1000), d, v)),
        1 => (any::<prop::sample::Index>(), 0..60_i32).prop_map(|(k, d)| Step::Remove(k.index(1000), d)),
        2 => (any::<prop::sample::Index>(), 0..60_i32, 0.0..=1.0_f64).prop_map(|(k, d, v)| Step::Progress(k.index(1000), d, v)),
        1 => (0..60_i32).prop_map(Step::AsOf),
        1 => prop::collection::vec((-60..30_i32, 1..6_u8), 1..12).prop_map(Step::Rows),
        1 => Just(Step::Without),
    ]
}

const FIRST: &str = "2026-04-15";

fn date(offset: i32) -> String {
    let date = date_from_day_number(day_number(day(FIRST)) + offset).unwrap();
    throughline::score::iso(date)
}

/// Does a step; gives what the board said moved.
fn take(board: &mut Board, step: &Step) -> Change {
    let kpis: Vec<String> = board.plan().kpis().iter().map(|kpi| kpi.id.clone()).collect();
    let actions = board.plan().nodes().iter().filter(|node| node.action.is_some());
    let actions: Vec<String> = actions.map(|node| node.id.clone()).collect();
    let record = match *step {
        Step::Rows(ref rows) => return board.ingest(survey(rows), Arrival::Replace).1,
        Step::Without => return board.remove("survey").unwrap_or_default(),
        Step::AsOf(offset) => return board.set_as_of(day(&date(offset))),
        Step::Value(k, at, value) if !kpis.is_empty() => {
            json!({ "kpi": kpis[k % kpis.len()], "at": date(at), "value": value })
        }
        Step::Remove(k, at) if !kpis.is_empty() => {
            json!({ "kpi": kpis[k % kpis.len()], "at": date(at), "remove": true })
        }
        Step::Progress(k, at, progress) if !actions.is_empty() => {
            json!({ "action": actions[k % actions.len()], "at": date(at), "progress": progress })
        }
        _ => return Change::default(),
    };
    board.record(&records(&record)).unwrap()
}

/// Every number of a board to the last bit.
fn bits(board: &Board) -> String {
    format!("{:?} {:?}", board.scores(), board.findings())
}

/// A second, plain implementation, by recursion over the JSON: the mean with what is missing left out.
struct Plain<'j> {
    json: &'j Value,
}

/// Score, pace, coverage, low, high.
#[derive(Clone, Copy, Debug)]
struct Rolled(Option<(f64, f64)>, f64, f64, f64);

impl<'j> Plain<'j> {
    fn nodes(&self) -> impl Iterator<Item = &'j Value> + use<'j> {
        let json = self.json;
        ["goals", "strategies", "actions"].into_iter().flat_map(|list| json[list].as_array().unwrap())
    }

    /// The children of a node with w·σ, and whether each is an action.
    fn children(&self, id: &'j str) -> Vec<(&'j Value, f64)> {
        let mut found = Vec::new();
        for node in self.nodes() {
            let links = node["serves"].as_array().unwrap();
            let weight = |link: &Value| link["weight"].as_f64().unwrap();
            let parents = links.iter().filter(|link| weight(link) > 0.0).count() as f64;
            let to = links.iter().filter(|link| link["to"] == id);
            found
                .extend(to.map(|link| (node, if weight(link) > 0.0 { weight(link) / parents } else { 0.0 })));
        }
        found
    }

    fn measured(&self, node: &'j Value) -> bool {
        let own = node["kpis"].as_array().unwrap().iter().any(|kpi| kpi["weight"].as_f64().unwrap() > 0.0);
        let below = self.children(node["id"].as_str().unwrap());
        own || below.into_iter().any(|(child, weight)| weight > 0.0 && self.measured(child))
    }

    fn is_action(&self, node: &Value) -> bool {
        self.json["actions"].as_array().unwrap().iter().any(|action| action["id"] == node["id"])
    }

    /// 120 of the 365 days of 2026 are over on 30 April.
    fn kpi(kpi: &Value) -> Rolled {
        let Some(value) = kpi["values"][0]["value"].as_f64() else { return Rolled(None, 0.0, 0.0, 1.0) };
        let score = (value / 100.0).clamp(0.0, 1.0);
        let pace = if kpi.get("start").is_some() {
            (value / 100.0 / (120.0 / 365.0)).clamp(0.0, 1.0)
        } else {
            score
        };
        Rolled(Some((score, pace)), 1.0, score, score)
    }

    fn node(&self, id: &'j str, kpis: &'j [Value]) -> Rolled {
        let mut parts: Vec<(f64, Rolled)> =
            kpis.iter().map(|kpi| (kpi["weight"].as_f64().unwrap(), Self::kpi(kpi))).collect();
        for (child, weight) in self.children(id) {
            if weight > 0.0 && (!self.is_action(child) || self.measured(child)) {
                let kpis = child["kpis"].as_array().unwrap();
                parts.push((weight, self.node(child["id"].as_str().unwrap(), kpis)));
            }
        }
        let over = |part: &dyn Fn(&Rolled) -> f64, all: bool| {
            let counts = |rolled: &Rolled| all || rolled.0.is_some();
            let weight: f64 = parts.iter().filter(|each| counts(&each.1)).map(|each| each.0).sum();
            let sum: f64 =
                parts.iter().filter(|each| counts(&each.1)).map(|each| each.0 * part(&each.1)).sum();
            if weight > 0.0 { Some(sum / weight) } else { None }
        };
        let score = over(&|rolled| rolled.0.unwrap().0, false);
        let pace = over(&|rolled| rolled.0.unwrap().1, false);
        let coverage = over(&|rolled| rolled.1, true).unwrap_or(0.0);
        let (low, high) = (over(&|rolled| rolled.2, true), over(&|rolled| rolled.3, true));
        Rolled(score.zip(pace), coverage, low.unwrap_or(0.0), high.unwrap_or(1.0))
    }

    /// Ids of the actions at and below a node.
    fn actions(&self, id: &'j str, found: &mut std::collections::BTreeSet<String>) {
        if self.json["actions"].as_array().unwrap().iter().any(|action| action["id"] == id) {
            found.insert(id.to_owned());
        }
        for (child, _) in self.children(id) {
            self.actions(child["id"].as_str().unwrap(), found);
        }
    }

    /// Execution of undated actions: progress by effort, the unreported left out.
    fn execution(&self, id: &'j str) -> (usize, Option<f64>) {
        let mut ids = std::collections::BTreeSet::new();
        self.actions(id, &mut ids);
        let all = self.json["actions"].as_array().unwrap().iter();
        let below = all.filter(|action| ids.contains(action["id"].as_str().unwrap()));
        let known =
            below.filter_map(|action| Some((action["effort"].as_f64()?, action["progress"].as_f64()?)));
        let (sum, effort) =
            known.fold((0.0, 0.0), |sum, (effort, progress)| (sum.0 + effort * progress, sum.1 + effort));
        (ids.len(), if effort > 0.0 { Some(sum / effort) } else { None })
    }
}

fn close(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() < 1e-12,
        (None, None) => true,
        _ => false,
    }
}

/// The same plan with what few plans have: other score functions, roll-ups, policies, overrides, long series.
fn enriched(mut json: Value, choices: &[u8]) -> Value {
    let ids: Vec<Value> = ["goals", "strategies", "actions"]
        .iter()
        .flat_map(|list| json[*list].as_array().unwrap().clone())
        .flat_map(|node| node["kpis"].as_array().unwrap().clone())
        .map(|kpi| kpi["id"].clone())
        .collect();
    let mut choices = choices.iter().cycle().map(|choice| usize::from(*choice));
    for list in ["goals", "strategies", "actions"] {
        for node in json[list].as_array_mut().unwrap() {
            let choice = choices.next().unwrap();
            if choice.is_multiple_of(3) {
                node["rollUp"] = json!(["mean", "min", "max", "worst", "capped-sum"][choice % 5]);
                node["missing"] = json!(["ignore", "propagate", "zero"][choice % 7 % 3]);
            }
            if choice.is_multiple_of(11) {
                node["override"] = set_by_hand(choice);
            }
            for kpi in node["kpis"].as_array_mut().unwrap() {
                enrich(kpi, choices.next().unwrap(), &ids);
            }
        }
    }
    json
}

fn set_by_hand(choice: usize) -> Value {
    json!({ "score": 0.5, "status": "at-risk", "reason": "R", "author": "A", "expires": date((choice % 40) as i32) })
}

fn enrich(kpi: &mut Value, choice: usize, ids: &[Value]) {
    let against = &ids[choice % ids.len()];
    let against = if *against == kpi["id"] { json!({ "target": 0.9 }) } else { json!({ "kpi": against }) };
    match choice % 8 {
        0 => kpi["score"] = json!({ "function": "goal-red-flag", "goal": 100, "redFlag": 60 }),
        1 | 2 => {
            kpi["score"] = json!({ "function": "thresholds",
                "rules": [{ "when": "above", "against": against, "status": "on-track", "score": 1 }],
                "otherwise": { "status": "off-track", "score": 0.25 } });
        }
        3 => kpi["score"] = json!({ "function": "binary", "at": 50 }),
        4 => {
            kpi["score"] = json!({ "function": "piecewise",
                "points": [{ "value": 0, "score": 0.2 }, { "value": 60, "score": 1 }, { "value": 90, "score": 0 }] });
        }
        5 => {
            kpi["score"] = json!({ "function": "expression",
                "formula": "if(value > 20, value / target, 1 / (value - value))" });
        }
        _ => {}
    }
    if choice % 5 < 3 {
        // Nine months before: with any value more the series gates.
        let months = (0..9).map(
            |month| json!({ "at": date(-30 * month - 20), "value": 50 + (month * 37 + choice as i32) % 40 }),
        );
        kpi["values"].as_array_mut().unwrap().extend(months);
    }
    if choice.is_multiple_of(13) {
        kpi["override"] = set_by_hand(choice);
    }
}

fn part_equals_whole(json: &Value, steps: &[Step]) -> Result<(), TestCaseError> {
    let plan = plan(json);
    let mut board = Board::open(plan.clone(), Options { as_of: day(FIRST) });
    for step in steps {
        let before = board.scores().clone();
        let change = take(&mut board, step);
        // Whatever differs was said to have moved, once.
        let mut named = ids(&change.nodes);
        named.sort_unstable();
        prop_assert!(named.windows(2).all(|pair| pair[0] != pair[1]), "{:?}", named);
        for (node, (was, is)) in plan.nodes().iter().zip(before.nodes.iter().zip(&board.scores().nodes)) {
            prop_assert_eq!(was != is, ids(&change.nodes).contains(&node.id.as_str()), "{}", node.id);
        }
    }
    let mut anew = Board::open(plan, Options { as_of: board.as_of() });
    anew.load(board.snapshot().clone(), Arrival::Replace).unwrap();
    anew.record(&board.journal()).unwrap();
    let as_of = board.as_of();
    prop_assert_eq!(bits(&anew), bits(&board));
    // Scored as a whole, not by its parts.
    anew.set_as_of(as_of);
    prop_assert_eq!(bits(&anew), bits(&board));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// A board after any changes equals one opened anew with the same journal and day, bit for bit.
    #[test]
    fn the_part_equals_the_whole(json in any_plan(), steps in prop::collection::vec(any_step(), 1..25)) {
        part_equals_whole(&json, &steps)?;
    }

    /// So it does with every score function, roll-ups and policies by node, overrides, and series long enough to gate.
    #[test]
    fn the_part_equals_the_whole_of_rich_plans(
        json in any_plan(),
        choices in prop::collection::vec(any::<u8>(), 40..60),
        steps in prop::collection::vec(any_step(), 1..25),
    ) {
        part_equals_whole(&enriched(json, &choices), &steps)?;
    }

    /// The board agrees with the plain implementation.
    #[test]
    fn a_second_implementation_agrees(mut json in any_plan()) {
        json["settings"] = json!({});
        let board = Board::open(plan(&json), Options { as_of: day("2026-04-30") });
        let plain = Plain { json: &json };
        let mission = json!([]);
        let nodes = plain.nodes().map(|each| (each["id"].as_str().unwrap(), each["kpis"].as_array().unwrap()));
        for (id, kpis) in nodes.chain([("m", mission.as_array().unwrap())]) {
            let (found, expected) = (node(&board, id), plain.node(id, kpis));
            prop_assert!(close(found.score, expected.0.map(|known| known.0)), "{id} {found:?} {expected:?}");
            prop_assert!(close(found.pace, expected.0.map(|known| known.1)), "{id} {found:?} {expected:?}");
            prop_assert!(close(Some(found.coverage), Some(expected.1)), "{id} {found:?} {expected:?}");
            prop_assert!(close(Some(found.low), Some(expected.2)), "{id} {found:?} {expected:?}");
            prop_assert!(close(Some(found.high), Some(expected.3)), "{id} {found:?} {expected:?}");
            let (actions, execution) = plain.execution(id);
            prop_assert_eq!(found.execution.map_or(0, |execution| execution.actions as usize), actions);
            prop_assert!(close(found.execution.and_then(|execution| execution.score), execution), "{id}");
        }
    }

    /// Scores lie within bounds, bounds within 0..1, coverage too; nothing is NaN.
    #[test]
    fn scores_lie_within_bounds(json in any_plan(), steps in prop::collection::vec(any_step(), 0..10)) {
        let mut board = Board::open(plan(&json), Options { as_of: day(FIRST) });
        for step in &steps {
            take(&mut board, step);
        }
        for node in &board.scores().nodes {
            prop_assert!((0.0..=1.0).contains(&node.coverage));
            prop_assert!(0.0 <= node.low && node.low <= node.high && node.high <= 1.0);
            if let Some(score) = node.score {
                prop_assert!(node.low <= score && score <= node.high, "{:?}", node);
            }
            prop_assert_eq!(node.score.is_some(), node.pace.is_some());
            if node.status == Status::OnTrack && node.because.code() == "pace-in-band" {
                prop_assert!(node.coverage + 1e-9 >= 0.8);
            }
        }
        for part in board.alignment().contribution.iter().flatten() {
            prop_assert!((0.0..=1.0 + 1e-12).contains(part));
        }
    }

    /// Weights say how much against each other alone: all of a node's ten times as large change nothing.
    #[test]
    fn weights_are_relative(json in any_plan()) {
        let mut larger = json.clone();
        for list in ["goals", "strategies", "actions"] {
            for node in larger[list].as_array_mut().unwrap() {
                for field in ["serves", "kpis"] {
                    for each in node[field].as_array_mut().unwrap() {
                        let weight = each["weight"].as_f64().unwrap();
                        each["weight"] = json!(weight * 10.0);
                    }
                }
            }
        }
        let open = |json: &Value| Board::open(plan(json), Options { as_of: day("2026-04-30") });
        let (board, larger) = (open(&json), open(&larger));
        for (one, other) in board.scores().nodes.iter().zip(&larger.scores().nodes) {
            prop_assert_eq!(one.status, other.status);
            prop_assert!((one.coverage - other.coverage).abs() < 1e-12);
            prop_assert!((one.score.unwrap_or(-1.0) - other.score.unwrap_or(-1.0)).abs() < 1e-12);
        }
    }

    /// A better value never makes anything above it worse.
    #[test]
    fn better_below_is_not_worse_above(json in any_plan(), k in any::<prop::sample::Index>(), low in -20.0..150.0_f64, more in 0.0..100.0_f64) {
        let mut board = Board::open(plan(&json), Options { as_of: day("2026-04-30") });
        if board.plan().kpis().is_empty() {
            return Ok(());
        }
        let id = board.plan().kpis()[k.index(board.plan().kpis().len())].id.clone();
        board.record(&records(&json!({ "kpi": id, "at": "2026-04-30", "value": low }))).unwrap();
        let before = board.scores().clone();
        board.record(&records(&json!({ "kpi": id, "at": "2026-04-30", "value": low + more }))).unwrap();
        for (was, is) in before.nodes.iter().zip(&board.scores().nodes) {
            prop_assert!(is.score.unwrap_or(0.0) + 1e-12 >= was.score.unwrap_or(0.0));
            prop_assert!(is.pace.unwrap_or(0.0) + 1e-12 >= was.pace.unwrap_or(0.0));
        }
    }
}
