//! Evidence for links: a second implementation, the four states, and what chance alone gives (A3, domain section 7).
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod support;

use proptest::prelude::*;
use serde_json::{Value, json};
use throughline::alignment::{EvidenceState, evidence};
use throughline::board::{Board, Options};
use throughline::format::plan;
use throughline::plan::Effect;
use throughline::stats::{correlation, lagged, pairs_to_see, sidak};

fn near(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() <= within, "{found} is not {expected}");
}

const DRIVER: [u32; 22] = [3, 5, 4, 8, 6, 9, 7, 7, 9, 4, 6, 8, 5, 9, 7, 3, 6, 6, 8, 10, 7, 5];
const OUTCOME: [u32; 22] =
    [60, 61, 63, 62, 66, 65, 69, 66, 67, 68, 63, 66, 69, 64, 69, 67, 62, 66, 65, 69, 70, 68];

fn series(values: &[u32]) -> Vec<Option<f64>> {
    values.iter().map(|value| Some(f64::from(*value))).collect()
}

/// What tests/twin/lagged.py prints: lag, pairs, r, what they are worth, p, and p of four tries.
const TWIN: [(usize, usize, f64, f64, f64, f64); 4] = [
    (0, 21, -0.396199026915, 9.527805696353, 2.724730e-01, 7.198463e-01),
    (1, 20, 0.956234535340, 8.677429160037, 8.401878e-05, 3.360328e-04),
    (2, 19, -0.567133647334, 8.609654932489, 1.225029e-01, 4.070981e-01),
    (3, 18, 0.069508145219, 8.229012435916, 8.674595e-01, 9.996914e-01),
];

#[test]
fn lagged_correlations_agree_with_a_second_implementation() {
    for (lag, pairs, r, effective, p, of_four) in TWIN {
        let found = lagged(&series(&DRIVER), &series(&OUTCOME), lag).unwrap();
        assert_eq!((found.lag, found.n), (lag, pairs));
        near(found.r, r, 1e-11);
        near(found.effective, effective, 1e-9);
        near(found.p, p, 1e-6 * p.max(1e-3));
        near(sidak(found.p, 4), of_four, 1e-6);
    }
}

/// R's own: `cor` over Anscombe's four sets, and over mtcars.
#[test]
fn correlations_as_r_has_them() {
    let Some(reference) = support::real_json("published/r_reference.json") else { return };
    let table = |name: &str| -> Vec<Vec<f64>> {
        let bytes = support::real(&format!("published/r_series/{name}.csv")).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let cell = |cell: &str| cell.trim_matches('"').parse().unwrap_or(f64::NAN);
        text.lines().skip(1).map(|row| row.split(',').map(cell).collect()).collect()
    };
    let anscombe = table("anscombe");
    let first = anscombe[0].len() - 8;
    for set in 0..4 {
        let pairs: Vec<_> = anscombe.iter().map(|row| (row[first + set], row[first + 4 + set])).collect();
        near(
            correlation(&pairs).unwrap(),
            reference["anscombe"][format!("r{}", set + 1)].as_f64().unwrap(),
            1e-12,
        );
    }
}

/// The effect follows a period later; at every other lag nothing does.
#[test]
fn the_four_states() {
    let (cause, outcome) = (series(&DRIVER), series(&OUTCOME));
    let found = evidence(&cause, &outcome, Effect::Raises, None);
    assert_eq!((found.state, found.best.unwrap().lag, found.tried), (EvidenceState::Consistent, 1, 7));
    assert_eq!(found.more, None);
    assert_eq!(evidence(&cause, &outcome, Effect::Lowers, None).state, EvidenceState::Contradicts);
    let elsewhere = evidence(&cause, &outcome, Effect::Raises, Some(3));
    assert_eq!((elsewhere.state, elsewhere.tried), (EvidenceState::NoSupport, 1));
    // r = 0.07 takes some 1,600 pairs that are worth one, which these are not.
    let takes = pairs_to_see(TWIN[3].2, 1).unwrap();
    near(f64::from(elsewhere.more.unwrap()), takes * 18.0 / TWIN[3].3 - 18.0, 1.0);
    let few = evidence(&cause[..10], &outcome[..10], Effect::Raises, None);
    assert_eq!((few.state, few.pairs, few.more), (EvidenceState::Untestable, 9, Some(3)));
    let flat = vec![Some(5.0); 30];
    let found = evidence(&cause, &flat, Effect::Raises, None);
    assert_eq!((found.state, found.more), (EvidenceState::Untestable, None));
}

fn plan_with(links: &Value) -> Board {
    let month = |at: usize| {
        let (year, month) = (2025 + at / 12, at % 12 + 1);
        format!("{year}-{month:02}-28")
    };
    let values = |all: &[u32]| -> Vec<Value> {
        let each = |(at, value): (usize, &u32)| json!({ "at": month(at), "value": value });
        all.iter().enumerate().map(each).collect()
    };
    let plan = json!({
        "version": 1, "title": "Example", "period": "month", "mission": { "id": "mission", "title": "Help" },
        "goals": [
            { "id": "calm", "title": "Calm", "serves": [{ "to": "mission" }], "kpis": [
                { "id": "light", "title": "Light", "direction": "up", "values": values(&OUTCOME) },
                { "id": "wait", "title": "Wait", "direction": "down", "weight": 2, "values": values(&OUTCOME) }] },
            { "id": "skill", "title": "Skill", "serves": [{ "to": "mission" }], "kpis": [
                { "id": "taught", "title": "Taught", "direction": "up", "values": values(&DRIVER) }] },
            { "id": "bare", "title": "Bare", "serves": [{ "to": "mission" }] }],
        "drives": links,
    });
    Board::open(plan::decode(&plan.to_string()).unwrap(), Options { as_of: "2026-11-05".parse().unwrap() })
}

#[test]
fn a_node_speaks_by_its_heaviest_kpi_turned_so_that_more_is_better() {
    let board = plan_with(&json!([
        { "from": "taught", "to": "wait", "effect": "raises", "lag": 1 },
        { "from": "skill", "to": "calm", "effect": "raises", "lag": 1 },
        { "from": "skill", "to": "bare", "effect": "raises" },
    ]));
    let found = board.evidence();
    let state = |at: usize| found[at].found.map(|found| found.state);
    assert_eq!(state(0), Some(EvidenceState::Consistent));
    // A longer wait is worse: the skill that raises it contradicts that skill makes it calm.
    assert_eq!(state(1), Some(EvidenceState::Contradicts));
    assert_eq!(found[1].kpis, Some(("taught".to_owned(), "wait".to_owned())));
    assert_eq!((found[2].kpis.clone(), state(2)), (None, None));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Other units, and which way a series is counted, change nothing but the sign.
    #[test]
    fn units_change_nothing(
        values in proptest::collection::vec((-9.0_f64..9.0, -9.0_f64..9.0), 14..30),
        times in 0.1_f64..9.0,
    ) {
        let (one, other): (Vec<_>, Vec<_>) = values.iter().map(|(a, b)| (Some(*a), Some(*b))).unzip();
        let turned: Vec<_> = other.iter().map(|value| value.map(|value| 3.0 - times * value)).collect();
        let (plain, turned) = (lagged(&one, &other, 1), lagged(&one, &turned, 1));
        let (Some(plain), Some(turned)) = (plain, turned) else { return Ok(()) };
        prop_assert!((plain.r + turned.r).abs() < 1e-9);
        prop_assert!((plain.p - turned.p).abs() < 1e-7);
    }
}

/// Of 400 pairs of series that have nothing to do with one another about one in twenty shows, however many lags are tried.
#[test]
fn chance_alone_is_seldom_taken_for_evidence() {
    let mut state = 12_345_u64;
    let mut random = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Some((state >> 33) as f64)
    };
    let mut seen = 0;
    for _ in 0..400 {
        let one: Vec<_> = (0..40).map(|_| random()).collect();
        let other: Vec<_> = (0..40).map(|_| random()).collect();
        let found = evidence(&one, &other, Effect::Raises, None).state;
        seen += u32::from(matches!(found, EvidenceState::Consistent | EvidenceState::Contradicts));
    }
    assert!(seen <= 32, "{seen} of 400");
}
