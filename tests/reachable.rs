//! Every variant of every family is had from rows: through the mapping, the snapshot and the reading of a board.
#![expect(clippy::panic, reason = "a test may fail")]

mod support;

use std::fmt::Write;

use support::{day, load, reading};
use throughline::calendar::Granularity;
use throughline::kpi::service::{FAMILIES, Unit};
use throughline::kpi::{Asked, TableQuestion, of_table};
use throughline::plan::{Variant, Window};

/// A measure of each family, as a mapping has it. The change of NPS is no measure: two periods are compared.
const MEASURES: [(&str, &str); 29] = [
    ("nps", r#""column": "Score""#),
    ("enps", r#""column": "Score""#),
    ("csat", r#""column": "Rate""#),
    ("ces", r#""column": "Ease""#),
    ("ces-1", r#""column": "Rate""#),
    (
        "fcr",
        r#""counts": { "firstContact": { "column": "Yes", "is": ["yes"] }, "notResolvable": { "column": "No", "is": ["yes"] } }"#,
    ),
    ("aht", r#""counts": { "talk": { "sum": "Ten" }, "hold": { "sum": "Five" }, "wrap": { "sum": "Two" } }"#),
    ("first-reply-time", r#""limit": 86400"#),
    ("resolution-time", r#""limit": 86400"#),
    (
        "service-level",
        r#""counts": { "answered": { "sum": "Ten" }, "answeredWithin": { "sum": "Eight" }, "abandoned": { "sum": "Five" },
            "abandonedWithin": { "sum": "Two" }, "abandonedShort": { "sum": "One" } }"#,
    ),
    ("asa", r#""counts": { "waiting": { "sum": "Ten" } }"#),
    (
        "abandonment",
        r#""counts": { "offered": { "sum": "Ten" }, "abandoned": { "sum": "Five" }, "short": { "sum": "Two" } }"#,
    ),
    ("occupancy", r#""counts": { "handling": { "sum": "Eight" }, "available": { "sum": "Two" } }"#),
    (
        "sla-compliance",
        r#""counts": { "met": { "sum": "Five" }, "resolved": { "sum": "Eight" }, "breachedOpen": { "sum": "Two" }, "created": { "sum": "Ten" } }"#,
    ),
    ("backlog", ""),
    ("reopen-rate", r#""counts": { "reopened": { "sum": "One" } }"#),
    (
        "complaints",
        r#""counts": { "acknowledged": { "column": "Reply", "filled": true }, "escalated": { "column": "No", "is": ["no"] },
            "resolved": { "column": "Out", "filled": true }, "resolvedInTime": { "column": "Yes", "is": ["yes"] },
            "overdue": { "column": "Out", "filled": false } }"#,
    ),
    (
        "recovery",
        r#""counts": { "afterComplaint": { "sum": "Five" }, "goodAfterComplaint": { "sum": "Two" },
            "withoutComplaint": { "sum": "Ten" }, "goodWithoutComplaint": { "sum": "Eight" } }"#,
    ),
    ("retention", r#""began": "Since", "ended": "Until""#),
    ("churn", r#""began": "Since", "ended": "Until""#),
    (
        "clv",
        r#""customer": "Customer", "discount": 0.1, "counts": { "revenue": { "sum": "Ten" }, "cost": { "sum": "Two" } }"#,
    ),
    (
        "clv-historical",
        r#""customer": "Customer", "counts": { "revenue": { "sum": "Ten" }, "cost": { "sum": "Two" } }"#,
    ),
    ("contact-rate", r#""counts": { "customers": { "sum": "Ten" }, "orders": { "sum": "Five" } }"#),
    ("self-service", r#""counts": { "selfService": { "column": "Yes", "is": ["yes"] } }"#),
    ("deflection", r#""estimate": "by hand", "counts": { "avoided": { "sum": "Two" }, "contacts": {} }"#),
    ("containment", r#""counts": { "botResolved": { "column": "Yes", "is": ["yes"] } }"#),
    ("favourability", r#""columns": ["Rate", "Score"], "scale": 10"#),
    ("cronbach-alpha", r#""columns": ["Rate", "Score"], "scale": 10"#),
    ("counts", r#""denominator": "Ten", "numerator": "Eight""#),
];

/// Two months of ten rows each.
fn rows() -> String {
    let mut text = String::from(
        "Day,Reply,Out,Due,Since,Until,Customer,Score,Rate,Ease,Yes,No,Ten,Eight,Five,Two,One\n",
    );
    for month in ["10", "11"] {
        for each in 0..10 {
            let (yes, rate, score) = (if each < 6 { "yes" } else { "no" }, 1 + each % 5, 1 + each);
            // Of October's ten customers three do not come again.
            let customer = if month == "11" && each < 3 { each + 20 } else { each };
            let until = if month == "11" && each == 9 { "2026-11-20" } else { "" };
            writeln!(
                text,
                "2026-{month}-02,2026-{month}-03,2026-{month}-04,2026-{month}-05,2026-09-01,{until},c{customer},{score},{rate},{},{yes},no,10,8,5,2,1",
                1 + each % 7
            )
            .unwrap_or_else(|error| panic!("{error}"));
        }
    }
    text
}

#[test]
fn each_variant_of_each_family_has_a_value_from_rows() {
    let rows = rows();
    for family in FAMILIES {
        let Some((_, rest)) = MEASURES.iter().find(|(id, _)| *id == family.id) else {
            // A comparison of two periods, and a fit of customers.
            assert!(["nps-change", "clv-predictive"].contains(&family.id), "{}", family.id);
            continue;
        };
        let comma = if rest.is_empty() { "" } else { ", " };
        let mapping = format!(
            r#"{{ "version": 1, "source": "s", "columns": {{ "created": "Day", "firstReply": "Reply", "resolved": "Out", "due": "Due" }},
                "measures": [{{ "id": "m", "kpi": "{}"{comma}{rest} }}] }}"#,
            family.id
        );
        let (report, snapshot) = load(&mapping, rows.as_bytes());
        assert_eq!(report.refused, 0, "{}: {:?}", family.id, report.issues);
        for form in family.forms {
            let reading = reading("m", form.id, None);
            let unit = if form.unit == Unit::Time { "h" } else { form.unit.sign() };
            let period = Granularity::Month.into();
            let asked = Asked { reading: &reading, unit: Some(unit), period, as_of: day("2026-12-15") };
            let figure = asked.value(&snapshot, Window::Last(1));
            // A measure of its own denominator has one variant a measure.
            assert!(figure.known().is_some_and(f64::is_finite), "{} {}: {figure:?}", family.id, form.id);
            let question = TableQuestion {
                variant: Variant::from_name(form.id),
                unit: (form.unit == Unit::Time).then(|| "h".to_owned()),
                window: Some(Window::Last(1)),
                as_of: Some(day("2026-12-15")),
                ..TableQuestion::default()
            };
            let alone =
                of_table(&snapshot, &question).unwrap_or_else(|error| panic!("{}: {error}", family.id)).kpi;
            assert_eq!(
                (alone.value.ok(), alone.variant.as_str()),
                (figure.known(), form.id),
                "{}",
                family.id
            );
            assert_eq!(alone.definition, format!("{}.{}", family.id, form.id));
        }
    }
}
