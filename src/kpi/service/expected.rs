//! What customers can be expected to bring, as one number; the model behind it is [`lifetime`](crate::kpi::lifetime).

use super::family::{list, option};
use super::found::between;
use super::{Asked, Family, Form, Found, Input, Kind, Source, Unit};
use crate::error::{Issue, Pointer};
use crate::kpi::Estimate;
use crate::kpi::lifetime::{self, BuyersLifetime, ContractsLifetime, Lifetime, lifetime};
use crate::stats::normal_quantile;

/// The margin expected of a customer: of those who come and go unseen, or of a new one with a contract.
pub(super) const EXPECTED: Family = Family {
    id: Asked::EXPECTED,
    ways: &[
        &[list("purchases", Kind::Lifetime), list("asOf", Kind::Lifetime)],
        &[list("customers", Kind::Lifetime)],
        &[list("cohorts", Kind::Lifetime)],
    ],
    options: &[
        Input { name: "unit", kind: Kind::Lifetime, required: true },
        option("horizon", Kind::Lifetime),
        option("discount", Kind::Lifetime),
        option("margin", Kind::Lifetime),
    ],
    forms: &[
        Form::new("bg-nbd", Unit::Money, Source::Fader2005),
        Form::new("sbg", Unit::Money, Source::Fader2007),
    ],
    run: expected,
};

fn expected(asked: &Asked) -> Option<Found> {
    let request = asked.lifetime.take()?;
    let margin = match &request {
        lifetime::Asked::Contracts { margin: None, .. } => {
            asked.report(Issue::new("missing-field", Pointer::root()).with("field", "margin"));
            return None;
        }
        lifetime::Asked::Contracts { margin, .. } => margin.unwrap_or_default(),
        _ => 1.0,
    };
    Some(match lifetime(request) {
        Lifetime::Buyers(found) => of_buyers(*found),
        Lifetime::Contracts(found) => of_contracts(*found, margin),
    })
}

/// The mean of all customers: what the model expects of all, by their number.
fn of_buyers(found: BuyersLifetime) -> Found {
    let n = found.customers as f64;
    let told = match found.value {
        Ok(total) => Found::quotient(total, n, 1.0),
        Err(why) => Found { value: Err(why), ..Found::value(0.0) },
    };
    Found { n: Some(n), notes: found.notes, ..told }
}

/// Of a new customer, with the interval that the standard error makes.
fn of_contracts(found: ContractsLifetime, margin: f64) -> Found {
    let value = found.discounted.map(|periods| margin * periods);
    let half = found.discounted_error.zip(normal_quantile(0.5 + Estimate::LEVEL / 2.0));
    let interval = value.as_ref().ok().zip(half).map(|(value, (error, z))| {
        let half = z * error * margin;
        between((value - half).max(0.0), value + half, "wald")
    });
    Found { value, n: Some(found.customers as f64), interval, notes: found.notes, ..Found::value(0.0) }
}
