//! Snapshots joined.

use std::collections::BTreeSet;

use super::{MeasurePart, Snapshot, SourcePart, Span};
use crate::calendar::{Granularity, Period};
use crate::error::{Error, Issue, Pointer};

impl Snapshot {
    /// Joins another snapshot, which is given away: sources that are not here are taken over, and a source that is here is
    /// added where it tells about other days.
    ///
    /// # Errors
    /// `snapshot-invalid`, and nothing is changed: `overlapping-snapshots` where a source is here for
    /// some of the same days, and for a period of theirs, `different-measures` where it was measured in another way.
    pub fn merge(&mut self, other: Self) -> Result<(), Error> {
        let at = Pointer::root().field("sources");
        let issues: Vec<Issue> = (other.sources.iter().enumerate())
            .filter_map(|(i, theirs)| refusal(self.source(&theirs.id)?, theirs, at.index(i)))
            .collect();
        if !issues.is_empty() {
            return Err(Error::new("snapshot-invalid", issues));
        }
        for theirs in other.sources {
            match self.sources.iter_mut().find(|each| each.id == theirs.id) {
                Some(ours) => ours.add(&theirs),
                None => self.sources.push(theirs),
            }
        }
        Ok(())
    }
}

/// Why two parts of one source cannot be added.
fn refusal(ours: &SourcePart, theirs: &SourcePart, at: Pointer) -> Option<Issue> {
    let overlap = ours.days().zip(theirs.days()).filter(|(a, b)| a.overlaps(b) && ours.meets(theirs));
    if let Some((a, b)) = overlap {
        let first = Period::containing(a.first.max(b.first), Granularity::Day).label();
        let last = Period::containing(a.last.min(b.last), Granularity::Day).label();
        let issue = Issue::new("overlapping-snapshots", at).with("source", theirs.id.as_str());
        return Some(issue.with("first", first).with("last", last));
    }
    let same = ours.period == theirs.period
        && ours.calendar == theirs.calendar
        && ours.dimensions == theirs.dimensions
        && ours.measures.len() == theirs.measures.len()
        && ours.measures.iter().zip(&theirs.measures).all(|(a, b)| a.agrees_with(b));
    // A customer who bought in both would be two.
    if same && ours.measures.iter().any(MeasurePart::follows_buyers) {
        return Some(Issue::new("customers-in-both", at).with("source", theirs.id.as_str()));
    }
    (!same).then(|| Issue::new("different-measures", at).with("source", theirs.id.as_str()))
}

impl SourcePart {
    /// Its span; where a file does not say it, that of its periods.
    fn days(&self) -> Option<Span> {
        let cells = || self.measures.iter().flat_map(|part| part.cells.keys());
        let first = cells().map(|(period, _)| period.first_day()).min();
        let last = cells().map(|(period, _)| period.last_day()).max();
        self.span.or(first.zip(last).map(|(first, last)| Span { first, last }))
    }

    /// Whether both tell about one period. A span is told from its first day to its last: of January and March put
    /// together it holds February, which neither of them tells about.
    fn meets(&self, other: &Self) -> bool {
        let known: BTreeSet<Period> = self.measures.iter().flat_map(MeasurePart::periods).collect();
        let nothing =
            known.is_empty() || other.measures.iter().all(|part| part.cells.keys().next().is_none());
        nothing || other.measures.iter().flat_map(MeasurePart::periods).any(|period| known.contains(&period))
    }

    /// Adds a part of the same source that tells about other days.
    fn add(&mut self, other: &Self) {
        self.read += other.read;
        self.used += other.used;
        self.refused += other.refused;
        self.span = self.span.zip(other.span).map(|(a, b)| Span::union(&a, &b)).or(self.span).or(other.span);
        self.written |= other.written;
        // A hash names one file; of two together there is none.
        self.hash = None;
        let mut stricter = false;
        for (ours, theirs) in self.measures.iter_mut().zip(&other.measures) {
            stricter |= ours.minimum != theirs.minimum;
            ours.merge(theirs);
        }
        if self.measures.iter().any(|measure| !measure.hidden.is_empty()) || stricter && !self.written {
            self.protect();
        } else if stricter {
            // What one of them could show by its own minimum may be too small by the other's.
            self.guard();
        }
    }
}
