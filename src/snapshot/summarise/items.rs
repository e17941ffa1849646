//! Answers to several items of a survey.

use super::days::Days;
use super::tally::Tally;
use super::when::When;
use crate::calendar::Date;
use crate::data::{NO_ANSWER, Table};
use crate::stats::Moments;

/// Counts all answers, and for those who answered every item its moments and those of the sum. Gives the day all are
/// true at, where rows have no date.
pub(super) fn items(table: &Table, place: usize, days: &mut Days<'_>, tally: &mut Tally<'_>) -> Option<Date> {
    let when = When::of(table, place, days);
    let items = table.items(place);
    for row in days.part(table.rows()) {
        let given = items.iter().map(|item| item.answer(row));
        let answers: Vec<i32> = given.filter(|answer| *answer != NO_ANSWER).collect();
        if answers.is_empty() {
            continue;
        }
        let group = tally.group(row);
        when.place(row, days, |period| {
            let cell = tally.at(period, group);
            cell.n += 1;
            for answer in &answers {
                cell.answer(*answer, 1);
            }
            if answers.len() < items.len() {
                return;
            }
            cell.items.resize(items.len() + 1, Moments::default());
            let sum: i32 = answers.iter().sum();
            let numbers = answers.iter().chain([&sum]).map(|answer| f64::from(*answer));
            cell.items.iter_mut().zip(numbers).for_each(|(item, number)| item.add(number));
        });
    }
    when.at()
}
