//! Days, periods and zones against jiff's own arithmetic and published dates.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, ISOWeekDate, Weekday, date};
use proptest::prelude::*;
use throughline::calendar::{
    Calendar, Cycle, Granularity, Period, WeekOne, WeekStart, Zone, date_from_day_number, day_number,
    days_between, parse_date,
};

fn any_day() -> impl Strategy<Value = Date> {
    (day_number(Date::MIN) + 400..day_number(Date::MAX) - 400)
        .prop_map(|number| date_from_day_number(number).unwrap())
}

fn any_cycle() -> impl Strategy<Value = Cycle> {
    let week_start =
        proptest::sample::select(vec![WeekStart::Monday, WeekStart::Sunday, WeekStart::Saturday]);
    let week_one = proptest::sample::select(vec![WeekOne::FourDays, WeekOne::JanuaryFirst]);
    (any_granularity(), 1_i8..=12, week_start, week_one).prop_map(
        |(granularity, year_start, week_start, week_one)| Cycle {
            granularity,
            calendar: Calendar { year_start, week_start, week_one },
        },
    )
}

/// The months of a range, counted from its first to its last day.
trait Months {
    fn months(&self) -> i32;
}

impl Months for std::ops::RangeInclusive<Date> {
    fn months(&self) -> i32 {
        let whole = |day: &Date| i32::from(day.year()) * 12 + i32::from(day.month());
        whole(self.end()) - whole(self.start())
    }
}

fn any_granularity() -> impl Strategy<Value = Granularity> {
    proptest::sample::select(Granularity::ALL.to_vec())
}

proptest! {
    #[test]
    fn day_numbers_are_those_of_jiff(day in any_day()) {
        let since = day.since((jiff::Unit::Day, date(1970, 1, 1))).unwrap();
        prop_assert_eq!(i64::from(day_number(day)), i64::from(since.get_days()));
        prop_assert_eq!(date_from_day_number(day_number(day)), Some(day));
        prop_assert_eq!(days_between(day, day.checked_add(31.days()).unwrap()), 31);
    }

    #[test]
    fn a_period_contains_its_day_and_meets_its_neighbours(day in any_day(), cycle in any_cycle()) {
        let period = Period::containing(day, cycle);
        prop_assert!(period.contains(day));
        prop_assert_eq!(Period::containing(period.first_day(), cycle), period);
        prop_assert_eq!(Period::containing(period.last_day(), cycle), period);
        let next = period.next().unwrap();
        prop_assert_eq!(period.last_day().tomorrow().unwrap(), next.first_day());
        prop_assert_eq!(next.previous(), Some(period));
        prop_assert!(period < next);
        prop_assert_eq!(period.days(), days_between(period.first_day(), next.first_day()));
    }

    #[test]
    fn a_label_of_any_calendar_leads_back(day in any_day().prop_filter("four digits", |day| day.year() > 1), cycle in any_cycle()) {
        let period = Period::containing(day, cycle);
        prop_assert_eq!(Period::parse_in(&period.label(), cycle.calendar), Some(period));
    }

    /// Years by jiff: as many months back as it takes to meet the month they begin with.
    #[test]
    fn fiscal_years_and_quarters_begin_with_their_month(day in any_day(), start in 1_i8..=12) {
        let calendar = Calendar { year_start: start, ..Calendar::USUAL };
        let mut first = day.first_of_month();
        while first.month() != start {
            first = first.checked_sub(1.month()).unwrap();
        }
        let year = Period::containing(day, Cycle { granularity: Granularity::Year, calendar });
        prop_assert_eq!(year.first_day(), first);
        prop_assert_eq!(year.last_day(), first.checked_add(12.months()).unwrap().yesterday().unwrap());
        let quarter = Period::containing(day, Cycle { granularity: Granularity::Quarter, calendar });
        let months = (first..=quarter.first_day()).months();
        prop_assert_eq!(months % 3, 0);
        prop_assert_eq!(quarter.last_day(), quarter.first_day().checked_add(3.months()).unwrap().yesterday().unwrap());
    }

    /// The week with 1 January is the first, whatever day weeks begin on.
    #[test]
    fn american_weeks_count_from_the_first_of_january(year in 1900_i16..2200, weeks in 0_i64..52) {
        for week_start in [WeekStart::Sunday, WeekStart::Saturday, WeekStart::Monday] {
            let calendar = Calendar { week_start, week_one: WeekOne::JanuaryFirst, ..Calendar::USUAL };
            let cycle = Cycle { granularity: Granularity::Week, calendar };
            let first = date(year, 1, 1);
            let day = first.checked_add((weeks * 7).days()).unwrap();
            let label = Period::containing(day, cycle).label();
            let next = Period::containing(date(year + 1, 1, 1), cycle);
            if Period::containing(day, cycle) != next {
                prop_assert!(label.starts_with(&format!("{year:04}-W{:02}/", weeks + 1)), "{label} of {day}");
            }
        }
    }

    #[test]
    fn a_label_leads_back(day in any_day().prop_filter("four digits", |day| day.year() > 0), granularity in any_granularity()) {
        let period = Period::containing(day, granularity);
        prop_assert_eq!(Period::parse(&period.label()), Some(period));
    }

    #[test]
    fn weeks_are_those_of_iso_8601(day in any_day().prop_filter("four digits", |day| day.year() > 0)) {
        let iso: ISOWeekDate = day.iso_week_date();
        let period = Period::containing(day, Granularity::Week);
        prop_assert_eq!(period.label(), format!("{:04}-W{:02}", iso.year(), iso.week()));
        prop_assert_eq!(period.first_day().weekday(), Weekday::Monday);
    }

    #[test]
    fn any_text_is_read_as_jiff_reads_it_or_refused(text in "[0-9]{4}-[0-9]{2}-[0-9]{2}|\\PC{0,12}") {
        let ours = parse_date(&text);
        if let Some(day) = ours {
            prop_assert_eq!(day.to_string(), text);
        } else if text.len() == 10 {
            prop_assert!(text.parse::<Date>().is_err() || !text.is_ascii());
        }
    }

    #[test]
    fn any_label_is_read_or_refused(text in "\\PC{0,12}|[0-9]{4}-(W|Q)?[0-9]{1,2}") {
        if let Some(period) = Period::parse(&text) {
            prop_assert_eq!(period.label(), text);
        }
    }

    #[test]
    fn a_zone_leads_there_and_back(utc in -4_000_000_000_i64..8_000_000_000, offset in -50_400_i32..50_400) {
        let zone = Zone::fixed(offset);
        prop_assert_eq!(zone.to_utc(zone.local(utc)), utc);
        prop_assert_eq!(zone.local(utc), DateTime::constant(1970, 1, 1, 0, 0, 0, 0).checked_add((utc + i64::from(offset)).seconds()).unwrap());
    }

    #[test]
    fn an_hour_that_comes_once_leads_there_and_back(utc in 1_767_225_600_i64..1_798_761_600) {
        let zone = berlin();
        let local = zone.local(utc);
        let back = zone.to_utc(local);
        // In the hour that comes twice the first coming is meant.
        prop_assert!(back == utc || (zone.local(back) == local && utc - back == 3600));
    }
}

/// Europe/Berlin in 2026, from the zone database: +1, summer time from 29 March 01:00 UTC to 25 October 01:00 UTC.
fn berlin() -> Zone {
    Zone::new(3600, vec![(1_792_890_000, 3600), (1_774_746_000, 7200)])
}

#[test]
fn labels_are_as_published() {
    let label = |day, granularity| Period::containing(day, granularity).label();
    let day = date(2026, 10, 5);
    let labels: Vec<String> = Granularity::ALL.iter().map(|each| label(day, *each)).collect();
    assert_eq!(labels, ["2026-10-05", "2026-W41", "2026-10", "2026-Q4", "2026"]);
    // ISO 8601: 2027-01-01 is a Friday of week 53 of 2026; 2024-12-30 is a Monday of week 1 of 2025.
    assert_eq!(label(date(2027, 1, 1), Granularity::Week), "2026-W53");
    assert_eq!(label(date(2024, 12, 30), Granularity::Week), "2025-W01");
    for text in
        ["2025-W53", "2026-W00", "2026-W54", "2026-Q5", "2026-13", "2026-00", "26-01", "2026-02-30", ""]
    {
        assert_eq!(Period::parse(text), None, "{text}");
    }
}

#[test]
fn an_hour_skipped_and_an_hour_twice_are_read_with_the_offset_before() {
    let zone = berlin();
    let at = |month, day, hour, minute| date(2026, month, day).at(hour, minute, 0, 0);
    // 02:30 on 29 March does not exist: read at +1 it is 01:30 UTC, shown as 03:30.
    assert_eq!(zone.local(zone.to_utc(at(3, 29, 2, 30))), at(3, 29, 3, 30));
    // 02:30 on 25 October comes twice: the first is at +2, 00:30 UTC.
    assert_eq!(zone.to_utc(at(10, 25, 2, 30)), 1_792_890_000 - 1800);
    assert_eq!(zone.to_utc(at(10, 25, 3, 0)), 1_792_890_000 + 3600);
    assert_eq!(zone.to_utc(at(3, 29, 3, 0)), 1_774_746_000);
    assert_eq!(zone.offset(1_774_745_999), 3600);
    assert_eq!(zone.offset(1_774_746_000), 7200);
}

#[test]
fn the_ends_of_the_calendar_are_ends_and_not_crashes() {
    for granularity in Granularity::ALL {
        assert_eq!(Period::containing(Date::MAX, granularity).next(), None);
        let first = Period::containing(Date::MIN, granularity);
        assert!(first.previous().is_none_or(|before| before < first));
    }
    let _ = (
        Zone::utc().local(i64::MAX),
        Zone::fixed(i32::MIN).local(i64::MIN),
        Zone::utc().to_utc(DateTime::MAX),
    );
}

/// From published calendars: the fiscal years of the United Kingdom's and Japan's (April) and of the United
/// States' government (October), and the weeks of the CDC (MMWR: Sunday, four days).
#[test]
fn labels_of_other_calendars() {
    let fiscal = |day: Date, year_start: i8, granularity: Granularity| {
        let calendar = Calendar { year_start, ..Calendar::USUAL };
        Period::containing(day, Cycle { granularity, calendar }).label()
    };
    assert_eq!(fiscal(date(2026, 3, 31), 4, Granularity::Year), "FY2025/26");
    assert_eq!(fiscal(date(2026, 4, 1), 4, Granularity::Year), "FY2026/27");
    assert_eq!(fiscal(date(2026, 3, 31), 4, Granularity::Quarter), "FY2025/26-Q4");
    assert_eq!(fiscal(date(2026, 10, 1), 10, Granularity::Quarter), "FY2026/27-Q1");
    assert_eq!(fiscal(date(1999, 12, 1), 10, Granularity::Year), "FY1999/00");
    assert_eq!(fiscal(date(2026, 3, 31), 4, Granularity::Month), "2026-03");
    assert_eq!(fiscal(date(2026, 3, 31), 1, Granularity::Quarter), "2026-Q1");
    let week = |day: Date, week_start: WeekStart, week_one: WeekOne| {
        let calendar = Calendar { week_start, week_one, ..Calendar::USUAL };
        Period::containing(day, Cycle { granularity: Granularity::Week, calendar }).label()
    };
    // 2026-01-01 is a Thursday. MMWR week 1 of 2026 runs from 2026-01-04, week 53 of 2025 up to the day before.
    assert_eq!(week(date(2026, 1, 3), WeekStart::Sunday, WeekOne::FourDays), "2025-W53/2025-12-28");
    assert_eq!(week(date(2026, 1, 4), WeekStart::Sunday, WeekOne::FourDays), "2026-W01/2026-01-04");
    assert_eq!(week(date(2026, 1, 3), WeekStart::Sunday, WeekOne::JanuaryFirst), "2026-W01/2025-12-28");
    assert_eq!(week(date(2026, 1, 3), WeekStart::Saturday, WeekOne::JanuaryFirst), "2026-W02/2026-01-03");
    assert_eq!(week(date(2026, 1, 3), WeekStart::Monday, WeekOne::FourDays), "2026-W01");
}

#[test]
fn a_label_of_another_calendar_is_refused() {
    let april = Calendar { year_start: 4, ..Calendar::USUAL };
    let sunday = Calendar { week_start: WeekStart::Sunday, ..Calendar::USUAL };
    for label in ["2026", "2026-Q1", "FY2025/27", "FY2025/26-Q5", "FY2025/26Q1", "FY", "2026-W41/2026-10-04"]
    {
        assert_eq!(Period::parse_in(label, april), None, "{label}");
    }
    for label in ["2026-W41", "2026-W41/2026-10-05", "2026-W40/2026-10-11", "/", "2026-W40/"] {
        assert_eq!(Period::parse_in(label, sunday), None, "{label}");
    }
    assert_eq!(Period::parse("FY2025/26"), None);
    assert_eq!(Period::parse_in("2026-03", april), Period::parse("2026-03"));
}
