//! Counts and sums by name: few snapshots have them, so none of this is in what a first picture needs.

use std::collections::BTreeMap;

use super::{MOST, durations, points};
use crate::calendar::{Cycle, Period};
use crate::data::{Family, Summed};
use crate::format::json::{Object, Reader};
use crate::format::mapping::names;
use crate::snapshot::{Answers, Shape, Tally, Told};
use crate::stats::Moments;

#[inline(never)]
pub(super) fn told(object: &mut Object) -> Box<Told> {
    Box::new(Told {
        rule: object.required_text("rule"),
        opening: object.number_in("opening", 0.0, MOST).unwrap_or(0.0),
        estimate: object.text("estimate"),
        discount: object.number_in("discount", 0.0, 10.0).unwrap_or(0.0),
    })
}

#[inline(never)]
pub(super) fn counted(object: &mut Object, family: Family, n: u64, cycle: Cycle) -> Option<Shape> {
    let of_items = matches!(family, Family::Alpha | Family::Favourability);
    // Every field is taken before any is missed, so that none that is known is told as unknown.
    let counts = object.required("counts");
    let (amounts, ended) = (object.field("amounts"), object.field("ended"));
    let level = object.flag("level").unwrap_or(false);
    let items: Vec<Moments> = object.list("items").iter().filter_map(item).collect();
    let durations = object.has("durations").then(|| durations(object, n));
    let answers = of_items.then(|| object.required("answers"));
    let named = |field: Option<Reader<'_>>| match field {
        Some(field) => numbers(&field, family, false),
        None => Some(BTreeMap::new()),
    };
    let durations = match durations {
        Some(read) => Some(read?),
        None => None,
    };
    let answers = match answers {
        Some(field) => points(&field?)?,
        None => Answers::default(),
    };
    let (counts, amounts) = (numbers(&counts?, family, true)?, named(amounts)?);
    let ended = match ended {
        Some(field) => Some(periods(&field, cycle)?),
        None => None,
    };
    Some(Shape::Tally(Box::new(Tally { counts, amounts, durations, level, ended, items, answers })))
}

fn item(reader: &Reader) -> Option<Moments> {
    let mut object = reader.object()?;
    let n = super::count(&mut object, "n");
    let mean = object.required("mean").and_then(|field| field.number_in(0.0, MOST));
    let deviations = object.required("deviations").and_then(|field| field.number_in(0.0, f64::INFINITY));
    object.finish();
    Moments::from_parts(n?, mean?, deviations?)
}

/// Counts by the period that something began in.
fn periods(field: &Reader, cycle: Cycle) -> Option<BTreeMap<Period, u64>> {
    let mut counts = BTreeMap::new();
    for (label, count) in field.object()?.entries() {
        let period = Period::parse_in(label, cycle.calendar)
            .filter(|period| period.granularity() == cycle.granularity);
        match (period, count.count(0)) {
            (Some(period), Some(count)) => {
                counts.insert(period, count);
            }
            (None, _) => count.report("not-a-period", [("value", label.into())]),
            (Some(_), None) => {}
        }
    }
    Some(counts)
}

fn numbers(field: &Reader, family: Family, counts: bool) -> Option<BTreeMap<&'static str, f64>> {
    let mut object = field.object()?;
    let mut numbers = BTreeMap::new();
    for name in names::of(family).iter().filter(|name| (name.of == Summed::Count) == counts) {
        let least = if name.of == Summed::Money { -MOST } else { 0.0 };
        if let Some(number) = object.number_in(name.name, least, MOST) {
            numbers.insert(name.name, number);
        }
    }
    object.finish();
    Some(numbers)
}
