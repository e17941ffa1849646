//! What several tests of data share: real files, and the way from bytes to a figure.
#![allow(dead_code, reason = "each test file uses its own part of this")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test may stop, and says what it passes over"
)]

use std::path::PathBuf;

use serde_json::Value;
use throughline::calendar::{Date, Granularity, parse_date};
use throughline::data::{Batch, IngestReport, Mapping, Tables};
use throughline::format::{csv, mapping};
use throughline::kpi::{Asked, Figure};
use throughline::plan::{Reading, Variant, Window};
use throughline::snapshot::{Snapshot, summarise};

/// A real file, or `None` and one line where it is not there.
pub fn real(path: &str) -> Option<Vec<u8>> {
    let root = std::env::var_os("THROUGHLINE_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let bytes = std::fs::read(root.join(path)).ok();
    if bytes.is_none() {
        println!("passed over: no {path}");
    }
    bytes
}

/// A real file of JSON.
pub fn real_json(path: &str) -> Option<Value> {
    real(path).map(|bytes| serde_json::from_slice(&bytes).unwrap())
}

/// Numbers as JavaScript has them, so that 1 and 1.0 are one.
pub fn plain(value: &Value) -> Value {
    match value {
        Value::Number(number) => serde_json::json!(number.as_f64()),
        Value::Array(items) => items.iter().map(plain).collect(),
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), plain(value))).collect(),
        other => other.clone(),
    }
}

pub fn mapping_of(json: &str) -> Mapping {
    mapping::decode(json).unwrap_or_else(|error| panic!("{error}"))
}

pub fn batch_of(mapping: &Mapping, bytes: &[u8]) -> Batch {
    csv::read(mapping, bytes).unwrap_or_else(|error| panic!("{error}"))
}

/// Bytes to the snapshot of their rows, the way a board takes.
pub fn load(mapping_json: &str, bytes: &[u8]) -> (IngestReport, Snapshot) {
    let mapping = mapping_of(mapping_json);
    let mut tables = Tables::default();
    let report = tables.upsert(batch_of(&mapping, bytes));
    let mut snapshot = Snapshot::default();
    snapshot.replace(summarise(tables.get(&mapping.source).unwrap(), &report));
    (report, snapshot)
}

pub fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

pub fn reading(measure: &str, variant: &str, segment: Option<&str>) -> Reading {
    Reading {
        source: "s".into(),
        measure: measure.into(),
        variant: Variant::from_name(variant).unwrap(),
        segment: segment.map(|value| (String::new(), value.to_owned())).into_iter().collect(),
        counts: Vec::new(),
    }
}

pub fn value(snapshot: &Snapshot, reading: &Reading, unit: &str, window: Window, as_of: &str) -> Figure {
    Asked { reading, unit: Some(unit), period: Granularity::Month.into(), as_of: day(as_of) }
        .value(snapshot, window)
}

pub fn series(snapshot: &Snapshot, reading: &Reading, unit: &str, as_of: &str) -> Vec<Figure> {
    Asked { reading, unit: Some(unit), period: Granularity::Month.into(), as_of: day(as_of) }.series(snapshot)
}

/// Whether two numbers agree to a relative 1e-12.
pub fn agree(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12 * a.abs().max(b.abs())
}
