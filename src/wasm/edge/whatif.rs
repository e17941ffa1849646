//! What a number is made of, what moved it, and what would. Nothing of it is in a first picture.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::core::Core;
use super::out;
use crate::error::Error;
use crate::format::{question, scenario};
use crate::wasm::shape;

impl Core {
    /// What each contributor, and each KPI below, gives to a node's score.
    ///
    /// # Errors
    /// `unknown-id`, with the nearest; `options-invalid` where the id is a KPI's.
    pub(super) fn contributions(&self, id: &str) -> Result<JsValue, JsValue> {
        let node = self.board().node_called(id);
        sent(node.map(|node| shape::Contributions::of(self.board(), node)))
    }

    /// What moved a node's score between two days; the question is JSON text.
    ///
    /// # Errors
    /// As [`Core::contributions`]; `options-invalid` where a day is none.
    pub(super) fn moved(&self, asked: &str) -> Result<JsValue, JsValue> {
        let found =
            question::decode_moved(asked).and_then(|(id, from, to)| self.board().moved(&id, from, to));
        sent(found.map(|found| shape::MovedScore::of(self.board(), &found)))
    }

    /// What a scenario would move; the scenario is JSON text.
    ///
    /// # Errors
    /// `json-syntax`, or `scenario-invalid` with every issue.
    pub(super) fn scenario(&self, text: &str) -> Result<JsValue, JsValue> {
        let found = scenario::decode(text).and_then(|read| self.board().scenario(&read));
        sent(found.map(|found| shape::Outlook::of(self.board(), &found)))
    }

    /// Several scenarios side by side, from the JSON text of a list of them.
    ///
    /// # Errors
    /// As [`Core::scenario`].
    pub(super) fn compare_scenarios(&self, texts: &str) -> Result<JsValue, JsValue> {
        let found = scenario::decode_all(texts).and_then(|list| self.board().compare_scenarios(&list));
        sent(found.map(|found| shape::ScenarioComparison::of(self.board(), &found)))
    }

    /// What a node hangs on; the mission, where the id is empty.
    ///
    /// # Errors
    /// As [`Core::contributions`].
    pub(super) fn sensitivity(&self, id: &str) -> Result<JsValue, JsValue> {
        let found = self.board().sensitivity(Some(id).filter(|id| !id.is_empty()));
        sent(found.map(|found| shape::Sensitivity::of(self.board(), &found)))
    }
}

fn sent<T: Serialize>(found: Result<T, Error>) -> Result<JsValue, JsValue> {
    match found {
        Ok(found) => out::text(&found),
        Err(error) => Err(out::error(&error)),
    }
}
