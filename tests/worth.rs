//! What customers are worth, from rows: what they have brought so far, and the simple lifetime value.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use support::{day, load, reading};
use throughline::calendar::Granularity;
use throughline::format;
use throughline::kpi::{Asked, Figure};
use throughline::plan::Window;
use throughline::snapshot::Snapshot;

const PURCHASES: &str = r#"{ "version": 1, "source": "s", "columns": { "created": "Day" }, "dimension": "Shop", "measures": [
    { "id": "brought", "kpi": "clv-historical", "customer": "Customer",
      "counts": { "revenue": { "sum": "Amount" }, "cost": { "sum": "Cost" } } },
    { "id": "simple", "kpi": "clv", "customer": "Customer", "discount": 0.1,
      "counts": { "revenue": { "sum": "Amount" }, "cost": { "sum": "Cost" } } }] }"#;

/// Ten customers of each kind: those who come again in November, who do not, and who come in November only.
fn purchases() -> String {
    let mut text = String::from("Day,Customer,Amount,Cost,Shop\n");
    for each in 0..10 {
        writeln!(text, "2026-10-03,a{each},40,10,North\n2026-11-04,a{each},50,20,South").unwrap();
        writeln!(text, "2026-10-05,b{each},60,30,North\n2026-10-09,c{each},20,5,South").unwrap();
        writeln!(text, "2026-11-20,d{each},30,10,South").unwrap();
    }
    // Nobody's purchase, and one of which the cost is not known, are nothing to count by.
    text + "2026-11-21,,1000,0,North\n2026-11-21,e,1000,,North\n"
}

fn figure(
    snapshot: &Snapshot,
    (measure, variant): (&str, &str),
    segment: Option<&str>,
    window: Window,
) -> Figure {
    let reading = reading(measure, variant, segment);
    let period = Granularity::Month.into();
    Asked { reading: &reading, unit: Some("€"), period, as_of: day("2026-12-15") }.value(snapshot, window)
}

fn written(snapshot: &Snapshot) -> Snapshot {
    let text = format::snapshot::encode(snapshot);
    assert!(!text.contains("a1"), "no customer is named");
    format::snapshot::decode(&text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn about(found: &Figure, expected: f64) {
    let found = found.known().unwrap_or_else(|| panic!("{found:?}"));
    assert!((found - expected).abs() <= 1e-9 * expected.abs(), "{found} is not {expected}");
}

#[test]
fn purchases_add_up_to_what_customers_have_brought_so_far() {
    let (_, rows) = load(PURCHASES, purchases().as_bytes());
    for snapshot in [&rows, &written(&rows)] {
        let of = |variant, segment, window| figure(snapshot, ("brought", variant), segment, window);
        // Forty customers, of whom ten bought twice: 200 − 75 for each four.
        about(&of("margin", None, Window::Last(1)), 31.25);
        about(&of("revenue", None, Window::Last(1)), 50.0);
        assert_eq!(of("margin", None, Window::Last(1)).n, Some(40));
        // A customer belongs where the first purchase was: 150 − 60 of two, and 50 − 15 of two.
        about(&of("margin", Some("North"), Window::All), 45.0);
        about(&of("margin", Some("South"), Window::All), 17.5);
        let reading = reading("brought", "margin", None);
        let period = Granularity::Month.into();
        let asked = Asked { reading: &reading, unit: Some("€"), period, as_of: day("2026-12-15") };
        let course: Vec<_> = asked.series(snapshot).iter().map(|each| each.known().unwrap()).collect();
        assert_eq!(course, [25.0, 31.25]);
    }
}

#[test]
fn purchases_show_margin_and_retention_for_the_simple_value() {
    let (_, rows) = load(PURCHASES, purchases().as_bytes());
    // November: 50 − 30 ÷ 2 for each who bought; one in three of October came again; a tenth a year, by month.
    let (margin, kept) = (25.0, 1.0 / 3.0);
    let discount = 1.1_f64.powf(1.0 / 12.0) - 1.0;
    for snapshot in [&rows, &written(&rows)] {
        let later = figure(snapshot, ("simple", "first-margin-later"), None, Window::Last(1));
        about(&later, margin * kept / (1.0 + discount - kept));
        assert_eq!(later.n, Some(20));
        let now = figure(snapshot, ("simple", "first-margin-now"), None, Window::Last(1));
        about(&now, margin * (1.0 + discount) / (1.0 + discount - kept));
        // Over two months: 125 of five customers' months.
        let both = figure(snapshot, ("simple", "first-margin-later"), None, Window::Last(2));
        about(&both, 25.0 * kept / (1.0 + discount - kept));
    }
}

#[test]
fn customers_with_a_margin_and_a_flag_give_the_published_value() {
    // Gupta and Lehmann's margin multiple: m 100, r 0.8, i 0.1.
    let mapping = r#"{ "version": 1, "source": "s", "period": "year", "columns": { "created": "Day" }, "measures": [
        { "id": "simple", "kpi": "clv", "discount": 0.1,
          "counts": { "revenue": { "sum": "Margin" }, "lost": { "column": "Left", "is": ["yes"] } } },
        { "id": "brought", "kpi": "clv-historical", "counts": { "revenue": { "sum": "Margin" } } }] }"#;
    let mut text = String::from("Day,Margin,Left\n");
    (0..80).for_each(|_| text += "2025-06-30,90,no\n");
    (0..20).for_each(|_| text += "2025-06-30,140,yes\n");
    let (_, rows) = load(mapping, text.as_bytes());
    for snapshot in [&rows, &written(&rows)] {
        let of = |variant| figure(snapshot, ("simple", variant), None, Window::Last(1)).known().unwrap();
        assert!((of("first-margin-later") - 266.666_666_667).abs() < 1e-6);
        assert!((of("first-margin-now") - 366.666_666_667).abs() < 1e-6);
        let brought = |variant| figure(snapshot, ("brought", variant), None, Window::Last(1));
        about(&brought("revenue"), 100.0);
        assert_eq!(brought("margin").value.unwrap_err().code, "variant-not-offered");
    }
}

#[test]
fn two_files_of_purchases_are_not_added() {
    let (october, november): (Vec<_>, Vec<_>) =
        purchases().lines().skip(1).map(str::to_owned).partition(|row| row.starts_with("2026-10"));
    let of = |rows: Vec<String>| {
        let text = format!("Day,Customer,Amount,Cost,Shop\n{}\n", rows.join("\n"));
        written(&load(PURCHASES, text.as_bytes()).1)
    };
    let mut first = of(october);
    let refused = first.merge(of(november)).unwrap_err();
    assert_eq!(refused.issues()[0].code, "customers-in-both");
}

#[test]
fn real_purchases_by_a_second_count() {
    // 2,000 made-up purchases, counted here by sets of customers.
    let mut state = 7_u64;
    let mut next = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut text = String::from("Day,Customer,Amount,Cost,Shop\n");
    let mut months: BTreeMap<u64, (BTreeSet<u64>, f64)> = BTreeMap::new();
    for _ in 0..2000 {
        let (month, date, customer, amount) =
            (1 + next(11), 1 + next(28), next(300), next(10_000) as f64 / 100.0);
        writeln!(text, "2026-{month:02}-{date:02},k{customer},{amount},0,North").unwrap();
        let entry = months.entry(month).or_default();
        entry.0.insert(customer);
        entry.1 += amount;
    }
    let (_, snapshot) = load(PURCHASES, text.as_bytes());
    let (last, before) = (&months[&11], &months[&10]);
    let kept = before.0.intersection(&last.0).count() as f64 / before.0.len() as f64;
    let margin = last.1 / last.0.len() as f64;
    let discount = 1.1_f64.powf(1.0 / 12.0) - 1.0;
    about(
        &figure(&snapshot, ("simple", "first-margin-later"), None, Window::Last(1)),
        margin * kept / (1.0 + discount - kept),
    );
    let everybody: BTreeSet<_> = months.values().flat_map(|(who, _)| who).collect();
    let revenue: f64 = months.values().map(|(_, sum)| sum).sum();
    about(
        &figure(&snapshot, ("brought", "revenue"), None, Window::Last(1)),
        revenue / everybody.len() as f64,
    );
}
