//! The exports: each decodes, calls and encodes, and nothing more.
//!
//! Text comes in as JSON and goes through the same decoders as everywhere; shapes go out as plain objects. No export
//! calls anything of the page while a board is borrowed, except the canvas that it was handed.

mod core;
mod out;
mod reader;

use wasm_bindgen::prelude::*;

use reader::Reader;

use crate::format;

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
    format::plan::decode(plan).map(|_| ()).map_err(|error| out::error(&error))
}

/// What a table came to without any board: its report and its snapshot.
///
/// # Errors
/// Always, for now.
#[wasm_bindgen(js_name = snapshotOf)]
pub fn snapshot_of(reader: Reader) -> Result<JsValue, JsValue> {
    let _ = reader;
    Err(out::error(&crate::error::Error::new("csv-unreadable", Vec::new())))
}
