//! A cell of a snapshot as text, the short way: there are thousands of them, of a few shapes, and a serialiser that knows
//! none of them takes three times as long.

use std::io::Write;

use throughline_rows::counting::write_wholes;

use super::encode;
use crate::data::Dimension;
use crate::format::json::{self, scalar::Number};
use crate::snapshot::{CellKey, Durations, Partial, Shape, Sketches};

/// Writes a cell as its [shape](super::wire::SnapshotCell) is written.
pub(super) fn cell(
    text: &mut Vec<u8>,
    (key, partial): (&CellKey, &Partial),
    dimensions: &[Dimension],
    known: &mut Sketches,
) {
    if let Shape::Tally(_) = partial.shape {
        return json::compact_into(text, &encode::cell(key, partial, dimensions));
    }
    let (period, group) = key;
    text.extend_from_slice(b"{\"period\":\"");
    text.extend_from_slice(period.label().as_bytes());
    text.push(b'"');
    if let Some(segment) = encode::segment(group, dimensions) {
        text.extend_from_slice(b",\"segment\":");
        json::compact_into(text, &segment);
    }
    whole(text, b",\"n\":", partial.n);
    if partial.open > 0 {
        whole(text, b",\"open\":", partial.open);
    }
    match &partial.shape {
        Shape::Counts { numerator, denominator } => {
            number(text, b",\"numerator\":", *numerator);
            number(text, b",\"denominator\":", *denominator);
        }
        Shape::Scale(answers) => self::answers(text, answers.iter()),
        Shape::Duration(durations) => self::durations(text, durations, known),
        Shape::Tally(_) => {}
    }
    text.push(b'}');
}

fn whole(text: &mut Vec<u8>, name: &[u8], number: u64) {
    text.extend_from_slice(name);
    write_wholes(text, &[number.cast_signed()]);
}

fn number(text: &mut Vec<u8>, name: &[u8], number: f64) {
    text.extend_from_slice(name);
    match Number(number).whole() {
        Some(whole) => write_wholes(text, &[whole]),
        None if !number.is_finite() => text.extend_from_slice(b"null"),
        // Writing into memory cannot fail.
        None => drop(write!(text, "{number}")),
    }
}

/// Answers in the order of their points as texts.
fn answers(text: &mut Vec<u8>, answers: impl Iterator<Item = (i32, u64)>) {
    let mut points: Vec<([u8; 11], u64)> = answers.map(|(point, count)| (key(point), count)).collect();
    points.sort_unstable();
    text.extend_from_slice(b",\"answers\":{");
    for (place, (point, count)) in points.iter().enumerate() {
        text.extend_from_slice(if place > 0 { b",\"" } else { b"\"" });
        text.extend(point.iter().filter(|letter| **letter > 0));
        whole(text, b"\":", *count);
    }
    text.push(b'}');
}

/// A point as text, in bytes that order as texts do.
fn key(point: i32) -> [u8; 11] {
    let (mut text, mut key) = (Vec::with_capacity(11), [0; 11]);
    write_wholes(&mut text, &[point.into()]);
    key.iter_mut().zip(text).for_each(|(to, from)| *to = from);
    key
}

fn durations(text: &mut Vec<u8>, durations: &Durations, known: &mut Sketches) {
    let part = encode::durations(durations, &durations.quantiles.to_sketch_by(known));
    text.extend_from_slice(b",\"durations\":{");
    let start = text.len();
    let known = [(&b",\"mean\":"[..], part.mean), (b",\"deviations\":", part.deviations)];
    known
        .into_iter()
        .for_each(|(name, known)| known.into_iter().for_each(|known| number(text, name, known.0)));
    let counts = [(&b",\"within\":"[..], part.within), (b",\"zeros\":", part.zeros)];
    counts.into_iter().for_each(|(name, count)| count.into_iter().for_each(|count| whole(text, name, count)));
    text.extend_from_slice(b",\"buckets\":[");
    write_wholes(text, &part.buckets);
    text.extend_from_slice(b"]}");
    // The first field of an object has no comma in front.
    text.remove(start);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Date, Granularity, Period};
    use crate::snapshot::{Quantiles, Segment};
    use proptest::prelude::*;

    fn number() -> impl Strategy<Value = f64> {
        prop_oneof![
            (0..10_i32).prop_map(f64::from),
            -1e9..1e18_f64,
            Just(f64::NAN),
            Just(-0.0),
            (0..1_u64 << 60).prop_map(|n| n as f64)
        ]
    }

    fn shape() -> impl Strategy<Value = Shape> {
        let counts = (number(), number())
            .prop_map(|(numerator, denominator)| Shape::Counts { numerator, denominator });
        let points = prop_oneof![0..101_i32, any::<i32>()];
        let scale = prop::collection::btree_map(points, any::<u32>().prop_map(u64::from), 0..14);
        let values = prop::collection::vec(prop_oneof![Just(0.0), 1e-7..1e6_f64], 0..30);
        let duration = (values, prop::option::of(0..1000_u64)).prop_map(|(values, within)| {
            let moments = values.iter().copied().collect();
            Shape::Duration(Durations { moments, within, quantiles: Quantiles::exact(values) })
        });
        prop_oneof![counts, scale.prop_map(|points| Shape::Scale(points.into_iter().collect())), duration]
    }

    proptest! {
        #[test]
        fn a_cell_is_written_as_its_shape_is(
            shape in shape(),
            n in 0..1_u64 << 40,
            open in 0..3_u64,
            values in prop::collection::vec("[a\"\\\\ é\n]{1,4}", 0..3),
            dimensions in prop::sample::select(vec![1, 2]),
        ) {
            let dimensions: Vec<Dimension> =
                ["Team", "A \"channel\""].into_iter().take(dimensions).map(Dimension::plain).collect();
            let values = values.into_iter().zip(0..).take(dimensions.len()).map(|(value, place)| (place, value));
            let day = Date::constant(2026, 1, 1);
            let key = (Period::containing(day, Granularity::Month), Segment::of(values.collect()));
            let partial = Partial { n, open, shape };
            let mut text = Vec::new();
            cell(&mut text, (&key, &partial), &dimensions, &mut Sketches::default());
            let known = json::compact(&encode::cell(&key, &partial, &dimensions));
            prop_assert_eq!(String::from_utf8(text).unwrap(), known);
        }
    }
}
