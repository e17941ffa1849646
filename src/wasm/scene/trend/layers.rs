//! What a trend is read against, layer by layer.

use super::super::asked::{at_most, given};
use super::points::{interval, points};
use super::{Clock, LARGEST};
use crate::chart::Signal;
use crate::chart::trend::{Ahead, Note, Phase, Shift, Trend, Zone};
use crate::format::json::{Object, Reader};

/// More notes than these are a wall of numbers.
const NOTES: usize = 40;
/// Zones, phases and intervals.
const FEW: usize = 50;
/// Targets, signals and times ahead.
const MANY: usize = 5_000;

pub(super) fn read(object: &mut Object, trend: &mut Trend, clock: &Clock) {
    let before = given(object, "before").and_then(|field| points(&field, clock));
    trend.before = before.map(|(series, _)| series).unwrap_or_default();
    trend.target = each(object, "target", MANY, |item| aim(item, clock));
    in_order(object, "target", &trend.target, |aim| aim.0);
    let shape = given(object, "targetShape").and_then(|field| field.position(&["steps", "line"]));
    trend.stepped = shape != Some(1);
    trend.zones = each(object, "zones", FEW, zone);
    trend.limits = each(object, "limits", FEW, |item| phase(item, clock));
    trend.signals = each(object, "signals", MANY, |item| shift(item, clock));
    trend.notes = each(object, "notes", NOTES, |item| note(item, clock));
    trend.forecast = each(object, "forecast", MANY, |item| ahead(item, clock));
    in_order(object, "forecast", &trend.forecast, |ahead| ahead.at);
    trend.stale = given(object, "stale").and_then(|field| clock.stretch(&field));
}

/// What is read of each item; those behind the last that may be are not looked at.
fn each<T>(
    object: &mut Object,
    name: &'static str,
    most: usize,
    read: impl Fn(&Reader) -> Option<T>,
) -> Vec<T> {
    let Some(field) = given(object, name) else { return Vec::new() };
    let items = field.list().unwrap_or_default();
    at_most(&field, items.len(), most);
    items.iter().take(most).filter_map(read).collect()
}

/// Times go one way, else `time-backwards` at the list's first that does not.
fn in_order<T>(object: &mut Object, name: &'static str, items: &[T], at: impl Fn(&T) -> f64) {
    let back = items.iter().zip(items.iter().skip(1)).position(|(one, next)| at(next) < at(one));
    if let (Some(before), Some(field)) = (back, object.field(name)) {
        let item = field.list().and_then(|list| list.get(before + 1).copied());
        item.unwrap_or(field).report("time-backwards", []);
    }
}

fn value(object: &mut Object, name: &'static str) -> Option<f64> {
    given(object, name).and_then(|field| field.number_in(-LARGEST, LARGEST))
}

fn required(object: &mut Object, name: &'static str) -> Option<f64> {
    object.required(name).and_then(|field| field.number_in(-LARGEST, LARGEST))
}

fn aim(item: &Reader, clock: &Clock) -> Option<(f64, f64)> {
    let mut object = item.object()?;
    let (at, value) = (clock.required(&mut object, "at"), required(&mut object, "value"));
    object.finish();
    Some((at?, value?))
}

fn zone(item: &Reader) -> Option<Zone> {
    const STATUS: [&str; 3] = ["on-track", "at-risk", "off-track"];
    const SIGNALS: [Signal; 3] = [Signal::OnTrack, Signal::AtRisk, Signal::OffTrack];
    let mut object = item.object()?;
    let status = object.required("status").and_then(|field| field.position(&STATUS));
    let low = value(&mut object, "from");
    let high = given(&mut object, "to").and_then(|field| field.number_in(low.unwrap_or(-LARGEST), LARGEST));
    object.finish();
    Some(Zone { low, high, signal: SIGNALS.get(status?).copied()? })
}

fn phase(item: &Reader, clock: &Clock) -> Option<Phase> {
    let mut object = item.object()?;
    let [from, to] = ["from", "to"].map(|name| given(&mut object, name).and_then(|field| clock.at(&field)));
    let centre = required(&mut object, "centre");
    let [lower, upper] = ["lower", "upper"].map(|name| value(&mut object, name));
    object.finish();
    Some(Phase { from, to, centre: centre?, lower, upper })
}

fn shift(item: &Reader, clock: &Clock) -> Option<Shift> {
    let mut object = item.object()?;
    let at = clock.required(&mut object, "at");
    let better = given(&mut object, "better").and_then(|field| field.flag());
    object.finish();
    Some(Shift { at: at?, better })
}

fn note(item: &Reader, clock: &Clock) -> Option<Note> {
    let mut object = item.object()?;
    let id = object.required_text("id");
    let label = given(&mut object, "label").and_then(|field| field.any_text()).unwrap_or_default().to_owned();
    let from = clock.required(&mut object, "from");
    let to = given(&mut object, "to").and_then(|field| {
        let to = clock.at(&field)?;
        if from.is_some_and(|from| to < from) {
            field.report("time-backwards", []);
        }
        Some(to)
    });
    object.finish();
    Some(Note { id, label, from: from?, to })
}

fn ahead(item: &Reader, clock: &Clock) -> Option<Ahead> {
    let mut object = item.object()?;
    let (at, mean) = (clock.required(&mut object, "at"), required(&mut object, "mean"));
    let intervals = each(&mut object, "intervals", 2, |item| {
        let mut object = item.object()?;
        let (low, high) = (object.required("low"), object.required("high"));
        object.finish();
        interval(&low?, &high?)
    });
    object.finish();
    Some(Ahead { at: at?, mean: mean?, intervals })
}
