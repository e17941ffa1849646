//! Partials of families whose formulas stand in the table of [`service`](super::service): the same formulas, fed
//! from what rows amount to.

use super::duration::of_durations;
use super::scale::not_offered;
use super::service::{self, Calculated, Form, Unit};
use super::{Estimate, Interval, Missing, Note, TimeUnit};
use crate::data::Family;
use crate::error::{Error, Issue};
use crate::plan::Variant;
use crate::snapshot::{MeasurePart, Partial, Shape, Tally};

/// What a partial gives by a variant of its family. In an unfinished period what is open past its date may still be
/// kept, so it is left out there.
#[inline(never)]
pub(super) fn of_family(
    part: &MeasurePart,
    partial: &Partial,
    variant: Variant,
    unit: Option<&str>,
    complete: bool,
) -> Estimate {
    let Some(family) = service::family(part.family.name()) else {
        return Estimate::missing(variant, Missing::new("no-data"));
    };
    let tally = match &partial.shape {
        Shape::Tally(tally) => Some(tally.as_ref()),
        _ => None,
    };
    let sign = unit.unwrap_or_default();
    let per = TimeUnit::from_sign(sign);
    if let Some(durations) = tally.and_then(|tally| tally.durations.as_ref()).filter(|_| of_each(variant)) {
        if per.is_none() {
            return no_time(variant, sign);
        }
        return of_durations(durations, variant, per);
    }
    if tally.is_some_and(|tally| !tally.answers.is_empty()) && partial.n < part.minimum {
        let why = Missing::new("suppressed").with("minimum", part.minimum as f64);
        return Estimate::missing(variant, why);
    }
    let name = variant.name();
    let Some(form) =
        family.form(&name).filter(|form| tally.is_none_or(|tally| fits(part.family, form, tally)))
    else {
        return not_offered(variant, family.id, &offered(part.family, family.forms, tally));
    };
    if form.unit == Unit::Time && per.is_none() {
        return no_time(variant, sign);
    }
    let asked = asked(part, partial, family, form, &name, complete);
    if let (Family::Clv, Some(tally)) = (part.family, tally) {
        return worth(part, tally, asked, variant);
    }
    match service::calculate(asked) {
        Ok(found) => of_calculated(found, variant, if form.unit == Unit::Time { per } else { None }),
        Err(error) => Estimate::missing(variant, why(&error)),
    }
}

/// What the formula of a family says beside its value; of several items also whether they make one scale.
pub(super) fn notes_of(part: &MeasurePart, partial: &Partial, variant: Variant) -> Vec<Note> {
    let of_items = match &partial.shape {
        Shape::Tally(tally) => part.family == Family::Favourability && !tally.items.is_empty(),
        Shape::Scale(_) => false,
        _ => return Vec::new(),
    };
    let calculated = |family: &'static service::Family, name: &str| {
        let asked = asked(part, partial, family, family.form(name)?, name, true);
        service::calculate(asked).ok()
    };
    let own = service::family(part.family.name()).and_then(|family| calculated(family, &variant.name()));
    let scale = service::family("cronbach-alpha").filter(|_| of_items);
    let scale = scale.and_then(|family| calculated(family, "alpha"));
    own.into_iter().chain(scale).flat_map(|found| found.notes).collect()
}

/// Whether a variant is read from the length of each case.
const fn of_each(variant: Variant) -> bool {
    matches!(variant, Variant::Mean | Variant::Median | Variant::Quantile { .. })
}

/// The simple lifetime value, of margin and retention a period as the counts of customers show them.
fn worth(part: &MeasurePart, tally: &Tally, mut asked: service::Asked, variant: Variant) -> Estimate {
    let count = |name: &str| tally.counts.get(name).copied().unwrap_or(0.0);
    let sum = |name: &str| tally.amounts.get(name).copied().unwrap_or(0.0);
    let (customers, start, lost) = (count("customers"), count("start"), count("lost"));
    if customers <= 0.0 || start <= 0.0 {
        return Estimate::missing(variant, Missing::new("zero-denominator"));
    }
    if lost > start {
        let why = Missing::new("numerator-above-denominator").with("numerator", lost);
        return Estimate::missing(variant, why.with("denominator", start));
    }
    let discount = part.told.as_ref().map_or(0.0, |told| told.discount);
    let margin = (sum("revenue") - sum("cost")) / customers;
    asked.numbers = vec![
        ("amounts", "margin", margin),
        ("amounts", "retention", 1.0 - lost / start),
        ("amounts", "discount", discount),
    ];
    match service::calculate(asked) {
        Ok(found) => Estimate { n: Some(customers as u64), ..of_calculated(found, variant, None) },
        // Nobody left, and nothing is worth less: the sum has no end.
        Err(_) => Estimate::missing(variant, Missing::new("no-finite-mean")),
    }
}

fn no_time(variant: Variant, unit: &str) -> Estimate {
    Estimate::missing(variant, Missing::new("unit-not-a-duration").with("unit", unit))
}

/// Whether the counts of a measure are those that a variant needs.
fn fits(family: Family, form: &Form, tally: &Tally) -> bool {
    let has = |name: &str| tally.counts.contains_key(name) || tally.amounts.contains_key(name);
    let needs: &[&str] = match (family, form.id) {
        (Family::Fcr, "net") => &["notResolvable"],
        (Family::Aht, "mean") => &[],
        (Family::Aht, part) => return has(part),
        (Family::ServiceLevel, "l1" | "l4") => &["abandoned", "abandonedWithin"],
        (Family::ServiceLevel, "l3") => &["abandoned"],
        (Family::ServiceLevel, "l5") => &["abandoned", "abandonedShort"],
        (Family::Abandonment, "without-short") => &["short"],
        (Family::Complaints, "in-time") => &["resolved", "resolvedInTime", "overdue"],
        (Family::Complaints, count) => return has(count),
        (Family::ClvHistorical, "margin") => &["cost"],
        (Family::ContactRate, "per-customer") => &["customers"],
        (Family::ContactRate, "per-order") => &["orders"],
        (Family::Sla, "due") => &["resolved", "breachedOpen"],
        (Family::Sla, whole) => return has(whole),
        _ => &[],
    };
    needs.iter().all(|name| has(name))
}

fn offered(family: Family, forms: &[Form], tally: Option<&Tally>) -> Vec<&'static str> {
    let fits = |form: &&Form| tally.is_none_or(|tally| fits(family, form, tally));
    let mut names: Vec<_> = forms.iter().filter(fits).map(|form| form.id).collect();
    if tally.is_some_and(|tally| tally.durations.is_some()) {
        names.extend(["median", "p90", "p90-nearest-rank"]);
    }
    names
}

fn asked(
    part: &MeasurePart,
    partial: &Partial,
    family: &'static service::Family,
    form: &'static Form,
    name: &str,
    complete: bool,
) -> service::Asked {
    let mut asked = service::Asked::new(family, form, name);
    match &partial.shape {
        Shape::Scale(answers) => {
            asked.top = part.scale.unwrap_or(asked.top);
            asked.answers = Some(("answers", answers.clone()));
        }
        Shape::Tally(tally) => {
            asked.top = part.scale.unwrap_or(asked.top);
            asked.moments.clone_from(&tally.items);
            if !tally.answers.is_empty() {
                asked.answers = Some(("answers", tally.answers.clone()));
            }
            let counts = tally.counts.iter().filter(|(name, _)| complete || **name != "overdue");
            asked.numbers.extend(counts.map(|(name, count)| ("counts", *name, *count)));
            if !complete && tally.counts.contains_key("overdue") {
                asked.numbers.push(("counts", "overdue", 0.0));
            }
            asked.numbers.extend(tally.amounts.iter().map(|(name, sum)| ("amounts", *name, *sum)));
            if part.family == Family::Aht {
                // A part that is not measured is no part of the time.
                let parts = ["talk", "hold", "wrap"].into_iter();
                let silent = parts.filter(|name| !tally.amounts.contains_key(name));
                asked.numbers.extend(silent.map(|name| ("amounts", name, 0.0)));
            }
        }
        _ => {}
    }
    asked.estimate = part.told.as_ref().and_then(|told| told.estimate.clone()).unwrap_or_default();
    asked
}

/// A calculated value as an estimate; lengths of time were calculated in seconds.
fn of_calculated(found: Calculated, variant: Variant, unit: Option<TimeUnit>) -> Estimate {
    let per = unit.map_or(1.0, TimeUnit::seconds);
    let scaled =
        |interval: Interval| Interval { low: interval.low / per, high: interval.high / per, ..interval };
    Estimate {
        value: found.value.map(|value| value / per),
        variant,
        n: found.n.map(|n| n.max(0.0) as u64),
        interval: found.interval.map(scaled),
        open: None,
        approximation: None,
    }
}

/// The first of what is wrong with the counts, as the reason that there is no value.
fn why(error: &Error) -> Missing {
    let Some(issue) = error.issues().first() else { return Missing::new("no-data") };
    let with = |code, renamed: &[(&str, &'static str)]| {
        renamed.iter().fold(Missing::new(code), |why, (from, to)| match issue.params.get(from) {
            Some(param) => why.with(to, param.clone()),
            None => why,
        })
    };
    match issue.code {
        "not-above" => Missing::new("zero-denominator"),
        "part-above-whole" => {
            with("numerator-above-denominator", &[("part", "numerator"), ("whole", "denominator")])
        }
        "missing-field" => with("not-counted", &[("field", "count")]),
        _ => place(issue),
    }
}

fn place(issue: &Issue) -> Missing {
    Missing::new("counts-at-fault").with("at", issue.at.as_str())
}
