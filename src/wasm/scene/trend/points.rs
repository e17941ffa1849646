//! Points that are written out.

use super::super::asked::{at_most, given};
use super::{Clock, LARGEST, limits};
use crate::chart::trend::{Series, Spread, append};
use crate::format::json::{Object, Reader};

/// More than these are handed over as columns.
const MOST: usize = 20_000;

/// A series and its intervals.
pub(super) fn points(field: &Reader, clock: &Clock) -> Option<(Series, Vec<Spread>)> {
    let list = field.list()?;
    at_most(field, list.len(), MOST);
    let (mut at, mut value, mut spreads) = (Vec::new(), Vec::new(), Vec::new());
    let (mut places, mut wrong) = (Vec::new(), false);
    for point in list.iter().take(MOST) {
        let Some(mut object) = point.object() else { continue };
        let time = clock.required(&mut object, "at");
        let (number, spread) = valued(&mut object);
        object.finish();
        match time {
            Some(time) => {
                at.push(time);
                value.push(number.unwrap_or(f64::NAN));
                places.push(point);
                spreads.extend(spread.map(|(low, high)| Spread { at: time, low, high }));
            }
            None => wrong = true,
        }
    }
    let mut series = Series::default();
    let place = |index: usize, name: &'static str| {
        places.get(index).map_or_else(|| field.pointer(), |point| point.pointer().field(name))
    };
    match append(&mut series, &at, &value, limits(clock.per_day), &place) {
        Ok(()) => (!wrong).then_some((series, spreads)),
        Err(error) => {
            error.issues().iter().for_each(|issue| field.issues().push(issue.clone()));
            None
        }
    }
}

/// A value, absent where it is not known, and its interval.
fn valued(object: &mut Object) -> (Option<f64>, Option<(f64, f64)>) {
    let value = given(object, "value").and_then(|field| field.number_in(-LARGEST, LARGEST));
    let [low, high] = ["low", "high"].map(|name| given(object, name));
    let spread = match (low, high) {
        (Some(low), Some(high)) => interval(&low, &high),
        (None, Some(_)) => {
            object.missing("low");
            None
        }
        (Some(_), None) => {
            object.missing("high");
            None
        }
        (None, None) => None,
    };
    (value, spread)
}

/// Two ends, the upper one no lower than the other.
pub(super) fn interval(low: &Reader, high: &Reader) -> Option<(f64, f64)> {
    let from = low.number_in(-LARGEST, LARGEST);
    let to = high.number_in(from.unwrap_or(-LARGEST), LARGEST)?;
    Some((from?, to))
}
