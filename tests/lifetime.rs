//! Customer lifetime value: published fits and predictions, a second implementation of each formula, simulated
//! customers whose parameters are known, and what must make no difference.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

#[path = "lifetime/asked.rs"]
mod asked;
#[path = "lifetime/formulas.rs"]
mod formulas;
#[path = "lifetime/published.rs"]
mod published;
#[path = "lifetime/simulated.rs"]
mod simulated;
mod support;
#[cfg(feature = "schema")]
#[path = "lifetime/typed.rs"]
mod typed;

use throughline::calendar::Granularity;
use throughline::kpi::lifetime::{Buyer, BuyersLifetime, Fit, Spend, Terms, buyers};

const WEEKS: Terms = Terms { unit: Granularity::Week, horizon: 39.0, discount: 0.0, margin: 1.0 };

/// Within half a unit of the last digit given.
fn near(found: f64, expected: f64, digits: i32) {
    let half = 0.5 * 10_f64.powi(-digits) + 1e-12;
    assert!((found - expected).abs() <= half, "{found} is not {expected}");
}

fn close(found: f64, expected: f64, relative: f64) {
    assert!((found - expected).abs() <= relative * expected.abs(), "{found} is not {expected}");
}

fn parameter(fit: &Fit, name: &str) -> (f64, f64) {
    let found = fit.parameters.iter().find(|one| one.name == name).unwrap();
    (found.value, found.standard_error.unwrap())
}

fn buyer(customer: usize, repeats: u32, last: f64, age: f64, mean: Option<f64>) -> Buyer {
    let spend = mean.filter(|_| repeats > 0).map(|mean| Spend { mean, n: repeats });
    Buyer { customer: customer.to_string(), repeats, last, age, spend, spent: None }
}

/// The 2,357 customers of CDNOW, in weeks.
fn cdnow() -> Option<Vec<Buyer>> {
    let bytes = support::real("published/cdnow_customers.csv")?;
    let text = String::from_utf8(bytes).unwrap();
    let of = |(at, line): (usize, &str)| {
        let cells: Vec<f64> = line.split(',').skip(1).map(|cell| cell.parse().unwrap()).collect();
        buyer(at, cells[0] as u32, cells[1], cells[2], Some(cells[3]))
    };
    Some(text.lines().skip(1).enumerate().map(of).collect())
}

fn fitted(all: &[Buyer], terms: Terms) -> BuyersLifetime {
    buyers(all.to_vec(), terms, Vec::new())
}
