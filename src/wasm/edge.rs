//! The exports: each decodes, calls and encodes.
use wasm_bindgen::prelude::*;

/// The version of the crate.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
