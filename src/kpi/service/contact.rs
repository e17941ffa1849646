//! Demand: contacts for each customer or order.

use super::family::{count, maybe};
use super::{Asked, Family, Form, Found, Source, Unit};

/// Contacts ÷ customers or orders, in percent. Somebody may call twice, so it is no share.
pub(super) const CONTACTS: Family = Family {
    id: "contact-rate",
    ways: &[&[count("contacts"), maybe("customers"), maybe("orders")]],
    options: &[],
    forms: &[
        Form::new("per-customer", Unit::Percent, Source::Practice),
        Form::new("per-order", Unit::Percent, Source::Practice),
    ],
    run: contact_rate,
};

fn contact_rate(asked: &Asked) -> Option<Found> {
    let whole = asked.whole(if asked.form.id == "per-order" { "orders" } else { "customers" })?;
    let found = Found::quotient(asked.count("contacts")?, whole, 100.0);
    Some(Found { n: Some(whole), ..found }.noting("may-exceed-whole", []))
}
