//! The waterfall: what a number is made of, step by step, and what it comes to.

use super::{given, legend, on_one, request, rows};
use crate::chart::bars::{Bars, Ink, Mark, Row};
use crate::error::Error;
use crate::format::json::Object;
use crate::wasm::scene::asked;

const WORDS: [&str; 4] = ["more", "less", "total", "unknown"];

/// Reads a request from JSON text, that of a `WaterfallRequest`.
///
/// # Errors
/// `json-syntax`, or `chart-invalid` with every issue.
///
/// ```
/// use throughline::wasm::scene::waterfall;
/// let request = r#"{ "width": 400, "steps": [{ "id": "csat", "label": "CSAT", "from": 0 }] }"#;
/// let error = waterfall(request).unwrap_err();
/// assert_eq!((error.issues()[0].code, error.issues()[0].at.as_str()), ("missing-field", "/steps/0"));
/// ```
pub fn waterfall(text: &str) -> Result<Bars, Error> {
    request(text, "steps", |object, items| {
        let rows = rows(&items, step);
        // A bar tells by its length: the scale begins at nothing, unless something lies below it.
        let values: Vec<f64> = rows.iter().flat_map(|row| &row.at).map(|(_, at)| *at).collect();
        let given = object.has("scale");
        let mut bars = on_one(object, joined(rows), &values);
        if let (false, Some(axis)) = (given, bars.axis.as_mut()) {
            let low = values.iter().copied().fold(0.0, f64::min);
            axis.scale.0 = if low < 0.0 { axis.scale.0 } else { 0.0 };
            bars.rows.iter_mut().for_each(|row| row.scale = axis.scale);
        }
        let legend = legend(object, signs(&bars.rows), &WORDS);
        Some(Bars { legend, ..bars })
    })
}

fn step(object: &mut Object, row: &mut Row) {
    let known = both(object, ["from", "to"]);
    let range = asked::span(object, ["low", "high"]);
    let total = given(object, "total").and_then(|field| field.flag()) == Some(true);
    if let Some((from, to)) = known {
        let ink = if total {
            Ink::Ink
        } else if to < from {
            Ink::Quiet
        } else {
            Ink::Accent
        };
        row.marks.push(Mark::Bar(from, to, ink, total));
        row.at = vec![("from", from), ("to", to)];
    }
    if let Some((low, high)) = range {
        row.marks.push(Mark::Hatched(low, high));
        row.at.extend([("low", low), ("high", high)]);
    }
    if row.marks.is_empty() {
        row.marks.push(Mark::Sealed);
    }
}

/// Two numbers in any order, or neither.
fn both(object: &mut Object, [one, other]: [&'static str; 2]) -> Option<(f64, f64)> {
    let [from, to] = [one, other].map(|name| given(object, name));
    match (&from, &to) {
        (None, Some(_)) => object.missing(one),
        (Some(_), None) => object.missing(other),
        _ => {}
    }
    let [from, to] =
        [from, to].map(|field| field.and_then(|field| field.number_in(-asked::LARGEST, asked::LARGEST)));
    Some((from?, to?))
}

/// Where a step ends the next one begins: a line says so.
fn joined(mut rows: Vec<Row>) -> Vec<Row> {
    let last = rows.len().saturating_sub(1);
    for row in rows.iter_mut().take(last) {
        let end = row.at.iter().find(|(name, _)| *name == "to" || *name == "low").map(|(_, at)| *at);
        row.marks.extend(end.map(Mark::Down));
    }
    rows
}

fn signs(rows: &[Row]) -> Vec<(&'static str, Mark)> {
    let marks = || rows.iter().flat_map(|row| &row.marks);
    let ink =
        |ink: Ink| marks().find(|mark| matches!(mark, Mark::Bar(_, _, each, _) if *each == ink)).cloned();
    let unknown = marks().find(|mark| matches!(mark, Mark::Hatched(..) | Mark::Sealed)).cloned();
    let signs = [
        ("more", ink(Ink::Accent)),
        ("less", ink(Ink::Quiet)),
        ("total", ink(Ink::Ink)),
        ("unknown", unknown),
    ];
    signs.into_iter().filter_map(|(name, mark)| Some((name, mark?))).collect()
}
