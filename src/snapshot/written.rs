//! What of a snapshot is written down.

use super::{MeasurePart, Partial, Quantiles, Segment, Shape, Snapshot, SourcePart};

impl Snapshot {
    /// The snapshot as it is written: sketches instead of values, no segment that must not be shown
    /// ([`MeasurePart::hidden`]), and nobody's name unless the mapping lets people be named; the whole
    /// of each period stays.
    #[must_use]
    pub fn to_written(&self) -> Self {
        Self { sources: self.sources.iter().map(SourcePart::to_written).collect() }
    }

    /// What somebody else has written, without what must not be shown.
    #[must_use]
    pub fn guarded(mut self) -> Self {
        self.sources.iter_mut().for_each(SourcePart::guard);
        self
    }

    /// What a page kept for itself, people and small groups included, with what must not be shown found anew.
    #[must_use]
    pub fn restored(mut self) -> Self {
        self.sources.iter_mut().for_each(SourcePart::protect);
        self
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
        let mut written = self.published();
        written.written = true;
        for measure in &mut written.measures {
            measure.cells.partials().for_each(Partial::sketch);
        }
        written
    }

    /// The same without what must not be shown; the values are still there.
    #[must_use]
    pub(crate) fn published(&self) -> Self {
        let mut written = self.clone();
        written.measures.iter_mut().for_each(MeasurePart::drop_hidden);
        if self.dimensions.iter().any(|dimension| dimension.withheld()) {
            written.withhold();
        }
        written
    }

    /// Takes out the dimensions whose values are people that must not be named.
    fn withhold(&mut self) {
        let kept: Vec<u8> = (0..self.dimensions.len() as u8)
            .filter(|place| self.dimensions.get(usize::from(*place)).is_some_and(|each| !each.withheld()))
            .collect();
        let renumber = |segment: &Segment| {
            let value = |(dimension, value): &(u8, String)| {
                let place = kept.iter().position(|each| each == dimension)?;
                Some((place as u8, value.clone()))
            };
            segment.values().iter().map(value).collect::<Option<Vec<_>>>().map(Segment::of)
        };
        for measure in &mut self.measures {
            measure.renumber(renumber);
        }
        self.dimensions.retain(|dimension| !dimension.withheld());
    }
}

impl MeasurePart {
    /// Gives each segment another name, or takes it out.
    fn renumber(&mut self, name: impl Fn(&Segment) -> Option<Segment>) {
        let cells = self.cells.iter();
        let cells =
            cells.filter_map(|((period, segment), cell)| Some(((*period, name(segment)?), cell.clone())));
        self.cells = super::Cells::of(cells.collect());
        let gaps = self.suppressed.iter();
        self.suppressed = gaps.filter_map(|(period, segment)| Some((*period, name(segment)?))).collect();
    }
}

impl Partial {
    /// Puts a sketch in the place of the values.
    fn sketch(&mut self) {
        let durations = match &mut self.shape {
            Shape::Duration(durations) => Some(durations),
            Shape::Tally(tally) => tally.durations.as_mut(),
            Shape::Counts { .. } | Shape::Scale(_) => None,
        };
        if let Some(durations) = durations {
            durations.quantiles = Quantiles::Sketch(durations.quantiles.to_sketch());
        }
    }
}
