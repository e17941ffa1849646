//! JSON to a snapshot.

mod tally;

use std::collections::BTreeSet;

use crate::calendar::{Cycle, Granularity, Period};
use crate::data::{Dimension, Family, Hours, Mapping, Resolved};
use crate::error::Issue;
use crate::format;
use crate::format::calendar;
use crate::format::json::{Object, Reader, Value};
use crate::format::mapping::dimensions;
use crate::format::mapping::wire::Version;
use crate::snapshot::{
    Answers, CellKey, Cells, Durations, MeasurePart, Partial, Quantiles, Segment, Shape, Snapshot,
    SourcePart, Span,
};
use crate::stats::{Moments, Sketch};

/// No count is larger; that leaves room for adding up.
const MOST: f64 = 1e12;

pub(super) fn snapshot(reader: &Reader) -> Option<Snapshot> {
    let mut object = reader.object()?;
    object.version(Version::SUPPORTED.into());
    let readers = object.required("sources").and_then(|field| field.list()).unwrap_or_default();
    let mut sources: Vec<SourcePart> = Vec::with_capacity(readers.len());
    let mut places: Vec<&Reader> = Vec::with_capacity(readers.len());
    for reader in &readers {
        let Some(source) = source(reader) else { continue };
        let known = sources.iter().position(|known| known.id == source.id && !known.id.is_empty());
        if let Some(first) = known.and_then(|position| places.get(position)) {
            twice(reader, &source.id, first);
        }
        sources.push(source);
        places.push(reader);
    }
    object.finish();
    Some(Snapshot::of(sources))
}

/// Reports an id that an earlier source has.
#[cold]
fn twice(reader: &Reader, id: &str, first: &Reader) {
    let [at, first] = [reader, first].map(|reader| reader.pointer().field("id"));
    reader.issues().push(Issue::new("duplicate-id", at).with("id", id).with("first", first.as_str()));
}

#[inline(never)]
fn source(reader: &Reader) -> Option<SourcePart> {
    let mut object = reader.object()?;
    let period = object.required("period").and_then(|field| field.word());
    let readers = object.required("measures").and_then(|field| field.list()).unwrap_or_default();
    let calendar = object.field("calendar").and_then(|field| calendar::decode(&field)).unwrap_or_default();
    let dimensions = dimensions(&mut object);
    let minimum = minimum(&mut object);
    let mut measures = Vec::with_capacity(readers.len());
    if let Some(granularity) = period {
        let cut = Cut { cycle: Cycle { granularity, calendar }, dimensions: &dimensions, minimum };
        readers.iter().for_each(|reader| measures.extend(measure(reader, cut)));
    }
    let read = count(&mut object, "read");
    let used = object.required("used");
    let source = SourcePart {
        id: object.required_text("id"),
        name: object.text("name"),
        hash: object.text("hash"),
        read: read.unwrap_or(0),
        used: used.and_then(|field| part(&field, read)).unwrap_or(0),
        refused: count(&mut object, "refused").unwrap_or(0),
        span: object.field("span").and_then(|field| span(&field)),
        period: period.unwrap_or(Granularity::Month),
        calendar,
        dimensions,
        written: true,
        measures,
    };
    object.finish();
    Some(source)
}

/// The least group that is shown.
fn minimum(object: &mut Object) -> u32 {
    let read = |field: Reader| field.whole_in(Mapping::LEAST_GROUP, Mapping::HIGHEST_GROUP);
    object.field("minimum").and_then(read).unwrap_or(Mapping::LEAST_GROUP)
}

/// A count that must be there.
fn count(object: &mut Object, name: &'static str) -> Option<u64> {
    object.required(name).and_then(|field| whole(&field))
}

/// A count of some of these.
fn part(reader: &Reader, all: Option<u64>) -> Option<u64> {
    let part = whole(reader)?;
    within(reader, part as f64, all? as f64).then_some(part)
}

/// Whether a part is no more than its whole; reports where it is.
fn within(reader: &Reader, part: f64, whole: f64) -> bool {
    if part > whole {
        reader.report("part-above-whole", [("part", part.into()), ("whole", whole.into())]);
    }
    part <= whole
}

/// A count.
#[inline(never)]
fn whole(reader: &Reader) -> Option<u64> {
    reader.number_in(0.0, MOST)?;
    reader.count(0)
}

fn span(reader: &Reader) -> Option<Span> {
    let mut object = reader.object()?;
    let (first, last) = (object.required_date("first"), object.required_date("last"));
    object.finish();
    let span = Span { first: first?, last: last? };
    if span.first > span.last {
        let text = |day| Period::containing(day, Granularity::Day).label();
        let (first, last) = (text(span.first), text(span.last));
        reader.report("dates-reversed", [("start", first.into()), ("due", last.into())]);
        return None;
    }
    Some(span)
}

#[inline(never)]
fn measure(reader: &Reader, cut: Cut<'_>) -> Option<MeasurePart> {
    let mut object = reader.object()?;
    let id = object.required_text("id");
    let family = object.required("kpi").and_then(|field| field.word());
    let limit = object.number_in("limit", 0.0, f64::INFINITY);
    let scale = object.field("scale").and_then(|field| field.whole_in(2, 100)).map(|top| top as i32);
    let basis = object.word("denominator");
    let clocked = object.has("hours") || object.has("resolved");
    let (hours, resolved) = if clocked { clock(&mut object) } else { (Hours::Calendar, Resolved::Last) };
    let at = object.date("at");
    let told = ["rule", "opening", "estimate", "discount"]
        .iter()
        .any(|name| object.has(name))
        .then(|| tally::told(&mut object));
    let readers = object.required("cells").and_then(|field| field.list()).unwrap_or_default();
    let dropped = object.list("suppressed");
    object.finish();
    let family = family?;
    let mut cells: Vec<(CellKey, Partial)> = Vec::with_capacity(readers.len());
    let mut places: Vec<&Reader> = Vec::with_capacity(readers.len());
    for reader in &readers {
        let Some(cell) = cell(reader, cut, family) else { continue };
        cells.push(cell);
        places.push(reader);
    }
    if !cells.is_sorted_by(|(a, _), (b, _)| a < b) {
        duplicates(&cells, &places);
    }
    let mut suppressed = Vec::with_capacity(dropped.len());
    dropped.iter().for_each(|reader| suppressed.extend(gap(reader, cut)));
    suppressed.sort();
    suppressed.dedup();
    Some(MeasurePart {
        id,
        family,
        limit,
        scale,
        basis,
        hours,
        resolved,
        at,
        told,
        minimum: u64::from(cut.minimum),
        cells: Cells::of(cells),
        suppressed,
        hidden: Vec::new(),
    })
}

/// Reports every cell of a period and segment that an earlier one has.
#[cold]
#[inline(never)]
fn duplicates(cells: &[(CellKey, Partial)], places: &[&Reader]) {
    let mut known = BTreeSet::new();
    for ((key, _), reader) in cells.iter().zip(places) {
        if !known.insert(key) {
            reader.report("duplicate-cell", []);
        }
    }
}

/// How the cells of a source are cut: by which periods and which dimensions.
#[derive(Clone, Copy)]
struct Cut<'a> {
    cycle: Cycle,
    dimensions: &'a [Dimension],
    minimum: u32,
}

/// A segment by the places of its dimensions.
fn segment(reader: &Reader, cut: Cut<'_>) -> Option<Segment> {
    let mut values = format::segment::decode(reader)?;
    if let [(name, value)] = values.as_mut_slice()
        && name.is_empty()
        && !cut.dimensions.is_empty()
    {
        return Some(Segment::one(0, std::mem::take(value)));
    }
    by_dimension(reader, values, cut.dimensions)
}

#[cold]
#[inline(never)]
fn by_dimension(reader: &Reader, values: Vec<(String, String)>, dimensions: &[Dimension]) -> Option<Segment> {
    let mut found = Vec::with_capacity(values.len());
    for (name, value) in values {
        if dimensions.is_empty() {
            reader.report("no-dimension", []);
            return None;
        }
        let Some(place) = dimensions.iter().position(|each| each.column == name) else {
            let allowed: Vec<String> = dimensions.iter().map(|each| each.column.clone()).collect();
            reader.report("unknown-value", [("value", name.into()), ("allowed", allowed.into())]);
            return None;
        };
        found.push((place as u8, value));
    }
    Some(Segment::of(found))
}

/// Every segment of the dimensions that a list names.
#[cold]
#[inline(never)]
fn every(reader: &Reader, cut: Cut<'_>) -> Option<Segment> {
    let mut names = Vec::new();
    for name in reader.list()? {
        names.push((name.text()?.to_owned(), String::new()));
    }
    by_dimension(reader, names, cut.dimensions)
}

/// Which hours and which resolution count: few measures say.
#[cold]
#[inline(never)]
fn clock(object: &mut Object) -> (Hours, Resolved) {
    (object.word("hours").unwrap_or(Hours::Calendar), object.word("resolved").unwrap_or(Resolved::Last))
}

/// A period of the source's length.
fn period_of(reader: &Reader, cycle: Cycle) -> Option<Period> {
    let text = reader.any_text()?;
    let period =
        Period::parse_in(text, cycle.calendar).filter(|period| period.granularity() == cycle.granularity);
    if period.is_none() {
        reader.report("not-a-period", [("value", text.into()), ("period", cycle.granularity.name().into())]);
    }
    period
}

#[inline(never)]
fn gap(reader: &Reader, cut: Cut<'_>) -> Option<CellKey> {
    let mut object = reader.object()?;
    let period = object.required("period").and_then(|field| period_of(&field, cut.cycle));
    let segment = object.required("segment").and_then(|field| match field.value() {
        Value::Array(_) => every(&field, cut),
        _ => segment(&field, cut),
    });
    object.finish();
    Some((period?, segment?))
}

#[inline(never)]
fn cell(reader: &Reader, cut: Cut<'_>, family: Family) -> Option<(CellKey, Partial)> {
    let mut object = reader.object()?;
    let period = object.required("period").and_then(|field| period_of(&field, cut.cycle));
    let segment = match object.field("segment") {
        Some(field) => segment(&field, cut),
        None => Some(Segment::WHOLE),
    };
    let n = count(&mut object, "n");
    let open = object.field("open").and_then(|field| whole(&field)).unwrap_or(0);
    let shape = match family {
        // What is already counted has counts by name, whatever else the family is read from.
        _ if ["counts", "ended", "level", "items"].iter().any(|name| object.has(name)) => {
            tally::counted(&mut object, family, n.unwrap_or(0), cut.cycle)
        }
        Family::Resolution | Family::FirstReply => {
            durations(&mut object, n.unwrap_or(0)).map(Shape::Duration)
        }
        Family::Csat | Family::Nps | Family::Favourability | Family::Enps | Family::Ces | Family::Ces1 => {
            answers(&mut object, n.unwrap_or(0)).map(Shape::Scale)
        }
        Family::Sla | Family::Retention | Family::Counts => counts(&mut object),
        _ => tally::counted(&mut object, family, n.unwrap_or(0), cut.cycle),
    };
    object.finish();
    Some(((period?, segment?), Partial { n: n?, open, shape: shape? }))
}

fn counts(object: &mut Object) -> Option<Shape> {
    let [part, whole] = ["numerator", "denominator"].map(|name| {
        let field = object.required(name)?;
        Some((field, field.number_in(0.0, MOST)?))
    });
    let ((reader, numerator), (_, denominator)) = (part?, whole?);
    within(&reader, numerator, denominator).then_some(Shape::Counts { numerator, denominator })
}

fn answers(object: &mut Object, n: u64) -> Option<Answers> {
    let field = object.required("answers")?;
    let answers = points(&field)?;
    agree(&field, answers.total(), n).then_some(answers)
}

/// How many gave each answer.
fn points(field: &Reader) -> Option<Answers> {
    let mut answers = Answers::default();
    for (point, field) in field.object()?.entries() {
        match (point_of(point), whole(&field)) {
            (Some(point), Some(count)) => {
                answers.add(point, count);
            }
            (None, _) => field.report("not-a-number", [("value", point.into())]),
            (Some(_), None) => {}
        }
    }
    Some(answers)
}

/// A point of a scale, 0 to 100; `05` would be a second 5.
fn point_of(name: &str) -> Option<i32> {
    let digits = (1..=3).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_digit());
    let point = name.bytes().fold(0, |sum, byte| sum * 10 + i32::from(byte) - 48);
    let second = name.len() > 1 && name.starts_with('0');
    (digits && !second && point <= 100).then_some(point)
}

/// Whether the parts of a cell add up to its n; reports where they do not.
fn agree(reader: &Reader, sum: u64, n: u64) -> bool {
    if sum != n {
        reader.report("counts-disagree", [("sum", (sum as f64).into()), ("n", (n as f64).into())]);
    }
    sum == n
}

#[inline(never)]
fn durations(object: &mut Object, n: u64) -> Option<Durations> {
    let field = object.required("durations")?;
    let mut object = field.object()?;
    let mean = object.number_in("mean", 0.0, MOST);
    let deviations = object.number_in("deviations", 0.0, f64::INFINITY);
    let within = object.field("within").and_then(|field| part(&field, Some(n)));
    let zeros = object.field("zeros").and_then(|field| whole(&field)).unwrap_or(0);
    let buckets = object.required("buckets").and_then(|field| buckets(&field));
    if n > 0 && !object.has("mean") {
        object.missing("mean");
    }
    object.finish();
    let sketch = Sketch::from_parts(zeros, buckets?);
    if !agree(&field, sketch.n(), n) {
        return None;
    }
    let moments = Moments::from_parts(n, mean.unwrap_or(0.0), deviations.unwrap_or(0.0))?;
    Some(Durations { moments, within, quantiles: Quantiles::Sketch(sketch) })
}

/// In turn the distance from the last bucket and the count of one.
fn buckets(reader: &Reader) -> Option<Vec<(i32, u64)>> {
    // r^4000 seconds is far beyond the age of the earth, r^-4000 far below a nanosecond.
    const FARTHEST: f64 = 4000.0;
    let items = reader.list()?;
    let (pairs, rest) = items.as_chunks::<2>();
    if !rest.is_empty() {
        reader.wrong_type("pairs");
        return None;
    }
    let mut key = 0.0;
    let mut buckets = Vec::with_capacity(pairs.len());
    for [distance, count] in pairs {
        key += distance.number_in(-FARTHEST, 2.0 * FARTHEST)?;
        if key.abs() > FARTHEST || key.fract().abs() > 0.0 {
            distance.report("out-of-range", [("min", (-FARTHEST).into()), ("max", FARTHEST.into())]);
            return None;
        }
        buckets.push((key as i32, whole(count)?));
    }
    Some(buckets)
}
