//! A closer look at the plan: every rule, SMART, the alignment of a part. Nothing of it is in a first picture.

use wasm_bindgen::prelude::*;

use super::core::Core;
use super::out;
use crate::wasm::{encode, shape};

impl Core {
    /// Every finding, the gravest first; those switched off included (A2).
    ///
    /// # Errors
    /// Never by itself.
    pub(super) fn inspect(&self) -> Result<JsValue, JsValue> {
        let found: Vec<shape::Finding> = self.board().inspect().iter().map(Into::into).collect();
        out::text(&found)
    }

    /// The goals by the five checks of SMART (P3).
    ///
    /// # Errors
    /// Never by itself.
    pub(super) fn smart(&self) -> Result<JsValue, JsValue> {
        out::text(&shape::Smart::of(self.board().plan(), &self.board().smart()))
    }

    /// The metrics of alignment of a node and all beneath it (A1).
    ///
    /// # Errors
    /// `unknown-id`, with the nearest, where the id is no node's.
    pub(super) fn alignment_of(&self, node: &str) -> Result<JsValue, JsValue> {
        match self.board().alignment_of(node) {
            Ok(found) => out::value(&encode::alignment(self.board().plan(), &found)),
            Err(error) => Err(out::error(&error)),
        }
    }
}

/// The rules by which pitfalls are found.
///
/// # Errors
/// Never by itself.
#[wasm_bindgen(js_name = findingRules)]
pub fn finding_rules() -> Result<JsValue, JsValue> {
    out::text(&shape::FindingRule::all())
}
