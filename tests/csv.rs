//! Delimited text: conformance with files and cases by others, and any window.
#![expect(clippy::indexing_slicing, clippy::unreachable, reason = "a test may stop")]

mod support;

use proptest::prelude::*;
use serde_json::Value;
use support::{real, real_json};
use throughline::format::csv::{Records, detect_delimiter};

type Rows = Vec<Vec<String>>;

/// The records of a text fed in windows of a size.
fn records(bytes: &[u8], delimiter: u8, window: usize) -> Rows {
    let mut rows = Rows::new();
    let mut note = |record: throughline::data::Record<'_>| {
        rows.push(record.fields().map(|field| String::from_utf8_lossy(field).into_owned()).collect());
    };
    let mut reader = Records::new(delimiter);
    bytes.chunks(window).for_each(|window| reader.feed(window, &mut note));
    reader.finish(&mut note);
    rows
}

/// Reads a text in windows of these lengths, over and over.
fn read_by(
    reader: &mut Records,
    mut rest: &[u8],
    windows: &[usize],
    note: &mut dyn FnMut(throughline::data::Record<'_>),
) {
    for length in windows.iter().cycle() {
        let (window, after) = rest.split_at((*length).min(rest.len()));
        reader.feed(window, note);
        rest = after;
        if rest.is_empty() {
            break;
        }
    }
    reader.finish(note);
}

fn rows_of(bytes: &[u8]) -> Rows {
    let delimiter = detect_delimiter(bytes, &[], true);
    let whole = records(bytes, delimiter, usize::MAX);
    for window in [1, 2, 3, 7, 64] {
        assert_eq!(records(bytes, delimiter, window), whole, "windows of {window}");
    }
    whole
}

#[test]
fn files_by_others() {
    let Some(expected) = real_json("csv/expected.json") else { return };
    let mut read = 0;
    for (file, answer) in expected.as_object().unwrap() {
        // One file escapes quotes with a backslash, which is not RFC 4180.
        if answer["note"].as_str().is_some_and(|note| note.contains("escape")) {
            continue;
        }
        let rows = rows_of(&real(&format!("csv/{file}")).unwrap());
        let texts = |value: &Value| -> Vec<String> {
            value.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
        };
        if let Some(count) = answer["rows"].as_u64() {
            assert_eq!(rows.len() as u64, count, "{file}");
            for (row, first) in rows.iter().zip(answer["first"].as_array().unwrap()) {
                assert_eq!(*row, texts(first), "{file}");
            }
            assert_eq!(*rows.last().unwrap(), texts(&answer["last"]), "{file}");
        } else if let Some(all) = answer["rows"].as_array() {
            assert_eq!(rows, all.iter().map(texts).collect::<Rows>(), "{file}");
        } else {
            let records = match &answer["expected_records"] {
                Value::Array(records) => records.clone(),
                one => vec![one.clone()],
            };
            assert_eq!(rows.len(), records.len() + 1, "{file}");
            for (row, record) in rows[1..].iter().zip(&records) {
                for (name, cell) in rows[0].iter().zip(row) {
                    // This file's own answer has another telephone number than the file.
                    if name == "Contact Phone Number" {
                        continue;
                    }
                    assert_eq!(record[name].as_str(), Some(cell.as_str()), "{file}: {name}");
                }
            }
        }
        read += 1;
    }
    assert_eq!(read, 8);
}

#[test]
fn cases_by_others() {
    let Some(cases) = real_json("csv/papaparse_cases.json") else { return };
    let mut read = 0;
    for case in cases.as_array().unwrap() {
        let Some((input, expected)) = well_formed(case) else { continue };
        let given = case["config"]["delimiter"].as_str().map(|delimiter| delimiter.as_bytes()[0]);
        let delimiter = given.unwrap_or_else(|| detect_delimiter(input.as_bytes(), &[], true));
        // Spaces behind a closing quote are kept here and trimmed when the cell is read.
        let trimmed = |rows: Rows| -> Rows {
            let spaced = case["description"].as_str().unwrap().contains("spaces between closing quote");
            let trim = |field: String| if spaced { field.trim_matches(' ').to_owned() } else { field };
            rows.into_iter().map(|row| row.into_iter().map(trim).collect()).collect()
        };
        for window in [1, 5, usize::MAX] {
            let found = trimmed(records(input.as_bytes(), delimiter, window));
            assert_eq!(found, trimmed(expected.clone()), "{}", case["description"]);
        }
        read += 1;
    }
    assert!(read >= 35, "only {read} cases were read");
}

/// The input and the rows of a case that is RFC 4180 and asks for nothing of that parser's own.
fn well_formed(case: &Value) -> Option<(String, Rows)> {
    let own =
        ["comments", "quoteChar", "escapeChar", "dynamicTyping", "preview", "skipFirstNLines", "header"];
    let config = case.get("config")?.as_object()?;
    let greedy = config.get("skipEmptyLines").is_some_and(Value::is_string);
    let long = config.get("delimiter").and_then(Value::as_str).is_some_and(|delimiter| delimiter.len() > 1);
    let broken = case.pointer("/expected/errors")?.as_array().is_some_and(|errors| {
        errors.iter().any(|error| error.get("type").is_some_and(|kind| kind == "Quotes"))
    });
    // Quotes inside a field that did not begin with one are kept as they are by both.
    if own.iter().any(|key| config.contains_key(*key)) || greedy || long || broken {
        return None;
    }
    let rows = case.pointer("/expected/data")?.as_array()?.iter().map(|row| {
        Some(row.as_array()?.iter().filter_map(|cell| cell.as_str().map(str::to_owned)).collect())
    });
    // A blank line is a row of one empty field there and no row here.
    let rows: Option<Rows> =
        rows.filter(|row: &Option<Vec<String>>| row.as_ref().is_none_or(|row| row != &[""])).collect();
    Some((case.get("input")?.as_str()?.to_owned(), rows?))
}

#[test]
fn rows_and_lines_are_those_a_user_sees() {
    let text = b"h\r\n\r\na,\"x\r\ny\"\r\n\r\n\r\nb\rc\n";
    for window in [1, 2, 3, 100] {
        let mut seen = Vec::new();
        let mut note = |record: throughline::data::Record<'_>| seen.push((record.row, record.line));
        let mut reader = Records::new(b',');
        text.chunks(window).for_each(|window| reader.feed(window, &mut note));
        reader.finish(&mut note);
        // A spreadsheet counts the quoted line break as no row of its own, an editor does.
        assert_eq!(&seen[..3], [(1, 1), (3, 3), (6, 7)], "windows of {window}");
    }
}

#[test]
fn a_part_of_a_mark_is_text() {
    assert_eq!(records(b"\xef\xbb\xbfa,b", b',', 1), [["a", "b"]]);
    assert_eq!(records(b"\xef\xbb,b", b',', 1), [["\u{fffd}", "b"]]);
    assert!(records(b"\xef\xbb\xbf", b',', 1).is_empty());
}

#[test]
fn delimiters_are_found() {
    assert_eq!(detect_delimiter(b"a;b,c;d\n1;2,5;3\n", &[], true), b';');
    assert_eq!(detect_delimiter(b"a\tb\n1,5\t2\n", &[], true), b'\t');
    assert_eq!(detect_delimiter(b"only one column\nx\n", &[], true), b',');
    // The mapped names decide where counting would not.
    assert_eq!(detect_delimiter(b"x,y;Created\n1,2;2026-01-01\n", &["Created"], true), b';');
}

fn quoted(field: &str, delimiter: char) -> String {
    if field.contains([delimiter, '"', '\r', '\n']) || field.is_empty() {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}

/// The records by another reader, csv-core, which knows no rows by their text.
fn by_csv_core(bytes: &[u8], delimiter: u8) -> Rows {
    let mut core = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
    let (mut out, mut ends) = (vec![0; bytes.len() + 16], vec![0; bytes.len() + 16]);
    let (mut rows, mut rest) = (Rows::new(), bytes);
    loop {
        let (result, read, _, ended) = core.read_record(rest, &mut out, &mut ends);
        rest = &rest[read..];
        match result {
            csv_core::ReadRecordResult::Record => {
                let starts = std::iter::once(0).chain(ends.iter().copied());
                let fields = starts.zip(&ends[..ended]);
                rows.push(fields.map(|(a, b)| String::from_utf8_lossy(&out[a..*b]).into_owned()).collect());
            }
            csv_core::ReadRecordResult::InputEmpty => {}
            csv_core::ReadRecordResult::End => return rows,
            _ => unreachable!("the buffers hold all of it"),
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_read_as_by_another_reader(text in "[ab,;\"\"\"\r\n ]{0,60}", window in 1_usize..9) {
        // What an open quote swallowed is one broken row here; there its last empty field is lost.
        let mut open = false;
        let mut reader = Records::new(b',');
        reader.feed(text.as_bytes(), &mut |_| ());
        reader.finish(&mut |record| open = record.unclosed);
        prop_assume!(!open);
        let expected = by_csv_core(format!("{text}\n").as_bytes(), b',');
        prop_assert_eq!(&records(text.as_bytes(), b',', usize::MAX), &expected);
        prop_assert_eq!(records(text.as_bytes(), b',', window), expected);
    }

    #[test]
    fn what_is_written_is_read(
        rows in prop::collection::vec(prop::collection::vec("[a-z,;\"\r\n\té ]{0,8}", 1..5), 1..8),
        windows in prop::collection::vec(1_usize..20, 1..10),
        delimiter in prop::sample::select(vec![',', ';', '\t']),
        mark: bool,
        ending in prop::sample::select(vec!["\n", "\r\n", "\r"]),
    ) {
        let line = |row: &Vec<String>| row.iter().map(|field| quoted(field, delimiter)).collect::<Vec<_>>().join(&delimiter.to_string());
        let mut text = rows.iter().map(line).collect::<Vec<_>>().join(ending);
        if mark {
            text.insert(0, '\u{feff}');
        }
        let mut found = Rows::new();
        let mut note = |record: throughline::data::Record<'_>| {
            found.push(record.fields().map(|field| String::from_utf8(field.to_vec()).unwrap()).collect());
        };
        let mut reader = Records::new(delimiter as u8);
        read_by(&mut reader, text.as_bytes(), &windows, &mut note);
        prop_assert_eq!(found, rows);
    }
}

/// A record's row and line, its text and its fields, and whether the file ends in it.
type Seen = (u64, u64, Vec<u8>, Vec<Vec<u8>>, bool);

/// Where records stand, told by csv-core alone, which finds their ends, and by counting the breaks before them.
fn seen_by_csv_core(text: &[u8]) -> Vec<Seen> {
    let mut text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text).to_vec();
    let end = text.len();
    text.push(b'\n');
    let mut core = csv_core::Reader::new();
    let (mut out, mut ends) = (vec![0; end + 16], vec![0; end + 16]);
    // It takes a mark off what it is given first; none of these is one.
    core.read_record(b"x\n", &mut out, &mut ends);
    let (mut seen, mut at, mut row) = (Vec::new(), 0, 1);
    loop {
        while let Some(b'\r' | b'\n') = text.get(at) {
            at += if text[at..].starts_with(b"\r\n") { 2 } else { 1 };
            row += 1;
        }
        if at == text.len() {
            return seen;
        }
        let (result, read, _, ended) = core.read_record(&text[at..], &mut out, &mut ends);
        assert!(matches!(result, csv_core::ReadRecordResult::Record), "{result:?}");
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let fields = starts.zip(&ends[..ended]).map(|(from, to)| out[from..*to].to_vec()).collect();
        let line = 1 + text[..at].iter().filter(|byte| **byte == b'\n').count() as u64;
        let raw = text[at..at + read - 1].to_vec();
        at += read - 1;
        seen.push((row, line, raw, fields, at == end));
    }
}

/// Cells with quotes at their beginning and late in them, marks that are text, breaks of every kind, long cells.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(&["a", "bcd", ",", ",", ",,", " ", "é", "0123456789"][..]).prop_map(str::to_owned),
        3 => prop::sample::select(&["\n", "\r\n", "\r", "\n\n", "\r\n\r\n"][..]).prop_map(str::to_owned),
        2 => prop::sample::select(&["\"q,\n\"", "\"\"", "\"a\"\"b\r\n\"", "\"\r\"", ",\"x\","][..]).prop_map(str::to_owned),
        1 => prop::sample::select(&["\"", "\u{feff}", "\n\u{feff}"][..]).prop_map(str::to_owned),
    ];
    let long = (1..9000_usize, 0..3_usize).prop_map(|(size, kind)| match kind {
        0 => "x".repeat(size),
        1 => ",".repeat(size % 300),
        _ => format!(",\"{}\"", "y\n".repeat(size)),
    });
    prop::collection::vec(prop_oneof![60 => piece, 1 => long], 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    #[test]
    fn rows_lines_and_texts_are_those_of_another_reader(
        text in pieces(),
        windows in prop::collection::vec(prop_oneof![1..9_usize, 1..5000_usize], 1..10),
    ) {
        let (mut seen, mut open) = (Vec::<Seen>::new(), false);
        let mut note = |record: throughline::data::Record<'_>| {
            open |= record.unclosed;
            let fields = record.fields().map(<[u8]>::to_vec).collect();
            seen.push((record.row, record.line, record.raw().to_vec(), fields, record.last));
        };
        let mut reader = Records::new(b',');
        read_by(&mut reader, text.as_bytes(), &windows, &mut note);
        prop_assume!(!open);
        prop_assert_eq!(seen, seen_by_csv_core(text.as_bytes()));
    }
}
