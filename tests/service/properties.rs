//! What holds whatever the numbers: bounds, order, the unit of time, and that nothing is ever NaN.

use proptest::prelude::*;
use throughline::kpi::service::{FAMILIES, Family, Input, Kind};

use super::*;

/// A request of a family by its table, with any numbers.
fn request(family: &Family, way: &[Input], variant: &str, numbers: &[u32]) -> Value {
    let mut request = json!({ "family": family.id, "variant": variant });
    let mut next = numbers.iter().copied().cycle();
    let mut any = || next.next().unwrap_or_default();
    for input in way.iter().chain(family.options) {
        let (group, value) = match input.kind {
            Kind::Count => (Some("counts"), json!(any())),
            Kind::Before => (Some("before"), json!(any())),
            Kind::Amount => (Some("amounts"), json!(f64::from(any()) / 7.0)),
            Kind::Durations => (None, json!(numbers)),
            Kind::Ratings(points) => {
                (None, json!(numbers.iter().map(|n| points.ends(5).0 + (*n % 5) as i32).collect::<Vec<_>>()))
            }
            Kind::Answers(_) => (None, json!({ "1": any(), "3": any(), "5": any() })),
            Kind::Items => (None, json!(numbers.iter().map(|n| [n % 5, n % 7, n % 3]).collect::<Vec<_>>())),
            Kind::Scale | Kind::Minimum => (None, json!(5)),
            Kind::Unit => (None, json!("min")),
            Kind::Interval => (None, json!("bootstrap")),
            Kind::Limit => (None, json!(any())),
            Kind::Text => (None, json!("asked")),
            Kind::Lifetime => (None, customers(input.name, numbers)),
        };
        match group {
            Some(group) => request[group][input.name] = value,
            None => request[input.name] = value,
        }
    }
    request
}

/// A field of a request for lifetime value, with any numbers.
fn customers(name: &str, numbers: &[u32]) -> Value {
    let each = |of: &dyn Fn(usize, u32) -> Value| {
        json!(numbers.iter().enumerate().map(|(place, n)| of(place, *n)).collect::<Vec<_>>())
    };
    match name {
        "purchases" => each(
            &|place, n| json!({ "customer": (place % 9).to_string(), "date": format!("2026-03-{:02}", n % 28 + 1), "amount": n }),
        ),
        "customers" => each(&|place, n| {
            let last = if n > 0 { f64::from(n) / 2.0 } else { 0.0 };
            json!({ "customer": place.to_string(), "repeats": n, "last": last, "age": 40, "value": n + 1 })
        }),
        "cohorts" => {
            let mut falling = numbers.to_vec();
            falling.sort_unstable_by(|one, other| other.cmp(one));
            json!([falling])
        }
        "asOf" => json!("2026-03-31"),
        "unit" => json!("week"),
        _ => json!(1),
    }
}

fn sound(found: &Calculated) {
    let Ok(value) = found.value else { return };
    assert!(value.is_finite(), "{found:?}");
    let ends = match found.unit {
        "%" if notes(found).contains(&"may-exceed-whole") => (0.0, f64::INFINITY),
        "%" => (0.0, 100.0),
        "points" if found.family == "nps-change" => (-200.0, 200.0),
        "points" => (-100.0, 100.0),
        // It may have cost more than it brought.
        "money" if found.family == "clv-historical" => (f64::NEG_INFINITY, f64::INFINITY),
        "coefficient" => (f64::NEG_INFINITY, 1.0 + 1e-9),
        _ => (0.0, f64::INFINITY),
    };
    assert!((ends.0..=ends.1).contains(&value), "{found:?}");
    if let Some(interval) = found.interval {
        let (low, high) = (interval.low, interval.high);
        assert!(low <= high && low.is_finite() && high.is_finite(), "{found:?}");
        assert!(low >= ends.0 && high <= ends.1, "{found:?}");
        // The adjusted Wald is the interval of other answers than were given, so it may leave an extreme score out.
        if interval.method != "adjusted-wald" {
            assert!(low <= value + 1e-9 && value <= high + 1e-9, "{found:?}");
        }
    }
}

proptest! {
    #[test]
    fn a_value_is_sound_or_refused(numbers in prop::collection::vec(0..40_u32, 0..30)) {
        // Models are fitted to customers elsewhere, and that takes its time.
        for family in FAMILIES.iter().filter(|family| family.id != "clv-predictive") {
            for (way, form) in family.ways.iter().flat_map(|way| family.forms.iter().map(move |form| (way, form))) {
                match ask(&request(family, way, form.id, &numbers)) {
                    Ok(found) => sound(&found),
                    Err(error) => prop_assert!(!error.issues().is_empty(), "{}", family.id),
                }
            }
        }
    }

    #[test]
    fn order_does_not_matter(mut values in prop::collection::vec(1..=5_u32, 1..60), times in prop::collection::vec(0.0..1e6_f64, 1..60)) {
        let csat = |values: &[u32]| found(&json!({ "family": "csat", "variant": "mean", "values": values }));
        let before = csat(&values);
        values.reverse();
        prop_assert_eq!(before, csat(&values));
        for variant in ["mean", "median", "p90", "p90-nearest-rank"] {
            let time = |times: &[f64]| found(&json!({ "family": "resolution-time", "variant": variant, "values": times }));
            let turned: Vec<f64> = times.iter().rev().copied().collect();
            prop_assert_eq!(time(&times), time(&turned));
        }
    }

    #[test]
    fn another_unit_is_the_same_time(minutes in prop::collection::vec(0.0..1e5_f64, 1..60)) {
        let seconds: Vec<f64> = minutes.iter().map(|minutes| minutes * 60.0).collect();
        for variant in ["mean", "median", "p75", "p90-nearest-rank"] {
            let ask = |unit: &str, values: &[f64]| value(&found(&json!({ "family": "first-reply-time", "variant": variant, "unit": unit, "values": values })));
            let (one, other) = (ask("min", &minutes) * 60.0, ask("s", &seconds));
            prop_assert!((one - other).abs() <= 1e-9 * other.max(1.0));
        }
    }

    #[test]
    fn counts_and_answers_say_the_same(promoters in 0..500_u32, passives in 0..500_u32, detractors in 1..500_u32) {
        let counts = json!({ "promoters": promoters, "passives": passives, "detractors": detractors });
        let answers = json!({ "9": promoters, "7": passives, "6": detractors });
        prop_assert_eq!(counted("nps", "net", &counts), found(&json!({ "family": "nps", "answers": answers })));
    }

    #[test]
    fn what_is_kept_and_what_is_lost_is_all(start in 1..10_000_u32, share in 0.0..=1.0_f64, new in 0..1000_u32) {
        let kept = (f64::from(start) * share) as u32;
        let counts = json!({ "start": start, "end": kept + new, "new": new });
        let sum = value(&counted("retention", "share", &counts)) + value(&counted("churn", "share", &counts));
        prop_assert!((sum - 100.0).abs() < 1e-9);
    }
}
