//! Requests of rows along a scale, read off JSON: bullets, tornado, waterfall, status counts.

mod bullets;
mod counts;
mod tornado;
mod waterfall;

pub use bullets::bullets;
pub use counts::counts;
pub use tornado::tornado;
pub use waterfall::waterfall;

use super::asked::{self, LARGEST, given};
use crate::chart::Signal;
use crate::chart::bars::{Axis, Bars, Mark, Row};
use crate::chart::heat::STATUSES;
use crate::error::Error;
use crate::format::json::{self, Object, Reader};

/// More rows than these are a table.
const ROWS: (usize, usize) = (0, 100);
/// More marks of an axis than these lie over one another.
const MARKS: (usize, usize) = (0, 24);

/// Reads a whole request: its own fields by `read`, and those that all have.
fn request(
    text: &str,
    list: &'static str,
    read: impl Fn(&mut Object, Vec<Reader>) -> Option<Bars>,
) -> Result<Bars, Error> {
    json::document(text, "chart-invalid", |reader| {
        let mut object = reader.object()?;
        let sheet = asked::sheet(&mut object);
        let items = asked::items(&mut object, list, ROWS);
        let made = read(&mut object, items);
        let made = made.map(|bars| Bars {
            select: lit(&mut object, "select", &bars),
            hover: lit(&mut object, "hover", &bars),
            ..bars
        });
        object.finish();
        Some(Bars { sheet: sheet?, ..made? })
    })
}

/// What is lit: a row by its id, or a part of one by its row and column.
fn lit(object: &mut Object, name: &'static str, bars: &Bars) -> Option<(usize, usize)> {
    if bars.rows.iter().all(|row| row.parts.is_empty()) {
        return Some((asked::lit(object, name, &bars.rows, |row| &row.id)?, 0));
    }
    let field = given(object, name)?;
    let mut place = field.object()?;
    let row = place.required("row").and_then(|field| asked::reference(&field, &bars.rows, |row| &row.id));
    let part = place.required("column").and_then(|field| {
        let parts = &bars.rows.get(row?)?.parts;
        asked::reference(&field, parts, |part| &part.0)
    });
    place.finish();
    Some((row?, part?))
}

/// The rows, no two of one id.
fn rows<'a>(items: &[Reader<'a>], read: impl Fn(&mut Object<'a>, &mut Row)) -> Vec<Row> {
    let rows: Vec<Row> = items.iter().map(|item| row(item, &read).unwrap_or_default()).collect();
    asked::distinct(items, &rows, |row| &row.id);
    rows
}

fn row<'a>(item: &Reader<'a>, read: &impl Fn(&mut Object<'a>, &mut Row)) -> Option<Row> {
    let mut object = item.object()?;
    let (id, label) = (object.required_text("id"), object.required_text("label"));
    let [note, text] = ["note", "text"].map(|name| asked::text(&mut object, name));
    let mut row = Row { id, label, note, text, ..Row::default() };
    read(&mut object, &mut row);
    object.finish();
    Some(row)
}

/// The rows on one scale, that told or the one that holds all of `values`.
fn on_one(object: &mut Object, rows: Vec<Row>, values: &[f64]) -> Bars {
    let axis = given(object, "scale").map_or_else(|| Some(around(values)), |field| axis(&field));
    let axis = axis.unwrap_or_else(|| around(values));
    let rows = rows.into_iter().map(|row| Row { scale: axis.scale, ..row }).collect();
    Bars { rows, axis: Some(axis), ..Bars::default() }
}

/// A scale that holds all values, with a little room at both ends.
fn around(values: &[f64]) -> Axis {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let room = if low < high { (high - low) * 0.04 } else { 0.5 };
    let scale = if low <= high { (low - room, high + room) } else { (0.0, 1.0) };
    Axis { scale, marks: Vec::new() }
}

fn axis(field: &Reader) -> Option<Axis> {
    let mut object = field.object()?;
    let scale = ends(&mut object);
    let marks = given(&mut object, "marks").map(|field| (field, field.list().unwrap_or_default()));
    let marks = marks.map(|(field, marks)| {
        asked::at_most(&field, marks.len(), MARKS.1);
        marks.iter().filter_map(|mark| written(mark, scale)).collect()
    });
    object.finish();
    Some(Axis { scale: scale?, marks: marks.unwrap_or_default() })
}

/// Both ends of a scale, the second above the first.
fn ends(object: &mut Object) -> Option<(f64, f64)> {
    let low = object.required("low").and_then(|field| field.number_in(-LARGEST, LARGEST));
    let high = object.required("high").and_then(|field| {
        let high = field.number_in(-LARGEST, LARGEST)?;
        low.map_or(Some(high), |low| asked::above(&field, high, low))
    });
    Some((low?, high?))
}

fn written(mark: &Reader, scale: Option<(f64, f64)>) -> Option<(f64, String)> {
    let mut object = mark.object()?;
    let at = object.required("at").and_then(|field| on(&field, scale));
    let label = object.required_text("label");
    object.finish();
    Some((at?, label))
}

/// A number on a scale, where that is known.
fn on(field: &Reader, scale: Option<(f64, f64)>) -> Option<f64> {
    let (low, high) = scale.unwrap_or((-LARGEST, LARGEST));
    field.number_in(low, high)
}

fn number(object: &mut Object, name: &'static str) -> Option<f64> {
    given(object, name)?.number_in(-LARGEST, LARGEST)
}

/// A legend of what is to be seen: each mark with the word of its name.
fn legend(
    object: &mut Object,
    marks: Vec<(&'static str, Mark)>,
    names: &[&'static str],
) -> Vec<(Mark, String)> {
    let known: Vec<&'static str> = names.iter().copied().chain(STATUSES.map(|(name, _)| name)).collect();
    let words = asked::words(object, &known);
    let told = |name: &str| words.iter().find(|(each, word)| *each == name && !word.is_empty());
    let word = |name: &str| told(name).map(|(_, word)| word.clone());
    marks.into_iter().filter_map(|(name, mark)| Some((mark, word(name)?))).collect()
}

/// The shapes of the statuses that hold, in the order of the list.
fn shapes(holds: impl Fn(Signal) -> bool) -> Vec<(&'static str, Mark)> {
    let shown = STATUSES.iter().filter(|(_, signal)| holds(*signal));
    shown.map(|(name, signal)| (*name, Mark::Shape(0.5, *signal))).collect()
}

#[cfg(test)]
mod tests;
