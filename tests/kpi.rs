//! KPI values: worked values, windows, unfinished periods, groups that are not shown.
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

mod support;

use support::{day, load, reading, series, value};
use throughline::calendar::{Calendar, Cycle, Granularity};
use throughline::data::SlaBasis;
use throughline::kpi::{self, Estimate, TimeUnit};
use throughline::plan::{Aggregate, Amount, Typed, Variant, Window};
use throughline::snapshot::Snapshot;

fn close(found: f64, expected: f64, half_unit: f64) -> bool {
    (found - expected).abs() <= half_unit
}

fn half_width(estimate: &Estimate) -> (f64, f64) {
    let interval = estimate.interval.expect("an interval");
    (0.5 * (interval.low + interval.high), 0.5 * (interval.high - interval.low))
}

#[test]
fn net_promoter_score() {
    let score = kpi::nps(45, 40, 15);
    assert_eq!((score.value.clone(), score.n, score.variant), (Ok(30.0), Some(100), Variant::Net));
    let (centre, half) = half_width(&score);
    assert!(close(centre, 29.13, 5e-3) && close(half, 13.82, 5e-3), "{centre} ± {half}");
    assert_eq!(score.interval.unwrap().method, "adjusted-wald");
    let (centre, half) = half_width(&kpi::nps_wald(45, 40, 15));
    assert!(close(centre, 30.0, 1e-12) && close(half, 13.997, 5e-4), "{centre} ± {half}");
    let alone = kpi::nps(1, 0, 0);
    assert_eq!(alone.value, Ok(100.0));
    let (centre, half) = half_width(&alone);
    assert!(close(centre, 25.0, 5e-3) && close(half, 73.50, 5e-3), "{centre} ± {half}");
    assert!(close(half_width(&kpi::nps_wald(1, 0, 0)).1, 0.0, 0.0));
    let many = kpi::nps(100, 0, 0).interval.unwrap();
    assert!(many.low > 90.0 && many.high <= 100.0, "{many:?}");
    assert_eq!(kpi::nps(0, 0, 0).value.unwrap_err().code, "no-data");
    let answers = [(10, 20), (9, 25), (8, 30), (7, 10), (6, 5), (0, 10)].into();
    assert_eq!(kpi::nps_of(&answers), kpi::nps(45, 40, 15));
}

#[test]
fn satisfaction() {
    let answers = [(5, 42), (4, 32), (3, 10), (2, 9), (1, 14)].into();
    let two = kpi::csat(&answers, 5, Variant::TopTwoBox);
    let interval = two.interval.unwrap();
    assert!(close(two.value.unwrap(), 69.16, 5e-3) && two.n == Some(107));
    assert!(
        close(interval.low, 59.87, 5e-3) && close(interval.high, 77.12, 5e-3) && interval.method == "wilson"
    );
    let mean = kpi::csat(&answers, 5, Variant::Mean);
    assert!(close(mean.value.unwrap(), 3.7383, 5e-5));
    assert_eq!(mean.interval.unwrap().method, "t");
    assert!(close(kpi::csat(&answers, 5, Variant::TopBox).value.unwrap(), 100.0 * 42.0 / 107.0, 1e-12));
    assert_eq!(kpi::csat(&answers, 5, Variant::Net).value.unwrap_err().code, "variant-not-offered");
}

#[test]
fn resolution_in_minutes() {
    let seconds: Vec<f64> =
        [180.0, 2.0, 3.0, 5.0, 40.0, 7.0, 8.0, 12.0, 15.0, 21.0].map(|m| m * 60.0).to_vec();
    let minutes = |name: &str| {
        let variant = Variant::from_name(name).unwrap();
        kpi::durations(&seconds, Some(900.0), variant, TimeUnit::Minutes).value.unwrap()
    };
    let expected =
        [("mean", 29.3), ("median", 10.0), ("p90", 54.0), ("p90-nearest-rank", 40.0), ("share-within", 70.0)];
    for (variant, value) in expected {
        assert!(close(minutes(variant), value, 1e-9), "{variant}: {}", minutes(variant));
    }
    let share = kpi::durations(&seconds, None, Variant::ShareWithin, TimeUnit::Minutes);
    assert_eq!(share.value.unwrap_err().code, "limit-required");
}

#[test]
fn shares() {
    let percent = |basis| kpi::sla(basis, 78.0, 90.0, 100.0, 8.0).value.unwrap();
    assert!(close(percent(SlaBasis::Resolved), 86.67, 5e-3));
    assert!(close(percent(SlaBasis::Created), 78.00, 5e-3));
    assert!(close(percent(SlaBasis::Due), 79.59, 5e-3));
    let kept = kpi::retention(200.0, 210.0, 30.0);
    assert_eq!((kept.value, kept.n), (Ok(90.0), Some(200)));
    assert_eq!(kpi::retention(200.0, 240.0, 30.0).value.unwrap_err().code, "numerator-above-denominator");
    assert_eq!(kpi::retention(0.0, 0.0, 0.0).value.unwrap_err().code, "zero-denominator");
    assert_eq!(kpi::share(f64::NAN, 1.0).value.unwrap_err().code, "not-a-count");
    // Zero is a value.
    assert_eq!(kpi::share(0.0, 7.0).value, Ok(0.0));
    let engaged = [(5, 35), (4, 25), (3, 20), (2, 12), (1, 8)].into();
    assert_eq!(kpi::favourability(&engaged, 5, Variant::Favourable).value, Ok(60.0));
    for (top, favourable) in [(4, 3..=4), (5, 4..=5), (7, 6..=7), (10, 9..=10)] {
        let answers = (1..=top).map(|point| (point, 1)).collect();
        let found = kpi::favourability(&answers, top, Variant::Favourable).value.unwrap();
        assert!(close(found, 100.0 * favourable.count() as f64 / f64::from(top), 1e-12));
    }
}

/// The worked example of the three denominators, as rows: 100 created, 90 resolved, 78 of them in time,
/// 8 open past their due time, 2 open without any.
fn compliance(basis: &str) -> Snapshot {
    let mapping = format!(
        r#"{{ "version": 1, "source": "s", "columns": {{ "created": "c", "resolved": "r", "due": "d" }},
             "measures": [{{ "id": "sla", "kpi": "sla-compliance", "denominator": "{basis}" }}] }}"#
    );
    let mut rows = String::from("c,r,d\n");
    rows += &"2026-10-01,2026-10-02,2026-10-05\n".repeat(78);
    rows += &"2026-10-01,2026-10-08,2026-10-05\n".repeat(12);
    rows += &"2026-10-01,,2026-10-05\n".repeat(8);
    rows += &"2026-10-01,,2026-11-20\n".repeat(2);
    load(&mapping, rows.as_bytes()).1
}

#[test]
fn compliance_from_rows() {
    for (basis, percent) in [("resolved", 86.67), ("created", 78.00), ("due", 79.59)] {
        let found =
            value(&compliance(basis), &reading("sla", "share", None), "%", Window::Last(1), "2026-11-10");
        assert!(close(found.known().unwrap(), percent, 5e-3), "{basis}: {found:?}");
    }
    // November is not over: what is due in it and open may still be kept.
    let months = series(&compliance("due"), &reading("sla", "share", None), "%", "2026-11-10");
    assert_eq!(months.len(), 2);
    assert_eq!(months[1].value.clone().unwrap_err().code, "zero-denominator");
    assert_eq!((months[0].open, months[1].open, months[1].complete), (Some(8), Some(2), false));
}

#[test]
fn ratios_are_of_sums() {
    // 300 s on 100 calls and 200 s on 900 make 210 s: the window adds up, it does not average.
    let mapping = r#"{ "version": 1, "source": "s",
        "measures": [{ "id": "share", "kpi": "counts", "denominator": "n", "numerator": "k", "date": "at" }] }"#;
    let (_, snapshot) = load(mapping, b"at,n,k\n2026-08-05,100,30\n2026-09-05,900,180\n2026-11-02,10,10\n");
    let read = reading("share", "share", None);
    let last = |n| value(&snapshot, &read, "%", Window::Last(n), "2026-11-21");
    // October holds nothing: the last complete period with data is September.
    assert_eq!((last(1).value, last(1).at), (Ok(20.0), day("2026-09-30")));
    assert_eq!((last(2).value, last(2).period), (Ok(21.0), None));
    assert_eq!(value(&snapshot, &read, "%", Window::All, "2026-11-21").value, Ok(21.0));
    let months = series(&snapshot, &read, "%", "2026-11-21");
    assert_eq!(
        months.iter().map(|m| (m.at, m.complete)).collect::<Vec<_>>(),
        [(day("2026-08-31"), true), (day("2026-09-30"), true), (day("2026-11-30"), false),]
    );
    // On the last day of a period it is not over; the day after it is.
    assert_eq!(value(&snapshot, &read, "%", Window::Last(1), "2026-11-30").at, day("2026-09-30"));
    assert_eq!(value(&snapshot, &read, "%", Window::Last(1), "2026-12-01").at, day("2026-11-30"));
    // Before anything was complete there is no value, and what is to come is not shown.
    let early = value(&snapshot, &read, "%", Window::Last(1), "2026-08-20");
    assert_eq!(early.value.unwrap_err().code, "no-complete-period");
    assert_eq!(series(&snapshot, &read, "%", "2026-08-20").len(), 1);
    assert_eq!(value(&snapshot, &read, "%", Window::All, "2026-07-20").value.unwrap_err().code, "no-data");
}

#[test]
fn units_of_time() {
    let mapping = r#"{ "version": 1, "source": "s", "columns": { "created": "c", "resolved": "r" },
        "measures": [{ "id": "t", "kpi": "resolution-time" }] }"#;
    let (_, snapshot) = load(mapping, b"c,r\n2026-10-01 00:00,2026-10-02 12:00\n");
    let mean =
        |unit: &str| value(&snapshot, &reading("t", "mean", None), unit, Window::All, "2026-11-21").value;
    assert_eq!(
        [mean("s"), mean("min"), mean("h"), mean("d")],
        [Ok(129_600.0), Ok(2160.0), Ok(36.0), Ok(1.5)]
    );
    assert_eq!(mean("points").unwrap_err().code, "unit-not-a-duration");
    let code = |measure: &str, variant: &str| {
        value(&snapshot, &reading(measure, variant, None), "h", Window::All, "2026-11-21")
            .value
            .unwrap_err()
            .code
    };
    assert_eq!(
        (code("t", "net"), code("x", "mean"), code("t", "share-within")),
        ("variant-not-offered", "unknown-measure", "limit-required")
    );
    let none = value(&Snapshot::default(), &reading("t", "mean", None), "h", Window::All, "2026-11-21");
    assert_eq!(none.value.unwrap_err().code, "unknown-source");
}

#[test]
fn longer_periods_are_made_of_shorter() {
    let mapping = r#"{ "version": 1, "source": "s", "period": "day", "columns": { "created": "c", "resolved": "r" },
        "measures": [{ "id": "t", "kpi": "resolution-time" }] }"#;
    let rows =
        b"c,r\n2026-08-01,2026-08-02\n2026-08-01,2026-08-03\n2026-09-01,2026-09-07\n2026-10-30,2026-10-31\n";
    let (_, snapshot) = load(mapping, rows);
    let read = reading("t", "mean", None);
    let by = |period: Granularity| {
        let asked =
            kpi::Asked { reading: &read, unit: Some("d"), period: period.into(), as_of: day("2026-10-15") };
        asked
            .series(&snapshot)
            .into_iter()
            .map(|f| (f.period.unwrap().label(), f.known().unwrap()))
            .collect::<Vec<_>>()
    };
    assert_eq!(by(Granularity::Day).len(), 3);
    assert_eq!(
        by(Granularity::Month),
        [("2026-08".into(), 1.5), ("2026-09".into(), 6.0), ("2026-10".into(), 1.0)]
    );
    assert_eq!(by(Granularity::Quarter), [("2026-Q3".into(), 3.0), ("2026-Q4".into(), 1.0)]);
}

#[test]
fn small_groups_are_not_shown() {
    let mapping = r#"{ "version": 1, "source": "s", "dimension": "Team",
        "measures": [{ "id": "e", "kpi": "favourability", "column": "a", "date": "at" }] }"#;
    let mut rows = String::from("at,Team,a\n");
    for (team, n) in [("big", 40), ("middle", 9), ("small", 3)] {
        rows += &format!("2026-10-05,{team},4\n").repeat(n);
    }
    rows += &"2026-09-05,small,5\n".repeat(6);
    let (_, snapshot) = load(mapping, rows.as_bytes());
    let october =
        |team| value(&snapshot, &reading("e", "favourable", team), "%", Window::Last(1), "2026-11-21");
    assert_eq!(october(Some("big")).n, Some(40));
    // Three alone would be the difference of the whole and the rest.
    for team in ["small", "middle"] {
        assert_eq!(october(Some(team)).value.unwrap_err().code, "suppressed", "{team}");
    }
    assert_eq!(october(None).n, Some(52));
    let months = series(&snapshot, &reading("e", "favourable", Some("small")), "%", "2026-11-21");
    assert_eq!((months[0].known(), months[1].known()), (Some(100.0), None));
    // A window that a hidden month is in would give it away or leave it out.
    let both =
        value(&snapshot, &reading("e", "favourable", Some("small")), "%", Window::Last(2), "2026-11-21");
    assert_eq!(both.value.unwrap_err().code, "suppressed");
    assert_eq!(october(Some("nobody")).value.unwrap_err().code, "no-data");
}

fn typed(at: &str, amount: Amount) -> Typed {
    Typed { at: day(at), amount, n: None, interval: None }
}

#[test]
fn typed_values_over_a_window() {
    let counts = |numerator, denominator| Amount::Counts { numerator, denominator };
    let values = [
        typed("2026-08-31", counts(30.0, 100.0)),
        typed("2026-09-30", counts(180.0, 900.0)),
        typed("2026-12-31", counts(1.0, 1.0)),
    ];
    let over = |window, aggregate| {
        kpi::typed_value(&values, window, aggregate, Granularity::Month.into(), day("2026-11-21"))
    };
    let two = |aggregate| over(Window::Last(2), aggregate).value.unwrap();
    assert_eq!(over(Window::Last(1), Aggregate::Last).value, Ok(20.0));
    assert_eq!(over(Window::Last(1), Aggregate::Last).n, Some(900));
    assert_eq!(over(Window::Last(1), Aggregate::Last).interval.unwrap().method, "wilson");
    assert_eq!((two(Aggregate::Mean), two(Aggregate::RatioOfSums)), (25.0, 21.0));
    assert_eq!((two(Aggregate::Sum), two(Aggregate::Min), two(Aggregate::Max)), (50.0, 20.0, 30.0));
    assert_eq!((two(Aggregate::Count), two(Aggregate::Last)), (2.0, 20.0));
    let plain = [typed("2026-10-31", Amount::Value(4.0)), typed("2026-11-15", Amount::Value(5.0))];
    let ratio = kpi::typed_value(
        &plain,
        Window::All,
        Aggregate::RatioOfSums,
        Granularity::Month.into(),
        day("2026-11-30"),
    );
    assert_eq!(ratio.value.unwrap_err().code, "not-counts");
    let none =
        kpi::typed_value(&plain, Window::All, Aggregate::Last, Granularity::Month.into(), day("2026-01-01"));
    assert_eq!(none.value.unwrap_err().code, "no-values");
    // A ratio of more than the whole is a value all the same.
    let above = [typed("2026-10-31", counts(210.0, 1.0))];
    let above = kpi::typed_value(
        &above,
        Window::Last(1),
        Aggregate::Last,
        Granularity::Month.into(),
        day("2026-11-21"),
    );
    assert_eq!((above.value, above.interval), (Ok(21_000.0), None));
    assert_eq!(
        kpi::typed_series(&values, Granularity::Month.into(), day("2026-12-05")).last().map(|f| f.complete),
        Some(false)
    );
    assert_eq!(kpi::typed_series(&values, Granularity::Month.into(), day("2026-11-21")).len(), 2);
}

#[test]
fn a_month_half_told_is_not_added_up() {
    let weeks = [
        typed("2026-10-10", Amount::Value(3.0)),
        typed("2026-10-24", Amount::Value(4.0)),
        typed("2026-11-07", Amount::Value(2.0)),
    ];
    let sum = |as_of| {
        kpi::typed_value(&weeks, Window::Last(1), Aggregate::Sum, Granularity::Month.into(), day(as_of))
    };
    let october = sum("2026-11-21");
    assert_eq!((october.known(), october.complete), (Some(7.0), true), "November is not over");
    assert_eq!(sum("2026-11-30").known(), Some(2.0));
    let begun = sum("2026-10-26");
    assert_eq!((begun.known(), begun.complete), (Some(7.0), false), "shown, not scored");
    let last = kpi::typed_value(
        &weeks,
        Window::Last(1),
        Aggregate::Last,
        Granularity::Month.into(),
        day("2026-11-21"),
    );
    assert_eq!((last.known(), last.complete), (Some(2.0), true), "a value by itself was true that day");
}

#[test]
fn rows_of_no_segment_are_a_group_as_well() {
    let mapping = r#"{ "version": 1, "source": "s", "dimension": "Team",
        "measures": [{ "id": "e", "kpi": "favourability", "column": "a", "date": "at" }] }"#;
    let shown = |none: usize| {
        let mut rows = String::from("at,Team,a\n");
        for (team, n) in [("big", 40), ("middle", 9), ("", none)] {
            rows += &format!("2026-10-05,{team},4\n").repeat(n);
        }
        let (_, snapshot) = load(mapping, rows.as_bytes());
        ["big", "middle"].map(|team| {
            value(&snapshot, &reading("e", "favourable", Some(team)), "%", Window::Last(1), "2026-11-21")
                .known()
                .is_some()
        })
    };
    assert_eq!(shown(0), [true, true]);
    assert_eq!(shown(2), [true, false], "two would be had by difference");
    assert_eq!(shown(5), [true, true]);
}

/// Days counted by one calendar are read by another's quarters; quarters only by those that begin with the same months.
#[test]
fn periods_follow_the_calendar_of_the_reader() {
    let rows = "Created,All,Good\n2026-01-15,10,1\n2026-03-31,10,2\n2026-04-01,10,4\n2026-06-30,10,8\n";
    let labels = |mapped: &str, granularity: Granularity, calendar: Calendar| {
        let mapping = format!(
            r#"{{ "version": 1, "source": "s", {mapped} "columns": {{ "created": "Created" }},
                "measures": [{{ "id": "m", "kpi": "counts", "denominator": "All", "numerator": "Good" }}] }}"#
        );
        let (_, snapshot) = load(&mapping, rows.as_bytes());
        let text = throughline::format::snapshot::encode(&snapshot);
        let again = throughline::format::snapshot::decode(&text).unwrap();
        assert_eq!(throughline::format::snapshot::encode(&again), text);
        let read = reading("m", "share", None);
        let period = Cycle { granularity, calendar };
        let asked = kpi::Asked { reading: &read, unit: Some("%"), period, as_of: day("2026-12-01") };
        let series = asked.series(&again).into_iter();
        series.map(|figure| (figure.period.unwrap().label(), figure.known().unwrap())).collect::<Vec<_>>()
    };
    let february = Calendar { year_start: 2, ..Calendar::USUAL };
    let july = Calendar { year_start: 7, ..Calendar::USUAL };
    let expected = [("FY2025/26-Q4", 10.0), ("FY2026/27-Q1", 30.0), ("FY2026/27-Q2", 80.0)];
    let expected = expected.map(|(label, value)| (label.to_owned(), value));
    assert_eq!(labels(r#""period": "day","#, Granularity::Quarter, february), expected);
    assert_eq!(labels("", Granularity::Quarter, february), expected);
    let own = r#""period": "quarter", "calendar": { "fiscalYearStart": 2 },"#;
    assert_eq!(labels(own, Granularity::Quarter, Calendar::USUAL), expected);
    // Quarters from January are those of July by other names, and make up its years.
    let quarters = labels(r#""period": "quarter","#, Granularity::Quarter, july);
    assert_eq!(quarters, [("FY2025/26-Q3".to_owned(), 15.0), ("FY2025/26-Q4".to_owned(), 60.0)]);
    assert_eq!(labels(r#""period": "quarter","#, Granularity::Year, july), [("FY2025/26".to_owned(), 37.5)]);
    let weeks = r#""period": "week", "calendar": { "weekStart": "sunday", "weekOne": "january-1" },"#;
    assert_eq!(labels(weeks, Granularity::Week, Calendar::USUAL)[0].0, "2026-W03/2026-01-11");
}
