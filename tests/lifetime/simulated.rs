//! Customers made by the model itself: the fit finds what they were made of, whatever the unit and the order.

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng};
use throughline::kpi::lifetime::{BgNbd, contracts};

use super::*;

struct Chance(TestRng);

impl Chance {
    fn new(seed: u8) -> Self {
        Self(TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]))
    }

    fn even(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1_u64 << 53) as f64 + 1e-17
    }

    fn normal(&mut self) -> f64 {
        (-2.0 * self.even().ln()).sqrt() * (std::f64::consts::TAU * self.even()).cos()
    }

    /// Marsaglia and Tsang 2000.
    fn gamma(&mut self, shape: f64) -> f64 {
        if shape < 1.0 {
            return self.gamma(shape + 1.0) * self.even().powf(1.0 / shape);
        }
        let d = shape - 1.0 / 3.0;
        loop {
            let x = self.normal();
            let v = (1.0 + x / (9.0 * d).sqrt()).powi(3);
            if v > 0.0 && self.even().ln() < 0.5 * x * x + d - d * v + d * v.ln() {
                return d * v;
            }
        }
    }

    fn beta(&mut self, a: f64, b: f64) -> f64 {
        let (one, other) = (self.gamma(a), self.gamma(b));
        one / (one + other)
    }
}

fn made(model: &BgNbd, spend: (f64, f64, f64), customers: usize, seed: u8) -> Vec<Buyer> {
    let mut chance = Chance::new(seed);
    let one = |customer: usize| {
        let (rate, leaves) = (chance.gamma(model.r) / model.alpha, chance.beta(model.a, model.b));
        let age = 30.0 + 20.0 * chance.even();
        let (mut repeats, mut last, mut time) = (0, 0.0, 0.0);
        // Nobody leaves after the purchase they came with.
        loop {
            time -= chance.even().ln() / rate;
            if time > age {
                break;
            }
            (repeats, last) = (repeats + 1, time);
            if chance.even() < leaves {
                break;
            }
        }
        let scale = chance.gamma(spend.1) / spend.2;
        let mean = chance.gamma(spend.0 * f64::from(repeats.max(1))) / scale / f64::from(repeats.max(1));
        buyer(customer, repeats, last, age, Some(mean))
    };
    (0..customers).map(one).collect()
}

const MODEL: BgNbd = BgNbd { r: 0.8, alpha: 6.0, a: 0.7, b: 2.4 };

#[test]
fn what_customers_are_made_of_is_found_within_its_errors() {
    let all = made(&MODEL, (4.0, 3.5, 20.0), 6000, 1);
    let found = fitted(&all, WEEKS);
    let (fit, spending) = (found.fit.unwrap(), found.spending.unwrap());
    let truths = [("r", 0.8), ("alpha", 6.0), ("a", 0.7), ("b", 2.4)];
    for ((name, truth), fit) in truths
        .map(|one| (one, &fit))
        .into_iter()
        .chain([("p", 4.0), ("q", 3.5), ("v", 20.0)].map(|one| (one, &spending.fit)))
    {
        let (value, error) = parameter(fit, name);
        assert!((value - truth).abs() < 3.0 * error, "{name}: {value} ± {error}");
        assert!(error < 0.25 * truth, "{name}: {error}");
    }
    assert!(found.notes.is_empty(), "{:?}", found.notes);
    // The error of the total is larger than nothing and smaller than the total.
    let (total, error) = (found.purchases.unwrap(), found.purchases_error.unwrap());
    assert!(error > 0.005 * total && error < 0.1 * total, "{total} ± {error}");
}

#[test]
fn errors_are_as_large_as_the_fits_of_many_samples_differ() {
    let fits: Vec<Fit> =
        (10..34).map(|seed| fitted(&made(&MODEL, (4.0, 3.5, 20.0), 800, seed), WEEKS).fit.unwrap()).collect();
    for name in ["r", "alpha"] {
        let values: Vec<f64> = fits.iter().map(|fit| parameter(fit, name).0.ln()).collect();
        let errors: Vec<f64> =
            fits.iter().map(|fit| parameter(fit, name)).map(|(value, error)| error / value).collect();
        let n = values.len() as f64;
        let mean = values.iter().sum::<f64>() / n;
        let spread = (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (n - 1.0)).sqrt();
        let told = errors.iter().sum::<f64>() / n;
        assert!(spread / told > 0.65 && spread / told < 1.5, "{name}: {spread} seen, {told} told");
    }
}

/// The same customers in days instead of weeks.
#[test]
fn the_unit_of_time_makes_no_difference() {
    let weeks = made(&MODEL, (4.0, 3.5, 20.0), 500, 2);
    let days: Vec<Buyer> =
        weeks.iter().map(|one| Buyer { last: 7.0 * one.last, age: 7.0 * one.age, ..one.clone() }).collect();
    let terms = |unit, horizon| Terms { unit, horizon, discount: 0.1, margin: 0.4 };
    let one = fitted(&weeks, terms(Granularity::Week, 52.0));
    let other = fitted(&days, terms(Granularity::Day, 364.0));
    let [first, second] = [&one, &other].map(|found| found.fit.as_ref().unwrap());
    close(7.0 * parameter(first, "alpha").0, parameter(second, "alpha").0, 1e-9);
    close(parameter(first, "r").1, parameter(second, "r").1, 1e-6);
    let repeats = one.repeats as f64;
    close(second.log_likelihood, first.log_likelihood - repeats * 7.0_f64.ln(), 1e-12);
    for (one, other) in one.buyers.iter().zip(&other.buyers) {
        close(one.alive.unwrap(), other.alive.unwrap(), 1e-8);
        close(one.purchases.unwrap(), other.purchases.unwrap(), 1e-8);
        close(one.value.unwrap(), other.value.unwrap(), 1e-8);
    }
    close(*one.value.as_ref().unwrap(), one.buyers.iter().map(|each| each.value.unwrap()).sum(), 1e-12);
}

#[test]
fn the_order_of_customers_makes_no_difference() {
    let all = made(&MODEL, (4.0, 3.5, 20.0), 400, 3);
    let turned: Vec<Buyer> = all.iter().rev().cloned().collect();
    let (one, other) = (fitted(&all, WEEKS), fitted(&turned, WEEKS));
    assert_eq!(one.fit, other.fit);
    assert_eq!(one.spending.map(|found| found.fit), other.spending.map(|found| found.fit));
    assert_eq!(one.purchases, other.purchases);
}

/// Where everybody leaves by the same chance there is no spread over customers to fit.
#[test]
fn a_parameter_that_runs_away_is_told() {
    let cohort: Vec<u64> = (0..8).map(|year| 1_000_000 >> year).collect();
    let terms = Terms { unit: Granularity::Year, horizon: 8.0, discount: 0.1, margin: 1.0 };
    let found = contracts(&[cohort], terms, Some(50.0));
    let fit = found.fit.unwrap();
    assert!(
        !fit.edges.is_empty() && fit.parameters.iter().all(|one| one.standard_error.is_none()),
        "{fit:?}"
    );
    assert_eq!(found.notes[0].code, "parameter-at-edge");
    // What it comes to is known all the same: half of them, again and again.
    close(found.renewals[7].survival.unwrap(), 1.0 / 256.0, 1e-3);
    close(*found.discounted.as_ref().unwrap(), 1.1 / 0.6, 1e-3);
    close(found.value.unwrap(), 50.0 * 1.1 / 0.6, 1e-3);
}

#[test]
fn what_cannot_be_fitted_says_why() {
    let code = |all: &[Buyer]| fitted(all, WEEKS).fit.unwrap_err().code;
    let once = |count: usize| (0..count).map(|one| buyer(one, 0, 0.0, 40.0, None)).collect::<Vec<_>>();
    assert_eq!(code(&once(29)), "too-few-customers");
    assert_eq!(code(&once(30)), "nobody-bought-again");
    let found = fitted(&once(40), WEEKS);
    assert_eq!(found.purchases.unwrap_err().code, "nobody-bought-again");
    assert_eq!(found.value.unwrap_err().code, "nobody-bought-again");
    assert_eq!(found.spending.unwrap_err().code, "too-few-values");
    assert_eq!(found.historical.unwrap_err().code, "amounts-missing");
    let terms = Terms { unit: Granularity::Year, horizon: 5.0, discount: 0.1, margin: 1.0 };
    let cohort = |alive: &[u64]| contracts(&[alive.to_vec()], terms, None).fit.unwrap_err().code;
    assert_eq!(cohort(&[20, 10, 5]), "too-few-customers");
    assert_eq!(cohort(&[200, 100]), "too-few-renewals");
    assert_eq!(cohort(&[200, 200, 200]), "nobody-left");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    /// Whatever the data: a reason, or numbers that can be.
    #[test]
    fn nothing_comes_out_that_cannot_be(
        all in prop::collection::vec((0..40_u32, 0.0..1.0_f64, 0.0..500.0_f64, 0.01..1e6_f64), 30..60),
        discount in 0.0..0.5_f64,
    ) {
        let of = |(at, (repeats, part, age, mean)): (usize, &(u32, f64, f64, f64))| {
            let repeats = if part * age > 0.0 { *repeats } else { 0 };
            buyer(at, repeats, if repeats > 0 { part * age } else { 0.0 }, *age, Some(*mean))
        };
        let all: Vec<Buyer> = all.iter().enumerate().map(of).collect();
        let found = fitted(&all, Terms { discount, ..WEEKS });
        for fit in [found.fit.as_ref().ok(), found.spending.as_ref().ok().map(|one| &one.fit)].into_iter().flatten() {
            prop_assert!(fit.log_likelihood.is_finite());
            prop_assert!(fit.parameters.iter().all(|one| one.value > 0.0 && one.value.is_finite()));
        }
        for one in &found.buyers {
            prop_assert!(one.alive.is_none_or(|alive| (0.0..=1.0).contains(&alive)), "{:?}", one);
            for number in [one.purchases, one.spend, one.value].into_iter().flatten() {
                prop_assert!(number >= 0.0 && number.is_finite(), "{:?}", one);
            }
        }
        if let Ok(total) = found.purchases {
            let sum: f64 = found.buyers.iter().filter_map(|one| one.purchases).sum();
            prop_assert!((total - sum).abs() <= 1e-9 * (1.0 + sum));
        }
    }

    #[test]
    fn no_cohort_comes_to_what_cannot_be(
        lost in prop::collection::vec(0..60_u64, 1..12), first in 700..2000_u64, discount in 0.0..0.5_f64,
    ) {
        let mut alive = vec![first];
        for lost in lost {
            alive.push(alive[alive.len() - 1] - lost);
        }
        let terms = Terms { unit: Granularity::Month, horizon: 24.0, discount, margin: 1.0 };
        let found = contracts(&[alive], terms, Some(1.0));
        for one in &found.renewals {
            for share in [one.retention, one.survival].into_iter().flatten() {
                prop_assert!((0.0..=1.0).contains(&share), "{:?}", one);
            }
            prop_assert!(one.residual.is_none_or(|periods| periods > 0.0 && periods.is_finite()));
        }
    }
}

/// Cohorts of different ages pooled are the sum of their renewals.
#[test]
fn cohorts_are_pooled() {
    let terms = Terms { unit: Granularity::Month, horizon: 3.0, discount: 0.0, margin: 1.0 };
    let found = contracts(&[vec![400, 300, 250, 220], vec![500, 390]], terms, None);
    assert_eq!(found.customers, 900);
    let seen: Vec<_> = found.renewals.iter().map(|one| (one.could, one.did)).collect();
    assert_eq!(seen, [(900, 690), (300, 250), (250, 220)]);
    let turned = contracts(&[vec![500, 390], vec![400, 300, 250, 220]], terms, None);
    assert_eq!(found.fit, turned.fit);
}
