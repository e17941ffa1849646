//! What moved a score between two days.

use proptest::prelude::*;
use serde_json::json;

use super::plans::{any_mixed, bits, chain, day, measured, near, open};
use throughline::board::{Effects, Moved, Part};
use throughline::plan::Subject;

fn effects<'m>(
    moved: &'m Moved,
    list: &'m [Part],
    id: &str,
    board: &throughline::board::Board,
) -> &'m Effects {
    let found = list.iter().find(|each| board.plan().id(each.subject) == id);
    &found.unwrap_or_else(|| panic!("no {id} in {moved:?}")).effects
}

/// By hand: A (weight 2) 0.8 → 0.6, B (weight 1) 0.5 → silent. The score goes from 0.7 to 0.6. A's parts are 2/3
/// and 1, so its value gives 5/6 · −0.2; the middle is 0.65, so B's going gives (0.5 − 0.65) · −1/3 and what A
/// gains of the weight (0.7 − 0.65) · 1/3.
#[test]
fn value_coverage_and_mix_by_hand() {
    let mut silent = measured("b", 1.0, &[("2026-04-15", 0.5)]);
    silent["interval"] = json!("week");
    let first = vec![measured("a", 2.0, &[("2026-04-15", 0.8), ("2026-05-15", 0.6)]), silent];
    let mut json = chain([first, vec![], vec![], vec![]]);
    json["strategies"] = json!([]);
    json["actions"] = json!([]);
    let board = open(&json, "2026-06-01");
    let moved = board.moved("g", day("2026-04-15"), day("2026-05-15")).unwrap();
    near(moved.difference().unwrap(), -0.1);
    let a = effects(&moved, &moved.parts, "a", &board);
    near(a.value, -1.0 / 6.0);
    near(a.mix, 0.05 / 3.0);
    near(a.coverage, 0.0);
    let b = effects(&moved, &moved.parts, "b", &board);
    near(b.coverage, 0.05);
    near(b.value + b.weight + b.mix, 0.0);
    // The mission has two goals, of which one is unknown at both ends: the same moved it.
    let above = board.moved("m", day("2026-04-15"), day("2026-05-15")).unwrap();
    near(above.difference().unwrap(), -0.1);
    near(effects(&above, &above.leaves, "a", &board).value, -1.0 / 6.0);
    near(effects(&above, &above.leaves, "b", &board).coverage, 0.05);
}

#[test]
fn what_decides_changes_on_the_way() {
    let json = {
        let first = vec![
            measured("a", 1.0, &[("2026-04-15", 0.2), ("2026-05-15", 0.8)]),
            measured("b", 1.0, &[("2026-04-15", 0.5), ("2026-05-15", 0.5)]),
        ];
        let mut json = chain([first, vec![], vec![], vec![]]);
        json["settings"] = json!({ "rollUp": "min" });
        json["strategies"] = json!([]);
        json["actions"] = json!([]);
        json
    };
    let board = open(&json, "2026-06-01");
    let moved = board.moved("g", day("2026-04-15"), day("2026-05-15")).unwrap();
    // A decides until it meets B half-way: it moved the score from 0.2 to 0.5, B not at all.
    near(effects(&moved, &moved.parts, "a", &board).value, 0.3);
    near(effects(&moved, &moved.parts, "b", &board).total(), 0.0);
}

#[test]
fn without_a_score_at_one_end_nothing_is_split() {
    let board = open(
        &chain([vec![measured("a", 1.0, &[("2026-05-15", 0.6)])], vec![], vec![], vec![]]),
        "2026-06-01",
    );
    let moved = board.moved("g", day("2026-04-15"), day("2026-05-15")).unwrap();
    assert_eq!((moved.difference(), moved.parts.len(), moved.leaves.len()), (None, 0, 0));
    assert_eq!((moved.before.score, moved.after.score), (None, Some(0.6)));
    assert_eq!(board.moved("gg", day("2026-04-15"), day("2026-05-15")).unwrap_err().code(), "unknown-id");
    let error = board.moved("a", day("2026-04-15"), day("2026-05-15")).unwrap_err();
    assert_eq!((error.code(), error.issues()[0].code), ("options-invalid", "not-a-node"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    /// Parts and leaves add up to the difference, nothing is left over, and the board stays where it was.
    #[test]
    fn they_add_up_between_any_two_days(json in any_mixed(), from in 1..60_u32, to in 1..80_u32) {
        let date = |at: u32| format!("2026-{:02}-{:02}", 4 + at / 30, 1 + at % 30);
        let mut board = open(&json, "2026-05-10");
        let before = bits(&board);
        let ids: Vec<String> =
            board.plan().nodes().iter().map(|node| node.id.clone()).collect();
        for id in ids {
            let moved = board.moved(&id, day(&date(from)), day(&date(to))).unwrap();
            let Some(difference) = moved.difference() else { continue };
            let sum = |list: &[Part]| list.iter().map(|each| each.effects.total()).sum::<f64>();
            prop_assert!((sum(&moved.parts) - difference).abs() < 1e-12, "{:?}", moved);
            prop_assert!((sum(&moved.leaves) - difference).abs() < 1e-12, "{:?}", moved);
            // The plan is the same at both ends, so no weight moved anything; and scores are their parts'.
            prop_assert!(moved.parts.iter().chain(&moved.leaves).all(|each| each.effects.weight.abs() < 1e-15));
            // Set by hand, or silent all the way down.
            let by_hand = |each: &Part| match each.subject {
                Subject::Kpi(_) => true,
                Subject::Node(node) => {
                    board.plan().node(node).overruled.is_some() || (each.before, each.after) == (None, None)
                }
            };
            prop_assert!(moved.leaves.iter().all(by_hand), "{:?}", moved);
        }
        prop_assert_eq!(&bits(&board), &before);
        // The ends are what the board says on these days.
        board.set_as_of(day(&date(to)));
        let there = *board.scores().node(board.plan().mission());
        board.set_as_of(day("2026-05-10"));
        let moved = board.moved("m", day(&date(from)), day(&date(to))).unwrap();
        prop_assert_eq!(moved.after, there);
    }
}
