//! A table being read, window by window.

use wasm_bindgen::prelude::*;

use super::out;
use crate::data::Batch;
use crate::error::Error;
use crate::format::csv::Ingest;
use crate::format::mapping;

/// Reads one table by its mapping; the bytes come in windows, so that neither side holds the file twice.
#[wasm_bindgen]
pub struct Reader {
    ingest: Ingest,
}

/// Asks for memory in large steps: each time it grows the page gets a new view of all of it, and in steps of a few pages
/// that costs more than reading does.
pub(super) fn make_room() {
    const ROOM: usize = 4 << 20;
    drop(std::hint::black_box(Vec::<u8>::with_capacity(ROOM)));
}

/// Asks at once for the memory that a long plan takes: at each step in which memory grows a browser looks through all that
/// the page holds.
pub(super) fn make_room_for(plan: &str) {
    // Below this, memory grows in no more steps than it would at once.
    const LONG: usize = 256 << 10;
    if plan.len() > LONG {
        make_room_of(plan.len());
    }
}

/// What is not had is not needed yet.
#[inline(never)]
fn make_room_of(text: usize) {
    // So many bytes for each of the text, as measured: a plan of 100,000 nodes has 17 MB and takes 395. What is asked for
    // and not written to costs a page nothing.
    const TIMES: usize = 24;
    let mut room = Vec::<u8>::new();
    let _had = room.try_reserve_exact(text.saturating_mul(TIMES));
    drop(std::hint::black_box(room));
}

#[wasm_bindgen]
impl Reader {
    /// Starts reading.
    ///
    /// # Errors
    /// `json-syntax`, or `mapping-invalid` with every issue.
    #[wasm_bindgen(constructor)]
    pub fn new(mapping: &str) -> Result<Self, JsValue> {
        let start = || Ok(Self { ingest: Ingest::new(&mapping::decode(mapping)?)? });
        start().map_err(|error: Error| out::error(&error))
    }

    /// Takes the next window.
    ///
    /// # Errors
    /// `mapping-invalid` where a mapped column is missing, `csv-unreadable` where the bytes are no table.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        make_room();
        self.ingest.feed(bytes).map_err(|error| out::error(&error))
    }
}

#[wasm_bindgen]
impl Reader {
    /// Leaves the hash of the file to the page, whose own is quicker.
    #[wasm_bindgen(js_name = leaveHash)]
    pub fn leave_hash(&mut self) {
        self.ingest.leave_hash();
    }

    /// How many rows were read so far.
    #[must_use]
    pub fn rows(&self) -> f64 {
        self.ingest.read() as f64
    }
}

impl Reader {
    /// The whole table; its hash is this one where the page hashed the file.
    pub(super) fn finish(self, hash: Option<String>) -> Result<Batch, Error> {
        let mut batch = self.ingest.finish()?;
        if let Some(hash) = hash {
            batch.report.hash = hash;
        }
        Ok(batch)
    }
}
