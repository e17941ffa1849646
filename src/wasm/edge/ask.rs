//! One way to what only some readers ask: each name less is one that no page has to load.

use wasm_bindgen::prelude::*;

use super::core::Core;
use super::out;
use crate::error::Error;

#[wasm_bindgen]
impl Core {
    /// Asks `what` about `of`: an id, or the JSON text of a question; empty where nothing is to be said.
    ///
    /// # Errors
    /// As what is asked.
    pub fn ask(&self, what: &str, of: &str) -> Result<JsValue, JsValue> {
        match what {
            "inspect" => self.inspect(),
            "smart" => self.smart(),
            "alignment" => self.alignment_of(of),
            "contributions" => self.contributions(of),
            "moved" => self.moved(of),
            "scenario" => self.scenario(of),
            "scenarios" => self.compare_scenarios(of),
            "sensitivity" => self.sensitivity(of),
            "chances" => self.chances(),
            "forecast" => self.forecast(of),
            "evidence" => self.evidence(),
            "programmes" => self.programmes(),
            "needs" => self.needs(),
            "accountability" => self.accountability(of),
            "recognition" => self.recognition(of),
            "journey" => self.journey(),
            "loops" => self.loops(of),
            "check-ins" => self.check_ins(of),
            "okr" => self.okr(of),
            "review" => self.review(of),
            "plan-changes" => self.plan_changes(of),
            "journals" => Self::merge_journals(of),
            _ => Err(out::error(&Error::new("options-invalid", Vec::new()))),
        }
    }
}
