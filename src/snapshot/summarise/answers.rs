//! Rows to answers on a scale, and to parts of a whole.

use super::days::Days;
use super::tally::Tally;
use super::when::When;
use crate::calendar::Date;
use crate::data::{CountPart, NO_ANSWER, Table};

/// Answers on a scale, or verdicts as counts, in the period of their date. Gives the day all are true
/// at, where rows have no date.
pub(super) fn answers(
    table: &Table,
    place: usize,
    verdicts: bool,
    days: &mut Days<'_>,
    tally: &mut Tally<'_>,
) -> Option<Date> {
    let when = When::of(table, place, days);
    let answers = table.answers(place);
    for row in days.part(answers.len()) {
        let answer = answers.answer(row);
        if answer == NO_ANSWER {
            continue;
        }
        let group = tally.group(row);
        when.place(row, days, |period| {
            let cell = tally.at(period, group);
            cell.n += 1;
            if verdicts {
                cell.denominator += 1.0;
                cell.numerator += f64::from(answer);
            } else {
                cell.answer(answer, 1);
            }
        });
    }
    when.at()
}

/// A part of a whole, the part given itself or by what is missing from it.
pub(super) fn counts(
    table: &Table,
    place: usize,
    given: &CountPart,
    days: &mut Days<'_>,
    tally: &mut Tally<'_>,
) -> Option<Date> {
    let when = When::of(table, place, days);
    let (wholes, parts) = table.counts(place);
    for row in days.part(table.rows()) {
        let (whole, part) = (wholes.number(row), parts.number(row));
        if whole.is_nan() || part.is_nan() {
            continue;
        }
        let numerator = if matches!(given, CountPart::Complement(_)) { whole - part } else { part };
        let group = tally.group(row);
        when.place(row, days, |period| {
            let cell = tally.at(period, group);
            cell.n += 1;
            cell.denominator += whole;
            cell.numerator += numerator;
        });
    }
    when.at()
}
