//! Staffing: published values, a second implementation, and what must hold for any queue (N16, domain section 6).

use proptest::prelude::*;
use throughline::staffing::{
    Asked, Demand, Untold, Wanted, erlang_a, erlang_b, erlang_c, on_duty, on_roster, staffing,
};

fn near(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() <= within, "{found} is not {expected}");
}

/// CRAN's `ErlangC`, and the worked example of Westbay.
#[test]
fn published_values_of_erlang_c() {
    let found = erlang_c(14, 10.0, 180.0, 20.0).unwrap();
    near(found.waits, 0.174_131_9, 5e-8);
    near(found.service_level, 0.888_35, 5e-6);
    near(found.wait, 7.835_937_01, 5e-9);
    let found = erlang_c(55, 48.0, 240.0, 15.0).unwrap();
    near(found.waits, 0.239, 5e-4);
    near(found.service_level, 0.846, 5e-4);
    near(found.wait, 8.2, 0.05);
    near(found.occupancy, 0.873, 5e-4);
    // 50 agents, 2,880 calls an hour of 60 s.
    near(erlang_c(50, 48.0, 60.0, 20.0).unwrap().wait, 20.83, 5e-3);
}

/// What tests/twin/erlang_a.py prints, which finds the same by linear algebra and a matrix exponential: agents, load,
/// handling, patience, T; waiting, service level, wait, occupancy, abandoned, wait of the answered.
const TWIN: [([f64; 5], [f64; 6]); 6] = [
    (
        [50.0, 48.0, 60.0, 120.0, 20.0],
        [0.467774068554, 0.943018954747, 3.709469899463, 0.930324240804, 0.030912249162, 3.615900239553],
    ),
    (
        [50.0, 48.0, 60.0, 120.0, 0.0],
        [0.467774068554, 0.532225931446, 3.709469899463, 0.930324240804, 0.030912249162, 3.615900239553],
    ),
    (
        [8.0, 10.0, 180.0, 60.0, 20.0],
        [0.625179065740, 0.527552459445, 16.701171695006, 0.902058923021, 0.278352861583, 14.074539065943],
    ),
    (
        [14.0, 10.0, 180.0, 300.0, 20.0],
        [0.145260114296, 0.916792091864, 4.195123236723, 0.704297325627, 0.013983744122, 3.878480044521],
    ),
    (
        [1.0, 10.0 / 6.0, 600.0, 45.0, 30.0],
        [0.651886852621, 0.369460188359, 27.399054979233, 0.651886852621, 0.608867888427, 4.748841747613],
    ),
    (
        [70.0, 80.0, 240.0, 90.0, 15.0],
        [0.727910166481, 0.546143824049, 12.668454275123, 0.981987882221, 0.140760603057, 12.549697978633],
    ),
];

#[test]
fn erlang_a_agrees_with_a_second_implementation() {
    for ([agents, load, handling, patience, within], expected) in TWIN {
        let found = erlang_a(agents as u32, load, handling, patience, within).unwrap();
        let lost = found.lost.unwrap();
        let all = [
            found.waits,
            found.service_level,
            found.wait,
            found.occupancy,
            lost.abandoned,
            lost.wait_of_answered,
        ];
        for (found, expected) in all.into_iter().zip(expected) {
            near(found, expected, 1e-11 * expected.max(1.0));
        }
    }
}

#[test]
fn a_queue_without_end_has_no_number() {
    assert_eq!(erlang_c(10, 10.0, 180.0, 20.0), Err(Untold::Unstable));
    assert_eq!(erlang_c(0, 0.0, 180.0, 20.0), Err(Untold::Unstable));
    assert_eq!(erlang_c(10, f64::NAN, 180.0, 20.0), Err(Untold::NotANumber));
    assert_eq!(erlang_a(10, 1.0, 180.0, f64::INFINITY, 20.0), Err(Untold::NotANumber));
    assert_eq!(erlang_a(10, 1.0, 1e200, 1e-200, 20.0), Err(Untold::NotANumber));
    // Callers with the patience of a century, and too few agents.
    assert_eq!(erlang_a(1, 10.0, 180.0, 3e9, 20.0), Err(Untold::Unstable));
    let asked = |calls| Asked {
        demand: Demand { calls, period: 1800.0, handling: 180.0 },
        agents: 14,
        shrinkage: 0.0,
        patience: None,
        within: 20.0,
        wanted: None,
    };
    assert_eq!(staffing(&asked(-1.0)), Err(Untold::NotANumber));
    assert_eq!(staffing(&asked(140.0)).unwrap().outlook, Err(Untold::Unstable));
}

/// Nobody calls: nobody waits, and none is busy.
#[test]
fn no_calls() {
    let found = erlang_a(3, 0.0, 180.0, 60.0, 20.0).unwrap();
    assert_eq!((found.waits, found.service_level, found.wait, found.occupancy), (0.0, 1.0, 0.0, 0.0));
    near(erlang_c(3, 0.0, 180.0, 20.0).unwrap().service_level, 1.0, 0.0);
}

/// No number of agents answers nine of ten at once while being busy all the time.
#[test]
fn what_none_can_reach_needs_no_number() {
    let asked = Asked {
        demand: Demand { calls: 100.0, period: 1800.0, handling: 180.0 },
        agents: 14,
        shrinkage: 1.0,
        patience: None,
        within: 20.0,
        wanted: Some(Wanted { service_level: 0.9, occupancy: 1.0 }),
    };
    let found = staffing(&asked).unwrap();
    assert_eq!((found.duty, found.needed), (0, None));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The recursion against its definition A^N ÷ N! over the sum, in logarithms.
    #[test]
    fn erlang_b_is_its_definition(agents in 0_u32..120, load in 0.01_f64..150.0) {
        let logs: Vec<f64> = (0..=agents)
            .scan(0.0, |log, k| {
                if k > 0 {
                    *log += load.ln() - f64::from(k).ln();
                }
                Some(*log)
            })
            .collect();
        let most = logs.iter().copied().fold(f64::MIN, f64::max);
        let sum: f64 = logs.iter().map(|log| (log - most).exp()).sum();
        let expected = (logs.last().unwrap() - most).exp() / sum;
        prop_assert!((erlang_b(agents, load).unwrap() - expected).abs() < 1e-12);
    }

    /// With endless patience nobody hangs up: Erlang A becomes Erlang C.
    #[test]
    fn patience_without_end_is_erlang_c(agents in 2_u32..60, busy in 0.05_f64..0.9, within in 0.0_f64..120.0) {
        let load = f64::from(agents) * busy;
        let (a, c) = (
            erlang_a(agents, load, 180.0, 1e9, within).unwrap(),
            erlang_c(agents, load, 180.0, within).unwrap(),
        );
        prop_assert!((a.service_level - c.service_level).abs() < 1e-5, "{a:?} {c:?}");
        prop_assert!((a.wait - c.wait).abs() < 1e-4 * c.wait.max(1.0));
        prop_assert!((a.occupancy - c.occupancy).abs() < 1e-6);
    }

    /// More agents never make it worse, and what is said to be needed is enough while one fewer is not.
    #[test]
    fn the_fewest_are_the_fewest(
        calls in 1.0_f64..900.0,
        handling in 30.0_f64..600.0,
        patience in proptest::option::of(20.0_f64..600.0),
        level in 0.5_f64..0.95,
        shrinkage in 0.0_f64..0.5,
    ) {
        let asked = |agents| Asked {
            demand: Demand { calls, period: 1800.0, handling },
            agents,
            shrinkage,
            patience,
            within: 20.0,
            wanted: Some(Wanted { service_level: level, occupancy: 0.9 }),
        };
        let needed = staffing(&asked(1)).unwrap().needed.unwrap();
        prop_assert_eq!(on_duty(needed.roster, shrinkage), needed.duty);
        prop_assert_eq!(on_roster(needed.duty, shrinkage), Some(needed.roster));
        let reached = |roster| {
            let found = staffing(&asked(roster)).unwrap().outlook;
            found.is_ok_and(|found| found.service_level >= level && found.occupancy <= 0.9)
        };
        prop_assert!(reached(needed.roster));
        prop_assert!(!reached(needed.roster - 1));
    }
}

/// Every mistake at once, each with its place.
#[test]
fn every_mistake_is_named() {
    let text = r#"{ "calls": -1, "period": 0, "handlingTime": "long", "agents": 2.5, "patience": 0,
        "shrinkage": 1, "wanted": { "serviceLevel": 80, "occupancy": 0 }, "agent": 3 }"#;
    let error = throughline::format::staffing::decode(text).unwrap_err();
    let mut issues: Vec<_> = error.issues().iter().map(|issue| (issue.at.as_str(), issue.code)).collect();
    issues.sort_unstable();
    assert_eq!(error.code(), "staffing-invalid");
    assert_eq!(
        issues,
        [
            ("", "missing-field"),
            ("/agent", "unknown-field"),
            ("/agents", "wrong-type"),
            ("/calls", "out-of-range"),
            ("/handlingTime", "wrong-type"),
            ("/patience", "not-above"),
            ("/period", "not-above"),
            ("/shrinkage", "out-of-range"),
            ("/wanted/occupancy", "not-above"),
            ("/wanted/serviceLevel", "out-of-range"),
        ]
    );
}
