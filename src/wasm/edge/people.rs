//! What is done and for whom: programmes, needs, recognition, owners. Nothing of it is in a first picture.

use wasm_bindgen::prelude::*;

use super::core::Core;
use super::out;
use crate::format::question;
use crate::wasm::shape;

impl Core {
    /// Every action as a programme, and what its KPIs did afterwards.
    ///
    /// # Errors
    /// None; as a result it crosses like the others.
    pub(super) fn programmes(&self) -> Result<JsValue, JsValue> {
        out::text(&shape::Programmes::of(self.board(), &self.board().programmes()))
    }

    /// What customers need, from the largest gap down.
    ///
    /// # Errors
    /// None; as a result it crosses like the others.
    pub(super) fn needs(&self) -> Result<JsValue, JsValue> {
        out::text(&shape::Needs::of(self.board(), &self.board().needs()))
    }

    /// The customers' way through the service.
    ///
    /// # Errors
    /// None; as a result it crosses like the others.
    pub(super) fn journey(&self) -> Result<JsValue, JsValue> {
        out::text(&shape::CustomerJourney::of(self.board(), &self.board().journey()))
    }

    /// Who is above a standard; the question is JSON text.
    ///
    /// # Errors
    /// `options-invalid` with every issue, `unknown-id` where the id is no KPI's.
    pub(super) fn recognition(&self, question: &str) -> Result<JsValue, JsValue> {
        let found = question::decode_recognition(question).and_then(|asked| self.board().recognition(asked));
        match found {
            Ok(found) => out::text(&shape::Recognition::from(&found)),
            Err(error) => Err(out::error(&error)),
        }
    }

    /// Who answers for what; the question is JSON text.
    ///
    /// # Errors
    /// `options-invalid` with every issue.
    pub(super) fn accountability(&self, question: &str) -> Result<JsValue, JsValue> {
        match question::decode_accountability(question) {
            Ok(months) => {
                let found = self.board().accountability(months);
                out::text(&shape::Accountability::of(self.board(), &found))
            }
            Err(error) => Err(out::error(&error)),
        }
    }
}
