//! Customers by when they came and when they left.

use super::days::Days;
use super::tally::Tally;
use crate::data::Table;

/// Counts who came and who left, each in the period of it; of those who left, the period they had come in. A row that
/// does not say when its customer came is left out.
pub(super) fn customers(table: &Table, place: usize, days: &mut Days<'_>, tally: &mut Tally<'_>) {
    let (came, left) = table.stays(place);
    for row in days.part(came.len()) {
        let group = tally.group(row);
        let mut began = None;
        days.place(came.time(row), |period| {
            began = Some(period);
            let cell = tally.at(period, group);
            cell.n += 1;
            cell.denominator += 1.0;
        });
        let Some(began) = began else { continue };
        days.place(left.time(row), |period| {
            let cell = tally.at(period, group);
            // One who came and left in the same period is one customer of it.
            cell.n += u64::from(period != began);
            *cell.ended.entry(began).or_default() += 1;
        });
    }
}
