//! What is asked, as JSON: purchases to customers, and what is refused.

use proptest::prelude::*;
use serde_json::{Value, json};
use throughline::error::Error;
use throughline::format::lifetime::decode;
use throughline::kpi::lifetime::{Asked, Lifetime, Purchase, from_purchases, lifetime};

use super::*;

fn ask(request: &Value) -> Result<Asked, Error> {
    decode(&request.to_string())
}

fn issues(request: &Value) -> Vec<String> {
    let error = ask(request).unwrap_err();
    assert_eq!(error.code(), "lifetime-invalid");
    error.issues().iter().map(|issue| format!("{} {}", issue.code, issue.at.as_str())).collect()
}

fn purchase((customer, date, amount): (&str, &str, Option<f64>)) -> Purchase {
    Purchase { customer: customer.into(), date: support::day(date), amount }
}

#[test]
fn purchases_become_customers() {
    let rows = [
        ("b", "2026-03-10", Some(30.0)),
        ("a", "2026-01-08", Some(20.0)),
        ("a", "2026-01-01", Some(99.0)),
        // Two of a day are one purchase.
        ("a", "2026-01-22", Some(10.0)),
        ("a", "2026-01-22", Some(30.0)),
        // Bought and given back on one day: no purchase.
        ("a", "2026-01-25", Some(15.0)),
        ("a", "2026-01-25", Some(-15.0)),
        // Given back later: spent less, bought all the same.
        ("b", "2026-03-12", Some(-10.0)),
        // After the end.
        ("b", "2026-04-01", Some(5.0)),
        ("c", "2026-03-31", None),
        ("c", "2026-03-30", None),
    ]
    .map(purchase);
    let (found, notes) = from_purchases(&rows, support::day("2026-03-31"), Granularity::Week);
    let [a, b, c] = &found[..] else { panic!("{found:?}") };
    assert_eq!((a.customer.as_str(), a.repeats, a.last, a.age), ("a", 2, 3.0, 89.0 / 7.0));
    assert_eq!((a.spend, a.spent), (Some(Spend { mean: 30.0, n: 2 }), Some(159.0)));
    assert_eq!((b.repeats, b.last, b.age, b.spend, b.spent), (0, 0.0, 3.0, None, Some(20.0)));
    assert_eq!((c.repeats, c.last, c.age, c.spend, c.spent), (1, 1.0 / 7.0, 1.0 / 7.0, None, None));
    let told: Vec<String> = notes.iter().map(|note| format!("{} {}", note.code, note.params)).collect();
    assert_eq!(told, ["after-as-of count: 1", "nothing-bought count: 2", "amounts-missing count: 2"]);
}

proptest! {
    #[test]
    fn the_order_of_rows_makes_no_difference(
        rows in prop::collection::vec((0..6_u8, 1..29_u8, -10.0..90.0_f64), 1..60),
        turn in 0..60_usize,
    ) {
        let of = |(customer, day, amount): &(u8, u8, f64)| Purchase {
            customer: customer.to_string(),
            date: support::day(&format!("2026-02-{day:02}")),
            amount: Some(*amount),
        };
        let rows: Vec<Purchase> = rows.iter().map(of).collect();
        let mut turned = rows.clone();
        turned.rotate_left(turn % rows.len());
        turned.reverse();
        let end = support::day("2026-02-25");
        prop_assert_eq!(from_purchases(&rows, end, Granularity::Day), from_purchases(&turned, end, Granularity::Day));
    }
}

/// The whole way from rows: a year of purchases of customers who buy every so many weeks, and stop.
#[test]
fn from_rows_to_value() {
    let start = support::day("2025-01-01");
    let mut rows = Vec::new();
    for customer in 0..60_i64 {
        let (every, times) = (9 + customer % 23, 1 + customer % 7);
        for time in 0..times {
            let date = start.checked_add(jiff_days(customer % 30 + every * time)).unwrap();
            rows.push(json!({ "customer": format!("c{customer}"), "date": date.to_string(), "amount": 10 + customer % 5 + time }));
        }
    }
    let sold: f64 = rows.iter().map(|row| row["amount"].as_f64().unwrap()).sum();
    let request = json!({
        "model": "bg-nbd", "unit": "week", "asOf": "2025-12-31", "horizon": 26, "discount": 0.1, "margin": 0.5,
        "purchases": rows,
    });
    let Lifetime::Buyers(found) = lifetime(ask(&request).unwrap()) else { panic!("not of buyers") };
    assert_eq!((found.customers, found.terms.horizon), (60, 26.0));
    let historical = found.historical.unwrap();
    close(historical.total, 0.5 * sold, 1e-12);
    close(historical.mean, 0.5 * sold / 60.0, 1e-12);
    let alive = found.alive.unwrap();
    assert!(alive > 0.0 && alive < 60.0, "{alive}");
    let (purchases, value) = (found.purchases.unwrap(), found.value.unwrap());
    let worth: f64 = found.buyers.iter().map(|one| 0.5 * one.spend.unwrap() * one.purchases.unwrap()).sum();
    assert!(purchases > 0.0 && value < worth && value > 0.95 * worth, "{purchases} {value} {worth}");
}

fn jiff_days(days: i64) -> jiff::Span {
    jiff::Span::new().days(days)
}

#[test]
fn what_cannot_be_is_refused_with_every_issue() {
    let customers = |list: Value| json!({ "model": "bg-nbd", "unit": "week", "customers": list });
    let one = |repeats: u32, last: f64, age: f64| json!({ "customer": "a", "repeats": repeats, "last": last, "age": age });
    assert!(ask(&customers(json!([one(0, 0.0, 4.0)]))).is_ok());
    assert_eq!(
        issues(&customers(json!([one(1, 5.0, 4.0), one(0, 3.0, 4.0), one(2, 0.0, 4.0)]))),
        ["out-of-range /customers/0/last", "out-of-range /customers/1/last", "not-above /customers/2/last"]
    );
    assert_eq!(
        issues(&customers(json!([one(0, 0.0, 4.0), one(0, 0.0, 9.0)]))),
        ["duplicate-id /customers/1"]
    );
    assert_eq!(issues(&customers(json!([]))), ["empty-list /customers"]);
    assert_eq!(
        issues(
            &json!({ "model": "bg-nbd", "unit": "fortnight", "horizon": 0, "margin": 30, "asOf": "31.12.2025",
            "purchases": [{ "customer": "", "date": "2025-13-01", "amuont": 4 }] })
        ),
        [
            "unknown-value /unit",
            "not-above /horizon",
            "out-of-range /margin",
            "not-a-date /asOf",
            "empty-text /purchases/0/customer",
            "not-a-date /purchases/0/date",
            "unknown-field /purchases/0/amuont",
        ]
    );
    assert_eq!(
        issues(&json!({ "model": "sbg", "unit": "year", "cohorts": [[100, 90, 95], [], [3.5]] })),
        ["out-of-range /cohorts/0/2", "empty-list /cohorts/1", "wrong-type /cohorts/2/0"]
    );
    assert_eq!(issues(&json!({ "model": "sbg", "unit": "year" })), ["missing-field "]);
    assert_eq!(issues(&json!({ "model": "rfm" })), ["unknown-value /model"]);
}
