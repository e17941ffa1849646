//! Bullets: a value on its own scale, beside target, baseline and what others reach.

use super::{asked, ends, given, legend, on, request, rows};
use crate::chart::bars::{Bars, Ink, Mark, Row};
use crate::chart::heat::STATUSES;
use crate::error::Error;
use crate::format::json::{Object, Reader};
use crate::wasm::scene::heat::named;

/// More bands than these cannot be told apart.
const BANDS: usize = 3;
const WORDS: [&str; 6] = ["value", "target", "baseline", "benchmark", "interval", "unknown"];

/// Reads a request from JSON text, that of a `BulletsRequest`.
///
/// # Errors
/// `json-syntax`, or `chart-invalid` with every issue.
///
/// ```
/// use throughline::wasm::scene::bullets;
/// let request = r#"{ "width": 400, "bullets": [{ "id": "csat", "label": "CSAT", "value": 120, "scale": { "low": 0, "high": 100 } }] }"#;
/// let error = bullets(request).unwrap_err();
/// assert_eq!((error.issues()[0].code, error.issues()[0].at.as_str()), ("out-of-range", "/bullets/0/value"));
/// ```
pub fn bullets(text: &str) -> Result<Bars, Error> {
    request(text, "bullets", |object, items| {
        let rows = rows(&items, bullet);
        let gauge = given(object, "as").and_then(|field| field.position(&["bullet", "gauge"])) == Some(1);
        let legend = legend(object, signs(&rows), &WORDS);
        Some(Bars { rows, gauge, legend, ..Bars::default() })
    })
}

fn bullet(object: &mut Object, row: &mut Row) {
    let scale = object.required("scale").and_then(|field| scale(&field, row));
    row.scale = scale.unwrap_or((0.0, 1.0));
    for (from, to, band) in bands(object, scale) {
        row.marks.push(Mark::Bar(from, to, Ink::Band(band), true));
    }
    let mut at = |name: &'static str| given(object, name).and_then(|field| on(&field, scale));
    let [value, target, baseline, benchmark] = ["value", "target", "baseline", "benchmark"].map(&mut at);
    let interval = asked::span(object, ["low", "high"]);
    let signal = named(object, "status", &STATUSES);
    match value {
        Some(value) => {
            row.marks.push(Mark::Bar(row.scale.0, value, signal.map_or(Ink::Accent, Ink::Status), false))
        }
        None => row.marks.push(Mark::Sealed),
    }
    if let Some((low, high)) = interval.filter(|_| value.is_some()) {
        row.marks.push(Mark::Whisker(low, high));
    }
    row.marks.extend(baseline.map(Mark::Ring));
    row.marks.extend(benchmark.map(Mark::Diamond));
    row.marks.extend(target.map(|target| Mark::Stroke(target, Ink::Ink, 3.0)));
    let named = [("value", value), ("target", target), ("baseline", baseline), ("benchmark", benchmark)];
    row.at = named.into_iter().filter_map(|(name, at)| Some((name, at?))).collect();
    row.at.extend(interval.into_iter().flat_map(|(low, high)| [("low", low), ("high", high)]));
}

/// The ends of the scale, and what is written there.
fn scale(field: &Reader, row: &mut Row) -> Option<(f64, f64)> {
    let mut object = field.object()?;
    let scale = ends(&mut object);
    row.ends = (asked::text(&mut object, "lowText"), asked::text(&mut object, "highText"));
    object.finish();
    scale
}

/// From one bound to the next: the grounds of the scale, the lowest first.
fn bands(object: &mut Object, scale: Option<(f64, f64)>) -> Vec<(f64, f64, usize)> {
    let Some(field) = given(object, "bands") else { return vec![ground(scale)] };
    let list = field.list().unwrap_or_default();
    asked::at_most(&field, list.len(), BANDS);
    let (mut from, high) = scale.unwrap_or((0.0, 1.0));
    let mut bands = Vec::new();
    for bound in list.iter().take(BANDS) {
        let Some(to) = on(bound, scale).and_then(|to| asked::above(bound, to, from)) else { continue };
        bands.push((from, to, BANDS - bands.len()));
        from = to;
    }
    bands.push((from, high, BANDS - bands.len()));
    bands
}

fn ground(scale: Option<(f64, f64)>) -> (f64, f64, usize) {
    let (low, high) = scale.unwrap_or((0.0, 1.0));
    (low, high, 0)
}

/// What is to be seen in any of the rows.
fn signs(rows: &[Row]) -> Vec<(&'static str, Mark)> {
    let any =
        |holds: fn(&Mark) -> bool| rows.iter().flat_map(|row| &row.marks).find(|mark| holds(mark)).cloned();
    let signs = [
        ("value", any(|mark| matches!(mark, Mark::Bar(_, _, Ink::Accent | Ink::Status(_), false)))),
        ("target", any(|mark| matches!(mark, Mark::Stroke(..)))),
        ("baseline", any(|mark| matches!(mark, Mark::Ring(_)))),
        ("benchmark", any(|mark| matches!(mark, Mark::Diamond(_)))),
        ("interval", any(|mark| matches!(mark, Mark::Whisker(..)))),
        ("unknown", any(|mark| matches!(mark, Mark::Sealed))),
    ];
    signs.into_iter().filter_map(|(name, mark)| Some((name, mark?))).collect()
}
