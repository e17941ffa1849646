//! Every family from raw rows: the worked values of published definitions, had through the mapping and the snapshot
//! as a board reads them, and again from the written snapshot.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

mod support;

use std::fmt::Write;

use proptest::prelude::*;
use support::{day, load, reading};
use throughline::board::{Arrival, Board, Options};
use throughline::calendar::Granularity;
use throughline::data::Tables;
use throughline::format::{self, csv};
use throughline::kpi::{Asked, Figure, cohorts};
use throughline::plan::Window;
use throughline::snapshot::{Snapshot, summarise};

/// A table of rows, each so many times.
fn table(header: &str, rows: &[(usize, &str)]) -> Vec<u8> {
    let mut text = format!("{header}\n");
    for (times, row) in rows {
        for _ in 0..*times {
            writeln!(text, "{row}").unwrap();
        }
    }
    text.into_bytes()
}

/// A mapping with one measure `m` of rows that are dated by the column `Day`.
fn mapping(measure: &str) -> String {
    format!(
        r#"{{ "version": 1, "source": "s", "columns": {{ "created": "Day" }}, "measures": [{{ "id": "m", {measure} }}] }}"#
    )
}

/// The snapshot of rows, and the same written and read again.
fn both(mapping: &str, rows: &[u8]) -> [Snapshot; 2] {
    let (report, snapshot) = load(mapping, rows);
    assert_eq!(report.refused, 0, "{:?}", report.issues);
    let written = format::snapshot::encode(&snapshot);
    let read = format::snapshot::decode(&written).unwrap_or_else(|error| panic!("{error}\n{written}"));
    [snapshot, read]
}

fn figure(snapshot: &Snapshot, variant: &str, unit: &str, window: Window) -> Figure {
    let reading = reading("m", variant, None);
    let asked = Asked {
        reading: &reading,
        unit: Some(unit),
        period: Granularity::Month.into(),
        as_of: day("2026-12-15"),
    };
    asked.value(snapshot, window)
}

/// The value of the last month by a variant, the same from rows and from the written snapshot.
fn value(snapshots: &[Snapshot; 2], variant: &str, unit: &str) -> f64 {
    let [rows, written] = snapshots;
    let exact = figure(rows, variant, unit, Window::Last(1));
    let read = figure(written, variant, unit, Window::Last(1));
    let known = exact.known().unwrap_or_else(|| panic!("{variant}: {exact:?}"));
    if read.approximation.is_none() {
        assert!((read.known().unwrap() - known).abs() <= 1e-9 * known.abs(), "{variant}: {exact:?} {read:?}");
        assert_eq!((exact.n, exact.open), (read.n, read.open), "{variant}");
    }
    known
}

fn about(found: f64, expected: f64, digits: i32) {
    assert!((found - expected).abs() <= 0.5 * 10_f64.powi(-digits), "{found} is not {expected}");
}

#[test]
fn first_contact_resolution_by_a_flag() {
    let rows = table(
        "Day,Solved,Reason",
        &[
            (280, "2026-11-03,yes,bill"),
            (70, "2026-11-04,no,bill"),
            (50, "2026-11-05,no,not ours"),
            (7, "2026-11-05,,bill"),
        ],
    );
    let snapshots = both(
        &mapping(
            r#""kpi": "fcr", "counts": { "firstContact": { "column": "Solved", "is": ["yes"] },
               "notResolvable": { "column": "Reason", "is": ["not ours"] } }"#,
        ),
        &rows,
    );
    // Seven of which nobody wrote down how they ended count on neither side.
    about(value(&snapshots, "gross", "%"), 70.0, 9);
    about(value(&snapshots, "net", "%"), 80.0, 9);
    let gross = figure(&snapshots[0], "gross", "%", Window::Last(1));
    assert_eq!((gross.n, gross.open), (Some(400), Some(7)));
}

#[test]
fn service_level_by_five_definitions() {
    let rows = table(
        "Day,End,Wait",
        &[
            (860, "2026-11-03,answered,15"),
            (140, "2026-11-03,answered,0:45"),
            (10, "2026-11-03,abandoned,4"),
            (10, "2026-11-03,abandoned,12"),
            (40, "2026-11-03,abandoned,60"),
        ],
    );
    let snapshots = both(
        &mapping(
            r#""kpi": "service-level", "counts": { "answered": { "column": "End", "is": ["answered"] },
               "abandoned": { "column": "End", "is": ["abandoned"] },
               "answeredWithin": { "column": "Wait", "atMost": 20 }, "abandonedWithin": { "column": "Wait", "atMost": 20 },
               "abandonedShort": { "column": "Wait", "atMost": 5 } }"#,
        ),
        &rows,
    );
    for (variant, percent) in [("l1", 83.02), ("l2", 86.0), ("l3", 81.13), ("l4", 82.69), ("l5", 82.08)] {
        about(value(&snapshots, variant, "%"), percent, 2);
    }
}

#[test]
fn abandonment_with_and_without_short_ones() {
    let rows = table(
        "Day,End,Wait",
        &[(90, "2026-11-03,answered,2"), (4, "2026-11-03,abandoned,3"), (6, "2026-11-03,abandoned,40")],
    );
    let snapshots = both(
        &mapping(
            r#""kpi": "abandonment", "counts": { "abandoned": { "column": "End", "is": ["abandoned"] },
               "short": { "column": "Wait", "atMost": 5 } }"#,
        ),
        &rows,
    );
    about(value(&snapshots, "all", "%"), 10.0, 9);
    about(value(&snapshots, "without-short", "%"), 6.25, 9);
}

#[test]
fn handling_time_of_single_contacts_and_of_sums() {
    let sums = table("Day,Talk,Hold,Wrap,Calls", &[(1, "2026-11-30,668205,99153,198306,4311")]);
    let summed = r#""talk": { "sum": "Talk" }, "hold": { "sum": "Hold" }, "wrap": { "sum": "Wrap" }"#;
    let snapshots = both(
        &mapping(&format!(r#""kpi": "aht", "counts": {{ {summed}, "handled": {{ "sum": "Calls" }} }}"#)),
        &sums,
    );
    about(value(&snapshots, "mean", "s"), 224.0, 1);
    about(value(&snapshots, "talk", "min"), 155.0 / 60.0, 4);
    assert_eq!(
        figure(&snapshots[0], "median", "s", Window::Last(1)).value.unwrap_err().code,
        "variant-not-offered"
    );

    let calls = table(
        "Day,Talk,Hold,Wrap",
        &[
            (1, "2026-11-02,2:00,0,0:30"),
            (1, "2026-11-03,240,30,0:00:30"),
            (2, "2026-11-04,400,100,100"),
            (1, "2026-11-04,,5,5"),
        ],
    );
    let snapshots = both(&mapping(&format!(r#""kpi": "aht", "counts": {{ {summed} }}"#)), &calls);
    about(value(&snapshots, "mean", "s"), (150.0 + 300.0 + 1200.0) / 4.0, 9);
    about(value(&snapshots, "median", "s"), 450.0, 9);
    about(value(&snapshots, "hold", "s"), 57.5, 9);
    let mean = figure(&snapshots[0], "mean", "s", Window::Last(1));
    assert_eq!((mean.n, mean.interval.unwrap().method), (Some(4), "t"));
}

#[test]
fn speed_of_answer_and_occupancy() {
    let calls = table(
        "Day,End,Wait",
        &[(3, "2026-11-02,answered,20"), (1, "2026-11-02,answered,60"), (2, "2026-11-02,abandoned,500")],
    );
    let snapshots = both(
        &mapping(
            r#""kpi": "asa", "counts": { "waiting": { "sum": "Wait" }, "answered": { "column": "End", "is": ["answered"] } }"#,
        ),
        &calls,
    );
    about(value(&snapshots, "mean", "s"), 30.0, 9);
    let shifts =
        table("Day,Busy,Idle", &[(1, "2026-11-02,6:00:00,2:00:00"), (1, "2026-11-03,5:00:00,1:00:00")]);
    let snapshots = both(
        &mapping(
            r#""kpi": "occupancy", "counts": { "handling": { "sum": "Busy" }, "available": { "sum": "Idle" } }"#,
        ),
        &shifts,
    );
    about(value(&snapshots, "share", "%"), 100.0 * 11.0 / 14.0, 9);
}

#[test]
fn effort_and_employees_on_their_own_scales() {
    let answers = [80, 210, 140, 110, 160, 180, 120];
    let rows: Vec<(usize, String)> =
        answers.into_iter().zip(1..).map(|(times, point)| (times, format!("2026-11-02,{point}"))).collect();
    let rows: Vec<(usize, &str)> = rows.iter().map(|(times, row)| (*times, row.as_str())).collect();
    let snapshots = both(&mapping(r#""kpi": "ces", "column": "Effort""#), &table("Day,Effort", &rows));
    about(value(&snapshots, "mean", "points"), 4.08, 2);
    about(value(&snapshots, "top-3-box", "%"), 46.0, 9);
    about(value(&snapshots, "index", "points"), -13.0, 9);

    let first = both(
        &mapping(r#""kpi": "ces-1", "column": "Effort", "words": { "Very low": 1 }"#),
        &table("Day,Effort", &[(3, "2026-11-02,Very low"), (1, "2026-11-02,5")]),
    );
    about(value(&first, "mean", "points"), 2.0, 9);

    let staff = |promoters| {
        table("Day,Score", &[(promoters, "2026-11-02,9"), (2, "2026-11-02,3"), (1, "2026-11-02,7")])
    };
    let enps = mapping(r#""kpi": "enps", "column": "Score""#);
    about(value(&both(&enps, &staff(2)), "net", "points"), 0.0, 9);
    let few = both(&enps, &staff(1));
    for snapshot in &few {
        let hidden = figure(snapshot, "net", "points", Window::Last(1));
        assert_eq!((hidden.value.unwrap_err().code, hidden.n), ("suppressed", None));
    }
}

#[test]
fn backlog_is_a_level_and_no_sum() {
    let rows = table(
        "Id,Created,Resolved,Reopened",
        &[
            (120, "a,2026-09-10,,"),
            (300, "b,2026-10-02,,"),
            (310, "c,2026-08-01,2026-10-20,"),
            (6, "d,2026-08-01,2026-09-20,2026-10-21"),
        ],
    );
    let backlog = r#"{ "version": 1, "source": "s", "columns": { "created": "Created", "resolved": "Resolved" },
        "measures": [{ "id": "m", "kpi": "backlog", "counts": { "reopened": { "column": "Reopened", "filled": true, "date": "Reopened" } },
            "opening": 0 }] }"#;
    // 310 and 6 are open from August on; 6 of them are resolved in September, 120 come.
    let snapshots = both(backlog, &rows);
    about(value(&snapshots, "count", "cases"), 310.0 + 120.0 + 300.0 - 310.0 + 6.0, 9);
    let all = figure(&snapshots[0], "count", "cases", Window::All);
    about(all.known().unwrap(), 426.0, 9);

    // Already counted: the start of a window is that of its first month.
    let months =
        table("Day,Start,In,Out,Back", &[(1, "2026-10-31,120,300,310,6"), (1, "2026-11-30,116,100,90,4")]);
    let snapshots = both(
        &mapping(
            r#""kpi": "backlog", "counts": { "start": { "sum": "Start" }, "created": { "sum": "In" },
               "resolved": { "sum": "Out" }, "reopened": { "sum": "Back" } }"#,
        ),
        &months,
    );
    about(value(&snapshots, "count", "cases"), 130.0, 9);
    about(figure(&snapshots[1], "count", "cases", Window::Last(2)).known().unwrap(), 130.0, 9);
    let read = reading("m", "count", None);
    let asked =
        Asked { reading: &read, unit: None, period: Granularity::Month.into(), as_of: day("2026-12-15") };
    let series: Vec<_> = asked.series(&snapshots[1]).iter().map(|figure| figure.known().unwrap()).collect();
    assert_eq!(series, [116.0, 130.0]);
    let year = Asked { period: Granularity::Year.into(), as_of: day("2027-01-15"), ..asked };
    about(year.value(&snapshots[0], Window::Last(1)).known().unwrap(), 130.0, 9);
}

/// One dated row a line: `customer,topic,day`.
fn contacts(rows: &[&str]) -> Vec<u8> {
    let rows: Vec<(usize, &str)> = rows.iter().map(|row| (1, *row)).collect();
    table("Customer,Topic,Day", &rows)
}

#[test]
fn first_contacts_by_whether_the_customer_came_again() {
    let rows = contacts(&[
        "a,bill,2026-11-01",
        // Within 7 days: the contact before it did not resolve it; this one did.
        "a,bill,2026-11-08",
        "b,bill,2026-11-02",
        "b,login,2026-11-03",
        "c,bill,2026-11-20",
        // A repeat is known although the window is open; this one itself is not decided.
        "c,bill,2026-11-22",
        "d,bill,2026-11-25",
        ",bill,2026-11-05",
        "e,bill,2026-11-02",
        "e,bill,2026-11-10",
    ]);
    let fcr = |more: &str| mapping(&format!(r#""kpi": "fcr", "customer": "Customer", "window": 7{more}"#));
    // By topic: a1 again, a2 first, b1 first, b2 first, c1 again, c2 and d open, nobody's open, e1 first (8 days), e2 first.
    let snapshots = both(&fcr(r#", "topic": "Topic""#), &rows);
    about(value(&snapshots, "gross", "%"), 100.0 * 5.0 / 7.0, 9);
    let gross = figure(&snapshots[0], "gross", "%", Window::Last(1));
    assert_eq!((gross.n, gross.open), (Some(7), Some(3)));
    // Whatever it was about: b1 came again.
    let snapshots = both(&fcr(""), &rows);
    about(value(&snapshots, "gross", "%"), 100.0 * 4.0 / 7.0, 9);
    // First contacts alone: a2, b2 and c2 are repeats.
    let snapshots = both(&fcr(r#", "repeats": "leave-out""#), &rows);
    about(value(&snapshots, "gross", "%"), 100.0 * 2.0 / 5.0, 9);
    // A window of 30 days leaves nothing decided but what came again.
    let snapshots = both(&mapping(r#""kpi": "fcr", "customer": "Customer", "window": 30"#), &rows);
    about(value(&snapshots, "gross", "%"), 0.0, 9);
    assert_eq!(figure(&snapshots[0], "gross", "%", Window::Last(1)).open, Some(6));
    let error =
        format::mapping::decode(&fcr(r#", "counts": { "firstContact": { "column": "x", "is": ["y"] } }"#));
    assert_eq!(error.unwrap_err().issues()[0].code, "not-both");
}

#[test]
fn retention_and_churn_from_a_table_of_customers() {
    // 200 at the start of November; 20 of them leave, 30 come, and 5 come and leave again.
    let rows = table(
        "Began,Ended",
        &[
            (150, "2026-09-10,"),
            (30, "2026-10-10,"),
            (12, "2026-09-12,2026-11-03"),
            (8, "2026-10-12,2026-11-30"),
            (30, "2026-11-05,"),
            (5, "2026-11-06,2026-11-20"),
            (3, "2026-09-01,2026-10-02"),
        ],
    );
    let customers = |family: &str| {
        format!(
            r#"{{ "version": 1, "source": "s", "measures": [{{ "id": "m", "kpi": "{family}", "began": "Began", "ended": "Ended" }}] }}"#
        )
    };
    let kept = both(&customers("retention"), &rows);
    about(value(&kept, "share", "%"), 90.0, 9);
    let lost = both(&customers("churn"), &rows);
    about(value(&lost, "share", "%"), 10.0, 9);
    assert_eq!(figure(&lost[1], "share", "%", Window::Last(1)).n, Some(200));
    // October and November: 165 at the start, 3 and 12 of them lost; the 8 came after it.
    for snapshot in &lost {
        about(figure(snapshot, "share", "%", Window::Last(2)).known().unwrap(), 100.0 * 15.0 / 165.0, 9);
    }
    // By quarters nobody was there at the start.
    let read = reading("m", "share", None);
    let quarter =
        Asked { reading: &read, unit: None, period: Granularity::Quarter.into(), as_of: day("2027-01-15") };
    about(quarter.value(&lost[1], Window::Last(1)).known().unwrap(), 100.0 * 15.0 / 165.0, 9);

    let sums = both(
        &mapping(
            r#""kpi": "retention", "counts": { "start": { "sum": "S" }, "end": { "sum": "E" }, "new": { "sum": "N" } }"#,
        ),
        &table("Day,S,E,N", &[(1, "2026-10-31,220,200,10"), (1, "2026-11-30,200,210,30")]),
    );
    about(value(&sums, "share", "%"), 90.0, 9);
    about(figure(&sums[1], "share", "%", Window::Last(2)).known().unwrap(), 100.0 * 170.0 / 220.0, 9);
    // More kept than there were: the data are at fault, and that is said.
    let (_, wrong) = load(
        &mapping(
            r#""kpi": "retention", "counts": { "start": { "sum": "S" }, "end": { "sum": "E" }, "new": { "sum": "N" } }"#,
        ),
        &table("Day,S,E,N", &[(1, "2026-11-30,200,240,30")]),
    );
    let why = figure(&wrong, "share", "%", Window::Last(1)).value.unwrap_err();
    assert_eq!(why.code, "numerator-above-denominator");

    let flags = both(
        &mapping(r#""kpi": "churn", "counts": { "lost": { "column": "Left", "is": ["yes"] } }"#),
        &table(
            "Day,Left",
            &[(9, "2026-10-02,no"), (1, "2026-10-02,yes"), (8, "2026-11-02,no"), (2, "2026-11-02,yes")],
        ),
    );
    about(value(&flags, "share", "%"), 20.0, 9);
    about(figure(&flags[1], "share", "%", Window::Last(2)).known().unwrap(), 15.0, 9);
}

#[test]
fn shares_of_service() {
    let found = |measure: &str, header: &str, rows: &[(usize, &str)], variant: &str, unit: &str| {
        value(&both(&mapping(measure), &table(header, rows)), variant, unit)
    };
    let one = [(1, "2026-11-30,300,12000,6000")];
    let rate = r#""kpi": "contact-rate", "counts": { "contacts": { "sum": "C" }, "customers": { "sum": "P" }, "orders": { "sum": "O" } }"#;
    about(found(rate, "Day,C,P,O", &one, "per-customer", "%"), 2.5, 9);
    about(found(rate, "Day,C,P,O", &one, "per-order", "%"), 5.0, 9);
    let by = |measure: &str, part: usize, rest: usize| {
        found(measure, "Day,By", &[(part, "2026-11-02,x"), (rest, "2026-11-02,y")], "share", "%")
    };
    about(
        by(r#""kpi": "self-service", "counts": { "selfService": { "column": "By", "is": ["x"] } }"#, 30, 70),
        30.0,
        9,
    );
    about(
        by(
            r#""kpi": "containment", "counts": { "botResolved": { "column": "By", "isNot": ["y"] } }"#,
            45,
            55,
        ),
        45.0,
        9,
    );
    about(
        by(
            r#""kpi": "deflection", "estimate": "Readers who searched no further", "counts": {
               "avoided": { "column": "By", "is": ["x"] }, "contacts": { "column": "By", "is": ["y"] } }"#,
            20,
            80,
        ),
        20.0,
        9,
    );
    let again = r#""kpi": "reopen-rate", "counts": { "reopened": { "sum": "Times" } }"#;
    let rows = [(90, "2026-11-02,0"), (8, "2026-11-02,1"), (2, "2026-11-02,3")];
    about(found(again, "Day,Times", &rows, "cases", "%"), 10.0, 9);
    about(found(again, "Day,Times", &rows, "events", "%"), 14.0, 9);
    let nps = r#""kpi": "nps", "counts": { "promoters": { "sum": "P" }, "passives": { "sum": "N" }, "detractors": { "sum": "D" } }"#;
    about(found(nps, "Day,P,N,D", &[(1, "2026-11-02,45,40,15")], "net", "points"), 30.0, 9);
    let sla = r#""kpi": "sla-compliance", "counts": { "met": { "sum": "M" }, "resolved": { "sum": "R" }, "breachedOpen": { "sum": "B" }, "created": { "sum": "C" } }"#;
    for (variant, percent) in [("due", 79.59), ("created", 78.0), ("resolved", 86.67)] {
        about(found(sla, "Day,M,R,B,C", &[(1, "2026-11-02,78,90,8,100")], variant, "%"), percent, 2);
    }
}

#[test]
fn what_became_of_complaints_counts_among_complaints_alone() {
    let rows = table(
        "Day,Kind,Resolved",
        &[
            (6, "2026-11-02,complaint,2026-11-10"),
            (4, "2026-11-02,complaint,"),
            (90, "2026-11-02,question,2026-11-03"),
        ],
    );
    let snapshots = both(
        &mapping(
            r#""kpi": "complaints", "counts": { "received": { "column": "Kind", "is": ["complaint"] },
               "resolved": { "column": "Resolved", "filled": true } }"#,
        ),
        &rows,
    );
    about(value(&snapshots, "resolved", "%"), 60.0, 9);
}

#[test]
fn complaints_and_recovery() {
    let rows = table(
        "Day,Acknowledged,Escalated,Resolved,Late",
        &[
            (60, "2026-11-02,2026-11-03,,2026-11-10,no"),
            (15, "2026-11-02,2026-11-03,yes,2026-11-20,yes"),
            (15, "2026-11-02,2026-11-04,,,no"),
            (10, "2026-11-02,,,,yes"),
        ],
    );
    let snapshots = both(
        &mapping(
            r#""kpi": "complaints", "counts": { "acknowledged": { "column": "Acknowledged", "filled": true },
               "escalated": { "column": "Escalated", "is": ["yes"] }, "resolved": { "column": "Resolved", "filled": true },
               "resolvedInTime": { "column": "Late", "is": ["no"] },
               "overdue": { "all": [{ "column": "Resolved", "filled": false }, { "column": "Late", "is": ["yes"] }] } }"#,
        ),
        &rows,
    );
    about(value(&snapshots, "acknowledged", "%"), 90.0, 9);
    about(value(&snapshots, "escalated", "%"), 15.0, 9);
    about(value(&snapshots, "resolved", "%"), 75.0, 9);
    about(value(&snapshots, "in-time", "%"), 100.0 * 60.0 / 85.0, 9);
    let customers = table(
        "Day,Complaint,Kept",
        &[
            (90, "2026-11-02,resolved,yes"),
            (10, "2026-11-02,resolved,no"),
            (700, "2026-11-02,none,yes"),
            (300, "2026-11-02,none,no"),
        ],
    );
    let snapshots = both(
        &mapping(
            r#""kpi": "recovery", "counts": { "afterComplaint": { "column": "Complaint", "is": ["resolved"] },
               "goodAfterComplaint": { "column": "Kept", "is": ["yes"] }, "withoutComplaint": { "column": "Complaint", "is": ["none"] },
               "goodWithoutComplaint": { "column": "Kept", "is": ["yes"] } }"#,
        ),
        &customers,
    );
    about(value(&snapshots, "kept", "points"), 20.0, 9);
}

#[test]
fn what_cannot_be_is_refused_by_row() {
    let codes = |measure: &str, header: &str, rows: &[&str]| {
        let rows: Vec<(usize, &str)> = rows.iter().map(|row| (1, *row)).collect();
        let (report, _) = load(&mapping(measure), &table(header, &rows));
        let issues = report.issues.iter();
        issues
            .map(|issue| (issue.row, issue.code, issue.column.clone().unwrap_or_default()))
            .collect::<Vec<_>>()
    };
    let is = |row, code, column: &str| (row, code, column.to_owned());
    let level = r#""kpi": "service-level", "counts": { "answered": { "column": "A", "is": ["1"] }, "abandoned": { "column": "B", "is": ["1"] },
        "answeredWithin": { "column": "W", "atMost": 20 } }"#;
    assert_eq!(
        codes(level, "Day,A,B,W", &["2026-11-02,1,1,5", "2026-11-02,1,0,soon", "2026-11-02,0,1,5"]),
        [is(2, "answered-and-abandoned", "B"), is(3, "not-a-number", "W")]
    );
    let aht = r#""kpi": "aht", "counts": { "talk": { "sum": "T" }, "hold": { "sum": "H" }, "wrap": { "sum": "H" } }"#;
    assert_eq!(
        codes(aht, "Day,T,H", &["2026-11-02,-5,1", "2026-11-02,5:00,x", "2026-11-02,5:00,0"]),
        [is(2, "negative-time", "T"), is(3, "not-a-length", "H")]
    );
    let abandoned =
        r#""kpi": "abandonment", "counts": { "offered": { "sum": "O" }, "abandoned": { "sum": "A" } }"#;
    assert_eq!(codes(abandoned, "Day,O,A", &["2026-11-02,10,11"]), [is(2, "part-above-whole", "A")]);
    let stays = r#""kpi": "churn", "began": "Day", "ended": "E""#;
    assert_eq!(codes(stays, "Day,E", &["2026-11-02,2026-11-01"]), [is(2, "ends-before-start", "E")]);
    let fcr = r#""kpi": "fcr", "counts": { "firstContact": { "column": "F", "is": ["1"] }, "notResolvable": { "column": "N", "is": ["1"] } }"#;
    assert_eq!(codes(fcr, "Day,F,N", &["2026-11-02,1,1"]), [is(2, "resolved-and-not-resolvable", "N")]);
}

#[test]
fn a_variant_that_is_not_offered_says_which_are() {
    let rows = table("Day,S", &[(9, "2026-11-02,yes"), (9, "2026-11-02,no")]);
    let snapshots = both(
        &mapping(r#""kpi": "fcr", "counts": { "firstContact": { "column": "S", "is": ["yes"] } }"#),
        &rows,
    );
    let why = figure(&snapshots[0], "net", "%", Window::Last(1)).value.unwrap_err();
    assert_eq!(why.code, "variant-not-offered");
    assert_eq!(why.params.get("allowed").unwrap().to_string(), "gross");
    let why = figure(&snapshots[1], "l3", "%", Window::Last(1)).value.unwrap_err();
    assert_eq!(
        (why.code, why.params.get("family").unwrap().to_string().as_str()),
        ("variant-not-offered", "fcr")
    );
}

#[test]
fn items_of_a_survey_make_a_scale_or_do_not() {
    let file = "cs/ibm_hr_attrition_modeldata.csv";
    let (Some(bytes), Some(expected)) = (support::real(file), support::real_json("cs/expected_kpis.json"))
    else {
        return;
    };
    let expected = &expected["ibm_hr_attrition_modeldata.csv"];
    let items = ["EnvironmentSatisfaction", "JobInvolvement", "JobSatisfaction", "RelationshipSatisfaction"];
    let measure = |family: &str| {
        format!(
            r#"{{ "version": 1, "source": "s", "at": "2026-10-31", "dimension": "Department", "measures": [{{ "id": "m", "kpi": "{family}",
                "columns": {items:?}, "scale": 4, "words": {{ "Low": 1, "Medium": 2, "High": 3, "Very_High": 4 }} }}] }}"#
        )
    };
    let snapshots = both(&measure("cronbach-alpha"), &bytes);
    let alpha = value(&snapshots, "alpha", "coefficient");
    about(alpha, expected["cronbach_alpha"].as_f64().unwrap(), 12);
    let snapshots = both(&measure("favourability"), &bytes);
    let each = expected["favourable_pct"].as_object().unwrap();
    let mean = items.iter().map(|item| each[*item].as_f64().unwrap()).sum::<f64>() / items.len() as f64;
    about(value(&snapshots, "favourable", "%"), mean, 9);
    about(value(&snapshots, "mean", "points"), expected["engagement_mean_of_items"].as_f64().unwrap(), 9);
}

/// A table that every family below can be read from, a row of it a contact.
const EVERYTHING: &str = r#"{ "version": 1, "source": "s", "id": "Id", "columns": { "created": "Day", "resolved": "Out" },
    "dimension": "Team", "measures": [
    { "id": "fcr", "kpi": "fcr", "customer": "Who", "window": 7 },
    { "id": "level", "kpi": "service-level", "counts": { "answered": { "column": "End", "is": ["a"] }, "abandoned": { "column": "End", "is": ["b"] },
        "answeredWithin": { "column": "Wait", "atMost": 20 }, "abandonedWithin": { "column": "Wait", "atMost": 20 } } },
    { "id": "aht", "kpi": "aht", "counts": { "talk": { "sum": "Wait" }, "wrap": { "sum": "Wrap" } } },
    { "id": "asa", "kpi": "asa", "counts": { "waiting": { "sum": "Wait" }, "answered": { "column": "End", "is": ["a"] } } },
    { "id": "backlog", "kpi": "backlog", "opening": 7 },
    { "id": "churn", "kpi": "churn", "began": "Day", "ended": "Out" },
    { "id": "alpha", "kpi": "cronbach-alpha", "columns": ["Q1", "Q2"] },
    { "id": "effort", "kpi": "ces", "column": "Q1" } ] }"#;

const READ: [(&str, &str, &str); 9] = [
    ("fcr", "gross", "%"),
    ("level", "l1", "%"),
    ("level", "l4", "%"),
    ("aht", "mean", "s"),
    ("asa", "mean", "s"),
    ("backlog", "count", "cases"),
    ("churn", "share", "%"),
    ("alpha", "alpha", "coefficient"),
    ("effort", "index", "points"),
];

fn row() -> impl Strategy<Value = String> {
    let day = (9_u8..=11, 1_u8..=28).prop_map(|(month, day)| format!("2026-{month:02}-{day:02}"));
    let texts = (
        day,
        0_u32..60,
        prop::sample::select(vec!["x", "y", ""]),
        prop::sample::select(vec!["a", "b", "c", ""]),
        0_u32..9,
        prop::sample::select(vec!["", "10", "25", "0:40"]),
        0_u32..50,
        (1_u32..=5, 0_u32..=5),
    );
    texts.prop_map(|(day, out, team, end, who, wait, wrap, (one, other))| {
        let start = throughline::calendar::day_number(support::day(&day));
        let out = if out < 10 {
            String::new()
        } else {
            throughline::calendar::date_from_day_number(start + out as i32).unwrap().to_string()
        };
        let other = if other == 0 { String::new() } else { other.to_string() };
        format!("{day},{out},{team},{end},{who},{wait},{wrap},{one},{other}")
    })
}

fn file<'r>(rows: impl Iterator<Item = (usize, &'r String)>) -> Vec<u8> {
    let mut text = "Id,Day,Out,Team,End,Who,Wait,Wrap,Q1,Q2\n".to_owned();
    for (id, row) in rows {
        writeln!(text, "{id},{row}").unwrap();
    }
    text.into_bytes()
}

fn read_all(snapshot: &Snapshot) -> Vec<Vec<Figure>> {
    let teams = [None, Some("x"), Some("y")];
    let each = READ.iter().flat_map(|read| teams.map(|team| (read, team)));
    each.map(|((measure, variant, unit), team)| {
        let reading = reading(measure, variant, team);
        let cycle = Granularity::Month.into();
        let asked = Asked { reading: &reading, unit: Some(unit), period: cycle, as_of: day("2027-03-15") };
        let mut figures = asked.series(snapshot);
        figures.push(asked.value(snapshot, Window::All));
        figures
    })
    .collect()
}

fn alike(one: &Snapshot, other: &Snapshot, why: &str) -> Result<(), TestCaseError> {
    for ((ours, theirs), read) in
        read_all(one).iter().zip(read_all(other)).zip(READ.iter().flat_map(|read| [read; 3]))
    {
        prop_assert_eq!(ours.len(), theirs.len(), "{} {:?}", why, read);
        for (a, b) in ours.iter().zip(&theirs) {
            prop_assert_eq!((a.n, a.open, a.period), (b.n, b.open, b.period), "{} {:?}", why, read);
            match (&a.value, &b.value) {
                (Ok(a), Ok(b)) => {
                    prop_assert!((a - b).abs() <= 1e-9 * a.abs().max(1.0), "{why} {read:?}: {a} {b}");
                }
                (a, b) => prop_assert_eq!(a, b, "{} {:?}", why, read),
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_order_of_rows_and_how_a_file_is_cut_do_not_matter(
        rows in prop::collection::vec(row(), 1..120), cut in 0_usize..4000, seed in any::<u64>(),
    ) {
        let in_order = file(rows.iter().enumerate());
        let (report, whole) = load(EVERYTHING, &in_order);
        prop_assert_eq!(report.refused, 0);
        let mut shuffled: Vec<_> = rows.iter().enumerate().collect();
        shuffled.sort_by_key(|(id, _)| (*id as u64 ^ seed).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        alike(&whole, &load(EVERYTHING, &file(shuffled.iter().copied())).1, "shuffled")?;

        let mapping = support::mapping_of(EVERYTHING);
        let mut ingest = csv::Ingest::new(&mapping).unwrap();
        let (head, tail) = in_order.split_at(cut.min(in_order.len()));
        ingest.feed(head).unwrap();
        ingest.feed(tail).unwrap();
        let batch = ingest.finish().unwrap();
        let mut cut_up = Snapshot::default();
        cut_up.replace(summarise(&batch.table, &batch.report));
        alike(&whole, &cut_up, "cut")?;
    }

    #[test]
    fn what_is_written_and_read_again_gives_the_same(rows in prop::collection::vec(row(), 1..150)) {
        let (_, snapshot) = load(EVERYTHING, &file(rows.iter().enumerate()));
        let written = format::snapshot::decode(&format::snapshot::encode(&snapshot)).unwrap();
        alike(&snapshot, &written, "written")?;
    }

    #[test]
    fn rows_told_again_take_the_place_of_the_earlier(
        rows in prop::collection::vec(row(), 2..80), old in prop::collection::vec(row(), 1..40),
    ) {
        let mapping = support::mapping_of(EVERYTHING);
        let batch = |bytes: Vec<u8>| support::batch_of(&mapping, &bytes);
        let mut tables = Tables::default();
        tables.upsert(batch(file(old.iter().take(rows.len()).enumerate())));
        let report = tables.upsert(batch(file(rows.iter().enumerate())));
        let mut joined = Snapshot::default();
        joined.replace(summarise(tables.get("s").unwrap(), &report));
        alike(&load(EVERYTHING, &file(rows.iter().enumerate())).1, &joined, "upserted")?;
    }

    #[test]
    fn months_apart_are_months_together(rows in prop::collection::vec(row(), 2..120)) {
        // What a contact is told by what follows it is left out: a file that ends with a month does not know the next.
        let flows = EVERYTHING.replace(r#"{ "id": "fcr", "kpi": "fcr", "customer": "Who", "window": 7 },"#, "")
            .replace(r#", "resolved": "Out""#, "").replace(r#"{ "id": "backlog", "kpi": "backlog", "opening": 7 },"#, "")
            .replace(r#"{ "id": "churn", "kpi": "churn", "began": "Day", "ended": "Out" },"#, "");
        let of = |keep: &dyn Fn(&str) -> bool| {
            load(&flows, &file(rows.iter().enumerate().filter(|(_, row)| keep(row)))).1
        };
        let (mut first, rest) = (of(&|row| row < "2026-10"), of(&|row| row >= "2026-10"));
        first.merge(rest).unwrap();
        let whole = of(&|_| true);
        for (measure, variant, unit) in READ.iter().filter(|(measure, ..)| !["fcr", "backlog", "churn"].contains(measure)) {
            let reading = reading(measure, variant, None);
            let asked = Asked { reading: &reading, unit: Some(unit), period: Granularity::Quarter.into(), as_of: day("2027-03-15") };
            for (a, b) in asked.series(&first).iter().zip(asked.series(&whole)) {
                prop_assert_eq!((a.n, a.known().is_some()), (b.n, b.known().is_some()));
                prop_assert!((a.known().unwrap_or(0.0) - b.known().unwrap_or(0.0)).abs() < 1e-9, "{measure}");
            }
        }
    }
}

fn board(variant: &str, mapping: &str, rows: &[u8]) -> Board {
    let plan = format!(
        r#"{{ "version": 1, "title": "T", "mission": {{ "id": "mission", "title": "M", "kpis": [{{ "id": "k", "title": "K", "unit": "%",
            "direction": "up", "target": 80, "interval": "month", "window": "all",
            "measure": {{ "source": "s", "measure": "m", "variant": "{variant}" }} }}] }} }}"#
    );
    let plan = format::plan::decode(&plan).unwrap_or_else(|error| panic!("{error}"));
    let mut board = Board::open(plan, Options { as_of: day("2026-12-15") });
    board.ingest(support::batch_of(&support::mapping_of(mapping), rows), Arrival::Join);
    board
}

fn notes(board: &Board) -> Vec<String> {
    let steps = board.explain("k").unwrap().steps;
    let told = steps.iter().filter(|step| step.code == "note");
    told.map(|step| step.params.get("note").unwrap().to_string()).collect()
}

#[test]
fn an_explanation_says_what_there_is_to_know() {
    let deflection = r#""kpi": "deflection", "estimate": "A survey", "counts": { "avoided": { "sum": "A" }, "contacts": { "sum": "C" } }"#;
    let estimated = board("share", &mapping(deflection), &table("Day,A,C", &[(1, "2026-11-02,20,80")]));
    assert_eq!(notes(&estimated), ["estimated"]);
    // Two items that run against one another make no scale.
    let items = r#""kpi": "favourability", "columns": ["A", "B"]"#;
    let rows = table("Day,A,B", &[(9, "2026-11-02,5,1"), (9, "2026-11-02,1,4"), (1, "2026-11-02,3,3")]);
    assert_eq!(notes(&board("favourable", &mapping(items), &rows)), ["alpha-negative"]);
    let rows = table("Day,A,B", &[(9, "2026-11-02,5,5"), (9, "2026-11-02,2,1"), (1, "2026-11-02,3,")]);
    assert_eq!(notes(&board("favourable", &mapping(items), &rows)), Vec::<String>::new());
}

#[test]
fn cohorts_say_who_of_a_period_is_still_there() {
    let rows = table(
        "Began,Ended",
        &[
            (150, "2026-09-10,"),
            (12, "2026-09-12,2026-11-03"),
            (3, "2026-09-01,2026-10-02"),
            (4, "2026-10-10,"),
        ],
    );
    let mapping = r#"{ "version": 1, "source": "s", "measures": [{ "id": "m", "kpi": "retention", "began": "Began", "ended": "Ended" }] }"#;
    for snapshot in &both(mapping, &rows) {
        // Four who came in October are too few to be shown.
        let cohorts = cohorts(snapshot.get("s", "m").unwrap(), day("2026-12-15"));
        let shares: Vec<f64> = cohorts[0].kept.iter().map(|kept| kept.value.clone().unwrap()).collect();
        assert_eq!(
            (cohorts.len(), cohorts[0].customers, cohorts[0].began.label().as_str()),
            (1, 165, "2026-09")
        );
        assert_eq!(shares, [100.0, 100.0 * 162.0 / 165.0, 100.0 * 150.0 / 165.0]);
    }
}
