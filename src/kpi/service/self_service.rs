//! What customers solve without anybody: self-service, deflection, containment.

use super::family::{count, list};
use super::{Asked, Family, Form, Found, Kind, Source, Unit};

/// Solved in self-service ÷ all solved.
pub(super) const SELF_SERVICE: Family = Family {
    id: "self-service",
    ways: &[&[count("selfService"), count("solved")]],
    options: &[],
    forms: &[Form::new("share", Unit::Percent, Source::Practice)],
    run: |asked| {
        let solved = asked.whole("solved")?;
        Some(Found::share(asked.part("selfService", solved)?, solved))
    },
};

/// Contacts avoided ÷ (avoided + made). What was avoided is never counted, only estimated, so the estimate is
/// named and no interval is claimed.
pub(super) const DEFLECTION: Family = Family {
    id: "deflection",
    ways: &[&[count("avoided"), count("contacts"), list("estimate", Kind::Text)]],
    options: &[],
    forms: &[Form::new("share", Unit::Percent, Source::Practice)],
    run: deflection,
};

/// Resolved by the bot alone ÷ its conversations.
pub(super) const CONTAINMENT: Family = Family {
    id: "containment",
    ways: &[&[count("botResolved"), count("conversations")]],
    options: &[],
    forms: &[Form::new("share", Unit::Percent, Source::Practice)],
    run: |asked| {
        let conversations = asked.whole("conversations")?;
        Some(Found::share(asked.part("botResolved", conversations)?, conversations))
    },
};

fn deflection(asked: &Asked) -> Option<Found> {
    let avoided = asked.count("avoided")?;
    let whole = avoided + asked.count("contacts")?;
    asked.above_zero(whole, Asked::at("counts", "contacts"))?;
    let found = Found::quotient(avoided, whole, 100.0);
    Some(found.noting("estimated", [("estimate", asked.estimate.as_str().into())]))
}
