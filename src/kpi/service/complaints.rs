//! Complaints: acknowledged, escalated, resolved, in time.

use super::family::{count, maybe};
use super::{Asked, Family, Form, Found, Source, Unit};

/// Each against what came in; in time against what was due.
pub(super) const COMPLAINTS: Family = Family {
    id: "complaints",
    ways: &[&[
        count("received"),
        maybe("acknowledged"),
        maybe("escalated"),
        maybe("resolved"),
        maybe("resolvedInTime"),
        maybe("overdue"),
    ]],
    options: &[],
    forms: &[
        Form::new("resolved", Unit::Percent, Source::Iso10002),
        Form::new("acknowledged", Unit::Percent, Source::Iso10002),
        Form::new("escalated", Unit::Percent, Source::Iso10002),
        Form::new("in-time", Unit::Percent, Source::Iso10002),
    ],
    run: complaints,
};

fn complaints(asked: &Asked) -> Option<Found> {
    let received = asked.whole("received")?;
    if asked.form.id != "in-time" {
        return Some(Found::share(asked.part(asked.form.id, received)?, received));
    }
    let resolved = asked.part("resolved", received)?;
    // What is open past its date has broken its promise already, as in SLA compliance.
    let due = resolved + asked.part("overdue", received - resolved)?;
    asked.above_zero(due, Asked::at("counts", "resolved"))?;
    Some(Found::share(asked.part("resolvedInTime", resolved)?, due))
}
