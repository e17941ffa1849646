//! Status on signal (domain sections 2 and 5): what a series says of a colour, plan in, board out.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use proptest::prelude::*;
use serde_json::{Value, json};
use throughline::board::{Board, Options};
use throughline::calendar::parse_date;
use throughline::error::Param;
use throughline::format;
use throughline::plan::Subject;
use throughline::score::{KpiScore, Status};

/// One value a month from January 2025.
fn months(values: &[f64]) -> Value {
    let month = |(place, value): (usize, &f64)| {
        let (year, month) = (2025 + place / 12, place % 12 + 1);
        json!({ "at": format!("{year}-{month:02}-28"), "value": value })
    };
    values.iter().enumerate().map(month).collect()
}

fn open(fields: &Value, values: &Value, as_of: &str) -> Board {
    let mut kpi = json!({ "id": "k", "title": "K", "values": values });
    kpi.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    let plan = json!({ "version": 1, "title": "T",
        "mission": { "id": "m", "title": "M" },
        "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }], "kpis": [kpi] }] });
    let plan = format::plan::decode(&plan.to_string()).unwrap_or_else(|error| panic!("{error}"));
    Board::open(plan, Options { as_of: parse_date(as_of).unwrap() })
}

fn kpi(board: &Board) -> KpiScore {
    match board.plan().find("k") {
        Some(Subject::Kpi(ix)) => *board.scores().kpi(ix),
        _ => panic!(),
    }
}

fn score(fields: &Value, values: &[f64]) -> KpiScore {
    kpi(&open(fields, &months(values), "2028-01-01"))
}

/// A share from 0 to 1: its score is itself.
fn share() -> Value {
    json!({ "direction": "up", "score": { "function": "min-max", "low": 0, "high": 1 } })
}

fn assert_param(score: &KpiScore, name: &str, expected: f64) {
    let found = param(score, name);
    assert!((found - expected).abs() < 1e-12, "{name} is {found}, not {expected}");
}

fn param(score: &KpiScore, name: &str) -> f64 {
    match score.because.params().get(name) {
        Some(Param::Number(number)) => *number,
        other => panic!("{name} is {other:?}"),
    }
}

#[test]
fn noise_does_not_change_a_colour() {
    // The last value alone would be at risk, by 0.02; so far it has always swung as much.
    let found = score(&share(), &[0.93, 0.89, 0.94, 0.90, 0.93, 0.91, 0.94, 0.88]);
    assert_eq!((found.status, found.because.code()), (Status::OnTrack, "mean-since-signal"));
    assert!((param(&found, "here") - 0.915).abs() < 1e-12);
    assert_param(&found, "points", 8.0);
    // What is shown as the score is that of the last value all the same.
    assert_eq!(found.score, Some(0.88));
}

#[test]
fn a_signal_changes_it_at_once() {
    let found = score(&share(), &[0.93, 0.91, 0.93, 0.91, 0.93, 0.91, 0.93, 0.91, 0.60]);
    assert_eq!((found.status, found.because.code()), (Status::OffTrack, "signal-at-last"));
    assert_eq!(found.because.params().get("rule"), Some(&Param::from("outside")));
    assert_param(&found, "here", 0.60);
}

#[test]
fn since_a_signal_its_value_and_those_after_it_count() {
    // The shift at the ninth value is a signal, and so is the range; the two after it are none of their own.
    let level = [0.93, 0.91, 0.93, 0.91, 0.93, 0.91, 0.93, 0.91, 0.93, 0.91, 0.93, 0.91];
    let mut values = level.to_vec();
    values.extend([0.70, 0.91]);
    let found = score(&share(), &values);
    assert_eq!(found.because.code(), "mean-since-signal");
    assert_param(&found, "points", 2.0);
    assert_eq!(found.status, Status::AtRisk);
    assert!((param(&found, "here") - 0.805).abs() < 1e-12);
}

#[test]
fn seven_values_leave_it_to_the_bands() {
    let found = score(&share(), &[0.93, 0.89, 0.94, 0.90, 0.93, 0.91, 0.88]);
    assert_eq!((found.status, found.because.code()), (Status::AtRisk, "score-in-band"));
}

#[test]
fn seven_values_and_an_interval_over_an_edge_cannot_tell() {
    let mut values = months(&[0.93, 0.89, 0.94, 0.90, 0.93, 0.91, 0.88]);
    values[6] = json!({ "at": "2025-07-28", "value": 0.88, "low": 0.84, "high": 0.92, "n": 50 });
    let found = kpi(&open(&share(), &values, "2028-01-01"));
    assert_eq!((found.status, found.because.code()), (Status::CannotTell, "edge-inside-interval"));
    assert_param(&found, "needed", 200.0);
    // With an eighth value the series itself says how much it swings.
    let mut longer = months(&[0.93, 0.93, 0.89, 0.94, 0.90, 0.93, 0.91, 0.88]);
    longer[7] = json!({ "at": "2025-08-28", "value": 0.88, "low": 0.84, "high": 0.92, "n": 50 });
    assert_eq!(kpi(&open(&share(), &longer, "2028-01-01")).because.code(), "mean-since-signal");
}

/// Pace of a mean is mean progress over mean expected progress: who is on plan each month is on plan as a whole.
#[test]
fn the_pace_of_a_mean_is_held_against_what_was_expected_on_its_days() {
    let fields = json!({ "baseline": 0, "target": 100, "start": "2025-01-01", "due": "2025-12-31" });
    // What is expected at the ends of eight periods, give or take: no point of it is a signal.
    let swing = [6.0, -6.0, 6.0, -6.0, 6.0, -6.0, 6.0, -6.0];
    let values: Vec<f64> = swing.iter().map(|swing| 50.0 + swing).collect();
    let found = score(&fields, &values);
    assert_eq!(found.because.code(), "mean-since-signal");
    // Days 28, 59, 87, 118, 148, 179, 209 and 240 of 365.
    let expected = (28.0 + 59.0 + 87.0 + 118.0 + 148.0 + 179.0 + 209.0 + 240.0) / 8.0 / 365.0;
    assert!((param(&found, "here") - 0.5 / expected).abs() < 1e-12);
    assert_eq!(found.status, Status::OnTrack);
}

#[test]
fn what_was_true_before_the_start_is_no_part_of_the_way() {
    let fields = json!({ "baseline": 0, "target": 1, "start": "2025-07-01", "due": "2025-12-31" });
    let found = score(&fields, &[0.1, 0.12, 0.1, 0.12, 0.1, 0.12, 0.1, 0.12]);
    assert_eq!(found.because.code(), "mean-since-signal");
    assert_param(&found, "points", 2.0);
}

#[test]
fn without_a_baseline_the_mean_meets_the_target_or_not() {
    let fields = json!({ "target": 0.9, "direction": "up" });
    let found = score(&fields, &[0.93, 0.89, 0.94, 0.90, 0.93, 0.91, 0.94, 0.88]);
    assert_eq!((found.status, found.because.code()), (Status::Met, "mean-since-signal"));
    assert_eq!(found.score, Some(0.0), "the score is that of the last value");
}

#[test]
fn rules_and_windows_of_several_periods_are_not_gated() {
    let values = [0.93, 0.89, 0.94, 0.90, 0.93, 0.91, 0.94, 0.88];
    let rules = json!({ "score": { "function": "thresholds",
        "rules": [{ "when": "at-least", "against": { "number": 0.9 }, "status": "on-track", "score": 1 }],
        "otherwise": { "status": "off-track", "score": 0 } } });
    assert_eq!(score(&rules, &values).status, Status::OffTrack);
    let mut wide = share();
    wide["window"] = json!({ "last": 3 });
    wide["aggregate"] = json!("mean");
    assert_eq!(score(&wide, &values).because.code(), "score-in-band");
}

proptest! {
    /// The status on a day is that of the series up to that day, whatever came in which order and whatever comes after.
    #[test]
    fn the_status_is_a_pure_function_of_the_series(
        values in prop::collection::vec(0.0..1.0_f64, 1..20),
        upto in 1_usize..20,
        backwards in any::<bool>(),
    ) {
        let upto = upto.min(values.len());
        let day = |place: usize| format!("{}-{:02}-28", 2025 + (place - 1) / 12, (place - 1) % 12 + 1);
        let all = months(&values);
        let early = kpi(&open(&share(), &months(&values[..upto]), &day(upto)));
        prop_assert_eq!(kpi(&open(&share(), &all, &day(upto))), early);
        let mut board = open(&share(), &json!([]), &day(upto));
        let mut records: Vec<Value> = all.as_array().unwrap().clone();
        if backwards {
            records.reverse();
        }
        for mut record in records {
            record["kpi"] = json!("k");
            let records = format::record::decode(&json!([record]).to_string()).unwrap();
            board.record(&records).unwrap();
        }
        prop_assert_eq!(kpi(&board), early);
    }
}
