//! Statistics against published and certified values.

mod support;

use proptest::prelude::*;
use support::{agree, real, real_json};
use throughline::stats::{
    Moments, Net, Sketch, Sum, nearest_rank, normal_quantile, order_statistic_ranks, student_cdf,
    student_quantile, type_7, wilson,
};

#[test]
fn moments_of_certified_data() {
    let Some(certified) = real_json("published/nist_strd/certified.json") else { return };
    for (name, answer) in certified["datasets"].as_object().unwrap() {
        let text = String::from_utf8(real(&format!("published/nist_strd/{name}.csv")).unwrap()).unwrap();
        let moments: Moments = text.lines().skip(1).map(|line| line.trim().parse::<f64>().unwrap()).collect();
        let certified = |key: &str| answer[key].as_str().unwrap().parse::<f64>().unwrap();
        assert_eq!(Some(moments.n()), answer["n"].as_u64());
        assert!(agree(moments.mean().unwrap(), certified("certified_mean")), "{name}");
        assert!(
            agree(moments.deviation().unwrap(), certified("certified_sd")),
            "{name}: {:?}",
            moments.deviation()
        );
    }
}

/// NIST's hardest univariate set, NumAcc4, by its rule: mean 10000000.2, standard deviation 0.1.
#[test]
fn spread_far_below_the_mean() {
    let numbers = std::iter::once(10_000_000.2).chain((0..500).flat_map(|_| [10_000_000.1, 10_000_000.3]));
    let moments: Moments = numbers.collect();
    assert!(agree(moments.mean().unwrap(), 10_000_000.2));
    assert!((moments.deviation().unwrap() - 0.1).abs() < 1e-9, "{:?}", moments.deviation());
}

#[test]
fn wilson_as_newcombe_published_it() {
    let Some(published) = real_json("published/wilson.json") else { return };
    for case in published["cases"].as_array().unwrap() {
        let (k, n) = (case["k"].as_f64().unwrap(), case["n"].as_f64().unwrap());
        let (low, high) = wilson(k, n, 0.95).unwrap();
        assert!((low - case["published_wilson"][0].as_f64().unwrap()).abs() <= 5e-5);
        assert!((high - case["published_wilson"][1].as_f64().unwrap()).abs() <= 5e-5);
        assert!(agree(low, case["recomputed_wilson"][0].as_f64().unwrap()));
        assert!(agree(high, case["recomputed_wilson"][1].as_f64().unwrap()));
    }
    // At the ends the bound is the end itself.
    assert!(wilson(0.0, 10.0, 0.95).unwrap().0.abs() <= 0.0);
    assert!(wilson(10.0, 10.0, 0.95).unwrap().1 >= 1.0);
    assert_eq!(wilson(1.0, 0.0, 0.95), None);
    assert_eq!(wilson(3.0, 2.0, 0.95), None);
}

#[test]
fn net_shares_as_published() {
    let Some(published) = real_json("published/nps_margin.json") else { return };
    let cases = std::iter::once(&published["case"]).chain(published["also"].as_array().unwrap());
    for case in cases {
        let count = |key: &str| case[key].as_f64().unwrap();
        let net = Net { plus: count("promoters"), neither: count("passives"), minus: count("detractors") };
        let (low, high) = net.wald(0.95).unwrap();
        let close = |found: f64, key: &str| (found - count(key)).abs() <= 1e-10;
        assert!(close(100.0 * net.share().unwrap(), "nps"));
        assert!(close(100.0 * net.standard_error().unwrap(), "se"));
        assert!(close(50.0 * (high - low), "moe95"));
    }
}

#[test]
fn difference_of_net_shares() {
    let before = Net { plus: 180.0, neither: 160.0, minus: 60.0 };
    let after = Net { plus: 200.0, neither: 150.0, minus: 50.0 };
    assert!((100.0 * (after.share().unwrap() - before.share().unwrap()) - 7.5).abs() < 1e-12);
    assert!((before.difference(&after).unwrap() - 1.504).abs() < 5e-4);
}

#[test]
fn quantiles_of_distributions() {
    // Python's statistics.NormalDist().inv_cdf and R's qt.
    let normal = [
        (1e-10, -6.361_340_902_404_056),
        (0.001, -3.090_232_306_167_813),
        (0.2, -0.841_621_233_572_914_2),
        (0.5, 0.0),
        (0.9, 1.281_551_565_544_600_8),
        (0.975, 1.959_963_984_540_053_6),
        (0.99999, 4.264_890_793_923_84),
    ];
    for (p, z) in normal {
        assert!((normal_quantile(p).unwrap() - z).abs() <= 1e-14 * f64::max(1.0, z.abs()), "{p}");
    }
    let student = [
        (0.975, 1.0, 12.706_204_736_174_7),
        (0.975, 2.0, 4.302_652_729_749_46),
        (0.975, 5.0, 2.570_581_835_636_32),
        (0.975, 30.0, 2.042_272_456_301_24),
        (0.9995, 10.0, 4.586_893_858_702_636),
        (0.025, 5.0, -2.570_581_835_636_32),
    ];
    for (p, freedom, t) in student {
        let found = student_quantile(p, freedom).unwrap();
        assert!((found - t).abs() < 1e-11 * t.abs().max(1.0), "{p} {freedom}: {found}");
        assert!((student_cdf(found, freedom) - p).abs() < 1e-12);
    }
    assert!([0.0, 1.0, -1.0, f64::NAN].into_iter().all(|p| normal_quantile(p).is_none()));
}

/// The chance that at most `k` of `n` succeed, added up term by term.
fn binomial(k: i64, n: u64, p: f64) -> f64 {
    let mut term = (1.0 - p).powi(n as i32);
    let mut sum = 0.0;
    for i in 0..=k {
        sum += term;
        term *= (n as f64 - i as f64) / (i as f64 + 1.0) * p / (1.0 - p);
    }
    sum
}

#[test]
fn order_statistics_enclose_a_quantile() {
    // Ranks for the median at 95 %, as tables of the sign test give them (counted from 1 there).
    assert_eq!(order_statistic_ranks(5, 0.5, 0.95), None);
    assert_eq!(order_statistic_ranks(6, 0.5, 0.95), Some((0, 5)));
    assert_eq!(order_statistic_ranks(10, 0.5, 0.95), Some((1, 8)));
    assert_eq!(order_statistic_ranks(20, 0.5, 0.95), Some((5, 14)));
    for n in [60_u64, 77, 200] {
        for p in [0.1, 0.5, 0.9] {
            let Some((low, high)) = order_statistic_ranks(n, p, 0.95) else { panic!("{n} {p}") };
            let (low, high) = (low as i64 + 1, high as i64 + 1);
            assert!(binomial(low - 1, n, p) <= 0.025 && binomial(low, n, p) > 0.025);
            assert!(binomial(high - 1, n, p) >= 0.975 && binomial(high - 2, n, p) < 0.975);
        }
    }
}

#[test]
fn quantiles_of_samples() {
    assert_eq!(type_7(&[], 0.5), None);
    assert_eq!(type_7(&[3.0], 0.9), Some(3.0));
    assert_eq!(nearest_rank(&[1.0, 2.0, 3.0, 4.0], 0.5), Some(2.0));
    // 0.07 · 100 is 7.000000000000001 in doubles, and still the seventh.
    let hundred: Vec<f64> = (1..=100).map(f64::from).collect();
    assert_eq!(nearest_rank(&hundred, 0.07), Some(7.0));
    assert_eq!(nearest_rank(&hundred, 1.0), Some(100.0));
}

proptest! {
    #[test]
    fn sums_do_not_depend_on_order(mut terms in prop::collection::vec(-1e12_f64..1e12, 1..200), seed: u64) {
        let add = |terms: &[f64]| {
            let mut sum = Sum::default();
            terms.iter().for_each(|x| sum.add(*x));
            sum.value()
        };
        let first = add(&terms);
        let n = terms.len();
        terms.rotate_left((seed % n as u64) as usize);
        terms.reverse();
        prop_assert!((first - add(&terms)).abs() <= 1e-15 * first.abs().max(1e-3));
    }

    #[test]
    fn moments_of_a_list_are_those_of_each(
        wholes in prop::collection::vec(prop_oneof![20 => 0..100_000_000_u32, 1 => Just(u32::MAX)], 0..40),
    ) {
        let each: Moments = wholes.iter().copied().map(f64::from).collect();
        prop_assert_eq!(format!("{:?}", Moments::of_wholes(&wholes)), format!("{each:?}"));
    }

    #[test]
    fn sketches_keep_their_promise(values in prop::collection::vec(0.0_f64..1e7, 1..300), p in 0.0_f64..=1.0, cut: usize) {
        let (left, right) = values.split_at(cut % values.len());
        let sketch_of = |values: &[f64]| {
            let mut sketch = Sketch::default();
            values.iter().for_each(|x| sketch.add(*x));
            sketch
        };
        let whole = sketch_of(&values);
        let mut merged = sketch_of(right);
        merged.merge(&sketch_of(left));
        prop_assert_eq!(&merged, &whole);
        let mut sorted = values.clone();
        sorted.sort_by(f64::total_cmp);
        prop_assert_eq!(&Sketch::of_sorted(&sorted), &whole);
        let mut runs = [left.to_vec(), right.to_vec()];
        runs.iter_mut().for_each(|run| run.sort_by(f64::total_cmp));
        prop_assert_eq!(&Sketch::of_runs(runs.iter().map(Vec::as_slice)), &whole);
        let each = runs.each_ref().map(|run| Sketch::of_sorted(run));
        prop_assert_eq!(&Sketch::of_all(each.iter()), &whole);
        for (found, exact) in [(whole.type_7(p), type_7(&sorted, p)), (whole.nearest_rank(p), nearest_rank(&sorted, p))] {
            let (found, exact) = (found.unwrap(), exact.unwrap());
            prop_assert!((found - exact).abs() <= Sketch::ERROR * exact * (1.0 + 1e-9) + Sketch::LEAST, "{found} for {exact}");
        }
    }
}

/// Numbers at the bounds of buckets, and next to them, fall where they fall one by one.
#[test]
fn a_sketch_of_numbers_in_order_at_the_bounds() {
    let ratio = (1.0 + Sketch::ERROR) / (1.0 - Sketch::ERROR);
    let near = |key: i32| {
        let bound: f64 = f64::powi(ratio, key);
        [bound.next_down(), bound, bound.next_up(), bound * (1.0 + 1e-9), bound * (1.0 - 1e-9), bound * 1.005]
    };
    let mut numbers: Vec<f64> = (-650..1000).flat_map(near).collect();
    numbers.sort_by(f64::total_cmp);
    let mut one_by_one = Sketch::default();
    numbers.iter().for_each(|x| one_by_one.add(*x));
    assert_eq!(Sketch::of_sorted(&numbers), one_by_one);
    // So far apart that no list of buckets reaches from one to the other.
    let far = [0.0, 1e-3, 5.0, 1e200, f64::INFINITY];
    let mut one_by_one = Sketch::default();
    far.iter().for_each(|x| one_by_one.add(*x));
    assert_eq!(Sketch::of_sorted(&far), one_by_one);
}
