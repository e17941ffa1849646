//! JSON to a draft: KPIs.

use super::decode::{bands, reference};
use super::decode_score;
use crate::error::Pointer;
use crate::format::json::{Object, Reader, Value};
use crate::format::segment;
use crate::plan::{
    Aggregate, Amount, Benchmark, CountFrom, DraftKpi, Expected, Milestone, Reading, ScoreFunction, Typed,
    Variant, Window,
};

/// The score functions, the common ones first.
const NAMES: &[&str] = &[
    "linear",
    "min-max",
    "range",
    "goal-red-flag",
    "thresholds",
    "binary",
    "ordinal",
    "piecewise",
    "expression",
];

#[inline(never)]
pub(super) fn kpi(reader: &Reader) -> Option<DraftKpi> {
    let mut object = reader.object()?;
    let before = object.issues().count();
    let mut kpi = DraftKpi {
        at: reader.pointer(),
        id: object.required_text("id"),
        title: object.required_text("title"),
        description: object.text("description"),
        unit: object.text("unit"),
        direction: object.word("direction"),
        baseline: object.number("baseline"),
        target: object.number("target"),
        benchmark: object.field("benchmark").and_then(|field| benchmark(&field)),
        start: object.date("start"),
        due: object.date("due"),
        weight: object.number("weight").unwrap_or(1.0),
        owner: reference(&mut object, "owner"),
        guard: reference(&mut object, "guard"),
        standard: object.text("standard"),
        interval: object.word("interval"),
        lead: object.word("lead"),
        score: object.field("score").and_then(|field| score(&field)).unwrap_or_default(),
        expected: object.field("expected").and_then(|field| expected(&field)).unwrap_or_default(),
        overruled: object.field("override").and_then(|field| decode_score::overruled(&field)),
        bands: object.field("bands").and_then(|field| bands(&field)),
        window: object.field("window").and_then(|field| window(&field)).unwrap_or_default(),
        aggregate: object.word("aggregate").unwrap_or(Aggregate::Last),
        reading: object.field("measure").and_then(|field| reading(&field)),
        typed: object.each("values", typed),
        sound: true,
    };
    object.finish();
    kpi.sound = reader.issues().count() == before;
    Some(kpi)
}

#[inline(never)]
fn benchmark(reader: &Reader) -> Option<Benchmark> {
    let mut object = reader.object()?;
    let value = object.required_number("value");
    let source = object.required_text("source");
    let date = object.required_date("date");
    let unit = object.text("unit");
    object.finish();
    Some(Benchmark { value: value?, source, date: date?, unit })
}

#[inline(never)]
fn score(reader: &Reader) -> Option<ScoreFunction> {
    let mut object = reader.object()?;
    let score = match object.required("function")?.position(NAMES)? {
        0 => Some(ScoreFunction::Linear),
        1 => {
            let (low, high) = (object.required_number("low"), object.required_number("high"));
            low.zip(high).map(|(low, high)| ScoreFunction::MinMax { low, high })
        }
        2 => range(&mut object),
        other => decode_score::other(&mut object, NAMES.get(other).copied().unwrap_or_default()),
    };
    object.finish();
    score
}

fn range(object: &mut Object) -> Option<ScoreFunction> {
    let (low0, low) = (object.required_number("low0"), object.required_number("low"));
    let (high, high0) = (object.required_number("high"), object.required_number("high0"));
    Some(ScoreFunction::Range { low0: low0?, low: low?, high: high?, high0: high0? })
}

#[inline(never)]
fn expected(reader: &Reader) -> Option<Expected> {
    const NAMES: &[&str] = &["even", "milestones", "steps"];
    let mut object = reader.object()?;
    let expected = match object.required("course")?.position(NAMES)? {
        1 => points(&mut object).map(Expected::Milestones),
        2 => points(&mut object).map(Expected::Steps),
        _ => Some(Expected::Even),
    };
    object.finish();
    expected
}

/// All points, or none where one could not be read: their places are named by their order.
fn points(object: &mut Object) -> Option<Vec<Milestone>> {
    let points: Vec<Option<Milestone>> = object.required("points")?.list()?.iter().map(milestone).collect();
    points.into_iter().collect()
}

fn milestone(reader: &Reader) -> Option<Milestone> {
    let mut object = reader.object()?;
    let date = object.required_date("date");
    let progress = object.required_number("progress");
    object.finish();
    Some(Milestone { date: date?, progress: progress? })
}

#[inline(never)]
pub(in crate::format) fn window(reader: &Reader) -> Option<Window> {
    if reader.value().is_string() {
        return reader.position(&["all"]).map(|_| Window::All);
    }
    let mut object = reader.object()?;
    let last = object.required("last").and_then(|field| field.whole_in(1, u32::MAX));
    object.finish();
    last.map(Window::Last)
}

#[inline(never)]
fn reading(reader: &Reader) -> Option<Reading> {
    let mut object = reader.object()?;
    let (source, measure) = (object.required_text("source"), object.required_text("measure"));
    let variant =
        object.required("variant").and_then(|field| field.choice(Variant::NAMES, Variant::from_name));
    let segment = object.field("segment").and_then(|field| segment::decode(&field)).unwrap_or_default();
    let counts = object.field("counts").map(|field| counts_from(&field)).unwrap_or_default();
    object.finish();
    Some(Reading { source, measure, variant: variant?, segment, counts })
}

/// Counts that other measures tell, by the name that the formula has for each.
#[inline(never)]
pub(in crate::format) fn counts_from(reader: &Reader) -> Vec<CountFrom> {
    let Some(object) = reader.object() else { return Vec::new() };
    let mut all = Vec::new();
    for (name, field) in object.entries() {
        if matches!(field.value(), Value::Array(_)) {
            several(name, &field, &mut all);
        } else {
            all.extend(count_from(name, &field));
        }
    }
    all
}

fn count_from(name: &str, reader: &Reader) -> Option<CountFrom> {
    let mut object = reader.object()?;
    let from = CountFrom {
        name: name.to_owned(),
        source: object.required_text("source"),
        measure: object.required_text("measure"),
        count: object.required_text("count"),
    };
    object.finish();
    Some(from)
}

/// A count that several tables tell together; one that is named twice would be added twice.
#[cold]
#[inline(never)]
fn several(name: &str, reader: &Reader, all: &mut Vec<CountFrom>) {
    let items = reader.list().unwrap_or_default();
    if items.is_empty() {
        reader.report("empty-list", []);
    }
    for item in &items {
        let Some(from) = count_from(name, item) else { continue };
        if all.contains(&from) {
            item.report("listed-twice", [("value", from.source.as_str().into())]);
        }
        all.push(from);
    }
}

#[inline(never)]
fn typed(reader: &Reader) -> Option<(Pointer, Typed)> {
    let mut object = reader.object()?;
    let at = object.required_date("at");
    let amount = amount(&mut object);
    let n = object.field("n").and_then(|field| field.count(1));
    let (low, high) = (object.number("low"), object.number("high"));
    for (one, other) in [("low", "high"), ("high", "low")] {
        if object.has(one) && !object.has(other) {
            object.missing(other);
        }
    }
    object.finish();
    Some((reader.pointer(), Typed { at: at?, amount: amount?, n, interval: low.zip(high) }))
}

/// Counts where either is written; a value beside them is one too many.
fn amount(object: &mut Object) -> Option<Amount> {
    if !object.has("numerator") && !object.has("denominator") {
        return object.required_number("value").map(Amount::Value);
    }
    let (numerator, denominator) =
        (object.required_number("numerator"), object.required_number("denominator"));
    Some(Amount::Counts { numerator: numerator?, denominator: denominator? })
}
