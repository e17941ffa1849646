//! A table of purchases to customers.

use std::collections::BTreeMap;

use super::{Buyer, Spend};
use crate::calendar::{Date, Granularity, day_number};
use crate::error::Params;
use crate::kpi::Note;
use crate::stats::Sum;

/// One row of a table of purchases.
#[derive(Debug, Clone, PartialEq)]
pub struct Purchase {
    /// Who bought.
    pub customer: String,
    /// On which day.
    pub date: Date,
    /// For how much; below 0 where something was given back.
    pub amount: Option<f64>,
}

/// What was bought on one day.
#[derive(Debug, Default)]
struct Basket {
    sum: Sum,
    unknown: bool,
}

impl Basket {
    fn is_purchase(&self) -> bool {
        self.unknown || self.sum.value() > 0.0
    }
}

/// Customers from their purchases up to `as_of`: those of one day are one purchase, worth their sum. What came after
/// that day is left out and noted, and so is a day on which no more was bought than was given back.
#[must_use]
pub fn from_purchases(purchases: &[Purchase], as_of: Date, unit: Granularity) -> (Vec<Buyer>, Vec<Note>) {
    let end = day_number(as_of);
    let mut customers: BTreeMap<&str, BTreeMap<i32, Basket>> = BTreeMap::new();
    let [mut late, mut nothing, mut unknown] = [0_u32; 3];
    for purchase in purchases {
        let day = day_number(purchase.date);
        if day > end {
            late += 1;
            continue;
        }
        let basket = customers.entry(&purchase.customer).or_default().entry(day).or_default();
        match purchase.amount {
            Some(amount) => basket.sum.add(amount),
            None => basket.unknown = true,
        }
    }
    for basket in customers.values().flat_map(BTreeMap::values) {
        nothing += u32::from(!basket.is_purchase());
        unknown += u32::from(basket.unknown);
    }
    let any = purchases.iter().any(|purchase| purchase.amount.is_some());
    let mut notes = Vec::new();
    // Where no amount is given at all there is none to miss.
    let missing = if any { unknown } else { 0 };
    for (code, count) in [("after-as-of", late), ("nothing-bought", nothing), ("amounts-missing", missing)] {
        if count > 0 {
            notes.push(Note { code, params: Params::none().with("count", count) });
        }
    }
    let buyers = customers.iter().filter_map(|(customer, days)| buyer(customer, days, end, unit)).collect();
    (buyers, notes)
}

fn buyer(customer: &str, days: &BTreeMap<i32, Basket>, end: i32, unit: Granularity) -> Option<Buyer> {
    let mut bought = days.iter().filter(|(_, basket)| basket.is_purchase());
    let (first, _) = bought.next()?;
    let (mut last, mut repeats, mut again, mut n) = (first, 0, Sum::default(), 0_u32);
    for (day, basket) in bought {
        (last, repeats) = (day, repeats + 1);
        if !basket.unknown {
            again.merge(&basket.sum);
            n += 1;
        }
    }
    // In all, what was given back on a later day counts as well; what is known of some days alone is no sum.
    let known = days.values().all(|basket| !basket.unknown);
    let mut spent = Sum::default();
    days.values().for_each(|basket| spent.merge(&basket.sum));
    let length = |to: i32| f64::from(to - first) / unit.days();
    Some(Buyer {
        customer: customer.to_owned(),
        repeats,
        last: length(*last),
        age: length(end),
        spend: (n > 0).then(|| Spend { mean: again.value() / f64::from(n), n }),
        spent: known.then(|| spent.value()),
    })
}
