//! Customer lifetime value, simple: a margin a period, for ever, at a constant retention and discount; and what
//! customers have brought so far. What they can be expected to bring is [`lifetime`](crate::kpi::lifetime).

use super::family::{amount, count};
use super::{Asked, Family, Form, Found, Input, Kind, Source, Unit};
use crate::error::Issue;

/// m·r ÷ (1 + i − r), the first margin a period from now; or m·(1 + i) ÷ (1 + i − r), the first one now.
pub(super) const CLV: Family = Family {
    id: "clv",
    ways: &[&[amount("margin"), amount("retention"), amount("discount")]],
    options: &[],
    forms: &[
        Form::new("first-margin-later", Unit::Money, Source::GuptaLehmann2003),
        Form::new("first-margin-now", Unit::Money, Source::GuptaLehmann2003),
    ],
    run: clv,
};

/// (revenue − cost) ÷ customers, or revenue alone: what a customer has brought so far.
pub(super) const HISTORICAL: Family = Family {
    id: "clv-historical",
    ways: &[&[
        count("customers"),
        amount("revenue"),
        Input { name: "cost", kind: Kind::Amount, required: false },
    ]],
    options: &[],
    forms: &[
        Form::new("margin", Unit::Money, Source::Farris2010),
        Form::new("revenue", Unit::Money, Source::Farris2010),
    ],
    run: historical,
};

fn historical(asked: &Asked) -> Option<Found> {
    let (customers, revenue) = (asked.whole("customers"), asked.amount("revenue"));
    let cost = if asked.form.id == "margin" { asked.amount("cost") } else { Some(0.0) };
    let (customers, brought) = (customers?, revenue? - cost?);
    Some(Found { n: Some(customers), ..Found::quotient(brought, customers, 1.0) })
}

fn clv(asked: &Asked) -> Option<Found> {
    let [margin, retention, discount] = ["margin", "retention", "discount"].map(|name| asked.amount(name));
    let (margin, retention, growth) = (margin?, retention?, 1.0 + discount?);
    // The series has no sum from here on.
    if retention >= growth {
        asked.report(Issue::new("not-below", Asked::at("amounts", "retention")).with("limit", growth));
        return None;
    }
    let factor = if asked.form.id == "first-margin-now" { growth } else { retention };
    Some(Found::value(margin * factor / (growth - retention)))
}
