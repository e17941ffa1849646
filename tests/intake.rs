//! Rows taken in by steps: the same as at once, and nothing before the end.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

mod support;

use std::fmt::Write;

use support::mapping_of;
use throughline::board::{Arrival, Board, Options};
use throughline::calendar::Date;
use throughline::data::Batch;
use throughline::format::{self, csv};

const MAPPING: &str = r#"{ "version": 1, "source": "s", "id": "id", "dimensions": ["team", "rating"], "cross": [["team", "rating"]],
    "columns": { "created": "created", "resolved": "resolved" },
    "measures": [{ "id": "resolution", "kpi": "resolution-time", "limit": 86400 },
                 { "id": "csat", "kpi": "csat", "column": "rating", "date": "created" },
                 { "id": "kept", "kpi": "sla-compliance", "limit": 86400, "denominator": "created" }] }"#;

const EVENTS: &str = r#"{ "version": 1, "source": "log", "dimension": "team",
    "events": { "case": "id", "time": "created" },
    "measures": [{ "id": "resolution", "kpi": "resolution-time" }, { "id": "again", "kpi": "resolution-time" }] }"#;

fn board() -> Board {
    let plan = r#"{ "version": 1, "title": "T", "mission": { "id": "m", "title": "M", "kpis": [
        { "id": "k", "title": "K", "unit": "h", "target": 4, "direction": "down", "window": "all",
          "measure": { "source": "s", "measure": "resolution", "variant": "median" } }] } }"#;
    let plan = format::plan::decode(plan).unwrap_or_else(|error| panic!("{error}"));
    Board::open(plan, Options { as_of: Date::constant(2026, 12, 1) })
}

/// Tickets whose ids repeat from one file to the next.
fn tickets(from: u32, count: u32) -> Vec<u8> {
    let mut text = String::from("id,team,created,resolved,rating\n");
    for i in from..from + count {
        let (day, hour) = (i % 27 + 1, i * 7 % 24);
        let team = ["a", "b", "c"][i as usize % 3];
        writeln!(
            text,
            "T{i},{team},2026-10-{day:02} {hour:02}:00,2026-10-{:02} 12:30,{}",
            day + 1,
            i % 5 + 1
        )
        .unwrap();
    }
    text.into_bytes()
}

fn batch(mapping: &str, bytes: &[u8]) -> Batch {
    csv::read(&mapping_of(mapping), bytes).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn steps_come_to_the_same_as_all_at_once() {
    for arrival in [Arrival::Join, Arrival::Replace] {
        let (mut steps, mut once) = (board(), board());
        for (from, count) in [(0, 9_000), (5_000, 20_000), (0, 10)] {
            let rows = tickets(from, count);
            let mut intake = steps.begin(batch(MAPPING, &rows), arrival);
            let before = steps.scores().clone();
            while intake.step() {
                assert_eq!(*steps.scores(), before, "nothing has changed yet");
            }
            // A step for each measure, and one for each sixteen thousand rows that join.
            let joined = if from > 0 && arrival == Arrival::Join { 2 } else { 0 };
            assert!(intake.steps() >= 3 + joined, "{} steps", intake.steps());
            let (report, change) = steps.adopt(intake);
            let (expected, moved) = once.ingest(batch(MAPPING, &rows), arrival);
            assert_eq!((&report, &change), (&expected, &moved));
            assert_eq!(steps.scores(), once.scores());
            assert_eq!(format::snapshot::encode(steps.snapshot()), format::snapshot::encode(once.snapshot()));
        }
    }
}

#[test]
fn an_event_log_is_counted_in_steps_too() {
    let (mut steps, mut once) = (board(), board());
    let mut rows = tickets(0, 5000);
    rows.extend_from_slice(&tickets(0, 3000)[b"id,team,created,resolved,rating\n".len()..]);
    let mut intake = steps.begin(batch(EVENTS, &rows), Arrival::Join);
    while intake.step() {}
    assert_eq!(steps.adopt(intake).0, once.ingest(batch(EVENTS, &rows), Arrival::Join).0);
    assert_eq!(steps.snapshot(), once.snapshot());
}

#[test]
fn rows_that_were_given_up_leave_nothing() {
    let mut board = board();
    board.ingest(batch(MAPPING, &tickets(0, 100)), Arrival::Join);
    let (scores, snapshot) = (board.scores().clone(), board.snapshot().clone());
    let mut intake = board.begin(batch(MAPPING, &tickets(50, 20_000)), Arrival::Join);
    assert!(intake.step());
    drop(intake);
    assert_eq!((board.scores(), board.snapshot()), (&scores, &snapshot));
    let (report, _) = board.ingest(batch(MAPPING, &tickets(0, 100)), Arrival::Join);
    assert_eq!((report.new, report.updated), (0, 100));
}

#[test]
fn rows_that_came_in_between_are_kept() {
    let (mut steps, mut once) = (board(), board());
    let files = [tickets(0, 100), tickets(100, 100), tickets(150, 100)];
    steps.ingest(batch(MAPPING, &files[0]), Arrival::Join);
    let mut intake = steps.begin(batch(MAPPING, &files[2]), Arrival::Join);
    assert!(intake.step());
    steps.ingest(batch(MAPPING, &files[1]), Arrival::Join);
    let (report, _) = steps.adopt(intake);
    assert_eq!((report.new, report.updated), (50, 50));
    for file in &files {
        once.ingest(batch(MAPPING, file), Arrival::Join);
    }
    assert_eq!(steps.snapshot(), once.snapshot());
}

/// After a snapshot, and after an instance died, the rows are not there: what should join them stands alone, and says so.
#[test]
fn rows_that_have_nothing_to_join_say_that_they_stand_alone() {
    let read = |id: &str| {
        let text = format!(
            r#"{{ "version": 1, "source": "s", {id} "columns": {{ "answered": "d" }},
                "measures": [{{ "id": "m", "kpi": "csat", "column": "a" }}] }}"#
        );
        let mapping = throughline::format::mapping::decode(&text).unwrap();
        throughline::format::csv::read(&mapping, b"i,d,a\n1,2026-03-02,4\n").unwrap()
    };
    let plan = r#"{ "version": 1, "title": "T", "mission": { "id": "m", "title": "M" } }"#;
    let open = || {
        let options = Options { as_of: support::day("2026-05-10") };
        Board::open(throughline::format::plan::decode(plan).unwrap(), options)
    };
    let codes = |report: &throughline::data::IngestReport| -> Vec<&str> {
        report.warnings.iter().map(|issue| issue.code).collect()
    };
    let named = r#""id": "i","#;
    let mut rows = open();
    assert!(codes(&rows.ingest(read(named), Arrival::Join).0).is_empty());
    assert!(codes(&rows.ingest(read(named), Arrival::Join).0).is_empty());
    let written = rows.snapshot().to_written();
    let bare = || {
        let mut board = open();
        board.load(written.clone(), Arrival::Join).unwrap();
        board
    };
    assert_eq!(codes(&bare().ingest(read(named), Arrival::Join).0), ["rows-stand-alone"]);
    let mut slowly = bare();
    let intake = slowly.begin(read(named), Arrival::Join);
    assert_eq!(codes(&slowly.adopt(intake).0), ["rows-stand-alone"]);
    // Who replaces knows, and so does who names no id: there a new file takes the place of the old one.
    assert!(codes(&bare().ingest(read(named), Arrival::Replace).0).is_empty());
    assert!(codes(&bare().ingest(read(""), Arrival::Join).0).is_empty());
}
