//! Rows to counts and sums by name.

use super::When;
use super::days::Days;
use super::tally::Tally;
use crate::calendar::Date;
use crate::data::{Cases, Condition, Count, Counted, Family, NO_TIME, Summed, Table};

/// Counts the rows of a measure. Gives the day all are true at, where rows have no date.
pub(super) fn tallied(
    table: &Table,
    cases: &Cases<'_>,
    place: usize,
    (family, counts): (Family, &[Count]),
    days: &mut Days<'_>,
    tally: &mut Tally<'_>,
) -> Option<Date> {
    let when = When::of(table, place, days);
    let columns = table.tallied(place);
    let flows: Vec<_> = counts.iter().map(|count| of_cases(family, count, cases)).collect();
    for row in 0..table.rows() {
        let mut numbers: Vec<_> = columns.iter().map(|columns| columns.of(row)).collect();
        numbers
            .iter_mut()
            .zip(&flows)
            .filter(|(_, flow)| flow.is_some())
            .for_each(|(number, _)| *number = None);
        let time = settle(family, counts, &mut numbers);
        let group = tally.group(row);
        let mut seen = Vec::new();
        for (index, number) in numbers.iter().enumerate() {
            let Some(number) = number else { continue };
            let own = columns.get(index).and_then(|columns: &Counted<'_>| columns.dates);
            let add = |period: u32| {
                let cell = tally.at(period, group);
                cell.count(index, *number);
                if !seen.contains(&period) {
                    seen.push(period);
                    cell.n += 1;
                    cell.values.extend(time);
                }
            };
            match own {
                Some(dates) => days.place(dates.get(row).copied().unwrap_or(NO_TIME), add),
                None => when.place(row, days, add),
            }
        }
    }
    by_case(cases, &flows, days, tally);
    when.at()
}

/// The times of the cases a count of a backlog goes by, where it is every case.
fn of_cases<'a>(family: Family, count: &Count, cases: &'a Cases<'_>) -> Option<&'a [i64]> {
    match count.name {
        _ if family != Family::Backlog || *count != Count::every(count.name) => None,
        "created" => Some(&cases.created),
        "resolved" => Some(&cases.resolved),
        _ => None,
    }
}

/// Cases that came and went, each in the period of it.
fn by_case(cases: &Cases<'_>, flows: &[Option<&[i64]>], days: &mut Days<'_>, tally: &mut Tally<'_>) {
    if flows.iter().all(Option::is_none) {
        return;
    }
    for case in 0..cases.n {
        let group = tally.group(cases.row(case));
        let mut seen = Vec::new();
        for (index, times) in flows.iter().enumerate() {
            let time = times.and_then(|times| times.get(case).copied()).unwrap_or(NO_TIME);
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

/// What is not decided counts on neither side.
fn undetermined(counts: &[Count], numbers: &mut [Option<f64>]) {
    let mut each = counts.iter().zip(numbers.iter());
    if !each.any(|(count, number)| count.name == "undetermined" && count.sum.is_none() && number.is_some()) {
        return;
    }
    for (count, number) in counts.iter().zip(numbers) {
        if !matches!(count.name, "contacts" | "undetermined") {
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

/// How counts come from rows, in a line: parts that count differently cannot be added.
pub(super) fn rule(counts: &[Count]) -> String {
    let mut lines: Vec<String> = counts.iter().map(line).collect();
    lines.sort();
    lines.join("; ")
}

fn line(count: &Count) -> String {
    let mut words = vec![count.name.to_owned()];
    words.extend(count.sum.iter().map(|column| format!("= Σ {column}")));
    words.extend(count.tests.iter().map(|test| format!("[{}{}]", test.column, condition(&test.condition))));
    words.extend(count.date.iter().map(|column| format!("@ {column}")));
    words.join(" ")
}

fn condition(condition: &Condition) -> String {
    let list = |words: &[String]| words.join("|");
    match condition {
        Condition::Among(words) => format!(" = {}", list(words)),
        Condition::NotAmong(words) => format!(" ≠ {}", list(words)),
        Condition::AtLeast(limit) => format!(" ≥ {limit}"),
        Condition::AtMost(limit) => format!(" ≤ {limit}"),
        Condition::Above(limit) => format!(" > {limit}"),
        Condition::Below(limit) => format!(" < {limit}"),
        Condition::Filled => " filled".to_owned(),
        Condition::Empty => " empty".to_owned(),
    }
}
