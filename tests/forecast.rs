//! Forecasts against R and statsmodels, and what must hold for any series (N18, domain section 5).
#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod support;

use proptest::prelude::*;
use serde_json::Value;
use throughline::forecast::{
    Method, Outlook, Weights, damped_trend, forecast, holt_winters, holt_winters_with, line, needed, simple,
};

/// A file by others where it lies; a printed line where it does not.
fn published(name: &str) -> Option<String> {
    support::real(&format!("published/{name}")).map(|bytes| String::from_utf8(bytes).unwrap())
}

/// The last column of a table.
fn column(text: &str) -> Vec<Option<f64>> {
    text.lines().skip(1).map(|row| row.rsplit(',').next().unwrap().trim_matches('"').parse().ok()).collect()
}

fn near(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() <= within, "{found} is not {expected}");
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|each| each.as_f64().unwrap()).collect()
}

/// R's bounds are mean ± 1.96 deviations.
fn agrees(found: &Outlook, reference: &Value, within: f64) {
    let z = 1.959_963_984_540_054;
    let (low, high) = (numbers(&reference["lower95"]), numbers(&reference["upper95"]));
    for (at, mean) in numbers(&reference["forecast"]).into_iter().enumerate() {
        let step = found.steps[at];
        near(step.mean, mean, within);
        near(step.deviation, (high[at] - low[at]) / (2.0 * z), within);
    }
}

#[test]
fn holt_winters_of_co2_as_r_has_it() {
    let (Some(text), Some(series)) = (published("r_reference.json"), published("r_series/co2.csv")) else {
        return;
    };
    let reference = &serde_json::from_str::<Value>(&text).unwrap()["co2_additive"];
    let series = column(&series);
    let number = |name: &str| reference[name].as_f64().unwrap();
    let weights = Weights { alpha: number("alpha"), beta: number("beta"), gamma: number("gamma") };
    let given = holt_winters_with(&series, 12, 12, weights).unwrap();
    near(given.squares, number("sse"), 1e-8);
    agrees(&given, reference, 1e-8);
    // R's search stops a little before the least; ours may not be worse.
    let own = holt_winters(&series, 12, 12).unwrap();
    assert!(own.squares <= number("sse") + 1e-9, "{} {}", own.squares, number("sse"));
    agrees(&own, reference, 2e-3);
    let Method::HoltWinters { alpha, beta, gamma, season: 12 } = own.method else {
        panic!("{:?}", own.method)
    };
    near(alpha, 0.5126, 5e-4);
    near(beta, 0.0094, 5e-4);
    near(gamma, 0.4729, 5e-4);
    // A season shows, so it is what a plain question gets.
    assert_eq!(forecast(&series, Some(12), 12).unwrap(), own);
}

#[test]
fn the_level_of_the_nile_as_r_has_it() {
    let (Some(text), Some(series)) = (published("r_reference.json"), published("r_series/Nile.csv")) else {
        return;
    };
    let reference = &serde_json::from_str::<Value>(&text).unwrap()["nile_ses"];
    let found = simple(&column(&series), 5).unwrap();
    let Method::Level { alpha } = found.method else { panic!("{:?}", found.method) };
    near(alpha, reference["alpha"].as_f64().unwrap(), 1e-4);
    assert!(found.squares <= reference["sse"].as_f64().unwrap() + 1e-6);
    agrees(&found, reference, 2e-2);
}

/// What tests/twin/damped_trend.py prints, which looks for all five numbers at once by differential evolution, in the
/// textbook form: series, squares, four forecasts, four deviations.
type Twin = (&'static [f64], f64, [f64; 4], [f64; 4]);
const GAP: f64 = f64::NAN;
const TWIN: [Twin; 3] = [
    (
        &[71.2, 72.0, 71.5, 73.1, 74.0, 73.6, 75.2, 75.9, 77.1, 76.4, 78.0, 78.8],
        2.947_833_830,
        [79.043_666, 79.646_067, 80.236_421, 80.814_967],
        [0.754_591, 0.776_697, 0.800_452, 0.825_565],
    ),
    (
        &[
            420.0, 410.0, 415.0, 396.0, 388.0, 390.0, 371.0, 368.0, 362.0, 355.0, 351.0, 349.0, 344.0, 340.0,
            341.0, 338.0,
        ],
        262.934_662_688,
        [332.093_469, 329.428_257, 326.972_497, 324.709_729],
        [5.337_481, 5.378_228, 5.417_857, 5.456_102],
    ),
    (
        &[10.0, 12.0, GAP, 13.0, 15.0, 14.0, GAP, GAP, 19.0, 21.0, 20.0, 24.0],
        9.731_137_113,
        [23.403_109, 24.398_611, 25.374_204, 26.330_284],
        [1.844_521, 1.901_739, 1.963_273, 2.028_344],
    ),
];

#[test]
fn the_damped_trend_agrees_with_a_second_implementation() {
    for (series, squares, means, deviations) in TWIN {
        let series: Vec<_> = series.iter().map(|value| value.is_finite().then_some(*value)).collect();
        let found = damped_trend(&series, 4).unwrap();
        assert!(found.squares <= squares + 1e-6, "{} {squares}", found.squares);
        for ((step, mean), deviation) in found.steps.iter().zip(means).zip(deviations) {
            near(step.mean, mean, 1e-3);
            near(step.deviation, deviation, 1e-3);
        }
    }
}

/// A line through 1, 2, 4 with x̄ 2: slope 1.5, s² = 1/6; one ahead the mean is 16/3 and the variance s²(1 + 1/3 + 4/2).
#[test]
fn the_line_is_that_of_the_textbook() {
    let found = line(&[1.0, 2.0, 4.0].map(Some), 1).unwrap();
    assert_eq!((found.n, found.method), (3, Method::Line { slope: 1.5 }));
    near(found.steps[0].mean, 16.0 / 3.0, 1e-12);
    near(found.steps[0].deviation, (1.0 / 6.0 * (1.0 + 1.0 / 3.0 + 2.0_f64)).sqrt(), 1e-12);
    // t of 0.975 with one degree of freedom is 12.7062.
    let (low, high) = found.interval(1, 0.95).unwrap();
    near((high - low) / 2.0, 12.706_204_736 * found.steps[0].deviation, 1e-6);
    assert_eq!(found.chance(1, 5.0, false), None, "no chance is told from three values");
}

#[test]
fn a_chance_is_that_of_the_interval() {
    let series = TWIN[0].0.iter().copied().map(Some).collect::<Vec<_>>();
    let found = forecast(&series, Some(12), 4).unwrap();
    assert!(matches!(found.method, Method::DampedTrend { .. }));
    let (low, high) = found.interval(3, 0.95).unwrap();
    near(found.chance(3, low, false).unwrap(), 0.975, 1e-9);
    near(found.chance(3, high, false).unwrap(), 0.025, 1e-9);
    near(found.chance(3, high, true).unwrap(), 0.975, 1e-9);
}

#[test]
fn what_must_happen() {
    let series = [70.0, 71.0, 74.0, 75.0].map(Some);
    let met = needed(&series, 74.0, 2, false).unwrap();
    assert!(met.seen && met.rate.abs() <= 0.0);
    // Less is better: from 75 to 70 in five periods; over three, the longest there is, it only rose.
    let found = needed(&series, 70.0, 5, true).unwrap();
    assert_eq!((found.rate, found.over, found.seen), (-1.0, 3, false));
    near(found.best, 5.0 / 3.0, 1e-12);
    // Nobody measured in the last period: it is left as well.
    let late = [Some(70.0), Some(72.0), None];
    assert_eq!(needed(&late, 76.0, 1, false).unwrap().over, 1);
    near(needed(&late, 76.0, 1, false).unwrap().rate, 2.0, 1e-12);
    assert_eq!(needed(&[Some(1.0)], 2.0, 3, false), None);
}

fn series(most: usize) -> impl Strategy<Value = Vec<Option<f64>>> {
    proptest::collection::vec(proptest::option::weighted(0.85, -50.0_f64..50.0), 0..most)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Finite for any series, and wider the further ahead.
    #[test]
    fn no_series_breaks_it(series in series(40), year in proptest::option::of(2_usize..13)) {
        let Ok(found) = forecast(&series, year, 6) else {
            prop_assert!(series.iter().flatten().count() < 4);
            return Ok(());
        };
        prop_assert_eq!(found.steps.len(), 6);
        prop_assert!(found.freedom > 0.0);
        for pair in found.steps.windows(2) {
            prop_assert!(pair[0].mean.is_finite() && pair[0].deviation.is_finite());
            let seasonal = matches!(found.method, Method::HoltWinters { .. });
            let damped = matches!(found.method, Method::DampedTrend { .. });
            prop_assert!(seasonal || damped || pair[1].deviation >= pair[0].deviation - 1e-9);
        }
    }

    /// Other units change nothing but the unit: ×k and + c go through.
    #[test]
    fn units_go_through(series in series(24), times in 0.1_f64..20.0, more in -30.0_f64..30.0) {
        let moved: Vec<_> = series.iter().map(|value| value.map(|value| value * times + more)).collect();
        let (Ok(one), Ok(other)) = (forecast(&series, None, 3), forecast(&moved, None, 3)) else { return Ok(()) };
        prop_assert!((other.squares - one.squares * times * times).abs() <= 1e-4 * (1.0 + other.squares));
    }
}
