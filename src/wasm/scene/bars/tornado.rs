//! The tornado: how far each of several numbers could move one, either way from what it is.

use super::{given, legend, number, on_one, request, rows, shapes};
use crate::chart::Signal;
use crate::chart::bars::{Bars, Ink, Mark, Row};
use crate::chart::heat::STATUSES;
use crate::error::Error;
use crate::format::json::Object;
use crate::wasm::scene::asked;
use crate::wasm::scene::heat::named;

const WORDS: [&str; 3] = ["worse", "better", "unknown"];

/// Reads a request from JSON text, that of a `TornadoRequest`.
///
/// # Errors
/// `json-syntax`, or `chart-invalid` with every issue.
///
/// ```
/// use throughline::wasm::scene::tornado;
/// let request = r#"{ "width": 400, "swings": [{ "id": "csat", "label": "CSAT", "worse": { "at": "low" } }] }"#;
/// let error = tornado(request).unwrap_err();
/// assert_eq!((error.issues()[0].code, error.issues()[0].at.as_str()), ("wrong-type", "/swings/0/worse/at"));
/// ```
pub fn tornado(text: &str) -> Result<Bars, Error> {
    request(text, "swings", |object, items| {
        let now = number(object, "now");
        let said = asked::text(object, "nowText");
        let rows = rows(&items, |object, row| swing(object, row, now));
        let values: Vec<f64> = rows.iter().flat_map(|row| &row.at).map(|(_, at)| *at).chain(now).collect();
        let bars = on_one(object, rows, &values);
        let signs = signs(&bars.rows);
        let legend = legend(object, signs, &WORDS);
        Some(Bars { line: now.map(|now| (now, said)), legend, ..bars })
    })
}

fn swing(object: &mut Object, row: &mut Row, now: Option<f64>) {
    let [worse, better] = ["worse", "better"].map(|name| end(object, name));
    row.at = [("worse", worse), ("better", better)]
        .into_iter()
        .filter_map(|(name, end)| Some((name, end?.0)))
        .collect();
    row.marks.push(Mark::Track);
    let from = now.or(better.map(|(at, _)| at)).or(worse.map(|(at, _)| at));
    for (end, ink) in [(worse, Ink::Quiet), (better, Ink::Accent)] {
        let (Some((at, _)), Some(from)) = (end, from) else { continue };
        row.marks.push(Mark::Bar(from, at, ink, false));
    }
    if worse.is_none() && better.is_none() {
        row.marks.push(Mark::Sealed);
    }
    for (at, flips) in [worse, better].into_iter().flatten() {
        row.marks.extend(flips.map(|signal| Mark::Shape(at, signal)));
    }
}

/// An end: where, and the status that it would flip to.
fn end(object: &mut Object, name: &'static str) -> Option<(f64, Option<Signal>)> {
    let mut end = given(object, name)?.object()?;
    let at = end.required("at").and_then(|field| field.number_in(-asked::LARGEST, asked::LARGEST));
    let flips = named(&mut end, "flips", &STATUSES);
    end.finish();
    Some((at?, flips))
}

fn signs(rows: &[Row]) -> Vec<(&'static str, Mark)> {
    let marks = || rows.iter().flat_map(|row| &row.marks);
    let ink =
        |ink: Ink| marks().find(|mark| matches!(mark, Mark::Bar(_, _, each, _) if *each == ink)).cloned();
    let unknown = marks().find(|mark| matches!(mark, Mark::Sealed)).cloned();
    let signs = [("worse", ink(Ink::Quiet)), ("better", ink(Ink::Accent)), ("unknown", unknown)];
    let flips = shapes(|signal| marks().any(|mark| matches!(mark, Mark::Shape(_, each) if *each == signal)));
    signs.into_iter().filter_map(|(name, mark)| Some((name, mark?))).chain(flips).collect()
}
