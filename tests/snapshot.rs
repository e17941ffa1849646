//! Snapshots: any split adds up to the same, what is written gives nobody away, overlaps are refused.
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

mod support;

use std::collections::BTreeSet;

use proptest::prelude::*;
use support::{agree, batch_of, load, mapping_of, reading, value};
use throughline::calendar::Period;
use throughline::format::snapshot::{decode, encode};
use throughline::plan::Window;
use throughline::snapshot::{
    CellKey, MINIMUM, MeasurePart, Partial, Segment, Shape, Snapshot, SourcePart, summarise,
};
use throughline::stats::Sketch;

const MAPPING: &str = r#"{ "version": 1, "source": "s", "name": "Tickets", "dimension": "Team",
    "columns": { "created": "c", "resolved": "r", "due": "d" },
    "measures": [{ "id": "t", "kpi": "resolution-time", "limit": 86400 },
                 { "id": "sla", "kpi": "sla-compliance" },
                 { "id": "csat", "kpi": "csat", "column": "a", "date": "c" },
                 { "id": "counts", "kpi": "counts", "denominator": "n", "numerator": "k", "date": "c" }] }"#;
const HEADER: &str = "c,r,d,Team,a,n,k\n";

/// One row of tickets: created on a day of three months, open or resolved some seconds later.
fn row() -> impl Strategy<Value = String> {
    let parts = (0_u32..90, prop::option::of(0_u32..4_000_000), 0_u32..6, 1_u32..=5, 0_u32..50, 0_u32..40);
    parts.prop_map(|(day, seconds, team, answer, more, part)| {
        let start = throughline::calendar::Zone::utc();
        let at = |second: i64| start.local(second).to_string();
        let created = 1_788_220_800 + i64::from(day) * 86_400;
        let resolved = seconds.map(|seconds| at(created + i64::from(seconds))).unwrap_or_default();
        let due = at(created + 172_800);
        format!("{},{resolved},{due},team {team},{answer},{},{part}\n", at(created), part + more)
    })
}

fn part_of(rows: &[String]) -> SourcePart {
    let mapping = mapping_of(MAPPING);
    let batch = batch_of(&mapping, format!("{HEADER}{}", rows.concat()).as_bytes());
    assert_eq!(batch.report.refused, 0, "{:?}", batch.report.issues);
    summarise(&batch.table, &batch.report)
}

fn same(a: &Partial, b: &Partial) -> bool {
    let counts = (a.n, a.open) == (b.n, b.open);
    counts
        && match (&a.shape, &b.shape) {
            (Shape::Duration(a), Shape::Duration(b)) => {
                let close = |x: Option<f64>, y: Option<f64>| match (x, y) {
                    (Some(x), Some(y)) => agree(x, y),
                    (x, y) => x.is_none() && y.is_none(),
                };
                a.within == b.within
                    && a.quantiles == b.quantiles
                    && close(a.moments.mean(), b.moments.mean())
                    && close(a.moments.deviations(), b.moments.deviations())
            }
            (a, b) => a == b,
        }
}

fn merged(parts: &[&SourcePart]) -> Vec<MeasurePart> {
    let (first, rest) = parts.split_first().expect("parts");
    let mut measures = first.measures.clone();
    for part in rest {
        for (ours, theirs) in measures.iter_mut().zip(&part.measures) {
            assert!(ours.agrees_with(theirs));
            ours.merge(theirs);
        }
    }
    measures
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_split_adds_up_to_the_same(rows in prop::collection::vec(row(), 1..120), cuts in prop::collection::vec(0_usize..4, 120)) {
        let whole = part_of(&rows);
        let split: Vec<SourcePart> = (0..4)
            .map(|group| {
                let rows: Vec<String> =
                    rows.iter().zip(&cuts).filter(|(_, cut)| **cut == group).map(|(row, _)| row.clone()).collect();
                part_of(&rows)
            })
            .collect();
        let forwards: Vec<&SourcePart> = split.iter().collect();
        let backwards: Vec<&SourcePart> = split.iter().rev().collect();
        for measures in [merged(&forwards), merged(&backwards)] {
            for (ours, theirs) in measures.iter().zip(&whole.measures) {
                prop_assert!(ours.cells.keys().eq(theirs.cells.keys()));
                for ((key, partial), (_, whole)) in ours.cells.iter().zip(theirs.cells.iter()) {
                    prop_assert!(same(partial, whole), "{key:?}: {partial:?} is not {whole:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_dropped_cannot_be_had_by_difference(rows in prop::collection::vec(row(), 1..160)) {
        let snapshot = Snapshot::of(vec![part_of(&rows)]);
        let written = snapshot.to_written();
        for (before, after) in snapshot.sources()[0].measures.iter().zip(&written.sources()[0].measures) {
            for period in before.periods() {
                check_period(before, after, period, &snapshot.sources()[0].measures)?;
            }
        }
    }

    #[test]
    fn written_and_read_it_gives_the_same_values(rows in prop::collection::vec(row(), 1..160)) {
        let rows_snapshot = Snapshot::of(vec![part_of(&rows)]);
        let text = encode(&rows_snapshot);
        let read = decode(&text).unwrap();
        prop_assert_eq!(&encode(&read), &text);
        let teams: Vec<Option<String>> = std::iter::once(None).chain((0..6).map(|team| Some(format!("team {team}")))).collect();
        for team in &teams {
            for (measure, variant) in [("t", "mean"), ("t", "median"), ("t", "p90"), ("t", "share-within"), ("sla", "share"), ("csat", "mean"), ("csat", "top-2-box"), ("counts", "share")] {
                let ask = reading(measure, variant, team.as_deref());
                for window in [Window::Last(1), Window::Last(2), Window::All] {
                    let exact = value(&rows_snapshot, &ask, "h", window, "2027-01-01");
                    let found = value(&read, &ask, "h", window, "2027-01-01");
                    prop_assert_eq!((found.n, found.open, found.at), (exact.n, exact.open, exact.at));
                    match (&found.value, &exact.value) {
                        (Ok(found_value), Ok(exact)) => {
                            let error = found.approximation.unwrap_or(1e-12);
                            prop_assert!((found_value - exact).abs() <= error * exact.abs() * (1.0 + 1e-9) + 1e-12, "{variant}: {found_value} for {exact}");
                        }
                        (Err(found), Err(exact)) => prop_assert_eq!(found, exact),
                        (found, exact) => prop_assert!(false, "{measure} {variant} {team:?}: {found:?} for {exact:?}"),
                    }
                    prop_assert_eq!(found.approximation.is_some(), found.value.is_ok() && matches!(variant, "median" | "p90"));
                }
            }
        }
    }
}

fn check_period(
    before: &MeasurePart,
    after: &MeasurePart,
    period: Period,
    measures: &[MeasurePart],
) -> Result<(), TestCaseError> {
    let sizes = |part: &MeasurePart| -> Vec<(String, u64)> {
        let of = |((_, segment), partial): &(CellKey, Partial)| {
            segment.values().first().map(|(_, name)| (name.clone(), partial.size()))
        };
        part.cells.of_period(period).iter().filter_map(of).collect()
    };
    let (all, shown) = (sizes(before), sizes(after));
    prop_assert!(shown.iter().all(|(_, size)| *size >= MINIMUM));
    let whole = after.whole(period).map(Partial::size);
    prop_assert_eq!(whole, before.whole(period).map(Partial::size), "the whole stays");
    let names: BTreeSet<_> = shown.iter().map(|(name, _)| name).collect();
    let dropped: Vec<_> = all.iter().filter(|(name, _)| !names.contains(name)).collect();
    let difference = whole.unwrap_or(0) - shown.iter().map(|(_, size)| size).sum::<u64>();
    if !dropped.is_empty() {
        let alone = dropped.len() == 1 && !shown.is_empty();
        prop_assert!(!alone && (difference >= MINIMUM || shown.is_empty()), "{dropped:?} of {all:?}");
        prop_assert!(
            dropped
                .iter()
                .all(|(name, _)| after.suppressed.contains(&(period, Segment::one(0, name.as_str()))))
        );
        // Nothing is dropped without need, be it another measure's of the same rows.
        prop_assert!(measures.iter().any(|part| sizes(part).iter().any(|(_, size)| *size < MINIMUM)));
    }
    Ok(())
}

#[test]
fn nothing_of_a_single_case_is_written() {
    let rows: Vec<String> = (0..40)
        .map(|i| format!("2026-10-01 00:00:00,2026-10-02 01:{:02}:37,,team {},5,1,1\n", i, i % 2))
        .collect();
    let snapshot = Snapshot::of(vec![part_of(&rows)]);
    let text = encode(&snapshot);
    assert!(text.len() < 3000, "{} bytes", text.len());
    let read = decode(&text).unwrap();
    let durations =
        |snapshot: &Snapshot| match &snapshot.get("s", "t").unwrap().cells.iter().next().unwrap().1.shape {
            Shape::Duration(durations) => durations.quantiles.error(),
            other => panic!("{other:?}"),
        };
    assert_eq!((durations(&snapshot), durations(&read)), (None, Some(Sketch::ERROR)));
    assert_eq!(read.source("s").unwrap().name.as_deref(), Some("Tickets"));
    assert!(read.source("s").unwrap().written && read.source("s").unwrap().hash.is_some());
}

#[test]
fn overlaps_are_refused_and_rows_replace() {
    let month = |month: u32| {
        let rows = format!("{HEADER}2026-{month:02}-05,2026-{month:02}-06,,x,5,1,1\n");
        load(MAPPING, rows.as_bytes()).1
    };
    let mut snapshot = decode(&encode(&month(9))).unwrap();
    snapshot.merge(decode(&encode(&month(10))).unwrap()).unwrap();
    let all = value(&snapshot, &reading("t", "mean", None), "d", Window::All, "2027-01-01");
    assert_eq!((all.n, all.value), (Some(2), Ok(1.0)));
    let before = snapshot.clone();
    let error = snapshot.merge(month(10)).unwrap_err();
    assert_eq!((error.code(), error.issues()[0].code), ("snapshot-invalid", "overlapping-snapshots"));
    assert_eq!(snapshot, before, "a refused snapshot changes nothing");
    // Nor does one that leaves its span out come in twice.
    let mut json: serde_json::Value = serde_json::from_str(&encode(&month(10))).unwrap();
    json["sources"][0].as_object_mut().unwrap().remove("span");
    let spanless = decode(&json.to_string()).unwrap();
    assert_eq!(snapshot.merge(spanless).unwrap_err().issues()[0].code, "overlapping-snapshots");
    // A month between two that are put together already comes in as any other, in whatever order files arrive.
    let of = |order: [u32; 3]| {
        order.iter().fold(Snapshot::default(), |mut all, each| {
            all.merge(decode(&encode(&month(*each))).unwrap()).unwrap();
            all
        })
    };
    assert_eq!(encode(&of([11, 9, 10])), encode(&of([9, 10, 11])));
    // Another source never overlaps.
    let (_, other) = load(
        &MAPPING.replace("\"s\"", "\"other\""),
        format!("{HEADER}2026-10-05,2026-10-06,,x,5,1,1\n").as_bytes(),
    );
    snapshot.merge(other).unwrap();
    assert_eq!(snapshot.sources().len(), 2);
    // Measured another way, the numbers would not mean the same.
    let (_, tighter) = load(
        &MAPPING.replace("86400", "3600"),
        format!("{HEADER}2026-12-05,2026-12-06,,x,5,1,1\n").as_bytes(),
    );
    assert_eq!(snapshot.merge(tighter).unwrap_err().issues()[0].code, "different-measures");
    // Rows take the place of the snapshot of their source.
    snapshot.replace(month(8).sources()[0].clone());
    let all = value(&snapshot, &reading("t", "mean", None), "d", Window::All, "2027-01-01");
    assert_eq!(all.n, Some(1));
}

#[test]
fn broken_snapshots_name_every_issue() {
    let code = |text: &str| {
        let error = decode(text).unwrap_err();
        error.issues().iter().map(|issue| format!("{} {}", issue.code, issue.at)).collect::<Vec<_>>()
    };
    let source = |measures: &str| {
        format!(
            r#"{{ "version": 1, "sources": [{{ "id": "s", "read": 1, "used": 1, "refused": 0, "period": "month", "measures": [{measures}] }}] }}"#
        )
    };
    assert_eq!(code("{"), ["json-syntax "]);
    assert_eq!(code(r#"{ "version": 1 }"#), ["missing-field "]);
    assert_eq!(code("[]"), ["wrong-type "]);
    let cells =
        |kpi: &str, cells: &str| source(&format!(r#"{{ "id": "m", "kpi": "{kpi}", "cells": [{cells}] }}"#));
    let at = "/sources/0/measures/0/cells/0";
    assert_eq!(
        code(&cells("csat", r#"{ "period": "2026-13", "n": 1, "answers": { "5": 1 } }"#)),
        [format!("not-a-period {at}/period")]
    );
    assert_eq!(
        code(&cells("csat", r#"{ "period": "2026-W40", "n": 1, "answers": { "5": 1 } }"#)),
        [format!("not-a-period {at}/period")]
    );
    assert_eq!(
        code(&cells("csat", r#"{ "period": "2026-10", "n": 2, "answers": { "5": 1 } }"#)),
        [format!("counts-disagree {at}/answers")]
    );
    assert_eq!(
        code(&cells("csat", r#"{ "period": "2026-10", "n": -1, "answers": {} }"#)),
        [format!("out-of-range {at}/n")]
    );
    assert_eq!(
        code(&cells(
            "resolution-time",
            r#"{ "period": "2026-10", "n": 1, "durations": { "mean": 5, "buckets": [1e9, 1] } }"#
        )),
        [format!("out-of-range {at}/durations/buckets/0")]
    );
    for kpi in ["sla-compliance", "retention", "counts"] {
        assert_eq!(
            code(&cells(kpi, r#"{ "period": "2026-10", "n": 1, "numerator": 3, "denominator": 2 }"#)),
            [format!("part-above-whole {at}/numerator")]
        );
    }
    let within = |within: u32| {
        format!(
            r#"{{ "period": "2026-10", "n": 2, "durations": {{ "mean": 5, "within": {within}, "buckets": [80, 2] }} }}"#
        )
    };
    assert_eq!(
        code(&cells("resolution-time", &within(3))),
        [format!("part-above-whole {at}/durations/within")]
    );
    assert!(decode(&cells("resolution-time", &within(2))).is_ok());
    assert_eq!(code(&source("").replace("\"used\": 1", "\"used\": 2")), ["part-above-whole /sources/0/used"]);
    let one = r#"{ "id": "s", "read": 1, "used": 1, "refused": 0, "period": "month", "measures": [] }"#;
    let twice = decode(&format!(r#"{{ "version": 1, "sources": [{one}, {one}] }}"#)).unwrap_err();
    let issue = "duplicate-id at /sources/1/id (id: s, first: /sources/0/id)";
    assert_eq!(twice.to_string(), format!("snapshot-invalid\n  {issue}"));
    assert_eq!(
        code(&cells("nps", r#"{ "period": "2026-10", "n": 1, "numerator": 1, "denominator": 1 }"#)).len(),
        3
    );
}

#[test]
fn what_a_sketch_gives_names_no_quantile_method() {
    let rows: Vec<String> =
        (0..40).map(|i| format!("2026-10-01 00:00:00,2026-10-02 01:{i:02}:37,,x,5,1,1\n")).collect();
    let snapshot = Snapshot::of(vec![part_of(&rows)]);
    let read = decode(&encode(&snapshot)).unwrap();
    let variant = |snapshot: &Snapshot| {
        let figure = value(snapshot, &reading("t", "p90-nearest-rank", None), "h", Window::All, "2027-01-01");
        match figure.provenance {
            throughline::kpi::Provenance::Computed { variant, .. } => variant.name(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!((variant(&snapshot), variant(&read)), ("p90-nearest-rank".into(), "p90".into()));
}

/// A mapping may ask for larger groups, never for smaller ones; a snapshot that says less than five is refused too.
#[test]
fn a_minimum_is_never_below_five() {
    let with = |minimum: &str| MAPPING.replace("\"s\"", &format!("\"s\", \"minimum\": {minimum}"));
    let told = |error: throughline::error::Error| error.issues()[0].to_string();
    for too_low in ["4", "0"] {
        let error = throughline::format::mapping::decode(&with(too_low)).unwrap_err();
        assert_eq!(told(error), "out-of-range at /minimum (min: 5, max: 1000)");
    }
    let rows: String = (0..12).map(|_| "2026-10-05,2026-10-06,,x,5,1,1\n").collect();
    let rest: String = (0..40).map(|_| "2026-10-05,2026-10-06,,y,5,1,1\n").collect();
    let text = |minimum: &str| encode(&load(&with(minimum), format!("{HEADER}{rows}{rest}").as_bytes()).1);
    assert!(text("12").contains("\"segment\":\"x\",\"n\":12"));
    assert!(text("12").contains("\"minimum\":12"));
    assert!(!text("13").contains("\"n\":12"));
    assert!(!text("5").contains("minimum"), "the usual goes without saying");
    let error = decode(&text("12").replace("\"minimum\":12", "\"minimum\":3")).unwrap_err();
    assert_eq!(told(error), "out-of-range at /sources/0/minimum (min: 5, max: 1000)");
}
