//! Lifetime value: as long as the list of the customers.

use super::figure::interval;
use super::{Writer, written};
use crate::kpi::lifetime::{
    BuyerForecast, BuyersLifetime, ContractsLifetime, Fit, Lifetime, Parameter, Renewal, Terms,
};
use crate::kpi::{Estimate, Interval, Missing, Note};

/// Lifetime value of customers with or without a contract.
#[must_use]
pub fn lifetime(found: &Lifetime) -> String {
    written(|out| {
        out.object();
        match found {
            Lifetime::Buyers(found) => buyers(out, found),
            Lifetime::Contracts(found) => contracts(out, found),
        }
        out.end_object();
    })
}

fn buyers(out: &mut Writer, found: &BuyersLifetime) {
    terms(out, "bg-nbd", found.terms);
    out.number("margin", found.terms.margin);
    out.count("customers", found.customers as u64);
    out.count("repeaters", found.repeaters as u64);
    out.count("repeats", found.repeats);
    let past = found.historical.as_ref();
    quantity(out, "historical", past.map(|past| past.total), None, None);
    let mean_interval = past.ok().and_then(|past| past.interval.as_ref());
    quantity(out, "historicalMean", past.map(|past| past.mean), None, mean_interval);
    let spending = found.spending.as_ref();
    fit(out, "frequency", found.fit.as_ref());
    fit(out, "spending", spending.map(|spending| &spending.fit));
    if let Some((r, low, high)) = spending.ok().and_then(|spending| spending.correlation) {
        out.object_at("correlation");
        out.number("r", r);
        out.number("low", low);
        out.number("high", high);
        out.end_object();
    }
    let purchases = found.purchases.as_ref().copied();
    quantity(out, "purchases", purchases, found.purchases_error, None);
    quantity(out, "value", found.value.as_ref().copied(), None, None);
    of_models(out, found);
    out.list_at("buyers");
    for each in &found.buyers {
        buyer(out, each, found.terms.margin);
    }
    out.end_list();
    notes(out, &found.notes);
}

/// The numbers that are there where a model is.
fn of_models(out: &mut Writer, found: &BuyersLifetime) {
    let (no_model, no_worth) = (found.fit.as_ref().err(), found.spending.as_ref().err());
    let mut number = |name: &'static str, value: Option<f64>, none: Option<&Missing>, code: &'static str| {
        let otherwise = Missing::new(code);
        quantity(out, name, value.ok_or(none.unwrap_or(&otherwise)), None, None);
    };
    let mean = found.spending.as_ref().ok().and_then(|spending| spending.mean);
    number("purchaseValue", mean, no_worth, "no-finite-mean");
    number("alive", found.alive, no_model, "no-data");
    let newcomer = found.newcomer;
    number("newcomerPurchases", newcomer.map(|one| one.0), no_model, "horizon-too-long");
    let code = if newcomer.is_none() { "horizon-too-long" } else { "no-finite-mean" };
    number("newcomerValue", newcomer.and_then(|one| one.1), no_model.or(no_worth), code);
}

fn buyer(out: &mut Writer, forecast: &BuyerForecast, margin: f64) {
    let BuyerForecast { buyer, alive, purchases, spend, value } = forecast;
    out.object();
    out.text("customer", &buyer.customer);
    out.count("repeats", buyer.repeats.into());
    out.number("last", buyer.last);
    out.number("age", buyer.age);
    out.maybe("historical", buyer.spent.map(|spent| margin * spent));
    out.maybe("alive", *alive);
    out.maybe("purchases", *purchases);
    out.maybe("purchaseValue", *spend);
    out.maybe("value", *value);
    out.end_object();
}

fn contracts(out: &mut Writer, found: &ContractsLifetime) {
    terms(out, "sbg", found.terms);
    out.count("customers", found.customers);
    fit(out, "frequency", found.fit.as_ref());
    quantity(out, "lifetime", found.lifetime.as_ref().copied(), None, None);
    let discounted = found.discounted.as_ref().copied();
    quantity(out, "discountedLifetime", discounted, found.discounted_error, None);
    if let Some(value) = found.value {
        quantity(out, "value", Ok(value), None, None);
    }
    out.list_at("renewals");
    for each in &found.renewals {
        renewal(out, each);
    }
    out.end_list();
    notes(out, &found.notes);
}

fn renewal(out: &mut Writer, renewal: &Renewal) {
    out.object();
    out.number("number", renewal.number.into());
    out.count("could", renewal.could);
    out.count("did", renewal.did);
    interval(out, renewal.interval.as_ref());
    out.maybe("retention", renewal.retention);
    out.maybe("survival", renewal.survival);
    out.maybe("residual", renewal.residual);
    out.end_object();
}

fn terms(out: &mut Writer, model: &str, terms: Terms) {
    out.text("model", model);
    out.text("unit", terms.unit.name());
    out.number("horizon", terms.horizon);
    out.number("discount", terms.discount);
}

/// A number, or why there is none.
fn quantity(
    out: &mut Writer,
    name: &'static str,
    value: Result<f64, &Missing>,
    error: Option<f64>,
    around: Option<&Interval>,
) {
    out.object_at(name);
    match value {
        Ok(value) => out.number("value", value),
        Err(missing) => out.reason_at("missing", missing.code, &missing.params),
    }
    out.maybe("standardError", error);
    interval(out, around);
    out.end_object();
}

/// A fitted model, or why it is not.
fn fit(out: &mut Writer, name: &'static str, fit: Result<&Fit, &Missing>) {
    out.object_at(name);
    out.list_at("parameters");
    for each in fit.map(|fit| fit.parameters.as_slice()).unwrap_or_default() {
        parameter(out, each);
    }
    out.end_list();
    match fit {
        Ok(fit) => out.number("logLikelihood", fit.log_likelihood),
        Err(missing) => out.reason_at("missing", missing.code, &missing.params),
    }
    out.end_object();
}

fn parameter(out: &mut Writer, parameter: &Parameter) {
    out.object();
    out.text("name", parameter.name);
    out.number("value", parameter.value);
    out.maybe("standardError", parameter.standard_error);
    let level = Some(Estimate::LEVEL);
    let around = parameter.interval.map(|(low, high)| Interval { low, high, level, method: "wald" });
    interval(out, around.as_ref());
    out.end_object();
}

fn notes(out: &mut Writer, notes: &[Note]) {
    out.list_at("notes");
    for note in notes {
        out.reason(note.code, &note.params);
    }
    out.end_list();
}
