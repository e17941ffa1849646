//! How counts come from rows, in words: what a snapshot says of itself.

use crate::data::{Condition, Count, MeasureKind, Repeats};

/// How counts come from rows, in a line: parts that count differently cannot be added.
pub(super) fn of_counts(counts: &[Count], repeats: Option<&Repeats>, buyer: Option<&String>) -> String {
    let mut lines: Vec<String> = counts.iter().map(line).collect();
    lines.extend(buyer.map(|customer| format!("customers: {customer}")));
    lines.extend(repeats.map(again));
    lines.sort();
    lines.join("; ")
}

/// How customers come from rows.
pub(super) fn of_customers(kind: &MeasureKind) -> String {
    match kind {
        MeasureKind::Customers { began, ended, .. } => format!("{began} – {ended}"),
        _ => String::new(),
    }
}

fn again(repeats: &Repeats) -> String {
    let Repeats { customer, topic, days, leave_out } = repeats;
    let topic = topic.as_ref().map(|topic| format!(", {topic}")).unwrap_or_default();
    let left = if *leave_out { ", first ones alone" } else { "" };
    format!("firstContact: {customer}{topic} not again within {days} d{left}")
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
