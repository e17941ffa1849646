//! Counts and sums by name: few snapshots have them, so none of this is in what a first picture needs.

use std::collections::BTreeMap;

use super::{MOST, durations};
use crate::data::{Family, Summed};
use crate::format::json::{Object, Reader};
use crate::format::mapping::names;
use crate::snapshot::{Shape, Tally, Told};

#[inline(never)]
pub(super) fn told(object: &mut Object) -> Box<Told> {
    Box::new(Told {
        rule: object.required_text("rule"),
        opening: object.number_in("opening", 0.0, MOST).unwrap_or(0.0),
        estimate: object.text("estimate"),
    })
}

#[inline(never)]
pub(super) fn counted(object: &mut Object, family: Family, n: u64) -> Option<Shape> {
    let (counts, amounts) = (object.required("counts"), object.field("amounts"));
    let durations = match object.has("durations") {
        true => Some(durations(object, n)?),
        false => None,
    };
    let counts = numbers(&counts?, family, true)?;
    let amounts = match amounts {
        Some(field) => numbers(&field, family, false)?,
        None => BTreeMap::new(),
    };
    Some(Shape::Tally(Box::new(Tally { counts, amounts, durations })))
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
