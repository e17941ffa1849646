//! A table being read, window by window.

use wasm_bindgen::prelude::*;

use super::{arrival, out};
use crate::board::Arrival;
use crate::data::Batch;
use crate::error::Error;
use crate::format::csv::Ingest;
use crate::format::mapping;

/// Reads one table by its mapping; the bytes come in windows, so that neither side holds the file twice.
#[wasm_bindgen]
pub struct Reader {
    ingest: Ingest,
    arrival: Arrival,
}

#[wasm_bindgen]
impl Reader {
    /// Starts reading; `how` says how the rows are to meet what is there.
    ///
    /// # Errors
    /// `options-invalid`, `json-syntax`, or `mapping-invalid` with every issue.
    #[wasm_bindgen(constructor)]
    pub fn new(mapping: &str, how: &JsValue) -> Result<Self, JsValue> {
        let start = || {
            let arrival = arrival::read(how)?;
            Ok(Self { ingest: Ingest::new(&mapping::decode(mapping)?)?, arrival })
        };
        start().map_err(|error: Error| out::error(&error))
    }

    /// Takes the next window.
    ///
    /// # Errors
    /// `mapping-invalid` where a mapped column is missing, `csv-unreadable` where the bytes are no table.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        self.ingest.feed(bytes).map_err(|error| out::error(&error))
    }
}

impl Reader {
    /// The whole table, and how it meets what is there.
    pub(super) fn finish(self) -> Result<(Batch, Arrival), Error> {
        Ok((self.ingest.finish()?, self.arrival))
    }
}
