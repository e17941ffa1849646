//! Business hours: how long a service was open between two times.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

mod support;

use proptest::prelude::*;
use support::{load, mapping_of, reading, value};
use throughline::calendar::{
    Date, Fault, OpenTime, Opening, Schedule, Zone, date_from_day_number, parse_date,
};
use throughline::error::Param;
use throughline::format::{mapping, snapshot};
use throughline::plan::Window;
use throughline::snapshot::Snapshot;

const MINUTE: i64 = 60_000;

/// Europe/Vienna from 2025 to 2027: the last Sundays of March and October, 01:00 UTC (Directive 2000/84/EC).
fn vienna() -> Zone {
    Zone::new(3600, CHANGES.to_vec())
}

/// By GNU date: `date -u -d '2026-03-29 01:00' +%s` and so on.
const CHANGES: [(i64, i32); 6] = [
    (1_743_296_400, 7200),
    (1_761_440_400, 3600),
    (1_774_746_000, 7200),
    (1_792_890_000, 3600),
    (1_806_195_600, 7200),
    (1_824_944_400, 3600),
];

fn schedule(days: &[(usize, &[(u16, u16)])], holidays: &[&str]) -> Schedule {
    let mut schedule = Schedule::default();
    for (day, openings) in days {
        schedule.week[*day] = openings.iter().map(|(from, to)| Opening { from: *from, to: *to }).collect();
    }
    schedule.holidays = holidays.iter().map(|day| parse_date(day).unwrap()).collect();
    schedule
}

fn nine_to_five(holidays: &[&str]) -> Schedule {
    let day: &[(u16, u16)] = &[(540, 1020)];
    schedule(&[(0, day), (1, day), (2, day), (3, day), (4, day)], holidays)
}

/// Milliseconds UTC of `YYYY-MM-DD HH:MM` by the wall clock of a zone.
fn at(zone: &Zone, text: &str) -> i64 {
    let (day, clock) = text.split_once(' ').unwrap();
    let (hour, minute) = clock.split_once(':').unwrap();
    let time = parse_date(day).unwrap().at(hour.parse().unwrap(), minute.parse().unwrap(), 0, 0);
    zone.to_utc(time) * 1000
}

fn hours(schedule: &Schedule, zone: &Zone, from: &str, to: &str) -> f64 {
    OpenTime::of(schedule, zone).between(at(zone, from), at(zone, to)) as f64 / 3_600_000.0
}

#[track_caller]
fn same(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
}

#[test]
fn a_weekend_is_closed() {
    let (zone, open) = (Zone::utc(), nine_to_five(&[]));
    same(hours(&open, &zone, "2026-10-30 17:00", "2026-11-02 09:30"), 0.5);
    same(hours(&open, &zone, "2026-10-30 16:00", "2026-11-02 09:30"), 1.5);
    same(hours(&open, &zone, "2026-10-26 09:00", "2026-11-02 09:00"), 40.0);
    same(hours(&open, &zone, "2026-10-31 10:00", "2026-11-01 20:00"), 0.0);
    same(hours(&open, &zone, "2026-10-30 06:00", "2026-10-30 06:00"), 0.0);
    same(hours(&open, &zone, "2026-10-30 06:00", "2026-10-30 23:00"), 8.0);
    same(hours(&open, &zone, "1969-12-29 08:00", "1970-01-05 08:00"), 40.0);
    assert_eq!(OpenTime::of(&open, &zone).between(5, 1), 0);
}

#[test]
fn holidays_and_several_openings() {
    let zone = vienna();
    // The Austrian national holiday, a Monday.
    let open = nine_to_five(&["2026-10-26", "2026-10-26"]);
    same(hours(&open, &zone, "2026-10-23 16:00", "2026-10-27 10:00"), 2.0);
    same(hours(&open, &zone, "2026-10-26 10:00", "2026-10-26 12:00"), 0.0);
    // A holiday on a day that is closed anyway takes nothing.
    same(hours(&nine_to_five(&["2026-10-25"]), &zone, "2026-10-23 16:00", "2026-10-27 10:00"), 10.0);
    let split = schedule(&[(0, &[(780, 1020), (480, 720)])], &[]);
    same(hours(&split, &zone, "2026-11-02 11:00", "2026-11-02 14:00"), 2.0);
    same(hours(&split, &zone, "2026-11-02 00:00", "2026-11-09 00:00"), 8.0);
}

#[test]
fn nights_run_over_midnight() {
    let zone = Zone::utc();
    // Friday 22:00 to 06:00, Sunday 22:00 to 06:00.
    let night = schedule(&[(4, &[(1320, 360)]), (6, &[(1320, 360)])], &["2026-11-07"]);
    same(hours(&night, &zone, "2026-10-30 12:00", "2026-10-31 12:00"), 8.0);
    same(hours(&night, &zone, "2026-11-01 23:00", "2026-11-02 12:00"), 7.0);
    // A holiday is closed from midnight: Friday's night ends there.
    same(hours(&night, &zone, "2026-11-06 12:00", "2026-11-07 12:00"), 2.0);
    let always = schedule(&std::array::from_fn::<_, 7, _>(|day| (day, &[(0, 1440)][..])), &[]);
    assert!(always.faults().is_empty());
    same(hours(&always, &vienna(), "2026-10-20 00:00", "2026-10-30 00:00"), 241.0);
}

/// Clocks go forward on 2026-03-29 at 02:00 and back on 2026-10-25 at 03:00.
#[test]
fn daylight_saving_both_ways() {
    let zone = vienna();
    let sundays = schedule(&[(5, &[(1320, 360)]), (6, &[(540, 1020)])], &[]);
    same(hours(&sundays, &zone, "2026-03-28 22:00", "2026-03-29 06:00"), 7.0);
    same(hours(&sundays, &zone, "2026-10-24 22:00", "2026-10-25 06:00"), 9.0);
    // Nine to five is eight hours on both days.
    same(hours(&sundays, &zone, "2026-03-29 08:00", "2026-03-29 20:00"), 8.0);
    same(hours(&sundays, &zone, "2026-10-25 08:00", "2026-10-25 20:00"), 8.0);
    let early = schedule(&[(6, &[(60, 150)])], &[]);
    // 01:00 to 02:30: of the hour that is skipped nothing is left; the one that comes twice counts twice.
    same(hours(&early, &zone, "2026-03-29 00:00", "2026-03-29 12:00"), 1.0);
    same(hours(&early, &zone, "2026-10-25 00:00", "2026-10-25 12:00"), 2.0);
}

#[test]
fn what_is_due_is_due_in_open_time() {
    let zone = vienna();
    let open = OpenTime::of(&nine_to_five(&["2026-10-26"]), &zone);
    let due = |from: &str, hours: i64| open.after(at(&zone, from), hours * 60 * MINUTE).unwrap();
    assert_eq!(due("2026-10-23 16:00", 2), at(&zone, "2026-10-27 10:00"));
    assert_eq!(due("2026-10-23 09:00", 8), at(&zone, "2026-10-23 17:00"));
    assert_eq!(due("2026-10-24 09:00", 1), at(&zone, "2026-10-27 10:00"));
    assert_eq!(due("2026-10-23 09:00", 0), at(&zone, "2026-10-23 09:00"));
    assert_eq!(OpenTime::of(&Schedule::default(), &zone).after(0, 1), None);
}

#[test]
fn openings_that_cannot_be() {
    assert_eq!(schedule(&[(0, &[(540, 540)])], &[]).faults(), [(0, 0, Fault::Empty)]);
    assert_eq!(schedule(&[(0, &[(540, 1020), (1000, 1100)])], &[]).faults(), [(0, 1, Fault::Overlap)]);
    // Monday's night runs into Tuesday, Sunday's into Monday.
    assert_eq!(schedule(&[(0, &[(1320, 360)]), (1, &[(300, 600)])], &[]).faults(), [(1, 0, Fault::Overlap)]);
    assert_eq!(schedule(&[(6, &[(1320, 360)]), (0, &[(300, 600)])], &[]).faults(), [(0, 0, Fault::Overlap)]);
    assert!(schedule(&[(6, &[(1320, 360)]), (0, &[(360, 600), (600, 700)])], &[]).faults().is_empty());
}

/// The same minute by minute: a minute counts where the wall clock stands in an opening.
fn by_minutes(schedule: &Schedule, from: i64, to: i64) -> i64 {
    let open = |minute: i64| {
        let utc = minute * 60;
        let offset = CHANGES.iter().rev().find(|(at, _)| *at <= utc).map_or(3600, |(_, offset)| *offset);
        let local = (utc + i64::from(offset)) / 60;
        let (day, clock) = (local.div_euclid(1440), local.rem_euclid(1440));
        if schedule.holidays.contains(&date_from_day_number(day as i32).unwrap()) {
            return false;
        }
        // 2026-11-02 is day 20759, a Monday.
        let weekday = (day - 20_759).rem_euclid(7) as usize;
        let today = schedule.week[weekday].iter().any(|each| {
            let night = each.to <= each.from;
            clock >= i64::from(each.from) && (night || clock < i64::from(each.to))
        });
        let yesterday = &schedule.week[(weekday + 6) % 7];
        today || yesterday.iter().any(|each| each.to <= each.from && clock < i64::from(each.to))
    };
    (from..to).filter(|minute| open(*minute)).count() as i64
}

fn any_schedule() -> impl Strategy<Value = Schedule> {
    let opening = (0_u16..1440, 1_u16..=1440).prop_map(|(from, to)| Opening { from, to });
    let day = prop::collection::vec(opening, 0..3);
    let week = prop::collection::vec(day, 7);
    let holidays = prop::collection::vec(20_500_i32..20_800, 0..20);
    (week, holidays).prop_filter_map("openings that cannot be", |(week, holidays)| {
        let week = week.try_into().ok()?;
        let holidays: Vec<Date> = holidays.into_iter().filter_map(date_from_day_number).collect();
        let schedule = Schedule { week, holidays };
        schedule.faults().is_empty().then_some(schedule)
    })
}

/// Minutes around a change of the clocks, or any of 2026.
fn any_minute() -> impl Strategy<Value = i64> {
    let change = prop::sample::select(vec![1_774_746_000_i64 / 60, 1_792_890_000 / 60]);
    prop_oneof![(change, -3000_i64..3000).prop_map(|(at, off)| at + off), 29_500_000_i64..29_960_000]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, max_global_rejects: 100_000, ..ProptestConfig::default() })]

    #[test]
    fn as_minute_by_minute(schedule in any_schedule(), one in any_minute(), length in 0_i64..40_000) {
        let open = OpenTime::of(&schedule, &vienna());
        let found = open.between(one * MINUTE, (one + length) * MINUTE);
        prop_assert_eq!(found, by_minutes(&schedule, one, one + length) * MINUTE);
    }

    #[test]
    fn after_is_the_first_time_of_between(schedule in any_schedule(), one in any_minute(), length in 1_i64..20_000) {
        let open = OpenTime::of(&schedule, &vienna());
        match open.after(one * MINUTE, length * MINUTE) {
            None => prop_assert!(schedule.is_empty()),
            Some(due) => {
                prop_assert_eq!(open.between(one * MINUTE, due), length * MINUTE);
                prop_assert!(open.between(one * MINUTE, due - 1) < length * MINUTE);
            }
        }
    }

    /// Parts add up to the whole, to the millisecond.
    #[test]
    fn parts_add_up(schedule in any_schedule(), mut cuts in prop::collection::vec(1_770_000_000_000_i64..1_797_000_000_000, 3)) {
        cuts.sort_unstable();
        let open = OpenTime::of(&schedule, &vienna());
        let whole = open.between(cuts[0], cuts[2]);
        prop_assert_eq!(open.between(cuts[0], cuts[1]) + open.between(cuts[1], cuts[2]), whole);
    }
}

const MAPPING: &str = r#"{ "version": 1, "source": "s",
    "zone": { "offset": 3600, "transitions": [[1774746000, 7200], [1792890000, 3600]] },
    "hours": { "mon": ["09:00-17:00"], "tue": ["09:00-17:00"], "wed": ["09:00-17:00"],
               "thu": ["09:00-12:00", "13:00-18:00"], "fri": ["09:00-17:00"], "holidays": ["2026-10-26"] },
    "columns": { "created": "Created", "firstReply": "Reply", "resolved": "Resolved", "firstResolved": "First" },
    "measures": [{ "id": "business", "kpi": "resolution-time", "limit": 1800, "hours": "business" },
                 { "id": "calendar", "kpi": "resolution-time", "limit": 1800 },
                 { "id": "first", "kpi": "resolution-time", "resolved": "first" },
                 { "id": "reply", "kpi": "first-reply-time", "hours": "business" },
                 { "id": "promise", "kpi": "sla-compliance", "limit": 3600, "hours": "business" }] }"#;

const ROWS: &str = "Created,Reply,Resolved,First\n\
    2026-10-02 17:00,2026-10-03 12:00,2026-10-05 09:30,\n\
    2026-10-08 11:30,2026-10-08 13:30,2026-10-09 09:00,2026-10-08 13:30\n\
    2026-10-30 16:30,,,2026-11-02 09:10\n";

fn read(id: &str, variant: &str, unit: &str, as_of: &str) -> (Option<f64>, Option<u64>) {
    let (_, snapshot) = load(MAPPING, ROWS.as_bytes());
    read_from(&snapshot, id, variant, unit, as_of)
}

fn read_from(
    snapshot: &Snapshot,
    id: &str,
    variant: &str,
    unit: &str,
    as_of: &str,
) -> (Option<f64>, Option<u64>) {
    let figure = value(snapshot, &reading(id, variant, None), unit, Window::Last(1), as_of);
    (figure.known(), figure.n)
}

#[test]
fn measures_say_which_hours_they_count() {
    // Friday 17:00 to Monday 09:30, and Thursday 11:30 to Friday 09:00 (half an hour, then five).
    assert_eq!(read("business", "mean", "h", "2026-11-01"), (Some((0.5 + 5.5) / 2.0), Some(2)));
    assert_eq!(read("calendar", "mean", "h", "2026-11-01"), (Some((64.5 + 21.5) / 2.0), Some(2)));
    assert_eq!(read("business", "share-within", "%", "2026-11-01"), (Some(50.0), Some(2)));
    assert_eq!(read("calendar", "share-within", "%", "2026-11-01"), (Some(0.0), Some(2)));
    assert_eq!(read("reply", "mean", "min", "2026-11-01"), (Some(30.0), Some(2)));
    // The first resolution: 64.5 h where it is not told apart, two hours, and what is open again counts by it.
    assert_eq!(read("first", "mean", "h", "2026-11-01"), (Some((64.5 + 2.0) / 2.0), Some(2)));
    assert_eq!(read("first", "mean", "h", "2026-12-01").1, Some(1));
    // One hour of open time: due on Monday 10:00, on Thursday 13:30, and on 2026-11-02 09:30.
    assert_eq!(read("promise", "share", "%", "2026-11-01"), (Some(50.0), Some(2)));
    assert_eq!(read("promise", "share", "%", "2026-12-01"), (Some(0.0), Some(1)));
}

#[test]
fn what_is_resolved_while_closed_is_kept() {
    let rows = "Created,Reply,Resolved,First\n2026-10-02 16:00,,2026-10-03 12:00,\n2026-10-02 16:00,,2026-10-05 09:01,\n";
    let (_, snapshot) = load(MAPPING, rows.as_bytes());
    assert_eq!(read_from(&snapshot, "promise", "share", "%", "2026-11-01"), (Some(50.0), Some(2)));
    // The limit of a length of time counts the same way.
    let (_, snapshot) = load(&MAPPING.replace("1800, \"hours\"", "3600, \"hours\""), rows.as_bytes());
    assert_eq!(read_from(&snapshot, "business", "share-within", "%", "2026-11-01"), (Some(50.0), Some(2)));
}

#[test]
fn hours_go_round() {
    let read = mapping_of(MAPPING);
    assert_eq!(mapping::decode(&mapping::encode(&read)).unwrap(), read);
    let (_, made) = load(MAPPING, ROWS.as_bytes());
    let text = snapshot::encode(&made);
    assert_eq!(text.matches(r#""hours":"business""#).count(), 3);
    assert_eq!(snapshot::encode(&snapshot::decode(&text).unwrap()), text);
    // Business and calendar hours are different measures: their partials are not added.
    let other = text.replace(r#""hours":"business","#, "").replace("2026-", "2024-");
    let refused = snapshot::decode(&text).unwrap().merge(snapshot::decode(&other).unwrap()).unwrap_err();
    assert_eq!(refused.issues()[0].code, "different-measures");
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let wrong = r#"{ "version": 1, "source": "s", "columns": { "created": "A", "resolved": "B" },
        "hours": { "mon": ["9-17", "09:00-25:00", "09:00-12:00"], "monday": [], "holidays": ["26.10.2026"] } }"#;
    let codes = |text: &str| {
        let error = mapping::decode(text).unwrap_err();
        let issues = error.issues().iter().map(|issue| (issue.code, issue.at.as_str().to_owned()));
        issues.collect::<Vec<_>>()
    };
    assert_eq!(
        codes(wrong),
        [
            ("not-an-opening", "/hours/mon/0".to_owned()),
            ("not-an-opening", "/hours/mon/1".to_owned()),
            ("not-a-date", "/hours/holidays/0".to_owned()),
            ("unknown-field", "/hours/monday".to_owned()),
        ]
    );
    let lacking = r#"{ "version": 1, "source": "s", "columns": { "created": "A", "resolved": "B", "due": "C" },
        "hours": { "mon": ["09:00-09:00", "10:00-12:00", "11:00-13:00"] },
        "measures": [{ "id": "a", "kpi": "sla-compliance", "hours": "business" },
                     { "id": "b", "kpi": "resolution-time", "resolved": "first" }] }"#;
    assert_eq!(
        codes(lacking),
        [
            ("empty-opening", "/hours/mon/0".to_owned()),
            ("openings-overlap", "/hours/mon/2".to_owned()),
            ("hours-without-limit", "/measures/0/hours".to_owned()),
            ("missing-field", "/measures/1".to_owned()),
        ]
    );
    let closed =
        r#"{ "version": 1, "source": "s", "columns": { "created": "A", "resolved": "B" }, "hours": {} }"#;
    assert_eq!(codes(closed), [("no-open-hours", "/hours".to_owned())]);
    let nowhere = r#"{ "version": 1, "source": "s", "columns": { "created": "A", "resolved": "B" },
        "measures": [{ "id": "a", "kpi": "resolution-time", "hours": "business" }] }"#;
    let error = mapping::decode(nowhere).unwrap_err();
    assert_eq!(error.issues()[0].params.get("field"), Some(&Param::Text("hours".into())));
}
