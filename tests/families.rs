//! Every family from raw rows: the worked values of published definitions, had through the mapping and the snapshot
//! as a board reads them, and again from the written snapshot.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

mod support;

use std::fmt::Write;

use support::{day, load, reading};
use throughline::calendar::Granularity;
use throughline::format;
use throughline::kpi::{Asked, Figure};
use throughline::plan::Window;
use throughline::snapshot::Snapshot;

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
