//! Recognition (P12): shrinkage and chances against scipy and statsmodels, who is named, and who can never be.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

mod support;

use std::fmt::Write as _;

use proptest::prelude::*;
use support::{batch_of, day, mapping_of};
use throughline::board::{Arrival, Board, Options, Recognition};
use throughline::format::plan;
use throughline::format::question::decode_recognition;
use throughline::plan::Direction::{Down, Up};
use throughline::recognition::{chance_of_mean, chance_of_share, chosen, protected};
use throughline::stats::{Moments, shrink_means, shrink_shares};
use throughline::wasm::shape;

/// What tests/twin/recognition.py prints: mean, ends and chance above the standard.
type Row = (f64, f64, f64, f64);

const SHARES: [Row; 6] = [
    (0.752173641536, 0.652216366, 0.840114431, 0.535223956),
    (0.860276703709, 0.792964121, 0.916188500, 0.998720115),
    (0.644497319154, 0.529181864, 0.751928223, 0.027337752),
    (0.796355147626, 0.740735625, 0.846860812, 0.950827233),
    (0.662497604563, 0.579135513, 0.741103297, 0.013931501),
    (0.776782674571, 0.626004149, 0.897219722, 0.670153228),
];
const MEANS: [Row; 5] = [
    (4.143342015246, 3.553928349, 4.732755681, 0.983793934),
    (2.712771100988, 2.172078768, 3.253463434, 0.002161086),
    (4.645725745550, 4.143379978, 5.148071513, 0.999996092),
    (3.492829184789, 2.838602742, 4.147055628, 0.491430308),
    (2.103053271967, 1.513639606, 2.692466938, 0.000001698),
];
/// The first and the last of Efron and Morris's batters.
const BATTERS: [Row; 2] = [
    (0.280094875025, 0.237878644, 0.324328376, 0.749987436),
    (0.253459740168, 0.212721278, 0.296459677, 0.290421680),
];

const GROUPS: [(f64, f64); 6] =
    [(45.0, 60.0), (88.0, 100.0), (30.0, 50.0), (160.0, 200.0), (71.0, 110.0), (12.0, 15.0)];

fn agrees(found: Row, known: Row) {
    for (found, known) in [(found.0, known.0), (found.1, known.1), (found.2, known.2), (found.3, known.3)] {
        assert!((found - known).abs() < 2e-9, "{found} is not {known}");
    }
}

#[test]
fn shares_are_as_scipy_has_them() {
    let found = shrink_shares(&GROUPS, 0.95).unwrap();
    for ((found, (_, n)), known) in found.iter().zip(GROUPS).zip(SHARES) {
        let chance = chance_of_share(found, n, 0.75, Up).unwrap();
        agrees((found.value, found.low, found.high, chance), known);
        assert!((chance_of_share(found, n, 0.75, Down).unwrap() + chance - 1.0).abs() < 1e-12);
    }
}

#[test]
fn means_are_as_statsmodels_has_them() {
    let groups: [&[f64]; 5] = [
        &[4.0, 5.0, 3.0, 4.0, 5.0],
        &[2.0, 3.0, 2.0, 4.0, 3.0, 2.0],
        &[5.0, 5.0, 4.0, 5.0, 4.0, 5.0, 5.0],
        &[3.0, 4.0, 3.0, 4.0],
        &[1.0, 2.0, 3.0, 2.0, 2.0],
    ];
    let groups: Vec<Moments> = groups.iter().map(|group| group.iter().copied().collect()).collect();
    for (found, known) in shrink_means(&groups, 0.95).unwrap().iter().zip(MEANS) {
        let chance = chance_of_mean(found, 0.95, 3.5, Up).unwrap();
        agrees((found.value, found.low, found.high, chance), known);
    }
}

/// Efron and Morris 1975 (JASA 70:311–319): eighteen batters after 45 at-bats each. They keep 0.212 of each batter's distance
/// from the mean, with 15 ÷ 17 of the chance part taken off that our moments take.
#[test]
fn the_batters_of_efron_and_morris_are_hardly_apart() {
    let hits = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7];
    let groups: Vec<(f64, f64)> = hits.iter().map(|hits| (f64::from(*hits), 45.0)).collect();
    let found = shrink_shares(&groups, 0.95).unwrap();
    assert!((1.0 - 15.0 / 17.0 * (1.0 - found[0].weight) - 0.212).abs() < 0.003);
    let chances: Vec<f64> =
        found.iter().map(|each| chance_of_share(each, 45.0, 0.265, Up).unwrap()).collect();
    for (at, known) in [(0, BATTERS[0]), (17, BATTERS[1])] {
        agrees((found[at].value, found[at].low, found[at].high, chances[at]), known);
    }
    // 0.400 against 0.156, and nobody can be named.
    assert!(chosen(&chances, 0.05).is_empty());
}

const MAPPING: &str = r#"{ "version": 1, "source": "s", "dimension": "Agent", "columns": { "created": "day" },
    "measures": [{ "id": "m", "kpi": "counts", "denominator": "all", "numerator": "good" }] }"#;

fn board(groups: &[(u32, u32)], kpi: &str) -> Board {
    let text = format!(
        r#"{{ "version": 1, "title": "t", "mission": {{ "id": "m", "title": "m", "kpis": [
            {{ "id": "k", "title": "k", "unit": "%", {kpi} "interval": "month",
              "measure": {{ "source": "s", "measure": "m", "variant": "share" }} }}] }} }}"#
    );
    let plan = plan::decode(&text).unwrap_or_else(|error| panic!("{error}"));
    let mut board = Board::open(plan, Options { as_of: day("2026-03-05") });
    let mut rows = "day,Agent,all,good\n".to_owned();
    for (at, (good, all)) in groups.iter().enumerate() {
        writeln!(rows, "2026-02-05,a{at},{all},{good}").unwrap();
    }
    board.ingest(batch_of(&mapping_of(MAPPING), rows.as_bytes()), Arrival::Replace);
    board
}

fn asked(board: &Board, question: &str) -> Recognition {
    board.recognition(decode_recognition(question).unwrap()).unwrap()
}

const TARGET: &str = r#""direction": "up", "target": 75,"#;
const SIX: [(u32, u32); 6] = [(45, 60), (88, 100), (30, 50), (160, 200), (71, 110), (12, 15)];

#[test]
fn those_above_the_target_are_named_and_nobody_else() {
    let board = board(&SIX, TARGET);
    let found = asked(&board, r#"{ "kpi": "k", "by": "Agent" }"#);
    assert_eq!(found.missing, None);
    let names: Vec<&str> = found.named.iter().map(|each| each.name.as_str()).collect();
    // 1 − 0.99872 and 1 − 0.95083 have a mean of 0.0252.
    assert_eq!(names, ["a1", "a3"]);
    assert!((found.named[0].value - 86.0276703709).abs() < 1e-7);
    assert!((found.expected_false - 0.050452652).abs() < 1e-7);
    let higher = asked(&board, r#"{ "kpi": "k", "by": "Agent", "standard": 85 }"#);
    assert!(higher.named.is_empty() && higher.missing.is_none());
    let sent = serde_json::to_value(shape::Recognition::from(&found)).unwrap();
    assert_eq!(sent["leftOut"], 0);
    // How many cases somebody has is not told: with it the raw figure could be had.
    assert!(sent["named"][0].get("n").is_none());
}

#[test]
fn where_nothing_can_be_said_it_says_why() {
    let why = |groups: &[(u32, u32)], kpi: &str, question: &str| {
        asked(&board(groups, kpi), question).missing.unwrap().code
    };
    let plain = r#"{ "kpi": "k", "by": "Agent" }"#;
    assert_eq!(why(&SIX[..4], TARGET, plain), "too-few-groups");
    assert_eq!(why(&SIX, TARGET, r#"{ "kpi": "k", "by": "Agent", "least": 100 }"#), "too-few-groups");
    assert_eq!(why(&[(50, 100); 6], TARGET, plain), "no-difference");
    assert_eq!(why(&SIX, r#""direction": "up","#, plain), "no-standard");
    assert_eq!(why(&SIX, "", r#"{ "kpi": "k", "by": "Agent", "standard": 75 }"#), "no-direction");
    assert_eq!(why(&SIX, TARGET, r#"{ "kpi": "k", "by": "Team" }"#), "unknown-dimension");
    assert_eq!(
        decode_recognition(r#"{ "kpi": "k", "by": "Agent", "least": 2 }"#).unwrap_err().code(),
        "options-invalid"
    );
}

/// All but a small group are far above: naming them all would tell the small one's figure by subtraction.
#[test]
fn a_small_group_is_neither_named_nor_given_away() {
    let mut groups = vec![(95, 100), (190, 200), (140, 150), (98, 100), (120, 130), (150, 160)];
    groups.push((1, 4));
    let found =
        asked(&board(&groups, r#""direction": "up", "target": 60,"#), r#"{ "kpi": "k", "by": "Agent" }"#);
    assert!(found.named.iter().all(|each| each.name != "a6"));
    // Another is withheld with it already where the data are read.
    assert_eq!((found.missing, found.compared, found.left_out), (None, 5, 2));
    // All five are far above 60 %. Of the two withheld no size is told, so the smallest of the five, with 100 cases, stays
    // with them; the four of 130 cases and more are named.
    let names: Vec<&str> = found.named.iter().map(|each| each.name.as_str()).collect();
    assert_eq!(names, ["a1", "a2", "a4", "a5"]);
}

#[test]
fn every_reason_has_words() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("www/element/messages");
    let text = |name: &str| std::fs::read_to_string(file.join(name)).unwrap();
    for code in
        ["too-few-groups", "no-difference", "no-standard", "no-direction", "not-shrunk", "unknown-dimension"]
    {
        let key = format!("\"because.{code}\"");
        assert!(text("en-rest.json").contains(&key) || text("en.json").contains(&key), "{code}");
    }
}

proptest! {
    /// The named keep the expected part of false namings, and one more would not.
    #[test]
    fn no_more_than_may_be_are_named(chances in prop::collection::vec(0.0..1.0_f64, 0..20)) {
        let named = chosen(&chances, 0.05);
        let wrong: f64 = named.iter().map(|at| 1.0 - chances[*at]).sum();
        prop_assert!(wrong <= 0.05 * named.len() as f64 + 1e-12);
        let least = named.iter().map(|at| chances[*at]).fold(1.0, f64::min);
        prop_assert!(chances.iter().enumerate().all(|(at, chance)| named.contains(&at) || *chance <= least));
        let others = (0..chances.len()).filter(|at| !named.contains(at)).map(|at| chances[at]);
        if let Some(next) = others.reduce(f64::max) {
            prop_assert!(wrong + (1.0 - next) > 0.05 * (named.len() + 1) as f64 - 1e-12);
        }
    }

    /// The whole less the named never leaves one group, or few cases, where a small group is among the rest.
    #[test]
    fn subtraction_gives_no_small_group_away(
        sizes in prop::collection::vec(0_u64..60, 0..12),
        picks in prop::collection::vec(any::<bool>(), 12),
    ) {
        let all: Vec<usize> = (0..sizes.len()).filter(|at| picks[*at]).collect();
        let named = protected(&sizes, all.clone(), 10);
        prop_assert!(named.iter().all(|at| all.contains(at) && sizes[*at] >= 10));
        let rest: Vec<u64> = (0..sizes.len()).filter(|at| !named.contains(at)).map(|at| sizes[at]).collect();
        if rest.iter().any(|size| *size < 10) && !named.is_empty() {
            prop_assert!(rest.len() > 1 && rest.iter().sum::<u64>() >= 10);
        }
        // Nobody gives way in vain: where no group is small none does, and with the last to do so back, too little is left.
        let gave_way = all.iter().filter(|at| sizes[**at] >= 10 && !named.contains(at)).map(|at| sizes[*at]);
        if let Some(last) = gave_way.max() {
            prop_assert!(sizes.iter().any(|size| *size < 10));
            prop_assert!(rest.len() - 1 < 2 || rest.iter().sum::<u64>() - last < 10);
        }
    }
}
