//! The argument ended: definitions side by side, and receipts that anybody can confirm (U3).
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use support::{batch_of, day, mapping_of};
use throughline::board::{Arrival, Board, Options, Reckoning, Variants};
use throughline::data::{Hours, SlaBasis};
use throughline::format::{plan, receipt, record, snapshot};
use throughline::score::Status;

fn board(kpis: &str) -> Board {
    let text = format!(
        r#"{{ "version": 1, "title": "T", "mission": {{ "id": "m", "title": "M", "kpis": [{kpis}] }} }}"#
    );
    Board::open(plan::decode(&text).unwrap(), Options { as_of: day("2026-11-20") })
}

fn ingest(board: &mut Board, mapping: &str, rows: &str) {
    board.ingest(batch_of(&mapping_of(mapping), rows.as_bytes()), Arrival::Join);
}

fn named<'v>(found: &'v Variants, name: &str) -> &'v Reckoning {
    let of = |each: &&Reckoning| each.definition.variant.name() == name;
    found.list.iter().find(of).unwrap_or_else(|| panic!("no {name}"))
}

const SURVEY: &str = r#"{ "version": 1, "source": "survey", "columns": { "answered": "At" },
    "measures": [{ "id": "rating", "kpi": "csat", "column": "Rating" }] }"#;

/// The published example: ratings of 5 to 1 given 42, 32, 10, 9, 14 times.
fn ratings() -> String {
    let answers = [(5, 42), (4, 32), (3, 10), (2, 9), (1, 14)];
    let rows =
        answers.iter().flat_map(|(rating, times)| (0..*times).map(move |_| format!("2026-10-05,{rating}\n")));
    format!("At,Rating\n{}", rows.collect::<String>())
}

const CSAT: &str = r#"{ "id": "csat", "title": "C", "unit": "%", "baseline": 30, "target": 60, "interval": "month",
    "measure": { "source": "survey", "measure": "rating", "variant": "top-2-box" } }"#;

#[test]
fn the_status_hangs_on_the_definition() {
    let mut board = board(CSAT);
    ingest(&mut board, SURVEY, &ratings());
    let found = board.variants("csat").unwrap();
    let names: Vec<String> = found.list.iter().map(|each| each.definition.variant.name()).collect();
    assert_eq!(&names[..3], ["top-2-box", "mean", "top-box"]);
    let own = &found.list[0];
    assert!(own.current && own.comparable);
    assert_eq!((own.figure.known(), own.figure.n), (board.figure(found.kpi).known(), Some(107)));
    assert_eq!(own.status, Some(Status::OnTrack), "69.16 of 60, and 59.87 at least");
    let best = named(&found, "top-box");
    assert!((best.figure.known().unwrap() - 100.0 * 42.0 / 107.0).abs() < 1e-9);
    assert_eq!(best.status, Some(Status::OffTrack), "39.25 is a third of the way, and 48.7 at most");
    let mean = named(&found, "mean");
    assert!((mean.figure.known().unwrap() - 3.7383).abs() < 5e-5);
    assert_eq!((mean.comparable, mean.status, mean.unit.as_deref()), (false, None, None));
    assert_eq!(found.depends, Some(true));
    let (least, greatest) = found.spread.unwrap();
    assert!((least - 39.2523).abs() < 5e-5 && (greatest - 69.1589).abs() < 5e-5);
}

#[test]
fn lengths_of_time_by_every_definition() {
    let rows: String = [2, 3, 5, 7, 8, 12, 15, 21, 40, 180]
        .iter()
        .map(|minutes| format!("2026-10-05 08:00,2026-10-05 {:02}:{:02}\n", 8 + minutes / 60, minutes % 60))
        .collect();
    let mapping = r#"{ "version": 1, "source": "desk", "columns": { "created": "A", "resolved": "B" },
        "measures": [{ "id": "time", "kpi": "resolution-time", "limit": 900 }] }"#;
    let kpi = r#"{ "id": "time", "title": "T", "unit": "min", "direction": "down", "target": 1000, "interval": "month",
        "measure": { "source": "desk", "measure": "time", "variant": "median" } }"#;
    let mut board = board(kpi);
    ingest(&mut board, mapping, &format!("A,B\n{rows}"));
    let found = board.variants("time").unwrap();
    let value = |name: &str| named(&found, name).figure.known().unwrap();
    for (name, expected) in [("median", 10.0), ("mean", 29.3), ("p90", 54.0), ("p90-nearest-rank", 40.0)] {
        assert!((value(name) - expected).abs() < 1e-9, "{name}");
        assert_eq!(named(&found, name).unit.as_deref(), Some("min"));
    }
    assert!((value("share-within") - 70.0).abs() < 1e-9);
    assert_eq!(
        (named(&found, "share-within").comparable, named(&found, "share-within").unit.as_deref()),
        (false, Some("%"))
    );
    assert_eq!(found.depends, Some(false), "all far below the target");
    assert_eq!(found.list.len(), 5);
}

const DESK: &str = r#"{ "version": 1, "source": "desk", "columns": { "created": "A", "resolved": "B", "firstResolved": "C" },
    "hours": { "mon": ["09:00-17:00"], "tue": ["09:00-17:00"], "wed": ["09:00-17:00"], "thu": ["09:00-17:00"], "fri": ["09:00-17:00"] },
    "measures": [{ "id": "time", "kpi": "resolution-time" },
                 { "id": "promise", "kpi": "sla-compliance", "limit": 7200, "hours": "business" }] }"#;

/// Friday 17:00 to Monday 09:30, resolved for the first time on Sunday; and one that is open.
const CASES: &str = "A,B,C\n2026-10-09 17:00,2026-10-12 09:30,2026-10-11 17:00\n2026-10-01 10:00,,\n";

#[test]
fn rows_tell_other_hours_and_other_ends() {
    let kpis = r#"{ "id": "time", "title": "T", "unit": "h", "direction": "down", "target": 24, "interval": "month",
        "measure": { "source": "desk", "measure": "time", "variant": "median" } },
      { "id": "promise", "title": "P", "unit": "%", "direction": "up", "target": 80, "interval": "month",
        "measure": { "source": "desk", "measure": "promise", "variant": "share" } }"#;
    let mut board = board(kpis);
    ingest(&mut board, DESK, CASES);
    let found = board.variants("time").unwrap();
    let business = found.list.iter().find(|each| each.definition.hours == Hours::Business).unwrap();
    assert_eq!((found.list[0].figure.known(), found.list[0].status), (Some(64.5), Some(Status::NotMet)));
    assert_eq!((business.figure.known(), business.status), (Some(0.5), Some(Status::Met)));
    let first = found.list.iter().find(|each| each.definition.resolved.name() == "first").unwrap();
    assert_eq!(first.figure.known(), Some(48.0));
    assert_eq!(found.depends, Some(true));
    // Kept is one of two that were due, of two that were created, of one that was resolved.
    let found = board.variants("promise").unwrap();
    let by = |basis| {
        let of = |each: &&Reckoning| {
            each.definition.basis == Some(basis)
                && each.definition.hours == Hours::Business
                && each.definition.resolved.name() == "last"
        };
        found.list.iter().find(of).unwrap().figure.known()
    };
    assert_eq!(
        [by(SlaBasis::Due), by(SlaBasis::Created), by(SlaBasis::Resolved)],
        [Some(50.0), Some(50.0), Some(100.0)]
    );
    let calendar = found.list.iter().find(|each| each.definition.hours == Hours::Calendar).unwrap();
    assert_eq!(calendar.figure.known(), Some(0.0));
    // A snapshot holds no rows: what it was not measured by it cannot tell.
    let text = snapshot::encode(board.snapshot());
    let mut read = Board::open(board.plan().clone(), Options { as_of: day("2026-11-20") });
    read.load(snapshot::decode(&text).unwrap(), Arrival::Join).unwrap();
    let found = read.variants("time").unwrap();
    assert!(found.list.iter().all(|each| each.definition.hours == Hours::Calendar));
    let names: Vec<String> = found.list.iter().map(|each| each.definition.variant.name()).collect();
    assert_eq!(names, ["median", "mean", "p90"], "a sketch has one kind of percentile");
}

#[test]
fn what_is_not_read_from_data_has_no_definitions() {
    let board = board(r#"{ "id": "typed", "title": "T", "values": [{ "at": "2026-10-31", "value": 4 }] }"#);
    let found = board.variants("typed").unwrap();
    assert_eq!((found.list.len(), found.spread, found.depends), (0, None, None));
    let error = board.variants("typd").unwrap_err();
    assert_eq!((error.code(), error.issues()[0].params.get("nearest").is_some()), ("unknown-id", true));
    assert_eq!(board.variants("m").unwrap_err().code(), "unknown-id");
}

/// What does not hold, as (what, id, verdict).
fn wrong(board: &Board, text: &str) -> Vec<(&'static str, String, &'static str)> {
    let lines = board.confirm(&receipt::decode(text).unwrap());
    let wrong = lines.into_iter().filter(|line| !line.holds());
    wrong.map(|line| (line.what, line.id.unwrap_or_default(), line.verdict)).collect()
}

#[test]
fn a_receipt_is_confirmed_by_the_same_plan_and_file() {
    let mut first = board(CSAT);
    ingest(&mut first, SURVEY, &ratings());
    let text = receipt::encode(&first.receipt());
    let mut second = board(CSAT);
    ingest(&mut second, SURVEY, &ratings());
    assert_eq!(receipt::encode(&second.receipt()), text, "byte for byte");
    assert_eq!(receipt::encode(&receipt::decode(&text).unwrap()), text);
    assert_eq!(wrong(&second, &text), []);
    // A snapshot of the rows confirms it as well; so does the same table from another file.
    let mut read = board(CSAT);
    read.load(snapshot::decode(&snapshot::encode(first.snapshot())).unwrap(), Arrival::Join).unwrap();
    assert_eq!(wrong(&read, &text), []);
    let mut other = board(CSAT);
    ingest(&mut other, SURVEY, &ratings().replace('\n', "\r\n"));
    let lines = other.confirm(&receipt::decode(&text).unwrap());
    assert!(lines.iter().all(|line| line.holds()));
    assert_eq!(lines.iter().find(|line| line.what == "source").unwrap().verdict, "other-file");
    // By GNU coreutils: printf 'At,Rating\n…' | sha256sum is what the file's hash is.
    assert_eq!(first.receipt().sources[0].file.as_ref().unwrap(), &receipt::sha256(&ratings()));
}

#[test]
fn what_does_not_match_is_named() {
    let mut first = board(CSAT);
    ingest(&mut first, SURVEY, &ratings());
    let text = receipt::encode(&first.receipt());
    let source = || ("source", "survey".to_owned(), "differs");
    let value = || ("value", "csat".to_owned(), "differs");
    // Another row.
    let mut other = board(CSAT);
    ingest(&mut other, SURVEY, &format!("{}2026-10-06,5\n", ratings()));
    assert_eq!(wrong(&other, &text), [source(), value()]);
    // No data.
    let gone = [("source", "survey".to_owned(), "missing"), value()];
    assert_eq!(wrong(&board(CSAT), &text), gone);
    // Another variant, which is another plan.
    let mut other = board(&CSAT.replace("top-2-box", "top-box"));
    ingest(&mut other, SURVEY, &ratings());
    let plan = || ("plan", String::new(), "differs");
    assert_eq!(wrong(&other, &text), [plan(), ("definition", "csat".to_owned(), "differs"), value()]);
    // Another day.
    let mut other = board(CSAT);
    ingest(&mut other, SURVEY, &ratings());
    other.set_as_of(day("2026-11-21"));
    assert_eq!(wrong(&other, &text), [("as-of", String::new(), "differs")]);
    // Something was recorded.
    let mut other = board(CSAT);
    ingest(&mut other, SURVEY, &ratings());
    other.record(&record::decode(r#"{ "kpi": "csat", "at": "2026-11-19", "value": 70 }"#).unwrap()).unwrap();
    let typed = ("definition", "csat".to_owned(), "differs");
    assert_eq!(wrong(&other, &text), [("records", String::new(), "differs"), typed, value()]);
    // Somebody has written another number into the receipt.
    let forged = text.replace(r#""n":107"#, r#""n":1070"#);
    assert_ne!(forged, text);
    assert_eq!(wrong(&first, &forged), [("receipt", String::new(), "differs")]);
    let refused = receipt::decode(r#"{ "version": 1, "asOf": "soon", "sources": [{}] }"#).unwrap_err();
    assert_eq!(refused.code(), "receipt-invalid");
    assert!(refused.issues().iter().any(|issue| issue.at.as_str() == "/sources/0"));
}

/// A percentile of a snapshot is off by its error, and said to be close.
#[test]
fn sketches_are_close() {
    let mapping = r#"{ "version": 1, "source": "desk", "columns": { "created": "A", "resolved": "B" },
        "measures": [{ "id": "time", "kpi": "resolution-time" }] }"#;
    let kpi = r#"{ "id": "time", "title": "T", "unit": "min", "direction": "down", "target": 10, "interval": "month",
        "measure": { "source": "desk", "measure": "time", "variant": "median" } }"#;
    let rows: String = (1..50).map(|k| format!("2026-10-05 08:00,2026-10-05 09:{k:02}\n")).collect();
    let mut first = board(kpi);
    ingest(&mut first, mapping, &format!("A,B\n{rows}"));
    let read = receipt::decode(&receipt::encode(&first.receipt())).unwrap();
    let mut other = board(kpi);
    other.load(snapshot::decode(&snapshot::encode(first.snapshot())).unwrap(), Arrival::Join).unwrap();
    let lines = other.confirm(&read);
    assert!(lines.iter().all(|line| line.holds()), "{lines:?}");
    assert_eq!(lines.iter().find(|line| line.what == "value").unwrap().verdict, "close");
}

/// The five service levels of one day's calls, as published (domain, section 4).
#[test]
fn five_service_levels_of_the_same_calls() {
    let mapping = r#"{ "version": 1, "source": "calls", "columns": { "created": "Start" },
        "measures": [{ "id": "level", "kpi": "service-level", "counts": {
            "answered": { "column": "End", "is": ["answered"] }, "abandoned": { "column": "End", "is": ["abandoned"] },
            "answeredWithin": { "column": "Wait", "atMost": 20 }, "abandonedWithin": { "column": "Wait", "atMost": 20 },
            "abandonedShort": { "column": "Wait", "atMost": 5 } } },
          { "id": "handling", "kpi": "aht", "counts": { "talk": { "sum": "Talk" }, "hold": { "sum": "Hold" },
            "wrap": { "sum": "Wrap" } } }] }"#;
    let calls = [
        (860, "answered,15"),
        (140, "answered,45"),
        (10, "abandoned,4"),
        (10, "abandoned,12"),
        (40, "abandoned,60"),
    ];
    let rows = calls
        .iter()
        .flat_map(|(times, call)| (0..*times).map(move |_| format!("2026-10-05,{call},180,30,60\n")));
    let kpi = |id: &str, unit: &str, measure: &str, variant: &str| {
        format!(
            r#"{{ "id": "{id}", "title": "L", "unit": "{unit}", "direction": "up", "target": 50, "interval": "month",
                "measure": {{ "source": "calls", "measure": "{measure}", "variant": "{variant}" }} }}"#
        )
    };
    let mut board =
        board(&format!("{}, {}", kpi("level", "%", "level", "l3"), kpi("aht", "s", "handling", "mean")));
    ingest(&mut board, mapping, &format!("Start,End,Wait,Talk,Hold,Wrap\n{}", rows.collect::<String>()));
    let found = board.variants("level").unwrap();
    let told = found.list.iter().map(|each| {
        let value = (each.figure.known().unwrap() * 100.0).round() / 100.0;
        assert!(each.comparable && each.unit.as_deref() == Some("%"));
        format!("{} {value}", each.definition.variant.name())
    });
    assert_eq!(told.collect::<Vec<_>>(), ["l3 81.13", "l1 83.02", "l2 86", "l4 82.69", "l5 82.08"]);
    assert_eq!(found.depends, Some(false));
    // Talking is a part of handling, and no other way to measure it.
    let found = board.variants("aht").unwrap();
    let talk = named(&found, "talk");
    assert_eq!((talk.figure.known(), talk.comparable, talk.status), (Some(180.0), false, None));
    assert_eq!(found.list[0].figure.known(), Some(270.0));
}
