//! Bullets, tornado, waterfall and status counts: goldens, places by hand calculation, and what must hold for any words.

use proptest::prelude::*;
use throughline::chart::bars::{Axis, Bars, Ink, Mark, Row, picture};
use throughline::chart::sheet::Laid;
use throughline::chart::{Direction, Face, Palette, Signal, Table, to_svg};
use throughline::wasm::scene;

use crate::sheets::{covers_nothing, sheet, written};
use crate::support::golden;

fn svg(bars: &Bars) -> String {
    to_svg(&picture(bars, &Table).0, &bars.sheet.font, bars.sheet.direction == Direction::Rtl)
}

fn laid(bars: &Bars) -> Laid {
    picture(bars, &Table).1
}

/// The request of a fixture in another width.
fn asked(text: &str, width: f64) -> String {
    text.replacen("\"width\": 0", &format!("\"width\": {width}, \"ratio\": 4"), 1)
}

const BULLETS: &str = r#"{ "width": 0, "bullets": [
    { "id": "csat", "label": "Customer satisfaction", "note": "n 1,204 · October", "text": "72 %", "scale": { "low": 0, "high": 100, "lowText": "0 %", "highText": "100 %" },
      "bands": [60, 80], "value": 72, "low": 69.5, "high": 74.5, "target": 85, "baseline": 60, "benchmark": 78 },
    { "id": "aht", "label": "Average handling time", "text": "412 s", "scale": { "low": 300, "high": 600, "lowText": "300 s", "highText": "600 s" },
      "value": 412, "target": 360, "baseline": 520, "status": "at-risk" },
    { "id": "fcr", "label": "First contact resolution", "note": "No value since June", "text": "–", "scale": { "low": 0, "high": 100, "lowText": "0 %", "highText": "100 %" }, "target": 80 }],
    "words": { "value": "Value", "target": "Target", "baseline": "Baseline", "benchmark": "What others reach", "interval": "95 % interval", "unknown": "Not known" } }"#;

const TORNADO: &str = r#"{ "width": 0, "now": 0.54, "nowText": "Today 54 %", "swings": [
    { "id": "fcr", "label": "First contact resolution", "note": "interval 61–74 %", "text": "38–71 %", "worse": { "at": 0.38, "flips": "off-track" }, "better": { "at": 0.71, "flips": "on-track" } },
    { "id": "csat", "label": "Customer satisfaction", "text": "47–60 %", "worse": { "at": 0.47 }, "better": { "at": 0.6 } },
    { "id": "asa", "label": "Time to the first reply", "text": "52–55 %", "worse": { "at": 0.52 }, "better": { "at": 0.55 } },
    { "id": "ces", "label": "Customer effort", "note": "no score", "text": "not known" }],
    "scale": { "low": 0.3, "high": 0.8, "marks": [{ "at": 0.3, "label": "30 %" }, { "at": 0.4, "label": "40 %" }, { "at": 0.5, "label": "50 %" },
      { "at": 0.6, "label": "60 %" }, { "at": 0.7, "label": "70 %" }, { "at": 0.8, "label": "80 %" }] },
    "words": { "worse": "At its worse end", "better": "At its better end", "unknown": "Not known", "off-track": "Flips to off track", "on-track": "Flips to on track" } }"#;

const WATERFALL: &str = r#"{ "width": 0, "steps": [
    { "id": "fcr", "label": "First contact resolution", "note": "weight 2", "text": "31 %", "from": 0, "to": 0.31 },
    { "id": "csat", "label": "Customer satisfaction", "note": "weight 1", "text": "23 %", "from": 0.31, "to": 0.54 },
    { "id": "hand", "label": "Set by hand", "text": "−4 %", "from": 0.54, "to": 0.5 },
    { "id": "ces", "label": "Customer effort", "note": "unknown", "text": "0–20 %", "low": 0.5, "high": 0.7 },
    { "id": "all", "label": "Keep customers", "text": "50 %", "from": 0, "to": 0.5, "total": true }],
    "words": { "more": "Adds", "less": "Takes away", "total": "Score", "unknown": "Could still add" } }"#;

const COUNTS: &str = r#"{ "width": 0, "levels": [
    { "id": "goals", "label": "Goals", "text": "4", "counts": [{ "status": "on-track", "count": 2, "text": "2 on track" }, { "status": "at-risk", "count": 1, "text": "1 at risk" }, { "status": "no-data", "count": 1, "text": "1 no data" }] },
    { "id": "strategies", "label": "Strategies", "text": "14", "counts": [{ "status": "on-track", "count": 7, "text": "7 on track" }, { "status": "at-risk", "count": 3, "text": "3 at risk" }, { "status": "off-track", "count": 2, "text": "2 off track" }, { "status": "cannot-tell", "count": 1, "text": "1 cannot tell" }, { "status": "stale", "count": 1, "text": "1 stale" }] },
    { "id": "kpis", "label": "KPIs", "text": "61", "counts": [{ "status": "on-track", "count": 40, "text": "40 on track" }, { "status": "at-risk", "count": 20, "text": "20 at risk" }, { "status": "off-track", "count": 1, "text": "1 off track" }] },
    { "id": "actions", "label": "Actions", "text": "0", "counts": [] }],
    "words": { "on-track": "On track", "at-risk": "At risk", "off-track": "Off track", "cannot-tell": "Cannot tell", "stale": "Stale", "no-data": "No data" } }"#;

type Read = fn(&str) -> Result<Bars, throughline::error::Error>;

/// The same in a wide, a narrow and the least width; lit in the dark; mirrored.
fn recorded(name: &str, text: &str, read: Read) {
    for (form, width) in [("light", 760.0), ("narrow", 320.0), ("least", 240.0)] {
        golden(&format!("{name}-{form}"), &svg(&read(&asked(text, width)).unwrap()));
    }
    let mut lit = read(&asked(text, 560.0)).unwrap();
    lit.sheet.palette = Palette::DARK;
    (lit.select, lit.hover) = (Some((0, 0)), Some((1, 0)));
    golden(&format!("{name}-lit-dark"), &svg(&lit));
    lit.sheet.direction = Direction::Rtl;
    golden(&format!("{name}-rtl-dark"), &svg(&lit));
    let (mirrored, width) = (laid(&lit), lit.sheet.width);
    lit.sheet.direction = Direction::Ltr;
    for (one, other) in mirrored.spots.iter().zip(&laid(&lit).spots) {
        assert!((one.frame.end() + other.frame.x - width).abs() < 1e-9);
        for ((_, one), (_, other)) in one.at.iter().zip(&other.at) {
            assert!((one + other - width).abs() < 1e-9);
        }
    }
    let still = Bars { select: None, hover: None, ..lit.clone() };
    assert_eq!(laid(&still), laid(&lit));
    assert_ne!(picture(&still, &Table).0, picture(&lit, &Table).0);
}

#[test]
fn bullets_beside_their_targets() {
    recorded("bullet", BULLETS, scene::bullets);
    let gauge = BULLETS.replacen("\"bullets\"", "\"as\": \"gauge\", \"bullets\"", 1);
    recorded("gauge", &gauge, scene::bullets);
}

#[test]
fn a_tornado_round_today() {
    recorded("tornado", TORNADO, scene::tornado);
}

#[test]
fn a_waterfall_with_what_is_unknown() {
    recorded("waterfall", WATERFALL, scene::waterfall);
}

#[test]
fn counts_of_statuses_by_level() {
    recorded("counts", COUNTS, scene::counts);
}

#[test]
fn nothing_at_all() {
    for (list, read) in [
        ("bullets", scene::bullets as Read),
        ("swings", scene::tornado),
        ("steps", scene::waterfall),
        ("levels", scene::counts),
    ] {
        let empty = read(&format!(r#"{{ "width": 400, "{list}": [] }}"#)).unwrap();
        let laid = laid(&empty);
        assert!((laid.height - 2.0).abs() < 1e-9 && laid.spots.is_empty() && laid.labels.is_empty());
    }
}

/// Ten pixels a sign.
struct Ten;

impl throughline::chart::Measure for Ten {
    fn width(&self, text: &str, _: Face) -> f64 {
        10.0 * text.chars().count() as f64
    }
}

fn row(id: &str, text: &str, marks: Vec<Mark>) -> Row {
    let (id, label, text) = (id.to_owned(), id.to_owned(), text.to_owned());
    Row { id, label, text, scale: (0.0, 100.0), marks, at: vec![("value", 25.0)], ..Row::default() }
}

fn bars(width: f64, rows: Vec<Row>) -> Bars {
    Bars { sheet: sheet(width), rows, ..Bars::default() }
}

#[test]
fn marks_lie_where_a_ruler_puts_them() {
    let marks = || vec![Mark::Bar(0.0, 25.0, Ink::Accent, false)];
    let mut made = bars(500.0, vec![row("Mail", "25 %", marks()), row("Chat", "25 %", marks())]);
    // Four signs of 10 at the start side and four at the end, 12 beside each: 396 are left, and rows of 24 with 10 between.
    let laid = picture(&made, &Ten).1;
    let boxes: Vec<_> = laid.spots.iter().map(|s| (s.frame.x, s.frame.y, s.frame.w, s.frame.h)).collect();
    assert_eq!(boxes, [(52.0, 0.0, 396.0, 24.0), (52.0, 34.0, 396.0, 24.0)]);
    assert_eq!(laid.spots[0].at, [("value", 52.0 + 99.0)]);
    // The marks of the axis: 6 below the last row; a line of 12 + 4.
    made.axis =
        Some(Axis { scale: (0.0, 100.0), marks: vec![(0.0, "0".to_owned()), (100.0, "100".to_owned())] });
    let places: Vec<_> =
        picture(&made, &Ten).1.labels.iter().rev().take(2).map(|p| (p.frame.x, p.frame.y)).collect();
    assert_eq!(places, [(448.0 - 15.0, 64.0), (52.0 - 5.0, 64.0)]);
    // Narrow: the label's line (13 + 4) and 2, then the marks from side to side but for 6.
    made.sheet.width = 300.0;
    let narrow = picture(&made, &Ten).1;
    let frame = narrow.spots[0].frame;
    assert_eq!((narrow.form, frame.x, frame.y, frame.w), ("narrow", 6.0, 19.0, 288.0));
}

#[test]
fn a_gauge_lies_on_half_a_circle() {
    let mut made = bars(240.0, vec![row("Mail", "25 %", vec![Mark::Bar(0.0, 25.0, Ink::Accent, false)])]);
    made.gauge = true;
    let laid = picture(&made, &Ten).1;
    // 240 wide: a radius of 106; a quarter of the scale is 45 degrees up from the start side.
    let expected = 120.0 - 106.0 * std::f64::consts::FRAC_1_SQRT_2;
    assert!((laid.spots[0].at[0].1 - expected).abs() < 1e-9);
}

/// One to five words of one to eighteen letters.
fn words() -> impl Strategy<Value = String> {
    "[A-Za-zäöü]{1,18}( [a-zé&-]{1,14}){0,4}"
}

proptest! {
    #[test]
    fn nothing_lies_over_anything_or_leaves_the_picture(
        labels in prop::collection::vec((words(), words(), "[0-9 %–]{0,14}"), 0..10),
        width in 240.0..2000.0f64, rtl: bool, gauge: bool, line in prop::option::of((0.0..1.0f64, words())), axis: bool,
    ) {
        let rows: Vec<Row> = labels.iter().enumerate().map(|(at, (label, note, text))| Row {
            id: at.to_string(), label: label.clone(), note: note.clone(), text: text.trim().to_owned(),
            scale: (0.0, 1.0), ends: ("0 %".to_owned(), "100 %".to_owned()), marks: vec![Mark::Sealed],
            ..Row::default()
        }).collect();
        let mut made = bars(width, rows);
        made.gauge = gauge;
        made.line = line.filter(|_| !gauge);
        made.axis = (axis && !gauge).then(|| Axis { scale: (0.0, 1.0), marks: Vec::new() });
        made.legend = vec![(Mark::Shape(0.0, Signal::AtRisk), "At risk".to_owned()), (Mark::Ring(0.0), "What stood here before".to_owned())];
        made.sheet.direction = if rtl { Direction::Rtl } else { Direction::Ltr };
        let (picture, laid) = picture(&made, &Table);
        covers_nothing(&laid);
        let signs = written(&picture);
        for (label, note, _) in &labels {
            for each in [label, note] {
                let each: String = each.split_whitespace().collect();
                prop_assert!(signs.contains(&each), "{each} in {signs}");
            }
        }
    }
}
