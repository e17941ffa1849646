//! Before and after a programme (P6): against published series, worked cases of each answer, and what must always hold.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

mod support;

use proptest::prelude::*;
use serde_json::{Value, json};
use support::{day, real};
use throughline::board::{Board, Options, Programme, ProgrammeKpi, Stage};
use throughline::format;
use throughline::plan::Direction::{self, Down, Up};
use throughline::programme::{Outcome, Reason, Side, Tested, test as tested};
use throughline::signal::Rule;
use throughline::wasm::shape;

fn known(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}

fn told(before: &[f64], after: &[f64], better: Direction) -> Tested {
    tested(&known(before), &known(after), Some(better))
}

/// Centre 10, limits 10 ± 3·2 ÷ 1.128 = 4.68 to 15.32.
const STEADY: [f64; 8] = [9.0, 11.0, 9.0, 11.0, 9.0, 11.0, 9.0, 11.0];

/// The Nile at Aswan fell after 1898 (Cobb 1978, Biometrika 65:243–251), 28 years into R's series of 100.
#[test]
fn the_nile_fell_after_1898() {
    let Some(bytes) = real("published/r_series/Nile.csv") else { return };
    let text = String::from_utf8(bytes).unwrap();
    let flow: Vec<f64> = text.lines().skip(1).map(|line| line.trim().parse().unwrap()).collect();
    let (before, after) = flow.split_at(28);
    let found = told(before, after, Down);
    let limits = found.before.limits.unwrap();
    // By numpy: mean, and mean ± 3·mean(|diff|) ÷ 1.128.
    assert!((limits.centre - 1_097.75).abs() < 1e-9);
    assert!(
        (limits.low - 722.257_486_209_613_8).abs() < 1e-6
            && (limits.high - 1_473.242_513_790_386).abs() < 1e-6
    );
    assert_eq!(found.outcome, Outcome::Moved);
    assert_eq!(told(before, after, Up).outcome, Outcome::MovedAgainst);
    // Below 722.26, by numpy: 1902, 1905, 1907, 1913, 1915, 1925, 1940, 1941, 1968 and 1969.
    let outside = found.signals.iter().filter(|signal| signal.rule == Rule::Outside);
    let years: Vec<usize> = outside.map(|signal| 1899 + signal.at).collect();
    assert_eq!(years, [1902, 1905, 1907, 1913, 1915, 1925, 1940, 1941, 1968, 1969]);
    assert!(found.signals.iter().all(|signal| signal.side == Side::Better));
}

/// NIST's flow rates (handbook 6.3.2.2): limits 45.8159 to 55.8041, no signal of its own.
#[test]
fn flow_rates_of_the_handbook() {
    let flow = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
    let one = |value: f64| told(&flow, &[value], Down).outcome;
    assert_eq!([one(55.804), one(55.805)], [Outcome::CannotTell, Outcome::MovedAgainst]);
    assert_eq!([one(45.816), one(45.815)], [Outcome::CannotTell, Outcome::Moved]);
    // They rose by themselves (Kendall's τ 0.6, p 0.017 by counting orders; scipy): that they are higher later says nothing.
    assert_eq!(told(&flow, &[56.0], Up).reason, Some(Reason::TrendBefore));
}

#[test]
fn each_answer_at_its_edge() {
    let few = told(&STEADY[..7], &[20.0], Up);
    assert_eq!((few.outcome, few.reason, few.more), (Outcome::CannotTell, Some(Reason::FewBefore), Some(1)));
    let none = told(&STEADY, &[], Up);
    assert_eq!((none.outcome, none.reason), (Outcome::TooEarly, Some(Reason::NoPeriodAfter)));
    let still = told(&STEADY, &[10.5, 9.5, 10.5, 9.5, 10.5], Up);
    assert_eq!(
        (still.outcome, still.reason, still.more),
        (Outcome::CannotTell, Some(Reason::FewAfter), Some(3))
    );
    let eight = told(&STEADY, &[10.5, 9.5, 10.5, 9.5, 10.5, 9.5, 10.5, 9.5], Up);
    assert_eq!((eight.outcome, eight.reason, eight.more), (Outcome::NoSignal, None, None));
    let run = told(&STEADY, &[10.5; 8], Up);
    assert_eq!((run.outcome, run.signals[0].rule, run.signals[0].at), (Outcome::Moved, Rule::Run, 7));
    assert_eq!(told(&STEADY, &[10.5; 8], Down).outcome, Outcome::MovedAgainst);
    // Nearer 15.32 than 10 from 12.66 on, three of four.
    assert_eq!(told(&STEADY, &[13.0, 13.0, 10.0, 13.0], Up).signals[0].rule, Rule::NearLimit);
    assert_eq!(told(&STEADY, &[16.0, 4.0], Up).outcome, Outcome::Mixed);
    assert_eq!(tested(&known(&STEADY), &known(&[16.0]), None).reason, Some(Reason::NoDirection));
}

#[test]
fn what_went_back_is_told() {
    assert_eq!(told(&STEADY, &[16.0, 16.0, 9.0, 10.0, 9.0], Up).outcome, Outcome::Moved);
    assert_eq!(told(&STEADY, &[16.0, 16.0, 9.0, 10.0, 9.0, 11.0], Up).outcome, Outcome::SlippedBack);
    assert_eq!(told(&STEADY, &[16.0, 16.0, 10.0, 11.0, 10.0, 11.0], Up).outcome, Outcome::Moved);
}

/// What rises by itself rises after a programme as well.
#[test]
fn a_trend_before_is_no_effect() {
    let rising = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0];
    let after = [10.0, 11.0, 12.0];
    let found = told(&rising, &after, Up);
    assert_eq!((found.outcome, found.reason), (Outcome::CannotTell, Some(Reason::TrendBefore)));
    assert_eq!(told(&rising, &after, Down).outcome, Outcome::MovedAgainst);
}

fn values() -> impl Strategy<Value = Vec<Option<f64>>> {
    prop::collection::vec(prop::option::weighted(0.9, -1000_i32..1000), 0..30)
        .prop_map(|list| list.into_iter().map(|value| value.map(f64::from)).collect())
}

proptest! {
    /// Units and zero do not matter, and what is better the other way round is the same turned over.
    #[test]
    fn units_do_not_matter(before in values(), after in values(), up: bool) {
        let (way, other) = if up { (Up, Down) } else { (Down, Up) };
        let found = tested(&before, &after, Some(way));
        let each = |list: &[Option<f64>], change: fn(f64) -> f64| -> Vec<Option<f64>> {
            list.iter().map(|value| value.map(change)).collect()
        };
        // By a power of two, so that nothing is rounded.
        let doubled = tested(&each(&before, |value| 2.0 * value), &each(&after, |value| 2.0 * value), Some(way));
        prop_assert_eq!((found.outcome, &found.signals), (doubled.outcome, &doubled.signals));
        let turned = tested(&each(&before, |value| -value), &each(&after, |value| -value), Some(other));
        prop_assert_eq!((found.outcome, found.reason, &found.signals), (turned.outcome, turned.reason, &turned.signals));
    }

    /// Gaps before teach nothing; a movement is told with limits and a signal, a reason where nothing is told.
    #[test]
    fn an_answer_has_its_grounds(before in values(), after in values(), up: bool) {
        let way = if up { Up } else { Down };
        let found = tested(&before, &after, Some(way));
        let dense: Vec<_> = before.iter().copied().filter(Option::is_some).collect();
        prop_assert_eq!(&found.signals, &tested(&dense, &after, Some(way)).signals);
        let unsure = matches!(found.outcome, Outcome::CannotTell | Outcome::TooEarly);
        prop_assert_eq!(unsure, found.reason.is_some());
        let moved = !unsure && found.outcome != Outcome::NoSignal;
        if moved {
            prop_assert!(found.before.limits.is_some() && !found.signals.is_empty() && found.before.n >= 8);
        }
        if found.outcome == Outcome::NoSignal {
            prop_assert!(found.after.n >= 8 && found.signals.is_empty());
        }
        // Only those that stand out on its own side are called moved.
        if found.outcome == Outcome::Moved {
            prop_assert!(found.signals.iter().all(|signal| signal.side == Side::Better));
        }
    }
}

/// Months from January 2024 on.
fn months(values: &[f64]) -> Value {
    let month = |(at, value): (usize, &f64)| {
        let (year, month) = (2024 + at / 12, at % 12 + 1);
        json!({ "at": format!("{year}-{month:02}-28"), "value": value })
    };
    values.iter().enumerate().map(month).collect()
}

fn open(kpis: &Value, actions: &Value) -> Board {
    let plan = json!({ "version": 1, "title": "T", "period": "month",
        "mission": { "id": "m", "title": "M", "kpis": kpis }, "actions": actions });
    let plan = format::plan::decode(&plan.to_string()).unwrap_or_else(|error| panic!("{error}"));
    Board::open(plan, Options { as_of: day("2026-01-15") })
}

fn action(id: &str, fields: &Value) -> Value {
    let mut action = json!({ "id": id, "title": id, "kind": "training", "serves": [{ "to": "m" }],
        "start": "2025-01-01", "due": "2025-03-31", "shouldMove": ["k"] });
    action.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    action
}

/// A year of steady months, three under way, then what came after.
fn course(after: &[f64]) -> Value {
    let mut values: Vec<f64> = (0..12).map(|month| if month % 2 == 0 { 70.0 } else { 72.0 }).collect();
    values.extend([71.0; 3]);
    values.extend(after);
    months(&values)
}

fn kpi(values: &Value) -> Value {
    json!({ "id": "k", "title": "K", "baseline": 70, "target": 80, "values": values })
}

fn only(board: &Board) -> (Programme, ProgrammeKpi) {
    let mut found = board.programmes();
    let mut programme = found.programmes.remove(0);
    let first = programme.kpis.remove(0);
    (programme, first)
}

#[test]
fn the_months_under_way_count_neither_before_nor_after() {
    let board =
        open(&json!([kpi(&course(&[80.0, 81.0]))]), &json!([action("course", &json!({ "progress": 1 }))]));
    let (programme, found) = only(&board);
    assert_eq!((programme.stage, programme.end), (Stage::Done, Some(day("2025-03-31"))));
    assert_eq!((found.test.before.n, found.test.after.n), (12, 2));
    assert_eq!(found.test.outcome, Outcome::Moved);
    assert_eq!(found.periods[0].label(), "2025-04");
    assert!((found.test.before.limits.unwrap().centre - 71.0).abs() < 1e-12);
}

#[test]
fn an_effect_that_takes_time_is_waited_for() {
    let with = |lag: u32| {
        let action = action("course", &json!({ "progress": 1, "lag": lag }));
        only(&open(&json!([kpi(&course(&[60.0, 80.0]))]), &json!([action]))).1
    };
    assert_eq!(with(0).test.outcome, Outcome::Mixed);
    assert_eq!((with(1).test.outcome, with(1).periods[0].label()), (Outcome::Moved, "2025-05".to_owned()));
    assert_eq!(with(2).test.reason, Some(Reason::NoPeriodAfter));
}

#[test]
fn how_far_it_is_decides_whether_anything_is_asked() {
    let told = |fields: &Value| {
        let (programme, found) = only(&open(&json!([kpi(&course(&[80.0]))]), &json!([action("a", fields)])));
        (programme.stage, found.test.outcome, found.test.reason)
    };
    let early = |stage, reason| (stage, Outcome::TooEarly, Some(reason));
    assert_eq!(told(&json!({ "due": "2026-06-30" })), early(Stage::Running, Reason::Running));
    assert_eq!(told(&json!({ "progress": 0.4 })), early(Stage::Overdue, Reason::NotDone));
    assert_eq!(
        told(&json!({ "start": "2026-02-01", "due": "2026-03-31" })),
        early(Stage::Planned, Reason::NotStarted)
    );
    assert_eq!(told(&json!({})), (Stage::Over, Outcome::Moved, None));
    let mut undated = action("a", &json!({}));
    undated.as_object_mut().unwrap().retain(|name, _| name != "start" && name != "due");
    let (programme, found) = only(&open(&json!([kpi(&course(&[80.0]))]), &json!([undated])));
    assert_eq!((programme.stage, found.test.outcome), (Stage::Undated, Outcome::CannotTell));
    assert_eq!(found.test.reason, Some(Reason::NoStart));
}

#[test]
fn others_at_work_and_a_guard_that_got_worse_are_named() {
    let mut main = kpi(&course(&[80.0; 3]));
    main.as_object_mut().unwrap().insert("guard".into(), json!("g"));
    let guard =
        json!({ "id": "g", "title": "G", "baseline": 70, "target": 80, "values": course(&[60.0; 3]) });
    let others = json!([
        action("a", &json!({ "progress": 1 })),
        action("same-time", &json!({ "start": "2025-02-01", "due": "2026-12-31" })),
        action("earlier", &json!({ "start": "2024-02-01", "due": "2024-12-31" })),
        action("later", &json!({ "start": "2025-12-01", "due": "2026-12-31" })),
        action("elsewhere", &json!({ "shouldMove": ["g"] })),
    ]);
    let board = open(&json!([main, guard]), &others);
    let (_, found) = only(&board);
    let ids: Vec<&str> = found.confounders.iter().map(|node| board.plan().node(*node).id.as_str()).collect();
    assert_eq!(ids, ["same-time"]);
    assert_eq!(found.guard.unwrap().outcome, Outcome::MovedAgainst);
}

#[test]
fn totals_by_kind_have_the_effort() {
    let board = open(
        &json!([kpi(&course(&[80.0]))]),
        &json!([
            action("a", &json!({ "effort": 12, "progress": 1 })),
            action("b", &json!({ "due": "2026-12-31" })),
            action("c", &json!({ "kind": "hiring", "effort": 3, "shouldMove": [] })),
        ]),
    );
    let found = board.programmes();
    let totals: Vec<_> =
        found.totals.iter().map(|each| (each.kind.name(), each.programmes, each.effort)).collect();
    assert_eq!(totals, [("training", 2, 13.0), ("hiring", 1, 3.0)]);
    let training = found.totals[0];
    assert_eq!((training.done, training.unweighed, training.kpis, training.moved), (1, 1, 2, 1));
}

/// What crosses has the names that the documents and the words use.
#[test]
fn it_crosses_with_its_codes_and_each_has_words() {
    let board = open(&json!([kpi(&course(&[80.0]))]), &json!([action("a", &json!({ "lag": 1 }))]));
    let sent = serde_json::to_value(shape::Programmes::of(&board, &board.programmes())).unwrap();
    assert_eq!(&format::plan::decode(&format::plan::encode(board.plan())).unwrap(), board.plan());
    let first = &sent["programmes"][0];
    assert_eq!((&first["stage"], &first["lag"]), (&json!("over"), &json!(1)));
    assert_eq!(first["kpis"][0]["outcome"], "too-early");
    let words = std::fs::read_to_string(
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("www/element/messages/en-rest.json"),
    );
    let words: serde_json::Map<String, Value> = serde_json::from_str(&words.unwrap()).unwrap();
    let codes = Outcome::NAMES.iter().map(|name| format!("programme.{name}"));
    let codes = codes.chain(Reason::NAMES.iter().map(|name| format!("programme.because.{name}")));
    let codes = codes.chain(Stage::NAMES.iter().map(|name| format!("programme.stage.{name}")));
    let silent: Vec<_> = codes.filter(|code| !words.contains_key(code)).collect();
    assert!(silent.is_empty(), "without words: {silent:?}");
}

/// Independent normal values of a fixed sequence.
struct Noise(u64);

impl Noise {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    fn values(&mut self, n: usize, mean: f64) -> Vec<f64> {
        let one =
            |_| mean + (-2.0 * self.uniform().ln()).sqrt() * (std::f64::consts::TAU * self.uniform()).cos();
        (0..n).map(one).collect()
    }
}

/// How often the test errs, and what it sees, are what docs/programmes.md says.
#[test]
fn it_errs_as_often_as_the_page_says() {
    const TRIES: usize = 4000;
    let mut noise = Noise(7);
    let mut share = |before: usize, shift: f64, outcome: Outcome| {
        let hit =
            |_: &usize| told(&noise.values(before, 0.0), &noise.values(8, shift), Up).outcome == outcome;
        100.0 * (0..TRIES).filter(hit).count() as f64 / TRIES as f64
    };
    for (before, known) in [(8, 9.0), (12, 7.0), (24, 4.0)] {
        for outcome in [Outcome::Moved, Outcome::MovedAgainst] {
            let found = share(before, 0.0, outcome);
            assert!((found - known).abs() < 1.5, "{before} values, {outcome:?}: {found} in 100");
        }
    }
    for (shift, known) in [(2.0, 94.0), (1.0, 50.0)] {
        let found = share(24, shift, Outcome::Moved);
        assert!((found - known).abs() < 3.0, "a shift of {shift}: {found} in 100");
    }
}
