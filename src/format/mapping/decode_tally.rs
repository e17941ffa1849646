//! JSON to a measure of counts by name.

use super::names;
use crate::data::{Condition, Count, Family, MeasureKind, Repeats, Scale, Summed, Test, Worth};
use crate::format::json::{Object, Reader};
use crate::snapshot::BUYERS;

/// No number in a condition is larger.
const MOST: f64 = 1e15;

pub(super) fn tally(family: Family, object: &mut Object) -> Option<MeasureKind> {
    let names = names::of(family);
    if names.is_empty() {
        // A family that no counts are enough for.
        object.field("counts")?.report("not-counted-so", [("family", family.name().into())]);
        return None;
    }
    let by_customer = object.has("customer");
    let follows = |name: &str| {
        let had = by_customer && of_customers(family).contains(&name);
        had || names::every(family).contains(&name) || names::needless(family).contains(&name)
    };
    let needed = names.iter().any(|name| name.required && !follows(name.name));
    if !needed && !object.has("counts") {
        return Some(with_rest(family, Vec::new(), object));
    }
    let mut counts = Vec::new();
    let mut field = object.required("counts")?.object()?;
    for name in names.iter().filter(|name| name.name != BUYERS) {
        match field.field(name.name) {
            // There is one way to tell a first contact, or who bought.
            Some(reader) if by_customer && of_customers(family).contains(&name.name) => {
                reader.report("not-both", [("field", "customer".into())]);
            }
            Some(reader) => counts.extend(count(&reader, name.name, name.of)),
            None if name.required && !follows(name.name) => field.missing(name.name),
            None => {}
        }
    }
    field.finish();
    Some(with_rest(family, counts, object))
}

/// The counts that are every row, and what is said beside the counts.
fn with_rest(family: Family, mut counts: Vec<Count>, object: &mut Object) -> MeasureKind {
    let opening = match family {
        Family::Backlog => object.number_in("opening", 0.0, 1e12).unwrap_or(0.0),
        _ => 0.0,
    };
    let estimate = match family {
        Family::Deflection => Some(object.required_text("estimate")),
        _ => None,
    };
    for name in names::every(family) {
        if counts.iter().all(|count| count.name != *name) {
            counts.push(Count::every(name));
        }
    }
    match family {
        Family::Fcr => undetermined(&mut counts),
        Family::Reopened => reopenings(&mut counts),
        _ => {}
    }
    let repeats = match family {
        Family::Fcr => repeats(object),
        _ => None,
    };
    if repeats.is_some() {
        // Both are had from the customers.
        counts.retain(|count| !matches!(count.name, "firstContact" | "undetermined"));
        counts.extend(["firstContact", "undetermined"].map(Count::every));
    }
    let worth = match family {
        Family::Clv | Family::ClvHistorical => Some(worth(family, &mut counts, object)),
        _ => None,
    };
    MeasureKind::Tally { family, counts, opening, estimate, repeats, worth }
}

/// The counts that are had from the customer of each row.
const fn of_customers(family: Family) -> &'static [&'static str] {
    match family {
        Family::Fcr => &["firstContact", "undetermined"],
        Family::Clv => &["customers", "start", "lost"],
        Family::ClvHistorical => &["customers"],
        _ => &[],
    }
}

/// Purchases of customers, or customers; what is to come is worth less.
fn worth(family: Family, counts: &mut Vec<Count>, object: &mut Object) -> Worth {
    let customer = object.text("customer");
    if customer.is_some() {
        let had = of_customers(family);
        counts.retain(|count| !had.contains(&count.name));
        counts.extend(had.iter().chain(&[BUYERS]).map(|name| Count::every(name)));
    }
    let discount = match family {
        Family::Clv => {
            object.required("discount").and_then(|field| field.number_in(0.0, 10.0)).unwrap_or(0.0)
        }
        _ => 0.0,
    };
    Worth { customer, discount }
}

/// Customers by when they came and when they left.
pub(super) fn customers(family: Family, object: &mut Object) -> MeasureKind {
    MeasureKind::Customers {
        family,
        began: object.required_text("began"),
        ended: object.required_text("ended"),
        opening: object.number_in("opening", 0.0, 1e12).unwrap_or(0.0),
    }
}

/// Answers to several items.
pub(super) fn items(family: Family, scale: Scale, object: &mut Object) -> MeasureKind {
    let field = object.required("columns");
    let items = field.as_ref().and_then(Reader::list).unwrap_or_default();
    let columns: Vec<String> = items.iter().filter_map(Reader::text).map(str::to_owned).collect();
    if let Some(field) = field.filter(|_| items.len() < 2) {
        field.report("too-few", [("found", (items.len() as f64).into()), ("min", 2.0.into())]);
    }
    MeasureKind::Items { family, columns, scale }
}

/// How first contacts are told by whether the same customer came again.
fn repeats(object: &mut Object) -> Option<Repeats> {
    if !object.has("customer") {
        return None;
    }
    Some(Repeats {
        customer: object.required_text("customer"),
        topic: object.text("topic"),
        days: object.required("window").and_then(|field| field.number_in(0.0, 3660.0)).unwrap_or(0.0),
        leave_out: object
            .field("repeats")
            .and_then(|field| field.choice(&["count", "leave-out"], left_out))
            .unwrap_or(false),
    })
}

fn left_out(word: &str) -> Option<bool> {
    match word {
        "count" => Some(false),
        "leave-out" => Some(true),
        _ => None,
    }
}

/// Where nothing stands in the column that tells, it is not known whether a contact was resolved at once.
fn undetermined(counts: &mut Vec<Count>) {
    let said = counts.iter().any(|count| count.name == "undetermined");
    let tells = counts.iter().find(|count| count.name == "firstContact" && count.sum.is_none());
    let Some(test) = tells.and_then(|count| count.tests.first()).filter(|_| !said) else { return };
    let tests = vec![Test { column: test.column.clone(), condition: Condition::Empty }];
    counts.push(Count { tests, ..Count::every("undetermined") });
}

/// A column of how often a case came back gives both counts: the cases, and the times.
fn reopenings(counts: &mut Vec<Count>) {
    let single = counts.iter().any(|count| count.name == "solved" && count.sum.is_none());
    let reopened = counts.iter_mut().find(|count| count.name == "reopened" && single);
    let Some(reopened) = reopened else { return };
    let Some(column) = reopened.sum.take() else { return };
    let events = Count { name: "reopenings", sum: Some(column.clone()), ..reopened.clone() };
    reopened.tests.push(Test { column, condition: Condition::Above(0.0) });
    counts.push(events);
}

fn count(reader: &Reader, name: &'static str, of: Summed) -> Option<Count> {
    let mut object = reader.object()?;
    let mut tests = Vec::new();
    let column = object.text("column");
    conditions(&mut object, column.as_deref().unwrap_or_default(), &mut tests);
    match (&column, tests.is_empty()) {
        (Some(_), true) => object.missing("is"),
        (None, false) => object.missing("column"),
        _ => {}
    }
    for reader in object.list("all") {
        let Some(mut object) = reader.object() else { continue };
        let column = object.required_text("column");
        let before = tests.len();
        conditions(&mut object, &column, &mut tests);
        if tests.len() == before {
            object.missing("is");
        }
        object.finish();
    }
    let (sum, date) = (object.text("sum"), object.text("date"));
    if of != Summed::Count && sum.is_none() {
        object.missing("sum");
    }
    object.finish();
    Some(Count { name, of, tests, sum, date })
}

/// The conditions on one column.
fn conditions(object: &mut Object, column: &str, into: &mut Vec<Test>) {
    let mut add = |condition| into.push(Test { column: column.to_owned(), condition });
    let words = |object: &mut Object, name| -> Option<Vec<String>> {
        let field = object.field(name)?;
        let words: Vec<String> =
            field.list()?.iter().filter_map(Reader::any_text).map(str::to_owned).collect();
        if words.is_empty() {
            field.report("empty-list", []);
        }
        Some(words)
    };
    words(object, "is").map(Condition::Among).into_iter().for_each(&mut add);
    words(object, "isNot").map(Condition::NotAmong).into_iter().for_each(&mut add);
    let mut number = |name| object.number_in(name, -MOST, MOST);
    let numbers = [
        number("atLeast").map(Condition::AtLeast),
        number("atMost").map(Condition::AtMost),
        number("above").map(Condition::Above),
        number("below").map(Condition::Below),
    ];
    numbers.into_iter().flatten().for_each(&mut add);
    let filled = object.flag("filled");
    filled.map(|filled| if filled { Condition::Filled } else { Condition::Empty }).into_iter().for_each(add);
}
