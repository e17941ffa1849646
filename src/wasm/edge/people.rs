//! What is done and for whom: programmes, needs, recognition, owners. Nothing of it is in a first picture.

use wasm_bindgen::prelude::*;

use super::core::Core;
use super::out;
use crate::wasm::shape;

impl Core {
    /// Every action as a programme, and what its KPIs did afterwards.
    ///
    /// # Errors
    /// None; as a result it crosses like the others.
    pub(super) fn programmes(&self) -> Result<JsValue, JsValue> {
        out::text(&shape::Programmes::of(self.board(), &self.board().programmes()))
    }
}
