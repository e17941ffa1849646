//! The value of customers without a contract: their past, and what BG/NBD and Gamma–Gamma expect of them.

use std::collections::BTreeMap;

use super::bg_nbd::POINTS;
use super::groups::{Group, groups};
use super::{BgNbd, Buyer, Fit, GammaGamma, Terms};
use crate::error::Params;
use crate::kpi::{Estimate, Interval, Missing, Note};
use crate::stats::{Moments, legendre, mean_bounds, normal_quantile};

/// What is known and expected of customers without a contract.
#[derive(Debug, Clone, PartialEq)]
pub struct BuyersLifetime {
    /// The terms it was computed on.
    pub terms: Terms,
    /// How many customers there are.
    pub customers: usize,
    /// How many of them bought again.
    pub repeaters: usize,
    /// Their purchases after the first.
    pub repeats: u64,
    /// What they have brought so far; none where amounts are missing.
    pub historical: Result<Historical, Missing>,
    /// How often they buy: BG/NBD, or why it is not fitted.
    pub fit: Result<Fit, Missing>,
    /// What they spend: Gamma–Gamma, or why it is not fitted.
    pub spending: Result<Spending, Missing>,
    /// The purchases that all of them are expected to make within the horizon.
    pub purchases: Result<f64, Missing>,
    /// The standard error of it that the parameters' errors make; chance comes on top.
    pub purchases_error: Option<f64>,
    /// How many of them are expected to be customers still.
    pub alive: Option<f64>,
    /// The margin of these purchases, discounted to now.
    pub value: Result<f64, Missing>,
    /// The repeat purchases of somebody who buys for the first time now, and the margin of those.
    pub newcomer: Option<(f64, Option<f64>)>,
    /// The customers, one by one.
    pub buyers: Vec<BuyerForecast>,
    /// What there is to know about it.
    pub notes: Vec<Note>,
}

/// What customers have brought so far.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Historical {
    /// The margin in all.
    pub total: f64,
    /// The margin a customer.
    pub mean: f64,
    /// The 95 % interval of that mean.
    pub interval: Option<Interval>,
}

/// What customers spend on a purchase.
#[derive(Debug, Clone, PartialEq)]
pub struct Spending {
    /// The fit of Gamma–Gamma.
    pub fit: Fit,
    /// What a purchase is worth over all customers; none where that mean is infinite.
    pub mean: Option<f64>,
    /// How the worth of purchases goes with their number, by Pearson's coefficient with its interval.
    pub correlation: Option<(f64, f64, f64)>,
}

/// One customer, looked ahead.
#[derive(Debug, Clone, PartialEq)]
pub struct BuyerForecast {
    /// What is known of the customer.
    pub buyer: Buyer,
    /// The chance that they are one still.
    pub alive: Option<f64>,
    /// The purchases to expect within the horizon.
    pub purchases: Option<f64>,
    /// What one of them is worth, not only its margin.
    pub spend: Option<f64>,
    /// The margin of these purchases, discounted to now.
    pub value: Option<f64>,
}

/// Below so many customers nothing is fitted: four parameters would fit anything.
const LEAST: u32 = 30;

/// Fits both models and looks ahead.
#[must_use]
pub fn buyers(buyers: Vec<Buyer>, terms: Terms, mut notes: Vec<Note>) -> BuyersLifetime {
    let groups = groups(&buyers);
    let repeats = buyers.iter().map(|buyer| u64::from(buyer.repeats)).sum();
    let fit = fit(&buyers, repeats, &groups);
    let spending = spending(&buyers, &mut notes);
    for fit in [fit.as_ref().ok(), spending.as_ref().ok().map(|found| &found.fit)].into_iter().flatten() {
        if !fit.edges.is_empty() {
            let names: Vec<String> = fit.edges.iter().map(|&name| name.to_owned()).collect();
            notes.push(note("parameter-at-edge", Params::none().with("names", names)));
        }
    }
    let model = fit.as_ref().map(|fit| BgNbd::from(fit.values()));
    let worth = spending.as_ref().map(|found| GammaGamma::from(found.fit.values()));
    let purchases = match &model {
        Ok(model) => total(model, &groups, terms.horizon).ok_or_else(|| Missing::new("horizon-too-long")),
        Err(missing) => Err((*missing).clone()),
    };
    let ahead = Ahead {
        terms,
        model: model.as_ref().ok(),
        worth: worth.as_ref().ok(),
        rule: legendre(POINTS),
        // Where one sum has no end, each would be tried for long, and for nothing.
        far: purchases.is_err(),
    };
    let error = |values: [f64; 4]| total(&BgNbd::from(values), &groups, terms.horizon);
    let fitted = fit.as_ref().ok().filter(|_| !ahead.far);
    let purchases_error = fitted.and_then(|fit| fit.error_of(&error));
    let alive = |model: &BgNbd| {
        groups.iter().map(|one| one.count * model.alive(one.repeats, one.last, one.age)).sum()
    };
    let newcomer = ahead.newcomer();
    let result = BuyersLifetime {
        terms,
        customers: buyers.len(),
        repeaters: buyers.iter().filter(|buyer| buyer.repeats > 0).count(),
        repeats,
        historical: historical(&buyers, terms.margin),
        purchases,
        purchases_error,
        alive: model.as_ref().ok().map(alive),
        value: Err(Missing::new("no-data")),
        newcomer,
        buyers: ahead.all(buyers),
        notes,
        fit,
        spending,
    };
    let value = value(&result);
    BuyersLifetime { value, ..result }
}

fn note(code: &'static str, params: Params) -> Note {
    Note { code, params }
}

fn fit(buyers: &[Buyer], repeats: u64, groups: &[Group]) -> Result<Fit, Missing> {
    if buyers.len() < LEAST as usize {
        return Err(Missing::new("too-few-customers")
            .with("least", LEAST)
            .with("found", buyers.len() as f64));
    }
    if repeats == 0 {
        return Err(Missing::new("nobody-bought-again"));
    }
    BgNbd::fit(groups)
}

fn spending(buyers: &[Buyer], notes: &mut Vec<Note>) -> Result<Spending, Missing> {
    let fit = GammaGamma::fit(buyers)?;
    let correlation = correlation(buyers);
    // One in a hundred of the spread explained is little, even where it is no chance.
    if let Some((r, ..)) = correlation.filter(|(r, low, high)| r.abs() >= 0.1 && low * high > 0.0) {
        let direction = if r > 0.0 { "more" } else { "less" };
        let params = Params::none().with("r", r).with("direction", direction);
        notes.push(note("value-depends-on-frequency", params));
    }
    let mean = GammaGamma::from(fit.values()).mean();
    Ok(Spending { fit, mean, correlation })
}

/// Pearson's coefficient of repeats and what they are worth, with Fisher's interval.
fn correlation(buyers: &[Buyer]) -> Option<(f64, f64, f64)> {
    let pairs = || buyers.iter().filter_map(|one| Some((f64::from(one.repeats), one.spend?.mean)));
    let (by_count, by_mean): (Moments, Moments) =
        (pairs().map(|pair| pair.0).collect(), pairs().map(|pair| pair.1).collect());
    let (count, mean) = (by_count.mean()?, by_mean.mean()?);
    let sum = |of: &dyn Fn(f64, f64) -> f64| pairs().map(|(x, m)| of(x - count, m - mean)).sum::<f64>();
    let spread = (sum(&|x, _| x * x) * sum(&|_, m| m * m)).sqrt();
    let n = by_count.n() as f64;
    if n < 4.0 || spread <= 0.0 {
        return None;
    }
    let r = (sum(&|x, m| x * m) / spread).clamp(-1.0, 1.0);
    let z = 0.5 * ((1.0 + r) / (1.0 - r)).ln();
    let half = normal_quantile(0.5 + 0.5 * Estimate::LEVEL)? / (n - 3.0).sqrt();
    let back = |z: f64| if z.is_finite() { ((2.0 * z).exp() - 1.0) / ((2.0 * z).exp() + 1.0) } else { r };
    Some((r, back(z - half), back(z + half)))
}

fn historical(buyers: &[Buyer], margin: f64) -> Result<Historical, Missing> {
    let spent: Option<Moments> = buyers.iter().map(|buyer| Some(margin * buyer.spent?)).collect();
    let spent = spent.ok_or_else(|| Missing::new("amounts-missing"))?;
    let mean = spent.mean().ok_or_else(|| Missing::new("no-data"))?;
    let interval = mean_bounds(&spent, Estimate::LEVEL);
    let interval =
        interval.map(|(low, high)| Interval { low, high, level: Some(Estimate::LEVEL), method: "t" });
    Ok(Historical { total: spent.sum(), mean, interval })
}

/// The purchases that all are expected to make.
fn total(model: &BgNbd, groups: &[Group], horizon: f64) -> Option<f64> {
    let of = |one: &Group| {
        let alive = model.alive(one.repeats, one.last, one.age);
        Some(one.count * alive * model.purchases(one.repeats, one.age, horizon)?)
    };
    groups.iter().map(of).sum()
}

/// The sum over customers, each of whom must have one.
fn value(result: &BuyersLifetime) -> Result<f64, Missing> {
    result.purchases.as_ref().map_err(Clone::clone)?;
    let spending = result.spending.as_ref().map_err(Clone::clone)?;
    let sum: Option<f64> = result.buyers.iter().map(|one| one.value).sum();
    let why = if spending.mean.is_none() { "no-finite-mean" } else { "horizon-too-long" };
    sum.ok_or_else(|| Missing::new(why))
}

/// What is needed to look ahead.
struct Ahead<'a> {
    terms: Terms,
    model: Option<&'a BgNbd>,
    worth: Option<&'a GammaGamma>,
    /// By which is discounted.
    rule: Vec<(f64, f64)>,
    /// Whether the horizon is too long to be looked at.
    far: bool,
}

/// Purchases, plain and discounted.
type Expected = Option<(f64, f64)>;

impl Ahead<'_> {
    /// What a customer is expected to buy who is one still.
    fn expected(&self, repeats: u32, age: f64) -> Expected {
        let (model, terms) = (self.model.filter(|_| !self.far)?, self.terms);
        let force = terms.discount.ln_1p() * terms.unit.years();
        let purchases = model.purchases(repeats, age, terms.horizon)?;
        let discounted = model.discounted_by(&self.rule, repeats, age, terms.horizon, force, purchases)?;
        Some((purchases, discounted))
    }

    fn newcomer(&self) -> Option<(f64, Option<f64>)> {
        let (purchases, discounted) = self.expected(0, 0.0)?;
        let mean = self.worth.and_then(GammaGamma::mean);
        Some((purchases, mean.map(|mean| self.terms.margin * mean * discounted)))
    }

    fn all(&self, buyers: Vec<Buyer>) -> Vec<BuyerForecast> {
        // Many customers have the same repeats and the same age.
        let mut known: BTreeMap<(u32, u64), Expected> = BTreeMap::new();
        let forecast = |buyer: Buyer| {
            let alive = self.model.map(|model| model.alive(buyer.repeats, buyer.last, buyer.age));
            let key = (buyer.repeats, buyer.age.to_bits());
            let expected = *known.entry(key).or_insert_with(|| self.expected(buyer.repeats, buyer.age));
            let expected = expected.zip(alive);
            // Of one whose repeats have no known worth the mean of all is expected.
            let spend = self.worth.and_then(|worth| worth.expected(buyer.spend));
            BuyerForecast {
                alive,
                purchases: expected.map(|((purchases, _), alive)| alive * purchases),
                spend,
                value: expected
                    .zip(spend)
                    .map(|(((_, discounted), alive), spend)| self.terms.margin * spend * alive * discounted),
                buyer,
            }
        };
        buyers.into_iter().map(forecast).collect()
    }
}
