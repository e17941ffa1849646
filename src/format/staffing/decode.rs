//! JSON to a question about staffing.

use crate::format::json::{Object, Reader};
use crate::staffing::{Asked, Demand, MOST_AGENTS, Wanted};

/// The most calls in a period.
const MOST_CALLS: f64 = 1e7;
/// The longest time, in seconds: ten years.
const LONGEST: f64 = 315_576_000.0;
/// The most of paid time that can be spent on other things.
const MOST_SHRINKAGE: f64 = 0.95;

/// Reads the question that an object is.
#[must_use]
pub fn asked(reader: &Reader) -> Option<Asked> {
    let mut object = reader.object()?;
    let calls = object.required("calls").and_then(|field| field.number_in(0.0, MOST_CALLS));
    let period = object.required("period").and_then(|field| time(&field));
    let handling = object.required("handlingTime").and_then(|field| time(&field));
    let agents = object.required("agents").and_then(|field| field.whole_in(0, MOST_AGENTS));
    let within = object.required("within").and_then(|field| field.number_in(0.0, LONGEST));
    let patience = object.field("patience").and_then(|field| time(&field));
    let shrinkage = object.number_in("shrinkage", 0.0, MOST_SHRINKAGE).unwrap_or(0.0);
    let wanted = object.field("wanted").and_then(|field| wanted(&field));
    object.finish();
    let demand = Demand { calls: calls?, period: period?, handling: handling? };
    Some(Asked { demand, agents: agents?, shrinkage, patience, within: within?, wanted })
}

fn wanted(reader: &Reader) -> Option<Wanted> {
    let mut object = reader.object()?;
    let service_level = object.required("serviceLevel").and_then(|field| field.number_in(0.0, 1.0));
    let occupancy = share(&mut object, "occupancy").unwrap_or(1.0);
    object.finish();
    Some(Wanted { service_level: service_level?, occupancy })
}

fn share(object: &mut Object, name: &'static str) -> Option<f64> {
    above(&object.field(name)?, 1.0)
}

/// A length of time above 0, in seconds.
fn time(field: &Reader) -> Option<f64> {
    above(field, LONGEST)
}

fn above(field: &Reader, most: f64) -> Option<f64> {
    let number = field.number_in(0.0, most)?;
    if number <= 0.0 {
        field.report("not-above", [("limit", 0.0.into())]);
        return None;
    }
    Some(number)
}
