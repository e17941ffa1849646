//! Real files by others, through the same path as in the page: bytes, ingest, partials, figure. The
//! expected values were computed with pandas and checked in R.

mod support;

use serde_json::Value;
use support::{agree, load, reading, real, real_json, series, value};
use throughline::plan::Window;

fn expected(file: &str) -> Option<Value> {
    real_json("cs/expected_kpis.json")?.get(file).cloned()
}

#[test]
fn event_log_becomes_cases() {
    let file = "helpdesk_italy_eventlog.csv";
    let (Some(bytes), Some(expected)) = (real(&format!("cs/{file}")), expected(file)) else { return };
    let (report, snapshot) = load(
        r#"{ "version": 1, "source": "s", "events": { "case": "CaseID", "time": "CompleteTimestamp", "firstReply": "second" },
             "measures": [{ "id": "resolution", "kpi": "resolution-time", "limit": 86400 },
                          { "id": "reply", "kpi": "first-reply-time" },
                          { "id": "sla", "kpi": "sla-compliance", "denominator": "resolved", "limit": 172800 }] }"#,
        &bytes,
    );
    assert_eq!((report.read, report.used, report.refused), (13710, 13710, 0));
    assert_eq!(report.cases, Some(3804));
    let all = |measure: &str, variant: &str, unit: &str| {
        value(&snapshot, &reading(measure, variant, None), unit, Window::All, "2013-01-01")
    };
    let days = &expected["duration_days"];
    let mean = all("resolution", "mean", "d");
    assert_eq!(mean.n, Some(3804));
    assert!(agree(mean.known().unwrap(), days["mean"].as_f64().unwrap()), "{mean:?}");
    assert!((mean.known().unwrap() - 8.7982).abs() < 5e-5);
    for (variant, key) in [
        ("median", "median"),
        ("p10", "p10"),
        ("p25", "p25"),
        ("p75", "p75"),
        ("p90", "p90"),
        ("p95", "p95"),
        ("p99", "p99"),
    ] {
        let found = all("resolution", variant, "d");
        assert!(agree(found.known().unwrap(), days[key].as_f64().unwrap()), "{variant}: {found:?}");
        let interval = found.interval.unwrap();
        assert!(interval.low <= found.known().unwrap() && found.known().unwrap() <= interval.high);
    }
    let within = all("resolution", "share-within", "%");
    assert!(agree(within.known().unwrap(), expected["sla_pct"]["<= 1 days"].as_f64().unwrap()));
    assert!((within.known().unwrap() - 33.885).abs() < 5e-4);
    let kept = all("sla", "share", "%");
    assert!(agree(kept.known().unwrap(), expected["sla_pct"]["<= 2 days"].as_f64().unwrap()));
    let reply = all("reply", "mean", "s");
    assert_eq!(reply.n, Some(3803));
    assert!(agree(reply.known().unwrap(), expected["time_to_second_event_s"]["mean"].as_f64().unwrap()));
    // Cases are counted in the month they were closed in.
    let months = series(&snapshot, &reading("resolution", "mean", None), "d", "2013-01-01");
    let closed = expected["closed_by_month"].as_object().unwrap();
    assert_eq!(months.len(), closed.len());
    for month in &months {
        assert_eq!(month.n, closed[&month.period.unwrap().label()].as_u64());
    }
}

#[test]
fn counts_by_their_complement() {
    let file = "nhs_ae_attendances.csv";
    let (Some(bytes), Some(expected)) = (real(&format!("cs/{file}")), expected(file)) else { return };
    let (report, snapshot) = load(
        r#"{ "version": 1, "source": "s", "dimension": "type",
             "measures": [{ "id": "hours", "kpi": "counts", "denominator": "attendances", "complement": "breaches", "date": "period" }] }"#,
        &bytes,
    );
    assert_eq!(report.refused, 0);
    let share = reading("hours", "share", None);
    let all = value(&snapshot, &share, "%", Window::All, "2020-01-01");
    assert!((all.known().unwrap() - 88.4819).abs() < 5e-5, "{all:?}");
    let months = series(&snapshot, &share, "%", "2020-01-01");
    let by_month = &expected["england_by_month"];
    assert_eq!(months.len(), 36);
    for month in &months {
        let first = month.period.unwrap().first_day().to_string();
        assert!(
            agree(month.known().unwrap(), by_month[&first]["pct"].as_f64().unwrap()),
            "{first}: {month:?}"
        );
        assert_eq!(month.n, by_month[&first]["attendances"].as_u64());
    }
    for kind in ["1", "2", "other"] {
        let found = value(&snapshot, &reading("hours", "share", Some(kind)), "%", Window::All, "2020-01-01");
        assert!(
            agree(found.known().unwrap(), expected["by_type"][kind].as_f64().unwrap()),
            "{kind}: {found:?}"
        );
    }
}

#[test]
fn retention_of_customers() {
    let mapping = |column: &str, lost: &str, dimension: &str| {
        format!(
            r#"{{ "version": 1, "source": "s", "at": "2026-10-31", "dimension": "{dimension}",
                 "measures": [{{ "id": "kept", "kpi": "retention", "column": "{column}", "lost": ["{lost}"] }}] }}"#
        )
    };
    if let Some(bytes) = real("cs/mlc_churn.csv") {
        let (report, snapshot) = load(&mapping("churn", "yes", "number_customer_service_calls"), &bytes);
        assert_eq!(report.used, 5000);
        let kept = value(&snapshot, &reading("kept", "share", None), "%", Window::Last(1), "2026-10-31");
        assert!(agree(kept.known().unwrap(), 85.86), "{kept:?}");
        // Two customers called eight times and two nine times: their groups are not shown.
        let eight =
            value(&snapshot, &reading("kept", "share", Some("8")), "%", Window::Last(1), "2026-10-31");
        assert_eq!(eight.value.unwrap_err().code, "suppressed");
    }
    let file = "ibm_telco_churn_modeldata.csv";
    let (Some(bytes), Some(expected)) = (real(&format!("cs/{file}")), expected(file)) else { return };
    let (_, snapshot) = load(&mapping("churn", "Yes", "contract"), &bytes);
    let kept = value(&snapshot, &reading("kept", "share", None), "%", Window::All, "2026-11-21");
    let interval = kept.interval.unwrap();
    assert!(agree(kept.known().unwrap(), expected["retention_pct"].as_f64().unwrap()));
    assert!(agree(interval.low, expected["retention_wilson95"][0].as_f64().unwrap()), "{interval:?}");
    assert!(agree(interval.high, expected["retention_wilson95"][1].as_f64().unwrap()));
    for (contract, answer) in expected["by_contract"].as_object().unwrap() {
        let found =
            value(&snapshot, &reading("kept", "share", Some(contract)), "%", Window::All, "2026-11-21");
        assert_eq!(found.n, answer["n"].as_u64());
        assert!(
            agree(100.0 - found.known().unwrap(), answer["churn_pct"].as_f64().unwrap()),
            "{contract}: {found:?}"
        );
    }
}

#[test]
fn worded_scales() {
    let file = "ibm_hr_attrition_modeldata.csv";
    let (Some(bytes), Some(expected)) = (real(&format!("cs/{file}")), expected(file)) else { return };
    let items = expected["favourable_pct"].as_object().unwrap();
    let measures: Vec<String> = items
        .keys()
        .map(|item| {
            format!(
                r#"{{ "id": "{item}", "kpi": "favourability", "column": "{item}", "scale": 4,
                     "words": {{ "Low": 1, "Medium": 2, "High": 3, "Very_High": 4 }} }}"#
            )
        })
        .collect();
    let mapping = format!(
        r#"{{ "version": 1, "source": "s", "at": "2026-10-31", "dimension": "Department", "measures": [{}] }}"#,
        measures.join(",")
    );
    let (_, snapshot) = load(&mapping, &bytes);
    for (item, percent) in items {
        let found = value(&snapshot, &reading(item, "favourable", None), "%", Window::All, "2026-11-21");
        assert!(agree(found.known().unwrap(), percent.as_f64().unwrap()), "{item}: {found:?}");
        let mean = value(&snapshot, &reading(item, "mean", None), "points", Window::All, "2026-11-21");
        assert!(agree(mean.known().unwrap(), expected["item_means"][item].as_f64().unwrap()));
        for (department, answer) in expected["by_department"].as_object().unwrap() {
            let read = reading(item, "favourable", Some(department));
            let found = value(&snapshot, &read, "%", Window::All, "2026-11-21");
            assert!(agree(found.known().unwrap(), answer["favourable_pct"][item].as_f64().unwrap()));
        }
    }
}

#[test]
fn dates_written_another_way() {
    let file = "nhs_stranded.csv";
    let (Some(bytes), Some(expected)) = (real(&format!("cs/{file}")), expected(file)) else { return };
    let (report, snapshot) = load(
        r#"{ "version": 1, "source": "s", "dates": "%d/%m/%Y",
             "measures": [{ "id": "stranded", "kpi": "retention", "column": "stranded.label", "lost": ["Not Stranded"], "date": "admit_date" }] }"#,
        &bytes,
    );
    assert_eq!((report.used, report.refused), (768, 0));
    let found = value(&snapshot, &reading("stranded", "share", None), "%", Window::All, "2021-04-01");
    assert!(agree(found.known().unwrap(), expected["stranded_pct"].as_f64().unwrap()));
    let span = snapshot.source("s").unwrap().span.unwrap();
    assert_eq!(span.first.to_string(), expected["first_date"].as_str().unwrap());
    assert_eq!(span.last.to_string(), expected["last_date"].as_str().unwrap());
}
