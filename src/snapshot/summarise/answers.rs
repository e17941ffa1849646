//! Rows to answers on a scale, and to parts of a whole.

use super::block::Block;
use super::days::Days;
use super::tally::Tally;
use super::when::When;
use crate::calendar::Date;
use crate::data::{CountPart, Table};

/// Answers on a scale from 0 up to `top`, or verdicts as counts, in the period of their date. Gives the day all are
/// true at, where rows have no date.
pub(super) fn answers(
    table: &Table,
    place: usize,
    top: Option<i32>,
    days: &mut Days<'_>,
    tally: &mut Tally<'_>,
) -> Option<Date> {
    let when = When::of(table, place, days);
    let answers = table.answers(place);
    let (mut block, mut given) = (Block::default(), Vec::new());
    for rows in days.blocks(answers.len()) {
        answers.wholes_into(rows.clone(), &mut given);
        block.rows(rows, &when, tally);
        block.compact(&mut given);
        let places = block.place(&when, days, tally);
        match top {
            Some(top) => tally.answers(places, &given, top),
            None => {
                let kept: Vec<f64> = given.iter().map(|answer| *answer as f64).collect();
                tally.add(places, (&vec![1.0; kept.len()], &kept), false);
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
    let (mut block, mut of_wholes, mut of_parts) = (Block::default(), Vec::new(), Vec::new());
    for rows in days.blocks(table.rows()) {
        wholes.numbers_into(rows.clone(), &mut of_wholes);
        parts.numbers_into(rows.clone(), &mut of_parts);
        block.rows(rows, &when, tally);
        block.leave_out(&of_wholes, |whole| whole.is_nan());
        block.leave_out(&of_parts, |part| part.is_nan());
        let places = block.place(&when, days, tally);
        tally.add(places, (&of_wholes, &of_parts), complement);
    }
    when.at()
}
