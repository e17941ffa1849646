//! Where the labels of a radar stand: outside, whole, apart from one another, and as large a circle as leaves them room.

use super::around::{Spot, out, way};
use super::{Placed, Radar, RadarGeometry};
use crate::chart::look::Direction;
use crate::chart::measure::{Face, Measure, wrap};
use crate::chart::paint::{Anchor, Frame};

/// From the edge of the picture to the labels.
const EDGE: f64 = 4.0;
/// From the outermost ring to the labels.
const GAP: f64 = 13.0;
/// Room around the words of a label, so that its box is easy to hit.
const PAD: f64 = 4.0;
/// More lines than these are a paragraph.
const LINES: usize = 3;
/// The circle gets no larger than this, nor than this share of the width.
const LARGEST: f64 = 224.0;
const SHARE: f64 = 0.31;
/// A smaller circle shows nothing: numbers take the place of the labels then.
const LEAST: f64 = 52.0;
/// A label further from the end of its spoke would be taken for another's.
const DRIFT: f64 = 40.0;
/// Below this width the type is one size smaller.
const NARROW: f64 = 480.0;

/// The words of an axis in their place.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The box, x counted from the start side.
    pub frame: Frame,
    /// The words, line by line.
    pub lines: Vec<String>,
    /// Which side of the box they stand at.
    pub anchor: Anchor,
}

/// Where everything lies, CSS pixels, x counted from the start side.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Height of the picture.
    pub height: f64,
    /// The centre.
    pub middle: Spot,
    /// The outermost ring.
    pub radius: f64,
    /// Whether the labels are numbers.
    pub numbered: bool,
    /// Size of the type.
    pub face: Face,
    /// From one line of a label to the next.
    pub leading: f64,
    /// A label for each axis.
    pub labels: Vec<Label>,
}

/// Places a radar of the width asked for.
#[must_use]
pub fn layout(radar: &Radar, measure: &dyn Measure) -> Layout {
    let mut radius = (radar.width * SHARE).min(LARGEST).floor();
    while radius >= LEAST {
        if let Some(labels) = words(radar, radius, measure) {
            return settled(radar, radius, labels, false);
        }
        radius -= 4.0;
    }
    let radius = (radar.width / 2.0 - 40.0).min(LARGEST).floor();
    settled(radar, radius, numbers(radar, radius), true)
}

fn type_of(radar: &Radar) -> (Face, f64) {
    if radar.width < NARROW { (Face::plain(12), 15.0) } else { (Face::plain(13), 16.0) }
}

/// The labels around a circle of this radius about the origin; none where they do not fit.
fn words(radar: &Radar, radius: f64, measure: &dyn Measure) -> Option<Vec<Label>> {
    let of = radar.spokes.len();
    let mut labels = Vec::with_capacity(of);
    for (at, spoke) in radar.spokes.iter().enumerate() {
        labels.push(label(radar, &spoke.label, (radius, way(at, of)), measure)?);
    }
    part(&mut labels)?;
    let clear = |label: &Label| nearest(label.frame) >= radius + 4.0;
    labels.iter().all(clear).then_some(labels)
}

/// A label at the end of its spoke, not minding the others; none where its words do not fit.
fn label(radar: &Radar, text: &str, (radius, way): (f64, Spot), measure: &dyn Measure) -> Option<Label> {
    let (face, leading) = type_of(radar);
    let (x, y) = out((0.0, 0.0), way, radius + GAP);
    let half = radar.width / 2.0 - EDGE;
    let upright = way.0.abs() < 0.1;
    let room = if upright { 2.0 * half.min(radius) } else { half - x.abs() } - 2.0 * PAD;
    let lines = wrap(text, face, room, LINES, measure);
    if room < 1.0 || !whole(text, &lines) {
        return None;
    }
    let width = lines.iter().map(|line| measure.width(line, face)).fold(0.0, f64::max);
    let (w, h) = (width.ceil() + 2.0 * PAD, lines.len() as f64 * leading + 2.0 * PAD);
    let (x, anchor) = match (upright, way.0 > 0.0) {
        (true, _) => (x - w / 2.0, Anchor::Middle),
        (_, true) => (x, Anchor::Start),
        (_, false) => (x - w, Anchor::End),
    };
    Some(Label { frame: Frame { x, y: y - h * (1.0 - way.1) / 2.0, w, h }, lines, anchor })
}

/// Whether nothing of the text was cut off.
fn whole(text: &str, lines: &[String]) -> bool {
    let signs = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    signs(text) == signs(&lines.concat())
}

/// Moves labels up in the upper half, down in the lower, until none covers another; none where one would get too far
/// from its spoke. Those beside the centre come first: the others give way to them, away from the circle.
fn part(labels: &mut [Label]) -> Option<()> {
    let of = labels.len();
    let mut order: Vec<usize> = (0..of).collect();
    let slope = |at: usize| (way(at, of).1 * 1e6).round() as i32;
    order.sort_by_key(|&at| (slope(at) > 0, slope(at).abs(), at));
    let mut placed: Vec<Frame> = Vec::with_capacity(of);
    for at in order {
        let label = labels.get_mut(at)?;
        let natural = label.frame.y;
        while let Some(other) = placed.iter().find(|other| overlap(label.frame, **other)) {
            label.frame.y = if slope(at) > 0 { other.bottom() } else { other.y - label.frame.h };
            if (label.frame.y - natural).abs() > DRIFT {
                return None;
            }
        }
        placed.push(label.frame);
    }
    Some(())
}

fn overlap(one: Frame, other: Frame) -> bool {
    // Boxes that touch have their words apart.
    let apart = 1e-6;
    one.x < other.end() - apart
        && other.x < one.end() - apart
        && one.y < other.bottom() - apart
        && other.y < one.bottom() - apart
}

/// How near a box comes to the origin.
fn nearest(frame: Frame) -> f64 {
    let x = 0f64.clamp(frame.x, frame.end());
    let y = 0f64.clamp(frame.y, frame.bottom());
    (x * x + y * y).sqrt()
}

/// Numbers in place of the labels: squares that stay apart however close the spokes are.
fn numbers(radar: &Radar, radius: f64) -> Vec<Label> {
    let of = radar.spokes.len();
    let far = radius + GAP + 11.0;
    let (from, to) = (way(0, of), way(1, of));
    let (across, down) = (to.0 - from.0, to.1 - from.1);
    let chord = far * (across * across + down * down).sqrt();
    let side = (chord * 0.7).clamp(16.0, 24.0);
    let square = |at: usize| {
        let (x, y) = out((0.0, 0.0), way(at, of), far);
        let frame = Frame { x: x - side / 2.0, y: y - side / 2.0, w: side, h: side };
        Label { frame, lines: vec![(at + 1).to_string()], anchor: Anchor::Middle }
    };
    (0..of).map(square).collect()
}

/// The picture around the labels: from the highest to the lowest thing in it.
fn settled(radar: &Radar, radius: f64, mut labels: Vec<Label>, numbered: bool) -> Layout {
    let reach = radius + GAP;
    let top = labels.iter().map(|label| label.frame.y).fold(-reach, f64::min) - EDGE;
    let bottom = labels.iter().map(|label| label.frame.bottom()).fold(reach, f64::max) + EDGE;
    let middle = (radar.width / 2.0, (-top).ceil());
    for label in &mut labels {
        label.frame.x += middle.0;
        label.frame.y += middle.1;
    }
    let (face, leading) = type_of(radar);
    Layout { height: middle.1 + bottom.ceil(), middle, radius, numbered, face, leading, labels }
}

impl Layout {
    /// Where a value of an axis lies.
    #[must_use]
    pub fn point(&self, radar: &Radar, at: usize, value: f64) -> Spot {
        out(self.middle, way(at, radar.spokes.len()), self.radius * radar.scale.share(value))
    }

    /// The same as seen on the screen.
    pub(super) fn on_screen(&self, radar: &Radar) -> RadarGeometry {
        let mirrored = radar.direction == Direction::Rtl;
        let flip = |x: f64, w: f64| if mirrored { radar.width - x - w } else { x };
        let spot = |(x, y): Spot| (flip(x, 0.0), y);
        let spokes = radar.spokes.iter().zip(&self.labels).enumerate().map(|(at, (spoke, label))| Placed {
            id: spoke.id.clone(),
            label: Frame { x: flip(label.frame.x, label.frame.w), ..label.frame },
            point: spoke.value.map(|value| spot(self.point(radar, at, value))),
        });
        RadarGeometry {
            width: radar.width,
            height: self.height,
            ratio: radar.ratio,
            numbered: self.numbered,
            middle: spot(self.middle),
            radius: self.radius,
            spokes: spokes.collect(),
        }
    }
}
