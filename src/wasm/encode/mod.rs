//! What crosses the edge outwards in a first picture, at every change, or by the thousand, written as JSON text straight
//! from the board: no decisions, only names. What else a reader may ask is built as a `shape` and written by the same
//! writer (`shaped`).
//!
//! Names are camelCase; what is absent is left out, never `null`; statuses and codes are words that the message layer
//! makes sentences of. The types of what is written stand in `shape`, a test holds both together.

mod alignment;
mod change;
mod failure;
mod figure;
mod geometry;
mod lifetime;
mod scores;
mod shaped;
mod writer;

pub use alignment::{alignment, chase, findings};
pub use change::change;
pub use failure::failure;
pub use geometry::geometry;
pub use lifetime::lifetime;
pub use scores::scores;

use writer::Writer;

/// A shape.
#[must_use]
pub fn shape(shape: &impl serde::Serialize) -> String {
    written(|out| {
        // Shapes can be written: their keys are text, and their variants have no fields.
        let _ = shape.serialize(out);
    })
}

/// The text that `write` writes.
fn written(write: impl FnOnce(&mut Writer)) -> String {
    let mut out = Writer::roomy();
    write(&mut out);
    out.finish()
}
