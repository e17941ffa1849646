//! The JSON text of a snapshot in pieces, so that whoever waits can do something else in between.

use super::{encode, wire};
use crate::format::json;
use crate::snapshot::{Snapshot, SourcePart};

/// The pieces of the JSON text of a snapshot, in their order: joined they are what [`encode`](super::encode)
/// writes, or [`keep`](super::keep).
#[derive(Debug)]
pub struct Pieces {
    sources: Vec<SourcePart>,
    next: Option<Piece>,
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
    const CELLS: usize = 32;

    /// The pieces of what of a snapshot is written.
    pub(super) fn of(snapshot: &Snapshot) -> Self {
        Self {
            sources: snapshot.sources().iter().map(SourcePart::published).collect(),
            next: Some(Piece::Start),
        }
    }

    /// The pieces of all of it.
    pub(super) fn kept(snapshot: &Snapshot) -> Self {
        Self { sources: snapshot.sources().to_vec(), next: Some(Piece::Start) }
    }

    /// A piece, and what comes behind it.
    fn piece(&self, piece: Piece) -> (String, Option<Piece>) {
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
    fn cells(&self, source: usize, measure: usize, cell: usize) -> (String, usize) {
        let Some((source, part)) = self.measure(source, measure) else { return (String::new(), 0) };
        let (mut text, mut count) = (Vec::new(), 0);
        for (key, partial) in part.cells.from(cell).iter().take(Self::CELLS) {
            if cell + count > 0 {
                text.push(b',');
            }
            write_cell(&mut text, encode::cell(key, partial, &source.dimensions));
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

/// What ends a cell whose last field is a sketch.
const END_OF_SKETCH: &[u8] = b"]}}";

/// Writes a cell. Nearly all of it are the numbers of its sketch, which go the short way.
fn write_cell(text: &mut Vec<u8>, mut cell: wire::SnapshotCell) {
    let buckets = cell.durations.as_mut().map(|durations| std::mem::take(&mut durations.buckets));
    json::compact_into(text, &cell);
    let Some(buckets) = buckets else { return };
    text.truncate(text.len().saturating_sub(END_OF_SKETCH.len()));
    for (place, number) in buckets.into_iter().enumerate() {
        if place > 0 {
            text.push(b',');
        }
        write_whole(text, number);
    }
    text.extend_from_slice(END_OF_SKETCH);
}

/// Writes a whole number.
fn write_whole(text: &mut Vec<u8>, number: i64) {
    if let 0..10 = number {
        return text.push(b'0' + number as u8);
    }
    let (mut digits, mut start) = ([b'0'; 20], 20);
    let mut rest = number.unsigned_abs();
    for (place, digit) in digits.iter_mut().enumerate().rev() {
        *digit += (rest % 10) as u8;
        rest /= 10;
        start = place;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        text.push(b'-');
    }
    text.extend_from_slice(digits.get(start..).unwrap_or_default());
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Date, Granularity, Period};
    use crate::snapshot::{Durations, Partial, Quantiles, Segment, Shape};
    use crate::stats::Moments;

    #[test]
    fn whole_numbers_are_written_as_by_the_standard_library() {
        for number in [0, 7, 9, 10, -1, -10, 123_456_789, i64::MAX, i64::MIN] {
            let mut text = Vec::new();
            write_whole(&mut text, number);
            assert_eq!(String::from_utf8(text).unwrap(), number.to_string());
        }
    }

    #[test]
    fn a_cell_goes_the_short_way_to_the_same_text() {
        let period = Period::containing(Date::constant(2026, 1, 1), Granularity::Month);
        for values in [vec![], vec![0.0], vec![1e-3, 5.0, 5.0, 7e5]] {
            let moments = Moments::of(&values);
            let durations = Durations { moments, within: Some(2), quantiles: Quantiles::exact(values) };
            let partial = Partial { n: 4, open: 0, shape: Shape::Duration(durations) };
            let cell = encode::cell(&(period, Segment::one(0, "a")), &partial, &[]);
            let mut text = Vec::new();
            write_cell(&mut text, cell.clone());
            assert_eq!(String::from_utf8(text).unwrap(), json::compact(&cell));
        }
    }
}
