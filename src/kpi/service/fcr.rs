//! First-contact resolution.

use super::family::{count, maybe};
use super::{Asked, Family, Form, Found, Source, Unit};

/// Resolved at first contact ÷ contacts; net of what first level cannot resolve.
pub(super) const FCR: Family = Family {
    id: "fcr",
    ways: &[&[count("firstContact"), count("contacts"), maybe("notResolvable"), maybe("undetermined")]],
    options: &[],
    forms: &[
        Form::new("gross", Unit::Percent, Source::Cleveland2012),
        Form::new("net", Unit::Percent, Source::Cleveland2012),
    ],
    run: fcr,
};

fn fcr(asked: &Asked) -> Option<Found> {
    let contacts = asked.whole("contacts")?;
    let undetermined = asked.maybe("undetermined");
    let net = asked.form.id == "net";
    let beyond = if net { asked.count("notResolvable")? } else { 0.0 };
    // Whether a contact was the last one is not known while its window is open, so it counts on neither side.
    let out = undetermined.unwrap_or_default() + beyond;
    let named = if beyond > 0.0 { "notResolvable" } else { "undetermined" };
    asked.within(out, contacts, Asked::at("counts", named))?;
    let whole = contacts - out;
    asked.above_zero(whole, Asked::at("counts", "contacts"))?;
    let found = Found::share(asked.part("firstContact", whole)?, whole);
    Some(found.left_out("undetermined-left-out", undetermined))
}
