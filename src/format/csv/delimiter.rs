//! Which delimiter a text has.

use throughline_rows::Records;

/// The delimiter of a text by its beginning: the one under which most of the wanted columns are in
/// the header, then the one that gives most rows the header's length, then the one that gives most
/// columns; comma before semicolon before tab. `whole` says that the text does not go on.
///
/// ```
/// use throughline::format::csv::detect_delimiter;
/// assert_eq!(detect_delimiter(b"id;amount\n1;2,5\n2;3,5\n", &["amount"], true), b';');
/// ```
#[must_use]
pub fn detect_delimiter(beginning: &[u8], wanted: &[&str], whole: bool) -> u8 {
    let mut best = (b',', (0, 0, 0));
    for delimiter in *b",;\t" {
        let score = score(beginning, delimiter, wanted, whole);
        if score > best.1 {
            best = (delimiter, score);
        }
    }
    best.0
}

/// Wanted columns found, rows of the header's length in thousandths, columns.
fn score(beginning: &[u8], delimiter: u8, wanted: &[&str], whole: bool) -> (usize, usize, usize) {
    let mut lengths = Vec::new();
    let mut found = 0;
    let mut note = |record: crate::data::Record<'_>| {
        if lengths.is_empty() {
            found = wanted
                .iter()
                .filter(|name| record.fields().any(|f| f.trim_ascii() == name.as_bytes()))
                .count();
        }
        lengths.push(record.len());
    };
    let mut records = Records::new(delimiter);
    records.feed(beginning, &mut note);
    if whole {
        records.finish(&mut note);
    }
    let columns = lengths.first().copied().unwrap_or(0);
    if columns < 2 {
        return (found, 0, columns);
    }
    let same = lengths.iter().filter(|length| **length == columns).count();
    (found, same * 1000 / lengths.len(), columns)
}
