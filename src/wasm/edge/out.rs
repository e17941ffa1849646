//! Values and errors on their way out.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use crate::error::Error;
use crate::wasm::encode;

/// What a call gives, from the JSON text of its value: one crossing however large it is.
pub(super) fn value(text: &str) -> Result<JsValue, JsValue> {
    js_sys::JSON::parse(text)
}

/// A shape that a reader may ask for, as a plain object.
pub(super) fn text(shape: &impl Serialize) -> Result<JsValue, JsValue> {
    value(&encode::shape(shape))
}

/// A shape as a plain object, built field by field: maps become objects, what is absent is left out. For what only the
/// rest of the module gives.
pub(super) fn shape<T: Serialize>(shape: &T) -> Result<JsValue, JsValue> {
    let plain = Serializer::new().serialize_maps_as_objects(true);
    shape.serialize(&plain).map_err(JsValue::from)
}

/// The one way an error crosses: `{ code, issues: [{ code, path, params }] }`, from which TypeScript makes its `Error`.
#[cold]
#[inline(never)]
pub(super) fn error(error: &Error) -> JsValue {
    value(&encode::failure(error)).unwrap_or_else(|broken| broken)
}
