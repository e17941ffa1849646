//! How much of the time on duty is work.

use super::family::{amount, option};
use super::{Family, Form, Found, Kind, Source, Unit};
use crate::error::Pointer;

/// Handling ÷ (handling + available).
pub(super) const OCCUPANCY: Family = Family {
    id: "occupancy",
    ways: &[&[amount("handling"), amount("available")]],
    options: &[option("unit", Kind::Unit)],
    forms: &[Form::new("share", Unit::Percent, Source::Cleveland2012)],
    run: |asked| {
        let handling = asked.amount("handling")?;
        let whole = handling + asked.amount("available")?;
        asked.above_zero(whole, Pointer::root().field("amounts"))?;
        Some(Found::quotient(handling, whole, 100.0))
    },
};
