//! What a journal comes to beside the board. Nothing of it is in a first picture.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::core::Core;
use super::out;
use crate::board;
use crate::error::Error;
use crate::format::{journal, plan, question};
use crate::journal::Journal;
use crate::wasm::shape;

impl Core {
    /// The feedback loops of a journal, from its JSON text.
    ///
    /// # Errors
    /// `json-syntax`, or `journal-invalid` with every issue.
    pub(super) fn loops(&self, text: &str) -> Result<JsValue, JsValue> {
        told(text, |journal| shape::FeedbackLoops::of(self.board(), self.board().loops(journal)))
    }

    /// What check-ins say.
    ///
    /// # Errors
    /// As [`Core::loops`].
    pub(super) fn check_ins(&self, text: &str) -> Result<JsValue, JsValue> {
        told(text, |journal| {
            let found = self.board().check_ins(journal).into_iter();
            found.map(|each| shape::CheckedIn::of(self.board(), each)).collect::<Vec<_>>()
        })
    }

    /// The cycles of the plan, graded.
    ///
    /// # Errors
    /// As [`Core::loops`].
    pub(super) fn okr(&self, text: &str) -> Result<JsValue, JsValue> {
        told(text, |journal| {
            let found = self.board().okr(journal).into_iter();
            found.map(|each| shape::CycleGrade::of(self.board(), each)).collect::<Vec<_>>()
        })
    }

    /// When the plan is reviewed and what changed since; the question is JSON text.
    ///
    /// # Errors
    /// As [`Core::loops`]; `plan-invalid` where the plan of that day is none.
    pub(super) fn review(&self, asked: &str) -> Result<JsValue, JsValue> {
        let found = || {
            let (text, before) = question::decode_review(asked)?;
            let before = before.map(|text| plan::decode(&text)).transpose()?;
            let review = self.board().review(&journal::decode(&text)?, before.as_ref());
            Ok(shape::ReviewReport::of(self.board(), &review))
        };
        sent(found())
    }

    /// What the board's plan came to differ in from another, whose JSON text is given.
    ///
    /// # Errors
    /// `json-syntax`, or `plan-invalid` with every issue.
    pub(super) fn plan_changes(&self, before: &str) -> Result<JsValue, JsValue> {
        sent(plan::decode(before).map(|before| {
            let found = board::plan_changes(&before, self.board().plan());
            found.iter().map(Into::into).collect::<Vec<shape::PlanChange>>()
        }))
    }

    /// Several journals as one, from the JSON text of a list of them.
    ///
    /// # Errors
    /// As [`Core::loops`].
    pub(super) fn merge_journals(texts: &str) -> Result<JsValue, JsValue> {
        sent(journal::merge(texts).map(|merged| journal::wire::Journal::from(&merged)))
    }
}

fn told<T: Serialize>(text: &str, found: impl FnOnce(&Journal) -> T) -> Result<JsValue, JsValue> {
    sent(journal::decode(text).map(|journal| found(&journal)))
}

fn sent<T: Serialize>(found: Result<T, Error>) -> Result<JsValue, JsValue> {
    match found {
        Ok(found) => out::text(&found),
        Err(error) => Err(out::error(&error)),
    }
}
