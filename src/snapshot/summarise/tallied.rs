//! Rows to counts and sums by name.

use super::days::Days;
use super::repeats::{Verdict, verdicts};
use super::tally::Tally;
use super::when::When;
use crate::calendar::Date;
use crate::data::{Cases, Count, Counted, Family, NO_TIME, Repeats, Summed, Table, Times};

/// What is counted, and how.
pub(super) struct Asked<'a> {
    pub family: Family,
    pub counts: &'a [Count],
    pub repeats: Option<&'a Repeats>,
}

/// Counts the rows of a measure. Gives the day all are true at, where rows have no date.
pub(super) fn tallied(
    table: &Table,
    cases: &Cases<'_>,
    place: usize,
    asked: &Asked<'_>,
    days: &mut Days<'_>,
    tally: &mut Tally<'_>,
) -> Option<Date> {
    let Asked { family, counts, repeats } = *asked;
    let when = When::of(table, place, days);
    let verdicts = repeats.map(|repeats| verdicts(table, place, repeats));
    let columns = table.tallied(place);
    let flows: Vec<_> = counts.iter().map(|count| of_cases(family, count, cases)).collect();
    let (mut numbers, mut seen) = (Vec::new(), Vec::new());
    for row in days.part(table.rows()) {
        numbers.clear();
        numbers.extend(columns.iter().map(|columns| columns.of(row)));
        numbers
            .iter_mut()
            .zip(&flows)
            .filter(|(_, flow)| flow.is_some())
            .for_each(|(number, _)| *number = None);
        if let Some(verdicts) = &verdicts {
            told_by(verdicts.get(row).copied(), counts, &mut numbers);
        }
        let time = settle(family, counts, &mut numbers);
        let group = tally.group(row);
        seen.clear();
        for (index, number) in numbers.iter().enumerate() {
            let Some(number) = number else { continue };
            let own = columns.get(index).and_then(|columns: &Counted<'_>| columns.dates);
            let add = |period: u32| {
                let cell = tally.at(period, group);
                cell.count(index, *number);
                if !seen.contains(&period) {
                    seen.push(period);
                    cell.n += 1;
                    time.into_iter().for_each(|time| cell.values.push(time));
                }
            };
            match own {
                Some(dates) => days.place(dates.time(row), add),
                None => when.place(row, days, add),
            }
        }
    }
    by_case(cases, &flows, days, tally);
    when.at()
}

/// The times of the cases a count of a backlog goes by, where it is every case.
fn of_cases<'a>(family: Family, count: &Count, cases: &'a Cases<'_>) -> Option<&'a Times<'a>> {
    match count.name {
        _ if family != Family::Backlog || *count != Count::every(count.name) => None,
        "created" => Some(&cases.created),
        "resolved" => Some(&cases.resolved),
        _ => None,
    }
}

/// Cases that came and went, each in the period of it.
fn by_case(cases: &Cases<'_>, flows: &[Option<&Times<'_>>], days: &mut Days<'_>, tally: &mut Tally<'_>) {
    if flows.iter().all(Option::is_none) {
        return;
    }
    for case in days.part(cases.n) {
        let group = tally.group(cases.row(case));
        let mut seen = Vec::new();
        for (index, times) in flows.iter().enumerate() {
            let time = times.map_or(NO_TIME, |times| times.at(case));
            days.place(time, |period| {
                let cell = tally.at(period, group);
                cell.count(index, 1.0);
                if !seen.contains(&period) {
                    seen.push(period);
                    cell.n += 1;
                }
            });
        }
    }
}

/// What the counts of one row say together; the length of time of it, where it is one case and has one.
fn settle(family: Family, counts: &[Count], numbers: &mut [Option<f64>]) -> Option<f64> {
    match family {
        Family::Fcr => undetermined(counts, numbers),
        Family::Aht | Family::Asa => return length(counts, numbers),
        _ => {}
    }
    None
}

/// What the contacts of the same customer say of one of them.
fn told_by(verdict: Option<Verdict>, counts: &[Count], numbers: &mut [Option<f64>]) {
    for (count, number) in counts.iter().zip(numbers) {
        let counts_here = match (count.name, verdict) {
            (_, Some(Verdict::LeftOut) | None) => false,
            ("firstContact", verdict) => verdict == Some(Verdict::First),
            ("undetermined", verdict) => verdict == Some(Verdict::Undetermined),
            _ => true,
        };
        if !counts_here {
            *number = None;
        }
    }
}

/// What is not decided counts on neither side. What first level cannot resolve was not resolved there.
fn undetermined(counts: &[Count], numbers: &mut [Option<f64>]) {
    let is = |numbers: &[Option<f64>], name: &str| {
        let mut each = counts.iter().zip(numbers);
        each.any(|(count, number)| count.name == name && count.sum.is_none() && number.is_some())
    };
    let (open, beyond) = (is(numbers, "undetermined"), is(numbers, "notResolvable"));
    for (count, number) in counts.iter().zip(numbers) {
        let stays = match count.name {
            "contacts" | "undetermined" => true,
            "firstContact" => !open && !beyond,
            _ => !open,
        };
        if !stays {
            *number = None;
        }
    }
}

/// The sum of the times of one case. A time that is absent is not zero: where one of them is, the case does not count.
fn length(counts: &[Count], numbers: &mut [Option<f64>]) -> Option<f64> {
    let times = || counts.iter().zip(numbers.iter()).filter(|(count, _)| count.of == Summed::Time);
    let sum = times().map(|(_, number)| *number).sum::<Option<f64>>();
    if sum.is_none() {
        numbers.fill(None);
    }
    sum.filter(|_| single(counts))
}

/// Whether each row is one case: no count of them is summed.
pub(super) fn single(counts: &[Count]) -> bool {
    counts.iter().all(|count| count.of != Summed::Count || count.sum.is_none())
}
