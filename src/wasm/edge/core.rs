//! The board as JavaScript holds it.

use wasm_bindgen::prelude::*;

use super::{Reader, out};
use crate::board::{Board, Options};
use crate::calendar::Date;
use crate::error::{Error, Issue, Param, Params, Pointer};
use crate::format;
use crate::wasm::shape;

/// A board behind a handle.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Core {
    board: Board,
}

#[wasm_bindgen]
impl Core {
    /// Opens a board on a plan, read at a day.
    ///
    /// # Errors
    /// `json-syntax` or `plan-invalid` with every issue; `options-invalid` where the day is none.
    pub fn open(plan: &str, as_of: &str) -> Result<Core, JsValue> {
        let open = || {
            let options = Options { as_of: day(as_of)? };
            Ok(Self { board: Board::open(format::plan::decode(plan)?, options) })
        };
        open().map_err(|error| out::error(&error))
    }

    /// The day the board is read at.
    #[must_use]
    #[wasm_bindgen(js_name = asOf)]
    pub fn as_of(&self) -> String {
        self.board.as_of().to_string()
    }

    /// Puts another plan under the same data.
    ///
    /// # Errors
    /// `json-syntax` or `plan-invalid` with every issue.
    #[wasm_bindgen(js_name = setPlan)]
    pub fn set_plan(&mut self, plan: &str) -> Result<JsValue, JsValue> {
        self.board.set_plan(format::plan::decode(plan).map_err(|error| out::error(&error))?);
        out::value(&shape::Change::default())
    }

    /// Reads the board at another day.
    ///
    /// # Errors
    /// `options-invalid` where the day is none.
    #[wasm_bindgen(js_name = setAsOf)]
    pub fn set_as_of(&mut self, as_of: &str) -> Result<JsValue, JsValue> {
        self.board.set_as_of(day(as_of).map_err(|error| out::error(&error))?);
        out::value(&shape::Change::default())
    }

    /// To come.
    ///
    /// # Errors
    /// Always, for now.
    pub fn record(&self, records: &str) -> Result<JsValue, JsValue> {
        let _ = (records,);
        Err(self.later())
    }

    /// To come.
    ///
    /// # Errors
    /// Always, for now.
    pub fn load(&self, snapshot: &str) -> Result<JsValue, JsValue> {
        let _ = (snapshot,);
        Err(self.later())
    }

    /// To come.
    ///
    /// # Errors
    /// Always, for now.
    pub fn take(&self, reader: Reader) -> Result<JsValue, JsValue> {
        let _ = (reader,);
        Err(self.later())
    }

    /// To come.
    ///
    /// # Errors
    /// Always, for now.
    pub fn snapshot(&self) -> Result<String, JsValue> {
        Err(self.later())
    }

    /// To come.
    ///
    /// # Errors
    /// Always, for now.
    pub fn scores(&self) -> Result<JsValue, JsValue> {
        Err(self.later())
    }

    /// To come.
    ///
    /// # Errors
    /// Always, for now.
    pub fn alignment(&self) -> Result<JsValue, JsValue> {
        Err(self.later())
    }

    /// To come.
    ///
    /// # Errors
    /// Always, for now.
    pub fn findings(&self) -> Result<JsValue, JsValue> {
        Err(self.later())
    }

    /// To come.
    ///
    /// # Errors
    /// Always, for now.
    pub fn explain(&self, id: &str) -> Result<JsValue, JsValue> {
        let _ = (id,);
        Err(self.later())
    }

    /// To come.
    ///
    /// # Errors
    /// Always, for now.
    pub fn series(&self, kpi: &str) -> Result<JsValue, JsValue> {
        let _ = (kpi,);
        Err(self.later())
    }

    /// To come.
    ///
    /// # Errors
    /// Always, for now.
    pub fn layout(&self, context: &JsValue, options: JsValue) -> Result<JsValue, JsValue> {
        let _ = (context, options);
        Err(self.later())
    }

    /// To come.
    ///
    /// # Errors
    /// Always, for now.
    pub fn draw(&self, context: &JsValue, options: JsValue) -> Result<JsValue, JsValue> {
        let _ = (context, options);
        Err(self.later())
    }

    fn later(&self) -> JsValue {
        let _ = &self.board;
        out::error(&Error::new("unknown-id", Vec::new()))
    }
}

/// A day as `YYYY-MM-DD`.
fn day(text: &str) -> Result<Date, Error> {
    text.parse().map_err(|_| {
        let params = Params::none().with("value", Param::from(text));
        Error::new(
            "options-invalid",
            vec![Issue { code: "not-a-date", at: Pointer::root().field("asOf"), params }],
        )
    })
}
