//! The radar, which needs no board.

use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

use super::out;
use crate::wasm::{canvas, scene, shape};

/// Draws a radar, and says where its parts lie; `paint` off, it says only that. The request is the JSON text of a
/// `RadarRequest`.
///
/// # Errors
/// `json-syntax`, or `radar-invalid` with every issue.
#[wasm_bindgen]
pub fn radar(context: &CanvasRenderingContext2d, request: &str, paint: bool) -> Result<JsValue, JsValue> {
    match scene::radar(request) {
        Ok(radar) => out::shape(&shape::RadarGeometry::from(&canvas::radar(context, &radar, paint))),
        Err(error) => Err(out::error(&error)),
    }
}
