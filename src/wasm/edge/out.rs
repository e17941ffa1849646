//! Values and errors on their way out.

use wasm_bindgen::JsValue;

use crate::error::Error;
use crate::wasm::encode;

/// What a call gives, from the JSON text of its value: one crossing however large it is.
pub(super) fn value(text: &str) -> Result<JsValue, JsValue> {
    js_sys::JSON::parse(text)
}

/// The one way an error crosses: `{ code, issues: [{ code, path, params }] }`, from which TypeScript makes its `Error`.
#[cold]
#[inline(never)]
pub(super) fn error(error: &Error) -> JsValue {
    value(&encode::failure(error)).unwrap_or_else(|broken| broken)
}
