//! JSON to a request for lifetime value.

use std::collections::BTreeMap;

use crate::calendar::Granularity;
use crate::format::json::{Object, Reader};
use crate::kpi::lifetime::{Asked, Buyer, Purchase, Spend, Terms};

/// The largest amount, and the longest time.
pub(super) const LARGEST: f64 = 1e15;
/// The longest horizon, in units of time.
pub(super) const FURTHEST: f64 = 100_000.0;
/// The highest rate of discount a year.
pub(super) const STEEPEST: f64 = 10.0;
/// The most renewals that are looked ahead.
pub(super) const RENEWALS: u32 = 1000;

const MODELS: [&str; 2] = ["bg-nbd", "sbg"];

pub(super) fn asked(reader: &Reader) -> Option<Asked> {
    let mut object = reader.object()?;
    let model = object.required("model")?.position(&MODELS)?;
    let asked = of_model(&mut object, model == 1);
    object.finish();
    asked
}

/// All but the model: of customers with or without a contract.
pub(in crate::format) fn of_model(object: &mut Object, contract: bool) -> Option<Asked> {
    let unit = object.required("unit").and_then(|field| field.word()).unwrap_or(Granularity::Week);
    let discount = object.number_in("discount", 0.0, STEEPEST).unwrap_or(0.0);
    if contract { contracts(object, unit, discount) } else { buyers(object, unit, discount) }
}

fn buyers(object: &mut Object, unit: Granularity, discount: f64) -> Option<Asked> {
    let horizon = object.field("horizon").and_then(|field| above(&field, FURTHEST));
    let terms = Terms {
        unit,
        // A year, where none is said.
        horizon: horizon.unwrap_or(1.0 / unit.years()),
        discount,
        margin: object.number_in("margin", 0.0, 1.0).unwrap_or(1.0),
    };
    if object.has("customers") {
        if let Some(second) = object.field("purchases") {
            second.report("not-both", [("field", "customers".into())]);
        }
        let buyers = customers(&object.required("customers")?)?;
        return Some(Asked::Customers { buyers, terms });
    }
    let as_of = object.required_date("asOf");
    let rows = object.required("purchases")?;
    let purchases = items(&rows)?.iter().filter_map(purchase).collect();
    Some(Asked::Purchases { purchases, as_of: as_of?, terms })
}

/// A number above 0 that is no larger than the limit.
fn above(field: &Reader, limit: f64) -> Option<f64> {
    let number = field.number_in(0.0, limit)?;
    if number <= 0.0 {
        field.report("not-above", [("limit", 0.0.into())]);
        return None;
    }
    Some(number)
}

/// The items of a list that has some.
fn items<'a>(field: &Reader<'a>) -> Option<Vec<Reader<'a>>> {
    let items = field.list()?;
    if items.is_empty() {
        field.report("empty-list", []);
    }
    Some(items)
}

fn purchase(reader: &Reader) -> Option<Purchase> {
    let mut object = reader.object()?;
    let customer = object.required_text("customer");
    let date = object.required_date("date");
    let amount = object.number_in("amount", -LARGEST, LARGEST);
    object.finish();
    Some(Purchase { customer, date: date?, amount })
}

fn customers(field: &Reader) -> Option<Vec<Buyer>> {
    let readers = items(field)?;
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    let mut all = Vec::with_capacity(readers.len());
    for (place, reader) in readers.iter().enumerate() {
        let Some(buyer) = customer(reader) else { continue };
        if let Some(before) = first.get(&buyer.customer) {
            let at = field.pointer().index(*before);
            reader.report(
                "duplicate-id",
                [("id", buyer.customer.as_str().into()), ("first", at.as_str().into())],
            );
        }
        first.entry(buyer.customer.clone()).or_insert(place);
        all.push(buyer);
    }
    Some(all)
}

fn customer(reader: &Reader) -> Option<Buyer> {
    let mut object = reader.object()?;
    let customer = object.required_text("customer");
    let repeats = object.required("repeats").and_then(|field| field.whole_in(0, Buyer::MOST));
    let age = object.required("age").and_then(|field| field.number_in(0.0, LARGEST));
    let last = object.required("last").zip(age.zip(repeats)).and_then(|(field, (age, repeats))| {
        // Without a repeat the first purchase is the last, and with one the last is later.
        if repeats > 0 { above(&field, age) } else { field.number_in(0.0, 0.0) }
    });
    let value = object.field("value");
    object.finish();
    let repeats = repeats?;
    let mean = value.filter(|_| repeats > 0).and_then(|field| above(&field, LARGEST));
    let spend = mean.map(|mean| Spend { mean, n: repeats });
    Some(Buyer { customer, repeats, last: last?, age: age?, spend, spent: None })
}

fn contracts(object: &mut Object, unit: Granularity, discount: f64) -> Option<Asked> {
    let horizon = object.field("horizon").and_then(|field| field.whole_in(1, RENEWALS));
    let margin = object.number_in("margin", 0.0, LARGEST);
    let cohorts: Vec<Vec<u64>> = items(&object.required("cohorts")?)?.iter().filter_map(cohort).collect();
    let seen = cohorts.iter().map(Vec::len).max().unwrap_or_default();
    // As far again as is seen, where nothing is said.
    let horizon = horizon.map_or(2.0 * (seen as f64 - 1.0).max(1.0), f64::from);
    Some(Asked::Contracts { cohorts, terms: Terms { unit, horizon, discount, margin: 1.0 }, margin })
}

/// Customers at first, after the first renewal, and so on: never more than before.
fn cohort(reader: &Reader) -> Option<Vec<u64>> {
    let mut alive: Vec<u64> = Vec::new();
    for field in items(reader)? {
        let count = field.count(0)?;
        if let Some(before) = alive.last().filter(|before| count > **before) {
            field.report("out-of-range", [("max", (*before as f64).into())]);
        }
        alive.push(count);
    }
    Some(alive)
}
