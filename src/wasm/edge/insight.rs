//! Deeper into a number: breakdown, comparison, signals, chances. Nothing of it is in a first picture.

use wasm_bindgen::prelude::*;

use super::core::Core;
use super::out;
use crate::board::insight::Kind;
use crate::error::Error;
use crate::format::question;
use crate::wasm::shape;

#[wasm_bindgen]
impl Core {
    /// A measure by its segments; the question is JSON text.
    ///
    /// # Errors
    /// `options-invalid` with every issue, `unknown-id` where the id is no KPI's.
    pub fn breakdown(&self, question: &str) -> Result<JsValue, JsValue> {
        let found = question::decode(question).and_then(|asked| self.board().breakdown_of(asked));
        sent(found.map(|found| shape::Breakdown::from(&found)))
    }

    /// A measure in two periods; the question is JSON text.
    ///
    /// # Errors
    /// As [`Core::breakdown`].
    pub fn compare(&self, question: &str) -> Result<JsValue, JsValue> {
        let found = question::decode(question).and_then(|asked| self.board().compare_of(asked));
        sent(found.map(|found| shape::PeriodComparison::from(&found)))
    }

    /// A KPI's series as a process-behaviour chart; the question is JSON text.
    ///
    /// # Errors
    /// As [`Core::breakdown`].
    pub fn signals(&self, question: &str) -> Result<JsValue, JsValue> {
        let found = question::decode_signals(question);
        let found = found.and_then(|(kpi, phases, chart)| {
            self.board().signals(&kpi, &phases, chart.and_then(Kind::from_name))
        });
        sent(found.map(|found| shape::Signals::from(&found)))
    }
}

impl Core {
    /// How sure the scores are: an interval and the chance of being on track.
    ///
    /// # Errors
    /// Never by itself.
    pub(super) fn chances(&self) -> Result<JsValue, JsValue> {
        let found = self.board().chances();
        let found: Vec<_> = found.iter().map(|each| shape::ScoreChance::of(self.board(), each)).collect();
        out::text(&found)
    }

    /// Where a KPI is going; the question is JSON text.
    ///
    /// # Errors
    /// As [`Core::breakdown`].
    pub(super) fn forecast(&self, question: &str) -> Result<JsValue, JsValue> {
        let found = question::decode_forecast(question);
        let found = found.and_then(|(kpi, periods)| self.board().forecast(&kpi, periods));
        sent(found.map(|found| shape::Forecast::from(&found)))
    }

    /// What the numbers say of every link from cause to effect.
    ///
    /// # Errors
    /// None; as a result it crosses like the others.
    pub(super) fn evidence(&self) -> Result<JsValue, JsValue> {
        let found = self.board().evidence();
        sent(Ok(found.iter().map(shape::LinkEvidence::from).collect::<Vec<_>>()))
    }
}

fn sent<T: serde::Serialize>(found: Result<T, Error>) -> Result<JsValue, JsValue> {
    match found {
        Ok(found) => out::text(&found),
        Err(error) => Err(out::error(&error)),
    }
}
