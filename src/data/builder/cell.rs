//! A cell that takes more than a quick look.

use throughline_rows::{Cell, Column, NO_ANSWER, NO_TIME, NO_WORD};

use super::Fault;
use crate::data::layout::Reading;
use crate::data::{Condition, DateFormat, Scale, Table, read};
use crate::error::Params;

/// Reads the cell of a column, a new word into the table's words.
pub(super) fn read_cell(table: &mut Table, place: usize, text: &[u8]) -> Result<Cell, Fault> {
    let Table { mapping, layout, columns, .. } = table;
    let Some(spec) = layout.specs.get(place) else { return Ok(Cell::Index) };
    let absent = text.is_empty() || mapping.missing.iter().any(|word| word.as_bytes() == text);
    match &spec.reading {
        Reading::Time if absent && layout.event_time == Some(place) => Err(("missing-time", Params::none())),
        Reading::Time if absent => Ok(Cell::Time(NO_TIME)),
        Reading::Time => read::time(text, &mapping.dates, &mapping.zone).map(Cell::Time).ok_or_else(|| {
            let format = match &mapping.dates {
                DateFormat::Iso => "YYYY-MM-DD",
                DateFormat::Pattern(pattern) => pattern,
            };
            ("not-a-date", quoted(text).with("format", format))
        }),
        Reading::Count if absent => Ok(Cell::Number(f64::NAN)),
        Reading::Count => match read::number(text, mapping.decimal_comma) {
            Some(number) if number < 0.0 => Err(("negative-count", quoted(text))),
            Some(number) => Ok(Cell::Number(number)),
            None => Err(("not-a-number", quoted(text))),
        },
        Reading::Answer { .. } | Reading::Verdict { .. } if absent => Ok(Cell::Answer(NO_ANSWER)),
        Reading::Answer { least, scale } => answer(text, *least, scale, mapping.decimal_comma),
        Reading::Verdict { lost, kept } => verdict(text, lost, kept),
        Reading::Test(condition) => passes(text, absent, condition, mapping.decimal_comma),
        Reading::Length | Reading::Money if absent => Ok(Cell::Number(f64::NAN)),
        Reading::Length => match read::length(text, mapping.decimal_comma) {
            Some(seconds) if seconds < 0.0 => Err(("negative-time", quoted(text))),
            Some(seconds) => Ok(Cell::Number(seconds)),
            None => Err(("not-a-length", quoted(text))),
        },
        Reading::Money => read::number(text, mapping.decimal_comma)
            .map(Cell::Number)
            .ok_or_else(|| ("not-a-number", quoted(text))),
        Reading::Word if absent => Ok(Cell::Word(NO_WORD)),
        Reading::Identity if absent && layout.case == Some(place) => Err(("missing-case", Params::none())),
        Reading::Identity if absent => Err(("missing-id", Params::none())),
        Reading::Word | Reading::Identity => match columns.get_mut(place) {
            // A word that is known has been looked at.
            Some(Column::Words(_, words)) => match words.find(text) {
                Some(code) => Ok(Cell::Word(code)),
                None if std::str::from_utf8(text).is_ok() => Ok(Cell::Word(words.intern(text).0)),
                None => Err(("not-utf-8", Params::none())),
            },
            Some(Column::Index) => Ok(Cell::Index),
            _ => Err(("not-utf-8", Params::none())),
        },
    }
}

/// The parameters of a cell's text, cut where it is long.
fn quoted(text: &[u8]) -> Params {
    let text = String::from_utf8_lossy(text);
    let short: String = text.chars().take(80).collect();
    Params::none().with("value", short)
}

/// A point of a scale, by its number or its word.
fn answer(text: &[u8], least: i32, scale: &Scale, decimal_comma: bool) -> Result<Cell, Fault> {
    let by_word = || std::str::from_utf8(text).ok().and_then(|word| scale.words.get(word).copied());
    if let Some(point) = (!scale.words.is_empty()).then(by_word).flatten() {
        return Ok(Cell::Answer(point));
    }
    let Some(number) = read::number(text, decimal_comma) else {
        let allowed: Vec<String> = scale.words.keys().cloned().collect();
        return Err(match allowed.is_empty() {
            true => ("not-a-number", quoted(text)),
            false => ("unknown-word", quoted(text).with("allowed", allowed)),
        });
    };
    let whole = number.round();
    if (whole - number).abs() > 0.0 || whole < f64::from(least) || whole > f64::from(scale.top) {
        let range = quoted(text).with("min", f64::from(least)).with("max", f64::from(scale.top));
        return Err(("out-of-scale", range));
    }
    Ok(Cell::Answer(whole as i32))
}

/// Whether a cell is what it must be: 1 or 0.
fn passes(text: &[u8], absent: bool, condition: &Condition, decimal_comma: bool) -> Result<Cell, Fault> {
    let among = |words: &[String]| words.iter().any(|word| word.as_bytes() == text);
    let number = |holds: &dyn Fn(f64) -> bool| match read::length(text, decimal_comma) {
        _ if absent => Ok(false),
        Some(number) => Ok(holds(number)),
        None => Err(("not-a-number", quoted(text))),
    };
    let passes = match condition {
        Condition::Among(words) => !absent && among(words),
        Condition::NotAmong(words) => !absent && !among(words),
        Condition::AtLeast(limit) => number(&|number| number >= *limit)?,
        Condition::AtMost(limit) => number(&|number| number <= *limit)?,
        Condition::Above(limit) => number(&|number| number > *limit)?,
        Condition::Below(limit) => number(&|number| number < *limit)?,
        Condition::Filled => !absent,
        Condition::Empty => absent,
    };
    Ok(Cell::Answer(i32::from(passes)))
}

/// Kept or lost, by the words of the mapping.
fn verdict(text: &[u8], lost: &[String], kept: &[String]) -> Result<Cell, Fault> {
    let among = |words: &[String]| words.iter().any(|word| word.as_bytes() == text);
    if among(lost) {
        return Ok(Cell::Answer(0));
    }
    if kept.is_empty() || among(kept) {
        return Ok(Cell::Answer(1));
    }
    Err(("unknown-word", quoted(text).with("allowed", [lost, kept].concat())))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use throughline_rows::{Record, trimmed};

    use super::super::Builder;
    use super::*;
    use crate::calendar::Zone;
    use crate::data::{CountPart, Mapping, Measure, MeasureKind};

    /// A table with a column of each kind that a quick look knows.
    fn builder(zone: Zone, missing: &[&str]) -> Builder {
        let mut mapping = Mapping::new("tickets");
        mapping.id = Some("id".into());
        mapping.columns.created = Some("created".into());
        mapping.zone = zone;
        mapping.missing = missing.iter().map(|word| (*word).to_owned()).collect();
        let measure = |id: &str, kind| Measure { id: id.into(), kind, date: Some("created".into()) };
        let scale = Scale { top: 5, ..Scale::default() };
        let counts =
            MeasureKind::Counts { denominator: "all".into(), part: CountPart::Numerator("part".into()) };
        mapping.measures = vec![
            measure("csat", MeasureKind::Csat { column: "rating".into(), scale }),
            measure("counts", counts),
        ];
        let mut builder = Builder::new(&mapping).expect("a mapping");
        let names = builder.wanted().join("");
        let ends: Vec<usize> = builder
            .wanted()
            .iter()
            .scan(0, |end, name| {
                *end += name.len();
                Some(*end)
            })
            .collect();
        builder.header(Record::new(b"", names.as_bytes(), &ends, (1, 1))).expect("a header");
        builder
    }

    fn text() -> impl Strategy<Value = String> {
        prop_oneof![
            3 => "[0-9]{1,10}",
            2 => "20[0-9]{2}-[01][0-9]-[0-3][0-9]([T ][0-2][0-9]:[0-5][0-9](:[0-6][0-9](\\.[0-9]{1,4})?)?(Z|z|[+-][0-9]{2}:?[0-9]{2})?)?",
            2 => "[ 0-9.,:+eZT/-]{0,12}",
            1 => "[ \\t]{0,2}[a-z0-9]{0,4}[ ]{0,2}",
            1 => prop::sample::select(&["", "-", "n/a", "0", "2024-02-29", "1e3", "\u{a0}5", "٣"][..]).prop_map(str::to_owned),
        ]
    }

    proptest! {
        #[test]
        fn a_quick_look_sees_what_a_long_one_does(
            texts in prop::collection::vec(text(), 5..6),
            zone in prop::sample::select(vec![Zone::utc(), Zone::fixed(-12_600), Zone::new(3600, vec![(1_774_746_000, 7200)])]),
            missing in prop::sample::select(vec![vec![], vec!["-", "n/a"], vec!["0", "2024-02-29"]]),
        ) {
            let mut builder = builder(zone, &missing);
            let columns = builder.wanted().len();
            prop_assert!(columns <= texts.len());
            let bytes = texts.iter().take(columns).fold(String::new(), |all, text| all + text);
            let ends: Vec<usize> =
                texts.iter().take(columns).scan(0, |end, text| { *end += text.len(); Some(*end) }).collect();
            let record = Record::new(bytes.as_bytes(), bytes.as_bytes(), &ends, (2, 2));
            let mut cells = Vec::new();
            builder.quick.read(&record, &builder.table.columns, &mut cells);
            for (place, cell) in cells.iter().enumerate().filter(|(_, cell)| **cell != Cell::Unread) {
                let text = trimmed(record.get(place).unwrap_or_default());
                let long = read_cell(&mut builder.table, place, text);
                let same = match (&long, cell) {
                    (Ok(Cell::Number(long)), Cell::Number(quick)) => long.to_bits() == quick.to_bits(),
                    (long, quick) => long.as_ref().is_ok_and(|long| long == quick),
                };
                prop_assert!(same, "{place}: {:?} {cell:?} {long:?}", String::from_utf8_lossy(text));
            }
        }
    }
}
