//! What is left to do, and what came back.

use super::family::{count, maybe};
use super::{Asked, Family, Form, Found, Source, Unit};

/// At the start + created − resolved + reopened.
pub(super) const BACKLOG: Family = Family {
    id: "backlog",
    ways: &[&[count("start"), count("created"), count("resolved"), count("reopened")]],
    options: &[],
    forms: &[Form::new("count", Unit::Cases, Source::Practice)],
    run: |asked| {
        let [start, created, reopened] = ["start", "created", "reopened"].map(|name| asked.count(name));
        let work = start? + created? + reopened?;
        let resolved = asked.part("resolved", work)?;
        Some(Found::value(work - resolved))
    },
};

/// Reopened ÷ solved.
pub(super) const REOPENED: Family = Family {
    id: "reopen-rate",
    ways: &[&[count("reopened"), count("solved"), maybe("reopenings")]],
    options: &[],
    forms: &[
        Form::new("cases", Unit::Percent, Source::Practice),
        Form::new("events", Unit::Percent, Source::Practice),
    ],
    run: reopened,
};

fn reopened(asked: &Asked) -> Option<Found> {
    let solved = asked.whole("solved")?;
    if asked.form.id == "cases" {
        return Some(Found::share(asked.part("reopened", solved)?, solved));
    }
    // Where the cases and the times are both counted, it is the times that are asked for.
    let events = asked.maybe("reopenings").or_else(|| asked.count("reopened"))?;
    let found = Found::quotient(events, solved, 100.0);
    Some(Found { n: Some(solved), ..found }.noting("may-exceed-whole", []))
}
