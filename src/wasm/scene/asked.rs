//! What every picture without a board is asked with: a size, a direction, a type, colours; lists of things with ids, what is
//! lit.

use super::dress;
use crate::chart::sheet::Sheet;
use crate::chart::{Direction, Palette};
use crate::error::Params;
use crate::format::json::{Object, Reader, Value};
use crate::plan::nearest;

/// A number beyond these, either way, is none that anybody reads off a picture.
pub(super) const LARGEST: f64 = 1e15;
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

/// What a picture lies on; none without a width.
pub(super) fn sheet(object: &mut Object) -> Option<Sheet> {
    let Look { width, ratio, direction, font, palette } = look(object);
    Some(Sheet { width: width?, ratio, direction, font, palette })
}

/// A text, empty where there is none.
pub(super) fn text(object: &mut Object, name: &'static str) -> String {
    given(object, name).and_then(|field| field.any_text()).unwrap_or_default().to_owned()
}

/// Both numbers of a span, the second no lower than the first, or neither.
pub(super) fn span(object: &mut Object, [from, to]: [&'static str; 2]) -> Option<(f64, f64)> {
    let [low, high] = [from, to].map(|name| given(object, name));
    match (&low, &high) {
        (None, Some(_)) => object.missing(from),
        (Some(_), None) => object.missing(to),
        _ => {}
    }
    let [low, end] = [low, high].map(|field| field.and_then(|field| field.number_in(-LARGEST, LARGEST)));
    if let (Some(low), Some(end), Some(field)) = (low, end, high)
        && end < low
    {
        field.report("out-of-range", [("min", low.into())]);
    }
    Some((low?, end?))
}

/// The items of a list that must be there, as many as are allowed.
pub(super) fn items<'a>(
    object: &mut Object<'a>,
    name: &'static str,
    (least, most): (usize, usize),
) -> Vec<Reader<'a>> {
    let Some(field) = object.required(name) else { return Vec::new() };
    let mut items = field.list().unwrap_or_default();
    if items.len() < least && matches!(field.value(), Value::Array(_)) {
        field.report("too-few", [("min", (least as f64).into()), ("found", (items.len() as f64).into())]);
    }
    at_most(&field, items.len(), most);
    items.truncate(most);
    items
}

/// Reports the second of two items with one id; `id` gives none where it could not be read.
pub(super) fn distinct<T>(items: &[Reader], read: &[T], id: impl Fn(&T) -> &str) {
    for (at, (item, one)) in items.iter().zip(read).enumerate() {
        let first = read.iter().take(at).position(|before| !id(one).is_empty() && id(before) == id(one));
        if let Some(first) = first.and_then(|first| items.get(first)) {
            item.report("duplicate-id", [("id", id(one).into()), ("first", first.pointer().as_str().into())]);
        }
    }
}

/// The place of an id in a list of things; reported where nothing has it.
pub(super) fn reference<T>(field: &Reader, among: &[T], id: impl Fn(&T) -> &str) -> Option<usize> {
    let wanted = field.any_text()?;
    let found = among.iter().position(|each| id(each) == wanted);
    if found.is_none() {
        let mut params = Params(vec![("id", wanted.into())]);
        params.0.extend(nearest(wanted, among.iter().map(&id)).map(|near| ("nearest", near.into())));
        field.report_with("unknown-reference", params);
    }
    found
}

/// The place of the thing that a field names.
pub(super) fn lit<T>(
    object: &mut Object,
    name: &'static str,
    among: &[T],
    id: impl Fn(&T) -> &str,
) -> Option<usize> {
    reference(&given(object, name)?, among, id)
}

/// The words of a legend, by name.
pub(super) fn words(object: &mut Object, names: &[&'static str]) -> Vec<(&'static str, String)> {
    let Some(mut object) = given(object, "words").and_then(|field| field.object()) else { return Vec::new() };
    let words = names.iter().map(|name| (*name, text(&mut object, name))).collect();
    object.finish();
    words
}
