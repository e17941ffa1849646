//! A score as the sum of what went into it.

use proptest::prelude::*;
use serde_json::json;

use super::plans::{any_mixed, chain, day, measured, near, node, open};
use throughline::board::{Board, Contribution, Options};
use throughline::plan::{RollUp, Subject};

/// The worked values of docs/scores.md: 0.80 (weight 2), 0.50 (weight 1), unknown (weight 1).
#[test]
fn the_worked_example_adds_up_and_says_what_the_unknown_could_add() {
    let known = |value| vec![("2026-04-15", value)];
    let kpis =
        vec![measured("a", 2.0, &known(0.8)), measured("b", 1.0, &known(0.5)), measured("c", 1.0, &[])];
    let board = open(&chain([kpis, vec![], vec![], vec![]]), "2026-04-15");
    let found = board.contributions(node(&board, "g"));
    let of = |place: usize| -> &Contribution { &found.parts[place] };
    near(of(0).effective, 2.0 / 3.0);
    near(of(0).points, 1.6 / 3.0);
    near(of(1).points, 0.5 / 3.0);
    assert_eq!((of(2).score, of(2).points.abs() < f64::EPSILON), (None, true));
    // The strategy below has no KPI and is a contributor that is not known: five weights, of which 3 are.
    near(found.parts.iter().map(|each| each.points).sum::<f64>(), 0.7);
    let bounds = found.parts.iter().fold((0.0, 0.0), |sum, each| (sum.0 + each.low, sum.1 + each.high));
    let goal = board.scores().node(node(&board, "g"));
    near(bounds.0, goal.low);
    near(bounds.1, goal.high);
    near(of(2).high, 1.0 / 4.5);
}

#[test]
fn a_path_multiplies_and_several_paths_add_up() {
    let known = |value| vec![("2026-04-15", value)];
    let json = chain([
        vec![measured("gk", 1.0, &known(0.9))],
        vec![measured("hk", 1.0, &known(0.3))],
        vec![measured("sk", 1.0, &known(0.6))],
        vec![measured("ak", 1.0, &known(0.2))],
    ]);
    let board = open(&json, "2026-04-15");
    let found = board.contributions(board.plan().mission());
    let points: Vec<(&str, f64)> =
        found.leaves.iter().map(|leaf| (board.plan().id(leaf.subject), leaf.points)).collect();
    // By hand: g is 2/3 of the mission, h 1/3; s is ½·1 of 1.5 in g and ½·3 of 2.5 in h; a is half of s.
    let shared = 2.0 / 3.0 * (0.5 / 1.5) + 1.0 / 3.0 * (1.5 / 2.5);
    let expected = [
        ("gk", 2.0 / 3.0 / 1.5 * 0.9),
        ("hk", 1.0 / 3.0 / 2.5 * 0.3),
        ("sk", shared / 2.0 * 0.6),
        ("ak", shared / 2.0 * 0.2),
    ];
    for (id, points_of) in expected {
        near(points.iter().find(|each| each.0 == id).unwrap().1, points_of);
    }
    assert_eq!(points.len(), 4);
}

#[test]
fn where_the_least_decides_it_is_named() {
    let known = |value| vec![("2026-04-15", value)];
    let kpis =
        vec![measured("a", 2.0, &known(0.8)), measured("b", 1.0, &known(0.5)), measured("c", 1.0, &[])];
    for (roll_up, decides) in [("min", Some("b")), ("max", Some("a")), ("worst", Some("b")), ("mean", None)] {
        let mut json = chain([kpis.clone(), vec![], vec![], vec![]]);
        json["settings"] = json!({ "rollUp": roll_up });
        let board = open(&json, "2026-04-15");
        let found = board.contributions(node(&board, "g"));
        let named: Vec<&str> = found
            .parts
            .iter()
            .filter(|each| each.decides)
            .map(|each| board.plan().id(each.subject))
            .collect();
        assert_eq!(named, decides.into_iter().collect::<Vec<_>>(), "{roll_up}");
        let sum: f64 = found.parts.iter().map(|each| each.points).sum();
        near(sum, board.scores().node(node(&board, "g")).score.unwrap());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    /// Parts and leaves add up to every score, and the parts' bounds to the bounds where scores are means.
    #[test]
    fn they_add_up_whatever_the_plan(json in any_mixed()) {
        let plan = throughline::format::plan::decode(&json.to_string()).unwrap();
        let board = Board::open(plan, Options { as_of: day("2026-05-10") });
        for ix in board.plan().node_indices() {
            let (found, score) = (board.contributions(ix), board.scores().node(ix));
            let sum = |list: &[Contribution]| list.iter().map(|each| each.points).sum::<f64>();
            let score_of = score.score.unwrap_or(0.0);
            prop_assert!((sum(&found.parts) + found.rest - score_of).abs() < 1e-12, "{:?} {:?}", found, score);
            prop_assert!((sum(&found.leaves) - score_of).abs() < 1e-12, "{:?} {:?}", found, score);
            if matches!(found.roll_up, RollUp::Mean | RollUp::Worst) && !found.parts.is_empty() {
                let low: f64 = found.parts.iter().map(|each| each.low).sum();
                let high: f64 = found.parts.iter().map(|each| each.high).sum();
                // With stale values kept the score itself may widen the bounds.
                prop_assert!(score.low <= low + 1e-12 && high <= score.high + 1e-12);
            }
            let by_hand = |leaf: &Contribution| match leaf.subject {
                Subject::Kpi(_) => true,
                Subject::Node(node) => board.plan().node(node).overruled.is_some(),
            };
            prop_assert!(found.leaves.iter().all(by_hand));
        }
    }
}
