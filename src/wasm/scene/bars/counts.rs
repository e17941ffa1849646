//! Status counts: how many of each level stand how.

use super::{legend, request, rows, shapes};
use crate::chart::Signal;
use crate::chart::bars::{Bars, Mark, Row};
use crate::chart::heat::STATUSES;
use crate::error::Error;
use crate::format::json::{Object, Reader};
use crate::wasm::scene::asked;

/// Reads a request from JSON text, that of a `StatusCountsRequest`.
///
/// # Errors
/// `json-syntax`, or `chart-invalid` with every issue.
///
/// ```
/// use throughline::wasm::scene::counts;
/// let request = r#"{ "width": 400, "levels": [{ "id": "goals", "label": "Goals", "counts": [{ "status": "late", "count": 1.5 }] }] }"#;
/// let error = counts(request).unwrap_err();
/// let issues: Vec<_> = error.issues().iter().map(|issue| (issue.code, issue.at.as_str())).collect();
/// assert_eq!(issues, [("unknown-value", "/levels/0/counts/0/status"), ("wrong-type", "/levels/0/counts/0/count")]);
/// ```
pub fn counts(text: &str) -> Result<Bars, Error> {
    request(text, "levels", |object, items| {
        let rows = rows(&items, level);
        let shown = |signal: Signal| {
            let marks = rows.iter().flat_map(|row| &row.marks);
            marks.into_iter().any(|mark| matches!(mark, Mark::Part(_, _, each, ..) if *each == signal))
        };
        let legend = legend(object, shapes(shown), &[]);
        Some(Bars { rows, legend, ..Bars::default() })
    })
}

/// A count with its status and its words.
struct Count {
    name: &'static str,
    signal: Signal,
    count: f64,
    words: [String; 2],
}

fn level(object: &mut Object, row: &mut Row) {
    let items = asked::items(object, "counts", (0, STATUSES.len()));
    let read: Vec<Option<Count>> = items.iter().map(count).collect();
    asked::distinct(&items, &read, |count| count.as_ref().map_or("", |count| count.name));
    let counts = || read.iter().flatten().filter(|count| count.count > 0.0);
    let all: f64 = counts().map(|count| count.count).sum();
    row.scale = (0.0, all.max(1.0));
    let mut from = 0.0;
    for Count { name, signal, count, words: [long, short] } in counts() {
        let to = from + count;
        row.parts.push(((*name).to_owned(), from, to));
        row.marks.push(Mark::Part(from, to, *signal, long.clone(), short.clone()));
        from = to;
    }
    if row.marks.is_empty() {
        row.marks.push(Mark::Track);
    }
}

fn count(item: &Reader) -> Option<Count> {
    let mut object = item.object()?;
    let names = STATUSES.map(|(name, _)| name);
    let at = object.required("status").and_then(|field| field.position(&names));
    let count = object.required("count").and_then(|field| field.count(0));
    let [long, short] = ["text", "short"].map(|name| asked::text(&mut object, name));
    object.finish();
    let (name, signal) = at.and_then(|at| STATUSES.get(at).copied())?;
    let count = count?;
    let short = if short.is_empty() { count.to_string() } else { short };
    let long = if long.is_empty() { short.clone() } else { long };
    Some(Count { name, signal, count: count as f64, words: [long, short] })
}
