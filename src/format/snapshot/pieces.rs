//! The JSON text of a snapshot in pieces, so that whoever waits can do something else in between.

use super::{encode, short};
use crate::format::json;
use crate::snapshot::{Sketches, Snapshot, SourcePart};

/// The pieces of the JSON text of a snapshot, in their order: joined they are what [`encode`](super::encode)
/// writes, or [`keep`](super::keep).
#[derive(Debug)]
pub struct Pieces {
    sources: Vec<SourcePart>,
    next: Option<Piece>,
    known: Sketches,
}

/// What comes next: by the places of the source, the measure and the cell.
#[derive(Clone, Copy, Debug)]
enum Piece {
    Start,
    Source(usize),
    Measure(usize, usize),
    Cells(usize, usize, usize),
}

impl Pieces {
    /// So many cells a piece: few enough for a slow machine.
    const CELLS: usize = 16;

    /// The pieces of what of a snapshot is written.
    pub(super) fn of(snapshot: &Snapshot) -> Self {
        Self {
            sources: snapshot.sources().iter().map(SourcePart::published).collect(),
            next: Some(Piece::Start),
            known: Sketches::default(),
        }
    }

    /// The pieces of all of it.
    pub(super) fn kept(snapshot: &Snapshot) -> Self {
        let sources = snapshot.sources().to_vec();
        Self { sources, next: Some(Piece::Start), known: Sketches::default() }
    }

    /// A piece, and what comes behind it.
    fn piece(&mut self, piece: Piece) -> (String, Option<Piece>) {
        match piece {
            Piece::Start => (opened(&encode::snapshot(Vec::new())), Some(Piece::Source(0))),
            Piece::Source(place) => match self.sources.get(place) {
                None => (CLOSED.to_owned(), None),
                Some(source) => {
                    let text = opened(&encode::source(source, Vec::new()));
                    (behind(place, text), Some(Piece::Measure(place, 0)))
                }
            },
            Piece::Measure(place, measure) => match self.measure(place, measure) {
                None => (CLOSED.to_owned(), Some(Piece::Source(place + 1))),
                Some((source, part)) => {
                    let text = opened(&encode::measure(part, &source.dimensions, Vec::new()));
                    (behind(measure, text), Some(Piece::Cells(place, measure, 0)))
                }
            },
            Piece::Cells(place, measure, cell) => {
                let (text, count) = self.cells(place, measure, cell);
                if count == 0 {
                    return (CLOSED.to_owned(), Some(Piece::Measure(place, measure + 1)));
                }
                (text, Some(Piece::Cells(place, measure, cell + count)))
            }
        }
    }

    fn measure(&self, source: usize, measure: usize) -> Option<(&SourcePart, &crate::snapshot::MeasurePart)> {
        let source = self.sources.get(source)?;
        Some((source, source.measures.get(measure)?))
    }

    /// Some cells from a place on, and how many.
    fn cells(&mut self, source: usize, measure: usize, cell: usize) -> (String, usize) {
        let Self { sources, known, .. } = self;
        let part = sources.get(source).and_then(|source| Some((source, source.measures.get(measure)?)));
        let Some((source, part)) = part else { return (String::new(), 0) };
        let (mut text, mut count) = (Vec::new(), 0);
        for (key, partial) in part.cells.from(cell).iter().take(Self::CELLS) {
            if cell + count > 0 {
                text.push(b',');
            }
            short::cell(&mut text, (key, partial), &source.dimensions, known);
            count += 1;
        }
        // JSON is UTF-8.
        (String::from_utf8(text).unwrap_or_default(), count)
    }
}

impl Iterator for Pieces {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let (text, next) = self.piece(self.next?);
        self.next = next;
        Some(text)
    }
}

/// What ends an object whose last field is a list.
const CLOSED: &str = "]}";

/// An object whose last field is a list that is still empty, left open for what goes into it.
fn opened(object: &impl serde::Serialize) -> String {
    let mut text = json::compact(object);
    text.truncate(text.len() - CLOSED.len());
    text
}

/// Behind the first there is a comma in front.
fn behind(place: usize, text: String) -> String {
    if place == 0 { text } else { format!(",{text}") }
}
