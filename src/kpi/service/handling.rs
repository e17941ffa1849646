//! Handling time and its parts.

use super::drawn::drawn;
use super::family::{amount, count, list, option};
use super::{Asked, Family, Form, Found, Kind, Source, Unit};
use crate::error::{Issue, Pointer};
use crate::stats::Moments;

/// (Talk + hold + wrap) ÷ handled.
pub(super) const HANDLING: Family = Family {
    id: "aht",
    ways: &[
        &[amount("talk"), amount("hold"), amount("wrap"), count("handled")],
        &[list("values", Kind::Durations)],
    ],
    options: &[option("unit", Kind::Unit), option("interval", Kind::Interval)],
    forms: &[
        Form::new("mean", Unit::Time, Source::Cleveland2012),
        Form::new("talk", Unit::Time, Source::Cleveland2012),
        Form::new("hold", Unit::Time, Source::Cleveland2012),
        Form::new("wrap", Unit::Time, Source::Cleveland2012),
    ],
    run: handling,
};

fn handling(asked: &Asked) -> Option<Found> {
    let whole = asked.form.id == "mean";
    if let Some(times) = &asked.durations {
        if !whole {
            // One time a contact does not say how it splits.
            asked.report(Issue::new("missing-field", Pointer::root()).with("field", "amounts"));
            return None;
        }
        return mean_of(asked, times);
    }
    asked.each_by_itself()?;
    let handled = asked.whole("handled")?;
    let time = if whole {
        asked.amount("talk")? + asked.amount("hold")? + asked.amount("wrap")?
    } else {
        asked.amount(asked.form.id)?
    };
    Some(Found { n: Some(handled), ..Found::quotient(time, handled, 1.0) })
}

/// The mean of lengths of time; none is below 0.
pub(super) fn mean_of(asked: &Asked, times: &[f64]) -> Option<Found> {
    asked.above_zero(times.len() as f64, Pointer::root().field("values"))?;
    let moments: Moments = times.iter().copied().collect();
    let found = Found::mean(&moments, (0.0, f64::INFINITY))?;
    if !asked.bootstrap {
        return Some(found);
    }
    let interval = drawn(asked, times, &|sorted| sorted.iter().copied().collect::<Moments>().mean())?;
    Some(Found { interval, ..found })
}
