//! From rows by a mapping: the same numbers as on a board, asked for by themselves.

use throughline::error::Param;
use throughline::kpi::{OfTable, of_table};

use super::*;
use support::load;

fn of(mapping: &Value, rows: &str, question: &Value) -> Result<OfTable, Error> {
    let (_, snapshot) = load(&mapping.to_string(), rows.as_bytes());
    of_table(&snapshot, &calculation::decode_rows(&question.to_string())?)
}

fn told(mapping: &Value, rows: &str, question: &Value) -> OfTable {
    of(mapping, rows, question).unwrap_or_else(|error| panic!("{question}: {error}"))
}

fn tickets(more: &Value) -> Value {
    let mut measure = json!({ "id": "time", "kpi": "resolution-time" });
    measure.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({
        "version": 1, "source": "tickets",
        // Central Europe: 2026-03-29 and 2026-10-25, 01:00 UTC, by GNU date.
        "zone": { "offset": 3600, "transitions": [[1_774_746_000, 7200], [1_792_890_000, 3600]] },
        "hours": {
            "mon": ["09:00-17:00"], "tue": ["09:00-17:00"], "wed": ["09:00-17:00"], "thu": ["09:00-17:00"],
            "fri": ["09:00-17:00"], "sat": ["22:00-06:00"], "holidays": ["2026-10-26"],
        },
        "columns": { "created": "Opened", "firstResolved": "Solved", "resolved": "Closed", "firstReply": "Replied" },
        "measures": [measure],
    })
}

const TICKETS: &str = "\
Opened,Replied,Solved,Closed
2026-10-30 17:00,2026-11-02 09:15,2026-11-02 09:30,2026-11-03 09:30
";

#[test]
fn pairs_of_times_in_calendar_and_business_hours() {
    // The worked value of Friday 17:00 to Monday 09:30, less the night of Saturday that this schedule opens: 8 h.
    let first = json!({ "hours": "business", "resolved": "first" });
    let found = told(&tickets(&first), TICKETS, &json!({ "unit": "h", "variant": "median" })).kpi;
    assert_eq!((value(&found), found.n, found.unit), (8.5, Some(1.0), "h"));
    assert_eq!(notes(&found), ["business-hours", "first-resolution"]);
    assert_eq!((found.definition.as_str(), found.source), ("resolution-time.median", "hyndman-fan-1996"));
    let last = told(&tickets(&json!({ "hours": "business" })), TICKETS, &json!({ "unit": "h" })).kpi;
    assert_eq!((value(&last), last.variant.as_str(), last.ratio), (16.5, "mean", Some((16.5, 1.0))));
    let calendar = told(&tickets(&json!({ "resolved": "first" })), TICKETS, &json!({ "unit": "h" })).kpi;
    assert_eq!((value(&calendar), notes(&calendar)), (64.5, vec!["first-resolution"]));
    let reply = tickets(&json!({ "kpi": "first-reply-time", "hours": "business" }));
    assert_eq!(value(&told(&reply, TICKETS, &json!({ "unit": "min" })).kpi), 495.0);
}

#[test]
fn nights_of_the_changes_of_clocks_and_holidays() {
    let open = tickets(&json!({ "hours": "business" }));
    let hours = |from: &str, to: &str| {
        let rows = format!("Opened,Replied,Solved,Closed\n{from},,,{to}\n");
        value(&told(&open, &rows, &json!({ "unit": "h" })).kpi)
    };
    // Saturday 22:00 to Sunday 06:00 lasts seven hours in spring, nine in autumn and eight else.
    assert_eq!(hours("2026-03-28 18:00", "2026-03-29 12:00"), 7.0);
    assert_eq!(hours("2026-10-24 18:00", "2026-10-25 12:00"), 9.0);
    assert_eq!(hours("2026-11-07 18:00", "2026-11-08 12:00"), 8.0);
    // Monday the 26th is a holiday.
    assert_eq!(hours("2026-10-26 08:00", "2026-10-27 10:00"), 1.0);
}

#[test]
fn open_cases_are_told_beside() {
    let rows = format!("{TICKETS}2026-10-30 18:00,,,\n");
    let found = told(&tickets(&json!({})), &rows, &json!({ "unit": "h" })).kpi;
    assert_eq!((found.n, notes(&found)), (Some(1.0), vec!["open-left-out"]));
}

#[test]
fn promises_are_a_share_of_what_the_mapping_says() {
    // Created 4; resolved 3, of these 2 in time; one is open past its time: 2 of 4 that were due.
    let rows = "Opened,Due,Closed\n\
        2026-10-01,2026-10-05,2026-10-04\n2026-10-01,2026-10-05,2026-10-03\n\
        2026-10-01,2026-10-05,2026-10-09\n2026-10-01,2026-10-05,\n";
    let sla = |basis: &str| {
        let mapping = json!({
            "version": 1, "source": "t", "columns": { "created": "Opened", "due": "Due", "resolved": "Closed" },
            "measures": [{ "id": "sla", "kpi": "sla-compliance", "denominator": basis }],
        });
        let found = told(&mapping, rows, &json!({ "variant": basis })).kpi;
        assert_eq!(told(&mapping, rows, &json!({})).kpi, found);
        let other = if basis == "due" { "created" } else { "due" };
        let error = of(&mapping, rows, &json!({ "variant": other })).unwrap_err();
        let issue = error.issues().first().unwrap();
        assert_eq!((issue.code, issue.at.as_str()), ("unknown-value", "/variant"));
        assert_eq!(issue.params.get("allowed"), Some(&Param::List(vec![basis.to_owned()])));
        (value(&found), found.ratio, found.variant, found.definition)
    };
    let named = |basis: &str, part: f64, whole: f64| {
        (100.0 * part / whole, Some((part, whole)), basis.to_owned(), format!("sla-compliance.{basis}"))
    };
    assert_eq!(sla("due"), named("due", 2.0, 4.0));
    assert_eq!(sla("created"), named("created", 2.0, 4.0));
    assert_eq!(sla("resolved"), named("resolved", 2.0, 3.0));
}

#[test]
fn first_contacts_told_by_repeats_in_a_window() {
    // Ana came twice in a week; Ben once, long ago; of Cem's nobody knows yet on the last day.
    let rows = "Day,Who\n2026-10-01,Ana\n2026-10-05,Ana\n2026-10-01,Ben\n2026-10-20,Cem\n";
    let fcr = |days: u32| {
        let mapping = json!({
            "version": 1, "source": "c", "columns": { "created": "Day" },
            "measures": [{ "id": "fcr", "kpi": "fcr", "customer": "Who", "window": days }],
        });
        let found = told(&mapping, rows, &json!({})).kpi;
        (found.ratio.or(found.n.map(|n| (value(&found) * n / 100.0, n))), notes(&found))
    };
    // Ana's first is no first-contact resolution; her second and Ben's are; Cem's window is open.
    assert_eq!(fcr(7), (Some((2.0, 3.0)), vec!["undetermined-left-out"]));
    // In 2 days she did not come again.
    assert_eq!(fcr(2).0, Some((3.0, 3.0)));
}

fn customers(kpi: &str) -> Value {
    json!({
        "version": 1, "source": "customers", "minimum": 5,
        "measures": [{ "id": "kept", "kpi": kpi, "began": "Since", "ended": "Until" }],
    })
}

/// Ten came in August, of whom two left in September and one in October; six came in September, one left in October.
fn book() -> String {
    let rows = |times: usize, row: &str| format!("{row}\n").repeat(times);
    [
        "Since,Until\n".into(),
        rows(7, "2026-08-10,"),
        rows(2, "2026-08-10,2026-09-15"),
        rows(1, "2026-08-10,2026-10-15"),
        rows(5, "2026-09-10,"),
        rows(1, "2026-09-10,2026-10-20"),
    ]
    .concat()
}

#[test]
fn retention_and_churn_with_their_cohorts() {
    // October starts with 10 − 2 + 6 = 14, of whom 2 leave.
    let kept = told(&customers("retention"), &book(), &json!({}));
    near(value(&kept.kpi), 100.0 * 12.0 / 14.0, 9);
    assert_eq!((kept.kpi.n, kept.kpi.interval.unwrap().method), (Some(14.0), "wilson"));
    let churn = told(&customers("churn"), &book(), &json!({ "window": { "last": 2 } }));
    // September starts with 10; till the end of October 3 of these have left.
    near(value(&churn.kpi), 30.0, 9);
    for table in [&kept, &churn] {
        let shares = |cohort: &throughline::kpi::Cohort| {
            cohort.kept.iter().map(|kept| kept.value.clone().unwrap()).collect::<Vec<_>>()
        };
        assert_eq!(table.cohorts.len(), 2);
        let [august, september] = [&table.cohorts[0], &table.cohorts[1]];
        assert_eq!((august.began.label().as_str(), august.customers), ("2026-08", 10));
        assert_eq!(shares(august), [100.0, 80.0, 70.0]);
        assert_eq!((september.customers, shares(september)), (6, vec![100.0, 100.0 * 5.0 / 6.0]));
    }
    // On a day in October that month is not over, and no cohort has come to its end.
    let earlier = told(&customers("retention"), &book(), &json!({ "asOf": "2026-10-20" }));
    near(value(&earlier.kpi), 80.0, 9);
    assert_eq!(earlier.cohorts[0].kept.len(), 2);
}

#[test]
fn single_contacts_have_percentiles() {
    let mapping = json!({
        "version": 1, "source": "calls", "columns": { "created": "Day" },
        "measures": [{ "id": "aht", "kpi": "aht", "counts": { "talk": { "sum": "Talk" }, "wrap": { "sum": "Wrap" } } }],
    });
    // The worked minutes of the domain, split in two.
    let minutes = [2, 3, 5, 7, 8, 12, 15, 21, 40, 180];
    let rows: String = minutes.iter().map(|all| format!("2026-10-01,{}:00,1:00\n", all - 1)).collect();
    let rows = format!("Day,Talk,Wrap\n{rows}");
    let ask = |variant: &str| told(&mapping, &rows, &json!({ "variant": variant, "unit": "min" })).kpi;
    near(value(&ask("median")), 10.0, 9);
    near(value(&ask("p90")), 54.0, 9);
    near(value(&ask("p90-nearest-rank")), 40.0, 9);
    near(value(&ask("mean")), 29.3, 9);
    near(value(&ask("wrap")), 1.0, 9);
    assert_eq!(ask("p90").definition, "aht.p90");
    let words: Value = serde_json::from_str(
        &std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/www/element/messages/en-rest.json"))
            .unwrap(),
    )
    .unwrap();
    for family in ["aht", "asa"] {
        for form in ["median", "p90", "p90-nearest-rank"] {
            assert!(words.get(format!("definition.{family}.{form}")).is_some(), "{family}.{form}");
        }
    }
}

#[test]
fn a_question_that_cannot_be_answered_says_where_it_is_wrong() {
    let refused = |question: &Value| {
        let error = of(&tickets(&json!({})), TICKETS, question).unwrap_err();
        assert_eq!(error.code(), "calculation-invalid");
        let issues = error.issues().iter().map(|issue| format!("{} {}", issue.code, issue.at.as_str()));
        issues.collect::<Vec<_>>().join(",")
    };
    assert_eq!(refused(&json!({ "measure": "tine" })), "unknown-reference /measure");
    assert_eq!(refused(&json!({ "variant": "l3" })), "unknown-value /variant");
    assert_eq!(refused(&json!({ "variant": "meen" })), "unknown-value /variant");
    assert_eq!(
        refused(&json!({ "unit": "hours", "famly": "nps" })),
        "unknown-value /unit,unknown-field /famly"
    );
    let mut two = tickets(&json!({}));
    two["measures"].as_array_mut().unwrap().push(json!({ "id": "reply", "kpi": "first-reply-time" }));
    assert_eq!(of(&two, TICKETS, &json!({})).unwrap_err().issues()[0].code, "missing-field");
    assert_eq!(value(&told(&two, TICKETS, &json!({ "measure": "reply", "unit": "h" })).kpi), 64.25);
    let limitless = told(&tickets(&json!({})), TICKETS, &json!({ "variant": "share-within" })).kpi;
    assert_eq!(limitless.value.unwrap_err().code, "limit-required");
}
