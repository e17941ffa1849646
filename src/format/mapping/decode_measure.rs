//! JSON to a measure: each family has its own fields.

use std::collections::BTreeMap;

use super::decode_tally::{customers, items, tally};
use crate::data::{CountPart, Family, Hours, Measure, MeasureKind, Resolved, Scale, SlaBasis};
use crate::format::json::{Object, Reader};

pub(super) fn measure(reader: &Reader) -> Option<Measure> {
    let mut object = reader.object()?;
    let id = object.required_text("id");
    let family = object.required("kpi").and_then(|field| field.word());
    let date = object.text("date");
    // Without its family no other field can be known.
    let kind = kind(family?, &mut object)?;
    object.finish();
    Some(Measure { id, kind, date })
}

fn kind(family: Family, object: &mut Object) -> Option<MeasureKind> {
    // What is already counted is counted so, whatever else the family can be read from.
    if object.has("counts") && family != Family::Counts {
        return tally(family, object);
    }
    match family {
        Family::Retention | Family::Churn if object.has("began") || object.has("ended") => {
            return Some(customers(family, object));
        }
        Family::Favourability | Family::Alpha if family == Family::Alpha || object.has("columns") => {
            let scale = scale(object);
            return Some(items(family, scale, object));
        }
        _ => {}
    }
    Some(match family {
        Family::Resolution => {
            MeasureKind::Resolution { limit: limit(object), hours: hours(object), resolved: resolved(object) }
        }
        Family::FirstReply => MeasureKind::FirstReply { limit: limit(object), hours: hours(object) },
        Family::Sla => MeasureKind::Sla {
            basis: object.word("denominator").unwrap_or(SlaBasis::Due),
            limit: limit(object),
            hours: hours(object),
            resolved: resolved(object),
        },
        Family::Csat => MeasureKind::Csat { column: object.required_text("column"), scale: scale(object) },
        Family::Favourability => {
            MeasureKind::Favourability { column: object.required_text("column"), scale: scale(object) }
        }
        Family::Nps => {
            MeasureKind::Nps { column: object.required_text("column"), words: words(object, 0, 10) }
        }
        Family::Retention => MeasureKind::Retention {
            column: object.required_text("column"),
            lost: texts(object, "lost", true),
            kept: texts(object, "kept", false),
        },
        Family::Counts => {
            MeasureKind::Counts { denominator: object.required_text("denominator"), part: part(object)? }
        }
        Family::Ces | Family::Ces1 | Family::Enps => {
            let (least, top) = MeasureKind::ends(family);
            let words = words(object, least as u32, top as u32);
            MeasureKind::Answers { family, column: object.required_text("column"), words }
        }
        _ => return tally(family, object),
    })
}

/// A limit in seconds.
fn limit(object: &mut Object) -> Option<f64> {
    // A century; what is longer is a mistake in the unit.
    object.number_in("limit", 0.0, 3.2e9)
}

fn hours(object: &mut Object) -> Hours {
    object.word("hours").unwrap_or(Hours::Calendar)
}

fn resolved(object: &mut Object) -> Resolved {
    object.word("resolved").unwrap_or(Resolved::Last)
}

fn scale(object: &mut Object) -> Scale {
    let top = object.field("scale").and_then(|field| field.whole_in(2, 100)).unwrap_or(5);
    Scale { top: top as i32, words: words(object, 1, top) }
}

fn words(object: &mut Object, least: u32, top: u32) -> BTreeMap<String, i32> {
    let Some(words) = object.field("words").and_then(|field| field.object()) else { return BTreeMap::new() };
    let point = |field: &Reader| field.whole_in(least, top).map(|point| point as i32);
    words.entries().filter_map(|(word, field)| Some((word.to_owned(), point(&field)?))).collect()
}

fn texts(object: &mut Object, name: &'static str, needed: bool) -> Vec<String> {
    let field = if needed { object.required(name) } else { object.field(name) };
    let items = field.and_then(|field| field.list()).unwrap_or_default();
    items.iter().filter_map(Reader::any_text).map(str::to_owned).collect()
}

/// The part that is given: the numerator or its complement, one of them.
fn part(object: &mut Object) -> Option<CountPart> {
    let (numerator, complement) = (object.text("numerator"), object.text("complement"));
    match (numerator, complement) {
        (Some(name), None) => Some(CountPart::Numerator(name)),
        (None, Some(name)) => Some(CountPart::Complement(name)),
        (Some(_), Some(_)) => {
            object.issues().push(
                crate::error::Issue::new("not-both", object.pointer().field("complement"))
                    .with("field", "numerator"),
            );
            None
        }
        (None, None) => {
            object.missing("numerator");
            None
        }
    }
}
