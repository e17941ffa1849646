//! The value of customers with a contract: the renewals of their cohorts, and what the sBG expects of them.

use super::{Fit, Sbg, Terms};
use crate::error::Params;
use crate::kpi::{Estimate, Interval, Missing, Note};
use crate::stats::wilson;

/// What is known and expected of customers with a contract.
#[derive(Debug, Clone, PartialEq)]
pub struct ContractsLifetime {
    /// The terms it was computed on.
    pub terms: Terms,
    /// How many customers there were at first, over all cohorts.
    pub customers: u64,
    /// The renewals seen, and those up to the horizon.
    pub renewals: Vec<Renewal>,
    /// The fit, or why there is none.
    pub fit: Result<Fit, Missing>,
    /// The periods a new customer pays for, the first at once; without an end where retention does not fall off.
    pub lifetime: Result<f64, Missing>,
    /// The same, discounted.
    pub discounted: Result<f64, Missing>,
    /// Its standard error.
    pub discounted_error: Option<f64>,
    /// The margin of these periods; none where no margin is given.
    pub value: Option<f64>,
    /// What there is to know about it.
    pub notes: Vec<Note>,
}

/// One renewal of a cohort.
#[derive(Debug, Clone, PartialEq)]
pub struct Renewal {
    /// The how-many-th, the first being 1.
    pub number: u32,
    /// How many could renew, over all cohorts.
    pub could: u64,
    /// How many did.
    pub did: u64,
    /// The interval of their share.
    pub interval: Option<Interval>,
    /// The share that the model expects.
    pub retention: Option<f64>,
    /// The share of a cohort that it expects to be left then.
    pub survival: Option<f64>,
    /// The discounted periods still to come of one who has renewed that often, just before the next renewal.
    pub residual: Option<f64>,
}

/// Below so many customers nothing is fitted.
const LEAST: u32 = 30;

/// Fits the model to cohorts, each the customers at first, after the first renewal, after the second, and so on, and
/// looks ahead.
#[must_use]
pub fn contracts(cohorts: &[Vec<u64>], terms: Terms, margin: Option<f64>) -> ContractsLifetime {
    let seen = seen(cohorts);
    let customers = cohorts.iter().filter_map(|cohort| cohort.first()).sum();
    let fit = fit(customers, &seen);
    let model = fit.as_ref().map(|fit| Sbg::from(fit.values()));
    let rate = (terms.discount.ln_1p() * terms.unit.years()).exp_m1();
    let lifetime = |rate: f64, why: &'static str| match &model {
        Ok(model) => model.lifetime(rate).ok_or_else(|| Missing::new(why)),
        Err(missing) => Err((*missing).clone()),
    };
    let why = if rate > 0.0 { "discount-too-low" } else { "no-finite-mean" };
    let discounted = lifetime(rate, why);
    let error = |values: [f64; 2]| Sbg::from(values).lifetime(rate);
    let mut notes = Vec::new();
    if let Some(edges) = fit.as_ref().ok().map(|fit| &fit.edges).filter(|edges| !edges.is_empty()) {
        let names: Vec<String> = edges.iter().map(|&name| name.to_owned()).collect();
        notes.push(Note { code: "parameter-at-edge", params: Params::none().with("names", names) });
    }
    ContractsLifetime {
        terms,
        customers,
        renewals: renewals(&seen, model.as_ref().ok(), terms.horizon as u32, rate),
        lifetime: lifetime(0.0, "no-finite-mean"),
        discounted_error: fit.as_ref().ok().and_then(|fit| fit.error_of(&error)),
        value: margin.zip(discounted.as_ref().ok()).map(|(margin, periods)| margin * periods),
        discounted,
        notes,
        fit,
    }
}

/// How many could renew and how many did, renewal by renewal over all cohorts.
fn seen(cohorts: &[Vec<u64>]) -> Vec<(u64, u64)> {
    let mut seen: Vec<(u64, u64)> = Vec::new();
    for cohort in cohorts {
        for (place, (could, did)) in cohort.iter().zip(cohort.iter().skip(1)).enumerate() {
            if seen.len() <= place {
                seen.push((0, 0));
            }
            if let Some(sum) = seen.get_mut(place) {
                *sum = (sum.0 + could, sum.1 + did);
            }
        }
    }
    seen
}

fn fit(customers: u64, seen: &[(u64, u64)]) -> Result<Fit, Missing> {
    if customers < u64::from(LEAST) {
        return Err(Missing::new("too-few-customers").with("least", LEAST).with("found", customers as f64));
    }
    // Two parameters need two renewals at the least.
    if seen.len() < 2 {
        return Err(Missing::new("too-few-renewals").with("least", 2_u32).with("found", seen.len() as f64));
    }
    let counts: Vec<(f64, f64)> =
        seen.iter().map(|(could, did)| ((could - did) as f64, *did as f64)).collect();
    if counts.iter().all(|(left, _)| *left <= 0.0) {
        return Err(Missing::new("nobody-left"));
    }
    Sbg::fit(&counts)
}

fn renewals(seen: &[(u64, u64)], model: Option<&Sbg>, horizon: u32, rate: f64) -> Vec<Renewal> {
    let last = horizon.max(seen.len() as u32);
    let survival = model.map(|model| model.survival(last));
    let renewal = |number: u32| {
        let (could, did) = seen.get(number as usize - 1).copied().unwrap_or_default();
        let interval = wilson(did as f64, could as f64, Estimate::LEVEL);
        Renewal {
            number,
            could,
            did,
            interval: interval.map(|(low, high)| Interval {
                low,
                high,
                level: Some(Estimate::LEVEL),
                method: "wilson",
            }),
            retention: model.map(|model| model.retention(number)),
            survival: survival.as_ref().and_then(|all| all.get(number as usize)).copied(),
            residual: model.and_then(|model| model.residual(number, rate)),
        }
    };
    (1..=last).map(renewal).collect()
}
