//! Values and errors on their way out.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use crate::error::Error;
use crate::wasm::shape;

/// A shape as a plain object: maps become objects, what is absent is left out.
pub(super) fn value<T: Serialize>(shape: &T) -> Result<JsValue, JsValue> {
    shape.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}

/// The one way an error crosses: `{ code, issues: [{ code, path, params }] }`, from which TypeScript makes its `Error`.
pub(super) fn error(error: &Error) -> JsValue {
    value(&shape::Failure::from(error)).unwrap_or_else(|broken| broken)
}
