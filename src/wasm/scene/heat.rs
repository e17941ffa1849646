//! A request of rows against columns, read off JSON: the heat map and the alignment matrix.

use super::asked::{self, given};
use crate::chart::heat::{Cell, Grid, Head, Kind, PROOFS, STATUSES};
use crate::error::Error;
use crate::format::json::{self, Object, Reader};

/// More rows or columns than these are no picture.
const ROWS: (usize, usize) = (0, 100);
const COLUMNS: (usize, usize) = (0, 60);
const CELLS: (usize, usize) = (0, ROWS.1 * COLUMNS.1);

const WORDS: [&str; 8] =
    ["low", "high", "suppressed", "unknown", "consistent", "contradicts", "no-support", "untestable"];

/// Reads a request from JSON text, that of a `HeatMapRequest` or an `AlignmentMatrixRequest`.
///
/// # Errors
/// `json-syntax`, or `chart-invalid` with every issue.
///
/// ```
/// use throughline::chart::heat::Kind;
/// use throughline::wasm::scene::heat;
/// let request = r#"{ "width": 400, "rows": [{ "id": "a", "label": "A" }], "columns": [],
///     "cells": [{ "row": "b", "column": "c", "value": "7" }] }"#;
/// let error = heat(request, Kind::Heat).unwrap_err();
/// let issues: Vec<_> = error.issues().iter().map(|issue| (issue.code, issue.at.as_str())).collect();
/// assert_eq!(issues, [
///     ("unknown-reference", "/cells/0/row"), ("unknown-reference", "/cells/0/column"), ("wrong-type", "/cells/0/value"),
/// ]);
/// ```
pub fn heat(text: &str, kind: Kind) -> Result<Grid, Error> {
    json::document(text, "chart-invalid", |reader| asked_for(reader, kind))
}

fn asked_for(reader: &Reader, kind: Kind) -> Option<Grid> {
    let mut object = reader.object()?;
    let sheet = asked::sheet(&mut object);
    let rows = heads(&mut object, "rows", ROWS);
    let columns = heads(&mut object, "columns", COLUMNS);
    let list = asked::items(&mut object, "cells", CELLS);
    let read: Vec<Option<Cell>> = list.iter().map(|item| cell(item, kind, &rows, &columns)).collect();
    once(&list, &read, columns.len());
    let cells: Vec<Cell> = read.into_iter().flatten().collect();
    let scale = if kind == Kind::Heat { scale(&mut object, &cells) } else { Some((0.0, 1.0)) };
    let names: Vec<&'static str> = WORDS.into_iter().chain(STATUSES.map(|(name, _)| name)).collect();
    let words = asked::words(&mut object, &names);
    let [select, hover] = ["select", "hover"].map(|name| lit(&mut object, name, (&rows, &columns, &cells)));
    object.finish();
    Some(Grid { sheet: sheet?, kind, rows, columns, cells, scale: scale?, words, select, hover })
}

fn heads(object: &mut Object, name: &'static str, sizes: (usize, usize)) -> Vec<Head> {
    let list = asked::items(object, name, sizes);
    let heads: Vec<Head> = list.iter().map(|item| head(item).unwrap_or_default()).collect();
    asked::distinct(&list, &heads, |head| &head.id);
    heads
}

fn head(item: &Reader) -> Option<Head> {
    let mut object = item.object()?;
    let (id, label) = (object.required_text("id"), object.required_text("label"));
    let note = asked::text(&mut object, "note");
    object.finish();
    Some(Head { id, label, note })
}

fn cell(item: &Reader, kind: Kind, rows: &[Head], columns: &[Head]) -> Option<Cell> {
    let mut object = item.object()?;
    let row = object.required("row").and_then(|field| asked::reference(&field, rows, |head| &head.id));
    let column =
        object.required("column").and_then(|field| asked::reference(&field, columns, |head| &head.id));
    let mut cell = Cell {
        text: asked::text(&mut object, "text"),
        note: asked::text(&mut object, "note"),
        ..Cell::default()
    };
    if kind == Kind::Matrix {
        cell.value = given(&mut object, "share").and_then(|field| field.number_in(0.0, 1.0));
        cell.evidence = named(&mut object, "evidence", &PROOFS);
    } else {
        cell.value = value(&mut object, &mut cell.suppressed);
        cell.range = asked::span(&mut object, ["low", "high"]);
        cell.signal = named(&mut object, "status", &STATUSES);
    }
    object.finish();
    Some(Cell { row: row?, column: column?, ..cell })
}

/// The value; what is held back has none to show.
fn value(object: &mut Object, suppressed: &mut bool) -> Option<f64> {
    *suppressed = given(object, "suppressed").and_then(|field| field.flag()).unwrap_or_default();
    let field = given(object, "value")?;
    if *suppressed {
        field.report("suppressed-value", []);
        return None;
    }
    field.number_in(-asked::LARGEST, asked::LARGEST)
}

/// What a name of a list means.
pub(super) fn named<T: Copy>(
    object: &mut Object,
    field: &'static str,
    names: &[(&'static str, T)],
) -> Option<T> {
    let words: Vec<&'static str> = names.iter().map(|(name, _)| *name).collect();
    let at = given(object, field)?.position(&words)?;
    names.get(at).map(|(_, meant)| *meant)
}

/// No two cells in one place.
fn once(list: &[Reader], cells: &[Option<Cell>], columns: usize) {
    let mut taken: Vec<Option<usize>> = Vec::new();
    for (at, (item, cell)) in list.iter().zip(cells).enumerate() {
        let Some(cell) = cell else { continue };
        let place = cell.row * columns + cell.column;
        taken.resize(taken.len().max(place + 1), None);
        let Some(slot) = taken.get_mut(place) else { continue };
        match slot.and_then(|first| list.get(first)) {
            Some(first) => item.report("duplicate-place", [("first", first.pointer().as_str().into())]),
            None => *slot = Some(at),
        }
    }
}

/// From the faintest colour to the strongest; the lowest and the highest value where nothing else is told.
fn scale(object: &mut Object, cells: &[Cell]) -> Option<(f64, f64)> {
    if let Some(field) = given(object, "scale") {
        let mut object = field.object()?;
        let low = object.required("low").and_then(|field| field.number_in(-asked::LARGEST, asked::LARGEST));
        let high = object.required("high").and_then(|field| {
            let high = field.number_in(-asked::LARGEST, asked::LARGEST)?;
            low.map_or(Some(high), |low| asked::above(&field, high, low))
        });
        object.finish();
        return Some((low?, high?));
    }
    let values = || cells.iter().filter_map(|cell| cell.value);
    let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
    Some(if low < high {
        (low, high)
    } else if low <= high {
        (low - 1.0, high + 1.0)
    } else {
        (0.0, 1.0)
    })
}

fn lit(
    object: &mut Object,
    name: &'static str,
    (rows, columns, cells): (&[Head], &[Head], &[Cell]),
) -> Option<usize> {
    let field = given(object, name)?;
    let mut place = field.object()?;
    let row = place.required("row").and_then(|field| asked::reference(&field, rows, |head| &head.id));
    let column =
        place.required("column").and_then(|field| asked::reference(&field, columns, |head| &head.id));
    place.finish();
    let (row, column) = (row?, column?);
    let found = cells.iter().position(|cell| (cell.row, cell.column) == (row, column));
    if found.is_none() {
        field.report("no-cell", []);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Signal;

    const HEADS: &str = r#""rows": [{ "id": "mail", "label": "Mail" }, { "id": "chat", "label": "Chat" }],
        "columns": [{ "id": "eu", "label": "EU" }, { "id": "us", "label": "US", "note": "" }]"#;

    fn read(cells: &str, more: &str, kind: Kind) -> Result<Grid, Vec<String>> {
        let text = format!(r#"{{ "width": 400, {HEADS}, "cells": {cells}{more} }}"#);
        heat(&text, kind).map_err(|error| {
            error.issues().iter().map(|issue| format!("{} {}", issue.code, issue.at.as_str())).collect()
        })
    }

    #[test]
    fn what_is_left_out_has_its_default() {
        let cells = r#"[{ "row": "mail", "column": "us", "value": 3, "low": 2, "high": 5, "status": "at-risk" },
            { "row": "chat", "column": "eu", "suppressed": true }, { "row": "chat", "column": "us", "value": null }]"#;
        let grid = read(cells, r#", "select": { "row": "chat", "column": "us" }"#, Kind::Heat).unwrap();
        let said: Vec<_> =
            grid.cells.iter().map(|c| (c.row, c.column, c.value, c.suppressed, c.range)).collect();
        assert_eq!(
            said,
            [(0, 1, Some(3.0), false, Some((2.0, 5.0))), (1, 0, None, true, None), (1, 1, None, false, None)]
        );
        assert_eq!((grid.select, grid.hover, grid.scale), (Some(2), None, (2.0, 4.0)));
        assert_eq!(grid.cells[0].signal, Some(Signal::AtRisk));
    }

    #[test]
    fn every_mistake_is_told() {
        let cells = r#"[{ "row": "mail", "column": "us", "value": 3, "low": 4, "high": 2 },
            { "row": "mail", "column": "us", "value": 1, "suppressed": true, "status": "late" },
            { "row": "male", "column": "us", "high": 1, "size": 2 }]"#;
        let more = r#", "scale": { "low": 5, "high": 5 }, "hover": { "row": "chat", "column": "eu" }, "words": { "hi": "x" }"#;
        let expected = [
            "out-of-range /cells/0/high",
            "suppressed-value /cells/1/value",
            "unknown-value /cells/1/status",
            "unknown-reference /cells/2/row",
            "missing-field /cells/2",
            "unknown-field /cells/2/size",
            "duplicate-place /cells/1",
            "not-above /scale/high",
            "unknown-field /words/hi",
            "no-cell /hover",
        ];
        assert_eq!(read(cells, more, Kind::Heat).unwrap_err(), expected);
        let share = r#"[{ "row": "mail", "column": "us", "share": 1.5, "evidence": "no-support" }]"#;
        assert_eq!(read(share, "", Kind::Matrix).unwrap_err(), ["out-of-range /cells/0/share"]);
        let twice = r#"{ "width": 100, "rows": [{ "id": "a", "label": "A" }, { "id": "a", "label": "B" }], "cells": {} }"#;
        let issues = heat(twice, Kind::Heat).unwrap_err();
        let said: Vec<_> = issues.issues().iter().map(|issue| (issue.code, issue.at.as_str())).collect();
        assert_eq!(
            said,
            [
                ("out-of-range", "/width"),
                ("duplicate-id", "/rows/1"),
                ("missing-field", ""),
                ("wrong-type", "/cells")
            ]
        );
    }

    #[test]
    fn more_than_a_picture_holds_is_refused() {
        let rows: Vec<String> = (0..101).map(|at| format!(r#"{{ "id": "{at}", "label": "R" }}"#)).collect();
        let text = format!(r#"{{ "width": 400, "rows": [{}], "columns": [], "cells": [] }}"#, rows.join(","));
        let error = heat(&text, Kind::Heat).unwrap_err();
        let said: Vec<_> = error.issues().iter().map(|issue| (issue.code, issue.at.as_str())).collect();
        assert_eq!(said, [("too-many", "/rows")]);
    }
}
