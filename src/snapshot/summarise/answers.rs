//! Rows to answers on a scale, and to parts of a whole.

use super::block::Block;
use super::days::Days;
use super::tally::Tally;
use super::when::When;
use crate::calendar::Date;
use crate::data::{CountPart, NO_TIME, Table};

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
    let (mut block, mut given) = (Block::default(), Vec::new());
    for rows in days.blocks(answers.len()) {
        answers.wholes_into(rows.clone(), &mut given);
        block.rows(rows, &when, tally);
        block.leave_out(&given, |answer| *answer == NO_TIME);
        block.place(&when, days);
        for (period, group, answer) in block.counted(&given) {
            let cell = tally.at(period, group);
            cell.n += 1;
            if verdicts {
                cell.denominator += 1.0;
                cell.numerator += *answer as f64;
            } else {
                cell.answer(*answer as i32, 1);
            }
        }
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
    let complement = matches!(given, CountPart::Complement(_));
    let (mut block, mut of_parts, mut numbers) = (Block::default(), Vec::new(), Vec::new());
    let mut both: Vec<(f64, f64)> = Vec::new();
    for rows in days.blocks(table.rows()) {
        wholes.numbers_into(rows.clone(), &mut numbers);
        parts.numbers_into(rows.clone(), &mut of_parts);
        both.clear();
        both.extend(numbers.iter().copied().zip(of_parts.iter().copied()));
        block.rows(rows, &when, tally);
        block.leave_out(&both, |(whole, part)| whole.is_nan() || part.is_nan());
        block.place(&when, days);
        for (period, group, (whole, part)) in block.counted(&both) {
            let cell = tally.at(period, group);
            cell.n += 1;
            cell.denominator += whole;
            cell.numerator += if complement { whole - part } else { *part };
        }
    }
    when.at()
}
