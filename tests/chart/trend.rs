//! The trend: goldens, and what must hold for any points in any window.

use proptest::prelude::*;
use throughline::chart::trend::{
    Ahead, Base, Labels, Note, Phase, Series, Shift, Spread, Trend, TrendGeometry, Unit, Words, Zone,
    picture, ticks,
};
use throughline::chart::{Color, Direction, Palette, Picture, SVG_RATIO, Shape, Signal, Step, Table, to_svg};

use crate::support::golden;

/// 1 January 2025, by `date -d` of a Unix system.
const DAY: f64 = 20_089.0;
/// The ends of the months from then on.
const ENDS: [f64; 18] = [
    30.0, 58.0, 89.0, 119.0, 150.0, 180.0, 211.0, 242.0, 272.0, 303.0, 333.0, 364.0, 395.0, 423.0, 454.0,
    484.0, 515.0, 545.0,
];
/// A made-up first-contact resolution, in percent.
const VALUES: [f64; 18] = [
    61.2, 62.8, 60.9, 63.1, 62.2, 61.5, 63.9, 62.0, 69.4, 70.8, 69.9, 71.6, 72.2, 70.1, 73.4, 72.8, 74.1,
    74.6,
];

fn series(points: impl IntoIterator<Item = (f64, f64)>) -> Series {
    let (at, value): (Vec<f64>, Vec<f64>) = points.into_iter().unzip();
    let mut series = Series::default();
    series.append(&at, &value, (-1e7, 1e7)).unwrap();
    series
}

fn monthly() -> Series {
    series(ENDS.iter().zip(VALUES).map(|(end, value)| (DAY + end, value)))
}

fn trend(width: f64) -> Trend {
    Trend {
        width,
        height: if width < 480.0 { 200.0 } else { 260.0 },
        ratio: SVG_RATIO,
        font: "system-ui, sans-serif".to_owned(),
        per_day: 1.0,
        words: words(),
        ..Trend::default()
    }
}

fn words() -> Words {
    let word = str::to_owned;
    Words {
        value: word("First contact resolution"),
        before: word("A year before"),
        target: word("Target"),
        centre: word("Centre"),
        limits: word("Limits"),
        signal: word("Signal"),
        interval: word("95 % interval"),
        forecast: word("Expected, 50 % and 95 %"),
        stale: word("No newer value"),
        empty: word("No values yet"),
    }
}

/// As a page in English would write them.
fn labels(trend: &Trend, series: &Series) -> Labels {
    let ticks = ticks(trend, series);
    let mut year = String::new();
    let time = |wall: &f64| {
        let date = throughline::calendar::date_from_day_number(*wall as i32).unwrap();
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let month = names[date.month() as usize - 1];
        let upper = match ticks.times.unit {
            Unit::Year => return (date.year().to_string(), String::new()),
            Unit::Month | Unit::Quarter => month.to_owned(),
            Unit::Day | Unit::Week => format!("{} {month}", date.day()),
            _ => {
                let minutes = (wall.fract() * 1440.0).round() as i32;
                return (format!("{:02}:{:02}", minutes / 60, minutes % 60), String::new());
            }
        };
        let lower = if year == date.year().to_string() { String::new() } else { date.year().to_string() };
        year = date.year().to_string();
        (upper, lower)
    };
    let digits = ticks.values.digits as usize;
    Labels {
        times: ticks.times.ticks.iter().map(time).collect(),
        values: ticks.values.ticks.iter().map(|value| format!("{value:.digits$}")).collect(),
    }
}

fn made(trend: &Trend, series: &Series) -> (Picture, TrendGeometry) {
    picture(trend, series, &labels(trend, series), &Table)
}

fn svg(trend: &Trend, series: &Series) -> String {
    to_svg(&made(trend, series).0, &trend.font, trend.direction == Direction::Rtl)
}

/// Every layer there is.
fn full(width: f64) -> Trend {
    let ahead = |step: f64| {
        let (mean, half) = (75.0 + 0.4 * step, 1.6 + 0.8 * step);
        Ahead {
            at: DAY + 545.0 + 30.5 * step,
            mean,
            intervals: vec![(mean - half / 2.0, mean + half / 2.0), (mean - half * 1.4, mean + half * 1.4)],
        }
    };
    let note = |id: &str, label: &str, from: f64, to: Option<f64>| Note {
        id: id.to_owned(),
        label: label.to_owned(),
        from: DAY + from,
        to: to.map(|to| DAY + to),
    };
    let phase = |from: Option<f64>, to: Option<f64>, centre: f64, reach: f64| Phase {
        from: from.map(|from| DAY + from),
        to: to.map(|to| DAY + to),
        centre,
        lower: Some(centre - reach),
        upper: Some(centre + reach),
    };
    let zone = |low, high, signal| Zone { low, high, signal };
    let spread = |(end, value): (&f64, f64)| Spread { at: DAY + end, low: value - 1.1, high: value + 1.1 };
    Trend {
        spreads: ENDS.iter().zip(VALUES).map(spread).collect(),
        before: series(
            ENDS.iter().zip(VALUES).map(|(end, value)| (DAY + end, value - 4.0 + (end / 90.0).sin())),
        ),
        target: vec![(DAY, 65.0), (DAY + 181.0, 68.0), (DAY + 365.0, 72.0), (DAY + 546.0, 75.0)],
        stepped: true,
        zones: vec![
            zone(None, Some(62.0), Signal::OffTrack),
            zone(Some(62.0), Some(70.0), Signal::AtRisk),
            zone(Some(70.0), None, Signal::OnTrack),
        ],
        limits: vec![phase(None, Some(245.0), 62.2, 3.4), phase(Some(265.0), Some(545.0), 71.9, 3.1)],
        signals: vec![Shift { at: DAY + 272.0, better: Some(true) }, Shift { at: DAY + 303.0, better: None }],
        notes: vec![
            note("coaching", "Coaching", 170.0, Some(260.0)),
            note("base", "Knowledge base relaunched", 178.0, None),
            note("bot", "Chat bot", 400.0, Some(545.0)),
        ],
        forecast: (1..=6).map(|step| ahead(f64::from(step))).collect(),
        stale: Some((DAY + 550.0, DAY + 590.0)),
        ..trend(width)
    }
}

#[test]
fn values_alone() {
    golden("trend-plain", &svg(&trend(720.0), &monthly()));
    golden("trend-plain-narrow", &svg(&trend(320.0), &monthly()));
}

#[test]
fn every_layer() {
    let mut all = full(860.0);
    golden("trend-all", &svg(&all, &monthly()));
    (all.palette, all.hover, all.select) = (Palette::DARK, Some(DAY + 300.0), Some(DAY + 150.0));
    golden("trend-all-dark-lit", &svg(&all, &monthly()));
    golden("trend-all-narrow", &svg(&full(320.0), &monthly()));
}

#[test]
fn a_mirrored_trend() {
    let rtl = Trend { direction: Direction::Rtl, ..full(720.0) };
    golden("trend-rtl", &svg(&rtl, &monthly()));
    let (mirrored, straight) = (made(&rtl, &monthly()).1, made(&full(720.0), &monthly()).1);
    assert!((mirrored.plot.x + mirrored.plot.w + straight.plot.x - 720.0).abs() < 1e-9);
    for (one, other) in mirrored.points.iter().zip(&straight.points) {
        assert!((one.x + other.x - 720.0).abs() < 1e-9 && (one.y - other.y).abs() < 1e-9);
    }
    for (one, other) in mirrored.notes.iter().zip(&straight.notes) {
        assert!((one.frame.x + one.frame.w + other.frame.x - 720.0).abs() < 1e-9);
    }
}

#[test]
fn two_colours_and_nothing_else() {
    // As under forced colours: what tells the layers apart is shape, dash and weight.
    let (ink, paper) = (Color::hex(0xFF_FFFF), Color::hex(0x00_0000));
    let palette = Palette {
        paper,
        raised: paper,
        ink,
        second: ink,
        rule: ink,
        accent: ink,
        on_track: ink,
        at_risk: ink,
        off_track: ink,
        cannot_tell: ink,
        stale: ink,
        no_data: ink,
    };
    golden("trend-two-colours", &svg(&Trend { palette, ..full(720.0) }, &monthly()));
}

#[test]
fn gaps_are_gaps() {
    let mut values = VALUES;
    (values[3], values[4], values[9], values[11]) = (f64::NAN, f64::NAN, f64::NAN, f64::NAN);
    let gaps = series(ENDS.iter().zip(values).map(|(end, value)| (DAY + end, value)));
    golden("trend-gaps", &svg(&trend(720.0), &gaps));
    let facts = made(&trend(720.0), &gaps).1.facts;
    assert_eq!((facts.known, facts.missing), (14, 4));
    assert_eq!(facts.lowest.unwrap().value.to_bits(), 60.9f64.to_bits(), "and not zero");
}

#[test]
fn little_or_nothing_to_see() {
    golden("trend-empty", &svg(&trend(560.0), &Series::default()));
    let one = series([(DAY, 3.2)]);
    golden("trend-one", &svg(&Trend { target: vec![(DAY, 4.0)], ..trend(560.0) }, &one));
    let same = series((0..30).map(|day| (DAY + f64::from(day), 42.0)));
    golden("trend-constant", &svg(&trend(560.0), &same));
    let unknown = series([(DAY, f64::NAN), (DAY + 1.0, f64::NAN)]);
    let facts = made(&trend(560.0), &unknown).1.facts;
    assert_eq!((facts.known, facts.missing, facts.first), (0, 2, None));
}

#[test]
fn very_large_numbers_a_hair_apart() {
    let large = series((0..60).map(|day| (DAY + f64::from(day), 1e9 + f64::from(day % 7) / 6.0)));
    golden("trend-large", &svg(&trend(720.0), &large));
    let (_, geometry) = made(&trend(720.0), &large);
    assert_eq!(geometry.values, (1e9, 1_000_000_001.0));
    assert!(geometry.truncated);
    let enormous = series([(DAY, -1e299), (DAY + 1.0, 1e300)]);
    assert_eq!(made(&trend(720.0), &enormous).1.points.len(), 2);
}

#[test]
fn a_year_of_minutes_in_eight_hundred_pixels() {
    // Half a million points with one peak and one hole that last a minute each.
    let value = |at: u32| match at {
        200_000 => 900.0,
        400_000 => -700.0,
        _ => 100.0 + f64::from(at * 7919 % 211) / 3.0,
    };
    let long = series((0..525_600).map(|at| (DAY + f64::from(at) / 1440.0, value(at))));
    let (picture, geometry) = made(&trend(800.0), &long);
    assert!(geometry.dense);
    let values = || geometry.points.iter().map(|point| point.value);
    assert!(values().any(|value| value > 899.0) && values().any(|value| value < -699.0));
    // The line itself comes to the heights of the two.
    let device = |value: f64| {
        let share = (value - geometry.values.0) / (geometry.values.1 - geometry.values.0);
        ((geometry.plot.bottom() - geometry.plot.h * share) * SVG_RATIO).round() as i32
    };
    let heights: Vec<i32> =
        strokes(&picture, Palette::LIGHT.accent).concat().iter().map(|spot| spot.1).collect();
    assert_eq!(heights.iter().min(), Some(&device(900.0)));
    assert_eq!(heights.iter().max(), Some(&device(-700.0)));
    // A window of an hour shows each minute.
    let near = Trend { window: Some((DAY + 100.0, DAY + 100.0 + 1.0 / 24.0)), ..trend(800.0) };
    let hour = made(&near, &long).1;
    assert_eq!((hour.dense, hour.points.len()), (false, 61));
}

/// The corners of what is drawn in a colour.
fn strokes(picture: &Picture, color: Color) -> Vec<Vec<(i32, i32)>> {
    let corners = |shape: &Shape| match shape {
        Shape::Stroke(path, stroke) if stroke.color == color => {
            let spots = path.iter().filter_map(|step| match step {
                Step::Move(to) | Step::Line(to) => Some(*to),
                _ => None,
            });
            Some(spots.collect())
        }
        _ => None,
    };
    picture.shapes.iter().filter_map(corners).collect()
}

#[test]
fn geometry_is_what_a_hand_works_out() {
    // Ten days, values from 0 to 10: the axis of values is 0 to 10, a tick every 2 (260 ÷ 44: five steps).
    let line = series((0..=10).map(|day| (DAY + f64::from(day), f64::from(day))));
    let (_, geometry) = made(&trend(720.0), &line);
    assert_eq!(
        (geometry.values, geometry.truncated, geometry.window),
        ((0.0, 10.0), false, (DAY, DAY + 10.0))
    );
    let heights: Vec<f64> = geometry.value_ticks.iter().map(|tick| tick.place - geometry.plot.y).collect();
    assert_eq!(heights, [260.0, 208.0, 156.0, 104.0, 52.0, 0.0]);
    let fifth = geometry.points[5];
    assert!((fifth.x - geometry.plot.middle()).abs() < 1e-9);
    assert!((fifth.y - geometry.plot.y - 130.0).abs() < 1e-9);
    let facts = &geometry.facts;
    assert_eq!((facts.known, facts.direction, facts.highest.unwrap().index), (11, 1, 10));
    // From four to six: a tick at each whole day, and the points of these three days.
    let near = Trend { window: Some((DAY + 4.0, DAY + 6.0)), hover: Some(DAY + 4.6), ..trend(720.0) };
    let (_, near) = made(&near, &line);
    assert_eq!(near.points.iter().map(|point| point.index).collect::<Vec<_>>(), [4, 5, 6]);
    assert_eq!(near.hover.unwrap().index, 5);
    // Four is twice as far from zero as it is from six: zero is left out.
    assert_eq!((near.values, near.truncated), ((4.0, 6.0), true));
}

#[test]
fn ticks_are_no_finer_than_what_is_measured() {
    let unit = |points: &Series| ticks(&trend(1600.0), points).times.unit;
    // In 1,600 pixels there is room for every week of these eighteen months, and no value that a week could have.
    assert_eq!(unit(&monthly()), Unit::Month);
    assert_eq!(unit(&series((0..26).map(|week| (DAY + 7.0 * f64::from(week), 1.0)))), Unit::Week);
}

#[test]
fn pointing_at_a_point_moves_nothing() {
    let still = full(640.0);
    let lit = Trend { hover: Some(DAY + 200.0), select: Some(DAY), ..full(640.0) };
    let (one, other) = (made(&still, &monthly()), made(&lit, &monthly()));
    assert_eq!((one.1.plot, &one.1.points), (other.1.plot, &other.1.points));
    assert_ne!(one.0, other.0);
}

#[test]
fn a_target_holds_until_the_next_or_is_reached_along_a_line() {
    let dashed = |stepped| {
        let target = vec![(DAY, 10.0), (DAY + 5.0, 20.0)];
        let asked = Trend { target, stepped, ..trend(720.0) };
        let (picture, geometry) = made(&asked, &series([(DAY, 0.0), (DAY + 10.0, 20.0)]));
        let all = strokes(&picture, Palette::LIGHT.ink);
        let back = |&(x, y): &(i32, i32)| {
            let time = (f64::from(x) / SVG_RATIO - geometry.plot.x) / geometry.plot.w * 10.0;
            let value = (geometry.plot.bottom() - f64::from(y) / SVG_RATIO) / geometry.plot.h * 20.0;
            ((time * 10.0).round() / 10.0, (value * 10.0).round() / 10.0)
        };
        all[0].iter().map(back).collect::<Vec<_>>()
    };
    assert_eq!(dashed(true), [(0.0, 10.0), (5.0, 10.0), (5.0, 20.0), (10.0, 20.0)]);
    assert_eq!(dashed(false), [(0.0, 10.0), (5.0, 20.0)]);
}

#[test]
fn an_axis_begins_at_zero_where_the_rule_says_so() {
    let high = monthly();
    let of = |base| made(&Trend { base, ..trend(720.0) }, &high).1;
    assert_eq!((of(Base::Near).values, of(Base::Near).truncated), ((60.0, 75.0), true));
    assert_eq!((of(Base::Zero).values.0.to_bits(), of(Base::Zero).truncated), (0f64.to_bits(), false));
}

proptest! {
    #[test]
    fn the_extremes_of_any_window_are_drawn_at_their_heights(
        values in prop::collection::vec(prop_oneof![9 => -1e5..1e5f64, 1 => Just(f64::NAN)], 1..6000),
        ends in (0usize..6000, 0usize..6000), width in 240.0..900.0f64,
    ) {
        let long = series(values.iter().enumerate().map(|(at, &value)| (DAY + at as f64, value)));
        let last = values.len() - 1;
        let (from, to) = (ends.0.min(ends.1).min(last), ends.0.max(ends.1).min(last));
        prop_assume!(from < to);
        let window = Some((DAY + from as f64, DAY + to as f64));
        let asked = Trend { window, ratio: 1.0, ..trend(width) };
        let (_, geometry) = made(&asked, &long);
        let known = || values[from..=to].iter().copied().filter(|value| !value.is_nan());
        let drawn = || geometry.points.iter().map(|point| point.value);
        let least = |all: &mut dyn Iterator<Item = f64>| all.fold(f64::INFINITY, f64::min);
        let most = |all: &mut dyn Iterator<Item = f64>| all.fold(f64::NEG_INFINITY, f64::max);
        prop_assert_eq!(least(&mut drawn()).to_bits(), least(&mut known()).to_bits());
        prop_assert_eq!(most(&mut drawn()).to_bits(), most(&mut known()).to_bits());
        prop_assert_eq!(geometry.facts.known, known().count());
        // Whatever is drawn lies in the plot.
        for point in &geometry.points {
            prop_assert!(point.x >= geometry.plot.x - 1e-6 && point.x <= geometry.plot.end() + 1e-6);
            prop_assert!(point.y >= geometry.plot.y - 1e-6 && point.y <= geometry.plot.bottom() + 1e-6);
        }
    }

    #[test]
    fn notes_never_cover_one_another(
        starts in prop::collection::vec((0.0..500.0f64, prop::option::of(0.0..100.0f64), "[A-Za-z ]{0,24}"), 1..14),
        width in 280.0..1000.0f64,
    ) {
        let notes = starts.iter().enumerate().map(|(at, (from, long, label))| Note {
            id: at.to_string(), label: label.trim().to_owned(), from: DAY + from, to: long.map(|long| DAY + from + long),
        });
        let asked = Trend { notes: notes.collect(), ..trend(width) };
        let (_, geometry) = made(&asked, &monthly());
        for (at, one) in geometry.notes.iter().enumerate() {
            prop_assert!(one.frame.x >= 0.0 && one.frame.end() <= width && one.frame.y >= 0.0);
            prop_assert!(one.frame.bottom() <= geometry.plot.y);
            for other in &geometry.notes[at + 1..] {
                let (a, b) = (one.frame, other.frame);
                let apart = a.end() <= b.x + 1e-6 || b.end() <= a.x + 1e-6
                    || a.bottom() <= b.y + 1e-6 || b.bottom() <= a.y + 1e-6;
                prop_assert!(apart, "{one:?} {other:?}");
            }
        }
    }
}
