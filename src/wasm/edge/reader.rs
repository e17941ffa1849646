//! A table being read, window by window.

use wasm_bindgen::prelude::*;

/// Reads one table by its mapping; the bytes come in windows, so that neither side holds the file twice.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Reader {
    mapping: String,
    bytes: Vec<u8>,
}

#[wasm_bindgen]
impl Reader {
    /// Starts reading.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(mapping: String) -> Self {
        Self { mapping, bytes: Vec::new() }
    }

    /// Takes the next window.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// How much has been read.
    #[must_use]
    pub fn read(&self) -> usize {
        self.mapping.len() + self.bytes.len()
    }
}
