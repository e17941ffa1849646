//! The formulas a second time, as they are printed.

use proptest::prelude::*;
use throughline::kpi::lifetime::{BgNbd, Sbg};
use throughline::stats::{digamma, ln_gamma};

use super::*;

/// ₂F₁ by its series, for 0 ≤ z < 1.
fn hypergeometric(a: f64, b: f64, c: f64, z: f64) -> f64 {
    let (mut term, mut sum) = (1.0, 1.0);
    for step in 0..200_000 {
        let n = f64::from(step);
        term *= (a + n) * (b + n) / ((c + n) * (n + 1.0)) * z;
        sum += term;
        if term.abs() < 1e-17 * sum {
            break;
        }
    }
    sum
}

/// Equation 10 of Fader, Hardie, Lee 2005.
fn printed(model: &BgNbd, repeats: u32, last: f64, age: f64, time: f64) -> f64 {
    let BgNbd { r, alpha, a, b } = *model;
    let x = f64::from(repeats);
    let hyper = hypergeometric(r + x, b + x, a + b + x - 1.0, time / (alpha + age + time));
    let first = (a + b + x - 1.0) / (a - 1.0);
    let second = 1.0 - ((alpha + age) / (alpha + age + time)).powf(r + x) * hyper;
    let gone =
        if repeats == 0 { 0.0 } else { a / (b + x - 1.0) * ((alpha + age) / (alpha + last)).powf(r + x) };
    first * second / (1.0 + gone)
}

proptest! {
    #[test]
    fn purchases_are_those_of_the_printed_equation(
        r in 0.05..5.0_f64, alpha in 0.5..20.0_f64, a in 0.05..4.0_f64, b in 0.1..6.0_f64,
        repeats in 0..30_u32, last in 0.0..1.0_f64, age in 1.0..100.0_f64, time in 0.1..60.0_f64,
    ) {
        // At a = 1 the printed form is 0 ÷ 0.
        prop_assume!((a - 1.0).abs() > 0.01);
        let model = BgNbd { r, alpha, a, b };
        let last = if repeats == 0 { 0.0 } else { last * age };
        let found = model.alive(repeats, last, age) * model.purchases(repeats, age, time).unwrap();
        let expected = printed(&model, repeats, last, age, time);
        prop_assert!((found - expected).abs() <= 1e-8 * expected.abs() + 1e-10, "{} {}", found, expected);
    }

    #[test]
    fn discounting_is_the_sum_of_short_times(r in 0.1..3.0_f64, a in 0.2..3.0_f64, age in 0.0..50.0_f64) {
        let model = BgNbd { r, alpha: 4.0, a, b: 2.5 };
        let force = 0.002;
        let steps = 4000;
        let at = |step: i32| model.purchases(1, age, 52.0 * f64::from(step) / f64::from(steps)).unwrap();
        let sum: f64 = (0..steps)
            .map(|step| (at(step + 1) - at(step)) * (-force * 52.0 * (f64::from(step) + 0.5) / f64::from(steps)).exp())
            .sum();
        let found = model.discounted(1, age, 52.0, force).unwrap();
        prop_assert!((found - sum).abs() <= 1e-7 * sum, "{} {}", found, sum);
        prop_assert!(found < model.purchases(1, age, 52.0).unwrap());
        prop_assert_eq!(model.discounted(1, age, 52.0, 0.0), model.purchases(1, age, 52.0));
    }

    #[test]
    fn a_residual_lifetime_is_that_of_the_printed_equation(
        alpha in 0.1..4.0_f64, beta in 0.1..9.0_f64, renewals in 0..20_u32, rate in 0.02..0.5_f64,
    ) {
        let model = Sbg { alpha, beta };
        // Equation 6 of Fader, Hardie 2010.
        let n = f64::from(renewals + 1);
        let hyper = hypergeometric(1.0, beta + n, alpha + beta + n, 1.0 / (1.0 + rate));
        let expected = (beta + n - 1.0) / (alpha + beta + n - 1.0) * hyper;
        let found = model.residual(renewals, rate).unwrap();
        prop_assert!((found - expected).abs() <= 1e-10 * expected, "{} {}", found, expected);
        let lifetime: f64 =
            model.survival(5000).iter().enumerate().map(|(t, left)| left / (1.0 + rate).powi(t as i32)).sum();
        prop_assert!((model.lifetime(rate).unwrap() - lifetime).abs() <= 1e-9 * lifetime);
    }
}

#[test]
fn at_a_of_one_nothing_happens() {
    let at = |a: f64| BgNbd { r: 0.3, alpha: 4.0, a, b: 2.0 }.purchases(3, 20.0, 39.0).unwrap();
    let (below, one, above) = (at(1.0 - 1e-7), at(1.0), at(1.0 + 1e-7));
    assert!(below > one && one > above && below - above < 1e-6, "{below} {one} {above}");
}

#[test]
fn what_cannot_be_summed_is_not_told() {
    let model = BgNbd { r: 0.3, alpha: 1e-9, a: 0.5, b: 2.0 };
    assert_eq!(model.purchases(0, 0.0, 1e6), None);
    let customers: Vec<Buyer> =
        (0..60).map(|one| buyer(one, one as u32 % 3, (one % 3) as f64, 40.0, None)).collect();
    let found = fitted(&customers, Terms { horizon: 100_000.0, ..WEEKS });
    assert!(found.fit.is_ok());
    assert_eq!(found.purchases.unwrap_err().code, "horizon-too-long");
    assert!(found.buyers.iter().all(|one| one.purchases.is_none() && one.alive.is_some()));
    assert_eq!(model.purchases(0, 0.0, 0.0), Some(0.0));
}

#[test]
fn the_slope_of_the_gamma_function() {
    for x in [0.05, 0.7, 1.0, 3.3, 9.99, 10.01, 250.0] {
        let difference = (ln_gamma(x + 1e-5) - ln_gamma(x - 1e-5)) / 2e-5;
        assert!((digamma(x) - difference).abs() < 1e-6 * (1.0 + digamma(x).abs()), "{x}");
        close(digamma(x + 1.0) - digamma(x), 1.0 / x, 1e-11);
    }
}
