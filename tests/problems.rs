//! Metrics that do harm when chased alone: guards that get worse, guards that are missing, heaps at a limit (N15).
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use proptest::prelude::*;
use support::{batch_of, day, mapping_of};
use throughline::alignment::{Finding, bunching, divergence, guards_of};
use throughline::board::{Arrival, Board, Options};
use throughline::error::Param;
use throughline::format::plan;
use throughline::plan::Direction;
use throughline::stats::mann_kendall_exact;

fn open(kpis: &str, settings: &str) -> Board {
    let text = format!(
        r#"{{ "version": 1, "title": "T", {settings} "mission": {{ "id": "m", "title": "M", "kpis": [{kpis}] }} }}"#
    );
    let plan = plan::decode(&text).unwrap_or_else(|error| panic!("{error}"));
    Board::open(plan, Options { as_of: day("2026-11-20") })
}

/// A KPI with a typed value a month up to October 2026.
fn typed(id: &str, direction: &str, more: &str, values: &[f64]) -> String {
    let values: Vec<String> = values
        .iter()
        .rev()
        .zip(
            (0..).map(|back| support::day("2026-10-31").checked_sub(jiff::Span::new().months(back)).unwrap()),
        )
        .map(|(value, at)| format!(r#"{{ "at": "{}", "value": {value} }}"#, at.last_of_month()))
        .collect();
    format!(
        r#"{{ "id": "{id}", "title": "{id}", "direction": "{direction}", "interval": "month", {more} "values": [{}] }}"#,
        values.join(",")
    )
}

fn number(finding: &Finding, name: &str) -> f64 {
    match finding.params.get(name) {
        Some(Param::Number(number)) => *number,
        other => panic!("{name}: {other:?}"),
    }
}

fn ids(board: &Board) -> Vec<&'static str> {
    board.problems().iter().map(|finding| finding.id).collect()
}

/// Handling time falls by half a minute a month while first-contact resolution falls by a point.
#[test]
fn a_guard_that_gets_worse_is_told() {
    let handling: Vec<f64> = (0..8).map(|month| 9.0 - 0.5 * f64::from(month)).collect();
    let solved: Vec<f64> = (0..8).map(|month| 80.0 - f64::from(month)).collect();
    let kpis = |solved: &[f64]| {
        let aht = typed("aht", "down", r#""guard": "fcr","#, &handling);
        format!("{aht}, {}", typed("fcr", "up", "", solved))
    };
    let board = open(&kpis(&solved), "");
    let found = board.problems();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].id, found[0].remedy), ("guard-diverges", "look-at-both"));
    let params = |name| found[0].params.get(name);
    assert_eq!(
        [params("change"), params("guardChange")],
        [Some(&Param::Number(-3.5)), Some(&Param::Number(-7.0))]
    );
    assert_eq!(params("periods"), Some(&Param::Number(8.0)));
    // All of 8! orders but one fall less, and one rises as much: 2 ÷ 40320.
    assert!((number(&found[0], "p") - 2.0 / 40_320.0).abs() < 1e-12);
    assert_eq!(found[0].params.get("since"), Some(&Param::Text("2026-03-01".into())));
    assert_eq!(found[0].params.get("at"), Some(&Param::Text("2026-10-31".into())));
    // Both get better, or the guard goes nowhere: nothing to tell.
    let rising: Vec<f64> = solved.iter().rev().copied().collect();
    assert!(ids(&open(&kpis(&rising), "")).is_empty());
    assert!(ids(&open(&kpis(&[80.0, 81.0, 79.0, 80.0, 80.5, 79.5, 80.2, 80.0]), "")).is_empty());
    // Five periods say nothing; of other periods there are none in common.
    assert!(ids(&open(&kpis(&solved[3..]), "")).is_empty());
    // Switched off it is listed with its reason.
    let off =
        r#""settings": { "off": [{ "finding": "guard-diverges", "node": "aht", "reason": "known" }] },"#;
    assert_eq!(open(&kpis(&solved), off).problems()[0].off.as_deref(), Some("known"));
}

#[test]
fn a_guard_must_be_another_kpi() {
    let refused = |guard: &str| {
        let kpi = typed("aht", "down", &format!(r#""guard": "{guard}","#), &[1.0]);
        let text = format!(
            r#"{{ "version": 1, "title": "T", "mission": {{ "id": "m", "title": "M", "kpis": [{kpi}] }} }}"#
        );
        let error = plan::decode(&text).unwrap_err();
        (error.issues()[0].code, error.issues()[0].at.as_str().to_owned())
    };
    assert_eq!(refused("aht"), ("guards-itself", "/mission/kpis/0/guard".to_owned()));
    assert_eq!(refused("ahtt"), ("unknown-reference", "/mission/kpis/0/guard".to_owned()));
    let board = open(
        &format!("{}, {}", typed("a", "up", r#""guard": "b","#, &[1.0]), typed("b", "up", "", &[1.0])),
        "",
    );
    let text = plan::encode(board.plan());
    assert!(text.contains(r#""guard": "b""#));
    assert_eq!(&plan::decode(&text).unwrap(), board.plan());
}

/// Values of Gilbert 1987, table A18: the share of orders with S at least so large.
#[test]
fn short_series_by_counting_orders() {
    let p = |values: &[f64]| {
        let trend = mann_kendall_exact(&values.iter().copied().map(Some).collect::<Vec<_>>()).unwrap();
        (trend.s, 0.5 * trend.p)
    };
    let same = |(s, p): (f64, f64), expected: (f64, f64)| {
        assert!((s - expected.0).abs() < 1e-9 && (p - expected.1).abs() < 5e-4, "{s} {p}");
    };
    same(p(&[1.0, 2.0, 3.0, 4.0, 5.0]), (10.0, 0.0083));
    same(p(&[2.0, 1.0, 3.0, 4.0, 5.0]), (8.0, 0.042));
    same(p(&[2.0, 1.0, 4.0, 3.0, 5.0, 6.0]), (11.0, 0.028));
    same(p(&[1.0, 3.0, 2.0, 4.0, 5.0, 7.0, 6.0, 8.0]), (24.0, 0.0009));
    same(p(&[3.0, 2.0, 1.0, 6.0, 5.0, 4.0, 8.0, 7.0]), (14.0, 0.054));
    assert!(mann_kendall_exact(&[Some(1.0); 4]).is_err());
}

const DESK: &str = r#"{ "version": 1, "source": "desk", "columns": { "created": "A", "resolved": "B" },
    "measures": [{ "id": "time", "kpi": "resolution-time", "limit": 14400 },
                 { "id": "score", "kpi": "csat", "column": "C", "date": "B" }] }"#;

fn desk(lengths: &[u64]) -> Board {
    let kpi = |id: &str, unit: &str, variant: &str| {
        format!(
            r#"{{ "id": "{id}", "title": "{id}", "unit": "{unit}", "interval": "month",
                "measure": {{ "source": "desk", "measure": "{id}", "variant": "{variant}" }} }}"#
        )
    };
    let mut board = open(&format!("{}, {}", kpi("time", "h", "median"), kpi("score", "%", "top-box")), "");
    let row = |seconds: &u64| {
        format!(
            "2026-10-05T00:00:00,2026-10-05T{:02}:{:02}:{:02},5\n",
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60
        )
    };
    let rows: String = lengths.iter().map(row).collect();
    board.ingest(batch_of(&mapping_of(DESK), format!("A,B,C\n{rows}").as_bytes()), Arrival::Join);
    board
}

#[test]
fn a_metric_of_a_family_that_harms_wants_a_guard() {
    let board = desk(&[600, 1200]);
    let found = board.problems();
    assert_eq!(found.len(), 1, "satisfaction harms nobody: {found:?}");
    assert_eq!(
        (found[0].id, found[0].remedy, found[0].severity.code()),
        ("problem-metric-without-guard", "name-guard", "note")
    );
    assert_eq!(found[0].params.get("family"), Some(&Param::Text("resolution-time".into())));
    assert_eq!(found[0].params.get("candidates"), Some(&Param::List(vec!["score".into()])));
    assert_eq!(guards_of("aht"), ["fcr", "csat", "reopen-rate"]);
    assert!(guards_of("csat").is_empty() && guards_of("").is_empty());
}

/// Lengths of an exponential course with a mean of four hours, by its quantiles.
fn smooth(n: u32) -> Vec<f64> {
    (0..n).map(|k| -14_400.0 * (1.0 - (f64::from(k) + 0.5) / f64::from(n)).ln()).collect()
}

#[test]
fn a_heap_within_the_limit_is_told() {
    let smooth = smooth(2000);
    let mut sorted = smooth.clone();
    assert_eq!(bunching(&sorted, 14_400.0), None, "nothing happens at the limit");
    // A third of what ended within the next tenth is closed just before it instead.
    let mut moved = 0;
    for value in &mut sorted {
        if (14_400.0..15_840.0).contains(value) && (*value as u64).is_multiple_of(2) {
            *value = 14_400.0 - f64::from(moved % 600);
            moved += 1;
        }
    }
    sorted.sort_by(f64::total_cmp);
    let count = |values: &[f64], from: f64, to: f64| {
        values.iter().filter(|value| **value > from && **value <= to).count() as u64
    };
    let heap = bunching(&sorted, 14_400.0).unwrap();
    assert_eq!(heap.inside, count(&sorted, 12_960.0, 14_400.0));
    assert_eq!(heap.outside, count(&sorted, 14_400.0, 15_840.0));
    assert_eq!(heap.n, count(&sorted, 11_520.0, 17_280.0));
    // What it would have been, within the noise of the counts.
    let expected = count(&smooth, 12_960.0, 14_400.0) as f64;
    assert!((heap.expected - expected).abs() < 3.0, "{heap:?} {expected}");
    assert!(heap.p < 1e-4);
    let board = desk(
        &sorted.iter().filter(|value| **value < 80_000.0).map(|value| *value as u64).collect::<Vec<_>>(),
    );
    let found = board.problems();
    let found = found.iter().find(|finding| finding.id == "bunching").unwrap();
    assert_eq!(found.params.get("inside"), Some(&Param::Number(heap.inside as f64)));
    assert_eq!(found.params.get("limit"), Some(&Param::Number(14_400.0)));
    // Of the snapshot's sketch nobody can tell.
    let mut read = Board::open(board.plan().clone(), Options { as_of: day("2026-11-20") });
    read.load(board.snapshot().to_written(), Arrival::Join).unwrap();
    assert_eq!(ids(&read), ["problem-metric-without-guard"]);
}

#[test]
fn whole_hours_are_no_heap() {
    // Lengths in whole quarters of an hour pile up by themselves.
    let hours: Vec<f64> = (0..4000).map(|k| f64::from(k % 32) * 900.0).collect();
    let mut sorted = hours;
    sorted.sort_by(f64::total_cmp);
    assert_eq!(bunching(&sorted, 14_400.0), None);
    assert_eq!(bunching(&[], 14_400.0), None);
}

proptest! {
    /// Where the logarithm of the density is a parabola the third difference is 0: false alarms come at the rate they may.
    #[test]
    fn a_smooth_course_is_left_alone(mean in 10_000.0..20_000.0_f64, width in 3_000.0..8_000.0_f64, n in 500_u32..4000) {
        let normal: Vec<f64> = (0..n)
            .filter_map(|k| throughline::stats::normal_quantile((f64::from(k) + 0.5) / f64::from(n)))
            .map(|z| mean + width * z)
            .collect();
        prop_assert_eq!(bunching(&normal, 14_400.0), None);
    }

    /// A metric and a guard that are the same never part, whichever way is better.
    #[test]
    fn the_same_series_never_diverges_from_itself(values in prop::collection::vec(0.0..100.0_f64, 0..20), up in any::<bool>()) {
        let direction = if up { Direction::Up } else { Direction::Down };
        prop_assert_eq!(divergence((&values, direction), (&values, direction)), None);
    }
}
