//! Customer lifetime value, simple: a margin a period, for ever, at a constant retention and discount.

use super::family::amount;
use super::{Asked, Family, Form, Found, Source, Unit};
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
