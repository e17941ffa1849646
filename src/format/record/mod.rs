//! Records as JSON: one object, or a list of them.

pub mod wire;

use crate::calendar::Date;
use crate::error::Error;
use crate::format::json::{self, Issues, Object, Reader};
use crate::plan::{Amount, Entry, LARGEST, Record};

/// Reads records from JSON text.
///
/// # Errors
/// `json-syntax`, or `record-invalid` with every issue.
///
/// ```
/// use throughline::format::record;
/// let records = record::decode(r#"{ "kpi": "csat", "at": "2026-10-31", "numerator": 74, "denominator": 107 }"#)?;
/// assert_eq!(records[0].subject, "csat");
/// let error = record::decode(r#"[{ "kpi": "csat", "at": "31.10.2026", "value": 4 }]"#).unwrap_err();
/// assert_eq!(error.issues()[0].at.as_str(), "/0/at");
/// # Ok::<(), throughline::error::Error>(())
/// ```
pub fn decode(text: &str) -> Result<Vec<Record>, Error> {
    let value = json::parse(text)?;
    let issues = Issues::new();
    let root = Reader::root(&value, &issues);
    let records = if value.is_array() {
        root.list().unwrap_or_default().iter().filter_map(record).collect()
    } else {
        record(&root).into_iter().collect()
    };
    issues.finish("record-invalid")?;
    Ok(records)
}

/// Writes records as JSON text; reading it gives the same records.
#[must_use]
pub fn encode(records: &[Record]) -> String {
    let list: Vec<_> = records.iter().map(wire::Record::from).collect();
    json::compact(&list)
}

fn record(reader: &Reader) -> Option<Record> {
    let mut object = reader.object()?;
    let at = object.required_date("at");
    let actor = object.text("actor");
    let (subject, entry) = if object.has("action") {
        (object.required_text("action"), progress(&mut object))
    } else {
        (object.required_text("kpi"), value(&mut object))
    };
    object.finish();
    Some(Record { subject, at: at.unwrap_or(Date::MIN), entry: entry?, actor })
}

fn progress(object: &mut Object) -> Option<Entry> {
    if object.flag("remove") == Some(true) {
        return Some(Entry::RemoveProgress);
    }
    Some(Entry::Progress(object.required("progress")?.number_in(0.0, 1.0)?))
}

fn value(object: &mut Object) -> Option<Entry> {
    if object.flag("remove") == Some(true) {
        return Some(Entry::RemoveValue);
    }
    let amount = amount(object);
    let n = object.field("n").and_then(|field| field.count(1));
    let interval = interval(object);
    Some(Entry::Value { amount: amount?, n, interval })
}

/// A number no larger than one of a plan.
fn bounded(field: &Reader) -> Option<f64> {
    field.number_in(-LARGEST, LARGEST)
}

fn required(object: &mut Object, name: &'static str) -> Option<f64> {
    object.required(name).as_ref().and_then(bounded)
}

/// Counts where either is written; a value beside them is one too many.
fn amount(object: &mut Object) -> Option<Amount> {
    if !object.has("numerator") && !object.has("denominator") {
        return required(object, "value").map(Amount::Value);
    }
    let numerator = required(object, "numerator");
    let field = object.required("denominator");
    let denominator = field.as_ref().and_then(bounded);
    if let Some(field) = field.filter(|_| denominator.is_some_and(|number| number <= 0.0)) {
        field.report("out-of-range", [("min", 0.0.into())]);
    }
    Some(Amount::Counts { numerator: numerator?, denominator: denominator? })
}

/// Both ends or none, the lower first.
fn interval(object: &mut Object) -> Option<(f64, f64)> {
    let [low, high] = ["low", "high"].map(|name| object.field(name).as_ref().and_then(bounded));
    for (one, other) in [("low", "high"), ("high", "low")] {
        if object.has(one) && !object.has(other) {
            object.missing(other);
        }
    }
    let (low, high) = low.zip(high)?;
    if low > high
        && let Some(field) = object.field("high")
    {
        field.report("out-of-range", [("min", low.into())]);
    }
    Some((low, high))
}
