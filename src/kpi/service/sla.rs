//! Promises kept, of three wholes.

use super::family::{count, maybe};
use super::{Asked, Family, Form, Found, Source, Unit};

/// Kept ÷ due, ÷ created or ÷ resolved. The variants have the names that a mapping's `denominator` has.
pub(super) const SLA: Family = Family {
    id: "sla-compliance",
    ways: &[&[count("met"), maybe("resolved"), maybe("breachedOpen"), maybe("created")]],
    options: &[],
    forms: &[
        Form::new("due", Unit::Percent, Source::Practice),
        Form::new("created", Unit::Percent, Source::Practice),
        Form::new("resolved", Unit::Percent, Source::Practice),
    ],
    run: sla,
};

fn sla(asked: &Asked) -> Option<Found> {
    let whole = match asked.form.id {
        "created" => asked.whole("created")?,
        "resolved" => asked.whole("resolved")?,
        _ => {
            let due = asked.count("resolved")? + asked.count("breachedOpen")?;
            asked.above_zero(due, Asked::at("counts", "resolved"))?;
            due
        }
    };
    // Only what is resolved can have been kept, whichever whole it is held against.
    let met = asked.part("met", asked.maybe("resolved").map_or(whole, |resolved| resolved.min(whole)))?;
    Some(Found::share(met, whole))
}
