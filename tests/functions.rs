//! The score functions of domain section 2 beside linear, min–max and range: their worked values, plan in, board out.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use proptest::prelude::*;
use serde_json::{Value, json};
use throughline::board::{Board, Options};
use throughline::calendar::parse_date;
use throughline::format;
use throughline::plan::{FaultKind, Formula, Names, Subject};
use throughline::score::{KpiScore, Status, goal_red_flag};

fn plan_of(kpis: &[Value]) -> Value {
    json!({ "version": 1, "title": "T", "mission": { "id": "m", "title": "M" },
        "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }], "kpis": kpis }] })
}

fn open(plan: &Value) -> Board {
    let plan = format::plan::decode(&plan.to_string()).unwrap_or_else(|error| panic!("{error}"));
    Board::open(plan, Options { as_of: parse_date("2026-04-15").unwrap() })
}

fn kpi(board: &Board, id: &str) -> KpiScore {
    match board.plan().find(id) {
        Some(Subject::Kpi(ix)) => *board.scores().kpi(ix),
        _ => panic!("no KPI {id}"),
    }
}

/// One KPI with these fields at a value.
fn score_of(fields: &Value, value: f64) -> KpiScore {
    let mut all = json!({ "id": "k", "title": "K", "values": [{ "at": "2026-04-15", "value": value }] });
    all.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    kpi(&open(&plan_of(&[all])), "k")
}

fn near(found: Option<f64>, expected: f64) {
    let found = found.unwrap_or(f64::NAN);
    assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
}

#[test]
fn goal_and_red_flag_on_the_scale_shown_and_as_a_score() {
    let worked = [
        (300.0, 700.0, 500.0, 0.0),
        (500.0, 700.0, 500.0, 10.0 / 3.0),
        (700.0, 700.0, 500.0, 20.0 / 3.0),
        (900.0, 700.0, 500.0, 10.0),
        (60.0, 120.0, 180.0, 10.0),
        (150.0, 120.0, 180.0, 5.0),
        (240.0, 120.0, 180.0, 0.0),
    ];
    for (value, goal, flag, display) in worked {
        near(goal_red_flag(value, goal, flag), display);
        let found = score_of(
            &json!({ "score": { "function": "goal-red-flag", "goal": goal, "redFlag": flag } }),
            value,
        );
        near(found.score, (display * 0.15_f64).clamp(0.0, 1.0));
    }
}

fn thresholds() -> Value {
    json!({ "target": 100, "direction": "up", "score": { "function": "thresholds", "rules": [
        { "when": "at-least", "against": { "target": 1 }, "status": "on-track", "score": 1 },
        { "when": "at-least", "against": { "target": 0.9 }, "status": "at-risk", "score": 0.7 } ],
        "otherwise": { "status": "off-track", "score": 0 } } })
}

#[test]
fn the_first_rule_that_holds_gives_status_and_score() {
    let worked = [
        (100.0, Status::OnTrack, 1.0),
        (99.99, Status::AtRisk, 0.7),
        (90.0, Status::AtRisk, 0.7),
        (89.99, Status::OffTrack, 0.0),
    ];
    for (value, status, score) in worked {
        let found = score_of(&thresholds(), value);
        assert_eq!((found.status, found.score), (status, Some(score)), "{value}");
        assert_eq!(found.because.code(), "rule-holds");
    }
}

#[test]
fn a_rule_wins_over_cannot_tell_and_gives_way_to_done() {
    let mut fields = thresholds();
    fields["values"] = json!([{ "at": "2026-04-15", "value": 95, "low": 70, "high": 110, "n": 10 }]);
    assert_eq!(score_of(&fields, 0.0).status, Status::AtRisk);
    let mut fields = thresholds();
    fields["start"] = json!("2026-01-01");
    fields["due"] = json!("2026-04-01");
    assert_eq!(score_of(&fields, 100.0).status, Status::Done);
    assert_eq!(score_of(&fields, 95.0).status, Status::AtRisk);
}

fn against_other(other: &Value) -> KpiScore {
    let held = json!({ "id": "k", "title": "K", "values": [{ "at": "2026-04-15", "value": 40 }],
        "score": { "function": "thresholds",
            "rules": [{ "when": "above", "against": { "kpi": "other" }, "status": "on-track", "score": 1 }],
            "otherwise": { "status": "off-track", "score": 0 } } });
    let mut peer = json!({ "id": "other", "title": "O", "interval": "day" });
    peer.as_object_mut().unwrap().extend(other.as_object().unwrap().clone());
    kpi(&open(&plan_of(&[held, peer])), "k")
}

#[test]
fn a_rule_holds_a_value_against_another_kpi() {
    let at = |value: f64| json!({ "values": [{ "at": "2026-04-15", "value": value }] });
    assert_eq!(against_other(&at(39.0)).status, Status::OnTrack);
    assert_eq!(against_other(&at(40.0)).status, Status::OffTrack);
    let missing = against_other(&json!({}));
    assert_eq!((missing.status, missing.score), (Status::CannotTell, None));
    assert_eq!(missing.because.code(), "against-unknown");
    assert!(missing.part.is_none(), "what has no score rolls up nothing");
    let stale = against_other(&json!({ "values": [{ "at": "2026-03-01", "value": 39 }] }));
    assert_eq!(stale.because.code(), "against-unknown");
}

#[test]
fn a_record_of_the_other_kpi_scores_this_one_again() {
    let held = json!({ "id": "k", "title": "K", "values": [{ "at": "2026-04-15", "value": 40 }],
        "score": { "function": "thresholds",
            "rules": [{ "when": "above", "against": { "kpi": "other" }, "status": "on-track", "score": 1 }],
            "otherwise": { "status": "off-track", "score": 0 } } });
    let peer = json!({ "id": "other", "title": "O", "values": [{ "at": "2026-04-14", "value": 50 }] });
    let mut board = open(&plan_of(&[held, peer]));
    assert_eq!(kpi(&board, "k").status, Status::OffTrack);
    let records = json!([{ "kpi": "other", "at": "2026-04-15", "value": 30 }]);
    let change = board.record(&format::record::decode(&records.to_string()).unwrap()).unwrap();
    assert_eq!(kpi(&board, "k").status, Status::OnTrack);
    assert!(change.kpis.iter().any(|moved| moved.id == "k"));
}

#[test]
fn binary_is_all_or_nothing() {
    let up = json!({ "direction": "up", "score": { "function": "binary", "at": 100 } });
    assert_eq!(score_of(&up, 99.9).score, Some(0.0));
    assert_eq!(score_of(&up, 100.0).score, Some(1.0));
    let down = json!({ "direction": "down", "score": { "function": "binary", "at": 100 } });
    assert_eq!(score_of(&down, 99.9).score, Some(1.0));
    assert_eq!(score_of(&down, 99.9).status, Status::OnTrack);
}

#[test]
fn an_ordinal_scores_what_is_listed_and_nothing_else() {
    let fields = json!({ "score": { "function": "ordinal", "scores": [
        { "value": 1, "word": "Red", "score": 0 }, { "value": 2, "word": "Amber", "score": 0.5 },
        { "value": 3, "word": "Green", "score": 1 } ] } });
    assert_eq!(score_of(&fields, 2.0).score, Some(0.5));
    assert_eq!(score_of(&fields, 3.0).status, Status::OnTrack);
    let other = score_of(&fields, 2.5);
    assert_eq!(
        (other.score, other.status, other.because.code()),
        (None, Status::CannotTell, "value-not-listed")
    );
}

#[test]
fn piecewise_is_linear_between_and_level_outside() {
    let fields = json!({ "score": { "function": "piecewise", "points": [
        { "value": 0, "score": 0.1 }, { "value": 50, "score": 0.8 }, { "value": 100, "score": 0.2 }] } });
    for (value, expected) in [(-5.0, 0.1), (0.0, 0.1), (25.0, 0.45), (50.0, 0.8), (75.0, 0.5), (120.0, 0.2)] {
        near(score_of(&fields, value).score, expected);
    }
}

#[test]
fn an_interval_over_a_peak_reaches_the_peak() {
    let fields = json!({ "score": { "function": "piecewise", "points": [
        { "value": 0, "score": 0 }, { "value": 50, "score": 1 }, { "value": 100, "score": 0 }] },
        "values": [{ "at": "2026-04-15", "value": 44, "low": 40, "high": 60, "n": 100 }] });
    let found = score_of(&fields, 0.0);
    assert_eq!(found.status, Status::CannotTell);
    assert_eq!(found.because.params().get("high"), Some(&1.0.into()));
}

#[test]
fn an_expression_is_a_score_of_its_names() {
    let fields = |formula: &str| {
        json!({ "baseline": 20, "target": 80,
            "score": { "function": "expression", "formula": formula, "low": 0, "high": 0.9 } })
    };
    near(score_of(&fields("(value - baseline) / (target - baseline)"), 50.0).score, 0.5);
    near(score_of(&fields("clamp(value / target, low, high)"), 79.0).score, 0.9);
    near(score_of(&fields("if(value >= target, 1, 0.25)"), 80.0).score, 1.0);
    near(score_of(&fields("2"), 80.0).score, 1.0);
    let none = score_of(&fields("1 / (value - target)"), 80.0);
    assert_eq!((none.score, none.because.code()), (None, "formula-undefined"));
    assert!(none.part.is_none());
}

fn value_of(formula: &str) -> Option<f64> {
    let names = Names { value: Some(6.0), target: Some(4.0), ..Names::default() };
    Formula::parse(formula).unwrap_or_else(|fault| panic!("{formula}: {fault:?}")).value(&names)
}

#[test]
fn formulas_follow_the_usual_order() {
    let worked = [
        ("1 + 2 * 3", 7.0),
        ("(1 + 2) * 3", 9.0),
        ("8 - 4 - 2", 2.0),
        ("8 / 4 / 2", 1.0),
        ("-2 * -3", 6.0),
        ("2 − 6 ÷ 3 × 2", -2.0),
        ("1.5e1 + .5", 15.5),
        ("value > target", 1.0),
        ("value <= target", 0.0),
        ("value = 6", 1.0),
        ("value != 6", 0.0),
        ("1 + 1 ≥ 2", 1.0),
        ("min(3, 1, 2) + max(3, 1, 2)", 4.0),
        ("clamp(7, 0, 5)", 5.0),
        ("if(target = 0, 1 / 0, value)", 6.0),
        ("if(value - value, 1, 2)", 2.0),
    ];
    for (formula, expected) in worked {
        near(value_of(formula), expected);
    }
}

#[test]
fn what_has_no_value_is_never_lost_on_the_way() {
    for formula in [
        "min(1, 1 / 0)",
        "max(0, 0 / 0)",
        "low",
        "1 / 0 > 0",
        "clamp(1, 5, 0)",
        "1e308 * 10 - 1e308 * 10",
        "if(low > 0, 1, 1)",
        "clamp(low, 0, 1)",
        "0 * (1 / 0)",
    ] {
        assert_eq!(value_of(formula), None, "{formula}");
    }
}

#[test]
fn a_fault_tells_its_place() {
    let worked = [
        ("", 1, "formula-unexpected"),
        ("value +", 8, "formula-unexpected"),
        ("1 2", 3, "formula-unexpected"),
        ("(value", 7, "formula-unexpected"),
        ("a < b < c", 1, "formula-unknown-name"),
        ("1 < 2 < 3", 7, "formula-unexpected"),
        ("value ; 1", 7, "formula-unexpected"),
        ("1.2.3", 1, "formula-unexpected"),
        ("min(1)", 1, "formula-arguments"),
        ("1 + if(1, 2)", 5, "formula-arguments"),
        ("min 1", 5, "formula-unexpected"),
        ("system(1)", 1, "formula-unknown-name"),
    ];
    for (formula, position, code) in worked {
        let fault = Formula::parse(formula).unwrap_err();
        assert_eq!((fault.position, fault.code()), (position, code), "{formula}");
    }
    let near = Formula::parse("valeu").unwrap_err().params();
    assert_eq!(near.get("nearest"), Some(&"value".into()));
}

#[test]
fn depth_and_length_are_bounded() {
    let deep = |levels: usize| format!("{}1{}", "(".repeat(levels), ")".repeat(levels));
    assert!(Formula::parse(&deep(31)).is_ok());
    assert_eq!(Formula::parse(&deep(32)).unwrap_err().kind, FaultKind::TooDeep);
    assert_eq!(Formula::parse(&"-".repeat(400)).unwrap_err().kind, FaultKind::TooDeep);
    let long = format!("1{}", "+1".repeat(300));
    assert_eq!(Formula::parse(&long).unwrap_err().kind, FaultKind::TooLong);
}

/// A formula as text, and its value by the rules said in another way.
fn any_formula() -> impl Strategy<Value = (String, Option<f64>)> {
    let leaf = prop_oneof![
        (0_u32..50).prop_map(|whole| (whole.to_string(), Some(f64::from(whole)))),
        Just(("value".to_owned(), Some(6.0))),
        Just(("low".to_owned(), None)),
    ];
    leaf.prop_recursive(4, 40, 3, |inner| {
        let whole = |number: f64| Some(number).filter(|number| number.is_finite());
        let pair = (inner.clone(), inner.clone(), 0..7_usize).prop_map(move |(left, right, how)| {
            let of = |calc: fn(f64, f64) -> f64| left.1.zip(right.1).and_then(|(a, b)| whole(calc(a, b)));
            let (sign, value) = match how {
                0 => ("+", of(|a, b| a + b)),
                1 => ("-", of(|a, b| a - b)),
                2 => ("*", of(|a, b| a * b)),
                3 => ("/", of(|a, b| a / b)),
                4 => ("<", of(|a, b| if a < b { 1.0 } else { 0.0 })),
                5 => (">=", of(|a, b| if a >= b { 1.0 } else { 0.0 })),
                _ => return (format!("max({}, {})", left.0, right.0), of(f64::max)),
            };
            (format!("({} {sign} {})", left.0, right.0), value)
        });
        let choice = (inner.clone(), inner.clone(), inner).prop_map(|(test, yes, no)| {
            let value = test.1.and_then(|test| if test == 0.0 { no.1 } else { yes.1 });
            (format!("if({}, {}, {})", test.0, yes.0, no.0), value)
        });
        prop_oneof![pair, choice]
    })
}

proptest! {
    #[test]
    fn a_formula_gives_what_its_tree_gives((text, expected) in any_formula()) {
        prop_assume!(text.chars().count() <= Formula::LONGEST);
        let formula = Formula::parse(&text).unwrap();
        let found = formula.value(&Names { value: Some(6.0), ..Names::default() });
        prop_assert_eq!(found, expected, "{}", text);
    }

    #[test]
    fn any_text_gets_an_answer(text in "\\PC{0,30}|[-+*/()<>=!,.0-9a-z ]{0,40}|(min|max|if|clamp|value|[(),+/<=-]|[0-9]){0,30}") {
        if let Ok(formula) = Formula::parse(&text) {
            let found = formula.value(&Names { value: Some(1.0), target: Some(0.0), ..Names::default() });
            prop_assert!(found.is_none_or(f64::is_finite));
        }
    }
}
