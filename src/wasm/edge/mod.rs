//! The exports: each decodes, calls and encodes, and nothing more.
//!
//! Text comes in as JSON and goes through the same decoders as everywhere; shapes go out as plain objects. No export
//! calls anything of the page while a board is borrowed, except the canvas that it was handed.

mod ask;
mod chart;
mod closer;
mod core;
mod insight;
mod out;
mod people;
mod picture;
mod reader;
mod said;
mod series;
mod trend;
mod whatif;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::board::Change;
use crate::data::Tables;
use crate::error::Error;
use crate::format::{self, calculation, lifetime, plan, snapshot};
use crate::kpi;
use crate::kpi::lifetime as value;
use crate::kpi::service;
use crate::snapshot::{Snapshot, summarise};
use crate::staffing;
use crate::wasm::{encode, shape};
use reader::Reader;

/// The version of the crate.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Checks a plan without opening a board.
///
/// # Errors
/// `json-syntax`, or `plan-invalid` with every issue.
#[wasm_bindgen(js_name = checkPlan)]
pub fn check_plan(plan: &str) -> Result<(), JsValue> {
    plan::decode(plan).map(|_| ()).map_err(|error| out::error(&error))
}

/// Calculates one KPI from the JSON text of a `Calculation`; or of rows, from that of a `RowsQuestion`.
///
/// # Errors
/// `json-syntax`, or `calculation-invalid` with every issue; of rows also as the reader's `feed`.
#[wasm_bindgen]
pub fn calculate(request: &str, rows: Option<Reader>) -> Result<JsValue, JsValue> {
    if let Some(reader) = rows {
        return match of_rows(request, reader) {
            Ok(found) => out::shape(&found),
            Err(error) => Err(out::error(&error)),
        };
    }
    match calculation::decode(request).and_then(service::calculate) {
        Ok(found) => out::shape(&shape::CalculatedKpi::from(&found)),
        Err(error) => Err(out::error(&error)),
    }
}

fn of_rows(request: &str, reader: Reader) -> Result<shape::CalculatedRows, Error> {
    let question = calculation::decode_rows(request)?;
    let (report, snapshot) = summed(reader)?;
    let found = kpi::of_table(&snapshot, &question)?;
    Ok(shape::CalculatedRows::of(&found, report))
}

/// Lifetime value from the JSON text of a `LifetimeRequest`: a `BuyersLifetime` or a `ContractsLifetime`.
///
/// # Errors
/// `json-syntax`, or `lifetime-invalid` with every issue.
#[wasm_bindgen(js_name = lifetimeOf)]
pub fn lifetime_of(request: &str) -> Result<JsValue, JsValue> {
    match lifetime::decode(request).map(value::lifetime) {
        Ok(found) => out::value(&encode::lifetime(&found)),
        Err(error) => Err(out::error(&error)),
    }
}

/// What a number of agents leads to, from the JSON text of a `StaffingRequest`.
///
/// # Errors
/// `json-syntax`, or `staffing-invalid` with every issue.
#[wasm_bindgen(js_name = staffingOf)]
pub fn staffing_of(request: &str) -> Result<JsValue, JsValue> {
    let asked = format::staffing::decode(request).map_err(|error| out::error(&error))?;
    match staffing::staffing(&asked) {
        Ok(found) => out::shape(&shape::Staffing::of(&found, &asked)),
        // The decoder lets through what is a number alone; a load beyond all numbers is none.
        Err(_) => Err(out::error(&Error::new("staffing-invalid", Vec::new()))),
    }
}

/// Puts two snapshots together, the JSON text of each; gives that of both.
///
/// # Errors
/// `json-syntax` or `snapshot-invalid` with every issue, such as days that both tell about.
#[wasm_bindgen(js_name = mergeSnapshots)]
pub fn merge_snapshots(first: &str, second: &str) -> Result<String, JsValue> {
    let merged = || {
        let mut all = snapshot::decode(first)?;
        all.merge(snapshot::decode(second)?)?;
        Ok(snapshot::encode(&all))
    };
    merged().map_err(|error: Error| out::error(&error))
}

/// What a table came to, without any board.
#[derive(Serialize)]
struct Summary {
    report: shape::IngestReport,
    /// The JSON text of the snapshot.
    snapshot: String,
}

/// What a table came to without any board: its report, and the JSON text of its snapshot.
///
/// # Errors
/// As the reader's `feed`.
#[wasm_bindgen(js_name = snapshotOf)]
pub fn snapshot_of(reader: Reader) -> Result<JsValue, JsValue> {
    match summary(reader) {
        Ok(summary) => out::shape(&summary),
        Err(error) => Err(out::error(&error)),
    }
}

fn summary(reader: Reader) -> Result<Summary, Error> {
    let (report, made) = summed(reader)?;
    Ok(Summary { report, snapshot: snapshot::encode(&made) })
}

/// The partials of a table.
fn summed(reader: Reader) -> Result<(shape::IngestReport, Snapshot), Error> {
    let batch = reader.finish(None)?;
    let source = batch.table.mapping().source.clone();
    let mut tables = Tables::default();
    let report = tables.replace(batch);
    let mut made = Snapshot::default();
    if let Some(table) = tables.get(&source) {
        made.replace(summarise(table, &report));
    }
    Ok((shape::IngestReport::of(&report, &Change::default()), made))
}
