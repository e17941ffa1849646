//! The worked values of the definitions (progress, score, pace, status, the two channels), plan in, board out.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use serde_json::{Value, json};
use throughline::board::{Board, Options};
use throughline::calendar::{Date, parse_date};
use throughline::format;
use throughline::plan::{Plan, Subject};
use throughline::score::{Because, Freshness, KpiScore, NodeScore, Status};

fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn plan(json: &Value) -> Plan {
    format::plan::decode(&json.to_string()).unwrap_or_else(|error| panic!("{error}"))
}

fn open(json: &Value, as_of: &str) -> Board {
    Board::open(plan(json), Options { as_of: day(as_of) })
}

fn node<'b>(board: &'b Board, id: &str) -> &'b NodeScore {
    match board.plan().find(id) {
        Some(Subject::Node(ix)) => board.scores().node(ix),
        _ => panic!("no node {id}"),
    }
}

fn kpi<'b>(board: &'b Board, id: &str) -> &'b KpiScore {
    match board.plan().find(id) {
        Some(Subject::Kpi(ix)) => board.scores().kpi(ix),
        _ => panic!("no KPI {id}"),
    }
}

fn near(found: Option<f64>, expected: f64) {
    let found = found.unwrap_or(f64::NAN);
    assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
}

/// One goal with one KPI `k`, its fields laid over a usual one.
fn with_kpi(fields: &Value) -> Value {
    let mut kpi = json!({ "id": "k", "title": "K", "values": [{ "at": "2026-04-15", "value": 0 }] });
    let fields = fields.as_object().unwrap().clone();
    kpi.as_object_mut().unwrap().extend(fields);
    json!({ "version": 1, "title": "T", "mission": { "id": "m", "title": "M" },
        "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }], "kpis": [kpi] }] })
}

fn score_of(fields: &Value, value: f64) -> KpiScore {
    let mut json = with_kpi(fields);
    *json.pointer_mut("/goals/0/kpis/0/values/0/value").unwrap() = json!(value);
    *kpi(&open(&json, "2026-04-15"), "k")
}

#[test]
fn linear_score_is_progress() {
    near(score_of(&json!({ "baseline": 80, "target": 20 }), 50.0).score, 0.5);
    near(score_of(&json!({ "baseline": 0, "target": 1_000_000 }), 700_000.0).score, 0.7);
    let over = score_of(&json!({ "baseline": 80, "target": 20 }), 10.0);
    near(over.score, 1.0);
    near(over.progress, 70.0 / 60.0);
}

#[test]
fn min_max_score_follows_the_direction() {
    let score = json!({ "function": "min-max", "low": 0, "high": 200 });
    near(score_of(&json!({ "score": score, "direction": "up" }), 50.0).score, 0.25);
    near(score_of(&json!({ "score": score, "direction": "down" }), 50.0).score, 0.75);
}

#[test]
fn range_score_has_a_plateau() {
    let fields = json!({ "score": { "function": "range", "low0": 70, "low": 80, "high": 85, "high0": 95 } });
    for (value, expected) in [(75.0, 0.5), (83.0, 1.0), (90.0, 0.5), (97.0, 0.0), (60.0, 0.0)] {
        near(score_of(&fields, value).score, expected);
    }
}

fn april() -> Value {
    json!({ "baseline": 60, "target": 20, "start": "2026-04-01", "due": "2026-04-30" })
}

#[test]
fn pace_is_progress_over_what_was_expected_not_a_ratio_of_values() {
    let found = score_of(&april(), 45.0);
    near(found.progress, 0.375);
    near(found.expected, 0.5);
    near(found.pace, 0.75);
    assert_eq!(found.status, Status::AtRisk);
}

#[test]
fn pace_is_frozen_at_the_time_of_the_value() {
    let mut json = with_kpi(&april());
    *json.pointer_mut("/goals/0/kpis/0/values/0/value").unwrap() = json!(45);
    near(kpi(&open(&json, "2026-04-28"), "k").pace, 0.75);
    near(kpi(&open(&json, "2027-04-28"), "k").pace, 0.75);
}

#[test]
fn past_due_everything_is_expected() {
    let mut json = with_kpi(&april());
    *json.pointer_mut("/goals/0/kpis/0/values/0").unwrap() = json!({ "at": "2026-05-10", "value": 40 });
    let found = *kpi(&open(&json, "2026-06-01"), "k");
    near(found.expected, 1.0);
    near(found.pace, 0.5);
    assert_eq!(found.status, Status::OffTrack);
}

#[test]
fn milestones_are_linear_between_and_steps_wait_for_their_date() {
    let at = |course: &str, on: &str, value: f64| {
        let mut fields = april();
        fields["expected"] = json!({ "course": course, "points": [
            { "date": "2026-04-10", "progress": 0.2 }, { "date": "2026-04-20", "progress": 0.8 }] });
        let mut json = with_kpi(&fields);
        *json.pointer_mut("/goals/0/kpis/0/values/0").unwrap() = json!({ "at": on, "value": value });
        kpi(&open(&json, "2026-05-01"), "k").expected
    };
    near(at("milestones", "2026-04-05", 50.0), 0.1);
    near(at("milestones", "2026-04-15", 50.0), 0.5);
    near(at("milestones", "2026-04-25", 50.0), 0.9);
    near(at("steps", "2026-04-09", 50.0), 0.0);
    near(at("steps", "2026-04-10", 50.0), 0.2);
    near(at("steps", "2026-04-19", 50.0), 0.2);
    near(at("steps", "2026-04-20", 50.0), 0.8);
}

#[test]
fn a_value_before_the_start_is_not_started() {
    let mut json = with_kpi(&april());
    *json.pointer_mut("/goals/0/kpis/0/values/0").unwrap() = json!({ "at": "2026-03-31", "value": 60 });
    let board = open(&json, "2026-04-15");
    assert_eq!(kpi(&board, "k").status, Status::NotStarted);
    assert_eq!(node(&board, "g").status, Status::NotStarted);
}

#[test]
fn due_and_met_is_done() {
    let mut json = with_kpi(&april());
    *json.pointer_mut("/goals/0/kpis/0/values/0").unwrap() = json!({ "at": "2026-04-25", "value": 20 });
    assert_eq!(kpi(&open(&json, "2026-04-29"), "k").status, Status::OnTrack);
    assert_eq!(kpi(&open(&json, "2026-04-30"), "k").status, Status::Done);
}

#[test]
fn dates_come_from_the_node_where_the_kpi_has_none() {
    let mut json = with_kpi(&json!({ "baseline": 60, "target": 20 }));
    json["goals"][0]["start"] = json!("2026-04-01");
    json["goals"][0]["due"] = json!("2026-04-30");
    *json.pointer_mut("/goals/0/kpis/0/values/0/value").unwrap() = json!(45);
    near(kpi(&open(&json, "2026-04-15"), "k").pace, 0.75);
}

#[test]
fn without_a_baseline_it_is_met_or_not() {
    let fields = json!({ "target": 85, "direction": "up" });
    let (met, not) = (score_of(&fields, 85.0), score_of(&fields, 84.9));
    assert_eq!((met.status, met.score, met.progress), (Status::Met, Some(1.0), None));
    assert_eq!((not.status, not.score), (Status::NotMet, Some(0.0)));
    let zero = json!({ "target": 0, "direction": "down" });
    assert_eq!(score_of(&zero, 0.0).status, Status::Met, "a target of 0 is a target");
}

#[test]
fn without_a_target_nothing_is_healthy() {
    let found = score_of(&json!({ "direction": "up" }), 99.0);
    assert_eq!((found.status, found.score, found.part), (Status::CannotTell, None, None));
    assert_eq!(found.because.code(), "no-target");
}

#[test]
fn no_value_is_no_data_and_never_zero() {
    let mut json = with_kpi(&json!({ "baseline": 0, "target": 10 }));
    json["goals"][0]["kpis"][0]["values"] = json!([]);
    let board = open(&json, "2026-04-15");
    assert_eq!((kpi(&board, "k").status, kpi(&board, "k").score), (Status::NoData, None));
    let goal = node(&board, "g");
    assert_eq!((goal.status, goal.score, goal.coverage), (Status::NoData, None, 0.0));
    assert_eq!((goal.low, goal.high), (0.0, 1.0));
}

#[test]
fn bands_are_read_on_unrounded_values() {
    let fields = json!({ "baseline": 0, "target": 100 });
    assert_eq!(score_of(&fields, 90.0).status, Status::OnTrack);
    assert_eq!(score_of(&fields, 89.9999).status, Status::AtRisk);
    assert_eq!(score_of(&fields, 70.0).status, Status::AtRisk);
    assert_eq!(score_of(&fields, 69.9999).status, Status::OffTrack);
    let okr = json!({ "baseline": 0, "target": 100, "bands": { "onTrack": 0.7, "atRisk": 0.4 } });
    assert_eq!(score_of(&okr, 65.0).status, Status::AtRisk);
    assert_eq!(score_of(&okr, 70.0).status, Status::OnTrack);
    assert_eq!(score_of(&okr, 39.0).status, Status::OffTrack);
}

#[test]
fn a_band_edge_inside_the_interval_cannot_tell_and_names_the_n_that_would() {
    let with = |value: f64, low: f64, high: f64| {
        let mut json = with_kpi(&json!({ "baseline": 0, "target": 100 }));
        *json.pointer_mut("/goals/0/kpis/0/values/0").unwrap() =
            json!({ "at": "2026-04-15", "value": value, "n": 100, "low": low, "high": high });
        *kpi(&open(&json, "2026-04-15"), "k")
    };
    // Half-width 10, edge at distance 5: a quarter of the variance, four times the cases.
    let found = with(85.0, 75.0, 95.0);
    assert_eq!(found.status, Status::CannotTell);
    let Because::Interval { edge, needed, .. } = found.because else { panic!("{:?}", found.because) };
    assert_eq!((edge, needed), (0.9, Some(400.0)));
    assert_eq!(with(80.0, 75.0, 85.0).status, Status::AtRisk);
    assert_eq!(with(95.0, 91.0, 99.0).status, Status::OnTrack);
    // It stays known: the score rolls up.
    assert!(found.part.is_some());
}

#[test]
fn the_interval_is_carried_through_pace_and_through_lower_is_better() {
    let with = |low: f64, high: f64| {
        let mut json = with_kpi(&april());
        *json.pointer_mut("/goals/0/kpis/0/values/0").unwrap() =
            json!({ "at": "2026-04-15", "value": 45, "n": 50, "low": low, "high": high });
        *kpi(&open(&json, "2026-04-15"), "k")
    };
    // Pace 0.75 with (60 − v) ÷ 40 ÷ 0.5: 46 gives 0.7, 42 gives 0.9.
    assert_eq!(with(44.0, 45.9).status, Status::AtRisk);
    assert_eq!(with(44.0, 46.5).status, Status::CannotTell);
    assert_eq!(with(41.0, 45.9).status, Status::CannotTell);
}

#[test]
fn an_interval_over_the_target_cannot_tell_met_from_not() {
    let mut json = with_kpi(&json!({ "target": 85, "direction": "up" }));
    *json.pointer_mut("/goals/0/kpis/0/values/0").unwrap() =
        json!({ "at": "2026-04-15", "value": 86, "n": 100, "low": 80, "high": 92 });
    assert_eq!(kpi(&open(&json, "2026-04-15"), "k").status, Status::CannotTell);
}

#[test]
fn a_range_with_both_ends_off_the_plateau_spans_it() {
    let mut json = with_kpi(
        &json!({ "score": { "function": "range", "low0": 70, "low": 80, "high": 85, "high0": 95 } }),
    );
    *json.pointer_mut("/goals/0/kpis/0/values/0").unwrap() =
        json!({ "at": "2026-04-15", "value": 82, "n": 100, "low": 74, "high": 91 });
    assert_eq!(kpi(&open(&json, "2026-04-15"), "k").status, Status::CannotTell);
}

#[test]
fn stale_by_interval_and_grace_is_never_green_and_leaves_the_score() {
    let at = |interval: &str, as_of: &str| {
        let json = with_kpi(&json!({ "baseline": 0, "target": 100, "interval": interval,
            "values": [{ "at": "2026-04-15", "value": 95 }] }));
        *kpi(&open(&json, as_of), "k")
    };
    // A week and a quarter of it: 8.75 days. A day and at least a day: 2.
    assert_eq!(at("week", "2026-04-23").status, Status::OnTrack);
    let stale = at("week", "2026-04-24");
    assert_eq!((stale.status, stale.last, stale.part), (Status::Stale, Some(Status::OnTrack), None));
    assert_eq!(at("day", "2026-04-17").freshness, Freshness::Fresh);
    assert_eq!(at("day", "2026-04-18").freshness, Freshness::Stale);
}

#[test]
fn without_an_interval_nothing_goes_stale_and_a_finding_says_so() {
    let json = with_kpi(&json!({ "baseline": 0, "target": 100 }));
    let board = open(&json, "2036-04-15");
    assert_eq!(kpi(&board, "k").freshness, Freshness::NoInterval);
    assert!(board.findings().iter().any(|finding| finding.id == "no-interval"));
}

/// The value of a KPI, or none, and its weight.
type AnyKpi = (Option<f64>, f64);

/// A mission with goals, each of KPIs as (value or none, weight): scores are value ÷ 100.
fn goals(goals: &[(&[AnyKpi], f64)], settings: &Value) -> Value {
    let goals: Vec<Value> = (goals.iter().enumerate())
        .map(|(g, (kpis, weight))| {
            let kpis: Vec<Value> = (kpis.iter().enumerate())
                .map(|(k, (value, weight))| {
                    let values: Vec<Value> =
                        value.iter().map(|value| json!({ "at": "2026-04-15", "value": value })).collect();
                    json!({ "id": format!("g{g}k{k}"), "title": "K", "baseline": 0, "target": 100,
                        "weight": weight, "values": values })
                })
                .collect();
            json!({ "id": format!("g{g}"), "title": "G", "kpis": kpis,
                "serves": [{ "to": "m", "weight": weight }] })
        })
        .collect();
    json!({ "version": 1, "title": "T", "settings": settings, "mission": { "id": "m", "title": "M" }, "goals": goals })
}

#[test]
fn weighted_mean() {
    let json = goals(&[(&[(Some(60.0), 3.0), (Some(80.0), 3.0), (Some(100.0), 4.0)], 1.0)], &json!({}));
    near(node(&open(&json, "2026-04-15"), "g0").score, 0.82);
}

const MISSING: &[AnyKpi] = &[(Some(80.0), 2.0), (Some(50.0), 1.0), (None, 1.0)];

#[test]
fn missing_is_ignored_counted_as_zero_or_propagated() {
    let of = |policy: &str| open(&goals(&[(MISSING, 1.0)], &json!({ "missing": policy })), "2026-04-15");
    let ignore = *node(&of("ignore"), "g0");
    near(ignore.score, 0.70);
    near(Some(ignore.coverage), 0.75);
    near(Some(ignore.low), 0.525);
    near(Some(ignore.high), 0.775);
    near(node(&of("zero"), "g0").score, 0.525);
    let propagate = *node(&of("propagate"), "g0");
    assert_eq!((propagate.score, propagate.status), (None, Status::CannotTell));
    near(Some(propagate.coverage), 0.75);
}

#[test]
fn coverage_and_bounds_are_nested() {
    let b: &[AnyKpi] = &[(Some(40.0), 1.0), (None, 1.0), (None, 1.0), (None, 1.0)];
    let json = goals(&[(&[(Some(80.0), 1.0)], 1.0), (b, 1.0)], &json!({}));
    let mission = *node(&open(&json, "2026-04-15"), "m");
    near(mission.score, 0.60);
    near(Some(mission.coverage), 0.625);
    near(Some(mission.low), 0.45);
    near(Some(mission.high), 0.825);
}

#[test]
fn other_roll_ups() {
    let kpis: &[AnyKpi] = &[(Some(95.0), 1.0), (Some(40.0), 1.0)];
    let of = |by: &str| *node(&open(&goals(&[(kpis, 1.0)], &json!({ "rollUp": by })), "2026-04-15"), "g0");
    near(of("mean").score, 0.675);
    near(of("min").score, 0.40);
    near(of("max").score, 0.95);
    assert_eq!(of("max").status, Status::OnTrack);
    let worst = of("worst");
    near(worst.score, 0.675);
    assert_eq!((worst.status, worst.because), (Status::OffTrack, Because::Worst));
}

/// Actions with a KPI each under strategies under a goal.
#[test]
fn a_shared_node_is_not_counted_twice() {
    let action = |id: &str, value: f64, to: &[&str]| {
        let serves: Vec<Value> = to.iter().map(|to| json!({ "to": to })).collect();
        json!({ "id": id, "title": id, "serves": serves, "kpis": [{ "id": format!("{id}k"), "title": "K",
            "baseline": 0, "target": 1, "values": [{ "at": "2026-04-15", "value": value }] }] })
    };
    let json = json!({ "version": 1, "title": "T", "mission": { "id": "m", "title": "M" },
        "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }] }],
        "strategies": [{ "id": "s", "title": "S", "serves": [{ "to": "g" }] },
                       { "id": "t", "title": "T", "serves": [{ "to": "g" }] }],
        "actions": [action("a", 0.9, &["s"]), action("x", 0.3, &["s", "t"])] });
    let board = open(&json, "2026-04-15");
    near(node(&board, "s").score, 0.70);
    near(node(&board, "t").score, 0.30);
    // Both actions lie below the goal through three links, and are two.
    assert_eq!(node(&board, "g").execution.unwrap().actions, 2);
}

#[test]
fn contribution_multiplies_down_the_path() {
    for measured in [true, false] {
        let kpis = |id: &str| match measured {
            true => json!([{ "id": format!("{id}-k"), "title": "K", "baseline": 0, "target": 1 }]),
            false => json!([]),
        };
        let action = |id: &str, weight: f64| json!({ "id": id, "title": id, "serves": [{ "to": "s", "weight": weight }], "kpis": kpis(id) });
        let json = json!({ "version": 1, "title": "T", "mission": { "id": "m", "title": "M" },
            "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m", "weight": 0.5 }] },
                      { "id": "h", "title": "H", "serves": [{ "to": "m", "weight": 0.5 }] }],
            "strategies": [{ "id": "s", "title": "S", "serves": [{ "to": "g", "weight": 0.4 }] },
                           { "id": "t", "title": "T", "serves": [{ "to": "g", "weight": 0.6 }] }],
            "actions": [action("a", 0.25), action("b", 0.75)] });
        let board = open(&json, "2026-04-15");
        let Some(Subject::Node(a)) = board.plan().find("a") else { panic!("no action") };
        near(board.alignment().contribution[a.index()], 0.05);
    }
}

fn action(id: &str, fields: &Value) -> Value {
    let mut action = json!({ "id": id, "title": id, "serves": [{ "to": "g" }] });
    action.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    action
}

fn with_actions(actions: &[Value]) -> Value {
    json!({ "version": 1, "title": "T", "mission": { "id": "m", "title": "M" },
        "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }] }], "actions": actions })
}

#[test]
fn execution_is_by_effort_over_what_is_expected() {
    // 4 of 10 days gone: 20 % of 40 % expected.
    let json = with_actions(&[
        action("a", &json!({ "progress": 0.2, "effort": 1, "start": "2026-04-01", "due": "2026-04-10" })),
        action("b", &json!({ "progress": 1, "effort": 3 })),
    ]);
    let board = open(&json, "2026-04-04");
    let execution = node(&board, "g").execution.unwrap();
    near(execution.score, 0.875);
    assert_eq!((execution.actions, execution.done, execution.effort), (2, 1, 4.0));
    assert_eq!(node(&board, "b").status, Status::Done);
    assert_eq!(node(&board, "a").status, Status::OffTrack);
    // Never mixed with outcome: no KPI, no outcome.
    assert_eq!((node(&board, "g").score, node(&board, "g").status), (None, Status::NoData));
}

#[test]
fn progress_not_reported_is_unknown_and_what_is_not_expected_yet_left_out() {
    let json = with_actions(&[
        action("a", &json!({ "progress": 0.5 })),
        action("silent", &json!({ "start": "2026-03-01", "due": "2026-05-01", "effort": 3 })),
        action("later", &json!({ "progress": 0, "start": "2026-06-01", "due": "2026-07-01", "effort": 9 })),
    ]);
    let board = open(&json, "2026-04-04");
    let execution = node(&board, "g").execution.unwrap();
    near(execution.score, 0.5);
    near(Some(execution.coverage), 0.25);
    assert_eq!(node(&board, "silent").status, Status::NoData);
    assert_eq!(node(&board, "silent").because, Because::NotReported);
    assert_eq!(node(&board, "later").status, Status::NotStarted);
}

#[test]
fn half_way_through_the_year_half_done_is_on_track() {
    // 182.5 of 365 days cannot be; 2 of 4 can.
    let json = with_kpi(&json!({ "baseline": 0, "target": 100, "start": "2026-04-14", "due": "2026-04-17",
        "values": [{ "at": "2026-04-15", "value": 50 }] }));
    let board = open(&json, "2026-04-15");
    let goal = node(&board, "g");
    near(goal.score, 0.5);
    near(goal.pace, 1.0);
    assert_eq!(goal.status, Status::OnTrack);
}

#[test]
fn a_goal_cannot_turn_green_because_its_bad_kpi_fell_silent() {
    let kpi = |id: &str, at: &str, value: f64| {
        json!({ "id": id, "title": "K", "baseline": 0, "target": 1, "interval": "week",
            "values": [{ "at": at, "value": value }] })
    };
    let of = |stale: &str| {
        json!({ "version": 1, "title": "T", "settings": { "stale": stale }, "mission": { "id": "m", "title": "M" },
            "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }],
                "kpis": [kpi("good", "2026-04-15", 0.9), kpi("bad", "2026-03-15", 0.2)] }] })
    };
    let goal = *node(&open(&of("leave"), "2026-04-15"), "g");
    near(goal.score, 0.9);
    near(Some(goal.coverage), 0.5);
    near(Some(goal.low), 0.45);
    near(Some(goal.high), 0.95);
    assert_eq!(goal.status, Status::CannotTell);
    let kept = open(&of("keep"), "2026-04-15");
    near(node(&kept, "g").score, 0.55);
    assert_eq!(kpi_status(&kept, "bad"), Status::Stale, "kept, and marked");
    let goal = node(&kept, "g");
    near(Some(goal.coverage), 0.5);
    near(Some(goal.low), 0.45);
    near(Some(goal.high), 0.95);
}

#[test]
fn old_values_kept_in_the_score_make_nothing_green() {
    let old = json!({ "id": "k", "title": "K", "baseline": 0, "target": 1, "interval": "week",
        "values": [{ "at": "2026-01-15", "value": 1.0 }] });
    let json = json!({ "version": 1, "title": "T", "settings": { "stale": "keep" }, "mission": { "id": "m", "title": "M" },
        "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }], "kpis": [old] }] });
    let board = open(&json, "2026-04-15");
    for id in ["g", "m"] {
        near(node(&board, id).score, 1.0);
        assert_eq!((node(&board, id).coverage, node(&board, id).status), (0.0, Status::NoData), "{id}");
        assert_eq!((node(&board, id).low, node(&board, id).high), (0.0, 1.0), "{id}");
    }
}

#[test]
fn an_action_done_is_as_bad_as_what_it_moved() {
    let json = json!({ "version": 1, "title": "T", "settings": { "rollUp": "worst" }, "mission": { "id": "m", "title": "M" },
        "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }] }],
        "actions": [{ "id": "a", "title": "A", "progress": 1, "serves": [{ "to": "g" }],
            "kpis": [{ "id": "k", "title": "K", "baseline": 0, "target": 1, "values": [{ "at": "2026-04-15", "value": 0.1 }] }] }] });
    let board = open(&json, "2026-04-15");
    assert_eq!(node(&board, "a").status, Status::Done);
    assert_eq!(node(&board, "g").status, Status::OffTrack, "all done, nothing moved");
}

fn kpi_status(board: &Board, id: &str) -> Status {
    kpi(board, id).status
}

#[test]
fn at_risk_and_off_track_stand_whatever_the_coverage() {
    let kpis: &[AnyKpi] = &[(Some(75.0), 1.0), (None, 9.0)];
    let goal = *node(&open(&goals(&[(kpis, 1.0)], &json!({})), "2026-04-15"), "g0");
    assert_eq!(goal.status, Status::AtRisk);
}

#[test]
fn coverage_needed_may_be_set_and_reached_exactly() {
    let kpis: &[AnyKpi] = &[(Some(95.0), 0.7), (Some(95.0), 0.1), (None, 0.2)];
    let of = |needed: f64| {
        node(&open(&goals(&[(kpis, 1.0)], &json!({ "coverageNeeded": needed })), "2026-04-15"), "g0").status
    };
    assert_eq!(of(0.8), Status::OnTrack, "0.7 + 0.1 of 1 is 0.8, whatever the last bit says");
    assert_eq!(of(0.81), Status::CannotTell);
}

#[test]
fn goals_without_kpis_are_contributors_and_actions_without_are_none() {
    let mut json = goals(&[(&[(Some(95.0), 1.0)], 1.0), (&[], 1.0)], &json!({}));
    json["actions"] = json!([{ "id": "a", "title": "A", "serves": [{ "to": "g0" }] }]);
    let board = open(&json, "2026-04-15");
    near(Some(node(&board, "m").coverage), 0.5);
    assert_eq!((node(&board, "g1").low, node(&board, "g1").high), (0.0, 1.0));
    assert_eq!(node(&board, "g1").because, Because::Unmeasured);
    near(Some(node(&board, "g0").coverage), 1.0);
}

#[test]
fn missions_without_weighted_contributors_have_no_score() {
    let mut json = goals(&[(&[(Some(95.0), 1.0)], 0.0)], &json!({}));
    json["companyMission"] = json!({ "id": "c", "title": "C" });
    let board = open(&json, "2026-04-15");
    for id in ["m", "c"] {
        let mission = node(&board, id);
        assert_eq!((mission.score, mission.status), (None, Status::NoData));
        assert_eq!(mission.because, Because::NoContributors);
    }
}

#[test]
fn leading_and_lagging_roll_up_apart() {
    let kpi = |id: &str, lead: &str, value: f64| {
        json!({ "id": id, "title": "K", "baseline": 0, "target": 1, "lead": lead,
            "values": [{ "at": "2026-04-15", "value": value }] })
    };
    let json = json!({ "version": 1, "title": "T", "mission": { "id": "m", "title": "M" },
        "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }],
            "kpis": [kpi("a", "leading", 0.8), kpi("b", "lagging", 0.4), kpi("c", "lagging", 0.6)] }] });
    let mission = *node(&open(&json, "2026-04-15"), "m");
    near(mission.leading, 0.8);
    near(mission.lagging, 0.5);
    near(mission.score, 0.6);
}

#[test]
fn an_unfinished_value_from_the_future_is_not_scored() {
    let json = with_kpi(&json!({ "baseline": 0, "target": 1,
        "values": [{ "at": "2026-04-15", "value": 0.5 }, { "at": "2026-04-30", "value": 1 }] }));
    near(kpi(&open(&json, "2026-04-20"), "k").score, 0.5);
}

#[test]
fn huge_and_tiny_numbers_stay_numbers() {
    let json = with_kpi(&json!({ "baseline": -1e150, "target": 1e150, "weight": 1e150,
        "values": [{ "at": "2026-04-15", "value": 0 }] }));
    let board = open(&json, "2026-04-15");
    near(kpi(&board, "k").progress, 0.5);
    near(node(&board, "g").score, 0.5);
}
