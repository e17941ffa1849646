//! Lifetime value on its way out.

use super::{Interval, Reason};

/// Lifetime value of customers without a contract: what they have brought, and what BG/NBD and Gamma–Gamma expect.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct BuyersLifetime {
    /// `bg-nbd`.
    pub model: &'static str,
    /// The unit of all times.
    pub unit: &'static str,
    /// How far is looked ahead, in that unit.
    pub horizon: f64,
    /// The rate that a year discounts by, continuously: what comes after t years counts (1 + rate)^−t.
    pub discount: f64,
    /// The share of an amount that is margin.
    pub margin: f64,
    /// How many customers there are.
    pub customers: usize,
    /// How many of them bought again.
    pub repeaters: usize,
    /// Their purchases after the first.
    pub repeats: u64,
    /// The margin they have brought so far, in all.
    pub historical: Quantity,
    /// The same a customer.
    pub historical_mean: Quantity,
    /// BG/NBD: how often they buy and when they leave.
    pub frequency: LifetimeFit,
    /// Gamma–Gamma: what they spend.
    pub spending: LifetimeFit,
    /// The worth of one purchase over all customers, by Gamma–Gamma.
    pub purchase_value: Quantity,
    /// How the worth of purchases goes with their number, which Gamma–Gamma takes to be unrelated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correlation: Option<Correlation>,
    /// How many of them are expected to be customers still.
    pub alive: Quantity,
    /// The purchases that all are expected to make within the horizon; its error is the parameters' alone.
    pub purchases: Quantity,
    /// The margin of these purchases, discounted: predictive lifetime value, in all.
    pub value: Quantity,
    /// The repeat purchases of somebody who buys for the first time now.
    pub newcomer_purchases: Quantity,
    /// The margin of those, discounted.
    pub newcomer_value: Quantity,
    /// The customers, one by one.
    pub buyers: Vec<BuyerForecast>,
    /// What there is to know about it.
    pub notes: Vec<Reason>,
}

/// Lifetime value of customers with a contract: what the shifted beta-geometric expects.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ContractsLifetime {
    /// `sbg`.
    pub model: &'static str,
    /// The time between two renewals.
    pub unit: &'static str,
    /// To which renewal is looked ahead.
    pub horizon: f64,
    /// The rate that a year discounts by.
    pub discount: f64,
    /// How many customers there were at first, over all cohorts.
    pub customers: u64,
    /// The fit of the model.
    pub frequency: LifetimeFit,
    /// The periods that a new customer pays for, the first at once.
    pub lifetime: Quantity,
    /// The same, discounted.
    pub discounted_lifetime: Quantity,
    /// The margin of these: the lifetime value of a new customer. Absent where no margin is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Quantity>,
    /// The renewals, seen and expected.
    pub renewals: Vec<RenewalForecast>,
    /// What there is to know about it.
    pub notes: Vec<Reason>,
}

/// A number, or why there is none.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Quantity {
    /// The number, unrounded; absent with a `missing` reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Its standard error, where one is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standard_error: Option<f64>,
    /// Its 95 % interval, where one is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<Interval>,
    /// Why there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<Reason>,
}

/// A model fitted by maximum likelihood, or why it is not.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct LifetimeFit {
    /// Its parameters; none where it is not fitted.
    pub parameters: Vec<FittedParameter>,
    /// The logarithm of its likelihood.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub log_likelihood: Option<f64>,
    /// Why it is not fitted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<Reason>,
}

/// A parameter of a fitted model.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct FittedParameter {
    /// Its name in the literature.
    pub name: &'static str,
    /// Its estimate.
    pub value: f64,
    /// Its standard error; absent where a parameter ran to the end of its range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standard_error: Option<f64>,
    /// Its 95 % interval, from that of its logarithm.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<Interval>,
}

/// Pearson's coefficient with Fisher's interval.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Correlation {
    /// The coefficient.
    pub r: f64,
    /// The lower end of its 95 % interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// One customer, looked ahead. What is not known is absent.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct BuyerForecast {
    /// Who.
    pub customer: String,
    /// Purchases after the first.
    pub repeats: u32,
    /// From the first purchase to the last one.
    pub last: f64,
    /// From the first purchase to the end of observation.
    pub age: f64,
    /// The margin brought so far.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub historical: Option<f64>,
    /// The chance that they are a customer still.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alive: Option<f64>,
    /// The purchases to expect within the horizon.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purchases: Option<f64>,
    /// What one of them is expected to be worth, not only its margin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purchase_value: Option<f64>,
    /// The margin of these purchases, discounted: predictive lifetime value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
}

/// One renewal, seen and expected. What is not known is absent.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RenewalForecast {
    /// The how-many-th, the first being 1.
    pub number: u32,
    /// How many could renew; 0 where none has come that far.
    pub could: u64,
    /// How many did.
    pub did: u64,
    /// The 95 % interval of their share.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<Interval>,
    /// The share that the model expects to renew.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retention: Option<f64>,
    /// The share of a cohort that it expects to be left then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub survival: Option<f64>,
    /// The discounted periods still to come of one who has renewed that often, just before the next renewal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub residual: Option<f64>,
}
