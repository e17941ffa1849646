//! Event logs whose events say of what kind they are: which of them create, answer, resolve and open a case again.

mod support;

use support::{day, load, reading};
use throughline::calendar::Granularity;
use throughline::format;
use throughline::kpi::{Asked, Figure};
use throughline::plan::Window;
use throughline::snapshot::Snapshot;

const MAPPING: &str = r#"{ "version": 1, "source": "s",
    "events": { "case": "Case", "time": "At", "kinds": { "column": "What", "created": ["opened"], "firstReply": ["answered"],
        "resolved": ["resolved", "closed"], "reopened": ["reopened"] } },
    "measures": [
        { "id": "first", "kpi": "resolution-time", "resolved": "first" },
        { "id": "last", "kpi": "resolution-time" },
        { "id": "reply", "kpi": "first-reply-time" },
        { "id": "kept", "kpi": "sla-compliance", "limit": 86400, "denominator": "created" },
        { "id": "kept-first", "kpi": "sla-compliance", "limit": 86400, "denominator": "created", "resolved": "first" },
        { "id": "backlog", "kpi": "backlog", "opening": 1, "counts": { "created": { "column": "What", "is": ["opened"] },
          "resolved": { "column": "What", "is": ["resolved", "closed"] }, "reopened": { "column": "What", "is": ["reopened"] } } }
    ] }"#;

/// Of case 1 the log is told out of order; 2 was opened again and resolved again; 3 is open again; 4 was never resolved;
/// of 5 nobody knows when it was opened.
const LOG: &str = "Case,At,What
1,2026-11-02 18:00,closed
1,2026-11-02 08:00,opened
1,2026-11-02 09:00,answered
1,2026-11-02 10:00,noted
2,2026-11-03 07:00,noted
2,2026-11-03 08:00,opened
2,2026-11-03 10:00,answered
2,2026-11-03 12:00,resolved
2,2026-11-04 08:00,reopened
2,2026-11-05 08:00,resolved
2,2026-11-06 08:00,noted
3,2026-11-04 08:00,opened
3,2026-11-04 14:00,resolved
3,2026-11-05 08:00,reopened
4,2026-11-05 08:00,opened
4,2026-11-05 09:00,answered
5,2026-11-06 08:00,resolved
";

fn figure(snapshot: &Snapshot, measure: &str, variant: &str, unit: &str) -> Figure {
    let reading = reading(measure, variant, None);
    let period = Granularity::Month.into();
    let asked = Asked { reading: &reading, unit: Some(unit), period, as_of: day("2026-12-15") };
    asked.value(snapshot, Window::Last(1))
}

#[test]
fn kinds_of_events_mark_the_times_of_a_case() {
    let (report, snapshot) = load(MAPPING, LOG.as_bytes());
    assert_eq!((report.used, report.refused), (17, 0));
    let hours = |measure: &str| figure(&snapshot, measure, "mean", "h");
    // 10, 4 and 6 hours to the first resolution; 10 and 48 to the last, of the two that are resolved now.
    let first = hours("first");
    assert_eq!((first.value, first.n, first.open), (Ok(20.0 / 3.0), Some(3), Some(1)));
    let last = hours("last");
    assert_eq!((last.value, last.n, last.open), (Ok(29.0), Some(2), Some(2)));
    let reply = hours("reply");
    assert_eq!((reply.value, reply.n, reply.open), (Ok(4.0 / 3.0), Some(3), Some(1)));
    assert_eq!(figure(&snapshot, "kept", "share", "%").value, Ok(25.0));
    assert_eq!(figure(&snapshot, "kept-first", "share", "%").value, Ok(75.0));
    // One from before (5), four opened, five times resolved, two opened again: 3 and 4 are there.
    assert_eq!(figure(&snapshot, "backlog", "count", "cases").value, Ok(2.0));
}

#[test]
fn a_log_without_kinds_goes_by_the_places_of_events() {
    let mapping = MAPPING.replace(
        r#""kinds": { "column": "What", "created": ["opened"], "firstReply": ["answered"],
        "resolved": ["resolved", "closed"], "reopened": ["reopened"] }"#,
        r#""firstReply": "second""#,
    );
    let error = format::mapping::decode(&mapping).unwrap_err();
    let issues: Vec<_> = error.issues().iter().map(|issue| (issue.code, issue.at.as_str())).collect();
    assert_eq!(issues, [("missing-field", "/measures/0"), ("missing-field", "/measures/4")]);
    let (_, snapshot) = load(&mapping.replace(r#", "resolved": "first""#, ""), LOG.as_bytes());
    // From the first event to the last: 10, 73, 24, 1 and 0 hours.
    assert_eq!(figure(&snapshot, "last", "mean", "h").value, Ok(108.0 / 5.0));
}

#[test]
fn the_mapping_is_written_as_it_was_read() {
    let mapping = format::mapping::decode(MAPPING).unwrap();
    let again = format::mapping::decode(&format::mapping::encode(&mapping)).unwrap();
    assert_eq!(mapping, again);
}
