//! A KPI's forecast on a board: series, target date, chance, what must happen, and why there is none (N18).
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use serde_json::{Value, json};
use throughline::board::insight::Forecast;
use throughline::board::{Board, Options};
use throughline::forecast::{Method, damped_trend};
use throughline::format::plan;

const RISING: [f64; 12] = [71.2, 72.0, 71.5, 73.1, 74.0, 73.6, 75.2, 75.9, 77.1, 76.4, 78.0, 78.8];

/// A board on 2026-11-05 with one KPI: so many months up to October, and what else is said of it.
fn board(values: &[f64], more: &Value) -> Board {
    let month = |at: usize| {
        let month = 10 - (values.len() - 1 - at) as i32;
        let (year, month) = if month > 0 { (2026, month) } else { (2025, month + 12) };
        let last = match month {
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        format!("{year}-{month:02}-{last}")
    };
    let typed: Vec<_> =
        values.iter().enumerate().map(|(at, value)| json!({ "at": month(at), "value": value })).collect();
    let mut kpi =
        json!({ "id": "csat", "title": "Satisfied", "unit": "%", "direction": "up", "values": typed });
    kpi.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let plan = json!({
        "version": 1, "title": "Example", "period": "month",
        "mission": { "id": "mission", "title": "Help", "kpis": [kpi] },
    });
    Board::open(plan::decode(&plan.to_string()).unwrap(), Options { as_of: "2026-11-05".parse().unwrap() })
}

fn forecast(values: &[f64], more: &Value) -> Forecast {
    board(values, more).forecast("csat", None).unwrap()
}

#[test]
fn to_the_target_date_by_the_series_alone() {
    let found = forecast(&RISING, &json!({ "target": 82, "due": "2027-02-15" }));
    let outlook = found.outlook.unwrap();
    let series: Vec<_> = RISING.iter().copied().map(Some).collect();
    assert_eq!(outlook, damped_trend(&series, 4).unwrap());
    let labels: Vec<_> = found.ahead.iter().map(|ahead| ahead.period.label()).collect();
    assert_eq!(labels, ["2026-11", "2026-12", "2027-01", "2027-02"]);
    let goal = found.goal.unwrap();
    assert_eq!(goal.at, found.ahead[3]);
    let chance = goal.chance.unwrap();
    assert_eq!(Some(chance), outlook.chance(4, 82.0, false));
    assert!(chance > 0.05 && chance < 0.5, "{chance}");
    // 3.2 points in four months, where 4.1 came in the best four.
    let needed = goal.needed.unwrap();
    assert!((needed.rate - 0.8).abs() < 1e-12 && needed.seen && needed.over == 4, "{needed:?}");
    // Only the way, where that is asked for.
    let two =
        board(&RISING, &json!({ "target": 82, "due": "2027-02-15" })).forecast("csat", Some(2)).unwrap();
    assert_eq!((two.ahead.len(), two.goal.unwrap().chance.unwrap()), (2, chance));
}

#[test]
fn what_cannot_be_told_is_told_why() {
    let due = json!({ "target": 82, "due": "2027-02-15" });
    let code = |values: &[f64], more: &Value| forecast(values, more).goal.unwrap_err().code;
    assert_eq!(code(&RISING[..3], &due), "too-few-to-forecast");
    assert_eq!(code(&RISING, &json!({})), "no-target");
    assert_eq!(code(&RISING, &json!({ "target": 82 })), "no-target-date");
    assert_eq!(code(&RISING, &json!({ "target": 82, "due": "2026-10-31" })), "target-date-over");
    assert_eq!(code(&RISING, &json!({ "target": 82, "due": "2029-01-31" })), "too-far");
    let few = forecast(&RISING[..5], &due);
    assert!(matches!(few.outlook.unwrap().method, Method::Line { .. }));
    assert_eq!(few.goal.unwrap().chance.unwrap_err().code, "too-few-for-a-chance");
    let none = forecast(&[], &due);
    assert_eq!((none.outlook.unwrap_err().code, none.ahead.len()), ("too-few-to-forecast", 0));
    assert_eq!(board(&RISING, &due).forecast("cast", None).unwrap_err().code(), "unknown-id");
}

/// A month that nobody measured keeps its place.
#[test]
fn a_month_without_a_value_keeps_its_place() {
    let values = json!([
        { "at": "2026-05-31", "value": 70 }, { "at": "2026-06-30", "value": 72 }, { "at": "2026-08-31", "value": 76 },
        { "at": "2026-09-30", "value": 78 } ]);
    let found = forecast(&[], &json!({ "values": values, "target": 84, "due": "2026-12-31" }));
    // Two a month from May to September; October passed without a value too.
    let labels: Vec<_> = found.ahead.iter().map(|ahead| (ahead.period.label(), ahead.mean.round())).collect();
    assert_eq!(labels, [("2026-10".into(), 80.0), ("2026-11".into(), 82.0), ("2026-12".into(), 84.0)]);
    assert!((found.goal.unwrap().needed.unwrap().rate - 2.0).abs() < 1e-12);
}
