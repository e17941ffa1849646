//! Callers who hang up.

use super::family::{count, maybe};
use super::{Asked, Family, Form, Found, Source, Unit};

/// Abandoned ÷ offered.
pub(super) const ABANDONMENT: Family = Family {
    id: "abandonment",
    ways: &[&[count("offered"), count("abandoned"), maybe("short")]],
    options: &[],
    forms: &[
        Form::new("all", Unit::Percent, Source::Cleveland2012),
        Form::new("without-short", Unit::Percent, Source::Cleveland2012),
    ],
    run: abandonment,
};

fn abandonment(asked: &Asked) -> Option<Found> {
    let offered = asked.whole("offered")?;
    let abandoned = asked.part("abandoned", offered)?;
    if asked.form.id == "all" {
        return Some(Found::share(abandoned, offered));
    }
    let short = asked.part("short", abandoned)?;
    asked.above_zero(offered - short, Asked::at("counts", "offered"))?;
    Some(Found::share(abandoned - short, offered - short).left_out("short-left-out", Some(short)))
}
