//! Trend, season and autocorrelation against certified values, SciPy, pymannkendall and R's help pages.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod support;

use proptest::prelude::*;
use support::{agree, real, real_json};
use throughline::stats::{
    CannotTell, Direction, Moments, autocorrelation, kruskal_wallis, mann_kendall, season, seasonal_kendall,
    sen_slope,
};

fn column(name: &str) -> Option<Vec<f64>> {
    let text = String::from_utf8(real(&format!("published/{name}.csv"))?).unwrap();
    Some(text.lines().skip(1).map(|line| line.trim().parse().unwrap()).collect())
}

fn some(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}

fn near(found: f64, known: f64, digits: i32) -> bool {
    (found - known).abs() <= 10_f64.powi(-digits) * known.abs().max(1e-300)
}

#[test]
fn trends_as_others_find_them() {
    let (Some(nile), Some(co2)) = (column("r_series/Nile"), column("r_series/co2")) else { return };
    // pymannkendall 1.4.
    let found = mann_kendall(&some(&nile)).unwrap();
    assert!(agree(found.s, -1387.0) && agree(found.variance, 112_728.333_333_333_33));
    assert!(agree(found.z, -4.128_066_522_844_101) && near(found.p, 3.658_262_921_657_496e-5, 11));
    assert_eq!(found.direction(0.95), Some(Direction::Down));
    let found = seasonal_kendall(&some(&co2), 12).unwrap();
    assert!(agree(found.s, 8874.0) && agree(found.variance, 82_004.0));
    assert!(agree(found.z, 30.985_104_346_781_02));
    // NumPy, by the formulas of Gilbert 1987, 16.5.
    let found = sen_slope(&some(&nile), 0.95).unwrap();
    let (low, high) = found.interval.unwrap();
    assert!(agree(found.slope, -2.6) && near(low, -3.627_926_477_844_870_8, 11));
    assert!(near(high, -1.428_444_375_945_754_4, 11));
    let found = sen_slope(&some(&co2), 0.95).unwrap();
    let (low, high) = found.interval.unwrap();
    assert!(agree(found.slope, 0.109_252_605_005_908_3));
    assert!(near(low, 0.107_240_744_264_731_46, 10) && near(high, 0.111_253_565_348_417_7, 10));
}

#[test]
fn ties_count_in_the_variance() {
    let tied = some(&[3.0, 3.0, 5.0, 2.0, 3.0, 6.0, 6.0, 4.0, 7.0, 6.0, 8.0, 7.0, 7.0, 3.0, 9.0]);
    let found = mann_kendall(&tied).unwrap();
    assert!(agree(found.s, 55.0) && agree(found.variance, 392.333_333_333_333_3));
    assert!(agree(found.z, 2.726_252_995_426_546_6) && near(found.p, 0.006_405_787_756_060_377, 12));
    let slope = sen_slope(&tied, 0.95).unwrap();
    let (low, high) = slope.interval.unwrap();
    assert!(agree(slope.slope, 1.0 / 3.0) && agree(low, 1.0 / 7.0) && agree(high, 5.0 / 9.0));
    let flat = mann_kendall(&[Some(4.0); 20]).unwrap();
    assert_eq!((flat.direction(0.95), flat.p >= 1.0), (None, true));
}

#[test]
fn groups_as_others_find_them() {
    // R's help on kruskal.test: mucociliary efficiency (Hollander and Wolfe 1973).
    let groups = [vec![2.9, 3.0, 2.5, 2.6, 3.2], vec![3.8, 2.7, 4.0, 2.4], vec![2.8, 3.4, 3.7, 2.2, 2.0]];
    let found = kruskal_wallis(&groups).unwrap();
    assert!(near(found.h, 0.771_428_571_428_572, 11) && near(found.p, 0.679_964_773_578_893_6, 11));
    // SciPy, with ties.
    let groups =
        [vec![1.0, 2.0, 2.0, 3.0, 5.0], vec![2.0, 4.0, 4.0, 6.0], vec![5.0, 5.0, 6.0, 7.0, 8.0, 2.0]];
    let found = kruskal_wallis(&groups).unwrap();
    assert!(near(found.h, 5.127_328_431_372_545, 12) && near(found.p, 0.077_021_997_532_601_82, 12));
    let flat = kruskal_wallis(&[vec![1.0; 4], vec![1.0; 3]]).unwrap();
    assert!(flat.h <= 0.0 && flat.p >= 1.0);
    assert_eq!(kruskal_wallis(&[vec![1.0], vec![]]), None);
    assert_eq!(kruskal_wallis(&[vec![1.0]]), None);
}

#[test]
fn seasons_of_real_series() {
    let (Some(nile), Some(co2)) = (column("r_series/Nile"), column("r_series/co2")) else { return };
    let found = season(&some(&co2), 12).unwrap();
    assert!(near(found.h, 292.640_728_451_291_1, 11) && near(found.p, 3.107_122_277_350_054_5e-56, 8));
    assert!(found.shows(0.95));
    // A river's years have no season of four.
    let found = season(&some(&nile), 4).unwrap();
    assert!(near(found.h, 2.038_052_181_844_402, 11) && !found.shows(0.95));
}

#[test]
fn too_few_cannot_tell() {
    let months: Vec<Option<f64>> = (0..35).map(|month| Some(f64::from(month % 12))).collect();
    let few = |have, need| CannotTell::TooFew { have, need };
    assert_eq!(season(&months, 12).unwrap_err(), few(2, 3));
    assert_eq!(seasonal_kendall(&months, 12).unwrap_err(), few(2, 3));
    assert_eq!(seasonal_kendall(&months[..6], 2).unwrap_err(), few(6, 10));
    assert_eq!(mann_kendall(&months[..9]).unwrap_err(), few(9, 10));
    assert_eq!(sen_slope(&months[..3], 0.95).unwrap_err(), few(3, 4));
    assert_eq!(sen_slope(&months[..9], 0.95).unwrap().interval, None);
    // A gap is no value, neither 0.
    let mut gap = months.clone();
    gap[4] = None;
    assert_eq!(season(&gap, 12).unwrap_err(), few(2, 3));
    assert_eq!(mann_kendall(&[None; 40]).unwrap_err(), few(0, 10));
    assert_eq!(season(&[], 12).unwrap_err(), few(0, 3));
    assert_eq!(season(&months, usize::MAX).unwrap_err(), few(0, 3));
    for period in [0, 1] {
        assert_eq!(season(&months, period).unwrap_err(), CannotTell::NotANumber);
    }
    assert_eq!(mann_kendall(&[Some(f64::INFINITY); 20]).unwrap_err(), CannotTell::NotANumber);
    assert_eq!(sen_slope(&months, 1.0).unwrap_err(), CannotTell::NotANumber);
    assert_eq!(sen_slope(&vec![Some(1.0); 3_001], 0.95).unwrap_err(), CannotTell::NotANumber);
}

/// Mean, standard deviation and lag-1 autocorrelation as certified, to 12 digits; the hard sets to what is left of
/// the certified decimals once they are doubles.
#[test]
fn certified_univariate_sets() {
    let check = |name: &str, values: &[f64], (mean, deviation, lag): (f64, f64, f64), digits: i32| {
        let moments: Moments = values.iter().copied().collect();
        let found = autocorrelation(values, 1).unwrap();
        assert!(near(moments.mean().unwrap(), mean, 14), "{name}");
        assert!(near(moments.deviation().unwrap(), deviation, digits), "{name} {:?}", moments.deviation());
        assert!(near(found, lag, digits), "{name} {found}");
    };
    if let Some(certified) = real_json("published/nist_strd/certified.json") {
        for (name, answer) in certified["datasets"].as_object().unwrap() {
            let values = column(&format!("nist_strd/{name}")).unwrap();
            let number = |key: &str| answer[key].as_str().unwrap().parse::<f64>().unwrap();
            check(
                name,
                &values,
                (number("certified_mean"), number("certified_sd"), number("certified_lag1")),
                12,
            );
        }
    }
    check("Michelso", &michelson(), (299.852_4, 0.079_010_547_819_051_8, 0.535_199_668_621_283), 11);
    check("NumAcc1", &[10_000_001.0, 10_000_003.0, 10_000_002.0], (10_000_002.0, 1.0, -0.5), 15);
    check("NumAcc2", &alternating(1.2, 1.1, 1.3), (1.2, 0.1, -0.999), 14);
    check("NumAcc3", &alternating(1e6 + 0.2, 1e6 + 0.1, 1e6 + 0.3), (1e6 + 0.2, 0.1, -0.999), 9);
    check("NumAcc4", &alternating(1e7 + 0.2, 1e7 + 0.1, 1e7 + 0.3), (1e7 + 0.2, 0.1, -0.999), 8);
}

/// The same hard sets as doubles, against exact fractions (Python's `fractions`): nothing is lost on the way.
#[test]
fn hard_sets_lose_nothing_but_their_decimals() {
    let sets = [
        (alternating(1.2, 1.1, 1.3), 0.099_999_999_999_999_98, -0.999),
        (
            alternating(1_000_000.2, 1_000_000.1, 1_000_000.3),
            0.100_000_000_034_924_6,
            -0.998_999_999_999_418_5,
        ),
        (
            alternating(10_000_000.2, 10_000_000.1, 10_000_000.3),
            0.100_000_000_558_793_54,
            -0.998_999_999_990_696_1,
        ),
    ];
    for (values, deviation, lag) in sets {
        let moments: Moments = values.iter().copied().collect();
        assert!(near(moments.deviation().unwrap(), deviation, 15), "{:?}", moments.deviation());
        assert!(near(autocorrelation(&values, 1).unwrap(), lag, 15));
    }
}

#[test]
fn autocorrelation_at_many_lags() {
    let (Some(known), Some(nile)) = (real_json("published/r_reference.json"), column("r_series/Nile")) else {
        return;
    };
    for (lag, known) in known["acf_nile_0_10"].as_array().unwrap().iter().enumerate().skip(1) {
        assert!(near(autocorrelation(&nile, lag).unwrap(), known.as_f64().unwrap(), 12), "{lag}");
    }
    assert_eq!(autocorrelation(&[1.0, 2.0], 2), None);
    assert_eq!(autocorrelation(&[1.0, 2.0], 0), None);
    assert_eq!(autocorrelation(&[3.0; 9], 1), None);
    assert_eq!(autocorrelation(&[3.0, f64::NAN, 1.0], 1), None);
}

/// NIST's rule for its NumAcc sets: the mean, then 500 times the two beside it.
fn alternating(first: f64, low: f64, high: f64) -> Vec<f64> {
    std::iter::once(first).chain((0..500).flat_map(|_| [low, high])).collect()
}

/// Michelson's hundred speeds of light (1879), in thousands of km/s, which is the set Michelso.
fn michelson() -> Vec<f64> {
    let beyond_299_000 = [
        850, 740, 900, 1070, 930, 850, 950, 980, 980, 880, 1000, 980, 930, 650, 760, 810, 1000, 1000, 960,
        960, 960, 940, 960, 940, 880, 800, 850, 880, 900, 840, 830, 790, 810, 880, 880, 830, 800, 790, 760,
        800, 880, 880, 880, 860, 720, 720, 620, 860, 970, 950, 880, 910, 850, 870, 840, 840, 850, 840, 840,
        840, 890, 810, 810, 820, 800, 770, 760, 740, 750, 760, 910, 920, 890, 860, 880, 720, 840, 850, 850,
        780, 890, 840, 780, 810, 760, 810, 790, 810, 820, 850, 870, 870, 810, 740, 810, 940, 950, 800, 810,
        870,
    ];
    beyond_299_000.iter().map(|speed| f64::from(299_000 + speed) / 1000.0).collect()
}

proptest! {
    #[test]
    fn trend_knows_no_unit(values in prop::collection::vec(-40_i32..40, 10..50), shift in -1000_i32..1000, power in 0_i32..8) {
        let plain: Vec<f64> = values.iter().map(|x| f64::from(*x)).collect();
        let factor = 2_f64.powi(power);
        let moved: Vec<f64> = plain.iter().map(|x| factor * (x + f64::from(shift))).collect();
        let back: Vec<f64> = plain.iter().rev().copied().collect();
        let found = mann_kendall(&some(&plain)).unwrap();
        prop_assert_eq!(found, mann_kendall(&some(&moved)).unwrap());
        let reverse = mann_kendall(&some(&back)).unwrap();
        prop_assert_eq!((found.s, found.variance), (-reverse.s, reverse.variance));
        let (one, other) = (sen_slope(&some(&plain), 0.9).unwrap(), sen_slope(&some(&moved), 0.9).unwrap());
        prop_assert!((factor * one.slope - other.slope).abs() < 1e-9 * factor);
        let (low, high) = one.interval.unwrap();
        prop_assert!(low <= one.slope && one.slope <= high);
    }

    /// Pairs counted one by one, and S of a season put back in any order of seasons.
    #[test]
    fn s_counts_pairs(values in prop::collection::vec(-5_i32..5, 12..40)) {
        let series: Vec<Option<f64>> = values.iter().map(|x| Some(f64::from(*x))).collect();
        let pairs = |step: usize| -> i32 {
            let each = |j: usize| (0..j).filter(move |i| (j - i).is_multiple_of(step)).map(move |i| (i, j));
            (0..values.len()).flat_map(each).map(|(i, j)| (values[j] - values[i]).signum()).sum()
        };
        prop_assert!((mann_kendall(&series).unwrap().s - f64::from(pairs(1))).abs() < 0.5);
        prop_assert!((seasonal_kendall(&series, 4).unwrap().s - f64::from(pairs(4))).abs() < 0.5);
    }

    #[test]
    fn order_in_a_group_is_nothing(mut groups in prop::collection::vec(prop::collection::vec(-9_i32..9, 1..8), 2..6)) {
        let test = |groups: &[Vec<i32>]| {
            let groups: Vec<Vec<f64>> = groups.iter().map(|g| g.iter().map(|x| f64::from(*x)).collect()).collect();
            kruskal_wallis(&groups).unwrap()
        };
        let found = test(&groups);
        groups.iter_mut().for_each(|group| group.reverse());
        groups.reverse();
        let other = test(&groups);
        prop_assert!((found.h - other.h).abs() < 1e-9 && (0.0..=1.0).contains(&found.p));
    }

    #[test]
    fn autocorrelation_knows_no_unit(values in prop::collection::vec(-1e3_f64..1e3, 3..60), shift in -1e6_f64..1e6) {
        let Some(found) = autocorrelation(&values, 1) else { return Ok(()) };
        let moved: Vec<f64> = values.iter().map(|x| 8.0 * (x + shift)).collect();
        prop_assert!((-1.0..=1.0).contains(&found));
        let spread = values.iter().copied().collect::<Moments>().deviation().unwrap();
        prop_assume!(spread > 1.0);
        prop_assert!((found - autocorrelation(&moved, 1).unwrap()).abs() < 1e-6);
    }
}
