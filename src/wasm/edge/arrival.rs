//! How rows or a snapshot are to meet what is there, as the caller says it.

use serde::Deserialize;
use wasm_bindgen::JsValue;

use crate::board::Arrival;
use crate::error::{Error, Issue, Pointer};

/// As it came: what is no boolean is named by its place, in our words rather than a decoder's.
#[derive(Default, Deserialize)]
struct How {
    #[serde(default, with = "serde_wasm_bindgen::preserve")]
    replace: JsValue,
}

/// Reads `{ replace }`; absent is the default.
///
/// # Errors
/// `options-invalid` where there is something else.
pub(super) fn read(how: &JsValue) -> Result<Arrival, Error> {
    let wrong = |at: Pointer, expected: &str, found: &JsValue| {
        let found = found.js_typeof().as_string().unwrap_or_default();
        let issue = Issue::new("wrong-type", at).with("expected", expected).with("found", found);
        Error::new("options-invalid", vec![issue])
    };
    if how.is_undefined() || how.is_null() {
        return Ok(Arrival::default());
    }
    let object = if how.is_object() { serde_wasm_bindgen::from_value(how.clone()).ok() } else { None };
    let How { replace } = object.ok_or_else(|| wrong(Pointer::root(), "object", how))?;
    match replace.as_bool() {
        Some(true) => Ok(Arrival::Replace),
        Some(false) => Ok(Arrival::Join),
        None if replace.is_undefined() => Ok(Arrival::default()),
        None => Err(wrong(Pointer::root().field("replace"), "boolean", &replace)),
    }
}
