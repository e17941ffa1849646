//! A measure of counts by name to the shape of its JSON.

use super::{names, wire};
use crate::data::{Condition, Count, Family, Repeats, Test, Worth};
use crate::format::json::scalar::{Number, Text, Weight};

pub(super) fn tally(
    (id, date): (Text, Option<Text>),
    (family, counts): (Family, &[Count]),
    opening: f64,
    estimate: Option<&String>,
) -> Option<wire::TallyMeasure> {
    let said = counts.iter().filter(|count| {
        count.name != "reopenings"
            && !(names::every(family).contains(&count.name) && **count == Count::every(count.name))
    });
    let again = |name| counts.iter().find(|count| count.name == name);
    let rule = |count: &Count| match again("reopenings").filter(|_| count.name == "reopened") {
        // The column of how often, from which both were had.
        Some(events) => (count.name, self::rule(&Count { name: count.name, ..events.clone() })),
        None => (count.name, self::rule(count)),
    };
    Some(wire::TallyMeasure {
        id,
        kpi: word(family)?,
        date,
        counts: wire::TallyCounts(said.map(rule).collect()),
        customer: None,
        discount: None,
        topic: None,
        window: None,
        repeats: None,
        opening: (opening > 0.0).then_some(Weight(opening)),
        estimate: estimate.map(Text::from),
    })
}

/// Says how first contacts are told, in the place of the counts that follow from it.
pub(super) fn with_repeats(told: &mut wire::TallyMeasure, repeats: &Repeats) {
    told.counts.0.retain(|name, _| !matches!(*name, "firstContact" | "undetermined"));
    told.customer = Some(Text::from(&repeats.customer));
    told.topic = repeats.topic.as_ref().map(Text::from);
    told.window = Some(Weight(repeats.days));
    told.repeats = repeats.leave_out.then_some(wire::RepeatContacts::LeaveOut);
}

/// Says who the customers are, in the place of the counts that follow from them.
pub(super) fn with_worth(told: &mut wire::TallyMeasure, family: Family, worth: &Worth) {
    told.customer = worth.customer.as_ref().map(Text::from);
    told.discount = (family == Family::Clv).then_some(Weight(worth.discount));
    if told.customer.is_some() {
        told.counts.0.retain(|name, _| matches!(*name, "revenue" | "cost"));
    }
}

const fn word(family: Family) -> Option<wire::TallyFamily> {
    use wire::TallyFamily as Word;
    Some(match family {
        Family::Nps => Word::Nps,
        Family::Enps => Word::Enps,
        Family::Fcr => Word::Fcr,
        Family::Aht => Word::Aht,
        Family::ServiceLevel => Word::ServiceLevel,
        Family::Asa => Word::Asa,
        Family::Abandonment => Word::Abandonment,
        Family::Occupancy => Word::Occupancy,
        Family::Sla => Word::Sla,
        Family::Backlog => Word::Backlog,
        Family::Reopened => Word::Reopened,
        Family::Complaints => Word::Complaints,
        Family::Recovery => Word::Recovery,
        Family::Retention => Word::Retention,
        Family::Churn => Word::Churn,
        Family::ContactRate => Word::ContactRate,
        Family::SelfService => Word::SelfService,
        Family::Deflection => Word::Deflection,
        Family::Containment => Word::Containment,
        Family::Clv => Word::Clv,
        Family::ClvHistorical => Word::ClvHistorical,
        _ => return None,
    })
}

fn rule(count: &Count) -> wire::CountRule {
    let mut rule = wire::CountRule {
        sum: count.sum.as_ref().map(Text::from),
        date: count.date.as_ref().map(Text::from),
        ..wire::CountRule::default()
    };
    match count.tests.as_slice() {
        [] => {}
        [only] => {
            let wire::RowTest { column, is, is_not, at_least, at_most, above, below, filled } = test(only);
            let column = Some(column);
            rule = wire::CountRule { column, is, is_not, at_least, at_most, above, below, filled, ..rule };
        }
        several => rule.all = several.iter().map(test).collect(),
    }
    rule
}

fn test(test: &Test) -> wire::RowTest {
    let mut told = wire::RowTest { column: Text::from(&test.column), ..wire::RowTest::default() };
    match &test.condition {
        Condition::Among(words) => told.is.clone_from(words),
        Condition::NotAmong(words) => told.is_not.clone_from(words),
        Condition::AtLeast(limit) => told.at_least = Some(Number(*limit)),
        Condition::AtMost(limit) => told.at_most = Some(Number(*limit)),
        Condition::Above(limit) => told.above = Some(Number(*limit)),
        Condition::Below(limit) => told.below = Some(Number(*limit)),
        Condition::Filled => told.filled = Some(true),
        Condition::Empty => told.filled = Some(false),
    }
    told
}
