//! SMART goal by goal, the rate that a target takes, and the alignment of a part of a plan.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use serde_json::{Value, json};
use support::day;
use throughline::alignment::{Alignment, Check, required};
use throughline::board::{Board, Options};
use throughline::calendar::Date;
use throughline::format::plan;
use throughline::plan::Subject;

fn open(parts: &Value) -> Board {
    let mut whole = json!({ "version": 1, "title": "Example", "mission": { "id": "m", "title": "Help" } });
    whole.as_object_mut().unwrap().extend(parts.as_object().unwrap().clone());
    let plan = plan::decode(&whole.to_string()).unwrap_or_else(|error| panic!("{error}"));
    Board::open(plan, Options { as_of: day("2026-11-20") })
}

/// A goal with what is given on top of a link to the mission.
fn goal(more: &Value) -> Board {
    let mut goal = json!({ "id": "g", "title": "Fewer calls", "serves": [{ "to": "m" }] });
    goal.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    open(&json!({ "goals": [goal] }))
}

fn check(board: &Board, id: &str) -> Check {
    let smart = board.smart();
    smart.goals.first().unwrap().checks.iter().find(|check| check.id == id).unwrap().clone()
}

fn said(board: &Board, id: &str) -> (Option<bool>, &'static str, Option<&'static str>) {
    let check = check(board, id);
    (check.holds, check.code, check.remedy)
}

#[test]
fn a_goal_is_specific_by_a_target_of_its_own_or_by_its_description() {
    let specific = |more: Value| said(&goal(&more), "specific");
    let kpi = json!([{ "id": "k", "title": "Rate", "baseline": 9, "target": 7 }]);
    assert_eq!(specific(json!({})), (Some(false), "title-alone", Some("say-what-exactly")));
    assert_eq!(specific(json!({ "description": "So and so." })), (Some(true), "description-says", None));
    let vague = "Improve our service";
    let found = specific(json!({ "title": vague, "description": "So and so." }));
    assert_eq!(found, (Some(false), "vague-word", Some("say-what-exactly")));
    assert_eq!(specific(json!({ "title": vague, "kpis": kpi })), (Some(true), "own-kpi-says", None));
    // "Improvement" and "goodwill" are other words.
    let other = json!({ "title": "Goodwill and improvements paid at once", "description": "So and so." });
    assert_eq!(specific(other).0, Some(true));
}

#[test]
fn a_goal_is_measurable_by_a_target_at_or_beneath_it() {
    let measurable = |kpi: &Value| said(&goal(&json!({ "kpis": [kpi] })), "measurable");
    assert_eq!(said(&goal(&json!({})), "measurable").1, "no-kpi-beneath");
    let bare = json!({ "id": "k", "title": "Rate", "direction": "down" });
    assert_eq!(measurable(&bare), (Some(false), "no-target-beneath", Some("set-target")));
    let zero = json!({ "id": "k", "title": "Rate", "direction": "down", "target": 0 });
    assert_eq!(measurable(&zero).0, Some(true), "0 is a target");
    let beneath = open(&json!({ "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }] }],
        "strategies": [{ "id": "s", "title": "S", "serves": [{ "to": "g" }],
            "kpis": [{ "id": "k", "title": "Rate", "baseline": 9, "target": 7 }] }] }));
    assert_eq!(said(&beneath, "measurable").1, "target-beneath");
}

#[test]
fn a_goal_is_relevant_by_a_weighted_path_and_time_bound_by_a_due_date() {
    let whole = goal(&json!({ "due": "2026-12-31" }));
    assert_eq!(check(&whole, "relevant").params.to_string(), "contribution: 1");
    assert_eq!(check(&whole, "time-bound").params.to_string(), "due: 2026-12-31");
    assert_eq!(said(&goal(&json!({ "serves": [] })), "relevant").1, "no-path");
    assert_eq!(said(&goal(&json!({ "serves": [{ "to": "m", "weight": 0 }] })), "relevant").1, "no-weight");
    assert_eq!(said(&goal(&json!({})), "time-bound").1, "no-due-date");
    // Each of its KPIs has a date of its own; one without is enough to leave it open.
    let kpi = |id: &str, due: Value| json!({ "id": id, "title": id, "baseline": 1, "target": 2, "due": due });
    let both = json!({ "kpis": [kpi("a", json!("2026-06-30")), kpi("b", json!("2026-12-31"))] });
    assert_eq!(check(&goal(&both), "time-bound").params.to_string(), "due: 2026-12-31");
    let mut open_end = both;
    open_end["kpis"][0].as_object_mut().unwrap().remove("due");
    assert_eq!(said(&goal(&open_end), "time-bound").0, Some(false));
}

fn falling(target: f64) -> Board {
    goal(
        &json!({ "due": "2026-12-31", "kpis": [{ "id": "k", "title": "Rate", "baseline": 12, "target": target,
        "values": [{ "at": "2026-07-31", "value": 11 }, { "at": "2026-08-31", "value": 10.4 },
            { "at": "2026-09-30", "value": 9.5 }, { "at": "2026-10-31", "value": 9.2 }] }] }),
    )
}

/// Two months are left. The best of two months in a row was from 11 to 9.5, 0.75 a month: 9.2 comes to 7.7 by it.
#[test]
fn a_goal_is_achievable_as_far_as_its_numbers_have_moved_as_fast_before() {
    assert_eq!(said(&falling(7.71), "achievable"), (Some(true), "rate-was-seen", None));
    let beyond = falling(7.69);
    assert_eq!(said(&beyond, "achievable"), (Some(false), "rate-never-seen", Some("change-means-or-target")));
    let unreachable: Vec<_> =
        beyond.inspect().into_iter().filter(|found| found.id == "unreachable-target").collect();
    assert_eq!(unreachable.len(), 1);
    // What is reached, and what has no values, cannot be told.
    assert_eq!(said(&falling(9.5), "achievable").0, None);
    assert_eq!(said(&goal(&json!({ "due": "2026-12-31" })), "achievable").0, None);
}

#[test]
fn the_rate_counts_periods_and_goes_the_better_way() {
    let board = falling(7.7);
    let Some(Subject::Kpi(kpi)) = board.plan().find("k") else { panic!("no KPI") };
    let at = |month, day_| Date::constant(2026, month, day_);
    let rate = |values: &[(Date, f64)]| required(board.plan(), kpi, values, day("2026-11-20"));
    let values = [(at(7, 31), 11.0), (at(8, 31), 10.4), (at(9, 30), 9.5), (at(10, 31), 9.2)];
    let found = rate(&values).unwrap();
    assert!((found.needed - 0.75).abs() < 1e-12 && (found.best - 0.75).abs() < 1e-12);
    // Three values show no rate; where none went the right way, the best is below 0 and nothing to compare with.
    assert_eq!(rate(&values[1..]), None);
    let rising: Vec<_> = values.iter().map(|(at, value)| (*at, 20.0 - value)).collect();
    let found = rate(&rising).unwrap();
    assert!(found.best < 0.0 && found.times().is_none());
    // A month without a value is a month all the same: from 11 in June to 9.5 in September.
    let gap = [(at(6, 30), 11.0), (at(7, 31), 10.4), (at(9, 30), 9.5), (at(10, 31), 9.2)];
    assert!((rate(&gap).unwrap().best - 0.5).abs() < 1e-12);
}

/// The finding and the forecast say one thing.
#[test]
fn the_forecast_needs_the_same() {
    for target in [7.71, 7.69, 6.0, 9.0] {
        let board = falling(target);
        let Some(Subject::Kpi(kpi)) = board.plan().find("k") else { panic!("no KPI") };
        let values: Vec<_> =
            board.series(kpi).iter().map(|figure| (figure.at, figure.known().unwrap())).collect();
        let found = required(board.plan(), kpi, &values, day("2026-11-20")).unwrap();
        let needed = board.forecast("k", None).unwrap().goal.unwrap().needed.unwrap();
        assert_eq!((found.needed, found.best), (-needed.rate, -needed.best));
        assert_eq!(needed.seen, found.needed <= found.best);
    }
}

#[test]
fn smart_as_a_whole_counts_what_can_be_told() {
    // Specific no, measurable no, achievable untold, relevant yes, time-bound no.
    let smart = goal(&json!({})).smart();
    assert_eq!((smart.holding, smart.told, smart.value), (1, 4, Some(0.25)));
    let none = open(&json!({})).smart();
    assert_eq!((none.value, none.goals.len()), (None, 0));
}

fn value(alignment: &Alignment, id: &str) -> Option<(f64, f64)> {
    alignment.metrics.iter().find(|metric| metric.id == id).unwrap().ratio
}

/// Two goals: one with a strategy, an action, a KPI; one with nothing, and an orphan beside.
#[test]
fn the_alignment_of_a_part_is_that_of_what_lies_beneath() {
    let board = open(&json!({
        "owners": [{ "id": "ana", "name": "Ana" }],
        "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }], "owners": [{ "owner": "ana" }] },
            { "id": "h", "title": "H", "serves": [{ "to": "m" }] }],
        "strategies": [{ "id": "s", "title": "S", "serves": [{ "to": "g" }],
            "kpis": [{ "id": "k", "title": "K", "baseline": 0, "target": 1 }] }],
        "actions": [{ "id": "a", "title": "A", "effort": 3, "serves": [{ "to": "s" }] },
            { "id": "lost", "title": "Lost", "effort": 1 }] }));
    let whole = board.alignment();
    assert_eq!(value(whole, "AL-V"), Some((4.0, 5.0)));
    let of = |id: &str| board.alignment_of(id).unwrap();
    assert_eq!(value(&of("g"), "AL-V"), Some((3.0, 3.0)));
    assert_eq!(value(&of("g"), "AL-C"), Some((1.0, 1.0)));
    assert_eq!(value(&of("g"), "AL-OWN"), Some((1.0, 3.0)));
    assert_eq!(value(&of("h"), "AL-C"), Some((0.0, 1.0)));
    assert_eq!(value(&of("lost"), "AL-VW"), Some((0.0, 1.0)));
    assert_eq!(
        value(&of("m"), "AL-V"),
        Some((4.0, 4.0)),
        "what does not lead to the mission is not beneath it"
    );
    // 0.30 · 1 + 0.20 · 1 + 0.25 · 1 + 0.15 · ⅓, over 0.90: no dates.
    assert!((of("g").index.unwrap() - 0.8 / 0.9).abs() < 1e-12);
    let parts = of("g").contribution.iter().filter(|part| part.is_some()).count();
    assert_eq!(parts, 3);
    assert_eq!(board.alignment_of("k").unwrap_err().code(), "unknown-id");
    assert_eq!(board.alignment_of("gg").unwrap_err().code(), "unknown-id");
}

/// Where everything leads to the mission, the mission's part is the whole.
#[test]
fn of_the_mission_it_is_the_whole() {
    let text = std::fs::read_to_string("www/demo/plan.json").unwrap();
    let mut demo: Value = serde_json::from_str(&text).unwrap();
    demo["actions"].as_array_mut().unwrap().retain(|action| action["id"] != "voice-robot");
    demo["settings"]["off"] = json!([]);
    let board = open(&demo);
    assert_eq!(&board.alignment_of("mission").unwrap(), board.alignment());
}
