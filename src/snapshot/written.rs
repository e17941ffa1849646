//! What of a snapshot is written down.

use super::{MeasurePart, Partial, Quantiles, Shape, Snapshot, SourcePart};

impl Snapshot {
    /// The snapshot as it is written: sketches instead of values, and no segment that must not be
    /// shown ([`MeasurePart::hidden`]); the whole of each period stays.
    #[must_use]
    pub fn to_written(&self) -> Self {
        Self { sources: self.sources.iter().map(SourcePart::to_written).collect() }
    }

    /// A snapshot of these sources; of two of one id the later stays.
    #[must_use]
    pub fn of(sources: Vec<SourcePart>) -> Self {
        let mut snapshot = Self::default();
        sources.into_iter().for_each(|source| snapshot.replace(source));
        snapshot
    }
}

impl SourcePart {
    fn to_written(&self) -> Self {
        let measures = self.measures.iter().map(MeasurePart::to_written).collect();
        Self { written: true, measures, ..self.clone() }
    }
}

impl MeasurePart {
    fn to_written(&self) -> Self {
        let mut part = self.clone();
        for period in self.periods() {
            part.suppressed.extend(self.hidden(period).into_iter().map(|segment| (period, segment.clone())));
        }
        part.drop_suppressed();
        part.cells.values_mut().for_each(Partial::sketch);
        part
    }
}

impl Partial {
    /// Puts a sketch in the place of the values.
    fn sketch(&mut self) {
        if let Shape::Duration(durations) = &mut self.shape {
            durations.quantiles = Quantiles::Sketch(durations.quantiles.to_sketch());
        }
    }
}
