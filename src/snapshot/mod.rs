//! Mergeable partials by period and segment, small groups suppressed (N20).
//!
//! Rows become [`Partial`]s; KPIs are read from partials alone. A snapshot made from rows keeps the
//! values for exact quantiles; a written one holds sketches instead.

mod answers;
mod cells;
mod measure;
mod merge;
mod partial;
mod protect;
mod quantiles;
mod receipt;
mod runs;
mod segment;
mod source;
mod summarise;
mod tally;
mod written;

pub use answers::Answers;
pub use cells::{CellKey, Cells};
pub use measure::{MeasurePart, Told};
pub use partial::{Durations, Partial, Shape};
pub use protect::{MINIMUM, MINIMUM_OF_A_PERSON};
pub use quantiles::Quantiles;
pub use receipt::{Receipt, ReceiptKpi, ReceiptSource};
pub use runs::{Runs, Sketches};
pub use segment::Segment;
pub use source::{SourcePart, Span};
pub use summarise::{Summary, remeasured, summarise};
pub use tally::{BUYERS, END, START, Tally};

/// The partials of every source that is loaded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Snapshot {
    sources: Vec<SourcePart>,
}

impl Snapshot {
    /// The sources, in the order they came.
    #[must_use]
    pub fn sources(&self) -> &[SourcePart] {
        &self.sources
    }

    /// The source of that id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&SourcePart> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// A measure of a source.
    #[must_use]
    pub fn get(&self, source: &str, measure: &str) -> Option<&MeasurePart> {
        self.source(source)?.measures.iter().find(|part| part.id == measure)
    }

    /// Puts a source in the place of the one of the same id: rows replace the snapshot of their
    /// source, a file read again its earlier rows.
    pub fn replace(&mut self, source: SourcePart) {
        match self.sources.iter_mut().find(|each| each.id == source.id) {
            Some(each) => *each = source,
            None => self.sources.push(source),
        }
    }

    /// Takes a source away.
    pub fn remove(&mut self, id: &str) -> Option<SourcePart> {
        let place = self.sources.iter().position(|source| source.id == id)?;
        Some(self.sources.remove(place))
    }
}
