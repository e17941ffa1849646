//! Bad rows: kept aside word for word, oddities told, and no file half read in silence.

mod support;

use std::fmt::Write;

use support::{load, mapping_of};
use throughline::board::{Arrival, Board, Options};
use throughline::calendar::Date;
use throughline::data::{IngestReport, RowIssue};
use throughline::error::Param;
use throughline::format::{self, csv};

const SURVEY: &str = r#"{ "version": 1, "source": "s",
    "columns": { "created": "Created", "resolved": "Resolved", "due": "Due" },
    "measures": [{ "id": "resolution", "kpi": "resolution-time" },
                 { "id": "csat", "kpi": "csat", "column": "Rating", "date": "Created" }] }"#;

fn warnings(report: &IngestReport) -> Vec<(&str, &str, Option<&Param>, Option<&Param>)> {
    let told = |issue: &'_ throughline::error::Issue| (issue.code, issue.at.as_str().to_owned());
    report
        .warnings
        .iter()
        .map(|issue| {
            let (code, at) = told(issue);
            (code, &*Box::leak(at.into_boxed_str()), issue.params.get("count"), issue.params.get("row"))
        })
        .collect()
}

#[test]
fn a_refused_row_is_kept_as_it_stands() {
    let rows = "Created,Resolved,Due,Rating,Note\n\
                2026-10-01,,,9,\"=1+1, \"\"quoted\"\"\nand broken\"\r\n\
                2026-10-40,,,5,ü\n\
                2026-10-01,,,5,fine\n";
    for window in [1, 5, usize::MAX] {
        let mut ingest = csv::Ingest::new(&mapping_of(SURVEY)).unwrap();
        rows.as_bytes().chunks(window).for_each(|window| ingest.feed(window).unwrap());
        let report = ingest.finish().unwrap().report;
        let kept: Vec<_> = report.issues.iter().map(|i| (i.row, i.line, i.code, i.raw.as_str())).collect();
        assert_eq!(
            kept,
            [
                (2, 2, "out-of-scale", "2026-10-01,,,9,\"=1+1, \"\"quoted\"\"\nand broken\""),
                (3, 4, "not-a-date", "2026-10-40,,,5,ü"),
            ],
            "windows of {window}"
        );
    }
}

#[test]
fn a_row_of_a_whole_file_is_kept_in_part() {
    let long = format!("Created,Resolved,Due,Rating\n2026-10-01,,,\"5{}", "\n2026-10-01,,,5".repeat(5000));
    let (report, _) = load(SURVEY, long.as_bytes());
    assert_eq!((report.read, report.used), (1, 0));
    assert_eq!(report.issues[0].code, "quote-not-closed");
    assert_eq!(report.issues[0].raw.len(), RowIssue::LONGEST + "…".len());
    assert!(report.issues[0].raw.starts_with("2026-10-01,,,\"5\n"));
    assert_eq!(warnings(&report), [("cut-off", "", None, Some(&Param::Number(2.0)))]);
}

#[test]
fn no_snapshot_holds_the_text_of_a_row() {
    let rows = "Created,Resolved,Due,Rating\n2026-10-01,,,secret-word\n2026-10-02,,,4\n";
    let (report, snapshot) = load(SURVEY, rows.as_bytes());
    assert_eq!(report.issues[0].raw, "2026-10-01,,,secret-word");
    let written = format::snapshot::encode(&snapshot);
    assert!(written.contains("\"refused\":1") && !written.contains("secret"), "{written}");
}

#[test]
fn a_file_that_ends_within_a_row_says_so() {
    let header = "Created,Resolved,Due,Rating,Note\n";
    let codes = |text: &str| {
        let (report, _) = load(SURVEY, format!("{header}{text}").as_bytes());
        let issues: Vec<_> = report.issues.iter().map(|issue| issue.code).collect();
        (issues, report.warnings.iter().map(|issue| issue.code).collect::<Vec<_>>(), report.used)
    };
    let cut = (vec!["cut-off"], vec!["cut-off"], 1);
    assert_eq!(codes("2026-10-01,,,5,\n2026-10-0"), cut);
    // All that the mapping needs is there, and yet the row is not whole: the rating may be 1 of 10.
    assert_eq!(codes("2026-10-01,,,5,\n2026-10-01,,,1"), cut);
    // A last line without a break is whole by its fields.
    assert_eq!(codes("2026-10-01,,,5,\n2026-10-01,,,1,x"), (vec![], vec![], 2));
    // A program that leaves empty fields at the end away does so throughout.
    assert_eq!(codes("2026-10-01,,,5\n2026-10-01,,,1"), (vec![], vec![], 2));
}

#[test]
fn times_out_of_all_bounds_are_told() {
    let rows = "Created,Resolved,Due,Rating\n\
                2026-10-01,2026-10-02,9999-12-31,\n\
                1899-12-30,2026-10-02,,\n\
                1900-01-01,,2100-01-01,\n";
    let (report, _) = load(SURVEY, rows.as_bytes());
    assert_eq!(report.used, 3);
    let number = Param::Number;
    assert_eq!(
        warnings(&report),
        [
            ("before-1970", "/columns/created", Some(&number(2.0)), Some(&number(3.0))),
            ("after-2100", "/columns/due", Some(&number(2.0)), Some(&number(2.0))),
        ]
    );
}

#[test]
fn rows_that_come_twice_are_told_where_no_id_tells() {
    let mut rows = String::from("Created,Resolved,Due,Rating\n");
    (0..500).for_each(|i| writeln!(rows, "2026-10-01 00:{:02}:{:02},,,", i / 60, i % 60).unwrap());
    let once = load(SURVEY, rows.as_bytes()).0;
    assert_eq!(warnings(&once), []);
    rows.push_str("2026-10-01 00:00:07,,,\n2026-10-01 00:00:08,,,\n");
    let twice = load(SURVEY, rows.as_bytes()).0;
    assert_eq!(twice.used, 502, "they may be meant: all count");
    let number = Param::Number;
    assert_eq!(warnings(&twice), [("identical-rows", "", Some(&number(2.0)), Some(&number(502.0)))]);
    // Where there is an id it decides, and counts such rows once.
    let with_id = SURVEY.replacen("\"source\": \"s\",", "\"source\": \"s\", \"id\": \"Created\",", 1);
    assert_eq!(
        warnings(&load(&with_id, rows.as_bytes()).0),
        [("repeated-ids", "/id", Some(&number(2.0)), None)]
    );
}

#[test]
fn events_after_the_day_of_reading_are_told() {
    let plan = r#"{ "version": 1, "title": "T", "mission": { "id": "m", "title": "M" } }"#;
    let plan = format::plan::decode(plan).unwrap();
    let mut board = Board::open(plan, Options { as_of: Date::constant(2026, 10, 31) });
    let rows = "Created,Resolved,Due,Rating\n\
                2026-10-31 23:59,,2027-01-01,\n\
                2026-11-01 00:00,2026-11-02 00:00,,\n";
    let batch = csv::read(&mapping_of(SURVEY), rows.as_bytes()).unwrap();
    let (report, _) = board.ingest(batch, Arrival::Join);
    assert_eq!(
        warnings(&report),
        [
            ("after-as-of", "/columns/created", Some(&Param::Number(1.0)), None),
            ("after-as-of", "/columns/resolved", Some(&Param::Number(1.0)), None),
        ]
    );
}
