//! Purchases to customers: who bought in a period, who for the first time, who no more, and what they brought.

use std::collections::BTreeSet;

use super::days::Days;
use super::tally::Tally;
use crate::calendar::Period;
use crate::data::{Count, NO_TIME, NO_WORD, Table};
use crate::snapshot::{BUYERS, START};

/// Adds the purchases up. A customer belongs to the segment of the first purchase, with all that comes after it, so
/// that segments add up to the whole. A purchase of nobody, or of which one of the amounts is not known, is left out.
pub(super) fn purchases(
    table: &Table,
    place: usize,
    counts: &[Count],
    days: &mut Days<'_>,
    tally: &mut Tally<'_>,
) {
    let times = table.dates(place);
    let (customers, _) = table.compared(place);
    let columns = table.tallied(place);
    let at = |name: &str| counts.iter().position(|count| count.name == name);
    let (new, buyers, start, lost) = (at("customers"), at(BUYERS), at(START), at("lost"));
    // Of those who are counted by period all are counted in each, else once, where they came.
    let each = start.is_some();
    let brought = |row: usize| -> Option<Vec<(usize, f64)>> {
        let sums = counts.iter().zip(&columns).enumerate().filter(|(_, (count, _))| count.sum.is_some());
        sums.map(|(index, (_, column))| Some((index, column.of(row)?))).collect()
    };
    let known = (0..table.rows()).filter_map(|row| {
        let (time, customer) = (times?.time(row), customers.word(row));
        (time != NO_TIME && customer != NO_WORD).then_some((customer, time, table.identity(row), row))
    });
    let mut rows: Vec<_> = known.filter(|(.., row)| brought(*row).is_some()).collect();
    rows.sort_unstable();
    let mut courses: Vec<(u32, BTreeSet<Period>)> = Vec::new();
    for of_one in rows.chunk_by(|(a, ..), (b, ..)| a == b) {
        let Some((.., first)) = of_one.first() else { continue };
        let group = tally.group(*first);
        let mut course = BTreeSet::new();
        for (_, time, _, row) in of_one {
            let mut number = None;
            days.place(*time, |period| number = Some(period));
            let Some(number) = number else { continue };
            let cell = tally.at(number, group);
            cell.n += 1;
            brought(*row).unwrap_or_default().iter().for_each(|(index, sum)| cell.count(*index, *sum));
            let period = days.periods.get(number as usize).copied();
            if period.is_some_and(|period| course.insert(period)) {
                buyers.iter().for_each(|index| cell.count(*index, 1.0));
                let counts_here = each || course.len() == 1;
                new.iter().filter(|_| counts_here).for_each(|index| cell.count(*index, 1.0));
            }
        }
        courses.push((group, course));
    }
    if let (Some(start), Some(lost)) = (start, lost) {
        stayed(&courses, (start, lost), days, tally);
    }
}

/// Of those who bought in a period, who bought in the next one.
fn stayed(
    courses: &[(u32, BTreeSet<Period>)],
    (start, lost): (usize, usize),
    days: &mut Days<'_>,
    tally: &mut Tally<'_>,
) {
    let Some(end) = courses.iter().filter_map(|(_, course)| course.last()).max().copied() else { return };
    for (group, course) in courses {
        let later = course.iter().filter_map(|period| period.next()).filter(|next| *next <= end);
        for next in later {
            let number = days.period_of(next.first_day());
            let cell = tally.at(number, *group);
            cell.count(start, 1.0);
            if !course.contains(&next) {
                cell.count(lost, 1.0);
            }
        }
    }
}

/// A rate a year as one a period of the source.
pub(super) fn a_period(rate: f64, table: &Table) -> f64 {
    (table.mapping().period.years() * rate.ln_1p()).exp_m1()
}
