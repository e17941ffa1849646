//! The queue: service level in its five definitions, and the speed of answer.

use super::family::{amount, count, list, maybe, option};
use super::handling::mean_of;
use super::{Asked, Family, Form, Found, Kind, Source, Unit};

/// Answered in time, and what abandoning has to do with it.
pub(super) const SERVICE_LEVEL: Family = Family {
    id: "service-level",
    ways: &[&[
        count("answered"),
        count("answeredWithin"),
        maybe("abandoned"),
        maybe("abandonedWithin"),
        maybe("abandonedShort"),
    ]],
    options: &[],
    forms: &[
        // The default: callers who give up soon do not improve it.
        Form::new("l3", Unit::Percent, Source::Koole2013),
        Form::new("l1", Unit::Percent, Source::Koole2013),
        Form::new("l2", Unit::Percent, Source::Koole2013),
        Form::new("l4", Unit::Percent, Source::Koole2013),
        Form::new("l5", Unit::Percent, Source::Koole2013),
    ],
    run: service_level,
};

/// Waiting of the answered ÷ answered.
pub(super) const ANSWER_SPEED: Family = Family {
    id: "asa",
    ways: &[&[amount("waiting"), count("answered")], &[list("values", Kind::Durations)]],
    options: &[option("unit", Kind::Unit), option("interval", Kind::Interval)],
    forms: &[Form::new("mean", Unit::Time, Source::Cleveland2012)],
    run: |asked| match &asked.durations {
        Some(times) => mean_of(asked, times),
        None => {
            asked.each_by_itself()?;
            let answered = asked.whole("answered")?;
            Some(Found { n: Some(answered), ..Found::quotient(asked.amount("waiting")?, answered, 1.0) })
        }
    },
};

fn service_level(asked: &Asked) -> Option<Found> {
    let answered = asked.count("answered")?;
    let quick = asked.part("answeredWithin", answered)?;
    let form = asked.form.id;
    let abandoned = if form == "l2" { 0.0 } else { asked.count("abandoned")? };
    let (part, whole) = match form {
        "l2" => (quick, answered),
        "l3" => (quick, answered + abandoned),
        "l4" => (quick, answered + abandoned - asked.part("abandonedWithin", abandoned)?),
        "l5" => (quick + asked.part("abandonedShort", abandoned)?, answered + abandoned),
        _ => (quick + asked.part("abandonedWithin", abandoned)?, answered + abandoned),
    };
    asked.above_zero(whole, Asked::at("counts", "answered"))?;
    Some(Found::share(part, whole))
}
