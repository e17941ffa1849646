use super::*;
use crate::chart::Direction;

fn read(more: &str) -> Result<AskedTrend, Vec<String>> {
    let told =
        |error: Error| error.issues().iter().map(|i| format!("{} {}", i.code, i.at.as_str())).collect();
    trend(&format!(r#"{{ "width": 400{more} }}"#)).map_err(told)
}

#[test]
fn what_is_left_out_has_its_default() {
    let asked = read(r#", "points": [{ "at": "1970-01-02", "value": 3 }, { "at": 4 }]"#).unwrap();
    let points = asked.points.unwrap();
    assert_eq!((points.point(0), points.point(1), points.len()), (Some((1.0, 3.0)), None, 2));
    let trend = asked.trend;
    assert_eq!((trend.height, trend.per_day, trend.base), (168.0, 1.0, Base::Near));
    assert_eq!((trend.direction, trend.stepped, trend.window), (Direction::Ltr, true, None));
}

#[test]
fn times_are_days_or_milliseconds_and_days_may_be_written() {
    // 2 January 1970 begins at half past ten of the day before in UTC where the clock is 90 minutes ahead.
    let text =
        r#", "time": "milliseconds", "offset": 90, "data": 4, "select": "1970-01-02", "hover": 86400000"#;
    let asked = read(text).unwrap();
    assert_eq!(
        (asked.data, asked.trend.select, asked.trend.hover),
        (Some(4), Some(81_000_000.0), Some(86_400_000.0))
    );
}

#[test]
fn every_mistake_is_told() {
    let text = r#", "height": 20, "base": "floor", "gap": 0, "window": { "from": 3, "to": 3 },
        "points": [{ "at": 1, "value": "2" }, { "at": 0.5, "value": 3, "low": 1 }, { "at": 9e9 }, { "value": 1 },
            { "at": 2, "value": 3, "low": 4, "high": 1 }, 7],
        "target": [{ "at": 5, "value": 1 }, { "at": 4, "value": 2 }],
        "zones": [{ "status": "green" }], "limits": [{ "centre": null }], "signals": [{ "at": 1, "better": 1 }],
        "notes": [{ "id": "", "from": 4, "to": 1 }], "forecast": [{ "at": 1, "mean": 2, "intervals": [{ "low": 1 }] }],
        "stale": 4, "words": { "vlaue": "x" }, "colour": "red""#;
    let mut found = read(text).unwrap_err();
    found.sort();
    let mut expected = [
        "out-of-range /height",
        "unknown-value /base",
        "not-above /gap",
        "not-above /window/to",
        "wrong-type /points/0/value",
        "missing-field /points/1",
        "out-of-range /points/2/at",
        "missing-field /points/3",
        "out-of-range /points/4/high",
        "wrong-type /points/5",
        "time-backwards /points/1/at",
        "time-backwards /target/1",
        "unknown-value /zones/0/status",
        "wrong-type /limits/0/centre",
        "wrong-type /signals/0/better",
        "empty-text /notes/0/id",
        "time-backwards /notes/0/to",
        "missing-field /forecast/0/intervals/0",
        "wrong-type /stale",
        "unknown-field /words/vlaue",
        "unknown-field /colour",
    ];
    expected.sort_unstable();
    assert_eq!(found, expected);
    assert_eq!(read("").unwrap_err(), ["missing-field "]);
}

#[test]
fn what_stands_at_the_ticks() {
    let labels = labels(r#"{ "times": [["Jan", "2026"], ["Feb"]], "values": ["0", "1"] }"#).unwrap();
    let pair = |one: &str, two: &str| (one.to_owned(), two.to_owned());
    assert_eq!(labels.times, [pair("Jan", "2026"), pair("Feb", "")]);
    assert_eq!(labels.values, ["0", "1"]);
}
