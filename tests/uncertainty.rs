//! Comparisons, the bootstrap, rate and mix, against published tables and R's help pages.
#![expect(clippy::panic, reason = "a test that cannot go on fails")]

use proptest::prelude::*;
use throughline::signal::{Limits, Phases, laney, p_chart, xmr};
use throughline::stats::{
    Bootstrap, Direction, Moments, Net, Segment, Terms, Verdict, autocorrelation, chi_square_tail,
    compare_means, compare_nets, compare_nets_wald, compare_shares, normal_two_sided, rate_and_mix, season,
    sen_slope, type_7,
};

const TERMS: Terms = Terms { level: 0.95, power: 0.8 };

fn needed(verdict: Verdict) -> Option<u64> {
    match verdict {
        Verdict::CannotTell { needed } => needed,
        told => panic!("{told:?}"),
    }
}

/// Newcombe 1998, Statist. Med. 17:873–890, table II, method 10: all eight examples.
#[test]
fn differences_of_shares_as_newcombe_published_them() {
    let table = [
        ((56.0, 70.0), (48.0, 80.0), (0.0524, 0.3339)),
        ((9.0, 10.0), (3.0, 10.0), (0.1705, 0.8090)),
        ((6.0, 7.0), (2.0, 7.0), (0.0582, 0.8062)),
        ((5.0, 56.0), (0.0, 29.0), (-0.0381, 0.1926)),
        ((0.0, 10.0), (0.0, 20.0), (-0.1611, 0.2775)),
        ((0.0, 10.0), (0.0, 10.0), (-0.2775, 0.2775)),
        ((10.0, 10.0), (0.0, 20.0), (0.6791, 1.0)),
        ((10.0, 10.0), (0.0, 10.0), (0.6075, 1.0)),
    ];
    for (second, first, (low, high)) in table {
        let found = compare_shares(first, second, &TERMS).unwrap();
        let interval = found.interval.unwrap();
        assert!((interval.0 - low).abs() <= 5.01e-5 && (interval.1 - high).abs() <= 5.01e-5, "{interval:?}");
        let told = found.verdict == Verdict::Higher;
        assert_eq!(told, low > 0.0);
    }
}

#[test]
fn where_shares_cannot_be_compared() {
    assert_eq!(compare_shares((0.0, 0.0), (1.0, 2.0), &TERMS), None);
    assert_eq!(compare_shares((3.0, 2.0), (1.0, 2.0), &TERMS), None);
    assert_eq!(compare_shares((1.0, 2.0), (1.0, 2.0), &Terms { level: 1.0, power: 0.8 }), None);
    assert_eq!(compare_shares((1.0, 2.0), (1.0, 2.0), &Terms { level: 0.95, power: 0.0 }), None);
    let same = compare_shares((0.0, 10.0), (0.0, 10.0), &TERMS).unwrap();
    assert_eq!((same.p, same.verdict), (Some(1.0), Verdict::CannotTell { needed: None }));
    // Two against two: 0 is outside Newcombe's interval, and still nobody is to be told apart by it.
    let tiny = compare_shares((0.0, 2.0), (2.0, 2.0), &TERMS).unwrap();
    assert!(tiny.interval.unwrap().0 > 0.0);
    assert_eq!(needed(tiny.verdict), Some(5));
}

/// R's help: power.prop.test(p1 = .50, p2 = .75, power = .90) gives n = 76.7; power.t.test(power = .90, delta = 1)
/// gives n = 22.02110, for which the approximation says 21.97.
#[test]
fn the_n_that_would_tell() {
    let terms = Terms { level: 0.95, power: 0.9 };
    let found = compare_shares((4.0, 8.0), (6.0, 8.0), &terms).unwrap();
    assert_eq!(needed(found.verdict), Some(77));
    // Deviation 1 and a difference of 1, with six cases a side.
    let unit = 1.25_f64.sqrt();
    let group = |mean: f64| [-1.0, 1.0, 0.0, 0.0, -1.0, 1.0].map(|x| mean + unit * x).into_iter().collect();
    let (one, other): (Moments, Moments) = (group(0.0), group(1.0));
    assert!((one.deviation().unwrap() - 1.0).abs() < 1e-12);
    assert_eq!(needed(compare_means(&one, &other, &terms).unwrap().verdict), Some(22));
    // With a power of 0.8 R gives n = 16.71477; without the term for the t it would be 15.7.
    assert_eq!(needed(compare_means(&one, &other, &TERMS).unwrap().verdict), Some(17));
}

/// R's help on t.test: the sleep of ten patients under two drugs (Student 1908).
#[test]
fn differences_of_means_as_r_prints_them() {
    let one: Moments = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0].into_iter().collect();
    let other: Moments = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4].into_iter().collect();
    let found = compare_means(&one, &other, &TERMS).unwrap();
    let (low, high) = found.interval.unwrap();
    assert!((found.difference - 1.58).abs() < 1e-14);
    assert!((low + 0.205_483_230_711_711_4).abs() < 1e-11 && (high - 3.365_483_230_711_710_4).abs() < 1e-11);
    assert!((found.p.unwrap() - 0.079_394_140_187_358_3).abs() < 1e-12);
    assert!(needed(found.verdict).unwrap() > 10);
    let few: Moments = [3.0].into_iter().collect();
    let found = compare_means(&few, &other, &TERMS).unwrap();
    assert_eq!((found.interval, found.p, found.verdict), (None, None, Verdict::CannotTell { needed: None }));
    let flat = |x: f64| [x; 9].into_iter().collect::<Moments>();
    let found = compare_means(&flat(3.0), &flat(4.0), &TERMS).unwrap();
    assert_eq!((found.interval, found.verdict), (None, Verdict::CannotTell { needed: None }));
    assert_eq!(compare_means(&Moments::default(), &other, &TERMS), None);
}

#[test]
fn differences_of_net_shares() {
    let net = |plus: f64, neither: f64, minus: f64| Net { plus, neither, minus };
    let (before, after) = (net(180.0, 160.0, 60.0), net(200.0, 150.0, 50.0));
    let wald = compare_nets_wald(&before, &after, &TERMS).unwrap();
    let (low, high) = wald.interval.unwrap();
    let z = wald.difference / (0.5 * (high - low) / 1.959_963_984_540_054);
    assert!((100.0 * wald.difference - 7.5).abs() < 1e-12 && (z - 1.504).abs() < 5e-4);
    assert!((wald.p.unwrap() - normal_two_sided(z)).abs() < 1e-12);
    let adjusted = compare_nets(&before, &after, &TERMS).unwrap();
    assert!((adjusted.p.unwrap() - wald.p.unwrap()).abs() < 0.005);
    // (1.96 + 0.8416)² · (0.51 + 0.484375) ÷ 0.075² = 1387.6; the adjusted spreads are a little wider.
    assert_eq!(needed(wald.verdict), Some(1388));
    assert!((1388..1410).contains(&needed(adjusted.verdict).unwrap()));
    // All alike on both sides: no error to divide by.
    let (all, none) = (net(9.0, 0.0, 0.0), net(0.0, 0.0, 9.0));
    for (one, other) in [(all, all), (all, none)] {
        let found = compare_nets_wald(&one, &other, &TERMS).unwrap();
        assert_eq!(
            (found.interval, found.p, found.verdict),
            (None, None, Verdict::CannotTell { needed: None })
        );
    }
    assert_eq!(compare_nets(&all, &none, &TERMS).unwrap().verdict, Verdict::Lower);
    let single = compare_nets(&net(1.0, 0.0, 0.0), &net(0.0, 0.0, 1.0), &TERMS).unwrap();
    assert!(matches!(single.verdict, Verdict::CannotTell { .. }));
    assert_eq!(compare_nets(&net(0.0, 0.0, 0.0), &all, &TERMS), None);
    assert_eq!(compare_nets(&net(-1.0, 3.0, 0.0), &all, &TERMS), None);
}

/// SciPy: chi2.sf and 2·norm.sf.
#[test]
fn tails() {
    let near = |found: f64, known: f64| (found - known).abs() <= 1e-12 * known;
    for (x, freedom, known) in [
        (0.5, 1.0, 0.479_500_122_186_953_37),
        (3.84, 1.0, 0.050_043_521_248_705_19),
        (20.0, 3.0, 0.000_169_742_435_552_826_32),
        (150.0, 100.0, 0.000_903_932_042_354_018_4),
        (0.001, 5.0, 0.999_999_998_318_512_3),
        (80.0, 11.0, 1.475_729_792_835_745_8e-12),
    ] {
        assert!(near(chi_square_tail(x, freedom), known), "{x} {freedom} {}", chi_square_tail(x, freedom));
    }
    for (z, known) in [
        (0.1, 0.920_344_325_445_942),
        (-1.0, 0.317_310_507_862_914_15),
        (3.0, 0.002_699_796_063_260_186_6),
        (8.0, 1.244_192_114_854_348e-15),
        (20.0, 5.507_248_237_212_311e-89),
    ] {
        assert!(near(normal_two_sided(z), known), "{z} {}", normal_two_sided(z));
    }
    assert!(normal_two_sided(0.0) >= 1.0);
}

/// Efron and Tibshirani 1993, tables 14.1 and 14.2: the variance of test A of 26 children.
const SPATIAL: [f64; 26] = [
    48.0, 36.0, 20.0, 29.0, 42.0, 42.0, 20.0, 42.0, 22.0, 41.0, 45.0, 14.0, 6.0, 0.0, 33.0, 28.0, 34.0, 4.0,
    32.0, 24.0, 47.0, 41.0, 24.0, 26.0, 30.0, 41.0,
];

/// The children's marks in order.
fn whole() -> Vec<f64> {
    let mut sorted = SPATIAL.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

fn variance(values: &[f64]) -> Option<f64> {
    let moments: Moments = values.iter().copied().collect();
    Some(moments.deviations()? / values.len() as f64)
}

#[test]
fn the_bootstrap_of_its_authors() {
    assert!((variance(&SPATIAL).unwrap() - 171.5).abs() < 0.05);
    let drawn = Bootstrap { resamples: 20_000, seed: 1, level: 0.9 };
    // Published from 2,000 samples: percentile (100.8, 233.9), BCa (115.8, 259.6). NumPy, by the same formulas
    // from 1,000,000: (97.8, 235.6) and (115.9, 261.8).
    let (low, high) = drawn.percentile(&SPATIAL, variance).unwrap();
    assert!((low - 97.8).abs() < 1.5 && (high - 235.6).abs() < 1.5, "{low} {high}");
    let (low, high) = drawn.bca(&SPATIAL, variance).unwrap();
    assert!((low - 115.9).abs() < 1.5 && (high - 261.8).abs() < 3.0, "{low} {high}");
}

#[test]
fn the_bootstrap_is_the_same_everywhere() {
    let drawn = Bootstrap { resamples: 500, seed: 7, level: 0.95 };
    let median = |sorted: &[f64]| type_7(sorted, 0.5);
    let first = drawn.bca(&SPATIAL, median);
    let mut turned = SPATIAL;
    turned.reverse();
    assert_eq!(first, drawn.bca(&turned, median));
    assert_ne!(
        drawn.percentile(&SPATIAL, variance),
        Bootstrap { seed: 8, ..drawn }.percentile(&SPATIAL, variance)
    );
    let refused = [
        Bootstrap { resamples: 99, ..drawn },
        Bootstrap { resamples: 100_001, ..drawn },
        Bootstrap { level: 1.0, ..drawn },
    ];
    assert!(refused.iter().all(|drawn| drawn.percentile(&SPATIAL, median).is_none()));
    assert_eq!(drawn.percentile(&SPATIAL[..7], median), None);
    assert_eq!(drawn.percentile(&[4.0; 30], median), None);
    assert_eq!(drawn.percentile(&SPATIAL, |_| None), None);
    // Each sample meets the statistic or falls below it, so there is half a side to tell a bias from.
    assert!(drawn.bca(&SPATIAL, |sorted| sorted.last().copied()).is_some());
    // Each sample lies above it: no bias can be told.
    let fewer = |sorted: &[f64]| Some(if sorted == whole() { 0.0 } else { 1.0 });
    assert_eq!(drawn.bca(&SPATIAL, fewer), None);
}

#[test]
fn paradoxes() {
    let stones = [
        Segment { before: (234.0, 270.0), after: (81.0, 87.0) },
        Segment { before: (55.0, 80.0), after: (192.0, 263.0) },
    ];
    let found = rate_and_mix(&stones).unwrap();
    assert!((found.before - 289.0 / 350.0).abs() < 1e-15 && (found.after - 273.0 / 350.0).abs() < 1e-15);
    assert_eq!(found.paradox, Some(Direction::Up));
    let back: Vec<Segment> = stones.iter().map(|s| Segment { before: s.after, after: s.before }).collect();
    assert_eq!(rate_and_mix(&back).unwrap().paradox, Some(Direction::Down));
    // One segment that stands still, or goes along, is no paradox; one that cannot be measured does not count.
    let still = Segment { before: (5.0, 10.0), after: (5.0, 10.0) };
    assert_eq!(rate_and_mix(&[stones[0], stones[1], still]).unwrap().paradox, None);
    let new = Segment { before: (0.0, 0.0), after: (1.0, 2.0) };
    assert_eq!(rate_and_mix(&[stones[0], stones[1], new]).unwrap().paradox, Some(Direction::Up));
    assert_eq!(rate_and_mix(&stones[..1]).unwrap().paradox, None);
    // One that rises beside a poor one that opens: only one could be measured.
    let risen = Segment { before: (5.0, 10.0), after: (6.0, 10.0) };
    let poor = Segment { before: (0.0, 0.0), after: (0.0, 10.0) };
    assert_eq!(rate_and_mix(&[risen, poor]).unwrap().paradox, None);
}

#[test]
fn rate_and_mix_by_hand() {
    // 300 s on 100 calls and 200 s on 900 make 210 s; then 500 and 500, and the slow team at 290 s: 245 s.
    let teams = [
        Segment { before: (30_000.0, 100.0), after: (145_000.0, 500.0) },
        Segment { before: (180_000.0, 900.0), after: (100_000.0, 500.0) },
    ];
    let found = rate_and_mix(&teams).unwrap();
    // Rate: −10 · (0.1 + 0.5) ÷ 2 = −3; mix: 0.4 · (295 − 200) = 38.
    assert!((found.before - 210.0).abs() < 1e-12 && (found.after - 245.0).abs() < 1e-12);
    assert!((found.rate + 3.0).abs() < 1e-12 && (found.mix - 38.0).abs() < 1e-12);
    // A channel that opens is all mix.
    let opened = [
        Segment { before: (5.0, 10.0), after: (5.0, 10.0) },
        Segment { before: (0.0, 0.0), after: (9.0, 10.0) },
    ];
    let found = rate_and_mix(&opened).unwrap();
    assert!(found.rate.abs() <= 0.0 && (found.mix - 0.2).abs() < 1e-15);
    assert_eq!(rate_and_mix(&[]), None);
    assert_eq!(rate_and_mix(&[Segment { before: (0.0, 0.0), after: (1.0, 1.0) }]), None);
    assert_eq!(rate_and_mix(&[Segment { before: (1.0, 0.0), after: (1.0, 1.0) }]), None);
    assert_eq!(rate_and_mix(&[Segment { before: (f64::NAN, 1.0), after: (1.0, 1.0) }]), None);
}

fn segment() -> impl Strategy<Value = Segment> {
    let period = || (0_u32..500, 0_u32..500).prop_map(|(n, k)| (f64::from(k.min(n)), f64::from(n)));
    (period(), period()).prop_map(|(before, after)| Segment { before, after })
}

/// Very many answers that are almost all alike: the difference is so sure that its square is beyond every number.
#[test]
fn a_difference_beyond_doubt_has_a_chance_of_zero() {
    let sure = Net { plus: 4.907916322328208e297, neither: 1.0, minus: 4.606406815435163e285 };
    let none = Net { plus: 0.0, neither: 1.0, minus: 0.0 };
    assert_eq!(compare_nets_wald(&sure, &none, &TERMS).unwrap().p, Some(0.0));
}

proptest! {
    #[test]
    fn effects_add_up(segments in prop::collection::vec(segment(), 1..20), split in 0_usize..20) {
        let Some(found) = rate_and_mix(&segments) else { return Ok(()) };
        prop_assert!((found.rate + found.mix - found.change()).abs() < 1e-12);
        let parts: f64 = found.segments.iter().map(|effect| effect.rate + effect.mix).sum();
        prop_assert!((parts - found.change()).abs() < 1e-12);
        // The other way in time: the same with its sign changed.
        let back: Vec<Segment> = segments.iter().map(|s| Segment { before: s.after, after: s.before }).collect();
        let other = rate_and_mix(&back).unwrap();
        prop_assert!((found.rate + other.rate).abs() < 1e-12 && (found.mix + other.mix).abs() < 1e-12);
        // A segment cut in two like halves changes nothing; nor does the order.
        let mut cut = segments.clone();
        let whole = cut.remove(split % segments.len());
        let half = |(k, n): (f64, f64)| (0.5 * k, 0.5 * n);
        cut.insert(0, Segment { before: half(whole.before), after: half(whole.after) });
        cut.push(cut[0]);
        let other = rate_and_mix(&cut).unwrap();
        prop_assert!((found.rate - other.rate).abs() < 1e-12 && (found.mix - other.mix).abs() < 1e-12);
    }

    /// One statement: p below 1 − level, 0 outside the interval, a verdict (from five cases on).
    #[test]
    fn p_interval_and_verdict_agree(n in (5_u32..300, 5_u32..300), k in (0_u32..300, 0_u32..300), level in 0.5_f64..0.999) {
        let terms = Terms { level, power: 0.8 };
        let pair = |k: u32, n: u32| (f64::from(k.min(n)), f64::from(n));
        let (first, second) = (pair(k.0, n.0), pair(k.1, n.1));
        let net = |(k, n): (f64, f64)| Net { plus: k, neither: 0.25 * (n - k), minus: 0.75 * (n - k) };
        let found = [
            compare_shares(first, second, &terms).unwrap(),
            compare_nets(&net(first), &net(second), &terms).unwrap(),
        ];
        for found in found {
            let (low, high) = found.interval.unwrap();
            let (p, told) = (found.p.unwrap(), !matches!(found.verdict, Verdict::CannotTell { .. }));
            prop_assert!((0.0..=1.0).contains(&p));
            prop_assert_eq!(told, low > 0.0 || high < 0.0);
            prop_assert!((p - (1.0 - level)).abs() < 1e-9 || told == (p < 1.0 - level), "{p} {level} {told}");
        }
        let mirror = compare_shares(second, first, &terms).unwrap();
        let one = compare_shares(first, second, &terms).unwrap();
        prop_assert!((one.interval.unwrap().0 + mirror.interval.unwrap().1).abs() < 1e-14);
    }

    /// Another unit is another unit of the answer; groups merge in any split.
    #[test]
    fn means_know_no_order(values in prop::collection::vec(-100_i32..100, 12..60), cut in 2_usize..6, factor in 1_i32..50) {
        let scaled = |part: &[i32], factor: i32| -> Moments { part.iter().map(|x| f64::from(*x * factor)).collect() };
        let (one, other) = values.split_at(6);
        let plain = compare_means(&scaled(one, 1), &scaled(other, 1), &TERMS).unwrap();
        let mut merged = scaled(&other[cut..], 1);
        merged.merge(&scaled(&other[..cut], 1));
        prop_assert_eq!(plain, compare_means(&scaled(one, 1), &merged, &TERMS).unwrap());
        let large = compare_means(&scaled(one, factor), &scaled(other, factor), &TERMS).unwrap();
        if let Some((a, b)) = plain.interval.zip(large.interval) {
            let factor = f64::from(factor);
            prop_assert!((factor * a.0 - b.0).abs() < 1e-8 * factor && (factor * a.1 - b.1).abs() < 1e-8 * factor);
            prop_assert!((plain.p.unwrap() - large.p.unwrap()).abs() < 1e-9);
        }
    }

    /// Whatever finite numbers come in, no other comes out.
    #[test]
    fn finite_in_finite_out(values in prop::collection::vec(prop::num::f64::NORMAL | prop::num::f64::ZERO, 10..24), cut in 0_usize..10) {
        let fine = |bounds: Option<(f64, f64)>| bounds.is_none_or(|(low, high)| low.is_finite() && high.is_finite());
        let (one, other) = values.split_at(cut);
        let moments = |part: &[f64]| part.iter().copied().collect::<Moments>();
        if let Some(found) = compare_means(&moments(one), &moments(other), &TERMS) {
            prop_assert!(found.difference.is_finite() && fine(found.interval));
            prop_assert!(found.p.is_none_or(|p| (0.0..=1.0).contains(&p)));
        }
        let series: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
        if let Ok(found) = sen_slope(&series, 0.95) {
            prop_assert!(found.slope.is_finite() && fine(found.interval));
        }
        if let Ok(found) = season(&series, 3) {
            prop_assert!(found.h.is_finite() && (0.0..=1.0).contains(&found.p));
        }
        prop_assert!(autocorrelation(&values, 1).is_none_or(f64::is_finite));
        let drawn = Bootstrap { resamples: 100, ..Bootstrap::default() };
        prop_assert!(fine(drawn.bca(&values, |sorted| type_7(sorted, 0.5))));
        let counts: Vec<(f64, f64)> = values.chunks(2).filter_map(|pair| Some((pair[0].abs(), pair.get(1)?.abs()))).collect();
        let (first, second) = (counts[0], counts[1]);
        if let Some(found) = compare_shares(first, second, &TERMS) {
            prop_assert!(fine(found.interval) && found.p.is_some_and(|p| (0.0..=1.0).contains(&p)));
        }
        let net = |(plus, minus): (f64, f64)| Net { plus, neither: 1.0, minus };
        for found in [compare_nets(&net(first), &net(second), &TERMS), compare_nets_wald(&net(first), &net(second), &TERMS)] {
            prop_assert!(found.is_none_or(|found| fine(found.interval) && found.p.is_none_or(|p| (0.0..=1.0).contains(&p))));
        }
        let segments: Vec<Segment> = counts.chunks_exact(2).map(|pair| Segment { before: pair[0], after: pair[1] }).collect();
        prop_assert!(rate_and_mix(&segments).is_none_or(|found| found.rate.is_finite() && found.mix.is_finite()));
        let fits = |limits: Option<Limits>| limits.is_none_or(|l| [l.low, l.centre, l.high].into_iter().all(f64::is_finite));
        let charts = [xmr(&series, &Phases::default()), p_chart(&counts, &Phases::default()), laney(&counts, &Phases::default())];
        for chart in charts.into_iter().flatten() {
            prop_assert!(chart.points.iter().all(|point| fits(point.limits) && point.range.is_none_or(f64::is_finite)));
            prop_assert!(chart.phases.iter().all(|phase| fits(phase.limits)));
        }
    }
}
