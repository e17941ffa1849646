//! Control charts against the handbook, R's qcc, and each rule once broken and once just kept.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

mod support;

use proptest::prelude::*;
use support::{agree, real, real_json};
use throughline::signal::{Chart, Limits, Phases, Rule, laney, p_chart, xmr, xmr_signals};

const ALL: Phases = Phases { starts: &[], baseline: None };

fn chart(values: &[f64]) -> Chart {
    let series: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
    xmr(&series, &ALL).unwrap()
}

fn places(chart: &Chart, rule: Rule) -> Vec<usize> {
    chart.signals.iter().filter(|signal| signal.rule == rule).map(|signal| signal.at).collect()
}

/// Eight values whose limits are known, then what is to be judged by them: centre 10, limits 10 ± 3·2 ÷ 1.128.
fn judged(later: &[f64]) -> Chart {
    let first = [9.0, 11.0, 9.0, 11.0, 9.0, 11.0, 9.0, 11.0];
    let series: Vec<Option<f64>> = first.iter().chain(later).copied().map(Some).collect();
    let chart = xmr(&series, &Phases { starts: &[], baseline: Some(8) }).unwrap();
    let limits = chart.phases[0].limits.unwrap();
    assert!(agree(limits.centre, 10.0) && agree(limits.high, 10.0 + 6.0 / 1.128));
    chart
}

#[test]
fn flow_rates_of_the_handbook() {
    let flow = chart(&[49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]);
    let phase = &flow.phases[0];
    let Limits { low, centre, high } = phase.limits.unwrap();
    assert!((centre - 50.81).abs() < 1e-12 && (low - 45.8159).abs() < 5e-5 && (high - 55.8041).abs() < 5e-5);
    assert!((phase.mean_range.unwrap() - 1.8778).abs() < 5e-5);
    assert!(agree(phase.range_limit.unwrap(), 3.268 * 16.9 / 9.0));
    assert!(flow.signals.is_empty());
}

#[test]
fn series_as_qcc_judges_them() {
    let Some(known) = real_json("published/spc_rules_series.json") else { return };
    for (name, case) in known.as_object().unwrap().iter().filter(|(_, case)| case["qcc"].is_object()) {
        let values: Vec<f64> =
            case["values"].as_array().unwrap().iter().map(|value| value.as_f64().unwrap()).collect();
        let found = chart(&values);
        let limits = found.phases[0].limits.unwrap();
        let qcc = &case["qcc"];
        for (value, key) in [(limits.centre, "center"), (limits.low, "lcl"), (limits.high, "ucl")] {
            assert!((value - qcc[key].as_f64().unwrap()).abs() < 1e-9, "{name} {key}");
        }
        let listed = |key: &str| -> Vec<usize> {
            qcc[key].as_array().unwrap().iter().map(|at| at.as_u64().unwrap() as usize).collect()
        };
        assert_eq!(places(&found, Rule::Outside), listed("nelson1"), "{name}");
        assert_eq!(places(&found, Rule::Run), listed("we4"), "{name}");
    }
}

/// NIST/SEMATECH e-Handbook 6.3.3.2: defective chips of 50 on 30 wafers.
#[test]
fn wafers_of_the_handbook() {
    let defective = [
        12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13,
        9, 6,
    ];
    let counts: Vec<(f64, f64)> = defective.iter().map(|k| (f64::from(*k), 50.0)).collect();
    let found = p_chart(&counts, &ALL).unwrap();
    let Limits { low, centre, high } = found.phases[0].limits.unwrap();
    assert!((centre - 0.2313).abs() < 5e-5 && (low - 0.0524).abs() < 5e-5 && (high - 0.4102).abs() < 1e-4);
    assert_eq!(places(&found, Rule::Outside), [14, 22]);
}

/// Millions of visits a year: by the plain p chart every month is a signal, by Laney's seven of 36 are. Expected
/// values computed from the published formulas with NumPy.
#[test]
fn large_services_vary_by_more_than_chance() {
    let Some(bytes) = real("cs/nhs_ae_attendances.csv") else { return };
    let text = String::from_utf8(bytes).unwrap();
    let mut months = std::collections::BTreeMap::<String, (f64, f64)>::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let sums = months.entry(cells[0].to_owned()).or_default();
        sums.0 += cells[4].parse::<f64>().unwrap();
        sums.1 += cells[3].parse::<f64>().unwrap();
    }
    let counts: Vec<(f64, f64)> = months.into_values().collect();
    let plain = p_chart(&counts, &ALL).unwrap();
    assert_eq!(places(&plain, Rule::Outside), (0..36).collect::<Vec<_>>());
    let found = laney(&counts, &ALL).unwrap();
    assert_eq!(places(&found, Rule::Outside), [9, 20, 21, 22, 23, 33, 34]);
    assert!(agree(found.phases[0].mean_range.unwrap() / 1.128, 42.116_566_845_449_52));
    let limits = found.points[0].limits.unwrap();
    assert!((limits.low - 0.085_666_578_031_004_73).abs() < 1e-14);
    assert!((limits.high - 0.144_694_596_031_506_92).abs() < 1e-14);
}

#[test]
fn outside_is_beyond_the_limit() {
    let limit = judged(&[]).phases[0].limits.unwrap();
    for (value, is) in [(limit.high, false), (limit.high + 1e-9, true), (limit.low, false), (0.0, true)] {
        assert_eq!(places(&judged(&[value]), Rule::Outside), if is { vec![8] } else { vec![] }, "{value}");
    }
}

/// Half way to the limit is 12.66 and 7.34.
#[test]
fn three_of_four_near_one_limit() {
    let near = |later: &[f64]| places(&judged(later), Rule::NearLimit);
    assert_eq!(near(&[13.0, 13.0, 13.0]), [10]);
    assert_eq!(near(&[13.0, 13.0, 10.0, 13.0]), [11]);
    assert_eq!(near(&[13.0, 10.0, 13.0, 13.0, 13.0]), [11, 12]);
    assert_eq!(near(&[7.0, 9.0, 7.0, 7.0]), [11]);
    assert_eq!(near(&[16.0, 16.0, 16.0]), [10]);
    // Two of four; three of five; on both sides; not nearer than half way.
    assert_eq!(near(&[13.0, 10.0, 13.0, 10.0]), [0; 0]);
    assert_eq!(near(&[13.0, 10.0, 13.0, 10.0, 13.0]), [0; 0]);
    assert_eq!(near(&[13.0, 7.0, 13.0, 7.0]), [0; 0]);
    assert_eq!(near(&[12.6, 12.6, 12.6, 12.6]), [0; 0]);
    // The last of the four must itself be near: three that were, and one at home, is news of before.
    assert_eq!(near(&[13.0, 13.0, 13.0, 10.0]), [10]);
}

#[test]
fn eight_on_one_side() {
    let run = |later: &[f64]| places(&judged(later), Rule::Run);
    // The baseline ends above the centre: its last value counts.
    assert_eq!(run(&[10.1; 7]), [14]);
    assert_eq!(run(&[10.1; 9]), [14, 15, 16]);
    assert_eq!(run(&[10.1; 6]), [0; 0]);
    assert_eq!(run(&[9.9; 8]), [15]);
    assert_eq!(run(&[9.9; 7]), [0; 0]);
    assert_eq!(run(&[10.1, 10.1, 10.1, 10.0, 10.1, 10.1, 10.1, 10.1]), [0; 0]);
}

#[test]
fn a_step_beyond_the_range_limit() {
    // 3.268 · 2 = 6.536 from the 11 before.
    assert_eq!(places(&judged(&[4.5]), Rule::Range), [0; 0]);
    assert_eq!(places(&judged(&[14.5, 7.9]), Rule::Range), [9]);
}

#[test]
fn gaps_keep_their_place_and_are_stepped_over() {
    let mut series: Vec<Option<f64>> = [9.0, 11.0, 9.0, 11.0, 9.0, 11.0, 9.0, 11.0].map(Some).to_vec();
    series.insert(3, None);
    series.push(Some(40.0));
    let found = xmr(&series, &Phases { starts: &[], baseline: Some(8) }).unwrap();
    assert!(agree(found.phases[0].limits.unwrap().centre, 10.0));
    assert_eq!(found.phases[0].mean_range, Some(2.0));
    assert_eq!((found.points[3].value, found.points[3].range), (None, None));
    assert_eq!(places(&found, Rule::Outside), [9]);
    assert_eq!(found.last_signal(), Some(9));
    let counts = [(9.0, 10.0), (0.0, 0.0), (8.0, 10.0)].repeat(5);
    let found = laney(&counts, &ALL).unwrap();
    assert_eq!((found.phases[0].n, found.points[1].value, found.points[1].limits), (10, None, None));
}

#[test]
fn too_few_have_no_limits_and_no_signals() {
    let found = chart(&[1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 900.0]);
    assert_eq!((found.phases[0].limits, found.signals.len(), found.points.len()), (None, 0, 7));
    assert_eq!(chart(&[]).phases.len(), 0);
    assert!(xmr(&[Some(f64::NAN)], &ALL).is_none());
    assert!(p_chart(&[(3.0, 2.0)], &ALL).is_none() && laney(&[(-1.0, 2.0)], &ALL).is_none());
    let short = xmr(&vec![Some(1.0); 20], &Phases { starts: &[15, 99, 15], baseline: None }).unwrap();
    let phases: Vec<_> =
        short.phases.iter().map(|phase| (phase.places.clone(), phase.limits.is_some())).collect();
    assert_eq!(phases, [(0..15, true), (15..20, false)]);
    assert!(xmr(&[Some(1e308), Some(-1e308)].repeat(9), &ALL).is_some());
}

#[test]
fn no_spread_is_no_signal_until_it_moves() {
    assert!(chart(&[0.1; 30]).signals.is_empty());
    let held = [Some(0.1); 9].into_iter().chain([Some(0.2)]).collect::<Vec<_>>();
    let found = xmr(&held, &Phases { starts: &[], baseline: Some(9) }).unwrap();
    assert_eq!(places(&found, Rule::Outside), [9]);
    for share in [(0.0, 50.0), (50.0, 50.0), (1.0, 3.0)] {
        assert!(
            p_chart(&[share; 12], &ALL).unwrap().signals.iter().all(|signal| signal.rule != Rule::Outside)
        );
        assert!(laney(&[share; 12], &ALL).unwrap().signals.is_empty());
    }
}

proptest! {
    /// What a first picture asks for is what the whole chart says.
    #[test]
    fn signals_alone_are_those_of_the_chart(series in prop::collection::vec(prop::option::weighted(0.9, -50.0_f64..50.0), 0..60)) {
        let whole = xmr(&series, &Phases::default()).map(|chart| chart.signals);
        prop_assert_eq!(xmr_signals(&series), whole);
    }

    /// Another unit or another zero makes no other signals; upside down they are the same.
    #[test]
    fn units_make_no_signals(values in prop::collection::vec(-50_i32..50, 0..60), power in -3_i32..4, shift in -99_i32..99, down: bool) {
        let factor = 2_f64.powi(power) * if down { -1.0 } else { 1.0 };
        let plain: Vec<f64> = values.iter().map(|x| f64::from(*x)).collect();
        let moved: Vec<f64> = plain.iter().map(|x| factor * (x + f64::from(shift))).collect();
        let (plain, moved) = (chart(&plain), chart(&moved));
        for (one, other) in plain.points.iter().zip(&moved.points) {
            let there = |limit: f64| factor * (limit + f64::from(shift));
            if let Some((a, b)) = one.limits.zip(other.limits) {
                prop_assert!((there(a.centre) - b.centre).abs() < 1e-9);
                let (low, high) = if down { (a.high, a.low) } else { (a.low, a.high) };
                prop_assert!((there(low) - b.low).abs() < 1e-9 && (there(high) - b.high).abs() < 1e-9);
            }
        }
        // A value that meets a mean of thirds may fall to either side of its rounding.
        let on_the_line = |chart: &Chart| chart.points.iter().any(|point| {
            point.value.zip(point.limits).is_some_and(|(x, limits)| {
                let marks = [limits.low, 0.5 * (limits.low + limits.centre), limits.centre, 0.5 * (limits.centre + limits.high), limits.high];
                marks.iter().any(|mark| (x - mark).abs() < 1e-9 * (1.0 + x.abs()))
            })
        });
        if !on_the_line(&plain) && !on_the_line(&moved) {
            prop_assert_eq!(plain.signals, moved.signals);
        }
    }

    /// With equal n Laney's limits are XmR's.
    #[test]
    fn equal_n_is_xmr(counts in prop::collection::vec(0_u32..=400, 8..40)) {
        prop_assume!(counts.iter().any(|k| *k > 0) && counts.iter().any(|k| *k < 400));
        let shares: Vec<f64> = counts.iter().map(|k| f64::from(*k) / 400.0).collect();
        let pairs: Vec<(f64, f64)> = counts.iter().map(|k| (f64::from(*k), 400.0)).collect();
        let (one, other) = (chart(&shares), laney(&pairs, &ALL).unwrap());
        let (one, other) = (one.phases[0].limits.unwrap(), other.phases[0].limits.unwrap());
        for (a, b) in [(one.low, other.low), (one.centre, other.centre), (one.high, other.high)] {
            prop_assert!((a - b).abs() < 1e-12);
        }
    }

    /// Each phase is a chart of its own.
    #[test]
    fn phases_do_not_know_one_another(values in prop::collection::vec(-9.0_f64..9.0, 1..60), cut in 0_usize..60) {
        let series: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
        let cut = cut.min(series.len());
        let whole = xmr(&series, &Phases { starts: &[cut], baseline: None }).unwrap();
        let (left, right) = (xmr(&series[..cut], &ALL).unwrap(), xmr(&series[cut..], &ALL).unwrap());
        let joined: Vec<_> = left.points.iter().chain(&right.points).copied().collect();
        prop_assert_eq!(&whole.points, &joined);
        prop_assert_eq!(whole.signals.len(), left.signals.len() + right.signals.len());
    }
}
