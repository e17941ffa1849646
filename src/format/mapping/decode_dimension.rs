//! The columns that split rows, and the pairs of them.

use crate::data::{Dimension, Mapping};
use crate::format::json::{Object, Reader};

/// The dimension that is written alone, or the list of them.
pub fn dimensions(object: &mut Object) -> Vec<Dimension> {
    let mut dimensions = Vec::new();
    dimensions.extend(object.text("dimension").map(Dimension::plain));
    if let Some(field) = object.field("dimensions") {
        several(&field, &mut dimensions);
    }
    dimensions
}

#[inline(never)]
fn several(reader: &Reader, dimensions: &mut Vec<Dimension>) {
    if !dimensions.is_empty() {
        reader.report("not-both", []);
    }
    for (place, reader) in reader.list().unwrap_or_default().iter().enumerate() {
        let Some(dimension) = dimension(reader) else { continue };
        let most = Mapping::MOST_DIMENSIONS as f64;
        if place >= Mapping::MOST_DIMENSIONS {
            let count = place as f64 + 1.0;
            reader
                .report("out-of-range", [("value", count.into()), ("min", 0.0.into()), ("max", most.into())]);
        } else if dimensions.iter().any(|known| known.column == dimension.column) {
            reader.report("listed-twice", [("value", dimension.column.into())]);
        } else {
            dimensions.push(dimension);
        }
    }
}

fn dimension(reader: &Reader) -> Option<Dimension> {
    if reader.value().is_string() {
        return reader.text().map(Dimension::plain);
    }
    let mut object = reader.object()?;
    let column = object.required_text("column");
    let person = object.flag("person").unwrap_or(false);
    let publish = object.flag("publish").unwrap_or(false);
    object.finish();
    // Only people can be withheld.
    (!column.is_empty()).then_some(Dimension { column, person, publish: publish && person })
}

/// The pairs of dimensions, by their places.
pub(super) fn cross(object: &mut Object, dimensions: &[Dimension]) -> Vec<(u8, u8)> {
    object.field("cross").map(|field| pairs(&field, dimensions)).unwrap_or_default()
}

#[inline(never)]
fn pairs(reader: &Reader, dimensions: &[Dimension]) -> Vec<(u8, u8)> {
    let mut pairs: Vec<(u8, u8)> = Vec::new();
    for reader in &reader.list().unwrap_or_default() {
        let list = reader.list().unwrap_or_default();
        let [one, other] = list.as_slice() else {
            reader.wrong_type("pair");
            continue;
        };
        let (Some(one), Some(two)) = (place(one, dimensions), place(other, dimensions)) else { continue };
        let pair = (one.min(two), one.max(two));
        if one == two || pairs.contains(&pair) {
            other.report("listed-twice", [("value", other.any_text().unwrap_or_default().into())]);
        } else {
            pairs.push(pair);
        }
    }
    pairs
}

/// The place of the dimension that is named.
fn place(reader: &Reader, dimensions: &[Dimension]) -> Option<u8> {
    let name = reader.text()?;
    let place = dimensions.iter().position(|each| each.column == name);
    if place.is_none() {
        let allowed: Vec<String> = dimensions.iter().map(|each| each.column.clone()).collect();
        let mut params = vec![("value", name.into()), ("allowed", allowed.into())];
        let near = crate::plan::nearest(name, dimensions.iter().map(|each| each.column.as_str()));
        params.extend(near.map(|near| ("nearest", near.into())));
        let issue = crate::error::Issue {
            code: "unknown-value",
            at: reader.pointer(),
            params: crate::error::Params(params),
        };
        reader.issues().push(issue);
    }
    place.map(|place| place as u8)
}
