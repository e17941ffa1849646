//! A series of points, and the issues of what cannot be one.

pub use crate::stats::track::Track as Series;
use crate::stats::track::{Fault, Wrong};

use crate::error::{Error, Issue, Pointer};

/// Where the parts of a point stand in the input, for issues: its number, and `at` or `value`; nothing for the whole.
pub type Place<'a> = &'a dyn Fn(usize, &'static str) -> Pointer;

/// Adds points at the end of a series; all of them or, where one cannot be, none.
///
/// # Errors
/// `trend-invalid` with the first fifty issues: `not-a-number` (a time that is none, an infinite value), `out-of-range` (a
/// time outside `limits`), `time-backwards` (a time before the one in front of it), `counts-differ`.
pub fn append(
    series: &mut Series,
    at: &[f64],
    value: &[f64],
    limits: (f64, f64),
    place: Place<'_>,
) -> Result<(), Error> {
    let issue = |fault: Fault| issue(fault, limits, place);
    let told = |faults: Vec<Fault>| Error::new("trend-invalid", faults.into_iter().map(issue).collect());
    series.append(at, value, limits).map_err(told)
}

fn issue(Fault { index, what }: Fault, (least, most): (f64, f64), place: Place<'_>) -> Issue {
    match what {
        Wrong::Counts(times, values) => Issue::new("counts-differ", place(index, ""))
            .with("expected", times as f64)
            .with("found", values as f64),
        Wrong::Time => Issue::new("not-a-number", place(index, "at")),
        Wrong::Range(at) => Issue::out_of_range(place(index, "at"), at, least, most),
        Wrong::Backwards => Issue::new("time-backwards", place(index, "at")),
        Wrong::Value => Issue::new("not-a-number", place(index, "value")),
    }
}
