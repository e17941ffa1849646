//! What each request says, and that every mistake in one is told.

use super::*;
use crate::chart::bars::Ink;

fn issues<T>(read: Result<T, Error>) -> Vec<String> {
    let told = |error: Error| -> Vec<String> {
        error.issues().iter().map(|issue| format!("{} {}", issue.code, issue.at.as_str())).collect()
    };
    read.map_err(told).err().unwrap_or_default()
}

#[test]
fn a_bullet_has_the_marks_that_are_known() {
    let read = bullets(
        r#"{ "width": 400, "bullets": [
            { "id": "csat", "label": "CSAT", "text": "72 %", "scale": { "low": 0, "high": 100 }, "bands": [60, 80],
              "value": 72, "low": 70, "high": 75, "target": 85, "baseline": 60, "benchmark": 78, "status": "at-risk" },
            { "id": "fcr", "label": "FCR", "scale": { "low": 0, "high": 100 }, "target": 80 }],
            "as": "gauge", "words": { "target": "Target", "unknown": "No value" }, "select": "fcr" }"#,
    )
    .unwrap();
    let band = |from, to, at| Mark::Bar(from, to, Ink::Band(at), true);
    let expected = [
        band(0.0, 60.0, 3),
        band(60.0, 80.0, 2),
        band(80.0, 100.0, 1),
        Mark::Bar(0.0, 72.0, Ink::Status(Signal::AtRisk), false),
        Mark::Whisker(70.0, 75.0),
        Mark::Ring(60.0),
        Mark::Diamond(78.0),
        Mark::Stroke(85.0, Ink::Ink, 3.0),
    ];
    assert_eq!(read.rows[0].marks, expected);
    assert_eq!(read.rows[1].marks, [band(0.0, 100.0, 0), Mark::Sealed, Mark::Stroke(80.0, Ink::Ink, 3.0)]);
    let words: Vec<_> = read.legend.iter().map(|(_, word)| word.as_str()).collect();
    assert_eq!((read.gauge, read.select, words), (true, Some((1, 0)), vec!["Target", "No value"]));
}

#[test]
fn every_mistake_of_bullets_is_told() {
    let wrong = r#"{ "width": 10, "as": "dial", "bullets": [
        { "id": "a", "label": "A", "scale": { "low": 5, "high": 5 }, "value": true },
        { "id": "a", "label": "", "scale": { "low": 0, "high": 5 }, "value": 6, "low": 2, "bands": [3, 2, 9], "size": 1 }] }"#;
    let expected = [
        "out-of-range /width",
        "not-above /bullets/0/scale/high",
        "wrong-type /bullets/0/value",
        "empty-text /bullets/1/label",
        "not-above /bullets/1/bands/1",
        "out-of-range /bullets/1/bands/2",
        "out-of-range /bullets/1/value",
        "missing-field /bullets/1",
        "unknown-field /bullets/1/size",
        "duplicate-id /bullets/1",
        "unknown-value /as",
    ];
    assert_eq!(issues(bullets(wrong)), expected);
}

#[test]
fn a_tornado_begins_where_the_number_stands_and_marks_what_flips() {
    let read = tornado(
        r#"{ "width": 400, "now": 0.5, "nowText": "Today", "swings": [
            { "id": "a", "label": "A", "worse": { "at": 0.3, "flips": "off-track" }, "better": { "at": 0.6 } },
            { "id": "b", "label": "B" }], "scale": { "low": 0, "high": 1, "marks": [{ "at": 0, "label": "0 %" }] } }"#,
    )
    .unwrap();
    let expected = [
        Mark::Track,
        Mark::Bar(0.5, 0.3, Ink::Quiet, false),
        Mark::Bar(0.5, 0.6, Ink::Accent, false),
        Mark::Shape(0.3, Signal::OffTrack),
    ];
    assert_eq!(read.rows[0].marks, expected);
    assert_eq!(read.rows[1].marks, [Mark::Track, Mark::Sealed]);
    assert_eq!(read.line, Some((0.5, "Today".to_owned())));
    let wrong = r#"{ "width": 400, "swings": [{ "id": "a", "label": "A", "worse": {}, "better": { "at": 1, "flips": "up" } }],
        "scale": { "low": 0, "high": 1, "marks": [{ "at": 2, "label": "" }] }, "hover": "b" }"#;
    let expected = [
        "missing-field /swings/0/worse",
        "unknown-value /swings/0/better/flips",
        "out-of-range /scale/marks/0/at",
        "empty-text /scale/marks/0/label",
        "unknown-reference /hover",
    ];
    assert_eq!(issues(tornado(wrong)), expected);
}

#[test]
fn a_waterfall_is_joined_and_begins_at_nothing() {
    let read = waterfall(
        r#"{ "width": 400, "steps": [
            { "id": "a", "label": "A", "from": 0, "to": 0.4 }, { "id": "b", "label": "B", "from": 0.4, "to": 0.3 },
            { "id": "c", "label": "C", "low": 0.3, "high": 0.5 }, { "id": "d", "label": "D", "from": 0, "to": 0.3, "total": true }] }"#,
    )
    .unwrap();
    let marks: Vec<_> = read.rows.iter().map(|row| row.marks.clone()).collect();
    let expected = [
        vec![Mark::Bar(0.0, 0.4, Ink::Accent, false), Mark::Down(0.4)],
        vec![Mark::Bar(0.4, 0.3, Ink::Quiet, false), Mark::Down(0.3)],
        vec![Mark::Hatched(0.3, 0.5), Mark::Down(0.3)],
        vec![Mark::Bar(0.0, 0.3, Ink::Ink, true)],
    ];
    assert_eq!(marks, expected);
    assert!(read.axis.unwrap().scale.0.abs() < 1e-12);
    let wrong =
        r#"{ "width": 400, "steps": [{ "id": "a", "label": "A", "low": 3, "high": 2, "total": 1 }] }"#;
    assert_eq!(issues(waterfall(wrong)), ["out-of-range /steps/0/high", "wrong-type /steps/0/total"]);
}

#[test]
fn counts_stand_behind_one_another_and_none_is_no_part() {
    let read = counts(
        r#"{ "width": 400, "levels": [{ "id": "goals", "label": "Goals", "counts": [
            { "status": "on-track", "count": 3, "text": "3 on track" }, { "status": "at-risk", "count": 0 },
            { "status": "no-data", "count": 1 }] }, { "id": "kpis", "label": "KPIs", "counts": [] }],
            "words": { "no-data": "No data" }, "hover": { "row": "goals", "column": "no-data" } }"#,
    )
    .unwrap();
    let parts: Vec<_> = read.rows[0].parts.iter().map(|(id, from, to)| (id.as_str(), *from, *to)).collect();
    assert_eq!(parts, [("on-track", 0.0, 3.0), ("no-data", 3.0, 4.0)]);
    assert_eq!((read.hover, read.rows[1].marks.clone()), (Some((0, 1)), vec![Mark::Track]));
    let wrong = r#"{ "width": 400, "levels": [{ "id": "a", "label": "A", "counts": [{ "status": "met", "count": 1 },
        { "status": "met", "count": -1 }] }], "select": { "row": "a", "column": "done" } }"#;
    assert_eq!(
        issues(counts(wrong)),
        ["out-of-range /levels/0/counts/1/count", "unknown-reference /select/column"]
    );
}
