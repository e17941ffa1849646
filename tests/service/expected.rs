//! What customers can be expected to bring, as one number of many.

use throughline::kpi::lifetime::{Lifetime, lifetime};

use super::*;

/// Fader and Hardie 2007, seven years of renewals: α 0.668, β 3.806.
const COHORT: [u32; 8] = [1000, 869, 743, 653, 593, 551, 517, 491];

#[test]
fn of_contracts_the_margin_of_the_periods_a_new_customer_pays_for() {
    let request = json!({ "family": "clv-predictive", "variant": "sbg", "unit": "year", "discount": 0.1, "margin": 120,
        "cohorts": [COHORT] });
    let found = found(&request);
    // Σ S(t) ÷ 1.1^t of the published parameters, S(t) = Π (β + i − 1) ÷ (α + β + i − 1), summed to the 2,000th renewal.
    let (alpha, beta) = (0.668, 3.806);
    let (mut survival, mut sum) = (1.0, 1.0);
    for renewal in 1..2_000 {
        survival *= (beta + f64::from(renewal) - 1.0) / (alpha + beta + f64::from(renewal) - 1.0);
        sum += survival / 1.1_f64.powi(renewal);
    }
    assert!((value(&found) / (120.0 * sum) - 1.0).abs() < 5e-4, "{} {}", value(&found), 120.0 * sum);
    assert_eq!((found.n, found.unit, found.source), (Some(1000.0), "money", "fader-2007"));
    let (low, high, method) = bounds(&found);
    assert_eq!(method, "wald");
    near((low + high) / 2.0, value(&found), 9);
    assert!(high - low < 0.2 * value(&found), "{low} {high}");
    let missing =
        json!({ "family": "clv-predictive", "variant": "sbg", "unit": "year", "cohorts": [COHORT] });
    assert_eq!(ask(&missing).unwrap_err().issues()[0].params.to_string(), "field: margin");
}

#[test]
fn of_buyers_the_mean_of_what_lifetime_expects_of_each() {
    // As purchases mostly are: most never come back, few come often.
    const REPEATS: [(u32, u32); 8] = [(0, 36), (1, 10), (2, 6), (3, 4), (5, 2), (8, 1), (12, 1), (15, 1)];
    let repeats = REPEATS.into_iter().flat_map(|(repeats, times)| (0..times).map(move |_| repeats));
    let customer = |(place, repeats): (u32, u32)| {
        let age = 30.0 + f64::from(place % 10);
        let last = age * f64::from(repeats) / f64::from(repeats + 1 + place % 3);
        let (kind, chance) =
            ([12.0, 30.0, 55.0, 90.0][place as usize % 4], f64::from(place * place % 61) / 30.0 - 1.0);
        let value = kind * (1.0 + 0.7 * chance / f64::from(repeats.max(1)).sqrt());
        json!({ "customer": place.to_string(), "repeats": repeats, "last": last, "age": age, "value": value })
    };
    let customers: Vec<Value> = (0..).zip(repeats).map(customer).collect();
    let terms =
        json!({ "unit": "week", "horizon": 39, "discount": 0.1, "margin": 0.3, "customers": customers });
    let with = |name: &str, told: &str| {
        let mut request = terms.clone();
        request[name] = json!(told);
        request
    };
    let asked = throughline::format::lifetime::decode(&with("model", "bg-nbd").to_string()).unwrap();
    let Lifetime::Buyers(whole) = lifetime(asked) else { panic!("they have no contract") };
    let found = found(&with("family", "clv-predictive"));
    near(value(&found), whole.value.clone().unwrap() / 61.0, 12);
    let each: f64 = whole.buyers.iter().map(|one| one.value.unwrap()).sum();
    assert_eq!((found.n, found.variant.as_str(), found.ratio.unwrap().1), (Some(61.0), "bg-nbd", 61.0));
    near(found.ratio.unwrap().0, each, 9);
    assert_eq!(found.definition, "clv-predictive.bg-nbd");
    assert_eq!(found.interval, None);
}

#[test]
fn what_cannot_be_fitted_says_so_and_what_cannot_be_is_refused() {
    let few = json!({ "family": "clv-predictive", "unit": "week", "asOf": "2026-03-30",
        "purchases": [{ "customer": "a", "date": "2026-01-05", "amount": 40 }] });
    assert_eq!(found(&few).value.unwrap_err().code, "too-few-customers");
    assert_eq!(found(&few).n, Some(1.0));
    let refused = |request: &Value| {
        let error = ask(request).unwrap_err();
        assert_eq!(error.code(), "calculation-invalid");
        let issues = error.issues().iter().map(|issue| format!("{} {}", issue.code, issue.at.as_str()));
        issues.collect::<Vec<_>>().join(",")
    };
    let growing = json!({ "family": "clv-predictive", "variant": "sbg", "unit": "year", "margin": 1, "cohorts": [[5, 6]] });
    assert_eq!(refused(&growing), "out-of-range /cohorts/0/1");
    let mixed = json!({ "family": "clv-predictive", "unit": "fortnight", "customers": [], "counts": {} });
    assert_eq!(refused(&mixed), "unknown-value /unit,empty-list /customers,unknown-field /counts");
}
