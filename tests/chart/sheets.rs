//! What holds for every picture that needs no board.

use throughline::chart::sheet::{Laid, Sheet};
use throughline::chart::{Direction, Frame, Palette, Picture, SVG_RATIO, Shape};

/// Light, left to right.
pub fn sheet(width: f64) -> Sheet {
    Sheet {
        width,
        ratio: SVG_RATIO,
        direction: Direction::Ltr,
        font: "system-ui, sans-serif".to_owned(),
        palette: Palette::LIGHT,
    }
}

/// The boxes as they are seen, with a hair of room for rounding.
fn overlap(one: Frame, other: Frame) -> bool {
    let apart = 1e-6;
    one.x + apart < other.end()
        && other.x + apart < one.end()
        && one.y + apart < other.bottom()
        && other.y + apart < one.bottom()
}

/// Labels and spots stay in the picture; no label lies over another label or a spot, no spot over another.
pub fn covers_nothing(laid: &Laid) {
    let all: Vec<_> = laid.labels.iter().chain(&laid.spots).collect();
    for (at, one) in all.iter().enumerate() {
        let frame = one.frame;
        let inside = frame.x >= -1e-6 && frame.end() <= laid.width + 1e-6 && frame.y >= -1e-6;
        assert!(
            inside && frame.bottom() <= laid.height + 1e-6,
            "{one:?} in {} by {}",
            laid.width,
            laid.height
        );
        for other in &all[at + 1..] {
            assert!(!overlap(frame, other.frame), "{one:?} {other:?}");
        }
    }
}

/// All that is written, without white space.
pub fn written(picture: &Picture) -> String {
    let runs = picture.shapes.iter().filter_map(|shape| match shape {
        Shape::Text(run) => Some(run.text.as_str()),
        _ => None,
    });
    runs.flat_map(str::split_whitespace).collect()
}
