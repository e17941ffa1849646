//! What every picture without a board is asked with: a size, a direction, a type, colours.

use super::dress;
use crate::chart::{Direction, Palette};
use crate::format::json::{Object, Reader, Value};

/// CSS pixels.
const WIDTHS: (f64, f64) = (240.0, 4000.0);

/// How it is to look.
pub(super) struct Look {
    pub width: Option<f64>,
    pub ratio: f64,
    pub direction: Direction,
    pub font: String,
    pub palette: Palette,
}

pub(super) fn look(object: &mut Object) -> Look {
    let width = object.required("width").and_then(|field| field.number_in(WIDTHS.0, WIDTHS.1));
    let ratio = given(object, "ratio").and_then(|field| field.number_in(0.25, 8.0)).unwrap_or(1.0);
    let way = given(object, "direction").and_then(|field| field.position(&["ltr", "rtl"]));
    let direction = if way == Some(1) { Direction::Rtl } else { Direction::Ltr };
    let font =
        given(object, "font").and_then(|field| field.text()).unwrap_or("system-ui, sans-serif").to_owned();
    let mut palette = Palette::LIGHT;
    dress::palette(&mut palette, given(object, "palette").and_then(|field| field.object()));
    Look { width, ratio, direction, font, palette }
}

/// A field with something in it: `null` says as little as none.
pub(super) fn given<'a>(object: &mut Object<'a>, name: &'static str) -> Option<Reader<'a>> {
    object.field(name).filter(|field| !matches!(field.value(), Value::Null))
}

/// A number above a limit, else `not-above`.
pub(super) fn above(field: &Reader, number: f64, limit: f64) -> Option<f64> {
    if number <= limit {
        field.report("not-above", [("limit", limit.into())]);
        return None;
    }
    Some(number)
}

/// No more of a list than there may be, else `too-many`.
pub(super) fn at_most(field: &Reader, found: usize, max: usize) {
    if found > max {
        field.report("too-many", [("max", (max as f64).into()), ("found", (found as f64).into())]);
    }
}
