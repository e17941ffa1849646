//! Rows: what is used, what is refused and why, and what replaces what.

mod support;

use support::{batch_of, load, mapping_of, reading, value};
use throughline::data::{IngestReport, Tables};
use throughline::error::Param;
use throughline::format::csv;
use throughline::plan::Window;
use throughline::snapshot::{Snapshot, summarise};

const TICKETS: &str = r#"{ "version": 1, "source": "s", "id": "Id", "dimension": "Channel",
    "columns": { "created": "Created", "firstReply": "Reply", "resolved": "Resolved", "due": "Due" },
    "measures": [{ "id": "resolution", "kpi": "resolution-time", "limit": 7200 },
                 { "id": "reply", "kpi": "first-reply-time" },
                 { "id": "due", "kpi": "sla-compliance" },
                 { "id": "csat", "kpi": "csat", "column": "Rating", "date": "Resolved", "words": { "Good": 5 } }] }"#;

const HEADER: &str = "Id,Channel,Created,Reply,Resolved,Due,Rating\n";

fn issues(report: &IngestReport) -> Vec<(u64, u64, &str, &str)> {
    let column = |issue: &'_ throughline::data::RowIssue| issue.column.clone().unwrap_or_default();
    report
        .issues
        .iter()
        .map(|issue| (issue.row, issue.line, &*Box::leak(column(issue).into_boxed_str()), issue.code))
        .collect()
}

#[test]
fn unreadable_rows_are_listed_and_the_rest_is_used() {
    let rows = "1,phone,2026-10-01 08:00,,2026-10-01 09:00,,5\n\
                2,\"pho\nne\",2026-10-01 08:00,,2026-10-40,,5\n\
                \n\
                3,mail,2026-10-01 08:00,2026-10-01 07:00,,,\n\
                ,mail,2026-10-01 08:00,,,,\n\
                5,mail,2026-10-01 08:00,,,,9\n\
                6,mail,2026-10-01 08:00,,,,good\n\
                7,mail\n\
                8,mail,2026-10-01 08:00,,,,Good,extra\n\
                9,mail,2026-10-01 08:00,,2026-10-01 11:00,,Good,\n";
    let (report, snapshot) = load(TICKETS, format!("{HEADER}{rows}").as_bytes());
    assert_eq!((report.read, report.used, report.refused), (9, 2, 7));
    assert!((report.share.unwrap() - 2.0 / 9.0).abs() < 1e-15);
    assert_eq!(
        issues(&report),
        [
            (3, 3, "Resolved", "not-a-date"),
            (5, 6, "Reply", "ends-before-start"),
            (6, 7, "Id", "missing-id"),
            (7, 8, "Rating", "out-of-scale"),
            (8, 9, "Rating", "unknown-word"),
            (9, 10, "", "too-few-fields"),
            (10, 11, "", "too-many-fields"),
        ]
    );
    assert_eq!(report.issues[0].params.get("value"), Some(&Param::Text("2026-10-40".into())));
    assert_eq!(report.delimiter, Some(','));
    assert_eq!(report.columns.len(), 7);
    let mean = value(&snapshot, &reading("resolution", "mean", None), "h", Window::Last(1), "2026-11-01");
    assert_eq!((mean.value, mean.n), (Ok(2.0), Some(2)));
    let source = snapshot.source("s").unwrap();
    assert_eq!((source.read, source.used, source.refused), (9, 2, 7));
}

#[test]
fn a_thousand_issues_are_listed_and_all_counted() {
    let rows: String = (0..2500).map(|id| format!("{id},,x,,,,\n")).collect();
    let (report, _) = load(TICKETS, format!("{HEADER}{rows}").as_bytes());
    assert_eq!((report.refused, report.issues.len()), (2500, 1000));
    assert_eq!(report.share, Some(0.0));
}

#[test]
fn missing_columns_name_the_nearest() {
    let error =
        csv::read(&mapping_of(TICKETS), b"Id,Chanel,created,Reply,Resolved,Due,Rating\n").unwrap_err();
    assert_eq!(error.code(), "mapping-invalid");
    let found: Vec<_> =
        error.issues().iter().map(|i| (i.code, i.at.as_str(), i.params.get("nearest"))).collect();
    let near = |name: &str| Param::Text(name.to_owned());
    assert_eq!(
        found,
        [
            ("missing-column", "/columns/created", Some(&near("created"))),
            ("missing-column", "/dimension", Some(&near("Chanel"))),
        ]
    );
}

#[test]
fn files_that_are_no_text_are_refused() {
    let code = |bytes: &[u8]| {
        let error = csv::read(&mapping_of(TICKETS), bytes).unwrap_err();
        (error.code(), error.issues()[0].code)
    };
    assert_eq!(code(b""), ("csv-unreadable", "empty-file"));
    assert_eq!(code(b"\xef\xbb\xbf\r\n\r\n"), ("csv-unreadable", "empty-file"));
    assert_eq!(code(b"\xff\xfeI\0d\0"), ("csv-unreadable", "not-utf-8"));
    assert_eq!(code(b"PK\x03\x04rest"), ("csv-unreadable", "not-delimited-text"));
    assert_eq!(
        code(b"\xef\xbb\xbf\n<!DOCTYPE html><title>Sign in</title>"),
        ("csv-unreadable", "not-delimited-text")
    );
    assert_eq!(code(b"[{ \"Id\": 1 }]"), ("csv-unreadable", "not-delimited-text"));
    // A header in Windows-1252 is no table that lacks a column.
    assert_eq!(code(b"Id;Gel\xf6st\n1;2\n"), ("csv-unreadable", "not-utf-8"));
}

#[test]
fn a_quote_that_never_closes_is_one_refused_row() {
    let text = format!(
        "{HEADER}1,phone,2026-10-01,,2026-10-02,,5\n2,\"mail,2026-10-01,,,,\n3,mail,2026-10-01,,,,\n"
    );
    let (report, _) = load(TICKETS, text.as_bytes());
    assert_eq!((report.used, report.refused), (1, 1));
    assert_eq!(issues(&report), [(3, 3, "", "quote-not-closed")]);
}

#[test]
fn a_row_is_updated_when_its_ticket_is_resolved() {
    let mapping = mapping_of(TICKETS);
    let mut tables = Tables::default();
    let first =
        format!("{HEADER}1,phone,2026-10-01 08:00,,,,\n2,mail,2026-10-01 08:00,,2026-10-01 10:00,,4\n");
    let second =
        format!("{HEADER}1,web,2026-10-01 08:00,,2026-10-01 12:00,,\n3,phone,2026-10-02,,2026-10-03,,1\n");
    let report = tables.upsert(batch_of(&mapping, first.as_bytes()));
    assert_eq!((report.new, report.updated), (2, 0));
    let report = tables.upsert(batch_of(&mapping, second.as_bytes()));
    assert_eq!((report.new, report.updated), (1, 1));
    let table = tables.get("s").unwrap();
    assert_eq!(table.rows(), 3);
    let mut snapshot = Snapshot::default();
    let part = summarise(table, &report);
    assert_eq!((part.read, part.used), (3, 3), "the rows behind the number, not those of the last file");
    snapshot.replace(part);
    let mean = value(&snapshot, &reading("resolution", "mean", None), "h", Window::All, "2026-11-01");
    assert_eq!((mean.value, mean.n, mean.open), (Ok((2.0 + 4.0 + 24.0) / 3.0), Some(3), None));
    // The updated row now counts for the segment it names now.
    let segments: Vec<_> = snapshot
        .get("s", "resolution")
        .unwrap()
        .segments()
        .into_iter()
        .map(|s| s.values()[0].1.clone())
        .collect();
    assert_eq!(segments, ["mail", "phone", "web"]);
    // A file that is read again replaces, and a changed zone or name does not keep rows from joining.
    let report = tables.replace(batch_of(&mapping, first.as_bytes()));
    assert_eq!((report.new, tables.get("s").unwrap().rows()), (2, 2));
}

#[test]
fn a_repeated_id_counts_once_and_is_told() {
    let text = format!("{HEADER}1,phone,2026-10-01,,,,\n1,phone,2026-10-01,,2026-10-02,,\n");
    let (report, snapshot) = load(TICKETS, text.as_bytes());
    assert_eq!((report.used, report.new, report.updated), (2, 1, 1));
    assert_eq!(report.warnings[0].code, "repeated-ids");
    let mean = value(&snapshot, &reading("resolution", "mean", None), "d", Window::All, "2026-11-01");
    assert_eq!((mean.value, mean.n), (Ok(1.0), Some(1)));
}

#[test]
fn a_spreadsheet_of_another_country() {
    let mapping = r#"{ "version": 1, "source": "s", "decimal": ",", "dates": "%d.%m.%Y %H:%M", "missing": ["-"],
        "zone": { "offset": 3600, "transitions": [[1774746000, 7200], [1792890000, 3600]] },
        "columns": { "created": "Erstellt", "resolved": "Gelöst" },
        "measures": [{ "id": "resolution", "kpi": "resolution-time" },
                     { "id": "part", "kpi": "counts", "denominator": "Alle", "numerator": "Gut", "date": "Erstellt" }] }"#;
    // Over the night in which summer time ends: seven hours on the clock, eight in fact.
    let text = "\u{feff}sep=;\r\nErstellt;Gelöst;Alle;Gut\r\n25.10.2026 00:00;25.10.2026 07:00;2,5;1,5\r\n26.10.2026 10:00;-;;\r\nx;;;\r\n";
    let (report, snapshot) = load(mapping, text.as_bytes());
    assert_eq!((report.used, report.refused, report.delimiter), (2, 1, Some(';')));
    assert_eq!(issues(&report), [(5, 5, "Erstellt", "not-a-date")]);
    let mean = value(&snapshot, &reading("resolution", "mean", None), "h", Window::All, "2026-11-01");
    assert_eq!((mean.value, mean.open), (Ok(8.0), Some(1)));
    let part = value(&snapshot, &reading("part", "share", None), "%", Window::All, "2026-11-01");
    assert_eq!(part.value, Ok(60.0));
}

#[test]
fn days_are_cut_in_the_zone() {
    let mapping = |zone: &str| {
        format!(
            r#"{{ "version": 1, "source": "s", "zone": {zone}, "columns": {{ "created": "c", "resolved": "r" }},
                     "measures": [{{ "id": "resolution", "kpi": "resolution-time" }}] }}"#
        )
    };
    let rows = b"c,r\n2026-10-31T20:00:00Z,2026-10-31T23:30:00Z\n";
    let month = |zone: &str| {
        let (_, snapshot) = load(&mapping(zone), rows);
        let figure =
            value(&snapshot, &reading("resolution", "mean", None), "h", Window::Last(1), "2027-01-01");
        (figure.period.unwrap().label(), figure.value)
    };
    assert_eq!(month(r#""UTC""#), ("2026-10".to_owned(), Ok(3.5)));
    assert_eq!(month(r#"{ "offset": 3600 }"#), ("2026-11".to_owned(), Ok(3.5)));
}

#[test]
fn events_in_any_order_make_the_same_cases() {
    let mapping = r#"{ "version": 1, "source": "s", "dimension": "Team",
        "events": { "case": "Case", "time": "At", "firstReply": "second" },
        "measures": [{ "id": "resolution", "kpi": "resolution-time" }, { "id": "reply", "kpi": "first-reply-time" }] }"#;
    let mut rows = [
        "a,2026-10-01 08:00,one",
        "a,2026-10-01 09:00,two",
        "a,2026-10-01 12:00,two",
        "b,2026-10-02 08:00,two",
        "b,2026-10-02 08:00,one",
        "c,2026-10-03 08:00,one",
    ];
    for turn in 0..rows.len() {
        let (report, snapshot) = load(mapping, format!("Case,At,Team\n{}\n", rows.join("\n")).as_bytes());
        assert_eq!((report.cases, report.used), (Some(3), 6));
        let resolution =
            value(&snapshot, &reading("resolution", "mean", None), "h", Window::All, "2026-11-01");
        assert_eq!((resolution.value, resolution.n), (Ok(4.0 / 3.0), Some(3)), "turn {turn}");
        let reply = value(&snapshot, &reading("reply", "mean", None), "h", Window::All, "2026-11-01");
        assert_eq!((reply.value, reply.n, reply.open), (Ok(0.5), Some(2), Some(1)));
        rows.rotate_left(1);
    }
    let (report, _) = load(mapping, b"Case,At,Team\n,2026-10-01,x\na,,x\na,2026-10-01,x\n");
    assert_eq!(issues(&report), [(2, 2, "Case", "missing-case"), (3, 3, "At", "missing-time")]);
    assert_eq!((report.used, report.cases), (1, Some(1)));
}

#[test]
fn parts_above_their_whole_are_refused() {
    let mapping = r#"{ "version": 1, "source": "s", "at": "2026-10-31",
        "measures": [{ "id": "kept", "kpi": "counts", "denominator": "all", "complement": "breaches" }] }"#;
    let (report, snapshot) = load(mapping, b"all,breaches\n10,1\n10,11\n10,-1\n0,0\n");
    assert_eq!(
        issues(&report),
        [(3, 3, "breaches", "part-above-whole"), (4, 4, "breaches", "negative-count")]
    );
    let kept = value(&snapshot, &reading("kept", "share", None), "%", Window::Last(1), "2026-10-31");
    assert_eq!((kept.value, kept.n), (Ok(90.0), Some(10)));
}

#[test]
fn a_word_for_lost_that_no_row_says_is_told() {
    let mapping = r#"{ "version": 1, "source": "s", "at": "2026-10-31",
        "measures": [{ "id": "kept", "kpi": "retention", "column": "churn", "lost": ["yes"] }] }"#;
    let warnings =
        |rows: &[u8]| load(mapping, rows).0.warnings.into_iter().map(|w| w.code).collect::<Vec<_>>();
    assert_eq!(warnings(b"churn\nYes\nNo\n"), ["nothing-lost"]);
    assert!(warnings(b"churn\nyes\nNo\n").is_empty());
    assert!(warnings(b"churn\n").is_empty());
}

#[test]
fn the_hash_is_that_of_the_bytes() {
    let text = format!("{HEADER}1,phone,2026-10-01,,,,\n");
    let whole = batch_of(&mapping_of(TICKETS), text.as_bytes()).report.hash;
    let mut ingest = csv::Ingest::new(&mapping_of(TICKETS)).unwrap();
    text.as_bytes().chunks(7).for_each(|window| ingest.feed(window).unwrap());
    assert_eq!(ingest.finish().unwrap().report.hash, whole);
    // SHA-256 of "Id\n", by coreutils.
    let mapping = mapping_of(r#"{ "version": 1, "source": "s", "id": "Id" }"#);
    assert_eq!(batch_of(&mapping, b"Id\n").report.hash, IDENTITY);
}

const IDENTITY: &str = "d5002e33e762909034f13e8a7a99c21b68b20206bca6185410b7570f63f2a496";

#[test]
fn mappings_say_what_they_lack() {
    let lacks = |json: &str| {
        let error = throughline::format::mapping::decode(json).unwrap_err();
        assert_eq!(error.code(), "mapping-invalid");
        error.issues().iter().map(|issue| format!("{} {}", issue.code, issue.at)).collect::<Vec<_>>()
    };
    let measures = |text: &str| format!(r#"{{ "version": 1, "source": "s", "measures": [{text}] }}"#);
    assert_eq!(
        lacks(&measures(r#"{ "id": "a", "kpi": "resolution-time" }"#)),
        ["missing-field /measures/0", "missing-field /measures/0"]
    );
    assert_eq!(
        lacks(&measures(r#"{ "id": "a", "kpi": "nps", "column": "x" }"#)),
        ["missing-field /measures/0"]
    );
    assert_eq!(
        lacks(&measures(r#"{ "id": "a", "kpi": "npss", "colum": "x" }"#)),
        ["unknown-value /measures/0/kpi"]
    );
    assert_eq!(
        lacks(&measures(r#"{ "id": "a", "kpi": "nps", "colum": "x" }"#)),
        ["missing-field /measures/0", "unknown-field /measures/0/colum"]
    );
    assert_eq!(lacks(r#"{ "version": 2, "source": "s" }"#), ["version-unsupported /version"]);
    assert_eq!(lacks(r#"{ "version": 1, "source": "s", "dates": "%H:%M" }"#), ["not-a-date-pattern /dates"]);
    let log = |events: &str| {
        format!(r#"{{ "version": 1, "source": "s", "events": {{ "case": "c", "time": "t", {events} }} }}"#)
    };
    assert_eq!(
        lacks(&log(r#""created": "last", "firstReply": "second", "resolved": "first""#)),
        ["unknown-value /events/firstReply", "unknown-value /events/resolved"]
    );
}

#[test]
fn mappings_are_read_as_written() {
    let full = r#"{ "version": 1, "source": "s", "name": "All", "period": "week", "delimiter": ";", "decimal": ",",
        "zone": { "offset": 3600, "transitions": [[1774746000, 7200]] }, "dates": "%d.%m.%Y", "id": "Id",
        "events": { "case": "c", "time": "t", "firstReply": "second", "resolved": "second" },
        "columns": { "due": "d", "answered": "a" }, "dimension": "x", "at": "2026-10-31", "missing": ["NA"],
        "measures": [ { "id": "1", "kpi": "resolution-time", "limit": 60 }, { "id": "2", "kpi": "first-reply-time" },
            { "id": "3", "kpi": "sla-compliance", "denominator": "created" },
            { "id": "4", "kpi": "csat", "column": "r", "scale": 7, "words": { "Good": 7 } },
            { "id": "5", "kpi": "nps", "column": "n", "date": "d" }, { "id": "6", "kpi": "favourability", "column": "f" },
            { "id": "7", "kpi": "retention", "column": "k", "lost": ["no"], "kept": ["yes"] },
            { "id": "8", "kpi": "counts", "denominator": "all", "complement": "bad" },
            { "id": "9", "kpi": "counts", "denominator": "all", "numerator": "good" } ] }"#;
    let mapping = mapping_of(full);
    let written = throughline::format::mapping::encode(&mapping);
    assert_eq!(mapping_of(&written), mapping);
    let values = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(values(&written), values(full));
}
