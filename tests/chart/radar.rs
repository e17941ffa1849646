//! The radar: goldens, and what must hold for any labels at any width.

use std::f64::consts::{FRAC_PI_2, TAU};

use proptest::prelude::*;
use throughline::chart::radar::{Radar, RadarGeometry, Scale, Spoke, picture};
use throughline::chart::{Direction, Frame, Palette, SVG_RATIO, Shape, Table, to_svg};

use crate::support::golden;

const AREAS: [&str; 17] = [
    "Strategy and mission",
    "Voice of the customer",
    "Service design",
    "Channels and accessibility",
    "Knowledge management",
    "Forecasting and staffing",
    "Hiring and onboarding",
    "Coaching",
    "Quality assurance",
    "Self-service",
    "Data and measurement",
    "Complaints and recovery",
    "Employee engagement",
    "Tools and automation",
    "Security and privacy",
    "Working with product teams",
    "Governance",
];
const VALUES: [f64; 17] =
    [3.0, 2.5, 4.0, 3.4, 2.0, 4.5, 3.0, 2.2, 3.6, 1.0, 2.8, 4.2, 3.1, 5.0, 2.4, 3.3, 1.8];

/// The first areas, all of them answered.
fn radar(width: f64, count: usize) -> Radar {
    let spoke = |(area, &value): (&&str, &f64)| Spoke {
        id: area.to_lowercase().replace(' ', "-"),
        label: (*area).to_owned(),
        value: Some(value),
        ..Spoke::default()
    };
    Radar {
        width,
        ratio: SVG_RATIO,
        direction: Direction::Ltr,
        font: "system-ui, sans-serif".to_owned(),
        palette: Palette::LIGHT,
        scale: Scale { low: 1.0, high: 5.0, step: 1.0, marks: Vec::new() },
        spokes: AREAS.iter().zip(&VALUES).take(count).map(spoke).collect(),
        select: None,
        hover: None,
    }
}

fn svg(radar: &Radar) -> String {
    to_svg(&picture(radar, &Table).0, &radar.font, radar.direction == Direction::Rtl)
}

fn placed(radar: &Radar) -> RadarGeometry {
    picture(radar, &Table).1
}

#[test]
fn ten_axes_that_are_all_known() {
    let mut radar = radar(720.0, 10);
    for (spoke, width) in radar.spokes.iter_mut().zip([0.5, 1.5, 0.3, 1.0]) {
        spoke.band = spoke.value.map(|value| (value - width, (value + width).min(5.0)));
    }
    golden("radar-light", &svg(&radar));
    radar.palette = Palette::DARK;
    radar.select = Some(3);
    radar.hover = Some(7);
    golden("radar-lit-dark", &svg(&radar));
}

#[test]
fn seven_axes_of_which_nobody_knows_two() {
    let mut radar = radar(320.0, 7);
    (radar.spokes[1].value, radar.spokes[4].value) = (None, None);
    radar.spokes[4].band = Some((2.0, 4.0));
    golden("radar-unknown-narrow", &svg(&radar));
    assert!(!placed(&radar).numbered);
}

#[test]
fn seventeen_axes() {
    golden("radar-many", &svg(&radar(900.0, 17)));
    // Too many words for so little room: numbers, and the page lists them.
    let narrow = radar(320.0, 17);
    assert!(placed(&narrow).numbered);
    golden("radar-numbered-narrow", &svg(&narrow));
}

#[test]
fn a_mirrored_radar() {
    let hebrew = ["שביעות רצון", "איכות השירות", "ניהול ידע", "חניכה", "מדידה"];
    let mut radar = radar(560.0, 5);
    for (spoke, label) in radar.spokes.iter_mut().zip(hebrew) {
        spoke.label = label.to_owned();
    }
    radar.spokes[2].value = None;
    radar.direction = Direction::Rtl;
    radar.palette = Palette::DARK;
    golden("radar-rtl-dark", &svg(&radar));
    let (mirrored, straight) = (placed(&radar), placed(&Radar { direction: Direction::Ltr, ..radar }));
    for (one, other) in mirrored.spokes.iter().zip(&straight.spokes) {
        assert!((one.label.x + one.label.w + other.label.x - 560.0).abs() < 1e-9);
        if let (Some(one), Some(other)) = (one.point, other.point) {
            assert!((one.0 + other.0 - 560.0).abs() < 1e-9 && (one.1 - other.1).abs() < 1e-9);
        }
    }
    assert!(mirrored.spokes[1].label.x < mirrored.middle.0, "the second axis is to the left");
}

#[test]
fn an_earlier_round_beside_this_one() {
    let mut radar = radar(640.0, 8);
    for (at, spoke) in radar.spokes.iter_mut().enumerate() {
        spoke.before = spoke.value.filter(|_| at != 5).map(|value| (value - 0.8).max(1.0));
    }
    golden("radar-before", &svg(&radar));
}

/// The boxes as they are seen, with a hair of room for rounding.
fn overlap(one: Frame, other: Frame) -> bool {
    let apart = 1e-6;
    one.x + apart < other.end()
        && other.x + apart < one.end()
        && one.y + apart < other.bottom()
        && other.y + apart < one.bottom()
}

/// How many points are drawn.
fn discs(radar: &Radar) -> usize {
    let fills = picture(radar, &Table).0.shapes;
    fills
        .iter()
        .filter(|shape| matches!(shape, Shape::Fill(_, color) if *color == radar.palette.accent))
        .count()
}

/// Where a value of an axis belongs, by the definition: clockwise from straight up.
fn expected(geometry: &RadarGeometry, at: usize, of: usize, share: f64) -> (f64, f64) {
    let angle = TAU * at as f64 / of as f64 - FRAC_PI_2;
    let far = geometry.radius * share;
    (geometry.middle.0 + far * angle.cos(), geometry.middle.1 + far * angle.sin())
}

/// One to six words of one to fourteen letters.
fn labels() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[A-Za-zäöü]{1,14}( [a-zé&-]{1,14}){0,5}", 3..=24)
}

fn of_labels(width: f64, labels: &[String]) -> Radar {
    let mut radar = radar(width, 0);
    radar.spokes = labels
        .iter()
        .enumerate()
        .map(|(at, label)| Spoke {
            id: at.to_string(),
            label: label.clone(),
            value: Some(3.0),
            ..Spoke::default()
        })
        .collect();
    radar
}

proptest! {
    #[test]
    fn labels_stay_in_the_picture_apart_from_one_another_and_from_the_circle(
        labels in labels(), width in 280.0..900.0f64, rtl: bool,
    ) {
        let mut radar = of_labels(width, &labels);
        radar.direction = if rtl { Direction::Rtl } else { Direction::Ltr };
        let (picture, geometry) = picture(&radar, &Table);
        prop_assert!(geometry.radius >= 52.0);
        let frames: Vec<Frame> = geometry.spokes.iter().map(|spoke| spoke.label).collect();
        for (at, one) in frames.iter().enumerate() {
            prop_assert!(one.x >= 0.0 && one.end() <= width && one.y >= 0.0 && one.bottom() <= geometry.height);
            for other in &frames[at + 1..] {
                prop_assert!(!overlap(*one, *other), "{one:?} {other:?}");
            }
            let nearest_x = geometry.middle.0.clamp(one.x, one.end()) - geometry.middle.0;
            let nearest_y = geometry.middle.1.clamp(one.y, one.bottom()) - geometry.middle.1;
            prop_assert!(nearest_x.hypot(nearest_y) > geometry.radius);
        }
        // Whatever is written is written inside a box, whole, or is a number of the scale.
        let written: String = picture.shapes.iter().filter_map(|shape| match shape {
            Shape::Text(run) => Some(run.text.as_str()),
            _ => None,
        }).collect();
        prop_assert!(!written.contains('…'));
        if !geometry.numbered {
            let all: String = labels.concat().split_whitespace().collect();
            let signs: String = written.split_whitespace().collect();
            prop_assert!(signs.ends_with(&all), "{signs} {all}");
        }
    }

    #[test]
    fn a_value_lies_at_its_share_of_the_spoke(
        values in prop::collection::vec(prop::option::of(1.0..=5.0f64), 3..=24), width in 280.0..900.0f64,
    ) {
        let mut radar = radar(width, 0);
        radar.spokes = values.iter().enumerate().map(|(at, &value)| Spoke {
            id: at.to_string(), label: format!("Area {at}"), value, ..Spoke::default()
        }).collect();
        let geometry = placed(&radar);
        for (at, (spoke, value)) in geometry.spokes.iter().zip(&values).enumerate() {
            prop_assert_eq!(spoke.point.is_some(), value.is_some());
            let (Some(point), Some(value)) = (spoke.point, value) else { continue };
            let share = (value - 1.0) / 4.0;
            let expected = expected(&geometry, at, values.len(), share);
            prop_assert!((point.0 - expected.0).hypot(point.1 - expected.1) < 1e-6);
            let far = (point.0 - geometry.middle.0).hypot(point.1 - geometry.middle.1);
            prop_assert!((far - share * geometry.radius).abs() < 1e-6);
        }
        // As many dots as answers: what is unknown adds none.
        prop_assert_eq!(discs(&radar), values.iter().flatten().count());
    }
}

#[test]
fn nothing_is_joined_over_what_is_unknown() {
    let accent = Palette::LIGHT.accent;
    let lines = |radar: &Radar| -> Vec<usize> {
        let shapes = picture(radar, &Table).0.shapes;
        let length = |shape: &Shape| match shape {
            Shape::Stroke(path, stroke) if stroke.color == accent => Some(path.len()),
            _ => None,
        };
        shapes.iter().filter_map(length).collect()
    };
    let mut radar = radar(640.0, 8);
    // Eight points and the way back.
    assert_eq!(lines(&radar), [9]);
    (radar.spokes[0].value, radar.spokes[4].value) = (None, None);
    assert_eq!(lines(&radar), [3, 3]);
    radar.spokes[2].value = None;
    assert_eq!(lines(&radar), [3]);
    radar.spokes.iter_mut().for_each(|spoke| spoke.value = None);
    assert_eq!(lines(&radar), Vec::<usize>::new());
}

#[test]
fn pointing_at_an_axis_moves_nothing() {
    let still = radar(480.0, 10);
    let lit = Radar { hover: Some(4), select: Some(0), ..still.clone() };
    assert_eq!(placed(&still), placed(&lit));
    assert_ne!(picture(&still, &Table).0, picture(&lit, &Table).0);
}
