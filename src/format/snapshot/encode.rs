//! A written snapshot to the shape of its JSON.

use std::collections::BTreeMap;

use super::wire;
use crate::calendar::Period;
use crate::data::{Dimension, Hours, Mapping, Resolved};
use crate::format;
use crate::format::calendar;
use crate::format::json::scalar::{Day, Number, Text, Weight, Word};
use crate::format::mapping::{alone, listed};
use crate::format::segment::SegmentName;
use crate::snapshot::{self, CellKey, MeasurePart, Partial, Segment, Shape, SourcePart};
use crate::stats::{Moments, Sketch};

/// A snapshot of these sources.
pub(super) const fn snapshot(sources: Vec<wire::SnapshotSource>) -> wire::Snapshot {
    wire::Snapshot { version: crate::format::mapping::wire::Version, sources }
}

/// A source with these measures.
pub(super) fn source(source: &SourcePart, measures: Vec<wire::SnapshotMeasure>) -> wire::SnapshotSource {
    let text = |text: &Option<String>| text.as_ref().map(Text::from);
    wire::SnapshotSource {
        id: Text::from(&source.id),
        name: text(&source.name),
        hash: text(&source.hash),
        read: source.read,
        used: source.used,
        refused: source.refused,
        span: source.span.map(|span| wire::SnapshotSpan { first: Day(span.first), last: Day(span.last) }),
        period: Word(source.period),
        calendar: calendar::encode(source.calendar),
        dimension: alone(&source.dimensions),
        dimensions: listed(&source.dimensions),
        minimum: minimum(source),
        measures,
    }
}

/// The stricter one of its measures, where it is not the usual.
fn minimum(source: &SourcePart) -> Option<u32> {
    let most = source.measures.iter().map(|part| part.minimum).max()?;
    u32::try_from(most).ok().filter(|most| *most > Mapping::LEAST_GROUP)
}

/// A measure with these cells.
pub(super) fn measure(
    part: &MeasurePart,
    dimensions: &[Dimension],
    cells: Vec<wire::SnapshotCell>,
) -> wire::SnapshotMeasure {
    wire::SnapshotMeasure {
        id: Text::from(&part.id),
        kpi: Word(part.family),
        limit: part.limit.map(Weight),
        scale: part.scale,
        denominator: part.basis.map(Word),
        hours: Some(part.hours).filter(|hours| *hours != Hours::Calendar).map(Word),
        resolved: Some(part.resolved).filter(|resolved| *resolved != Resolved::Last).map(Word),
        at: part.at.map(Day),
        rule: part.told.as_ref().map(|told| Text::from(&told.rule)),
        opening: part.told.as_ref().map(|told| told.opening).filter(|opening| *opening > 0.0).map(Weight),
        estimate: part.told.as_ref().and_then(|told| told.estimate.as_ref()).map(Text::from),
        discount: part.told.as_ref().map(|told| told.discount).filter(|rate| *rate > 0.0).map(Weight),
        suppressed: part.suppressed.iter().map(|key| gap(key, dimensions)).collect(),
        cells,
    }
}

fn gap((period, group): &CellKey, dimensions: &[Dimension]) -> wire::SnapshotGap {
    let every = *group == group.every();
    let names = || group.dimensions().filter_map(|place| dimensions.get(usize::from(place)));
    let segment = match segment(group, dimensions).filter(|_| !every) {
        Some(name) => wire::SnapshotGroup::Segment(name),
        None => wire::SnapshotGroup::Every(names().map(|each| Text::from(&each.column)).collect()),
    };
    wire::SnapshotGap { period: period.label(), segment }
}

/// A segment by the names of its dimensions; the name of the one there is goes without saying.
pub(super) fn segment(segment: &Segment, dimensions: &[Dimension]) -> Option<SegmentName> {
    let value = |(place, value): &(u8, String)| {
        let name = dimensions.get(usize::from(*place)).filter(|_| dimensions.len() > 1);
        (name.map(|each| each.column.clone()).unwrap_or_default(), value.clone())
    };
    format::segment::encode(&segment.values().iter().map(value).collect::<Vec<_>>())
}

/// A cell.
pub(super) fn cell(
    (period, group): &CellKey,
    partial: &Partial,
    dimensions: &[Dimension],
) -> wire::SnapshotCell {
    let mut cell = wire::SnapshotCell {
        period: period.label(),
        segment: segment(group, dimensions),
        n: partial.n,
        open: Some(partial.open).filter(|open| *open > 0),
        numerator: None,
        denominator: None,
        answers: None,
        counts: None,
        amounts: None,
        level: None,
        ended: None,
        items: Vec::new(),
        durations: None,
    };
    match &partial.shape {
        Shape::Counts { numerator, denominator } => {
            cell.numerator = Some(Number(*numerator));
            cell.denominator = Some(Weight(*denominator));
        }
        Shape::Scale(answers) => {
            cell.answers = Some(answers.iter().map(|(point, count)| (point.to_string(), count)).collect());
        }
        Shape::Duration(durations) => {
            cell.durations = Some(self::durations(durations, &durations.quantiles.to_sketch()));
        }
        Shape::Tally(tally) => {
            let counts = tally.counts.iter().map(|(name, count)| (*name, Weight(*count)));
            let amounts = tally.amounts.iter().map(|(name, sum)| (*name, Number(*sum)));
            cell.counts = Some(wire::NamedCounts(counts.collect()));
            cell.amounts = Some(wire::NamedSums(amounts.collect())).filter(|_| !tally.amounts.is_empty());
            cell.level = tally.level.then_some(true);
            let ended = |ended: &BTreeMap<Period, u64>| {
                ended.iter().map(|(began, count)| (began.label(), *count)).collect()
            };
            cell.ended = tally.ended.as_ref().map(ended);
            cell.items = tally.items.iter().filter_map(item).collect();
            if !tally.answers.is_empty() {
                let answers = tally.answers.iter().map(|(point, count)| (point.to_string(), count));
                cell.answers = Some(answers.collect());
            }
            let lengths = tally.durations.as_ref();
            cell.durations = lengths.map(|lengths| durations(lengths, &lengths.quantiles.to_sketch()));
        }
    }
    cell
}

fn item(moments: &Moments) -> Option<wire::SnapshotItem> {
    let (mean, deviations) = (Weight(moments.mean()?), Weight(moments.deviations()?));
    Some(wire::SnapshotItem { n: moments.n(), mean, deviations })
}

/// Lengths of time and a sketch of them.
pub(super) fn durations(part: &snapshot::Durations, sketch: &Sketch) -> wire::SnapshotDurations {
    wire::SnapshotDurations {
        mean: part.moments.mean().map(Weight),
        deviations: part.moments.deviations().map(Weight),
        within: part.within,
        zeros: Some(sketch.zeros()).filter(|zeros| *zeros > 0),
        buckets: buckets(sketch),
    }
}

fn buckets(sketch: &Sketch) -> Vec<i64> {
    let mut last = 0;
    let pair = |(key, count): (i32, u64)| {
        let distance = i64::from(key) - last;
        last = i64::from(key);
        [distance, count.cast_signed()]
    };
    sketch.buckets().flat_map(pair).collect()
}
